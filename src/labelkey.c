/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the words of labels are compared, and an index that reads them: "Mother's mobile no." is
 * the wording of one label (what) beside that of another (whose). */
#include <string.h>

#include <isredact/label.h>

#define MOST_WORDS 12
/* More words that say nothing make a sentence of a label. */
#define MOST_STRANGE 3

/* Words that may stand in a label without changing what it is. */
static const char *const fillers[] = {
    "1",        "2",       "3",     "4",      "5",     "6",         "a",      "about",
    "all",      "also",    "and",   "any",    "as",    "at",        "by",     "contact",
    "current",  "details", "do",    "does",   "first", "for",       "from",   "full",
    "has",      "have",    "he",    "her",    "his",   "home",      "if",     "in",
    "is",       "it",      "known", "legal",  "main",  "my",        "new",    "of",
    "old",      "on",      "or",    "other",  "own",   "permanent", "please", "present",
    "previous", "primary", "s",     "second", "she",   "the",       "their",  "them",
    "third",    "this",    "to",    "used",   "usual", "what",      "which",  "whose",
    "with",     "work",    "your",  NULL};

struct IsrLabelIndex {
    GHashTable *wordings; /* key → const IsrLabel * */
    GHashTable *firsts;   /* first words of wordings: most words are none, which saves a search */
    GHashTable *lasts;    /* last words */
    GHashTable *fillers;
};

/* "'s" and "(s)" carry nothing. */
static gsize skip_ending(const char *at, const char *end)
{
    static const char *const endings[] = {"(s)", "'s", "\xe2\x80\x99s", "(es)", NULL};

    for (const char *const *ending = endings; *ending != NULL; ending++) {
        gsize length = strlen(*ending);
        if ((gsize)(end - at) < length || g_ascii_strncasecmp(at, *ending, length) != 0)
            continue;
        if (at + length == end || !g_unichar_isalnum(g_utf8_get_char(at + length)))
            return length;
    }
    return 0;
}

/* A dot between single letters joins them: "D.O.B." */
static gboolean dot_joins(const char *at, const char *end, gsize word)
{
    return *at == '.' && word == 1 && at + 1 < end && g_ascii_isalpha(at[1]) &&
           (at + 2 >= end || !g_ascii_isalpha(at[2]));
}

char *isr_label_key(const char *text, gssize length)
{
    GString *key = g_string_new(NULL);
    const char *end = text + (length < 0 ? (gssize)strlen(text) : length);
    gsize word = 0; /* letters since the last space or joining dot */

    for (const char *at = text; at < end;) {
        gsize ending = word > 0 ? skip_ending(at, end) : 0;
        gunichar c = g_utf8_get_char(at);
        if (ending > 0) {
            at += ending;
        } else if (g_unichar_isalnum(c)) {
            g_string_append_unichar(key, g_unichar_tolower(c));
            word++;
            at = g_utf8_next_char(at);
        } else if (dot_joins(at, end, word)) {
            word = 0;
            at++;
        } else {
            if (key->len > 0 && key->str[key->len - 1] != ' ')
                g_string_append_c(key, ' ');
            if (c == '&')
                g_string_append(key, "and ");
            word = 0;
            at = g_utf8_next_char(at);
        }
    }
    if (key->len > 0 && key->str[key->len - 1] == ' ')
        g_string_truncate(key, key->len - 1);
    return g_string_free(key, FALSE);
}

static void add_wording(IsrLabelIndex *index, char *text, IsrLabel *label)
{
    char *last = strrchr(text, ' ');

    if (g_hash_table_contains(index->wordings, text))
        return;
    g_hash_table_insert(index->wordings, text, label);
    g_hash_table_add(index->firsts, g_strndup(text, strcspn(text, " ")));
    g_hash_table_add(index->lasts, last != NULL ? last + 1 : text);
}

IsrLabelIndex *isr_label_index_new(const GPtrArray *labels)
{
    IsrLabelIndex *index = g_new0(IsrLabelIndex, 1);

    index->wordings = g_hash_table_new(g_str_hash, g_str_equal);
    index->firsts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    index->lasts = g_hash_table_new(g_str_hash, g_str_equal);
    index->fillers = g_hash_table_new(g_str_hash, g_str_equal);
    for (const char *const *filler = fillers; *filler != NULL; filler++)
        g_hash_table_add(index->fillers, (gpointer)*filler);
    for (guint i = 0; i < labels->len; i++) {
        IsrLabel *label = labels->pdata[i];
        for (char **text = label->texts; *text != NULL; text++)
            add_wording(index, *text, label);
    }
    return index;
}

void isr_label_index_free(IsrLabelIndex *index)
{
    if (index == NULL)
        return;
    g_hash_table_unref(index->wordings);
    g_hash_table_unref(index->firsts);
    g_hash_table_unref(index->lasts);
    g_hash_table_unref(index->fillers);
    g_free(index);
}

const IsrLabel *isr_label_index_find(const IsrLabelIndex *index, const char *key)
{
    return g_hash_table_lookup(index->wordings, key);
}

/* Words @from up to but not including @to, as one wording. */
static const IsrLabel *wording(const IsrLabelIndex *index, char **words, guint from, guint to)
{
    g_autoptr(GString) key = g_string_new(words[from]);

    for (guint i = from + 1; i < to; i++)
        g_string_append_printf(key, " %s", words[i]);
    return isr_label_index_find(index, key->str);
}

static gboolean is_filler(const IsrLabelIndex *index, const char *word)
{
    return g_hash_table_contains(index->fillers, word);
}

gboolean isr_label_index_ends(const IsrLabelIndex *index, const char *text, gsize length)
{
    g_autofree char *key = isr_label_key(text, (gssize)length);
    const char *last = strrchr(key, ' ');

    last = last != NULL ? last + 1 : key;
    return g_hash_table_contains(index->lasts, last) || is_filler(index, last);
}

/* Whose: a label with a role says so, whether it is itself asked for or stands beside. */
static gboolean is_owner(const IsrLabel *label)
{
    return label->role != ISR_ROLE_UNSURE && label->category == ISR_CATEGORY_NAME;
}

/* What cutting a label into wordings tells. */
typedef struct {
    guint strange;   /* words that are neither wording nor filler */
    gboolean leads;  /* nothing strange stands before the label's wording */
    gboolean closes; /* nothing strange stands after it */
} Cut;

/* "Social worker for the child": what follows "for" is not who is meant. */
static gboolean is_behind(char **words, guint at)
{
    static const char *const links[] = {"for", "of", "to", "with", NULL};

    if (at > 0 && g_str_equal(words[at - 1], "the"))
        at--;
    return at > 0 && g_strv_contains(links, words[at - 1]);
}

/* Of several values the longest wording says it ("At home she is called"), of several people the
 * last ("Child's social worker"). */
static gboolean says_more(const IsrLabel *found, gsize length, const IsrLabelMeaning *meaning,
                          gsize longest, gboolean behind)
{
    if (meaning->label == NULL)
        return TRUE;
    if (is_owner(meaning->label))
        return !is_owner(found) || !behind;
    return !is_owner(found) && length > longest;
}

/* Cuts the words into wordings, longest first. */
static Cut cut(const IsrLabelIndex *index, char **words, guint n, IsrLabelMeaning *meaning)
{
    Cut result = {0, FALSE, FALSE};
    const IsrLabel *other = NULL; /* "Friend's mother" is no mother of the child */
    gsize longest = 0;

    for (guint at = 0; at < n;) {
        const IsrLabel *found = NULL;
        guint to = n + 1;
        gsize length = 0;
        if (!g_hash_table_contains(index->firsts, words[at]))
            to = at + 1;
        while (found == NULL && --to > at)
            found = wording(index, words, at, to);
        for (guint i = at; i < to; i++)
            length += strlen(words[i]);
        if (found == NULL) {
            if (!is_filler(index, words[at])) {
                result.strange++;
                result.closes = FALSE;
            }
            at++;
            continue;
        }
        gboolean behind = is_behind(words, at);
        if (found->role == ISR_ROLE_THIRD_PARTY && !behind)
            other = found;
        if (is_owner(found) && (meaning->owner == NULL || !behind))
            meaning->owner = found;
        if (says_more(found, length, meaning, longest, behind)) {
            longest = length;
            meaning->label = found;
            result.leads = result.strange == 0;
            result.closes = TRUE;
        }
        at = to;
    }
    if (other != NULL && meaning->owner != NULL && meaning->owner->role == ISR_ROLE_FAMILY)
        meaning->owner = other;
    return result;
}

gboolean isr_label_index_read(const IsrLabelIndex *index, const char *text, gssize length,
                              gboolean whole, IsrLabelMeaning *meaning)
{
    g_autofree char *key = isr_label_key(text, length);
    g_auto(GStrv) words = g_strsplit(key, " ", -1);
    guint n = g_strv_length(words);

    *meaning = (IsrLabelMeaning){NULL, NULL};
    if (n == 0 || n > MOST_WORDS)
        return FALSE;
    Cut result = cut(index, words, n, meaning);
    if (meaning->label == NULL || (g_str_equal(words[0], "for") && is_owner(meaning->label)))
        return FALSE; /* "For the parents: Mr Row" is whoever speaks for them */
    if (result.strange == 0)
        return TRUE;
    if (meaning->label->role == ISR_ROLE_SUBJECT)
        return FALSE; /* "missing person co-ordinator", "service child" */
    return whole && result.strange <= MOST_STRANGE && !meaning->label->exact &&
           (result.leads || result.closes);
}
