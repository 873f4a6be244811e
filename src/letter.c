/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters: whom a letter addresses, and in what way it speaks to them. "Your son" is said to a
 * parent, "thank you for referring" to a colleague; else the letter is to whom it is about. */
#include <string.h>

#include "people.h"

/* Bytes of a salutation; a line of prose may begin with "Dear" too. */
#define LONGEST 120

static gboolean begins(const char *text, const char *word)
{
    gsize length = strlen(word);

    return g_ascii_strncasecmp(text, word, length) == 0 && text[length] == ' ';
}

gboolean isr_letter_is_salutation(const IsrBlock *block, gsize at)
{
    static const char *const words[] = {"dear", "annwyl", "hello", "hi"};

    if (block->kind == ISR_BLOCK_ROW)
        return FALSE;
    gsize start = at;
    while (start > 0 && block->text->str[start - 1] != '\n')
        if (at - --start > LONGEST)
            return FALSE;
    const char *text = block->text->str + start;
    if (memchr(text, '\n', MIN(block->text->len - start, LONGEST + 1)) == NULL &&
        block->text->len - start > LONGEST)
        return FALSE;
    text += strspn(text, " >\t");
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (begins(text, words[i]))
            return TRUE;
    return FALSE;
}

/* How often @text, in lower case, holds any of @phrases. */
static guint count(const char *text, const char *const *phrases)
{
    guint n = 0;

    for (; *phrases != NULL; phrases++)
        for (const char *at = strstr(text, *phrases); at != NULL; at = strstr(at + 1, *phrases))
            n++;
    return n;
}

void isr_letter_learn(IsrPeople *people, const IsrBlock *block)
{
    static const char *const to_parents[] = {
        "your son",        "your daughter", "your child",         "your children",
        "your grandchild", "your grandson", "your granddaughter", NULL};
    static const char *const to_colleagues[] = {"thank you for referring",
                                                "thank you for seeing",
                                                "thank you for your referral",
                                                "i would be grateful if you could see",
                                                "grateful for your",
                                                "your patient",
                                                "this patient",
                                                "dear colleague",
                                                "dear doctor",
                                                "gp to",
                                                "diagnos",
                                                NULL};
    g_autofree char *lower = g_ascii_strdown(block->text->str, (gssize)block->text->len);

    people->to_parents += count(lower, to_parents);
    people->to_colleagues += count(lower, to_colleagues);
    people->to_you += count(lower, (const char *const[]){" you ", " your ", NULL});
}

void isr_letter_addressed(IsrPeople *people, guint mention)
{
    g_array_append_val(people->addressed, mention);
}
