/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in order, looked up by halving. */
#include <isredact/holdback.h>

#include <isredact/error.h>

#include <string.h>

struct IsrHoldback {
    GArray *places; /* of IsrHoldbackPlace, ordered, each once */
};

IsrHoldback *isr_holdback_new(void)
{
    IsrHoldback *holdback = g_new0(IsrHoldback, 1);

    holdback->places = g_array_new(FALSE, TRUE, sizeof(IsrHoldbackPlace));
    return holdback;
}

void isr_holdback_free(IsrHoldback *holdback)
{
    if (!holdback)
        return;
    g_array_unref(holdback->places);
    g_free(holdback);
}

static guint64 rank(guint32 sentence, guint16 word)
{
    return (guint64)sentence << 16 | word;
}

/* The first place that is not before @sentence, @word. */
static guint first_from(const IsrHoldback *holdback, guint32 sentence, guint16 word)
{
    guint low = 0, high = holdback->places->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        const IsrHoldbackPlace *place = isr_holdback_nth(holdback, middle);

        if (rank(place->sentence, place->word) < rank(sentence, word))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void isr_holdback_add(IsrHoldback *holdback, IsrHoldbackPlace place)
{
    guint at = first_from(holdback, place.sentence, place.word);
    IsrHoldbackPlace *there = NULL;

    if (at < holdback->places->len)
        there = &g_array_index(holdback->places, IsrHoldbackPlace, at);
    if (there && there->sentence == place.sentence && there->word == place.word)
        there->category = MIN(there->category, place.category);
    else
        g_array_insert_val(holdback->places, at, place);
}

gboolean isr_holdback_join(IsrHoldback *holdback, const IsrHoldback *other)
{
    guint before = holdback->places->len;

    for (guint i = 0; i < other->places->len; i++)
        isr_holdback_add(holdback, *isr_holdback_nth(other, i));
    return holdback->places->len > before;
}

guint isr_holdback_size(const IsrHoldback *holdback)
{
    return holdback->places->len;
}

const IsrHoldbackPlace *isr_holdback_nth(const IsrHoldback *holdback, guint n)
{
    return &g_array_index(holdback->places, IsrHoldbackPlace, n);
}

const IsrHoldbackPlace *isr_holdback_find(const IsrHoldback *holdback, guint32 sentence,
                                          guint16 word)
{
    guint at = first_from(holdback, sentence, word);
    const IsrHoldbackPlace *place;

    if (at == holdback->places->len)
        return NULL;
    place = isr_holdback_nth(holdback, at);
    return place->sentence == sentence && place->word == word ? place : NULL;
}

gboolean isr_holdback_touches(const IsrHoldback *holdback, guint32 sentence)
{
    guint at = first_from(holdback, sentence, 0);

    return at < holdback->places->len && isr_holdback_nth(holdback, at)->sentence == sentence;
}

char *isr_holdback_text(const IsrHoldback *holdback)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < holdback->places->len; i++) {
        const IsrHoldbackPlace *place = isr_holdback_nth(holdback, i);

        g_string_append_printf(text, "%s%u.%u.%s", i > 0 ? " " : "", place->sentence, place->word,
                               isr_category_id(place->category));
    }
    return g_string_free(text, FALSE);
}

static gboolean read_place(const char *text, IsrHoldbackPlace *place)
{
    g_auto(GStrv) parts = g_strsplit(text, ".", -1);
    guint64 sentence, word;

    if (g_strv_length(parts) != 3 ||
        !g_ascii_string_to_unsigned(parts[0], 10, 0, G_MAXUINT32, &sentence, NULL) ||
        !g_ascii_string_to_unsigned(parts[1], 10, 0, G_MAXUINT16, &word, NULL))
        return FALSE;
    place->sentence = (guint32)sentence;
    place->word = (guint16)word;
    return isr_category_for_id(parts[2], &place->category);
}

IsrHoldback *isr_holdback_read(const char *text, GError **error)
{
    g_autoptr(IsrHoldback) holdback = isr_holdback_new();
    g_auto(GStrv) places = g_strsplit(text, " ", -1);

    for (guint i = 0; *text && places[i]; i++) {
        IsrHoldbackPlace place;

        if (!read_place(places[i], &place)) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                        "a list of places that must go is broken");
            return NULL;
        }
        isr_holdback_add(holdback, place);
    }
    return g_steal_pointer(&holdback);
}
