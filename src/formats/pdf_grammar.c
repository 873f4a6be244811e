/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar as a table, and the walk along it. */
#include "pdf_grammar.h"

#include <isredact/error.h>

#include <string.h>

typedef enum {
    VALUE_NUMBER,
    VALUE_NUMBERS, /* an array of them */
    VALUE_WIDTHS,  /* numbers and arrays of numbers */
    VALUE_NAME,    /* one of the entry's words */
    VALUE_COLOURS, /* a name, or a palette */
    VALUE_STRING,
    VALUE_DICT,   /* as the entry's next place */
    VALUE_DICTS,  /* an array of them */
    VALUE_MAP,    /* dictionaries under names such as "/T0" */
    VALUE_LABELS, /* page numbers, each with a dictionary */
    VALUE_STREAM,
    VALUE_STREAMS, /* under names such as "/I0" */
    VALUE_PARENT
} ValueKind;

typedef enum {
    PLACE_NONE,
    PLACE_TRAILER,
    PLACE_CATALOG,
    PLACE_INFO,
    PLACE_LABELS,
    PLACE_LABEL,
    PLACE_TREE,
    PLACE_PAGE,
    PLACE_RESOURCES,
    PLACE_FONT,
    PLACE_DESCENDANT,
    PLACE_SYSTEM,
    PLACE_DESCRIPTOR,
    PLACE_CONTENTS,
    PLACE_PICTURE,
    PLACE_DATA,
    PLACE_PROGRAM,
    N_PLACES
} Place;

typedef struct {
    const char *key;
    ValueKind kind;
    Place next;
    const char *words; /* with a space after each */
    IsrPdfStreamKind stream;
} Entry;

#define MOST_ENTRIES 16

/* Values come in the order of their keys in the table: fonts before the pages' contents. */
static const struct {
    const char *what; /* for messages */
    Entry entries[MOST_ENTRIES];
} places[N_PLACES] = {
    [PLACE_TRAILER] = {"its trailer",
                       {{"/Type", VALUE_NAME, PLACE_NONE, "/XRef ", 0},
                        {"/Size", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/W", VALUE_NUMBERS, PLACE_NONE, NULL, 0},
                        {"/Length", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/Filter", VALUE_NAME, PLACE_NONE, "/FlateDecode ", 0},
                        {"/Root", VALUE_DICT, PLACE_CATALOG, NULL, 0},
                        {"/Info", VALUE_DICT, PLACE_INFO, NULL, 0}}},
    [PLACE_CATALOG] = {"its catalog",
                       {{"/Type", VALUE_NAME, PLACE_NONE, "/Catalog ", 0},
                        {"/PageLabels", VALUE_DICT, PLACE_LABELS, NULL, 0},
                        {"/Pages", VALUE_DICT, PLACE_TREE, NULL, 0}}},
    [PLACE_INFO] = {"its properties", {{"/Producer", VALUE_STRING, PLACE_NONE, NULL, 0}}},
    [PLACE_LABELS] = {"its page labels", {{"/Nums", VALUE_LABELS, PLACE_LABEL, NULL, 0}}},
    [PLACE_LABEL] = {"its page labels",
                     {{"/S", VALUE_NAME, PLACE_NONE, "/D /r /R ", 0},
                      {"/St", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                      {"/P", VALUE_STRING, PLACE_NONE, NULL, 0}}},
    [PLACE_TREE] = {"its list of pages",
                    {{"/Type", VALUE_NAME, PLACE_NONE, "/Pages ", 0},
                     {"/Count", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                     {"/Kids", VALUE_DICTS, PLACE_PAGE, NULL, 0}}},
    [PLACE_PAGE] = {"a page",
                    {{"/Type", VALUE_NAME, PLACE_NONE, "/Page ", 0},
                     {"/Parent", VALUE_PARENT, PLACE_NONE, NULL, 0},
                     {"/MediaBox", VALUE_NUMBERS, PLACE_NONE, NULL, 0},
                     {"/Resources", VALUE_DICT, PLACE_RESOURCES, NULL, 0},
                     {"/Contents", VALUE_STREAM, PLACE_CONTENTS, NULL, ISR_PDF_STREAM_CONTENTS}}},
    [PLACE_RESOURCES] = {"a page",
                         {{"/Font", VALUE_MAP, PLACE_FONT, NULL, 0},
                          {"/XObject", VALUE_STREAMS, PLACE_PICTURE, NULL,
                           ISR_PDF_STREAM_PICTURE}}},
    [PLACE_FONT] = {"a font",
                    {{"/Type", VALUE_NAME, PLACE_NONE, "/Font ", 0},
                     {"/Subtype", VALUE_NAME, PLACE_NONE, "/Type0 ", 0},
                     {"/BaseFont", VALUE_NAME, PLACE_NONE, "/Glyphless ", 0},
                     {"/Encoding", VALUE_NAME, PLACE_NONE, "/Identity-H ", 0},
                     {"/ToUnicode", VALUE_STREAM, PLACE_DATA, NULL, ISR_PDF_STREAM_UNICODE},
                     {"/DescendantFonts", VALUE_DICTS, PLACE_DESCENDANT, NULL, 0}}},
    [PLACE_DESCENDANT] = {"a font",
                          {{"/Type", VALUE_NAME, PLACE_NONE, "/Font ", 0},
                           {"/Subtype", VALUE_NAME, PLACE_NONE, "/CIDFontType2 ", 0},
                           {"/BaseFont", VALUE_NAME, PLACE_NONE, "/Glyphless ", 0},
                           {"/CIDSystemInfo", VALUE_DICT, PLACE_SYSTEM, NULL, 0},
                           {"/FontDescriptor", VALUE_DICT, PLACE_DESCRIPTOR, NULL, 0},
                           {"/CIDToGIDMap", VALUE_STREAM, PLACE_DATA, NULL, ISR_PDF_STREAM_GLYPHS},
                           {"/DW", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                           {"/W", VALUE_WIDTHS, PLACE_NONE, NULL, 0}}},
    [PLACE_SYSTEM] = {"a font",
                      {{"/Registry", VALUE_STRING, PLACE_NONE, NULL, 0},
                       {"/Ordering", VALUE_STRING, PLACE_NONE, NULL, 0},
                       {"/Supplement", VALUE_NUMBER, PLACE_NONE, NULL, 0}}},
    [PLACE_DESCRIPTOR] = {"a font",
                          {{"/Type", VALUE_NAME, PLACE_NONE, "/FontDescriptor ", 0},
                           {"/FontName", VALUE_NAME, PLACE_NONE, "/Glyphless ", 0},
                           {"/Flags", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                           {"/FontBBox", VALUE_NUMBERS, PLACE_NONE, NULL, 0},
                           {"/ItalicAngle", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                           {"/Ascent", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                           {"/Descent", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                           {"/CapHeight", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                           {"/StemV", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                           {"/FontFile2", VALUE_STREAM, PLACE_PROGRAM, NULL,
                            ISR_PDF_STREAM_PROGRAM}}},
    [PLACE_CONTENTS] = {"a page's contents",
                        {{"/Length", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                         {"/Filter", VALUE_NAME, PLACE_NONE, "/FlateDecode ", 0}}},
    [PLACE_PICTURE] = {"a picture",
                       {{"/Type", VALUE_NAME, PLACE_NONE, "/XObject ", 0},
                        {"/Subtype", VALUE_NAME, PLACE_NONE, "/Image ", 0},
                        {"/Width", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/Height", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/BitsPerComponent", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/ColorSpace", VALUE_COLOURS, PLACE_NONE, "/DeviceGray /DeviceRGB ", 0},
                        {"/Length", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/Filter", VALUE_NAME, PLACE_NONE, "/FlateDecode /DCTDecode ", 0}}},
    [PLACE_DATA] = {"a font",
                    {{"/Length", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                     {"/Filter", VALUE_NAME, PLACE_NONE, "/FlateDecode ", 0}}},
    [PLACE_PROGRAM] = {"a font",
                       {{"/Length", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/Length1", VALUE_NUMBER, PLACE_NONE, NULL, 0},
                        {"/Filter", VALUE_NAME, PLACE_NONE, "/FlateDecode ", 0}}},
};

typedef struct {
    qpdf_data objects;
    IsrPdfMet met;
    guint count;
    guint8 *seen; /* by object: PLACE_... as which it was walked, 0: not yet */
    guint reached;
    GError **error;
} Walk;

static gboolean refuse(Walk *walk, Place place)
{
    g_set_error(walk->error, ISR_ERROR, ISR_ERROR_LEAK,
                "%s in the copy is not as isredact writes it", places[place].what);
    return FALSE;
}

/* Notes that @object was reached as @place; FALSE if it was reached as something else. *@again: it
 * was walked before. */
static gboolean reach(Walk *walk, qpdf_oh object, Place place, gboolean *again)
{
    const int number = qpdf_oh_get_object_id(walk->objects, object);

    *again = FALSE;
    if (number == 0)
        return TRUE; /* direct */
    if (number < 0 || (guint)number > walk->count ||
        qpdf_oh_get_generation(walk->objects, object) != 0)
        return refuse(walk, place);
    *again = walk->seen[number] == place;
    if (walk->seen[number] && !*again)
        return refuse(walk, place);
    walk->reached += !*again;
    walk->seen[number] = (guint8)place;
    return TRUE;
}

static gboolean is_direct(Walk *walk, qpdf_oh object)
{
    return qpdf_oh_get_object_id(walk->objects, object) == 0;
}

static gboolean is_word(Walk *walk, qpdf_oh object, const char *words)
{
    g_autofree char *word = NULL;

    if (!qpdf_oh_is_name(walk->objects, object) || !is_direct(walk, object))
        return FALSE;
    word = g_strconcat(qpdf_oh_get_name(walk->objects, object), " ", NULL);
    return strstr(words, word) != NULL && strchr(word, ' ') == word + strlen(word) - 1;
}

static gboolean is_number(Walk *walk, qpdf_oh object)
{
    return qpdf_oh_is_number(walk->objects, object) && is_direct(walk, object);
}

/* TRUE if all items of an array are numbers; @depth: or arrays of them. */
static gboolean are_numbers(Walk *walk, qpdf_oh array, guint depth)
{
    if (!qpdf_oh_is_array(walk->objects, array) || !is_direct(walk, array))
        return FALSE;
    for (int i = 0; i < qpdf_oh_get_array_n_items(walk->objects, array); i++) {
        const qpdf_oh item = qpdf_oh_get_array_item(walk->objects, array, i);
        const gboolean fits =
            is_number(walk, item) || (depth && are_numbers(walk, item, depth - 1));

        qpdf_oh_release(walk->objects, item);
        if (!fits)
            return FALSE;
    }
    return TRUE;
}

/* [/Indexed /DeviceRGB 15 <...>]: as many colours as it says, and no byte more. */
static gboolean is_palette(Walk *walk, qpdf_oh array)
{
    const qpdf_data objects = walk->objects;
    size_t length;

    if (!qpdf_oh_is_array(objects, array) || !is_direct(walk, array) ||
        qpdf_oh_get_array_n_items(objects, array) != 4)
        return FALSE;
    const qpdf_oh base = qpdf_oh_get_array_item(objects, array, 1),
                  last = qpdf_oh_get_array_item(objects, array, 2),
                  table = qpdf_oh_get_array_item(objects, array, 3);
    const long long colours = qpdf_oh_get_int_value(objects, last) + 1;

    qpdf_oh_get_binary_string_value(objects, table, &length);
    return is_word(walk, qpdf_oh_get_array_item(objects, array, 0), "/Indexed ") &&
           is_word(walk, base, "/DeviceGray /DeviceRGB ") && is_number(walk, last) &&
           qpdf_oh_is_string(objects, table) && is_direct(walk, table) && colours >= 1 &&
           colours <= 256 &&
           length == (size_t)colours *
                         (g_str_equal(qpdf_oh_get_name(objects, base), "/DeviceRGB") ? 3 : 1);
}

static gboolean walk_dict(Walk *walk, qpdf_oh dict, Place place);

static gboolean walk_string(Walk *walk, qpdf_oh value, Place place)
{
    size_t length;
    const char *bytes;

    if (!qpdf_oh_is_string(walk->objects, value) || !is_direct(walk, value))
        return refuse(walk, place);
    bytes = qpdf_oh_get_binary_string_value(walk->objects, value, &length);
    return walk->met.string(walk->met.self, (const guint8 *)bytes, length, walk->error);
}

static gboolean walk_stream(Walk *walk, qpdf_oh value, qpdf_oh owner, const Entry *entry)
{
    gboolean again;
    qpdf_oh dict;

    if (!qpdf_oh_is_stream(walk->objects, value) || is_direct(walk, value) ||
        !reach(walk, value, entry->next, &again))
        return FALSE;
    if (again)
        return TRUE;
    dict = qpdf_oh_get_dict(walk->objects, value);
    return walk_dict(walk, dict, entry->next) &&
           walk->met.stream(walk->met.self, entry->stream,
                            (guint)qpdf_oh_get_object_id(walk->objects, value), dict, owner,
                            walk->error);
}

/* @skip: items that are numbers stand between the dictionaries. */
static gboolean walk_array(Walk *walk, qpdf_oh array, Place place, gboolean skip)
{
    if (!qpdf_oh_is_array(walk->objects, array) || !is_direct(walk, array))
        return FALSE;
    for (int i = 0; i < qpdf_oh_get_array_n_items(walk->objects, array); i++) {
        const qpdf_oh item = qpdf_oh_get_array_item(walk->objects, array, i);

        if (!(skip && i % 2 == 0 ? is_number(walk, item) : walk_dict(walk, item, place)))
            return FALSE;
    }
    return TRUE;
}

/* "/T0" and the like. */
static gboolean is_resource(const char *key)
{
    const gsize length = strlen(key);

    return length >= 3 && length <= 8 && (key[1] == 'T' || key[1] == 'I') &&
           strspn(key + 2, "0123456789") == length - 2;
}

static GPtrArray *keys_of(Walk *walk, qpdf_oh dict)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);

    qpdf_oh_begin_dict_key_iter(walk->objects, dict);
    while (qpdf_oh_dict_more_keys(walk->objects))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(walk->objects)));
    return keys;
}

static gboolean walk_map(Walk *walk, qpdf_oh map, const Entry *entry)
{
    g_autoptr(GPtrArray) keys = NULL;
    gboolean again;

    if (!qpdf_oh_is_dictionary(walk->objects, map) || !reach(walk, map, N_PLACES, &again))
        return FALSE;
    keys = keys_of(walk, map);
    for (guint i = 0; i < keys->len; i++) {
        const qpdf_oh value = qpdf_oh_get_key(walk->objects, map, keys->pdata[i]);

        if (!is_resource(keys->pdata[i]) ||
            !(entry->kind == VALUE_STREAMS ? walk_stream(walk, value, map, entry)
                                           : walk_dict(walk, value, entry->next)))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_tree(Walk *walk, qpdf_oh value)
{
    const int number = qpdf_oh_get_object_id(walk->objects, value);

    return number > 0 && (guint)number <= walk->count && walk->seen[number] == PLACE_TREE;
}

static gboolean walk_value(Walk *walk, qpdf_oh value, qpdf_oh owner, const Entry *entry,
                           Place place)
{
    switch (entry->kind) {
    case VALUE_NUMBER:
        return is_number(walk, value);
    case VALUE_NUMBERS:
        return are_numbers(walk, value, 0);
    case VALUE_WIDTHS:
        return are_numbers(walk, value, 1);
    case VALUE_NAME:
        return is_word(walk, value, entry->words);
    case VALUE_COLOURS:
        return is_word(walk, value, entry->words) || is_palette(walk, value);
    case VALUE_STRING:
        return walk_string(walk, value, place);
    case VALUE_DICT:
        return walk_dict(walk, value, entry->next);
    case VALUE_DICTS:
        return walk_array(walk, value, entry->next, FALSE);
    case VALUE_LABELS:
        return walk_array(walk, value, entry->next, TRUE);
    case VALUE_MAP:
    case VALUE_STREAMS:
        return walk_map(walk, value, entry);
    case VALUE_STREAM:
        return walk_stream(walk, value, owner, entry);
    case VALUE_PARENT:
        return is_tree(walk, value);
    }
    return FALSE;
}

static gboolean walk_dict(Walk *walk, qpdf_oh dict, Place place)
{
    const Entry *entries = places[place].entries;
    guint known = 0, keys = 0;
    gboolean again;

    if (!qpdf_oh_is_dictionary(walk->objects, dict) || !reach(walk, dict, place, &again))
        return walk->error && *walk->error ? FALSE : refuse(walk, place);
    if (again)
        return TRUE;
    for (guint i = 0; i < MOST_ENTRIES && entries[i].key; i++) {
        const qpdf_oh value = qpdf_oh_get_key(walk->objects, dict, entries[i].key);

        if (!qpdf_oh_has_key(walk->objects, dict, entries[i].key))
            continue;
        known++;
        if (!walk_value(walk, value, dict, &entries[i], place))
            return walk->error && *walk->error ? FALSE : refuse(walk, place);
    }
    qpdf_oh_begin_dict_key_iter(walk->objects, dict);
    while (qpdf_oh_dict_more_keys(walk->objects)) {
        qpdf_oh_dict_next_key(walk->objects);
        keys++;
    }
    return keys == known || refuse(walk, place);
}

/* The table itself is an object, to which nothing leads but the file's end. */
static gboolean walk_table(Walk *walk, qpdf_oh trailer)
{
    qpdf_oh table = qpdf_get_object_by_id(walk->objects, (int)walk->count, 0);

    walk->reached++;
    if (walk->seen[walk->count] || !qpdf_oh_is_stream(walk->objects, table))
        return refuse(walk, PLACE_TRAILER);
    walk->seen[walk->count] = PLACE_TRAILER;
    return walk->met.stream(walk->met.self, ISR_PDF_STREAM_TABLE, walk->count, trailer, trailer,
                            walk->error);
}

gboolean isr_pdf_grammar_walk(qpdf_data objects, guint count, IsrPdfMet met, GError **error)
{
    g_autofree guint8 *seen = g_new0(guint8, (gsize)count + 1);
    g_autoptr(GError) problem = NULL;
    Walk walk = {.objects = objects, .met = met, .count = count, .seen = seen, .error = &problem};
    const qpdf_oh trailer = qpdf_get_trailer(objects);

    if (!walk_dict(&walk, trailer, PLACE_TRAILER) || !walk_table(&walk, trailer)) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return FALSE;
    }
    if (walk.reached == count)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK, "the copy holds objects to which nothing leads");
    return FALSE;
}
