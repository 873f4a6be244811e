/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recognising the program's own marks in a copy. Whoever writes between brackets what is no mark
 * gets no shelter: a mark is of words that are all listed here or in category.h. */
#include "mark.h"

#include <string.h>

/* Longer than any mark that the program writes. */
#define MARK_BYTES 640
/* More people than one record names. */
#define MOST_DIGITS 4

/* What people are called in marks: the kin of patterns/labels, as tests/test_mark.c holds us to,
 * and what stands for those whom nothing calls anything. */
static const char *const callings[] = {
    "ADVOCATE",
    "ATTENDANCE OFFICER",
    "AUNT",
    "BROTHER",
    "CARER",
    "CHILD",
    "COUSIN",
    "DAUGHTER",
    "DOCTOR",
    "FAMILY MEMBER",
    "FATHER",
    "FRIEND",
    "GODPARENT",
    "GP",
    "GRANDFATHER",
    "GRANDMOTHER",
    "GRANDPARENT",
    "GUARDIAN AD LITEM",
    "HEAD TEACHER",
    "HEALTH VISITOR",
    "HOUSEHOLD",
    "HOUSING OFFICER",
    "HUSBAND",
    "INTERPRETER",
    "LANDLORD",
    "MANAGER",
    "MIDWIFE",
    "MOTHER",
    "NEIGHBOUR",
    "NEPHEW",
    "NEXT OF KIN",
    "NIECE",
    "NURSE",
    "OTHER CHILD",
    "PARENT",
    "PARTNER",
    "PERPETRATOR",
    "PERSON",
    "POLICE OFFICER",
    "PROBATION OFFICER",
    "PROFESSIONAL",
    "PSYCHOLOGIST",
    "REFERRER",
    "REVIEWING OFFICER",
    "SAFEGUARDING LEAD",
    "SENCO",
    "SIBLING",
    "SISTER",
    "SOCIAL WORKER",
    "SOLICITOR",
    "SON",
    "STEPFATHER",
    "STEPMOTHER",
    "SUPPORT WORKER",
    "TEACHER",
    "TEACHING ASSISTANT",
    "THERAPIST",
    "UNCLE",
    "VICTIM",
    "WIFE",
    "WITNESS",
    "YOUTH WORKER",
};

/* Whose a removed sentence was. */
static const char *const owners[] = {"child", "family", "professional", "other person"};

/* --- by shape --- */

static gboolean is_mark_shape(const char *text, gsize length)
{
    gboolean capitals = TRUE;

    if (length == 1 && *text == 'c')
        return TRUE; /* a suppressed number */
    if (length >= 9 && strncmp(text, "Removed: ", 9) == 0)
        return TRUE;
    for (gsize i = 0; i < length; i++)
        capitals = capitals && (g_ascii_isupper(text[i]) || g_ascii_isdigit(text[i]) ||
                                strchr(" &'-/", text[i]) != NULL);
    return capitals && length > 0 && g_ascii_isupper(text[0]);
}

/* Up to the bracket that closes the one at @open; an empty range if there is none. */
static IsrRange bracketed(const GString *text, gsize open)
{
    const char *close = NULL;

    if (open < text->len && text->str[open] == '[')
        close = memchr(text->str + open, ']', MIN(text->len - open, MARK_BYTES));
    return (IsrRange){open, close ? (gsize)(close - text->str) + 1 : open};
}

IsrRange isr_mark_shape_at(const GString *text, gsize open)
{
    const IsrRange range = bracketed(text, open);

    if (range.end == open || !is_mark_shape(text->str + open + 1, range.end - open - 2))
        return (IsrRange){open, open};
    return range;
}

/* --- word for word --- */

/* Past @word if @at begins with it, else NULL. */
static const char *past(const char *at, const char *word)
{
    for (; *word; at++, word++)
        if (*at != *word && !(*word == ' ' && *at == '\n')) /* a line's end may part words */
            return NULL;
    return at;
}

/* "[PERSON 3]", "[SOCIAL WORKER]": TRUE if @at, which ends with a bracket, says so. */
static gboolean calls_somebody(const char *at)
{
    for (guint i = 0; i < G_N_ELEMENTS(callings); i++) {
        const char *rest = past(at, callings[i]), *number = rest ? past(rest, " ") : NULL;
        const gsize digits = number ? strspn(number, G_CSET_DIGITS) : 0;

        if (rest && *rest == ']')
            return TRUE;
        if (digits > 0 && digits <= MOST_DIGITS && *number != '0' && number[digits] == ']')
            return TRUE;
    }
    return FALSE;
}

/* "[PHONE]": TRUE if @at, which ends with a bracket, says so. */
static gboolean names_category(const char *at)
{
    for (guint i = 0; i < ISR_CATEGORY_HEALTH; i++) {
        const char *rest = past(at, isr_category_label((IsrCategory)i));

        if (rest && *rest == ']')
            return TRUE;
    }
    return FALSE;
}

static gboolean ends_group(const char *at)
{
    return at && (*at == ']' || *at == ';');
}

/* Past whose it is, if that ends the group, else NULL. */
static const char *past_owner(const char *at)
{
    for (guint i = 0; i < G_N_ELEMENTS(owners); i++) {
        const char *rest = past(at, owners[i]);

        if (ends_group(rest))
            return rest;
    }
    return NULL;
}

/* Past the matter at @at, which must come behind *last in order; NULL if there is none. */
static const char *past_matter(const char *at, guint *last)
{
    for (guint i = MAX(*last + 1, ISR_CATEGORY_HEALTH); i < ISR_N_CATEGORIES; i++) {
        const char *rest = past(at, isr_category_label((IsrCategory)i));

        if (rest && (*rest == ',' || ends_group(rest))) {
            *last = i;
            return rest;
        }
    }
    return NULL;
}

/* "criminal, finance, family": past what is one person's, NULL if it is nothing of the kind. */
static const char *past_group(const char *at)
{
    guint last = 0;

    at = past_matter(at, &last);
    while (at && *at == ',') {
        const char *next = past(at, ", "), *owner = next ? past_owner(next) : NULL;

        if (owner)
            return owner;
        at = next ? past_matter(next, &last) : NULL;
    }
    return at;
}

static gboolean says_removed(const char *at)
{
    if (past(at, "REMOVED]"))
        return TRUE;
    at = past(at, "Removed: ");
    for (guint groups = 0; at && groups < ISR_N_ROLES; groups++) {
        at = past_group(at);
        if (at && *at == ']')
            return TRUE;
        at = at ? past(at, "; ") : NULL;
    }
    return FALSE;
}

/* The mark that begins at byte @open of @text; an empty range if none does. */
static IsrRange mark_at(const GString *text, gsize open)
{
    const IsrRange range = bracketed(text, open);
    const char *body = text->str + open + 1;

    if (range.end > open && (names_category(body) || calls_somebody(body) || says_removed(body) ||
                             past(body, "c]") != NULL))
        return range;
    return (IsrRange){open, open};
}

static GArray *marks_between(const GString *text, gsize from, gsize to)
{
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(IsrRange));

    while (from < to) {
        const char *open = memchr(text->str + from, '[', to - from);

        if (!open)
            break;
        from = (gsize)(open - text->str) + 1;
        const IsrRange mark = mark_at(text, from - 1);

        if (mark.end > mark.start) {
            g_array_append_val(marks, mark);
            from = mark.end;
        }
    }
    return marks;
}

GArray *isr_marks_in(const GString *text)
{
    return marks_between(text, 0, text->len);
}

gboolean isr_mark_touches(const GString *text, IsrRange range)
{
    const gsize from = range.start > MARK_BYTES ? range.start - MARK_BYTES : 0;
    g_autoptr(GArray) marks = marks_between(text, from, MIN(range.end, text->len));

    return marks->len > 0 && g_array_index(marks, IsrRange, marks->len - 1).end > range.start;
}

/* Whether a letter or digit stands in @from..@to. */
static gboolean says_anything(const GString *text, gsize from, gsize to)
{
    const char *end = text->str + to;

    for (const char *at = text->str + from; at < end; at = g_utf8_next_char(at))
        if (g_unichar_isalnum(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}

/* The first of @marks that ends behind @at; their number if none does. */
static guint first_behind(const GArray *marks, gsize at)
{
    guint low = 0, high = marks->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;

        if (g_array_index(marks, IsrRange, middle).end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

gboolean isr_marks_fill(const GArray *marks, const GString *text, IsrRange range)
{
    gsize at = range.start;
    gboolean any = FALSE;

    for (guint i = first_behind(marks, at); i < marks->len; i++) {
        const IsrRange mark = g_array_index(marks, IsrRange, i);

        if (mark.start >= range.end)
            break;
        if (mark.start > at && says_anything(text, at, mark.start))
            return FALSE;
        at = MIN(mark.end, range.end);
        any = TRUE;
    }
    return any && !says_anything(text, at, range.end);
}

/* What of @range no mark takes at either end; empty if one takes it all. */
static IsrRange drawn_in(const GArray *marks, IsrRange range)
{
    const guint first = first_behind(marks, range.start);

    if (first < marks->len && g_array_index(marks, IsrRange, first).start <= range.start)
        range.start = MIN(g_array_index(marks, IsrRange, first).end, range.end);
    const guint last = first_behind(marks, range.end - 1);

    if (last < marks->len && g_array_index(marks, IsrRange, last).start < range.end)
        range.end = MAX(g_array_index(marks, IsrRange, last).start, range.start);
    return range;
}

void isr_marks_spare(const GString *text, GArray *findings)
{
    g_autoptr(GArray) marks = isr_marks_in(text);
    guint kept = 0;

    if (marks->len == 0)
        return;
    for (guint i = 0; i < findings->len; i++) {
        IsrFinding finding = g_array_index(findings, IsrFinding, i);
        const IsrRange range = drawn_in(marks, finding.range);
        const gboolean whole = range.start == finding.range.start && range.end == finding.range.end;

        finding.range = range;
        if (whole || says_anything(text, range.start, range.end))
            g_array_index(findings, IsrFinding, kept++) = finding;
    }
    g_array_set_size(findings, kept);
}

gboolean isr_mark_is_name(const char *text)
{
    gsize letters, digits;

    if (!g_str_has_prefix(text, "Redacted"))
        return FALSE;
    text += strlen("Redacted");
    letters = strspn(text, G_CSET_A_2_Z G_CSET_a_2_z);
    digits = strspn(text + letters, G_CSET_DIGITS);
    return letters > 0 && digits > 0 && text[letters + digits] == '\0';
}
