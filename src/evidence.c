/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are told by their fingerprints, so that a feature costs no string. What stands within an
 * identifier is told by what that is: "<name>", so that nobody's name speaks for a matter. */
#include "evidence.h"

#include "fingerprint.h"
#include "gists.h"
#include "vectors.h"

#include <string.h>

/* Words that share their beginning are forms of one word, mostly. */
#define STEM 5
#define LONG 6
/* A label of more words is text; a cell of more sentences is none either. */
#define MOST_LABEL 12
#define MOST_IN_CELL 100

typedef struct {
    const IsrGist *gist;
    const IsrGistSentence *one;
    GArray *signs;
    guint64 *words;    /* of each token of the sentence: its fingerprint */
    guint64 *patterns; /* likewise, those for people and numbers as what they are */
    guint n;
} Reader;

static guint64 print_of(const char *text, gsize length)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++)
        print = isr_fingerprint_on(print, (guint8)text[i]);
    return print;
}

static guint64 print_word(const char *text)
{
    return print_of(text, strlen(text));
}

/* One number of two that are not alike. */
static guint64 join(guint64 one, guint64 other)
{
    return isr_fingerprint_end(one * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) ^ other);
}

static guint32 feature_of(const char *what, guint64 print)
{
    return (guint32)join(print_word(what), print);
}

guint32 isr_evidence_word(const char *word, gsize length)
{
    return feature_of("word", print_of(word, length));
}

static void add(Reader *reader, IsrSignKind kind, const char *what, guint64 print, guint first,
                guint last)
{
    IsrSign sign = {feature_of(what, print), kind, first, last};

    g_array_append_val(reader->signs, sign);
}

/* What the word at @token is told by. */
static guint64 word_at(const IsrGist *gist, guint token)
{
    const IsrToken *it = isr_tokens_nth(gist->tokens, token);
    guint8 mark = isr_gist_mark_at(gist, token);

    if (mark > 0)
        return print_word(isr_category_id((IsrCategory)(mark - 1))) + 1;
    if (it->flags & ISR_TOKEN_DIGITS)
        return print_word("<number>");
    return print_of(isr_tokens_word(gist->tokens, token), it->length);
}

static const IsrGroup *group_at(const IsrGist *gist, guint hit)
{
    return isr_topics_group(gist->topics, g_array_index(gist->hits, IsrLexisHit, hit).group);
}

/* What a word for a person is told by: which kind of person. */
static guint64 person_print(const IsrGroup *group)
{
    return group->kind == ISR_PERSON_NOUN ? print_word("<person>") + group->role
                                          : print_word("<pronoun>") + group->kind;
}

static void read_words(Reader *reader)
{
    for (guint i = 0; i < reader->n; i++)
        reader->words[i] = reader->patterns[i] = word_at(reader->gist, reader->one->from + i);
    for (guint i = reader->one->hit; i < reader->one->hits; i++) {
        const IsrLexisHit *hit = &g_array_index(reader->gist->hits, IsrLexisHit, i);
        const IsrGroup *group = group_at(reader->gist, i);

        if (group->topic || group->kind == ISR_PERSON_PASSING)
            continue;
        for (guint at = hit->first; at <= hit->last; at++)
            if (isr_gist_mark_at(reader->gist, at) == 0)
                reader->patterns[at - reader->one->from] = person_print(group);
    }
}

static void add_words(Reader *reader)
{
    for (guint i = 0; i < reader->n; i++) {
        const guint token = reader->one->from + i;
        const IsrToken *it = isr_tokens_nth(reader->gist->tokens, token);

        add(reader, ISR_SIGN_WORD, "word", reader->words[i], token, token);
        if (it->length > LONG && isr_gist_mark_at(reader->gist, token) == 0)
            add(reader, ISR_SIGN_WORD, "stem",
                print_of(isr_tokens_word(reader->gist->tokens, token), STEM), token, token);
    }
}

/* Pairs @apart words apart; past either end stands nothing. */
static void add_pairs(Reader *reader, guint apart, const char *what, const char *pattern)
{
    for (guint i = 0; i + apart <= reader->n; i++) {
        const guint first = reader->one->from + (i > 0 ? i - 1 : 0);
        const gboolean opens = i == 0, ends = i + apart > reader->n;
        guint64 one = opens ? 1 : reader->words[i - 1];
        guint64 other = ends ? 2 : reader->words[i - 1 + apart];
        guint64 whose = opens ? 1 : reader->patterns[i - 1];
        guint64 theirs = ends ? 2 : reader->patterns[i - 1 + apart];
        const guint last = MIN(reader->one->from + i - 1 + apart, reader->one->to - 1);

        if (opens && apart > 1)
            continue;
        add(reader, ISR_SIGN_PAIR, what, join(one, other), first, last);
        if (whose != one || theirs != other)
            add(reader, ISR_SIGN_PATTERN, pattern, join(whose, theirs), first, last);
    }
}

static const char *kind_word(IsrFamilyKind kind)
{
    static const char *const words[] = {"strong",  "weak",  "kin",   "against",
                                        "nothing", "never", "field", "no answer"};

    return words[kind];
}

/* The families met among the hits from @from to before @to of @gist. */
static void add_families(Reader *reader, const IsrGist *gist, guint from, guint to,
                         IsrSignKind kind, const char *where)
{
    for (guint i = from; i < to; i++) {
        const IsrLexisHit *hit = &g_array_index(gist->hits, IsrLexisHit, i);
        const IsrGroup *group = group_at(gist, i);

        if (!group->topic || isr_gist_is_within_name(gist, hit))
            continue;
        guint64 topic = join(print_word(where), print_word(isr_topic_id(group->topic)));

        add(reader, kind, "family",
            join(topic, print_word(group->family->name) + group->family->kind), hit->first,
            hit->last);
        add(reader, kind, kind_word(group->family->kind), topic, hit->first, hit->last);
    }
}

static gboolean is_person(const Reader *reader, gint at)
{
    return at >= 0 && at < (gint)reader->n &&
           (reader->patterns[at] != reader->words[at] ||
            isr_gist_mark_at(reader->gist, reader->one->from + (guint)at) == ISR_CATEGORY_NAME + 1);
}

/* Who is spoken of nearest before the words of @hit (@step -1) or behind them (1), as what they
 * are; 0: nobody. "Her friend" and "mum's friend" are the friend. */
static guint64 person_beside(const Reader *reader, const IsrLexisHit *hit, gint step)
{
    gint at = (gint)((step < 0 ? hit->first : hit->last) - reader->one->from) + step;

    while (at >= 0 && at < (gint)reader->n && !is_person(reader, at))
        at += step;
    while (is_person(reader, at) && is_person(reader, at + 1) && step > 0)
        at++;
    return is_person(reader, at) ? reader->patterns[at] : 0;
}

/* What only some people's doing makes a matter: who does it, and to whom. */
static void add_doers(Reader *reader)
{
    for (guint i = reader->one->hit; i < reader->one->hits; i++) {
        const IsrLexisHit *hit = &g_array_index(reader->gist->hits, IsrLexisHit, i);
        const IsrGroup *group = group_at(reader->gist, i);

        if (!group->topic || group->family->kind != ISR_FAMILY_KIN ||
            isr_gist_is_within_name(reader->gist, hit))
            continue;
        const guint64 topic = print_word(isr_topic_id(group->topic));

        add(reader, ISR_SIGN_FAMILY, "does", join(topic, person_beside(reader, hit, -1)),
            hit->first, hit->last);
        add(reader, ISR_SIGN_FAMILY, "is done to", join(topic, person_beside(reader, hit, 1)),
            hit->first, hit->last);
    }
}

static void add_people(Reader *reader)
{
    for (guint i = reader->one->hit; i < reader->one->hits; i++) {
        const IsrGroup *group = group_at(reader->gist, i);
        const IsrLexisHit *hit = &g_array_index(reader->gist->hits, IsrLexisHit, i);

        if (!group->topic)
            add(reader, ISR_SIGN_FAMILY, "person", person_print(group), hit->first, hit->last);
    }
}

static void add_shape(Reader *reader, const IsrBlock *block)
{
    const IsrSentence *sentence = &reader->one->sentence;
    const char last = reader->gist->text->str[sentence->range.end - 1];
    guint first = reader->one->from, end = MAX(reader->one->to, first + 1) - 1;

    add(reader, ISR_SIGN_SHAPE, "block", block->kind, first, end);
    add(reader, ISR_SIGN_SHAPE, "length", MIN(reader->n, 40) / 4, first, end);
    add(reader, ISR_SIGN_SHAPE, "ends", (guint64)last, first, end);
    add(reader, ISR_SIGN_SHAPE, "whole",
        (guint64)(sentence->whole + 2 * sentence->finished + 4 * reader->one->follows), first, end);
}

/* The families, and of a label the words, of a sentence of @gist that stands around the one that
 * is read. Words of running text there say more of the document that was learnt from than of the
 * sentence. */
static void add_around(Reader *reader, const IsrGist *gist, const IsrGistSentence *other,
                       IsrSignKind kind, const char *where)
{
    for (guint i = other->from; kind == ISR_SIGN_LABEL && i < other->to; i++)
        add(reader, kind, where, word_at(gist, i), i, i);
    add_families(reader, gist, other->hit, other->hits, kind, where);
}

static void add_text(Reader *reader, const IsrPatterns *patterns, const char *text,
                     IsrSignKind kind, const char *where)
{
    const IsrGist *gist = isr_gists_of(patterns->gists, patterns, text);

    for (guint i = 0; i < gist->sentences->len; i++)
        add_around(reader, gist, &g_array_index(gist->sentences, IsrGistSentence, i), kind, where);
}

static const IsrGistSentence *sentence_nth(const IsrGist *gist, guint n)
{
    return &g_array_index(gist->sentences, IsrGistSentence, n);
}

/* The sentences before the @end-th that stand in its cell, the last first, as labels. */
static void add_cell(Reader *reader, guint end, const char *where)
{
    const guint cell = end > 0 ? sentence_nth(reader->gist, end - 1)->sentence.cell : 0;

    for (guint i = end; i > 0 && end - i < MOST_IN_CELL; i--) {
        const IsrGistSentence *other = sentence_nth(reader->gist, i - 1);

        if (other->sentence.cell != cell)
            return;
        if (other->to - other->from <= MOST_LABEL)
            add_around(reader, reader->gist, other, ISR_SIGN_LABEL, where);
    }
}

/* The cell before, the first cell of the row, and the heading of the column. */
static void add_row(Reader *reader, const IsrPatterns *patterns, const IsrBlock *block, guint n)
{
    const guint cell = reader->one->sentence.cell;
    const GPtrArray *columns = block->columns;
    const guint before = isr_gist_before_cell(reader->gist, n, cell);

    if (before > 0 && sentence_nth(reader->gist, before - 1)->sentence.cell + 1 == cell)
        add_cell(reader, before, "label");
    if (cell > 1)
        add_cell(reader, isr_gist_before_cell(reader->gist, n, 1), "row");
    if (columns != NULL && cell < columns->len)
        add_text(reader, patterns, columns->pdata[cell], ISR_SIGN_LABEL, "column");
}

static void add_surroundings(Reader *reader, const IsrPatterns *patterns, const IsrBlock *block,
                             guint n)
{
    if (reader->one->follows && n > 0)
        add_around(reader, reader->gist,
                   &g_array_index(reader->gist->sentences, IsrGistSentence, n - 1), ISR_SIGN_BEFORE,
                   "before");
    if (block->heading != NULL)
        add_text(reader, patterns, block->heading, ISR_SIGN_HEADING, "heading");
    if (block->kind == ISR_BLOCK_ROW)
        add_row(reader, patterns, block, n);
}

static gint by_feature(gconstpointer a, gconstpointer b)
{
    const IsrSign *one = a, *other = b;

    if (one->feature != other->feature)
        return one->feature < other->feature ? -1 : 1;
    return one->first < other->first ? -1 : one->first > other->first;
}

/* A word said twice says no more. */
static void keep_each_once(GArray *signs)
{
    guint kept = 0;

    g_array_sort(signs, by_feature);
    for (guint i = 0; i < signs->len; i++) {
        const IsrSign sign = g_array_index(signs, IsrSign, i);

        if (kept == 0 || g_array_index(signs, IsrSign, kept - 1).feature != sign.feature)
            g_array_index(signs, IsrSign, kept++) = sign;
    }
    g_array_set_size(signs, kept);
}

/* Gathers the signs as they come, some of them more than once. */
static void gather_all(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                       guint n, GArray *signs)
{
    const IsrGistSentence *one = &g_array_index(gist->sentences, IsrGistSentence, n);
    Reader reader = {.gist = gist, .one = one, .signs = signs, .n = one->to - one->from};
    g_autofree guint64 *prints = g_new(guint64, 2 * reader.n + 1);

    reader.words = prints;
    reader.patterns = prints + reader.n;
    read_words(&reader);
    add_words(&reader);
    add_pairs(&reader, 1, "pair", "pattern");
    add_pairs(&reader, 2, "pair over one", "pattern over one");
    add_pairs(&reader, 3, "pair over two", "pattern over two");
    add_families(&reader, gist, one->hit, one->hits, ISR_SIGN_FAMILY, "");
    add_people(&reader);
    add_doers(&reader);
    add_shape(&reader, block);
    add_surroundings(&reader, patterns, block, n);
}

void isr_evidence_gather(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                         guint n, GArray *signs)
{
    gather_all(gist, patterns, block, n, signs);
    keep_each_once(signs);
}

/* Puts @n numbers in order, by Shell's method: they are a few dozen, but a sentence may have no
 * end. */
static void sort_numbers(guint32 *numbers, guint n)
{
    static const guint gaps[] = {4194304, 1864135, 828504, 368224, 163655, 72735, 32327,
                                 14367,   6385,    2838,   1261,   701,    301,   132,
                                 57,      23,      10,     4,      1};

    for (guint k = 0; k < G_N_ELEMENTS(gaps); k++) {
        const guint gap = gaps[k];

        for (guint i = gap; i < n; i++) {
            const guint32 number = numbers[i];
            guint at = i;

            for (; at >= gap && numbers[at - gap] > number; at -= gap)
                numbers[at] = numbers[at - gap];
            numbers[at] = number;
        }
    }
}

/* Writes the features of @signs that @model knows to @features, in order, some more than once; how
 * many. Most pairs of words were never met in training. */
static guint known_features(const IsrClassifier *model, const GArray *signs, guint32 *features)
{
    guint n = 0;

    for (guint i = 0; i < signs->len; i++) {
        const guint32 feature = g_array_index(signs, IsrSign, i).feature;

        if (isr_classifier_knows(model, feature))
            features[n++] = feature;
    }
    sort_numbers(features, n);
    return n;
}

/* Whoever has a thing: "mums" is "mum" then. */
static gsize owner_length(const IsrToken *it, const char *word)
{
    const gboolean owns = (it->flags & ISR_TOKEN_OWNS) && it->length > 2;

    return owns && word[it->length - 1] == 's' ? it->length - 1 : it->length;
}

static void word_of(const IsrGist *gist, const IsrVectors *vectors, guint token,
                    IsrWording *wording)
{
    const IsrToken *it = isr_tokens_nth(gist->tokens, token);
    const char *word = isr_tokens_word(gist->tokens, token);
    const gboolean plain =
        isr_gist_mark_at(gist, token) == 0 && (it->flags & ISR_TOKEN_DIGITS) == 0;
    const gint8 *vector = plain ? isr_vectors_find(vectors, word, owner_length(it, word)) : NULL;

    isr_wording_add(wording, vector);
    if (vector == NULL)
        isr_wording_mark(wording, feature_of("word", word_at(gist, token)));
    if (vector == NULL && plain)
        isr_wording_mark(wording, feature_of("unknown", 0));
    if (it->flags & ISR_TOKEN_OWNS)
        isr_wording_mark(wording, feature_of("owns", 0));
}

/* What the hits at @token say of it. */
static void mark_hits(const IsrGist *gist, const IsrGistSentence *one, guint token,
                      IsrWording *wording)
{
    for (guint i = one->hit; i < one->hits; i++) {
        const IsrLexisHit *hit = &g_array_index(gist->hits, IsrLexisHit, i);
        const IsrGroup *group = group_at(gist, i);

        if (token < hit->first || token > hit->last || isr_gist_is_within_name(gist, hit) ||
            (!group->topic && group->kind == ISR_PERSON_PASSING))
            continue;
        isr_wording_mark(wording, group->topic ? feature_of(kind_word(group->family->kind),
                                                            print_word(isr_topic_id(group->topic)))
                                               : feature_of("person", person_print(group)));
    }
}

IsrWording *isr_evidence_wording(const IsrGist *gist, const IsrPatterns *patterns, guint n)
{
    const IsrGistSentence *one = &g_array_index(gist->sentences, IsrGistSentence, n);
    IsrWording *wording = isr_wording_new();

    for (guint token = one->from; token < one->to; token++) {
        word_of(gist, patterns->vectors, token, wording);
        mark_hits(gist, one, token, wording);
    }
    return wording;
}

void isr_evidence_judge(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                        guint n, IsrTally *tally)
{
    g_autoptr(GArray) signs = g_array_sized_new(FALSE, FALSE, sizeof(IsrSign), 256);

    gather_all(gist, patterns, block, n, signs);
    g_autofree guint32 *features = g_new(guint32, signs->len + 1);
    g_autoptr(IsrWording) wording = isr_evidence_wording(gist, patterns, n);
    const guint known = known_features(patterns->matters, signs, features);

    isr_classifier_begin(patterns->matters, tally);
    for (guint i = 0; i < known; i++)
        if (i == 0 || features[i] != features[i - 1])
            isr_classifier_add(patterns->matters, tally, features[i], 1);
    isr_network_judge(patterns->network, wording, tally);
    isr_classifier_end(patterns->matters, tally);
}
