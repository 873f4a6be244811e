/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that look like one another: each is found as what it is. */
#include "isr_patterns_test.h"

#include <string.h>

typedef struct {
    const char *text; /* the value in [square brackets]; without them nothing may be found */
    const char *as;   /* category */
} Case;

static const Case cases[] = {
    /* ten digits: NHS, CHI, H&C, learner, tax, telephone */
    {"NHS number [999 347 6501]", "nhs-number"},
    {"seen, [999 347 6501], again", "nhs-number"},
    {"CHI [290914 0180]", "chi-number"},
    {"NHS number [2909140180]", "nhs-number"},
    {"H&C number [320 000 0036]", "hsc-number"},
    {"ULN [9276308686]", "uln"},
    {"UTR [1955839661]", "utr"},
    {"Tel [01632 96012]", "phone"},
    {"NHS number [01632960123]", "nhs-number"},
    {"mobile [7700900123]", "phone"},
    {"reading 9276308686 taken", NULL},
    /* digits in longer things */
    {"id 3F2504E0-4F89-11D3-9A0C-07700900123A", NULL},
    {"id 07700900-1234-4123-8123-077009001234", NULL},
    {"hash 07700900123abcdef07700900123abcdef", NULL},
    {"00077009001230000000000", NULL},
    {"see [https://forms.example/07700900123/9993476501]", "url"},
    {"phone 077 is 07 00", NULL},
    /* sixteen digits: card, court case, reference */
    {"paid with [4000 1216 0382 2228]", "payment-card"},
    {"HMCTS [1611-2233-4455-6672]", "court-ref"},
    {"Our ref: [4000-1216-0382-2229]", "case-ref"},
    {"UAN [1212-0001-2345-6789]", "immigration-ref"},
    {"handset [490154203237518]", "phone"},
    /* passports, permits, licences, insurance */
    {"Passport no [123456789]", "passport"},
    {"BRP [ZX1234567]", "immigration-ref"},
    {"Passport [ZX1234567]", "passport"},
    {"NI no [JX 48 91 07 B]", "nino"},
    {"licence [MORGA753116SM9IJ]", "driving-licence"},
    {"INTRODUCTORY TEXTS AND PICTURES", NULL},
    /* sort codes, accounts, dates */
    {"Sort code [12-03-14]", "sort-code"},
    {"seen on [12-03-14]", "date"},
    {"DOB [12-03-14]", "dob"},
    {"Account [14032012]", "bank-account"},
    {"DOB [14032012]", "dob"},
    {"Barclays [12-03-14] 12345678 x", "sort-code"},
    /* pupils and other letters with digits */
    {"UPN [T821499520096]", "upn"},
    {"Pupil [T821499520096]", "upn"},
    {"Candidate [681990012058G]", "uln"},
    {"Tenancy ref [T821499520096]", "case-ref"},
    /* vehicles and postcodes */
    {"in [AB12 CDE] outside", "vehicle-reg"},
    {"in [AB12 3DE] outside", "postcode"},
    {"car [N12 ABC] outside", "vehicle-reg"},
    {"at [N12 8QT] now", "postcode"},
    {"Y7 SAT KS2, P45 FOR A1 AND M25", NULL},
    /* versions, machines, dates */
    {"from IP [203.0.113.77]", "ip"},
    {"firmware 10.4.2.1, version 1.2.3.4", NULL},
    {"on [10.4.21] at 10.20", "date"},
    /* police, courts, councils */
    {"PNC [2003/0011985X]", "police-ref"},
    {"Case number [2003/0011985X]", "police-ref"},
    {"Case number [ZC12C00345]", "court-ref"},
    {"Our ref [EHM-20024471]", "case-ref"},
    {"asset 9993476501", NULL},
};

static IsrRange bracketed(const char *text, char **plain)
{
    const char *open = strchr(text, '['), *close = strchr(text, ']');
    IsrRange range = {0, 0};

    *plain = open ? g_strdup_printf("%.*s%.*s%s", (int)(open - text), text, (int)(close - open - 1),
                                    open + 1, close + 1)
                  : g_strdup(text);
    if (open)
        range = (IsrRange){(gsize)(open - text), (gsize)(close - text) - 1};
    return range;
}

static void each_is_found_as_what_it_is(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *plain = NULL;
        IsrRange range = bracketed(cases[i].text, &plain);
        g_autoptr(GArray) found = find_in(plain);
        gboolean right = !cases[i].as && found->len == 0;

        for (guint n = 0; n < found->len; n++) {
            const IsrFinding *finding = &g_array_index(found, IsrFinding, n);

            right = right || (cases[i].as && finding->range.start == range.start &&
                              finding->range.end == range.end &&
                              g_str_equal(isr_category_id(finding->category), cases[i].as));
            if (!right)
                print_error("  %s as %s\n", finding->rule, isr_category_id(finding->category));
        }
        if (!right)
            fail_msg("%s: not found as %s", cases[i].text, cases[i].as ? cases[i].as : "nothing");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_is_found_as_what_it_is)};

    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
