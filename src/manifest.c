/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record as JSON, for whoever must answer for the sharing later. It quotes no value: of what
 * went there is a keyed commitment, of what stayed nothing. Same record, same bytes. */
#include <isredact/record.h>

#include "jsontext.h"
#include "provenance.h"

/* Raised when a reader of the old form could misunderstand the new one. */
#define VERSION 1

static void add_file(JsonText *json, const char *name, const char *format, const char *digest,
                     guint64 size)
{
    if (!digest) {
        isr_json_put_string(json, name, NULL);
        return;
    }
    isr_json_put_begin(json, name, '{');
    isr_json_put_string(json, "format", format);
    isr_json_put_number(json, "size", size);
    isr_json_put_string(json, "sha256", digest);
    isr_json_end(json, '}');
}

/* The day of SOURCE_DATE_EPOCH, or NULL: a clock would make two runs differ. */
static char *date_of_decision(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GDateTime) time = NULL;
    gint64 seconds;

    if (!epoch || !g_ascii_string_to_signed(epoch, 10, 0, G_MAXINT64 / 1000000, &seconds, NULL))
        return NULL;
    time = g_date_time_new_from_unix_utc(seconds);
    return time ? g_date_time_format(time, "%Y-%m-%d") : NULL;
}

static void add_decision(JsonText *json, const IsrDecision *decision)
{
    g_autofree char *date = date_of_decision();

    isr_json_put_begin(json, "decision", '{');
    isr_json_put_string(json, "recipient", decision->recipient);
    isr_json_put_string(json, "purpose", decision->purpose);
    isr_json_put_string(json, "basis", decision->basis);
    isr_json_put_string(json, "originator", decision->originator);
    isr_json_put_string(json, "decided_by", decision->decided_by);
    isr_json_put_string(json, "reason", decision->reason);
    isr_json_put_string(json, "date", date);
    isr_json_end(json, '}');
}

/* What else was asked for on the command line. */
static void add_asked(JsonText *json, const IsrRecord *record)
{
    guint reader = record->people ? isr_people_recipient(record->people) : 0;

    isr_json_put_begin(json, "asked", '{');
    isr_json_put_flag(json, "hide_whereabouts", record->hide);
    isr_json_name(json, "for");
    if (reader > 0)
        isr_json_number(json, reader);
    else
        isr_json_string(json, NULL);
    isr_json_end(json, '}');
}

static void add_counts(JsonText *json, const IsrRecord *record)
{
    guint kept = 0, changed = 0, removed = 0;

    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrOutcome *outcome = record->outcomes->pdata[i];

        if (outcome->done == ISR_ACTION_KEEP)
            kept++;
        else if (outcome->done < ISR_ACTION_REMOVE)
            changed++;
        else
            removed++;
    }
    isr_json_put_begin(json, "counts", '{');
    isr_json_put_number(json, "paragraphs", record->blocks);
    isr_json_put_number(json, "kept", kept);
    isr_json_put_number(json, "changed", changed);
    isr_json_put_number(json, "removed", removed);
    isr_json_end(json, '}');
}

/* Null where the profile lets every number stay: then no table was looked at. */
static void add_cells(JsonText *json, const IsrRecord *record)
{
    if (record->profile->min_cell < 2) {
        isr_json_put_string(json, "cells", NULL);
        return;
    }
    isr_json_put_begin(json, "cells", '{');
    isr_json_put_number(json, "min_cell", record->profile->min_cell);
    isr_json_put_number(json, "tables", record->tables);
    isr_json_put_number(json, "suppressed", record->cells);
    isr_json_end(json, '}');
}

static void add_whose(JsonText *json, const IsrPeople *people, const IsrFinding *finding)
{
    isr_json_put_begin(json, "whose", '{');
    isr_json_put_string(json, "role", isr_role_id(isr_people_presume(people, finding)));
    if (finding->person)
        isr_json_put_number(json, "person", finding->person);
    isr_json_end(json, '}');
}

static void add_marks(JsonText *json, const IsrOutcome *outcome)
{
    static const struct {
        guint flag;
        const char *word;
    } words[] = {
        {ISR_FINDING_LABELLED, "labelled"},
        {ISR_FINDING_FAILED, "check-failed"},
        {ISR_FINDING_SWEPT, "seen-elsewhere"},
        {ISR_FINDING_UNSURE, "unsure"},
    };

    isr_json_put_begin(json, "marks", '[');
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (outcome->finding.flags & words[i].flag)
            isr_json_string(json, words[i].word);
    if (outcome->ordinary)
        isr_json_string(json, "ordinary-word");
    isr_json_end(json, ']');
}

/* NULL where the value stayed: what stayed is not quoted. */
static const char *now_of(const IsrOutcome *outcome)
{
    if (outcome->done == ISR_ACTION_KEEP)
        return NULL;
    return outcome->now ? outcome->now : "";
}

static void add_finding(JsonText *json, const IsrPeople *people, const IsrOutcome *outcome)
{
    const IsrFinding *finding = &outcome->finding;

    isr_json_begin(json, '{');
    isr_json_put_string(json, "part", outcome->part);
    isr_json_put_number(json, "paragraph", finding->block + 1);
    isr_json_put_string(json, "category", isr_category_id(finding->category));
    add_whose(json, people, finding);
    isr_json_put_string(json, "rule", finding->rule);
    isr_json_put_string(json, "because", finding->reason);
    isr_json_put_number(json, "confidence", (guint64)(CLAMP(finding->score, 0, 1) * 100 + 0.5));
    isr_json_put_string(json, "asked", isr_action_id(outcome->asked));
    isr_json_put_string(json, "done", isr_action_id(outcome->done));
    isr_json_put_string(json, "now", now_of(outcome));
    isr_json_put_string(json, "commitment", outcome->commitment);
    add_marks(json, outcome);
    isr_json_end(json, '}');
}

static void add_findings(JsonText *json, const IsrRecord *record)
{
    isr_json_put_begin(json, "findings", '[');
    for (guint i = 0; i < record->outcomes->len; i++)
        add_finding(json, record->people, record->outcomes->pdata[i]);
    isr_json_end(json, ']');
}

static void add_people(JsonText *json, const IsrPeople *people)
{
    isr_json_put_begin(json, "people", '[');
    for (guint i = 1; people && i <= isr_people_size(people); i++) {
        const IsrPerson *person = isr_people_nth(people, i);

        isr_json_begin(json, '{');
        isr_json_put_number(json, "person", person->number);
        isr_json_put_string(json, "role", isr_role_id(person->presumed));
        isr_json_put_string(json, "called", person->kin);
        isr_json_put_string(json, "because", person->evidence);
        isr_json_put_flag(json, "look", person->check);
        isr_json_end(json, '}');
    }
    isr_json_end(json, ']');
}

static void add_parts(JsonText *json, const IsrRecord *record)
{
    isr_json_put_begin(json, "parts", '[');
    for (guint i = 0; i < record->parts->len; i++) {
        const IsrPartRecord *part = record->parts->pdata[i];

        isr_json_begin(json, '{');
        isr_json_put_string(json, "name", part->name);
        isr_json_put_string(json, "fate", isr_fate_id(part->fate));
        isr_json_put_string(json, "because", part->reason);
        isr_json_put_number(json, "count", part->count);
        isr_json_put_flag(json, "inspected", !part->look);
        isr_json_end(json, '}');
    }
    isr_json_end(json, ']');
}

static void add_verification(JsonText *json, const IsrRecord *record)
{
    if (!record->copy_digest) {
        isr_json_put_string(json, "verification", NULL);
        return;
    }
    isr_json_put_begin(json, "verification", '{');
    isr_json_put_number(json, "paragraphs_read", record->verify_blocks);
    isr_json_put_number(json, "bytes_searched", record->verify_bytes);
    isr_json_put_number(json, "values_sought", record->verify_values);
    isr_json_put_number(json, "values_excused", record->verify_excused);
    isr_json_put_number(json, "values_found", 0);
    isr_json_end(json, '}');
}

static void add_checks(JsonText *json, const IsrRecord *record)
{
    isr_json_put_begin(json, "look_at", '[');
    for (guint i = 0; i < record->checks->len; i++)
        isr_json_string(json, record->checks->pdata[i]);
    isr_json_end(json, ']');
}

static void add_unsought(JsonText *json, const IsrRecord *record)
{
    isr_json_put_begin(json, "not_looked_for", '[');
    for (guint i = 0; i < ISR_N_CATEGORIES; i++) {
        if (record->unsought[i])
            isr_json_string(json, isr_category_id((IsrCategory)i));
    }
    isr_json_end(json, ']');
}

char *isr_manifest_text(const IsrRecord *record)
{
    JsonText text = {.text = g_string_new(NULL)}, *json = &text;

    isr_json_begin(json, '{');
    isr_json_put_number(json, "manifest", VERSION);
    isr_json_put_tool(json, record->patterns_digest, record->key);
    isr_json_put_profile(json, record->profile);
    add_decision(json, &record->decision);
    add_asked(json, record);
    add_file(json, "source", record->format, record->source_digest, record->source_size);
    add_file(json, "copy", record->format, record->copy_digest, record->copy_size);
    add_counts(json, record);
    add_cells(json, record);
    add_checks(json, record);
    add_unsought(json, record);
    add_people(json, record->people);
    add_findings(json, record);
    add_parts(json, record);
    add_verification(json, record);
    isr_json_end(json, '}');
    return g_string_free(g_string_append_c(text.text, '\n'), FALSE);
}
