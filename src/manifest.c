/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record as JSON, for whoever must answer for the sharing later. It quotes no value: of what
 * went there is a keyed commitment, of what stayed nothing. Same record, same bytes. */
#include <isredact/record.h>

#include <json-glib/json-glib.h>

/* Raised when a reader of the old form could misunderstand the new one. */
#define VERSION 1

static void add_string(JsonBuilder *json, const char *name, const char *value)
{
    json_builder_set_member_name(json, name);
    if (value)
        json_builder_add_string_value(json, value);
    else
        json_builder_add_null_value(json);
}

static void add_number(JsonBuilder *json, const char *name, guint64 value)
{
    json_builder_set_member_name(json, name);
    json_builder_add_int_value(json, (gint64)value);
}

static void add_flag(JsonBuilder *json, const char *name, gboolean value)
{
    json_builder_set_member_name(json, name);
    json_builder_add_boolean_value(json, value);
}

static void begin(JsonBuilder *json, const char *name)
{
    json_builder_set_member_name(json, name);
    json_builder_begin_object(json);
}

static void begin_list(JsonBuilder *json, const char *name)
{
    json_builder_set_member_name(json, name);
    json_builder_begin_array(json);
}

static void add_tool(JsonBuilder *json, const IsrRecord *record)
{
    g_autofree char *fingerprint = record->key ? isr_key_fingerprint(record->key) : NULL;

    begin(json, "tool");
    add_string(json, "name", "isredact");
    add_string(json, "version", ISREDACT_VERSION);
    add_string(json, "patterns", record->patterns_digest);
    add_string(json, "key", fingerprint);
    json_builder_end_object(json);
}

static void add_profile(JsonBuilder *json, const IsrProfile *profile)
{
    begin(json, "profile");
    add_string(json, "id", profile->id);
    add_string(json, "title", profile->title);
    add_string(json, "purpose", profile->purpose);
    add_string(json, "basis", profile->basis);
    add_string(json, "digest", profile->digest);
    json_builder_end_object(json);
}

static void add_file(JsonBuilder *json, const char *name, const char *format, const char *digest,
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
    json_builder_end_object(json);
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

static void add_decision(JsonBuilder *json, const IsrDecision *decision)
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
    json_builder_end_object(json);
}

/* What else was asked for on the command line. */
static void add_asked(JsonBuilder *json, const IsrRecord *record)
{
    guint reader = record->people ? isr_people_recipient(record->people) : 0;

    begin(json, "asked");
    add_flag(json, "hide_whereabouts", record->hide);
    json_builder_set_member_name(json, "for");
    if (reader > 0)
        json_builder_add_int_value(json, reader);
    else
        json_builder_add_null_value(json);
    json_builder_end_object(json);
}

static void add_counts(JsonBuilder *json, const IsrRecord *record)
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
    json_builder_end_object(json);
}

static void add_whose(JsonBuilder *json, const IsrPeople *people, const IsrFinding *finding)
{
    begin(json, "whose");
    add_string(json, "role", isr_role_id(isr_people_presume(people, finding)));
    if (finding->person)
        add_number(json, "person", finding->person);
    json_builder_end_object(json);
}

static void add_marks(JsonBuilder *json, const IsrOutcome *outcome)
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
            json_builder_add_string_value(json, words[i].word);
    if (outcome->ordinary)
        json_builder_add_string_value(json, "ordinary-word");
    json_builder_end_array(json);
}

/* NULL where the value stayed: what stayed is not quoted. */
static const char *now_of(const IsrOutcome *outcome)
{
    if (outcome->done == ISR_ACTION_KEEP)
        return NULL;
    return outcome->now ? outcome->now : "";
}

static void add_finding(JsonBuilder *json, const IsrPeople *people, const IsrOutcome *outcome)
{
    const IsrFinding *finding = &outcome->finding;

    json_builder_begin_object(json);
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
    json_builder_end_object(json);
}

static void add_findings(JsonBuilder *json, const IsrRecord *record)
{
    begin_list(json, "findings");
    for (guint i = 0; i < record->outcomes->len; i++)
        add_finding(json, record->people, record->outcomes->pdata[i]);
    json_builder_end_array(json);
}

static void add_people(JsonBuilder *json, const IsrPeople *people)
{
    begin_list(json, "people");
    for (guint i = 1; people && i <= isr_people_size(people); i++) {
        const IsrPerson *person = isr_people_nth(people, i);

        json_builder_begin_object(json);
        add_number(json, "person", person->number);
        add_string(json, "role", isr_role_id(person->presumed));
        add_string(json, "called", person->kin);
        add_string(json, "because", person->evidence);
        add_flag(json, "look", person->check);
        json_builder_end_object(json);
    }
    json_builder_end_array(json);
}

static void add_parts(JsonBuilder *json, const IsrRecord *record)
{
    begin_list(json, "parts");
    for (guint i = 0; i < record->parts->len; i++) {
        const IsrPartRecord *part = record->parts->pdata[i];

        json_builder_begin_object(json);
        add_string(json, "name", part->name);
        add_string(json, "fate", isr_fate_id(part->fate));
        add_string(json, "because", part->reason);
        add_number(json, "count", part->count);
        add_flag(json, "inspected", !part->look);
        json_builder_end_object(json);
    }
    json_builder_end_array(json);
}

static void add_verification(JsonBuilder *json, const IsrRecord *record)
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
    json_builder_end_object(json);
}

static void add_checks(JsonBuilder *json, const IsrRecord *record)
{
    begin_list(json, "look_at");
    for (guint i = 0; i < record->checks->len; i++)
        json_builder_add_string_value(json, record->checks->pdata[i]);
    json_builder_end_array(json);
}

static void add_unsought(JsonBuilder *json, const IsrRecord *record)
{
    begin_list(json, "not_looked_for");
    for (guint i = 0; i < ISR_N_CATEGORIES; i++) {
        if (record->unsought[i])
            json_builder_add_string_value(json, isr_category_id((IsrCategory)i));
    }
    json_builder_end_array(json);
}

static char *text_of(JsonBuilder *json)
{
    g_autoptr(JsonNode) root = json_builder_get_root(json);
    g_autoptr(JsonGenerator) generator = json_generator_new();
    g_autofree char *text = NULL;

    json_generator_set_root(generator, root);
    json_generator_set_pretty(generator, TRUE);
    json_generator_set_indent(generator, 1);
    text = json_generator_to_data(generator, NULL);
    return g_strconcat(text, "\n", NULL);
}

char *isr_manifest_text(const IsrRecord *record)
{
    g_autoptr(JsonBuilder) json = json_builder_new();

    json_builder_begin_object(json);
    add_number(json, "manifest", VERSION);
    add_tool(json, record);
    add_profile(json, record->profile);
    add_decision(json, &record->decision);
    add_asked(json, record);
    add_file(json, "source", record->format, record->source_digest, record->source_size);
    add_file(json, "copy", record->format, record->copy_digest, record->copy_size);
    add_counts(json, record);
    add_checks(json, record);
    add_unsought(json, record);
    add_people(json, record->people);
    add_findings(json, record);
    add_parts(json, record);
    add_verification(json, record);
    json_builder_end_object(json);
    return text_of(json);
}
