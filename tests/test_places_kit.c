/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kit of the hidden places itself: a search that cannot find what was planted proves
 * nothing. */
#include "isr_test.h"

#include "places/docx.h"
#include "places/leaks.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(search_finds_what_every_docx_place_hides),
        cmocka_unit_test(search_finds_nothing_where_nothing_is_planted),
        cmocka_unit_test(same_place_gives_the_same_bytes),
    };

    /* For a look at the documents: writes them to this folder. */
    if (g_getenv("ISREDACT_PLACES_OUT") != NULL) {
        for (const Place *const *table = docx_places; *table != NULL; table++) {
            for (const Place *place = *table; place->id != NULL; place++) {
                g_autofree char *path = g_strdup_printf(
                    "%s/%s-%s.docx", g_getenv("ISREDACT_PLACES_OUT"), place->id, place->name);
                g_autoptr(GBytes) file = kit_document(&docx_form, place, TRUE);
                g_file_set_contents(path, g_bytes_get_data(file, NULL),
                                    (gssize)g_bytes_get_size(file), NULL);
            }
        }
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
