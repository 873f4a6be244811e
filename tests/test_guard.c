/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which copies undo each other, told from imprints of passages whose words are hidden as each test
 * says: nothing is found or decided here. */
#include "isr_test.h"

#include <isredact/error.h>

#include <string.h>

#include "../src/batch/guard.h"
#include "../src/sketch.h"

static IsrPatterns *patterns;

static int load(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

/* What a copy of @text that hides @hidden shows of @word. */
static IsrShown shown_in(const char *text, const IsrPassageWord *word, const char *hidden)
{
    const gsize length = word->range.end - word->range.start;

    if (hidden && strlen(hidden) == length &&
        strncmp(hidden, text + word->range.start, length) == 0)
        return ISR_SHOWN_NOT;
    return ISR_SHOWN_WHOLE;
}

/* The imprint of @text, in which @hidden, a word or NULL, is hidden as a name wherever it stands,
 * and of which sentence number @gone (-1: none) is gone for the health it speaks of. */
static char *imprint_of(const char *text, const char *hidden, gint gone)
{
    static const guint8 secret[16] = {3, 1, 4, 1, 5};
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(IsrSketch) sketch = isr_sketch_new(secret);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrPassages) passages = isr_passages_new(block, patterns);

    for (guint i = 0; i < passages->passages->len; i++) {
        const IsrPassage *passage = &g_array_index(passages->passages, IsrPassage, i);
        const gboolean is_gone = (gint)i == gone;

        for (guint k = 0; k < passage->n_words; k++) {
            const IsrPassageWord *word = isr_passage_word(passages, passage, k);

            isr_sketch_word(sketch, word, is_gone ? ISR_SHOWN_GONE : shown_in(text, word, hidden),
                            ISR_CATEGORY_NAME);
        }
        isr_sketch_end(sketch, is_gone, ISR_CATEGORY_HEALTH);
    }
    return isr_sketch_imprint(sketch);
}

typedef struct {
    const char *text, *hidden;
    gint gone;
} Copy;

/* Guards @n @copies, numbered from 1, which are read from the last on if @backwards. */
static IsrGuard *guard_of(const Copy *copies, guint n, gboolean backwards)
{
    IsrGuard *guard = isr_guard_new();
    guint passes = 0;

    for (; isr_guard_next_pass(guard); passes++) {
        assert_true(passes < 3 * ISR_GUARD_ROUNDS);
        for (guint i = 0; i < n; i++) {
            const guint at = backwards ? n - 1 - i : i;
            g_autofree char *imprint =
                imprint_of(copies[at].text, copies[at].hidden, copies[at].gone);

            assert_true(isr_guard_read(guard, at + 1, imprint, NULL));
        }
    }
    assert_int_equal(passes % 3, 0);
    return guard;
}

/* "1>2 v1 s0, ...; 2: 0.1.name, ...": the pairs, then what must go from whom. */
static char *verdict_of(const IsrGuard *guard)
{
    const GArray *pairs = isr_guard_pairs(guard), *documents = isr_guard_documents(guard);
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < pairs->len; i++) {
        const IsrGuardPair *pair = &g_array_index(pairs, IsrGuardPair, i);

        g_string_append_printf(out, "%s%u>%u v%u s%u", i > 0 ? ", " : "", pair->hides, pair->shows,
                               pair->values, pair->sentences);
    }
    for (guint i = 0; i < documents->len; i++) {
        const guint number = g_array_index(documents, guint, i);
        g_autofree char *text = isr_holdback_text(isr_guard_holdback(guard, number));

        g_string_append_printf(out, "; %u: %s", number, text);
    }
    return g_string_free(out, FALSE);
}

static char *verdict(const Copy *copies, guint n)
{
    g_autoptr(IsrGuard) guard = guard_of(copies, n, FALSE), other = guard_of(copies, n, TRUE);
    char *text = verdict_of(guard);
    g_autofree char *again = verdict_of(other);

    assert_string_equal(text, again); /* the order of reading does not matter */
    return text;
}

#define PASSAGE "On the way home Okafor shouted at the others and threw a stone over the wall."

static void a_word_hidden_in_one_and_shown_in_the_other(void **state)
{
    const Copy copies[] = {{"We met. " PASSAGE, "Okafor", -1}, {PASSAGE " He ran.", NULL, -1}};
    g_autofree char *found = verdict(copies, 2);

    (void)state;
    assert_string_equal(found, "1>2 v1 s0; 2: 0.0.name");
}

static void copies_that_agree_are_quiet(void **state)
{
    const Copy hidden[] = {{PASSAGE, "Okafor", -1}, {PASSAGE, "Okafor", -1}};
    const Copy shown[] = {{PASSAGE, NULL, -1}, {PASSAGE, NULL, -1}};
    g_autofree char *both_hide = verdict(hidden, 2), *both_show = verdict(shown, 2);

    (void)state;
    assert_string_equal(both_hide, "");
    assert_string_equal(both_show, "");
}

static void words_around_it_may_differ(void **state)
{
    const char *const others[] = {
        "On his way home Okafor shouted at the others and threw a stone over the wall.",
        "On the way home Okafor then shouted at the others and threw a big stone over the wall.",
        "On the way home Okafor shouted at the others, threw a stone over the wall and left.",
        "> On the way home Okafor shouted at the others\n> and threw a stone over the wall.",
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        const Copy copies[] = {{PASSAGE, "Okafor", -1}, {others[i], NULL, -1}};
        g_autofree char *found = verdict(copies, 2);

        assert_string_equal(found, "1>2 v1 s0; 2: 0.0.name");
    }
}

static void the_same_name_elsewhere_is_no_breach(void **state)
{
    const Copy copies[] = {
        {PASSAGE, "Okafor", -1},
        {"Okafor likes to read and is doing well in all his lessons.", NULL, -1}};
    g_autofree char *found = verdict(copies, 2);

    (void)state;
    assert_string_equal(found, "");
}

static void another_name_in_the_same_passage_is_no_breach(void **state)
{
    const Copy copies[] = {
        {PASSAGE, "Okafor", -1},
        {"On the way home Bakshi shouted at the others and threw a stone over the wall.", NULL,
         -1}};
    g_autofree char *found = verdict(copies, 2);

    (void)state;
    assert_string_equal(found, "");
}

static void two_copies_can_undo_each_other(void **state)
{
    const char text[] = "Okafor and Bakshi were seen behind the shops with an older boy.";
    const Copy copies[] = {{text, "Okafor", -1}, {text, "Bakshi", -1}};
    g_autofree char *found = verdict(copies, 2);

    (void)state;
    assert_string_equal(found, "2>1 v1 s0, 1>2 v1 s0; 1: 0.1.name; 2: 0.0.name");
}

static void a_word_that_stands_twice_is_counted(void **state)
{
    const char text[] = "She called Grace to the table and Grace sat down beside her brother.";
    const Copy copies[] = {{text, "Grace", -1}, {text, NULL, -1}};
    g_autofree char *found = verdict(copies, 2);

    (void)state;
    assert_string_equal(found, "1>2 v2 s0; 2: 0.0.name 0.1.name");
}

static void a_sentence_that_went(void **state)
{
    const Copy copies[] = {
        {"They met at the school. His father was taken to hospital after the accident at work.",
         NULL, 1},
        {"His father was rushed to hospital after the accident at work. Everybody went home.", NULL,
         -1},
        {"His father was late for the meeting after the accident on the road.", NULL, -1}};
    g_autofree char *found = verdict(copies, 3);

    (void)state;
    assert_string_equal(found, "1>2 v0 s1; 2: 0.65535.health");
}

static void a_short_sentence_goes_only_between_the_same(void **state)
{
    const Copy copies[] = {
        {"They met at the school. He drinks. Nobody came to the door.", NULL, 1},
        {"They met at the school. He drinks. Nobody came to the door.", NULL, -1},
        {"It was a good day for all. He drinks. Most of them liked the play.", NULL, -1}};
    g_autofree char *found = verdict(copies, 3);

    (void)state;
    assert_string_equal(found, "1>2 v0 s1; 2: 1.65535.health");
}

/* A form: what stands there is another in each, so the passage does not say what it is. */
static void a_form_tells_nothing(void **state)
{
    const Copy copies[] = {
        {"The child was seen at home by Okafor and a note was made.", "Okafor", -1},
        {"The child was seen at home by Okafor and a note was made.", NULL, -1},
        {"The child was seen at home by Bakshi and a note was made.", NULL, -1},
        {"The child was seen at home by Pugsley and a note was made.", NULL, -1},
        {"The child was seen at home by Tranter and a note was made.", NULL, -1}};
    g_autofree char *two = verdict(copies, 2), *all = verdict(copies, 5);

    (void)state;
    assert_string_equal(two, "1>2 v1 s0; 2: 0.0.name");
    assert_string_equal(all, "");
}

/* What every document says is nobody's, even if one of them lost it. */
static void what_all_say_is_no_secret(void **state)
{
    const char text[] = "Call the helpline if you are worried about your health or your safety.";
    Copy copies[12] = {{text, NULL, 0}};

    (void)state;
    for (guint i = 1; i < G_N_ELEMENTS(copies); i++)
        copies[i] = (Copy){text, NULL, -1};
    g_autofree char *few = verdict(copies, 4), *all = verdict(copies, 12);

    assert_string_equal(few, "1>2 v0 s1, 1>3 v0 s1, 1>4 v0 s1; 2: 0.65535.health; "
                             "3: 0.65535.health; 4: 0.65535.health");
    assert_string_equal(all, "");
}

static void text_without_words_has_no_marks(void **state)
{
    static const Copy copies[] = {{"UTF-32", NULL, -1}, {"UTF-32", NULL, -1}, {"-", NULL, 0}};
    g_autofree char *found = verdict(copies, G_N_ELEMENTS(copies));

    (void)state;
    assert_string_equal(found, "");
}

static void a_document_can_undo_itself(void **state)
{
    g_autoptr(IsrGuard) guard = isr_guard_new();
    const guint8 secret[16] = {0};
    g_autoptr(IsrSketch) sketch = isr_sketch_new(secret);
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    (void)state;
    isr_block_append(block, PASSAGE, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrPassages) passages = isr_passages_new(block, patterns);

    for (guint time = 0; time < 2; time++) {
        for (guint i = 0; i < passages->words->len; i++) {
            const IsrPassageWord *word = &g_array_index(passages->words, IsrPassageWord, i);

            isr_sketch_word(sketch, word,
                            word->telling && time == 0 ? ISR_SHOWN_NOT : ISR_SHOWN_WHOLE,
                            ISR_CATEGORY_NAME);
        }
        isr_sketch_end(sketch, FALSE, ISR_CATEGORY_NAME);
    }
    g_autofree char *imprint = isr_sketch_imprint(sketch);

    while (isr_guard_next_pass(guard))
        assert_true(isr_guard_read(guard, 5, imprint, NULL));
    g_autofree char *found = verdict_of(guard);

    assert_string_equal(found, "5>5 v1 s0; 5: 1.0.name");
}

/* The first is no copy of the third, but each is of the second: what goes from the second for the
 * first one's sake would stand in the third. */
static void what_goes_is_hidden_from_others_too(void **state)
{
    const Copy copies[] = {
        {"Okafor shouted at the others behind the chip shop.", "Okafor", -1},
        {"Okafor shouted at the others behind the chip shop and threw a stone over the wall.", NULL,
         -1},
        {"Then Okafor laughed and threw a stone over the wall.", NULL, -1}};
    const Copy ends[] = {copies[0], copies[2]};
    g_autofree char *all = verdict(copies, 3), *apart = verdict(ends, 2);

    (void)state;
    assert_string_equal(apart, "");
    assert_string_equal(all, "1>2 v1 s0, 2>3 v1 s0; 2: 0.0.name; 3: 0.0.name");
}

static void a_broken_imprint_costs_its_document_alone(void **state)
{
    g_autoptr(IsrGuard) guard = isr_guard_new();
    g_autofree char *hides = imprint_of(PASSAGE, "Okafor", -1);
    g_autofree char *shows = imprint_of(PASSAGE, NULL, -1);
    g_autoptr(GError) error = NULL;

    (void)state;
    while (isr_guard_next_pass(guard)) {
        g_clear_error(&error);
        assert_true(isr_guard_read(guard, 1, hides, NULL));
        assert_false(isr_guard_read(guard, 2, "not an imprint", &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
        assert_true(isr_guard_read(guard, 3, shows, NULL));
    }
    g_autofree char *found = verdict_of(guard);

    assert_string_equal(found, "1>3 v1 s0; 3: 0.0.name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_hidden_in_one_and_shown_in_the_other),
        cmocka_unit_test(copies_that_agree_are_quiet),
        cmocka_unit_test(words_around_it_may_differ),
        cmocka_unit_test(the_same_name_elsewhere_is_no_breach),
        cmocka_unit_test(another_name_in_the_same_passage_is_no_breach),
        cmocka_unit_test(two_copies_can_undo_each_other),
        cmocka_unit_test(a_word_that_stands_twice_is_counted),
        cmocka_unit_test(a_sentence_that_went),
        cmocka_unit_test(a_short_sentence_goes_only_between_the_same),
        cmocka_unit_test(a_form_tells_nothing),
        cmocka_unit_test(what_all_say_is_no_secret),
        cmocka_unit_test(text_without_words_has_no_marks),
        cmocka_unit_test(a_document_can_undo_itself),
        cmocka_unit_test(what_goes_is_hidden_from_others_too),
        cmocka_unit_test(a_broken_imprint_costs_its_document_alone),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
