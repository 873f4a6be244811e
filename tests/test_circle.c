/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With whom a record links somebody: a surname, a name side by side. */
#include "isr_settled.h"

#include "../src/circle.h"

static const char *const FAMILY[] = {
    "Child: Jayden Okafor, born 3 May 2014",
    "Jayden and Arash Golzari played. Jayden is well. Jayden likes maths.",
    "Mother: Ngozi Okafor",
    NULL,
};

static guint links_of(const Settled *settled, guint number, LinkKind kind)
{
    g_autoptr(Circles) circles = isr_circles_new(settled->people);
    const GArray *links = isr_circles_of(circles, settled->people->clusters->pdata[number - 1]);
    guint n = 0;

    for (guint i = 0; i < links->len; i++)
        n += g_array_index(links, Link, i).kind == kind ? 1 : 0;
    return n;
}

static void surnames_and_company_link_people(void **state)
{
    (void)state;
    Settled settled = settle(FAMILY);

    assert_int_equal(isr_people_size(settled.people), 3);
    assert_int_equal(links_of(&settled, 1, LINK_SURNAME), 1);
    assert_int_equal(links_of(&settled, 1, LINK_PAIR), 1);
    assert_int_equal(links_of(&settled, 2, LINK_SURNAME), 0);
    assert_int_equal(links_of(&settled, 2, LINK_PAIR), 1);
    assert_int_equal(links_of(&settled, 3, LINK_SURNAME), 1);
    settled_free(&settled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(surnames_and_company_link_people),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
