/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact batch: many documents under one profile and key, each in a process of its own. */
#include "commands.h"
#include "kit.h"
#include "pages.h"
#include "secret.h"

#include "batch/batch.h"
#include "batch/deposit.h"
#include "batch/plan.h"
#include "batch/report.h"
#include "batch/sources.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#define SECONDS 600
#define MOST_JOBS 1024
#define MOST_SHARDS 100000

/* What the command line asks for. */
typedef struct {
    char *profile, *key, *folder, *shard, *audit, *escrow, *passphrase_file;
    char **parts;
    int jobs, seconds;
    guint number, of; /* of the shard */
    gboolean hide, retry, dry, survey, merge, helped;
    IsrPagesAsked pages;
    IsrDecision decision;
    char **paths;
} Asked;

static void asked_clear(Asked *asked)
{
    g_free(asked->profile);
    g_free(asked->key);
    g_free(asked->folder);
    g_free(asked->shard);
    g_free(asked->audit);
    g_free(asked->escrow);
    g_free(asked->passphrase_file);
    g_strfreev(asked->parts);
    isr_pages_clear(&asked->pages);
    isr_decision_clear(&asked->decision);
    g_strfreev(asked->paths);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

/* "2/4" is the second of four parts. */
static gboolean read_shard(Asked *asked, GError **error)
{
    g_auto(GStrv) halves = asked->shard ? g_strsplit(asked->shard, "/", 2) : NULL;
    guint64 number = 1, of = 1;

    if (halves && (g_strv_length(halves) != 2 ||
                   !g_ascii_string_to_unsigned(halves[1], 10, 1, MOST_SHARDS, &of, NULL) ||
                   !g_ascii_string_to_unsigned(halves[0], 10, 1, of, &number, NULL)))
        return isr_options_refuse(error,
                                  "--shard takes a part and how many there are, such as 2/4");
    asked->number = (guint)number;
    asked->of = (guint)of;
    return of == 1 || asked->key ||
           isr_options_refuse(error, "parts of a batch need --key, the same for all");
}

static gboolean check_asked(const Asked *asked, GError **error)
{
    if (g_strv_length(asked->paths) == 0)
        return isr_options_refuse(error, "name the folders or documents of the batch");
    if (!asked->profile)
        return isr_options_refuse(
            error, "say what the copies are for with --profile NAME; \"isredact profiles "
                   "list\" shows the names");
    if (!asked->folder)
        return isr_options_refuse(error, "say with --out FOLDER where the copies go");
    if (asked->merge && (!asked->parts || asked->shard || asked->survey))
        return isr_options_refuse(error,
                                  "name the outputs of all parts with --part, and no --shard");
    if (asked->escrow && !asked->key)
        return isr_options_refuse(error, "--escrow needs --key: without a key there are no codes");
    if (asked->passphrase_file && !asked->escrow)
        return isr_options_refuse(error, "--passphrase-file is of use with --escrow alone");
    if (asked->jobs < 1 || asked->jobs > MOST_JOBS)
        return isr_options_refuse(error, "--jobs takes a number from 1 to 1024");
    if (asked->seconds < 1)
        return isr_options_refuse(error, "--timeout takes a number of seconds, at least 1");
    return isr_options_check_audit(asked->audit, error);
}

static gboolean read_asked(Asked *asked, int argc, char **argv, GError **error)
{
    const GOptionEntry entries[] = {
        {"profile", 'p', 0, G_OPTION_ARG_FILENAME, &asked->profile,
         "What the copies are for (\"isredact profiles list\")", "NAME"},
        {"key", 'k', 0, G_OPTION_ARG_FILENAME, &asked->key,
         "Key for pseudonyms and commitments (\"isredact key new\")", "FILE"},
        {"out", 'o', 0, G_OPTION_ARG_FILENAME, &asked->folder,
         "Folder for copies and manifests; the journal stands beside it", "FOLDER"},
        ISR_AUDIT_ENTRY(&asked->audit),
        {"escrow", 0, 0, G_OPTION_ARG_FILENAME, &asked->escrow,
         "File, apart from the output, for what codes stand for, under a passphrase", "FILE"},
        {"passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &asked->passphrase_file,
         "File whose first line is the passphrase, instead of asking for it", "FILE"},
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &asked->jobs,
         "How many documents are worked on at a time (all cores)", "N"},
        {"timeout", 0, 0, G_OPTION_ARG_INT, &asked->seconds,
         "Seconds that one document may take (600)", "N"},
        {"shard", 0, 0, G_OPTION_ARG_FILENAME, &asked->shard,
         "Redact only part I of N, told by what the documents hold", "I/N"},
        {"survey-only", 0, 0, G_OPTION_ARG_NONE, &asked->survey,
         "Read the documents of this part only, for --part of a later run", NULL},
        {"part", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &asked->parts,
         "Take over what the run with this output did; may be repeated", "FOLDER"},
        {"dry-run", 'n', 0, G_OPTION_ARG_NONE, &asked->dry,
         "Say what would be done, and write nothing", NULL},
        {"retry", 0, 0, G_OPTION_ARG_NONE, &asked->retry,
         "Try documents again that were refused before", NULL},
        {"hide-whereabouts", 0, 0, G_OPTION_ARG_NONE, &asked->hide,
         "Remove every way to a location, whatever the profile keeps", NULL},
        ISR_PAGES_ENTRIES(&asked->pages),
        ISR_DPI_ENTRY(&asked->pages),
        ISR_DECISION_ENTRIES(&asked->decision, "copies", "they are"),
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };

    asked->jobs = (int)g_get_num_processors();
    asked->seconds = SECONDS;
    if (!isr_options_read(&isr_command_batch, entries, argc, argv, &asked->paths, &asked->helped,
                          error))
        return FALSE;
    return asked->helped || (check_asked(asked, error) && read_shard(asked, error) &&
                             isr_pages_load(&asked->pages, error));
}

/* Output that is not this batch's must not be mixed with its copies. */
static gboolean make_folder(const char *folder, const char *journal, GError **error)
{
    g_autoptr(GDir) dir = NULL;

    if (g_mkdir_with_parents(folder, 0777) < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: this folder cannot be made: %s", folder,
                    g_strerror(errno));
        return FALSE;
    }
    dir = g_dir_open(folder, 0, error);
    if (!dir)
        return FALSE;
    if (access(journal, F_OK) == 0 || !g_dir_read_name(dir))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "%s: holds files already and has no journal of a batch beside it; choose a new "
                "folder with --out",
                folder);
    return FALSE;
}

static void print_sum(const IsrBatch *batch, const IsrBatchSum *sum)
{
    printf("%" G_GUINT64_FORMAT " documents: %" G_GUINT64_FORMAT " copies written and verified, "
           "%" G_GUINT64_FORMAT " of them to be looked at by a person, %" G_GUINT64_FORMAT
           " refused\n",
           sum->documents, sum->copies, sum->looks, sum->refused);
    if (sum->others > 0)
        printf("%" G_GUINT64_FORMAT " are other parts'\n", sum->others);
    if (sum->hidden > 0)
        printf("%" G_GUINT64_FORMAT " hidden files were left aside\n", sum->hidden);
    if (sum->worked > 0)
        printf("%" G_GUINT64_FORMAT " documents in %.1f seconds, %" G_GUINT64_FORMAT " a minute\n",
               sum->worked, sum->seconds, isr_batch_rate(sum));
    printf("Copies and manifests: %s\n", batch->folder);
    if (batch->deposit)
        printf("What the codes stand for, sealed: %s\n", batch->deposit);
    printf("Report: %s/" ISR_REPORT_HTML "\n", batch->folder);
}

/* Each document without a copy, by the name that the user knows, and why. */
static gboolean list_refused(const IsrBatch *batch, GError **error)
{
    g_autoptr(IsrSources) sources = isr_sources_new(batch, error);
    GError *problem = NULL;
    IsrSource *source;

    while (sources && (source = isr_sources_next(sources, &problem))) {
        const IsrEntry *entry = &source->entry;

        if (entry->surveyed > ISR_EXIT_CHECK)
            isr_command_note(source->relative, entry->survey);
        else if (entry->status > ISR_EXIT_CHECK)
            isr_command_note(source->relative, entry->answer);
        isr_source_free(source);
    }
    if (problem)
        g_propagate_error(error, problem);
    return sources && !problem;
}

static void print_plan(const IsrPlan *plan)
{
    printf("%" G_GUINT64_FORMAT " documents, %" G_GUINT64_FORMAT
           " of them would be refused; nothing was written\n",
           plan->documents, plan->refused);
    for (guint i = 0; isr_formats[i] && i < ISR_PLAN_FORMATS; i++) {
        if (plan->formats[i] > 0)
            printf("  %-5s %" G_GUINT64_FORMAT "\n", isr_formats[i]->id, plan->formats[i]);
    }
}

static int plan_batch(IsrBatch *batch)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrJournal) journal = isr_journal_open(NULL, "", &error);
    IsrPlan plan;

    if (!journal)
        return isr_command_fail(NULL, error);
    batch->journal = journal;
    if (!isr_plan_make(batch, &plan, &error) || !list_refused(batch, &error))
        return isr_command_fail(NULL, error);
    print_plan(&plan);
    return plan.refused > 0 ? ISR_EXIT_INPUT : ISR_EXIT_CLEAN;
}

/* The public key of the escrow, if one is asked for; NULL with @error set if it cannot be had. */
static IsrEscrow *make_escrow(const IsrBatch *batch, const Asked *asked, GError **error)
{
    IsrEscrow *escrow = NULL;
    char *passphrase;

    if (!isr_deposit_check_place(batch, error))
        return NULL;
    passphrase = isr_secret_new(asked->passphrase_file, "passphrase", TRUE, error);
    if (passphrase)
        escrow = isr_escrow_new(passphrase, isr_batch_key(batch), isr_batch_audit(batch), error);
    isr_secret_free(passphrase);
    return escrow;
}

static gboolean do_batch(IsrBatch *batch, const Asked *asked, IsrBatchSum *sum, GError **error)
{
    g_autoptr(IsrEscrow) escrow = NULL;

    if (batch->deposit && !(escrow = make_escrow(batch, asked, error)))
        return FALSE;
    batch->escrow = escrow;
    return isr_batch_run(batch, sum, error) && list_refused(batch, error);
}

static int run_batch(IsrBatch *batch, const Asked *asked)
{
    g_autofree char *path = isr_batch_journal_path(batch->folder);
    g_autofree char *terms = isr_batch_terms(batch);
    g_autoptr(IsrJournal) journal = NULL;
    g_autoptr(GError) error = NULL;
    IsrBatchSum sum;

    if (!make_folder(batch->folder, path, &error) ||
        !(journal = isr_journal_open(path, terms, &error)))
        return isr_command_fail(NULL, error);
    batch->journal = journal;
    if (!do_batch(batch, asked, &sum, &error))
        return isr_command_fail(NULL, error);
    if (batch->survey_only)
        printf("Read, for a later run: %s\n", path);
    else
        print_sum(batch, &sum);
    return (int)sum.status;
}

static int run(int argc, char **argv)
{
    g_auto(Asked) asked = {0};
    g_auto(IsrKit) kit = {0};
    g_autoptr(GError) error = NULL;

    /* "batch merge" is a batch whose parts others have done. */
    asked.merge = argc > 1 && g_str_equal(argv[1], "merge");
    if (!read_asked(&asked, argc - asked.merge, argv + asked.merge, &error))
        return isr_command_fail(NULL, error);
    if (asked.helped)
        return isr_command_end(ISR_EXIT_CLEAN);
    if (!isr_kit_load(&kit, asked.profile, asked.key, &error) ||
        !isr_decision_is_complete(&asked.decision, kit.profile, asked.key != NULL, FALSE, &error))
        return isr_command_fail(NULL, error);
    isr_kit_hide(&kit, asked.hide);
    isr_command_note_containment();

    const IsrJob job = {
        .patterns = kit.patterns,
        .profile = kit.profile,
        .key = kit.key,
        .audit = asked.audit,
        .hide = asked.hide,
        .pages = asked.pages.pages,
        .decision = asked.decision,
    };
    IsrBatch batch = {
        .job = &job,
        .lists = kit.patterns->lists,
        .paths = asked.paths,
        .folder = asked.folder,
        .jobs = (guint)asked.jobs,
        .seconds = (guint)asked.seconds,
        .shard = asked.number,
        .shards = asked.of,
        .parts = asked.parts,
        .survey_only = asked.survey,
        .retry = asked.retry,
        .deposit = asked.survey ? NULL : asked.escrow,
        .progress = STDERR_FILENO,
    };

    return isr_command_end(asked.dry ? plan_batch(&batch) : run_batch(&batch, &asked));
}

const IsrCommand isr_command_batch = {
    .name = "batch",
    .usage = "isredact batch [merge] --profile NAME [--key FILE] --out FOLDER PATH...",
    .summary = "Write verified copies of whole folders, each document in a process of its own.",
    .run = run,
};
