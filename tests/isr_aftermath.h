/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a run leaves that met with a fault: each breach of what is promised is a complaint, so that
 * one run of a test shows them all. */
#pragma once

#include "isr_faults.h"
#include "isr_pdf.h"

static guint complaints; /* so far */

/* Whom the records of the corpus are about that are used here. */
#define FAULTS_OTHER "Okafor"

#define complain(...)                                                                              \
    do {                                                                                           \
        g_autofree char *complaint = g_strdup_printf(__VA_ARGS__);                                 \
                                                                                                   \
        complaints++;                                                                              \
        fprintf(stderr, "COMPLAINT: %s\n", complaint);                                             \
    } while (0)

/* What an environment variable says, or @usual. */
static inline guint64 faults_asked(const char *name, guint64 usual)
{
    const char *asked = g_getenv(name);

    return asked ? g_ascii_strtoull(asked, NULL, 10) : usual;
}

/* --- what a file is --- */

/* Its bytes, its inode and its time of change. */
static inline char *faults_state(const char *path)
{
    g_autofree char *bytes = NULL, *digest = NULL;
    GStatBuf info;
    gsize length;

    if (g_stat(path, &info) != 0 || !g_file_get_contents(path, &bytes, &length, NULL))
        return g_strdup("gone");
    digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, length);
    return g_strdup_printf("%s %lu %" G_GINT64_FORMAT ".%09ld %o", digest, (gulong)info.st_ino,
                           (gint64)info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_mode);
}

static inline char *faults_digest(const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length;

    if (!g_file_get_contents(path, &bytes, &length, NULL))
        return g_strdup("none");
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, length);
}

/* TRUE if the secret is in the file, or in what it packs. */
static inline gboolean faults_tells(const char *path)
{
    static const char script[] =
        "{ cat '%s'; unzip -p '%s' 2>/dev/null; qpdf --qdf --object-streams=disable '%s' - "
        "2>/dev/null; pdftotext '%s' - 2>/dev/null; true; } | grep -aqiE '" FAULTS_SECRET
        "|" FAULTS_OTHER "'";
    g_autofree char *line = g_strdup_printf(script, path, path, path, path);

    return system(line) == 0;
}

/* TRUE if "isredact verify" is content with @copy and @manifest. What was asked once of the same
 * bytes is not asked again: most runs leave what a run without faults leaves. */
static inline gboolean faults_verified(const char *folder, const char *copy, const char *manifest)
{
    static GHashTable *known;
    g_autofree char *one = g_build_filename(folder, copy, NULL);
    g_autofree char *two = g_build_filename(folder, manifest, NULL);
    g_autofree char *first = faults_digest(one), *second = faults_digest(two);
    char *both = g_strconcat(first, second, NULL);
    g_autofree char *line = g_strdup_printf("'%s' verify '%s' -m '%s' >/dev/null 2>&1",
                                            g_getenv("ISREDACT_PROGRAM"), one, two);
    int status;

    if (!known)
        known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!g_hash_table_contains(known, both)) {
        status = system(line);
        status = WIFEXITED(status) ? WEXITSTATUS(status) : 99;
        g_hash_table_insert(known, both, GINT_TO_POINTER(status <= 1 && !faults_tells(one)));
        return GPOINTER_TO_INT(g_hash_table_lookup(known, both));
    }
    status = GPOINTER_TO_INT(g_hash_table_lookup(known, both));
    g_free(both);
    return status;
}

/* --- what was said --- */

/* One sentence of ours, and no other program's or library's. */
static inline gboolean faults_is_sentence(const char *text)
{
    if (g_str_has_prefix(text, "\n***MEMORY-ERROR***")) /* GSlice, past all that could catch it */
        text = strstr(text, "\n\n") ? strstr(text, "\n\n") + 2 : text;
    return g_str_has_prefix(text, "isredact: ") && strlen(text) > 30 &&
           strchr(text, '\n') == text + strlen(text) - 1;
}

/* Whatever happened: a status of ours, a sentence where it failed, and no secret. */
static inline void faults_check_words(const FaultRun *run, const char *what)
{
    if (run->stuck)
        complain("%s: did not end", what);
    else if (run->status > 7)
        complain("%s: ended with %d: %s", what, run->status, run->err);
    else if (run->status > 1 && !faults_is_sentence(run->err))
        complain("%s: status %d, but said: %s", what, run->status, run->err);
    else if (run->status <= 1 && *run->err)
        complain("%s: status %d, but said: %s", what, run->status, run->err);
    if (strstr(run->out, FAULTS_SECRET) || strstr(run->err, FAULTS_SECRET) ||
        strstr(run->out, FAULTS_OTHER) || strstr(run->err, FAULTS_OTHER))
        complain("%s: the secret was said", what);
}

/* --- which calls --- */

static const char *const fault_names[] = {"open", "read",   "write",  "sync",  "size",  "mode",
                                          "link", "rename", "unlink", "mkdir", "close", "look",
                                          "list", "map",    "fork",   "memory"};
static const char *const fault_modes[] = {"",         "fails",     "fails from then on",
                                          "is short", "is killed", "pauses"};

/* What a disk says that is full, over quota or broken, in turn. */
static inline int fault_error(FaultKind kind, int n)
{
    static const int written[] = {ENOSPC, EDQUOT, EIO};

    if (kind == FAULT_MEMORY)
        return ENOMEM;
    return kind == FAULT_READ || kind == FAULT_LOOK || kind == FAULT_LIST ? EIO : written[n % 3];
}

/* The calls to let fail, of @calls that there are: all of them, or @most, spread by @random. */
static inline GArray *fault_choose(int calls, guint64 most, GRand *random)
{
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(int));

    if ((guint64)calls <= most) {
        for (int n = 1; n <= calls; n++)
            g_array_append_val(chosen, n);
        return chosen;
    }
    for (guint64 i = 0; i < most; i++) {
        gint64 from = (gint64)((guint64)calls * i / most);
        gint64 to = (gint64)((guint64)calls * (i + 1) / most);
        int n = 1 + g_rand_int_range(random, (gint32)from, (gint32)MAX(to, from + 1));

        g_array_append_val(chosen, n);
    }
    return chosen;
}

/* --- a document, and what there is of it afterwards --- */

/* One document and what is done with it. */
typedef struct {
    const char *title, *options, *document, *copy, *manifest;
    guint share; /* how many times fewer runs than usual: some documents take longer */
} FaultCase;

#define FAULTS_MANIFEST "plan.redacted.manifest.json"

static const FaultCase fault_cases[] = {
    {"text", "-p anonymise plan.txt", "plan.txt", "plan.redacted.txt", FAULTS_MANIFEST, 1},
    {"DOCX", "-p anonymise plan.docx", "plan.docx", "plan.redacted.docx", FAULTS_MANIFEST, 2},
    {"ODT", "-p anonymise plan.odt", "plan.odt", "plan.redacted.odt", FAULTS_MANIFEST, 2},
    {"PDF", "-p anonymise plan.pdf", "plan.pdf", "plan.redacted.pdf", FAULTS_MANIFEST, 5},
};

static inline char *faults_corpus(const char *end)
{
    g_autofree char *name = g_strconcat("ehc-plan.", end, NULL);

    return g_build_filename(g_getenv("ISREDACT_ROOT"), "corpus", "education", name, NULL);
}

/* The bytes of @document; they hold the secret. */
static inline GBytes *faults_document(const char *document)
{
    static const char text[] =
        "Child's name: Ada " FAULTS_SECRET "\nMother: Jane " FAULTS_SECRET "\n";
    g_autofree char *path = NULL;
    char *bytes;
    gsize length;

    if (g_str_has_suffix(document, ".txt"))
        return g_bytes_new_static(text, sizeof text - 1);
    if (g_str_has_suffix(document, ".pdf"))
        return pdf_page("BT /F1 12 Tf 72 700 Td (Child's name: Ada " FAULTS_SECRET ") Tj ET", NULL);
    path = faults_corpus(strrchr(document, '.') + 1);
    assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    return g_bytes_new_take(bytes, length);
}

static inline char *fault_run_start(FaultRun *run, FaultServer *server, const FaultCase *one)
{
    g_autoptr(GBytes) bytes = faults_document(one->document);
    g_autofree char *path = NULL;

    fault_run_init(run, server);
    path = g_build_filename(run->folder, one->document, NULL);
    assert_true(g_file_set_contents(path, g_bytes_get_data(bytes, NULL),
                                    (gssize)g_bytes_get_size(bytes), NULL));
    return faults_state(path);
}

/* Which of the three files are there: the letters d, c and m; "?" for each other. */
static inline char *faults_left(const FaultRun *run, const FaultCase *one)
{
    const Program place = {.folder = run->folder};
    g_autofree char *names = program_list(&place, ".");
    g_auto(GStrv) each = g_strsplit(names, "|", -1);
    GString *files = g_string_new(NULL);

    for (char **name = each; *name; name++)
        g_string_append_c(files, g_str_equal(*name, one->document)   ? 'd'
                                 : g_str_equal(*name, one->copy)     ? 'c'
                                 : g_str_equal(*name, one->manifest) ? 'm'
                                                                     : '?');
    return g_string_free(files, FALSE);
}

/* The document as it was; with it a copy that is verified and its manifest, or where the run ended
 * with a status of failure neither. A kill may also leave a manifest whose copy never came. */
static inline void faults_check_files(const FaultRun *run, const FaultCase *one, const char *before,
                                      gboolean killed, const char *what)
{
    g_autofree char *path = g_build_filename(run->folder, one->document, NULL);
    g_autofree char *after = faults_state(path), *files = faults_left(run, one);
    const gboolean copied = strchr(files, 'c') != NULL, told = strchr(files, 'm') != NULL;

    if (!g_str_equal(before, after))
        complain("%s: the document changed", what);
    if (strchr(files, '?') || (copied && !told))
        complain("%s: left %s", what, files);
    if (!killed && (run->status <= 1) != copied)
        complain("%s: status %d, but there is %s", what, run->status, files);
    if (!killed && copied != told)
        complain("%s: status %d, left %s", what, run->status, files);
    if (copied && told && !faults_verified(run->folder, one->copy, one->manifest))
        complain("%s: the copy is not verified", what);
}
