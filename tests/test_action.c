/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the copy: marks that tell nothing, codes that are the same everywhere, and a
 * removal wherever an action cannot be done. */
#include "isr_key_test.h"

#include <isredact/action.h>

#include <string.h>

static void gives(IsrAction asked, IsrActionContext context, const char *wanted)
{
    IsrAction done;
    g_autofree char *text = isr_action_text(asked, &context, &done);

    if (g_strcmp0(text, wanted) != 0)
        fail_msg("%s gave \"%s\", not \"%s\"", isr_action_id(asked), text, wanted);
    assert_int_equal(done, asked);
}

static void falls_back(IsrAction asked, IsrActionContext context, const char *wanted)
{
    IsrAction done;
    g_autofree char *text = isr_action_text(asked, &context, &done);

    if (g_strcmp0(text, wanted) != 0)
        fail_msg("%s gave \"%s\", not \"%s\"", isr_action_id(asked), text, wanted);
    assert_int_equal(done, ISR_ACTION_REMOVE);
}

static IsrActionContext of(IsrCategory category, IsrRole role, const char *value)
{
    return (IsrActionContext){.category = category, .role = role, .value = value};
}

static IsrActionContext named(IsrRole role, const char *value, guint person)
{
    return (IsrActionContext){
        .category = ISR_CATEGORY_NAME, .role = role, .value = value, .person = person};
}

static void every_action_is_found_by_its_id(void **state)
{
    (void)state;
    for (guint i = 0; i < ISR_N_ACTIONS; i++) {
        IsrAction found;

        assert_true(isr_action_for_id(isr_action_id((IsrAction)i), &found));
        assert_int_equal(found, i);
    }
}

static void marks_do_not_depend_on_the_value(void **state)
{
    (void)state;
    gives(ISR_ACTION_REMOVE, named(ISR_ROLE_FAMILY, "Al", 2), "[NAME]");
    gives(ISR_ACTION_REMOVE, named(ISR_ROLE_FAMILY, "Bartholomew Featherstonehaugh", 2), "[NAME]");
    gives(ISR_ACTION_REMOVE, of(ISR_CATEGORY_NHS_NUMBER, ISR_ROLE_SUBJECT, "9990001235"),
          "[NHS NUMBER]");
}

static void people_are_numbered(void **state)
{
    (void)state;
    gives(ISR_ACTION_NUMBER, named(ISR_ROLE_THIRD_PARTY, "Trevor Pugsley", 3), "[PERSON 3]");
    falls_back(ISR_ACTION_NUMBER, named(ISR_ROLE_UNSURE, "Trevor", 0), "[NAME]");
}

static void people_are_called_what_they_are_to_the_child(void **state)
{
    IsrActionContext mother = named(ISR_ROLE_FAMILY, "Chioma", 2);
    IsrActionContext worker = named(ISR_ROLE_PROFESSIONAL, "Anna", 4);

    (void)state;
    mother.kin = "mother";
    worker.kin = "social worker";
    worker.kin_number = 2;
    gives(ISR_ACTION_ROLE, mother, "[MOTHER]");
    gives(ISR_ACTION_ROLE, worker, "[SOCIAL WORKER 2]");
    gives(ISR_ACTION_ROLE, named(ISR_ROLE_SUBJECT, "Jay", 1), "[CHILD]");
    gives(ISR_ACTION_ROLE, named(ISR_ROLE_FAMILY, "Jay", 0), "[FAMILY MEMBER]");
}

static void nobody_is_called_the_referrer(void **state)
{
    IsrActionContext neighbour = named(ISR_ROLE_REFERRER, "Pat", 5);

    (void)state;
    neighbour.kin = "neighbour";
    gives(ISR_ACTION_ROLE, neighbour, "[PERSON 5]");
    gives(ISR_ACTION_DROP, of(ISR_CATEGORY_CRIMINAL, ISR_ROLE_REFERRER, "x"),
          "[Removed: criminal]");
}

static void initials_are_those_of_the_whole_name(void **state)
{
    IsrActionContext context = named(ISR_ROLE_SUBJECT, "Jay", 1);

    (void)state;
    gives(ISR_ACTION_INITIALS, named(ISR_ROLE_SUBJECT, "Jayden Okafor", 1), "J.O.");
    gives(ISR_ACTION_INITIALS, named(ISR_ROLE_SUBJECT, "OKAFOR, Jayden", 1), "J.O.");
    gives(ISR_ACTION_INITIALS, named(ISR_ROLE_SUBJECT, "mary-jane ó briain", 1), "M.J.Ó.B.");
    context.whole = "Jayden Okafor";
    gives(ISR_ACTION_INITIALS, context, "J.O.");
    falls_back(ISR_ACTION_INITIALS, named(ISR_ROLE_SUBJECT, "???", 1), "[NAME]");
}

static char *code(const IsrKey *key, const char *audit, const char *identity, IsrRole role)
{
    IsrActionContext context = named(role, "Jay", 1);
    IsrAction done;

    context.key = key;
    context.audit = audit;
    context.identity = identity;
    return isr_action_text(ISR_ACTION_PSEUDONYM, &context, &done);
}

static void a_pseudonym_is_that_of_the_identity(void **state)
{
    g_autoptr(IsrKey) key = key_of('a'), other = key_of('b');
    g_autofree char *plain = code(key, NULL, "1234", ISR_ROLE_SUBJECT);
    g_autofree char *unnamed = code(key, "", "1234", ISR_ROLE_SUBJECT);
    g_autofree char *brother = code(key, NULL, "1235", ISR_ROLE_SUBJECT);
    g_autofree char *elsewhere = code(other, NULL, "1234", ISR_ROLE_SUBJECT);
    g_autofree char *later = code(key, "2027", "1234", ISR_ROLE_SUBJECT);
    g_autofree char *as_family = code(key, NULL, "1234", ISR_ROLE_FAMILY);

    (void)state;
    assert_true(g_regex_match_simple("^CHILD-[B-Z]{4}-[B-Z]{4}$", plain, 0, 0));
    assert_string_equal(plain, unnamed);
    assert_string_not_equal(plain, brother);
    assert_string_not_equal(plain, elsewhere);
    assert_string_not_equal(plain, later);
    assert_string_equal(strchr(plain, '-'), strchr(as_family, '-'));
}

static void nobody_in_particular_has_no_pseudonym(void **state)
{
    g_autoptr(IsrKey) key = key_of('a');
    IsrActionContext context = named(ISR_ROLE_SUBJECT, "Jay", 0);

    (void)state;
    context.key = key;
    falls_back(ISR_ACTION_PSEUDONYM, context, "[NAME]");
}

static void numbers_have_codes_of_their_own(void **state)
{
    g_autoptr(IsrKey) key = key_of('a');
    IsrActionContext context = of(ISR_CATEGORY_NHS_NUMBER, ISR_ROLE_SUBJECT, "999 000 1235");
    IsrAction done;
    g_autofree char *spaced = NULL, *plain = NULL, *later = NULL;

    (void)state;
    context.key = key;
    spaced = isr_action_text(ISR_ACTION_PSEUDONYM, &context, &done);
    context.value = "9990001235";
    plain = isr_action_text(ISR_ACTION_PSEUDONYM, &context, &done);
    assert_true(g_regex_match_simple("^NHS-NUMBER-[B-Z]{4}-[B-Z]{4}$", plain, 0, 0));
    assert_string_equal(spaced, plain);
    context.audit = "2027";
    later = isr_action_text(ISR_ACTION_PSEUDONYM, &context, &done);
    assert_string_not_equal(plain, later);
}

static void without_a_key_there_is_no_pseudonym_and_no_shift(void **state)
{
    (void)state;
    falls_back(ISR_ACTION_PSEUDONYM, named(ISR_ROLE_SUBJECT, "Jay", 1), "[NAME]");
    falls_back(ISR_ACTION_SHIFT, of(ISR_CATEGORY_DATE, ISR_ROLE_SUBJECT, "14/03/2012"), "[DATE]");
}

static void dates_of_one_subject_move_by_one_offset_of_whole_weeks(void **state)
{
    g_autoptr(IsrKey) key = key_of('c');
    guint same = 0;

    (void)state;
    for (guint i = 0; i < 200; i++) {
        g_autofree char *identity = g_strdup_printf("Child %u", i);
        int offset = isr_action_offset(key, NULL, identity);

        assert_int_equal(offset % 7, 0);
        assert_in_range(ABS(offset / 7), 3, 52);
        assert_int_equal(offset, isr_action_offset(key, "", identity));
        same += offset == isr_action_offset(key, "2027", identity) ? 1 : 0;
    }
    assert_in_range(same, 0, 20);
}

static void shifted_dates_keep_their_form(void **state)
{
    g_autoptr(IsrKey) key = key_of('c');
    IsrActionContext context = of(ISR_CATEGORY_DATE, ISR_ROLE_SUBJECT, "14 March 2012");
    IsrAction done;
    g_autofree char *moved = NULL;

    (void)state;
    context.key = key;
    moved = isr_action_text(ISR_ACTION_SHIFT, &context, &done);
    assert_int_equal(done, ISR_ACTION_SHIFT);
    assert_true(g_regex_match_simple("^[0-9]{1,2} [A-Z][a-z]+ 201[123]$", moved, 0, 0));
    assert_string_not_equal(moved, context.value);
    context.value = "7 Jozerdan 2708";
    falls_back(ISR_ACTION_SHIFT, context, "[DATE]");
}

static void removed_sentences_say_what_and_whose_unless_silent(void **state)
{
    IsrActionContext context = of(ISR_CATEGORY_CRIMINAL, ISR_ROLE_FAMILY, "He was fined.");

    (void)state;
    gives(ISR_ACTION_DROP, context, "[Removed: criminal, family]");
    gives(ISR_ACTION_REMOVE, context, "[Removed: criminal, family]");
    context.silent = TRUE;
    gives(ISR_ACTION_REMOVE, context, "[REMOVED]");
}

static void what_does_not_fit_is_removed(void **state)
{
    (void)state;
    falls_back(ISR_ACTION_INITIALS, of(ISR_CATEGORY_PHONE, ISR_ROLE_FAMILY, "07700 900123"),
               "[PHONE]");
    falls_back(ISR_ACTION_GENERALISE, of(ISR_CATEGORY_IP, ISR_ROLE_FAMILY, "192.0.2.7"),
               "[IP ADDRESS]");
    assert_false(isr_action_fits(ISR_ACTION_SHIFT, ISR_CATEGORY_NAME));
    assert_true(isr_action_fits(ISR_ACTION_DROP, ISR_CATEGORY_NAME));
}

static void keeping_gives_the_value(void **state)
{
    (void)state;
    gives(ISR_ACTION_KEEP, named(ISR_ROLE_SUBJECT, "Jay", 1), "Jay");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_is_found_by_its_id),
        cmocka_unit_test(marks_do_not_depend_on_the_value),
        cmocka_unit_test(people_are_numbered),
        cmocka_unit_test(people_are_called_what_they_are_to_the_child),
        cmocka_unit_test(nobody_is_called_the_referrer),
        cmocka_unit_test(initials_are_those_of_the_whole_name),
        cmocka_unit_test(a_pseudonym_is_that_of_the_identity),
        cmocka_unit_test(nobody_in_particular_has_no_pseudonym),
        cmocka_unit_test(numbers_have_codes_of_their_own),
        cmocka_unit_test(without_a_key_there_is_no_pseudonym_and_no_shift),
        cmocka_unit_test(dates_of_one_subject_move_by_one_offset_of_whole_weeks),
        cmocka_unit_test(shifted_dates_keep_their_form),
        cmocka_unit_test(removed_sentences_say_what_and_whose_unless_silent),
        cmocka_unit_test(what_does_not_fit_is_removed),
        cmocka_unit_test(keeping_gives_the_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
