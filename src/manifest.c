/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record as JSON, for whoever must answer for the sharing later. It quotes no value: of what
 * went there is a keyed commitment, of what stayed nothing. Same record, same bytes. */
#include <isredact/record.h>

#include "jsontext.h"

/* Raised when a reader of the old form could misunderstand the new one. */
#define VERSION 1

static void add_string(JsonText *json, const char *name, const char *value)
{
    isr_json_name(json, name);
    isr_json_string(json, value);
}

static void add_number(JsonText *json, const char *name, guint64 value)
{
    isr_json_name(json, name);
    isr_json_number(json, value);
}

static void add_flag(JsonText *json, const char *name, gboolean value)
{
    isr_json_name(json, name);
    isr_json_flag(json, value);
}

static void begin(JsonText *json, const char *name)
{
    isr_json_name(json, name);
    isr_json_begin(json, '{');
}

static void begin_list(JsonText *json, const char *name)
{
    isr_json_name(json, name);
    isr_json_begin(json, '[');
}

static void add_tool(JsonText *json, const IsrRecord *record)
{
    g_autofree char *fingerprint = record->key ? isr_key_fingerprint(record->key) : NULL;

    begin(json, "tool");
    add_string(json, "name", "isredact");
    add_string(json, "version", ISREDACT_VERSION);
    add_string(json, "patterns", record->patterns_digest);
    add_string(json, "key", fingerprint);
    isr_json_end(json, '}');
}

static void add_profile(JsonText *json, const IsrProfile *profile)
{
    begin(json, "profile");
    add_string(json, "id", profile->id);
    add_string(json, "title", profile->title);
    add_string(json, "purpose", profile->purpose);
    add_string(json, "basis", profile->basis);
    add_string(json, "digest", profile->digest);
    isr_json_end(json, '}');
}

static void add_file(JsonText *json, const char *name, const char *format, const char *digest,
                     guint64 size)
{
    if (!digest) {
        add_string(json, name, NULL);
        return;
    }
    begin(json, name);
    add_string(json, "format", format);
    add_number(json, "size", size);
    add_string(json, "sha256", digest);
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

    begin(json, "decision");
    add_string(json, "recipient", decision->recipient);
    add_string(json, "purpose", decision->purpose);
    add_string(json, "basis", decision->basis);
    add_string(json, "originator", decision->originator);
    add_string(json, "decided_by", decision->decided_by);
    add_string(json, "reason", decision->reason);
    add_string(json, "date", date);
    isr_json_end(json, '}');
}

/* What else was asked for on the command line. */
static void add_asked(JsonText *json, const IsrRecord *record)
{
    guint reader = record->people ? isr_people_recipient(record->people) : 0;

    begin(json, "asked");
    add_flag(json, "hide_whereabouts", record->hide);
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
    begin(json, "counts");
    add_number(json, "paragraphs", record->blocks);
    add_number(json, "kept", kept);
    add_number(json, "changed", changed);
    add_number(json, "removed", removed);
    isr_json_end(json, '}');
}

/* Null where the profile lets every number stay: then no table was looked at. */
static void add_cells(JsonText *json, const IsrRecord *record)
{
    if (record->profile->min_cell < 2) {
        add_string(json, "cells", NULL);
        return;
    }
    begin(json, "cells");
    add_number(json, "min_cell", record->profile->min_cell);
    add_number(json, "tables", record->tables);
    add_number(json, "suppressed", record->cells);
    isr_json_end(json, '}');
}

static void add_whose(JsonText *json, const IsrPeople *people, const IsrFinding *finding)
{
    begin(json, "whose");
    add_string(json, "role", isr_role_id(isr_people_presume(people, finding)));
    if (finding->person)
        add_number(json, "person", finding->person);
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

    begin_list(json, "marks");
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
    add_string(json, "part", outcome->part);
    add_number(json, "paragraph", finding->block + 1);
    add_string(json, "category", isr_category_id(finding->category));
    add_whose(json, people, finding);
    add_string(json, "rule", finding->rule);
    add_string(json, "because", finding->reason);
    add_number(json, "confidence", (guint64)(CLAMP(finding->score, 0, 1) * 100 + 0.5));
    add_string(json, "asked", isr_action_id(outcome->asked));
    add_string(json, "done", isr_action_id(outcome->done));
    add_string(json, "now", now_of(outcome));
    add_string(json, "commitment", outcome->commitment);
    add_marks(json, outcome);
    isr_json_end(json, '}');
}

static void add_findings(JsonText *json, const IsrRecord *record)
{
    begin_list(json, "findings");
    for (guint i = 0; i < record->outcomes->len; i++)
        add_finding(json, record->people, record->outcomes->pdata[i]);
    isr_json_end(json, ']');
}

static void add_people(JsonText *json, const IsrPeople *people)
{
    begin_list(json, "people");
    for (guint i = 1; people && i <= isr_people_size(people); i++) {
        const IsrPerson *person = isr_people_nth(people, i);

        isr_json_begin(json, '{');
        add_number(json, "person", person->number);
        add_string(json, "role", isr_role_id(person->presumed));
        add_string(json, "called", person->kin);
        add_string(json, "because", person->evidence);
        add_flag(json, "look", person->check);
        isr_json_end(json, '}');
    }
    isr_json_end(json, ']');
}

static void add_parts(JsonText *json, const IsrRecord *record)
{
    begin_list(json, "parts");
    for (guint i = 0; i < record->parts->len; i++) {
        const IsrPartRecord *part = record->parts->pdata[i];

        isr_json_begin(json, '{');
        add_string(json, "name", part->name);
        add_string(json, "fate", isr_fate_id(part->fate));
        add_string(json, "because", part->reason);
        add_number(json, "count", part->count);
        add_flag(json, "inspected", !part->look);
        isr_json_end(json, '}');
    }
    isr_json_end(json, ']');
}

static void add_verification(JsonText *json, const IsrRecord *record)
{
    if (!record->copy_digest) {
        add_string(json, "verification", NULL);
        return;
    }
    begin(json, "verification");
    add_number(json, "paragraphs_read", record->verify_blocks);
    add_number(json, "bytes_searched", record->verify_bytes);
    add_number(json, "values_sought", record->verify_values);
    add_number(json, "values_excused", record->verify_excused);
    add_number(json, "values_found", 0);
    isr_json_end(json, '}');
}

static void add_checks(JsonText *json, const IsrRecord *record)
{
    begin_list(json, "look_at");
    for (guint i = 0; i < record->checks->len; i++)
        isr_json_string(json, record->checks->pdata[i]);
    isr_json_end(json, ']');
}

static void add_unsought(JsonText *json, const IsrRecord *record)
{
    begin_list(json, "not_looked_for");
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
    add_number(json, "manifest", VERSION);
    add_tool(json, record);
    add_profile(json, record->profile);
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
