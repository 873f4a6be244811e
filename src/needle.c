/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which removed values are looked for in bytes, and how strictly. */
#include "needle.h"

#include "character.h"
#include "fold.h"
#include "spelling.h"

#include <string.h>

/* Shorter values stand in honest bytes by chance; the walk of the copy has looked for them. */
#define SHORTEST_LETTERS 3
#define SHORTEST_DIGITS 6

/* Characters of which it is remembered whether values have them. */
#define N_REMEMBERED 0x10000
enum { NOT_ASKED, LACKING, NOT_LACKING };

static void needle_free(gpointer data)
{
    IsrNeedle *needle = data;

    g_free(needle->joints);
    g_free(needle);
}

/* Learns what may be glued to the value, which is @squeezed. */
static void learn_glue(IsrNeedle *needle, const char *squeezed, guint digits)
{
    const IsrGlue glue = isr_glue_for(needle->category, needle->letters, digits);

    needle->starts = needle->length > 0 && isr_glue_at(glue, g_ascii_isdigit(squeezed[0]));
    needle->ends =
        needle->length > 0 && isr_glue_at(glue, g_ascii_isdigit(squeezed[needle->length - 1]));
}

/* Learns how @value may be spread; TRUE if it is worth looking for. */
static gboolean learn(IsrNeedle *needle, const IsrSqueezed *value)
{
    const guint32 *origins = &g_array_index(value->origins, guint32, 0);
    guint digits = 0, gaps = 0, run = 0, longest = 0;

    needle->length = value->squeezed->len;
    needle->joints = g_new0(guint8, needle->length + 1);
    for (gsize i = 0; i < needle->length; i++) {
        gboolean digit = g_ascii_isdigit(value->squeezed->str[i]);

        if (i && origins[i] != origins[i - 1] &&
            g_utf8_next_char(value->text + origins[i - 1]) < value->text + origins[i]) {
            needle->joints[i] = TRUE;
            gaps++;
        }
        digits += digit;
        run = digit ? 0 : run + 1;
        longest = MAX(longest, run);
        if (!digit && (!i || origins[i] != origins[i - 1]))
            needle->letters++;
    }
    needle->code = digits > 0 && longest < 4;
    needle->words = gaps > 0 && needle->letters >= 10;
    learn_glue(needle, value->squeezed->str, digits);
    return needle->letters ? needle->letters + digits >= SHORTEST_LETTERS
                           : digits >= SHORTEST_DIGITS;
}

/* TRUE if @list has every word of the value. */
static gboolean are_all(const IsrNeedle *needle, const char *squeezed, const IsrLists *lists,
                        const char *list)
{
    for (gsize start = 0, end; start < needle->length; start = end) {
        for (end = start + 1; end < needle->length && !needle->joints[end]; end++)
            ;
        if (!isr_lists_has(lists, list, squeezed + start, (gssize)(end - start)))
            return FALSE;
    }
    return TRUE;
}

/* One everyday word, or a handle made of such ("PASSWORD_CHANGE"): it stands, rightly, in other
 * places of the copy. */
static gboolean is_everyday(const IsrNeedle *needle, const char *squeezed, const IsrLists *lists)
{
    if (needle->category == ISR_CATEGORY_USERNAME && are_all(needle, squeezed, lists, "words"))
        return TRUE;
    if (memchr(needle->joints, TRUE, needle->length))
        return FALSE;
    return isr_lists_has(lists, "words", squeezed, -1) ||
           isr_lists_has(lists, "ordinary-names", squeezed, -1);
}

/* A word of the mark-up with a number: formats name parts and references so ("rId2"). */
static gboolean is_numbered(const char *squeezed, gsize length, const IsrLists *lists)
{
    gsize letters = length;

    while (letters > 0 && g_ascii_isdigit(squeezed[letters - 1]))
        letters--;
    return letters >= 3 && length - letters <= 3 && length > letters &&
           isr_lists_has(lists, "markup-words", squeezed, (gssize)letters);
}

/* Colours are six hexadecimal digits, so any such code stands in the mark-up by chance. */
static gboolean is_colour(const char *squeezed, gsize length)
{
    return length <= 6 && strspn(squeezed, "0123456789abcdef") == length &&
           strpbrk(squeezed, "0123456789") && strpbrk(squeezed, "abcdef");
}

/* A word of the mark-up, or an address that formats name their mark-up after. */
static gboolean is_vocabulary(const IsrNeedle *needle, const IsrSecret *secret,
                              const char *squeezed, const IsrLists *lists)
{
    const char *scheme = strstr(secret->value, "://");
    const char *host = scheme ? scheme + 3 : secret->value;

    if (isr_lists_has(lists, "markup-words", squeezed, -1) ||
        are_all(needle, squeezed, lists, "markup-words") ||
        is_numbered(squeezed, needle->length, lists) || is_colour(squeezed, needle->length))
        return TRUE;
    return secret->category == ISR_CATEGORY_URL &&
           isr_lists_has(lists, "markup-words", host, (gssize)strcspn(host, "/"));
}

/* The same value of another category, looked for as strictly as either asks. */
static void merge(IsrNeedle *known, IsrNeedle *needle)
{
    known->starts |= needle->starts;
    known->ends |= needle->ends;
    needle_free(needle);
}

/* Adds @secret to @needles; counts it as excused if it cannot be looked for. */
static void add(IsrNeedles *needles, const IsrSecret *secret, const IsrLists *lists)
{
    IsrNeedle *needle = g_new0(IsrNeedle, 1);
    IsrSqueezed value;
    const char *squeezed;
    guint pattern;

    isr_squeezed_init(&value, secret->value, strlen(secret->value));
    squeezed = value.squeezed->str;
    needle->secret = secret;
    needle->category = secret->category;
    if (!learn(needle, &value) || is_everyday(needle, squeezed, lists)) {
        needles->excused++;
        needle_free(needle);
    } else if ((pattern = isr_matcher_add(needles->matcher, squeezed, needle->length)) <
               needles->needles->len) {
        merge(needles->needles->pdata[pattern], needle);
    } else {
        needle->vocabulary = is_vocabulary(needle, secret, squeezed, lists);
        needles->longest = MAX(needles->longest, needle->length);
        needles->foreign |= !g_str_is_ascii(secret->value);
        for (gsize i = 0; i < needle->length; i++)
            needles->bytes[(guint8)squeezed[i]] = TRUE;
        g_ptr_array_add(needles->needles, needle);
    }
    isr_squeezed_clear(&value);
}

IsrNeedles *isr_needles_new(const GPtrArray *secrets, const IsrPatterns *patterns)
{
    IsrNeedles *needles = g_new0(IsrNeedles, 1);

    needles->needles = g_ptr_array_new_with_free_func(needle_free);
    needles->matcher = isr_matcher_new();
    for (guint i = 0; i < secrets->len; i++)
        add(needles, secrets->pdata[i], patterns->lists);
    isr_matcher_compile(needles->matcher);
    needles->lacking = g_new0(guint8, N_REMEMBERED);
    return needles;
}

void isr_needles_free(IsrNeedles *needles)
{
    if (!needles)
        return;
    g_ptr_array_unref(needles->needles);
    isr_matcher_free(needles->matcher);
    g_free(needles->lacking);
    g_free(needles);
}

const IsrNeedle *isr_needles_nth(const IsrNeedles *needles, guint pattern)
{
    return needles->needles->pdata[pattern];
}

static gboolean lacks(const IsrNeedles *needles, gunichar c)
{
    g_autoptr(GString) squeezed = g_string_new(NULL);

    if (isr_fold_is_invisible(c) || isr_is_mark(c))
        return FALSE;
    isr_squeeze_character(c, squeezed);
    return squeezed->len > 0 && !needles->bytes[(guint8)squeezed->str[0]];
}

gboolean isr_needles_lack(const IsrNeedles *needles, gunichar c)
{
    if (c >= N_REMEMBERED)
        return FALSE;
    if (needles->lacking[c] == NOT_ASKED)
        needles->lacking[c] = lacks(needles, c) ? LACKING : NOT_LACKING;
    return needles->lacking[c] == LACKING;
}
