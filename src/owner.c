/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks for an owner, strongest first. */
#include "owner.h"

#include "gists.h"

#include <string.h>

/* Words between an owner and what is theirs. */
#define FAR 4
#define NOBODY ((IsrSpoken){.role = ISR_ROLE_UNSURE})

const char *isr_owner_words(IsrOwnerReason reason)
{
    static const char *const words[] = {
        [ISR_OWNER_UNTOLD] = "nothing tells",
        [ISR_OWNER_DOER] = "whoever did it stands behind \"by\"",
        [ISR_OWNER_NAME] = "a name in the sentence",
        [ISR_OWNER_WORD] = "a word for a person in it",
        [ISR_OWNER_PROFESSIONAL] = "nobody but a professional is spoken of",
        [ISR_OWNER_ROW] = "another cell of the row says whose",
        [ISR_OWNER_BEFORE] = "the sentence before speaks of them",
        [ISR_OWNER_HEADING] = "the heading above says whose",
        [ISR_OWNER_MOSTLY] = "it names nobody, and such matters are mostly theirs",
        [ISR_OWNER_RECORD] = "it names nobody, and the record is about them",
        [ISR_OWNER_FIELD] = "a field of the record itself",
        [ISR_OWNER_LEARNT] = "who is spoken of, and how, taken together",
    };

    return words[reason];
}

IsrSpoken isr_owner_subject(const IsrFocus *focus)
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
    IsrSpoken who = isr_owner_subject(focus);

    who.role = ISR_ROLE_SUBJECT;
    return who;
}

/* "I take tablets": of somebody, and it is not known of whom. */
static gboolean has_stranger(const IsrScene *scene)
{
    for (guint i = 0; i < scene->spoken->len; i++)
        if (isr_scene_spoken(scene, i)->kind != ISR_PERSON_NOUN &&
            !isr_scene_spoken(scene, i)->owns)
            return TRUE;
    return FALSE;
}

static gboolean is_word(const IsrScene *scene, guint token, const char *const *words)
{
    const char *word = isr_tokens_word(scene->gist->tokens, token);
    gsize length = isr_tokens_nth(scene->gist->tokens, token)->length;

    for (; *words; words++)
        if (strlen(*words) == length && memcmp(*words, word, length) == 0)
            return TRUE;
    return FALSE;
}

/* "assaulted by his father": who did it stands behind the word. */
static const IsrSpoken *doer_behind(const IsrScene *scene, guint token)
{
    static const char *const by[] = {"by", "from", NULL};
    const IsrGistSentence *one = isr_scene_sentence(scene);

    for (guint at = token + 1; at < one->to && at <= token + 6; at++) {
        if (!is_word(scene, at, by))
            continue;
        for (guint i = 0; i < scene->spoken->len; i++) {
            const IsrSpoken *who = isr_scene_spoken(scene, i);

            if (who->first > at && who->first <= at + 4)
                return isr_spoken_can_be(who) ? who : NULL;
        }
    }
    return NULL;
}

/* TRUE if who is spoken of only speaks of the matter ("Mother worried about ..."), or owns a thing
 * that is not the matter ("in his mother's arms"). */
static gboolean is_passing(const IsrScene *scene, const IsrSpoken *who, guint token)
{
    const IsrGistSentence *one = isr_scene_sentence(scene);

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
static const IsrSpoken *nearest(const IsrScene *scene, guint token)
{
    const IsrSpoken *found = NULL, *passing = NULL;

    for (guint i = 0; i < scene->spoken->len; i++) {
        const IsrSpoken *who = isr_scene_spoken(scene, i);

        if (!isr_spoken_can_be(who))
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

static const IsrSpoken *professional(const IsrScene *scene, guint token)
{
    for (guint i = 0; i < scene->spoken->len; i++) {
        const IsrSpoken *who = isr_scene_spoken(scene, i);

        if (who->role == ISR_ROLE_PROFESSIONAL && who->last + 1 == token)
            return who;
    }
    return NULL;
}

/* Who is spoken of in @text, a heading or another cell: the last of them. */
static IsrSpoken spoken_in(const IsrScene *scene, const char *text)
{
    const IsrPatterns *patterns = scene->focus->patterns;
    const IsrGist *gist = isr_gists_of(patterns->gists, patterns, text);
    g_autoptr(GArray) none = isr_findings_new();
    g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));

    for (guint i = 0; i < gist->sentences->len; i++)
        isr_spoken_find(scene->focus->people, gist, i, none, spoken);
    for (guint i = spoken->len; i > 0; i--) {
        const IsrSpoken *who = &g_array_index(spoken, IsrSpoken, i - 1);

        if (isr_spoken_can_be(who))
            return *who;
    }
    return NOBODY;
}

/* Another cell of the row that says whose the row is: the nearest before, then the first of
 * all. */
static gboolean in_row(const IsrScene *scene, IsrSpoken *who)
{
    const GPtrArray *columns = scene->block->columns;
    guint cell = isr_scene_sentence(scene)->sentence.cell;

    for (guint i = scene->number; i > 0; i--) {
        g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));

        isr_spoken_find(scene->focus->people, scene->gist, i - 1, scene->findings, spoken);
        for (guint k = spoken->len; k > 0; k--) {
            *who = g_array_index(spoken, IsrSpoken, k - 1);
            if (isr_spoken_can_be(who))
                return TRUE;
        }
    }
    if (columns && cell < columns->len)
        *who = spoken_in(scene, columns->pdata[cell]);
    return who->role != ISR_ROLE_UNSURE;
}

/* A sentence that names nobody. */
static IsrOwner by_surroundings(const IsrScene *scene, IsrRole otherwise)
{
    const IsrFocus *focus = scene->focus;
    const IsrGistSentence *one = isr_scene_sentence(scene);
    IsrSpoken who = NOBODY;

    if (scene->block->kind == ISR_BLOCK_ROW && in_row(scene, &who))
        return (IsrOwner){who, ISR_OWNER_ROW, FALSE};
    if (one->follows && isr_spoken_is_anybody(&focus->running))
        return (IsrOwner){focus->running, ISR_OWNER_BEFORE, FALSE};
    if (scene->block->heading) {
        who = isr_spoken_is_anybody(&focus->headed) ? focus->headed
                                                    : spoken_in(scene, scene->block->heading);
        if (isr_spoken_is_anybody(&who))
            return (IsrOwner){who, ISR_OWNER_HEADING, FALSE};
    }
    if (otherwise != ISR_ROLE_UNSURE)
        return (IsrOwner){{.role = otherwise}, ISR_OWNER_MOSTLY, TRUE};
    who = isr_owner_subject(focus);
    if (has_stranger(scene))
        return (IsrOwner){NOBODY, ISR_OWNER_UNTOLD, TRUE};
    return (IsrOwner){about(focus), ISR_OWNER_RECORD, TRUE};
}

IsrOwner isr_owner_of(const IsrScene *scene, const IsrTopic *topic, guint token)
{
    const IsrSpoken *who = isr_topic_is_done(topic) ? doer_behind(scene, token) : NULL;

    if (who)
        return (IsrOwner){*who, ISR_OWNER_DOER, FALSE};
    who = nearest(scene, token);
    if (who && (who->role != ISR_ROLE_UNSURE || who->named))
        return (IsrOwner){*who, who->named ? ISR_OWNER_NAME : ISR_OWNER_WORD, FALSE};
    if (who && isr_topic_otherwise(topic) == ISR_ROLE_UNSURE)
        return (IsrOwner){*who, ISR_OWNER_UNTOLD, FALSE};
    who = professional(scene, token);
    if (who)
        return (IsrOwner){*who, ISR_OWNER_PROFESSIONAL, FALSE};
    return by_surroundings(scene, isr_topic_otherwise(topic));
}
