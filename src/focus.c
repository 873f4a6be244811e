/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is being spoken of: a pronoun is whoever was spoken of last and can be meant. */
#include "ownership.h"

#include "gists.h"
#include "sex.h"

#include <string.h>

#define NOBODY ((IsrSpoken){.role = ISR_ROLE_UNSURE})

static void find_subjects(IsrFocus *focus)
{
    for (guint i = isr_people_size(focus->people); i > 0; i--)
        if (isr_people_nth(focus->people, i)->role == ISR_ROLE_SUBJECT) {
            focus->subjects = MIN(focus->subjects + 1, 3);
            focus->sex = isr_sex_of_person(focus->people, i);
        }
}

IsrFocus *isr_focus_new(const IsrPatterns *patterns, const IsrPeople *people)
{
    IsrFocus *focus = g_new0(IsrFocus, 1);

    focus->patterns = patterns;
    focus->people = people;
    focus->given = ISR_ROLE_UNSURE;
    focus->you = focus->running = focus->headed = NOBODY;
    focus->genders = g_hash_table_new(NULL, NULL);
    find_subjects(focus);
    return focus;
}

void isr_focus_watch(IsrFocus *focus, IsrOwnerWatch watch, gpointer watcher)
{
    focus->watch = watch;
    focus->watcher = watcher;
}

void isr_focus_free(IsrFocus *focus)
{
    if (!focus)
        return;
    g_hash_table_unref(focus->genders);
    g_free(focus);
}

static char gender_of(const IsrFocus *focus, const IsrSpoken *who)
{
    if (who->gender == 0 && who->person > 0)
        return (char)GPOINTER_TO_INT(
            g_hash_table_lookup(focus->genders, GUINT_TO_POINTER(who->person)));
    return who->gender;
}

/* Those spoken of before the pronoun in hand, the last first; NULL past the end. */
static const IsrSpoken *lately(const IsrScene *scene, guint n)
{
    if (n < scene->spoken->len)
        return isr_scene_spoken(scene, scene->spoken->len - 1 - n);
    n -= scene->spoken->len;
    return n < scene->focus->remembered ? &scene->focus->recent[n] : NULL;
}

/* Whom a pronoun of @gender means: who was spoken of last, unless known to be of another. *alone:
 * nobody else can be meant. */
static IsrSpoken antecedent(const IsrScene *scene, char gender, gboolean *alone)
{
    const IsrSpoken *who, *found = NULL;

    *alone = TRUE;
    for (guint i = 0; (who = lately(scene, i)) != NULL; i++) {
        char its = gender_of(scene->focus, who);

        if (!isr_spoken_can_be(who) || (gender != 0 && its != 0 && its != gender))
            continue;
        if (!found)
            found = who;
        else if (found->person != who->person || found->role != who->role)
            *alone = FALSE;
    }
    return found ? *found : isr_owner_subject(scene->focus);
}

/* Remembers that somebody met under no gender was called "he" or "she". */
static void learn_gender(IsrFocus *focus, const IsrSpoken *who, char gender)
{
    if (who->person > 0 && who->gender == 0 && gender != 0 && gender_of(focus, who) == 0)
        g_hash_table_insert(focus->genders, GUINT_TO_POINTER(who->person),
                            GINT_TO_POINTER((gint)gender));
}

static IsrSpoken resolve(const IsrScene *scene, const IsrSpoken *pronoun)
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
static void gather(IsrScene *scene)
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

/* Counts the sentence's "he" and "she". */
static void count_pronouns(const IsrScene *scene)
{
    const IsrGistSentence *one = isr_scene_sentence(scene);

    for (guint i = one->hit; i < one->hits; i++) {
        const IsrLexisHit *hit = &g_array_index(scene->gist->hits, IsrLexisHit, i);
        const IsrPersonKind kind = isr_topics_group(scene->gist->topics, hit->group)->kind;

        if (kind == ISR_PERSON_HE || kind == ISR_PERSON_SHE)
            scene->focus->said[kind - ISR_PERSON_HE]++;
    }
}

/* Puts those spoken of before those remembered, the sentence's first as the last spoken of: it is
 * what the sentence was about. */
static void remember(IsrScene *scene)
{
    IsrFocus *focus = scene->focus;

    if (!isr_scene_sentence(scene)->follows)
        focus->running = NOBODY;
    for (guint i = scene->spoken->len; i > 0; i--) {
        const IsrSpoken *who = isr_scene_spoken(scene, i - 1);

        if (!isr_spoken_can_be(who) || !isr_spoken_is_anybody(who))
            continue;
        focus->running = *who;
        memmove(focus->recent + 1, focus->recent, (ISR_FOCUS_RECENT - 1) * sizeof(IsrSpoken));
        focus->recent[0] = *who;
        focus->remembered = MIN(focus->remembered + 1, ISR_FOCUS_RECENT);
    }
}

/* Lets all that was learnt speak, unless somebody watches to learn. */
static void settle(const IsrScene *scene, const IsrFinding *finding, guint token, IsrOwner *owner)
{
    IsrFocus *focus = scene->focus;
    const IsrRole rule = owner->who.role;

    if (focus->watch)
        focus->watch(focus->watcher, scene, finding, owner, token);
    else
        isr_ownership_settle(scene, finding->category, token, owner);
    focus->given = rule;
}

static void give(const IsrScene *scene, IsrFinding *finding, const IsrOwner *owner)
{
    const IsrPeople *people = scene->focus->people;
    g_autofree char *reason = NULL;

    finding->role = owner->who.role;
    finding->person = owner->who.person;
    finding->kin = owner->who.kin;
    if (finding->person > 0 && owner->reason != ISR_OWNER_LEARNT)
        finding->role = isr_people_nth(people, finding->person)->role;
    if (finding->role == ISR_ROLE_UNSURE)
        finding->flags |= ISR_FINDING_UNSURE;
    reason = g_strdup_printf("%s; whose: %s", finding->reason, isr_owner_words(owner->reason));
    finding->reason = g_intern_string(reason);
}

/* TRUE if the first person behind the telling word is one of the family. */
static gboolean befalls_family(const IsrScene *scene, guint token)
{
    for (guint i = 0; i < scene->spoken->len; i++) {
        const IsrSpoken *who = isr_scene_spoken(scene, i);

        if (who->first > token)
            return who->role == ISR_ROLE_FAMILY && who->first <= token + 3;
    }
    return FALSE;
}

/* Gives the findings of this sentence their owners. */
static void attribute(const IsrScene *scene, GArray *findings)
{
    const IsrGistSentence *one = isr_scene_sentence(scene);
    g_autoptr(GArray) matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));
    IsrRange inside = isr_findings_in(findings, one->sentence.range, TRUE);

    if (inside.start < inside.end)
        isr_gist_matters(scene->gist, scene->focus->patterns, scene->block, scene->number, matters);
    for (guint i = (guint)inside.start; i < inside.end; i++) {
        IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        const IsrTopic *topic = NULL;
        gboolean field = FALSE;
        guint token = one->from;

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
        IsrOwner owner = isr_owner_of(scene, topic, token);

        if (field && owner.guessed && owner.who.role == ISR_ROLE_UNSURE)
            owner = (IsrOwner){{.role = ISR_ROLE_SUBJECT}, ISR_OWNER_FIELD, TRUE};
        settle(scene, finding, token, &owner);
        give(scene, finding, &owner);
        if ((finding->flags & ISR_FINDING_PERHAPS) &&
            (finding->role != ISR_ROLE_FAMILY || owner.guessed) && !befalls_family(scene, token)) {
            g_array_remove_index(findings, i--);
            inside.end--;
        }
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
    isr_findings_sort(findings);
    hear_salutation(focus, block, findings);
    gist = isr_gists_take(focus->patterns->gists, focus->patterns, block->text);
    for (guint i = 0; i < gist->sentences->len; i++) {
        g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));
        IsrScene scene = {focus, block, gist, i, spoken, findings};

        gather(&scene);
        count_pronouns(&scene);
        attribute(&scene, findings);
        remember(&scene);
    }
    if (block->kind == ISR_BLOCK_HEADING)
        focus->headed = focus->running;
}
