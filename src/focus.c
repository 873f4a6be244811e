/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a sensitive sentence is: of those spoken of in it the one nearest before its telling word;
 * a pronoun is whoever was spoken of last and can be meant. Where a sentence names nobody, the
 * line, the row, the heading and, for want of these, the record's subject tell. Professionals
 * report; a sentence is theirs only where nobody else can be meant. */
#include "focus.h"

#include "spoken.h"

#include <string.h>

/* So many people are remembered as spoken of lately. */
#define RECENT 6
/* Words between an owner and what is theirs. */
#define FAR 4
#define NOBODY ((IsrSpoken){.role = ISR_ROLE_UNSURE})

struct IsrFocus {
    const IsrPatterns *patterns;
    const IsrPeople *people;
    IsrSpoken recent[RECENT]; /* the last spoken of first */
    guint remembered;
    IsrSpoken running;   /* whom this run of sentences is about; unsure and unnamed: nobody yet */
    IsrSpoken headed;    /* whom the last heading names */
    IsrSpoken you;       /* whom a letter addresses */
    GHashTable *genders; /* of persons, as pronouns told: number to 'f' or 'm' */
};

/* One sentence, and what was found of it. */
typedef struct {
    IsrFocus *focus;
    const IsrBlock *block;
    const IsrGist *gist;
    guint number;
    GArray *spoken; /* of IsrSpoken, pronouns resolved */
    const GArray *findings;
} Scene;

/* Whose it is, and why. */
typedef struct {
    IsrSpoken who;
    const char *reason; /* NULL: nothing tells */
    gboolean guessed;   /* only for want of anything that tells */
} Owner;

IsrFocus *isr_focus_new(const IsrPatterns *patterns, const IsrPeople *people)
{
    IsrFocus *focus = g_new0(IsrFocus, 1);

    focus->patterns = patterns;
    focus->people = people;
    focus->you = focus->running = focus->headed = NOBODY;
    focus->genders = g_hash_table_new(NULL, NULL);
    return focus;
}

void isr_focus_free(IsrFocus *focus)
{
    if (!focus)
        return;
    g_hash_table_unref(focus->genders);
    g_free(focus);
}

static const IsrGistSentence *sentence_of(const Scene *scene)
{
    return &g_array_index(scene->gist->sentences, IsrGistSentence, scene->number);
}

static const IsrSpoken *spoken_at(const Scene *scene, guint n)
{
    return &g_array_index(scene->spoken, IsrSpoken, n);
}

static char gender_of(const IsrFocus *focus, const IsrSpoken *who)
{
    if (who->gender == 0 && who->person > 0)
        return (char)GPOINTER_TO_INT(
            g_hash_table_lookup(focus->genders, GUINT_TO_POINTER(who->person)));
    return who->gender;
}

/* The only or first person the record is about. */
static IsrSpoken subject_of(const IsrFocus *focus)
{
    for (guint i = 1; i <= isr_people_size(focus->people); i++) {
        const IsrPerson *person = isr_people_nth(focus->people, i);

        if (person->role == ISR_ROLE_SUBJECT)
            return (IsrSpoken){.role = person->role, .person = i, .kin = person->kin};
    }
    return NOBODY;
}

/* Whom the record is about, even where nothing in it says who that is. */
static IsrSpoken about(const IsrFocus *focus)
{
    IsrSpoken who = subject_of(focus);

    who.role = ISR_ROLE_SUBJECT;
    return who;
}

/* "I take tablets": of somebody, and it is not known of whom. */
static gboolean has_stranger(const Scene *scene)
{
    for (guint i = 0; i < scene->spoken->len; i++)
        if (spoken_at(scene, i)->kind != ISR_PERSON_NOUN && !spoken_at(scene, i)->owns)
            return TRUE;
    return FALSE;
}

static gboolean is_anybody(const IsrSpoken *who)
{
    return who->role != ISR_ROLE_UNSURE || who->person > 0 || who->named;
}

static gboolean can_be(const IsrSpoken *who)
{
    return who->role != ISR_ROLE_PROFESSIONAL && who->kind == ISR_PERSON_NOUN;
}

/* Those spoken of before the pronoun in hand, the last first; NULL past the end. */
static const IsrSpoken *lately(const Scene *scene, guint n)
{
    if (n < scene->spoken->len)
        return spoken_at(scene, scene->spoken->len - 1 - n);
    n -= scene->spoken->len;
    return n < scene->focus->remembered ? &scene->focus->recent[n] : NULL;
}

/* Whom a pronoun of @gender means: who was spoken of last, unless known to be of another. *alone:
 * nobody else can be meant. */
static IsrSpoken antecedent(const Scene *scene, char gender, gboolean *alone)
{
    const IsrSpoken *who, *found = NULL;

    *alone = TRUE;
    for (guint i = 0; (who = lately(scene, i)) != NULL; i++) {
        char its = gender_of(scene->focus, who);

        if (!can_be(who) || (gender != 0 && its != 0 && its != gender))
            continue;
        if (!found)
            found = who;
        else if (found->person != who->person || found->role != who->role)
            *alone = FALSE;
    }
    return found ? *found : subject_of(scene->focus);
}

/* Remembers that somebody met under no gender was called "he" or "she". */
static void learn_gender(IsrFocus *focus, const IsrSpoken *who, char gender)
{
    if (who->person > 0 && who->gender == 0 && gender != 0 && gender_of(focus, who) == 0)
        g_hash_table_insert(focus->genders, GUINT_TO_POINTER(who->person),
                            GINT_TO_POINTER((gint)gender));
}

static IsrSpoken resolve(const Scene *scene, const IsrSpoken *pronoun)
{
    IsrSpoken who = NOBODY;
    gboolean alone;

    switch (pronoun->kind) {
    case ISR_PERSON_HE:
    case ISR_PERSON_SHE:
    case ISR_PERSON_THEY:
        who = antecedent(scene, pronoun->gender, &alone);
        if (alone)
            learn_gender(scene->focus, &who, pronoun->gender);
        break;
    case ISR_PERSON_YOU:
        who = scene->focus->you;
        break;
    default:
        break;
    }
    who.first = pronoun->first;
    who.last = pronoun->last;
    who.owns = pronoun->owns;
    who.kind = who.role == ISR_ROLE_UNSURE && who.person == 0 ? pronoun->kind : ISR_PERSON_NOUN;
    return who;
}

/* Whom the sentence speaks of, pronouns resolved as they come. */
static void gather(Scene *scene)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));

    isr_spoken_find(scene->focus->people, scene->gist, scene->number, scene->findings, all);
    for (guint i = 0; i < all->len; i++) {
        IsrSpoken who = g_array_index(all, IsrSpoken, i);

        if (who.kind != ISR_PERSON_NOUN)
            who = resolve(scene, &who);
        g_array_append_val(scene->spoken, who);
    }
}

/* Puts those spoken of before those remembered, the sentence's first as the last spoken of: it is
 * what the sentence was about. */
static void remember(Scene *scene)
{
    IsrFocus *focus = scene->focus;

    if (!sentence_of(scene)->follows)
        focus->running = NOBODY;
    for (guint i = scene->spoken->len; i > 0; i--) {
        const IsrSpoken *who = spoken_at(scene, i - 1);

        if (!can_be(who) || !is_anybody(who))
            continue;
        focus->running = *who;
        memmove(focus->recent + 1, focus->recent, (RECENT - 1) * sizeof(IsrSpoken));
        focus->recent[0] = *who;
        focus->remembered = MIN(focus->remembered + 1, RECENT);
    }
}

static gboolean is_word(const Scene *scene, guint token, const char *const *words)
{
    const char *word = isr_tokens_word(scene->gist->tokens, token);
    gsize length = isr_tokens_nth(scene->gist->tokens, token)->length;

    for (; *words; words++)
        if (strlen(*words) == length && memcmp(*words, word, length) == 0)
            return TRUE;
    return FALSE;
}

/* "assaulted by his father": who did it stands behind the word. */
static const IsrSpoken *doer_behind(const Scene *scene, guint token)
{
    static const char *const by[] = {"by", "from", NULL};
    const IsrGistSentence *one = sentence_of(scene);

    for (guint at = token + 1; at < one->to && at <= token + 6; at++) {
        if (!is_word(scene, at, by))
            continue;
        for (guint i = 0; i < scene->spoken->len; i++) {
            const IsrSpoken *who = spoken_at(scene, i);

            if (who->first > at && who->first <= at + 4)
                return can_be(who) ? who : NULL;
        }
    }
    return NULL;
}

/* TRUE if who is spoken of only speaks of the matter ("Mother worried about ..."), or owns a thing
 * that is not the matter ("in his mother's arms"). */
static gboolean is_passing(const Scene *scene, const IsrSpoken *who, guint token)
{
    const IsrGistSentence *one = sentence_of(scene);

    if (who->owns && token > who->last + FAR)
        return TRUE;
    for (guint i = one->hit; i < one->hits; i++) {
        const IsrLexisHit *hit = &g_array_index(scene->gist->hits, IsrLexisHit, i);

        if (isr_topics_group(scene->gist->topics, hit->group)->kind == ISR_PERSON_PASSING &&
            (hit->first == who->last + 1 || hit->first == who->last + 2) && hit->last < token)
            return TRUE;
    }
    return FALSE;
}

/* Of those spoken of, the nearest before the telling word, else the first behind it; those in
 * passing only for want of others. */
static const IsrSpoken *nearest(const Scene *scene, guint token)
{
    const IsrSpoken *found = NULL, *passing = NULL;

    for (guint i = 0; i < scene->spoken->len; i++) {
        const IsrSpoken *who = spoken_at(scene, i);

        if (!can_be(who))
            continue;
        if (who->first <= token && is_passing(scene, who, token)) {
            passing = who;
            continue;
        }
        if (who->first <= token || !found)
            found = who;
        if (who->first > token)
            break;
    }
    return found && (found->first <= token || !passing) ? found : passing;
}

static const IsrSpoken *professional(const Scene *scene, guint token)
{
    for (guint i = 0; i < scene->spoken->len; i++) {
        const IsrSpoken *who = spoken_at(scene, i);

        if (who->role == ISR_ROLE_PROFESSIONAL && who->last + 1 == token)
            return who;
    }
    return NULL;
}

/* Who is spoken of in @text, a heading or another cell: the last of them. */
static IsrSpoken spoken_in(const Scene *scene, const char *text)
{
    g_autoptr(GString) string = g_string_new(text);
    g_autoptr(IsrGist) gist = isr_gist_new(scene->focus->patterns, string);
    g_autoptr(GArray) none = isr_findings_new();
    g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));

    for (guint i = 0; i < gist->sentences->len; i++)
        isr_spoken_find(scene->focus->people, gist, i, none, spoken);
    for (guint i = spoken->len; i > 0; i--) {
        const IsrSpoken *who = &g_array_index(spoken, IsrSpoken, i - 1);

        if (can_be(who))
            return *who;
    }
    return NOBODY;
}

/* Another cell of the row that says whose the row is: the nearest before, then the first of
 * all. */
static gboolean in_row(const Scene *scene, IsrSpoken *who)
{
    const GPtrArray *columns = scene->block->columns;
    guint cell = sentence_of(scene)->sentence.cell;

    for (guint i = scene->number; i > 0; i--) {
        g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));

        isr_spoken_find(scene->focus->people, scene->gist, i - 1, scene->findings, spoken);
        for (guint k = spoken->len; k > 0; k--) {
            *who = g_array_index(spoken, IsrSpoken, k - 1);
            if (can_be(who))
                return TRUE;
        }
    }
    if (columns && cell < columns->len)
        *who = spoken_in(scene, columns->pdata[cell]);
    return who->role != ISR_ROLE_UNSURE;
}

/* A sentence that names nobody. */
static Owner by_surroundings(const Scene *scene, IsrRole otherwise)
{
    const IsrFocus *focus = scene->focus;
    const IsrGistSentence *one = sentence_of(scene);
    IsrSpoken who = NOBODY;

    if (scene->block->kind == ISR_BLOCK_ROW && in_row(scene, &who))
        return (Owner){who, "another cell of the row says whose", FALSE};
    if (one->follows && is_anybody(&focus->running))
        return (Owner){focus->running, "the sentence before speaks of them", FALSE};
    if (scene->block->heading) {
        who = is_anybody(&focus->headed) ? focus->headed : spoken_in(scene, scene->block->heading);
        if (is_anybody(&who))
            return (Owner){who, "the heading above says whose", FALSE};
    }
    if (otherwise != ISR_ROLE_UNSURE)
        return (Owner){
            {.role = otherwise}, "it names nobody, and such matters are mostly theirs", TRUE};
    who = subject_of(focus);
    if (has_stranger(scene))
        return (Owner){NOBODY, NULL, TRUE};
    return (Owner){about(focus), "it names nobody, and the record is about them", TRUE};
}

static Owner owner_of(const Scene *scene, const IsrTopic *topic, guint token)
{
    const IsrSpoken *who = isr_topic_is_done(topic) ? doer_behind(scene, token) : NULL;

    if (who)
        return (Owner){*who, "whoever did it stands behind \"by\"", FALSE};
    who = nearest(scene, token);
    if (who && (who->role != ISR_ROLE_UNSURE || who->named))
        return (Owner){*who, who->named ? "a name in the sentence" : "a word for a person in it",
                       FALSE};
    if (who && isr_topic_otherwise(topic) == ISR_ROLE_UNSURE)
        return (Owner){*who, NULL, FALSE};
    who = professional(scene, token);
    if (who)
        return (Owner){*who, "nobody but a professional is spoken of", FALSE};
    return by_surroundings(scene, isr_topic_otherwise(topic));
}

static void give(const Scene *scene, IsrFinding *finding, const Owner *owner)
{
    const IsrPeople *people = scene->focus->people;
    g_autofree char *reason = NULL;

    finding->role = owner->who.role;
    finding->person = owner->who.person;
    finding->kin = owner->who.kin;
    if (finding->person > 0)
        finding->role = isr_people_nth(people, finding->person)->role;
    if (finding->role == ISR_ROLE_UNSURE)
        finding->flags |= ISR_FINDING_UNSURE;
    reason = g_strdup_printf("%s; whose: %s", finding->reason,
                             owner->reason ? owner->reason : "nothing tells");
    finding->reason = g_intern_string(reason);
}

/* TRUE if the first person behind the telling word is one of the family. */
static gboolean befalls_family(const Scene *scene, guint token)
{
    for (guint i = 0; i < scene->spoken->len; i++) {
        const IsrSpoken *who = spoken_at(scene, i);

        if (who->first > token)
            return who->role == ISR_ROLE_FAMILY && who->first <= token + 3;
    }
    return FALSE;
}

/* Gives the findings of this sentence their owners. */
static void attribute(const Scene *scene, GArray *findings)
{
    const IsrGistSentence *one = sentence_of(scene);
    g_autoptr(GArray) matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));
    gboolean weighed = FALSE;

    for (guint i = 0; i < findings->len; i++) {
        IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        const IsrTopic *topic = NULL;
        gboolean field = FALSE;
        guint token = one->from;

        if (!isr_category_is_topic(finding->category) ||
            finding->range.start < one->sentence.range.start ||
            finding->range.start >= one->sentence.range.end)
            continue;
        if (!weighed)
            isr_gist_matters(scene->gist, scene->focus->patterns, scene->block, scene->number,
                             matters);
        weighed = TRUE;
        for (guint k = 0; k < matters->len; k++) {
            const IsrMatter *matter = &g_array_index(matters, IsrMatter, k);

            if (matter->category != finding->category)
                continue;
            topic = matter->topic;
            token = matter->token;
            field = matter->field;
        }
        if (!topic)
            topic = isr_topics_for(scene->focus->patterns->topics, finding->rule);
        Owner owner = owner_of(scene, topic, token);

        if (field && owner.guessed && owner.who.role == ISR_ROLE_UNSURE)
            owner = (Owner){{.role = ISR_ROLE_SUBJECT}, "a field of the record itself", TRUE};
        give(scene, finding, &owner);
        if ((finding->flags & ISR_FINDING_PERHAPS) &&
            (finding->role != ISR_ROLE_FAMILY || owner.guessed) && !befalls_family(scene, token))
            g_array_remove_index(findings, i--);
    }
}

/* "Dear Mrs Okafor" */
static void hear_salutation(IsrFocus *focus, const IsrBlock *block, const GArray *findings)
{
    if (g_ascii_strncasecmp(block->text->str, "dear ", 5) != 0)
        return;
    focus->you = NOBODY;
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *name = &g_array_index(findings, IsrFinding, i);

        if (name->category != ISR_CATEGORY_NAME || name->role == ISR_ROLE_PROFESSIONAL)
            continue;
        focus->you = (IsrSpoken){.role = name->role, .person = name->person, .kin = name->kin};
        return;
    }
}

void isr_focus_attribute(IsrFocus *focus, const IsrBlock *block, GArray *findings)
{
    g_autoptr(IsrGist) gist = NULL;

    if (block->kind == ISR_BLOCK_ATTRIBUTE || block->kind == ISR_BLOCK_SQUEEZED)
        return;
    hear_salutation(focus, block, findings);
    gist = isr_gist_new(focus->patterns, block->text);
    for (guint i = 0; i < gist->sentences->len; i++) {
        g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));
        Scene scene = {focus, block, gist, i, spoken, findings};

        gather(&scene);
        attribute(&scene, findings);
        remember(&scene);
    }
    if (block->kind == ISR_BLOCK_HEADING)
        focus->headed = focus->running;
}
