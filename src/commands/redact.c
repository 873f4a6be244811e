/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact redact, the command when none is named: writes a verified copy and its manifest, both
 * or neither. */
#include "commands.h"
#include "kit.h"
#include "pages.h"

#include "naming.h"
#include "securemail.h"

#include <isredact/pipeline.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the command line asks for. */
typedef struct {
    char *profile, *key, *audit, *copy, *manifest, *folder, *reader;
    char **subjects;
    gboolean force, hide;
    IsrPagesAsked pages;
    IsrDecision decision;
    char **files;
    gboolean helped;
} Asked;

static void asked_clear(Asked *asked)
{
    g_free(asked->profile);
    g_free(asked->key);
    g_free(asked->audit);
    g_free(asked->copy);
    g_free(asked->manifest);
    g_free(asked->folder);
    g_free(asked->reader);
    g_strfreev(asked->subjects);
    isr_pages_clear(&asked->pages);
    g_free(asked->decision.recipient);
    g_free(asked->decision.purpose);
    g_free(asked->decision.basis);
    g_free(asked->decision.originator);
    g_free(asked->decision.decided_by);
    g_free(asked->decision.reason);
    g_strfreev(asked->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

/* One file on its way to its copy. */
typedef struct {
    const Asked *asked;
    const IsrKit *kit;
    const char *source;
    IsrInput *input;
    IsrOutput *copy, *manifest;
    IsrRecord *record;
    GHashTable *written; /* paths of this run: one copy must not take another's place */
} Task;

static void task_clear(Task *task)
{
    isr_record_free(task->record);
    isr_output_free(task->manifest);
    isr_output_free(task->copy);
    isr_input_free(task->input);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Task, task_clear)

static gboolean usage(GError **error, const char *sentence)
{
    g_set_error_literal(error, ISR_ERROR, ISR_ERROR_USAGE, sentence);
    return FALSE;
}

static gboolean to_stdout(const Task *task)
{
    return task->asked->copy ? g_str_equal(task->asked->copy, "-")
                             : g_str_equal(task->source, "-") && !task->asked->folder;
}

/* An output for @path, which must be neither the source nor written before in this run. */
static IsrOutput *open_output(Task *task, const char *path, GError **error)
{
    if (isr_naming_same_file(path, task->source)) {
        usage(error, "the copy would take the place of the document itself; choose another place "
                     "with -o");
        return NULL;
    }
    if (!g_str_equal(path, "-") && !g_hash_table_add(task->written, g_strdup(path))) {
        usage(error, "two of these files would get the same copy; redact them one by one, with -o");
        return NULL;
    }
    return isr_output_new(path, task->asked->force, error);
}

static gboolean open_copy(Task *task, GError **error)
{
    const IsrFormat *format = isr_format_for(task->input, error);
    g_autofree char *stem = isr_naming_stem(task->source);
    g_autofree char *path = NULL;

    if (!format)
        return FALSE;
    if (to_stdout(task) && !format->any_suffix)
        return usage(error, "this is no plain text, so the copy cannot go to standard output; "
                            "choose a place with -o");
    if (to_stdout(task))
        path = g_strdup("-");
    else if (task->asked->copy)
        path = g_strdup(task->asked->copy);
    else
        path = isr_naming_copy(task->source, stem, task->asked->folder, format);
    task->copy = open_output(task, path, error);
    return task->copy != NULL;
}

/* The copy gets the name that remains of the document's, unless the user chose one. */
static gboolean rename_copy(Task *task, GError **error)
{
    const IsrFormat *format = isr_format_for(task->input, error);
    g_autofree char *name = NULL, *path = NULL;

    if (!format)
        return FALSE;
    if (!task->record->name || task->asked->copy || to_stdout(task))
        return TRUE;
    name = isr_naming_plain(task->record->name);
    path = isr_naming_copy(task->source, name, task->asked->folder, format);
    if (g_str_equal(path, isr_output_path(task->copy)))
        return TRUE;
    if (!g_hash_table_add(task->written, g_strdup(path)))
        return usage(error, "without what identifies people, its copy would be called like that of "
                            "another of these files; redact them one by one, with -o");
    return isr_output_rename(task->copy, path, error);
}

static gboolean open_manifest(Task *task, GError **error)
{
    g_autofree char *path = NULL;

    if (task->asked->manifest)
        path = g_strdup(task->asked->manifest);
    else if (!to_stdout(task))
        path = isr_naming_manifest(isr_output_path(task->copy));
    if (!path)
        return TRUE; /* a pipe's manifest has no place unless one is named */
    task->manifest = open_output(task, path, error);
    return task->manifest != NULL;
}

/* The manifest gets its name first: if the way ends there, no copy exists without its manifest. */
static gboolean commit(Task *task, GError **error)
{
    g_autofree char *text = isr_manifest_text(task->record);

    if (task->manifest && (!isr_output_write(task->manifest, text, strlen(text), error) ||
                           !isr_output_commit(task->manifest, error)))
        return FALSE;
    if (isr_output_commit(task->copy, error))
        return TRUE;
    if (task->manifest)
        isr_output_revoke(task->manifest);
    return FALSE;
}

static gboolean redact(Task *task, GError **error)
{
    g_autofree char *stem = isr_naming_stem(task->source);
    const IsrJob job = {
        .patterns = task->kit->patterns,
        .profile = task->kit->profile,
        .key = task->kit->key,
        .audit = task->asked->audit,
        .subjects = task->asked->subjects,
        .hide = task->asked->hide,
        .reader = task->asked->reader,
        .pages = task->asked->pages.pages,
        .decision = task->asked->decision,
        .name = g_utf8_validate(stem, -1, NULL) ? stem : NULL,
    };

    task->input = isr_input_open(task->source, error);
    if (!task->input || !open_copy(task, error))
        return FALSE;
    task->record = isr_pipeline_redact(&job, task->input, task->copy, error);
    if (!task->record)
        return FALSE;
    isr_securemail_check(task->record, task->kit->patterns->lists);
    return rename_copy(task, error) && open_manifest(task, error) && commit(task, error);
}

static void print_summary(const Task *task)
{
    FILE *out = to_stdout(task) ? stderr : stdout;
    const char *copy = isr_output_path(task->copy);
    g_autofree char *text = isr_summary_text(
        task->record, g_str_equal(copy, "-") ? "standard output" : copy,
        task->manifest ? isr_output_path(task->manifest) : NULL, isr_command_colour(fileno(out)));

    fputs(text, out);
}

static int redact_file(const Asked *asked, const IsrKit *kit, const char *source,
                       GHashTable *written)
{
    g_auto(Task) task = {.asked = asked, .kit = kit, .source = source, .written = written};
    g_autoptr(GError) error = NULL;

    if (!redact(&task, &error))
        return isr_command_fail_file(source, error);
    print_summary(&task);
    return task.record->checks->len > 0 ? ISR_EXIT_CHECK : ISR_EXIT_CLEAN;
}

static gboolean is_text(const char *value)
{
    return !value || g_utf8_validate(value, -1, NULL);
}

static gboolean check_asked(const Asked *asked, GError **error)
{
    const IsrDecision *decision = &asked->decision;
    guint n = g_strv_length(asked->files);

    if (n == 0)
        return usage(error, "name the document to redact; \"isredact help\" shows how");
    if (!asked->profile)
        return usage(error, "say what the copy is for with --profile NAME; \"isredact profiles "
                            "list\" shows the names");
    if (n > 1 && (asked->copy || asked->manifest))
        return usage(error, "-o and --manifest name one file; for several documents use --out-dir");
    if (asked->copy && asked->folder)
        return usage(error, "-o and --out-dir contradict each other; give one of them");
    if (!isr_options_check_subjects(asked->subjects, error) ||
        !isr_options_check_reader(asked->reader, error) ||
        !isr_options_check_audit(asked->audit, error))
        return FALSE;
    if (is_text(decision->recipient) && is_text(decision->purpose) && is_text(decision->basis) &&
        is_text(decision->originator) && is_text(decision->decided_by) && is_text(decision->reason))
        return TRUE;
    return usage(error, "what was given for the manifest is not in UTF-8");
}

static gboolean read_asked(Asked *asked, int argc, char **argv, GError **error)
{
    IsrDecision *decision = &asked->decision;
    const GOptionEntry entries[] = {
        {"profile", 'p', 0, G_OPTION_ARG_FILENAME, &asked->profile,
         "What the copy is for (\"isredact profiles list\")", "NAME"},
        {"subject", 's', 0, G_OPTION_ARG_FILENAME_ARRAY, &asked->subjects,
         "Whom the record is about; may be repeated", "NAME[=ALIAS...]"},
        {"for", 0, 0, G_OPTION_ARG_FILENAME, &asked->reader,
         "Who in the record will receive the copy", "NAME"},
        {"hide-whereabouts", 0, 0, G_OPTION_ARG_NONE, &asked->hide,
         "Remove every way to a location, whatever the profile keeps", NULL},
        {"key", 'k', 0, G_OPTION_ARG_FILENAME, &asked->key,
         "Key for pseudonyms and commitments (\"isredact key new\")", "FILE"},
        ISR_AUDIT_ENTRY(&asked->audit),
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &asked->copy, "Where the copy goes", "COPY"},
        {"manifest", 'm', 0, G_OPTION_ARG_FILENAME, &asked->manifest, "Where the manifest goes",
         "FILE"},
        {"out-dir", 'd', 0, G_OPTION_ARG_FILENAME, &asked->folder,
         "Folder for copies and manifests", "FOLDER"},
        {"force", 'f', 0, G_OPTION_ARG_NONE, &asked->force, "Replace copies that exist", NULL},
        ISR_PAGES_ENTRIES(&asked->pages),
        ISR_DPI_ENTRY(&asked->pages),
        {"recipient", 0, 0, G_OPTION_ARG_FILENAME, &decision->recipient, "Who receives the copy",
         "ADDRESS"},
        {"purpose", 0, 0, G_OPTION_ARG_FILENAME, &decision->purpose, "Why it is shared", "TEXT"},
        {"basis", 0, 0, G_OPTION_ARG_FILENAME, &decision->basis, "On what legal basis", "TEXT"},
        {"originator", 0, 0, G_OPTION_ARG_FILENAME, &decision->originator, "Who shares it", "TEXT"},
        {"decided-by", 0, 0, G_OPTION_ARG_FILENAME, &decision->decided_by, "Who decided", "TEXT"},
        {"reason", 0, 0, G_OPTION_ARG_FILENAME, &decision->reason, "Why it was decided so", "TEXT"},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };

    if (!isr_options_read(&isr_command_redact, entries, argc, argv, &asked->files, &asked->helped,
                          error))
        return FALSE;
    return asked->helped || (check_asked(asked, error) && isr_pages_load(&asked->pages, error));
}

static int run(int argc, char **argv)
{
    g_auto(Asked) asked = {0};
    g_auto(IsrKit) kit = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(GHashTable) written = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int status = ISR_EXIT_CLEAN;

    if (!read_asked(&asked, argc, argv, &error))
        return isr_command_fail(NULL, error);
    if (asked.helped)
        return isr_command_end(ISR_EXIT_CLEAN);
    if (!isr_kit_load(&kit, asked.profile, asked.key, &error) ||
        !isr_decision_is_complete(&asked.decision, kit.profile, asked.key != NULL,
                                  asked.subjects != NULL, &error))
        return isr_command_fail(NULL, error);
    isr_kit_hide(&kit, asked.hide);
    for (guint i = 0; asked.files[i]; i++) {
        int one = redact_file(&asked, &kit, asked.files[i], written);

        status = MAX(status, one);
    }
    return isr_command_end(status);
}

const IsrCommand isr_command_redact = {
    .name = "redact",
    .usage = "isredact --profile NAME [--subject \"NAME\"]... FILE...",
    .summary = "Write a verified copy of each FILE without what its purpose does not need.",
    .run = run,
};
