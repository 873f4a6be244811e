/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists are long and imperfect: an entry is a level, not a yes. Levels of a word are the highest
 * that any of its entries gives. */
#include "lexicon.h"

#include "source.h"
#include "tagger_tokens.h"
#include "tagger_traits.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    guint8 forename, surname, ordinary, place, lower;
    gboolean opens;
    guint16 classes, cluster;
    guint32 path;
} Entry;

typedef struct {
    GHashTable *entries; /* run of folded words -> Entry */
} Builder;

static Entry *entry_of(Builder *builder, const char *key)
{
    Entry *entry = g_hash_table_lookup(builder->entries, key);

    if (entry == NULL) {
        entry = g_new0(Entry, 1);
        g_hash_table_insert(builder->entries, g_strdup(key), entry);
    }
    return entry;
}

/* The folded words of @text, without dashes; free with g_strfreev(). @dashes is set if there was
 * one. */
static char **fold_words(const char *text, gboolean *dashes)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    GPtrArray *words = g_ptr_array_new();

    *dashes = FALSE;
    isr_tokens_read(text, 0, strlen(text), tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        char folded[TRAIT_BYTES];
        gsize n = isr_trait_fold(text + token->start, token->end - token->start, folded);
        if (n == 1 && folded[0] == '-')
            *dashes = TRUE;
        else
            g_ptr_array_add(words, g_strndup(folded, n));
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

/* The entry of the run of words that @text is; its first word then opens entries. NULL if it has
 * more words than entries may have. */
static Entry *entry_for(Builder *builder, const char *text)
{
    gboolean dashes;
    g_auto(GStrv) words = fold_words(text, &dashes);
    g_autofree char *key = g_strjoinv(" ", words);
    guint n = g_strv_length(words);

    if (n == 0 || n > 5)
        return NULL;
    if (n > 1)
        entry_of(builder, words[0])->opens = TRUE;
    return entry_of(builder, key);
}

static guint8 level_of(double count, const double *steps, guint n)
{
    guint8 level = 0;

    while (level < n && count >= steps[level])
        level++;
    return level;
}

/* Lists written for communities say more than a count, lists of other countries a little. */
static guint8 level_at_least(guint8 level, const char *sources)
{
    if (strstr(sources, "isredact") != NULL)
        return MAX(level, 3);
    if (strstr(sources, "faker") != NULL || strstr(sources, "natstat") != NULL ||
        strstr(sources, "sigpwned") != NULL)
        return MAX(level, 2);
    return MAX(level, 1);
}

static void put_name(Builder *builder, const char *name, guint8 level, gboolean surname)
{
    gboolean dashes;
    g_auto(GStrv) words = fold_words(name, &dashes);
    guint n = g_strv_length(words);

    if (n > 1 && !dashes)
        return;
    for (guint i = 0; i < n; i++) {
        if (n > 1 && strlen(words[i]) < 3)
            continue;
        Entry *entry = entry_of(builder, words[i]);
        guint8 own = n > 1 ? 1 : level;
        if (surname)
            entry->surname = MAX(entry->surname, own);
        else
            entry->forename = MAX(entry->forename, own);
    }
}

static gboolean read_names(Builder *builder, const char *folder, GError **error)
{
    static const double births[] = {0, 8, 50, 500, 5000}, shares[] = {0, 2, 5, 20, 100};
    g_auto(GStrv) forenames = source_lines(folder, "forenames.tsv.gz", error);
    g_auto(GStrv) surnames =
        forenames != NULL ? source_lines(folder, "surnames.tsv.gz", error) : NULL;

    for (char **line = forenames; surnames != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line == forenames || g_strv_length(cells) < 6)
            continue;
        double count = g_ascii_strtod(cells[2], NULL) + g_ascii_strtod(cells[3], NULL) / 20;
        put_name(builder, cells[0],
                 level_at_least(level_of(count, births, G_N_ELEMENTS(births)), cells[5]), FALSE);
    }
    for (char **line = surnames; line != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line == surnames || g_strv_length(cells) < 4)
            continue;
        double count = g_ascii_strtod(cells[1], NULL);
        put_name(builder, cells[0],
                 level_at_least(level_of(count, shares, G_N_ELEMENTS(shares)), cells[3]), TRUE);
    }
    return surnames != NULL;
}

static void put_place(Builder *builder, const char *name, guint8 level)
{
    Entry *entry = entry_for(builder, name);

    if (entry != NULL)
        entry->place = MAX(entry->place, level);
}

static guint8 place_level(const char *type)
{
    static const char *const large[] = {"City", "Post town", "Town", "County", "Country", NULL};
    static const char *const middle[] = {"Village", "Suburban Area", "Area", NULL};

    return g_strv_contains(large, type) ? 3 : g_strv_contains(middle, type) ? 2 : 1;
}

static gboolean read_places(Builder *builder, const char *folder, GError **error)
{
    static const char *const files[] = {"places-gb.tsv.gz", "places-world.tsv"};

    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_auto(GStrv) lines = source_lines(folder, files[i], error);
        if (lines == NULL)
            return FALSE;
        for (char **line = lines + 1; *line != NULL; line++) {
            g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
            if (g_strv_length(cells) > 1)
                put_place(builder, cells[0], i == 1 ? 3 : place_level(cells[1]));
        }
    }
    return TRUE;
}

static guint8 lower_level(double lower, double capital)
{
    static const double steps[] = {0, 0.05, 0.25, 0.6, 0.9, 0.99};

    return lower + capital < 4 ? 0
                               : level_of(lower / (lower + capital), steps, G_N_ELEMENTS(steps));
}

static gboolean read_english(Builder *builder, const char *folder, GError **error)
{
    static const double steps[] = {1, 5, 30, 200, 1500, 10000};
    g_auto(GStrv) lines = source_lines(folder, "common-english-words.tsv.gz", error);

    for (char **line = lines; line != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line == lines || g_strv_length(cells) < 6 || strchr(cells[0], '\'') != NULL)
            continue;
        double lower = g_ascii_strtod(cells[2], NULL);
        Entry *entry = entry_for(builder, cells[0]);
        if (entry == NULL)
            continue;
        entry->ordinary = MAX(entry->ordinary, 1 + level_of(lower, steps, G_N_ELEMENTS(steps)));
        entry->lower = lower_level(lower, g_ascii_strtod(cells[3], NULL));
    }
    return lines != NULL;
}

static gboolean read_terms(Builder *builder, const char *folder, GError **error)
{
    static const char *const classes[] = {"title",       "kin",  "role",     "name_label",
                                          "street_type", "unit", "org_head", "not_name"};
    g_auto(GStrv) lines = source_lines(folder, "uk-terms.tsv", error);

    for (char **line = lines; line != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", 2);
        for (guint i = 0; i < G_N_ELEMENTS(classes) && cells[0] != NULL; i++) {
            if (!g_str_equal(cells[0], classes[i]) || cells[1] == NULL)
                continue;
            g_auto(GStrv) terms = g_strsplit(cells[1], ",", -1);
            for (char **term = terms; *term != NULL; term++) {
                Entry *entry = entry_for(builder, *term);
                if (entry != NULL)
                    entry->classes |= (guint16)(1u << i);
            }
        }
    }
    return lines != NULL;
}

/* "0110..." as upper bits and length. */
static guint32 path_of(const char *bits)
{
    guint32 path = 0;
    guint n = 0;

    for (; bits[n] != '\0' && n < 20; n++)
        path |= (guint32)(bits[n] == '1') << (31 - n);
    return path | n;
}

static gboolean read_clusters(Builder *builder, const char *folder, GError **error)
{
    g_auto(GStrv) paths = source_lines(folder, "brown320.tsv.gz", error);
    g_auto(GStrv) clusters = paths != NULL ? source_lines(folder, "kmeans400.tsv.gz", error) : NULL;

    for (char **line = paths; clusters != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line != paths && g_strv_length(cells) > 1 && *cells[0] != '\0')
            entry_of(builder, cells[0])->path = path_of(cells[1]);
    }
    for (char **line = clusters; line != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line != clusters && g_strv_length(cells) > 1 && *cells[0] != '\0')
            entry_of(builder, cells[0])->cluster = (guint16)(1 + atol(cells[1]));
    }
    return clusters != NULL;
}

static guint16 kind_of(Lexicon *lexicon, GHashTable *known, const Entry *entry)
{
    ModelKind kind = {entry->classes, entry->cluster, entry->path};
    g_autofree char *key = g_strdup_printf("%u %u %u", kind.classes, kind.cluster, kind.path);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(known, key));

    if (kind.classes == 0 && kind.cluster == 0 && kind.path == 0)
        return 0;
    if (n == 0) {
        n = lexicon->kinds->len;
        g_assert(n <= G_MAXUINT16);
        g_array_append_val(lexicon->kinds, kind);
        g_hash_table_insert(known, g_steal_pointer(&key), GUINT_TO_POINTER(n));
    }
    return (guint16)n;
}

static guint32 hash_of(const char *key)
{
    g_auto(GStrv) words = g_strsplit(key, " ", -1);
    guint32 hash = isr_trait_hash(words[0], strlen(words[0]));

    for (char **word = words + 1; *word != NULL; word++)
        hash = isr_trait_join(hash, isr_trait_hash(*word, strlen(*word)));
    return hash;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(a, b);
}

static gint by_hash(gconstpointer a, gconstpointer b)
{
    const ModelWord *x = a, *y = b;

    return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Of entries with one hash the first stays: a handful among some hundred thousand. */
static void merge(GArray *words)
{
    guint kept = 0;

    g_array_sort(words, by_hash);
    for (guint i = 0; i < words->len; i++) {
        ModelWord *word = &g_array_index(words, ModelWord, i);
        if (kept > 0 && g_array_index(words, ModelWord, kept - 1).hash == word->hash)
            continue;
        g_array_index(words, ModelWord, kept++) = *word;
    }
    g_array_set_size(words, kept);
}

static Lexicon *finish(Builder *builder)
{
    Lexicon *lexicon = g_new0(Lexicon, 1);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(builder->entries), by_text);
    ModelKind none = {0};

    lexicon->words = g_array_new(FALSE, FALSE, sizeof(ModelWord));
    lexicon->kinds = g_array_new(FALSE, FALSE, sizeof(ModelKind));
    g_array_append_val(lexicon->kinds, none);
    for (GList *key = keys; key != NULL; key = key->next) {
        const Entry *entry = g_hash_table_lookup(builder->entries, key->data);
        guint levels =
            (guint)entry->forename << MODEL_FORENAME | (guint)entry->surname << MODEL_SURNAME |
            (guint)entry->ordinary << MODEL_ORDINARY | (guint)entry->place << MODEL_PLACE |
            (guint)entry->lower << MODEL_LOWER | (guint)(entry->opens ? 1 : 0) << MODEL_OPENS;
        ModelWord word = {hash_of(key->data), (guint16)levels, kind_of(lexicon, known, entry)};
        if (word.levels != 0 || word.kind != 0)
            g_array_append_val(lexicon->words, word);
    }
    merge(lexicon->words);
    return lexicon;
}

Lexicon *lexicon_read(const char *data, GError **error)
{
    g_autofree char *lists = g_build_filename(data, "gazetteers", NULL);
    g_autofree char *clusters = g_build_filename(data, "clusters", NULL);
    g_autoptr(GHashTable) entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Builder builder = {entries};

    if (!read_names(&builder, lists, error) || !read_places(&builder, lists, error) ||
        !read_english(&builder, lists, error) || !read_terms(&builder, lists, error) ||
        !read_clusters(&builder, clusters, error))
        return NULL;
    return finish(&builder);
}

void lexicon_free(Lexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    g_array_unref(lexicon->words);
    g_array_unref(lexicon->kinds);
    g_free(lexicon);
}
