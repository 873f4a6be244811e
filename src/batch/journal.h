/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a batch has done so far, in one SQLite file beside its output, never in it: mode 0600, so
 * that a run that was killed goes on where it stopped. Sources are known by keyed digests of their
 * places; there is no name and no text of a document in it. */
#pragma once

#include <isredact/key.h>

typedef struct IsrJournal IsrJournal;

/* One document of the batch. What is NULL or 0 is not known yet. */
typedef struct {
    gint64 number;    /* its place in the order of the sources, from 1 */
    char *place;      /* keyed digest of the source's relative path, hex */
    char *digest;     /* SHA-256 of the source; NULL if it cannot be read */
    gint64 size;      /* of the source, bytes */
    int surveyed;     /* exit status of the survey; -1: not yet */
    char *survey;     /* its answer: who is in the document, in keyed tokens; or a sentence */
    char *identities; /* what the link found for its people */
    char *withhold;   /* what the guard says must go as well */
    char *held;       /* the same as it was when the copy was made */
    char *imprint;    /* of the document redacted by itself, for the guard */
    char *made;       /* digest of all that the result depends on; NULL: there is none */
    int status;       /* exit status of its redaction; -1: not yet */
    gboolean broken;  /* the worker broke down */
    char *answer;     /* of its redaction: facts, or the sentence that says why there is no copy */
    char *copy;       /* the copy's path below the output; NULL: there is no copy */
    char *manifest;   /* and the manifest's */
} IsrEntry;

/* Opens the journal at @path (NULL: one in memory), or makes one. @terms says what the batch is
 * (profile, patterns, key,
 * ...): a journal of other terms is refused (USAGE). Errors: IO. Free with isr_journal_free(). */
IsrJournal *isr_journal_open(const char *path, const char *terms, GError **error);
/* Opens the journal at @path for reading, whatever its terms, which *@terms gets (g_free()). */
IsrJournal *isr_journal_read(const char *path, char **terms, GError **error);
/* The same journal, opened once more: for a process that was forked, which must not use its
 * parent's. */
IsrJournal *isr_journal_again(const IsrJournal *journal, GError **error);
void isr_journal_free(IsrJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrJournal, isr_journal_free)

/* A key made with the journal, for digests where the user has none; borrowed. */
const IsrKey *isr_journal_key(const IsrJournal *journal);

/* Notes that the source at @place (its number and content as given; @refusal: why it is none, or
 * NULL) is one of the batch. What was done for another content is forgotten but for where its copy
 * is. */
gboolean isr_journal_note(IsrJournal *journal, gint64 number, const char *place, const char *digest,
                          gint64 size, const char *refusal, GError **error);

/* Forgets that any source was noted, before all are noted anew. */
gboolean isr_journal_forget(IsrJournal *journal, GError **error);

/* Drops the entries that were not noted since, each after @gone was called with it. */
gboolean isr_journal_prune(IsrJournal *journal, void (*gone)(gpointer self, const IsrEntry *entry),
                           gpointer self, GError **error);

/* The entry of @place; FALSE if there is none, or with @error set. */
gboolean isr_journal_find(IsrJournal *journal, const char *place, IsrEntry *entry, GError **error);
/* The same for the document of this @number. */
gboolean isr_journal_nth(IsrJournal *journal, gint64 number, IsrEntry *entry, GError **error);
void isr_entry_clear(IsrEntry *entry);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IsrEntry, isr_entry_clear)

/* Calls @each with all entries by number. @each may set one thing of the entry in hand. */
typedef gboolean (*IsrEntryFunc)(gpointer self, const IsrEntry *entry, GError **error);
gboolean isr_journal_each(IsrJournal *journal, IsrEntryFunc each, gpointer self, GError **error);

/* What was found out about the document at @place. */
gboolean isr_journal_set_survey(IsrJournal *journal, const char *place, int status,
                                const char *answer, GError **error);
gboolean isr_journal_set_identities(IsrJournal *journal, const char *place, const char *text,
                                    GError **error);
gboolean isr_journal_set_withhold(IsrJournal *journal, const char *place, const char *text,
                                  GError **error);
/* Status, broken, answer, made, held, withhold, imprint, copy and manifest of @entry. */
gboolean isr_journal_set_result(IsrJournal *journal, const IsrEntry *entry, GError **error);

/* Forgets all that tells. */
gboolean isr_journal_forget_telling(IsrJournal *journal, GError **error);
/* What tells of somebody in the names of files, by its keyed digest: a folder whose name does, or a
 * word that is part of somebody's name. */
gboolean isr_journal_add_telling(IsrJournal *journal, const char *place, GError **error);
gboolean isr_journal_has_telling(IsrJournal *journal, const char *place, gboolean *has,
                                 GError **error);

/* A text about the whole batch, by name ("doubts"); NULL if there is none. Free with g_free(). */
gboolean isr_journal_set(IsrJournal *journal, const char *name, const char *text, GError **error);
char *isr_journal_get(IsrJournal *journal, const char *name, GError **error);

/* Many changes as one: all or none of them outlive a crash. */
gboolean isr_journal_begin(IsrJournal *journal, GError **error);
gboolean isr_journal_commit(IsrJournal *journal, GError **error);
