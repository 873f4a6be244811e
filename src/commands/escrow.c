/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact escrow: shows what the codes of a batch stand for. With scan --show the only command
 * that prints text of documents, since that is what it is asked for. */
#include "commands.h"
#include "secret.h"
#include "terminal.h"

#include "batch/escrow.h"
#include "jsontext.h"

#include <isredact/error.h>

#include <stdio.h>

typedef struct {
    char *passphrase_file;
    gboolean json, helped;
    char **files;
} Asked;

static void asked_clear(Asked *asked)
{
    g_free(asked->passphrase_file);
    g_strfreev(asked->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

static gboolean read_asked(Asked *asked, int argc, char **argv, GError **error)
{
    const GOptionEntry entries[] = {
        {"passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &asked->passphrase_file,
         "File whose first line is the passphrase, instead of asking for it", "FILE"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &asked->json, "Print JSON instead of a table", NULL},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };

    return isr_options_read(&isr_command_escrow, entries, argc, argv, &asked->files, &asked->helped,
                            error);
}

static void print_value(const char *before, const char *value)
{
    g_autofree char *text = isr_terminal_text(value, -1);

    printf("%s%s", before, text);
}

static void print_table(const GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        const IsrCodebookLine *line = lines->pdata[i];

        printf("%-24s  %-13s", line->code, isr_role_words(line->role));
        for (guint k = 0; k < line->values->len; k++)
            print_value(k > 0 ? "; " : "  ", line->values->pdata[k]);
        printf("\n");
    }
}

static void add_line(JsonText *json, const IsrCodebookLine *line)
{
    isr_json_begin(json, '{');
    isr_json_put_string(json, "code", line->code);
    isr_json_put_string(json, "category", isr_category_id(line->category));
    isr_json_put_string(json, "role", isr_role_id(line->role));
    isr_json_put_begin(json, "stands_for", '[');
    for (guint k = 0; k < line->values->len; k++)
        isr_json_string(json, line->values->pdata[k]);
    isr_json_end(json, ']');
    isr_json_end(json, '}');
}

static void print_json(const GPtrArray *lines)
{
    g_autoptr(GString) text = g_string_new(NULL);
    JsonText json = {.text = text};

    isr_json_begin(&json, '[');
    for (guint i = 0; i < lines->len; i++) {
        add_line(&json, lines->pdata[i]);
        fwrite(text->str, 1, text->len, stdout);
        g_string_truncate(text, 0);
    }
    isr_json_end(&json, ']');
    printf("%s\n", text->str);
}

static int show(const Asked *asked)
{
    const char *path = asked->files[0];
    g_autoptr(IsrCodebook) codebook = isr_codebook_new();
    g_autoptr(GPtrArray) lines = NULL;
    g_autoptr(GError) error = NULL;
    char *passphrase = NULL;
    gboolean opened =
        isr_escrow_check(path, &error) &&
        (passphrase = isr_secret_new(asked->passphrase_file, "passphrase", FALSE, &error)) &&
        isr_escrow_open(path, passphrase, codebook, &error);

    isr_secret_free(passphrase);
    if (!opened)
        return isr_command_fail(NULL, error);
    lines = isr_codebook_lines(codebook);
    if (asked->json)
        print_json(lines);
    else
        print_table(lines);
    return ISR_EXIT_CLEAN;
}

static int run(int argc, char **argv)
{
    g_auto(Asked) asked = {0};
    g_autoptr(GError) error = NULL;

    if (!read_asked(&asked, argc, argv, &error))
        return isr_command_fail(NULL, error);
    if (asked.helped)
        return isr_command_end(ISR_EXIT_CLEAN);
    if (g_strv_length(asked.files) != 1)
        return isr_command_usage(&isr_command_escrow);
    return isr_command_end(show(&asked));
}

const IsrCommand isr_command_escrow = {
    .name = "escrow",
    .usage = "isredact escrow [--json] [--passphrase-file FILE] FILE",
    .summary = "Show what the codes of a batch stand for, to whoever knows the passphrase.",
    .run = run,
};
