/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names stand together if nothing but "and", a mark, ages, dates of birth and numbers parts them.
 * What the record says elsewhere of somebody's job or that they are another's counts for more. */
#include "together.h"

#include <string.h>

/* Bytes between two names that are read, and of a lead; words of a lead. */
#define MOST_BETWEEN 120
#define MOST_LEAD 60
#define MOST_WORDS 4
/* Bytes of the headline of a letter. */
#define MOST_HEADLINE 120
/* A label says so. */
#define LABEL 3

static gboolean is_mark(char c)
{
    return c == ',' || c == ';' || c == '/' || c == '&' || c == '+' || c == '\n';
}

/* What a list of people says of each: when they were born, how old they are, their numbers. */
static gboolean is_aside(const IsrFinding *finding)
{
    return finding->category == ISR_CATEGORY_AGE || finding->category == ISR_CATEGORY_DATE ||
           finding->category == ISR_CATEGORY_DOB ||
           (finding->category >= ISR_CATEGORY_NHS_NUMBER && finding->category <= ISR_CATEGORY_UTR);
}

/* What stands between the names @last and @next without ages and the like; NULL if too much. */
static char *between(const IsrBlock *block, const GArray *findings, guint last, guint next)
{
    const IsrFinding *one = &g_array_index(findings, IsrFinding, last);
    const IsrFinding *other = &g_array_index(findings, IsrFinding, next);
    const gsize start = one->range.end;

    if (other->range.start < start || other->range.start - start > MOST_BETWEEN)
        return NULL;
    char *text = g_strndup(block->text->str + start, other->range.start - start);
    for (guint i = last + 1; i < next; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (is_aside(finding) && finding->range.start >= start)
            for (gsize at = finding->range.start;
                 at < finding->range.end && at < other->range.start; at++)
                text[at - start] = ' ';
    }
    return text;
}

/* Takes the next word of @text, in small letters; NULL at its end. Marks that join names are
 * counted in @marks, a mark that ends a list makes it "". */
static char *next_word(const char **text, guint *marks)
{
    const char *at = *text;

    for (; *at != '\0' && !g_unichar_isalnum(g_utf8_get_char(at)); at = g_utf8_next_char(at)) {
        if (*at == ISR_CELL_BREAK || *at == ':' || *at == '!' || *at == '?')
            return g_strdup("");
        *marks += is_mark(*at) ? 1 : 0;
    }
    if (*at == '\0')
        return NULL;
    const char *end = at;
    while (*end != '\0' && g_unichar_isalnum(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    *text = end;
    return g_utf8_strdown(at, (gssize)(end - at));
}

/* Words that may stand with somebody's age, sex or number in a list of names. */
static gboolean is_small(const char *word)
{
    static const char *const small[] = {
        "and", "age",    "aged",   "ages", "b",   "born", "boy",       "brother", "d",    "date",
        "dob", "f",      "female", "girl", "in",  "m",    "male",      "months",  "mths", "nhs",
        "no",  "number", "o",      "of",   "old", "on",   "reception", "sister",  "the",  "twin",
        "upn", "year",   "years",  "y",    "yo",  "yr",   "yrs",       "months",  NULL};

    return g_strv_contains(small, word) || word[strspn(word, "0123456789")] == '\0';
}

/* Nothing but "and", a mark, and what is said of each. */
static gboolean joins(const IsrBlock *block, const char *text)
{
    const char *at = text;
    guint marks = 0;

    if (block->kind != ISR_BLOCK_ROW && strchr(text, '\n') != NULL)
        return FALSE;
    for (;;) {
        g_autofree char *word = next_word(&at, &marks);
        if (word == NULL)
            return marks > 0;
        marks += g_str_equal(word, "and") ? 1 : 0;
        if (*word == '\0' || !is_small(word))
            return FALSE;
    }
}

/* "Re:" begins a line, "orders in respect of" can stand in a sentence. */
static gboolean is_lead(const char *text, gsize length, gboolean first)
{
    static const char *const alone[] = {"about", "attending", "concerning", "for",     "re",
                                        "ref",   "regarding", "regards",    "subject", NULL};
    static const char *const within[] = {"in relation to", "in respect of",   "in the matter of",
                                         "with regard to", "with respect to", NULL};
    g_autofree char *lower = g_ascii_strdown(text, (gssize)length);

    return g_strv_contains(within, lower) || (first && g_strv_contains(alone, lower));
}

/* TRUE if the words before byte @at of the line are a lead. */
static gboolean is_led(const IsrBlock *block, gsize at)
{
    const char *text = block->text->str;
    gsize end = at, start;

    while (end > 0 && strchr(" :-\t", text[end - 1]) != NULL)
        end--;
    start = end;
    for (guint words = 0; start > 0 && words < MOST_WORDS; words++) {
        while (start > 0 && g_ascii_isalpha(text[start - 1]) && end - start < MOST_LEAD)
            start--;
        const gboolean first = start == 0 || strchr("\n\x1f", text[start - 1]) != NULL;
        if (is_lead(text + start, end - start, first))
            return TRUE;
        if (first || text[start - 1] != ' ')
            return FALSE;
        start--;
    }
    return FALSE;
}

/* A heading, or the line below "Dear Ms Row" that says what a letter is about; @at: names begin
 * it. */
static gboolean is_headline(const IsrPeople *people, const IsrBlock *block, gsize at)
{
    const GString *text = block->text;

    if (at > 4 || text->len > MOST_HEADLINE || strchr(text->str, '\n') != NULL ||
        block->kind == ISR_BLOCK_ROW || strchr(".,;!?", text->str[text->len - 1]) != NULL)
        return FALSE;
    return block->kind == ISR_BLOCK_HEADING ||
           (people->greeted > 0 && block->index == people->greeted);
}

/* TRUE if the label or line before @finding says whom the record is about. */
static gboolean begins(const IsrPeople *people, const IsrBlock *block, const IsrFinding *finding)
{
    const guint number = isr_people_mention_at(people, block->index, finding->range.start);

    return number > 0 && (isr_people_mention(people, number)->role == ISR_ROLE_SUBJECT ||
                          is_led(block, finding->range.start) ||
                          is_headline(people, block, finding->range.start));
}

static void add(IsrPeople *people, guint one, guint other)
{
    const Pair pair = {one, other};

    if (one > 0 && other > 0 && one != other)
        g_array_append_val(people->together, pair);
}

void isr_together_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings)
{
    gboolean open = FALSE;
    guint last = 0;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category != ISR_CATEGORY_NAME)
            continue;
        g_autofree char *text = open ? between(block, findings, last, i) : NULL;
        const guint number = isr_people_mention_at(people, block->index, finding->range.start);
        open = text != NULL && joins(block, text);
        if (open)
            add(people,
                isr_people_mention_at(people, block->index,
                                      g_array_index(findings, IsrFinding, last).range.start),
                number);
        open = open || begins(people, block, finding);
        last = i;
    }
}

/* "his sister" may be whom the record is about too; "Sister: Abena", a field of a form, is not. */
static gboolean is_child(const Cluster *cluster)
{
    static const char *const words[] = {"brother",  "sister",    "sibling", "son",
                                        "daughter", "household", NULL};

    return cluster->strongest[ISR_ROLE_FAMILY] < LABEL && cluster->person.kin != NULL &&
           g_strv_contains(words, cluster->person.kin);
}

/* Nothing that the record says of @cluster speaks against it. */
static gboolean may_be(const Cluster *cluster, gboolean given)
{
    if (cluster->person.role == ISR_ROLE_SUBJECT || cluster->person.role == ISR_ROLE_REFERRER ||
        (given && cluster->strongest[ISR_ROLE_SUBJECT] < LABEL))
        return FALSE;
    return cluster->votes[ISR_ROLE_PROFESSIONAL] <= 0 &&
           cluster->votes[ISR_ROLE_THIRD_PARTY] <= 0 &&
           (cluster->votes[ISR_ROLE_FAMILY] <= 0 || is_child(cluster));
}

static gboolean follow(const Cluster *one, Cluster *other, gboolean given)
{
    if (one == NULL || other == NULL || one->person.role != ISR_ROLE_SUBJECT ||
        !may_be(other, given))
        return FALSE;
    other->person.role = other->person.presumed = ISR_ROLE_SUBJECT;
    other->person.kin = NULL;
    other->person.evidence = "named together with whom the record is about";
    other->person.check = other->votes[ISR_ROLE_SUBJECT] <= 0;
    return TRUE;
}

void isr_together_settle(IsrPeople *people, gboolean given)
{
    gboolean changed = TRUE;

    while (changed) {
        changed = FALSE;
        for (guint i = 0; i < people->together->len; i++) {
            const Pair *pair = &g_array_index(people->together, Pair, i);
            Cluster *one = isr_people_cluster(people, pair->one);
            Cluster *other = isr_people_cluster(people, pair->other);
            if (follow(one, other, given) || follow(other, one, given))
                changed = TRUE;
        }
    }
}
