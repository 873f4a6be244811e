/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searches the bytes of a copy for the values that were to go. It reads the copy as many readers
 * would: as text, as mark-up, as text behind each encoding. Of the formats it uses unpack() alone.
 */
#include <isredact/verify.h>

#include <isredact/error.h>

#include "decoding.h"
#include "strand.h"
#include "tagscan.h"

#include <string.h>

#define N_WIDE 4 /* UTF-16: two byte orders from two places */

typedef enum { PART_UNKNOWN, PART_MARKUP, PART_TEXT, PART_BINARY } PartKind;

/* One part, read in all ways at once. */
typedef struct {
    const IsrNeedles *needles;
    IsrVerifyReport *report;
    PartKind kind;
    gboolean wide; /* the part says that it is UTF-16 */
    guint8 head[8];
    guint n_head;
    IsrUtf8 utf8;
    IsrUtf16 utf16;
    IsrTagScan scan;
    IsrEscapes escapes;
    IsrDigits base64, hex;
    IsrUtf16 wides[N_WIDE];
    IsrStrand text, markup, escaped, binary;
    IsrStrand in_base64[ISR_DIGITS_PHASES], in_hex[ISR_DIGITS_PHASES], in_wide[N_WIDE];
} Search;

/* All strands of a search, for what is done with each. */
static IsrStrand *strand_nth(Search *search, guint n)
{
    IsrStrand *const all[] = {
        &search->text,         &search->markup,       &search->escaped,      &search->binary,
        &search->in_base64[0], &search->in_base64[1], &search->in_base64[2], &search->in_base64[3],
        &search->in_hex[0],    &search->in_hex[1],    &search->in_wide[0],   &search->in_wide[1],
        &search->in_wide[2],   &search->in_wide[3],
    };

    return n < G_N_ELEMENTS(all) ? all[n] : NULL;
}

static void put_in_strand(gpointer self, gunichar c)
{
    isr_strand_put(self, c);
}

static void put_decoded(gpointer self, gunichar c)
{
    isr_strand_put_escaped(self, c);
}

static void put_text(gpointer self, gunichar c)
{
    isr_strand_put(&((Search *)self)->text, c);
}

static void put_markup(gpointer self, gunichar c)
{
    isr_strand_put(&((Search *)self)->markup, c);
}

static void put_line(gpointer self)
{
    isr_strand_break(&((Search *)self)->text);
}

/* A character of the part as the part itself says it is encoded. */
static void put_character(gpointer self, gunichar c)
{
    Search *search = self;

    if (search->kind == PART_BINARY) {
        isr_strand_put(&search->binary, c);
        return;
    }
    isr_escapes_put(&search->escapes, c);
    if (search->kind == PART_MARKUP)
        isr_tagscan_put(&search->scan, c);
    else
        isr_strand_put(&search->text, c);
}

static void search_init(Search *search, const IsrNeedles *needles, IsrVerifyReport *report)
{
    gpointer phases[ISR_DIGITS_PHASES];

    *search = (Search){.needles = needles, .report = report};
    isr_strand_init(&search->text, needles, ISR_STRAND_TEXT, "as text");
    isr_strand_init(&search->markup, needles, ISR_STRAND_MARKUP, "in its mark-up");
    isr_strand_init(&search->escaped, needles, ISR_STRAND_ESCAPED, "behind escapes");
    isr_strand_init(&search->binary, needles, ISR_STRAND_BYTES, "as plain bytes");
    for (guint i = 0; i < ISR_DIGITS_PHASES; i++) {
        isr_strand_init(&search->in_base64[i], needles, ISR_STRAND_BYTES, "as base64");
        isr_strand_init(&search->in_hex[i], needles, ISR_STRAND_BYTES, "in hexadecimal digits");
    }
    for (guint i = 0; i < N_WIDE; i++)
        isr_strand_init(&search->in_wide[i], needles, ISR_STRAND_BYTES, "as UTF-16");
    isr_escapes_init(&search->escapes, put_in_strand, put_decoded, &search->escaped);
    for (guint i = 0; i < ISR_DIGITS_PHASES; i++)
        phases[i] = &search->in_base64[i];
    isr_digits_init(&search->base64, 6, put_in_strand, phases);
    for (guint i = 0; i < ISR_DIGITS_PHASES; i++)
        phases[i] = &search->in_hex[i];
    isr_digits_init(&search->hex, 4, put_in_strand, phases);
}

static void search_clear(Search *search)
{
    for (guint i = 0; i < ISR_DIGITS_PHASES; i++) {
        isr_strand_clear(&search->in_base64[i]);
        isr_strand_clear(&search->in_hex[i]);
    }
    for (guint i = 0; i < N_WIDE; i++)
        isr_strand_clear(&search->in_wide[i]);
    isr_strand_clear(&search->text);
    isr_strand_clear(&search->markup);
    isr_strand_clear(&search->escaped);
    isr_strand_clear(&search->binary);
}

/* What kind of part begins with these bytes. */
static PartKind kind_of(const guint8 *head, guint n)
{
    guint at = 0;

    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
        at = 3;
    while (at < n && (head[at] == 0xFE || head[at] == 0xFF || head[at] == 0 || head[at] == ' '))
        at++;
    if (at < n && head[at] == '<')
        return PART_MARKUP;
    if ((n >= 3 && memcmp(head, "\xFF\xD8\xFF", 3) == 0) ||
        (n >= 4 && memcmp(head, "\x89PNG", 4) == 0) || (n >= 4 && memcmp(head, "GIF8", 4) == 0) ||
        (n >= 4 && memcmp(head, "PK\x03\x04", 4) == 0))
        return PART_BINARY;
    return PART_TEXT;
}

/* Settles how the part is read, once its first bytes are known. */
static void begin(Search *search)
{
    const guint8 *head = search->head;

    search->kind = kind_of(head, search->n_head);
    search->wide = search->n_head >= 2 &&
                   ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF));
    search->utf16 =
        (IsrUtf16){.put = put_character, .self = search, .big = search->wide && head[0] == 0xFE};
    search->utf8 =
        (IsrUtf8){.put = put_character, .self = search, .lenient = search->kind != PART_BINARY};
    for (guint i = 0; i < N_WIDE; i++)
        search->wides[i] = (IsrUtf16){.put = put_in_strand,
                                      .self = &search->in_wide[i],
                                      .big = i & 1,
                                      .half = i > 1}; /* begins one byte later */
    isr_tagscan_init(&search->scan, (IsrTagSink){search, put_text, put_markup, put_line});
}

/* Who reads UTF-8 skips NULs, and with them finds ASCII letters of UTF-16 in any order. */
static gboolean reads_wide(const Search *search)
{
    return search->wide || search->needles->foreign;
}

/* A part that says that it is UTF-16 is read as text, which knows where words end, and not again
 * as chance bytes, which would find "Christian" in "Christianity". */
static gboolean is_own_encoding(const Search *search, guint wide)
{
    /* The other byte order from one byte later reads the same. */
    return search->wide && (search->utf16.big ? wide == 1 || wide == 2 : wide == 0 || wide == 3);
}

static void put_byte(Search *search, guint8 byte)
{
    if (search->wide)
        isr_utf16_put(&search->utf16, byte);
    else
        isr_utf8_put(&search->utf8, byte);
    isr_digits_put(&search->base64, byte);
    isr_digits_put(&search->hex, byte);
    for (guint i = 0; i < N_WIDE && reads_wide(search); i++) {
        if (!is_own_encoding(search, i))
            isr_utf16_put(&search->wides[i], byte);
    }
}

static void end(Search *search)
{
    IsrStrand *strand;

    isr_utf8_end(&search->utf8);
    isr_tagscan_end(&search->scan);
    isr_escapes_end(&search->escapes);
    isr_digits_end(&search->base64);
    isr_digits_end(&search->hex);
    for (guint i = 0; (strand = strand_nth(search, i)); i++)
        isr_strand_end(strand);
}

/* A part's name may itself come from the document: it is told only if it is plain and clean. */
static gboolean is_clean_name(const IsrNeedles *needles, const char *part)
{
    IsrStrand strand;
    gboolean clean;

    isr_strand_init(&strand, needles, ISR_STRAND_MARKUP, NULL);
    for (const char *p = part; *p; p++)
        isr_strand_put(&strand, (guchar)*p);
    isr_strand_end(&strand);
    clean = !strand.found && g_str_is_ascii(part);
    isr_strand_clear(&strand);
    return clean;
}

static gboolean report_leak(Search *search, const char *part, GError **error)
{
    IsrStrand *strand;

    for (guint i = 0; (strand = strand_nth(search, i)); i++) {
        if (strand->found) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                        "a value that was to go (%s) is still in the copy: %s, %s",
                        isr_category_id(strand->found->category),
                        is_clean_name(search->needles, part) ? part : "one of its parts",
                        strand->form);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean search_bytes(gpointer self, const char *part, const guint8 *bytes, gsize length,
                             gboolean last, GError **error)
{
    Search *search = self;
    gsize at = 0;

    search->report->bytes += length;
    while (search->kind == PART_UNKNOWN && (at < length || last)) {
        while (at < length && search->n_head < sizeof search->head)
            search->head[search->n_head++] = bytes[at++];
        if (search->n_head < sizeof search->head && !last)
            return TRUE;
        begin(search);
        for (guint i = 0; i < search->n_head; i++)
            put_byte(search, search->head[i]);
    }
    for (; at < length; at++)
        put_byte(search, bytes[at]);
    if (last) {
        end(search);
        search->report->parts++;
        search->kind = PART_UNKNOWN;
        search->n_head = 0;
    }
    return report_leak(search, part, error);
}

gboolean isr_verify_bytes(const IsrFormat *format, IsrInput *copy, const GPtrArray *secrets,
                          const IsrPatterns *patterns, IsrVerifyReport *report, GError **error)
{
    g_autoptr(IsrNeedles) needles = isr_needles_new(secrets, patterns);
    g_autofree Search *search = g_new(Search, 1);
    gboolean clean;

    *report = (IsrVerifyReport){.values = needles->needles->len, .excused = needles->excused};
    search_init(search, needles, report);
    clean = format->unpack(copy, search_bytes, search, error);
    search_clear(search);
    return clean;
}
