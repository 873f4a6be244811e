/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding, explained to whoever asks "why did this go?": the file of patterns/ to look into, the
 * reason in words, how sure it is, whose it is, what the profile says. */
#include "explain.h"

#include "telling.h"

/* Of a sentence so many of its words are shown. */
#define MOST_WORDS 4

/* The kinds of things that find, and where somebody who does not program can change them. */
static const struct {
    const char *rule, *words;
} finders[] = {
    {"seen-elsewhere", "the sweep for what is known of the document"},
    {"misspelt", "the sweep for known names with a letter wrong"},
    {"name", "the words themselves and those beside them (patterns/lists)"},
    {"address", "the grammar of addresses (patterns/lists)"},
    {"organisation", "the grammar of names of organisations (patterns/lists)"},
    {"place", "places and the words beside them (patterns/lists)"},
    {"tagger", "the trained model of names (patterns/model)"},
};

static gboolean is_rule(const IsrPatterns *patterns, const char *id)
{
    for (guint i = 0; i < patterns->rules->len; i++)
        if (g_str_equal(isr_rule_id(patterns->rules->pdata[i]), id))
            return TRUE;
    return FALSE;
}

static gboolean is_label(const IsrPatterns *patterns, const char *id)
{
    for (guint i = 0; i < patterns->labels->len; i++)
        if (g_str_equal(((const IsrLabel *)patterns->labels->pdata[i])->id, id))
            return TRUE;
    return FALSE;
}

/* The label "name" and the detector of names are called alike; the reason tells them apart. */
static gboolean is_by_words(const IsrFinding *finding, const char *id)
{
    return g_str_equal(id, "name") && g_strcmp0(finding->reason, "its label says so") != 0;
}

/* "the rule nhs-number (patterns/uk/nhs-number.rule)" */
static char *finder_of(const IsrPatterns *patterns, const IsrFinding *finding)
{
    const char *id = finding->rule ? finding->rule : "";

    if (isr_category_is_topic(finding->category))
        return g_strdup_printf("the words of a topic (patterns/topics/%s.topic)", id);
    if (is_rule(patterns, id))
        return g_strdup_printf("the rule %s (patterns/uk/%s.rule)", id, id);
    if (is_label(patterns, id) && !is_by_words(finding, id))
        return g_strdup_printf("the label %s (patterns/labels/%s.label)", id, id);
    for (guint i = 0; i < G_N_ELEMENTS(finders); i++)
        if (g_str_equal(finders[i].rule, id))
            return g_strdup(finders[i].words);
    return g_strdup(id);
}

static void add_finder(GString *page, const IsrPatterns *patterns, const IsrFinding *finding)
{
    g_autofree char *finder = finder_of(patterns, finding);

    g_string_append_printf(page, "      found by %s", finder);
    if (finding->reason)
        g_string_append_printf(page, ": %s", finding->reason);
    g_string_append_printf(page, "; %.0f in 100 sure", CLAMP(finding->score, 0, 1) * 100);
    if (finding->flags & ISR_FINDING_FAILED)
        g_string_append(page, ", but its check fails");
    g_string_append_c(page, '\n');
}

static IsrTagKind kind_of(IsrCategory category)
{
    return category == ISR_CATEGORY_PLACE          ? ISR_TAG_PLACE
           : category == ISR_CATEGORY_ORGANISATION ? ISR_TAG_ORGANISATION
                                                   : ISR_TAG_PERSON;
}

/* What the model went by, strongest first. */
static void add_features(GString *page, const IsrPatterns *patterns, const IsrFinding *finding,
                         const IsrBlock *block)
{
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    const char *reasons[3];
    gsize start = 0, end;

    while (start < reading->text->len &&
           isr_reading_origin(reading, start, start + 1).start < finding->range.start)
        start++;
    for (end = start; end < reading->text->len &&
                      isr_reading_origin(reading, end, end + 1).end <= finding->range.end;)
        end++;
    guint n = isr_tagger_explain(patterns->tagger, reading, start, end, kind_of(finding->category),
                                 reasons);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(page, "%s%s", i == 0 ? "      the model went by " : ", ",
                               reasons[i]);
    if (n > 0)
        g_string_append_c(page, '\n');
}

/* The words of the sentence that spoke most for its matter, strongest first. */
static void add_words(GString *page, const IsrPatterns *patterns, const IsrFinding *finding,
                      const IsrBlock *block)
{
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, block->text);
    g_autoptr(GArray) signs = g_array_new(FALSE, FALSE, sizeof(IsrSign));

    for (guint i = 0; i < gist->sentences->len; i++) {
        const IsrRange range = g_array_index(gist->sentences, IsrGistSentence, i).sentence.range;

        if (range.start <= finding->range.start && finding->range.start < range.end)
            isr_telling_find(gist, patterns, block, i, finding->category, MOST_WORDS, signs);
    }
    for (guint i = 0; i < signs->len; i++) {
        const IsrSign *sign = &g_array_index(signs, IsrSign, i);
        const gsize start = isr_tokens_nth(gist->tokens, sign->first)->start;
        const gsize end = isr_tokens_nth(gist->tokens, sign->last)->end;

        g_string_append_printf(page, "%s\"%.*s\"", i == 0 ? "      what spoke for it: " : ", ",
                               (int)(end - start), block->text->str + start);
    }
    if (signs->len > 0)
        g_string_append_c(page, '\n');
}

static void add_owner(GString *page, const IsrPeople *people, const IsrFinding *finding)
{
    const IsrPerson *person =
        people && finding->person > 0 ? isr_people_nth(people, finding->person) : NULL;

    if (finding->role == ISR_ROLE_UNSURE)
        g_string_append(page, "      whose it is, nothing says surely");
    else
        g_string_append_printf(page, "      it is of the role %s", isr_role_id(finding->role));
    if (person)
        g_string_append_printf(page, ", person %u, because \"%s\"", person->number,
                               person->evidence ? person->evidence : "nothing says more");
    g_string_append_c(page, '\n');
}

static void add_action(GString *page, const IsrRecord *record, const IsrOutcome *outcome)
{
    g_string_append_printf(page, "      the profile %s says: %s", record->profile->id,
                           isr_action_id(outcome->asked));
    if (outcome->done == ISR_ACTION_DROP && isr_category_is_topic(outcome->finding.category))
        g_string_append(page, "; the whole sentence goes");
    else if (outcome->done != outcome->asked)
        g_string_append_printf(page, ", which cannot be done here; so: %s",
                               isr_action_id(outcome->done));
    if (outcome->done != ISR_ACTION_KEEP && outcome->now && *outcome->now)
        g_string_append_printf(page, "; %s stands there then", outcome->now);
    g_string_append_c(page, '\n');
}

char *isr_explain_outcome(const IsrExplanation *explanation, const IsrOutcome *outcome,
                          const IsrBlock *block, const char *text)
{
    GString *page = g_string_new(NULL);
    const IsrFinding *finding = &outcome->finding;

    g_string_append_printf(page, "  paragraph %u, %s", finding->block + 1,
                           isr_category_id(finding->category));
    if (text)
        g_string_append_printf(page, ": %s", text);
    g_string_append_c(page, '\n');
    add_finder(page, explanation->patterns, finding);
    if (g_strcmp0(finding->rule, "tagger") == 0)
        add_features(page, explanation->patterns, finding, block);
    if (text && isr_category_is_topic(finding->category))
        add_words(page, explanation->patterns, finding, block);
    add_owner(page, explanation->record->people, finding);
    if (explanation->decided)
        add_action(page, explanation->record, outcome);
    return g_string_free(page, FALSE);
}
