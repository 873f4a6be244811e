/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of every community are found alike: sentences of records, each a block of its own, filled
 * with names that no training text holds. Prints the share found by origin; fails if the worst
 * is far from the best or the mean is low. */
#include "isr_test.h"

#include <isredact/detector.h>

#include <stdio.h>
#include <string.h>

/* Fillings of each sentence for each origin. */
#define ROUNDS 8
/* An origin with fewer forenames or surnames is left out: it would measure two or three words. */
#define FEWEST 3
#define LEAST_MEAN 97.0
#define MOST_APART 3.0

typedef struct {
    char *id;
    GPtrArray *forenames; /* of char * */
    GPtrArray *surnames;
    guint next_forename, next_surname;
    guint asked, found;
    GHashTable *missed; /* name -> how often */
} Origin;

static char **lines_of(const char *name)
{
    g_autofree char *path =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "tests", "fairness", name, NULL);
    char *text = NULL;

    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    char **lines = g_strsplit(text, "\n", -1);
    g_free(text);
    return lines;
}

static void origin_free(gpointer data)
{
    Origin *origin = data;

    g_free(origin->id);
    g_ptr_array_unref(origin->forenames);
    g_ptr_array_unref(origin->surnames);
    g_hash_table_unref(origin->missed);
    g_free(origin);
}

static Origin *origin_for(GPtrArray *origins, const char *id)
{
    for (guint i = 0; i < origins->len; i++)
        if (g_str_equal(((Origin *)origins->pdata[i])->id, id))
            return origins->pdata[i];
    Origin *origin = g_new0(Origin, 1);
    origin->id = g_strdup(id);
    origin->forenames = g_ptr_array_new_with_free_func(g_free);
    origin->surnames = g_ptr_array_new_with_free_func(g_free);
    origin->missed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_add(origins, origin);
    return origin;
}

static GPtrArray *read_origins(void)
{
    GPtrArray *origins = g_ptr_array_new_with_free_func(origin_free);
    g_auto(GStrv) lines = lines_of("names.tsv");

    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (**line == '#' || g_strv_length(cells) != 3)
            continue;
        Origin *origin = origin_for(origins, cells[0]);
        g_ptr_array_add(g_str_equal(cells[1], "forename") ? origin->forenames : origin->surnames,
                        g_strdup(cells[2]));
    }
    for (guint i = origins->len; i-- > 0;) {
        const Origin *origin = origins->pdata[i];
        if (origin->forenames->len < FEWEST || origin->surnames->len < FEWEST)
            g_ptr_array_remove_index(origins, i);
    }
    return origins;
}

static const char *next_forename(Origin *origin)
{
    return origin->forenames->pdata[origin->next_forename++ % origin->forenames->len];
}

static const char *next_surname(Origin *origin)
{
    return origin->surnames->pdata[origin->next_surname++ % origin->surnames->len];
}

/* Appends a name for the slot @kind to @text and its place to @places. */
static void fill_slot(Origin *origin, char kind, GString *text, GArray *places)
{
    IsrRange place = {text->len, 0};

    if (kind != 'S')
        g_string_append(text, next_forename(origin));
    if (kind == 'N')
        g_string_append_c(text, ' ');
    if (kind != 'F')
        g_string_append(text, next_surname(origin));
    place.end = text->len;
    g_array_append_val(places, place);
}

static void fill(Origin *origin, const char *pattern, GString *text, GArray *places)
{
    for (const char *p = pattern; *p != '\0'; p++) {
        if (p[0] == '{' && p[1] != '\0' && p[2] == '}') {
            fill_slot(origin, p[1], text, places);
            p += 2;
        } else {
            g_string_append_c(text, *p);
        }
    }
}

/* TRUE if every letter of @place is in a finding of a name. */
static gboolean is_found(const GArray *findings, const char *text, IsrRange place)
{
    for (gsize at = place.start; at < place.end; at++) {
        gboolean covered = !g_ascii_isalnum(text[at]) && (guchar)text[at] < 0x80;
        for (guint i = 0; i < findings->len && !covered; i++) {
            const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
            covered = finding->category == ISR_CATEGORY_NAME && finding->range.start <= at &&
                      at < finding->range.end;
        }
        if (!covered)
            return FALSE;
    }
    return TRUE;
}

static void count_miss(Origin *origin, const char *text, IsrRange place)
{
    char *name = g_strndup(text + place.start, place.end - place.start);
    guint times = GPOINTER_TO_UINT(g_hash_table_lookup(origin->missed, name));

    g_hash_table_replace(origin->missed, name, GUINT_TO_POINTER(times + 1));
}

static void ask(const IsrPatterns *patterns, Origin *origin, const char *pattern)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new(), places = NULL;
    g_autoptr(GString) text = g_string_new(NULL);

    places = g_array_new(FALSE, FALSE, sizeof(IsrRange));
    fill(origin, pattern, text, places);
    isr_block_append(block, text->str, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, NULL));
    for (guint i = 0; i < places->len; i++) {
        IsrRange place = g_array_index(places, IsrRange, i);
        gboolean found = is_found(findings, text->str, place);
        origin->asked++;
        origin->found += found ? 1 : 0;
        if (!found)
            count_miss(origin, text->str, place);
    }
}

static double share(const Origin *origin)
{
    return 100.0 * origin->found / origin->asked;
}

static void print_origin(const Origin *origin)
{
    g_autoptr(GList) names =
        g_list_sort(g_hash_table_get_keys(origin->missed), (GCompareFunc)strcmp);

    printf("  %-12s %5.1f %% of %u", origin->id, share(origin), origin->asked);
    for (GList *name = names; name != NULL; name = name->next)
        printf("%s %s", name == names ? "; missed" : ",", (const char *)name->data);
    printf("\n");
}

static void names_of_all_origins_are_found_alike(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPatterns) patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    g_autoptr(GPtrArray) origins = read_origins();
    g_auto(GStrv) sentences = lines_of("sentences.txt");
    double sum = 0, worst = 100, best = 0;

    (void)state;
    assert_no_error(error);
    assert_true(origins->len > 30);
    for (guint i = 0; i < origins->len; i++) {
        Origin *origin = origins->pdata[i];
        for (guint round = 0; round < ROUNDS; round++)
            for (char **line = sentences; *line != NULL; line++)
                if (**line != '#' && **line != '\0')
                    ask(patterns, origin, *line);
        print_origin(origin);
        sum += share(origin);
        worst = MIN(worst, share(origin));
        best = MAX(best, share(origin));
    }
    printf("  mean %.1f %%, worst %.1f %%, best %.1f %%\n", sum / origins->len, worst, best);
    assert_true(sum / origins->len >= LEAST_MEAN);
    assert_true(best - worst <= MOST_APART);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_of_all_origins_are_found_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
