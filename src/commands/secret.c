/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files and terminals are read byte by byte into locked memory; no library keeps a copy. */
#include "secret.h"

#include "descriptor.h"

#include <isredact/error.h>

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#define INTERRUPT 3 /* what Ctrl and C send */
#define MOST 1024   /* bytes; of a password, PDF uses no more than 127 */

void isr_secret_free(char *secret)
{
    sodium_free(secret);
}

static char *secret_new(GError **error)
{
    char *secret = sodium_init() < 0 ? NULL : sodium_malloc(MOST);

    if (secret)
        sodium_memzero(secret, MOST);
    else
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "no memory for a secret");
    return secret;
}

/* --- from a file --- */

static gboolean is_private(int fd, const char *path, const char *what, GError **error)
{
    struct stat status;

    if (fstat(fd, &status) == 0 && !(status.st_mode & 077))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "others may read the %s in \"%s\"; make it yours alone with: chmod 600 '%s'", what,
                path, path);
    return FALSE;
}

/* Fills @secret (of MOST zeros) with what fits. */
static gboolean fill(int fd, char *secret)
{
    gsize length = 0;
    gssize got;

    do {
        got = read(fd, secret + length, MOST - 1 - length);
        length += (gsize)MAX(got, 0);
    } while (got > 0 || (got < 0 && errno == EINTR));
    return got == 0;
}

static gboolean is_secret(const char *secret, const char *path, const char *what, GError **error)
{
    const char *problem = NULL;

    if (*secret == '\0')
        problem = "is empty";
    else if (strlen(secret) == MOST - 1)
        problem = "is too long";
    else if (!g_utf8_validate(secret, -1, NULL))
        problem = "is not in UTF-8";
    if (problem)
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "the first line of the %s file \"%s\" %s",
                    what, path, problem);
    return problem == NULL;
}

static gboolean load(int fd, const char *path, const char *what, char *secret, GError **error)
{
    if (!is_private(fd, path, what, error))
        return FALSE;
    if (!fill(fd, secret)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the %s file \"%s\" cannot be read: %s", what,
                    path, g_strerror(errno));
        return FALSE;
    }
    secret[strcspn(secret, "\r\n")] = '\0';
    return is_secret(secret, path, what, error);
}

char *isr_secret_load(const char *path, const char *what, GError **error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    char *secret;

    if (fd < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the %s file \"%s\" cannot be read: %s", what,
                    path, g_strerror(errno));
        return NULL;
    }
    secret = secret_new(error);
    if (secret && !load(fd, path, what, secret, error))
        g_clear_pointer(&secret, isr_secret_free);
    close(fd);
    return secret;
}

/* --- from the terminal --- */

/* One line, to its end or an interrupt (which is a byte here: see ask()); FALSE without one. */
static gboolean read_line(int terminal, char *secret)
{
    gsize length = 0;
    char byte;

    while (read(terminal, &byte, 1) == 1 && byte != '\n' && byte != '\r') {
        if (byte == INTERRUPT || length == MOST - 2)
            return FALSE;
        secret[length++] = byte;
    }
    return length > 0 && g_utf8_validate(secret, (gssize)length, NULL);
}

/* Nothing is shown, and no signal comes between, which would leave the terminal so. */
static gboolean ask(int terminal, const char *prompt, char *secret)
{
    struct termios before, quiet;
    gboolean given;

    if (tcgetattr(terminal, &before) < 0)
        return FALSE;
    quiet = before;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    quiet.c_cc[VEOL] = INTERRUPT; /* ends a line like any other end */
    if (tcsetattr(terminal, TCSAFLUSH, &quiet) < 0)
        return FALSE;
    given = isr_descriptor_write(terminal, prompt, strlen(prompt)) && read_line(terminal, secret);
    tcsetattr(terminal, TCSAFLUSH, &before);
    return isr_descriptor_write(terminal, "\n", 1) && given;
}

static gboolean ask_again(int terminal, const char *prompt, const char *secret, GError **error)
{
    char *again = secret_new(error);
    gboolean same = again && ask(terminal, prompt, again) && strcmp(secret, again) == 0;

    if (again && !same)
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "the two were not the same");
    isr_secret_free(again);
    return same;
}

static gboolean ask_all(int terminal, const char *what, gboolean twice, char *secret,
                        GError **error)
{
    g_autofree char *prompt = g_strdup_printf("The %s: ", what);
    g_autofree char *once_more = g_strdup_printf("The %s, once more: ", what);

    if (!ask(terminal, prompt, secret)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "no %s was given", what);
        return FALSE;
    }
    return !twice || ask_again(terminal, once_more, secret, error);
}

char *isr_secret_ask(const char *what, gboolean twice, GError **error)
{
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    char *secret;

    if (terminal < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                    "there is no terminal on which to ask for the %s; give it in a file with "
                    "--%s-file",
                    what, what);
        return NULL;
    }
    secret = secret_new(error);
    if (secret && !ask_all(terminal, what, twice, secret, error))
        g_clear_pointer(&secret, isr_secret_free);
    close(terminal);
    return secret;
}

char *isr_secret_new(const char *path, const char *what, gboolean twice, GError **error)
{
    return path ? isr_secret_load(path, what, error) : isr_secret_ask(what, twice, error);
}
