/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks elements, attributes and values up in a format's table. It holds no list of its own. */
#include "xmlgrammar.h"

#include <string.h>

#define VALUE_KEY "%s %s %s" /* namespace, element, attribute */

typedef struct {
    const IsrXmlVocabulary *source;
    GHashTable *elements;   /* local → const IsrXmlRule * */
    GHashTable *attributes; /* set of local names */
    char *spare;            /* prefix when the document's own must not stay */
} Vocabulary;

struct IsrXmlGrammar {
    const IsrXmlTable *table;
    GHashTable *vocabularies; /* uri → Vocabulary * */
    GHashTable *aliases;      /* uri → uri */
    GHashTable *values;       /* "uri element attribute" → const IsrXmlValueRule * */
    GHashTable *words;        /* set, lower case */
    GStringChunk *strings;
};

static const IsrXmlRule unlisted = {.does = ISR_XML_DROP};
static const IsrXmlValueRule checked = {.does = ISR_XML_VALUE_CHECKED};

static void vocabulary_free(gpointer data)
{
    Vocabulary *vocabulary = data;

    g_hash_table_unref(vocabulary->elements);
    g_hash_table_unref(vocabulary->attributes);
    g_free(vocabulary->spare);
    g_free(vocabulary);
}

/* Calls @add for each word of @list, with a copy that lives as long as the grammar. */
static void each_word(IsrXmlGrammar *grammar, const char *list, GHashTable *to, gpointer value)
{
    while (list && *list) {
        gsize length = strcspn(list, " ");

        g_hash_table_insert(to, g_string_chunk_insert_len(grammar->strings, list, (gssize)length),
                            value);
        list += length + strspn(list + length, " ");
    }
}

static void add_words(IsrXmlGrammar *grammar, const char *list)
{
    g_autofree char *lower = list ? g_ascii_strdown(list, -1) : NULL;

    each_word(grammar, lower, grammar->words, GINT_TO_POINTER(1));
}

static Vocabulary *new_vocabulary(IsrXmlGrammar *grammar, const IsrXmlVocabulary *source)
{
    Vocabulary *vocabulary = g_new0(Vocabulary, 1);

    vocabulary->source = source;
    vocabulary->elements = g_hash_table_new(g_str_hash, g_str_equal);
    vocabulary->attributes = g_hash_table_new(g_str_hash, g_str_equal);
    vocabulary->spare = g_strdup_printf("redacted%u", g_hash_table_size(grammar->vocabularies) + 1);
    g_hash_table_insert(grammar->vocabularies, (gpointer)source->uri, vocabulary);
    return vocabulary;
}

static void add_vocabulary(IsrXmlGrammar *grammar, const IsrXmlVocabulary *source)
{
    static const IsrXmlRule copied = {.does = ISR_XML_COPY};
    Vocabulary *vocabulary = g_hash_table_lookup(grammar->vocabularies, source->uri);

    if (!vocabulary)
        vocabulary = new_vocabulary(grammar, source);
    each_word(grammar, source->elements, vocabulary->elements, (gpointer)&copied);
    each_word(grammar, source->attributes, vocabulary->attributes, GINT_TO_POINTER(1));
    add_words(grammar, source->words);
}

static void add_rules(IsrXmlGrammar *grammar)
{
    const IsrXmlTable *table = grammar->table;

    for (const IsrXmlRule *rule = table->rules; rule && rule->uri; rule++) {
        Vocabulary *vocabulary = g_hash_table_lookup(grammar->vocabularies, rule->uri);

        g_assert(vocabulary);
        g_hash_table_insert(vocabulary->elements, (gpointer)rule->local, (gpointer)rule);
    }
    for (const IsrXmlValueRule *rule = table->values; rule && rule->uri; rule++)
        g_hash_table_insert(grammar->values,
                            g_strdup_printf(VALUE_KEY, rule->uri,
                                            rule->element ? rule->element : "", rule->attribute),
                            (gpointer)rule);
    for (guint i = 0; table->aliases && table->aliases[i][0]; i++)
        g_hash_table_insert(grammar->aliases, (gpointer)table->aliases[i][0],
                            (gpointer)table->aliases[i][1]);
}

IsrXmlGrammar *isr_xml_grammar_new(const IsrXmlTable *table)
{
    IsrXmlGrammar *grammar = g_new0(IsrXmlGrammar, 1);

    grammar->table = table;
    grammar->vocabularies = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, vocabulary_free);
    grammar->aliases = g_hash_table_new(g_str_hash, g_str_equal);
    grammar->values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    grammar->words = g_hash_table_new(g_str_hash, g_str_equal);
    grammar->strings = g_string_chunk_new(16384);
    for (guint i = 0; table->vocabularies[i].uri; i++)
        add_vocabulary(grammar, &table->vocabularies[i]);
    for (guint i = 0; table->more && table->more[i].uri; i++)
        add_vocabulary(grammar, &table->more[i]);
    add_rules(grammar);
    return grammar;
}

void isr_xml_grammar_free(IsrXmlGrammar *grammar)
{
    if (!grammar)
        return;
    g_hash_table_unref(grammar->vocabularies);
    g_hash_table_unref(grammar->aliases);
    g_hash_table_unref(grammar->values);
    g_hash_table_unref(grammar->words);
    g_string_chunk_free(grammar->strings);
    g_free(grammar);
}

static const Vocabulary *vocabulary_for(const IsrXmlGrammar *grammar, const char *uri)
{
    return g_hash_table_lookup(grammar->vocabularies, uri);
}

const char *isr_xml_grammar_uri(const IsrXmlGrammar *grammar, const char *uri)
{
    const char *known = g_hash_table_lookup(grammar->aliases, uri);

    return known ? known : uri;
}

gboolean isr_xml_grammar_knows(const IsrXmlGrammar *grammar, const char *uri)
{
    return vocabulary_for(grammar, uri) != NULL;
}

const IsrXmlRule *isr_xml_grammar_rule(const IsrXmlGrammar *grammar, const char *uri,
                                       const char *local)
{
    const Vocabulary *vocabulary = vocabulary_for(grammar, uri);
    const IsrXmlRule *rule = vocabulary ? g_hash_table_lookup(vocabulary->elements, local) : NULL;

    return rule ? rule : &unlisted;
}

static const IsrXmlValueRule *find_value(const IsrXmlGrammar *grammar, const char *uri,
                                         const char *element, const char *attribute)
{
    char key[256]; /* this runs for each attribute: no allocation */

    if (g_snprintf(key, sizeof key, VALUE_KEY, uri, element, attribute) >= (gint)sizeof key)
        return NULL;
    return g_hash_table_lookup(grammar->values, key);
}

const IsrXmlValueRule *isr_xml_grammar_value(const IsrXmlGrammar *grammar, const char *element_uri,
                                             const char *element, const char *uri,
                                             const char *local)
{
    const Vocabulary *vocabulary = vocabulary_for(grammar, *uri ? uri : element_uri);
    const IsrXmlValueRule *rule = find_value(grammar, element_uri, element, local);

    if (!vocabulary || !g_hash_table_contains(vocabulary->attributes, local))
        return NULL;
    if (!rule)
        rule = find_value(grammar, *uri ? uri : element_uri, "", local);
    return rule ? rule : &checked;
}

/* --- values --- */

/* Hexadecimal numbers: colours, flags, GUIDs. Letters alone are more likely a word. */
static gboolean is_hexadecimal(const char *word, gsize length)
{
    gboolean digit = FALSE;

    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isxdigit(word[i]))
            return FALSE;
        digit = digit || g_ascii_isdigit(word[i]);
    }
    return digit || length == 6;
}

static gboolean is_known_word(const IsrXmlGrammar *grammar, const char *word, gsize length)
{
    char lower[64];

    if (length >= sizeof lower)
        return FALSE;
    for (gsize i = 0; i < length; i++)
        lower[i] = g_ascii_tolower(word[i]);
    lower[length] = 0;
    return g_hash_table_contains(grammar->words, lower);
}

/* "12pt", "rId5", "heading1", "90deg": a known word with a number before or after it. */
static gboolean is_plain_word(const IsrXmlGrammar *grammar, const char *word, gsize length)
{
    if (is_hexadecimal(word, length) || is_known_word(grammar, word, length))
        return TRUE;
    while (length > 0 && g_ascii_isdigit(*word))
        word++, length--;
    while (length > 0 && g_ascii_isdigit(word[length - 1]))
        length--;
    return length <= 1 || is_known_word(grammar, word, length);
}

gboolean isr_xml_grammar_is_plain(const IsrXmlGrammar *grammar, const char *value)
{
    while (*value) {
        gsize length = 0;

        if ((guchar)*value >= 0x80)
            return FALSE;
        while (g_ascii_isalnum(value[length]))
            length++;
        if (length > 0 && !is_plain_word(grammar, value, length))
            return FALSE;
        value += MAX(length, 1);
    }
    return TRUE;
}

/* --- prefixes --- */

static gboolean is_telling_nothing(const char *prefix)
{
    gsize letters = strspn(prefix, "abcdefghijklmnopqrstuvwxyz");
    gsize digits = strspn(prefix + letters, "0123456789");

    return prefix[letters + digits] == 0 && letters <= 2;
}

const char *isr_xml_grammar_prefix(const IsrXmlGrammar *grammar, const char *uri,
                                   const char *prefix)
{
    const Vocabulary *vocabulary = vocabulary_for(grammar, uri);

    if (!vocabulary || g_str_equal(prefix, vocabulary->source->prefix) ||
        is_telling_nothing(prefix))
        return prefix;
    return vocabulary->spare;
}

const char *isr_xml_grammar_carrier(const IsrXmlGrammar *grammar)
{
    return grammar->table->carrier;
}
