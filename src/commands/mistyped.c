/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Guesses which command was meant. */
#include "mistyped.h"

#include <string.h>

/* No command has as many letters. */
#define LONGEST 15

gboolean isr_mistyped_is_command(const char *word)
{
    const gsize length = strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    return length > 1 && length <= LONGEST && word[length] == '\0' &&
           !g_file_test(word, G_FILE_TEST_EXISTS);
}

/* How many letters are more, less or other in @a than in @b. */
static guint distance(const char *a, const char *b)
{
    guint row[LONGEST + 1];

    for (guint k = 0; k <= strlen(b); k++)
        row[k] = k;
    for (guint i = 0; a[i]; i++) {
        guint corner = row[0];

        row[0] = i + 1;
        for (guint k = 0; b[k]; k++) {
            const guint other = corner + (g_ascii_tolower(a[i]) != b[k]);

            corner = row[k + 1];
            row[k + 1] = MIN(other, MIN(row[k], row[k + 1]) + 1);
        }
    }
    return row[strlen(b)];
}

int isr_mistyped_note(const char *word, const IsrCommand *const *commands)
{
    const guint most = strlen(word) > 4 ? 2 : 1;
    g_autoptr(GString) sentence = g_string_new(NULL);
    gboolean any = FALSE;

    g_string_append_printf(sentence, "there is no command and no file \"%s\"; ", word);
    for (; *commands; commands++) {
        if (distance(word, (*commands)->name) > most)
            continue;
        g_string_append_printf(sentence, "%s\"%s\"", any ? " or " : "do you mean ",
                               (*commands)->name);
        any = TRUE;
    }
    g_string_append_printf(sentence, "%s\"isredact --help\" lists the commands", any ? "? " : "");
    isr_command_note(NULL, sentence->str);
    return ISR_EXIT_USAGE;
}
