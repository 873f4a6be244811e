/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One look at each token: folded, hashed, classed and looked up once. */
#include "tagger_traits.h"

#include "fold.h"

#include <string.h>

#define LONGEST_ENTRY 5

guint32 isr_trait_hash(const char *folded, gsize length)
{
    guint32 hash = 2166136261u;

    for (gsize i = 0; i < length; i++)
        hash = (hash ^ (guint8)folded[i]) * 16777619u;
    hash ^= hash >> 15;
    hash *= 0x85EBCA6Bu;
    return hash ^ (hash >> 13);
}

guint32 isr_trait_join(guint32 run, guint32 word)
{
    guint32 hash = (run ^ (run >> 16)) * 0xC2B2AE35u + word;

    hash ^= hash >> 15;
    hash *= 0x27D4EB2Fu;
    return hash ^ (hash >> 14);
}

/* Folds what is not ASCII; FALSE when @folded is full. */
static gboolean fold_char(gunichar c, GString *out)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));

    for (gsize i = 0; i < n; i++) {
        if (g_unichar_isalnum(parts[i]))
            isr_fold_squeezed(parts[i], out);
        else if (!g_unichar_ismark(parts[i]))
            g_string_append_unichar(out, parts[i]);
    }
    return out->len < TRAIT_BYTES;
}

static gsize fold_wide(const char *text, gsize length, char *folded)
{
    g_autoptr(GString) out = g_string_sized_new(TRAIT_BYTES);
    const char *end = text + length;

    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        if (!fold_char(g_utf8_get_char(p), out))
            break;
    }
    gsize n = MIN(out->len, TRAIT_BYTES);
    memcpy(folded, out->str, n);
    return n;
}

gsize isr_trait_fold(const char *text, gsize length, char *folded)
{
    gsize n = 0;

    if (length > 3 && text[length - 1] == '.' && memchr(text, '.', length - 1) == NULL &&
        g_ascii_isalpha(text[0]))
        length--;
    else if (length == 3 && text[2] == '.' && text[1] != '.' && g_ascii_isalpha(text[0]))
        length--; /* "Mr." */
    for (; n < length && n < TRAIT_BYTES; n++) {
        if ((guchar)text[n] >= 0x80)
            return fold_wide(text, length, folded);
        folded[n] = g_ascii_tolower(text[n]);
    }
    return n;
}

/* What the characters of a token are. */
typedef struct {
    guint letters, upper, digits, others;
    gboolean first_upper, dotted, address;
    guint32 shape;
    guint length;
} Look;

static void look_at(Look *look, gunichar c)
{
    gboolean letter = c < 0x80 ? g_ascii_isalpha((char)c) : g_unichar_isalpha(c);
    gboolean upper = letter && (c < 0x80 ? g_ascii_isupper((char)c) : g_unichar_isupper(c));
    gboolean digit = c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isdigit(c);
    guint32 step = upper ? 1 : letter ? 2 : digit ? 3 : c == '\'' ? 4 : c == '.' ? 5 : 6;

    look->first_upper |= look->length == 0 && upper;
    look->letters += letter;
    look->upper += upper;
    look->digits += digit;
    look->others += !letter && !digit;
    look->dotted |= c == '.';
    look->address |= c == '@';
    if ((look->shape & 7) != step)
        look->shape = look->shape << 3 | step;
    look->length++;
}

static Cap cap_of(const Look *look)
{
    if (look->address || look->others > look->letters + 1)
        return look->letters > 2 ? CAP_ADDRESS : CAP_MARK;
    if (look->letters == 0)
        return look->digits > 0 ? CAP_NUMBER : CAP_MARK;
    if (look->digits > 0)
        return CAP_DIGITS;
    if (look->upper == 0)
        return CAP_LOWER;
    if (look->dotted && look->upper == look->letters)
        return CAP_DOTTED;
    if (look->upper == look->letters)
        return look->letters == 1 ? CAP_SINGLE : CAP_ALL;
    return look->first_upper && look->upper == 1 ? CAP_FIRST : CAP_MIXED;
}

static guint32 packed(const char *bytes, guint n)
{
    guint32 value = 0;

    for (guint i = 0; i < n; i++)
        value = value << 8 | (guint8)bytes[i];
    return value;
}

static void look_up(const Model *model, Trait *trait)
{
    const ModelWord *word = isr_model_word(model, trait->word);

    if (word == NULL)
        return;
    const ModelKind *kind = &model->kinds[word->kind];
    trait->forename = word->levels >> MODEL_FORENAME & 7;
    trait->surname = word->levels >> MODEL_SURNAME & 7;
    trait->ordinary = word->levels >> MODEL_ORDINARY & 7;
    trait->place = word->levels >> MODEL_PLACE & 3;
    trait->lower = word->levels >> MODEL_LOWER & 7;
    trait->opener = word->levels >> MODEL_OPENS & 1;
    trait->classes = kind->classes;
    trait->cluster = kind->cluster;
    trait->path = kind->path;
}

void isr_trait_read(const Model *model, const char *text, gsize length, Trait *trait)
{
    char folded[TRAIT_BYTES];
    gsize n = isr_trait_fold(text, length, folded);
    Look look = {0};

    *trait = (Trait){.word = isr_trait_hash(folded, n), .form = isr_trait_hash(text, length)};
    for (gsize at = 0; at < length; at++) {
        guchar c = (guchar)text[at];
        if (c < 0x80)
            look_at(&look, c);
        else if ((c & 0xC0) == 0xC0)
            look_at(&look, g_utf8_get_char(text + at));
    }
    for (guint k = 1; k <= 4 && k < n; k++) {
        trait->prefix[k - 1] = packed(folded, k);
        trait->suffix[k - 1] = packed(folded + n - k, k);
    }
    trait->cap = (guint8)cap_of(&look);
    trait->shape = look.shape;
    trait->length = (guint8)MIN(look.length, 12);
    look_up(model, trait);
}

/* Marks the longest entry that begins at @at; returns the index after it, @at if there is none. */
static guint join_entry(const Model *model, Trait *traits, guint n, guint at)
{
    const ModelWord *found = NULL;
    guint32 run = traits[at].word, dash = isr_trait_hash("-", 1);
    guint end = at;

    for (guint i = at + 1, words = 1; i < n && words < LONGEST_ENTRY; i++) {
        if (traits[i].word == dash)
            continue;
        run = isr_trait_join(run, traits[i].word);
        words++;
        const ModelWord *word = isr_model_word(model, run);
        if (word != NULL) {
            found = word;
            end = i + 1;
        }
    }
    if (found == NULL)
        return at;
    guint8 place = found->levels >> MODEL_PLACE & 3;
    for (guint i = at; i < end; i++) {
        traits[i].classes |= model->kinds[found->kind].classes;
        if (place > 0)
            traits[i].place = (guint8)(place | (i > at ? 4 : 0));
    }
    return end;
}

static gboolean is_cased(const Trait *trait)
{
    return trait->cap >= CAP_LOWER && trait->cap <= CAP_MIXED;
}

/* Where all is in capitals, or nothing is, the words' own case says nothing. */
static void hush(Trait *traits, guint n)
{
    gboolean capital = FALSE, small = FALSE;

    for (guint i = 0; i < n; i++) {
        if (is_cased(&traits[i])) {
            capital = capital || traits[i].cap != CAP_LOWER;
            small = small || traits[i].cap != CAP_ALL;
        }
    }
    if (capital == small)
        return;
    for (guint i = 0; i < n; i++) {
        if (!is_cased(&traits[i]) && traits[i].cap != CAP_SINGLE && traits[i].cap != CAP_DOTTED)
            continue;
        traits[i].cap = capital ? CAP_LOUD : CAP_QUIET;
        traits[i].form = traits[i].word;
        traits[i].shape = 0;
    }
}

void isr_traits_join(const Model *model, Trait *traits, guint n, guint first)
{
    for (guint at = 0; at < n;) {
        guint end = traits[at].opener ? join_entry(model, traits, n, at) : at;
        at = end > at ? end : at + 1;
    }
    hush(traits + first, n - first);
    for (guint at = first; at < n; at++) {
        if (traits[at].cap == CAP_MARK || traits[at].cap == CAP_NUMBER)
            continue;
        if (traits[at].cap == CAP_FIRST)
            traits[at].cap = CAP_OPENS;
        break;
    }
}
