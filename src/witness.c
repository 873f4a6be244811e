/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the blocks of a copy against what was decided. A block that says what a decision left is
 * right; any other is looked at afresh. */
#include "witness.h"

#include "census.h"
#include "excuse.h"
#include "faithful.h"
#include "mark.h"
#include "pinned.h"
#include "ruling.h"
#include "sweep.h"

#include <isredact/error.h>

#include <string.h>

struct IsrWitness {
    const IsrJob *job;
    const IsrPeople *people;
    const IsrTerms *terms;
    GHashTable *removed;         /* squeezed value -> IsrSecret * */
    IsrFaithful *expected;       /* decided texts */
    IsrCensus *decided, *copied; /* their words, and those of the copy; NULL unless it has pages */
    IsrPinned *pinned;           /* rows in which numbers were suppressed */
    GPtrArray *numbers;          /* these, as of isr_census_words() */
    GArray *doubts;              /* of Doubt: settled at the end of the walk */
    const char *pages;           /* the part that the copy's pages are; NULL: none was seen.
                                    Interned */
    IsrExcuses *excuses;         /* made when the walk of the copy begins */
};

/* Something in the copy that no decided text says as it stands there. Its words may do so in
 * another order. */
typedef struct {
    GPtrArray *words; /* as of isr_census_words() */
    gboolean known;   /* a value that went elsewhere; else what a detector makes of the copy */
    GError *leak;     /* what it is if they do not */
} Doubt;

static void doubt_clear(gpointer data)
{
    Doubt *doubt = data;

    g_ptr_array_unref(doubt->words);
    g_error_free(doubt->leak);
}

static void secret_free(gpointer data)
{
    IsrSecret *secret = data;

    g_free(secret->value);
    g_free(secret);
}

IsrWitness *isr_witness_new(const IsrJob *job, const IsrPeople *people, const IsrTerms *terms,
                            gboolean paged)
{
    IsrWitness *witness = g_new0(IsrWitness, 1);

    witness->job = job;
    witness->people = people;
    witness->terms = terms;
    witness->removed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, secret_free);
    witness->expected = isr_faithful_new();
    witness->decided = paged ? isr_census_new() : NULL;
    witness->copied = paged ? isr_census_new() : NULL;
    witness->pinned = isr_pinned_new();
    witness->numbers = g_ptr_array_new_with_free_func(g_free);
    witness->doubts = g_array_new(FALSE, FALSE, sizeof(Doubt));
    g_array_set_clear_func(witness->doubts, doubt_clear);
    return witness;
}

void isr_witness_free(IsrWitness *witness)
{
    if (!witness)
        return;
    isr_excuses_free(witness->excuses);
    g_hash_table_unref(witness->removed);
    isr_faithful_free(witness->expected);
    isr_census_free(witness->decided);
    isr_census_free(witness->copied);
    isr_pinned_free(witness->pinned);
    g_ptr_array_unref(witness->numbers);
    g_array_unref(witness->doubts);
    g_free(witness);
}

void isr_witness_remove(IsrWitness *witness, const char *squeezed, const char *value,
                        IsrCategory category)
{
    IsrSecret *secret;

    if (*squeezed == '\0' || g_hash_table_contains(witness->removed, squeezed))
        return;
    secret = g_new0(IsrSecret, 1);
    secret->value = g_strdup(value);
    secret->category = category;
    g_hash_table_insert(witness->removed, g_strdup(squeezed), secret);
}

void isr_witness_expect(IsrWitness *witness, const char *part, const GString *text)
{
    if (witness->decided)
        isr_census_add(witness->decided, part, text);
    isr_faithful_add(witness->expected, text);
}

void isr_witness_suppress(IsrWitness *witness, const char *part, const char *value)
{
    g_autoptr(GString) text = g_string_new(value);
    g_autoptr(GPtrArray) words = isr_census_words(part, text, (IsrRange){0, text->len});

    g_ptr_array_extend_and_steal(witness->numbers, g_steal_pointer(&words));
}

void isr_witness_pin(IsrWitness *witness, const IsrBlock *block)
{
    isr_pinned_expect(witness->pinned, block);
}

static void begin(IsrWitness *witness)
{
    g_autoptr(GPtrArray) secrets = g_ptr_array_new();
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, witness->removed);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        g_ptr_array_add(secrets, value);
    witness->excuses = isr_excuses_new(secrets, witness->job->patterns);
}

static GError *leak(const IsrBlock *block, IsrCategory category)
{
    return g_error_new(ISR_ERROR, ISR_ERROR_LEAK,
                       "the copy still held a value of kind %s (%s, block %u), so it was deleted; "
                       "please report this",
                       isr_category_id(category), block->part, block->index + 1);
}

/* Whether a word stands in the copy more often than it should is known at its end. */
static void doubt(IsrWitness *witness, const IsrBlock *block, const IsrFinding *finding)
{
    const Doubt doubt = {isr_census_words(block->part, block->text, finding->range),
                         (finding->flags & ISR_FINDING_SWEPT) != 0, leak(block, finding->category)};

    g_array_append_val(witness->doubts, doubt);
}

/* A block that says what was decided, but more of them do than were to: one of the others is as it
 * was before. That is right where nothing is in it that went anywhere. */
static void doubt_again(IsrWitness *witness, const IsrBlock *block)
{
    const IsrSecret *secret = isr_excuses_find(witness->excuses, block->text);
    const IsrRange all = {0, block->text->len};

    if (secret) {
        const Doubt doubt = {isr_census_words(block->part, block->text, all), TRUE,
                             leak(block, secret->category)};

        g_array_append_val(witness->doubts, doubt);
    }
}

/* TRUE if a decided text says so. Of a known value, which may have had to go there and not here,
 * the word beside it must stand there too. */
static gboolean is_said(const IsrWitness *witness, const IsrBlock *block, const IsrFinding *finding)
{
    return finding->flags & ISR_FINDING_SWEPT
               ? isr_faithful_says_beside(witness->expected, block->text, finding->range)
               : isr_faithful_says(witness->expected, block->text, finding->range);
}

static gboolean must_go(IsrWitness *witness, const IsrBlock *block, const IsrFinding *finding,
                        IsrFaithfulSentence *sentence)
{
    return !(finding->flags & ISR_FINDING_PERHAPS) &&
           !isr_mark_touches(block->text, finding->range) &&
           !isr_faithful_covers(witness->expected, block->text, finding->range, sentence) &&
           !is_said(witness, block, finding) &&
           isr_ruling(witness->job, witness->people, finding) != ISR_ACTION_KEEP;
}

/* Doubts what in @found must go and was not decided to stay where it is. */
static void judge(IsrWitness *witness, const IsrBlock *block, const GArray *found)
{
    IsrFaithfulSentence sentence = {0};

    for (guint i = 0; i < found->len; i++) {
        const IsrFinding *finding = &g_array_index(found, IsrFinding, i);

        if (must_go(witness, block, finding, &sentence))
            doubt(witness, block, finding);
    }
}

/* A block that no decision foresaw (a format cut it elsewhere or wrote it in another shape):
 * everything in it is looked at afresh, but for sentences that were decided to read so. */
static gboolean prove_afresh(IsrWitness *witness, const IsrBlock *block, GError **error)
{
    g_autoptr(GArray) found = isr_findings_new();
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    if (!isr_detect(witness->job->patterns, block, found, error) ||
        !isr_sweep_reading(witness->people, witness->terms, reading, found, error))
        return FALSE;
    isr_people_attribute(witness->people, block, found);
    judge(witness, block, found);
    return TRUE;
}

/* Letters that OCR reads where there are none: in boxes to tick, dots, rules. */
#define CHANCE_LETTERS 3

static gboolean is_chance(const IsrBlock *block, const IsrFinding *finding)
{
    g_autofree char *squeezed = isr_squeeze(block->text->str + finding->range.start,
                                            (gssize)(finding->range.end - finding->range.start));

    return g_utf8_strlen(squeezed, -1) <= CHANCE_LETTERS;
}

/* What is read in pixels with something covered is never quite what was read before, so nothing is
 * told from how it reads now: only values that must go are looked for. */
static GArray *known_in(IsrWitness *witness, const IsrBlock *block)
{
    GArray *found = isr_findings_new();
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    isr_terms_sweep(witness->terms, reading, found);
    isr_people_attribute(witness->people, block, found);
    return found;
}

void isr_witness_again(IsrWitness *witness, const IsrBlock *block, GArray *edits)
{
    IsrFaithfulSentence sentence = {0};
    g_autoptr(GArray) found = known_in(witness, block);

    for (guint i = 0; i < found->len; i++) {
        const IsrFinding *finding = &g_array_index(found, IsrFinding, i);

        if (must_go(witness, block, finding, &sentence))
            isr_edits_add(edits, finding->range.start, finding->range.end, "");
    }
}

static void prove_seen(IsrWitness *witness, const IsrBlock *block)
{
    g_autoptr(GArray) found = known_in(witness, block);

    for (guint i = found->len; i-- > 0;)
        if (is_chance(block, &g_array_index(found, IsrFinding, i)))
            g_array_remove_index(found, i);
    judge(witness, block, found);
}

gboolean isr_witness_block(IsrWitness *witness, const IsrBlock *block, GError **error)
{
    if (block->kind == ISR_BLOCK_ATTRIBUTE && isr_mark_is_name(block->text->str))
        return TRUE;
    if (!witness->excuses)
        begin(witness);
    if (block->kind == ISR_BLOCK_SQUEEZED) { /* no decision is made on it as a whole */
        if (witness->copied)
            witness->pages = g_intern_string(block->part);
        return prove_afresh(witness, block, error);
    }
    if (block->seen) { /* its words stand in the page's text too, and count there */
        prove_seen(witness, block);
        return TRUE;
    }
    if (witness->copied)
        isr_census_add(witness->copied, block->part, block->text);
    isr_pinned_meet(witness->pinned, block);
    if (!isr_faithful_has(witness->expected, block->text)) {
        if (!prove_afresh(witness, block, error))
            return FALSE;
    } else if (!witness->copied && block->kind != ISR_BLOCK_ATTRIBUTE &&
               !isr_faithful_meets(witness->expected, block->text)) {
        doubt_again(witness, block);
    }
    /* What stands in text that was found right stands there rightly. */
    isr_excuses_read(witness->excuses, block->text, block->loose);
    return TRUE;
}

/* Of a word that a page reads broken only a piece may stand in the decided text. */
static gboolean are_pieces(const IsrWitness *witness, const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++)
        if (!isr_faithful_has_piece(witness->expected, isr_census_plain(words->pdata[i])))
            return FALSE;
    return words->len > 0;
}

static gboolean is_settled(const IsrWitness *witness, const Doubt *doubt)
{
    return witness->pages && (isr_census_holds(witness->decided, witness->copied, doubt->words) ||
                              (!doubt->known && are_pieces(witness, doubt->words)));
}

/* A row of a page may be read with its cells in another order, or as lines. */
static gboolean are_numbers_gone(const IsrWitness *witness)
{
    return witness->pages ? isr_census_bounds(witness->decided, witness->copied, witness->numbers)
                          : isr_pinned_is_met(witness->pinned);
}

/* A page says the same in the copy if it has no word more than was decided. Other formats say in
 * which order they are read. */
gboolean isr_witness_end(IsrWitness *witness, GError **error)
{
    for (guint i = 0; i < witness->doubts->len; i++) {
        const Doubt *doubt = &g_array_index(witness->doubts, Doubt, i);

        if (!is_settled(witness, doubt)) {
            if (error)
                *error = g_error_copy(doubt->leak);
            return FALSE;
        }
    }
    if (are_numbers_gone(witness))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                "a table of counts in the copy does not read as it was decided, so it was deleted; "
                "please report this");
    return FALSE;
}

/* TRUE if @value is several words and the pages have none of them more often than was decided:
 * lines that a reader puts one behind the other are not that value. */
static gboolean is_scattered(const IsrWitness *witness, const char *value)
{
    g_autoptr(GString) text = g_string_new(value);
    g_autoptr(GPtrArray) words = NULL;

    if (!witness->pages || strpbrk(value, "0123456789"))
        return FALSE;
    words = isr_census_words(witness->pages, text, (IsrRange){0, text->len});
    return words->len > 1 && isr_census_holds(witness->decided, witness->copied, words);
}

GPtrArray *isr_witness_secrets(const IsrWitness *witness)
{
    GPtrArray *secrets = g_ptr_array_new();
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, witness->removed);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        IsrSecret *secret = value;

        if (witness->excuses && isr_excuses_has(witness->excuses, secret))
            continue;
        secret->scattered = is_scattered(witness, secret->value);
        g_ptr_array_add(secrets, secret);
    }
    return secrets;
}

gboolean isr_witness_is_ordinary(const IsrWitness *witness, const char *squeezed)
{
    const IsrSecret *secret = g_hash_table_lookup(witness->removed, squeezed);

    return secret && witness->excuses && isr_excuses_has(witness->excuses, secret);
}
