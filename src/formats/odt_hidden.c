/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which styles hide their text, by themselves or by a style that they follow. */
#include "odt.h"

#define GENERATIONS 64 /* of styles that follow one another; more is a circle */

typedef struct {
    char *parent;     /* key of a style, or NULL */
    gboolean decided; /* says itself whether its text is shown */
    gboolean shown;
} Style;

struct OdtHidden {
    GHashTable *styles[2]; /* common, automatic: "family name" → Style */
    gboolean automatic;
    Style *last;
};

static void style_free(gpointer data)
{
    g_free(((Style *)data)->parent);
    g_free(data);
}

static GHashTable *styles_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
}

OdtHidden *isr_odt_hidden_new(void)
{
    OdtHidden *hidden = g_new0(OdtHidden, 1);

    hidden->styles[0] = styles_new();
    hidden->styles[1] = styles_new();
    return hidden;
}

void isr_odt_hidden_free(OdtHidden *hidden)
{
    if (!hidden)
        return;
    g_hash_table_unref(hidden->styles[0]);
    g_hash_table_unref(hidden->styles[1]);
    g_free(hidden);
}

void isr_odt_hidden_begin(OdtHidden *hidden, gboolean automatic)
{
    hidden->automatic = automatic;
    hidden->last = NULL;
    if (automatic)
        g_hash_table_remove_all(hidden->styles[1]);
}

static char *key_of(const char *family, const char *name)
{
    return g_strdup_printf("%s %s", family ? family : "", name);
}

void isr_odt_hidden_style(OdtHidden *hidden, const char *family, const char *name,
                          const char *parent)
{
    Style *style = g_new0(Style, 1);

    style->parent = parent ? key_of(family, parent) : NULL;
    g_hash_table_replace(hidden->styles[hidden->automatic], key_of(family, name ? name : ""),
                         style);
    hidden->last = style;
}

void isr_odt_hidden_display(OdtHidden *hidden, gboolean shown)
{
    if (!hidden->last)
        return;
    hidden->last->decided = TRUE;
    hidden->last->shown = shown;
}

gboolean isr_odt_hidden_for(const OdtHidden *hidden, const char *family, const char *name)
{
    g_autofree char *key = name ? key_of(family, name) : NULL;
    const char *at = key;

    for (guint i = 0; at && i < GENERATIONS; i++) {
        const Style *style = g_hash_table_lookup(hidden->styles[1], at);

        if (!style)
            style = g_hash_table_lookup(hidden->styles[0], at);
        if (!style)
            return FALSE;
        if (style->decided)
            return !style->shown;
        at = style->parent;
    }
    return FALSE;
}
