/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names come from the lists of ../shared/data; what is invented is put together from halves of
 * real places and from kinds of bodies. */
#include "stock.h"

#include "source.h"
#include "tagger_traits.h"

#include <gio/gio.h>
#include <string.h>

#define KEPT_OUT_PERCENT 35
#define FEWEST_NAMES 8
/* Names that are ordinary words or places too: so many in a hundred. */
#define DOUBLE_PERCENT 15

typedef struct {
    char *id;
    GPtrArray *forenames; /* of char *, owned by the stock */
    GPtrArray *surnames;
} Origin;

struct Stock {
    GPtrArray *origins;
    GStringChunk *names;
    GPtrArray *forenames; /* all, the often given often */
    GArray *forename_sums;
    GPtrArray *surnames;
    GArray *surname_sums;
    GPtrArray *double_forenames; /* "Grace", "Winston" */
    GPtrArray *double_surnames;  /* "Young", "Lincoln" */
    GPtrArray *places;
    GPtrArray *heads; /* "Sunder", from "Sunderland" */
    GPtrArray *tails;
};

gboolean stock_is_kept_out(const char *name, const char *sources)
{
    char folded[TRAIT_BYTES];
    gsize n = isr_trait_fold(name, strlen(name), folded);

    return strstr(sources, "isredact") != NULL &&
           isr_trait_hash(folded, n) % 100 < KEPT_OUT_PERCENT;
}

static void origin_free(gpointer data)
{
    Origin *origin = data;

    g_ptr_array_unref(origin->forenames);
    g_ptr_array_unref(origin->surnames);
    g_free(origin->id);
    g_free(origin);
}

static Origin *origin_for(Stock *stock, const char *id)
{
    for (guint i = 0; i < stock->origins->len; i++) {
        Origin *origin = stock->origins->pdata[i];
        if (g_str_equal(origin->id, id))
            return origin;
    }
    Origin *origin = g_new0(Origin, 1);
    origin->id = g_strdup(id);
    origin->forenames = g_ptr_array_new();
    origin->surnames = g_ptr_array_new();
    g_ptr_array_add(stock->origins, origin);
    return origin;
}

static void put_sum(GArray *sums, double weight)
{
    double last = sums->len > 0 ? g_array_index(sums, double, sums->len - 1) : 0;
    double sum = last + weight;

    g_array_append_val(sums, sum);
}

/* Puts one line of a list: its name, weight, origins and sources. */
static void put_name(Stock *stock, const char *name, double weight, const char *origins,
                     const char *sources, gboolean surname)
{
    g_auto(GStrv) ids = g_strsplit(origins, ",", -1);

    if (stock_is_kept_out(name, sources) || strlen(name) < 2 || strchr(name, '.') != NULL)
        return;
    char *own = g_string_chunk_insert(stock->names, name);
    for (char **id = ids; *id != NULL; id++) {
        Origin *origin = **id != '\0' ? origin_for(stock, *id) : NULL;
        if (origin != NULL)
            g_ptr_array_add(surname ? origin->surnames : origin->forenames, own);
    }
    if (weight <= 0)
        return;
    g_ptr_array_add(surname ? stock->surnames : stock->forenames, own);
    put_sum(surname ? stock->surname_sums : stock->forename_sums, weight);
}

static gboolean read_names(Stock *stock, const char *folder, GError **error)
{
    g_auto(GStrv) forenames = source_lines(folder, "forenames.tsv.gz", error);
    g_auto(GStrv) surnames =
        forenames != NULL ? source_lines(folder, "surnames.tsv.gz", error) : NULL;

    for (char **line = forenames; surnames != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line != forenames && g_strv_length(cells) > 5)
            put_name(stock, cells[0], g_ascii_strtod(cells[2], NULL), cells[4], cells[5], FALSE);
    }
    for (char **line = surnames; line != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line != surnames && g_strv_length(cells) > 3)
            put_name(stock, cells[0], g_ascii_strtod(cells[1], NULL), cells[2], cells[3], TRUE);
    }
    for (guint i = stock->origins->len; i-- > 0;) {
        const Origin *origin = stock->origins->pdata[i];
        if (origin->forenames->len < FEWEST_NAMES || origin->surnames->len < FEWEST_NAMES)
            g_ptr_array_remove_index(stock->origins, i);
    }
    return surnames != NULL;
}

/* "Sunderland" gives the halves "Sunder" and "land" to coin others with. */
static void put_halves(Stock *stock, const char *name)
{
    gsize length = strlen(name), middle = length / 2;

    for (gsize i = 0; i < length; i++)
        if (!g_ascii_isalpha(name[i]))
            return;
    if (length < 6 || length > 12)
        return;
    g_ptr_array_add(stock->heads, g_string_chunk_insert_len(stock->names, name, (gssize)middle));
    g_ptr_array_add(stock->tails, g_string_chunk_insert(stock->names, name + middle));
}

static gboolean read_places(Stock *stock, const char *folder, GError **error)
{
    static const char *const files[] = {"places-gb.tsv.gz", "places-world.tsv"};

    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_auto(GStrv) lines = source_lines(folder, files[i], error);
        if (lines == NULL)
            return FALSE;
        for (char **line = lines + 1; *line != NULL; line++) {
            (*line)[strcspn(*line, "\t")] = '\0';
            if (**line == '\0')
                continue;
            g_ptr_array_add(stock->places, g_string_chunk_insert(stock->names, *line));
            put_halves(stock, *line);
        }
    }
    return TRUE;
}

/* Names that are ordinary words too. */
static gboolean read_doubles(Stock *stock, const char *folder, GError **error)
{
    g_auto(GStrv) lines = source_lines(folder, "ambiguous-names.tsv", error);

    for (char **line = lines; line != NULL && *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (line == lines || g_strv_length(cells) < 8 || stock_is_kept_out(cells[0], "isredact"))
            continue;
        char *own = g_string_chunk_insert(stock->names, cells[0]);
        if (g_ascii_strtod(cells[5], NULL) >= 100)
            g_ptr_array_add(stock->double_forenames, own);
        if (g_ascii_strtod(cells[7], NULL) >= 10)
            g_ptr_array_add(stock->double_surnames, own);
    }
    return lines != NULL;
}

/* Those of @names that are places too go to @doubles. */
static void put_placed(const GPtrArray *names, GHashTable *places, GPtrArray *doubles)
{
    for (guint i = 0; i < names->len; i++)
        if (g_hash_table_contains(places, names->pdata[i]))
            g_ptr_array_add(doubles, names->pdata[i]);
}

static void find_placed(Stock *stock)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < stock->places->len; i++)
        g_hash_table_add(places, stock->places->pdata[i]);
    put_placed(stock->forenames, places, stock->double_forenames);
    put_placed(stock->surnames, places, stock->double_surnames);
}

Stock *stock_read(const char *data, GError **error)
{
    g_autoptr(Stock) stock = g_new0(Stock, 1);
    g_autofree char *folder = g_build_filename(data, "gazetteers", NULL);

    stock->origins = g_ptr_array_new_with_free_func(origin_free);
    stock->names = g_string_chunk_new(1 << 16);
    stock->forenames = g_ptr_array_new();
    stock->surnames = g_ptr_array_new();
    stock->double_forenames = g_ptr_array_new();
    stock->double_surnames = g_ptr_array_new();
    stock->places = g_ptr_array_new();
    stock->heads = g_ptr_array_new();
    stock->tails = g_ptr_array_new();
    stock->forename_sums = g_array_new(FALSE, FALSE, sizeof(double));
    stock->surname_sums = g_array_new(FALSE, FALSE, sizeof(double));
    if (!read_names(stock, folder, error) || !read_places(stock, folder, error) ||
        !read_doubles(stock, folder, error))
        return NULL;
    find_placed(stock);
    return g_steal_pointer(&stock);
}

void stock_free(Stock *stock)
{
    if (stock == NULL)
        return;
    g_ptr_array_unref(stock->origins);
    g_ptr_array_unref(stock->forenames);
    g_ptr_array_unref(stock->surnames);
    g_ptr_array_unref(stock->double_forenames);
    g_ptr_array_unref(stock->double_surnames);
    g_ptr_array_unref(stock->places);
    g_ptr_array_unref(stock->heads);
    g_ptr_array_unref(stock->tails);
    g_array_unref(stock->forename_sums);
    g_array_unref(stock->surname_sums);
    g_string_chunk_free(stock->names);
    g_free(stock);
}

guint stock_origin(const Stock *stock, Chance *chance)
{
    return chance_is(chance, 40) ? STOCK_FREQUENT : chance_below(chance, stock->origins->len);
}

static const char *any(const GPtrArray *names, Chance *chance)
{
    return names->pdata[chance_below(chance, names->len)];
}

/* One of @names, as often as its share of @sums says. */
static const char *frequent(const GPtrArray *names, const GArray *sums, Chance *chance)
{
    double at =
        (double)chance_next(chance) / 4294967296.0 * g_array_index(sums, double, sums->len - 1);
    guint low = 0, high = sums->len - 1;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(sums, double, middle) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return names->pdata[low];
}

const char *stock_forename(const Stock *stock, guint origin, Chance *chance)
{
    if (origin == STOCK_DOUBLE || chance_is(chance, DOUBLE_PERCENT))
        return any(stock->double_forenames, chance);
    if (origin == STOCK_FREQUENT)
        return frequent(stock->forenames, stock->forename_sums, chance);
    return any(((Origin *)stock->origins->pdata[origin])->forenames, chance);
}

const char *stock_surname(const Stock *stock, guint origin, Chance *chance)
{
    if (origin == STOCK_DOUBLE || chance_is(chance, DOUBLE_PERCENT))
        return any(stock->double_surnames, chance);
    if (origin == STOCK_FREQUENT)
        return frequent(stock->surnames, stock->surname_sums, chance);
    return any(((Origin *)stock->origins->pdata[origin])->surnames, chance);
}

char *stock_place(const Stock *stock, Chance *chance)
{
    if (chance_is(chance, 60))
        return g_strdup(any(stock->places, chance));
    const char *head = any(stock->heads, chance);
    return g_strconcat(head, any(stock->tails, chance), NULL);
}

/* What a body or street is called after: a place, a surname, a saint, a plain word. */
static char *stem(const Stock *stock, Chance *chance)
{
    static const char *const words[] = {"Oak",      "Meadow",   "Willow",  "Park",    "Station",
                                        "Church",   "Mill",     "Bridge",  "Queens",  "Kings",
                                        "Victoria", "Albert",   "Sunrise", "Rainbow", "Riverside",
                                        "Hillside", "Beech",    "Acorn",   "Castle",  "Abbey",
                                        "Grange",   "Lakeside", "Orchard", "Holly",   "Hawthorn"};

    switch (chance_below(chance, 6)) {
    case 0:
        return g_strconcat("St ", stock_forename(stock, STOCK_FREQUENT, chance), "'s", NULL);
    case 1:
        return g_strdup(stock_surname(stock, STOCK_FREQUENT, chance));
    case 2:
    case 3:
        return g_strdup(words[chance_below(chance, G_N_ELEMENTS(words))]);
    default:
        return stock_place(stock, chance);
    }
}

char *stock_body(const Stock *stock, Chance *chance)
{
    static const char *const kinds[] = {"Primary School",
                                        "Infant School",
                                        "Junior School",
                                        "High School",
                                        "Academy",
                                        "Grammar School",
                                        "College",
                                        "Nursery",
                                        "Preschool",
                                        "Surgery",
                                        "Medical Centre",
                                        "Health Centre",
                                        "Medical Practice",
                                        "Hospital",
                                        "Infirmary",
                                        "Clinic",
                                        "Council",
                                        "Borough Council",
                                        "County Council",
                                        "Constabulary",
                                        "Police",
                                        "NHS Trust",
                                        "Children's Centre",
                                        "Family Hub",
                                        "Housing",
                                        "House",
                                        "Community Centre",
                                        "Solicitors",
                                        "Women's Aid",
                                        "Trust",
                                        "Catholic Primary School",
                                        "C of E Primary School",
                                        "Pharmacy",
                                        "Dental Practice",
                                        "Residential Home",
                                        "Youth Club",
                                        "Foundation",
                                        "Ltd",
                                        "University",
                                        "Magistrates' Court",
                                        "Family Court",
                                        "Leisure Centre",
                                        "Football Club",
                                        "Church"};
    static const char *const bare[] = {"Bright Start",    "Home-Start", "First Steps",
                                       "New Horizons",    "Safe Haven", "Open Door",
                                       "Stepping Stones", "The Bridge"};
    g_autofree char *own = stem(stock, chance);

    if (chance_is(chance, 6))
        return g_strdup(bare[chance_below(chance, G_N_ELEMENTS(bare))]);
    if (chance_is(chance, 6)) {
        const char *second = stock_surname(stock, STOCK_FREQUENT, chance);
        return g_strconcat(stock_surname(stock, STOCK_FREQUENT, chance), " & ", second,
                           chance_is(chance, 50) ? " LLP" : " Solicitors", NULL);
    }
    return g_strconcat(own, " ", kinds[chance_below(chance, G_N_ELEMENTS(kinds))], NULL);
}

char *stock_thing(const Stock *stock, Chance *chance)
{
    static const char *const tails[] = {"ex", "ol", "ify", "pad", "ine", "um", "aze", "ix", "o"};
    g_autofree char *head = g_strdup(any(stock->heads, chance));

    if (chance_is(chance, 30))
        return g_strconcat(head, tails[chance_below(chance, G_N_ELEMENTS(tails))], " ",
                           chance_is(chance, 50) ? "Plus" : "Pro", NULL);
    return g_strconcat(head, tails[chance_below(chance, G_N_ELEMENTS(tails))], NULL);
}

char *stock_street(const Stock *stock, Chance *chance)
{
    static const char *const types[] = {"Road",    "Street", "Avenue",   "Lane", "Close",
                                        "Drive",   "Court",  "Crescent", "Way",  "Place",
                                        "Gardens", "Grove",  "Terrace",  "Hill", "Walk",
                                        "Rise",    "Row",    "View",     "Mews", "Square"};
    static const char *const fronts[] = {"", "", "", "", "Flat 2, ", "Flat 14B, ", "Apartment 6, "};
    g_autofree char *own = stem(stock, chance);

    return g_strdup_printf("%s%u%s %s %s", fronts[chance_below(chance, G_N_ELEMENTS(fronts))],
                           1 + chance_below(chance, 180), chance_is(chance, 6) ? "a" : "", own,
                           types[chance_below(chance, G_N_ELEMENTS(types))]);
}

static void write_line(GString *out, const char *line, const char *kind, guint origins)
{
    g_auto(GStrv) cells = g_strsplit(line, "\t", -1);

    if (g_strv_length(cells) <= origins + 1 || !stock_is_kept_out(cells[0], cells[origins + 1]) ||
        strchr(cells[0], ' ') != NULL)
        return;
    g_auto(GStrv) ids = g_strsplit(cells[origins], ",", -1);
    for (char **id = ids; *id != NULL; id++)
        if (g_ascii_islower(**id))
            g_string_append_printf(out, "%s\t%s\t%s\n", *id, kind, cells[0]);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

gboolean stock_write_kept_out(const char *data, const char *path, GError **error)
{
    g_autofree char *folder = g_build_filename(data, "gazetteers", NULL);
    g_auto(GStrv) forenames = source_lines(folder, "forenames.tsv.gz", error);
    g_auto(GStrv) surnames =
        forenames != NULL ? source_lines(folder, "surnames.tsv.gz", error) : NULL;
    g_autoptr(GString) out = g_string_new(NULL);

    for (char **line = forenames; surnames != NULL && *line != NULL; line++)
        write_line(out, *line, "forename", 4);
    for (char **line = surnames; line != NULL && *line != NULL; line++)
        write_line(out, *line, "surname", 2);
    if (surnames == NULL)
        return FALSE;
    g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
    qsort(lines, g_strv_length(lines), sizeof *lines, by_text);
    g_autofree char *text = g_strjoinv("\n", lines);
    return g_file_set_contents(path, g_strchug(text), -1, error);
}
