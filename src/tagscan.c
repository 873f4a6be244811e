/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text or mark-up: a state for each kind of thing that begins with '<'. What is broken is still
 * passed on, as one or the other. */
#include "tagscan.h"

#include "decoding.h"

#include <string.h>

enum { IN_TEXT, IN_OPENING, IN_TAG, IN_COMMENT, IN_CDATA, IN_INSTRUCTION };

void isr_tagscan_init(IsrTagScan *scan, IsrTagSink sink)
{
    *scan = (IsrTagScan){.sink = sink, .state = IN_TEXT};
}

static void pass(IsrTagScan *scan, gunichar c)
{
    if (scan->state == IN_TEXT || scan->state == IN_CDATA)
        scan->sink.text(scan->sink.self, c);
    else
        scan->sink.markup(scan->sink.self, c);
}

/* Tags that a word may run across. */
static gboolean is_inline(const char *name)
{
    static const char *const names[] = {"r",
                                        "t",
                                        "span",
                                        "a",
                                        "hyperlink",
                                        "ins",
                                        "del",
                                        "moveTo",
                                        "smartTag",
                                        "proofErr",
                                        "sdt",
                                        "sdtContent",
                                        "rPr",
                                        "bookmarkStart",
                                        "bookmarkEnd",
                                        "lang",
                                        "noBreakHyphen",
                                        "softHyphen",
                                        "bookmark",
                                        "bookmark-start",
                                        "bookmark-end",
                                        "change",
                                        "meta",
                                        "soft-page-break",
                                        "lastRenderedPageBreak",
                                        "fldSimple",
                                        "permStart",
                                        "permEnd",
                                        "commentRangeStart",
                                        "commentRangeEnd",
                                        "reference-mark",
                                        "dir",
                                        "bdo",
                                        "delText",
                                        "instrText"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        /* The scanner keeps the beginning of a long name. */
        if (strncmp(names[i], name, sizeof(((IsrTagScan *)0)->name) - 1) == 0)
            return TRUE;
    }
    return FALSE;
}

static void end_tag(IsrTagScan *scan)
{
    scan->name[scan->n_name] = '\0';
    scan->state = IN_TEXT;
    scan->sink.markup(scan->sink.self, ' ');
    if (g_str_equal(scan->name, "rPr") && !scan->empty) {
        if (!scan->closing)
            scan->properties++;
        else if (scan->properties)
            scan->properties--;
    } else if (!scan->properties && !is_inline(scan->name)) {
        scan->sink.line(scan->sink.self);
    }
    if (g_str_equal(scan->name, "p") && scan->closing)
        scan->properties = 0; /* broken mark-up must not hide the rest */
}

static void put_name(IsrTagScan *scan, gunichar c)
{
    if (scan->named)
        return;
    if (c == ':')
        scan->n_name = 0;
    else if (c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r')
        scan->named = TRUE;
    else if (scan->n_name + 1 < sizeof scan->name)
        scan->name[scan->n_name++] = c < 0x80 ? (char)c : '?';
}

static void put_tag(IsrTagScan *scan, gunichar c)
{
    if (scan->quote) {
        if (c == scan->quote)
            scan->quote = 0;
        pass(scan, c);
        return;
    }
    if (c == '>') {
        end_tag(scan);
        return;
    }
    scan->empty = c == '/';
    if (c == '"' || c == '\'')
        scan->quote = c;
    put_name(scan, c);
    pass(scan, c);
}

/* TRUE if the last characters are @end. */
static gboolean ends_in(const IsrTagScan *scan, const char *end)
{
    gsize n = strlen(end);

    for (gsize i = 0; i < n; i++) {
        if (scan->recent[G_N_ELEMENTS(scan->recent) - n + i] != (guchar)end[i])
            return FALSE;
    }
    return TRUE;
}

/* After '<': what is it that begins? */
static void put_opening(IsrTagScan *scan, gunichar c)
{
    scan->n_name = 0;
    scan->named = scan->closing = scan->empty = FALSE;
    scan->quote = 0;
    if (c == '!' || (c == '-' && ends_in(scan, "<!-")))
        return;
    if (ends_in(scan, "<!--")) {
        scan->state = IN_COMMENT;
    } else if (c == '?') {
        scan->state = IN_INSTRUCTION;
    } else if (c == '[' && ends_in(scan, "<![")) {
        return;
    } else if (c == '[' && ends_in(scan, "[CDATA[")) {
        scan->state = IN_CDATA;
    } else if (!ends_in(scan, "<![C") && !ends_in(scan, "![CD") && !ends_in(scan, "[CDA") &&
               !ends_in(scan, "[CDAT") && !ends_in(scan, "[CDATA")) {
        scan->state = IN_TAG;
        scan->closing = c == '/';
        if (!scan->closing)
            put_tag(scan, c);
    }
}

static void put_cdata(IsrTagScan *scan, gunichar c)
{
    if (c == ']') {
        scan->brackets++;
        return;
    }
    gboolean ends = c == '>' && scan->brackets >= 2;

    for (guint i = ends ? 2 : 0; i < scan->brackets; i++)
        pass(scan, ']');
    if (ends)
        scan->state = IN_TEXT;
    else
        pass(scan, c);
    scan->brackets = 0;
}

static void put_plain(IsrTagScan *scan, gunichar c)
{
    switch (scan->state) {
    case IN_TEXT:
        if (c == '<') {
            scan->state = IN_OPENING;
            scan->sink.markup(scan->sink.self, ' ');
        } else {
            pass(scan, c);
        }
        break;
    case IN_OPENING:
        put_opening(scan, c);
        break;
    case IN_TAG:
        put_tag(scan, c);
        break;
    case IN_COMMENT:
    case IN_INSTRUCTION:
        pass(scan, c);
        if (ends_in(scan, scan->state == IN_COMMENT ? "-->" : "?>"))
            scan->state = IN_TEXT;
        break;
    case IN_CDATA:
        put_cdata(scan, c);
        break;
    default:
        break;
    }
}

static void release_reference(IsrTagScan *scan)
{
    for (guint i = 0; i < scan->n_reference; i++)
        pass(scan, (guchar)scan->reference[i]);
    scan->n_reference = 0;
}

/* Holds "&#81;" back until it is whole; TRUE if @c was taken. */
static gboolean put_reference(IsrTagScan *scan, gunichar c)
{
    gunichar stands_for;

    if (scan->n_reference == 0) {
        if (c != '&' || (scan->state != IN_TEXT && scan->state != IN_TAG))
            return FALSE;
    } else if (c == ';') {
        stands_for = isr_reference_char(scan->reference + 1, scan->n_reference - 1);
        if (stands_for) {
            scan->n_reference = 0;
            pass(scan, stands_for);
            return TRUE;
        }
    }
    if (scan->n_reference > 0 && (c >= 0x80 || (!g_ascii_isalnum((char)c) && c != '#'))) {
        release_reference(scan);
        return put_reference(scan, c);
    }
    if (scan->n_reference == sizeof scan->reference)
        release_reference(scan);
    scan->reference[scan->n_reference++] = (char)c;
    return TRUE;
}

void isr_tagscan_put(IsrTagScan *scan, gunichar c)
{
    memmove(scan->recent, scan->recent + 1, sizeof scan->recent - sizeof scan->recent[0]);
    scan->recent[G_N_ELEMENTS(scan->recent) - 1] = c;
    if (!put_reference(scan, c))
        put_plain(scan, c);
}

void isr_tagscan_end(IsrTagScan *scan)
{
    release_reference(scan);
}
