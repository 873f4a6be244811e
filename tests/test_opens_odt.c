/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of ODT documents open in LibreOffice and show what was to stay. Skipped where it is not
 * installed. */
#include "isr_test.h"

#include "places/odt.h"
#include "places/opens.h"

#define SKIPPED 77 /* for meson */

static void every_odt_copy_opens_and_shows_its_kept_words(void **state)
{
    (void)state;
    assert_int_equal(opens_run(&odt_form, odt_places), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_odt_copy_opens_and_shows_its_kept_words),
    };

    if (!opens_can()) {
        g_print("skipped: LibreOffice is not installed\n");
        return SKIPPED;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
