/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact scan: what would be found, and under each profile kept or removed. Writes nothing. */
#include "commands.h"
#include "findings.h"
#include "kit.h"
#include "pages.h"
#include "terminal.h"
#include "whoiswho.h"

#include "../worker.h"

#include <isredact/limits.h>
#include <isredact/pipeline.h>

#include <stdio.h>
#include <unistd.h>

typedef struct {
    char *profile, *key, *audit, *reader;
    char **subjects, **files;
    gboolean hide, show, explain, helped;
    IsrPagesAsked pages;
} Asked;

static void asked_clear(Asked *asked)
{
    g_free(asked->profile);
    g_free(asked->key);
    g_free(asked->audit);
    g_free(asked->reader);
    isr_pages_clear(&asked->pages);
    g_strfreev(asked->subjects);
    g_strfreev(asked->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

static gboolean read_asked(Asked *asked, int argc, char **argv, GError **error)
{
    const GOptionEntry entries[] = {
        {"profile", 'p', 0, G_OPTION_ARG_FILENAME, &asked->profile,
         "Show what this profile keeps and removes", "NAME"},
        {"subject", 's', 0, G_OPTION_ARG_FILENAME_ARRAY, &asked->subjects,
         "Whom the record is about; may be repeated", "NAME[=ALIAS...]"},
        {"for", 0, 0, G_OPTION_ARG_FILENAME, &asked->reader,
         "Who in the record will receive the copy", "NAME"},
        {"hide-whereabouts", 0, 0, G_OPTION_ARG_NONE, &asked->hide,
         "Look for every way to a location", NULL},
        {"key", 'k', 0, G_OPTION_ARG_FILENAME, &asked->key, "Key for pseudonyms", "FILE"},
        ISR_AUDIT_ENTRY(&asked->audit),
        ISR_PAGES_ENTRIES(&asked->pages),
        {"explain", 0, 0, G_OPTION_ARG_NONE, &asked->explain,
         "Say for each finding what found it, how sure it is, whose it is and why", NULL},
        {"show", 0, 0, G_OPTION_ARG_NONE, &asked->show,
         "Show text of the document on the terminal: the values that were found", NULL},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };

    if (!isr_options_read(&isr_command_scan, entries, argc, argv, &asked->files, &asked->helped,
                          error))
        return FALSE;
    if (!isr_options_check_subjects(asked->subjects, error) ||
        !isr_options_check_reader(asked->reader, error) ||
        !isr_options_check_audit(asked->audit, error))
        return FALSE;
    if (asked->helped)
        return TRUE;
    if (asked->files[0])
        return isr_pages_load(&asked->pages, error);
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "name the document to scan; \"isredact scan --help\" shows how");
    return FALSE;
}

/* All profiles, so that what was found once can be held against each. */
static GPtrArray *load_profiles(const IsrKit *kit, GError **error)
{
    g_autoptr(GPtrArray) profiles =
        g_ptr_array_new_with_free_func((GDestroyNotify)isr_profile_free);
    g_auto(GStrv) ids = isr_profile_ids(kit->profiles, error);

    if (!ids)
        return NULL;
    for (guint i = 0; ids[i]; i++) {
        IsrProfile *profile = isr_profile_load(kit->profiles, ids[i], error);

        if (!profile)
            return NULL;
        g_ptr_array_add(profiles, profile);
    }
    if (profiles->len > 0)
        return g_steal_pointer(&profiles);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "%s: holds no profile; put those of your installation back", kit->profiles);
    return NULL;
}

/* One document, and what it is held against. */
typedef struct {
    const Asked *asked;
    const IsrKit *kit;
    const GPtrArray *profiles;
    IsrInput *input;
    gboolean colour;
} Scan;

/* In a process of its own: says in @answer what was found. */
static gboolean scan_document(gpointer self, gpointer unused, GString *answer, GError **error)
{
    const Scan *scan = self;
    const Asked *asked = scan->asked;
    const IsrKit *kit = scan->kit;
    const IsrJob job = {
        .patterns = kit->patterns,
        .profile = kit->profile ? kit->profile : scan->profiles->pdata[0],
        .key = kit->key,
        .audit = asked->audit,
        .subjects = asked->subjects,
        .hide = asked->hide,
        .reader = asked->reader,
        .pages = asked->pages.pages,
    };
    g_autoptr(IsrRecord) record = isr_pipeline_scan(&job, scan->input, error);
    g_autofree char *table = NULL, *people = NULL;

    (void)unused;
    if (!record)
        return FALSE;
    people = isr_whoiswho_text(record, asked->show);
    if (kit->profile)
        table = isr_summary_text(record, NULL, NULL, scan->colour);
    else
        table = isr_findings_table(record, scan->profiles);
    g_string_append_printf(answer, "%s%s", people, table);
    if (!asked->show && !asked->explain)
        return TRUE;
    const IsrExplanation explanation = {kit->patterns, record, asked->show, kit->profile != NULL};

    return isr_findings_show(&job, record, scan->input, asked->explain ? &explanation : NULL,
                             answer, error);
}

static gboolean scan(const Asked *asked, const IsrKit *kit, const GPtrArray *profiles,
                     const char *file, GError **error)
{
    g_autoptr(IsrInput) input = isr_input_open(file, error);
    Scan scan = {asked, kit, profiles, input, isr_command_colour(STDOUT_FILENO)};
    const int keep[] = {input ? isr_input_fd(input) : -1, -1};
    const IsrWorkerOrder order = {
        .task = scan_document, .self = &scan, .seconds = ISR_LIMIT_DOCUMENT_SECONDS, .keep = keep};
    g_autofree char *text = NULL, *lines = NULL;

    if (!input)
        return FALSE;
    isr_format_prepare(input);
    text = isr_worker_do(&order, error);
    if (!text)
        return FALSE;
    lines = isr_terminal_lines(text, scan.colour);
    printf("%s\n\n%s", isr_input_name(input), lines);
    return TRUE;
}

static int run(int argc, char **argv)
{
    g_auto(Asked) asked = {0};
    g_auto(IsrKit) kit = {0};
    g_autoptr(GPtrArray) profiles = NULL;
    g_autoptr(GError) error = NULL;
    int status = ISR_EXIT_CLEAN;

    if (!read_asked(&asked, argc, argv, &error))
        return isr_command_fail(NULL, error);
    if (asked.helped)
        return isr_command_end(ISR_EXIT_CLEAN);
    if (!isr_kit_load(&kit, asked.profile, asked.key, &error) ||
        !(profiles = load_profiles(&kit, &error)))
        return isr_command_fail(NULL, error);
    isr_kit_hide(&kit, asked.hide);
    isr_command_note_containment();
    for (guint i = 0; asked.files[i]; i++) {
        g_autoptr(GError) wrong = NULL;

        if (!scan(&asked, &kit, profiles, asked.files[i], &wrong)) {
            int one = isr_command_fail_file(asked.files[i], wrong);

            status = MAX(status, one);
        }
    }
    return isr_command_end(status);
}

const IsrCommand isr_command_scan = {
    .name = "scan",
    .usage = "isredact scan [--profile NAME] [--show] [--explain] FILE...",
    .summary = "Show what would be found, and what each profile keeps or removes; writes nothing.",
    .run = run,
};
