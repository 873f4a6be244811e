/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions, one block at a time: a block is decided until what would remain of it holds nothing
 * that must go. */
#include "decide.h"

#include "almanac.h"
#include "focus.h"
#include "kinnumber.h"
#include "linkage.h"
#include "mark.h"
#include "residue.h"
#include "ruling.h"
#include "spots.h"
#include "suppressed.h"
#include "sweep.h"
#include "telltale.h"
#include "withheld.h"

#include <isredact/calendar.h>
#include <isredact/identity.h>

#include <string.h>

/* Reading what remains can show something new because its neighbour has gone; each round removes
 * something, and honest text is quiet after the second. */
#define ROUNDS 5

struct IsrDecider {
    const IsrJob *job;
    const IsrPeople *people;
    const IsrTerms *terms;
    IsrWitness *witness;
    IsrRecord *record;
    IsrFocus *focus;
    IsrLinkage *linkage;     /* with the other documents of a batch, or NULL */
    guint *kin_numbers;      /* of each person, from 0 */
    GPtrArray *identities;   /* of char *, of each person, from 1; empty without a key */
    GRegex *almanac;         /* NULL: dates are not moved */
    guint year;              /* of the date before, or 0 */
    guint subject;           /* the first, or 0 */
    const IsrCounts *counts; /* or NULL */
    IsrTelltale *telltale;   /* NULL: nobody asks */
    GPtrArray *squeezed;     /* for each outcome of the record its squeezed value, or NULL */
};

/* The longest form in which the person's name was met. */
static const char *fullest_name(const IsrPerson *person)
{
    const char *fullest = NULL;

    for (guint i = 0; i < person->names->len; i++) {
        const char *name = person->names->pdata[i];

        if (!fullest || strlen(name) > strlen(fullest))
            fullest = name;
    }
    return fullest;
}

static guint first_subject(const IsrPeople *people)
{
    for (guint i = 1; i <= isr_people_size(people); i++)
        if (isr_people_nth(people, i)->presumed == ISR_ROLE_SUBJECT)
            return i;
    return 0;
}

static gboolean moves_dates(const IsrJob *job)
{
    for (guint role = 0; job->key && role < ISR_N_ROLES; role++)
        if (isr_profile_action(job->profile, ISR_CATEGORY_DATE, (IsrRole)role) == ISR_ACTION_SHIFT)
            return TRUE;
    return FALSE;
}

IsrDecider *isr_decider_new(const IsrJob *job, const IsrPeople *people, const IsrTerms *terms,
                            IsrWitness *witness, IsrRecord *record)
{
    IsrDecider *decider = g_new0(IsrDecider, 1);

    decider->job = job;
    decider->people = people;
    decider->terms = terms;
    decider->witness = witness;
    decider->record = record;
    decider->focus = isr_focus_new(job->patterns, people);
    decider->linkage = isr_linkage_new(job);
    decider->kin_numbers = isr_kin_numbers_new(people);
    decider->identities = isr_identities_texts(people, job->key, job->audit, job->identities);
    decider->almanac = moves_dates(job) ? isr_almanac_new() : NULL;
    decider->subject = first_subject(people);
    if (job->key && job->profile->k > 1)
        decider->telltale = isr_telltale_new(job->patterns, job->key, job->audit, people,
                                             decider->identities, decider->subject);
    decider->squeezed = g_ptr_array_new_with_free_func(g_free);
    return decider;
}

void isr_decider_free(IsrDecider *decider)
{
    if (!decider)
        return;
    isr_telltale_free(decider->telltale);
    g_ptr_array_unref(decider->squeezed);
    isr_focus_free(decider->focus);
    g_ptr_array_unref(decider->identities);
    g_clear_pointer(&decider->almanac, g_regex_unref);
    isr_linkage_free(decider->linkage);
    g_free(decider->kin_numbers);
    g_free(decider);
}

/* Things that are one value but can have somebody's name inside. */
static gboolean can_hold_names(IsrCategory category)
{
    return category == ISR_CATEGORY_EMAIL || category == ISR_CATEGORY_URL ||
           category == ISR_CATEGORY_USERNAME || category == ISR_CATEGORY_ADDRESS ||
           category == ISR_CATEGORY_ORGANISATION || category == ISR_CATEGORY_PLACE;
}

static gboolean is_inside(IsrRange inner, IsrRange outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* The profile's action for @finding; where it would keep a value inside which a name stands that
 * must go, the name's. @all is ordered by start, @from the first that starts in the finding. */
static IsrAction action_for(const IsrDecider *decider, const IsrFinding *finding, const GArray *all,
                            guint from)
{
    IsrAction action = isr_ruling(decider->job, decider->people, finding);

    if (action != ISR_ACTION_KEEP || !can_hold_names(finding->category))
        return action;
    for (guint i = from; i < all->len; i++) {
        const IsrFinding *other = &g_array_index(all, IsrFinding, i);

        if (other->range.start >= finding->range.end)
            break;
        if (other->category == ISR_CATEGORY_NAME && is_inside(other->range, finding->range) &&
            isr_ruling(decider->job, decider->people, other) != ISR_ACTION_KEEP)
            return ISR_ACTION_REMOVE;
    }
    return action;
}

static const char *identity_nth(const IsrDecider *decider, guint person)
{
    return person < decider->identities->len ? decider->identities->pdata[person] : NULL;
}

/* Whose offset moves a date: whom the batch names for all of the record, since its subjects have
 * other records; else the finding's own person, if they are a subject, or the first subject. */
static const char *whose_dates(const IsrDecider *decider, guint person)
{
    const char *together = identity_nth(decider, 0);
    gboolean own =
        person > 0 && isr_people_nth(decider->people, person)->presumed == ISR_ROLE_SUBJECT;

    return together ? together : identity_nth(decider, own ? person : decider->subject);
}

/* A name that could be several people's, or nobody's, stands for itself. */
static char *whose_name(const IsrDecider *decider, const IsrFinding *finding, const char *value)
{
    const IsrJob *job = decider->job;

    if (finding->person > 0)
        return g_strdup(identity_nth(decider, finding->person));
    if (!job->key ||
        (finding->category != ISR_CATEGORY_NAME && finding->category != ISR_CATEGORY_INITIALS))
        return NULL;
    return isr_identity_of_name(job->patterns, job->key, job->audit, value);
}

/* One person has one code in all documents of a batch, whatever they are in each of them. */
static IsrRole calling_of(const IsrJob *job, const IsrFinding *finding)
{
    gpointer known = job->callings && finding->person > 0
                         ? g_hash_table_lookup(job->callings, GUINT_TO_POINTER(finding->person))
                         : NULL;

    return known ? (IsrRole)(GPOINTER_TO_UINT(known) - 1) : finding->role;
}

static char *new_text(const IsrDecider *decider, const IsrFinding *finding, const char *value,
                      IsrAction asked, IsrAction *done)
{
    g_autofree char *identity = whose_name(decider, finding, value);
    IsrActionContext context = {
        .category = finding->category,
        .role = finding->role,
        .calling = calling_of(decider->job, finding),
        .value = value,
        .person = finding->person,
        .kin = finding->kin,
        .identity = identity,
        .subject = whose_dates(decider, finding->person),
        .year = decider->year,
        .key = decider->job->key,
        .audit = decider->job->audit,
        .silent = decider->job->profile->silent,
    };

    if (finding->person > 0) {
        const IsrPerson *person = isr_people_nth(decider->people, finding->person);

        context.whole = fullest_name(person);
        if (person->kin) {
            context.kin = person->kin;
            context.kin_number = decider->kin_numbers[finding->person - 1];
        }
    }
    return isr_action_text(asked, &context, done);
}

/* What of @range the reader of the copy would see; what only a deletion holds, if nothing. */
static char *value_of(const IsrBlock *block, IsrRange range)
{
    g_autoptr(GString) seen = g_string_new(NULL);

    for (guint i = isr_block_run_at(block, range.start); i < block->runs->len; i++) {
        const IsrRun *run = &g_array_index(block->runs, IsrRun, i);
        if (run->range.start >= range.end)
            break;
        gsize from = MAX(range.start, run->range.start), to = MIN(range.end, run->range.end);

        if (from < to && !(run->flags & ISR_RUN_DELETED))
            g_string_append_len(seen, block->text->str + from, (gssize)(to - from));
    }
    if (seen->len == 0)
        g_string_append_len(seen, block->text->str + range.start,
                            (gssize)(range.end - range.start));
    return g_string_free(g_steal_pointer(&seen), FALSE);
}

static void add_outcome(IsrDecider *decider, const IsrBlock *block, const IsrFinding *finding,
                        const char *value, IsrAction asked, IsrAction done, const char *now)
{
    IsrOutcome *outcome;

    outcome = g_new0(IsrOutcome, 1);
    outcome->finding = *finding;
    if (finding->flags & ISR_FINDING_LINKED) {
        outcome->finding.rule = ISR_LINKAGE_RULE;
        outcome->finding.reason = ISR_LINKAGE_REASON;
    }
    outcome->part = g_strdup(block->part);
    outcome->asked = asked;
    outcome->done = done;
    outcome->still = done == ISR_ACTION_SHIFT && g_strcmp0(now, value) == 0;
    if (done != ISR_ACTION_KEEP) {
        outcome->now = g_strdup(now);
        /* What may stay elsewhere is nothing to prove gone. */
        if (decider->job->key && asked != ISR_ACTION_KEEP)
            outcome->commitment = isr_key_commit(decider->job->key, "removed", value);
    }
    g_ptr_array_add(decider->record->outcomes, outcome);
    g_ptr_array_add(decider->squeezed, asked == ISR_ACTION_KEEP ? NULL : isr_squeeze(value, -1));
}

/* No edit takes away where a cell ends, or a paragraph in a cell: the format cannot. The mark goes
 * where the value begins. */
static void add_edit(const IsrBlock *block, IsrRange range, const char *now, GArray *edits)
{
    const char ends[] = {ISR_CELL_BREAK, block->kind == ISR_BLOCK_ROW ? '\n' : '\0', '\0'};
    gsize start = range.start;

    for (gsize i = range.start; i <= range.end; i++) {
        if (i < range.end && strchr(ends, block->text->str[i]) == NULL)
            continue;
        if (i > start) {
            isr_edits_add(edits, start, i, now);
            now = "";
        }
        start = i + 1;
    }
}

/* The dates of a record tell in which year those are that have none. */
static void note_year(IsrDecider *decider, const IsrFinding *finding, const char *value)
{
    IsrDate date;

    if (decider->almanac && finding->category == ISR_CATEGORY_DATE && isr_date_read(value, &date) &&
        date.year)
        decider->year = date.year;
}

static void decide_one(IsrDecider *decider, const IsrBlock *block, const IsrFinding *finding,
                       IsrAction asked, GArray *edits)
{
    g_autofree char *value = value_of(block, finding->range);
    IsrAction done = ISR_ACTION_KEEP;
    g_autofree char *now = NULL;

    note_year(decider, finding, value);
    if (asked != ISR_ACTION_KEEP) {
        g_autofree char *squeezed = isr_squeeze(value, -1);

        now = new_text(decider, finding, value, asked, &done);
        if (done == ISR_ACTION_PSEUDONYM && decider->job->codebook)
            isr_codebook_note(decider->job->codebook, now, finding->category, finding->role, value);
        add_edit(block, finding->range, now, edits);
        isr_witness_remove(decider->witness, squeezed, value, finding->category);
    }
    isr_telltale_note(decider->telltale, finding, done, now ? now : value);
    add_outcome(decider, block, finding, value, asked, done, now);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
    const IsrFinding *x = a, *y = b;

    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

static gint edits_by_start(gconstpointer a, gconstpointer b)
{
    const IsrEdit *x = a, *y = b;

    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

static char *mark_of(const IsrDecider *decider, const IsrWithheld *one)
{
    return isr_action_mark((const IsrMatterMark *)(gpointer)one->matters->data, one->matters->len,
                           decider->job->profile->silent);
}

/* What goes with its sentence needs no edit of its own. What may stay elsewhere is no secret. */
static void decide_withheld(IsrDecider *decider, const IsrBlock *block, const IsrFinding *finding,
                            IsrAction asked, const IsrWithheld *one)
{
    g_autofree char *value = value_of(block, finding->range), *now = mark_of(decider, one);
    g_autofree char *squeezed = isr_squeeze(value, -1);

    if (asked != ISR_ACTION_KEEP)
        isr_witness_remove(decider->witness, squeezed, value, finding->category);
    add_outcome(decider, block, finding, value, asked, ISR_ACTION_DROP, now);
}

/* Attributes, resolves and decides on @findings; sentences among them only with a @focus. */
static void decide_all(IsrDecider *decider, const IsrBlock *block, GArray *findings,
                       IsrFocus *focus, GArray *edits)
{
    g_autoptr(GArray) all = isr_findings_new(), withheld = NULL;
    guint from = 0;

    isr_people_attribute(decider->people, block, findings);
    if (findings->len > 0)
        g_array_append_vals(all, findings->data, findings->len);
    g_array_sort(all, by_start);
    isr_findings_resolve(findings, block);
    if (focus)
        isr_focus_attribute(focus, block, findings);
    withheld = isr_withheld_new(block, decider->job, decider->people, findings);
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        const IsrWithheld *one = isr_withheld_at(withheld, finding->range);

        while (from < all->len &&
               g_array_index(all, IsrFinding, from).range.start < finding->range.start)
            from++;
        IsrAction asked = action_for(decider, finding, all, from);

        if (one)
            decide_withheld(decider, block, finding, asked, one);
        else
            decide_one(decider, block, finding, asked, edits);
    }
    for (guint i = 0; i < withheld->len; i++) {
        const IsrWithheld *one = &g_array_index(withheld, IsrWithheld, i);
        g_autofree char *now = mark_of(decider, one);

        add_edit(block, one->range, now, edits);
    }
    g_array_sort(edits, edits_by_start);
}

/* What detectors and terms find in what remains of @block, in places of the block on which
 * nothing was decided yet. */
static gboolean find_in_residue(IsrDecider *decider, const IsrBlock *block, const GArray *decided,
                                const GArray *edits, GArray *fresh, GError **error)
{
    g_autoptr(IsrResidue) residue = isr_residue_new(block, edits);
    g_autoptr(GArray) found = isr_findings_new();
    /* Sentences overlap nothing: what identifies somebody is looked for in those that stay. */
    g_autoptr(GArray) spots = isr_spots_of(decided, FALSE);
    g_autoptr(IsrReading) reading = isr_reading_new(residue->block, ISR_VIEW_AFTER);

    /* Sentences are decided on as they stood, once. */
    if (!isr_detect_identifiers(decider->job->patterns, reading, found, error) ||
        !isr_sweep_reading(decider->people, decider->terms, reading, found, error))
        return FALSE;
    isr_marks_spare(residue->block->text, found);
    for (guint i = 0; i < found->len; i++) {
        IsrFinding finding = g_array_index(found, IsrFinding, i);

        if (!isr_residue_origin(residue, finding.range, &finding.range) ||
            isr_spots_overlap(spots, finding.range))
            continue;
        g_array_append_val(fresh, finding);
    }
    return TRUE;
}

void isr_decider_suppress(IsrDecider *decider, const IsrCounts *counts)
{
    decider->counts = counts;
}

static void expect(IsrDecider *decider, const IsrBlock *block, const GArray *edits)
{
    g_autoptr(IsrResidue) residue = NULL;

    if (block->kind == ISR_BLOCK_SQUEEZED)
        return; /* what else must go from it goes from the blocks it repeats */
    residue = isr_residue_new(block, edits);
    if (decider->almanac && isr_almanac_stands(decider->almanac, residue))
        g_array_append_val(decider->record->undated, block->index);
    isr_witness_expect(decider->witness, block->part, residue->block->text);
    isr_telltale_read(decider->telltale, residue->block->text);
    if (isr_suppressed_any(decider->counts, block))
        isr_witness_pin(decider->witness, residue->block);
}

gboolean isr_decider_block(IsrDecider *decider, const IsrBlock *block, GArray *findings,
                           GArray *edits, GError **error)
{
    const guint outcomes = decider->record->outcomes->len;

    if (!isr_sweep_block(decider->people, decider->terms, block, findings, error))
        return FALSE;
    isr_marks_spare(block->text, findings);
    isr_suppressed_skip(decider->counts, block, findings);
    isr_findings_absorb(findings);
    isr_linkage_hold(decider->linkage, block, findings);
    decide_all(decider, block, findings, decider->focus, edits);
    for (guint round = 0; edits->len > 0 && round < ROUNDS; round++) {
        g_autoptr(GArray) fresh = isr_findings_new();
        guint before = edits->len;

        if (!find_in_residue(decider, block, findings, edits, fresh, error))
            return FALSE;
        isr_suppressed_skip(decider->counts, block, fresh);
        decide_all(decider, block, fresh, NULL, edits);
        if (fresh->len > 0)
            g_array_append_vals(findings, fresh->data, fresh->len);
        if (edits->len == before)
            break;
    }
    decider->record->cells += isr_suppressed_edit(decider->counts, block, decider->witness, edits);
    expect(decider, block, edits);
    isr_linkage_note(decider->linkage, block, decider->record->outcomes, outcomes);
    return TRUE;
}

void isr_decider_settle(IsrDecider *decider)
{
    if (!decider->record->quasi)
        decider->record->quasi = isr_telltale_json(decider->telltale);
    for (guint i = 0; i < decider->squeezed->len; i++) {
        const char *squeezed = decider->squeezed->pdata[i];
        IsrOutcome *outcome = decider->record->outcomes->pdata[i];

        outcome->ordinary = squeezed && isr_witness_is_ordinary(decider->witness, squeezed);
    }
    decider->record->imprint = isr_linkage_imprint(decider->linkage);
}
