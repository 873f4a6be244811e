/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * score [OPTION...] FOLDER...: builds each gold document of the folders, redacts it and says how
 * much of what is marked is gone and how much that is not, who the people were taken to be, and
 * how well the copy fits the purpose of a profile. */
#include "compare.h"
#include "ledger.h"
#include "shelf.h"
#include "tally.h"
#include "trial.h"

#include <locale.h>
#include <string.h>

/* Whose sentences the score asks about by itself. */
#define PURPOSE "education"

typedef struct {
    IsrBench *bench;
    GPtrArray *golds; /* of IsrGold * */
    guint refused;    /* documents without a copy */
} Score;

static char *profile_id = NULL, *profile_ids = NULL, *format_id = NULL;
static gboolean verbose = FALSE;
static double min_structured = 0, min_direct = 0, min_names = 0, min_roles = 0, min_sentences = 0,
              max_needless = 100, max_others = 100;
static char **folders = NULL;

static const GOptionEntry OPTIONS[] = {
    {"profile", 'p', 0, G_OPTION_ARG_STRING, &profile_id,
     "what one profile shares and removes, in detail", "NAME"},
    {"profiles", 0, 0, G_OPTION_ARG_STRING, &profile_ids, "a line for each of these",
     "all|NAME,..."},
    {"format", 'f', 0, G_OPTION_ARG_STRING, &format_id, "in this format alone", "txt|docx|odt"},
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "list what went wrong", NULL},
    {"min-structured", 0, 0, G_OPTION_ARG_DOUBLE, &min_structured,
     "fail if fewer structured identifiers are found", "PERCENT"},
    {"min-direct", 0, 0, G_OPTION_ARG_DOUBLE, &min_direct,
     "fail if fewer direct identifiers are found", "PERCENT"},
    {"min-names", 0, 0, G_OPTION_ARG_DOUBLE, &min_names, "fail if fewer names are found",
     "PERCENT"},
    {"min-roles", 0, 0, G_OPTION_ARG_DOUBLE, &min_roles,
     "fail if fewer people have their right role", "PERCENT"},
    {"min-sentences", 0, 0, G_OPTION_ARG_DOUBLE, &min_sentences,
     "fail if fewer sentences that " PURPOSE " removes are gone", "PERCENT"},
    {"max-needless", 0, 0, G_OPTION_ARG_DOUBLE, &max_needless,
     "fail if more unmarked words are lost", "PERCENT"},
    {"max-others", 0, 0, G_OPTION_ARG_DOUBLE, &max_others,
     "fail if more of the other sentences are gone", "PERCENT"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &folders, NULL, "FOLDER..."},
    {NULL, 0, 0, 0, NULL, NULL, NULL},
};

/* The trial, or NULL after saying why there is none. */
static IsrTrial *try(Score *score, const IsrGold *gold, guint format, const IsrProfile *profile)
{
    g_autoptr(GError) error = NULL;
    IsrTrial *trial = isr_trial_new(score->bench, gold, format, profile, &error);

    if (!trial) {
        g_print("%s%s: no copy under %s: %s\n", gold->id, isr_builds[format]->suffix, profile->id,
                error->message);
        score->refused++;
    }
    return trial;
}

/* "rule as category of role" of the finding that takes the first of @words, or "nothing". */
static char *taker(const GPtrArray *findings, IsrRange words)
{
    const IsrFinding *finding = isr_takings_first(findings, words);

    return finding ? g_strdup_printf("%s as %s of %s", finding->rule,
                                     isr_category_id(finding->category), isr_role_id(finding->role))
                   : g_strdup("nothing");
}

static void print_misses(const IsrTrial *trial, const IsrComparison *comparison)
{
    for (guint i = 0; i < comparison->verdicts->len; i++) {
        const IsrVerdict *verdict = comparison->verdicts->pdata[i];
        const IsrGoldPerson *person = verdict->span->person;

        if (!verdict->found)
            g_print("%s: missed %s (%s): %s\n", trial->name, verdict->span->category,
                    person ? person->role : "nobody's", verdict->text);
    }
    for (guint i = 0; i < comparison->losses->len; i++) {
        const IsrLoss *loss = comparison->losses->pdata[i];
        g_autofree char *by = taker(trial->takings->removed, loss->words);

        g_print("%s: lost to %s: %s\n", trial->name, by, loss->text);
    }
}

/* "split Leah Fenn: 3 Leah Fenn, Leah; 7 Lee": what of @person goes under which number. */
static void print_split(const char *name, const IsrGoldPerson *person, const GArray *attributions)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    g_print("%s: split %s:", name, person->name);
    for (guint i = 0; i < attributions->len; i++) {
        const IsrAttribution *one = &g_array_index(attributions, IsrAttribution, i);

        if (one->person != person || !one->finding)
            continue;
        char *part = g_strdup_printf("%u %.*s", one->finding->person,
                                     (int)(one->range.end - one->range.start),
                                     one->block->text->str + one->range.start);
        if (!g_hash_table_contains(seen, part))
            g_print(" %s;", part);
        g_hash_table_add(seen, part);
    }
    g_print("\n");
}

static void print_cast(const char *name, const IsrCast *cast, const GArray *attributions)
{
    for (guint i = 0; i < cast->members->len; i++) {
        const IsrCastMember *member = &g_array_index(cast->members, IsrCastMember, i);

        if (member->casting == ISR_CASTING_UNSURE || member->casting == ISR_CASTING_WRONG)
            g_print("%s: %s %s: is %s, taken for %s: %s\n", name, isr_casting_id(member->casting),
                    member->person->name, member->person->role, isr_role_id(member->role),
                    member->evidence ? member->evidence : "no evidence");
        if (member->parts > 1)
            print_split(name, member->person, attributions);
    }
    for (guint i = 0; i < cast->mixes->len; i++)
        g_print("%s: mixed %s\n", name, (const char *)cast->mixes->pdata[i]);
}

/* Finds what there is in one document. */
static void search(Score *score, IsrTally *tally, const IsrGold *gold, guint format,
                   const IsrProfile *profile)
{
    g_autoptr(IsrTrial) trial = try(score, gold, format, profile);

    if (!trial)
        return;
    g_autoptr(IsrComparison) comparison = isr_compare(trial->collation);
    g_autoptr(GArray) attributions = isr_attributions(trial->collation, trial->takings);
    g_autoptr(IsrCast) cast = isr_cast(gold, attributions, trial->record->people);

    isr_tally_add(tally, format, comparison);
    isr_tally_attribute(tally, format, attributions);
    isr_tally_cast(tally, format, cast);
    if (!verbose)
        return;
    print_misses(trial, comparison);
    print_cast(trial->name, cast, attributions);
}

static void print_slips(const char *name, const char *what, const GPtrArray *slips,
                        const GPtrArray *findings)
{
    for (guint i = 0; i < slips->len; i++) {
        const IsrSlip *slip = slips->pdata[i];
        const IsrGoldSpan *span = slip->span;
        const char *whose = !span          ? ""
                            : span->whose  ? span->whose
                            : span->person ? span->person->role
                                           : "nobody's";
        g_autofree char *by = taker(findings, slip->words);

        g_print("%s: %s %s (%s), found by %s: %s\n", name, what, span ? span->category : "unmarked",
                whose, by, slip->text);
    }
}

static void print_sentences(const char *name, const GPtrArray *sentences)
{
    for (guint i = 0; i < sentences->len; i++) {
        const IsrSentence *sentence = sentences->pdata[i];

        if (sentence->due == sentence->gone)
            continue;
        g_print("%s: sentence %s (%s%s%s): %s\n", name, sentence->due ? "left" : "gone",
                sentence->span ? sentence->span->category : "unmarked", sentence->span ? ", " : "",
                sentence->span ? sentence->span->whose : "", sentence->text);
    }
}

/* What a copy for one purpose shares and removes. */
static void weigh(Score *score, IsrLedger *ledger, const IsrGold *gold, guint format,
                  const IsrProfile *profile)
{
    g_autoptr(IsrTrial) trial = try(score, gold, format, profile);

    if (!trial)
        return;
    g_autoptr(GPtrArray) sentences = isr_sentences(trial->collation, profile);
    g_autoptr(IsrSharing) sharing = isr_sharing(trial->collation, profile);

    isr_ledger_add(ledger, sentences, sharing);
    if (!verbose)
        return;
    print_sentences(trial->name, sentences);
    print_slips(trial->name, "over-shared", sharing->overshared, trial->takings->found);
    print_slips(trial->name, "over-removed", sharing->overremoved, trial->takings->removed);
}

/* TRUE if the format isr_builds[@format] is asked for. */
static gboolean is_asked(guint format, gboolean text_alone)
{
    const char *asked = format_id ? format_id : text_alone ? "txt" : NULL;

    return !asked || strcmp(isr_builds[format]->suffix + 1, asked) == 0;
}

/* The ledger of the profile @id, or NULL with error set. */
static IsrLedger *weigh_all(Score *score, const char *id, GError **error)
{
    g_autoptr(IsrProfile) profile = isr_bench_profile(score->bench, id, FALSE, error);

    if (!profile)
        return NULL;
    IsrLedger *ledger = isr_ledger_new();

    for (guint i = 0; i < score->golds->len; i++) {
        for (guint format = 0; isr_builds[format]; format++) {
            if (is_asked(format, TRUE))
                weigh(score, ledger, score->golds->pdata[i], format, profile);
        }
    }
    return ledger;
}

static gboolean print_line(Score *score, const char *id, GError **error)
{
    g_autoptr(IsrLedger) ledger = weigh_all(score, id, error);

    if (!ledger)
        return FALSE;
    g_autofree char *line = isr_ledger_line(ledger, id);

    g_print("%s", line);
    return TRUE;
}

/* --profiles */
static gboolean compare_profiles(Score *score, GError **error)
{
    g_auto(GStrv) ids = strcmp(profile_ids, "all") == 0
                            ? isr_profile_ids(score->bench->profiles, error)
                            : g_strsplit(profile_ids, ",", -1);
    g_autofree char *heading = isr_ledger_heading();

    if (!ids)
        return FALSE;
    g_print("%s", heading);
    for (guint i = 0; ids[i]; i++) {
        if (!print_line(score, ids[i], error))
            return FALSE;
    }
    return TRUE;
}

/* --profile */
static gboolean show_profile(Score *score, GError **error)
{
    g_autoptr(IsrLedger) ledger = weigh_all(score, profile_id, error);

    if (!ledger)
        return FALSE;
    g_autofree char *detail = isr_ledger_detail(ledger);
    g_autofree char *heading = isr_ledger_heading();
    g_autofree char *line = isr_ledger_line(ledger, profile_id);

    g_print("%s\n%s%s", detail, heading, line);
    return TRUE;
}

/* Prints the figures; TRUE if every threshold is kept. */
static gboolean report(const Score *score, const IsrTally *tally, const IsrLedger *ledger)
{
    g_autofree char *table = isr_tally_text(tally);
    g_autofree char *heading = isr_ledger_heading();
    g_autofree char *line = isr_ledger_line(ledger, PURPOSE);
    gboolean kept =
        score->refused == 0 && isr_tally_structured(tally) >= min_structured &&
        isr_tally_direct(tally) >= min_direct && isr_tally_names(tally) >= min_names &&
        isr_tally_people(tally) >= min_roles && isr_tally_needless(tally) <= max_needless &&
        isr_ledger_sentences(ledger) >= min_sentences && isr_ledger_others(ledger) <= max_others;

    g_print("%s\n%s%s\n", table, heading, line);
    g_print("%u documents: structured %.1f %%, all direct %.1f %%, names %.1f %% (origins %.1f "
            "points apart), roles %.1f %% of people, needlessly removed %.2f %% of words; " PURPOSE
            ": %.1f %% of sentences that must go are gone, %.2f %% of others; %u without "
            "a copy%s\n",
            score->golds->len, isr_tally_structured(tally), isr_tally_direct(tally),
            isr_tally_names(tally), isr_tally_gap(tally), isr_tally_people(tally),
            isr_tally_needless(tally), isr_ledger_sentences(ledger), isr_ledger_others(ledger),
            score->refused, kept ? "" : ": NOT GOOD ENOUGH");
    return kept;
}

/* What is found in all formats, and the sentences of one purpose. */
static gboolean measure(Score *score, gboolean *good, GError **error)
{
    g_autoptr(IsrProfile) profile = isr_bench_profile(score->bench, "anonymise", TRUE, error);
    g_autoptr(IsrTally) tally = isr_tally_new();

    if (!profile)
        return FALSE;
    for (guint i = 0; i < score->golds->len; i++) {
        for (guint format = 0; isr_builds[format]; format++) {
            if (is_asked(format, FALSE))
                search(score, tally, score->golds->pdata[i], format, profile);
        }
    }
    verbose = FALSE;
    g_autoptr(IsrLedger) ledger = weigh_all(score, PURPOSE, error);

    if (!ledger)
        return FALSE;
    *good = report(score, tally, ledger);
    return TRUE;
}

static gboolean prepare(Score *score, GError **error)
{
    score->golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);
    score->bench = isr_bench_new(error);
    gboolean done = score->bench != NULL;

    for (char **folder = folders; done && *folder; folder++)
        done = isr_shelf_load(score->golds, *folder, error);
    return done;
}

static gboolean run(Score *score, gboolean *good, GError **error)
{
    if (!prepare(score, error))
        return FALSE;
    if (!profile_ids && !profile_id)
        return measure(score, good, error);
    *good = profile_ids ? compare_profiles(score, error) : show_profile(score, error);
    return *good;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_autoptr(GOptionContext) context = g_option_context_new("- measure against the gold");
    g_autoptr(GError) error = NULL;
    Score score = {0};
    gboolean good = FALSE;

    g_option_context_add_main_entries(context, OPTIONS, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || !folders) {
        g_printerr("score: %s\n", error ? error->message : "name a folder of gold files");
        return 2;
    }
    if (!run(&score, &good, &error))
        g_printerr("score: %s\n", error->message);
    g_ptr_array_unref(score.golds);
    isr_bench_free(score.bench);
    g_strfreev(folders);
    g_free(profile_id);
    g_free(profile_ids);
    g_free(format_id);
    return good ? 0 : 1;
}
