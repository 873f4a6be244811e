/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences. A stretch is what no line end or border of a cell parts; lines that a page's width
 * alone broke are one stretch. Stretches are then cut where sentences end. */
#include "sentences.h"

#include <string.h>

/* A line that a page's width broke is about as long as the page is wide. */
#define NARROW 45
#define WIDE 120
/* "[14/03/2025, 10:15:02] Jodie E: " and "21:58 PC 5580 CROWE: " */
#define MOST_STAMP 70
/* What goes on longer is a list or has no stops. */
#define MOST_BYTES 1500

typedef struct {
    const GString *text;
    const IsrLists *lists;
    GArray *sentences;
    guint cell;
    gboolean row; /* lines of a cell are paragraphs */
    gsize widest; /* line */
} Cutter;

static gboolean is_stop(char c)
{
    return c == '.' || c == '!' || c == '?';
}

static gboolean is_closing(char c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']';
}

/* A bullet, a quotation bracket of mail, "1.", "2)", "(a)", "#": bytes at @at, 0 if there is
 * none. */
static gsize bullet(const char *text, gsize at, gsize end)
{
    gsize i = at;

    if (i < end && strchr("-*>#~", text[i]) != NULL)
        return i + 1 < end && (text[i + 1] == ' ' || text[i] == '>' || text[i] == '#') ? 1 : 0;
    if (text[i] == '\xe2' &&
        (memcmp(text + i, "\xe2\x80\xa2", 3) == 0 || memcmp(text + i, "\xe2\x97\xa6", 3) == 0 ||
         memcmp(text + i, "\xe2\x96\xaa", 3) == 0))
        return 3;
    i += i < end && text[i] == '(';
    gsize digits = strspn(text + i, G_CSET_DIGITS);

    if (digits > 0 && digits < 4)
        i += digits;
    else if (g_ascii_isalpha(text[i]))
        i++;
    else
        return 0;
    while (digits > 0 && text[i] == '.' && g_ascii_isdigit(text[i + 1]))
        i += 1 + strspn(text + i + 1, G_CSET_DIGITS);
    gboolean closes = text[i] == ')' || (text[i] == '.' && digits > 0);

    return closes && i + 1 < end && text[i + 1] == ' ' ? i + 1 - at : 0;
}

/* When and by whom a line was written: bytes up to its text, 0 if nothing says so. */
static gsize stamp(const char *text, gsize at, gsize end)
{
    guint digits = 0;
    gsize i;

    if (at == end || (text[at] != '[' && !g_ascii_isdigit(text[at])))
        return 0;
    for (i = at; i + 1 < end && i < at + MOST_STAMP; i++) {
        digits += g_ascii_isdigit(text[i]) != 0;
        if (text[i] == ':' && text[i + 1] == ' ' && digits >= 4)
            return i + 2 - at;
        if (is_stop(text[i]) && text[i + 1] == ' ')
            return 0;
    }
    return 0;
}

static IsrRange trimmed(const char *text, IsrRange range)
{
    while (range.start < range.end && g_ascii_isspace(text[range.start]))
        range.start++;
    while (range.end > range.start && g_ascii_isspace(text[range.end - 1]))
        range.end--;
    return range;
}

static void add(Cutter *cutter, IsrRange range, gboolean whole)
{
    IsrSentence sentence = {.cell = cutter->cell, .whole = whole};

    sentence.range = trimmed(cutter->text->str, range);
    if (sentence.range.start == sentence.range.end)
        return;
    for (gsize i = sentence.range.end; i > sentence.range.start; i--) {
        sentence.finished = is_stop(cutter->text->str[i - 1]);
        if (!is_closing(cutter->text->str[i - 1]))
            break;
    }
    g_array_append_val(cutter->sentences, sentence);
}

/* Whether the full stop at @at, which a space follows and then the letter at @next, ends
 * nothing. */
static gboolean is_abbreviation(const Cutter *cutter, gsize start, gsize at, gsize next)
{
    const char *text = cutter->text->str;
    gsize word = at;

    while (word > start && (guchar)text[word - 1] > ' ' && strchr("(\"/", text[word - 1]) == NULL)
        word--;
    gsize length = at - word;

    if (length == 0)
        return FALSE;
    if (length == 1 && g_ascii_isalpha(text[word]) && text[word] != 'I')
        return TRUE; /* an initial */
    if (length == 3 && text[word + 1] == '.' && g_ascii_tolower(text[word + 2]) == 'm')
        return !g_ascii_isupper(text[next]); /* a.m. */
    if (length > 2 && text[at - 2] == '.')
        return TRUE; /* e.g. */
    if (length <= 3 && g_ascii_isdigit(text[next]))
        return g_ascii_isalpha(text[word]); /* no. 4 */
    return isr_lists_has(cutter->lists, "abbreviations", text + word, (gssize)length);
}

/* Whether a sentence ends with the sign at @at; *behind is where the next may begin. */
static gboolean is_end(const Cutter *cutter, IsrRange stretch, gsize at, gsize *behind)
{
    const char *text = cutter->text->str;
    gsize next = at + 1;
    gboolean closed = FALSE;

    if (!is_stop(text[at]) || at == stretch.start)
        return FALSE;
    for (; next < stretch.end && (is_stop(text[next]) || is_closing(text[next])); next++)
        closed = closed || is_closing(text[next]);
    *behind = next;
    if (next == stretch.end)
        return TRUE;
    if (!g_ascii_isspace(text[next]))
        return FALSE;
    while (next < stretch.end && g_ascii_isspace(text[next]))
        next++;
    if (next == stretch.end)
        return TRUE;
    if (g_ascii_islower(text[next]) && (closed || text[at + 1] == '.' || text[at - 1] == '.'))
        return FALSE; /* "Why?" she said; and ... so on */
    return text[at] != '.' || closed || !is_abbreviation(cutter, stretch.start, at, next);
}

static gboolean is_too_long(const char *text, gsize start, gsize at, gsize *behind)
{
    *behind = at + 1;
    return at - start > MOST_BYTES && g_ascii_isspace(text[at]);
}

/* The program's own mark stands for itself. */
static gsize mark_end(const char *text, gsize at, gsize end)
{
    const char *close;

    if (text[at] != '[' ||
        (!g_str_has_prefix(text + at, "[Removed: ") && !g_str_has_prefix(text + at, "[REMOVED]")))
        return at;
    close = memchr(text + at, ']', end - at);
    return close ? (gsize)(close - text) + 1 : at;
}

static void cut(Cutter *cutter, IsrRange stretch)
{
    const char *text = cutter->text->str;
    gsize start = stretch.start, behind;
    gboolean first = TRUE;

    for (gsize at = start; at < stretch.end; at++) {
        gsize end = mark_end(text, at, stretch.end);

        if (end > at) {
            add(cutter, (IsrRange){start, at}, FALSE);
            add(cutter, (IsrRange){at, end}, FALSE);
            start = end;
            at = end - 1;
            first = FALSE;
        } else if (is_end(cutter, stretch, at, &behind) || is_too_long(text, start, at, &behind)) {
            gboolean all = first && behind >= trimmed(text, stretch).end;

            add(cutter, (IsrRange){start, behind}, all);
            start = behind;
            at = behind - 1;
            first = FALSE;
        }
    }
    add(cutter, (IsrRange){start, stretch.end}, first);
}

/* Past what stands before the text of a line. */
static gsize skip_lead(const char *text, gsize at, gsize end)
{
    gsize size;

    do {
        while (at < end && g_ascii_isspace(text[at]))
            at++;
        size = bullet(text, at, end);
        at += size;
    } while (size > 0);
    return at + stamp(text, at, end);
}

/* The bytes of the line that begins at @start. */
static gsize line_length(const GString *text, gsize start)
{
    const char *end = memchr(text->str + start, '\n', text->len - start);

    return (end ? (gsize)(end - text->str) : text->len) - start;
}

/* The longest line of the paragraph, which a page's width broke if none is too long. */
static gsize widest(const GString *text)
{
    gsize most = 0;

    for (gsize at = 0; at < text->len; at += line_length(text, at) + 1)
        most = MAX(most, line_length(text, at));
    return most;
}

/* TRUE if the line from @start to @end is made of fields: "Age 14   Sex M". */
static gboolean has_gap(const char *text, gsize start, gsize end)
{
    for (gsize at = start; at + 2 < end; at++)
        if (text[at] == '\t' || memcmp(text + at, "   ", 3) == 0)
            return TRUE;
    return FALSE;
}

/* Whether the line end at @at, of a line that began at @start, only broke a sentence: the next
 * line goes on in small letters, or its first word had no room. */
static gboolean is_wrap(const Cutter *cutter, gsize start, gsize at)
{
    const char *text = cutter->text->str;
    gsize next = at + 1, end = at, word;

    while (end > start && text[end - 1] == ' ')
        end--;
    while (text[next] == ' ' || text[next] == '>')
        next++;
    if (end == start || strchr(".!?:;|", text[end - 1]) != NULL || next >= cutter->text->len ||
        bullet(text, next, cutter->text->len) > 0 || strchr("[|\n\x1f", text[next]) != NULL ||
        stamp(text, next, cutter->text->len) > 0 || cutter->widest > WIDE ||
        has_gap(text, start, end))
        return FALSE;
    for (word = next; word < cutter->text->len && (guchar)text[word] > ' '; word++)
        ;
    if (g_ascii_islower(text[next]))
        return end - start > NARROW / 2;
    return end - start > NARROW && end - start + 1 + (word - next) > cutter->widest;
}

/* Where the stretch that begins at @start ends. */
static gsize stretch_end(const Cutter *cutter, gsize start)
{
    const char *text = cutter->text->str;
    gsize line = start;

    for (gsize at = start; at < cutter->text->len; at++) {
        if (text[at] == ISR_CELL_BREAK)
            return at;
        if (text[at] != '\n')
            continue;
        if (cutter->row || !is_wrap(cutter, line, at))
            return at;
        line = at + 1;
    }
    return cutter->text->len;
}

void isr_sentences_find(const GString *text, const IsrLists *lists, GArray *sentences)
{
    Cutter cutter = {.text = text, .lists = lists, .sentences = sentences};

    cutter.widest = widest(text);
    cutter.row = memchr(text->str, ISR_CELL_BREAK, text->len) != NULL;

    for (gsize start = 0; start < text->len;) {
        gsize end = stretch_end(&cutter, start);
        gsize lead = skip_lead(text->str, start, end);

        if (lead < end)
            cut(&cutter, (IsrRange){lead, end});
        cutter.cell += end < text->len && text->str[end] == ISR_CELL_BREAK;
        start = end + 1;
    }
}
