/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searches a strand of characters for needles: the matcher finds the letters, and what stood
 * between them (kept in a ring as long as the longest needle) tells whether they are a value. */
#include "strand.h"

#include "character.h"
#include "fold.h"
#include "spelling.h"

enum {
    MARK_START = 1 << 0, /* first byte of a character */
    MARK_UPPER = 1 << 1,
    MARK_GAP = 1 << 2,    /* something that is no letter or digit stood before */
    MARK_BREAK = 1 << 3,  /* a paragraph, cell or line ended before */
    MARK_HYPHEN = 1 << 4, /* the gap began with a hyphen */
    MARK_CASE = 1 << 5,   /* a capital after a small letter */
    MARK_CLASS = 1 << 6,  /* a digit after a letter, or a letter after a digit */
    MARK_ESCAPED = 1 << 7 /* it, or what stood before, was an escape */
};

#define MARKS_EDGE (MARK_GAP | MARK_BREAK | MARK_CLASS)

/* Fewest characters of a needle that needs no gap before and after it. */
#define LONG_IN_BYTES 8
#define SHORTEST_IN_BYTES 5
#define SHORTEST_IN_MARKUP 4
#define SHORTEST_NUMBER_IN_MARKUP 8
#define LONG_NUMBER 9

void isr_strand_init(IsrStrand *strand, const IsrNeedles *needles, IsrStrandKind kind,
                     const char *form)
{
    gsize size = 64;

    while (size < needles->longest + 2)
        size *= 2;
    *strand = (IsrStrand){.needles = needles, .kind = kind, .form = form};
    strand->marks = g_new0(guint8, size);
    strand->mask = size - 1;
    strand->before = MARK_GAP;
    strand->pending = ISR_MATCHER_NONE;
    strand->scratch = g_string_new(NULL);
}

void isr_strand_clear(IsrStrand *strand)
{
    g_free(strand->marks);
    if (strand->scratch)
        g_string_free(strand->scratch, TRUE);
    *strand = (IsrStrand){0};
}

static guint8 mark_at(const IsrStrand *strand, guint64 place)
{
    return strand->marks[place & strand->mask];
}

/* What stands between the characters of @needle leaves it that value. */
static gboolean gaps_allow(const IsrStrand *strand, const IsrNeedle *needle, guint64 start)
{
    for (gsize i = 1; i < needle->length; i++) {
        guint8 mark = mark_at(strand, start + i);

        if (needle->secret->scattered && (mark & MARK_BREAK))
            return FALSE;
        if (!(mark & (MARK_GAP | MARK_BREAK)) || needle->joints[i])
            continue;
        if (strand->kind == ISR_STRAND_BYTES)
            return FALSE;
        if (!needle->code && !((mark & MARK_BREAK) && (mark & MARK_HYPHEN)))
            return FALSE; /* "drink water" is nobody called Drinkwater */
    }
    return TRUE;
}

/* All capitals, all small letters, or capitals where words begin: no chance string of bytes. */
static gboolean is_cased(const IsrStrand *strand, const IsrNeedle *needle, guint64 start)
{
    guint upper = 0, inner = 0;

    for (gsize i = 0; i < needle->length; i++) {
        if (mark_at(strand, start + i) & MARK_UPPER) {
            upper++;
            inner += i && !needle->joints[i];
        }
    }
    return !inner || upper == needle->letters;
}

static gboolean has_edges(const IsrStrand *strand, const IsrNeedle *needle, guint64 start,
                          guint8 after)
{
    guint8 edges = MARKS_EDGE;

    if (needle->words)
        return TRUE;
    if (strand->kind == ISR_STRAND_BYTES && needle->length >= LONG_IN_BYTES && needle->letters)
        return TRUE;
    if (strand->kind != ISR_STRAND_TEXT)
        edges |= MARK_CASE; /* "MacDonald" in text is one name */
    return (needle->starts || (mark_at(strand, start) & edges)) &&
           (needle->ends || (after & (MARKS_EDGE | MARK_CASE)));
}

static gboolean is_escaped(const IsrStrand *strand, const IsrNeedle *needle, guint64 start)
{
    for (gsize i = 0; i < needle->length; i++) {
        if (mark_at(strand, start + i) & MARK_ESCAPED)
            return TRUE;
    }
    return FALSE;
}

static gboolean counts(const IsrStrand *strand, const IsrNeedle *needle, guint64 start)
{
    switch (strand->kind) {
    case ISR_STRAND_TEXT:
        return needle->code || needle->letters > 3 || (mark_at(strand, start) & MARK_UPPER);
    case ISR_STRAND_ESCAPED:
        if (!is_escaped(strand, needle, start))
            return FALSE;
        /* fall through */
    case ISR_STRAND_MARKUP:
        return !needle->vocabulary &&
               needle->length >= (needle->letters ? SHORTEST_IN_MARKUP : SHORTEST_NUMBER_IN_MARKUP);
    case ISR_STRAND_BYTES:
        return !needle->vocabulary && is_cased(strand, needle, start) &&
               needle->length >= (needle->letters ? SHORTEST_IN_BYTES : SHORTEST_NUMBER_IN_MARKUP);
    }
    return TRUE;
}

/* A number that no other digits make by chance, wherever they stand. */
static gboolean is_long_number(const IsrNeedle *needle)
{
    return needle->letters == 0 && needle->length >= LONG_NUMBER;
}

static void judge(IsrStrand *strand, guint8 after)
{
    guint pattern = strand->pending;

    strand->pending = ISR_MATCHER_NONE;
    for (; pattern != ISR_MATCHER_NONE && (strand->heard || !strand->found);
         pattern = isr_matcher_shorter(strand->needles->matcher, pattern)) {
        const IsrNeedle *needle = isr_needles_nth(strand->needles, pattern);
        guint64 start = strand->count - needle->length;

        if ((mark_at(strand, start) & MARK_START) && counts(strand, needle, start) &&
            has_edges(strand, needle, start, after) && gaps_allow(strand, needle, start)) {
            strand->found = needle;
            if (strand->heard && (start >= strand->edge || !is_long_number(needle)))
                g_hash_table_add(strand->heard, (gpointer)needle->secret);
        }
    }
}

/* What ended at the last character is judged now that it is known what follows. */
static void settle(IsrStrand *strand, guint8 after)
{
    if (strand->pending != ISR_MATCHER_NONE)
        judge(strand, after);
}

static guint8 marks_between(gunichar before, gunichar c)
{
    if (isr_is_digit(before) != isr_is_digit(c))
        return MARK_CLASS;
    return isr_is_lower(before) && isr_is_upper(c) ? MARK_CASE : 0;
}

/* A byte of what @c, a letter or digit, is squeezed to. */
static void put_byte(IsrStrand *strand, guint8 byte, guint8 mark)
{
    strand->marks[strand->count & strand->mask] = mark;
    strand->count++;
    strand->state = isr_matcher_step(strand->needles->matcher, strand->state, byte);
}

static void put_gap(IsrStrand *strand, gunichar c)
{
    if ((c == '-' || c == 0x2010 || c == 0x2011) && !(strand->before & MARK_GAP))
        strand->before |= MARK_HYPHEN;
    strand->before |= c == '\n' || c == '\r' ? MARK_GAP | MARK_BREAK : MARK_GAP;
    settle(strand, MARK_GAP);
}

/* The letter or digit @c, which is squeezed to @bytes. */
static void put_solid(IsrStrand *strand, gunichar c, const char *bytes, gsize n)
{
    if (!(strand->before & MARK_GAP))
        strand->before |= marks_between(strand->last, c);
    settle(strand, strand->before);
    put_byte(strand, (guint8)bytes[0],
             (guint8)(strand->before | MARK_START | (isr_is_upper(c) ? MARK_UPPER : 0)));
    for (gsize i = 1; i < n; i++)
        put_byte(strand, (guint8)bytes[i], 0);
    strand->pending = isr_matcher_longest(strand->needles->matcher, strand->state);
    strand->before = 0;
    strand->last = c;
}

/* A letter that no needle has: what stands before it is over, and no place of it is kept. */
static void put_strange(IsrStrand *strand, gunichar c)
{
    if (strand->pending != ISR_MATCHER_NONE && !(strand->before & MARK_GAP))
        strand->before |= marks_between(strand->last, c);
    settle(strand, strand->before);
    strand->state = ISR_MATCHER_START;
    strand->before = 0;
    strand->last = c;
}

static void put_foreign(IsrStrand *strand, gunichar c)
{
    if (isr_fold_is_invisible(c) || isr_is_mark(c))
        return;
    g_string_truncate(strand->scratch, 0);
    isr_squeeze_character(c, strand->scratch);
    if (strand->scratch->len == 0)
        put_gap(strand, c);
    else
        put_solid(strand, c, strand->scratch->str, strand->scratch->len);
}

void isr_strand_put(IsrStrand *strand, gunichar c)
{
    char plain = (char)c;

    if (c < 0x80 && g_ascii_isalnum(plain)) {
        plain = (char)isr_to_lower(c);
        put_solid(strand, c, &plain, 1);
    } else if (c < 0x80) {
        put_gap(strand, c);
    } else if (isr_needles_lack(strand->needles, c)) {
        put_strange(strand, c);
    } else {
        put_foreign(strand, c);
    }
}

void isr_strand_put_escaped(IsrStrand *strand, gunichar c)
{
    strand->before |= MARK_ESCAPED;
    isr_strand_put(strand, c);
}

void isr_strand_break(IsrStrand *strand)
{
    strand->before |= MARK_BREAK;
}

void isr_strand_end(IsrStrand *strand)
{
    settle(strand, MARK_GAP);
    strand->state = ISR_MATCHER_START;
    strand->before = MARK_GAP;
}
