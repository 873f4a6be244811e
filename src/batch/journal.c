/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table with a row for each document; SQLite's write-ahead log makes each change whole. */
#include "journal.h"

#include <isredact/error.h>

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/* Raised when the tables change: another version's journal is not gone on with. */
#define FORM "isredact journal 1"

struct IsrJournal {
    sqlite3 *db;
    IsrKey *key;
};

static const char tables[] =
    "CREATE TABLE IF NOT EXISTS batch(name TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS telling(place TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS document(place TEXT PRIMARY KEY, number INTEGER, digest TEXT,"
    " size INTEGER, surveyed INTEGER DEFAULT -1, survey TEXT, identities TEXT, withhold TEXT, held "
    "TEXT,"
    " imprint TEXT, made TEXT, status INTEGER DEFAULT -1, broken INTEGER DEFAULT 0, answer TEXT, "
    "copy TEXT,"
    " manifest TEXT, noted INTEGER) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS by_number ON document(number);";

#define COLUMNS                                                                                    \
    "number, place, digest, size, surveyed, survey, identities, withhold, made, status, broken,"   \
    " answer, copy, manifest, held, imprint"

static gboolean fail(const IsrJournal *journal, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the journal of the batch cannot be used: %s",
                sqlite3_errmsg(journal->db));
    return FALSE;
}

static gboolean execute(IsrJournal *journal, const char *sql, GError **error)
{
    return sqlite3_exec(journal->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail(journal, error);
}

/* A statement with @n texts (NULL is null) bound; NULL with @error set. */
static sqlite3_stmt *prepare(IsrJournal *journal, const char *sql, const char *const *texts,
                             guint n, GError **error)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(journal->db, sql, -1, &statement, NULL) != SQLITE_OK) {
        fail(journal, error);
        return NULL;
    }
    for (guint i = 0; i < n; i++)
        sqlite3_bind_text(statement, (int)i + 1, texts[i], -1, SQLITE_STATIC);
    return statement;
}

static gboolean finish(IsrJournal *journal, sqlite3_stmt *statement, GError **error)
{
    gboolean done = statement && sqlite3_step(statement) == SQLITE_DONE;

    if (statement && !done)
        fail(journal, error);
    sqlite3_finalize(statement);
    return done;
}

/* Runs @sql with @texts for its parameters. */
static gboolean change(IsrJournal *journal, const char *sql, const char *const *texts, guint n,
                       GError **error)
{
    return finish(journal, prepare(journal, sql, texts, n, error), error);
}

/* The first column of the first row that @sql finds for @text; NULL if there is none. */
static char *look_up(IsrJournal *journal, const char *sql, const char *text, GError **error)
{
    sqlite3_stmt *statement = prepare(journal, sql, &text, 1, error);
    char *found = NULL;
    int step;

    if (!statement)
        return NULL;
    step = sqlite3_step(statement);
    if (step == SQLITE_ROW)
        found = g_strdup((const char *)sqlite3_column_text(statement, 0));
    else if (step != SQLITE_DONE)
        fail(journal, error);
    sqlite3_finalize(statement);
    return found;
}

/* Made with the mode it keeps: SQLite's own files beside it take it over. */
static gboolean make_file(const char *path, GError **error)
{
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

    if (fd < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: the journal cannot be opened: %s", path,
                    g_strerror(errno));
        return FALSE;
    }
    close(fd);
    return TRUE;
}

static IsrJournal *open_file(const char *path, int flags, GError **error)
{
    IsrJournal *journal = g_new0(IsrJournal, 1);

    if (sqlite3_open_v2(path, &journal->db, flags, NULL) != SQLITE_OK) {
        fail(journal, error);
        isr_journal_free(journal);
        return NULL;
    }
    sqlite3_busy_timeout(journal->db, 10000);
    return journal;
}

/* The bytes that @hex spells; FALSE if it does not spell ISR_KEY_BYTES of them. */
static gboolean from_hex(const char *hex, guint8 *bytes)
{
    if (!hex || strlen(hex) != 2 * ISR_KEY_BYTES || strspn(hex, "0123456789abcdef") != strlen(hex))
        return FALSE;
    for (guint i = 0; i < ISR_KEY_BYTES; i++)
        bytes[i] =
            (guint8)(g_ascii_xdigit_value(hex[2 * i]) * 16 + g_ascii_xdigit_value(hex[2 * i + 1]));
    return TRUE;
}

static gboolean make_secret(IsrJournal *journal, guint8 *bytes, GError **error)
{
    char hex[2 * ISR_KEY_BYTES + 1];
    gboolean kept;

    if (getrandom(bytes, ISR_KEY_BYTES, 0) != ISR_KEY_BYTES) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "no random numbers for the journal");
        return FALSE;
    }
    for (guint i = 0; i < ISR_KEY_BYTES; i++)
        g_snprintf(hex + 2 * i, 3, "%02x", bytes[i]);
    kept = isr_journal_set(journal, "secret", hex, error);
    explicit_bzero(hex, sizeof hex);
    return kept;
}

static gboolean keep_secret(IsrJournal *journal, GError **error)
{
    GError *cause = NULL;
    g_autofree char *hex = isr_journal_get(journal, "secret", &cause);
    guint8 bytes[ISR_KEY_BYTES];
    gboolean there;

    if (cause) {
        g_propagate_error(error, cause);
        return FALSE;
    }
    there = from_hex(hex, bytes);
    if (hex)
        explicit_bzero(hex, strlen(hex));
    if (there || make_secret(journal, bytes, error))
        journal->key = isr_key_for_bytes(bytes, error);
    explicit_bzero(bytes, sizeof bytes);
    return journal->key != NULL;
}

/* A journal of another form or of another batch is no place to go on. */
static gboolean agree(IsrJournal *journal, const char *path, const char *terms, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *form = isr_journal_get(journal, "form", &cause);
    g_autofree char *there = cause ? NULL : isr_journal_get(journal, "terms", &cause);

    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return FALSE;
    }
    if (!form && !there)
        return isr_journal_set(journal, "form", FORM, error) &&
               isr_journal_set(journal, "terms", terms, error);
    if (g_strcmp0(form, FORM) == 0 && g_strcmp0(there, terms) == 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                "%s: is the journal of a batch with another profile, key, patterns or version; "
                "choose another folder with --out, or take away this batch with its journal",
                path);
    return FALSE;
}

IsrJournal *isr_journal_open(const char *path, const char *terms, GError **error)
{
    g_autoptr(IsrJournal) journal = NULL;

    if ((path && !make_file(path, error)) ||
        !(journal = open_file(
              path ? path : ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, error)))
        return NULL;
    if (!execute(journal, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", error) ||
        !execute(journal, tables, error) || !agree(journal, path, terms, error) ||
        !keep_secret(journal, error))
        return NULL;
    return g_steal_pointer(&journal);
}

IsrJournal *isr_journal_read(const char *path, char **terms, GError **error)
{
    g_autoptr(IsrJournal) journal = open_file(path, SQLITE_OPEN_READWRITE, error);
    g_autoptr(GError) cause = NULL;
    g_autofree char *form = journal ? isr_journal_get(journal, "form", &cause) : NULL;

    if (!journal)
        return NULL;
    if (!cause && g_strcmp0(form, FORM) == 0 &&
        (*terms = isr_journal_get(journal, "terms", &cause)))
        return g_steal_pointer(&journal);
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: is no journal of a batch of this version",
                path);
    return NULL;
}

IsrJournal *isr_journal_again(const IsrJournal *journal, GError **error)
{
    return open_file(sqlite3_db_filename(journal->db, "main"), SQLITE_OPEN_READWRITE, error);
}

void isr_journal_free(IsrJournal *journal)
{
    if (!journal)
        return;
    sqlite3_close(journal->db);
    isr_key_free(journal->key);
    g_free(journal);
}

const IsrKey *isr_journal_key(const IsrJournal *journal)
{
    return journal->key;
}

/* The survey of an unreadable source is its refusal. */
gboolean isr_journal_note(IsrJournal *journal, gint64 number, const char *place, const char *digest,
                          gint64 size, const char *refusal, GError **error)
{
    static const char sql[] =
        "INSERT INTO document(place, digest, survey, number, size, noted, surveyed)"
        " VALUES(?1, ?2, ?3, ?4, ?5, 1, ?6)"
        " ON CONFLICT(place) DO UPDATE SET number = ?4, size = ?5, noted = 1, digest = ?2,"
        " survey = CASE WHEN digest IS ?2 AND ?3 IS NULL THEN survey ELSE ?3 END,"
        " surveyed = CASE WHEN digest IS ?2 AND ?3 IS NULL THEN surveyed ELSE ?6 END,"
        " made = CASE WHEN digest IS ?2 THEN made ELSE NULL END";
    const char *texts[] = {place, digest, refusal};
    sqlite3_stmt *statement = prepare(journal, sql, texts, G_N_ELEMENTS(texts), error);

    if (!statement)
        return FALSE;
    sqlite3_bind_int64(statement, 4, number);
    sqlite3_bind_int64(statement, 5, size);
    sqlite3_bind_int(statement, 6, refusal ? ISR_EXIT_INPUT : -1);
    return finish(journal, statement, error);
}

gboolean isr_journal_forget(IsrJournal *journal, GError **error)
{
    return execute(journal, "UPDATE document SET noted = 0", error);
}

static char *text_at(sqlite3_stmt *statement, int column)
{
    return g_strdup((const char *)sqlite3_column_text(statement, column));
}

static void read_entry(sqlite3_stmt *statement, IsrEntry *entry)
{
    *entry = (IsrEntry){
        .number = sqlite3_column_int64(statement, 0),
        .place = text_at(statement, 1),
        .digest = text_at(statement, 2),
        .size = sqlite3_column_int64(statement, 3),
        .surveyed = sqlite3_column_int(statement, 4),
        .survey = text_at(statement, 5),
        .identities = text_at(statement, 6),
        .withhold = text_at(statement, 7),
        .made = text_at(statement, 8),
        .status = sqlite3_column_int(statement, 9),
        .broken = sqlite3_column_int(statement, 10) != 0,
        .answer = text_at(statement, 11),
        .copy = text_at(statement, 12),
        .manifest = text_at(statement, 13),
        .held = text_at(statement, 14),
        .imprint = text_at(statement, 15),
    };
}

void isr_entry_clear(IsrEntry *entry)
{
    g_free(entry->place);
    g_free(entry->digest);
    g_free(entry->survey);
    g_free(entry->identities);
    g_free(entry->withhold);
    g_free(entry->held);
    g_free(entry->imprint);
    g_free(entry->made);
    g_free(entry->answer);
    g_free(entry->copy);
    g_free(entry->manifest);
    *entry = (IsrEntry){0};
}

/* Calls @each with the rows of @sql. */
static gboolean each_row(IsrJournal *journal, const char *sql, IsrEntryFunc each, gpointer self,
                         GError **error)
{
    sqlite3_stmt *statement = prepare(journal, sql, NULL, 0, error);
    gboolean well = statement != NULL;
    int step = SQLITE_DONE;

    while (well && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        g_auto(IsrEntry) entry = {0};

        read_entry(statement, &entry);
        well = each(self, &entry, error);
    }
    if (well && step != SQLITE_DONE)
        well = fail(journal, error);
    sqlite3_finalize(statement);
    return well;
}

typedef struct {
    void (*gone)(gpointer self, const IsrEntry *entry);
    gpointer self;
} Farewell;

static gboolean say_gone(gpointer self, const IsrEntry *entry, GError **error)
{
    const Farewell *farewell = self;

    (void)error;
    farewell->gone(farewell->self, entry);
    return TRUE;
}

gboolean isr_journal_prune(IsrJournal *journal, void (*gone)(gpointer self, const IsrEntry *entry),
                           gpointer self, GError **error)
{
    Farewell farewell = {gone, self};

    return each_row(journal, "SELECT " COLUMNS " FROM document WHERE noted = 0 ORDER BY number",
                    say_gone, &farewell, error) &&
           execute(journal, "DELETE FROM document WHERE noted = 0", error);
}

/* The one row of @statement, which is finalized. */
static gboolean take_row(IsrJournal *journal, sqlite3_stmt *statement, IsrEntry *entry,
                         GError **error)
{
    int step = sqlite3_step(statement);

    if (step == SQLITE_ROW)
        read_entry(statement, entry);
    else if (step != SQLITE_DONE)
        fail(journal, error);
    sqlite3_finalize(statement);
    return step == SQLITE_ROW;
}

gboolean isr_journal_find(IsrJournal *journal, const char *place, IsrEntry *entry, GError **error)
{
    sqlite3_stmt *statement =
        prepare(journal, "SELECT " COLUMNS " FROM document WHERE place = ?", &place, 1, error);

    return statement && take_row(journal, statement, entry, error);
}

gboolean isr_journal_nth(IsrJournal *journal, gint64 number, IsrEntry *entry, GError **error)
{
    sqlite3_stmt *statement =
        prepare(journal, "SELECT " COLUMNS " FROM document WHERE number = ?", NULL, 0, error);

    if (!statement)
        return FALSE;
    sqlite3_bind_int64(statement, 1, number);
    return take_row(journal, statement, entry, error);
}

gboolean isr_journal_each(IsrJournal *journal, IsrEntryFunc each, gpointer self, GError **error)
{
    return each_row(journal, "SELECT " COLUMNS " FROM document ORDER BY number", each, self, error);
}

gboolean isr_journal_set_survey(IsrJournal *journal, const char *place, int status,
                                const char *answer, GError **error)
{
    const char *texts[] = {answer, place};
    sqlite3_stmt *statement =
        prepare(journal, "UPDATE document SET survey = ?1, surveyed = ?3 WHERE place = ?2", texts,
                G_N_ELEMENTS(texts), error);

    if (!statement)
        return FALSE;
    sqlite3_bind_int(statement, 3, status);
    return finish(journal, statement, error);
}

gboolean isr_journal_set_identities(IsrJournal *journal, const char *place, const char *text,
                                    GError **error)
{
    const char *texts[] = {text, place};

    return change(journal, "UPDATE document SET identities = ? WHERE place = ?", texts, 2, error);
}

gboolean isr_journal_set_withhold(IsrJournal *journal, const char *place, const char *text,
                                  GError **error)
{
    const char *texts[] = {text, place};

    return change(journal, "UPDATE document SET withhold = ? WHERE place = ?", texts, 2, error);
}

gboolean isr_journal_set_result(IsrJournal *journal, const IsrEntry *entry, GError **error)
{
    const char *texts[] = {entry->place,    entry->made, entry->answer,  entry->copy,
                           entry->manifest, entry->held, entry->imprint, entry->withhold};
    sqlite3_stmt *statement =
        prepare(journal,
                "UPDATE document SET made = ?2, answer = ?3, copy = ?4, manifest = ?5, held = ?6,"
                " imprint = ?7, withhold = ?8, status = ?9, broken = ?10 WHERE place = ?1",
                texts, G_N_ELEMENTS(texts), error);

    if (!statement)
        return FALSE;
    sqlite3_bind_int(statement, 9, entry->status);
    sqlite3_bind_int(statement, 10, entry->broken);
    return finish(journal, statement, error);
}

gboolean isr_journal_forget_telling(IsrJournal *journal, GError **error)
{
    return execute(journal, "DELETE FROM telling", error);
}

gboolean isr_journal_add_telling(IsrJournal *journal, const char *place, GError **error)
{
    return change(journal, "INSERT OR IGNORE INTO telling(place) VALUES(?)", &place, 1, error);
}

gboolean isr_journal_has_telling(IsrJournal *journal, const char *place, gboolean *has,
                                 GError **error)
{
    GError *cause = NULL;
    g_autofree char *found =
        look_up(journal, "SELECT place FROM telling WHERE place = ?", place, &cause);

    *has = found != NULL;
    if (!cause)
        return TRUE;
    g_propagate_error(error, cause);
    return FALSE;
}

gboolean isr_journal_set(IsrJournal *journal, const char *name, const char *text, GError **error)
{
    const char *texts[] = {name, text};

    return change(journal, "INSERT OR REPLACE INTO batch(name, value) VALUES(?, ?)", texts, 2,
                  error);
}

char *isr_journal_get(IsrJournal *journal, const char *name, GError **error)
{
    return look_up(journal, "SELECT value FROM batch WHERE name = ?", name, error);
}

gboolean isr_journal_begin(IsrJournal *journal, GError **error)
{
    return execute(journal, "BEGIN IMMEDIATE", error);
}

gboolean isr_journal_commit(IsrJournal *journal, GError **error)
{
    return execute(journal, "COMMIT", error);
}
