/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forms, applied to a reading. Checks run inside the match, as a callout: where one fails, PCRE2
 * goes on with the next way to match, so a longer run of digits cannot hide a valid number. */
#include "scratch.h"

#include <isredact/error.h>
#include <isredact/finding.h>
#include <isredact/rule.h>

#include <string.h>

/* Text that a pattern is run over: a reading or one cell of it. */
typedef struct {
    const char *text;
    gsize length;
    gsize base; /* where it begins in the reading */
} Subject;

/* Where a search may find a match to begin, in order. */
typedef struct {
    const guint32 *places; /* NULL: at any character */
    guint n, next;
} Places;

/* Bytes that a search which fails where it begins is taken to read. */
#define BYTES_OF_A_TRY 32
/* Bytes behind the place of a try that are shown at first; few values take a tenth. */
#define MOST_SHOWN 2000

/* Runs @code from @at; the value's range is set if it matches. 1, 0 or -1 with @error. */
static int run(IsrExpression *expression, IsrScratch *scratch, const Subject *subject, gsize at,
               gsize most, IsrRange *value, GError **error)
{
    const pcre2_code *code = isr_expression_code(expression, error);

    if (!code)
        return -1;
    PCRE2_SPTR text = (PCRE2_SPTR)subject->text;
    int rc =
        isr_expression_is_translated(expression)
            ? pcre2_jit_match(code, text, subject->length, at, 0, scratch->match, scratch->context)
            : pcre2_match(code, text, subject->length, at, PCRE2_NO_UTF_CHECK, scratch->match,
                          scratch->context);

    isr_expression_searched(expression, rc > 0 ? pcre2_get_ovector_pointer(scratch->match)[1] - at
                                               : MIN(subject->length - at, most));
    if (rc == PCRE2_ERROR_NOMATCH)
        return 0;
    if (rc < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                    "form \"%s\" takes too long to search here (PCRE2 error %d)",
                    scratch->form->name, rc);
        return -1;
    }
    if (value) {
        const PCRE2_SIZE *all = pcre2_get_ovector_pointer(scratch->match);
        const PCRE2_SIZE *ends = all + 2 * scratch->form->group;

        if (ends[0] == PCRE2_UNSET) /* a branch without the group: all that it matched */
            ends = all;
        *value = (IsrRange){ends[0], ends[1]};
    }
    return 1;
}

/* TRUE if the words of @code (or NULL) stand in @start..@end of @text. Words cannot run into a
 * limit worth refusing for: they have no loops. */
static gboolean stands_in(IsrExpression *code, IsrScratch *scratch, const char *text, gsize start,
                          gsize end)
{
    Subject subject = {text + start, end - start, 0};

    return code && run(code, scratch, &subject, 0, G_MAXSIZE, NULL, NULL) > 0;
}

static gsize back_by(const char *text, gsize at, gsize window)
{
    gsize start = at > window ? at - window : 0;

    while (start < at && ((guchar)text[start] & 0xC0) == 0x80)
        start++;
    return start;
}

static gsize on_by(const char *text, gsize length, gsize at, gsize window)
{
    gsize end = length - at > window ? at + window : length;

    while (end > at && end < length && ((guchar)text[end] & 0xC0) == 0x80)
        end--;
    return end;
}

/* The heading of the column that the byte @at of the reading stands in, or NULL. Goes on from
 * where it last counted. */
static const char *heading_at(IsrScratch *scratch, gsize at)
{
    const IsrReading *reading = scratch->reading;
    const GPtrArray *columns = reading->block->columns;

    if (!columns)
        return NULL;
    if (at < scratch->counted)
        scratch->counted = scratch->column = 0;
    for (; scratch->counted < at; scratch->counted++)
        scratch->column += reading->text->str[scratch->counted] == ISR_CELL_BREAK;
    return scratch->column < columns->len ? g_ptr_array_index(columns, scratch->column) : NULL;
}

static gboolean has_context(const IsrForm *form, IsrScratch *scratch, IsrRange value)
{
    const GString *text = scratch->reading->text;
    const char *heading;

    if (!form->before && !form->after)
        return FALSE;

    if (stands_in(form->before, scratch, text->str, back_by(text->str, value.start, form->window),
                  value.start) ||
        stands_in(form->after, scratch, text->str, value.end,
                  on_by(text->str, text->len, value.end, form->window)))
        return TRUE;
    heading = form->before ? heading_at(scratch, value.start) : NULL;
    return heading && stands_in(form->before, scratch, heading, 0, strlen(heading));
}

static gboolean is_spoken_against(const IsrForm *form, IsrScratch *scratch, IsrRange value)
{
    const GString *text = scratch->reading->text;
    const char *heading = form->unless_before ? heading_at(scratch, value.start) : NULL;

    return stands_in(form->unless_before, scratch, text->str, back_by(text->str, value.start, 60),
                     value.start) ||
           stands_in(form->unless_after, scratch, text->str, value.end,
                     on_by(text->str, text->len, value.end, 40)) ||
           (heading && stands_in(form->unless_before, scratch, heading, 0, strlen(heading)));
}

/* Adds the match if its context and score allow; FALSE if they do not. */
static gboolean accept(const IsrForm *form, IsrScratch *scratch, IsrRange value, guint flags,
                       GArray *matches)
{
    IsrMatch match = {.start = value.start,
                      .end = value.end,
                      .score = form->score,
                      .flags = flags,
                      .form = form->name,
                      .checked = form->checks[0] && !(flags & ISR_FINDING_FAILED)};

    if (value.start >= value.end || is_spoken_against(form, scratch, value))
        return FALSE;
    match.in_context = has_context(form, scratch, value);
    if (form->needs_context && !match.in_context)
        return FALSE;
    if (match.in_context && !form->needs_context)
        match.score = MIN(1.0, match.score + form->boost);
    if (match.score < ISR_SCORE_FLOOR)
        return FALSE;
    g_array_append_val(matches, match);
    return TRUE;
}

/* TRUE if @value overlaps one of the matches @from..@to, which are in order; @from moves on to the
 * first that ends behind the value's start. */
static gboolean overlaps(const GArray *matches, guint *from, guint to, IsrRange value)
{
    while (*from < to && g_array_index(matches, IsrMatch, *from).end <= value.start)
        (*from)++;
    return *from < to && g_array_index(matches, IsrMatch, *from).start < value.end;
}

/* Further values behind @at that share the label: "refs 12/345 and 12/346". */
static gboolean match_more(const IsrForm *form, IsrScratch *scratch, const Subject *subject,
                           gsize *at, guint flags, GArray *matches, GError **error)
{
    int rc = 0;
    IsrRange value;

    while (form->more &&
           (rc = run(form->more, scratch, subject, *at, BYTES_OF_A_TRY, &value, error)) > 0) {
        IsrRange place = {value.start + subject->base, value.end + subject->base};

        if (value.end <= *at || !accept(form, scratch, place, flags, matches))
            return TRUE;
        *at = value.end;
    }
    return rc >= 0;
}

/* The next place from @at on, which moves there; FALSE if there is none. */
static gboolean next_place(Places *places, const Subject *subject, gsize *at)
{
    if (!places->places) {
        while (*at < subject->length && ((guchar)subject->text[*at] & 0xC0) == 0x80)
            (*at)++;
        return *at <= subject->length;
    }
    while (places->next < places->n && places->places[places->next] < *at)
        places->next++;
    if (places->next == places->n)
        return FALSE;
    *at = places->places[places->next];
    return TRUE;
}

/* As run(), but of what lies behind @at only as much is shown as values take, so that a word
 * without end is not read anew from each of its places; all of it where a match takes all that is
 * shown. */
static int run_at(IsrExpression *code, IsrScratch *scratch, const Subject *subject, gsize at,
                  IsrRange *value, GError **error)
{
    Subject shown = *subject;
    int rc;

    shown.length = on_by(subject->text, subject->length, at, MOST_SHOWN);
    rc = run(code, scratch, &shown, at, BYTES_OF_A_TRY, value, error);
    if (rc > 0 && shown.length < subject->length &&
        pcre2_get_ovector_pointer(scratch->match)[1] == shown.length)
        rc = run(code, scratch, subject, at, BYTES_OF_A_TRY, value, error);
    return rc;
}

/* The first match of the form's value from @at on; as run(). Anchored expressions are tried at one
 * of @places after another; with no @places @code searches itself. */
static int find(IsrExpression *code, IsrScratch *scratch, const Subject *subject, Places *places,
                gsize at, IsrRange *value, GError **error)
{
    if (!places)
        return at <= subject->length ? run(code, scratch, subject, at, G_MAXSIZE, value, error) : 0;
    for (; next_place(places, subject, &at); at++) {
        int rc = run_at(code, scratch, subject, at, value, error);

        if (rc != 0)
            return rc;
    }
    return 0;
}

/* All matches of @code in @subject. A second, lenient time for forms that flag what fails. */
static gboolean match_all(const IsrForm *form, IsrExpression *code, IsrScratch *scratch,
                          const Subject *subject, Places *places, guint flags, GArray *matches,
                          GError **error)
{
    guint from = matches->len, to = from;

    for (int lenient = 0; lenient <= (form->flag_failed ? 1 : 0); lenient++) {
        guint added = flags | (lenient ? ISR_FINDING_FAILED : 0);
        gsize at = 0;
        IsrRange value;
        int rc;

        scratch->strict = !lenient;
        if (places)
            places->next = 0;
        while ((rc = find(code, scratch, subject, places, at, &value, error)) != 0) {
            IsrRange place = {value.start + subject->base, value.end + subject->base};
            const gsize before = at;
            gboolean taken;

            if (rc < 0)
                return FALSE;
            taken = !(lenient && overlaps(matches, &from, to, place)) &&
                    accept(form, scratch, place, added, matches);
            at = MAX(before, taken ? value.end : value.start); /* it may stand in a lookbehind */
            if (taken && !match_more(form, scratch, subject, &at, added, matches, error))
                return FALSE;
            if (!taken || value.start == value.end || at == before) /* on by one character */
                at = at < subject->length
                         ? (gsize)(g_utf8_next_char(subject->text + at) - subject->text)
                         : at + 1;
        }
        to = matches->len;
    }
    return TRUE;
}

/* TRUE if @heading is one of the form's labels; the same heading stands above all rows. */
static gboolean is_headed(const IsrForm *form, IsrScratch *scratch, const char *heading)
{
    guint8 *known = NULL;

    if (scratch->headings && form->number != ISR_FORM_NO_NUMBER)
        known = isr_scratch_heading(scratch, heading) + form->number;
    if (known && *known)
        return *known == 2;
    gboolean headed = stands_in(form->heading, scratch, heading, 0, strlen(heading));

    if (known)
        *known = headed ? 2 : 1;
    return headed;
}

/* Values in the cells of a column whose heading is one of the form's labels. */
static gboolean match_columns(const IsrForm *form, IsrScratch *scratch, guint flags,
                              GArray *matches, GError **error)
{
    const GString *text = scratch->reading->text;
    const GPtrArray *columns = scratch->reading->block->columns;
    gsize start = 0;

    for (guint i = 0; i < columns->len && start <= text->len; i++) {
        const char *heading = g_ptr_array_index(columns, i);
        const char *border = memchr(text->str + start, ISR_CELL_BREAK, text->len - start);
        gsize end = border ? (gsize)(border - text->str) : text->len;
        Subject cell = {text->str + start, end - start, start};
        guint before = matches->len;

        if (heading && is_headed(form, scratch, heading) &&
            !match_all(form, form->alone, scratch, &cell, NULL, flags, matches, error))
            return FALSE;
        if (form->vague && matches->len > before &&
            g_array_index(matches, IsrMatch, before).end < end)
            g_array_set_size(matches, before); /* a sentence, not a reference */
        start = end + 1;
    }
    return TRUE;
}

/* What the reading as a whole must hold. */
static gboolean may_match(const IsrForm *form, IsrScratch *scratch)
{
    gboolean may = form->needs == NULL;

    isr_scratch_survey(scratch);
    for (const char *p = form->needs; p && *p && !may; p++)
        may = scratch->present[(guchar)*p];
    if (!may || !form->keys)
        return may;
    for (guint i = 0; i < form->keys->len; i++) {
        if (isr_wordset_may_hold(&scratch->words, g_array_index(form->keys, guint32, i)))
            return TRUE;
    }
    return FALSE;
}

static Places places_of(const IsrForm *form, const IsrScratch *scratch)
{
    static const guint32 none[1] = {0};
    Places places = {NULL, 0, 0};

    if (!scratch->sieve || form->number == ISR_FORM_NO_NUMBER)
        return places;
    places.places = isr_sieve_places(scratch->sieve, form->number, &places.n);
    if (places.n == 0)
        places.places = none;
    return places;
}

gboolean isr_form_has_places(const IsrForm *form, const IsrScratch *scratch)
{
    return !scratch->sieve || form->number == ISR_FORM_NO_NUMBER ||
           isr_sieve_has_places(scratch->sieve, form->number) ||
           (form->heading && scratch->reading->block->columns);
}

gboolean isr_form_match(const IsrForm *form, IsrScratch *scratch, GArray *matches, GError **error)
{
    gboolean in_columns = form->heading && scratch->reading->block->columns;
    Places places = places_of(form, scratch);

    if (!may_match(form, scratch))
        return TRUE;
    const GString *text = scratch->reading->text;
    Subject whole = {text->str, text->len, 0};
    guint flags = form->heading && !form->vague ? ISR_FINDING_LABELLED : 0;

    scratch->form = form;
    if (!match_all(form, form->code, scratch, &whole, &places, flags, matches, error))
        return FALSE;
    return !in_columns || match_columns(form, scratch, flags, matches, error);
}
