/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document on its whole way: what is known goes wherever it stands, and too much is refused. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/pipeline.h>

#include <glib/gstdio.h>
#include <string.h>

static IsrPatterns *patterns;
static IsrProfile *profile;

static int load(void **state)
{
    g_autofree char *folder = isr_patterns_folder();
    g_autofree char *profiles = g_build_filename(folder, "profiles", NULL);

    (void)state;
    patterns = isr_patterns_load(folder, NULL);
    profile = isr_profile_load(profiles, "anonymise", NULL);
    return patterns && profile ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    isr_profile_free(profile);
    isr_patterns_free(patterns);
    return 0;
}

/* The copy of @text, of which at most @most findings are allowed (0: as many as ever); NULL with
 * @error. Free with g_free(). */
static char *copy_of(const char *text, guint most, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-pipeline-XXXXXX", NULL);
    g_autofree char *from = g_build_filename(folder, "record.txt", NULL);
    g_autofree char *to = g_build_filename(folder, "copy.txt", NULL);
    const IsrJob job = {.patterns = patterns, .profile = profile, .most = most};
    char *copy = NULL;

    assert_true(g_file_set_contents(from, text, -1, NULL));
    g_autoptr(IsrInput) input = isr_input_open(from, NULL);
    IsrOutput *output = isr_output_new(to, FALSE, NULL);
    IsrRecord *record = isr_pipeline_redact(&job, input, output, error);

    if (record) {
        assert_true(isr_output_commit(output, NULL));
        assert_true(g_file_get_contents(to, &copy, NULL, NULL));
    }
    isr_record_free(record);
    isr_output_free(output);
    g_unlink(to);
    g_unlink(from);
    g_rmdir(folder);
    return copy;
}

#define RECORD                                                                                     \
    "Child's name: Zebedee Quillfeather\nNHS number: 999 000 0018\nVehicle: AB12 CDE\n"            \
    "E-mail: zebedee.q@post.example\nAddress: 12 Tanner Row, Birkenhead, CH42 7QX\n\n"

static void what_is_glued_to_a_known_value_does_not_keep_it(void **state)
{
    static const char *const values[] = {"CH42 7QX", "CH427QX", "9990000018", "AB12CDE",
                                         "zebedee.q"};
    g_autoptr(GError) error = NULL;
    g_autofree char *copy = copy_of(RECORD "At CH42 7QXs, xCH42 7QX and XCH427QXY, with "
                                           "ref9990000018x, 19990000018 and 99900000181.\n"
                                           "The XAB12CDEF stood there in 2012. Mail to "
                                           "tozebedee.q@post.examples again.\n",
                                    0, &error);

    (void)state;
    assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(values); i++)
        if (strstr(copy, values[i]))
            fail_msg("%s stays", values[i]);
    assert_non_null(strstr(copy, "stood there in 2012"));
}

static void a_document_of_too_many_findings_is_refused(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *few = copy_of(RECORD, 50, &error);

    (void)state;
    assert_no_error(error);
    assert_non_null(few);
    g_autofree char *many = copy_of(RECORD, 3, &error);

    assert_null(many);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
    assert_non_null(strstr(error->message, "split it into parts"));
    assert_null(strstr(error->message, "Quillfeather"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_glued_to_a_known_value_does_not_keep_it),
        cmocka_unit_test(a_document_of_too_many_findings_is_refused),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
