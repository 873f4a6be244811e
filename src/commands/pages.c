/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which pages are read with OCR, how sharp a copy is, and the password of a document: it is read
 * from a file that is the user's alone, never from the command line, which others can list. */
#include "pages.h"

#include "../formats/ocr.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_PASSWORD 1024 /* bytes; PDF uses no more than 127 */

static gboolean usage(GError **error, const char *sentence)
{
    g_set_error_literal(error, ISR_ERROR, ISR_ERROR_USAGE, sentence);
    return FALSE;
}

static gboolean read_when(IsrPagesAsked *asked, GError **error)
{
    static const struct {
        const char *word;
        IsrOcrMode mode;
    } modes[] = {{"auto", ISR_OCR_AUTO}, {"always", ISR_OCR_ALWAYS}, {"never", ISR_OCR_NEVER}};

    for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
        if (asked->ocr && !g_str_equal(asked->ocr, modes[i].word))
            continue;
        asked->pages.ocr = modes[i].mode;
        return TRUE;
    }
    return usage(error, "--ocr is auto, always or never");
}

static gboolean read_dpi(IsrPagesAsked *asked, GError **error)
{
    guint64 dpi;

    if (!asked->dpi)
        return TRUE;
    if (!g_ascii_string_to_unsigned(asked->dpi, 10, ISR_LIMIT_DPI_LEAST, ISR_LIMIT_DPI_MOST, &dpi,
                                    NULL)) {
        g_set_error(
            error, ISR_ERROR, ISR_ERROR_USAGE,
            "--dpi is a number from %d (words can just be read) to %d (as a printer prints)",
            ISR_LIMIT_DPI_LEAST, ISR_LIMIT_DPI_MOST);
        return FALSE;
    }
    asked->pages.dpi = (guint)dpi;
    return TRUE;
}

/* --- the password --- */

static void wipe(char *text)
{
    if (text)
        explicit_bzero(text, MOST_PASSWORD);
    g_free(text);
}

static gboolean is_private(int fd, const char *path, GError **error)
{
    struct stat status;

    if (fstat(fd, &status) == 0 && !(status.st_mode & 077))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "others may read the password in \"%s\"; make it yours alone with: chmod 600 '%s'",
                path, path);
    return FALSE;
}

/* Fills @text (of MOST_PASSWORD zeros) with what fits. */
static gboolean fill(int fd, char *text)
{
    gsize length = 0;
    gssize got;

    do {
        got = read(fd, text + length, MOST_PASSWORD - 1 - length);
        length += (gsize)MAX(got, 0);
    } while (got > 0 || (got < 0 && errno == EINTR));
    return got == 0;
}

static gboolean is_password(const char *text, const char *path, GError **error)
{
    const char *problem = NULL;

    if (*text == '\0')
        problem = "is empty";
    else if (strlen(text) == MOST_PASSWORD - 1)
        problem = "is too long";
    else if (!g_utf8_validate(text, -1, NULL))
        problem = "is not in UTF-8";
    if (problem)
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                    "the first line of the password file \"%s\" %s", path, problem);
    return problem == NULL;
}

static char *password_from(int fd, const char *path, GError **error)
{
    char *text = g_malloc0(MOST_PASSWORD);
    gboolean done = is_private(fd, path, error);

    if (done && !fill(fd, text)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the password file \"%s\" cannot be read: %s",
                    path, g_strerror(errno));
        done = FALSE;
    }
    text[strcspn(text, "\r\n")] = '\0';
    if (done && is_password(text, path, error))
        return text;
    wipe(text);
    return NULL;
}

static gboolean read_password(IsrPagesAsked *asked, GError **error)
{
    const char *path = asked->password_file;
    int fd;

    if (!path)
        return TRUE;
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the password file \"%s\" cannot be read: %s",
                    path, g_strerror(errno));
        return FALSE;
    }
    asked->pages.password = password_from(fd, path, error);
    close(fd);
    return asked->pages.password != NULL;
}

gboolean isr_pages_load(IsrPagesAsked *asked, GError **error)
{
    if (!read_when(asked, error) || !read_dpi(asked, error) || !read_password(asked, error))
        return FALSE;
    asked->pages.reader = isr_ocr_new();
    return asked->pages.ocr != ISR_OCR_ALWAYS || isr_ocr_start(asked->pages.reader, error);
}

void isr_pages_clear(IsrPagesAsked *asked)
{
    g_clear_pointer(&asked->ocr, g_free);
    g_clear_pointer(&asked->dpi, g_free);
    g_clear_pointer(&asked->password_file, g_free);
    g_clear_pointer((char **)&asked->pages.password, wipe);
    g_clear_pointer(&asked->pages.reader, isr_ocr_free);
}
