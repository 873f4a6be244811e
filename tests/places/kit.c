/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plants places in a minimal package. */
#include "kit.h"

#include "container.h"

#include <string.h>

/* Small words that no rule takes for a person, a place or a sensitive matter. */
static const char *const befores[] = {"mossy",  "wooden", "rusty",  "velvet",  "dusty",
                                      "copper", "woven",  "marble", "quilted", "painted",
                                      "folded", "hollow", "gilded", "knitted", "polished"};
static const char *const afters[] = {"striped", "dotted",  "crooked", "slender", "sturdy",
                                     "humble",  "shining", "creaky",  "faded",   "tilted",
                                     "patched", "spare",   "wicker",  "padded",  "glossy"};
static const char *const nouns[] = {"kettle",  "bucket",  "ladder",  "basket",  "lantern",
                                    "teapot",  "cushion", "drawer",  "blanket", "saucer",
                                    "trolley", "pulley",  "spindle", "thimble", "curtain"};

guint place_number(const Place *place)
{
    return (guint)g_ascii_strtoull(place->id + 1, NULL, 10);
}

static char *words(const Place *place, const char *const *firsts)
{
    guint number = place_number(place) - 1;

    return g_strdup_printf("%s %s", firsts[number % 15], nouns[number / 15 % 15]);
}

char *place_keep(const Place *place)
{
    return words(place, befores);
}

char *place_after(const Place *place)
{
    return words(place, afters);
}

static void part_free(gpointer data)
{
    KitPart *part = data;

    g_free(part->path);
    g_free(part->type);
    if (part->text != NULL)
        g_string_free(part->text, TRUE);
    g_bytes_unref(part->bytes);
    g_free(part->comment);
    g_free(part->extra);
    g_free(part->gap);
    g_free(part);
}

static void link_free(gpointer data)
{
    KitLink *link = data;

    g_free(link->owner);
    g_free(link->name);
    g_free(link->type);
    g_free(link->target);
    g_free(link);
}

void kit_free(Kit *kit)
{
    if (kit == NULL)
        return;
    g_ptr_array_unref(kit->parts);
    g_ptr_array_unref(kit->links);
    g_free(kit->comment);
    g_free(kit->trailing);
    g_free(kit);
}

KitPart *kit_part(const Kit *kit, const char *path)
{
    for (guint i = 0; i < kit->parts->len; i++) {
        KitPart *part = kit->parts->pdata[i];
        if (strcmp(part->path, path) == 0 && !part->orphan)
            return part;
    }
    return NULL;
}

KitPart *kit_add(Kit *kit, const char *path, const char *type, const char *text)
{
    KitPart *part = g_new0(KitPart, 1);

    part->path = g_strdup(path);
    part->type = g_strdup(type);
    part->text = g_string_new(text);
    g_ptr_array_add(kit->parts, part);
    return part;
}

void kit_replace(KitPart *part, const char *from, const char *to)
{
    g_string_replace(part->text, from, to, 0);
}

static void add_link(Kit *kit, const char *owner, const char *name, const char *type,
                     const char *target, gboolean external)
{
    KitLink *link = g_new0(KitLink, 1);

    *link = (KitLink){g_strdup(owner), g_strdup(name), g_strdup(type), g_strdup(target), external};
    g_ptr_array_add(kit->links, link);
}

static void add_base(Kit *kit, const KitBase *base)
{
    kit_add(kit, base->path, base->type, base->text);
    if (base->owner == NULL)
        return;
    g_autofree char *name = g_strdup_printf("rIdBase%u", kit->links->len + 1);
    g_autofree char *target = g_strconcat("/", base->path, NULL);
    add_link(kit, base->owner, name, base->rel, target, FALSE);
}

static gboolean fill(KitPart *part, const char *token, const char *text)
{
    char *at = part->text != NULL ? strstr(part->text->str, token) : NULL;

    if (at == NULL)
        return FALSE;
    g_string_insert(part->text, at - part->text->str, text);
    return TRUE;
}

static void put_into(Kit *kit, const char *slot, const char *text)
{
    g_autofree char *token = g_strdup_printf("@@%s@@", slot);

    for (guint i = 0; i < kit->parts->len; i++) {
        if (fill(kit->parts->pdata[i], token, text))
            return;
    }
    for (const KitBase *base = kit->form->base; base->path != NULL; base++) {
        if (base->optional && strstr(base->text, token) != NULL) {
            add_base(kit, base);
            fill(kit->parts->pdata[kit->parts->len - 1], token, text);
            return;
        }
    }
    g_error("no part of %s has a slot %s", kit->form->suffix, slot);
}

Kit *kit_new(const KitForm *form, gboolean labelled)
{
    Kit *kit = g_new0(Kit, 1);

    kit->form = form;
    kit->parts = g_ptr_array_new_with_free_func(part_free);
    kit->links = g_ptr_array_new_with_free_func(link_free);
    for (const KitBase *base = form->base; base->path != NULL; base++) {
        if (!base->optional)
            add_base(kit, base);
    }
    if (labelled)
        put_into(kit, "labels", form->labels);
    return kit;
}

/* A step's text with the place's own words. */
static char *expand(const Place *place, const char *text)
{
    if (text == NULL)
        return NULL;
    g_autofree char *keep = place_keep(place);
    g_autofree char *after = place_after(place);
    g_autofree char *id = g_ascii_strdown(place->id, -1);
    g_autofree char *number = g_strdup_printf("%u", place_number(place));
    GString *out = g_string_new(text);

    g_string_replace(out, KEEP, keep, 0);
    g_string_replace(out, AFTER, after, 0);
    g_string_replace(out, "@id@", id, 0);
    g_string_replace(out, "@n@", number, 0);
    return g_string_free(out, FALSE);
}

static void set_bytes(KitPart *part, GBytes *bytes)
{
    g_string_free(part->text, TRUE);
    part->text = NULL;
    part->bytes = bytes;
}

static void put_twin(Kit *kit, const char *path, const char *text)
{
    KitPart *stale = kit_add(kit, path, NULL, text);

    g_ptr_array_steal_index(kit->parts, kit->parts->len - 1);
    g_ptr_array_insert(kit->parts, 0, stale);
}

static void take_container_step(Kit *kit, const PlaceStep *step, const char *where, char *text)
{
    KitPart *part = where != NULL ? kit_part(kit, where) : NULL;

    switch (step->kind) {
    case STEP_COMMENT:
        kit->comment = g_steal_pointer(&text);
        break;
    case STEP_TRAILING:
        kit->trailing = g_steal_pointer(&text);
        break;
    case STEP_ENTRY_COMMENT:
        part->comment = g_steal_pointer(&text);
        break;
    case STEP_EXTRA:
        part->extra = g_steal_pointer(&text);
        break;
    case STEP_GAP:
        part->gap = g_steal_pointer(&text);
        break;
    case STEP_ORPHAN:
        kit_add(kit, where, NULL, text)->orphan = TRUE;
        break;
    case STEP_TWIN:
        put_twin(kit, where, text);
        break;
    default:
        g_assert_not_reached();
    }
    g_free(text);
}

static void take_step(Kit *kit, const Place *place, const PlaceStep *step)
{
    g_autofree char *where = expand(place, step->where);
    g_autofree char *name = expand(place, step->name);
    char *text = expand(place, step->text);

    switch (step->kind) {
    case STEP_INTO:
        put_into(kit, where, text);
        break;
    case STEP_PART:
        kit_add(kit, where, step->type, text);
        break;
    case STEP_BLOB:
        set_bytes(kit_add(kit, where, step->type, ""), step->blob());
        break;
    case STEP_LINK:
    case STEP_EXTERNAL:
        add_link(kit, where, name, step->type, text, step->kind == STEP_EXTERNAL);
        break;
    default:
        take_container_step(kit, step, where, g_steal_pointer(&text));
    }
    g_free(text);
}

void kit_plant(Kit *kit, const Place *place)
{
    for (const PlaceStep *step = place->steps; step->kind != STEP_END; step++)
        take_step(kit, place, step);
}

/* Empty slots leave nothing behind. */
static void close_slots(KitPart *part)
{
    g_autoptr(GRegex) slot = g_regex_new("@@[a-z-]+@@", 0, 0, NULL);

    if (part->text == NULL)
        return;
    g_autofree char *closed = g_regex_replace_literal(slot, part->text->str, -1, 0, "", 0, NULL);
    g_string_assign(part->text, closed);
}

GBytes *kit_finish(Kit *kit, void (*twist)(Kit *kit))
{
    g_autoptr(GArray) entries = g_array_new(FALSE, TRUE, sizeof(ContainerEntry));

    for (guint i = 0; i < kit->parts->len; i++)
        close_slots(kit->parts->pdata[i]);
    kit->form->finish(kit);
    if (twist != NULL)
        twist(kit);
    for (guint i = 0; i < kit->parts->len; i++) {
        KitPart *part = kit->parts->pdata[i];
        ContainerEntry entry = {part->path,    part->bytes, part->stored, part->orphan,
                                part->comment, part->extra, part->gap};

        if (part->text != NULL)
            entry.bytes = part->bytes = g_bytes_new(part->text->str, part->text->len);
        g_array_append_val(entries, entry);
    }
    return container_write(entries, kit->comment, kit->trailing);
}

GBytes *kit_document(const KitForm *form, const Place *place, gboolean labelled)
{
    g_autoptr(Kit) kit = kit_new(form, labelled);

    kit_plant(kit, place);
    return kit_finish(kit, place->twist);
}

GBytes *kit_all_in_one(const KitForm *form, const Place *const *tables)
{
    g_autoptr(Kit) kit = kit_new(form, TRUE);

    for (const Place *const *table = tables; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            if ((place->flags & PLACE_ALONE) == 0)
                kit_plant(kit, place);
        }
    }
    return kit_finish(kit, NULL);
}
