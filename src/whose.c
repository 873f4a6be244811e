/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a value is: its own label, a name in the same cell, row or sentence, the word for a
 * person before it, the heading above. The nearest evidence wins; there may be none. */
#include "whose.h"

#include <string.h>

#include <isredact/label.h>

#define MOST_LABEL 80
/* What may stand beside a name in a cell that holds a name: a title, a number. */
#define MOST_BESIDE 30
/* Bytes of a sentence or cell that are read on either side of what stands in it, findings that are
 * gone past on the way to a name or address, and cells and bytes of a row: what stands further off
 * tells nothing, and a text of one endless sentence takes no longer than another. */
#define MOST_APART 1000
#define MOST_FINDINGS 500
#define MOST_IN_ADDRESS 50
#define MOST_CELLS 1000
#define MOST_ROW 100000

static gboolean is_name(const IsrFinding *finding)
{
    return finding->category == ISR_CATEGORY_NAME;
}

/* The cell of the row that begins at @start. */
static IsrRange cell_from(const IsrBlock *block, gsize start)
{
    const GString *text = block->text;
    const char *end = memchr(text->str + start, ISR_CELL_BREAK, text->len - start);

    return (IsrRange){start, end ? (gsize)(end - text->str) : text->len};
}

/* The cell of the row that holds byte @at, or what of it stands near. */
static IsrRange cell_at(const IsrBlock *block, gsize at)
{
    const GString *text = block->text;
    IsrRange cell = {at, at};

    while (cell.start > 0 && at - cell.start < MOST_APART &&
           text->str[cell.start - 1] != ISR_CELL_BREAK)
        cell.start--;
    while (cell.end < text->len && cell.end - at < MOST_APART &&
           text->str[cell.end] != ISR_CELL_BREAK)
        cell.end++;
    return cell;
}

static gboolean ends_sentence(const GString *text, gsize at)
{
    char c = text->str[at];

    if (c == '\n' || c == ISR_CELL_BREAK)
        return TRUE;
    return (c == '.' || c == '!' || c == '?') && at + 1 < text->len && text->str[at + 1] == ' ' &&
           at + 2 < text->len && !g_ascii_islower(text->str[at + 2]) && at > 2 &&
           g_ascii_islower(text->str[at - 1]) && g_ascii_islower(text->str[at - 2]);
}

static IsrRange sentence_at(const IsrBlock *block, IsrRange range)
{
    IsrRange sentence = range;

    while (sentence.start > 0 && range.start - sentence.start < MOST_APART &&
           !ends_sentence(block->text, sentence.start - 1))
        sentence.start--;
    while (sentence.start < range.start &&
           ((guchar)block->text->str[sentence.start] & 0xC0) == 0x80)
        sentence.start++; /* not within a character */
    while (sentence.end < block->text->len && sentence.end - range.end < MOST_APART &&
           !ends_sentence(block->text, sentence.end))
        sentence.end++;
    return sentence;
}

static gboolean holds(const IsrFinding *outer, const IsrFinding *inner)
{
    return outer->range.start <= inner->range.start && outer->range.end >= inner->range.end &&
           outer->range.end - outer->range.start > inner->range.end - inner->range.start;
}

/* The longest name that the @n-th of @findings is a part of: where two share a surname, "Sarpong"
 * alone tells less than "Kofi Sarpong" does. Those that hold it begin before it or with it. */
static const IsrFinding *whole_name(const GArray *findings, guint n)
{
    const IsrFinding *whole = &g_array_index(findings, IsrFinding, n);
    const guint from = n > MOST_IN_ADDRESS ? n - MOST_IN_ADDRESS : 0;

    for (guint i = from; i < findings->len && i < n + MOST_IN_ADDRESS; i++) {
        const IsrFinding *other = &g_array_index(findings, IsrFinding, i);

        if (other->range.start > whole->range.start)
            break;
        if (is_name(other) && holds(other, whole))
            whole = other;
    }
    return whole;
}

/* The name within @area nearest to the @n-th of @findings, gone to by @step: back or on. */
static const IsrFinding *nearest_name(const GArray *findings, guint n, IsrRange area, int step)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);

    for (gint64 i = (gint64)n + step, tries = 0;
         i >= 0 && i < findings->len && tries < MOST_FINDINGS; i += step, tries++) {
        const IsrFinding *other = &g_array_index(findings, IsrFinding, i);

        if (is_name(other) && other->range.start >= area.start && other->range.end <= area.end &&
            (step < 0 ? other->range.end <= finding->range.start
                      : other->range.start >= finding->range.end))
            return whole_name(findings, (guint)i);
    }
    return NULL;
}

/* The name within @area nearest to the @n-th of @findings: before it if there is one, else after
 * it. */
static const IsrFinding *name_in(const GArray *findings, guint n, IsrRange area)
{
    const IsrFinding *before = nearest_name(findings, n, area, -1);

    return before != NULL ? before : nearest_name(findings, n, area, 1);
}

const IsrLabel *isr_whose_heading(const IsrPatterns *patterns, const IsrBlock *block)
{
    const char *heading = block->heading;
    IsrLabelMeaning meaning;

    if (heading == NULL || strlen(heading) > MOST_LABEL)
        return NULL;
    heading += strspn(heading, "0123456789.) ");
    if (!isr_label_index_read(patterns->wordings, heading, -1, FALSE, &meaning))
        return NULL;
    return meaning.owner;
}

/* "Mother", "Dad, by telephone", "SENCO (chair)": what stands before the first mark or line's end
 * may be the whole label. */
static gboolean says_who(const IsrPatterns *patterns, const char *cell, gsize length,
                         IsrLabelMeaning *meaning)
{
    gsize first = 0;

    while (first < length && strchr(",;(\n", cell[first]) == NULL)
        first++;
    for (guint way = 0; way < 2; way++) {
        gsize n = way == 0 ? length : first;
        if (n > 0 && n < MOST_LABEL &&
            isr_label_index_read(patterns->wordings, cell, (gssize)n, TRUE, meaning) &&
            meaning->label == meaning->owner)
            return TRUE;
    }
    return FALSE;
}

/* The heading of the @n-th column, or NULL. */
static const char *column_heading(const IsrBlock *block, guint n)
{
    return block->columns != NULL && n < block->columns->len ? block->columns->pdata[n] : NULL;
}

static gboolean is_headed(const IsrPatterns *patterns, const IsrBlock *block, guint n,
                          const char *list)
{
    const char *heading = column_heading(block, n);
    g_autofree char *key = heading != NULL ? isr_label_key(heading, -1) : NULL;

    return key != NULL && isr_lists_has(patterns->lists, list, key, -1);
}

/* "Jonas hit his cousin" is no label, though it ends in one; "mother of the child" is. */
static gboolean tells_a_story(const char *cell, gsize length, const IsrLabel *owner)
{
    g_autofree char *text = g_strndup(cell, strcspn(cell, ",;(\n\x1f"));
    guint words = 1;

    if (owner->role == ISR_ROLE_PROFESSIONAL || length < strlen(text) || strstr(text, " of "))
        return FALSE;
    for (const char *at = g_strchomp(text); *at != '\0'; at++)
        words += *at == ' ' && at[1] != ' ' ? 1 : 0;
    return words > 3;
}

static gboolean has_words(const char *cell, gsize length)
{
    for (const char *at = cell; at < cell + length; at = g_utf8_next_char(at))
        if (g_unichar_isalpha(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}

/* Where the cell before @home begins; where @home does if there is none, or it is long. */
static gsize cell_before(const IsrBlock *block, IsrRange home)
{
    const gsize start = home.start > 0 ? cell_at(block, home.start - 1).start : 0;

    return home.start - start <= MOST_APART ? start : home.start;
}

/* "Ruwan Jayawardena, dad" says who Ruwan is, not who stands in the cell before. */
static gboolean names_another(const IsrPatterns *patterns, const char *cell, gsize length)
{
    const gsize word = strcspn(cell, " ,;(\n\x1f"), mark = strcspn(cell, ",;(\n\x1f");
    IsrLabelMeaning meaning;

    return mark > 0 && mark < length &&
           isr_lists_has(patterns->lists, "forenames", cell, (gssize)word) &&
           !isr_label_index_read(patterns->wordings, cell, (gssize)mark, TRUE, &meaning);
}

/* Which cells of a row may say who the name in the cell @home is. */
typedef enum { BESIDE, ROLE_COLUMN } CellWay;

static const IsrLabel *owner_in_cells(const IsrPatterns *patterns, const IsrBlock *block,
                                      IsrRange home, CellWay way)
{
    const GString *text = block->text;
    gsize start = way == BESIDE ? cell_before(block, home) : 0;

    for (guint n = 0; start < text->len && n < (way == BESIDE ? 3 : MOST_CELLS); n++) {
        IsrRange cell = cell_from(block, start);
        IsrLabelMeaning meaning;
        gboolean asked = way == BESIDE ? cell.end + 1 == home.start || cell.start == home.end + 1
                                       : cell.start != home.start &&
                                             is_headed(patterns, block, n, "role-headings");
        gsize length = cell.end - cell.start;
        if (asked && says_who(patterns, text->str + cell.start, length, &meaning) &&
            !(way == BESIDE && (tells_a_story(text->str + cell.start, length, meaning.owner) ||
                                names_another(patterns, text->str + cell.start, length))))
            return meaning.owner;
        start = cell.end + 1;
    }
    return NULL;
}

/* The cell that @finding fills, nearly: a name in passing, in a cell about something else, is in
 * none. */
static gboolean home_of(const IsrBlock *block, const IsrFinding *finding, IsrRange *home)
{
    if (block->kind != ISR_BLOCK_ROW)
        return FALSE;
    *home = cell_at(block, finding->range.start);
    return home->end - home->start <= finding->range.end - finding->range.start + MOST_BESIDE;
}

const IsrLabel *isr_whose_cell(const IsrPatterns *patterns, const IsrBlock *block,
                               const IsrFinding *finding)
{
    IsrRange home;

    if (!home_of(block, finding, &home))
        return NULL;
    const IsrLabel *found = owner_in_cells(patterns, block, home, ROLE_COLUMN);
    return found != NULL ? found : owner_in_cells(patterns, block, home, BESIDE);
}

gboolean isr_whose_has_agency(const IsrPatterns *patterns, const IsrBlock *block,
                              const IsrFinding *finding)
{
    gsize start = 0;
    IsrRange home;

    if (!home_of(block, finding, &home))
        return FALSE;
    for (guint n = 0; start < block->text->len && n < MOST_CELLS; n++) {
        IsrRange cell = cell_from(block, start);
        IsrLabelMeaning meaning;
        if (cell.start != home.start && cell.end > cell.start + 2 &&
            has_words(block->text->str + cell.start, cell.end - cell.start) &&
            is_headed(patterns, block, n, "agency-headings") &&
            !(says_who(patterns, block->text->str + cell.start, cell.end - cell.start, &meaning) &&
              meaning.owner->role != ISR_ROLE_PROFESSIONAL))
            return TRUE;
        start = cell.end + 1;
    }
    return FALSE;
}

gboolean isr_whose_is_in_staff_column(const IsrPatterns *patterns, const IsrBlock *block,
                                      const IsrFinding *finding)
{
    guint n = 0;

    if (block->kind != ISR_BLOCK_ROW || block->columns == NULL || block->columns->len < 3 ||
        finding->range.start > MOST_ROW)
        return FALSE;
    for (gsize at = 0; at < finding->range.start; at++)
        n += block->text->str[at] == ISR_CELL_BREAK ? 1 : 0;
    return is_headed(patterns, block, n, "staff-headings");
}

gboolean isr_whose_is_field(const IsrPatterns *patterns, const IsrBlock *block,
                            const IsrFinding *finding)
{
    const char *text = block->text->str;
    gsize end = finding->range.start, start;
    IsrLabelMeaning meaning;

    if (!(finding->flags & ISR_FINDING_LABELLED))
        return FALSE;
    while (end > 0 && strchr(" :\x1f.-|", text[end - 1]) != NULL)
        end--;
    for (start = end; start > 0 && end - start < MOST_LABEL && text[start - 1] != ISR_CELL_BREAK &&
                      text[start - 1] != '\n';)
        start--;
    return end > start && end - start < MOST_LABEL &&
           isr_label_index_read(patterns->wordings, text + start, (gssize)(end - start), TRUE,
                                &meaning);
}

/* The last word for a person ("mum", "his uncle") between the sentence's start and @at. */
static const IsrLabel *owner_before(const IsrPatterns *patterns, const IsrBlock *block,
                                    IsrRange sentence, gsize at)
{
    const char *text = block->text->str;
    const IsrLabel *owner = NULL;
    gsize start = sentence.start;

    while (start < at) {
        while (start < at && !g_unichar_isalpha(g_utf8_get_char(text + start)))
            start = (gsize)(g_utf8_next_char(text + start) - text);
        gsize end = start;
        while (end < at && g_unichar_isalpha(g_utf8_get_char(text + end)))
            end = (gsize)(g_utf8_next_char(text + end) - text);
        if (end > start) {
            g_autofree char *key = isr_label_key(text + start, (gssize)(end - start));
            const IsrLabel *label = isr_label_index_find(patterns->wordings, key);
            if (label != NULL && label->beside && label->role != ISR_ROLE_UNSURE)
                owner = label;
        }
        start = end;
    }
    return owner;
}

static Whose by_label(const IsrLabel *label, const char *reason)
{
    return (Whose){label->role, label->kin, NULL, reason};
}

static Whose by_name(const IsrFinding *name, const char *reason)
{
    return (Whose){ISR_ROLE_UNSURE, NULL, name, reason};
}

static Whose in_row(const IsrPatterns *patterns, const IsrBlock *block, const GArray *findings,
                    guint n)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);
    IsrRange cell = cell_at(block, finding->range.start);
    const IsrFinding *name = name_in(findings, n, cell);

    if (name == NULL)
        name = name_in(findings, n, (IsrRange){0, block->text->len});
    if (name != NULL)
        return by_name(name, "a name in the same row");
    const IsrLabel *label = isr_whose_cell(patterns, block, finding);
    if (label != NULL)
        return by_label(label, "the table says so");
    return (Whose){ISR_ROLE_UNSURE, NULL, NULL, NULL};
}

/* TRUE if @name only follows in the same row of a form, behind a label of its own, while @finding
 * has its own too: "Date of birth | 1 May 2012 | GP | Dr Example". */
static gboolean is_of_next_field(const IsrPatterns *patterns, const IsrBlock *block,
                                 const IsrFinding *finding, const IsrFinding *name)
{
    return name != NULL && name->range.start >= finding->range.end &&
           isr_whose_is_field(patterns, block, finding);
}

static gboolean ends_before(const IsrBlock *block, const IsrFinding *address,
                            const IsrFinding *postcode)
{
    gsize gap = address->range.end;

    while (gap < postcode->range.start && gap - address->range.end < MOST_APART &&
           strchr(" ,.\n", block->text->str[gap]) != NULL)
        gap++;
    return gap == postcode->range.start;
}

/* The address that ends directly before the @n-th of @findings, a postcode, and is somebody's, or
 * NULL. Few findings can stand in it. */
static const IsrFinding *address_before(const IsrBlock *block, const GArray *findings, guint n)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);

    if (finding->category != ISR_CATEGORY_POSTCODE)
        return NULL;
    for (guint i = n > MOST_IN_ADDRESS ? n - MOST_IN_ADDRESS : 0; i < findings->len && i < n; i++) {
        const IsrFinding *address = &g_array_index(findings, IsrFinding, i);

        if (address->category == ISR_CATEGORY_ADDRESS && address->role != ISR_ROLE_UNSURE &&
            ends_before(block, address, finding))
            return address;
    }
    return NULL;
}

Whose isr_whose(const IsrPatterns *patterns, const IsrBlock *block, const GArray *findings, guint n)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);
    Whose none = {ISR_ROLE_UNSURE, NULL, NULL, NULL}, whose = none;

    if (finding->role != ISR_ROLE_UNSURE)
        return (Whose){finding->role, finding->kin, NULL, "its label says so"};
    const IsrFinding *address = address_before(block, findings, n);

    if (address != NULL && address->person > 0)
        return by_name(address, "the address before it");
    if (address != NULL)
        return (Whose){address->role, address->kin, NULL, "the address before it"};
    if (block->kind == ISR_BLOCK_ROW)
        whose = in_row(patterns, block, findings, n);
    if (whose.reason != NULL && !is_of_next_field(patterns, block, finding, whose.name))
        return whose;
    IsrRange sentence = sentence_at(block, finding->range);
    const IsrLabel *owner = owner_before(patterns, block, sentence, finding->range.start);
    const IsrFinding *name = name_in(findings, n, sentence);
    if (name != NULL && (owner == NULL || name->range.end <= finding->range.start))
        return by_name(name, "a name in the same sentence");
    if (owner != NULL)
        return by_label(owner, "a word for a person in the same sentence");
    owner = isr_whose_heading(patterns, block);
    if (owner != NULL)
        return by_label(owner, "the heading above says so");
    if (isr_whose_is_field(patterns, block, finding))
        return (Whose){ISR_ROLE_SUBJECT, NULL, NULL, "a field of the record itself"};
    name = name_in(findings, n, (IsrRange){0, finding->range.start});
    return name != NULL ? by_name(name, "the nearest name before it") : none;
}
