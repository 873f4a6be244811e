/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every profile loads and says what the guidance asks; every mistake in one is an error that names
 * file, group and key. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/profile.h>

#include <glib/gstdio.h>
#include <string.h>

#define ABOUT "[profile]\nid=try\ntitle=A trial\npurpose=To try.\nbasis=None.\nsource=None.\n"

static char *folder(void)
{
    return g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
}

static IsrProfile *load(const char *id)
{
    g_autofree char *from = folder();
    g_autoptr(GError) error = NULL;
    IsrProfile *profile = isr_profile_load(from, id, &error);

    assert_no_error(error);
    return profile;
}

/* Loads @text as try.profile. */
static IsrProfile *load_text(const char *text, GError **error)
{
    g_autofree char *place = g_dir_make_tmp("isredact-profile-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(place, "try.profile", NULL);
    IsrProfile *profile;

    assert_true(g_file_set_contents(path, text, -1, NULL));
    profile = isr_profile_load_file(path, error);
    g_unlink(path);
    g_rmdir(place);
    return profile;
}

static IsrProfile *loaded(const char *text)
{
    g_autoptr(GError) error = NULL;
    IsrProfile *profile = load_text(text, &error);

    assert_no_error(error);
    return profile;
}

static void is_refused(const char *text, const char *group_and_key, const char *hint)
{
    g_autoptr(GError) error = NULL;

    if (load_text(text, &error))
        fail_msg("a wrong profile loads: %s", group_and_key);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    if (!strstr(error->message, "try.profile") || !strstr(error->message, group_and_key) ||
        !strstr(error->message, hint))
        fail_msg("\"%s\" does not say %s and \"%s\"", error->message, group_and_key, hint);
}

static IsrAction action(const IsrProfile *profile, IsrCategory category, IsrRole role)
{
    return isr_profile_action(profile, category, role);
}

static void all_fourteen_profiles_load(void **state)
{
    static const char *const wanted[] = {"advice",     "anonymise",     "audit",           "court",
                                         "early-help", "education",     "email",           "family",
                                         "front-door", "health",        "local-authority", "police",
                                         "statistics", "subject-access"};
    g_autofree char *from = folder();
    g_auto(GStrv) ids = isr_profile_ids(from, NULL);

    (void)state;
    assert_int_equal(g_strv_length(ids), G_N_ELEMENTS(wanted));
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
        g_autoptr(IsrProfile) profile = load(wanted[i]);

        assert_string_equal(profile->id, wanted[i]);
        assert_int_equal(strlen(profile->digest), 64);
    }
}

static void small_numbers_go_where_copies_are_counted(void **state)
{
    g_autoptr(IsrProfile) statistics = load("statistics"), audit = load("audit");
    g_autoptr(IsrProfile) school = load("education");
    g_autofree char *page = isr_profile_text(statistics), *other = isr_profile_text(school);

    (void)state;
    assert_int_equal(statistics->min_cell, 5);
    assert_int_equal(audit->min_cell, 5);
    assert_int_equal(school->min_cell, 0);
    assert_non_null(strstr(page, "1 to 4 go"));
    assert_null(strstr(other, "1 to 4 go"));
}

static void every_profile_forbids_itself_something_and_protects_referrers(void **state)
{
    g_autofree char *from = folder();
    g_auto(GStrv) ids = isr_profile_ids(from, NULL);

    (void)state;
    for (guint i = 0; ids[i]; i++) {
        g_autoptr(IsrProfile) profile = load(ids[i]);
        gboolean forbids = FALSE;

        for (guint c = 0; c < ISR_N_CATEGORIES; c++) {
            for (guint role = 0; role < ISR_N_ROLES; role++)
                forbids = forbids || profile->never[c][role];
            assert_true(isr_action_hides(action(profile, (IsrCategory)c, ISR_ROLE_REFERRER)));
        }
        assert_true(forbids);
    }
}

static void a_school_gets_the_child_and_not_the_parents_troubles(void **state)
{
    g_autoptr(IsrProfile) school = load("education");

    (void)state;
    assert_int_equal(action(school, ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT), ISR_ACTION_KEEP);
    assert_int_equal(action(school, ISR_CATEGORY_UPN, ISR_ROLE_SUBJECT), ISR_ACTION_KEEP);
    assert_int_equal(action(school, ISR_CATEGORY_HEALTH, ISR_ROLE_SUBJECT), ISR_ACTION_KEEP);
    assert_int_equal(action(school, ISR_CATEGORY_PHONE, ISR_ROLE_FAMILY), ISR_ACTION_KEEP);
    assert_int_equal(action(school, ISR_CATEGORY_CRIMINAL, ISR_ROLE_FAMILY), ISR_ACTION_REMOVE);
    assert_int_equal(action(school, ISR_CATEGORY_FINANCE, ISR_ROLE_FAMILY), ISR_ACTION_REMOVE);
    assert_int_equal(action(school, ISR_CATEGORY_HEALTH, ISR_ROLE_FAMILY), ISR_ACTION_REMOVE);
    assert_int_equal(action(school, ISR_CATEGORY_NAME, ISR_ROLE_THIRD_PARTY), ISR_ACTION_NUMBER);
    assert_int_equal(action(school, ISR_CATEGORY_NAME, ISR_ROLE_REFERRER), ISR_ACTION_REMOVE);
    assert_false(school->silent);
}

static void anonymous_profiles_keep_nothing_that_identifies(void **state)
{
    static const char *const ids[] = {"anonymise", "statistics"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
        g_autoptr(IsrProfile) profile = load(ids[i]);

        assert_false(profile->keep.keep_pictures);
        for (guint c = 0; c < ISR_N_CATEGORIES; c++)
            for (guint role = 0; role < ISR_N_ROLES; role++)
                assert_true(isr_category_is_topic((IsrCategory)c) || /* says it of nobody then */
                            action(profile, (IsrCategory)c, (IsrRole)role) != ISR_ACTION_KEEP);
        assert_int_not_equal(action(profile, ISR_CATEGORY_HEALTH, ISR_ROLE_REFERRER),
                             ISR_ACTION_KEEP);
    }
}

static void audits_need_a_key_and_advice_keeps_no_name(void **state)
{
    g_autoptr(IsrProfile) audit = load("audit"), advice = load("advice");

    (void)state;
    assert_true(isr_profile_demands(audit, "key"));
    assert_false(isr_profile_demands(advice, "key"));
    assert_int_equal(action(audit, ISR_CATEGORY_DATE, ISR_ROLE_UNSURE), ISR_ACTION_SHIFT);
    for (guint role = 0; role < ISR_N_ROLES; role++)
        assert_true(isr_action_hides(action(advice, ISR_CATEGORY_NAME, (IsrRole)role)));
}

static void what_is_not_mentioned_goes(void **state)
{
    g_autoptr(IsrProfile) profile = loaded(ABOUT "[stays]\nname=subject:keep\n");

    (void)state;
    assert_int_equal(action(profile, ISR_CATEGORY_NAME, ISR_ROLE_FAMILY), ISR_ACTION_REMOVE);
    assert_int_equal(action(profile, ISR_CATEGORY_PHONE, ISR_ROLE_SUBJECT), ISR_ACTION_REMOVE);
    assert_false(profile->keep.keep_pictures);
    assert_false(profile->keep.keep_comments);
    assert_false(profile->keep.keep_hidden);
    assert_null(profile->keep.link_hosts);
}

static void an_unsure_role_gets_the_strictest_of_the_row(void **state)
{
    g_autoptr(IsrProfile) profile =
        loaded(ABOUT "[stays]\nname=subject:keep family:keep professional:keep third-party:keep\n"
                     "dob=all:keep third-party:generalise\ndate=all:keep\n"
                     "initials=all:keep third-party:number unsure:remove\n");

    (void)state;
    assert_int_equal(action(profile, ISR_CATEGORY_NAME, ISR_ROLE_UNSURE), ISR_ACTION_REMOVE);
    assert_int_equal(action(profile, ISR_CATEGORY_DOB, ISR_ROLE_UNSURE), ISR_ACTION_GENERALISE);
    assert_int_equal(action(profile, ISR_CATEGORY_DATE, ISR_ROLE_UNSURE), ISR_ACTION_KEEP);
    assert_int_equal(action(profile, ISR_CATEGORY_INITIALS, ISR_ROLE_UNSURE), ISR_ACTION_REMOVE);
}

static void all_means_no_referrer(void **state)
{
    g_autoptr(IsrProfile) profile = loaded(ABOUT "[stays]\nall=all:keep\n");
    g_autoptr(IsrProfile) named = loaded(ABOUT "[stays]\nname=all:keep referrer:keep\n");

    (void)state;
    assert_int_equal(action(profile, ISR_CATEGORY_NAME, ISR_ROLE_REFERRER), ISR_ACTION_REMOVE);
    assert_int_equal(action(named, ISR_CATEGORY_NAME, ISR_ROLE_REFERRER), ISR_ACTION_KEEP);
}

static void a_special_line_replaces_the_general_one(void **state)
{
    g_autoptr(IsrProfile) profile =
        loaded(ABOUT "[stays]\nname=subject:initials\nall-identifiers=all:keep\n"
                     "all-topics=subject:keep\n");

    (void)state;
    assert_int_equal(action(profile, ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT), ISR_ACTION_INITIALS);
    assert_int_equal(action(profile, ISR_CATEGORY_NAME, ISR_ROLE_FAMILY), ISR_ACTION_REMOVE);
    assert_int_equal(action(profile, ISR_CATEGORY_PHONE, ISR_ROLE_FAMILY), ISR_ACTION_KEEP);
    assert_int_equal(action(profile, ISR_CATEGORY_HEALTH, ISR_ROLE_FAMILY), ISR_ACTION_REMOVE);
    assert_int_equal(action(profile, ISR_CATEGORY_HEALTH, ISR_ROLE_SUBJECT), ISR_ACTION_KEEP);
}

static void unknown_words_are_errors(void **state)
{
    (void)state;
    is_refused(ABOUT "[stays]\nnames=subject:keep\n", "[stays] names", "no category");
    is_refused(ABOUT "min-cell=few\n[stays]\n", "[profile] min-cell", "not understood");
    is_refused(ABOUT "min-cell=1\n[stays]\n", "[profile] min-cell", "not understood");
    is_refused(ABOUT "[stays]\nname=child:keep\n", "[stays] name", "no role");
    is_refused(ABOUT "[stays]\nname=subject:kep\n", "[stays] name", "no action");
    is_refused(ABOUT "[stays]\nname=subject\n", "[stays] name", "ROLE:ACTION");
    is_refused(ABOUT "[keeps]\nname=subject:keep\n", "[keeps]", "no group");
    is_refused(ABOUT "picture=keep\n[stays]\n", "[profile] picture", "not known");
    is_refused(ABOUT "pictures=yes\n[stays]\n", "[profile] pictures", "write keep or remove");
    is_refused(ABOUT "demand=recipent\n[stays]\n", "[profile] demand", "recipient");
    is_refused(ABOUT "never=criminal\n[stays]\n", "[profile] never", "CATEGORY:ROLE");
}

static void missing_and_double_lines_are_errors(void **state)
{
    (void)state;
    is_refused(ABOUT, "[stays]", "is missing");
    is_refused("[profile]\nid=try\ntitle=A trial\n[stays]\n", "[profile] purpose", "is missing");
    is_refused(ABOUT "[stays]\nname=subject:keep\nname=all:keep\n", "[stays] name", "twice");
    is_refused(ABOUT "basis=Another.\n[stays]\n", "[profile] basis", "twice");
    is_refused(ABOUT "[stays]\nname subject:keep\n", "line 8, [stays]", "key=value");
    is_refused("\xFF\xFE[", "", "UTF-8");
    is_refused(ABOUT "links=https://www.gov.uk/x\n[stays]\n", "[profile] links", "www.gov.uk");
    is_refused(ABOUT "links=www.gov.uk www.nhs.uk\n[stays]\n", "[profile] links", "semicolon");
    is_refused(ABOUT "[stays]\nname=subject:keep subject:remove\n", "[stays] name", "twice");
    is_refused(ABOUT "[stays]\nname=all:keep all:remove\n", "[stays] name", "twice");
}

static void an_action_that_cannot_be_done_is_an_error(void **state)
{
    (void)state;
    is_refused(ABOUT "[stays]\nphone=subject:initials\n", "[stays] phone", "cannot be done");
    is_refused(ABOUT "[stays]\nhealth=subject:pseudonym\n", "[stays] health", "cannot be done");
    is_refused(ABOUT "[stays]\nname=subject:shift\n", "[stays] name", "cannot be done");
}

static void unsure_is_never_less_than_its_row(void **state)
{
    (void)state;
    is_refused(ABOUT "[stays]\nname=subject:keep third-party:number unsure:keep\n", "[stays] name",
               "unsure:remove or stricter");
}

static void a_profile_that_keeps_what_it_forbids_is_refused(void **state)
{
    (void)state;
    is_refused(ABOUT "never=criminal:family\n[stays]\ncriminal=family:keep\n", "[profile] never",
               "criminal:family");
    is_refused(ABOUT "never=dob:subject\n[stays]\ndob=subject:generalise\n", "[profile] never",
               "dob:subject");
    is_refused(ABOUT "never=phone:family\n[stays]\nall=all:keep\n", "[profile] never",
               "phone:family");
}

static void a_profile_is_called_after_its_file(void **state)
{
    (void)state;
    is_refused("[profile]\nid=other\ntitle=t\npurpose=p\nbasis=b\nsource=s\n[stays]\n",
               "[profile] id", "other.profile");
}

static void an_unknown_profile_names_those_there_are(void **state)
{
    g_autofree char *from = folder();
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(isr_profile_load(from, "../education", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_USAGE));
    assert_non_null(strstr(error->message, "education"));
}

/* The guide for people who write profiles must not fall behind the program. */
static void the_guide_names_every_category_role_action_and_profile(void **state)
{
    g_autofree char *from = folder();
    g_autofree char *path = g_build_filename(from, "README.md", NULL);
    g_autofree char *guide = NULL;
    g_auto(GStrv) ids = isr_profile_ids(from, NULL);
    g_autoptr(GPtrArray) words = g_ptr_array_new();

    (void)state;
    assert_true(g_file_get_contents(path, &guide, NULL, NULL));
    for (guint i = 0; i < ISR_N_CATEGORIES; i++)
        g_ptr_array_add(words, (gpointer)isr_category_id((IsrCategory)i));
    for (guint i = 0; i < ISR_N_ROLES; i++)
        g_ptr_array_add(words, (gpointer)isr_role_id((IsrRole)i));
    for (guint i = 0; i < ISR_N_ACTIONS; i++)
        g_ptr_array_add(words, (gpointer)isr_action_id((IsrAction)i));
    for (guint i = 0; ids[i]; i++)
        g_ptr_array_add(words, ids[i]);
    for (guint i = 0; i < words->len; i++) {
        g_autofree char *quoted = g_strdup_printf("`%s`", (char *)words->pdata[i]);

        if (!strstr(guide, quoted))
            fail_msg("the guide does not say %s", quoted);
    }
}

static void a_page_says_what_stays_in_plain_words(void **state)
{
    g_autoptr(IsrProfile) school = load("education");
    g_autofree char *page = isr_profile_text(school);
    g_auto(GStrv) lines = g_strsplit(page, "\n", -1);

    (void)state;
    assert_true(g_str_has_prefix(page, "education: A school or college supporting a child\n"));
    assert_non_null(strstr(page, "  Names                 stays     stays     number    stays    "
                                 "      goes       number\n"));
    assert_non_null(strstr(page, "Crime and police (family)"));
    for (guint i = 0; lines[i]; i++)
        if (g_utf8_strlen(lines[i], -1) > 100)
            fail_msg("too wide: %s", lines[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_fourteen_profiles_load),
        cmocka_unit_test(small_numbers_go_where_copies_are_counted),
        cmocka_unit_test(every_profile_forbids_itself_something_and_protects_referrers),
        cmocka_unit_test(a_school_gets_the_child_and_not_the_parents_troubles),
        cmocka_unit_test(anonymous_profiles_keep_nothing_that_identifies),
        cmocka_unit_test(audits_need_a_key_and_advice_keeps_no_name),
        cmocka_unit_test(what_is_not_mentioned_goes),
        cmocka_unit_test(an_unsure_role_gets_the_strictest_of_the_row),
        cmocka_unit_test(all_means_no_referrer),
        cmocka_unit_test(a_special_line_replaces_the_general_one),
        cmocka_unit_test(unknown_words_are_errors),
        cmocka_unit_test(missing_and_double_lines_are_errors),
        cmocka_unit_test(an_action_that_cannot_be_done_is_an_error),
        cmocka_unit_test(unsure_is_never_less_than_its_row),
        cmocka_unit_test(a_profile_that_keeps_what_it_forbids_is_refused),
        cmocka_unit_test(a_profile_is_called_after_its_file),
        cmocka_unit_test(an_unknown_profile_names_those_there_are),
        cmocka_unit_test(the_guide_names_every_category_role_action_and_profile),
        cmocka_unit_test(a_page_says_what_stays_in_plain_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
