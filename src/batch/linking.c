/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry's identities are lines "PERSON IDENTITY"; person 0 is whose offset moves
 * all dates. */
#include "linking.h"

#include "link.h"
#include "survey.h"

#include "../worker.h"

#include <isredact/error.h>

#include <stdio.h>
#include <string.h>

/* Seconds: a hundred thousand documents are linked in less. */
#define PATIENCE 3600

typedef struct {
    IsrJournal *journal; /* of the worker */
    IsrLink *link;
    GHashTable *callings; /* identity to role + 1 */
} Linking;

/* Who is a subject anywhere is called one everywhere, and so on downwards. */
static guint rank(IsrRole role)
{
    static const IsrRole order[] = {ISR_ROLE_SUBJECT, ISR_ROLE_FAMILY, ISR_ROLE_PROFESSIONAL};
    guint place = 0;

    while (place < G_N_ELEMENTS(order) && order[place] != role)
        place++;
    return place;
}

static gboolean add(gpointer self, const IsrEntry *entry, GError **error)
{
    const char *people;

    if (entry->surveyed != ISR_EXIT_CLEAN)
        return TRUE;
    people = isr_survey_people(entry->survey);
    return isr_link_add(((Linking *)self)->link, (guint)entry->number, people, strlen(people),
                        error);
}

static void call(Linking *linking, guint document, const IsrIdentity *one)
{
    char *identity = isr_link_identity(linking->link, document, one->person);
    gpointer known = identity ? g_hash_table_lookup(linking->callings, identity) : NULL;

    if (!identity || (known && rank((IsrRole)(GPOINTER_TO_UINT(known) - 1)) <= rank(one->role)))
        g_free(identity);
    else
        g_hash_table_replace(linking->callings, identity, GUINT_TO_POINTER((guint)one->role + 1));
}

/* Notes after which role each person's code is called. */
static gboolean note_callings(gpointer self, const IsrEntry *entry, GError **error)
{
    g_autoptr(GPtrArray) identities = NULL;
    const char *people;

    if (entry->surveyed != ISR_EXIT_CLEAN)
        return TRUE;
    people = isr_survey_people(entry->survey);
    identities = isr_identities_read(people, strlen(people), error);
    for (guint i = 0; identities && i < identities->len; i++)
        call(self, (guint)entry->number, identities->pdata[i]);
    return identities != NULL;
}

static gint by_person(gconstpointer a, gconstpointer b)
{
    guint x = GPOINTER_TO_UINT(*(const gpointer *)a), y = GPOINTER_TO_UINT(*(const gpointer *)b);

    return x < y ? -1 : x > y;
}

static const char *calling(const Linking *linking, const char *identity)
{
    gpointer known = g_hash_table_lookup(linking->callings, identity);

    return known ? isr_role_id((IsrRole)(GPOINTER_TO_UINT(known) - 1)) : "-";
}

static char *text_of(const Linking *linking, GHashTable *identities)
{
    GString *text = g_string_new(NULL);
    guint n = 0;
    g_autofree gpointer *people = g_hash_table_get_keys_as_array(identities, &n);

    if (n > 0)
        qsort(people, n, sizeof *people, by_person);
    for (guint i = 0; i < n; i++) {
        const char *identity = g_hash_table_lookup(identities, people[i]);

        g_string_append_printf(text, "%u %s %s\n", GPOINTER_TO_UINT(people[i]), identity,
                               calling(linking, identity));
    }
    return g_string_free(text, FALSE);
}

static gboolean write_identities(gpointer self, const IsrEntry *entry, GError **error)
{
    Linking *linking = self;
    g_autoptr(GHashTable) identities = NULL;
    g_autofree char *text = NULL;

    if (entry->surveyed != ISR_EXIT_CLEAN)
        return TRUE;
    identities = isr_link_identities(linking->link, (guint)entry->number);
    text = text_of(linking, identities);
    return g_strcmp0(text, entry->identities) == 0 ||
           isr_journal_set_identities(linking->journal, entry->place, text, error);
}

static gboolean write_doubts(Linking *linking, GError **error)
{
    const GArray *doubts = isr_link_doubts(linking->link);
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < doubts->len; i++) {
        const IsrDoubt *doubt = &g_array_index(doubts, IsrDoubt, i);

        g_string_append_printf(text, "%s %u %u %s %s\n", isr_doubt_id(doubt->kind), doubt->document,
                               doubt->person, doubt->code, doubt->other[0] ? doubt->other : "-");
    }
    return isr_journal_set(linking->journal, "doubts", text->str, error);
}

static gboolean link_all(gpointer self, gpointer work, GString *answer, GError **error)
{
    const IsrBatch *batch = self;
    g_autoptr(IsrJournal) journal = isr_journal_again(batch->journal, error);
    g_autoptr(IsrLink) link = isr_link_new(isr_batch_key(batch), batch->job->audit);
    g_autoptr(GHashTable) callings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Linking linking = {journal, link, callings};

    (void)work;
    (void)answer;
    if (!journal || !isr_journal_each(journal, add, &linking, error))
        return FALSE;
    isr_link_settle(link);
    if (!isr_journal_each(journal, note_callings, &linking, error))
        return FALSE;
    return isr_journal_begin(journal, error) &&
           isr_journal_each(journal, write_identities, &linking, error) &&
           write_doubts(&linking, error) && isr_journal_commit(journal, error);
}

gboolean isr_linking_run(const IsrBatch *batch, GError **error)
{
    const IsrWorkerOrder order = {.task = link_all, .self = (gpointer)batch, .seconds = PATIENCE};
    g_autofree char *answer = isr_worker_do(&order, error);

    g_prefix_error(error, "a stage of the batch failed: ");
    return answer != NULL;
}

static void read_line(const char *line, GHashTable *identities, GHashTable *callings)
{
    g_auto(GStrv) words = g_strsplit(line, " ", 3);
    gpointer person;
    IsrRole role;

    if (g_strv_length(words) != 3)
        return;
    person = GUINT_TO_POINTER(g_ascii_strtoull(words[0], NULL, 10));
    g_hash_table_insert(identities, person, g_strdup(words[1]));
    if (isr_role_for_id(words[2], &role))
        g_hash_table_insert(callings, person, GUINT_TO_POINTER((guint)role + 1));
}

void isr_linking_read(const char *text, GHashTable **identities, GHashTable **callings)
{
    g_auto(GStrv) lines = text ? g_strsplit(text, "\n", -1) : NULL;

    *identities = *callings = NULL;
    if (!lines || !lines[0] || lines[0][0] == '\0')
        return;
    *identities = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    *callings = g_hash_table_new(NULL, NULL);
    for (guint i = 0; lines[i]; i++)
        read_line(lines[i], *identities, *callings);
}

GArray *isr_linking_doubts(const IsrBatch *batch, GError **error)
{
    GError *cause = NULL;
    g_autofree char *text = isr_journal_get(batch->journal, "doubts", &cause);
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
    GArray *doubts;

    if (cause) {
        g_propagate_error(error, cause);
        return NULL;
    }
    doubts = g_array_new(FALSE, TRUE, sizeof(IsrLinkingDoubt));
    for (guint i = 0; lines[i]; i++) {
        IsrLinkingDoubt doubt = {0};

        if (sscanf(lines[i], "%7s %" G_GINT64_FORMAT " %u %9s %9s", doubt.kind, &doubt.document,
                   &doubt.person, doubt.code, doubt.other) != 5)
            continue;
        if (g_str_equal(doubt.other, "-"))
            doubt.other[0] = '\0';
        g_array_append_val(doubts, doubt);
    }
    return doubts;
}
