/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two words that are one slip apart become the same when the right letter is left out of one or
 * both. So every name is filed under itself and under what it is without each of its letters; a
 * word is looked up in the same way and never held against each name. Most words do not come so
 * far: no name begins and is as long as they are, or they were met before. */
#include "misspelt.h"

#include "fingerprint.h"
#include "ordinary.h"
#include "wordkind.h"
#include "words.h"

#include <string.h>

/* Shorter words are other words; those of four letters tell something with a capital alone. */
#define SHORTEST 4
#define SHORTEST_IN_LOWER_CASE 5
#define LONGEST 40
/* Words that were looked up and are nobody's name. */
#define REMEMBERED (1u << 12)

typedef struct {
    const char *letters; /* squeezed; the term's */
    gsize length;
    gboolean careful; /* a rarer word too: meant where the slip has a capital */
    guint person;
    IsrRole role;
} Name;

typedef struct {
    guint64 print;
    guint name; /* from 1; 0: free */
} Slot;

struct IsrMisspelt {
    const IsrLists *lists;
    GArray *names;     /* of Name */
    GHashTable *known; /* set of all squeezed values of the terms */
    Slot *slots;       /* open, of a power of two */
    gsize n_slots;
    guint64 lengths[26]; /* for each first letter a bit for each length that a slip may have */
    guint64 others[REMEMBERED];
};

/* One word of a text. */
typedef struct {
    const char *letters; /* squeezed, not ended by NUL */
    gsize length;
    IsrRange range; /* in the reading's text */
    gboolean capital, upper;
} Slip;

/* @word without the letter at @left_out (none if it is past the end). */
static guint64 print_without(const char *word, gsize length, gsize left_out)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++) {
        if (i != left_out)
            print = isr_fingerprint_on(print, (guint8)word[i]);
    }
    return isr_fingerprint_end(print);
}

/* How @word sounds: "philippa" and "fillipa" are one. Returns the length of @sound. */
static gsize sound_of(const char *word, gsize length, char sound[LONGEST])
{
    gsize n = 0;

    for (gsize i = 0; i < length; i++) {
        char c = word[i], next = i + 1 < length ? word[i + 1] : '\0';

        if (c == 'p' && next == 'h') {
            c = 'f';
            i++;
        } else if ((c == 'i' || c == 'e') && (next == 'e' || next == 'y') && i + 2 == length) {
            c = 'i'; /* "ie", "ey" */
            i++;
        } else if (c == 'y') {
            c = 'i';
        } else if (c == 'c' && (next == 'k' || (i == 0 && strchr("aou", next) != NULL))) {
            c = 'k';
        }
        if (n == 0 || sound[n - 1] != c)
            sound[n++] = c;
    }
    return n;
}

static guint64 print_of_sound(const char *word, gsize length)
{
    char sound[LONGEST];
    guint64 print = isr_fingerprint_on(ISR_FINGERPRINT_START, '~');
    gsize n = sound_of(word, length, sound);

    for (gsize i = 0; i < n; i++)
        print = isr_fingerprint_on(print, (guint8)sound[i]);
    return isr_fingerprint_end(print);
}

static void file(IsrMisspelt *misspelt, guint64 print, guint name)
{
    gsize at = print & (misspelt->n_slots - 1);

    while (misspelt->slots[at].name > 0)
        at = (at + 1) & (misspelt->n_slots - 1);
    misspelt->slots[at] = (Slot){print, name};
}

/* Notes with which letters and how long a slip of @name can be. */
static void note_shape(IsrMisspelt *misspelt, const Name *name)
{
    const char fronts[] = {name->letters[0], name->letters[1], 'c', 'k', 'f', 'p', 'i', 'y'};
    guint n = strchr("ckfpiy", *name->letters) != NULL ? G_N_ELEMENTS(fronts) : 2;

    for (guint i = 0; i < n; i++) {
        if (g_ascii_islower(fronts[i]))
            misspelt->lengths[fronts[i] - 'a'] |= G_GUINT64_CONSTANT(31) << (name->length - 2);
    }
}

static gboolean is_plain(const char *letters, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_islower(letters[i]))
            return FALSE;
    }
    return length >= SHORTEST && length < LONGEST;
}

static void take(IsrMisspelt *misspelt, const IsrTerm *term)
{
    Name name = {.letters = term->squeezed,
                 .length = strlen(term->squeezed),
                 .careful = term->kind == ISR_TERM_CAPITAL,
                 .person = term->person,
                 .role = term->role};

    g_hash_table_add(misspelt->known, term->squeezed);
    if (term->category != ISR_CATEGORY_NAME ||
        (term->kind != ISR_TERM_PART && term->kind != ISR_TERM_CAPITAL) ||
        !is_plain(name.letters, name.length))
        return;
    g_array_append_val(misspelt->names, name);
    misspelt->n_slots += 2 * (name.length + 2);
    note_shape(misspelt, &name);
}

IsrMisspelt *isr_misspelt_new(const IsrTerms *terms, const IsrLists *lists)
{
    IsrMisspelt *misspelt = g_new0(IsrMisspelt, 1);
    gsize needed;

    misspelt->lists = lists;
    misspelt->names = g_array_new(FALSE, FALSE, sizeof(Name));
    misspelt->known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < isr_terms_size(terms); i++)
        take(misspelt, isr_terms_nth(terms, i));
    needed = misspelt->n_slots;
    for (misspelt->n_slots = 64; misspelt->n_slots < needed;)
        misspelt->n_slots *= 2;
    misspelt->slots = g_new0(Slot, misspelt->n_slots);
    for (guint i = 0; i < misspelt->names->len; i++) {
        const Name *name = &g_array_index(misspelt->names, Name, i);

        for (gsize n = 0; n <= name->length; n++)
            file(misspelt, print_without(name->letters, name->length, n), i + 1);
        file(misspelt, print_of_sound(name->letters, name->length), i + 1);
    }
    return misspelt;
}

void isr_misspelt_free(IsrMisspelt *misspelt)
{
    if (!misspelt)
        return;
    g_array_unref(misspelt->names);
    g_hash_table_unref(misspelt->known);
    g_free(misspelt->slots);
    g_free(misspelt);
}

/* One letter more, less or other, or two that changed places. */
static gboolean is_near(const char *a, gsize n, const char *b, gsize m)
{
    gsize front = 0, back = 0;

    while (front < n && front < m && a[front] == b[front])
        front++;
    while (back < n - front && back < m - front && a[n - 1 - back] == b[m - 1 - back])
        back++;
    a += front;
    b += front;
    n -= front + back;
    m -= front + back;
    return (n <= 1 && m <= 1) || (n == 2 && m == 2 && a[0] == b[1] && a[1] == b[0]);
}

static gboolean sounds_alike(const Name *name, const Slip *slip)
{
    char one[LONGEST], other[LONGEST];
    gsize n = sound_of(name->letters, name->length, one);

    return n > 2 && n == sound_of(slip->letters, slip->length, other) && memcmp(one, other, n) == 0;
}

/* "Adams" is no Adam, nor the other way round. */
static gboolean differ_by_s(const Name *name, const Slip *slip)
{
    gboolean longer = slip->length > name->length;
    gsize shorter = longer ? name->length : slip->length;

    return MAX(name->length, slip->length) == shorter + 1 &&
           (longer ? slip->letters : name->letters)[shorter] == 's' &&
           memcmp(name->letters, slip->letters, shorter) == 0;
}

/* Slips begin with the right letter, or with the first two the wrong way round. */
static gboolean begins_alike(const Name *name, const Slip *slip)
{
    return name->letters[0] == slip->letters[0] ||
           (name->letters[0] == slip->letters[1] && name->letters[1] == slip->letters[0]);
}

static gboolean is_slip_of(const Name *name, const Slip *slip)
{
    if ((name->careful && !slip->capital) || differ_by_s(name, slip))
        return FALSE;
    if (MIN(name->length, slip->length) < SHORTEST_IN_LOWER_CASE &&
        (!slip->capital || name->letters[0] != slip->letters[0]))
        return FALSE;
    return (begins_alike(name, slip) &&
            is_near(name->letters, name->length, slip->letters, slip->length)) ||
           sounds_alike(name, slip);
}

/* Whose name the slip is; of two people's it is nobody's for sure. */
static void agree(Name *found, const Name *name)
{
    if (!found->letters) {
        *found = *name;
        return;
    }
    if (found->person != name->person)
        found->person = 0;
    if (found->role != name->role)
        found->role = ISR_ROLE_UNSURE;
}

static void look_up(const IsrMisspelt *misspelt, guint64 print, const Slip *slip, Name *found)
{
    gsize at = print & (misspelt->n_slots - 1);

    for (; misspelt->slots[at].name > 0; at = (at + 1) & (misspelt->n_slots - 1)) {
        const Slot *slot = &misspelt->slots[at];
        const Name *name = &g_array_index(misspelt->names, Name, slot->name - 1);

        if (slot->print == print && is_slip_of(name, slip))
            agree(found, name);
    }
}

/* A word that means something: English, or in a list of things that are no people. */
static gboolean is_word(const IsrMisspelt *misspelt, const Slip *slip, const char *text)
{
    static const IsrListSet names =
        ISR_LIST_BIT(ISR_LIST_FORENAMES) | ISR_LIST_BIT(ISR_LIST_SURNAMES) |
        ISR_LIST_BIT(ISR_LIST_SMALL_PLACES) | ISR_LIST_BIT(ISR_LIST_ORDINARY_NAMES) |
        ISR_LIST_BIT(ISR_LIST_MEN_AND_WOMEN);
    gsize length = slip->range.end - slip->range.start;
    IsrListSet lists =
        isr_lists_find(misspelt->lists, text + slip->range.start, (gssize)length, NULL);

    if (lists & ~names)
        return TRUE;
    if (slip->length < SHORTEST_IN_LOWER_CASE && lists != 0)
        return TRUE; /* "Lian" is a name of its own, not Liam's */
    return (isr_word_kind(misspelt->lists, text + slip->range.start, length) &
            (WORD_ENGLISH | WORD_ORDINARY | WORD_BARRED)) != 0;
}

/* Whose name @slip is; no letters if it is nobody's. */
static Name name_of(const IsrMisspelt *misspelt, const Slip *slip, const char *text)
{
    char word[LONGEST + 1];
    Name found = {0};

    memcpy(word, slip->letters, slip->length);
    word[slip->length] = '\0';
    if (g_hash_table_contains(misspelt->known, word))
        return found;
    for (gsize n = 0; n <= slip->length; n++)
        look_up(misspelt, print_without(slip->letters, slip->length, n), slip, &found);
    look_up(misspelt, print_of_sound(slip->letters, slip->length), slip, &found);
    if (found.letters && is_word(misspelt, slip, text))
        return (Name){0};
    return found;
}

static void add_finding(const IsrReading *reading, const Slip *slip, const Name *name,
                        GArray *findings)
{
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, slip->range.start, slip->range.end),
        .category = ISR_CATEGORY_NAME,
        .rule = "misspelt",
        .reason = "a known name with a letter wrong",
        .score = 0.7,
        .flags = ISR_FINDING_SWEPT,
        .role = name->role,
        .person = name->person,
    };

    g_array_append_val(findings, finding);
}

static gboolean has_shape(const IsrMisspelt *misspelt, const char *letters, gsize length)
{
    return length >= SHORTEST && length < LONGEST && g_ascii_islower(*letters) &&
           (misspelt->lengths[*letters - 'a'] >> length & 1) != 0 && is_plain(letters, length);
}

/* The word of the squeezed bytes @start..@end. */
static void try_word(const IsrMisspelt *misspelt, const IsrReading *reading,
                     const IsrSqueezed *squeezed, gsize start, gsize end, GArray *findings)
{
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);
    const char *text = squeezed->text, *last = text + origins[end - 1];
    Slip slip = {.letters = squeezed->squeezed->str + start,
                 .length = end - start,
                 .range = {origins[start], (gsize)(g_utf8_next_char(last) - text)}};
    guint64 print = print_without(slip.letters, slip.length, slip.length);
    /* The memory of a search, not what it knows: the same words give the same answer. */
    guint64 *other = &((IsrMisspelt *)misspelt)->others[print % REMEMBERED];
    gsize bytes = slip.range.end - slip.range.start;

    slip.capital = isr_ordinary_is_capital(text + slip.range.start, bytes, FALSE);
    slip.upper = slip.capital && isr_ordinary_is_capital(text + slip.range.start, bytes, TRUE);
    if (slip.length < SHORTEST_IN_LOWER_CASE && (!slip.capital || slip.upper))
        return; /* "ELSA" may stand for anything */
    print ^= slip.capital ? 1 : 0;
    if (*other == print)
        return;
    Name name = name_of(misspelt, &slip, text);

    if (name.letters)
        add_finding(reading, &slip, &name, findings);
    else
        *other = print;
}

/* TRUE if the character of squeezed byte @at goes on with the word that began at @start. */
static gboolean goes_on(const IsrSqueezed *squeezed, const guint32 *origins, gsize start, gsize at)
{
    const char *text = squeezed->text;
    guint32 before = origins[at - 1], here = origins[at];

    if (g_ascii_isdigit(squeezed->squeezed->str[at]))
        return FALSE;
    if (here <= before + 1 || text + here == g_utf8_next_char(text + before))
        return TRUE;
    return at == start + 1 && here == before + 2 && text[before + 1] == '\''; /* "O'Brein" */
}

void isr_misspelt_sweep(const IsrMisspelt *misspelt, const IsrReading *reading,
                        const IsrSqueezed *squeezed, GArray *findings)
{
    const GString *letters = squeezed->squeezed;

    if (misspelt->names->len == 0 || letters->len == 0)
        return;
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);

    for (gsize start = 0, end; start < letters->len; start = end) {
        for (end = start + 1; end < letters->len && goes_on(squeezed, origins, start, end);)
            end++;
        if (has_shape(misspelt, letters->str + start, end - start))
            try_word(misspelt, reading, squeezed, start, end, findings);
    }
}
