/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Redacts bytes. Patterns and profiles are loaded once and live as long as the test. */
#include "redact.h"

#include <isredact/patterns.h>

#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

static const IsrPatterns *patterns(GError **error)
{
    static IsrPatterns *loaded;

    if (loaded == NULL) {
        g_autofree char *folder = isr_patterns_folder();
        loaded = isr_patterns_load(folder, error);
    }
    return loaded;
}

static const IsrProfile *profile_for(const char *id, GError **error)
{
    static GHashTable *loaded;

    if (loaded == NULL)
        loaded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify)isr_profile_free);
    IsrProfile *profile = g_hash_table_lookup(loaded, id);
    if (profile == NULL) {
        g_autofree char *folder = isr_patterns_folder();
        g_autofree char *profiles = g_build_filename(folder, "profiles", NULL);
        profile = isr_profile_load(profiles, id, error);
        if (profile != NULL)
            g_hash_table_insert(loaded, g_strdup(id), profile);
    }
    return profile;
}

IsrInput *redact_input(GBytes *bytes, GError **error)
{
    gsize length;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    int fd = memfd_create("source", MFD_CLOEXEC);

    for (gsize at = 0; fd >= 0 && at < length;) {
        gssize wrote = write(fd, data + at, length - at);
        if (wrote <= 0)
            break;
        at += (gsize)wrote;
    }
    IsrInput *input = isr_input_for_fd(fd, "source", error);
    close(fd);
    return input;
}

GBytes *redact_read_back(int fd)
{
    off_t length = lseek(fd, 0, SEEK_END);
    guint8 *bytes = g_malloc((gsize)length + 1);
    gssize got = pread(fd, bytes, (gsize)length, 0);

    return g_bytes_new_take(bytes, got > 0 ? (gsize)got : 0);
}

GBytes *redact_bytes(GBytes *source, const char *profile, IsrRecord **record, GError **error)
{
    g_autofree char *path =
        g_strdup_printf("%s/isredact-test-%d.copy", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrInput) input = redact_input(source, error);
    g_autoptr(IsrOutput) output = input != NULL ? isr_output_new(path, TRUE, error) : NULL;
    IsrJob job = {.patterns = output != NULL ? patterns(error) : NULL};

    if (job.patterns != NULL)
        job.profile = profile_for(profile, error);
    if (job.profile == NULL)
        return NULL;
    g_autoptr(IsrRecord) made = isr_pipeline_redact(&job, input, output, error);
    if (made == NULL)
        return NULL;
    GBytes *copy = redact_read_back(isr_output_fd(output));
    if (record != NULL)
        *record = g_steal_pointer(&made);
    return copy;
}
