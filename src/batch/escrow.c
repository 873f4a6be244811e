/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsodium does the work. Secret keys live in memory that is locked, and wiped when it is given
 * back (sodium_malloc()). */
#include "escrow.h"

#include <isredact/error.h>
#include <isredact/io.h>

#include <sodium.h>
#include <string.h>
#include <unistd.h>

#define TITLE "isredact escrow 1, sealed with a passphrase"
#define BLOCK 512 /* what is sealed is filled up to a multiple */
#define FILE_MOST (G_GUINT64_CONSTANT(1024) * 1024 * 1024)

/* What the file may ask for: an honest one asks for crypto_pwhash_*_MODERATE. */
#define MOST_OPERATIONS 16
#define MOST_MEMORY (G_GUINT64_CONSTANT(1024) * 1024 * 1024)

typedef struct {
    guint64 operations, memory;
    guint8 salt[crypto_pwhash_SALTBYTES];
    guint8 public[crypto_box_PUBLICKEYBYTES];
} Terms;

struct IsrEscrow {
    Terms terms;
    char *id;
};

static char *base64_of(const guint8 *bytes, gsize length)
{
    return g_base64_encode(bytes, length);
}

/* FALSE unless @text is exactly @length bytes in base64. */
static gboolean from_base64(const char *text, guint8 *bytes, gsize length)
{
    gsize got = 0;

    return sodium_base642bin(bytes, length, text, strlen(text), NULL, &got, NULL,
                             sodium_base64_VARIANT_ORIGINAL) == 0 &&
           got == length;
}

/* Fills *public, and @secret (crypto_box_SECRETKEYBYTES, locked) from @passphrase. */
static gboolean make_pair(const char *passphrase, const Terms *terms, guint8 *public,
                          guint8 *secret, GError **error)
{
    guint8 *seed = sodium_malloc(crypto_box_SEEDBYTES);
    gboolean made =
        seed && secret &&
        crypto_pwhash(seed, crypto_box_SEEDBYTES, passphrase, strlen(passphrase), terms->salt,
                      terms->operations, (gsize)terms->memory, crypto_pwhash_ALG_ARGON2ID13) == 0 &&
        crypto_box_seed_keypair(public, secret, seed) == 0;

    sodium_free(seed);
    if (!made)
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                    "there is not enough memory to make a key from the passphrase");
    return made;
}

IsrEscrow *isr_escrow_new(const char *passphrase, const IsrKey *key, const char *audit,
                          GError **error)
{
    g_autoptr(IsrEscrow) escrow = g_new0(IsrEscrow, 1);
    g_autofree char *hex = isr_key_derive(key, "escrow salt", audit, "");
    guint8 *secret;
    gboolean made;

    if (sodium_init() < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "no random numbers for the escrow");
        return NULL;
    }
    escrow->terms.operations = crypto_pwhash_OPSLIMIT_MODERATE;
    escrow->terms.memory = crypto_pwhash_MEMLIMIT_MODERATE;
    sodium_hex2bin(escrow->terms.salt, sizeof escrow->terms.salt, hex,
                   2 * sizeof escrow->terms.salt, NULL, NULL, NULL);
    secret = sodium_malloc(crypto_box_SECRETKEYBYTES);
    made = make_pair(passphrase, &escrow->terms, escrow->terms.public, secret, error);
    sodium_free(secret);
    if (!made)
        return NULL;
    escrow->id = base64_of(escrow->terms.public, sizeof escrow->terms.public);
    return g_steal_pointer(&escrow);
}

void isr_escrow_free(IsrEscrow *escrow)
{
    if (!escrow)
        return;
    g_free(escrow->id);
    g_free(escrow);
}

const char *isr_escrow_id(const IsrEscrow *escrow)
{
    return escrow->id;
}

char *isr_escrow_head(const IsrEscrow *escrow)
{
    g_autofree char *salt = base64_of(escrow->terms.salt, sizeof escrow->terms.salt);

    return g_strdup_printf(TITLE "\nargon2id %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s %s\n",
                           escrow->terms.operations, escrow->terms.memory, salt, escrow->id);
}

char *isr_escrow_seal(const IsrEscrow *escrow, const IsrCodebook *codebook, GError **error)
{
    GString *text = isr_codebook_text(codebook);
    gsize plain = text->len, room = (plain / BLOCK + 1) * BLOCK, full = 0;
    g_autofree guint8 *sealed = g_malloc(room + crypto_box_SEALBYTES);
    gboolean well;

    g_string_set_size(text, room);
    well = sodium_pad(&full, (guint8 *)text->str, plain, BLOCK, room) == 0 &&
           crypto_box_seal(sealed, (guint8 *)text->str, full, escrow->terms.public) == 0;
    sodium_memzero(text->str, text->allocated_len);
    g_string_free(text, TRUE);
    if (well)
        return base64_of(sealed, full + crypto_box_SEALBYTES);
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the escrow could not be sealed");
    return NULL;
}

/* --- the file --- */

static gboolean damaged(const char *path, const char *what, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "%s: %s", path, what);
    return FALSE;
}

static char *load(const char *path, GError **error)
{
    g_autoptr(IsrInput) input = isr_input_open(path, error);
    g_autofree char *text = NULL;
    gsize length;

    if (!input)
        return NULL;
    length = (gsize)MIN(isr_input_size(input), FILE_MOST);
    text = g_malloc0(length + 1);
    if (isr_input_read(input, 0, text, length, error) < 0)
        return NULL;
    return g_steal_pointer(&text);
}

/* Cuts "end DIGEST" off @text if it is the digest of what stands before it. */
static gboolean cut_end(char *text)
{
    char *end = g_strrstr(text, "\nend ");
    g_autofree char *sum = NULL;
    gboolean right;

    if (!end)
        return FALSE;
    sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text,
                                      (gsize)(end + 1 - text));
    right = g_str_has_prefix(end + 5, sum) && g_str_equal(end + 5 + strlen(sum), "\n");
    end[1] = '\0';
    return right;
}

static gboolean read_terms(const char *line, Terms *terms)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);

    return g_strv_length(words) == 5 && g_str_equal(words[0], "argon2id") &&
           g_ascii_string_to_unsigned(words[1], 10, crypto_pwhash_OPSLIMIT_MIN, MOST_OPERATIONS,
                                      &terms->operations, NULL) &&
           g_ascii_string_to_unsigned(words[2], 10, crypto_pwhash_MEMLIMIT_MIN, MOST_MEMORY,
                                      &terms->memory, NULL) &&
           from_base64(words[3], terms->salt, sizeof terms->salt) &&
           from_base64(words[4], terms->public, sizeof terms->public);
}

/* The lines of the escrow at @path with its @terms; free with g_strfreev(). */
static char **read_file(const char *path, Terms *terms, GError **error)
{
    g_autofree char *text = load(path, error);
    g_auto(GStrv) lines = NULL;

    if (!text)
        return NULL;
    if (!g_str_has_prefix(text, TITLE "\n")) {
        damaged(path, "is no escrow that isredact made", error);
        return NULL;
    }
    if (!cut_end(text)) {
        damaged(path, "is cut short or was changed; take it from a backup", error);
        return NULL;
    }
    lines = g_strsplit(text, "\n", -1);
    if (read_terms(lines[1], terms))
        return g_steal_pointer(&lines);
    damaged(path, "is an escrow of another version of isredact", error);
    return NULL;
}

gboolean isr_escrow_check(const char *path, GError **error)
{
    Terms terms;
    g_auto(GStrv) lines = read_file(path, &terms, error);

    return lines != NULL;
}

gboolean isr_escrow_may_write(const IsrEscrow *escrow, const char *path, GError **error)
{
    Terms terms;
    g_auto(GStrv) lines = NULL;

    if (access(path, F_OK) < 0)
        return TRUE;
    lines = read_file(path, &terms, NULL);
    if (lines && memcmp(&terms, &escrow->terms, sizeof terms) == 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "%s: exists already and is not the escrow of this batch under this passphrase; "
                "it was left as it is, choose another name with --escrow",
                path);
    return FALSE;
}

/* Opens one sealed text into @codebook. */
static gboolean unseal(const char *line, const Terms *terms, const guint8 *secret,
                       IsrCodebook *codebook)
{
    gsize length = 0, plain = 0;
    g_autofree guchar *sealed = g_base64_decode(line, &length);
    gsize room = length > crypto_box_SEALBYTES ? length - crypto_box_SEALBYTES : 0;
    guint8 *text = room > 0 ? sodium_malloc(room) : NULL;
    gboolean well = text &&
                    crypto_box_seal_open(text, sealed, length, terms->public, secret) == 0 &&
                    sodium_unpad(&plain, text, room, BLOCK) == 0 &&
                    isr_codebook_read(codebook, (const char *)text, plain);

    sodium_free(text);
    return well;
}

static gboolean unseal_all(const char *path, char *const *lines, const Terms *terms,
                           const guint8 *secret, IsrCodebook *codebook, GError **error)
{
    for (guint i = 2; lines[i]; i++) {
        if (*lines[i] && !unseal(lines[i], terms, secret, codebook))
            return damaged(path,
                           "holds something that was not sealed for this passphrase; take "
                           "it from a backup",
                           error);
    }
    return TRUE;
}

gboolean isr_escrow_open(const char *path, const char *passphrase, IsrCodebook *codebook,
                         GError **error)
{
    Terms terms;
    g_auto(GStrv) lines = read_file(path, &terms, error);
    guint8 public[crypto_box_PUBLICKEYBYTES], *secret;
    gboolean opened = FALSE;

    if (!lines || sodium_init() < 0)
        return FALSE;
    secret = sodium_malloc(crypto_box_SECRETKEYBYTES);
    if (make_pair(passphrase, &terms, public, secret, error)) {
        if (sodium_memcmp(public, terms.public, sizeof public) == 0)
            opened = unseal_all(path, lines, &terms, secret, codebook, error);
        else
            g_set_error(error, ISR_ERROR, ISR_ERROR_ENCRYPTED,
                        "%s: this is not the passphrase with which the escrow was sealed", path);
    }
    sodium_free(secret);
    return opened;
}
