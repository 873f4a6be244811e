/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact redact, the command when none is named: writes a verified copy and its manifest, both
 * or neither. */
#include "commands.h"
#include "kit.h"
#include "pages.h"
#include "terminal.h"

#include "naming.h"
#include "securemail.h"
#include "worker.h"

#include <isredact/limits.h>
#include <isredact/pipeline.h>
#include <isredact/proof.h>

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
    isr_decision_clear(&asked->decision);
    g_strfreev(asked->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

/* More formats than there are. */
#define MOST_FORMATS 16

/* One file on its way to its copy. */
typedef struct {
    const Asked *asked;
    const IsrKit *kit;
    const char *source;
    IsrInput *input;
    IsrOutput *copy, *manifest;    /* without names until the document was redacted */
    GError *refused[MOST_FORMATS]; /* why there can be no copy in this format of isr_formats */
    GHashTable *written;           /* paths of this run: one copy must not take another's place */
    gboolean colour;               /* of the summary */
} Task;

static void task_clear(Task *task)
{
    for (guint i = 0; i < MOST_FORMATS; i++)
        g_clear_error(&task->refused[i]);
    isr_output_free(task->manifest);
    isr_output_free(task->copy);
    isr_input_free(task->input);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Task, task_clear)

/* What a process that redacted the document tells of it. */
typedef struct {
    const IsrFormat *format;
    gboolean checks; /* a person must look at something */
    char *name;      /* that remains of the document's, or NULL */
    char *summary;
} Told;

static void told_clear(Told *told)
{
    g_free(told->name);
    g_free(told->summary);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Told, told_clear)

static gboolean to_stdout(const Task *task)
{
    return task->asked->copy ? g_str_equal(task->asked->copy, "-")
                             : g_str_equal(task->source, "-") && !task->asked->folder;
}

/* --- places --- */

/* Where the copy of a document of @format goes that is called @name, or by its own name (NULL);
 * free with g_free(). */
static char *copy_path(const Task *task, const IsrFormat *format, const char *name)
{
    g_autofree char *stem = name ? isr_naming_plain(name) : isr_naming_stem(task->source);

    if (to_stdout(task))
        return g_strdup("-");
    return task->asked->copy ? g_strdup(task->asked->copy)
                             : isr_naming_copy(task->source, stem, task->asked->folder, format);
}

/* Where its manifest goes; NULL: a pipe's has no place unless one is named. */
static char *manifest_path(const Task *task, const char *copy)
{
    if (task->asked->manifest)
        return g_strdup(task->asked->manifest);
    return to_stdout(task) ? NULL : isr_naming_manifest(copy);
}

/* FALSE if @path is the source or was written before in this run. */
static gboolean is_free(const Task *task, const char *path, const char *taken, GError **error)
{
    if (isr_naming_same_file(path, task->source))
        return isr_options_refuse(
            error, "the copy would take the place of the document itself; choose another "
                   "place with -o");
    return g_str_equal(path, "-") || !g_hash_table_contains(task->written, path) ||
           isr_options_refuse(error, taken);
}

#define SAME_COPY "two of these files would get the same copy; redact them one by one, with -o"
#define SAME_NAME                                                                                  \
    "without what identifies people, its copy would be called like that of another of these "      \
    "files; redact them one by one, with -o"

/* A file in the place of @path, with no name yet. */
static IsrOutput *open_output(const Task *task, const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);

    return g_str_equal(path, "-") ? isr_output_new(path, FALSE, error)
                                  : isr_output_new_in(folder, task->asked->force, error);
}

/* Opens what copy and manifest take; the folder is the same in every format. */
static gboolean open_outputs(Task *task, GError **error)
{
    g_autofree char *copy = copy_path(task, isr_formats[0], NULL);
    g_autofree char *manifest = manifest_path(task, copy);

    return (task->copy = open_output(task, copy, error)) && isr_output_reserve(task->copy, error) &&
           (!manifest || (task->manifest = open_output(task, manifest, error)));
}

/* Who opens "letter.docx" expects what is no text of another kind. */
static gboolean is_called_right(const Task *task, const IsrFormat *format, GError **error)
{
    const IsrFormat *called = task->asked->copy ? isr_naming_format(task->asked->copy) : NULL;

    if (!called || called == format)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "the copy is of the same kind as the document, so its name cannot end in %s; give "
                "it a name that ends in %s with -o",
                called->suffix, format->suffix);
    return FALSE;
}

/* TRUE if the copy may be one in @format, and be called as it then would. */
static gboolean may_be(Task *task, const IsrFormat *format, GError **error)
{
    g_autofree char *copy = copy_path(task, format, NULL);

    if (to_stdout(task) && !format->any_suffix)
        return isr_options_refuse(
            error, "this is no plain text, so the copy cannot go to standard output; "
                   "choose a place with -o");
    return is_called_right(task, format, error) && is_free(task, copy, SAME_COPY, error) &&
           (!task->copy || isr_output_rename(task->copy, copy, error));
}

/* Only who reads the document knows its format, and that one cannot open anything. */
static void open_for_all(Task *task)
{
    g_autoptr(GError) closed = NULL;

    open_outputs(task, &closed);
    for (guint i = 0; isr_formats[i] && i < MOST_FORMATS; i++) {
        if (may_be(task, isr_formats[i], &task->refused[i]) && closed)
            task->refused[i] = g_error_copy(closed);
    }
}

/* --- in a process of its own --- */

static const IsrFormat *recognise(const Task *task, GError **error)
{
    const IsrFormat *format = isr_format_for(task->input, error);

    for (guint i = 0; format && i < MOST_FORMATS; i++) {
        if (isr_formats[i] != format)
            continue;
        if (!task->refused[i])
            return format;
        g_propagate_error(error, g_error_copy(task->refused[i]));
        return NULL;
    }
    return NULL;
}

static IsrRecord *redact(const Task *task, GError **error)
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
    IsrRecord *record = isr_pipeline_redact(&job, task->input, task->copy, error);

    if (record)
        isr_securemail_check(record, task->kit->patterns->lists);
    return record;
}

/* A line with format, whether to look, and "=NAME" or "-"; below it the summary. */
static void tell(const Task *task, const IsrFormat *format, const IsrRecord *record,
                 GString *answer)
{
    g_autofree char *copy = copy_path(task, format, record->name);
    g_autofree char *manifest = manifest_path(task, copy);
    g_autofree char *name = record->name ? g_uri_escape_string(record->name, NULL, FALSE) : NULL;
    g_autofree char *summary = isr_summary_text(
        record, g_str_equal(copy, "-") ? "standard output" : copy, manifest, task->colour);

    g_string_append_printf(answer, "%s %d %s%s\n%s", format->id, record->checks->len > 0,
                           name ? "=" : "-", name ? name : "", summary);
}

/* Fills copy and manifest. */
static gboolean redact_document(gpointer self, gpointer unused, GString *answer, GError **error)
{
    const Task *task = self;
    const IsrFormat *format = recognise(task, error);
    g_autoptr(IsrRecord) record = NULL;
    g_autofree char *manifest = NULL, *path = NULL;

    (void)unused;
    if (!format)
        return FALSE;
    path = copy_path(task, format, NULL);
    isr_output_call(task->copy, path);
    if (!(record = redact(task, error)))
        return FALSE;
    manifest = isr_manifest_text(record);
    if (task->manifest && !isr_output_write(task->manifest, manifest, strlen(manifest), error))
        return FALSE;
    tell(task, format, record, answer);
    return TRUE;
}

/* --- back in the process that reads no document --- */

/* @text comes from a process that read a document of unknown origin. */
static gboolean understand(const Task *task, const char *text, Told *told, GError **error)
{
    const gsize end = strcspn(text, "\n");
    g_autofree char *line = g_strndup(text, end);
    g_auto(GStrv) words = g_strsplit(line, " ", 3);

    for (guint i = 0; g_strv_length(words) == 3 && isr_formats[i]; i++) {
        if (g_str_equal(isr_formats[i]->id, words[0]))
            told->format = isr_formats[i];
    }
    if (told->format && words[2][0] == '=')
        told->name = g_uri_unescape_string(words[2] + 1, NULL);
    if (!told->format || text[end] == '\0' || (words[2][0] == '=') != (told->name != NULL) ||
        (told->name && !g_utf8_validate(told->name, -1, NULL))) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                    "was answered for in a way that cannot be understood");
        return FALSE;
    }
    told->checks = g_str_equal(words[1], "1");
    told->summary = isr_terminal_lines(text + end + 1, task->colour);
    return TRUE;
}

/* The copy gets the name that remains of the document's, unless the user chose one. */
static gboolean name_copy(Task *task, const Told *told, GError **error)
{
    g_autofree char *own = copy_path(task, told->format, NULL);
    g_autofree char *path = copy_path(task, told->format, told->name);

    if (!isr_output_rename(task->copy, own, error))
        return FALSE;
    g_hash_table_add(task->written, g_strdup(own));
    if (g_str_equal(path, own))
        return TRUE;
    if (g_hash_table_contains(task->written, path))
        return isr_options_refuse(error, SAME_NAME);
    g_hash_table_add(task->written, g_strdup(path));
    return isr_output_rename(task->copy, path, error);
}

/* FALSE if the manifest of another document stands in @path, which "plan.odt" and "plan.pdf" share:
 * it tells of a copy that may be in somebody's hands. Who names a place means it. */
static gboolean may_replace(const Task *task, const char *path, const char *format, GError **error)
{
    g_autoptr(IsrProof) proof = NULL;
    g_autoptr(IsrInput) copy = NULL;
    const char *digest;

    if (!task->asked->force || task->asked->manifest || !(proof = isr_proof_load(path, NULL)))
        return TRUE;
    if (!(digest = isr_input_digest(task->input, error)))
        return FALSE;
    copy = isr_input_open(isr_output_path(task->copy), NULL);
    if (isr_proof_is_former(proof, digest, format, copy))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "the manifest of another document's copy stands where this one's would, and is not "
                "replaced: %s; give this one another place with --manifest",
                path);
    return FALSE;
}

static gboolean name_manifest(Task *task, const Told *told, GError **error)
{
    g_autofree char *path = manifest_path(task, isr_output_path(task->copy));

    if (!path)
        return TRUE;
    if (!is_free(task, path, SAME_COPY, error) ||
        !may_replace(task, path, told->format->id, error) ||
        !isr_output_rename(task->manifest, path, error))
        return FALSE;
    g_hash_table_add(task->written, g_steal_pointer(&path));
    return TRUE;
}

/* What was done is told before the run goes on: where it cannot be, there is no copy either. */
static gboolean say(Task *task, const char *summary, FILE *out, GError **error)
{
    if (fputs(summary, out) >= 0 && fflush(out) == 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                "what was done could not be printed, so that the copy was taken away again; is the "
                "disk full?");
    isr_output_revoke(task->copy);
    isr_output_revoke(task->manifest);
    clearerr(out);
    return FALSE;
}

/* Has the document redacted behind locked doors; free the answer with g_free(). */
static char *have_redacted(Task *task, GError **error)
{
    int keep[6];
    guint n = 0;
    const IsrWorkerOrder order = {
        .task = redact_document, .self = task, .seconds = ISR_LIMIT_DOCUMENT_SECONDS, .keep = keep};

    task->input = isr_input_open(task->source, error);
    if (!task->input)
        return NULL;
    isr_format_prepare(task->input);
    open_for_all(task);
    keep[n++] = isr_input_fd(task->input);
    n += task->copy ? isr_output_descriptors(task->copy, keep + n) : 0;
    n += task->manifest ? isr_output_descriptors(task->manifest, keep + n) : 0;
    keep[n] = -1;
    return isr_worker_do(&order, error);
}

static int redact_file(const Asked *asked, const IsrKit *kit, const char *source,
                       GHashTable *written)
{
    g_auto(Task) task = {.asked = asked, .kit = kit, .source = source, .written = written};
    FILE *out = to_stdout(&task) ? stderr : stdout;
    g_auto(Told) told = {0};
    g_autoptr(GError) error = NULL;
    g_autofree char *answer = NULL;

    task.colour = isr_command_colour(fileno(out));
    answer = have_redacted(&task, &error);
    if (!answer || !understand(&task, answer, &told, &error) || !name_copy(&task, &told, &error) ||
        !name_manifest(&task, &told, &error) ||
        !isr_output_commit_pair(task.manifest, task.copy, &error) ||
        !say(&task, told.summary, out, &error))
        return isr_command_fail_file(source, error);
    return told.checks ? ISR_EXIT_CHECK : ISR_EXIT_CLEAN;
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
        return isr_options_refuse(error,
                                  "name the document to redact; \"isredact help\" shows how");
    if (!asked->profile)
        return isr_options_refuse(
            error, "say what the copy is for with --profile NAME; \"isredact profiles "
                   "list\" shows the names");
    if (n > 1 && (asked->copy || asked->manifest))
        return isr_options_refuse(
            error, "-o and --manifest name one file; for several documents use --out-dir");
    if (asked->copy && asked->folder)
        return isr_options_refuse(error,
                                  "-o and --out-dir contradict each other; give one of them");
    if (!isr_options_check_subjects(asked->subjects, error) ||
        !isr_options_check_reader(asked->reader, error) ||
        !isr_options_check_audit(asked->audit, error))
        return FALSE;
    if (is_text(decision->recipient) && is_text(decision->purpose) && is_text(decision->basis) &&
        is_text(decision->originator) && is_text(decision->decided_by) && is_text(decision->reason))
        return TRUE;
    return isr_options_refuse(error, "what was given for the manifest is not in UTF-8");
}

static gboolean read_asked(Asked *asked, int argc, char **argv, GError **error)
{
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
        ISR_DECISION_ENTRIES(&asked->decision, "copy", "it is"),
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
    isr_command_note_containment();
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
