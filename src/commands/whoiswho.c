/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of people. Names are text of the document: they are shown only where that was asked
 * for. */
#include "whoiswho.h"

#include "terminal.h"

#include <string.h>

/* Where a person is met. */
typedef struct {
    guint times;
    guint first; /* block */
} Met;

static Met *count_mentions(const IsrRecord *record)
{
    Met *met = g_new0(Met, isr_people_size(record->people) + 1);

    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrFinding *finding = &((const IsrOutcome *)record->outcomes->pdata[i])->finding;
        gboolean named =
            finding->category == ISR_CATEGORY_NAME || finding->category == ISR_CATEGORY_INITIALS;

        if (!named || finding->person == 0)
            continue;
        if (met[finding->person].times++ == 0)
            met[finding->person].first = finding->block;
    }
    return met;
}

static const char *longest_name(const IsrPerson *person)
{
    const char *longest = "";

    for (guint i = 0; i < person->names->len; i++) {
        const char *name = person->names->pdata[i];

        if (strlen(name) > strlen(longest))
            longest = name;
    }
    return longest;
}

static char *role_of(const IsrPerson *person)
{
    const char *role = isr_role_id(person->presumed);
    const char *reader = person->recipient ? ", recipient" : "";

    return person->kin ? g_strdup_printf("%s (%s)%s", role, person->kin, reader)
                       : g_strconcat(role, reader, NULL);
}

static void add_person(GString *text, const IsrPerson *person, const Met *met, gboolean names)
{
    g_autofree char *role = role_of(person);
    g_autofree char *name = names ? isr_terminal_text(longest_name(person), -1) : NULL;

    g_string_append_printf(text, "%s%6u  %-30s %5u   ", person->check ? " ?" : "  ", person->number,
                           role, met->times);
    if (met->times > 0)
        g_string_append_printf(text, "%9u   ", met->first + 1);
    else
        g_string_append_printf(text, "%9s   ", "-");
    if (names) /* padded by letters, not bytes */
        g_string_append_printf(text, "%s%*s ", name, (int)MAX(0, 26 - g_utf8_strlen(name, -1)), "");
    g_string_append_printf(text, "%s\n", person->evidence ? person->evidence : "");
}

char *isr_whoiswho_text(const IsrRecord *record, gboolean names)
{
    GString *text = g_string_new(NULL);
    guint people = record->people ? isr_people_size(record->people) : 0;
    gboolean doubts = FALSE;

    if (people == 0)
        return g_string_free(text, FALSE);
    g_autofree Met *met = count_mentions(record);

    g_string_append_printf(text, "Who is who\n  %6s  %-30s %5s   %9s   ", "person", "role", "times",
                           "paragraph");
    if (names)
        g_string_append_printf(text, "%-26s ", "name");
    g_string_append(text, "because\n");
    for (guint i = 1; i <= people; i++) {
        const IsrPerson *person = isr_people_nth(record->people, i);

        add_person(text, person, &met[i], names);
        doubts = doubts || person->check;
    }
    if (doubts)
        g_string_append(
            text,
            "  ? whose role is not sure: the likeliest is shown, the strictest rule is taken\n");
    if (!names)
        g_string_append(text, "  (--show adds the names.)\n");
    g_string_append_c(text, '\n');
    return g_string_free(text, FALSE);
}
