/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule's word is the first feature; the others are who is spoken of, in which order, with which
 * words beside them, and whose the sentence before was. */
#include "ownership.h"

#include "gists.h"
#include "people.h"

#include <string.h>

/* From this probability on the model is heard; from the others on, where another cell or the
 * sentence before tells, and where by rule nothing does. */
#define TELLS 0.4f
#define OVERRULES 0.85f
#define SUFFICES 0.75f
/* A label of more words is text. */
#define MOST_LABEL 12
/* From here on somebody is a man, and a woman below its negative. */
#define RATHER 0.3

static const IsrRole roles[ISR_OWNERSHIP_CLASSES] = {ISR_ROLE_SUBJECT, ISR_ROLE_FAMILY,
                                                     ISR_ROLE_THIRD_PARTY, ISR_ROLE_PROFESSIONAL};

guint isr_ownership_class(IsrRole role)
{
    for (guint i = 0; i < ISR_OWNERSHIP_CLASSES; i++)
        if (roles[i] == role)
            return i;
    return ISR_OWNERSHIP_CLASSES - 1;
}

IsrRole isr_ownership_role(guint class)
{
    return roles[class];
}

typedef struct {
    const IsrScene *scene;
    const IsrGistSentence *one;
    GArray *features;
    guint topic;      /* the category */
    guint64 *symbols; /* of each token: its word, or who it speaks of */
    guint n;
} Reader;

static guint64 print_of(const char *text, gsize length)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++)
        print = isr_fingerprint_on(print, (guint8)text[i]);
    return print;
}

static guint64 join(guint64 one, guint64 other)
{
    return isr_fingerprint_end(one * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) ^ other);
}

static void add(Reader *reader, const char *what, guint64 one, guint64 other)
{
    const guint32 feature = (guint32)join(join(print_of(what, strlen(what)), one), other);

    g_array_append_val(reader->features, feature);
}

/* Who is spoken of, as far as it matters here: role, and whether by name, noun or pronoun. */
static guint64 symbol_of(const IsrSpoken *who)
{
    return 1000 + 100 * (guint64)who->role + 10 * (guint64)who->kind + who->named;
}

static void read_symbols(Reader *reader)
{
    const IsrGist *gist = reader->scene->gist;

    for (guint i = 0; i < reader->n; i++) {
        const guint token = reader->one->from + i;
        const IsrToken *it = isr_tokens_nth(gist->tokens, token);

        reader->symbols[i] = it->flags & ISR_TOKEN_DIGITS
                                 ? 10
                                 : print_of(isr_tokens_word(gist->tokens, token), it->length);
    }
    for (guint i = 0; i < reader->scene->spoken->len; i++) {
        const IsrSpoken *who = isr_scene_spoken(reader->scene, i);

        for (guint at = who->first; at <= who->last; at++)
            if (at >= reader->one->from && at < reader->one->to)
                reader->symbols[at - reader->one->from] = symbol_of(who);
    }
}

static void add_words(Reader *reader)
{
    for (guint i = 0; i < reader->n; i++) {
        add(reader, "word", reader->symbols[i], 0);
        for (guint apart = 1; apart <= 3 && i + apart < reader->n; apart++)
            add(reader, apart == 1 ? "pair" : "pair apart", reader->symbols[i],
                reader->symbols[i + apart]);
    }
    if (reader->n > 0) {
        add(reader, "first", reader->symbols[0], 0);
        add(reader, "first and topic", reader->symbols[0], reader->topic);
    }
}

/* One of five, by how likely it is. */
static guint fifth(double likely)
{
    return (guint)CLAMP(5 * likely, 0, 4);
}

/* Who @who is was settled, but with doubts: how likely it is that they are the subject, or of the
 * family. */
static void add_likely(Reader *reader, const char *what, const IsrSpoken *who)
{
    const GPtrArray *clusters = reader->scene->focus->people->clusters;

    if (who == NULL || who->person == 0)
        return;
    const Cluster *cluster = clusters->pdata[who->person - 1];
    const guint subject = fifth(cluster->likely[ISR_ROLE_SUBJECT]);

    add(reader, what, 10 + subject, who->role);
    add(reader, what, 20 + subject, reader->topic);
    add(reader, what, 30 + subject, fifth(cluster->likely[ISR_ROLE_FAMILY]));
}

/* Where somebody stands among those spoken of, and beside the telling word. */
static void add_spoken(Reader *reader, guint token)
{
    const IsrSpoken *first = NULL, *before = NULL, *behind = NULL;
    guint met = 0, people = 0;

    for (guint i = 0; i < reader->scene->spoken->len; i++) {
        const IsrSpoken *who = isr_scene_spoken(reader->scene, i);

        add(reader, "spoken", symbol_of(who), who->owns);
        add(reader, "role and topic", who->role, reader->topic);
        if (who->role == ISR_ROLE_PROFESSIONAL)
            continue;
        first = people++ == 0 ? who : first;
        met |= 1u << who->role;
        if (people <= 3)
            add(reader, "place", people, symbol_of(who));
        if (who->first <= token)
            before = who;
        else if (behind == NULL)
            behind = who;
    }
    add_likely(reader, "first is", first);
    add_likely(reader, "before is", before);
    add_likely(reader, "behind is", before == NULL ? behind : NULL);
    add(reader, "people", MIN(people, 4), met);
    add(reader, "people and topic", met, reader->topic);
    add(reader, "before", before != NULL ? symbol_of(before) : 0, reader->topic);
    add(reader, "behind", behind != NULL ? symbol_of(behind) : 0, reader->topic);
    add(reader, "around", before != NULL ? symbol_of(before) : 0,
        behind != NULL ? symbol_of(behind) : 0);
}

/* How much of the record's "he" and "she" is this one: who is spoken of most is the subject. */
static guint share_of(const IsrFocus *focus, IsrPersonKind kind)
{
    const guint all = focus->said[0] + focus->said[1];
    const guint share = 5 * focus->said[kind - ISR_PERSON_HE] / MAX(all, 1);

    return MIN(share, 4) + 5 * (all > 4);
}

/* Whether a "he" or "she" can mean the subject: 0: nothing tells, 1: can, 2: cannot. */
static guint fit_of(const Reader *reader, IsrPersonKind kind)
{
    const double sex = reader->scene->focus->sex;

    if (sex > -RATHER && sex < RATHER)
        return 0;
    return (sex < 0) == (kind == ISR_PERSON_SHE) ? 1 : 2;
}

static void add_fit(Reader *reader, guint fit, guint share, gboolean opens)
{
    const IsrFocus *focus = reader->scene->focus;

    add(reader, "fits", fit, reader->scene->focus->subjects);
    add(reader, "fits and topic", fit, reader->topic);
    add(reader, "fits and given", fit, focus->given);
    add(reader, "fits and running", fit, focus->running.role);
    add(reader, "fits and opens", fit, opens);
    add(reader, "fits and share", fit, share);
}

/* The first "he" or "she", as it was written: whom it means was found by rule. */
static void add_pronoun(Reader *reader)
{
    const IsrGist *gist = reader->scene->gist;

    for (guint i = reader->one->hit; i < reader->one->hits; i++) {
        const IsrLexisHit *hit = &g_array_index(gist->hits, IsrLexisHit, i);
        const IsrPersonKind kind = isr_topics_group(gist->topics, hit->group)->kind;

        if (kind != ISR_PERSON_HE && kind != ISR_PERSON_SHE)
            continue;
        const guint share = share_of(reader->scene->focus, kind);

        add_fit(reader, fit_of(reader, kind), share, hit->first == reader->one->from);
        add(reader, "pronoun", kind, share);
        add(reader, "pronoun's share", share, hit->first == reader->one->from);
        add(reader, "pronoun's share and topic", share, reader->topic);
        return;
    }
}

static void add_rule(Reader *reader, const IsrOwner *owner)
{
    const guint64 rule = (guint64)owner->who.role * 32 + (guint64)owner->reason;

    add(reader, "topic", reader->topic, 0);
    add(reader, "rule", rule, 0);
    add(reader, "rule's role", owner->who.role, owner->guessed);
    add(reader, "rule and topic", rule, reader->topic);
}

static void add_label(Reader *reader, const char *where, const IsrGist *gist, guint from, guint to)
{
    for (guint i = from; i < to; i++)
        if (isr_gist_mark_at(gist, i) == 0)
            add(reader, where,
                print_of(isr_tokens_word(gist->tokens, i), isr_tokens_nth(gist->tokens, i)->length),
                0);
}

/* The cell before, the first of the row, and the head of the column. */
static void add_row(Reader *reader)
{
    const IsrPatterns *patterns = reader->scene->focus->patterns;
    const IsrGist *gist = reader->scene->gist;
    const GPtrArray *columns = reader->scene->block->columns;
    const guint cell = reader->one->sentence.cell;

    for (guint i = 0; i < reader->scene->number; i++) {
        const IsrGistSentence *other = &g_array_index(gist->sentences, IsrGistSentence, i);

        if (other->sentence.cell == cell || other->to - other->from > MOST_LABEL)
            continue;
        if (other->sentence.cell + 1 == cell)
            add_label(reader, "label", gist, other->from, other->to);
        if (other->sentence.cell == 0)
            add_label(reader, "row", gist, other->from, other->to);
    }
    if (columns == NULL || cell >= columns->len)
        return;
    gist = isr_gists_of(patterns->gists, patterns, columns->pdata[cell]);
    add_label(reader, "column", gist, 0, MIN(gist->tokens->tokens->len, MOST_LABEL));
}

static void add_surroundings(Reader *reader)
{
    const IsrFocus *focus = reader->scene->focus;
    const IsrBlock *block = reader->scene->block;
    const gboolean follows = reader->one->follows;

    add(reader, "block", block->kind, reader->topic);
    add(reader, "given", (guint64)focus->given * 2 + (guint64)follows, 0);
    add(reader, "given and topic", (guint64)focus->given * 2 + (guint64)follows, reader->topic);
    add(reader, "running", (guint64)focus->running.role * 2 + (guint64)follows, 0);
    add(reader, "headed", focus->headed.role, block->heading != NULL);
    if (block->kind == ISR_BLOCK_ROW)
        add_row(reader);
    for (guint i = 0; i < MIN(focus->remembered, 2); i++)
        add(reader, "recent", i, focus->recent[i].role);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    const guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

    return one < other ? -1 : one > other;
}

static void keep_each_once(GArray *features)
{
    guint kept = 0;

    g_array_sort(features, by_number);
    for (guint i = 0; i < features->len; i++) {
        const guint32 feature = g_array_index(features, guint32, i);

        if (kept == 0 || g_array_index(features, guint32, kept - 1) != feature)
            g_array_index(features, guint32, kept++) = feature;
    }
    g_array_set_size(features, kept);
}

void isr_ownership_gather(const IsrScene *scene, IsrCategory category, const IsrOwner *owner,
                          guint token, GArray *features)
{
    const IsrGistSentence *one = isr_scene_sentence(scene);
    Reader reader = {.scene = scene,
                     .one = one,
                     .features = features,
                     .topic = category,
                     .n = one->to - one->from};
    g_autofree guint64 *symbols = g_new(guint64, reader.n + 1);

    reader.symbols = symbols;
    read_symbols(&reader);
    add_words(&reader);
    add_spoken(&reader, token);
    add(&reader, "subjects", scene->focus->subjects, reader.topic);
    add_pronoun(&reader);
    add_rule(&reader, owner);
    add_surroundings(&reader);
    keep_each_once(features);
}

/* The one spoken of who has @role, the last before @token or the first behind it. */
static IsrSpoken somebody(const IsrScene *scene, IsrRole role, guint token)
{
    const IsrSpoken *found = NULL;

    for (guint i = 0; i < scene->spoken->len; i++) {
        const IsrSpoken *who = isr_scene_spoken(scene, i);

        if (who->role != role || (found != NULL && who->first > token))
            continue;
        found = who;
    }
    if (found != NULL)
        return *found;
    return role == ISR_ROLE_SUBJECT ? isr_owner_subject(scene->focus) : (IsrSpoken){.role = role};
}

/* How sure the model must be to be heard. */
static float needed(const IsrOwner *owner)
{
    if (owner->reason == ISR_OWNER_HEADING)
        return 1; /* somebody is named there for what follows */
    if (owner->reason == ISR_OWNER_ROW || owner->reason == ISR_OWNER_BEFORE)
        return OVERRULES;
    return owner->who.role == ISR_ROLE_UNSURE ? SUFFICES : TELLS;
}

void isr_ownership_settle(const IsrScene *scene, IsrCategory category, guint token, IsrOwner *owner)
{
    const IsrClassifier *classifier = scene->focus->patterns->owners;
    g_autoptr(GArray) features = g_array_new(FALSE, FALSE, sizeof(guint32));
    IsrTally tally;
    guint best = 0;

    isr_ownership_gather(scene, category, owner, token, features);
    isr_classifier_begin(classifier, &tally);
    for (guint i = 0; i < features->len; i++)
        isr_classifier_add(classifier, &tally, g_array_index(features, guint32, i), 1);
    isr_classifier_end(classifier, &tally);
    for (guint i = 1; i < ISR_OWNERSHIP_CLASSES; i++)
        best = tally.sums[i] > tally.sums[best] ? i : best;
    if (tally.sums[best] < needed(owner) || owner->who.role == roles[best])
        return;
    owner->who = somebody(scene, roles[best], token);
    owner->who.role = roles[best];
    owner->reason = ISR_OWNER_LEARNT;
    owner->guessed = FALSE;
}
