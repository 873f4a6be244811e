/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs the program ($ISREDACT_PROGRAM) in a folder of its own, as a user would. */
#pragma once

#include "isr_test.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder; /* made for one test; the program runs in it */
    char *out, *err;
    int status; /* exit status, or 128 + signal */
} Program;

static inline void program_init(Program *program)
{
    *program = (Program){.folder = g_dir_make_tmp("isredact-XXXXXX", NULL)};
    assert_non_null(program->folder);
}

static inline char *program_path(const Program *program, const char *name)
{
    return g_build_filename(program->folder, name, NULL);
}

static inline void program_write(const Program *program, const char *name, const char *text)
{
    g_autofree char *path = program_path(program, name);

    assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* The text of file @name, or NULL if there is none. */
static inline char *program_read(const Program *program, const char *name)
{
    g_autofree char *path = program_path(program, name);
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static inline gint program_by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All names in the folder (or in @sub of it), hidden ones too, sorted, parted by '|'. */
static inline char *program_list(const Program *program, const char *sub)
{
    g_autofree char *path = program_path(program, sub);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(path, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(dir)))
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    g_ptr_array_sort(names, program_by_text);
    g_ptr_array_add(names, NULL);
    return g_strjoinv("|", (char **)names->pdata);
}

/* Runs @line by the shell, in which isredact is the program; @extra: "NAME=VALUE" or NULL. */
static inline int program_shell(Program *program, const char *extra, const char *line)
{
    g_autofree char *place = g_path_get_dirname(g_getenv("ISREDACT_PROGRAM"));
    g_autofree char *path = g_strdup_printf("%s:%s", place, g_getenv("PATH"));
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "PATH", path, TRUE);
    char *argv[] = {(char *)"/bin/sh", (char *)"-c", (char *)line, NULL};
    g_autoptr(GError) error = NULL;
    int wait;

    if (extra) {
        g_auto(GStrv) pair = g_strsplit(extra, "=", 2);

        environment = g_environ_setenv(environment, pair[0], pair[1], TRUE);
    }
    g_clear_pointer(&program->out, g_free);
    g_clear_pointer(&program->err, g_free);
    g_spawn_sync(program->folder, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &program->out,
                 &program->err, &wait, &error);
    assert_no_error(error);
    program->status = WIFEXITED(wait) ? WEXITSTATUS(wait) : 128 + WTERMSIG(wait);
    return program->status;
}

#define program_run(program, line) program_shell(program, NULL, line)

/* Fails, with what the program said, unless it ended with @status. */
#define assert_status(program, expected)                                                           \
    do {                                                                                           \
        if ((program)->status != (expected))                                                       \
            fail_msg("status %d, not %d: %s%s", (program)->status, expected, (program)->err,       \
                     (program)->out);                                                              \
    } while (0)

static inline void program_clear(Program *program)
{
    g_autofree char *line =
        g_strdup_printf("chmod -R u+w '%s'; rm -rf '%s'", program->folder, program->folder);

    assert_int_equal(system(line), 0);
    g_free(program->folder);
    g_free(program->out);
    g_free(program->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Program, program_clear)
