/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks for a role without naming it: the wordings around a name (patterns/cues/), and how
 * and where the name is written. What each is worth is data; roles.c adds it up. */
#include <math.h>
#include <string.h>

#include "discretion.h"
#include "people.h"
#include "standing.h"
#include "whose.h"

/* A cue met more often says hardly more. */
#define MOST_TIMES 4

static void note(Mention *mention, const IsrCue *cue)
{
    guint times = 0;

    for (guint i = 0; i < mention->cues->len; i++)
        times += mention->cues->pdata[i] == cue ? 1 : 0;
    if (times < MOST_TIMES)
        g_ptr_array_add(mention->cues, (gpointer)cue);
}

void isr_clues_note(const IsrPeople *people, Mention *mention, const char *id)
{
    const IsrCue *cue = isr_cue_index_find(people->patterns->cue_index, id);

    if (cue != NULL)
        note(mention, cue);
}

/* How the name is written: "Mrs Okafor", "K. Mark", "Lena H". */
static void learn_form(const IsrPeople *people, Mention *mention)
{
    guint n = isr_mention_size(mention);
    const NamePart *first = isr_mention_part(mention, 0);
    const NamePart *last = n > 0 ? isr_mention_part(mention, n - 1) : NULL;

    if (mention->kind == MENTION_TITLED && n > 0)
        isr_clues_note(people, mention, n == 1 ? "title-and-surname" : "title-and-name");
    if (n < 2)
        return;
    if (first->kind == PART_INITIAL && last->kind == PART_PLAIN)
        isr_clues_note(people, mention, "initial-and-surname");
    if (n == 2 && first->kind == PART_PLAIN && last->kind == PART_INITIAL)
        isr_clues_note(people, mention, "forename-and-initial");
}

/* "From: OKAFOR, Ada" and the like. */
static gboolean is_head_of_mail(const IsrBlock *block)
{
    static const char *const heads[] = {"from:", "to:", "cc:", "bcc:", "members:", "attendees:"};
    const char *text = block->text->str + strspn(block->text->str, "> \t");

    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
        if (g_ascii_strncasecmp(text, heads[i], strlen(heads[i])) == 0)
            return TRUE;
    return FALSE;
}

/* " FSW": a team in capitals, as it stands behind the name under which somebody writes. */
gsize isr_clues_team(const char *text)
{
    gsize n = 1;

    if (*text != ' ')
        return 0;
    while (g_ascii_isupper(text[n]))
        n++;
    return n > 2 && n < 7 && !g_ascii_isalnum(text[n]) ? n : 0;
}

/* Whether a team stands behind the name or is taken for its last part. */
static gboolean has_team(const IsrBlock *block, const IsrFinding *finding, const Mention *mention)
{
    const char *last = strrchr(mention->text, ' ');
    gboolean inside = last != NULL && isr_clues_team(last) > 0 && g_ascii_islower(last[-1]) &&
                      isr_mention_size(mention) < 4;

    return inside || isr_clues_team(block->text->str + finding->range.end) > 0;
}

/* Where the name stands: in a table of people and their agencies, in a column of staff, before a
 * message of a chat. */
static void learn_place(const IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                        Mention *mention)
{
    if (isr_whose_has_agency(people->patterns, block, finding))
        isr_clues_note(people, mention, "agency-in-table");
    if (isr_whose_is_in_staff_column(people->patterns, block, finding))
        isr_clues_note(people, mention, "column-of-staff");
    if (mention->speaks)
        isr_clues_note(people, mention,
                       has_team(block, finding, mention) ? "team-behind-name" : "writes-in-chat");
    if (strchr(mention->text, ',') != NULL && (mention->speaks || is_head_of_mail(block)))
        isr_clues_note(people, mention, "directory-name");
}

/* So likely that somebody told in confidence is as much as a cue that is enough by itself; what is
 * less likely than the other adds nothing. */
#define ENOUGH 0.9
#define TOO_LITTLE 0.3

static double logit(double likely)
{
    return log(likely / (1 - likely));
}

/* What the learnt model makes of the words around the name, in the points of cues. */
static double told_by_words(const IsrPatterns *patterns, const Surroundings *around,
                            const IsrFinding *finding)
{
    guint n, at;
    const IsrCueToken *tokens = isr_surroundings_tokens(around, finding, &n, &at);
    const double likely = tokens != NULL
                              ? isr_discretion_judge(patterns->discretion, patterns->discretions,
                                                     patterns->vectors, tokens, n, at)
                              : 0;

    if (likely < TOO_LITTLE)
        return 0;
    return likely >= ENOUGH ? TOLD : MAX(TOLD + logit(likely) - logit(ENOUGH), 0);
}

/* The cue in whose name the model speaks; NULL if there is none or it has no points: then the model
 * is not asked. */
static const IsrCue *learnt_cue(const IsrPatterns *patterns)
{
    const IsrCue *cue = isr_cue_index_find(patterns->cue_index, "words-of-confidence");

    return cue != NULL && cue->points[ISR_ROLE_REFERRER] > 0 ? cue : NULL;
}

/* Who told in confidence is told by one place: what is said of somebody elsewhere is of another
 * matter. A wording says it more surely than the model, which adds @learnt. */
static void note_telling(Mention *mention, const GPtrArray *found, const IsrCue *model,
                         double learnt)
{
    const IsrCue *most = learnt > 0 ? model : NULL;
    double told = learnt;
    double best = most != NULL ? MIN(learnt, model->points[ISR_ROLE_REFERRER]) : 0;

    for (guint i = 0; i < found->len; i++) {
        const IsrCue *cue = found->pdata[i];
        const double points = cue->points[ISR_ROLE_REFERRER];

        told += points;
        if (points > best) {
            best = points;
            most = cue;
        }
    }
    if (told <= mention->told)
        return;
    mention->told = told;
    mention->telling = most;
}

void isr_clues_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings)
{
    g_autoptr(Surroundings) around = isr_surroundings_new(people->patterns, block, findings);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    const IsrCue *model = learnt_cue(people->patterns);

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        guint number = finding->category == ISR_CATEGORY_NAME
                           ? isr_people_mention_at(people, block->index, finding->range.start)
                           : 0;
        if (number == 0)
            continue;
        Mention *mention = isr_people_mention(people, number);
        g_ptr_array_set_size(found, 0);
        isr_surroundings_read(around, finding, found);
        for (guint n = 0; n < found->len; n++)
            note(mention, found->pdata[n]);
        note_telling(mention, found, model,
                     model != NULL ? told_by_words(people->patterns, around, finding) : 0);
        learn_place(people, block, finding, mention);
        isr_standing_learn(people, block, finding, around, number);
        if (mention->count == 1)
            learn_form(people, mention);
    }
}

/* Times that @cue was met at the person's mentions. */
static guint times_met(const Cluster *cluster, const IsrCue *cue)
{
    guint times = 0;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        for (guint n = 0; n < mention->cues->len; n++)
            times += mention->cues->pdata[n] == cue ? 1 : 0;
    }
    return MIN(times, MOST_TIMES);
}

/* Adds what @cue is worth, met @times times. */
static void add(Cluster *cluster, const IsrCue *cue, guint times)
{
    double much = 1 + 0.25 * (times - 1);

    for (IsrRole role = 0; role < ISR_ROLE_REFERRER; role++) {
        double points = cue->points[role] * much;
        cluster->points[role] += points;
        if (points > cluster->most[role]) {
            cluster->most[role] = points;
            cluster->hints[role] = cue->because;
        }
    }
}

/* Never with a surname or a title, and with an age. */
static gboolean is_forename_with_age(const Cluster *cluster)
{
    gboolean age = FALSE;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        if (isr_mention_size(mention) != 1 || mention->kind == MENTION_TITLED)
            return FALSE;
        for (guint n = 0; n < mention->cues->len; n++)
            age = age || g_str_equal(((const IsrCue *)mention->cues->pdata[n])->id, "age-beside");
    }
    return age;
}

static void add_telling(Cluster *cluster, const Mention *mention)
{
    if (mention->told < TOLD || mention->told <= cluster->points[ISR_ROLE_REFERRER])
        return;
    cluster->points[ISR_ROLE_REFERRER] = mention->told;
    cluster->most[ISR_ROLE_REFERRER] = mention->telling->points[ISR_ROLE_REFERRER];
    cluster->hints[ISR_ROLE_REFERRER] = mention->telling->because;
}

void isr_clues_weigh(const IsrPeople *people, Cluster *cluster)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        add_telling(cluster, mention);
        for (guint n = 0; n < mention->cues->len; n++)
            if (g_hash_table_add(seen, mention->cues->pdata[n]))
                add(cluster, mention->cues->pdata[n], times_met(cluster, mention->cues->pdata[n]));
    }
    const IsrCue *cue = isr_cue_index_find(people->patterns->cue_index, "forename-and-age");
    if (cue != NULL && is_forename_with_age(cluster))
        add(cluster, cue, 1);
}
