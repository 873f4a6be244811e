/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives each word of the gold its duty under the profile and looks whether it did it. */
#include "sharing.h"
#include "emptyword.h"
#include "sentence.h"

#include <string.h>

typedef enum { DUTY_FREE, DUTY_GO, DUTY_NONE } DutyKind;

typedef struct {
    DutyKind kind;
    const IsrGoldSpan *span; /* NULL: unmarked */
} Duty;

typedef struct {
    const IsrCollation *collation;
    const IsrProfile *profile;
    Duty *duties; /* one for each word */
} Judge;

static void free_share(gpointer data)
{
    IsrShare *share = data;

    g_free(share->what);
    g_free(share);
}

static void free_slip(gpointer data)
{
    IsrSlip *slip = data;

    g_free(slip->text);
    g_free(slip);
}

/* What nobody in particular owns, such as the telephone of an office, harms no person if it is
 * shared, and only what everybody's may do must stay: it has a duty where all roles agree that it
 * may stay, or where not even a professional's may. */
static gboolean action_for_nobody(const IsrProfile *profile, IsrCategory category,
                                  IsrAction *action)
{
    *action = isr_profile_action(profile, category, ISR_ROLE_PROFESSIONAL);
    return *action != ISR_ACTION_KEEP ||
           isr_profile_action(profile, category, ISR_ROLE_UNSURE) == ISR_ACTION_KEEP;
}

/* What the profile does with the identifier; FALSE if it has no duty. */
static gboolean action_for(const IsrProfile *profile, const IsrGoldSpan *span, IsrAction *action)
{
    IsrCategory category;
    IsrRole role;

    if (!isr_category_for_id(span->category, &category))
        return FALSE;
    if (!span->person)
        return action_for_nobody(profile, category, action);
    if (!isr_role_for_id(span->person->role, &role))
        return FALSE;
    *action = isr_profile_action(profile, category, role);
    return TRUE;
}

/* The words that the coarser form of the span's value shares with it. */
static GArray *words_left(const IsrGoldBlock *block, const IsrGoldSpan *span)
{
    g_autofree char *value =
        g_strndup(block->text->str + span->range.start, span->range.end - span->range.start);
    IsrActionContext context = {.value = value, .role = ISR_ROLE_UNSURE};
    GArray *words = isr_sequence_new();
    IsrAction done;

    if (!isr_category_for_id(span->category, &context.category))
        return words;
    g_autofree char *text = isr_action_text(ISR_ACTION_GENERALISE, &context, &done);

    isr_sequence_cut(words, text, strlen(text), 0, TRUE);
    return words;
}

static gboolean holds(const GArray *words, const char *word)
{
    for (guint i = 0; i < words->len; i++) {
        if (strcmp(g_array_index(words, IsrSequenceWord, i).text, word) == 0)
            return TRUE;
    }
    return FALSE;
}

/* A date that is moved may keep its month or year by chance, but not all of itself. */
static gboolean is_unmoved(const IsrCollation *collation, IsrRange words)
{
    for (gsize i = words.start; i < words.end; i++) {
        if (!isr_collation_stands(collation, i))
            return FALSE;
    }
    return TRUE;
}

static DutyKind duty_of_word(const IsrGoldSpan *span, IsrAction action, const GArray *left,
                             const char *word)
{
    if (action == ISR_ACTION_KEEP)
        return DUTY_FREE;
    if (isr_is_empty_word(word, span->category) ||
        (action == ISR_ACTION_GENERALISE && holds(left, word)))
        return DUTY_NONE;
    return DUTY_GO;
}

static void judge_identifier(Judge *judge, const IsrGoldBlock *block, const IsrGoldSpan *span,
                             IsrRange words)
{
    IsrAction action = ISR_ACTION_KEEP;
    gboolean owes = action_for(judge->profile, span, &action);
    g_autoptr(GArray) left = words_left(block, span);
    gboolean moved = action == ISR_ACTION_SHIFT && !is_unmoved(judge->collation, words);

    for (gsize i = words.start; i < words.end; i++) {
        const char *word = isr_collation_word(judge->collation, i)->text;
        Duty *duty = &judge->duties[i];

        /* It goes with its sentence. */
        if (duty->kind == DUTY_GO && duty->span && duty->span->whose)
            continue;
        duty->span = span;
        duty->kind = moved || !owes ? DUTY_NONE : duty_of_word(span, action, left, word);
    }
}

static void judge_span(Judge *judge, guint number, const IsrGoldSpan *span)
{
    IsrRange words = isr_collation_words(judge->collation, number, span->range);

    if (!span->whose) {
        judge_identifier(judge, judge->collation->gold->blocks->pdata[number], span, words);
        return;
    }
    for (gsize i = words.start; i < words.end; i++)
        judge->duties[i] =
            (Duty){isr_sentence_is_due(span, judge->profile) ? DUTY_GO : DUTY_FREE, span};
}

static char *what_of(const IsrGoldSpan *span)
{
    if (!span)
        return g_strdup("unmarked");
    if (span->whose)
        return g_strdup_printf("%s, %s", span->category, span->whose);
    return g_strdup_printf("%s of %s", span->category,
                           span->person ? span->person->role : "nobody");
}

static IsrShare *share_for(IsrSharing *sharing, const IsrGoldSpan *span)
{
    g_autofree char *what = what_of(span);

    for (guint i = 0; i < sharing->shares->len; i++) {
        IsrShare *share = sharing->shares->pdata[i];

        if (strcmp(share->what, what) == 0)
            return share;
    }
    IsrShare *share = g_new0(IsrShare, 1);

    share->what = g_steal_pointer(&what);
    g_ptr_array_add(sharing->shares, share);
    return share;
}

/* Counts the word; TRUE if it slipped. */
static gboolean count_word(IsrSharing *sharing, const Judge *judge, gsize word)
{
    const Duty *duty = &judge->duties[word];

    if (duty->kind == DUTY_NONE)
        return FALSE;
    IsrShare *share = share_for(sharing, duty->span);

    if (duty->kind == DUTY_GO) {
        gboolean stands = isr_collation_stands(judge->collation, word);

        share->due++;
        share->shared += stands;
        return stands;
    }
    gboolean lost = isr_collation_is_lost(judge->collation, word);

    share->free++;
    share->lost += lost;
    return lost;
}

static void add_slip(IsrSharing *sharing, const Judge *judge, gsize first, gsize last)
{
    const Duty *duty = &judge->duties[first];
    IsrSlip *slip = g_new0(IsrSlip, 1);

    slip->span = duty->span;
    slip->words = (IsrRange){first, last};
    slip->text = isr_collation_context(judge->collation, first, last);
    g_ptr_array_add(duty->kind == DUTY_GO ? sharing->overshared : sharing->overremoved, slip);
}

static void count_words(IsrSharing *sharing, const Judge *judge)
{
    gsize length = judge->collation->words->len, run = 0;

    for (gsize i = 0; i <= length; i++) {
        gboolean slipped = i < length && count_word(sharing, judge, i);

        if (run > 0 && (!slipped || judge->duties[i].span != judge->duties[i - 1].span)) {
            add_slip(sharing, judge, i - run, i);
            run = 0;
        }
        run += slipped;
    }
}

static gint compare_shares(gconstpointer one, gconstpointer other)
{
    const IsrShare *const *first = one, *const *second = other;

    return strcmp((*first)->what, (*second)->what);
}

IsrSharing *isr_sharing(const IsrCollation *collation, const IsrProfile *profile)
{
    IsrSharing *sharing = g_new0(IsrSharing, 1);
    g_autofree Duty *duties = g_new0(Duty, collation->words->len + 1);
    Judge judge = {collation, profile, duties};

    sharing->shares = g_ptr_array_new_with_free_func(free_share);
    sharing->overshared = g_ptr_array_new_with_free_func(free_slip);
    sharing->overremoved = g_ptr_array_new_with_free_func(free_slip);
    for (guint i = 0; i < collation->gold->blocks->len; i++) {
        const IsrGoldBlock *block = collation->gold->blocks->pdata[i];

        for (guint j = 0; j < block->spans->len; j++)
            judge_span(&judge, i, block->spans->pdata[j]);
    }
    count_words(sharing, &judge);
    g_ptr_array_sort(sharing->shares, compare_shares);
    return sharing;
}

void isr_sharing_free(IsrSharing *sharing)
{
    if (!sharing)
        return;
    g_ptr_array_unref(sharing->shares);
    g_ptr_array_unref(sharing->overshared);
    g_ptr_array_unref(sharing->overremoved);
    g_free(sharing);
}
