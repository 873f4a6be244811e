/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers who is spoken of. What says whose somebody's relative is ("her" in "her mother") is
 * taken into the relative; a word for a person beside a name is that person. */
#include "spoken.h"

#include <string.h>

/* Words between "her" and "brother" in "her much older brother". */
#define BETWEEN 3

static char gender_of(const IsrPeople *people, guint person)
{
    const Cluster *cluster = people->clusters->pdata[person - 1];

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];

        if (mention->gender != 0)
            return mention->gender;
    }
    return 0;
}

static void add_names(const IsrPeople *people, const IsrGist *gist, const IsrGistSentence *one,
                      const GArray *findings, GArray *spoken)
{
    const IsrRange inside = isr_findings_in(findings, one->sentence.range, FALSE);

    for (gsize i = inside.start; i < inside.end; i++) {
        const IsrFinding *name = &g_array_index(findings, IsrFinding, i);

        if (name->category != ISR_CATEGORY_NAME && name->category != ISR_CATEGORY_INITIALS)
            continue;
        IsrSpoken who = {
            .first = isr_tokens_at(gist->tokens, name->range.start),
            .role = name->role,
            .person = name->person,
            .kin = name->kin,
            .gender = name->person > 0 ? gender_of(people, name->person) : 0,
            .named = TRUE,
        };
        guint end = isr_tokens_at(gist->tokens, name->range.end);

        if (who.first >= one->to || end <= who.first)
            continue;
        who.last = end - 1;
        who.owns = (isr_tokens_nth(gist->tokens, who.last)->flags & ISR_TOKEN_OWNS) != 0;
        g_array_append_val(spoken, who);
    }
}

/* TRUE if @hit stands in a name. A name that is all of it ("Nana") is that word for a person. */
static gboolean is_named(const GArray *spoken, const IsrLexisHit *hit, const IsrGroup *group)
{
    for (guint i = 0; i < spoken->len; i++) {
        IsrSpoken *who = &g_array_index(spoken, IsrSpoken, i);

        if (who->first > hit->last || hit->first > who->last)
            continue;
        if (group->kind == ISR_PERSON_NOUN && who->first == hit->first && who->last == hit->last) {
            who->role = group->role;
            who->person = 0;
            who->gender = group->gender;
        }
        return TRUE;
    }
    return FALSE;
}

/* TRUE if @hit lies in a longer phrase for a person: "mum" in "foster mum". */
static gboolean is_part(const IsrGist *gist, const IsrGistSentence *one, guint n)
{
    const IsrLexisHit *hit = &g_array_index(gist->hits, IsrLexisHit, n);

    for (guint i = one->hit; i < one->hits; i++) {
        const IsrLexisHit *other = &g_array_index(gist->hits, IsrLexisHit, i);

        const IsrGroup *group = isr_topics_group(gist->topics, other->group);

        if (i == n || group->topic || group->kind == ISR_PERSON_PASSING ||
            other->first > hit->first || other->last < hit->last)
            continue;
        if (other->last - other->first > hit->last - hit->first || i < n)
            return TRUE;
    }
    return FALSE;
}

/* "mums boyfriend": an s is as good as an 's. */
static gboolean is_owner(const IsrGist *gist, const IsrLexisHit *hit, IsrPersonKind kind)
{
    static const char *const owners[] = {"his", "her", "their", "my", "our", "your", "theirs"};
    const IsrToken *token = isr_tokens_nth(gist->tokens, hit->last);
    const char *word = isr_tokens_word(gist->tokens, hit->last);

    for (guint i = 0; kind != ISR_PERSON_NOUN && i < G_N_ELEMENTS(owners); i++)
        if (strlen(owners[i]) == token->length && memcmp(owners[i], word, token->length) == 0)
            return TRUE;
    return (token->flags & ISR_TOKEN_OWNS) ||
           (kind == ISR_PERSON_NOUN && token->length > 3 && word[token->length - 1] == 's');
}

static void add_words(const IsrGist *gist, const IsrGistSentence *one, GArray *spoken)
{
    for (guint i = one->hit; i < one->hits; i++) {
        const IsrLexisHit *hit = &g_array_index(gist->hits, IsrLexisHit, i);
        const IsrGroup *group = isr_topics_group(gist->topics, hit->group);

        if (group->topic || group->kind == ISR_PERSON_PASSING || is_named(spoken, hit, group) ||
            is_part(gist, one, i))
            continue;
        IsrSpoken who = {
            .first = hit->first,
            .last = hit->last,
            .kind = group->kind,
            .role = group->kind == ISR_PERSON_NOUN ? group->role : ISR_ROLE_UNSURE,
            .gender = group->gender,
            .owns = is_owner(gist, hit, group->kind),
        };

        g_array_append_val(spoken, who);
    }
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const IsrSpoken *x = a, *y = b;

    return x->first < y->first ? -1 : x->first > y->first;
}

static gboolean is_parted(const IsrGist *gist, guint from, guint to)
{
    for (guint i = from; i <= to; i++)
        if (isr_tokens_nth(gist->tokens, i)->flags & ISR_TOKEN_PARTED)
            return TRUE;
    return FALSE;
}

/* Somebody's relative is family only where that somebody is of the family. */
static IsrRole role_of_relative(const IsrSpoken *owner, const IsrSpoken *relative)
{
    if (relative->role == ISR_ROLE_PROFESSIONAL)
        return ISR_ROLE_PROFESSIONAL;
    if (owner->role == ISR_ROLE_THIRD_PARTY || owner->role == ISR_ROLE_PROFESSIONAL)
        return ISR_ROLE_THIRD_PARTY;
    return relative->role;
}

/* "her mother": the owner goes, the relative stays. */
static gboolean is_taken_in(const IsrGist *gist, const IsrSpoken *owner, IsrSpoken *next)
{
    if (!owner->owns || next->named || next->kind != ISR_PERSON_NOUN ||
        next->first > owner->last + BETWEEN || is_parted(gist, owner->last + 1, next->first))
        return FALSE;
    next->role = role_of_relative(owner, next);
    return TRUE;
}

/* "mum Shirin", "Shirin (mum)", "his brother, Ralph": one person. */
static gboolean is_same(const IsrSpoken *one, const IsrSpoken *next)
{
    return one->named != next->named && one->kind == ISR_PERSON_NOUN && !one->owns &&
           next->kind == ISR_PERSON_NOUN && next->first == one->last + 1 &&
           (one->role == next->role || one->role == ISR_ROLE_UNSURE ||
            next->role == ISR_ROLE_UNSURE);
}

static void join(IsrSpoken *one, const IsrSpoken *next)
{
    const IsrSpoken *name = one->named ? one : next, *noun = one->named ? next : one;
    IsrSpoken both = *name;

    both.first = one->first;
    both.last = next->last;
    both.role = name->role != ISR_ROLE_UNSURE ? name->role : noun->role;
    both.gender = name->gender != 0 ? name->gender : noun->gender;
    both.owns = next->owns;
    *one = both;
}

void isr_spoken_find(const IsrPeople *people, const IsrGist *gist, guint n, const GArray *findings,
                     GArray *spoken)
{
    const IsrGistSentence *one = &g_array_index(gist->sentences, IsrGistSentence, n);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(IsrSpoken));

    add_names(people, gist, one, findings, all);
    add_words(gist, one, all);
    g_array_sort(all, by_place);
    for (guint i = 0; i < all->len; i++) {
        IsrSpoken *who = &g_array_index(all, IsrSpoken, i);
        IsrSpoken *before =
            spoken->len > 0 ? &g_array_index(spoken, IsrSpoken, spoken->len - 1) : NULL;

        if (i + 1 < all->len && is_taken_in(gist, who, who + 1))
            continue;
        if (before && is_same(before, who))
            join(before, who);
        else
            g_array_append_val(spoken, *who);
    }
}
