/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The makers of hidden places in PDFs: a search that cannot find what was planted proves
 * nothing. */
#include "isr_test.h"

#include "pdf/leaks.h"
#include "pdf/maker.h"

#include <string.h>

static void search_finds_what_every_place_hides(void **state)
{
    (void)state;
    guint blind = 0;

    for (const PdfPlace *const *table = pdf_places; *table != NULL; table++) {
        for (const PdfPlace *place = *table; place->id != NULL; place++) {
            g_autoptr(GBytes) file = maker_document(place, FALSE);
            g_autoptr(GPtrArray) leaks = pdf_leaks_find(file, CANARY_ALL, PDF_LOOK_READ);

            if (leaks->len == 0) {
                g_ptr_array_unref(leaks);
                leaks = pdf_leaks_find(file, CANARY_ALL, PDF_LOOK_SEE | PDF_LOOK_APART);
            }
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
    const PdfPlace nothing = {.id = "P001", .name = "nothing", .contents = KEPT_AT("180")};
    g_autoptr(GBytes) file = maker_document(&nothing, FALSE);
    g_autoptr(GPtrArray) leaks = pdf_leaks_find(file, CANARY_ALL, PDF_LOOK_READ | PDF_LOOK_SEE);

    assert_int_equal(leaks->len, 0);
}

static void kept_words_are_read_in_every_source(void **state)
{
    (void)state;
    for (const PdfPlace *const *table = pdf_places; *table != NULL; table++) {
        for (const PdfPlace *place = *table; place->id != NULL; place++) {
            g_autoptr(GBytes) file = maker_document(place, TRUE);
            g_autofree char *text = pdf_leaks_text(file), *keep = maker_keep(place);

            if (place->keep == KEEP_HARD && !strstr(text, keep))
                fail_msg("%s %s", place->id, place->name);
        }
    }
}

static void ids_are_all_different(void **state)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);

    (void)state;
    for (const PdfPlace *const *table = pdf_places; *table != NULL; table++) {
        for (const PdfPlace *place = *table; place->id != NULL; place++)
            assert_true(g_hash_table_add(ids, (gpointer)place->id));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(search_finds_what_every_place_hides),
        cmocka_unit_test(search_finds_nothing_where_nothing_is_planted),
        cmocka_unit_test(kept_words_are_read_in_every_source),
        cmocka_unit_test(ids_are_all_different),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
