/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kit of the hidden places itself: a search that cannot find what was planted proves
 * nothing. */
#include "isr_test.h"

#include "places/docx.h"
#include "places/faults.h"
#include "places/keep.h"
#include "places/leaks.h"
#include "places/looks.h"

#include <string.h>

static void search_finds_what_every_docx_place_hides(void **state)
{
    (void)state;
    guint blind = 0;

    for (const Place *const *table = docx_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            g_autoptr(GBytes) file = kit_document(&docx_form, place, FALSE);
            g_autoptr(GPtrArray) leaks = leaks_find(file, CANARY_ALL);

            if (leaks->len == 0) {
                print_error("%s %s: nothing planted is found\n", place->id, place->name);
                blind++;
            }
        }
    }
    assert_int_equal(blind, 0);
}

static void adult_is_where_the_place_says(void **state)
{
    (void)state;
    for (const Place *const *table = docx_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            g_autoptr(GBytes) file = kit_document(&docx_form, place, FALSE);
            g_autoptr(GPtrArray) leaks = leaks_find(file, CANARY_ADULT);

            if ((leaks->len > 0) != ((place->flags & PLACE_ADULT) != 0))
                fail_msg("%s %s", place->id, place->name);
        }
    }
}

static void search_finds_nothing_where_nothing_is_planted(void **state)
{
    (void)state;
    const Place nothing = {.id = "D001", .name = "nothing"};
    g_autoptr(GBytes) file = kit_document(&docx_form, &nothing, FALSE);
    g_autoptr(GPtrArray) leaks = leaks_find(file, CANARY_ALL);

    assert_int_equal(leaks->len, 0);
}

static void same_place_gives_the_same_bytes(void **state)
{
    (void)state;
    g_autoptr(GBytes) one = kit_document(&docx_form, docx_text, TRUE);
    g_autoptr(GBytes) two = kit_document(&docx_form, docx_text, TRUE);

    assert_true(g_bytes_equal(one, two));
}

static void kept_words_are_seen_in_every_source(void **state)
{
    (void)state;
    guint unseen = 0;

    for (const Place *const *table = docx_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            g_autoptr(GBytes) file = kit_document(&docx_form, place, TRUE);

            if (place->keep == KEEP_HARD && keep_state(place, file, file) != KEPT) {
                print_error("%s %s: %s\n", place->id, place->name,
                            kept_state_text(keep_state(place, file, file)));
                unseen++;
            }
        }
    }
    assert_int_equal(unseen, 0);
}

static void kept_words_that_go_or_change_are_noticed(void **state)
{
    (void)state;
    static const Place plain = {.id = "D001", .steps = {INTO("body", SENTENCE)}};
    static const Place gone = {.id = "D001", .steps = {INTO("body", PAR(RUN(WHO)))}};
    static const Place changed = {
        .id = "D001", .steps = {INTO("body", PAR(RUN("The " KEEP " of " WHO) AFTER_RUN))}};
    static const Place parted = {.id = "D001",
                                 .steps = {INTO("body", PAR(BEFORE_RUN) PAR(AFTER_RUN))}};
    g_autoptr(GBytes) source = kit_document(&docx_form, &plain, TRUE);
    g_autoptr(GBytes) one = kit_document(&docx_form, &gone, TRUE);
    g_autoptr(GBytes) two = kit_document(&docx_form, &changed, TRUE);
    g_autoptr(GBytes) three = kit_document(&docx_form, &parted, TRUE);

    assert_int_equal(keep_state(&plain, source, one), KEPT_NOT);
    assert_int_equal(keep_state(&plain, source, two), KEPT_CHANGED);
    assert_int_equal(keep_state(&plain, source, three), KEPT_PARTED);
}

/* @steps give a document with fault @sentence. */
static void assert_fault(const Place *place, const char *sentence)
{
    g_autoptr(GBytes) file = kit_document(&docx_form, place, TRUE);
    g_autoptr(GPtrArray) faults = faults_docx(file);

    if (!g_ptr_array_find_with_equal_func(faults, sentence, g_str_equal, NULL))
        fail_msg("not noticed: %s", sentence);
}

static void faults_of_structure_are_noticed(void **state)
{
    (void)state;
    static const struct {
        Place place;
        const char *sentence;
    } broken[] = {
        {{.id = "D001", .steps = {PART("word/lost.xml", NULL, "<x/>")}},
         "a part that no relationship leads to"},
        {{.id = "D001", .steps = {PART("word/lost.dat", NULL, "x")}},
         "a part without a content type"},
        {{.id = "D001", .steps = {LINK("word/document.xml", "a", REL("image"), "gone.png")}},
         "a relationship to a part that is not there"},
        {{.id = "D001", .steps = {INTO("body", PAR("<w:hyperlink r:id='none'/>"))}},
         "r:id of hyperlink leads nowhere"},
        {{.id = "D001", .steps = {INTO("body", "<w:p mc:Ignorable='zz'/>")}},
         "mc:Ignorable names a prefix that is not declared"},
        {{.id = "D001", .steps = {INTO("body", PAR("<w:r><w:footnoteReference w:id='9'/></w:r>"))}},
         "reference to a footnote that is not there"},
        {{.id = "D001",
          .steps = {INTO("body", "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>")}},
         "a cell that does not end with a paragraph"},
        {{.id = "D001",
          .steps = {INTO("body", PAR("<w:r><w:fldChar w:fldCharType='begin'/></w:r>"))}},
         "a field that does not end"},
        {{.id = "D001", .steps = {INTO("body", PAR("<w:bookmarkStart w:id='1' w:name='a'/>"))}},
         "bookmark range that does not end"},
        {{.id = "D001", .steps = {INTO("body", PAR("<w:r>"))}}, "XML that does not parse"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(broken); i++)
        assert_fault(&broken[i].place, broken[i].sentence);
}

static void sound_document_has_no_faults(void **state)
{
    (void)state;
    g_autoptr(GBytes) file = kit_document(&docx_form, docx_text, TRUE);
    g_autoptr(GPtrArray) faults = faults_docx(file);

    if (faults->len > 0)
        fail_msg("%s", (const char *)faults->pdata[0]);
}

static gint first_difference(const Place *one, const Place *other)
{
    g_autoptr(GBytes) before = kit_document(&docx_form, one, TRUE);
    g_autoptr(GBytes) after = kit_document(&docx_form, other, TRUE);
    g_autoptr(Looks) looks = looks_of_docx(before);
    g_autoptr(Looks) other_looks = looks_of_docx(after);

    return looks_differ(looks, other_looks);
}

static void looks_see_formatting_past_wrappers(void **state)
{
    (void)state;
    static const Place plain = {.id = "D001", .steps = {INTO("body", SENTENCE)}};
    static const Place wrapped = {
        .id = "D001",
        .steps = {INTO("body",
                       BESIDE("<w:ins w:id='1' w:author='R'><w:r w:rsidR='00AA00AA'>" T(
                           "Quilla ") "</w:r></w:ins>" RUN("Vantongeren (NHS number " NHS ")")))}};
    static const Place bold = {
        .id = "D001",
        .steps = {INTO("body", BESIDE(RUN_AS("<w:b/>", WHO " (NHS number " NHS ")")))}};
    static const Place centred = {
        .id = "D001",
        .steps = {INTO("body", PAR("<w:pPr><w:jc w:val='center'/></w:pPr>" BEFORE_RUN RUN(
                                   WHO " (NHS number " NHS ")") AFTER_RUN))}};

    assert_int_equal(first_difference(&plain, &wrapped), -1);
    assert_int_not_equal(first_difference(&plain, &bold), -1);
    assert_int_not_equal(first_difference(&plain, &centred), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(search_finds_what_every_docx_place_hides),
        cmocka_unit_test(adult_is_where_the_place_says),
        cmocka_unit_test(search_finds_nothing_where_nothing_is_planted),
        cmocka_unit_test(same_place_gives_the_same_bytes),
        cmocka_unit_test(kept_words_are_seen_in_every_source),
        cmocka_unit_test(kept_words_that_go_or_change_are_noticed),
        cmocka_unit_test(faults_of_structure_are_noticed),
        cmocka_unit_test(sound_document_has_no_faults),
        cmocka_unit_test(looks_see_formatting_past_wrappers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
