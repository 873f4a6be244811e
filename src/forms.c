/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every form in which a known name or value can stand elsewhere in the document: surname alone,
 * initials, surname first, joined as in file names, a date written another way. */
#include <string.h>

#include <isredact/calendar.h>
#include <isredact/label.h>

#include "bodyforms.h"
#include "everyday.h"
#include "people.h"
#include "wordkind.h"
#include "words.h"

typedef struct {
    IsrPeople *people;
    IsrTerms *terms;
    const Cluster *cluster;
    GHashTable *shorts; /* set of char *: short forms that were made up so far */
} Filling;

static void add(const Filling *filling, const char *value, IsrCategory category, IsrTermKind kind)
{
    const IsrPerson *person = &filling->cluster->person;
    char *key = isr_squeeze(value, -1);
    Form *form = g_hash_table_lookup(filling->people->forms, key);

    isr_terms_add(filling->terms, value, category, kind, person->number, person->role);
    if (form == NULL) {
        form = g_new(Form, 1);
        *form = (Form){person->number, person->role};
        g_hash_table_insert(filling->people->forms, key, form);
        return;
    }
    if (form->person != person->number)
        form->person = 0;
    if (form->role != person->role)
        form->role = ISR_ROLE_UNSURE;
    g_free(key);
}

/* "Nanny" of "Nanny Pat": a kin word or job title that is no name. */
static gboolean is_label(const Filling *filling, const char *text)
{
    const IsrPatterns *patterns = filling->people->patterns;
    g_autofree char *key = isr_label_key(text, -1);
    const IsrLabel *label = isr_label_index_find(patterns->wordings, key);

    return label != NULL && label->shape == NULL && label->role != ISR_ROLE_UNSURE &&
           !isr_lists_has(patterns->lists, "forenames", text, -1) &&
           isr_lists_level(patterns->lists, "surnames", text, -1) < 4;
}

/* One part alone. Words of the services and everyday words are swept with care, any at least as
 * @kind says. */
static void add_part(const Filling *filling, const char *text, IsrTermKind kind)
{
    const IsrLists *lists = filling->people->patterns->lists;
    gboolean barred = isr_lists_has(lists, "not-names", text, -1);

    if (g_utf8_strlen(text, -1) < 2 || is_label(filling, text) ||
        (barred && !isr_lists_has(lists, "forenames", text, -1) &&
         !isr_lists_has(lists, "surnames", text, -1)))
        return;
    add(filling, text, ISR_CATEGORY_NAME,
        barred ? ISR_TERM_BARRED : MAX(kind, isr_everyday_kind(lists, text)));
}

/* "Elements", "properties": English words that nobody is called. */
static gboolean is_mere_word(const Filling *filling, const char *text)
{
    guint kind = isr_word_kind(filling->people->patterns->lists, text, strlen(text));

    return (kind & WORD_ENGLISH) && !(kind & (WORD_FORENAME | WORD_SURNAME | WORD_RARE));
}

static void add_parts(const Filling *filling, const Mention *mention)
{

    for (guint i = 0; i < mention->parts->len; i++) {
        const NamePart *part = mention->parts->pdata[i];
        if (part->kind == PART_PARTICLE || part->kind == PART_INITIAL || part->kind == PART_STRAY)
            continue;
        add_part(filling, part->text, ISR_TERM_PART);
        g_auto(GStrv) pieces = g_strsplit(part->text, "-", -1);
        for (char **piece = pieces; part->parts->len > 1 && *piece != NULL; piece++)
            if (g_utf8_strlen(*piece, -1) > 2 && !is_mere_word(filling, *piece))
                add_part(filling, *piece, ISR_TERM_PART);
    }
}

/* The first letter of @part, or of each of its pieces, in capitals. */
static void append_initials(GString *out, const NamePart *part, gboolean pieces)
{
    g_auto(GStrv) words = g_strsplit(part->text, "-", -1);

    for (char **word = words; *word != NULL; word++) {
        if (pieces && strncmp(*word, "Mc", 2) == 0 && g_ascii_isupper((*word)[2]))
            g_string_append_len(out, *word, 3); /* "RMcA" */
        else if (**word != '\0')
            g_string_append_unichar(out, g_unichar_toupper(g_utf8_get_char(*word)));
        if (!pieces)
            return;
    }
}

static void add_initials_of(const Filling *filling, const GString *initials)
{
    const IsrLists *lists = filling->people->patterns->lists;

    g_autofree char *key = isr_label_key(initials->str, -1);

    gboolean taken = isr_lists_has(lists, "not-names", key, -1) ||
                     isr_lists_has(lists, "titles", key, -1) ||
                     isr_label_index_find(filling->people->patterns->wordings, key) != NULL;
    IsrTermKind kind = !taken ? ISR_TERM_PART
                       : g_hash_table_contains(filling->people->monograms, initials->str)
                           ? ISR_TERM_CAPITAL
                           : ISR_TERM_ORDINARY;
    if (initials->len > 1) /* "PC" and "TA" are somebody else but where they are all of a cell */
        add(filling, initials->str, ISR_CATEGORY_INITIALS, kind);
}

/* "JO", "JRT", "CP-A": of all parts, with and without the pieces of double names, and of the
 * first and last alone. */
static void add_initials(const Filling *filling, const Mention *mention)
{
    guint n = isr_mention_size(mention);

    for (guint way = 0; way < 3 && n > 1; way++) {
        g_autoptr(GString) initials = g_string_new(NULL);
        for (guint i = 0; i < n; i++)
            if (way < 2 || i == 0 || i == n - 1)
                append_initials(initials, isr_mention_part(mention, i), way == 1);
        add_initials_of(filling, initials);
    }
}

/* An initial and @word: "A Day" is also an article and its noun. */
static void add_short(const Filling *filling, const char *form, const char *word, char letter)
{
    gboolean careful = strchr("AIai", letter) != NULL &&
                       isr_everyday_kind(filling->people->patterns->lists, word) != ISR_TERM_PART;

    add(filling, form, ISR_CATEGORY_NAME, careful ? ISR_TERM_ORDINARY : ISR_TERM_WHOLE);
}

/* "K Amponsah", "amponsahk": @family, or a piece of it, with the first letter of @given. */
static void add_letter_and(const Filling *filling, const NamePart *given, const char *family)
{
    int letter = (int)(g_utf8_next_char(given->text) - given->text);
    g_autofree char *before = g_strdup_printf("%.*s %s", letter, given->text, family);
    g_autofree char *after = g_strdup_printf("%s %.*s", family, letter, given->text);

    add_short(filling, before, family, *given->text);
    if (strchr("ABDFIMabdfim", *given->text) != NULL) /* "Okafor, b. 2012", "Okafor a" */
        g_strdelimit(after, " ", '_');                /* but "Okafor_A.pdf" */
    add_short(filling, after, family, *given->text);
}

/* "Iturralde_M": the first of two surnames is taken for a forename before the second. */
static void add_in_file_name(const Filling *filling, const NamePart *given, const char *middle)
{
    int letter = (int)(g_utf8_next_char(given->text) - given->text);
    g_autofree char *form = g_strdup_printf("%s_%.*s", middle, letter, given->text);

    add_short(filling, form, middle, *given->text);
}

/* Surname and forename in other orders, joined, and with one of them an initial. */
static void add_pair(const Filling *filling, const NamePart *given, const NamePart *family)
{
    int letter = (int)(g_utf8_next_char(family->text) - family->text);

    if (family->kind == PART_INITIAL)
        return;
    add_letter_and(filling, given, family->text);
    g_auto(GStrv) pieces = g_strsplit(family->text, "-", -1);
    for (char **piece = pieces; family->parts->len > 1 && *piece != NULL; piece++)
        if (g_utf8_strlen(*piece, -1) > 3)
            add_letter_and(filling, given, *piece);
    if (given->kind == PART_INITIAL)
        return;
    g_autofree char *both = g_strdup_printf("%s %s", given->text, family->text);
    g_autofree char *turned = g_strdup_printf("%s %s", family->text, given->text);
    g_autofree char *short_family = g_strdup_printf("%s %.*s", given->text, letter, family->text);
    const char *forms[] = {both, turned, short_family};

    for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
        add(filling, forms[i], ISR_CATEGORY_NAME, ISR_TERM_WHOLE);
}

/* @words and @letters with a space between, either way round. */
static void add_turned(const Filling *filling, const char *words, const char *letters)
{
    g_autofree char *behind = g_strdup_printf("%s %s", words, letters);
    g_autofree char *before = g_strdup_printf("%s %s", letters, words);

    add(filling, behind, ISR_CATEGORY_NAME, ISR_TERM_WHOLE);
    add(filling, before, ISR_CATEGORY_NAME, ISR_TERM_WHOLE);
}

/* "TeohZH", "Lau_SP", "zoya_rd", "zhihao": forenames together, either name with all initials of the
 * other. */
static void add_joined(const Filling *filling, const Mention *mention)
{
    g_autoptr(GString) given = g_string_new(NULL), family = g_string_new(NULL);
    g_autoptr(GString) initials = g_string_new(NULL), behind = g_string_new(NULL);
    const NamePart *first = NULL; /* of the forenames */
    guint forenames = 0;

    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        GString *to = part->surname ? family : given;
        g_string_append_printf(to, "%s%s", to->len > 0 ? " " : "", part->text);
        append_initials(part->surname ? behind : initials, part, TRUE);
        if (part->surname)
            continue;
        first = first ? first : part;
        forenames++;
    }
    if (forenames > 1)
        add(filling, given->str, ISR_CATEGORY_NAME, ISR_TERM_WHOLE);
    if (family->len > 0 && initials->len > 1)
        add_turned(filling, family->str, initials->str);
    if (first && behind->len > 1)
        add_turned(filling, first->text, behind->str);
}

static void add_mention(const Filling *filling, const Mention *mention)
{
    guint n = isr_mention_size(mention);

    add_parts(filling, mention);
    if (n < 2)
        return;
    add(filling, mention->text, ISR_CATEGORY_NAME, ISR_TERM_WHOLE);
    add_initials(filling, mention);
    add_joined(filling, mention);
    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < n; k++) {
            const NamePart *given = isr_mention_part(mention, i);
            const NamePart *family = isr_mention_part(mention, k);
            if (family->surname && !given->surname)
                add_pair(filling, given, family);
            else if (i == 0 && k > 0 && !family->surname)
                add_in_file_name(filling, given, family->text);
        }
}

/* Adds @form, which friends make of a name, unless somebody has it as a name or any
 * sentence may hold it ("and" of Andrew). */
static void add_short_form(const Filling *filling, const char *form, IsrTermKind kind)
{
    const IsrLists *lists = filling->people->patterns->lists;

    if ((g_hash_table_contains(filling->people->forms, form) &&
         !g_hash_table_contains(filling->shorts, form)) ||
        (isr_lists_has(lists, "not-names", form, -1) && isr_lists_has(lists, "words", form, -1)))
        return;
    add_part(filling, form, kind);
    g_hash_table_add(filling->shorts, g_strdup(form));
}

/* "shab" of Shabnam, "Hodi" of Hodan, "Yas" of Yasmin: how friends begin a name. Three letters are
 * met by chance too. */
static void add_short_forms(const Filling *filling, const NamePart *part)
{
    g_autofree char *three = g_strndup(part->key, 3), *four = g_strndup(part->key, 4);
    g_autofree char *in_i = g_strconcat(three, "i", NULL), *in_y = g_strconcat(three, "y", NULL);
    const gsize length = strlen(part->key);

    if (part->kind != PART_PLAIN || part->surname || length < 5 ||
        strspn(part->key, "abcdefghijklmnopqrstuvwxyz") < length)
        return;
    if (length > 5)
        add_short_form(filling, four, ISR_TERM_PART);
    add_short_form(filling, in_i, ISR_TERM_PART);
    add_short_form(filling, in_y, ISR_TERM_PART);
    add_short_form(filling, three, ISR_TERM_CAPITAL);
}

/* A word alone may be taken for a name by chance, as in text of another language. */
static gboolean is_forename(const Filling *filling, const NamePart *part)
{
    return isr_lists_has(filling->people->patterns->lists, "forenames", part->text, -1);
}

/* The short forms of all, once it is known what everybody's name is. */
static void add_all_shorts(Filling *filling)
{
    const GPtrArray *clusters = filling->people->clusters;
    g_autoptr(GHashTable) shorts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    filling->shorts = shorts;
    for (guint i = 0; i < clusters->len; i++) {
        const GPtrArray *mentions = ((const Cluster *)clusters->pdata[i])->mentions;

        filling->cluster = clusters->pdata[i];
        for (guint n = 0; n < mentions->len; n++) {
            const GPtrArray *parts = ((const Mention *)mentions->pdata[n])->parts;

            for (guint k = 0; k < parts->len; k++)
                if (parts->len > 1 || is_forename(filling, parts->pdata[k]))
                    add_short_forms(filling, parts->pdata[k]);
        }
    }
}

/* A mention that could mean several people is swept all the same. */
static void add_open(const Filling *filling, const Mention *mention)
{
    Cluster open = {.person = {.role = mention->shared}};
    Filling nobody = {filling->people, filling->terms, &open, NULL};

    add_parts(&nobody, mention);
    if (isr_mention_size(mention) > 1)
        add(&nobody, mention->text, ISR_CATEGORY_NAME, ISR_TERM_WHOLE);
}

/* A date of birth in the ways in which it may stand elsewhere. */
static void add_dates(const Filling *filling, const Value *value, guint person, IsrRole role)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    IsrDate date;

    if (!isr_date_read(value->value, &date) || date.day == 0 || date.month == 0 || date.year == 0)
        return;
    guint d = date.day, m = date.month, y = date.year, s = date.year % 100;
    const char *month = months[m - 1];
    g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < 2; i++) {
        g_autofree char *year = g_strdup_printf("%02u", i == 0 ? y : s);
        g_ptr_array_add(forms, g_strdup_printf("%02u/%02u/%s", d, m, year));
        g_ptr_array_add(forms, g_strdup_printf("%u/%u/%s", d, m, year));
        g_ptr_array_add(forms, g_strdup_printf("%u %s %s", d, month, year));
        g_ptr_array_add(forms, g_strdup_printf("%u %.3s %s", d, month, year));
        g_ptr_array_add(forms, g_strdup_printf("%02u %.3s %s", d, month, year));
        g_ptr_array_add(forms, g_strdup_printf("%s %u %s", month, d, year));
    }
    const char *th = d % 10 == 1 && d != 11   ? "st"
                     : d % 10 == 2 && d != 12 ? "nd"
                     : d % 10 == 3 && d != 13 ? "rd"
                                              : "th";
    g_ptr_array_add(forms, g_strdup_printf("%u%s %s %u", d, th, month, y));
    g_ptr_array_add(forms, g_strdup_printf("%u%s of %s %u", d, th, month, y));
    g_ptr_array_add(forms, g_strdup_printf("%u-%02u-%02u", y, m, d));
    for (guint i = 0; i < forms->len; i++)
        isr_terms_add(filling->terms, forms->pdata[i], ISR_CATEGORY_DOB, ISR_TERM_WHOLE, person,
                      role);
}

/* A later line of an address: the town or its part, which says where somebody lives wherever it
 * stands. Streets and houses are found by their words. */
static void add_town(const Filling *filling, const char *line, guint person, IsrRole role)
{
    const IsrLists *lists = filling->people->patterns->lists;
    const char *last = strrchr(line, ' ');

    last = last != NULL ? last + 1 : line;
    if (strlen(line) < 4 || isr_lists_has(lists, "countries", line, -1) ||
        isr_lists_has(lists, "not-names", line, -1) ||
        isr_lists_has(lists, "street-types", last, -1))
        return;
    gboolean careful = last == line && (isr_lists_has(lists, "words", line, -1) ||
                                        isr_lists_has(lists, "ordinary-names", line, -1) ||
                                        isr_lists_has(lists, "forenames", line, -1));
    isr_terms_add(filling->terms, line, ISR_CATEGORY_PLACE,
                  careful ? ISR_TERM_ORDINARY : ISR_TERM_WHOLE, person, role);
}

/* "14 cuckoo lane" without its number: the street says where wherever it stands. */
static void add_street(const Filling *filling, const char *line, guint person, IsrRole role)
{
    const IsrLists *lists = filling->people->patterns->lists;
    const char *name = line + strcspn(line, " "), *last = strrchr(line, ' ');

    name += *name == ' ';
    if (!g_ascii_isdigit(*line) || strpbrk(name, "0123456789") != NULL || last == NULL ||
        last < name || !isr_lists_has(lists, "surest-streets", last + 1, -1) || strlen(name) < 8)
        return;
    isr_terms_add(filling->terms, name, ISR_CATEGORY_ADDRESS, ISR_TERM_WHOLE, person, role);
}

/* The first lines of an address say where, and so do its towns. */
static void add_address_lines(const Filling *filling, const Value *value, guint person,
                              IsrRole role)
{
    g_auto(GStrv) lines = g_strsplit_set(value->value, ",\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        g_strstrip(*line);
        gboolean digit = strpbrk(*line, "0123456789") != NULL;
        if (digit && strlen(*line) > 6)
            isr_terms_add(filling->terms, *line, ISR_CATEGORY_ADDRESS, ISR_TERM_WHOLE, person,
                          role);
        if (digit)
            add_street(filling, *line, person, role);
        else if (line > lines)
            add_town(filling, *line, person, role);
    }
}

/* Words in small letters that any sentence may hold name no address by themselves: "number", "the
 * blue door". */
static gboolean is_everyday(const Filling *filling, const char *value)
{
    const IsrLists *lists = filling->people->patterns->lists;
    g_auto(GStrv) words = g_strsplit_set(value, " \n,-", -1);

    if (strpbrk(value, "0123456789") != NULL)
        return FALSE;
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0' && (word > words || words[1] != NULL) && g_ascii_isupper(**word))
            return FALSE;
        else if (**word != '\0' && !isr_lists_has(lists, "words", *word, -1) &&
                 !isr_lists_has(lists, "not-names", *word, -1))
            return FALSE;
    return TRUE;
}

/* "Beckside" of "Beckside Primary School". */
static void add_body_forms(const Filling *filling, const Value *value, guint person, IsrRole role)
{
    const IsrLists *lists = filling->people->patterns->lists;
    g_autoptr(GPtrArray) forms = isr_body_forms(lists, value->value);

    for (guint i = 0; i < forms->len; i++) {
        const char *form = forms->pdata[i];
        gboolean one = strchr(form, ' ') == NULL;
        gboolean careful = one && (isr_everyday_kind(lists, form) != ISR_TERM_PART ||
                                   isr_lists_has(lists, "places", form, -1) ||
                                   isr_lists_has(lists, "forenames", form, -1));
        isr_terms_add(filling->terms, form, value->category,
                      careful ? ISR_TERM_ORDINARY : ISR_TERM_WHOLE, person, role);
    }
}

static void add_value(const Filling *filling, const Value *value)
{
    const Cluster *cluster = isr_people_cluster(filling->people, value->mention);
    guint person = cluster != NULL ? cluster->person.number : 0;
    IsrRole role = cluster != NULL ? cluster->person.role : value->role;

    switch (value->category) {
    case ISR_CATEGORY_DATE:
    case ISR_CATEGORY_AGE:
        return; /* say nothing elsewhere */
    case ISR_CATEGORY_PLACE:
        if (!filling->people->patterns->whereabouts)
            return; /* a trip goes there too */
        break;
    case ISR_CATEGORY_DOB:
        add_dates(filling, value, person, role);
        break;
    case ISR_CATEGORY_ADDRESS:
        if (is_everyday(filling, value->value))
            return;
        isr_doors_add(filling->people->doors, value->value);
        add_address_lines(filling, value, person, role);
        break;
    case ISR_CATEGORY_ORGANISATION:
        if (!isr_body_is_told(filling->people->patterns->lists, value->value))
            return;
        add_body_forms(filling, value, person, role);
        break;
    default:
        break;
    }
    isr_terms_add(filling->terms, value->value, value->category, ISR_TERM_WHOLE, person, role);
}

void isr_forms_fill(IsrPeople *people, IsrTerms *terms)
{
    Filling filling = {people, terms, NULL, NULL};

    isr_terms_heed(terms, people->patterns->lists);
    isr_terms_ask(terms, people->patterns->tagger);
    for (guint i = 0; i < people->clusters->len; i++) {
        filling.cluster = people->clusters->pdata[i];
        for (guint n = 0; n < filling.cluster->mentions->len; n++)
            add_mention(&filling, filling.cluster->mentions->pdata[n]);
    }
    add_all_shorts(&filling);
    for (guint i = 0; i < people->mentions->len; i++) {
        const Mention *mention = people->mentions->pdata[i];
        if (mention->person == 0)
            add_open(&filling, mention);
    }
    for (guint i = 0; i < people->values->len; i++)
        add_value(&filling, people->values->pdata[i]);
}
