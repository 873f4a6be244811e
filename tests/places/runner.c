/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Judges what became of a place: no canary, no new fault, kept words in place, the same bytes
 * twice. */
#include "runner.h"

#include "faults.h"
#include "keep.h"
#include "leaks.h"
#include "redact.h"

#include <string.h>

/* One run over one document. */
typedef struct {
    CanarySet set;
    GBytes *source, *copy; /* copy: NULL when refused */
    IsrRecord *record;
    GError *error;
} Run;

static void run_clear(Run *run)
{
    g_clear_pointer(&run->source, g_bytes_unref);
    g_clear_pointer(&run->copy, g_bytes_unref);
    g_clear_pointer(&run->record, isr_record_free);
    g_clear_error(&run->error);
}

static void complain(GString *complaints, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void complain(GString *complaints, const char *format, ...)
{
    va_list arguments;

    g_string_append(complaints, complaints->len > 0 ? "; " : "");
    va_start(arguments, format);
    g_string_append_vprintf(complaints, format, arguments);
    va_end(arguments);
}

static void write_out(const char *id, const char *suffix, GBytes *bytes)
{
    const char *folder = g_getenv("ISREDACT_PLACES_OUT");

    if (folder == NULL || bytes == NULL)
        return;
    g_autofree char *path = g_strdup_printf("%s/%s%s", folder, id, suffix);
    g_file_set_contents(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes), NULL);
}

static void judge_leaks(const Run *run, GString *complaints)
{
    g_autoptr(GPtrArray) leaks = leaks_find(run->copy, run->set);
    g_autofree char *manifest = isr_manifest_text(run->record);

    for (guint i = 0; i < leaks->len; i++)
        complain(complaints, "LEAK %s", (const char *)leaks->pdata[i]);
    if (leaks_in_text(manifest, run->set))
        complain(complaints, "LEAK in the manifest");
}

static void judge_structure(const KitForm *form, const Run *run, GString *complaints)
{
    g_autoptr(GPtrArray) before = form->faults(run->source);
    g_autoptr(GPtrArray) after = form->faults(run->copy);
    g_autoptr(GPtrArray) fresh = faults_new(after, before);

    for (guint i = 0; i < fresh->len; i++)
        complain(complaints, "FAULT %s", (const char *)fresh->pdata[i]);
}

static gboolean says_dropped(const IsrRecord *record)
{
    for (guint i = 0; i < record->parts->len; i++) {
        const IsrPartRecord *part = record->parts->pdata[i];
        if (part->fate == ISR_FATE_DROPPED)
            return TRUE;
    }
    return FALSE;
}

static void judge_kept(const Place *place, const Run *run, GString *complaints)
{
    KeptState state = place->keep != KEEP_NONE ? keep_state(place, run->source, run->copy) : KEPT;

    if (state == KEPT)
        return;
    if (place->keep == KEEP_SOFT && state == KEPT_UNKNOWN)
        return;
    if (place->keep == KEEP_SOFT && state == KEPT_NOT && says_dropped(run->record))
        return;
    complain(complaints, "KEEP %s", kept_state_text(state));
}

static void judge_again(const Run *run, const char *profile, GString *complaints)
{
    g_autoptr(GBytes) again = redact_bytes(run->source, profile, NULL, NULL);

    if (again == NULL || !g_bytes_equal(again, run->copy))
        complain(complaints, "UNLIKE a second run gives other bytes");
}

static void judge_refusal(const Place *place, const Run *run, GString *complaints)
{
    if (leaks_in_text(run->error->message, CANARY_ALL))
        complain(complaints, "LEAK in the refusal");
    else if (place == NULL || (place->flags & PLACE_MAY_REFUSE) == 0)
        complain(complaints, "REFUSED %s", run->error->message);
}

static Run redact(GBytes *source, const char *profile, CanarySet set, const char *id,
                  const KitForm *form)
{
    Run run = {.set = set, .source = source};
    g_autofree char *copied = g_strconcat(".redacted", form->suffix, NULL);

    write_out(id, form->suffix, source);
    run.copy = redact_bytes(source, profile, &run.record, &run.error);
    write_out(id, copied, run.copy);
    return run;
}

static guint report(const char *id, const char *name, const GString *complaints)
{
    if (complaints->len == 0)
        return 0;
    g_printerr("%s %s: %s\n", id, name, complaints->str);
    return 1;
}

static guint run_place(const KitForm *form, const Place *place, const char *profile, CanarySet set)
{
    g_autoptr(GString) complaints = g_string_new(NULL);
    Run run = redact(kit_document(form, place, TRUE), profile, set, place->id, form);

    if (run.copy == NULL) {
        judge_refusal(place, &run, complaints);
    } else {
        judge_leaks(&run, complaints);
        judge_structure(form, &run, complaints);
        judge_kept(place, &run, complaints);
        if ((place->flags & PLACE_ALONE) != 0)
            judge_again(&run, profile, complaints); /* the others: all in one document */
    }
    run_clear(&run);
    return report(place->id, place->name, complaints);
}

guint runner_run(const KitForm *form, const Place *const *tables, guint flags, const char *profile,
                 CanarySet set)
{
    const char *only = g_getenv("ISREDACT_PLACE");
    guint unclean = 0;

    for (const Place *const *table = tables; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            if ((place->flags & flags) == flags && (only == NULL || strcmp(only, place->id) == 0))
                unclean += run_place(form, place, profile, set);
        }
    }
    return unclean;
}

static guint judge_all_kept(const Place *const *tables, const Run *run)
{
    guint unclean = 0;

    for (const Place *const *table = tables; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            g_autoptr(GString) complaints = g_string_new(NULL);
            if ((place->flags & PLACE_ALONE) == 0)
                judge_kept(place, run, complaints);
            unclean += report(place->id, "in all-in-one", complaints);
        }
    }
    return unclean;
}

guint runner_run_all_in_one(const KitForm *form, const Place *const *tables, const char *profile,
                            CanarySet set)
{
    g_autoptr(GString) complaints = g_string_new(NULL);
    Run run = redact(kit_all_in_one(form, tables), profile, set, "all-in-one", form);
    guint unclean = 0;

    if (run.copy == NULL) {
        judge_refusal(NULL, &run, complaints);
    } else {
        judge_leaks(&run, complaints);
        judge_structure(form, &run, complaints);
        judge_again(&run, profile, complaints);
        unclean = judge_all_kept(tables, &run);
    }
    run_clear(&run);
    return unclean + report("all-in-one", profile, complaints);
}
