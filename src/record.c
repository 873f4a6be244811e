/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record of one run: what is added to it, and what it says a person must look at. It knows
 * where and what, never the words of the document. */
#include <isredact/record.h>

#include <isredact/error.h>

/* So many places are named; more help nobody. */
#define PLACES 8

static void outcome_free(gpointer data)
{
    IsrOutcome *outcome = data;

    g_free(outcome->part);
    g_free(outcome->now);
    g_free(outcome->commitment);
    g_free(outcome);
}

static void part_free(gpointer data)
{
    IsrPartRecord *part = data;

    g_free(part->name);
    g_free(part->reason);
    g_free(part);
}

void isr_decision_clear(IsrDecision *decision)
{
    g_clear_pointer(&decision->recipient, g_free);
    g_clear_pointer(&decision->purpose, g_free);
    g_clear_pointer(&decision->basis, g_free);
    g_clear_pointer(&decision->originator, g_free);
    g_clear_pointer(&decision->decided_by, g_free);
    g_clear_pointer(&decision->reason, g_free);
}

IsrRecord *isr_record_new(void)
{
    IsrRecord *record = g_new0(IsrRecord, 1);

    record->outcomes = g_ptr_array_new_with_free_func(outcome_free);
    record->parts = g_ptr_array_new_with_free_func(part_free);
    record->undated = g_array_new(FALSE, FALSE, sizeof(guint));
    record->checks = g_ptr_array_new_with_free_func(g_free);
    return record;
}

void isr_record_free(IsrRecord *record)
{
    if (!record)
        return;
    g_free(record->source_digest);
    g_free(record->copy_digest);
    g_free(record->imprint);
    g_free(record->name);
    g_free(record->quasi);
    isr_people_free(record->people);
    isr_decision_clear(&record->decision);
    g_ptr_array_unref(record->outcomes);
    g_ptr_array_unref(record->parts);
    g_array_unref(record->undated);
    g_ptr_array_unref(record->checks);
    g_free(record);
}

void isr_record_set_decision(IsrRecord *record, const IsrDecision *decision)
{
    isr_decision_clear(&record->decision);
    record->decision = (IsrDecision){
        .recipient = g_strdup(decision->recipient),
        .purpose = g_strdup(decision->purpose),
        .basis = g_strdup(decision->basis),
        .originator = g_strdup(decision->originator),
        .decided_by = g_strdup(decision->decided_by),
        .reason = g_strdup(decision->reason),
    };
}

static gboolean is_given(const IsrDecision *decision, const char *option)
{
    const struct {
        const char *option, *value;
    } given[] = {
        {"recipient", decision->recipient},   {"purpose", decision->purpose},
        {"basis", decision->basis},           {"originator", decision->originator},
        {"decided-by", decision->decided_by}, {"reason", decision->reason},
    };

    for (guint i = 0; i < G_N_ELEMENTS(given); i++)
        if (g_str_equal(given[i].option, option))
            return given[i].value && *given[i].value;
    return FALSE;
}

gboolean isr_decision_is_complete(const IsrDecision *decision, const IsrProfile *profile,
                                  gboolean has_key, gboolean has_subject, GError **error)
{
    g_autoptr(GString) missing = g_string_new(NULL);

    for (guint i = 0; profile->demand[i]; i++) {
        const char *option = profile->demand[i];

        if ((has_key && g_str_equal(option, "key")) ||
            (has_subject && g_str_equal(option, "subject")) || is_given(decision, option))
            continue;
        g_string_append_printf(missing, "%s--%s", missing->len ? ", " : "", option);
    }
    if (missing->len == 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "the profile \"%s\" also needs %s", profile->id,
                missing->str);
    return FALSE;
}

void isr_record_part(IsrRecord *record, const IsrPart *part)
{
    IsrPartRecord *own;

    for (guint i = 0; i < record->parts->len; i++) {
        own = record->parts->pdata[i];
        if (own->fate == part->fate && own->look == part->look &&
            g_str_equal(own->name, part->name) && g_strcmp0(own->reason, part->reason) == 0) {
            own->count += part->count;
            return;
        }
    }
    own = g_new0(IsrPartRecord, 1);
    own->name = g_strdup(part->name);
    own->fate = part->fate;
    own->reason = g_strdup(part->reason);
    own->count = part->count;
    own->look = part->look;
    g_ptr_array_add(record->parts, own);
}

void isr_record_check(IsrRecord *record, const char *sentence)
{
    if (!g_ptr_array_find_with_equal_func(record->checks, sentence, g_str_equal, NULL))
        g_ptr_array_add(record->checks, g_strdup(sentence));
}

/* TRUE if @profile treats this category alike whosever it is: then it need not be known. */
static gboolean is_alike(const IsrProfile *profile, IsrCategory category)
{
    for (guint role = 0; role <= ISR_ROLE_PROFESSIONAL; role++)
        if (profile->actions[category][role] != profile->actions[category][ISR_ROLE_UNSURE])
            return FALSE;
    return TRUE;
}

static gboolean is_mistyped(const IsrRecord *record, const IsrOutcome *outcome)
{
    (void)record;
    return (outcome->finding.flags & ISR_FINDING_FAILED) != 0;
}

static gboolean is_undone(const IsrRecord *record, const IsrOutcome *outcome)
{
    (void)record;
    return outcome->asked != outcome->done && outcome->done == ISR_ACTION_REMOVE &&
           !isr_action_hides(outcome->asked) && outcome->asked != ISR_ACTION_KEEP;
}

/* Where the profile treats everybody alike, it does not matter whose it is. */
static gboolean is_unowned(const IsrRecord *record, const IsrOutcome *outcome)
{
    return outcome->finding.role == ISR_ROLE_UNSURE && record->profile &&
           !is_alike(record->profile, outcome->finding.category);
}

/* Where nothing was done to it, it does not matter what it is. */
static gboolean is_doubtful(const IsrRecord *record, const IsrOutcome *outcome)
{
    return (outcome->finding.flags & ISR_FINDING_UNSURE) && outcome->done != ISR_ACTION_KEEP &&
           !is_unowned(record, outcome);
}

static gboolean is_still(const IsrRecord *record, const IsrOutcome *outcome)
{
    (void)record;
    return outcome->still;
}

/* Why findings must be looked at; the places follow. */
static const struct {
    gboolean (*applies)(const IsrRecord *record, const IsrOutcome *outcome);
    const char *words;
} reasons[] = {
    {is_mistyped, "These fail their check, are probably mistyped, and are treated as real"},
    {is_undone, "These could not be treated as the profile asks, and went"},
    {is_still, "These tell too little to be moved by so much, and read as before"},
    {is_unowned, "It is not said whose these are, so the strictest rule was taken"},
    {is_doubtful, "These may be something else, and are treated as real to be safe"},
};

/* Appends " (paragraphs 3, 17 and 4 more)". */
static void add_blocks(GString *sentence, const GArray *blocks)
{
    g_string_append_printf(sentence, " (paragraph%s", blocks->len == 1 ? "" : "s");
    for (guint i = 0; i < MIN(blocks->len, PLACES); i++)
        g_string_append_printf(sentence, "%s %u", i ? "," : "",
                               g_array_index(blocks, guint, i) + 1);
    if (blocks->len > PLACES)
        g_string_append_printf(sentence, " and %u more", blocks->len - PLACES);
    g_string_append_c(sentence, ')');
}

/* Appends "Names (paragraphs 3, 17 and 4 more)". */
static void add_places(GString *sentence, IsrCategory category, const GArray *blocks)
{
    g_string_append(sentence, isr_category_words(category));
    add_blocks(sentence, blocks);
}

static void note_place(GArray **places, guint block)
{
    if (!*places)
        *places = g_array_new(FALSE, FALSE, sizeof(guint));
    if ((*places)->len == 0 || g_array_index(*places, guint, (*places)->len - 1) != block)
        g_array_append_val(*places, block);
}

/* One sentence for each reason, however many kinds of things it names. */
static void check_findings(IsrRecord *record, guint reason)
{
    GArray *places[ISR_N_CATEGORIES] = {NULL};
    g_autoptr(GString) sentence = g_string_new(reasons[reason].words);
    const char *before = ": ";

    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrOutcome *outcome = record->outcomes->pdata[i];

        if (reasons[reason].applies(record, outcome))
            note_place(&places[outcome->finding.category], outcome->finding.block);
    }
    for (guint c = 0; c < ISR_N_CATEGORIES; c++) {
        if (!places[c])
            continue;
        g_string_append(sentence, before);
        add_places(sentence, (IsrCategory)c, places[c]);
        g_array_unref(places[c]);
        before = ", ";
    }
    g_string_append_c(sentence, '.');
    if (*before == ',')
        isr_record_check(record, sentence->str);
}

static void check_people(IsrRecord *record)
{
    g_autoptr(GString) numbers = g_string_new(NULL);
    guint unsure = 0;

    if (!record->people || (record->profile && is_alike(record->profile, ISR_CATEGORY_NAME)))
        return;
    for (guint i = 1; i <= isr_people_size(record->people); i++) {
        if (!isr_people_nth(record->people, i)->check)
            continue;
        if (++unsure <= PLACES)
            g_string_append_printf(numbers, "%s %u", unsure > 1 ? "," : "", i);
    }
    if (unsure == 0)
        return;
    if (unsure > PLACES)
        g_string_append_printf(numbers, " and %u more", unsure - PLACES);
    g_string_prepend(numbers, unsure == 1 ? "It is unsure who one person is: person"
                                          : "It is unsure who some people are: persons");
    g_string_append_c(numbers, '.');
    isr_record_check(record, numbers->str);
}

static gboolean is_somewhere(const IsrRecord *record, guint person)
{
    for (guint i = 0; i < record->outcomes->len; i++)
        if (((const IsrOutcome *)record->outcomes->pdata[i])->finding.person == person)
            return TRUE;
    return FALSE;
}

/* A slip of the pen in --subject must not pass unnoticed. */
static void check_given(IsrRecord *record)
{
    for (guint i = 1; record->people && i <= isr_people_size(record->people); i++)
        if (isr_people_nth(record->people, i)->missed && !is_somewhere(record, i))
            isr_record_check(record, "--subject names nobody who is in the document; write the "
                                     "name as it stands there.");
}

static void check_parts(IsrRecord *record)
{
    for (guint i = 0; i < record->parts->len; i++) {
        const IsrPartRecord *part = record->parts->pdata[i];
        g_autofree char *sentence = NULL;

        if (!part->look)
            continue;
        sentence =
            g_strdup_printf("Not inspected: %s%s%s (%u).", part->name, part->reason ? ", " : "",
                            part->reason ? part->reason : "", part->count);
        isr_record_check(record, sentence);
    }
}

/* Beside dates that moved, what stood still tells by how much. */
static void check_undated(IsrRecord *record)
{
    g_autoptr(GString) sentence =
        g_string_new("Months, years, terms and holidays without a day did not move with the dates");
    gboolean moved = FALSE;

    for (guint i = 0; !moved && i < record->outcomes->len; i++)
        moved = ((const IsrOutcome *)record->outcomes->pdata[i])->done == ISR_ACTION_SHIFT;
    if (!moved || record->undated->len == 0)
        return;
    add_blocks(sentence, record->undated);
    g_string_append_c(sentence, '.');
    isr_record_check(record, sentence->str);
}

void isr_record_settle(IsrRecord *record)
{
    check_undated(record);
    check_parts(record);
    check_given(record);
    check_people(record);
    for (guint reason = 0; reason < G_N_ELEMENTS(reasons); reason++)
        check_findings(record, reason);
}
