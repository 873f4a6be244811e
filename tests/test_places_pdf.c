/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hidden places of PDFs, through the whole pipeline. $ISREDACT_PLACE names one place for a
 * closer look, $ISREDACT_PLACES_OUT a folder for sources and copies. */
#include "isr_test.h"

#include "pdf/leaks.h"
#include "pdf/maker.h"
#include "places/redact.h"

#include <string.h>

/* Of all words that stay, in percent. */
#define LEAST_KEPT 97

static guint words_kept, words_due;

static void write_out(const char *id, const char *suffix, GBytes *bytes)
{
    const char *folder = g_getenv("ISREDACT_PLACES_OUT");

    if (folder == NULL || bytes == NULL)
        return;
    g_autofree char *path = g_strdup_printf("%s/%s%s", folder, id, suffix);
    g_file_set_contents(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes), NULL);
}

static void complain(GString *complaints, const char *what, const char *more)
{
    g_string_append_printf(complaints, "%s%s %s", complaints->len > 0 ? "; " : "", what, more);
}

/* What can be seen must be looked at; a page that shows nothing else than the minimal document
 * need not. */
static guint looks_for(const PdfPlace *const *table)
{
    const gboolean seen = *table != pdf_document && *table != pdf_marked && *table != pdf_storage;

    return PDF_LOOK_READ | (seen ? PDF_LOOK_SEE : 0);
}

static void judge_leaks(GBytes *copy, const IsrRecord *record, guint looks, GString *complaints)
{
    g_autoptr(GPtrArray) leaks = pdf_leaks_find(copy, CANARY_ALL, looks);
    g_autofree char *manifest = isr_manifest_text(record);

    for (guint i = 0; i < leaks->len; i++)
        complain(complaints, "LEAK", leaks->pdata[i]);
    if (leaks_in_text(manifest, CANARY_ALL))
        complain(complaints, "LEAK", "in the manifest");
}

static gboolean has_words(const char *text, const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);

    for (char **part = parts; *part; part++) {
        words_due++;
        words_kept += strstr(text, *part) != NULL;
        if (!strstr(text, *part))
            return FALSE;
    }
    return TRUE;
}

static void judge_kept(const PdfPlace *place, GBytes *copy, GString *complaints)
{
    g_autofree char *text = pdf_leaks_text(copy);
    g_autofree char *keep = maker_keep(place), *after = maker_after(place);

    if (!has_words(text, "End of the plan.") && place->keep != KEEP_NONE)
        complain(complaints, "KEEP", "the last line is gone");
    if (place->keep == KEEP_HARD && (!has_words(text, keep) || !has_words(text, after)))
        complain(complaints, "KEEP", "kept words are gone");
}

static void judge_refusal(const PdfPlace *place, const GError *error, GString *complaints)
{
    if (leaks_in_text(error->message, CANARY_ALL))
        complain(complaints, "LEAK", "in the refusal");
    else if ((place->flags & PLACE_MAY_REFUSE) == 0)
        complain(complaints, "REFUSED", error->message);
}

static guint run_place(const PdfPlace *place, guint looks)
{
    g_autoptr(GString) complaints = g_string_new(NULL);
    g_autoptr(GBytes) source = maker_document(place, TRUE), copy = NULL;
    g_autoptr(GError) error = NULL;
    IsrRecord *record = NULL;

    write_out(place->id, ".pdf", source);
    copy = redact_bytes(source, "anonymise", &record, &error);
    write_out(place->id, ".redacted.pdf", copy);
    if (copy == NULL) {
        judge_refusal(place, error, complaints);
    } else {
        judge_leaks(copy, record, looks, complaints);
        judge_kept(place, copy, complaints);
    }
    isr_record_free(record);
    if (complaints->len > 0)
        g_printerr("%s %s: %s\n", place->id, place->name, complaints->str);
    return complaints->len > 0;
}

static void every_place_is_clean(void **state)
{
    const char *only = g_getenv("ISREDACT_PLACE");
    guint unclean = 0;

    (void)state;
    for (const PdfPlace *const *table = pdf_places; *table != NULL; table++) {
        for (const PdfPlace *place = *table; place->id != NULL; place++) {
            if (only == NULL || strcmp(only, place->id) == 0)
                unclean += run_place(place, looks_for(table));
        }
    }
    assert_int_equal(unclean, 0);
}

static void most_words_are_kept(void **state)
{
    (void)state;
    assert_true(words_kept * 100 >= words_due * LEAST_KEPT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_clean),
        cmocka_unit_test(most_words_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
