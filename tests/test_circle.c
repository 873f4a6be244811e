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

static void children_whose_births_are_given_side_by_side_are_fellows(void **state)
{
    (void)state;
    const char *const texts[] = {
        "Children: Parsa Golshiri, born 21 March 2013, and Ava Wainwright, born 5 October 2018",
        "Applicant: Bahram Golshiri, born 2 September 1979",
        "Arash Golzari played.",
        NULL,
    };
    Settled settled = settle(texts);

    assert_int_equal(links_of(&settled, 1, LINK_FELLOW), 1);
    assert_int_equal(links_of(&settled, 2, LINK_FELLOW), 1);
    assert_int_equal(links_of(&settled, 3, LINK_FELLOW), 0);
    assert_int_equal(links_of(&settled, 1, LINK_BLOCK), 1);
    assert_int_equal(links_of(&settled, 4, LINK_BLOCK), 0);
    settled_free(&settled);
}

static void a_column_links_those_who_stand_in_it(void **state)
{
    (void)state;
    const char *const texts[] = {
        "Child\x1fSocial worker",
        "Jayden Okafor\x1fShirin Akter",
        "Zi Xin Teoh\x1fJoy Spavin",
        NULL,
    };
    Settled settled = settle(texts);

    for (guint number = 1; number <= 4; number++)
        assert_int_equal(links_of(&settled, number, LINK_COLUMN), 1);
    settled_free(&settled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(surnames_and_company_link_people),
        cmocka_unit_test(children_whose_births_are_given_side_by_side_are_fellows),
        cmocka_unit_test(a_column_links_those_who_stand_in_it),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
