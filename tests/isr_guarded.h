/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small batch for tests: texts redacted with one profile and held against each other. */
#pragma once

#include "isr_test.h"

#include <isredact/pipeline.h>

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "../src/batch/guard.h"
#include "../src/linkage.h"

#define GUARDED_MOST 16

typedef struct {
    IsrPatterns *patterns;
    IsrProfile *profile;
    IsrKey *key;
    char *folder;
    guint8 secret[ISR_LINKAGE_SECRET_BYTES];
    guint n;
    const char *texts[GUARDED_MOST];
    IsrRecord *records[GUARDED_MOST];
    char *copies[GUARDED_MOST];
    IsrHoldback *holdbacks[GUARDED_MOST];
} Guarded;

static inline IsrProfile *guarded_profile(const char *id)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autoptr(GError) error = NULL;
    IsrProfile *profile = isr_profile_load(folder, id, &error);

    assert_no_error(error);
    return profile;
}

/* A batch of the @texts (NULL ends) under @profile. @patterns is borrowed. */
static inline Guarded *guarded_new(IsrPatterns *patterns, const char *profile,
                                   const char *const *texts)
{
    Guarded *batch = g_new0(Guarded, 1);
    g_autoptr(GError) error = NULL;

    batch->patterns = patterns;
    batch->profile = guarded_profile(profile);
    batch->folder = g_dir_make_tmp("isredact-guard-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(batch->folder, "key", NULL);

    assert_true(isr_key_create(path, &error));
    batch->key = isr_key_load(path, &error);
    assert_no_error(error);
    isr_linkage_secret(batch->key, batch->secret);
    for (; texts[batch->n]; batch->n++) {
        batch->texts[batch->n] = texts[batch->n];
        batch->holdbacks[batch->n] = isr_holdback_new();
    }
    g_unlink(path);
    return batch;
}

static inline void guarded_free(Guarded *batch)
{
    for (guint i = 0; i < batch->n; i++) {
        isr_record_free(batch->records[i]);
        g_free(batch->copies[i]);
        isr_holdback_free(batch->holdbacks[i]);
    }
    g_rmdir(batch->folder);
    g_free(batch->folder);
    isr_key_free(batch->key);
    isr_profile_free(batch->profile);
    g_free(batch);
}

static inline char *guarded_read(const IsrOutput *copy)
{
    gsize size = (gsize)lseek(isr_output_fd(copy), 0, SEEK_END);
    char *text = g_malloc0(size + 1);

    assert_int_equal(pread(isr_output_fd(copy), text, size, 0), size);
    return text;
}

/* Redacts document @n with what it must hold back so far. */
static inline void guarded_redact(Guarded *batch, guint n)
{
    g_autofree char *path = g_build_filename(batch->folder, "plan.txt", NULL);
    g_autofree char *copy_path = g_build_filename(batch->folder, "copy.txt", NULL);
    g_autoptr(GError) error = NULL;
    IsrJob job = {.patterns = batch->patterns,
                  .profile = batch->profile,
                  .key = batch->key,
                  .linkage = batch->secret,
                  .holdback = batch->holdbacks[n]};

    assert_true(g_file_set_contents(path, batch->texts[n], -1, &error));
    g_autoptr(IsrInput) input = isr_input_open(path, &error);
    g_autoptr(IsrOutput) output = isr_output_new(copy_path, FALSE, &error);

    assert_no_error(error);
    isr_record_free(batch->records[n]);
    g_free(batch->copies[n]);
    batch->records[n] = isr_pipeline_redact(&job, input, output, &error);
    assert_no_error(error);
    batch->copies[n] = guarded_read(output);
    g_unlink(path);
}

/* Holds all copies against each other; free with isr_guard_free(). */
static inline IsrGuard *guarded_compare(const Guarded *batch)
{
    IsrGuard *guard = isr_guard_new();
    g_autoptr(GError) error = NULL;

    while (isr_guard_next_pass(guard))
        for (guint i = 0; i < batch->n; i++)
            assert_true(isr_guard_read(guard, i + 1, batch->records[i]->imprint, &error));
    return guard;
}

/* Redacts what must be redacted once more; FALSE if nothing must. */
static inline gboolean guarded_mend(Guarded *batch, const IsrGuard *guard)
{
    const GArray *documents = isr_guard_documents(guard);

    for (guint i = 0; i < documents->len; i++) {
        const guint number = g_array_index(documents, guint, i);

        assert_true(
            isr_holdback_join(batch->holdbacks[number - 1], isr_guard_holdback(guard, number)));
        guarded_redact(batch, number - 1);
    }
    return documents->len > 0;
}
