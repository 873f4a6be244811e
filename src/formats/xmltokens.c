/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A buffer of tokens, and what edits make of it. It does not know where blocks begin and end. */
#include "xmltokens.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

#define NONE G_MAXUINT
#define XML_URI "http://www.w3.org/XML/1998/namespace"

typedef enum { TOKEN_START, TOKEN_END, TOKEN_TEXT } TokenType;

typedef struct {
    TokenType type;
    gboolean cut;
    guint flags;        /* IsrXmlFlags of a start tag */
    gboolean character; /* a start tag that an edit replaces by text */
    guint parent;       /* slot of the enclosing start tag, if it is still here */
    guint partner;      /* slot of a start tag's end tag */
    IsrXmlElement element;
    const char *text; /* of a text, or what stands in the place of a character */
} Token;

struct IsrXmlTokens {
    const IsrXmlGrammar *grammar;
    guint64 flushed; /* tokens before the first one in the buffer */
    GArray *tokens;
    GArray *open; /* of guint: slots of open start tags, NONE for those flushed */
    GStringChunk *strings;
    gsize bytes;
};

static void token_clear(gpointer data)
{
    Token *token = data;

    if (token->element.attributes)
        g_array_unref(token->element.attributes);
    if (token->element.namespaces)
        g_array_unref(token->element.namespaces);
}

IsrXmlTokens *isr_xml_tokens_new(const IsrXmlGrammar *grammar)
{
    IsrXmlTokens *tokens = g_new0(IsrXmlTokens, 1);

    tokens->grammar = grammar;
    tokens->tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    g_array_set_clear_func(tokens->tokens, token_clear);
    tokens->open = g_array_new(FALSE, FALSE, sizeof(guint));
    tokens->strings = g_string_chunk_new(8192);
    return tokens;
}

void isr_xml_tokens_free(IsrXmlTokens *tokens)
{
    if (!tokens)
        return;
    g_array_unref(tokens->tokens);
    g_array_unref(tokens->open);
    g_string_chunk_free(tokens->strings);
    g_free(tokens);
}

guint64 isr_xml_tokens_here(const IsrXmlTokens *tokens)
{
    return tokens->flushed + tokens->tokens->len;
}

static Token *nth(const IsrXmlTokens *tokens, guint slot)
{
    return &g_array_index(tokens->tokens, Token, slot);
}

/* --- filling --- */

static const char *keep(IsrXmlTokens *tokens, const char *text)
{
    tokens->bytes += strlen(text);
    return g_string_chunk_insert(tokens->strings, text);
}

/* For names, which come again and again. */
static const char *keep_name(IsrXmlTokens *tokens, const char *text)
{
    return g_string_chunk_insert_const(tokens->strings, text);
}

static gboolean within_limits(const IsrXmlTokens *tokens, GError **error)
{
    if (tokens->tokens->len < ISR_LIMIT_BLOCK_TOKENS && tokens->bytes < 4 * ISR_LIMIT_BLOCK_BYTES)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "a paragraph or table row is longer than isredact reads; split it");
    return FALSE;
}

static Token *add(IsrXmlTokens *tokens, TokenType type)
{
    Token token = {.type = type, .parent = NONE, .partner = NONE};

    if (tokens->open->len > 0)
        token.parent = g_array_index(tokens->open, guint, tokens->open->len - 1);
    g_array_append_val(tokens->tokens, token);
    return nth(tokens, tokens->tokens->len - 1);
}

static GArray *copy_attributes(IsrXmlTokens *tokens, const GArray *from)
{
    GArray *to = from && from->len ? g_array_new(FALSE, FALSE, sizeof(IsrXmlAttribute)) : NULL;

    for (guint i = 0; to && i < from->len; i++) {
        IsrXmlAttribute at = g_array_index(from, IsrXmlAttribute, i);

        at.prefix = keep_name(tokens, at.prefix);
        at.uri = keep_name(tokens, at.uri);
        at.local = keep_name(tokens, at.local);
        at.value = keep(tokens, at.value);
        g_array_append_val(to, at);
    }
    return to;
}

static GArray *copy_namespaces(IsrXmlTokens *tokens, const GArray *from)
{
    GArray *to = from && from->len ? g_array_new(FALSE, FALSE, sizeof(IsrXmlNamespace)) : NULL;

    for (guint i = 0; to && i < from->len; i++) {
        IsrXmlNamespace ns = g_array_index(from, IsrXmlNamespace, i);

        ns.prefix = keep_name(tokens, ns.prefix);
        ns.uri = keep_name(tokens, ns.uri);
        g_array_append_val(to, ns);
    }
    return to;
}

gboolean isr_xml_tokens_start(IsrXmlTokens *tokens, const IsrXmlElement *element,
                              const IsrXmlRule *rule, guint *slot, GError **error)
{
    Token *token = add(tokens, TOKEN_START);

    *slot = tokens->tokens->len - 1;
    token->flags = rule->flags;
    token->character = rule->does == ISR_XML_CHARACTER;
    token->element.prefix = keep_name(tokens, element->prefix);
    token->element.uri = keep_name(tokens, element->uri);
    token->element.local = keep_name(tokens, element->local);
    token->element.attributes = copy_attributes(tokens, element->attributes);
    token->element.namespaces = copy_namespaces(tokens, element->namespaces);
    g_array_append_val(tokens->open, *slot);
    return within_limits(tokens, error);
}

gboolean isr_xml_tokens_text(IsrXmlTokens *tokens, const char *text, guint *slot, GError **error)
{
    Token *token = add(tokens, TOKEN_TEXT);

    token->text = keep(tokens, text);
    *slot = tokens->tokens->len - 1;
    return within_limits(tokens, error);
}

gboolean isr_xml_tokens_end(IsrXmlTokens *tokens, GError **error)
{
    Token *token = add(tokens, TOKEN_END);
    guint start = token->parent;

    token->partner = start;
    if (start != NONE)
        nth(tokens, start)->partner = tokens->tokens->len - 1;
    g_array_set_size(tokens->open, tokens->open->len - 1);
    return within_limits(tokens, error);
}

/* --- cutting --- */

void isr_xml_tokens_cut(IsrXmlTokens *tokens, guint64 from, guint64 to)
{
    from = MAX(from, tokens->flushed);
    for (guint64 at = from; at < MIN(to, isr_xml_tokens_here(tokens)); at++)
        nth(tokens, (guint)(at - tokens->flushed))->cut = TRUE;
}

static gboolean is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == 0;
}

/* TRUE if nothing between the slots is content. */
static gboolean is_bare(const IsrXmlTokens *tokens, guint from, guint to)
{
    for (guint i = from; i < to; i++) {
        const Token *token = nth(tokens, i);
        gboolean properties = token->type == TOKEN_START && (token->flags & ISR_XML_PROPERTIES);

        if (token->cut || (token->type == TOKEN_TEXT && is_blank(token->text)))
            continue;
        if (!properties || token->partner == NONE)
            return FALSE;
        i = token->partner;
    }
    return TRUE;
}

gboolean isr_xml_tokens_are_bare(const IsrXmlTokens *tokens, guint64 from, guint64 to)
{
    return from >= tokens->flushed &&
           is_bare(tokens, (guint)(from - tokens->flushed), (guint)(to - tokens->flushed));
}

/* Takes away the elements around @slot that an edit has left without content. */
static void prune(IsrXmlTokens *tokens, guint slot)
{
    guint at = nth(tokens, slot)->parent;

    while (at != NONE) {
        const Token *start = nth(tokens, at);

        if (!(start->flags & ISR_XML_RUN) || start->cut || start->partner == NONE ||
            !is_bare(tokens, at + 1, start->partner))
            return;
        isr_xml_tokens_cut(tokens, tokens->flushed + at, tokens->flushed + start->partner + 1);
        at = start->parent;
    }
}

/* --- editing --- */

static gboolean has_outer_space(const char *text)
{
    gsize length = strlen(text);

    return length > 0 && (g_ascii_isspace(text[0]) || g_ascii_isspace(text[length - 1]));
}

/* Spaces at the edges of a text are dropped by readers unless its element says otherwise. */
static void preserve_space(Token *element, const char *text)
{
    static const IsrXmlAttribute space = {"xml", XML_URI, "space", "preserve"};

    if (!(element->flags & ISR_XML_SPACE) || !has_outer_space(text))
        return;
    if (!element->element.attributes)
        element->element.attributes = g_array_new(FALSE, FALSE, sizeof(IsrXmlAttribute));
    if (!isr_xml_value(&element->element, XML_URI, "space"))
        g_array_append_val(element->element.attributes, space);
}

static void edit_text(IsrXmlTokens *tokens, guint slot, const char *text)
{
    Token *token = nth(tokens, slot);

    token->text = keep(tokens, text);
    if (*text == 0) {
        token->cut = TRUE;
        prune(tokens, slot);
    } else if (token->parent != NONE) {
        preserve_space(nth(tokens, token->parent), text);
    }
}

static void edit_character(IsrXmlTokens *tokens, guint slot, const char *text)
{
    guint64 at = tokens->flushed + slot;
    Token *token = nth(tokens, slot);

    isr_xml_tokens_cut(tokens, at, at + (token->partner - slot) + 1);
    if (*text == 0) {
        prune(tokens, slot);
        return;
    }
    token->cut = FALSE;
    token->text = keep(tokens, text);
}

static void edit_pseudo(IsrXmlTokens *tokens, guint slot, const char *text)
{
    const Token *token = nth(tokens, slot);

    if (*text != 0 || (token->flags & ISR_XML_FIXED))
        return;
    isr_xml_tokens_cut(tokens, tokens->flushed + slot, tokens->flushed + token->partner + 1);
    prune(tokens, slot);
}

void isr_xml_tokens_edit(IsrXmlTokens *tokens, const IsrBlock *block, const GArray *edits)
{
    g_autoptr(GPtrArray) texts = isr_edits_by_run(edits, block);

    for (guint i = 0; i < texts->len; i++) {
        const char *text = texts->pdata[i];
        guint slot = g_array_index(block->runs, IsrRun, i).slot;

        if (!text || slot == ISR_XML_NO_SLOT)
            continue;
        if (nth(tokens, slot)->type == TOKEN_TEXT)
            edit_text(tokens, slot, text);
        else if (nth(tokens, slot)->character)
            edit_character(tokens, slot, text);
        else
            edit_pseudo(tokens, slot, text);
    }
}

/* --- writing --- */

static void write_replaced(const IsrXmlTokens *tokens, const Token *token, IsrXmlWriter *writer)
{
    const char *carrier = isr_xml_grammar_carrier(tokens->grammar);
    Token element = {.flags = ISR_XML_SPACE};

    if (!carrier) {
        isr_xml_writer_text(writer, token->text);
        return;
    }
    element.element = token->element;
    element.element.local = carrier;
    element.element.attributes = NULL;
    preserve_space(&element, token->text);
    isr_xml_writer_start(writer, &element.element);
    isr_xml_writer_text(writer, token->text);
    isr_xml_writer_end(writer);
    if (element.element.attributes)
        g_array_unref(element.element.attributes);
}

static void write_token(const IsrXmlTokens *tokens, const Token *token, IsrXmlWriter *writer)
{
    if (token->cut)
        return;
    if (token->type == TOKEN_END)
        isr_xml_writer_end(writer);
    else if (token->type == TOKEN_TEXT)
        isr_xml_writer_text(writer, token->text);
    else if (token->text)
        write_replaced(tokens, token, writer);
    else
        isr_xml_writer_start(writer, &token->element);
}

void isr_xml_tokens_flush(IsrXmlTokens *tokens, IsrXmlWriter *writer)
{
    for (guint i = 0; writer && i < tokens->tokens->len; i++)
        write_token(tokens, nth(tokens, i), writer);
    tokens->flushed += tokens->tokens->len;
    g_array_set_size(tokens->tokens, 0);
    for (guint i = 0; i < tokens->open->len; i++)
        g_array_index(tokens->open, guint, i) = NONE;
    g_string_chunk_clear(tokens->strings);
    tokens->bytes = 0;
}
