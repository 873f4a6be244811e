/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads expressions and builds their machines, piece by piece. Whatever is not known for certain
 * makes the whole expression not understood. */
#include "nfa.h"

#include "charset128.h"
#include "fingerprint.h"
#include "phrases.h"

#include <string.h>

/* Copies of a repeated piece; what is repeated more often has no end. */
#define MOST_COPIES 3
#define MOST_COPIES_OF_ONE 8
#define MOST_NODES 500000
#define MOST_DEPTH 40

/* A part of a machine: where it begins, and the node in which it ends, from where it goes on. */
typedef struct {
    guint32 start, end;
} Piece;

typedef struct {
    Nfa *nfa;
    const char *at;
    guint16 expression;
    gboolean caseless, failed;
    guint depth;
    guint16 letters[128]; /* number + 1 of the set of each letter in both cases; 0: not asked yet */
    guint16 foreign[2];   /* so of the first and the later bytes of a character beyond ASCII */
} Parser;

static guint set_hash(gconstpointer set)
{
    return (guint)isr_fingerprint(set, sizeof(NfaSet));
}

static gboolean sets_equal(gconstpointer a, gconstpointer b)
{
    return memcmp(a, b, sizeof(NfaSet)) == 0;
}

Nfa *isr_nfa_new(void)
{
    Nfa *nfa = g_new0(Nfa, 1);

    nfa->room = 1024;
    nfa->nodes = g_new0(NfaNode, nfa->room);
    nfa->n_nodes = 1;
    nfa->sets = g_array_new(FALSE, TRUE, sizeof(NfaSet));
    nfa->numbers = g_hash_table_new_full(set_hash, sets_equal, g_free, NULL);
    return nfa;
}

void isr_nfa_free(Nfa *nfa)
{
    if (!nfa)
        return;
    g_free(nfa->nodes);
    g_array_unref(nfa->sets);
    g_hash_table_unref(nfa->numbers);
    g_free(nfa);
}

static guint32 node_new(Parser *parser, NfaKind kind, guint16 set, guint32 next, guint32 other)
{
    Nfa *nfa = parser->nfa;

    if (nfa->n_nodes > MOST_NODES) {
        parser->failed = TRUE;
        return nfa->n_nodes - 1;
    }
    if (nfa->n_nodes == nfa->room) {
        nfa->room *= 2;
        nfa->nodes = g_renew(NfaNode, nfa->nodes, nfa->room);
    }
    nfa->nodes[nfa->n_nodes] = (NfaNode){(guint8)kind, set, parser->expression, next, other};
    return nfa->n_nodes++;
}

static guint16 set_number(Parser *parser, const NfaSet *set)
{
    GArray *sets = parser->nfa->sets;
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(parser->nfa->numbers, set));

    if (known > 0)
        return (guint16)(known - 1);
    if (sets->len == G_MAXUINT16) {
        parser->failed = TRUE;
    } else {
        g_array_append_vals(sets, set, 1);
        g_hash_table_insert(parser->nfa->numbers, g_memdup2(set, sizeof *set),
                            GUINT_TO_POINTER(sets->len));
    }
    return (guint16)(sets->len - 1);
}

static void link_to(Parser *parser, guint32 node, guint32 next)
{
    parser->nfa->nodes[node].next = next;
}

static Piece piece_empty(Parser *parser)
{
    guint32 node = node_new(parser, NFA_EMPTY, 0, 0, 0);

    return (Piece){node, node};
}

static Piece piece_join(Parser *parser, Piece a, Piece b)
{
    link_to(parser, a.end, b.start);
    return (Piece){a.start, b.end};
}

static Piece piece_either(Parser *parser, Piece a, Piece b)
{
    guint32 end = node_new(parser, NFA_EMPTY, 0, 0, 0);

    link_to(parser, a.end, end);
    link_to(parser, b.end, end);
    return (Piece){node_new(parser, NFA_SPLIT, 0, a.start, b.start), end};
}

static Piece piece_optional(Parser *parser, Piece piece, gboolean again)
{
    guint32 end = node_new(parser, NFA_EMPTY, 0, 0, 0);
    guint32 start = node_new(parser, NFA_SPLIT, 0, piece.start, end);

    link_to(parser, piece.end, again ? start : end);
    return (Piece){start, end};
}

static Piece piece_one(Parser *parser, NfaKind kind, guint16 set)
{
    guint32 node = node_new(parser, kind, set, 0, 0);

    return (Piece){node, node};
}

/* Any character beyond ASCII: a byte that begins one, and bytes that go on. */
static Piece piece_foreign(Parser *parser)
{
    static const NfaSet first = {{0, 0, 0, ~G_GUINT64_CONSTANT(0)}};
    static const NfaSet later = {{0, 0, ~G_GUINT64_CONSTANT(0), 0}};

    if (parser->foreign[0] == 0) {
        parser->foreign[0] = (guint16)(set_number(parser, &first) + 1);
        parser->foreign[1] = (guint16)(set_number(parser, &later) + 1);
    }
    Piece lead = piece_one(parser, NFA_BYTE, (guint16)(parser->foreign[0] - 1));
    Piece rest = piece_one(parser, NFA_BYTE, (guint16)(parser->foreign[1] - 1));

    return piece_join(parser, lead, piece_optional(parser, rest, TRUE));
}

static Piece piece_of(Parser *parser, const Charset128 *set)
{
    NfaSet bytes = {{set->bits[0], set->bits[1], 0, 0}};
    Piece plain = piece_one(parser, NFA_BYTE, set_number(parser, &bytes));

    return set->foreign ? piece_either(parser, plain, piece_foreign(parser)) : plain;
}

/* The byte before the beginning must be of @set, or must not; a foreign one may be anything. */
static Piece piece_behind(Parser *parser, const Charset128 *set, gboolean negative)
{
    NfaSet bytes = {{set->bits[0], set->bits[1], ~G_GUINT64_CONSTANT(0), ~G_GUINT64_CONSTANT(0)}};

    if (negative) {
        bytes.bits[0] = ~set->bits[0];
        bytes.bits[1] = ~set->bits[1];
    }
    return piece_one(parser, NFA_BEHIND, set_number(parser, &bytes));
}

static gboolean skip(Parser *parser, const char *word)
{
    if (*parser->at != *word || !g_str_has_prefix(parser->at, word))
        return FALSE;
    parser->at += strlen(word);
    return TRUE;
}

static Piece parse_either(Parser *parser);

/* Reads up to the group's ")" and forgets what was read. */
static void parse_away(Parser *parser)
{
    guint nodes = parser->nfa->n_nodes;

    parse_either(parser);
    if (nodes > 0 && !parser->failed)
        parser->nfa->n_nodes = nodes;
    if (!skip(parser, ")"))
        parser->failed = TRUE;
}

/* "(?<![...])" and "(?<=[...])" of one character are asked of the beginning, others not at all. */
static Piece parse_behind(Parser *parser, gboolean negative)
{
    const char *inside = parser->at;
    Charset128 set;

    if (isr_charset128_read(&parser->at, parser->caseless, &set) && skip(parser, ")"))
        return piece_behind(parser, &set, negative);
    parser->at = inside;
    parse_away(parser);
    return piece_empty(parser);
}

static Piece parse_inside(Parser *parser)
{
    Piece piece = parse_either(parser);

    if (!skip(parser, ")"))
        parser->failed = TRUE;
    return piece;
}

/* Behind "(?": flags, and ":" or ")". */
static Piece parse_flags(Parser *parser)
{
    gboolean outside = parser->caseless, on = TRUE;

    for (; *parser->at && strchr("i-", *parser->at); parser->at++) {
        if (*parser->at == '-')
            on = FALSE;
        else
            parser->caseless = on;
    }
    if (skip(parser, ")"))
        return piece_empty(parser); /* the group that this stands in gives the flags back */
    if (!skip(parser, ":")) {
        parser->failed = TRUE;
        return piece_empty(parser);
    }
    Piece piece = parse_inside(parser);

    parser->caseless = outside;
    return piece;
}

/* Behind "(". */
static Piece parse_group(Parser *parser)
{
    gboolean outside = parser->caseless;
    Piece piece;

    if (*parser->at == '*')
        parser->failed = TRUE;
    if (!skip(parser, "?"))
        piece = parse_inside(parser);
    else if (skip(parser, "=") || skip(parser, "!")) {
        parse_away(parser);
        piece = piece_empty(parser);
    } else if (skip(parser, "<!"))
        piece = parse_behind(parser, TRUE);
    else if (skip(parser, "<="))
        piece = parse_behind(parser, FALSE);
    else if (*parser->at == '<' || g_str_has_prefix(parser->at, "P<")) {
        parser->at += strcspn(parser->at, ">");
        if (!skip(parser, ">"))
            parser->failed = TRUE;
        piece = parse_inside(parser);
    } else if (skip(parser, "|") || skip(parser, ">"))
        piece = parse_inside(parser);
    else if (skip(parser, "C")) {
        parser->at += strspn(parser->at, "0123456789");
        piece = piece_empty(parser);
        if (!skip(parser, ")"))
            parser->failed = TRUE;
    } else
        return parse_flags(parser);
    parser->caseless = outside;
    return piece;
}

/* A letter or space, which most of what phrases are made of is. */
static Piece piece_letter(Parser *parser, guint8 letter)
{
    guint16 *number = &parser->letters[letter];

    if (*number == 0 || !parser->caseless) {
        const char text[] = {(char)letter, '\0'}, *at = text;
        Charset128 set;

        isr_charset128_read(&at, parser->caseless, &set);
        NfaSet bytes = {{set.bits[0], set.bits[1], 0, 0}};
        guint16 found = set_number(parser, &bytes);

        if (!parser->caseless)
            return piece_one(parser, NFA_BYTE, found);
        *number = (guint16)(found + 1);
    }
    return piece_one(parser, NFA_BYTE, (guint16)(*number - 1));
}

/* Behind "\\g{": what a group that matched before held may be any text. */
static Piece parse_reference(Parser *parser)
{
    static const NfaSet any = {{~G_GUINT64_CONSTANT(0), ~G_GUINT64_CONSTANT(0),
                                ~G_GUINT64_CONSTANT(0), ~G_GUINT64_CONSTANT(0)}};

    parser->at += strspn(parser->at, "-0123456789");
    if (!skip(parser, "}"))
        parser->failed = TRUE;
    return piece_optional(parser, piece_one(parser, NFA_BYTE, set_number(parser, &any)), TRUE);
}

static Piece parse_atom(Parser *parser)
{
    Charset128 set;

    if (g_ascii_isalnum(*parser->at) || *parser->at == ' ')
        return piece_letter(parser, (guint8)*parser->at++);
    if (skip(parser, ISR_EDGE))
        return piece_one(parser, NFA_EDGE, 0);
    if (skip(parser, "("))
        return parse_group(parser);
    if (skip(parser, "\\g{"))
        return parse_reference(parser);
    if (skip(parser, "^") || skip(parser, "$") || skip(parser, "\\b") || skip(parser, "\\B"))
        return piece_empty(parser);
    if (isr_charset128_read(&parser->at, parser->caseless, &set))
        return piece_of(parser, &set);
    parser->failed = TRUE;
    return piece_empty(parser);
}

/* How often the piece before is to be had; FALSE if no repeat stands here. */
static gboolean parse_repeat(Parser *parser, guint *least, guint *most)
{
    char *end;

    *least = 0;
    *most = G_MAXUINT;
    if (skip(parser, "*"))
        return TRUE;
    if (skip(parser, "+")) {
        *least = 1;
        return TRUE;
    }
    if (skip(parser, "?")) {
        *most = 1;
        return TRUE;
    }
    if (*parser->at != '{' || !g_ascii_isdigit(parser->at[1]))
        return FALSE;
    *least = *most = (guint)g_ascii_strtoull(parser->at + 1, &end, 10);
    if (*end == ',') {
        *most = g_ascii_isdigit(end[1]) ? (guint)g_ascii_strtoull(end + 1, &end, 10) : G_MAXUINT;
        end += *most == G_MAXUINT ? 1 : 0;
    }
    parser->failed = parser->failed || *end != '}';
    parser->at = end + (*end == '}');
    return TRUE;
}

/* The piece that @from begins with, repeated. */
static Piece repeat(Parser *parser, const char *from, guint least, guint most, guint copies)
{
    const char *past = parser->at;
    gboolean caseless = parser->caseless;
    Piece all = piece_empty(parser);
    guint n = MIN(least, copies);
    guint more = most > least && most - least <= copies ? most - least : 0;
    gboolean endless = least > copies || (most > least && more == 0);

    for (guint i = 0; i < n + more + (endless ? 1 : 0) && !parser->failed; i++) {
        Piece piece;

        parser->at = from;
        parser->caseless = caseless;
        piece = parse_atom(parser);
        all = piece_join(parser, all, i < n ? piece : piece_optional(parser, piece, i == n + more));
    }
    parser->at = past;
    return all;
}

static Piece parse_item(Parser *parser)
{
    const char *from = parser->at;
    guint nodes = parser->nfa->n_nodes, least, most;
    Piece piece = parse_atom(parser);
    gboolean one = *from != '(';

    if (parser->failed || !*parser->at || !strchr("*+?{", *parser->at) ||
        !parse_repeat(parser, &least, &most))
        return piece;
    if (*parser->at == '?' || *parser->at == '+')
        parser->at++; /* as little, or as much, as will do */
    parser->nfa->n_nodes = nodes;
    return repeat(parser, from, least, most, one ? MOST_COPIES_OF_ONE : MOST_COPIES);
}

static Piece parse_sequence(Parser *parser)
{
    Piece all = {0, 0};

    while (*parser->at && *parser->at != '|' && *parser->at != ')' && !parser->failed) {
        Piece item = parse_item(parser);

        all = all.start ? piece_join(parser, all, item) : item;
    }
    return all.start ? all : piece_empty(parser);
}

static Piece parse_either(Parser *parser)
{
    Piece all;

    parser->failed = parser->failed || ++parser->depth > MOST_DEPTH;
    all = parse_sequence(parser);
    while (!parser->failed && skip(parser, "|"))
        all = piece_either(parser, all, parse_sequence(parser));
    parser->depth--;
    return all;
}

guint32 isr_nfa_add(Nfa *nfa, const char *text, guint16 expression)
{
    Parser parser = {.nfa = nfa, .at = text, .expression = expression};
    guint nodes = nfa->n_nodes;
    Piece all = parse_either(&parser);

    if (parser.failed || *parser.at) {
        nfa->n_nodes = nodes;
        return 0;
    }
    link_to(&parser, all.end, node_new(&parser, NFA_ACCEPT, 0, 0, 0));
    if (!parser.failed)
        return all.start;
    nfa->n_nodes = nodes;
    return 0;
}
