/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A title and a word for a relative say it, pronouns and forenames only make it likely. */
#include "sex.h"

#include "standing.h"

/* What a list of forenames tells beside a title. */
#define FORENAME 0.6

static double sex_of_kin(const char *kin)
{
    static const char *const men[] = {"father", "grandfather", "brother",    "uncle", "son",
                                      "nephew", "husband",     "stepfather", NULL};
    static const char *const women[] = {"mother", "grandmother", "sister",     "aunt", "daughter",
                                        "niece",  "wife",        "stepmother", NULL};

    if (kin == NULL)
        return 0;
    return g_strv_contains(men, kin) ? 1 : g_strv_contains(women, kin) ? -1 : 0;
}

/* By the first part that is written out and no surname, or its first piece: "Carol-Ann". */
static double sex_of_forename(const IsrPatterns *patterns, const Mention *mention)
{
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind != PART_PLAIN || part->surname)
            continue;
        guint level = isr_lists_level(patterns->lists, "men-and-women", part->text, -1);
        if (level == 0 && part->parts->len > 1)
            level = isr_lists_level(patterns->lists, "men-and-women", part->parts->pdata[0], -1);
        return level == 0 ? 0 : level > 5 ? FORENAME : -FORENAME;
    }
    return 0;
}

double isr_sex_of_name(const IsrPatterns *patterns, const Mention *mention)
{
    if (mention->gender != 0)
        return mention->gender == 'm' ? 1 : -1;
    return sex_of_forename(patterns, mention);
}

/* Times that one of @words stands among the next words behind names of the person. */
static double times_behind(const Cluster *cluster, const char *const *words)
{
    guint times = 0;

    for (; *words != NULL; words++) {
        gpointer feature = GUINT_TO_POINTER(isr_standing_feature("R*", *words, -1));
        for (guint i = 0; i < cluster->mentions->len; i++) {
            const Mention *mention = cluster->mentions->pdata[i];
            if (mention->traits != NULL)
                times += isr_standing_times(g_hash_table_lookup(mention->traits, feature));
        }
    }
    return times;
}

static double sex_of_pronouns(const Cluster *cluster)
{
    static const char *const his[] = {"he", "his", "himself", NULL};
    static const char *const hers[] = {"she", "hers", "herself", NULL};
    const double he = times_behind(cluster, his), she = times_behind(cluster, hers);

    return (he - she) / (he + she + 2);
}

double isr_sex(const IsrPatterns *patterns, const Cluster *cluster)
{
    double said = sex_of_kin(cluster->person.kin), name = 0;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        said += mention->gender == 'm' ? 1 : mention->gender == 'f' ? -1 : 0;
        said += mention->kin != cluster->person.kin ? sex_of_kin(mention->kin) : 0;
        if (name == 0)
            name = sex_of_forename(patterns, mention);
    }
    if (said != 0)
        return said > 0 ? 1 : -1;
    return CLAMP(name + sex_of_pronouns(cluster), -0.9, 0.9);
}

double isr_sex_of_person(const IsrPeople *people, guint number)
{
    return isr_sex(people->patterns, people->clusters->pdata[number - 1]);
}
