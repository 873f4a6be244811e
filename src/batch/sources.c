/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree is walked anew for each stage: names stay where they are, and out of the memory. */
#include "sources.h"

#include "tree.h"

#include <isredact/error.h>

#include <string.h>
#include <unistd.h>

struct IsrSources {
    const IsrBatch *batch;
    IsrTree *tree;
};

char *isr_sources_place(const IsrBatch *batch, const char *relative)
{
    return isr_key_derive(isr_batch_key(batch), "place", isr_batch_audit(batch), relative);
}

/* Half of the digits tell words apart. */
char *isr_sources_word(const IsrBatch *batch, const char *word)
{
    char *digest = isr_key_derive(isr_batch_key(batch), "word", isr_batch_audit(batch), word);

    digest[32] = '\0';
    return digest;
}

/* Consonants alone, so that no code spells a word or looks like a reference. */
char *isr_sources_code(const IsrBatch *batch, const char *text)
{
    static const char letters[] = "bcdfghjklmnpqrst";
    g_autofree char *hex =
        isr_key_derive(isr_batch_key(batch), "file name", isr_batch_audit(batch), text);
    char code[11] = "";

    for (guint i = 0; i < 10; i++)
        code[i] = letters[g_ascii_xdigit_value(hex[i])];
    return g_strdup(code);
}

/* Size and digest of the document at @path; NULL with a sentence in *refusal. */
static char *look_at(const char *path, gint64 *size, char **refusal)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrInput) input = isr_input_open(path, &error);
    const char *digest = input ? isr_input_digest(input, &error) : NULL;

    if (digest) {
        *size = (gint64)isr_input_size(input);
        return g_strdup(digest);
    }
    *refusal = g_strdup("cannot be read");
    return NULL;
}

static gboolean note(const IsrBatch *batch, const IsrTreeFile *file, gint64 number, GError **error)
{
    g_autofree char *place = isr_sources_place(batch, file->relative);
    g_autofree char *refusal = g_strdup(file->refusal), *digest = NULL;
    gint64 size = 0;

    if (!refusal)
        digest = look_at(file->path, &size, &refusal);
    return isr_journal_note(batch->journal, number, place, digest, size, refusal, error);
}

/* What was made of a source that is no longer there. */
static void remove_copy(gpointer self, const IsrEntry *entry)
{
    const IsrBatch *batch = self;
    const char *const paths[] = {entry->copy, entry->manifest};

    for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autofree char *path = paths[i] ? g_build_filename(batch->folder, paths[i], NULL) : NULL;

        if (path)
            unlink(path);
    }
}

static gboolean note_all(const IsrBatch *batch, IsrTree *tree, guint64 *total, GError **error)
{
    GError *problem = NULL;
    IsrTreeFile file;

    *total = 0;
    while (isr_tree_next(tree, &file, &problem)) {
        if (!note(batch, &file, (gint64)++ * total, error))
            return FALSE;
    }
    if (!problem)
        return TRUE;
    g_propagate_error(error, problem);
    return FALSE;
}

gboolean isr_sources_note(const IsrBatch *batch, guint64 *total, guint *hidden, GError **error)
{
    g_autoptr(IsrTree) tree = isr_tree_new(batch->paths, batch->folder, error);

    if (!tree || !isr_journal_begin(batch->journal, error) ||
        !isr_journal_forget(batch->journal, error) || !note_all(batch, tree, total, error) ||
        !isr_journal_prune(batch->journal, remove_copy, (gpointer)batch, error) ||
        !isr_journal_commit(batch->journal, error))
        return FALSE;
    *hidden = isr_tree_hidden(tree);
    return TRUE;
}

IsrSources *isr_sources_new(const IsrBatch *batch, GError **error)
{
    IsrTree *tree = isr_tree_new(batch->paths, batch->folder, error);
    IsrSources *sources;

    if (!tree)
        return NULL;
    sources = g_new0(IsrSources, 1);
    sources->batch = batch;
    sources->tree = tree;
    return sources;
}

void isr_sources_free(IsrSources *sources)
{
    if (!sources)
        return;
    isr_tree_free(sources->tree);
    g_free(sources);
}

/* NULL where the journal does not know it: it came while the batch ran, and is the next run's. */
static IsrSource *source_for(const IsrSources *sources, const IsrTreeFile *file, GError **error)
{
    g_autofree char *place = isr_sources_place(sources->batch, file->relative);
    IsrSource *source = g_new0(IsrSource, 1);

    if (!isr_journal_find(sources->batch->journal, place, &source->entry, error)) {
        g_free(source);
        return NULL;
    }
    source->path = g_strdup(file->path);
    source->relative = g_strdup(file->relative);
    source->twin = file->twin;
    return source;
}

IsrSource *isr_sources_next(IsrSources *sources, GError **error)
{
    GError *problem = NULL;
    IsrSource *source = NULL;
    IsrTreeFile file;

    while (!source && !problem && isr_tree_next(sources->tree, &file, &problem))
        source = source_for(sources, &file, &problem);
    if (problem)
        g_propagate_error(error, problem);
    return source;
}

void isr_source_free(gpointer item)
{
    IsrSource *source = item;

    if (!source)
        return;
    isr_input_free(source->input);
    g_clear_error(&source->problem);
    isr_entry_clear(&source->entry);
    g_free(source->path);
    g_free(source->relative);
    g_free(source);
}

void isr_source_open(IsrSource *source)
{
    source->input = isr_input_open(source->path, &source->problem);
    if (source->input)
        isr_format_prepare(source->input);
}

IsrInput *isr_source_input(const IsrSource *source, GError **error)
{
    if (!source->input)
        g_propagate_error(error, g_error_copy(source->problem));
    return source->input;
}

guint isr_source_descriptors(gpointer item, int *keep)
{
    const IsrSource *source = item;

    if (source->input)
        keep[0] = isr_input_fd(source->input);
    return source->input ? 1 : 0;
}

char *isr_source_sentence(const IsrSource *source, const char *text)
{
    gsize n = strlen(source->path);
    gboolean named = g_str_has_prefix(text, source->path) && g_str_has_prefix(text + n, ": ");

    return g_strdup(named ? text + n + 2 : text);
}

gboolean isr_source_is_ours(const IsrBatch *batch, const IsrSource *source)
{
    g_autofree char *head = NULL;

    if (!source->entry.digest)
        return FALSE;
    head = g_strndup(source->entry.digest, 15);
    return g_ascii_strtoull(head, NULL, 16) % batch->shards == batch->shard - 1;
}
