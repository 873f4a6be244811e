/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact verify: holds a copy against its manifest, and says in plain words what that proves. */
#include "commands.h"
#include "kit.h"
#include "naming.h"
#include "terminal.h"

#include "../formats/ocr.h"
#include "../mark.h"
#include "../worker.h"

#include <isredact/limits.h>
#include <isredact/pipeline.h>
#include <isredact/proof.h>

#include <stdio.h>
#include <string.h>

typedef struct {
    char *manifest, *key;
    char **files;
    gboolean helped;
} Asked;

static void asked_clear(Asked *asked)
{
    g_free(asked->manifest);
    g_free(asked->key);
    g_strfreev(asked->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

static gboolean read_asked(Asked *asked, int argc, char **argv, GError **error)
{
    const GOptionEntry entries[] = {
        {"manifest", 'm', 0, G_OPTION_ARG_FILENAME, &asked->manifest,
         "The copy's manifest, if it is not beside the copy", "FILE"},
        {"key", 'k', 0, G_OPTION_ARG_FILENAME, &asked->key,
         "The key with which the copy was made: every removed value is looked for", "FILE"},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };

    if (!isr_options_read(&isr_command_verify, entries, argc, argv, &asked->files, &asked->helped,
                          error))
        return FALSE;
    if (asked->helped || g_strv_length(asked->files) == 1)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "name one copy to verify; \"isredact verify --help\" shows how");
    return FALSE;
}

/* The copy and what it is held against. */
typedef struct {
    const IsrProof *proof;
    const IsrKit *kit;
    IsrInput *copy;
    IsrPages pages; /* what stands in marked pictures is read too */
    guint blocks;
    GString *said; /* what was proved, in sentences */
} Trial;

static gboolean try_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Trial *trial = self;

    (void)edits;
    trial->blocks++;
    return isr_proof_block(trial->proof, trial->kit->key, block, error);
}

/* With the key: is any value that was removed among the words of the copy? */
static gboolean try_commitments(Trial *trial, GError **error)
{
    const IsrFormat *format = isr_format_for(trial->copy, error);
    g_autofree char *fingerprint = isr_key_fingerprint(trial->kit->key);
    const IsrKeep everything = {
        .keep_pictures = TRUE, .keep_comments = TRUE, .keep_hidden = TRUE, .link_hosts = NULL};
    IsrWalk walk = {.input = trial->copy,
                    .keep = &everything,
                    .pages = trial->pages,
                    .visitor = {.self = trial, .block = try_block}};

    if (!format)
        return FALSE;
    if (g_strcmp0(fingerprint, trial->proof->key) != 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                    "the copy was made with another key (or with none); without --key, isredact "
                    "looks for identifiers anew");
        return FALSE;
    }
    if (!format->walk(&walk, error))
        return FALSE;
    g_string_append_printf(
        trial->said,
        "None of the %u removed values that were committed to stands in its %u paragraphs.\n"
        "(Values of one or two letters or up to four digits are not looked for.)\n",
        g_hash_table_size(trial->proof->commitments), trial->blocks);
    if (trial->proof->excepted > 0)
        g_string_append_printf(
            trial->said,
            "%u others were not looked for: they are ages, or the same words stand, rightly, in "
            "text that stays.\n",
            trial->proof->excepted);
    return TRUE;
}

/* What was found anew, on its way past the text in which it was found. */
typedef struct {
    const IsrRecord *record;
    const IsrProfile *profile;
    guint next;    /* the first outcome that was not reached */
    guint unclear; /* to be looked at */
} Anew;

/* TRUE if nobody's values of this category were to stay. */
static gboolean is_kept_by_nobody(const Anew *anew, IsrCategory category)
{
    const IsrProfile *profile = anew->profile;

    if (anew->record->hide && isr_category_is_whereabouts(category))
        return TRUE;
    for (guint role = 0; role < ISR_N_ROLES; role++) {
        if (isr_profile_action(profile, category, (IsrRole)role) < ISR_ACTION_ROLE)
            return FALSE;
    }
    return TRUE;
}

/* References are what they are wherever they stand. Names, places and dates are told by the words
 * around them, which may have gone: only a label makes a name sure. */
static gboolean is_sure(const IsrFinding *finding)
{
    switch (finding->category) {
    case ISR_CATEGORY_NAME:
        return finding->flags & ISR_FINDING_LABELLED && !(finding->flags & ISR_FINDING_UNSURE) &&
               finding->role != ISR_ROLE_UNSURE;
    case ISR_CATEGORY_INITIALS:
    case ISR_CATEGORY_AGE:
    case ISR_CATEGORY_DATE:
    case ISR_CATEGORY_DOB:
    case ISR_CATEGORY_ADDRESS:
    case ISR_CATEGORY_POSTCODE:
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ORGANISATION:
        return FALSE;
    default:
        return !isr_category_is_topic(finding->category);
    }
}

static gboolean judge_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Anew *anew = self;

    (void)edits;
    for (; anew->next < anew->record->outcomes->len; anew->next++) {
        const IsrOutcome *outcome = anew->record->outcomes->pdata[anew->next];
        const IsrFinding *finding = &outcome->finding;

        if (finding->block != block->index)
            break;
        if (outcome->asked < ISR_ACTION_ROLE || isr_mark_touches(block->text, finding->range))
            continue;
        if (!is_kept_by_nobody(anew, finding->category) || !is_sure(finding)) {
            anew->unclear++;
            continue;
        }
        g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                    "something that the profile \"%s\" removes (%s) was found in it: %s, paragraph "
                    "%u",
                    anew->profile->id, isr_category_id(finding->category), outcome->part,
                    finding->block + 1);
        return FALSE;
    }
    return TRUE;
}

/* Without the key: is anything found anew that the profile removes? Whose a value is may be
 * unclear once labels and names have gone, so only what nobody may keep is a failure. */
static gboolean try_detection(Trial *trial, guint *unclear, GError **error)
{
    const IsrJob job = {.patterns = trial->kit->patterns,
                        .profile = trial->kit->profile,
                        .hide = trial->proof->hide,
                        .pages = trial->pages};
    g_autoptr(IsrRecord) record = isr_pipeline_scan(&job, trial->copy, error);
    Anew anew = {.record = record, .profile = job.profile};
    IsrWalk walk = {.input = trial->copy,
                    .keep = &job.profile->keep,
                    .pages = trial->pages,
                    .visitor = {.self = &anew, .block = judge_block}};

    if (!record || !isr_format_for(trial->copy, error)->walk(&walk, error))
        return FALSE;
    g_string_append_printf(
        trial->said,
        "Its %u paragraphs were read anew: nothing was found that is surely something the "
        "profile \"%s\" lets nobody keep.\n",
        record->blocks, job.profile->id);
    *unclear = anew.unclear;
    return TRUE;
}

static void note_differences(const Trial *trial)
{
    const IsrKit *kit = trial->kit;

    if (g_strcmp0(kit->profile->digest, trial->proof->profile_digest) != 0)
        printf("The profile has changed since the copy was made.\n");
    if (g_strcmp0(kit->patterns->digest, trial->proof->patterns_digest) != 0)
        printf("The patterns have changed since the copy was made.\n");
}

/* In a process of its own: how many values are to be looked at, and below, what was proved. */
static gboolean try_copy(gpointer self, gpointer unused, GString *answer, GError **error)
{
    Trial *trial = self;
    g_autoptr(GString) said = g_string_new(NULL);
    guint unclear = 0;

    (void)unused;
    trial->said = said;
    if (!(trial->kit->key ? try_commitments(trial, error) : try_detection(trial, &unclear, error)))
        return FALSE;
    g_string_append_printf(answer, "%u\n%s", unclear, said->str);
    return TRUE;
}

/* Has the copy tried, prints what was proved, and returns how many values are to be looked at; -1
 * on error. */
static gint64 try(Trial *trial, GError **error)
{
    const int keep[] = {isr_input_fd(trial->copy), -1};
    const IsrWorkerOrder order = {
        .task = try_copy, .self = trial, .seconds = ISR_LIMIT_DOCUMENT_SECONDS, .keep = keep};
    g_autofree char *text = NULL, *lines = NULL;

    isr_format_prepare(trial->copy);
    text = isr_worker_do(&order, error);
    if (!text)
        return -1;
    lines = isr_terminal_lines(text, FALSE);
    fputs(lines + MIN(strcspn(lines, "\n") + 1, strlen(lines)), stdout);
    return (gint64)(guint)g_ascii_strtoull(text, NULL, 10);
}

static int verify(Trial *trial, GError **error)
{
    gint64 unclear;

    if (!isr_proof_is_copy(trial->proof, trial->copy, error))
        return -1;
    printf("%s\n\nIt is, byte for byte, the copy that the manifest describes.\n",
           isr_input_name(trial->copy));
    note_differences(trial);
    unclear = try(trial, error);
    if (unclear <= 0)
        return unclear < 0 ? -1 : ISR_EXIT_CLEAN;
    printf("Look at %" G_GINT64_FORMAT
           " values: what or whose they are cannot be told from the copy alone, and for "
           "some people the profile removes them. With --key they need no look.\n",
           unclear);
    return ISR_EXIT_CHECK;
}

static int run(int argc, char **argv)
{
    g_auto(Asked) asked = {0};
    g_auto(IsrKit) kit = {0};
    g_autoptr(IsrProof) proof = NULL;
    g_autoptr(IsrInput) copy = NULL;
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    g_autofree char *manifest = NULL;
    g_autoptr(GError) error = NULL;
    Trial trial = {0};
    int status;

    if (!read_asked(&asked, argc, argv, &error))
        return isr_command_fail(NULL, error);
    if (asked.helped)
        return isr_command_end(ISR_EXIT_CLEAN);
    manifest = asked.manifest ? g_strdup(asked.manifest) : isr_naming_manifest(asked.files[0]);
    if (!(copy = isr_input_open(asked.files[0], &error)) ||
        !(proof = isr_proof_load(manifest, &error)) ||
        !isr_kit_load(&kit, proof->profile, asked.key, &error))
        return isr_command_fail_file(asked.files[0], error);
    isr_kit_hide(&kit, proof->hide);
    isr_command_note_containment();
    trial = (Trial){.proof = proof,
                    .kit = &kit,
                    .copy = copy,
                    .pages = {.ocr = ISR_OCR_MARKED, .reader = reader}};
    status = verify(&trial, &error);
    if (status < 0)
        status = isr_command_fail_file(asked.files[0], error);
    return isr_command_end(status);
}

const IsrCommand isr_command_verify = {
    .name = "verify",
    .usage = "isredact verify COPY [--manifest FILE] [--key FILE]",
    .summary = "Prove that nothing that was to go is in the copy.",
    .run = run,
};
