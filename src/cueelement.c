/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways and traces stand in arrays of all elements, since cues have thousands of them. */
#include "cueelement.h"

#include "character.h"

#include <string.h>

/* A word, or the beginning of one. */
typedef struct {
    const char *text; /* borrowed from the cue */
    gsize length;
    gboolean begins; /* more letters may follow */
} Way;

static const char *const classes[ISR_N_CUE_CLASSES] = {NULL,      "{name}",  "{kin}",  "{work}",
                                                       "{other}", "{child}", "{org}",  "{place}",
                                                       "{phone}", "{email}", "{date}", "{age}"};

CueElements *isr_cue_elements_new(void)
{
    CueElements *elements = g_new0(CueElements, 1);

    elements->ways = g_array_new(FALSE, FALSE, sizeof(Way));
    elements->elements = g_array_new(FALSE, FALSE, sizeof(CueElement));
    elements->traces = g_array_new(FALSE, TRUE, sizeof(Trace));
    g_array_set_size(elements->traces, 1);
    elements->traces_by_text = g_hash_table_new(g_str_hash, g_str_equal);
    return elements;
}

void isr_cue_elements_free(CueElements *elements)
{
    if (elements == NULL)
        return;
    g_array_unref(elements->ways);
    g_array_unref(elements->elements);
    g_array_unref(elements->traces);
    g_hash_table_unref(elements->traces_by_text);
    g_free(elements);
}

/* The classes that "{name}/{kin}" names. */
static guint classes_of(const char *text, gsize length)
{
    guint bits = 0;

    for (const char *at = text, *end = text + length; at < end;) {
        const char *slash = memchr(at, '/', (gsize)(end - at));
        gsize n = (gsize)((slash != NULL ? slash : end) - at);

        for (guint class = 0; class < ISR_N_CUE_CLASSES; class ++)
            if (classes[class] != NULL && strlen(classes[class]) == n &&
                strncmp(classes[class], at, n) == 0)
                bits |= 1u << class;
        at += n + 1;
    }
    return bits;
}

/* One bit for a byte with which a word begins; some share one. */
static guint64 first_bit(const char *text)
{
    return G_GUINT64_CONSTANT(1) << ((guchar)*text & 63);
}

static void add_ways(CueElements *elements, CueElement *element, const char *text, gsize length)
{
    for (const char *at = text, *end = text + length; at < end;) {
        const char *slash = length > 1 ? memchr(at, '/', (gsize)(end - at)) : NULL;
        gsize n = (gsize)((slash != NULL ? slash : end) - at);
        gboolean begins = n > 1 && at[n - 1] == '*';
        Way way = {at, begins ? n - 1 : n, begins};

        g_array_append_val(elements->ways, way);
        element->firsts |= first_bit(at);
        element->n_way++;
        at += n + 1;
    }
}

static Trace trace_of(const CueElements *elements, const CueElement *element)
{
    Trace asked = {.classes = element->classes};

    for (guint i = 0; i < element->n_way; i++) {
        const Way *way = &g_array_index(elements->ways, Way, element->way + i);
        if (way->begins)
            isr_trace_add_beginning(&asked, way->text, way->length);
        else
            isr_trace_add_word(&asked, way->text, way->length);
    }
    return asked;
}

/* What an element asks for that must stand; many elements of many phrases ask for the same. */
static guint number_of_trace(CueElements *elements, const CueElement *element, const char *text)
{
    gpointer number = g_hash_table_lookup(elements->traces_by_text, text);
    Trace asked;

    if (element->optional || (element->n_way == 0 && element->classes == 0))
        return 0;
    if (number != NULL)
        return GPOINTER_TO_UINT(number);
    asked = trace_of(elements, element);
    g_array_append_val(elements->traces, asked);
    g_hash_table_insert(elements->traces_by_text, (gpointer)text,
                        GUINT_TO_POINTER(elements->traces->len - 1));
    return elements->traces->len - 1;
}

/* A question mark behind an element says that it may be missing. */
void isr_cue_elements_add(CueElements *elements, const char *text)
{
    gsize length = strlen(text);
    CueElement element = {.optional = length > 1 && text[length - 1] == '?',
                          .way = elements->ways->len};

    length -= element.optional ? 1 : 0;
    if (g_str_has_prefix(text, "...")) {
        element = (CueElement){.kind = (CueElementKind)(CUE_ELEMENT_NEAR + MIN(length - 3, 2))};
    } else if (*text == '{') {
        element.kind = CUE_ELEMENT_CLASS;
        element.classes = classes_of(text, length);
    } else if (length == 1 && *text == '_') {
        element.kind = CUE_ELEMENT_ANY_WORD;
    } else {
        add_ways(elements, &element, text, length);
    }
    element.asked = number_of_trace(elements, &element, text);
    g_array_append_val(elements->elements, element);
}

guint isr_cue_element_most(CueElementKind kind)
{
    static const guint most[] = {15, 45, 45};

    return kind >= CUE_ELEMENT_NEAR ? most[kind - CUE_ELEMENT_NEAR] : 1;
}

static gboolean is_word(const CueElements *elements, const CueElement *element, const char *text)
{
    const Way *ways = &g_array_index(elements->ways, Way, element->way);

    if (!(element->firsts & first_bit(text)))
        return FALSE;
    for (guint i = 0; i < element->n_way; i++)
        if (*ways[i].text == *text && strncmp(ways[i].text, text, ways[i].length) == 0 &&
            (ways[i].begins || text[ways[i].length] == '\0'))
            return TRUE;
    return FALSE;
}

gboolean isr_cue_element_is_met(const CueElements *elements, const CueElement *element,
                                const IsrCueToken *token)
{
    if (element->kind == CUE_ELEMENT_CLASS)
        return (element->classes >> token->class & 1) != 0;
    if (element->kind == CUE_ELEMENT_WORDS)
        return is_word(elements, element, token->text);
    /* "a care worker" is what somebody is, not who */
    return isr_is_alnum(isr_character_at(token->text)) && strcmp(token->text, "a") != 0 &&
           strcmp(token->text, "an") != 0;
}
