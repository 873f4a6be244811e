/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who asks for nothing to be changed gets nothing changed: a walk with a visitor that makes no
 * edits, and an IsrKeep that keeps what can be kept. */
#include "isr_test.h"

#include "places/docx.h"
#include "places/leaks.h"
#include "places/looks.h"
#include "places/redact.h"

#include <isredact/format.h>
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

static gboolean leave_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    (void)self;
    (void)block;
    (void)edits;
    (void)error;
    return TRUE;
}

/* The copy of @source in which nothing was edited; NULL with @error set. */
static GBytes *unedited(GBytes *source, GError **error)
{
    static const IsrKeep keep = {.keep_pictures = TRUE, .keep_hidden = TRUE};
    g_autofree char *path =
        g_strdup_printf("%s/isredact-identity-%d.copy", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrInput) input = redact_input(source, error);
    g_autoptr(IsrOutput) output = input != NULL ? isr_output_new(path, TRUE, error) : NULL;
    const IsrFormat *format = output != NULL ? isr_format_for(input, error) : NULL;
    IsrWalk walk = {
        .input = input, .output = output, .keep = &keep, .visitor = {.block = leave_block}};

    if (format == NULL || !format->walk(&walk, error))
        return NULL;
    return redact_read_back(isr_output_fd(output));
}

/* Canonical XML of a member; free with g_free(). */
static char *canonical(GBytes *file, const char *name)
{
    g_autoptr(GBytes) bytes = leaks_member(file, name);
    gsize length = 0;
    const char *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
    xmlDoc *doc = data != NULL ? xmlReadMemory(data, (int)length, NULL, NULL,
                                               XML_PARSE_NONET | XML_PARSE_NOERROR)
                               : NULL;
    xmlChar *text = NULL;

    if (doc == NULL)
        return NULL;
    xmlC14NDocDumpMemory(doc, NULL, XML_C14N_EXCLUSIVE_1_0, NULL, 0, &text);
    char *copy = g_strdup((const char *)text);
    xmlFree(text);
    xmlFreeDoc(doc);
    return copy;
}

static const Place *place_for(const char *id)
{
    for (const Place *const *table = docx_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            if (strcmp(place->id, id) == 0)
                return place;
        }
    }
    fail_msg("no place %s", id);
    return NULL;
}

/* Places that hold nothing that any copy drops. */
static const char *const plain_places[] = {"D001", "D002", "D004", "D009", "D010", "D013",
                                           "D014", "D023", "D026", "D027", "D030", "D031",
                                           "D035", "D036", "D037", "D048", "D049"};

static void untouched_docx_text_is_canonically_identical(void **state)
{
    (void)state;
    guint different = 0;

    for (gsize i = 0; i < G_N_ELEMENTS(plain_places); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) source = kit_document(&docx_form, place_for(plain_places[i]), TRUE);
        g_autoptr(GBytes) copy = unedited(source, &error);

        assert_no_error(error);
        g_autofree char *before = canonical(source, "word/document.xml");
        g_autofree char *after = canonical(copy, "word/document.xml");
        if (g_strcmp0(before, after) == 0)
            continue;
        print_error("%s: word/document.xml is not the same\n", plain_places[i]);
        different++;
    }
    assert_int_equal(different, 0);
}

static void formatting_of_every_docx_place_stays(void **state)
{
    (void)state;
    guint different = 0;

    for (const Place *const *table = docx_places; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            g_autoptr(GError) error = NULL;
            g_autoptr(GBytes) source = kit_document(&docx_form, place, TRUE);
            g_autoptr(GBytes) copy = place->keep == KEEP_HARD ? unedited(source, &error) : NULL;

            if (copy == NULL)
                continue;
            g_autoptr(Looks) before = looks_of_docx(source);
            g_autoptr(Looks) after = looks_of_docx(copy);
            gint at = looks_differ(before, after);
            if (at < 0)
                continue;
            print_error("%s %s: piece %d is not the same\n", place->id, place->name, at);
            different++;
        }
    }
    assert_int_equal(different, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(untouched_docx_text_is_canonically_identical),
        cmocka_unit_test(formatting_of_every_docx_place_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
