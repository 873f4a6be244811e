/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the operators of a page that isredact wrote, and no others. */
#include "pdf_shown.h"

#include "pdf_tokens.h"

#include <math.h>
#include <string.h>

/* Operands of the longest operator: Tm and cm have six. */
#define MOST_OPERANDS 6
/* Of the font's size: text this much higher or lower stands on another line. */
#define SAME_LINE 0.5
/* Thousandths of the font's size: a gap this wide parts words. */
#define WORD_GAP 150

/* --- what codes are read as --- */

/* All words of a map but numbers and codes. */
static const char *const map_words[] = {
    "CIDInit",     "ProcSet",   "findresource",      "begin",
    "dict",        "begincmap", "CMapName",          "Read",
    "def",         "CMapType",  "endcmap",           "begincodespacerange",
    "currentdict", "CMap",      "endcodespacerange", "defineresource",
    "pop",         "end",       "beginbfchar",       "endbfchar"};

static gboolean is_map_word(const IsrPdfTokens *tokens)
{
    for (guint i = 0; i < G_N_ELEMENTS(map_words); i++) {
        if (isr_pdf_tokens_is(tokens, map_words[i]))
            return TRUE;
    }
    return FALSE;
}

/* The text of the last token: characters in UTF-16. NULL if it is none. */
static char *text_of(const IsrPdfTokens *tokens)
{
    g_autoptr(GArray) units = g_array_new(FALSE, FALSE, sizeof(gunichar2));
    gint32 code;

    for (gsize i = 0; (code = isr_pdf_tokens_code(tokens, i)) >= 0; i++) {
        const gunichar2 unit = (gunichar2)code;

        g_array_append_val(units, unit);
    }
    if (units->len == 0 || units->len * 4 != tokens->length)
        return NULL;
    return g_utf16_to_utf8((const gunichar2 *)(const void *)units->data, units->len, NULL, NULL,
                           NULL);
}

/* After "beginbfchar": pairs of a code and its text. */
static gboolean read_pairs(IsrPdfTokens *tokens, GHashTable *codes)
{
    while (isr_pdf_tokens_next(tokens) == ISR_PDF_HEX) {
        const gint32 code = isr_pdf_tokens_code(tokens, 0);
        char *text = NULL;

        if (tokens->length != 4 || isr_pdf_tokens_next(tokens) != ISR_PDF_HEX ||
            !(text = text_of(tokens)))
            return FALSE;
        if (!g_hash_table_insert(codes, GINT_TO_POINTER(code), text))
            return FALSE; /* two readings of one code */
    }
    return isr_pdf_tokens_is(tokens, "endbfchar");
}

GHashTable *isr_pdf_codes(const char *map, gsize length)
{
    g_autoptr(GHashTable) codes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    IsrPdfTokens tokens = {.at = map, .end = map + length};
    IsrPdfTokenKind kind;

    while ((kind = isr_pdf_tokens_next(&tokens)) != ISR_PDF_END) {
        if (kind == ISR_PDF_WORD && isr_pdf_tokens_is(&tokens, "beginbfchar")) {
            if (!read_pairs(&tokens, codes))
                return NULL;
        } else if (kind == ISR_PDF_HEX ? tokens.length != 4 /* the range of all codes */
                                       : kind != ISR_PDF_NUMBER && !is_map_word(&tokens)) {
            return NULL;
        }
    }
    return g_steal_pointer(&codes);
}

/* --- what a page shows --- */

typedef struct {
    IsrPdfTokens tokens;
    const GPtrArray *fonts;
    IsrPdfShown *shown;
    double operands[MOST_OPERANDS];
    guint n_operands;
    gint name;         /* n of "/Tn" or "/In"; -1: none was given */
    char name_kind;    /* 'T' or 'I' */
    GHashTable *codes; /* of the font in use */
    double size;       /* of the font */
    double matrix[6];  /* where the next text stands, and how it is turned */
    GString *text;     /* of the array that was read */
    gboolean has_text;
} Page;

/* TRUE if the text about to be shown stands on the line of the last. */
static gboolean same_line(const Page *page)
{
    const double *now = page->operands, *last = page->matrix;
    const double high = fabs(now[0]) > fabs(now[1]) ? now[5] - last[5] : now[4] - last[4];

    return now[0] == last[0] && now[1] == last[1] && fabs(high) < SAME_LINE * page->size;
}

/* One code of an array, as text. */
static gboolean put_codes(Page *page)
{
    gint32 code;

    if (!page->codes || page->tokens.length % 4 != 0)
        return FALSE;
    for (gsize i = 0; (code = isr_pdf_tokens_code(&page->tokens, i)) >= 0; i++) {
        const char *text = g_hash_table_lookup(page->codes, GINT_TO_POINTER(code));

        if (!text)
            return FALSE; /* nobody could say what this is */
        g_string_append(page->text, text);
    }
    return TRUE;
}

static gboolean read_array(Page *page)
{
    IsrPdfTokenKind kind;

    g_string_truncate(page->text, 0);
    while ((kind = isr_pdf_tokens_next(&page->tokens)) != ISR_PDF_CLOSE) {
        if (kind == ISR_PDF_NUMBER && page->tokens.number < -WORD_GAP)
            g_string_append_c(page->text, ' ');
        if (kind != ISR_PDF_NUMBER && !(kind == ISR_PDF_HEX && put_codes(page)))
            return FALSE;
    }
    page->has_text = TRUE;
    return TRUE;
}

/* "T12" or "I3". */
static gboolean read_name(Page *page)
{
    const char *token = page->tokens.token;
    const gsize length = page->tokens.length;

    if (length < 2 || length > 8 || (*token != 'T' && *token != 'I') || page->name >= 0)
        return FALSE;
    page->name_kind = *token;
    page->name = 0;
    for (gsize i = 1; i < length; i++) {
        if (!g_ascii_isdigit(token[i]))
            return FALSE;
        page->name = page->name * 10 + (token[i] - '0');
    }
    return TRUE;
}

static gboolean set_font(Page *page)
{
    if (page->name_kind != 'T' || (guint)page->name >= page->fonts->len)
        return FALSE;
    page->codes = page->fonts->pdata[page->name];
    page->size = page->operands[0];
    return TRUE;
}

static gboolean set_matrix(Page *page)
{
    if (!same_line(page))
        g_string_append_c(page->shown->joined, '\n');
    memcpy(page->matrix, page->operands, sizeof page->matrix);
    return TRUE;
}

static gboolean show_text(Page *page)
{
    g_string_append_printf(page->shown->lines, "%s\n", page->text->str);
    g_string_append(page->shown->joined, page->text->str);
    return TRUE;
}

static gboolean draw(Page *page)
{
    page->shown->pictures++;
    return page->name_kind == 'I';
}

static gboolean set_mode(Page *page)
{
    return page->operands[0] == 3; /* text is under the picture, and not drawn */
}

static const struct {
    const char *word;
    guint operands;
    gboolean name, text;
    gboolean (*run)(Page *page); /* NULL: says nothing of text */
} operators[] = {
    {"BT", 0, FALSE, FALSE, NULL},     {"ET", 0, FALSE, FALSE, NULL},
    {"q", 0, FALSE, FALSE, NULL},      {"Q", 0, FALSE, FALSE, NULL},
    {"cm", 6, FALSE, FALSE, NULL},     {"Tr", 1, FALSE, FALSE, set_mode},
    {"Tf", 1, TRUE, FALSE, set_font},  {"Tm", 6, FALSE, FALSE, set_matrix},
    {"TJ", 0, FALSE, TRUE, show_text}, {"Do", 0, TRUE, FALSE, draw},
};

static gboolean run_operator(Page *page)
{
    for (guint i = 0; i < G_N_ELEMENTS(operators); i++) {
        if (!isr_pdf_tokens_is(&page->tokens, operators[i].word))
            continue;
        if (page->n_operands != operators[i].operands || (page->name >= 0) != operators[i].name ||
            page->has_text != operators[i].text || (operators[i].run && !operators[i].run(page)))
            return FALSE;
        page->n_operands = 0;
        page->name = -1;
        page->has_text = FALSE;
        return TRUE;
    }
    return FALSE;
}

static gboolean read_token(Page *page, IsrPdfTokenKind kind)
{
    switch (kind) {
    case ISR_PDF_NUMBER:
        if (page->n_operands == MOST_OPERANDS)
            return FALSE;
        page->operands[page->n_operands++] = page->tokens.number;
        return TRUE;
    case ISR_PDF_NAME:
        return read_name(page);
    case ISR_PDF_OPEN:
        return !page->has_text && read_array(page);
    case ISR_PDF_WORD:
        return run_operator(page);
    default:
        return FALSE;
    }
}

gboolean isr_pdf_shown(const char *content, gsize length, const GPtrArray *fonts,
                       IsrPdfShown *shown)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Page page = {.tokens = {.at = content, .end = content + length},
                 .fonts = fonts,
                 .shown = shown,
                 .name = -1,
                 .text = text};
    IsrPdfTokenKind kind;

    while ((kind = isr_pdf_tokens_next(&page.tokens)) != ISR_PDF_END) {
        if (!read_token(&page, kind))
            return FALSE;
    }
    return page.n_operands == 0 && page.name < 0 && !page.has_text;
}
