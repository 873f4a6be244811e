/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answer is a line with the keyed digests of telling folders and of the words of names, and
 * below it the people. */
#include "survey.h"

#include "placing.h"
#include "stage.h"

#include <isredact/error.h>
#include <isredact/identity.h>

#include <string.h>

/* What failed for a reason that is not in the document is tried again each time. */
static gboolean is_open(const IsrBatch *batch, const IsrEntry *entry)
{
    return entry->digest && (entry->surveyed < 0 || entry->surveyed == ISR_EXIT_IO ||
                             (batch->retry && entry->surveyed > ISR_EXIT_CHECK));
}

static gpointer begin(const IsrBatch *batch, IsrSource *source, GError **error)
{
    gboolean needed = !batch->survey_only || isr_source_is_ours(batch, source);

    (void)error;
    if (needed && is_open(batch, &source->entry)) {
        isr_source_open(source);
        return source;
    }
    isr_source_free(source);
    return NULL;
}

static void add_path(gpointer self, const char *folder)
{
    g_ptr_array_add(self, g_strdup(folder));
}

/* The last parts of @folders; free with g_strfreev(). Names that are no text tell nothing here:
 * they are never kept. */
static char **names_of(const GPtrArray *folders)
{
    g_auto(GStrv) names = g_new0(char *, folders->len + 1);

    for (guint i = 0; i < folders->len; i++) {
        g_autofree char *name = g_path_get_basename(folders->pdata[i]);

        names[i] = g_strdup(g_utf8_validate(name, -1, NULL) ? name : "");
    }
    return g_steal_pointer(&names);
}

static void add_words(const IsrBatch *batch, const GPtrArray *words, GString *answer)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < words->len; i++) {
        g_autofree char *digest = isr_sources_word(batch, words->pdata[i]);

        if (g_hash_table_add(seen, words->pdata[i]))
            g_string_append_printf(answer, "%s ", digest);
    }
}

static gboolean survey(gpointer self, gpointer piece, GString *answer, GError **error)
{
    const IsrBatch *batch = self;
    const IsrSource *source = piece;
    g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
    IsrInput *input = isr_source_input(source, error);
    g_auto(GStrv) names = NULL;
    g_autofree gboolean *telling = NULL;
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *people = NULL;
    IsrJob job = *batch->job;

    isr_placing_each_folder(source->relative, add_path, folders);
    names = names_of(folders);
    telling = g_new0(gboolean, folders->len + 1);
    job.key = isr_batch_key(batch);
    if (!input || !(people = isr_pipeline_survey(&job, input, names, telling, words, error)))
        return FALSE;
    for (guint i = 0; i < folders->len; i++) {
        g_autofree char *place = telling[i] ? isr_sources_place(batch, folders->pdata[i]) : NULL;

        if (place)
            g_string_append_printf(answer, "%s ", place);
    }
    add_words(batch, words, answer);
    g_string_append_printf(answer, "\n%s", people);
    return TRUE;
}

const char *isr_survey_people(const char *text)
{
    const char *line = strchr(text, '\n');

    return line ? line + 1 : "";
}

/* TRUE if @text could be an answer: digests, and people as they are written. */
static gboolean is_survey(const char *text, GError **error)
{
    gsize head = strcspn(text, "\n");
    const char *people = isr_survey_people(text);
    g_autoptr(GPtrArray) identities = NULL;

    if (strspn(text, "0123456789abcdef ") != head) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                    "was answered for in a way that cannot be understood");
        return FALSE;
    }
    identities = isr_identities_read(people, strlen(people), error);
    return identities != NULL;
}

static gboolean done(const IsrBatch *batch, gpointer piece, const IsrAnswer *answer, GError **error)
{
    const IsrSource *source = piece;
    g_autoptr(GError) cause = NULL;
    int status = (int)answer->status;
    g_autofree char *text = isr_source_sentence(source, answer->text);

    if (status == ISR_EXIT_CLEAN && !is_survey(text, &cause)) {
        status = (int)isr_error_exit(cause);
        g_free(text);
        text = g_strdup(cause->message);
    }
    return isr_journal_set_survey(batch->journal, source->entry.place, status, text, error);
}

/* --- folders --- */

static gboolean add_folders(gpointer self, const IsrEntry *entry, GError **error)
{
    const IsrBatch *batch = self;
    g_auto(GStrv) places = NULL;
    g_autofree char *line = NULL;

    if (entry->surveyed != ISR_EXIT_CLEAN)
        return TRUE;
    line = g_strndup(entry->survey, strcspn(entry->survey, "\n"));
    places = g_strsplit(line, " ", -1);
    for (guint i = 0; places[i]; i++) {
        if (places[i][0] != '\0' && !isr_journal_add_telling(batch->journal, places[i], error))
            return FALSE;
    }
    return TRUE;
}

/* From all surveys anew, so that a folder is not called after somebody who is gone from it. */
static gboolean note_folders(const IsrBatch *batch, GError **error)
{
    return isr_journal_begin(batch->journal, error) &&
           isr_journal_forget_telling(batch->journal, error) &&
           isr_journal_each(batch->journal, add_folders, (gpointer)batch, error) &&
           isr_journal_commit(batch->journal, error);
}

gboolean isr_survey_run(const IsrBatch *batch, guint64 total, GError **error)
{
    const IsrStage stage = {
        .batch = batch,
        .what = "reading",
        .total = total,
        .begin = begin,
        .descriptors = isr_source_descriptors,
        .task = survey,
        .done = done,
        .drop = isr_source_free,
    };

    return isr_stage_run(&stage, error) && note_folders(batch, error);
}
