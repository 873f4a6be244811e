/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks are pairs of ordinary words that follow each other when the telling ones are passed over:
 * names and dates may differ or be missing. The least of them by a hash that everybody can work
 * out are taken, and only their keyed hashes are kept. A sentence of a few words, such as a cell
 * or a chat's "No", is known by what stands around it. */
#include "sketch.h"

#include "fingerprint.h"
#include "siphash.h"

#include <string.h>

/* A sentence of fewer ordinary words is brief: so many of its neighbours' count for it too, */
#define ENOUGH_WORDS 5
#define NEIGHBOURS 3
/* and is known by fewer marks. */
#define BRIEF_MARKS 4

#define SLIGHT G_GUINT64_CONSTANT(1)

typedef struct {
    guint64 print;
    IsrShown shown;
    IsrCategory category;
} Word;

/* A sentence that waits for what follows it. */
typedef struct {
    guint from, to; /* its ordinary words in the stream */
    gboolean gone;
    IsrCategory matter;
    guint length;
    guint64 print; /* of the ordinary ones; of how many sentences without any went before */
    GArray *words; /* of Word: the telling ones */
} Sentence;

struct IsrSketch {
    guint8 secret[ISR_SIPHASH_KEY_BYTES];
    GArray *stream;   /* of guint64: the ordinary words of the document; the lowest bit of one that
                         is slight is set */
    GQueue sentences; /* of Sentence *: the last is in hand */
    GByteArray *imprint;
};

typedef struct {
    guint64 order, hash;
} Mark;

static Sentence *sentence_new(guint from)
{
    Sentence *sentence = g_new0(Sentence, 1);

    sentence->from = sentence->to = from;
    sentence->words = g_array_new(FALSE, FALSE, sizeof(Word));
    return sentence;
}

static void sentence_free(gpointer data)
{
    Sentence *sentence = data;

    g_array_unref(sentence->words);
    g_free(sentence);
}

IsrSketch *isr_sketch_new(const guint8 *secret)
{
    IsrSketch *sketch = g_new0(IsrSketch, 1);

    memcpy(sketch->secret, secret, sizeof sketch->secret);
    sketch->stream = g_array_new(FALSE, FALSE, sizeof(guint64));
    sketch->imprint = isr_imprint_new();
    g_queue_init(&sketch->sentences);
    g_queue_push_tail(&sketch->sentences, sentence_new(0));
    return sketch;
}

void isr_sketch_free(IsrSketch *sketch)
{
    if (!sketch)
        return;
    explicit_bzero(sketch->secret, sizeof sketch->secret);
    g_array_unref(sketch->stream);
    g_queue_clear_full(&sketch->sentences, sentence_free);
    g_byte_array_unref(sketch->imprint);
    g_free(sketch);
}

static guint64 hash_of(const IsrSketch *sketch, guint64 first, guint64 second)
{
    const guint64 both[] = {GUINT64_TO_LE(first), GUINT64_TO_LE(second)};

    return isr_siphash(sketch->secret, both, sizeof both);
}

static guint64 join(guint64 first, guint64 second)
{
    return isr_fingerprint_end(first * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) + second);
}

void isr_sketch_word(IsrSketch *sketch, const IsrPassageWord *word, IsrShown shown,
                     IsrCategory category)
{
    Sentence *sentence = g_queue_peek_tail(&sketch->sentences);
    const Word telling = {word->print, shown, category};
    const guint64 ordinary = (word->print & ~SLIGHT) | (word->slight ? SLIGHT : 0);

    sentence->length += !word->lead;
    if (word->telling) {
        g_array_append_val(sentence->words, telling);
    } else if (!word->lead) {
        g_array_append_val(sketch->stream, ordinary);
        sentence->print = join(sentence->to++ > sentence->from ? sentence->print : 0, word->print);
    }
}

/* Two slight words follow each other everywhere: such a pair comes last. */
static guint64 order_of(guint64 first, guint64 second)
{
    return join(first, second) >> 1 | (first & second & SLIGHT) << 63;
}

static gboolean is_brief(const Sentence *sentence)
{
    return sentence->to - sentence->from < ENOUGH_WORDS;
}

static gint by_order(gconstpointer a, gconstpointer b)
{
    const Mark *x = a, *y = b;

    return x->order < y->order ? -1 : x->order > y->order;
}

/* The marks of @sentence, the least first, each once. GArray of Mark. */
static GArray *marks_of(const IsrSketch *sketch, const Sentence *sentence)
{
    const guint around = is_brief(sentence) ? NEIGHBOURS : 0;
    const guint from = sentence->from - MIN(around, sentence->from);
    const guint to = MIN(sentence->to + around, sketch->stream->len);
    const guint64 *words = (const guint64 *)(gconstpointer)sketch->stream->data; /* NULL: none */
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    guint kept = 0;

    for (guint i = from; i + 1 < to; i++) {
        const Mark mark = {order_of(words[i], words[i + 1]),
                           hash_of(sketch, words[i], words[i + 1])};

        g_array_append_val(marks, mark);
    }
    g_array_sort(marks, by_order);
    for (guint i = 0; i < marks->len; i++) {
        const Mark *mark = &g_array_index(marks, Mark, i);

        if (kept == 0 || mark->order != g_array_index(marks, Mark, kept - 1).order)
            g_array_index(marks, Mark, kept++) = *mark;
    }
    g_array_set_size(marks, kept);
    return marks;
}

/* The telling words of @sentence, bound to the first of its @n_marks @marks. Free with g_free(). */
static IsrImprintWord *bind_words(const IsrSketch *sketch, const Sentence *sentence,
                                  const GArray *marks, guint n_marks)
{
    IsrImprintWord *words = g_new0(IsrImprintWord, sentence->words->len);

    for (guint i = 0; i < sentence->words->len; i++) {
        const Word *word = &g_array_index(sentence->words, Word, i);

        words[i].shown = word->shown;
        words[i].category = word->category;
        for (guint k = 0; k < MIN(n_marks, ISR_IMPRINT_BOUND); k++)
            words[i].hashes[k] =
                (guint16)hash_of(sketch, g_array_index(marks, Mark, k).hash, word->print);
    }
    return words;
}

static void put_down(IsrSketch *sketch, const Sentence *sentence)
{
    g_autoptr(GArray) marks = marks_of(sketch, sentence);
    const guint most = is_brief(sentence) ? BRIEF_MARKS : ISR_IMPRINT_MARKS;
    IsrImprintSentence out = {
        .gone = sentence->gone,
        .category = sentence->gone ? sentence->matter : ISR_CATEGORY_NAME,
        .length = (guint8)MIN(sentence->length, G_MAXUINT8),
        .brief = is_brief(sentence),
        .hash = (guint16)hash_of(sketch, sentence->print, sentence->to - sentence->from),
        .n_marks = MIN(marks->len, most),
        .n_words = MIN(sentence->words->len, ISR_IMPRINT_WORDS),
    };
    g_autofree IsrImprintWord *words = bind_words(sketch, sentence, marks, out.n_marks);

    out.words = words;
    for (guint i = 0; i < out.n_marks; i++)
        out.marks[i] = (guint32)(g_array_index(marks, Mark, i).hash & 0xffffff);
    isr_imprint_add(sketch->imprint, &out);
}

/* Writes down the sentences that wait for nothing any more; @all: nothing follows. */
static void write_down(IsrSketch *sketch, gboolean all)
{
    while (sketch->sentences.length > 1) {
        Sentence *sentence = g_queue_peek_head(&sketch->sentences);

        if (!all && is_brief(sentence) && sketch->stream->len < sentence->to + NEIGHBOURS)
            return;
        put_down(sketch, sentence);
        sentence_free(g_queue_pop_head(&sketch->sentences));
    }
}

void isr_sketch_end(IsrSketch *sketch, gboolean gone, IsrCategory matter)
{
    Sentence *sentence = g_queue_peek_tail(&sketch->sentences);
    Sentence *next = sentence_new(sketch->stream->len);

    sentence->gone = gone;
    sentence->matter = matter;
    if (sentence->from == sentence->to)
        next->print = sentence->print + 1;
    g_queue_push_tail(&sketch->sentences, next);
    write_down(sketch, FALSE);
}

char *isr_sketch_imprint(IsrSketch *sketch)
{
    write_down(sketch, TRUE);
    return isr_imprint_text(sketch->imprint);
}
