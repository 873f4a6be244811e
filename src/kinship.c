/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name with 's says it for certain. A pronoun says it of the last who was named and can be meant:
 * "his wife" is no woman's. */
#include "kinship.h"

#include "sex.h"

#include <isredact/label.h>

#include <string.h>

/* "'s mother's oldest brother, " */
#define MOST_KIN 40
/* Names back to whose owner a pronoun can lead. */
#define REACH 4
/* Names of the paragraphs before among which one is looked for. */
#define PLACES_BEFORE 12

/* "'s" or, behind an s, "'" follows byte @at. */
static gboolean owns(const char *text, gsize at)
{
    if (g_str_has_prefix(text + at, "\xe2\x80\x99"))
        at += 3;
    else if (text[at] == '\'')
        at++;
    else
        return FALSE;
    return text[at] == ' ' || (text[at] == 's' && text[at + 1] == ' ');
}

/* Whether only a kin word and what belongs to it stand between two names. */
static gboolean are_close(const char *text, gsize from, gsize to)
{
    return from < to && to - from < MOST_KIN && memchr(text + from, '\x1f', to - from) == NULL &&
           memchr(text + from, '\n', to - from) == NULL &&
           memchr(text + from, '.', to - from) == NULL;
}

/* TRUE if @text is a word for a relative and no more. */
static gboolean is_kin(const IsrPeople *people, const char *text, gsize length)
{
    g_autofree char *key = isr_label_key(text, (gssize)length);
    const IsrLabel *label = isr_label_index_find(people->patterns->wordings, key);

    return label != NULL && label->role == ISR_ROLE_FAMILY && label->beside;
}

/* "(wife of ", ", mother of ": the name before is a relative of the name behind. */
static gboolean is_kin_of(const IsrPeople *people, const char *text, gsize from, gsize to)
{
    static const char of[] = " of ";
    const gsize length = sizeof of - 1;

    while (from < to && strchr(",( ", text[from]) != NULL)
        from++;
    return to > from + length && strncmp(text + to - length, of, length) == 0 &&
           is_kin(people, text + from, to - length - from);
}

/* "'s mother," at byte @at, behind a name. */
static gboolean owns_kin(const IsrPeople *people, const char *text, gsize at)
{
    if (!owns(text, at))
        return FALSE;
    at += strcspn(text + at, " ") + 1;
    return is_kin(people, text + at, strcspn(text + at, ",.;:()\n\x1f"));
}

/* The last pronoun that says whose: 'm' of "his", 'f' of "her", 't' of "their"; 0: none. */
static char find_pronoun(const char *text, gsize from, gsize to)
{
    static const struct {
        const char *word;
        char whose;
    } pronouns[] = {{" his ", 'm'}, {" her ", 'f'}, {" their ", 't'}, {" whose ", 't'}};
    g_autofree char *words = g_strdup_printf(" %.*s ", (int)(to - from), text + from);
    const char *last = NULL;
    char whose = 0;

    for (char *at = words; *at != '\0'; at++)
        *at = g_ascii_isalpha(*at) ? g_ascii_tolower(*at) : ' ';
    for (guint i = 0; i < G_N_ELEMENTS(pronouns); i++) {
        const char *at = g_strrstr(words, pronouns[i].word);
        if (at != NULL && (last == NULL || at > last)) {
            last = at;
            whose = pronouns[i].whose;
        }
    }
    return whose;
}

static guint mention_of(const IsrPeople *people, const IsrBlock *block, const IsrFinding *finding)
{
    return isr_people_mention_at(people, block->index, finding->range.start);
}

/* The pronoun in "his brother, Ralph" or "Ralph, his brother"; @last is the name before Ralph. */
static char pronoun_beside(const char *text, gsize length, const IsrFinding *finding,
                           const IsrFinding *last)
{
    const gsize end = finding->range.end;
    const gsize from =
        MAX(last->range.end, finding->range.start - MIN(finding->range.start, MOST_KIN));
    const char behind =
        text[end] == ',' || text[end] == ' ' ? find_pronoun(text, end, MIN(end + 8, length)) : 0;

    if (behind != 0 || from >= finding->range.start)
        return behind;
    return find_pronoun(text, from, finding->range.start);
}

/* FALSE if @whose is of the other sex than the name, as far as it tells. */
static gboolean can_own(const IsrPeople *people, guint mention, char whose)
{
    const double sex = isr_sex_of_name(people->patterns, isr_people_mention(people, mention));

    return whose == 't' || (whose == 'm' ? sex >= 0 : sex <= 0);
}

/* Of those named in the paragraphs before who can be @whose, the one who is named most there; of
 * several the last. 0: there is none. */
static guint find_before(const IsrPeople *people, const IsrBlock *block, char whose)
{
    guint best = 0, most = 0, seen = 0;

    for (guint i = people->places->len; i > 0 && seen < PLACES_BEFORE; i--) {
        const Place *place = &g_array_index(people->places, Place, i - 1);
        guint times = 0;

        if (place->block == block->index)
            continue;
        seen++;
        for (guint n = i; n > 0 && i - n < PLACES_BEFORE; n--)
            times += g_array_index(people->places, Place, n - 1).mention == place->mention;
        if (times <= most || !can_own(people, place->mention, whose))
            continue;
        best = place->mention;
        most = times;
    }
    return best;
}

/* "his brother, Ralph": perhaps of the person named last who can be "he". @names: findings up to
 * Ralph's. */
static void learn_pronoun(const IsrPeople *people, const IsrBlock *block, const GPtrArray *names)
{
    static const IsrFinding none = {.range = {0, 0}};
    const IsrFinding *finding = names->pdata[names->len - 1];
    const guint own = mention_of(people, block, finding);
    Mention *mention = isr_people_mention(people, own);

    if (mention->relative > 0)
        return;
    const char whose = pronoun_beside(block->text->str, block->text->len, finding,
                                      names->len > 1 ? names->pdata[names->len - 2] : &none);
    for (guint back = 2; whose != 0 && back <= MIN(names->len, REACH + 1); back++) {
        const guint owner = mention_of(people, block, names->pdata[names->len - back]);

        if (owner == 0 || !can_own(people, owner, whose))
            continue;
        mention->relative = owner;
        mention->perhaps = TRUE;
        return;
    }
    const guint before = whose != 0 ? find_before(people, block, whose) : 0;
    if (before != 0 && before != own) {
        mention->relative = before;
        mention->perhaps = TRUE;
    }
}

/* "Halyna and son Artem": nothing but a joint and a word for a relative between the two names. */
static gboolean joins_kin(const IsrPeople *people, const char *text, gsize from, gsize to)
{
    static const char *const joints[] = {" and ", " & ", " + ", " with ", " (", NULL};

    for (const char *const *joint = joints; *joint != NULL; joint++) {
        const gsize length = strlen(*joint);
        if (to > from + length + 1 && strncmp(text + from, *joint, length) == 0)
            return is_kin(people, text + from + length, to - 1 - from - length);
    }
    return FALSE;
}

/* "Alfie's mother, Joy Spavin", "Joy Spavin, Alfie's mother" and "Joy Spavin (mother of Alfie)". */
static void learn_owner(const IsrPeople *people, const IsrBlock *block, const IsrFinding *last,
                        const IsrFinding *finding)
{
    const char *text = block->text->str;
    const gsize gap = last->range.end, start = finding->range.start;

    if (!are_close(text, gap, start))
        return;
    const guint one = mention_of(people, block, last), other = mention_of(people, block, finding);
    const gboolean comma = strchr(",(", text[gap]) != NULL && start <= gap + 2;

    if (finding->role == ISR_ROLE_FAMILY && owns(text, gap))
        isr_people_mention(people, other)->relative = one;
    else if (finding->role == ISR_ROLE_FAMILY && last->role != ISR_ROLE_FAMILY && one != other &&
             joins_kin(people, text, gap, start)) {
        isr_people_mention(people, other)->relative = one;
        isr_people_mention(people, other)->perhaps = TRUE;
    } else if ((comma && owns_kin(people, text, finding->range.end)) ||
               is_kin_of(people, text, gap, start))
        isr_people_mention(people, one)->relative = other;
}

void isr_kinship_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category != ISR_CATEGORY_NAME)
            continue;
        if (names->len > 0)
            learn_owner(people, block, names->pdata[names->len - 1], finding);
        g_ptr_array_add(names, (gpointer)finding);
        if (finding->role == ISR_ROLE_FAMILY)
            learn_pronoun(people, block, names);
    }
}
