/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts and prints. A row counts spans once for each format. */
#include "tally.h"

#include <string.h>

typedef struct {
    guint spans[ISR_TALLY_FORMATS];
    guint found[ISR_TALLY_FORMATS];
} Row;

struct IsrTally {
    GTree *categories; /* id -> Row */
    GTree *origins;
    GTree *roles;
    GTree *attributed; /* names found, by their true role; "found" counts those rightly given */
    GTree *people;     /* of whom a name was found, by their true role; "found": rightly cast */
    Row structured, direct, names;
    Row cast;    /* as people; all of them */
    Row wrong;   /* of these, confidently taken for somebody else */
    Row whole;   /* of those with several names found: all with one number */
    Row unmixed; /* the program's people: with names of one person of the gold */
    Row kept;    /* words outside all spans, and those of them that stayed */
};

static gint compare_ids(gconstpointer one, gconstpointer other, gpointer data)
{
    (void)data;
    return strcmp(one, other);
}

IsrTally *isr_tally_new(void)
{
    IsrTally *tally = g_new0(IsrTally, 1);

    tally->categories = g_tree_new_full(compare_ids, NULL, g_free, g_free);
    tally->origins = g_tree_new_full(compare_ids, NULL, g_free, g_free);
    tally->roles = g_tree_new_full(compare_ids, NULL, g_free, g_free);
    tally->attributed = g_tree_new_full(compare_ids, NULL, g_free, g_free);
    tally->people = g_tree_new_full(compare_ids, NULL, g_free, g_free);
    return tally;
}

void isr_tally_free(IsrTally *tally)
{
    if (!tally)
        return;
    g_tree_unref(tally->categories);
    g_tree_unref(tally->origins);
    g_tree_unref(tally->roles);
    g_tree_unref(tally->attributed);
    g_tree_unref(tally->people);
    g_free(tally);
}

gboolean isr_tally_is_structured(const char *category)
{
    static const char *const LOOSE[] = {"name",  "initials",     "age", "date",     "address",
                                        "place", "organisation", "url", "username", NULL};

    return !g_strv_contains(LOOSE, category);
}

gboolean isr_tally_is_direct(const char *category)
{
    static const char *const VAGUE[] = {"age", "date", "place", "organisation", NULL};

    return !g_strv_contains(VAGUE, category);
}

static Row *row_for(GTree *tree, const char *id)
{
    Row *row = g_tree_lookup(tree, id);

    if (!row) {
        row = g_new0(Row, 1);
        g_tree_insert(tree, g_strdup(id), row);
    }
    return row;
}

static void count(Row *row, guint format, gboolean found)
{
    row->spans[format]++;
    row->found[format] += found;
}

void isr_tally_add(IsrTally *tally, guint format, const IsrComparison *comparison)
{
    for (guint i = 0; i < comparison->verdicts->len; i++) {
        const IsrVerdict *verdict = comparison->verdicts->pdata[i];
        const IsrGoldSpan *span = verdict->span;

        count(row_for(tally->categories, span->category), format, verdict->found);
        if (isr_tally_is_structured(span->category))
            count(&tally->structured, format, verdict->found);
        if (isr_tally_is_direct(span->category))
            count(&tally->direct, format, verdict->found);
        if (strcmp(span->category, "name") != 0)
            continue;
        count(&tally->names, format, verdict->found);
        if (!span->person)
            continue;
        count(row_for(tally->origins, span->person->origin), format, verdict->found);
        count(row_for(tally->roles, span->person->role), format, verdict->found);
    }
    tally->kept.spans[format] += comparison->words;
    tally->kept.found[format] += comparison->words - comparison->lost;
}

void isr_tally_attribute(IsrTally *tally, guint format, const GArray *attributions)
{
    for (guint i = 0; i < attributions->len; i++) {
        const IsrAttribution *one = &g_array_index(attributions, IsrAttribution, i);
        const char *role = one->person->role;

        if (one->finding)
            count(row_for(tally->attributed, role), format,
                  strcmp(isr_role_id(one->finding->role), role) == 0);
    }
}

void isr_tally_cast(IsrTally *tally, guint format, const IsrCast *cast)
{
    for (guint i = 0; i < cast->members->len; i++) {
        const IsrCastMember *member = &g_array_index(cast->members, IsrCastMember, i);
        gboolean right = member->casting == ISR_CASTING_RIGHT;

        if (member->casting == ISR_CASTING_ABSENT)
            continue;
        count(row_for(tally->people, member->person->role), format, right);
        count(&tally->cast, format, right);
        count(&tally->wrong, format, member->casting == ISR_CASTING_WRONG);
        if (member->found > 1)
            count(&tally->whole, format, member->parts == 1);
    }
    tally->unmixed.spans[format] += cast->persons;
    tally->unmixed.found[format] += cast->persons - cast->mixed;
}

static double recall(const Row *row, guint format)
{
    return row->spans[format] ? 100.0 * row->found[format] / row->spans[format] : 100.0;
}

static double worst(const Row *row)
{
    double least = 100.0;

    for (guint i = 0; i < ISR_TALLY_FORMATS; i++)
        least = MIN(least, recall(row, i));
    return least;
}

double isr_tally_structured(const IsrTally *tally)
{
    return worst(&tally->structured);
}

double isr_tally_names(const IsrTally *tally)
{
    return worst(&tally->names);
}

double isr_tally_direct(const IsrTally *tally)
{
    return worst(&tally->direct);
}

double isr_tally_people(const IsrTally *tally)
{
    return worst(&tally->cast);
}

typedef struct {
    guint format;
    double least, most;
} Spread;

static gboolean widen(gpointer id, gpointer row, gpointer data)
{
    Spread *spread = data;
    double found = recall(row, spread->format);

    (void)id;
    spread->least = MIN(spread->least, found);
    spread->most = MAX(spread->most, found);
    return FALSE;
}

double isr_tally_gap(const IsrTally *tally)
{
    double gap = 0.0;

    for (guint i = 0; i < ISR_TALLY_FORMATS; i++) {
        Spread spread = {i, 100.0, 0.0};

        g_tree_foreach(tally->origins, widen, &spread);
        gap = MAX(gap, spread.most - spread.least);
    }
    return gap;
}

double isr_tally_needless(const IsrTally *tally)
{
    return 100.0 - worst(&tally->kept);
}

static void print_row(GString *table, const char *title, const Row *row)
{
    guint most = 0;

    for (guint i = 0; i < ISR_TALLY_FORMATS; i++)
        most = MAX(most, row->spans[i]);
    g_string_append_printf(table, "%-29s %6u", title, most);
    for (guint i = 0; i < ISR_TALLY_FORMATS; i++) {
        if (row->spans[i])
            g_string_append_printf(table, " %7.1f", recall(row, i));
        else
            g_string_append_printf(table, " %7s", "-");
    }
    g_string_append_c(table, '\n');
}

static void print_heading(GString *table, const char *title, const char *counted)
{
    g_string_append_printf(table, "%-29s %6s", title, counted);
    for (guint i = 0; i < ISR_TALLY_FORMATS; i++)
        g_string_append_printf(table, " %7s", isr_builds[i]->suffix + 1);
    g_string_append_c(table, '\n');
}

static gboolean print_node(gpointer id, gpointer row, gpointer table)
{
    g_autofree char *title = g_strconcat("  ", id, NULL);

    print_row(table, title, row);
    return FALSE;
}

char *isr_tally_text(const IsrTally *tally)
{
    GString *table = g_string_new(NULL);

    print_heading(table, "found, %", "spans");
    g_tree_foreach(tally->categories, print_node, table);
    print_row(table, "structured together", &tally->structured);
    print_row(table, "direct identifiers together", &tally->direct);
    print_row(table, "names together", &tally->names);
    g_tree_foreach(tally->origins, print_node, table);
    g_tree_foreach(tally->roles, print_node, table);
    print_heading(table, "names whose role is right, %", "names");
    g_tree_foreach(tally->attributed, print_node, table);
    print_heading(table, "people whose role is right, %", "people");
    g_tree_foreach(tally->people, print_node, table);
    print_row(table, "all people", &tally->cast);
    print_row(table, "taken for somebody else", &tally->wrong);
    print_row(table, "one person under one number", &tally->whole);
    print_row(table, "numbers that mix no people", &tally->unmixed);
    print_heading(table, "kept, %", "words");
    print_row(table, "words not marked", &tally->kept);
    return g_string_free(table, FALSE);
}
