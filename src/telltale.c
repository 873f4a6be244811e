/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what stays to what it tells. Of sentences that stay, the words of strong families of a topic
 * count; two ways to write one thing may count as two, which errs on the safe side. */
#include "telltale.h"

#include "gist.h"
#include "sex.h"

#include <isredact/calendar.h>
#include <isredact/coarse.h>

#include <string.h>

/* One pronoun says so much whether somebody is a man or a woman. */
#define SURE_OF_SEX 0.3
#define FIRST_YEAR 1900
#define LAST_YEAR 2100

struct IsrTelltale {
    const IsrPatterns *patterns;
    const IsrKey *key;
    const char *audit;
    const IsrPeople *people;
    guint subject;
    GPtrArray *quasis;        /* of IsrQuasiPerson * */
    IsrQuasiPerson **persons; /* of each number, from 0; NULL: not noted */
    GRegex *languages, *sexes;
};

static gboolean is_noted(IsrRole role)
{
    return role == ISR_ROLE_SUBJECT || role == ISR_ROLE_FAMILY || role == ISR_ROLE_THIRD_PARTY;
}

/* "first language is Somali", "speaks Polish at home". */
#define LANGUAGES                                                                                  \
    "(?i:(?:first|home|main|native|preferred)\\s+language|mother\\s+tongue|speaks?|interpreter)"   \
    "(?:\\s+(?:is|was|only|fluent|mainly|for|in|a))*\\s*[:\\x1f-]?\\s*(\\p{Lu}\\p{Ll}{2,})"
#define SEXES "\\b(?:sex|gender)\\s*[:\\x1f]\\s*(female|male|girl|boy|f|m)\\b"

IsrTelltale *isr_telltale_new(const IsrPatterns *patterns, const IsrKey *key, const char *audit,
                              const IsrPeople *people, const GPtrArray *identities, guint subject)
{
    IsrTelltale *telltale = g_new0(IsrTelltale, 1);

    telltale->patterns = patterns;
    telltale->key = key;
    telltale->audit = audit ? audit : "";
    telltale->people = people;
    telltale->subject = subject;
    telltale->quasis = isr_quasis_new();
    telltale->persons = g_new0(IsrQuasiPerson *, isr_people_size(people) + 1);
    telltale->languages = g_regex_new(LANGUAGES, 0, 0, NULL);
    telltale->sexes = g_regex_new(SEXES, G_REGEX_CASELESS, 0, NULL);
    for (guint i = 1; i <= isr_people_size(people); i++) {
        const IsrRole role = isr_people_nth(people, i)->presumed;

        if (is_noted(role) && i < identities->len && identities->pdata[i])
            telltale->persons[i] =
                isr_quasis_add(telltale->quasis, identities->pdata[i], role == ISR_ROLE_SUBJECT);
    }
    return telltale;
}

void isr_telltale_free(IsrTelltale *telltale)
{
    if (!telltale)
        return;
    g_ptr_array_unref(telltale->quasis);
    g_free(telltale->persons);
    g_regex_unref(telltale->languages);
    g_regex_unref(telltale->sexes);
    g_free(telltale);
}

static char *hash_of(const IsrTelltale *telltale, const char *text)
{
    g_autofree char *squeezed = isr_squeeze(text, -1);
    g_autofree char *whole = isr_key_derive(telltale->key, "quasi", telltale->audit, squeezed);

    return g_strndup(whole, ISR_QUASI_HASH);
}

static void tell_hash(const IsrTelltale *telltale, IsrQuasiPerson *person, IsrQuasiKind kind,
                      const char *text)
{
    g_autofree char *hash = hash_of(telltale, text);

    isr_quasi_tell(person, kind, hash);
}

/* The last year in @text. */
static void tell_birth(IsrQuasiPerson *person, const char *text)
{
    for (gsize i = strlen(text); i-- > 0;) {
        g_autofree char *year = g_strndup(text + i, 4);
        const guint64 value = g_ascii_strtoull(year, NULL, 10);

        if (value < FIRST_YEAR || value > LAST_YEAR)
            continue;
        isr_quasi_tell(person, ISR_QUASI_BORN, year);
        return;
    }
}

static void tell_age(IsrQuasiPerson *person, IsrAction done, const char *shown)
{
    g_autofree char *band =
        done == ISR_ACTION_GENERALISE ? g_strdup(shown) : isr_coarse_text(ISR_CATEGORY_AGE, shown);

    if (band && g_str_has_suffix(band, " years"))
        band[strlen(band) - strlen(" years")] = '\0';
    if (band)
        isr_quasi_tell(person, ISR_QUASI_AGE, band);
}

static void tell_district(IsrQuasiPerson *person, IsrCategory category, const char *shown)
{
    g_autofree char *own = isr_coarse_text(category, shown);
    g_autofree char *district = own ? NULL : isr_coarse_text(ISR_CATEGORY_POSTCODE, shown);

    if (own || district)
        isr_quasi_tell(person, ISR_QUASI_DISTRICT, own ? own : district);
}

static void tell_date(const IsrTelltale *telltale, IsrQuasiPerson *person, const char *shown)
{
    g_autofree char *month = NULL, *day = NULL;
    IsrDate date;

    if (!isr_date_read(shown, &date) || date.year == 0 || date.month == 0)
        return;
    month = g_strdup_printf("%04u-%02u", date.year, date.month);
    if (date.day > 0) {
        g_autofree char *whole = g_strdup_printf("%s-%02u", month, date.day);
        g_autofree char *hash = hash_of(telltale, whole);

        day = g_strdup_printf("%s/%s", month, hash);
    }
    isr_quasi_tell(person, ISR_QUASI_DATE, day ? day : month);
}

/* The words of a phrase that begin with a capital ("of Somali heritage" is Somali), else all of
 * them; without an s at the end. */
static char *telling_words(const IsrGist *gist, const IsrLexisHit *hit)
{
    g_autoptr(GString) capital = g_string_new(NULL), all = g_string_new(NULL);

    for (guint i = hit->first; i <= hit->last; i++) {
        const IsrToken *token = isr_tokens_nth(gist->tokens, i);
        const char *word = isr_tokens_word(gist->tokens, i);
        const guint length = token->length - (token->length > 3 && word[token->length - 1] == 's');

        if ((token->flags & ISR_TOKEN_CAPITAL) && i > 0)
            g_string_append_len(capital, word, length);
        g_string_append_len(all, word, length);
    }
    return g_strdup(capital->len > 0 ? capital->str : all->str);
}

/* Conditions that somebody has, among all that is said of health. */
static gboolean is_condition(const IsrFamily *family)
{
    static const char *const names[] = {
        "lungs",  "allergy",    "brain",         "blood",     "heart",   "cancer", "gut", "bones",
        "senses", "disability", "sexual-health", "infection", "thyroid", "growth", NULL};

    return g_strv_contains(names, family->name);
}

static void tell_hit(const IsrTelltale *telltale, IsrQuasiPerson *person, const IsrGist *gist,
                     const IsrLexisHit *hit, IsrCategory category)
{
    const IsrGroup *group = isr_topics_group(gist->topics, hit->group);
    g_autofree char *words = NULL;

    if (!group->family || group->family->kind != ISR_FAMILY_STRONG ||
        isr_topic_category(group->topic) != category)
        return;
    words = telling_words(gist, hit);
    if (category == ISR_CATEGORY_ETHNICITY) {
        tell_hash(telltale, person, ISR_QUASI_ETHNICITY, words);
    } else if (category == ISR_CATEGORY_RELIGION) {
        if (g_str_equal(group->family->name, "faiths") ||
            g_str_equal(group->family->name, "christian"))
            tell_hash(telltale, person, ISR_QUASI_RELIGION, words);
    } else if (is_condition(group->family)) {
        g_autofree char *hash = hash_of(telltale, words);
        g_autofree char *value = g_strdup_printf("%s/%s", group->family->name, hash);

        isr_quasi_tell(person, ISR_QUASI_CONDITION, value);
    }
}

static void tell_sentence(const IsrTelltale *telltale, IsrQuasiPerson *person, IsrCategory category,
                          const char *shown)
{
    g_autoptr(GString) text = g_string_new(shown);
    g_autoptr(IsrGist) gist = NULL;

    if (!telltale->patterns->topics)
        return;
    gist = isr_gist_new(telltale->patterns, text);
    for (guint i = 0; i < gist->hits->len; i++)
        tell_hit(telltale, person, gist, &g_array_index(gist->hits, IsrLexisHit, i), category);
}

/* Of the one subject is what is a subject's and of nobody by number. */
static IsrQuasiPerson *person_of(const IsrTelltale *telltale, const IsrFinding *finding)
{
    if (finding->person > 0)
        return telltale->persons[finding->person];
    return finding->role == ISR_ROLE_SUBJECT ? telltale->persons[telltale->subject] : NULL;
}

void isr_telltale_note(IsrTelltale *telltale, const IsrFinding *finding, IsrAction done,
                       const char *shown)
{
    IsrQuasiPerson *person = telltale ? person_of(telltale, finding) : NULL;
    const gboolean moved = done == ISR_ACTION_SHIFT;

    if (!person || (done != ISR_ACTION_KEEP && done != ISR_ACTION_GENERALISE && !moved))
        return;
    switch (finding->category) {
    case ISR_CATEGORY_DOB:
        tell_birth(person, shown);
        break;
    case ISR_CATEGORY_AGE:
        tell_age(person, done, shown);
        break;
    case ISR_CATEGORY_POSTCODE:
    case ISR_CATEGORY_ADDRESS:
        tell_district(person, finding->category, shown);
        break;
    case ISR_CATEGORY_PLACE:
        tell_hash(telltale, person, ISR_QUASI_PLACE, shown);
        break;
    case ISR_CATEGORY_DATE:
        if (!moved)
            tell_date(telltale, person, shown);
        break;
    case ISR_CATEGORY_ETHNICITY:
    case ISR_CATEGORY_RELIGION:
    case ISR_CATEGORY_HEALTH:
        tell_sentence(telltale, person, finding->category, shown);
        break;
    default:
        break;
    }
}

static void read_languages(const IsrTelltale *telltale, IsrQuasiPerson *person, const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;

    for (g_regex_match(telltale->languages, text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree char *language = g_match_info_fetch(match, 1);

        tell_hash(telltale, person, ISR_QUASI_LANGUAGE, language);
    }
}

/* The field of a form. */
static void read_sex(const IsrTelltale *telltale, IsrQuasiPerson *person, const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;

    if (g_regex_match(telltale->sexes, text, 0, &match)) {
        g_autofree char *sex = g_match_info_fetch(match, 1);
        const gboolean female = strchr("fFgG", *sex) != NULL;

        isr_quasi_tell(person, ISR_QUASI_SEX, female ? "female" : "male");
    }
}

static gboolean has_any(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strstr(text, *words))
            return TRUE;
    return FALSE;
}

void isr_telltale_read(IsrTelltale *telltale, const GString *text)
{
    static const char *const of_language[] = {"anguage", "speak", "tongue", "nterpreter", NULL};
    static const char *const of_sex[] = {"Sex", "SEX", "sex", "Gender", "GENDER", "gender", NULL};
    IsrQuasiPerson *person = telltale ? telltale->persons[telltale->subject] : NULL;

    if (person && has_any(text->str, of_language))
        read_languages(telltale, person, text->str);
    if (person && has_any(text->str, of_sex))
        read_sex(telltale, person, text->str);
}

/* A copy that speaks of "she" tells so, whatever stands for the name. */
static void tell_sexes(const IsrTelltale *telltale)
{
    for (guint i = 1; i <= isr_people_size(telltale->people); i++) {
        const double sex = telltale->persons[i] ? isr_sex_of_person(telltale->people, i) : 0;

        if (sex >= SURE_OF_SEX || sex <= -SURE_OF_SEX)
            isr_quasi_tell(telltale->persons[i], ISR_QUASI_SEX, sex > 0 ? "male" : "female");
    }
}

char *isr_telltale_json(const IsrTelltale *telltale)
{
    if (!telltale)
        return NULL;
    tell_sexes(telltale);
    return isr_quasis_json(telltale->quasis);
}
