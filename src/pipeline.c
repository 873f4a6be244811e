/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walks: learn, settle, rewrite, verify. The only file that knows all stages. */
#include <isredact/pipeline.h>

#include "counts.h"
#include "decide.h"
#include "formats/ocr.h"
#include "letterhead.h"
#include "naming.h"

#include <isredact/error.h>
#include <isredact/identity.h>
#include <isredact/limits.h>
#include <isredact/reading.h>
#include <isredact/verify.h>

/* One document on its way. */
typedef struct {
    const IsrJob *job;
    IsrInput *input;
    const IsrFormat *format;
    GArray *findings; /* of IsrFinding: what walk 1 found, by block */
    guint next;       /* the first of them that the rewriting walk has not reached */
    GChecksum *text;  /* of all block texts of the current walk */
    guint blocks;     /* seen in the current walk */
    IsrPeople *people;
    IsrTerms *terms;
    IsrCounts *counts; /* tables of counts */
    IsrWitness *witness;
    IsrDecider *decider;
    IsrRecord *record;
    IsrLetterhead letterhead; /* of walk 1 */
    IsrOcr *reader;           /* of pictures, unless the job has its own */
} Passage;

static void passage_clear(Passage *passage)
{
    g_clear_pointer(&passage->decider, isr_decider_free);
    g_clear_pointer(&passage->witness, isr_witness_free);
    g_clear_pointer(&passage->terms, isr_terms_free);
    g_clear_pointer(&passage->counts, isr_counts_free);
    g_clear_pointer(&passage->findings, g_array_unref);
    g_clear_pointer(&passage->text, g_checksum_free);
    /* The record borrows the people and takes them with it. */
    g_clear_pointer(&passage->record, isr_record_free);
    g_clear_pointer(&passage->reader, isr_ocr_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Passage, passage_clear)

/* What the profile would remove but no pattern finds is said, not passed over. */
static void note_unsought(const IsrJob *job, IsrRecord *record)
{
    for (guint category = 0; category < ISR_N_CATEGORIES; category++) {
        gboolean removes = FALSE;

        for (guint role = 0; role < ISR_N_ROLES; role++)
            removes = removes || isr_profile_action(job->profile, (IsrCategory)category,
                                                    (IsrRole)role) != ISR_ACTION_KEEP;
        record->unsought[category] = removes && isr_category_is_topic((IsrCategory)category) &&
                                     !isr_patterns_seek(job->patterns, (IsrCategory)category);
    }
}

static void passage_init(Passage *passage, const IsrJob *job, IsrInput *input)
{
    passage->job = job;
    passage->input = input;
    passage->findings = isr_findings_new();
    passage->people = isr_people_new(job->patterns, job->subjects);
    passage->terms = isr_terms_new();
    passage->counts = isr_counts_new(job->profile->min_cell);
    passage->record = isr_record_new();
    passage->record->people = passage->people;
    passage->record->profile = job->profile;
    passage->record->patterns_digest = job->patterns->digest;
    passage->record->key = job->key;
    passage->record->hide = job->hide;
    passage->reader = job->pages.reader ? NULL : isr_ocr_new();
    isr_record_set_decision(passage->record, &job->decision);
    note_unsought(job, passage->record);
}

static void count_block(Passage *passage, const IsrBlock *block)
{
    passage->blocks++;
    g_checksum_update(passage->text, (const guchar *)block->text->str,
                      (gssize)block->text->len + 1);
}

/* Ends a walk: its digest of all text, to be held against the other walk's. */
static char *end_of_walk(Passage *passage)
{
    return g_strdup_printf("%u %s", passage->blocks, g_checksum_get_string(passage->text));
}

static gboolean walk(Passage *passage, IsrInput *input, IsrOutput *output, IsrVisitor visitor,
                     IsrPages pages, GError **error)
{
    IsrWalk now = {
        .input = input,
        .output = output,
        .keep = &passage->job->profile->keep,
        .pages = pages,
        .visitor = visitor,
    };

    now.pages.words = passage->job->patterns->lists;
    now.pages.reader = passage->reader ? passage->reader : passage->job->pages.reader;
    if (passage->job->pages.ocr == ISR_OCR_NEVER)
        now.pages.reader = NULL;
    passage->blocks = 0;
    g_clear_pointer(&passage->text, g_checksum_free);
    passage->text = g_checksum_new(G_CHECKSUM_SHA256);
    return passage->format->walk(&now, error);
}

static gboolean check_findings(const Passage *passage, GError **error)
{
    const guint most = passage->job->most ? passage->job->most : ISR_LIMIT_FINDINGS;

    if (passage->findings->len <= most)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "%s: holds more than %u things to look at; split it into parts",
                isr_input_name(passage->input), most);
    return FALSE;
}

/* While names are met: making people of them takes far more memory than reading them. */
static gboolean check_people(const Passage *passage, GError **error)
{
    if (isr_people_names(passage->people) <= ISR_LIMIT_PEOPLE)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "%s: names more than %d people; split it into parts",
                isr_input_name(passage->input), ISR_LIMIT_PEOPLE);
    return FALSE;
}

static gboolean learn_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Passage *passage = self;
    g_autoptr(GArray) found = isr_findings_new();

    (void)edits;
    count_block(passage, block);
    if (block->kind == ISR_BLOCK_SQUEEZED)
        return TRUE; /* all of it was learnt from before */
    if (!isr_detect(passage->job->patterns, block, found, error))
        return FALSE;
    isr_letterhead_go_on(&passage->letterhead, passage->job->patterns, block, found);
    isr_people_learn(passage->people, block, found);
    if (!isr_counts_learn(passage->counts, block, error)) {
        g_prefix_error(error, "%s: ", isr_input_name(passage->input));
        return FALSE;
    }
    if (found->len > 0)
        g_array_append_vals(passage->findings, found->data, found->len);
    return check_findings(passage, error) && check_people(passage, error);
}

static void note_part(gpointer self, const IsrPart *part)
{
    isr_record_part(((Passage *)self)->record, part);
}

/* The findings of walk 1 in the block that the rewriting walk has reached. */
static GArray *findings_of(Passage *passage, guint block)
{
    GArray *findings = isr_findings_new();

    while (passage->next < passage->findings->len) {
        const IsrFinding *finding = &g_array_index(passage->findings, IsrFinding, passage->next);

        if (finding->block != block)
            break;
        g_array_append_vals(findings, finding, 1);
        passage->next++;
    }
    return findings;
}

static gboolean rewrite_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Passage *passage = self;
    g_autoptr(GArray) findings = findings_of(passage, block->index);

    count_block(passage, block);
    return isr_decider_block(passage->decider, block, findings, edits, error);
}

static gboolean look_again(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    (void)error;
    isr_witness_again(((Passage *)self)->witness, block, edits);
    return TRUE;
}

/* A walk that writes nothing has no use for edits. */
static gboolean judge_block(gpointer self, const IsrBlock *block, GArray *unused, GError **error)
{
    g_autoptr(GArray) edits = isr_edits_new();

    (void)unused;
    return rewrite_block(self, block, edits, error);
}

static gboolean prove_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Passage *passage = self;

    (void)edits;
    passage->record->verify_blocks++;
    return isr_witness_block(passage->witness, block, error);
}

static gboolean find_format(Passage *passage, GError **error)
{
    if (!passage->format)
        passage->format = isr_format_for(passage->input, error);
    return passage->format != NULL;
}

static char *learn(Passage *passage, GError **error)
{
    IsrVisitor visitor = {.self = passage, .block = learn_block};

    if (!find_format(passage, error) ||
        !walk(passage, passage->input, NULL, visitor, passage->job->pages, error))
        return NULL;
    passage->record->format = passage->format->id;
    passage->record->blocks = passage->blocks;
    return end_of_walk(passage);
}

static gboolean settle(Passage *passage, GError **error)
{
    isr_people_settle(passage->people, passage->terms);
    if (passage->job->reader && !isr_people_receive(passage->people, passage->job->reader, error))
        return FALSE;
    isr_terms_compile(passage->terms);
    passage->witness = isr_witness_new(passage->job, passage->people, passage->terms,
                                       passage->format->prove != NULL);
    passage->decider = isr_decider_new(passage->job, passage->people, passage->terms,
                                       passage->witness, passage->record);
    isr_counts_settle(passage->counts);
    passage->record->tables = isr_counts_tables(passage->counts);
    isr_decider_suppress(passage->decider, passage->counts);
    return TRUE;
}

/* What remains of @text, a name of a file or folder, decided on like a line of the document; free
 * with g_free(). */
static char *decide_text(Passage *passage, const char *text, GError **error)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_METADATA, "file name");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GArray) edits = isr_edits_new();

    block->index = passage->blocks;
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    for (gsize i = 0; i < block->text->len; i++) {
        if (block->text->str[i] == '_')
            block->text->str[i] = ' '; /* parts words, but patterns take it for a letter */
    }
    if (!isr_detect(passage->job->patterns, block, findings, error) ||
        !isr_decider_block(passage->decider, block, findings, edits, error))
        return NULL;
    g_string_assign(block->text, text);
    return isr_edits_apply(edits, block);
}

/* The file's name travels with the copy. */
static gboolean decide_name(Passage *passage, GError **error)
{
    if (!passage->job->name)
        return TRUE;
    passage->record->name = decide_text(passage, passage->job->name, error);
    return passage->record->name != NULL;
}

static gboolean same_walk(Passage *passage, const char *learnt, GError **error)
{
    g_autofree char *rewritten = end_of_walk(passage);

    if (g_str_equal(learnt, rewritten))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                "%s: read differently the second time; close it in other programs and try again",
                isr_input_name(passage->input));
    return FALSE;
}

/* What is no document is refused before all of it is read. */
static gboolean note_source(Passage *passage, GError **error)
{
    const char *digest =
        find_format(passage, error) ? isr_input_digest(passage->input, error) : NULL;

    if (!digest)
        return FALSE;
    passage->record->source_digest = g_strdup(digest);
    passage->record->source_size = isr_input_size(passage->input);
    return TRUE;
}

static gboolean note_copy(Passage *passage, IsrInput *copy, GError **error)
{
    const char *digest = isr_input_digest(copy, error);

    if (!digest)
        return FALSE;
    passage->record->copy_digest = g_strdup(digest);
    passage->record->copy_size = isr_input_size(copy);
    return TRUE;
}

/* What only the format can tell: how the copy looks, for one whose pages are pictures. */
static gboolean prove(Passage *passage, IsrInput *copy, const GPtrArray *secrets, GError **error)
{
    const IsrScrutiny scrutiny = {.source = passage->input,
                                  .copy = copy,
                                  .pages = passage->job->pages,
                                  .secrets = secrets,
                                  .patterns = passage->job->patterns};

    return !passage->format->prove || passage->format->prove(&scrutiny, error);
}

/* The copy, read back: first as a person reads it, then byte for byte. */
static gboolean verify(Passage *passage, IsrOutput *output, GError **error)
{
    IsrVisitor visitor = {.self = passage, .block = prove_block};
    g_autoptr(IsrInput) copy =
        isr_input_for_fd(isr_output_fd(output), isr_output_path(output), error);
    IsrVerifyReport report = {0};

    const IsrPages pages = {.ocr = ISR_OCR_MARKED, .dpi = passage->job->pages.dpi};

    if (!copy || !walk(passage, copy, NULL, visitor, pages, error) ||
        !isr_witness_end(passage->witness, error))
        return FALSE;
    g_autoptr(GPtrArray) secrets = isr_witness_secrets(passage->witness);

    if (!isr_verify_bytes(passage->format, copy, secrets, passage->job->patterns, &report, error) ||
        !prove(passage, copy, secrets, error))
        return FALSE;
    passage->record->verify_values = report.values;
    passage->record->verify_excused = report.excused;
    passage->record->verify_bytes = report.bytes;
    isr_decider_settle(passage->decider);
    return note_copy(passage, copy, error);
}

/* *paged: the copy shows pixels, in which a closer look may find more. */
static IsrRecord *redact(const IsrJob *job, IsrInput *input, IsrOutput *output, gboolean *paged,
                         GError **error)
{
    g_auto(Passage) passage = {0};
    IsrVisitor visitor = {
        .self = &passage, .block = rewrite_block, .part = note_part, .again = look_again};

    passage_init(&passage, job, input);
    g_autofree char *learnt = note_source(&passage, error) ? learn(&passage, error) : NULL;

    *paged = learnt && passage.format->prove;
    if (!learnt || !settle(&passage, error))
        return NULL;
    if (!walk(&passage, input, output, visitor, job->pages, error) ||
        !same_walk(&passage, learnt, error) || !decide_name(&passage, error) ||
        !verify(&passage, output, error) || !isr_input_unchanged(input, error))
        return NULL;
    isr_record_settle(passage.record);
    return g_steal_pointer(&passage.record);
}

/* What went wrong: a document that was changed meanwhile is not to be called broken. */
static GError *reason(IsrInput *input, GError *problem)
{
    GError *changed = NULL;

    if (isr_input_unchanged(input, &changed))
        return problem;
    g_error_free(problem);
    return changed;
}

/* A copy in whose pixels something can still be read is made once more, with a closer look at each
 * page: too slow for every document. */
IsrRecord *isr_pipeline_redact(const IsrJob *job, IsrInput *input, IsrOutput *output,
                               GError **error)
{
    IsrOcr *reader = job->pages.reader ? NULL : isr_ocr_new();
    IsrJob now = *job;
    GError *problem = NULL;
    gboolean paged;

    now.pages.reader = reader ? reader : job->pages.reader;
    IsrRecord *record = redact(&now, input, output, &paged, &problem);

    if (!record && paged && g_error_matches(problem, ISR_ERROR, ISR_ERROR_LEAK)) {
        g_clear_error(&problem);
        now.pages.closer = TRUE;
        if (isr_output_empty(output, &problem))
            record = redact(&now, input, output, &paged, &problem);
    }
    if (problem)
        g_propagate_error(error, reason(input, problem));
    isr_ocr_free(reader);
    return record;
}

static gboolean weigh_names(Passage *passage, char *const *names, gboolean *telling, GError **error)
{
    for (guint i = 0; names && names[i]; i++) {
        g_autofree char *left = decide_text(passage, names[i], error);

        if (!left)
            return FALSE;
        telling[i] = !g_str_equal(left, names[i]);
    }
    return TRUE;
}

/* Shorter words of a name are initials and particles. */
#define SHORTEST_WORD 3

static void add_words(const char *name, GPtrArray *words)
{
    g_auto(GStrv) parts = isr_naming_words(name);

    for (guint i = 0; parts[i]; i++) {
        if (g_utf8_strlen(parts[i], -1) >= SHORTEST_WORD)
            g_ptr_array_add(words, isr_squeeze(parts[i], -1));
    }
}

/* Who may be named in the copies may be named in what they are called. */
static void list_words(const Passage *passage, GPtrArray *words)
{
    for (guint i = 1; words && i <= isr_people_size(passage->people); i++) {
        const IsrPerson *person = isr_people_nth(passage->people, i);

        if (isr_profile_action(passage->job->profile, ISR_CATEGORY_NAME, person->role) ==
            ISR_ACTION_KEEP)
            continue;
        for (guint k = 0; k < person->names->len; k++)
            add_words(person->names->pdata[k], words);
    }
}

char *isr_pipeline_survey(const IsrJob *job, IsrInput *input, char *const *names, gboolean *telling,
                          GPtrArray *words, GError **error)
{
    g_auto(Passage) passage = {0};

    g_return_val_if_fail(job->key, NULL);
    passage_init(&passage, job, input);
    g_autofree char *learnt = learn(&passage, error);

    if (!learnt || !isr_input_unchanged(input, error) || !settle(&passage, error) ||
        !weigh_names(&passage, names, telling, error))
        return NULL;
    g_autoptr(GPtrArray) identities = isr_identities_new(passage.people, job->key, job->audit);

    list_words(&passage, words);
    return isr_identities_json(identities);
}

IsrRecord *isr_pipeline_scan(const IsrJob *job, IsrInput *input, GError **error)
{
    g_auto(Passage) passage = {0};
    IsrVisitor visitor = {.self = &passage, .block = judge_block, .part = note_part};

    passage_init(&passage, job, input);
    g_autofree char *learnt = note_source(&passage, error) ? learn(&passage, error) : NULL;

    if (!learnt || !settle(&passage, error))
        return NULL;
    if (!walk(&passage, input, NULL, visitor, job->pages, error) ||
        !same_walk(&passage, learnt, error) || !isr_input_unchanged(input, error))
        return NULL;
    isr_record_settle(passage.record);
    return g_steal_pointer(&passage.record);
}
