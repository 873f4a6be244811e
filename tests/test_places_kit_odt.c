/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hidden places of ODT documents hide what they say, and their faults are noticed. */
#include "isr_test.h"

#include "places/faults.h"
#include "places/keep.h"
#include "places/leaks.h"
#include "places/odt.h"

#include <string.h>

static void search_finds_what_every_odt_place_hides(void **state)
{
    (void)state;
    guint blind = 0;

    for (const Place *const *table = odt_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            g_autoptr(GBytes) file = kit_document(&odt_form, place, FALSE);
            g_autoptr(GPtrArray) leaks = leaks_find(file, CANARY_ALL);
            g_autoptr(GPtrArray) adults = leaks_find(file, CANARY_ADULT);

            if (leaks->len > 0 && (adults->len > 0) == ((place->flags & PLACE_ADULT) != 0))
                continue;
            print_error("%s %s: what is planted is not found\n", place->id, place->name);
            blind++;
        }
    }
    assert_int_equal(blind, 0);
}

static void every_odt_place_of_the_list_is_there(void **state)
{
    (void)state;
    gboolean there[173] = {FALSE};

    for (const Place *const *table = odt_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            assert_in_range(place_number(place), 1, 172);
            there[place_number(place)] = TRUE;
        }
    }
    for (guint i = 1; i <= 172; i++)
        if (!there[i])
            fail_msg("O%03u is missing", i);
}

static void kept_words_are_seen_in_every_source(void **state)
{
    (void)state;
    guint unseen = 0;

    for (const Place *const *table = odt_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            g_autoptr(GBytes) file = kit_document(&odt_form, place, TRUE);

            if (place->keep == KEEP_HARD && keep_state(place, file, file) != KEPT) {
                print_error("%s %s: %s\n", place->id, place->name,
                            kept_state_text(keep_state(place, file, file)));
                unseen++;
            }
        }
    }
    assert_int_equal(unseen, 0);
}

static GPtrArray *faults_after(void (*twist)(Kit *kit))
{
    const Place plain = {.id = "O001", .steps = {BODY("it")}, .twist = twist};
    g_autoptr(GBytes) file = kit_document(&odt_form, &plain, TRUE);

    return faults_odt(file);
}

static void forget_a_style(Kit *kit)
{
    kit_replace(kit_part(kit, "content.xml"), "style:name='Kept1'", "style:name='Kept9'");
}

static void forget_an_entry(Kit *kit)
{
    kit_replace(kit_part(kit, "META-INF/manifest.xml"), "'meta.xml'", "'beta.xml'");
}

static void pack_the_mimetype(Kit *kit)
{
    kit_part(kit, "mimetype")->stored = FALSE;
}

static void faults_are_noticed(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) none = faults_after(NULL);
    g_autoptr(GPtrArray) style = faults_after(forget_a_style);
    g_autoptr(GPtrArray) entry = faults_after(forget_an_entry);
    g_autoptr(GPtrArray) mimetype = faults_after(pack_the_mimetype);

    assert_int_equal(none->len, 0);
    assert_int_equal(style->len, 1);
    assert_int_equal(entry->len, 2);
    assert_int_equal(mimetype->len, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(search_finds_what_every_odt_place_hides),
        cmocka_unit_test(every_odt_place_of_the_list_is_there),
        cmocka_unit_test(kept_words_are_seen_in_every_source),
        cmocka_unit_test(faults_are_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
