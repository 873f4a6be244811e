/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People: remembers every mention and value of the first walk, and afterwards says whose each
 * finding is. Merging mentions is merge.c's, roles are roles.c's, forms of names forms.c's. */
#include "people.h"

#include <string.h>

#include <isredact/label.h>

#include "whose.h"

/* Fields that belong together stand in neighbouring lines. */
#define NEAR 3

static void value_free(gpointer data)
{
    Value *value = data;

    g_free(value->value);
    g_free(value);
}

void isr_cluster_free(Cluster *cluster)
{
    if (cluster == NULL)
        return;
    g_ptr_array_unref(cluster->person.names);
    g_ptr_array_unref(cluster->mentions);
    g_hash_table_unref(cluster->keys);
    g_hash_table_unref(cluster->surnames);
    g_free(cluster);
}

static guint remember(IsrPeople *people, const char *text, MentionKind kind, IsrRole role,
                      const char *kin, char gender)
{
    char *key = g_strdup_printf("%d %d %s %c %s", kind, role, kin != NULL ? kin : "",
                                gender != 0 ? gender : '-', text);
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(people->by_key, key));

    if (number > 0) {
        g_free(key);
        return number;
    }
    Mention *mention = isr_mention_new(people->patterns, text, kind);
    mention->role = role;
    mention->kin = kin;
    mention->gender = gender;
    g_ptr_array_add(people->mentions, mention);
    mention->order = people->mentions->len;
    g_hash_table_insert(people->by_key, key, GUINT_TO_POINTER(people->mentions->len));
    return people->mentions->len;
}

static Mention *nth_mention(const IsrPeople *people, guint number)
{
    return people->mentions->pdata[number - 1];
}

/* "NAME=ALIAS=ALIAS". */
static void learn_subject(IsrPeople *people, const char *given)
{
    g_auto(GStrv) names = g_strsplit(given, "=", -1);
    guint first = 0;

    for (char **name = names; *name != NULL; name++) {
        g_strstrip(*name);
        if (**name == '\0')
            continue;
        guint number = remember(people, *name, MENTION_NAME, ISR_ROLE_SUBJECT, NULL, 0);
        Mention *mention = nth_mention(people, number);
        mention->reason = "--subject says so";
        mention->weight = 10;
        mention->score = 1;
        mention->order = G_MAXUINT;
        mention->beside = first;
        first = first > 0 ? first : number;
    }
}

IsrPeople *isr_people_new(const IsrPatterns *patterns, char **subjects)
{
    IsrPeople *people = g_new0(IsrPeople, 1);

    people->patterns = patterns;
    people->mentions = g_ptr_array_new_with_free_func((GDestroyNotify)isr_mention_free);
    people->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->places = g_array_new(FALSE, FALSE, sizeof(Place));
    people->values = g_ptr_array_new_with_free_func(value_free);
    people->by_value = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->clusters = g_ptr_array_new_with_free_func((GDestroyNotify)isr_cluster_free);
    people->forms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    people->headed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char **subject = subjects; subject != NULL && *subject != NULL; subject++)
        learn_subject(people, *subject);
    return people;
}

void isr_people_free(IsrPeople *people)
{
    if (people == NULL)
        return;
    g_ptr_array_unref(people->clusters);
    g_ptr_array_unref(people->mentions);
    g_ptr_array_unref(people->values);
    g_array_unref(people->places);
    g_hash_table_unref(people->by_key);
    g_hash_table_unref(people->by_value);
    g_hash_table_unref(people->forms);
    g_hash_table_unref(people->headed);
    g_free(people);
}

static char *text_of(const IsrBlock *block, const IsrFinding *finding)
{
    return g_strndup(block->text->str + finding->range.start,
                     finding->range.end - finding->range.start);
}

static MentionKind kind_of(const IsrFinding *finding)
{
    if (g_strcmp0(finding->rule, "forename") == 0)
        return MENTION_FORENAME;
    if (g_strcmp0(finding->rule, "surname") == 0)
        return MENTION_SURNAME;
    if (g_strcmp0(finding->rule, "alias") == 0)
        return MENTION_ALIAS;
    if (g_strcmp0(finding->reason, "a title before it") == 0)
        return MENTION_TITLED;
    return MENTION_NAME;
}

/* What the title right before @at says: "Mr" or "Mrs". */
static char gender_before(const char *text, gsize at)
{
    static const struct {
        const char *title;
        char gender;
    } titles[] = {{"mr", 'm'}, {"master", 'm'}, {"sir", 'm'}, {"mrs", 'f'},
                  {"ms", 'f'}, {"miss", 'f'},   {"mme", 'f'}, {"lady", 'f'}};

    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '.'))
        at--;
    for (guint i = 0; i < G_N_ELEMENTS(titles); i++) {
        gsize length = strlen(titles[i].title);
        if (at >= length && g_ascii_strncasecmp(text + at - length, titles[i].title, length) == 0 &&
            (at == length || !g_ascii_isalnum(text[at - length - 1])))
            return titles[i].gender;
    }
    return 0;
}

/* Role evidence that the detectors did not see: the row's other cells, the heading, the form. */
static void find_role(const IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                      Whose *whose)
{
    *whose = (Whose){finding->role, finding->kin, NULL, finding->reason};
    if (finding->role != ISR_ROLE_UNSURE)
        return;
    gboolean field = isr_whose_is_field(people->patterns, block, finding);
    const IsrLabel *label = field ? NULL : isr_whose_cell(people->patterns, block, finding);
    if (label != NULL) {
        *whose = (Whose){label->role, label->kin, NULL, "the table says so"};
        return;
    }
    if (!field || g_strcmp0(finding->rule, "named") == 0 || kind_of(finding) == MENTION_ALIAS)
        return;
    label = isr_whose_heading(people->patterns, block);
    if (label != NULL)
        *whose = (Whose){label->role, label->kin, NULL, "the heading above says so"};
    else
        *whose = (Whose){ISR_ROLE_SUBJECT, NULL, NULL, "a field of the record itself"};
}

static double weight_of(const char *reason)
{
    static const struct {
        const char *reason;
        double weight;
    } weights[] = {{"its label says so", 3},
                   {"the table says so", 3},
                   {"the heading above says so", 2},
                   {"a field of the record itself", 1.5}};

    for (guint i = 0; i < G_N_ELEMENTS(weights); i++)
        if (g_strcmp0(weights[i].reason, reason) == 0)
            return weights[i].weight;
    return 2;
}

/* "Surname: OKAFOR" and "Forename: Jayden" are one person, and an alias is another name of the
 * person mentioned last. */
static void join_fields(IsrPeople *people, const IsrBlock *block, guint number, guint last)
{
    Mention *mention = nth_mention(people, number);
    gboolean near = people->field > 0 && block->index - people->field_block <= NEAR;
    Mention *field = near ? nth_mention(people, people->field) : NULL;

    if (mention->kind == MENTION_ALIAS && mention->beside == 0)
        mention->beside = last > 0 ? last : near ? people->field : 0;
    if (field == NULL || field == mention)
        return;
    gboolean pair = (mention->kind == MENTION_FORENAME && field->kind == MENTION_SURNAME) ||
                    (mention->kind == MENTION_SURNAME && field->kind == MENTION_FORENAME);
    if (!pair || mention->beside > 0 || field->beside > 0)
        return;
    const Mention *given = mention->kind == MENTION_FORENAME ? mention : field;
    const Mention *family = given == mention ? field : mention;
    g_autofree char *full = g_strdup_printf("%s, %s", family->text, given->text);
    guint whole = remember(people, full, MENTION_NAME, given->role, given->kin, 0);
    Mention *both = nth_mention(people, whole);
    both->order = MIN(given->order, family->order);
    both->score = 0.95;
    both->reason = given->reason;
    both->weight = given->weight;
    mention->beside = field->beside = whole;
}

/* Letters and digits of the block that no name covers: a signature stands alone. */
static gboolean is_all_of(const IsrBlock *block, const IsrFinding *finding)
{
    gsize others = 0;

    for (gsize at = 0; at < block->text->len; at++)
        if ((at < finding->range.start || at >= finding->range.end) &&
            g_ascii_isalnum(block->text->str[at]))
            others++;
    return others <= 4;
}

/* A name alone in its block and, in the next, what that person is. */
static void learn_signature(IsrPeople *people, const IsrBlock *block)
{
    const char *text = block->text->str;
    gsize length = strcspn(text, ",|\n(");
    IsrLabelMeaning meaning;

    if (people->alone == 0 || length == 0 || length > 60)
        return;
    Mention *mention = nth_mention(people, people->alone);
    if (mention->role != ISR_ROLE_UNSURE ||
        !isr_label_index_read(people->patterns->wordings, text, (gssize)length, TRUE, &meaning) ||
        meaning.owner == NULL || meaning.label != meaning.owner ||
        meaning.owner->role != ISR_ROLE_PROFESSIONAL)
        return;
    mention->role = ISR_ROLE_PROFESSIONAL;
    mention->kin = meaning.owner->kin;
    mention->reason = "a job title under the signature";
    mention->weight = 2.5;
}

/* A heading, or the line of a letter that says what it is about. */
static gboolean is_headline(const IsrBlock *block)
{
    return block->kind == ISR_BLOCK_HEADING ||
           g_ascii_strncasecmp(block->text->str, "subject:", 8) == 0 ||
           g_ascii_strncasecmp(block->text->str, "re:", 3) == 0;
}

static guint learn_name(IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                        guint last)
{
    g_autofree char *text = text_of(block, finding);
    Whose whose;

    find_role(people, block, finding, &whose);
    guint number = remember(people, text, kind_of(finding), whose.role, whose.kin,
                            gender_before(block->text->str, finding->range.start));
    Mention *mention = nth_mention(people, number);
    Place place = {block->index, number, finding->range.start};

    g_array_append_val(people->places, place);
    if (mention->count++ == 0)
        mention->block = block->index;
    mention->score = MAX(mention->score, finding->score);
    if (whose.role != ISR_ROLE_UNSURE) {
        mention->reason = whose.reason;
        mention->weight = weight_of(whose.reason);
    }
    if (is_headline(block) && mention->parts->len > 0)
        g_hash_table_add(people->headed, isr_squeeze(text, -1));
    join_fields(people, block, number, last);
    if (isr_whose_is_field(people->patterns, block, finding) && mention->kind != MENTION_ALIAS) {
        people->field = mention->beside > 0 ? mention->beside : number;
        if (mention->beside == 0 || people->field == number)
            people->field = number;
        people->field_block = block->index;
    }
    return number;
}

/* The mention that the name @name (one of the block's findings) is. */
static guint mention_at(const IsrPeople *people, guint block, gsize start)
{
    guint low = 0, high = people->places->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        const Place *place = &g_array_index(people->places, Place, middle);
        if (place->block < block || (place->block == block && place->start < start))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == people->places->len)
        return 0;
    const Place *place = &g_array_index(people->places, Place, low);
    return place->block == block && place->start == start ? place->mention : 0;
}

/* What is left of a value when a better finding took its middle says nothing elsewhere. */
static gboolean is_telling(IsrCategory category, const char *squeezed)
{
    guint digits = 0;

    for (const char *at = squeezed; *at != '\0'; at++)
        digits += g_ascii_isdigit(*at) ? 1 : 0;
    switch (category) {
    case ISR_CATEGORY_ADDRESS:
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ORGANISATION:
    case ISR_CATEGORY_EMAIL:
    case ISR_CATEGORY_URL:
    case ISR_CATEGORY_USERNAME:
    case ISR_CATEGORY_INITIALS:
        return strlen(squeezed) > 1;
    default:
        return digits > 2;
    }
}

static void learn_value(IsrPeople *people, const IsrBlock *block, const GArray *findings, guint n)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);
    g_autofree char *text = text_of(block, finding), *squeezed = isr_squeeze(text, -1);
    char *key = g_strdup_printf("%d:%s", finding->category, squeezed);

    if (!is_telling(finding->category, squeezed) || g_hash_table_contains(people->by_value, key)) {
        g_free(key);
        return;
    }
    Whose whose = isr_whose(people->patterns, block, findings, n);
    Value *value = g_new0(Value, 1);
    value->category = finding->category;
    value->value = g_steal_pointer(&text);
    value->role = whose.role;
    value->kin = whose.kin;
    if (whose.name != NULL)
        value->mention = mention_at(people, block->index, whose.name->range.start);
    g_ptr_array_add(people->values, value);
    g_hash_table_add(people->by_value, key);
}

void isr_people_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings)
{
    guint last = 0;

    learn_signature(people, block);
    people->alone = 0;
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category != ISR_CATEGORY_NAME)
            continue;
        last = learn_name(people, block, finding, last);
        if (block->kind != ISR_BLOCK_ROW && is_all_of(block, finding))
            people->alone = last;
    }
    for (guint i = 0; i < findings->len; i++) {
        IsrCategory category = g_array_index(findings, IsrFinding, i).category;
        if (category != ISR_CATEGORY_NAME && !isr_category_is_topic(category))
            learn_value(people, block, findings, i);
    }
}

Cluster *isr_people_cluster(const IsrPeople *people, guint mention)
{
    guint person = mention > 0 ? nth_mention(people, mention)->person : 0;

    return person > 0 ? people->clusters->pdata[person - 1] : NULL;
}

static gint by_order(gconstpointer a, gconstpointer b)
{
    const Cluster *x = *(const Cluster *const *)a, *y = *(const Cluster *const *)b;

    return x->order < y->order ? -1 : x->order > y->order;
}

/* Numbers people by their first mention. */
static void number_people(IsrPeople *people)
{
    g_ptr_array_sort(people->clusters, by_order);
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        cluster->person.number = i + 1;
        for (guint n = 0; n < cluster->mentions->len; n++) {
            Mention *mention = cluster->mentions->pdata[n];
            mention->person = i + 1;
            g_ptr_array_add(cluster->person.names, g_strdup(mention->text));
        }
    }
}

void isr_people_settle(IsrPeople *people, IsrTerms *terms)
{
    isr_merge(people);
    number_people(people);
    isr_roles_settle(people);
    isr_forms_fill(people, terms);
}

guint isr_people_size(const IsrPeople *people)
{
    return people->clusters->len;
}

const IsrPerson *isr_people_nth(const IsrPeople *people, guint number)
{
    return &((const Cluster *)people->clusters->pdata[number - 1])->person;
}

/* The only person with that role and word for it; 0 if there are several or none. */
static guint person_called(const IsrPeople *people, IsrRole role, const char *kin)
{
    guint found = 0;

    for (guint i = 1; i <= people->clusters->len; i++) {
        const IsrPerson *person = isr_people_nth(people, i);
        if (person->role != role || (kin != NULL && g_strcmp0(person->kin, kin) != 0))
            continue;
        if (found > 0)
            return 0;
        found = i;
    }
    return found;
}

static void give(IsrFinding *finding, const IsrPeople *people, guint person)
{
    finding->person = person;
    finding->role = isr_people_nth(people, person)->role;
    if (finding->kin == NULL)
        finding->kin = isr_people_nth(people, person)->kin;
}

static void attribute_name(const IsrPeople *people, const IsrBlock *block, IsrFinding *finding)
{
    guint number = mention_at(people, block->index, finding->range.start);
    const Mention *mention = number > 0 ? nth_mention(people, number) : NULL;

    if (mention != NULL && mention->person > 0) {
        give(finding, people, mention->person);
    } else if (mention != NULL && mention->shared != ISR_ROLE_UNSURE) {
        finding->role = mention->shared;
    } else if (finding->person > 0) {
        give(finding, people, finding->person);
    } else {
        g_autofree char *text = text_of(block, finding), *key = isr_squeeze(text, -1);
        const Form *form = g_hash_table_lookup(people->forms, key);
        if (form != NULL && form->person > 0)
            give(finding, people, form->person);
        else if (form != NULL)
            finding->role = form->role;
    }
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
        g_autofree char *email = text_of(block, finding);
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
        guint person = person_called(people, whose.role, whose.kin);
        finding->role = whose.role;
        finding->kin = finding->kin != NULL ? finding->kin : whose.kin;
        if (person > 0)
            give(finding, people, person);
    } else {
        finding->flags |= ISR_FINDING_UNSURE;
    }
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
        if (category != ISR_CATEGORY_NAME && category != ISR_CATEGORY_INITIALS)
            attribute_value(people, block, findings, i);
    }
}
