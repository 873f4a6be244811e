/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of hosts, and what is none. */
#include "isr_test.h"

#include "../src/host.h"

#include <string.h>

static void a_name_of_a_host_stands_alone(void **state)
{
    static const char *const right[] = {"www.gov.uk", "nhs.net", "a-b.example", "4.example"};
    static const char *const wrong[] = {"",          "uk",          "https://www.gov.uk",
                                        "gov.uk/x",  "gov.uk:443",  "*.gov.uk",
                                        ".gov.uk",   "gov.uk.",     "gov..uk",
                                        "-a.gov.uk", "a-.gov.uk",   "a@gov.uk",
                                        "gov uk",    "gov.uk b.uk", "caf\xC3\xA9.example"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(right); i++)
        if (!isr_host_is_one(right[i], strlen(right[i])))
            fail_msg("\"%s\" is taken for none", right[i]);
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
        if (isr_host_is_one(wrong[i], strlen(wrong[i])))
            fail_msg("\"%s\" is taken for one", wrong[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_of_a_host_stands_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
