/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part's journal is read entry by entry; its files are written here as any copy is. */
#include "parts.h"

#include "facts.h"

#include <isredact/error.h>
#include <isredact/io.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 65536

typedef struct {
    const IsrBatch *batch;
    const char *folder;
} Part;

/* Appends all of @input to @output. */
static gboolean pour(IsrInput *input, IsrOutput *output, GError **error)
{
    g_autofree char *bytes = g_malloc(CHUNK);
    guint64 offset = 0;
    gssize got;

    while ((got = isr_input_read(input, offset, bytes, CHUNK, error)) > 0) {
        if (!isr_output_write(output, bytes, (gsize)got, error))
            return FALSE;
        offset += (guint64)got;
    }
    return got == 0;
}

static gboolean is_the_one(IsrInput *input, const char *digest, GError **error)
{
    const char *found = isr_input_digest(input, error);

    if (found && (!digest || g_str_equal(found, digest)))
        return TRUE;
    if (found)
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                    "%s: is not the copy that was verified; make this part again",
                    isr_input_name(input));
    return FALSE;
}

/* Writes the part's file @name below the batch's output; its SHA-256 must be @digest, if given. */
static gboolean copy_file(const Part *part, const char *name, const char *digest, GError **error)
{
    g_autofree char *from = g_build_filename(part->folder, name, NULL);
    g_autofree char *to = g_build_filename(part->batch->folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(to);
    g_autoptr(IsrInput) input = isr_input_open(from, error);
    g_autoptr(IsrOutput) output = NULL;

    if (!input || !is_the_one(input, digest, error))
        return FALSE;
    if (g_mkdir_with_parents(parent, 0777) < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: the folder cannot be made: %s", parent,
                    g_strerror(errno));
        return FALSE;
    }
    output = isr_output_new(to, TRUE, error);
    return output && pour(input, output, error) && isr_output_commit(output, error);
}

/* The manifest first, as always. */
static gboolean take_copy(const Part *part, const IsrEntry *entry, GError **error)
{
    g_autofree char *line = isr_facts_line(entry->answer, ISR_FACTS_COUNTS);
    g_autoptr(IsrFacts) facts = isr_facts_read(line, error);

    return facts && copy_file(part, entry->manifest, NULL, error) &&
           copy_file(part, entry->copy, facts->copy_digest, error) &&
           isr_journal_set_result(part->batch->journal, entry, error);
}

static gboolean take_entry(gpointer self, const IsrEntry *entry, GError **error)
{
    const Part *part = self;
    IsrJournal *journal = part->batch->journal;
    g_auto(IsrEntry) own = {0};
    GError *problem = NULL;

    if (!isr_journal_find(journal, entry->place, &own, &problem)) {
        if (problem)
            g_propagate_error(error, problem);
        return problem == NULL; /* no source of this batch */
    }
    if (!own.digest || g_strcmp0(own.digest, entry->digest) != 0)
        return TRUE;
    if (own.surveyed < 0 && entry->surveyed >= 0 &&
        !isr_journal_set_survey(journal, entry->place, entry->surveyed, entry->survey, error))
        return FALSE;
    if (own.made || !entry->made)
        return TRUE;
    return entry->copy ? take_copy(part, entry, error)
                       : isr_journal_set_result(journal, entry, error);
}

gboolean isr_parts_take(const IsrBatch *batch, const char *folder, GError **error)
{
    g_autofree char *path = isr_batch_journal_path(folder), *terms = NULL;
    g_autofree char *own = isr_batch_terms(batch);
    g_autoptr(IsrJournal) journal = isr_journal_read(path, &terms, error);
    Part part = {batch, folder};

    if (!journal)
        return FALSE;
    if (g_str_equal(terms, own))
        return isr_journal_each(journal, take_entry, &part, error);
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "%s: is part of a batch with another profile, key, patterns or version", folder);
    return FALSE;
}
