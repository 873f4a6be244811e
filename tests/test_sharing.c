/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the score calls over-shared and over-removed. */
#include "isr_test.h"

#include "isr_gold.h"
#include "ledger.h"

#include <string.h>

static IsrProfile *profile_for(const char *id)
{
    g_autofree char *profiles = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autoptr(GError) error = NULL;
    IsrProfile *profile = isr_profile_load(profiles, id, &error);

    assert_no_error(error);
    return profile;
}

static IsrSharing *sharing_of(const IsrGold *gold, const char *id, const char *copy)
{
    g_autoptr(IsrProfile) profile = profile_for(id);
    g_autoptr(IsrCollation) collation = isr_collate(gold, copy);

    return isr_sharing(collation, profile);
}

static const IsrShare *share(const IsrSharing *sharing, const char *what)
{
    for (guint i = 0; i < sharing->shares->len; i++) {
        const IsrShare *one = sharing->shares->pdata[i];

        if (strcmp(one->what, what) == 0)
            return one;
    }
    fail_msg("nothing was counted of %s", what);
    return NULL;
}

/* An education copy keeps the child's name and address, not a parent's address. */
static void what_must_go_and_stands_is_overshared(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from(
        "", "Ann <e c=\"name\" p=\"p1\">Bell</e> of <e c=\"address\" p=\"p1\">3 Mill Road</e>, dad "
            "at <e c=\"address\" p=\"p2\">9 Hill Road</e>.");
    g_autoptr(IsrSharing) sharing =
        sharing_of(gold, "education", "Ann Bell of [ADDRESS], dad at 9 Hill Road.");

    assert_int_equal(share(sharing, "address of family")->due, 2); /* "Road" says nothing */
    assert_int_equal(share(sharing, "address of family")->shared, 2);
    assert_int_equal(share(sharing, "address of subject")->free, 3);
    assert_int_equal(share(sharing, "address of subject")->lost, 3);
    assert_int_equal(share(sharing, "name of subject")->lost, 0);
    assert_int_equal(share(sharing, "unmarked")->free, 4);
    assert_int_equal(sharing->overshared->len, 1);
    assert_int_equal(sharing->overremoved->len, 1);
}

/* The names in a sentence that goes are due with it, although they may stay elsewhere. */
static void a_sentence_goes_with_all_its_words(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold =
        gold_from("", "<s c=\"criminal\" r=\"family\"><e c=\"name\" p=\"p2\">Joe Bell</e> was "
                      "fined.</s> <s c=\"health\" r=\"subject\">Has asthma.</s>");
    g_autoptr(IsrSharing) sharing =
        sharing_of(gold, "education", "Joe Bell was fined. Has [Removed: health, child]");

    assert_int_equal(share(sharing, "criminal, family")->due, 4);
    assert_int_equal(share(sharing, "criminal, family")->shared, 4);
    assert_int_equal(share(sharing, "health, subject")->free, 2);
    assert_int_equal(share(sharing, "health, subject")->lost, 1);
}

/* An education copy keeps a professional's telephone: that of an office may stay or go. Its
 * address must go with a professional's. */
static void what_is_nobodys_counts_where_roles_agree(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold =
        gold_from("", "Ring <e c=\"phone\">01632 960001</e> at <e c=\"address\">Mill House</e>, "
                      "<e c=\"date\">4 May 2025</e>.");
    g_autoptr(IsrSharing) sharing =
        sharing_of(gold, "education", "Ring 01632 960001 at Mill House, [DATE].");

    assert_int_equal(sharing->shares->len, 3);
    assert_int_equal(share(sharing, "address of nobody")->shared, 1);
    assert_int_equal(share(sharing, "date of nobody")->lost, 3);
    assert_int_equal(share(sharing, "unmarked")->free, 2);
}

static void what_is_made_coarse_may_leave_its_coarse_form(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "Born <e c=\"dob\" p=\"p1\">14 March 2012</e> in it, "
                                            "<e c=\"postcode\" p=\"p1\">SN25 1ZZ</e>.");
    g_autoptr(IsrSharing) good = sharing_of(gold, "statistics", "Born 2012 in it, SN25.");
    g_autoptr(IsrSharing) bad = sharing_of(gold, "statistics", "Born March 2012 in it, SN25 1ZZ.");

    assert_int_equal(share(good, "dob of subject")->due, 2);
    assert_int_equal(share(good, "dob of subject")->shared, 0);
    assert_int_equal(share(good, "postcode of subject")->shared, 0);
    assert_int_equal(share(bad, "dob of subject")->shared, 1);
    assert_int_equal(share(bad, "postcode of subject")->shared, 1);
}

static void a_moved_date_may_keep_its_year(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "Seen <e c=\"date\">14 March 2012</e> by us.");
    g_autoptr(IsrSharing) moved = sharing_of(gold, "audit", "Seen 4 April 2012 by us.");
    g_autoptr(IsrSharing) unmoved = sharing_of(gold, "audit", "Seen 14 March 2012 by us.");

    assert_int_equal(moved->overshared->len, 0);
    assert_int_equal(share(unmoved, "date of nobody")->shared, 3);
}

static void the_ledger_adds_up(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "Is at <e c=\"phone\" p=\"p2\">01632 960001</e> now. "
                                            "<s c=\"criminal\" r=\"family\">Dad was fined.</s>");
    g_autoptr(IsrProfile) profile = profile_for("statistics");
    g_autoptr(IsrLedger) ledger = isr_ledger_new();

    for (guint i = 0; i < 2; i++) {
        const char *copies[] = {"Is at [PHONE] now. Dad was fined.",
                                "Is at 01632 960001 [REMOVED]"};
        g_autoptr(IsrCollation) collation = isr_collate(gold, copies[i]);
        g_autoptr(IsrSharing) sharing = isr_sharing(collation, profile);
        g_autoptr(GPtrArray) sentences = isr_sentences(collation, profile);

        isr_ledger_add(ledger, sentences, sharing);
    }
    assert_float_equal((float)isr_ledger_sentences(ledger), 50.0, 0.01);
    assert_float_equal((float)isr_ledger_others(ledger), 0.0, 0.01);
    assert_float_equal((float)isr_ledger_overshared(ledger), 50.0, 0.01);       /* 5 of 10 words */
    assert_float_equal((float)isr_ledger_overremoved(ledger), 100.0 / 6, 0.01); /* "now" */
    g_autofree char *line = isr_ledger_line(ledger, "statistics");
    g_autofree char *detail = isr_ledger_detail(ledger);

    assert_non_null(strstr(line, "statistics"));
    assert_non_null(strstr(detail, "phone of family"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_must_go_and_stands_is_overshared),
        cmocka_unit_test(a_sentence_goes_with_all_its_words),
        cmocka_unit_test(what_is_nobodys_counts_where_roles_agree),
        cmocka_unit_test(what_is_made_coarse_may_leave_its_coarse_form),
        cmocka_unit_test(a_moved_date_may_keep_its_year),
        cmocka_unit_test(the_ledger_adds_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
