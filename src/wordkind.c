/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the lists and the letters of a word say of it, wherever it stands. */
#include "wordkind.h"

#include <string.h>

#include "words.h"

/* Rarer entries of the lists are evidence for a tagger, too weak to make a word a name here. */
#define LEAST_FORENAME 2
#define LEAST_ENGLISH_FORENAME 4
#define LEAST_SURNAME 4
/* From 1,000 births on; of a place more than the place has weight: Keith, but not London. */
#define COMMON_FORENAME 6u
/* Longer words are in no list. */
#define MOST_LETTERS 40

/* TRUE if @word of @length, in lower case, stands in the list of English words. */
static gboolean is_word(const IsrLists *lists, const char *word, gsize length)
{
    return (isr_lists_find(lists, word, (gssize)length, NULL) & ISR_LIST_BIT(ISR_LIST_WORDS)) != 0;
}

/* English words stand in the list without their regular endings. */
static gboolean is_inflected(const IsrLists *lists, const char *word, gsize length)
{
    static const struct {
        const char *ending, *instead;
    } endings[] = {{"s", ""},   {"es", ""},   {"ies", "y"}, {"ed", ""},
                   {"ed", "e"}, {"ied", "y"}, {"ing", ""},  {"ing", "e"},
                   {"ly", ""},  {"ings", ""}, {"ings", "e"}};
    char base[MOST_LETTERS + 2];

    if (length > MOST_LETTERS)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize cut = strlen(endings[i].ending), n = length - cut;
        if (length < cut + 2 || g_ascii_strncasecmp(word + n, endings[i].ending, cut) != 0)
            continue;
        memcpy(base, word, n);
        base[n] = *endings[i].instead;
        n += base[n] != '\0' ? 1 : 0;
        if (is_word(lists, base, n))
            return TRUE;
        if (n > 3 && base[n - 1] == base[n - 2] && cut > 1 && is_word(lists, base, n - 1))
            return TRUE; /* "referred" */
    }
    return FALSE;
}

static gboolean is_english(const IsrLists *lists, const char *word, gsize length)
{
    return is_word(lists, word, length) || is_inflected(lists, word, length);
}

/* "I'll", "We're", "Don't". */
static gboolean is_contraction(const IsrLists *lists, const char *word, gsize length)
{
    static const char *const endings[] = {"'ll", "'ve", "'re", "'d", "'m", "n't"};

    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize cut = strlen(endings[i]);
        if (length > cut && g_ascii_strncasecmp(word + length - cut, endings[i], cut) == 0)
            return length - cut == 1 || is_english(lists, word, length - cut);
    }
    return FALSE;
}

/* "Peter", "Jack": a word too, but hardly ever meant so. */
static gboolean is_mainly_name(IsrListLevels levels)
{
    guint ordinary = ISR_LIST_LEVEL(levels, ISR_LIST_ORDINARY_NAMES);
    guint word = ISR_LIST_LEVEL(levels, ISR_LIST_WORDS);

    if (ISR_LIST_LEVEL(levels, ISR_LIST_FORENAMES) < COMMON_FORENAME)
        return FALSE;
    return ordinary != 0 ? ordinary <= 2 : word <= 3;
}

/* "Tomé" is no tome: lists know words without accents, and few English ones have any. */
static gboolean is_foreign(const IsrLists *lists, const char *word, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if ((guchar)word[i] >= 0xC3)
            return !isr_lists_has(lists, "accented-words", word, (gssize)length);
    return FALSE;
}

/* What the lists say of @word as a name and as a word. */
static guint look_up_part(const IsrLists *lists, const char *word, gsize length)
{
    IsrListLevels levels;
    IsrListSet set = isr_lists_find(lists, word, (gssize)length, &levels);
    guint forename = ISR_LIST_LEVEL(levels, ISR_LIST_FORENAMES);
    guint surname = ISR_LIST_LEVEL(levels, ISR_LIST_SURNAMES);
    guint flags = 0, least = LEAST_FORENAME;

    if (is_mainly_name(levels) || is_foreign(lists, word, length))
        flags |= forename > 0 ? WORD_FORENAME : 0;
    else if ((set & ISR_LIST_BIT(ISR_LIST_WORDS)) || is_inflected(lists, word, length)) {
        flags |= WORD_ENGLISH;
        least = LEAST_ENGLISH_FORENAME;
    }
    if (forename >= least)
        flags |= WORD_FORENAME;
    if (forename >= MAX(COMMON_FORENAME, ISR_LIST_LEVEL(levels, ISR_LIST_PLACES)))
        flags |= WORD_COMMON;
    if (surname >= LEAST_SURNAME)
        flags |= WORD_SURNAME;
    if (forename > 0 || surname > 0)
        flags |= WORD_RARE;
    return flags;
}

/* A hyphenated word is known if one of its parts is; English only if all are. */
static guint look_up_parts(const IsrLists *lists, const char *word, gsize length)
{
    const char *end = word + length;
    guint flags = 0, english = WORD_ENGLISH;

    for (const char *part = word; part <= end;) {
        const char *hyphen = memchr(part, '-', (gsize)(end - part));
        gsize n = (gsize)((hyphen != NULL ? hyphen : end) - part);
        guint found = look_up_part(lists, part, n);

        flags |= found & (WORD_FORENAME | WORD_SURNAME | WORD_COMMON | WORD_RARE);
        english &= found;
        part += n + 1;
    }
    return flags | english;
}

/* "Soo-ah", "Ji-in": two letters behind what is no English word are a syllable of a forename. */
static gboolean is_syllable(const IsrLists *lists, const char *first, const char *part)
{
    return strlen(part) == 2 && strlen(first) > 1 && strlen(first) < 5 &&
           !is_english(lists, first, strlen(first));
}

/* "Merton-compliant", "Post-op", "Co-amoxiclav": a word made with a name is no name. */
static gboolean is_compound(const IsrLists *lists, const char *word, gsize length)
{
    if (memchr(word, '-', length) == NULL)
        return FALSE;
    g_autofree char *copy = g_strndup(word, length);
    g_auto(GStrv) parts = g_strsplit(copy, "-", -1);

    for (char **part = parts + 1; parts[0] != NULL && *part != NULL; part++)
        if (!is_syllable(lists, *parts, *part) && g_ascii_islower(**part) &&
            !isr_lists_has(lists, "forenames", *part, -1) &&
            (is_english(lists, *part, strlen(*part)) || is_english(lists, *parts, strlen(*parts)) ||
             strlen(*parts) < 3))
            return TRUE;
    return FALSE;
}

/* "max-width", "ruby-base": in small letters throughout, with an English word that nobody is
 * called: a term of some trade, and no name. */
static gboolean is_small_term(const IsrLists *lists, const char *word, gsize length)
{
    if (memchr(word, '-', length) == NULL || !g_ascii_islower(*word))
        return FALSE;
    g_autofree char *copy = g_strndup(word, length);
    g_auto(GStrv) parts = g_strsplit(copy, "-", -1);

    for (char **part = parts; *part != NULL; part++)
        if (strlen(*part) > 2 && g_ascii_islower(**part) &&
            is_english(lists, *part, strlen(*part)) &&
            !isr_lists_has(lists, "forenames", *part, -1) &&
            isr_lists_level(lists, "surnames", *part, -1) < LEAST_SURNAME)
            return TRUE;
    return FALSE;
}

/* "FaceTime": a capital inside, and no "Mc" or "De" before it. */
static gboolean is_brand(const char *word, gsize length)
{
    static const char *const fronts[] = {"Mc",  "Mac", "De", "Di",   "Du", "La", "Le",
                                         "Van", "O",   "Ap", "Fitz", "Ni", "Nic"};

    for (gsize i = 2; i + 1 < length; i++) {
        if (!g_ascii_isupper(word[i]) || !g_ascii_islower(word[i - 1]) ||
            !g_ascii_islower(word[i + 1]))
            continue;
        for (guint n = 0; n < G_N_ELEMENTS(fronts); n++)
            if (strlen(fronts[n]) == i && strncmp(word, fronts[n], i) == 0)
                return FALSE;
        return TRUE;
    }
    return FALSE;
}

guint isr_word_kind(const IsrLists *lists, const char *word, gsize length)
{
    static const struct {
        IsrListId list;
        guint flag;
    } kinds[] = {{ISR_LIST_ORDINARY_NAMES, WORD_ORDINARY},
                 {ISR_LIST_NOT_NAMES, WORD_BARRED},
                 {ISR_LIST_TITLES, WORD_TITLE},
                 {ISR_LIST_PARTICLES, WORD_PARTICLE},
                 {ISR_LIST_ORGANISATION_HEADS, WORD_HEAD},
                 {ISR_LIST_STREET_TYPES, WORD_STREET},
                 {ISR_LIST_PLACES, WORD_PLACE}};
    guint flags = WORD_KNOWN | look_up_parts(lists, word, length);
    IsrListLevels levels;
    IsrListSet set = isr_lists_find(lists, word, (gssize)length, &levels);

    if (is_contraction(lists, word, length) || is_small_term(lists, word, length) ||
        (g_ascii_isupper(*word) && (is_compound(lists, word, length) || is_brand(word, length))))
        return flags | WORD_BARRED;
    if (length > 4 && (word[length - 1] == 's' || word[length - 1] == 'S') &&
        !(flags & (WORD_FORENAME | WORD_SURNAME)) &&
        (isr_lists_find(lists, word, (gssize)length - 1, NULL) & ISR_LIST_BIT(ISR_LIST_NOT_NAMES)))
        flags |= WORD_BARRED;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (set & ISR_LIST_BIT(kinds[i].list))
            flags |= kinds[i].flag;
    if ((flags & WORD_ORDINARY) && (is_mainly_name(levels) || is_foreign(lists, word, length)))
        flags &= ~(guint)WORD_ORDINARY;
    return flags;
}
