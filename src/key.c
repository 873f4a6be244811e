/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key file and what is derived from it. The key lives in a page of its own that is not swapped
 * out, not dumped, and wiped before it is given back. */
#include <isredact/key.h>

#include "descriptor.h"

#include <isredact/error.h>
#include <isredact/reading.h>

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER "isredact key 1, keep it secret\n"
#define DIGEST_BYTES crypto_auth_hmacsha256_BYTES
#define FILE_BYTES (sizeof HEADER - 1 + 2 * ISR_KEY_BYTES + 1)

struct IsrKey {
    guint8 bytes[ISR_KEY_BYTES];
};

static IsrKey *key_new(GError **error)
{
    void *page =
        mmap(NULL, sizeof(IsrKey), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (page == MAP_FAILED) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "no memory for a key: %s", g_strerror(errno));
        return NULL;
    }
    /* Both are extra care: a machine that forbids them still gets its key. */
    (void)mlock(page, sizeof(IsrKey));
    (void)madvise(page, sizeof(IsrKey), MADV_DONTDUMP);
    return page;
}

IsrKey *isr_key_for_bytes(const guint8 *bytes, GError **error)
{
    IsrKey *key = key_new(error);

    if (key)
        memcpy(key->bytes, bytes, ISR_KEY_BYTES);
    return key;
}

void isr_key_free(IsrKey *key)
{
    if (!key)
        return;
    explicit_bzero(key, sizeof *key);
    munmap(key, sizeof *key);
}

static gboolean fill_random(guint8 *bytes, GError **error)
{
    gsize filled = 0;

    while (filled < ISR_KEY_BYTES) {
        ssize_t got = getrandom(bytes + filled, ISR_KEY_BYTES - filled, 0);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "no random numbers for a key: %s",
                        g_strerror(errno));
            return FALSE;
        }
        filled += (gsize)got;
    }
    return TRUE;
}

static void to_text(const guint8 *bytes, char text[FILE_BYTES + 1])
{
    static const char hex[] = "0123456789abcdef";
    char *at = stpcpy(text, HEADER);

    for (guint i = 0; i < ISR_KEY_BYTES; i++) {
        *at++ = hex[bytes[i] >> 4];
        *at++ = hex[bytes[i] & 15];
    }
    *at++ = '\n';
    *at = '\0';
}

static gboolean write_file(const char *path, const char *text, GError **error)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    gboolean whole;

    if (fd < 0) {
        g_set_error(error, ISR_ERROR, errno == EEXIST ? ISR_ERROR_USAGE : ISR_ERROR_IO,
                    "the key \"%s\" cannot be made: %s%s", path, g_strerror(errno),
                    errno == EEXIST ? "; a key is never overwritten, choose another name" : "");
        return FALSE;
    }
    whole = isr_descriptor_write(fd, text, FILE_BYTES) && fsync(fd) == 0;
    whole = close(fd) == 0 && whole;
    if (!whole) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the key \"%s\" cannot be written: %s", path,
                    g_strerror(errno));
        unlink(path);
    }
    return whole;
}

gboolean isr_key_create(const char *path, GError **error)
{
    g_autoptr(IsrKey) key = key_new(error);
    char text[FILE_BYTES + 1];
    gboolean written;

    if (!key || !fill_random(key->bytes, error))
        return FALSE;
    to_text(key->bytes, text);
    written = write_file(path, text, error);
    explicit_bzero(text, sizeof text);
    return written;
}

static gboolean is_private(int fd, const char *path, GError **error)
{
    struct stat status;

    if (fstat(fd, &status) == 0 && !(status.st_mode & 077))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "others may read the key \"%s\"; make it yours alone with: chmod 600 '%s'", path,
                path);
    return FALSE;
}

static gboolean from_text(const char *text, gsize length, IsrKey *key)
{
    const char *hex = text + strlen(HEADER);

    if (length < FILE_BYTES - 1 || !g_str_has_prefix(text, HEADER))
        return FALSE;
    if (length > FILE_BYTES || (length == FILE_BYTES && text[FILE_BYTES - 1] != '\n'))
        return FALSE;
    for (guint i = 0; i < ISR_KEY_BYTES; i++) {
        int high = g_ascii_xdigit_value(hex[2 * i]), low = g_ascii_xdigit_value(hex[2 * i + 1]);

        if (high < 0 || low < 0)
            return FALSE;
        key->bytes[i] = (guint8)(high << 4 | low);
    }
    return TRUE;
}

static gssize read_text(int fd, char *text, gsize size)
{
    gsize length = 0;

    while (length < size) {
        ssize_t got = read(fd, text + length, size - length);

        if (got < 0 && errno != EINTR)
            return -1;
        if (got == 0)
            break;
        length += (gsize)MAX(got, 0);
    }
    return (gssize)length;
}

static IsrKey *load_from(int fd, const char *path, GError **error)
{
    g_autoptr(IsrKey) key = key_new(error);
    char text[FILE_BYTES + 2] = {0};
    gssize length;
    gboolean understood;

    if (!key)
        return NULL;
    length = read_text(fd, text, FILE_BYTES + 1);
    understood = length >= 0 && from_text(text, (gsize)length, key);
    explicit_bzero(text, sizeof text);
    if (!understood) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "\"%s\" is not a key that \"isredact key new\" made, or it was changed", path);
        return NULL;
    }
    return is_private(fd, path, error) ? g_steal_pointer(&key) : NULL;
}

IsrKey *isr_key_load(const char *path, GError **error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    IsrKey *key;

    if (fd < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the key \"%s\" cannot be read: %s", path,
                    g_strerror(errno));
        return NULL;
    }
    key = load_from(fd, path, error);
    close(fd);
    return key;
}

/* HMAC-SHA-256 of @purpose, NUL, @audit and NUL unless it is NULL, @text. */
static void digest_of(const IsrKey *key, const char *purpose, const char *audit, const char *text,
                      guint8 digest[DIGEST_BYTES])
{
    crypto_auth_hmacsha256_state state;

    crypto_auth_hmacsha256_init(&state, key->bytes, ISR_KEY_BYTES);
    crypto_auth_hmacsha256_update(&state, (const guint8 *)purpose, strlen(purpose) + 1);
    if (audit)
        crypto_auth_hmacsha256_update(&state, (const guint8 *)audit, strlen(audit) + 1);
    crypto_auth_hmacsha256_update(&state, (const guint8 *)text, strlen(text));
    crypto_auth_hmacsha256_final(&state, digest);
    sodium_memzero(&state, sizeof state); /* it tells the key */
}

/* The same in lower-case hex. */
static char *derive(const IsrKey *key, const char *purpose, const char *audit, const char *text)
{
    guint8 digest[DIGEST_BYTES];
    char *hex = g_malloc(2 * DIGEST_BYTES + 1);

    digest_of(key, purpose, audit, text, digest);
    return sodium_bin2hex(hex, 2 * DIGEST_BYTES + 1, digest, DIGEST_BYTES);
}

void isr_key_secret(const IsrKey *key, const char *purpose, guint8 *secret, gsize length)
{
    guint8 digest[DIGEST_BYTES];

    g_return_if_fail(length <= DIGEST_BYTES);
    digest_of(key, purpose, NULL, "", digest);
    memcpy(secret, digest, length);
    sodium_memzero(digest, sizeof digest);
}

char *isr_key_fingerprint(const IsrKey *key)
{
    char *hex = derive(key, "fingerprint", NULL, "");

    hex[16] = '\0';
    return hex;
}

char *isr_key_commit(const IsrKey *key, const char *purpose, const char *value)
{
    g_autofree char *squeezed = isr_squeeze(value, -1);

    return derive(key, purpose, NULL, squeezed);
}

char *isr_key_derive(const IsrKey *key, const char *purpose, const char *audit, const char *text)
{
    return derive(key, purpose, audit, text);
}
