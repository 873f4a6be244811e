/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags readings: features' weights are summed for each token, the chain says how probable each
 * label is, probable ones that follow each other become a tag. */
#include <isredact/tagger.h>

#include "fingerprint.h"
#include "memo.h"
#include "tagger_memory.h"
#include "tagger_sequence.h"

#include <isredact/error.h>

#include <string.h>

/* A trait is hashed as the bytes that it is. */
G_STATIC_ASSERT(sizeof(Trait) == 60);

/* Eight small numbers side by side, for the processor's vector instructions. */
typedef gint8 Bytes __attribute__((vector_size(LANES)));
typedef gint16 Sums __attribute__((vector_size(2 * LANES)));

/* Tokens that are remembered with their neighbours: a record says the same things again, and what
 * is left of it is read once more. */
#define MOST_WEIGHED (1u << 18)
/* Words that are remembered without them, and with the one before or behind. */
#define MOST_OWN (1u << 14)
#define MOST_PAIRS (1u << 16)

/* Levels from which a word is an everyday one, mostly and nearly always in lower case. */
#define DULL_ORDINARY 3
#define DULL_LOWER 4
#define SURELY_LOWER 6
/* How much speaks against a name where no word can be one. */
#define NOTHING 20.0f
/* Words of a tag that its reason is read from. */
#define REASON_WORDS 3

/* What the chain works with, for one sequence. */
typedef struct {
    Lanes emissions[SEQUENCE_MOST];
    Lanes room[2 * SEQUENCE_MOST];
    Lanes shares[SEQUENCE_MOST];
    guint8 back[SEQUENCE_MOST][LANES];
    guint8 best[SEQUENCE_MOST];
} Table;

struct IsrTagger {
    GMappedFile *file;
    Model model;
    Moves steps;
    IsrMemo *weighed; /* what all features of a token amount to (Sums) */
    IsrMemo *own;     /* likewise, its own features */
    IsrMemo *before;  /* likewise, those with the token before it */
    IsrMemo *behind;  /* likewise, those with the token behind it */
    Table *table;     /* for the sequence in hand */
    TaggerWords *words;
    TaggerMemory *memory; /* of sequences that were tagged before */
};

IsrTagger *isr_tagger_open(const char *path, GError **error)
{
    g_autoptr(IsrTagger) tagger = g_new0(IsrTagger, 1);
    g_autofree char *name = g_path_get_basename(path);

    tagger->file = isr_model_map(path, error);
    if (tagger->file == NULL)
        return NULL;
    if (!isr_model_read((const guint8 *)g_mapped_file_get_contents(tagger->file),
                        g_mapped_file_get_length(tagger->file), name, &tagger->model, error))
        return NULL;
    isr_chain_steps(&tagger->model.header->moves, &tagger->steps);
    tagger->weighed = isr_memo_new(sizeof(Sums), MOST_WEIGHED);
    tagger->own = isr_memo_new(sizeof(Sums), MOST_OWN);
    tagger->before = isr_memo_new(sizeof(Sums), MOST_PAIRS);
    tagger->behind = isr_memo_new(sizeof(Sums), MOST_PAIRS);
    tagger->table = g_new0(Table, 1);
    tagger->words = isr_tagger_words_new(&tagger->model);
    tagger->memory = isr_tagger_memory_new();
    return g_steal_pointer(&tagger);
}

void isr_tagger_free(IsrTagger *tagger)
{
    if (tagger == NULL)
        return;
    g_clear_pointer(&tagger->file, g_mapped_file_unref);
    isr_memo_free(tagger->weighed);
    isr_memo_free(tagger->own);
    isr_memo_free(tagger->before);
    isr_memo_free(tagger->behind);
    g_free(tagger->table);
    isr_tagger_words_free(tagger->words);
    isr_tagger_memory_free(tagger->memory);
    g_free(tagger);
}

guint64 isr_tagger_checksum(const IsrTagger *tagger)
{
    return tagger->model.header->checksum;
}

/* The sums of the weights of @features; a sum of a hundred bytes fits sixteen bits. All rows are
 * asked for before the first is added, so that their ways from memory overlap. */
static Sums sum_rows(const Model *model, const guint32 features[FEATURE_COUNT])
{
    guint32 rows[FEATURE_COUNT];
    Sums sums = {0};
    guint n = 0;

    for (guint k = 0; k < FEATURE_COUNT; k++) {
        if (features[k] == FEATURE_NONE)
            continue;
        rows[n] = isr_model_row(model, features[k]);
        __builtin_prefetch(&model->rows[rows[n++]]);
    }
    for (guint k = 0; k < n; k++) {
        Bytes row;
        memcpy(&row, &model->rows[rows[k]], sizeof row);
        sums += __builtin_convertvector(row, Sums);
    }
    return sums;
}

/* Everyday words and marks, which never name anything by themselves. */
static gboolean is_dull(const Trait *trait)
{
    switch (trait->cap) {
    case CAP_NONE:
    case CAP_MARK:
    case CAP_NUMBER:
        return TRUE;
    case CAP_LOWER:
    case CAP_OPENS:
    case CAP_QUIET:
        return trait->ordinary >= DULL_ORDINARY && trait->lower >= DULL_LOWER &&
               ((trait->forename == 0 && (trait->cap == CAP_LOWER || trait->surname == 0)) ||
                trait->lower >= SURELY_LOWER) &&
               (trait->classes & TERM_TITLE) == 0;
    default:
        return FALSE;
    }
}

/* TRUE if nothing near word @i of @traits can be a name. */
static gboolean is_far(const Trait *trait)
{
    return is_dull(trait) && is_dull(trait - 1) && is_dull(trait + 1) && is_dull(trait - 2) &&
           is_dull(trait + 2);
}

G_STATIC_ASSERT(FEATURE_NONE == 0);

typedef void (*WriteFeatures)(const Trait *trait, guint32 features[FEATURE_COUNT]);

/* What the features that @write writes of @trait amount to. @memo is where that is remembered,
 * @print the fingerprint of all that they are made from. */
static Sums recall(const IsrTagger *tagger, IsrMemo *memo, guint64 print, WriteFeatures write,
                   const Trait *trait)
{
    gboolean known;
    gpointer kept = isr_memo_find(memo, print, &known);
    Sums sums;

    if (!known) {
        guint32 features[FEATURE_COUNT] = {0};

        write(trait, features);
        sums = sum_rows(&tagger->model, features);
        memcpy(kept, &sums, sizeof sums);
    }
    memcpy(&sums, kept, sizeof sums);
    return sums;
}

static guint64 print_of_pair(guint64 first, guint64 second)
{
    const guint64 both = first * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15) + second;

    return (both ^ both >> 32) * G_GUINT64_CONSTANT(0xD6E8FEB86659FD93);
}

/* @prints: the fingerprint of @trait, with those of its neighbours around it. */
static Sums add_up(const IsrTagger *tagger, const Trait *trait, guint16 line, const guint64 *prints)
{
    const guint64 before = print_of_pair(prints[-1], prints[0]);
    const guint64 behind = print_of_pair(prints[0], prints[1]);
    guint32 features[FEATURE_COUNT] = {0};
    Sums summed;

    isr_features_around(trait, line, features);
    summed = sum_rows(&tagger->model, features);
    summed += recall(tagger, tagger->own, *prints, isr_features_own, trait);
    summed += recall(tagger, tagger->before, before, isr_features_before, trait);
    summed += recall(tagger, tagger->behind, behind, isr_features_behind, trait);
    return summed;
}

/* Fingerprint of all that the features of the token with @prints around it are made from. */
static guint64 print_of(const guint64 *prints, guint16 line)
{
    guint64 all[2 * TRAIT_MARGIN + 2];

    memcpy(all, prints - TRAIT_MARGIN, sizeof all - sizeof *all);
    all[2 * TRAIT_MARGIN + 1] = line;
    return isr_fingerprint(all, sizeof all);
}

static void weigh(const IsrTagger *tagger, const Sequence *sequence, Lanes *emissions)
{
    static const Lanes nothing = {0, -NOTHING, -NOTHING, -NOTHING, -NOTHING, -NOTHING, -NOTHING, 0};
    guint64 prints[SEQUENCE_MOST + 2 * TRAIT_MARGIN];
    float unit = 1.0f / tagger->model.header->scale;

    for (guint i = 0; i < sequence->n + 2 * TRAIT_MARGIN; i++)
        prints[i] = isr_fingerprint(sequence->traits + i - TRAIT_MARGIN, sizeof(Trait));
    for (guint i = 0; i < sequence->n; i++) {
        if (is_far(&sequence->traits[i])) {
            memcpy(emissions[i], nothing, sizeof nothing);
            continue;
        }
        const guint64 *mine = prints + TRAIT_MARGIN + i;
        gboolean known;
        gpointer kept = isr_memo_find(tagger->weighed, print_of(mine, sequence->lines[i]), &known);
        Sums sums;

        if (!known) {
            sums = add_up(tagger, &sequence->traits[i], sequence->lines[i], mine);
            memcpy(kept, &sums, sizeof sums);
        }
        memcpy(&sums, kept, sizeof sums);
        for (guint y = 0; y < LANES; y++)
            emissions[i][y] = (float)sums[y] * unit;
    }
}

static guint first_label(IsrTagKind kind)
{
    return kind == ISR_TAG_PERSON ? LABEL_B_PER : kind == ISR_TAG_PLACE ? LABEL_B_LOC : LABEL_B_ORG;
}

static float share_of(const Table *table, guint i, IsrTagKind kind)
{
    guint begin = first_label(kind);

    return table->shares[i][begin] + table->shares[i][begin + 1];
}

/* The kind of token @i; FALSE if it names nothing. */
static gboolean kind_of(const Table *table, guint i, IsrTagKind *kind)
{
    static const IsrTagKind kinds[] = {ISR_TAG_PERSON, ISR_TAG_PLACE, ISR_TAG_ORGANISATION};
    guint8 best = table->best[i];

    float person = share_of(table, i, ISR_TAG_PERSON);
    gboolean named = best != LABEL_O && best != LABEL_B_PER && best != LABEL_I_PER;

    *kind = named && person < (float)ISR_TAG_PERSON_FROM ? kinds[(best - 1) / 2] : ISR_TAG_PERSON;
    return named || person >= (float)ISR_TAG_HINT_FROM;
}

static gboolean is_hint(const Table *table, guint i, IsrTagKind kind)
{
    return kind == ISR_TAG_PERSON && share_of(table, i, kind) < (float)ISR_TAG_PERSON_FROM;
}

/* TRUE if token @i begins a tag of @kind of its own behind another. */
static gboolean begins(const Table *table, guint i, IsrTagKind kind)
{
    guint begin = first_label(kind);

    if (is_hint(table, i, kind) != is_hint(table, i - 1, kind))
        return TRUE;

    return table->shares[i][begin] > table->shares[i][begin + 1];
}

/* Adds, for each aspect, how much the features of token @i prefer @kind over no name. */
static void add_aspects(const Model *model, const Sequence *sequence, guint i, IsrTagKind kind,
                        gint *aspects)
{
    guint32 features[FEATURE_COUNT];
    guint begin = first_label(kind);

    isr_features_of(&sequence->traits[i], sequence->lines[i], features);
    for (guint k = 0; k < FEATURE_COUNT; k++) {
        const gint8 *weights = model->rows[isr_model_row(model, features[k])].weights;
        if (k != F_ALWAYS)
            aspects[isr_feature_aspect(k)] +=
                MAX(weights[begin], weights[begin + 1]) - weights[LABEL_O];
    }
}

/* The aspect that weighs most; ASPECTS if none speaks for the tag. */
static guint strongest(const gint *aspects)
{
    guint top = 0;

    for (guint a = 1; a < ASPECTS; a++)
        top = aspects[a] > aspects[top] ? a : top;
    return aspects[top] > 0 ? top : ASPECTS;
}

static const char *reason_of(const Model *model, const Sequence *sequence, guint first, guint last,
                             IsrTagKind kind)
{
    gint aspects[ASPECTS] = {0};

    for (guint i = first; i <= last && i < first + REASON_WORDS; i++)
        add_aspects(model, sequence, i, kind, aspects);
    guint top = strongest(aspects);
    return isr_aspect_words(top < ASPECTS ? (Aspect)top : ASPECT_WORD);
}

static void append(const Model *model, const Table *table, const Sequence *sequence, guint first,
                   guint last, IsrTagKind kind, GArray *tags)
{
    SaidTag tag = {.first = (guint16)first,
                   .last = (guint16)last,
                   .kind = kind,
                   .reason = reason_of(model, sequence, first, last, kind)};

    for (guint i = first; i <= last; i++) {
        tag.score += (double)share_of(table, i, kind) / (last - first + 1);
        tag.person += (double)share_of(table, i, ISR_TAG_PERSON) / (last - first + 1);
    }
    g_array_append_val(tags, tag);
}

static void take_tags(const Model *model, const Table *table, const Sequence *sequence,
                      GArray *tags)
{
    for (guint i = 0; i < sequence->n; i++) {
        IsrTagKind kind, next;
        guint first = i, last;

        if (!kind_of(table, i, &kind))
            continue;
        while (i + 1 < sequence->n && kind_of(table, i + 1, &next) && next == kind &&
               !begins(table, i + 1, kind))
            i++;
        for (last = i; last > first && sequence->traits[last].cap == CAP_MARK; last--)
            ;
        while (first < last && sequence->traits[first].cap == CAP_MARK)
            first++;
        if (sequence->traits[first].cap != CAP_MARK)
            append(model, table, sequence, first, last, kind, tags);
    }
}

/* Tags @sequence, which was cut last, in earnest. */
static const Said *tag_afresh(const IsrTagger *tagger, Sequences *sequences, Sequence *sequence)
{
    Table *table = tagger->table;
    float persons[SEQUENCE_MOST];
    g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(SaidTag));

    isr_sequences_read(sequences, sequence);
    weigh(tagger, sequence, table->emissions);
    isr_chain_shares(&tagger->steps, table->emissions, sequence->n, table->room, table->shares,
                     NULL);
    isr_chain_best(&tagger->model.header->moves, table->emissions, sequence->n, table->back,
                   table->best);
    take_tags(&tagger->model, table, sequence, tags);
    for (guint i = 0; i < sequence->n; i++)
        persons[i] = share_of(table, i, ISR_TAG_PERSON);
    return isr_tagger_memory_keep(tagger->memory, sequence->print, persons, sequence->n, tags);
}

/* What there is to say of @sequence, which was cut last; valid until the next is asked for. */
static const Said *say(const IsrTagger *tagger, Sequences *sequences, Sequence *sequence)
{
    const Said *said = isr_tagger_memory_find(tagger->memory, sequence->print);

    return said && said->n == sequence->n ? said : tag_afresh(tagger, sequences, sequence);
}

void isr_tagger_tag(const IsrTagger *tagger, const IsrReading *reading, GArray *tags)
{
    g_autoptr(Sequences) sequences = isr_sequences_new(&tagger->model, tagger->words, reading);
    Sequence sequence;

    while (isr_sequences_next(sequences, &sequence)) {
        const Said *said = say(tagger, sequences, &sequence);

        for (guint i = 0; i < said->n_tags; i++) {
            const SaidTag *one = &said->tags[i];
            IsrTag tag = {sequence.tokens[one->first].start,
                          sequence.tokens[one->last].end,
                          one->kind,
                          one->score,
                          one->person,
                          one->reason};
            g_array_append_val(tags, tag);
        }
    }
}

void isr_tagger_shares(const IsrTagger *tagger, const IsrReading *reading, GArray *shares)
{
    g_autoptr(Sequences) sequences = isr_sequences_new(&tagger->model, tagger->words, reading);
    Sequence sequence;

    while (isr_sequences_next(sequences, &sequence)) {
        const Said *said = say(tagger, sequences, &sequence);

        for (guint i = 0; i < sequence.n; i++) {
            IsrTagShare share = {sequence.tokens[i].start, sequence.tokens[i].end,
                                 said->persons[i]};
            if (share.share > 0)
                g_array_append_val(shares, share);
        }
    }
}

guint isr_tagger_explain(const IsrTagger *tagger, const IsrReading *reading, gsize start, gsize end,
                         IsrTagKind kind, const char *reasons[3])
{
    g_autoptr(Sequences) sequences = isr_sequences_new(&tagger->model, tagger->words, reading);
    gint aspects[ASPECTS] = {0};
    Sequence sequence;
    guint n = 0;

    while (isr_sequences_next(sequences, &sequence)) {
        isr_sequences_read(sequences, &sequence);
        for (guint i = 0; i < sequence.n; i++)
            if (sequence.tokens[i].start >= start && sequence.tokens[i].end <= end)
                add_aspects(&tagger->model, &sequence, i, kind, aspects);
    }
    for (; n < 3; n++) {
        guint top = strongest(aspects);
        if (top == ASPECTS)
            break;
        reasons[n] = isr_aspect_words((Aspect)top);
        aspects[top] = 0;
    }
    return n;
}
