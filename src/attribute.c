/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says whose each finding of a block is, once people are settled. */
#include <string.h>

#include "nearest.h"
#include "whose.h"

/* The key of all with @role, or of those of them whom @kin tells (NULL: all). */
static char *calling(IsrRole role, const char *kin)
{
    return g_strdup_printf("%d%s%s", (int)role, kin != NULL ? " " : "", kin != NULL ? kin : "");
}

static void call(IsrPeople *people, IsrRole role, const char *kin, guint person)
{
    char *key = calling(role, kin);
    gboolean known = g_hash_table_contains(people->called, key);

    g_hash_table_insert(people->called, key, GUINT_TO_POINTER(known ? 0 : person));
}

void isr_people_call(IsrPeople *people)
{
    for (guint i = 1; i <= people->clusters->len; i++) {
        const IsrPerson *person = isr_people_nth(people, i);
        if (person->missed && isr_people_called(people, person->role, NULL) > 0)
            continue;
        call(people, person->role, NULL, i);
        if (person->kin != NULL)
            call(people, person->role, person->kin, i);
    }
}

guint isr_people_called(const IsrPeople *people, IsrRole role, const char *kin)
{
    g_autofree char *key = calling(role, kin);

    return GPOINTER_TO_UINT(g_hash_table_lookup(people->called, key));
}

static void give(IsrFinding *finding, const IsrPeople *people, guint person)
{
    finding->person = person;
    finding->role = isr_people_nth(people, person)->role;
    if (finding->kin == NULL)
        finding->kin = isr_people_nth(people, person)->kin;
}

/* A name that several people bear. */
static guint person_near(const IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                         const Mention *mention)
{
    if (mention != NULL)
        return isr_nearest(people, mention, block->index, finding->range.start);
    g_autofree char *text = isr_people_text(block, finding);
    Mention *read = isr_mention_new(people->patterns, text, MENTION_NAME);
    const guint person = isr_nearest(people, read, block->index, finding->range.start);

    isr_mention_free(read);
    return person;
}

static void attribute_name(const IsrPeople *people, const IsrBlock *block, IsrFinding *finding)
{
    const guint number = isr_people_mention_at(people, block->index, finding->range.start);
    const Mention *mention = number > 0 ? isr_people_mention(people, number) : NULL;
    const Form *form = NULL;
    guint person = mention != NULL ? mention->person : finding->person;

    if (person == 0 && mention == NULL) {
        g_autofree char *text = isr_people_text(block, finding), *key = isr_squeeze(text, -1);
        form = g_hash_table_lookup(people->forms, key);
        person = form != NULL ? form->person : 0;
    }
    if (person == 0 && finding->category == ISR_CATEGORY_NAME)
        person = person_near(people, block, finding, mention);
    if (person > 0)
        give(finding, people, person);
    else if (mention != NULL && mention->shared != ISR_ROLE_UNSURE)
        finding->role = mention->shared;
    else if (form != NULL)
        finding->role = form->role;
    if (finding->role == ISR_ROLE_UNSURE)
        finding->flags |= ISR_FINDING_UNSURE;
}

/* The person whose name the address holds: "k.nowakowska@". */
static guint person_of_email(const IsrPeople *people, const char *email)
{
    g_autofree char *local = g_strndup(email, strcspn(email, "@"));
    g_auto(GStrv) pieces = g_strsplit_set(local, "._-+0123456789", -1);

    for (guint whole = 0; whole < 2; whole++)
        for (char **piece = pieces; *piece != NULL; piece++) {
            g_autofree char *key = isr_squeeze(whole ? *piece : local, -1);
            const Form *form = strlen(key) > 2 ? g_hash_table_lookup(people->forms, key) : NULL;
            if (form != NULL && form->person > 0)
                return form->person;
        }
    return 0;
}

static void attribute_value(const IsrPeople *people, const IsrBlock *block, GArray *findings,
                            guint n)
{
    IsrFinding *finding = &g_array_index(findings, IsrFinding, n);

    if (finding->category == ISR_CATEGORY_EMAIL) {
        g_autofree char *email = isr_people_text(block, finding);
        guint person = person_of_email(people, email);
        if (person > 0) {
            give(finding, people, person);
            return;
        }
        if (isr_roles_is_work(people->patterns, email))
            finding->role = ISR_ROLE_PROFESSIONAL;
    }
    if (finding->person > 0 && finding->role != ISR_ROLE_UNSURE)
        return;
    Whose whose = isr_whose(people->patterns, block, findings, n);
    if (whose.name != NULL && whose.name->person > 0) {
        give(finding, people, whose.name->person);
    } else if (whose.name != NULL) {
        finding->role = whose.name->role;
    } else if (whose.role != ISR_ROLE_UNSURE) {
        guint person = isr_people_called(people, whose.role, whose.kin);
        finding->role = whose.role;
        finding->kin = finding->kin != NULL ? finding->kin : whose.kin;
        if (person > 0)
            give(finding, people, person);
    } else {
        finding->flags |= ISR_FINDING_UNSURE;
    }
}

/* A pupil's or learner's number: the record's own, if nothing says whose. */
static gboolean is_learner_number(IsrCategory category)
{
    return category == ISR_CATEGORY_UPN || category == ISR_CATEGORY_ULN;
}

/* Numbers under which a service keeps a person's record: never those of who works with it. */
static gboolean is_client_number(IsrCategory category)
{
    return category == ISR_CATEGORY_NHS_NUMBER || category == ISR_CATEGORY_CHI_NUMBER ||
           category == ISR_CATEGORY_HSC_NUMBER || category == ISR_CATEGORY_HOSPITAL_NUMBER ||
           is_learner_number(category);
}

/* A professional's name beside a client's number only says who wrote it down. */
static void settle_client_number(const IsrPeople *people, IsrFinding *finding)
{
    gboolean unsure = finding->role == ISR_ROLE_UNSURE && finding->person == 0;

    if (!is_client_number(finding->category) || !(unsure || finding->role == ISR_ROLE_PROFESSIONAL))
        return;
    finding->person = 0;
    finding->kin = NULL;
    finding->role = ISR_ROLE_UNSURE;
    finding->flags |= ISR_FINDING_UNSURE;
    if (!is_learner_number(finding->category))
        return;
    guint subject = isr_people_called(people, ISR_ROLE_SUBJECT, NULL);

    finding->role = ISR_ROLE_SUBJECT;
    finding->flags &= ~(guint)ISR_FINDING_UNSURE;
    if (subject > 0)
        give(finding, people, subject);
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const IsrFinding *x = a, *y = b;

    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

void isr_people_attribute(const IsrPeople *people, const IsrBlock *block, GArray *findings)
{
    g_array_sort(findings, by_place);
    for (guint i = 0; i < findings->len; i++) {
        IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category == ISR_CATEGORY_NAME || finding->category == ISR_CATEGORY_INITIALS)
            attribute_name(people, block, finding);
    }
    for (guint i = 0; i < findings->len; i++) {
        IsrCategory category = g_array_index(findings, IsrFinding, i).category;
        if (category != ISR_CATEGORY_NAME && category != ISR_CATEGORY_INITIALS &&
            !isr_category_is_topic(category)) {
            attribute_value(people, block, findings, i);
            settle_client_number(people, &g_array_index(findings, IsrFinding, i));
        }
    }
}
