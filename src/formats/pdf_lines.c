/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are what the reader of the page put between gaps; lines are made anew of their places.
 * It knows nothing of paragraphs and tables. */
#include "pdf_lines.h"

#include <math.h>
#include <string.h>

#define GUTTER 1.5      /* heights of a letter: a wider gap parts what stands side by side */
#define NARROW 0.6      /* likewise, where what follows was not drawn next */
#define AFTER_ITEM 4.0  /* likewise, behind the mark of a list */
#define SPLIT 0.3       /* likewise, within what poppler takes for a word */
#define SPACED 1.3      /* the widest gap between the letters of one word, if they are spaced */
#define MOST_UNEVEN 1.6 /* times the usual gap: here the next spaced word begins */
#define BLANK 0.7       /* heights: the widest space */
#define SAME_RULE 3.0   /* points */
#define SLACK 2.0       /* points by which rules may fall short */

typedef struct {
    IsrPdfLines *lines;
    GArray *words; /* of IsrPdfWord, as they come */
    GArray *rows;  /* of GArray of words: what stands at one height */
} Layout;

const IsrPdfLine *isr_pdf_line_nth(const IsrPdfLines *lines, guint n)
{
    return &g_array_index(lines->lines, IsrPdfLine, n);
}

const IsrPdfWord *isr_pdf_word_nth(const IsrPdfLines *lines, guint n)
{
    return &g_array_index(lines->words, IsrPdfWord, n);
}

static const IsrGlyph *glyph_nth(const IsrPdfPage *page, guint n)
{
    return &g_array_index(page->glyphs, IsrGlyph, n);
}

static double height_of(const IsrPlace *place)
{
    return place->bottom - place->top;
}

static void stretch(IsrPlace *place, const IsrPlace *by)
{
    place->left = MIN(place->left, by->left);
    place->top = MIN(place->top, by->top);
    place->right = MAX(place->right, by->right);
    place->bottom = MAX(place->bottom, by->bottom);
}

/* --- rules --- */

/* Borders of neighbours are one rule, drawn twice. */
static gboolean is_known_rule(const GArray *known, double at)
{
    for (guint i = 0; i < known->len; i++)
        if (fabs(g_array_index(known, double, i) - at) < SAME_RULE)
            return TRUE;
    return FALSE;
}

guint isr_pdf_rules_down(const IsrPdfPage *page, double left, double right, double y, double *first)
{
    g_autoptr(GArray) known = g_array_new(FALSE, FALSE, sizeof(double));

    for (guint i = 0; i < page->rules->len; i++) {
        const IsrPlace *rule = &g_array_index(page->rules, IsrPlace, i);

        if (rule->left < left - 1 || rule->right > right + 1 || rule->top > y + SLACK ||
            rule->bottom < y - SLACK || height_of(rule) <= rule->right - rule->left)
            continue;
        if (first && (known->len == 0 || rule->left < *first))
            *first = rule->left;
        if (!is_known_rule(known, rule->left))
            g_array_append_val(known, rule->left);
    }
    return known->len;
}

gboolean isr_pdf_rule_across(const IsrPdfPage *page, double top, double bottom, double left,
                             double right)
{
    for (guint i = 0; i < page->rules->len; i++) {
        const IsrPlace *rule = &g_array_index(page->rules, IsrPlace, i);

        if (rule->top >= top && rule->bottom <= bottom && rule->left <= left + SLACK &&
            rule->right >= right - SLACK)
            return TRUE;
    }
    return FALSE;
}

/* --- words --- */

/* TRUE if white is left between the two that no letter's own space is. poppler puts nothing between
 * the cells of a table. */
static gboolean are_split(const IsrPlace *a, const IsrPlace *b)
{
    const double across = MAX(b->left - a->right, a->left - b->right);
    const double down = MAX(b->top - a->bottom, a->top - b->bottom);

    return MAX(across, down) > SPLIT * MAX(height_of(a), height_of(b));
}

static IsrPdfWord word_of(const IsrPdfPage *page, guint first)
{
    IsrPdfWord word = {.first = first, .place = glyph_nth(page, first)->place};

    word.sequence = glyph_nth(page, first)->sequence;
    for (word.end = first; word.end < page->glyphs->len; word.end++) {
        const IsrGlyph *glyph = glyph_nth(page, word.end);

        if (isr_glyph_is_space(glyph) ||
            (word.end > first && are_split(&glyph[-1].place, &glyph->place)))
            break;
        stretch(&word.place, &glyph->place);
        word.sequence = MIN(word.sequence, glyph->sequence);
        word.letters += (guint)g_utf8_strlen(glyph->text, -1); /* OCR sees whole words */
    }
    return word;
}

static gboolean ends_line(const IsrGlyph *glyph)
{
    return strchr(glyph->text, '\n') != NULL;
}

/* A word of three glyphs and more that goes further down than across. */
static gboolean is_turned(const IsrPdfPage *page, const IsrPdfWord *word)
{
    const IsrPlace *first = &glyph_nth(page, word->first)->place;
    const IsrPlace *last = &glyph_nth(page, word->end - 1)->place;

    return word->end - word->first > 2 &&
           fabs(first->left + first->right - last->left - last->right) <
               fabs(first->top + first->bottom - last->top - last->bottom);
}

static void add_line(IsrPdfLines *lines, GArray *words, gboolean turned)
{
    IsrPdfLine line = {.first = lines->words->len, .turned = turned, .sequence = G_MAXUINT};

    line.place = g_array_index(words, IsrPdfWord, 0).place;
    for (guint i = 0; i < words->len; i++) {
        IsrPdfWord *word = &g_array_index(words, IsrPdfWord, i);

        stretch(&line.place, &word->place);
        line.height = MAX(line.height, height_of(&word->place));
        line.sequence = MIN(line.sequence, word->sequence);
        g_array_append_val(lines->words, *word);
    }
    line.end = lines->words->len;
    g_array_append_val(lines->lines, line);
}

/* The words of one line as it was read; upright ones are lined up anew. */
static void take_read_line(Layout *layout, GArray *read)
{
    gboolean turned = FALSE;

    for (guint i = 0; i < read->len; i++)
        turned = turned || is_turned(layout->lines->page, &g_array_index(read, IsrPdfWord, i));
    if (turned)
        add_line(layout->lines, read, TRUE);
    else if (read->len > 0)
        g_array_append_vals(layout->words, read->data, read->len);
    g_array_set_size(read, 0);
}

static void take_words(Layout *layout)
{
    const IsrPdfPage *page = layout->lines->page;
    g_autoptr(GArray) read = g_array_new(FALSE, FALSE, sizeof(IsrPdfWord));

    for (guint i = 0; i < page->glyphs->len;) {
        if (isr_glyph_is_space(glyph_nth(page, i))) {
            if (ends_line(glyph_nth(page, i)))
                take_read_line(layout, read);
            i++;
            continue;
        }
        const IsrPdfWord word = word_of(page, i);

        g_array_append_val(read, word);
        i = word.end;
    }
    take_read_line(layout, read);
}

/* --- what stands at one height --- */

static gint by_height(gconstpointer a, gconstpointer b)
{
    const IsrPdfWord *x = a, *y = b;
    const double one = x->place.top + x->place.bottom, other = y->place.top + y->place.bottom;

    return one != other ? (one < other ? -1 : 1) : (x->first < y->first ? -1 : 1);
}

static gint by_left(gconstpointer a, gconstpointer b)
{
    const IsrPdfWord *x = a, *y = b;

    return x->place.left != y->place.left ? (x->place.left < y->place.left ? -1 : 1)
                                          : (x->first < y->first ? -1 : 1);
}

static gboolean at_one_height(const IsrPlace *row, const IsrPlace *word)
{
    const double common = MIN(row->bottom, word->bottom) - MAX(row->top, word->top);

    return common >= 0.5 * MIN(height_of(row), height_of(word));
}

static void row_free(gpointer row)
{
    g_array_unref(*(GArray **)row);
}

static void take_rows(Layout *layout)
{
    IsrPlace measure = {0};
    GArray *row = NULL;

    g_array_sort(layout->words, by_height);
    for (guint i = 0; i < layout->words->len; i++) {
        const IsrPdfWord *word = &g_array_index(layout->words, IsrPdfWord, i);

        if (!row || !at_one_height(&measure, &word->place)) {
            row = g_array_new(FALSE, FALSE, sizeof(IsrPdfWord));
            g_array_append_val(layout->rows, row);
            measure = word->place;
        }
        g_array_append_val(row, *word);
    }
}

/* --- lines --- */

/* Bullets of the symbol fonts are private characters. */
static gboolean is_bullet(gunichar c)
{
    return c == '*' || c == '-' || c == 0xb7 || c == 0x2013 || c == 0x2014 || c == 0x2022 ||
           c == 0x2043 || (c >= 0x2190 && c <= 0x2bff) || (c >= 0xe000 && c <= 0xf8ff);
}

static gboolean is_item_mark(const IsrPdfPage *page, const IsrPdfWord *word)
{
    const char *first = glyph_nth(page, word->first)->text;
    const char *last = glyph_nth(page, word->end - 1)->text;

    if (word->letters == 1)
        return is_bullet(g_utf8_get_char(first));
    return word->letters <= 4 && (strcmp(last, ".") == 0 || strcmp(last, ")") == 0) &&
           (strcmp(first, "(") == 0 || g_ascii_isdigit(*first) || word->letters == 2);
}

gboolean isr_pdf_line_is_item(const IsrPdfLines *lines, const IsrPdfLine *line)
{
    return line->end > line->first + 1 &&
           is_item_mark(lines->page, isr_pdf_word_nth(lines, line->first));
}

/* TRUE if @right was drawn next, but for spaces; of text that is not drawn, if it was read next,
 * with a space in between, which poppler does not see between cells. */
static gboolean is_follower(const IsrPdfPage *page, const IsrPdfWord *left, const IsrPdfWord *right)
{
    if (!glyph_nth(page, right->first)->drawn)
        return right->first == left->end + 1;
    const guint last = glyph_nth(page, left->end - 1)->sequence;

    return right->sequence >= last &&
           right->sequence - last <= glyph_nth(page, right->first)->blanks + 1;
}

/* TRUE if what stands between the two is spaces that are drawn, one or many. */
static gboolean are_spaced(const IsrPdfPage *page, const IsrPdfWord *left, const IsrPdfWord *right,
                           double gap)
{
    return is_follower(page, left, right) && gap < BLANK * glyph_nth(page, right->first)->blanks;
}

/* TRUE if @right begins a line of its own beside @left; @start: @left begins its line. */
static gboolean are_apart(const IsrPdfPage *page, const IsrPdfWord *left, const IsrPdfWord *right,
                          gboolean start)
{
    const double height = MAX(height_of(&left->place), height_of(&right->place));
    const double gap = (right->place.left - left->place.right) / MAX(height, 1);
    const gboolean boxes = left->letters == 1 && right->letters == 1 && gap < 2.5;

    if (!boxes && gap > 0 &&
        isr_pdf_rules_down(page, left->place.right, right->place.left,
                           (right->place.top + right->place.bottom) / 2, NULL) > 0)
        return TRUE;
    if ((start && is_item_mark(page, left) && gap < AFTER_ITEM) ||
        are_spaced(page, left, right, gap))
        return FALSE;
    return (gap > GUTTER && !boxes) || (gap > NARROW && !is_follower(page, left, right));
}

static double gap_before(const GArray *words, guint n)
{
    return g_array_index(words, IsrPdfWord, n).place.left -
           g_array_index(words, IsrPdfWord, n - 1).place.right;
}

static gint by_size(gconstpointer a, gconstpointer b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* "Z e p h y r i n e": words @first to before @end have one letter each. */
static void join_spaced(GArray *words, guint first, guint end)
{
    g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(double));

    for (guint i = first + 1; i < end; i++) {
        const double gap = gap_before(words, i);

        g_array_append_val(gaps, gap);
    }
    g_array_sort(gaps, by_size);
    const double usual = g_array_index(gaps, double, gaps->len / 2);

    for (guint i = first + 1; i < end; i++) {
        IsrPdfWord *word = &g_array_index(words, IsrPdfWord, i);
        const double gap = gap_before(words, i);

        word->joined =
            gap <= usual * MOST_UNEVEN + 0.5 && gap < SPACED * 2 * height_of(&word->place);
    }
}

static void find_spaced(GArray *words)
{
    for (guint first = 0, end; first < words->len; first = end) {
        end = first;
        while (end < words->len && g_array_index(words, IsrPdfWord, end).letters == 1)
            end++;
        if (end - first > 3)
            join_spaced(words, first, end);
        end = MAX(end, first + 1);
    }
}

/* --- lines that run from right to left --- */

/* Letters that run from right to left less those that run from left to right. */
static gint leftward(const IsrPdfPage *page, const IsrPdfWord *word)
{
    gint sum = 0;

    for (guint i = word->first; i < word->end; i++) {
        const gunichar c = g_utf8_get_char(glyph_nth(page, i)->text);
        const gboolean back = (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
                              (c >= 0xfe70 && c <= 0xfeff);

        sum += back ? 1 : g_unichar_isalnum(c) ? -1 : 0;
    }
    return sum;
}

static void reverse(GArray *words, guint first, guint end)
{
    while (first + 1 < end) {
        IsrPdfWord *one = &g_array_index(words, IsrPdfWord, first++);
        IsrPdfWord *other = &g_array_index(words, IsrPdfWord, --end);
        const IsrPdfWord was = *one;

        *one = *other;
        *other = was;
    }
}

/* Words in the order in which they are read: those that run against the line as a group. */
static void turn_words(const IsrPdfPage *page, GArray *words)
{
    gint sum = 0;
    guint back = 0;

    for (guint i = 0; i < words->len; i++) {
        const gint way = leftward(page, &g_array_index(words, IsrPdfWord, i));

        sum += way;
        back += way > 0;
    }
    if (back == 0)
        return;
    if (sum > 0)
        reverse(words, 0, words->len);
    for (guint first = 0, end; first < words->len; first = MAX(end, first + 1)) {
        end = first;
        while (end < words->len &&
               (leftward(page, &g_array_index(words, IsrPdfWord, end)) > 0) != (sum > 0))
            end++;
        reverse(words, first, end);
    }
}

static void end_piece(Layout *layout, GArray *piece)
{
    if (piece->len == 0)
        return;
    find_spaced(piece);
    turn_words(layout->lines->page, piece);
    add_line(layout->lines, piece, FALSE);
    g_array_set_size(piece, 0);
}

static void cut_row(Layout *layout, GArray *row)
{
    const IsrPdfPage *page = layout->lines->page;
    g_autoptr(GArray) piece = g_array_new(FALSE, FALSE, sizeof(IsrPdfWord));

    g_array_sort(row, by_left);
    for (guint i = 0; i < row->len; i++) {
        IsrPdfWord *word = &g_array_index(row, IsrPdfWord, i);

        if (i > 0) {
            const IsrPdfWord *before = &g_array_index(row, IsrPdfWord, i - 1);

            if (are_apart(page, before, word, piece->len == 1))
                end_piece(layout, piece);
        }
        g_array_append_val(piece, *word);
    }
    end_piece(layout, piece);
}

static gint by_drawing(gconstpointer a, gconstpointer b)
{
    const IsrPdfLine *x = a, *y = b;

    if (x->sequence != y->sequence)
        return x->sequence < y->sequence ? -1 : 1;
    return x->place.top != y->place.top ? (x->place.top < y->place.top ? -1 : 1)
                                        : (x->first < y->first ? -1 : 1);
}

IsrPdfLines *isr_pdf_lines_new(const IsrPdfPage *page)
{
    IsrPdfLines *lines = g_new0(IsrPdfLines, 1);
    Layout layout = {.lines = lines};

    lines->page = page;
    lines->words = g_array_new(FALSE, FALSE, sizeof(IsrPdfWord));
    lines->lines = g_array_new(FALSE, FALSE, sizeof(IsrPdfLine));
    layout.words = g_array_new(FALSE, FALSE, sizeof(IsrPdfWord));
    layout.rows = g_array_new(FALSE, FALSE, sizeof(GArray *));
    g_array_set_clear_func(layout.rows, row_free);
    take_words(&layout);
    take_rows(&layout);
    for (guint i = 0; i < layout.rows->len; i++)
        cut_row(&layout, g_array_index(layout.rows, GArray *, i));
    g_array_sort(lines->lines, by_drawing);
    g_array_unref(layout.words);
    g_array_unref(layout.rows);
    return lines;
}

void isr_pdf_lines_free(IsrPdfLines *lines)
{
    if (!lines)
        return;
    g_array_unref(lines->words);
    g_array_unref(lines->lines);
    g_free(lines);
}
