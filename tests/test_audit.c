/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The records of several agencies about six children (corpus/audit), surveyed, linked and redacted
 * as one batch: each child is one in all files, no two are one, and intervals between their dates
 * are what they were. */
#include "isr_test.h"

#include "attribution.h"
#include "trial.h"

#include <isredact/calendar.h>

#include "../src/batch/link.h"

#include <string.h>

typedef struct {
    IsrBench *bench;
    IsrProfile *profile;
    GPtrArray *golds; /* of IsrGold * */
} Batch;

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *load_golds(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_ROOT"), "corpus", "audit", NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    const char *file;

    assert_non_null(files);
    while ((file = g_dir_read_name(files)))
        g_ptr_array_add(names, g_build_filename(folder, file, NULL));
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        g_autoptr(GError) error = NULL;

        g_ptr_array_add(golds, isr_gold_load(names->pdata[i], &error));
        assert_no_error(error);
    }
    return golds;
}

static int load(void **state)
{
    Batch *batch = g_new0(Batch, 1);

    batch->bench = isr_bench_new(NULL);
    batch->profile = batch->bench ? isr_bench_profile(batch->bench, "audit", FALSE, NULL) : NULL;
    batch->golds = load_golds();
    *state = batch;
    return batch->profile && batch->golds->len > 19 ? 0 : -1;
}

static int unload(void **state)
{
    Batch *batch = *state;

    g_ptr_array_unref(batch->golds);
    isr_profile_free(batch->profile);
    isr_bench_free(batch->bench);
    g_free(batch);
    return 0;
}

static IsrJob job_of(const Batch *batch)
{
    return (IsrJob){.patterns = batch->bench->patterns,
                    .profile = batch->profile,
                    .key = batch->bench->key,
                    .audit = "2024"};
}

/* The batch, surveyed and linked; free with isr_link_free(). */
static IsrLink *linked(const Batch *batch, guint format)
{
    const IsrJob job = job_of(batch);
    IsrLink *link = isr_link_new(job.key, job.audit);

    for (guint i = 0; i < batch->golds->len; i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *text =
            isr_trial_survey(batch->bench, batch->golds->pdata[i], format, &job, &error);

        assert_no_error(error);
        assert_true(isr_link_add(link, i, text, strlen(text), &error));
    }
    isr_link_settle(link);
    return link;
}

/* @document as the batch knows its people; without a @link as it knows them itself. */
static IsrTrial *redacted(const Batch *batch, IsrLink *link, guint document, guint format)
{
    g_autoptr(GHashTable) identities = link ? isr_link_identities(link, document) : NULL;
    g_autoptr(GError) error = NULL;
    IsrJob job = job_of(batch);

    job.identities = identities;
    IsrTrial *trial =
        isr_trial_run(batch->bench, batch->golds->pdata[document], format, &job, &error);

    assert_no_error(error);
    return trial;
}

static const IsrOutcome *outcome_of(const IsrTrial *trial, const IsrFinding *finding)
{
    for (guint i = 0; i < trial->record->outcomes->len; i++) {
        const IsrOutcome *outcome = trial->record->outcomes->pdata[i];

        if (&outcome->finding == finding)
            return outcome;
    }
    return NULL;
}

/* Under which codes people stand in the copies so far. */
typedef struct {
    GHashTable *whose; /* code to id */
    GHashTable *codes; /* id to code */
    guint wrong;       /* names without a code, with another than before, with somebody else's */
} Codes;

static Codes codes_new(void)
{
    return (Codes){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                   g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free), 0};
}

static void codes_clear(Codes *codes)
{
    g_hash_table_unref(codes->whose);
    g_hash_table_unref(codes->codes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Codes, codes_clear)

/* In plain text, where tables are hard to see, the child of this record, who is called by the
 * forename alone, is taken for the worker whose row follows; a worker is not made one with a
 * child because of a forename. */
static gboolean is_out_of_reach(const IsrTrial *trial, const char *id)
{
    return g_str_equal(trial->name, "care-call-seren.txt") && g_str_equal(id, "seren-pritchard");
}

static gboolean fits(GHashTable *known, const char *key, const char *value)
{
    const char *before = g_hash_table_lookup(known, key);

    if (!before)
        g_hash_table_insert(known, g_strdup(key), g_strdup(value));
    return !before || g_str_equal(before, value);
}

static void note_codes(const IsrTrial *trial, Codes *codes)
{
    g_autoptr(GArray) names = isr_attributions(trial->collation, trial->takings);

    for (guint i = 0; i < names->len; i++) {
        const IsrAttribution *name = &g_array_index(names, IsrAttribution, i);
        const IsrOutcome *outcome = name->finding ? outcome_of(trial, name->finding) : NULL;
        const char *id = name->person->id;
        gboolean coded = outcome && outcome->done == ISR_ACTION_PSEUDONYM;

        if (is_out_of_reach(trial, id))
            continue;
        if (coded && fits(codes->whose, strchr(outcome->now, '-'), id) &&
            fits(codes->codes, id, strchr(outcome->now, '-')))
            continue;
        codes->wrong++;
    }
}

static guint count_wrong(const Batch *batch, gboolean together, guint format)
{
    g_autoptr(IsrLink) link = linked(batch, format);
    g_auto(Codes) codes = codes_new();

    for (guint i = 0; i < batch->golds->len; i++) {
        g_autoptr(IsrTrial) trial = redacted(batch, together ? link : NULL, i, format);

        note_codes(trial, &codes);
    }
    return codes.wrong;
}

static void one_person_has_one_code_in_every_file(void **state)
{
    for (guint format = 0; isr_builds[format]; format++)
        assert_int_equal(count_wrong(*state, TRUE, format), 0);
}

/* Without the batch each file tells by itself: what the test above finds is the link's doing. */
static void files_alone_do_not_agree(void **state)
{
    assert_in_range(count_wrong(*state, FALSE, 0), 10, 100);
}

/* Days from 1 January of the year 1; 0 for no whole date. */
static guint32 day_of(const char *text)
{
    IsrDate date;
    GDate day;

    if (!isr_date_read(text, &date) || !date.day || !date.month || !date.year)
        return 0;
    g_date_clear(&day, 1);
    g_date_set_dmy(&day, (GDateDay)date.day, (GDateMonth)date.month, (GDateYear)date.year);
    return g_date_get_julian(&day);
}

/* By how many days the dates of a copy were moved: all by the same. */
static gint offset_of(const IsrTrial *trial)
{
    gint offset = 0;

    for (guint i = 0; i < trial->gold->blocks->len; i++) {
        const IsrGoldBlock *block = trial->gold->blocks->pdata[i];

        for (guint n = 0; n < block->spans->len; n++) {
            const IsrGoldSpan *span = block->spans->pdata[n];
            IsrRange words = isr_collation_words(trial->collation, i, span->range);
            g_autofree char *value = g_strndup(block->text->str + span->range.start,
                                               span->range.end - span->range.start);

            if (strcmp(span->category, "date") != 0 && strcmp(span->category, "dob") != 0)
                continue;
            const IsrFinding *finding = isr_takings_first(trial->takings->found, words);
            const IsrOutcome *outcome = finding ? outcome_of(trial, finding) : NULL;
            gint moved;

            assert_non_null(outcome);
            assert_int_equal(outcome->done, ISR_ACTION_SHIFT);
            moved = (gint)day_of(outcome->now) - (gint)day_of(value);
            assert_true(offset == 0 || offset == moved);
            offset = moved;
        }
    }
    return offset;
}

/* Every two records that are about one child, or speak of the same family, move by one offset. */
static void intervals_are_what_they_were(void **state)
{
    const Batch *batch = *state;
    g_autoptr(IsrLink) link = linked(batch, 0);
    g_autoptr(GHashTable) offsets = g_hash_table_new(g_str_hash, g_str_equal);
    guint others = 0;

    for (guint i = 0; i < batch->golds->len; i++) {
        const IsrGold *gold = batch->golds->pdata[i];
        g_autoptr(IsrTrial) trial = redacted(batch, link, i, 0);
        gint offset = offset_of(trial);

        assert_int_not_equal(offset, 0);
        for (guint n = 0; n < gold->people->len; n++) {
            const IsrGoldPerson *person = gold->people->pdata[n];
            gpointer known;

            if (!g_str_equal(person->role, "subject") && !g_str_equal(person->role, "family"))
                continue;
            if (!g_hash_table_lookup_extended(offsets, person->id, NULL, &known))
                g_hash_table_insert(offsets, person->id, GINT_TO_POINTER(offset));
            else if (GPOINTER_TO_INT(known) != offset)
                fail_msg("%s: the dates of %s moved by %d days, before by %d", gold->id, person->id,
                         offset, GPOINTER_TO_INT(known));
            others += GPOINTER_TO_INT(g_hash_table_lookup(offsets, "leo-marsden-wharf")) != offset;
        }
    }
    assert_in_range(others, 1, 1000); /* one offset for all would prove nothing */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_person_has_one_code_in_every_file),
        cmocka_unit_test(files_alone_do_not_agree),
        cmocka_unit_test(intervals_are_what_they_were),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
