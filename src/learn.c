/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Learns from the findings of one block: which names are mentioned, with what role evidence
 * beside them, which fields belong together, whose the values are. */
#include <string.h>

#include <isredact/label.h>

#include "alias.h"
#include "kinship.h"
#include "monogram.h"
#include "people.h"
#include "together.h"
#include "whose.h"

/* Fields that belong together stand in neighbouring lines. */
#define NEAR 3
#define GROWN_UP 18 /* years */

/* "Mr", "Mrs" and "Ms" stand before grown-ups. */
static gboolean has_title_of_adults(const char *text, gsize at)
{
    static const char *const titles[] = {"mr", "mrs", "ms"};

    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '.'))
        at--;
    for (guint i = 0; i < G_N_ELEMENTS(titles); i++) {
        gsize length = strlen(titles[i]);
        if (at >= length && g_ascii_strncasecmp(text + at - length, titles[i], length) == 0 &&
            (at == length || !g_ascii_isalnum(text[at - length - 1])))
            return TRUE;
    }
    return FALSE;
}

static MentionKind kind_of(const IsrBlock *block, const IsrFinding *finding)
{
    const char *text = block->text->str;

    if (g_strcmp0(finding->rule, "forename") == 0)
        return MENTION_FORENAME;
    if (g_strcmp0(finding->rule, "surname") == 0)
        return MENTION_SURNAME;
    if (g_strcmp0(finding->rule, "alias") == 0)
        return MENTION_ALIAS;
    if (g_strcmp0(finding->reason, "a title before it") == 0)
        return MENTION_TITLED;
    if (has_title_of_adults(text, finding->range.start) &&
        memchr(text + finding->range.start, ' ', finding->range.end - finding->range.start) == NULL)
        return MENTION_TITLED; /* a label or another word told first */
    return MENTION_NAME;
}

/* What the title right before @at says: "Mr" or "Mrs". */
static char gender_before(const char *text, gsize at)
{
    static const struct {
        const char *title;
        char gender;
    } titles[] = {{"mr", 'm'}, {"master", 'm'}, {"sir", 'm'}, {"mrs", 'f'},
                  {"ms", 'f'}, {"miss", 'f'},   {"mme", 'f'}, {"lady", 'f'}};

    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '.'))
        at--;
    for (guint i = 0; i < G_N_ELEMENTS(titles); i++) {
        gsize length = strlen(titles[i].title);
        if (at >= length && g_ascii_strncasecmp(text + at - length, titles[i].title, length) == 0 &&
            (at == length || !g_ascii_isalnum(text[at - length - 1])))
            return titles[i].gender;
    }
    return 0;
}

/* Role evidence that the detectors did not see: the row's other cells, the heading, the form. */
static void find_role(const IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                      MentionKind kind, Whose *whose)
{
    *whose = (Whose){finding->role, finding->kin, NULL, finding->reason};
    if ((finding->flags & ISR_FINDING_LABELLED) &&
        isr_whose_is_in_staff_column(people->patterns, block, finding))
        *whose = (Whose){ISR_ROLE_UNSURE, NULL, NULL, NULL}; /* the row's first cell is a task */
    if (whose->role != ISR_ROLE_UNSURE)
        return;
    gboolean field = isr_whose_is_field(people->patterns, block, finding);
    const IsrLabel *label = field ? NULL : isr_whose_cell(people->patterns, block, finding);
    if (label != NULL) {
        *whose = (Whose){label->role, label->kin, NULL, "the table says so"};
        return;
    }
    if (!field || g_strcmp0(finding->rule, "named") == 0 || kind == MENTION_ALIAS)
        return;
    label = isr_whose_heading(people->patterns, block);
    if (label != NULL)
        *whose = (Whose){label->role, label->kin, NULL, "the heading above says so"};
    else
        *whose = (Whose){ISR_ROLE_SUBJECT, NULL, NULL, "a field of the record itself"};
}

/* Who is called the victim or the suspect may be the father: what else is said of him counts for
 * more. */
static gboolean is_part_played(const char *kin)
{
    static const char *const words[] = {"perpetrator", "witness", "victim", NULL};

    return kin != NULL && g_strv_contains(words, kin);
}

static double weight_of(const char *reason, const char *kin)
{
    static const struct {
        const char *reason;
        double weight;
    } weights[] = {{"its label says so", 3},
                   {"the table says so", 3},
                   {"the heading above says so", 2},
                   {"a field of the record itself", 1.5}};

    if (is_part_played(kin))
        return 1;
    for (guint i = 0; i < G_N_ELEMENTS(weights); i++)
        if (g_strcmp0(weights[i].reason, reason) == 0)
            return weights[i].weight;
    return 2;
}

/* The number of the mention of @family and @given together. */
static guint join_names(IsrPeople *people, const Mention *family, const Mention *given)
{
    g_autofree char *full = g_strdup_printf("%s, %s", family->text, given->text);
    const guint whole = isr_people_remember(people, full, MENTION_NAME, given->role, given->kin, 0);
    Mention *both = isr_people_mention(people, whole);

    both->order = MIN(given->order, family->order);
    both->score = 0.95;
    both->reason = given->reason;
    both->weight = given->weight;
    return whole;
}

/* "MOREIRA DOS SANTOS, Thais" where the comma was taken for the end of a name. */
static void join_inverted(IsrPeople *people, const IsrBlock *block, const IsrFinding *before,
                          const IsrFinding *finding, guint last, guint number)
{
    const char *text = block->text->str;
    Mention *family = last > 0 ? isr_people_mention(people, last) : NULL;
    Mention *given = isr_people_mention(people, number);

    if (family == NULL || family == given || family->beside > 0 || given->beside > 0 ||
        finding->range.start != before->range.end + 2 ||
        strncmp(text + before->range.end, ", ", 2) != 0 || strchr(family->text, ',') != NULL ||
        !isr_mention_is_upper(family->text) || isr_mention_is_upper(given->text))
        return;
    family->beside = given->beside = join_names(people, family, given);
}

/* "Surname: OKAFOR" and "Forename: Jayden" are one person, and an alias is another name of the
 * person mentioned last. */
static void join_fields(IsrPeople *people, const IsrBlock *block, guint number, guint last)
{
    Mention *mention = isr_people_mention(people, number);
    gboolean near = people->field > 0 && block->index - people->field_block <= NEAR;
    Mention *field = near ? isr_people_mention(people, people->field) : NULL;

    if (mention->kind == MENTION_ALIAS && mention->beside == 0 && last != number)
        mention->beside = last > 0 ? last : near ? people->field : 0;
    if (field == NULL || field == mention)
        return;
    gboolean pair = (mention->kind == MENTION_FORENAME && field->kind == MENTION_SURNAME) ||
                    (mention->kind == MENTION_SURNAME && field->kind == MENTION_FORENAME);
    if (!pair || mention->beside > 0 || field->beside > 0)
        return;
    const Mention *given = mention->kind == MENTION_FORENAME ? mention : field;
    const Mention *family = given == mention ? field : mention;
    mention->beside = field->beside = join_names(people, family, given);
}

/* Letters and digits of the block that no name covers: a signature stands alone. */
static gboolean is_all_of(const IsrBlock *block, const IsrFinding *finding)
{
    gsize others = 0;

    for (gsize at = 0; at < block->text->len && others <= 4; at++)
        if ((at < finding->range.start || at >= finding->range.end) &&
            g_ascii_isalnum(block->text->str[at]))
            others++;
    return others <= 4;
}

/* A name alone in its block and, in the next, what that person is. */
static void learn_signature(IsrPeople *people, const IsrBlock *block)
{
    const char *text = block->text->str;
    gsize length = strcspn(text, ",|\n(");
    IsrLabelMeaning meaning;

    if (people->alone == 0 || length == 0 || length > 60)
        return;
    Mention *mention = isr_people_mention(people, people->alone);
    if (mention->role != ISR_ROLE_UNSURE ||
        !isr_label_index_read(people->patterns->wordings, text, (gssize)length, TRUE, &meaning) ||
        meaning.owner == NULL || meaning.label != meaning.owner ||
        meaning.owner->role != ISR_ROLE_PROFESSIONAL)
        return;
    mention->role = ISR_ROLE_PROFESSIONAL;
    mention->kin = meaning.owner->kin;
    mention->reason = "a job title under the signature";
    mention->weight = 2.5;
}

/* "[06/05/2025, 07:51:12] Jodie E: morning all"; her team may follow: "Jodie E FSW:". */
static gboolean is_speaker(const IsrBlock *block, const IsrFinding *finding)
{
    gsize start = finding->range.start;

    const char *after = block->text->str + finding->range.end;
    gboolean ends = strchr(":\n", *after) != NULL || g_str_has_prefix(after, " (") ||
                    after[isr_clues_team(after)] == ':';

    return start > 2 && ends && g_ascii_isdigit(block->text->str[start - 3]) &&
           g_ascii_strncasecmp(block->text->str + start - 2, "] ", 2) == 0;
}

/* A heading, or the line of a letter that says what it is about. */
static gboolean is_headline(const IsrBlock *block)
{
    return block->kind == ISR_BLOCK_HEADING ||
           g_ascii_strncasecmp(block->text->str, "subject:", 8) == 0 ||
           g_ascii_strncasecmp(block->text->str, "re:", 3) == 0;
}

/* The column in which it stands, from 1; 0 outside tables. A row can hold a hundred thousand names,
 * so each is counted on from the one before. */
static guint column_of(const IsrPeople *people, const IsrBlock *block, const IsrFinding *finding)
{
    const guint n = people->places->len;
    const Place *last = n > 0 ? &g_array_index(people->places, Place, n - 1) : NULL;
    const gboolean goes_on =
        last != NULL && last->block == block->index && last->start <= finding->range.start;
    guint column = goes_on ? last->column : 1;

    if (block->kind != ISR_BLOCK_ROW)
        return 0;
    for (gsize at = goes_on ? last->start : 0; at < finding->range.start; at++)
        column += block->text->str[at] == ISR_CELL_BREAK;
    return column;
}

/* @before: the name before it in the block, or NULL; @last: its mention. */
static guint learn_name(IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                        const IsrFinding *before, guint last)
{
    g_autofree char *text = isr_people_text(block, finding);
    const gboolean listed =
        last > 0 && isr_people_mention(people, last)->kind == MENTION_ALIAS && before != NULL;
    MentionKind kind = isr_alias(people->patterns, block, finding, before, listed)
                           ? MENTION_ALIAS
                           : kind_of(block, finding);
    Whose whose;

    find_role(people, block, finding, kind, &whose);
    guint number = isr_people_remember(people, text, kind, whose.role, whose.kin,
                                       gender_before(block->text->str, finding->range.start));
    Mention *mention = isr_people_mention(people, number);
    const Place place = {block->index, number, finding->range.start,
                         column_of(people, block, finding)};

    g_array_append_val(people->places, place);
    if (mention->count++ == 0)
        mention->block = block->index;
    mention->score = MAX(mention->score, finding->score);
    mention->grown_up =
        mention->grown_up || has_title_of_adults(block->text->str, finding->range.start);
    if (whose.role != ISR_ROLE_UNSURE) {
        mention->reason = whose.reason;
        mention->weight = weight_of(whose.reason, whose.kin);
    }
    mention->speaks = mention->speaks || is_speaker(block, finding);
    if (is_headline(block) && mention->parts->len > 0)
        g_hash_table_add(people->headed, isr_squeeze(text, -1));
    join_fields(people, block, number, last);
    if (before != NULL)
        join_inverted(people, block, before, finding, last, number);
    if (isr_whose_is_field(people->patterns, block, finding) && mention->kind != MENTION_ALIAS) {
        people->field = mention->beside > 0 ? mention->beside : number;
        if (mention->beside == 0 || people->field == number)
            people->field = number;
        people->field_block = block->index;
    }
    return number;
}

/* "14", "14 yrs", not "40"; of months and weeks any number. Ages in words tell nothing here. */
static gboolean is_age_of_child(const char *text)
{
    char *end;
    const guint64 age = g_ascii_strtoull(text, &end, 10);

    if (end == text)
        return FALSE;
    end += strspn(end, " -");
    return age < GROWN_UP || (*end && strchr("mMwWdD", *end) != NULL);
}

static void learn_value(IsrPeople *people, const IsrBlock *block, const GArray *findings, guint n)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);
    g_autofree char *text = isr_people_text(block, finding);
    Whose whose = isr_whose(people->patterns, block, findings, n);
    guint mention = whose.name != NULL
                        ? isr_people_mention_at(people, block->index, whose.name->range.start)
                        : 0;

    if (mention > 0 && finding->category == ISR_CATEGORY_AGE && is_age_of_child(text))
        isr_people_mention(people, mention)->young = TRUE;
    isr_people_keep(people, finding->category, g_steal_pointer(&text), whose.role, whose.kin,
                    mention);
}

/* Nothing but "and", a comma or the like stands between two names. */
static gboolean are_joined(const char *text, gsize from, gsize to)
{
    static const char *const joints[] = {"and", "&", "+", ",", "/", ", and", "or", "with", NULL};

    if (to <= from || to - from > 6)
        return FALSE;
    g_autofree char *between = g_strndup(text + from, to - from);
    return g_strv_contains(joints, g_strstrip(between));
}

static void learn_pairs(IsrPeople *people, const IsrBlock *block, const GArray *findings)
{
    const IsrFinding *last = NULL;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category != ISR_CATEGORY_NAME)
            continue;
        gboolean listed = last != NULL && finding->flags & last->flags & ISR_FINDING_LABELLED &&
                          block->kind != ISR_BLOCK_ROW;
        if (listed ||
            (last != NULL && are_joined(block->text->str, last->range.end, finding->range.start))) {
            Pair pair = {isr_people_mention_at(people, block->index, last->range.start),
                         isr_people_mention_at(people, block->index, finding->range.start)};
            g_array_append_val(people->pairs, pair);
        }
        last = finding;
    }
}

/* The names that fill the same column of two rows belong together. */
static void learn_row(IsrPeople *people, const IsrBlock *block, const GArray *findings)
{
    const IsrFinding *name = NULL;

    for (guint i = 0; i < findings->len && name == NULL; i++)
        if (g_array_index(findings, IsrFinding, i).category == ISR_CATEGORY_NAME)
            name = &g_array_index(findings, IsrFinding, i);
    gboolean row = block->kind == ISR_BLOCK_ROW && name != NULL && name->range.start <= 6;
    if (!row) {
        people->row = block->kind == ISR_BLOCK_ROW ? people->row : 0;
        return;
    }
    Pair pair = {people->row, isr_people_mention_at(people, block->index, name->range.start)};
    if (pair.one > 0)
        g_array_append_val(people->pairs, pair);
    people->row = pair.other;
}

void isr_people_learn(IsrPeople *people, const IsrBlock *block, const GArray *all)
{
    g_autoptr(GArray) findings = isr_findings_identifiers(all);
    const IsrFinding *before = NULL;
    guint last = 0;

    people->block = block->index;
    isr_pending_learn(people, block, findings);
    isr_letter_learn(people, block);
    learn_signature(people, block);
    people->alone = 0;
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category != ISR_CATEGORY_NAME)
            continue;
        gboolean salutation = isr_letter_is_salutation(block, finding->range.start);
        gboolean first = before == NULL || !isr_letter_is_salutation(block, before->range.start);
        last = learn_name(people, block, finding, before, last);
        people->salutations += salutation && first ? 1 : 0;
        before = finding;
        if (salutation) {
            isr_letter_addressed(people, last);
            people->greeted = block->index + 1;
        }
        if (block->kind != ISR_BLOCK_ROW && is_all_of(block, finding))
            people->alone = last;
    }
    isr_monogram_learn(people->monograms, block, findings);
    isr_kinship_learn(people, block, findings);
    learn_pairs(people, block, findings);
    isr_together_learn(people, block, findings);
    learn_row(people, block, findings);
    if (last > 0)
        isr_clues_learn(people, block, findings);
    for (guint i = 0; i < findings->len; i++) {
        IsrCategory category = g_array_index(findings, IsrFinding, i).category;
        if (category != ISR_CATEGORY_NAME && !isr_category_is_topic(category))
            learn_value(people, block, findings, i);
    }
}
