/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index that reads labels: "Mother's mobile no." is the wording of one label (what) beside that
 * of another (whose). */
#include <string.h>

#include "labeltext.h"
#include "labeltoken.h"

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
    GHashTable *lasts;    /* set of the last words of these keys */
    LabelGrammar *grammar;
};

IsrLabelIndex *isr_label_index_new(const GPtrArray *labels)
{
    static const char *const links[] = {"for", "of", "to", "with", NULL};
    IsrLabelIndex *index = g_new0(IsrLabelIndex, 1);

    index->wordings = g_hash_table_new(g_str_hash, g_str_equal);
    index->lasts = g_hash_table_new(g_str_hash, g_str_equal);
    index->grammar = isr_label_grammar_new();
    for (const char *const *filler = fillers; *filler != NULL; filler++)
        isr_label_grammar_flag(index->grammar, *filler, LABEL_FILLER);
    for (const char *const *link = links; *link != NULL; link++)
        isr_label_grammar_flag(index->grammar, *link, LABEL_LINK);
    isr_label_grammar_flag(index->grammar, "the", LABEL_THE);
    isr_label_grammar_flag(index->grammar, "for", LABEL_FOR);
    for (guint i = 0; i < labels->len; i++) {
        IsrLabel *label = labels->pdata[i];
        for (char **text = label->texts; *text != NULL; text++) {
            char *space = strrchr(*text, ' ');

            g_hash_table_add(index->lasts, space != NULL ? space + 1 : *text);
            if (!g_hash_table_contains(index->wordings, *text))
                g_hash_table_insert(index->wordings, *text, label);
            isr_label_grammar_add(index->grammar, *text, label);
        }
    }
    return index;
}

void isr_label_index_free(IsrLabelIndex *index)
{
    if (index == NULL)
        return;
    g_hash_table_unref(index->wordings);
    g_hash_table_unref(index->lasts);
    isr_label_grammar_free(index->grammar);
    g_free(index);
}

const IsrLabel *isr_label_index_find(const IsrLabelIndex *index, const char *key)
{
    return g_hash_table_lookup(index->wordings, key);
}

gboolean isr_label_index_ends(const IsrLabelIndex *index, const char *word)
{
    return g_hash_table_contains(index->lasts, word);
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
    gboolean owns;   /* "'s" ends it */
} Cut;

/* Words of a label: @n of them from @at. */
typedef struct {
    const LabelGrammar *grammar;
    const LabelToken *at;
    guint n;
} Stretch;

/* "Social worker for the child": what follows "for" is not who is meant. */
static gboolean is_behind(const Stretch *words, guint at)
{
    if (at > 0 && (words->at[at - 1].flags & LABEL_THE))
        at--;
    return at > 0 && (words->at[at - 1].flags & LABEL_LINK);
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

/* Takes the wording @found, words @from up to but not including @to, into @meaning. */
static void take(const Stretch *words, const IsrLabel *found, guint from, guint to, Cut *result,
                 gsize *longest, const IsrLabel **other, IsrLabelMeaning *meaning)
{
    gboolean behind = is_behind(words, from);
    gsize length = 0;

    for (guint i = from; i < to; i++)
        length += words->at[i].length;
    if (found->role == ISR_ROLE_THIRD_PARTY && !behind)
        *other = found;
    if (is_owner(found) && (meaning->owner == NULL || !behind))
        meaning->owner = found;
    if (says_more(found, length, meaning, *longest, behind)) {
        *longest = length;
        meaning->label = found;
        result->leads = result->strange == 0;
        result->owns = words->at[to - 1].past == words->at[to - 1].end + strlen("'s") ||
                       words->at[to - 1].past == words->at[to - 1].end + strlen("\xe2\x80\x99s");
        result->closes = TRUE;
    }
}

/* Cuts the words into wordings, longest first. */
static Cut cut(const Stretch *words, IsrLabelMeaning *meaning)
{
    Cut result = {0, FALSE, FALSE, FALSE};
    const IsrLabel *other = NULL; /* "Friend's mother" is no mother of the child */
    gsize longest = 0;

    for (guint at = 0; at < words->n;) {
        guint to = words->n;
        const IsrLabel *found = (words->at[at].flags & LABEL_FIRST)
                                    ? isr_label_tokens_longest(words->grammar, words->at, at, &to)
                                    : NULL;
        if (found == NULL) {
            if (!(words->at[at].flags & LABEL_FILLER)) {
                result.strange++;
                result.closes = FALSE;
            }
            at++;
            continue;
        }
        take(words, found, at, to, &result, &longest, &other, meaning);
        at = to;
    }
    if (other != NULL && meaning->owner != NULL && meaning->owner->role == ISR_ROLE_FAMILY)
        meaning->owner = other;
    return result;
}

static gboolean read_words(const Stretch *words, gboolean whole, IsrLabelMeaning *meaning)
{
    *meaning = (IsrLabelMeaning){NULL, NULL};
    if (words->n == 0 || words->n > MOST_WORDS)
        return FALSE;
    Cut result = cut(words, meaning);
    if (meaning->label == NULL || ((words->at[0].flags & LABEL_FOR) && is_owner(meaning->label)))
        return FALSE; /* "For the parents: Mr Row" is whoever speaks for them */
    if (result.strange == 0)
        return TRUE;
    if (is_owner(meaning->label) && result.owns && !result.closes)
        return FALSE; /* "Mum's health" */
    if (meaning->label->role == ISR_ROLE_SUBJECT)
        return FALSE; /* "missing person co-ordinator", "service child" */
    return whole && result.strange <= MOST_STRANGE && !meaning->label->exact &&
           (result.leads || result.closes);
}

gboolean isr_label_index_read(const IsrLabelIndex *index, const char *text, gssize length,
                              gboolean whole, IsrLabelMeaning *meaning)
{
    g_autoptr(GArray) tokens = isr_label_tokens_new(
        index->grammar, text, length < 0 ? strlen(text) : (gsize)length, MOST_WORDS + 1);
    Stretch words = {index->grammar, (const LabelToken *)tokens->data, tokens->len};

    return read_words(&words, whole, meaning);
}

struct IsrLabelText {
    const IsrLabelIndex *index;
    const char *text;
    GArray *tokens;   /* of LabelToken */
    guint begun, end; /* tokens with which the stretch that was last asked for began and ended */
};

IsrLabelText *isr_label_text_new(const IsrLabelIndex *index, const char *text, gsize length)
{
    IsrLabelText *labels = g_new0(IsrLabelText, 1);

    labels->index = index;
    labels->text = text;
    labels->tokens = isr_label_tokens_new(index->grammar, text, length, G_MAXUINT);
    return labels;
}

void isr_label_text_free(IsrLabelText *labels)
{
    if (labels == NULL)
        return;
    g_array_unref(labels->tokens);
    g_free(labels);
}

static gboolean is_first_from(const GArray *tokens, guint n, gsize at)
{
    return (n == tokens->len || g_array_index(tokens, LabelToken, n).start >= at) &&
           (n == 0 || g_array_index(tokens, LabelToken, n - 1).start < at);
}

/* The first token that starts at or behind byte @at. It is mostly @last, which was found when
 * another stretch was asked for, or the next. */
static guint first_from(const IsrLabelText *labels, gsize at, guint last)
{
    guint low = 0, high = labels->tokens->len;

    for (guint n = last; n < high && n < last + 2; n++)
        if (is_first_from(labels->tokens, n, at))
            return n;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(labels->tokens, LabelToken, middle).start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* TRUE if a stretch of the text that begins (@after) or ends at byte @at, before token @next, is
 * cut there as the whole text is: nothing that belongs together stands on both sides. */
static gboolean parts_at(const IsrLabelText *labels, guint next, gsize at, gboolean after)
{
    const LabelToken *token;

    if (next == 0)
        return TRUE;
    token = &g_array_index(labels->tokens, LabelToken, next - 1);
    return at >= token->past || (!after && at == token->end);
}

/* The tokens of @start..@end; FALSE if cutting that stretch alone gives others. */
static gboolean stretch_of(const IsrLabelText *labels, gsize start, gsize end, Stretch *words)
{
    guint from = first_from(labels, start, labels->begun);
    guint to = MAX(from, first_from(labels, end, labels->end));
    const LabelToken *tokens = (const LabelToken *)labels->tokens->data;

    ((IsrLabelText *)labels)->begun = from;
    ((IsrLabelText *)labels)->end = to;
    *words = (Stretch){labels->index->grammar, tokens + from, to - from};
    return parts_at(labels, from, start, TRUE) && parts_at(labels, to, end, FALSE);
}

gboolean isr_label_text_read(const IsrLabelText *labels, gsize start, gsize end, gboolean whole,
                             IsrLabelMeaning *meaning)
{
    Stretch words;

    if (stretch_of(labels, start, end, &words))
        return read_words(&words, whole, meaning);
    return isr_label_index_read(labels->index, labels->text + start, (gssize)(end - start), whole,
                                meaning);
}

const IsrLabel *isr_label_text_find(const IsrLabelText *labels, gsize start, gsize end)
{
    Stretch words;

    if (stretch_of(labels, start, end, &words))
        return isr_label_tokens_find(words.grammar, words.at, 0, words.n);
    g_autofree char *key = isr_label_key(labels->text + start, (gssize)(end - start));
    return isr_label_index_find(labels->index, key);
}

gboolean isr_label_text_ends(const IsrLabelText *labels, gsize start, gsize end)
{
    g_autoptr(GArray) own = NULL;
    Stretch words;

    if (!stretch_of(labels, start, end, &words)) {
        own = isr_label_tokens_new(labels->index->grammar, labels->text + start, end - start,
                                   G_MAXUINT);
        words = (Stretch){labels->index->grammar, (const LabelToken *)own->data, own->len};
    }
    return words.n > 0 && (words.at[words.n - 1].flags & (LABEL_LAST | LABEL_FILLER)) != 0;
}

gboolean isr_label_text_may_hold(const IsrLabelText *labels, gsize start, gsize end)
{
    Stretch words;
    const LabelToken *last;

    if (!stretch_of(labels, start, end, &words))
        return TRUE;
    last = words.at + words.n - 1;
    return words.n > 0 && (last->firsts > words.at->firsts || (last->flags & LABEL_FIRST));
}
