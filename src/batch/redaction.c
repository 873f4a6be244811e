/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worker fills two files that have no name; the parent, which never reads a document, names
 * them. A kill between the two leaves either nothing or files that the next run makes again. */
#include "redaction.h"

#include "facts.h"
#include "guarding.h"
#include "linking.h"
#include "placing.h"
#include "stage.h"

#include "../naming.h"
#include "../securemail.h"

#include <isredact/error.h>
#include <isredact/holdback.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* One document on its way to its copy. */
typedef struct {
    IsrSource *source;
    gboolean again; /* for what the guard says */
    char *folder;   /* below the output */
    char *wanted;   /* what the entry's "made" will be */
    IsrOutput *copy, *manifest;
} Piece;

static void piece_free(gpointer item)
{
    Piece *piece = item;

    isr_output_free(piece->manifest);
    isr_output_free(piece->copy);
    isr_source_free(piece->source);
    g_free(piece->folder);
    g_free(piece->wanted);
    g_free(piece);
}

/* A digest of all that the copy of @source depends on and that the journal's terms do not say. */
static char *fingerprint(const IsrBatch *batch, const IsrSource *source, const char *folder,
                         const char *name)
{
    const IsrEntry *entry = &source->entry;
    const char *parts[] = {
        entry->digest, source->relative,  folder,
        name,          entry->identities, batch->escrow ? isr_escrow_id(batch->escrow) : NULL};
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        g_checksum_update(sum, (const guchar *)(parts[i] ? parts[i] : ""),
                          parts[i] ? (gssize)strlen(parts[i]) + 1 : 1);
    g_checksum_update(sum, (const guchar *)(source->twin ? "twin" : "one"), -1);
    return g_strdup(g_checksum_get_string(sum));
}

static char *below(const IsrBatch *batch, const char *path)
{
    return *path ? g_build_filename(batch->folder, path, NULL) : g_strdup(batch->folder);
}

static gboolean still_there(const IsrBatch *batch, const char *path)
{
    g_autofree char *whole = path ? below(batch, path) : NULL;

    return whole && access(whole, F_OK) == 0;
}

static gboolean is_done(const IsrBatch *batch, const IsrEntry *entry, const char *wanted)
{
    if (g_strcmp0(entry->made, wanted) != 0)
        return FALSE;
    if (entry->status > ISR_EXIT_CHECK)
        return !batch->retry && !entry->broken && entry->status != ISR_EXIT_IO;
    return still_there(batch, entry->copy) && still_there(batch, entry->manifest);
}

/* A file without a name in the folder of @piece's copy. */
static IsrOutput *open_output(const IsrBatch *batch, const Piece *piece, GError **error)
{
    g_autofree char *folder = below(batch, piece->folder);

    if (g_mkdir_with_parents(folder, 0777) < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: the folder cannot be made: %s", folder,
                    g_strerror(errno));
        return NULL;
    }
    return isr_output_new_in(folder, TRUE, error);
}

static gboolean prepare(const IsrBatch *batch, Piece *piece, GError **error)
{
    isr_source_open(piece->source);
    return (piece->copy = open_output(batch, piece, error)) &&
           isr_output_reserve(piece->copy, error) &&
           (piece->manifest = open_output(batch, piece, error));
}

static guint descriptors(gpointer item, int *keep)
{
    const Piece *piece = item;
    guint n = isr_source_descriptors(piece->source, keep);

    n += isr_output_descriptors(piece->copy, keep + n);
    return n + isr_output_descriptors(piece->manifest, keep + n);
}

/* What the entry's "made" must be for @source; NULL with @error set. Free with g_free(). */
static char *wanted_for(const IsrBatch *batch, const IsrSource *source, const char *folder,
                        GError **error)
{
    g_autofree char *stem = isr_naming_stem(source->path), *plain = NULL;

    if (!g_utf8_validate(stem, -1, NULL))
        return fingerprint(batch, source, folder, "");
    plain = isr_placing_plain(batch, stem, error);
    return plain ? fingerprint(batch, source, folder, plain) : NULL;
}

/* @source, which it takes, as a piece of work; NULL if there is none to do, or with @error set. */
static Piece *piece_for(const IsrBatch *batch, IsrSource *source, GError **error)
{
    Piece *piece = g_new0(Piece, 1);

    piece->source = source;
    if (source->entry.surveyed <= ISR_EXIT_CHECK && isr_source_is_ours(batch, source) &&
        (piece->folder = isr_placing_folder(batch, source, error))) {
        piece->wanted = wanted_for(batch, source, piece->folder, error);
    }
    if (piece->wanted)
        return piece;
    piece_free(piece);
    return NULL;
}

/* @piece, which it takes, made ready for a worker if it is @needed. */
static gpointer ready(const IsrBatch *batch, Piece *piece, gboolean needed, GError **error)
{
    if (needed && prepare(batch, piece, error))
        return piece;
    piece_free(piece);
    return NULL;
}

static gpointer begin(const IsrBatch *batch, IsrSource *source, GError **error)
{
    Piece *piece = piece_for(batch, source, error);

    return piece ? ready(batch, piece, !is_done(batch, &source->entry, piece->wanted), error)
                 : NULL;
}

static gpointer begin_again(const IsrBatch *batch, IsrSource *source, GError **error)
{
    Piece *piece = piece_for(batch, source, error);
    const IsrEntry *entry = &source->entry;

    if (!piece)
        return NULL;
    piece->again = TRUE;
    return ready(batch, piece, entry->copy && g_strcmp0(entry->withhold, entry->held) != 0, error);
}

/* --- in the worker --- */

static gboolean is_as_noted(IsrInput *input, const IsrEntry *entry, GError **error)
{
    const char *digest = isr_input_digest(input, error);

    if (!digest)
        return FALSE;
    if (g_strcmp0(digest, entry->digest) == 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                "changed while the batch ran; run the command again");
    return FALSE;
}

static gboolean to_disk(IsrOutput *output, GError **error)
{
    if (fdatasync(isr_output_fd(output)) == 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the copy cannot be written: %s",
                g_strerror(errno));
    return FALSE;
}

/* What both files hold goes to the disk here, where it keeps nobody waiting. The disk says only
 * once that it could not: the parent, which asks again, would not hear of it. */
static gboolean write_manifest(const Piece *piece, const IsrRecord *record, GError **error)
{
    g_autofree char *text = isr_manifest_text(record);

    return isr_output_write(piece->manifest, text, strlen(text), error) &&
           to_disk(piece->manifest, error) && to_disk(piece->copy, error);
}

/* What the guard holds back; NULL with @error set if that cannot be read. */
static gboolean read_holdback(const Piece *piece, IsrHoldback **holdback, GError **error)
{
    const char *text = piece->again ? piece->source->entry.withhold : NULL;

    *holdback = text ? isr_holdback_read(text, error) : NULL;
    return !text || *holdback;
}

static void answer_with(GString *answer, const IsrRecord *record, const char *sealed)
{
    g_autofree char *facts = isr_facts_text(record, sealed);

    g_string_append_printf(answer, "%s\n%s\n%s", facts, record->imprint ? record->imprint : "",
                           record->quasi ? record->quasi : "");
}

static gboolean redact(gpointer self, gpointer work, GString *answer, GError **error)
{
    const IsrBatch *batch = self;
    const Piece *piece = work;
    IsrInput *input = isr_source_input(piece->source, error);
    g_autofree char *stem = isr_naming_stem(piece->source->path), *sealed = NULL;
    g_autoptr(IsrCodebook) codebook = batch->escrow ? isr_codebook_new() : NULL;
    g_autofree guint8 *secret = isr_guarding_secret(batch);
    g_autoptr(GHashTable) identities = NULL, callings = NULL;
    g_autoptr(IsrHoldback) holdback = NULL;
    g_autoptr(IsrRecord) record = NULL;
    IsrJob job = *batch->job;

    if (!input || !is_as_noted(input, &piece->source->entry, error) ||
        !read_holdback(piece, &holdback, error))
        return FALSE;
    job.name = g_utf8_validate(stem, -1, NULL) ? stem : NULL;
    isr_linking_read(piece->source->entry.identities, &identities, &callings);
    job.identities = identities;
    job.codebook = codebook;
    job.callings = callings;
    job.linkage = secret;
    job.holdback = holdback;
    record = isr_pipeline_redact(&job, input, piece->copy, error);
    if (!record)
        return FALSE;
    isr_securemail_check(record, batch->lists);
    if (!write_manifest(piece, record, error))
        return FALSE;
    if (batch->escrow && !(sealed = isr_escrow_seal(batch->escrow, codebook, error)))
        return FALSE;
    answer_with(answer, record, sealed);
    return TRUE;
}

/* --- back in the parent --- */

static const IsrFormat *format_for_id(const char *id)
{
    for (guint i = 0; isr_formats[i]; i++) {
        if (g_str_equal(isr_formats[i]->id, id))
            return isr_formats[i];
    }
    return NULL;
}

static void remove_old(const IsrBatch *batch, const char *path)
{
    g_autofree char *whole = path ? below(batch, path) : NULL;

    if (whole)
        unlink(whole);
}

static gboolean give_name(const IsrBatch *batch, IsrOutput *output, const char *path,
                          GError **error)
{
    g_autofree char *whole = below(batch, path);

    return isr_output_rename(output, whole, error);
}

/* Names copy and manifest, and says in @result where they are. */
static gboolean name_copy(const IsrBatch *batch, Piece *piece, const IsrFacts *facts,
                          IsrEntry *result, GError **error)
{
    const IsrFormat *format = format_for_id(facts->format);

    if (!format) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "is of a kind that nobody knows");
        return FALSE;
    }
    result->copy =
        isr_placing_copy(batch, piece->source, piece->folder, facts->name, format, error);
    if (!result->copy)
        return FALSE;
    result->manifest = isr_naming_manifest(result->copy);
    return give_name(batch, piece->copy, result->copy, error) &&
           give_name(batch, piece->manifest, result->manifest, error) &&
           isr_output_commit_pair(piece->manifest, piece->copy, error);
}

static void take_answer(const IsrBatch *batch, Piece *piece, const IsrAnswer *answer,
                        IsrEntry *result)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrFacts) facts = NULL;
    g_autofree char *line = NULL;

    result->status = (int)answer->status;
    result->broken = answer->broken;
    result->answer = isr_source_sentence(piece->source, answer->text);
    if (answer->status != ISR_EXIT_CLEAN)
        return;
    line = isr_facts_line(answer->text, ISR_FACTS_COUNTS);
    facts = isr_facts_read(line, &error);
    if (facts && name_copy(batch, piece, facts, result, &error)) {
        result->status = facts->checks->len > 0 ? ISR_EXIT_CHECK : ISR_EXIT_CLEAN;
        return;
    }
    result->status = (int)isr_error_exit(error);
    g_free(result->answer);
    result->answer = g_strdup(error->message);
    g_clear_pointer(&result->copy, g_free);
    g_clear_pointer(&result->manifest, g_free);
}

/* What the guard needs to know of the result. */
static void note_guard(const Piece *piece, IsrEntry *result)
{
    const IsrEntry *before = &piece->source->entry;
    if (piece->again) {
        result->held = g_strdup(before->withhold);
        result->withhold = g_strdup(before->withhold);
        result->imprint = g_strdup(before->imprint);
    } else {
        result->imprint = result->copy ? isr_facts_line(result->answer, ISR_FACTS_IMPRINT) : NULL;
    }
}

/* What stood there before goes first: a copy that is out of date must not outlive a kill. */
static gboolean done(const IsrBatch *batch, gpointer work, const IsrAnswer *answer, GError **error)
{
    Piece *piece = work;
    g_auto(IsrEntry) result = {0};

    remove_old(batch, piece->source->entry.copy);
    remove_old(batch, piece->source->entry.manifest);
    result.place = g_strdup(piece->source->entry.place);
    result.made = g_strdup(piece->wanted);
    take_answer(batch, piece, answer, &result);
    note_guard(piece, &result);
    return isr_journal_set_result(batch->journal, &result, error);
}

static gboolean run(const IsrBatch *batch, gboolean again, guint64 total, guint64 *worked,
                    GError **error)
{
    const IsrStage stage = {
        .batch = batch,
        .what = again ? "once more" : "redacting",
        .total = total,
        .worked = worked,
        .begin = again ? begin_again : begin,
        .descriptors = descriptors,
        .task = redact,
        .done = done,
        .drop = piece_free,
    };

    return isr_stage_run(&stage, error);
}

gboolean isr_redaction_run(const IsrBatch *batch, guint64 total, guint64 *worked, GError **error)
{
    return run(batch, FALSE, total, worked, error);
}

gboolean isr_redaction_again(const IsrBatch *batch, guint64 total, guint64 *worked, GError **error)
{
    return run(batch, TRUE, total, worked, error);
}
