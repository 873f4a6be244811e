/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report of a batch: what it says, that it follows its schema, and that nothing in a journal
 * can make the page do anything. */
#include "isr_manifest.h"

#include "../src/batch/report.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HOSTILE "</td><script>alert(\"1\")</script><img src=x onerror='y'>&amp;\x01"
#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define FACTS                                                                                      \
    "{\"format\":\"docx\",\"name\":null,\"copy\":\"00\",\"cells\":3,\"checks\":[%s],\"counts\":"   \
    "[[\"name\",\"family\",\"remove\",1200],[\"name\",\"subject\",\"pseudonym\",30],"              \
    "[\"health\",\"subject\",\"keep\",4]]}"

typedef struct {
    char *folder;
    IsrPatterns patterns;
    IsrProfile *profile;
    IsrJob job;
    IsrBatch batch;
    IsrBatchSum sum;
    IsrConcerns *concerns;
    char *html, *json;
} Desk;

static void desk_init(Desk *desk)
{
    g_autofree char *profiles = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autoptr(GError) error = NULL;

    *desk = (Desk){.folder = g_dir_make_tmp("isredact-XXXXXX", &error)};
    desk->patterns.digest = (char *)DIGEST;
    desk->profile = isr_profile_load(profiles, "audit", &error);
    assert_no_error(error);
    desk->job = (IsrJob){.patterns = &desk->patterns, .profile = desk->profile};
    desk->batch = (IsrBatch){.job = &desk->job, .folder = desk->folder};
    desk->batch.journal = isr_journal_open(NULL, "", &error);
    assert_no_error(error);
    desk->concerns = isr_concerns_new();
    g_setenv("SOURCE_DATE_EPOCH", "0", TRUE);
}

static void desk_clear(Desk *desk)
{
    g_autofree char *line = g_strdup_printf("rm -r '%s'", desk->folder);

    assert_int_equal(system(line), 0);
    isr_concerns_free(desk->concerns);
    isr_journal_free(desk->batch.journal);
    isr_profile_free(desk->profile);
    g_free(desk->folder);
    g_free(desk->html);
    g_free(desk->json);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Desk, desk_clear)

/* A document with a copy at @copy (NULL: refused because of @sentence), to be looked at because of
 * @sentence (JSON). */
static void add_document(Desk *desk, gint64 number, const char *copy, const char *sentence)
{
    g_autofree char *place = g_strdup_printf("%064u", (guint)number), *answer = NULL;
    g_autoptr(GError) error = NULL;
    IsrEntry entry = {.place = place, .made = (char *)"1", .copy = (char *)copy};

    answer = copy ? g_strdup_printf(FACTS, sentence) : g_strdup(sentence);
    entry.answer = answer;
    entry.manifest = copy ? (char *)"a.manifest.json" : NULL;
    entry.status = copy ? (*sentence ? ISR_EXIT_CHECK : ISR_EXIT_CLEAN) : ISR_EXIT_INPUT;
    assert_true(isr_journal_note(desk->batch.journal, number, place, DIGEST, 9, NULL, &error));
    assert_true(isr_journal_set_survey(desk->batch.journal, place, 0, "\n", &error));
    assert_true(isr_journal_set_result(desk->batch.journal, &entry, &error));
    desk->sum.documents++;
    desk->sum.copies += copy != NULL;
    desk->sum.looks += entry.status == ISR_EXIT_CHECK;
    desk->sum.refused += !copy;
}

static char *load(const Desk *desk, const char *name)
{
    g_autofree char *path = g_build_filename(desk->folder, name, NULL);
    char *text = NULL;

    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void write_report(Desk *desk)
{
    g_autoptr(GError) error = NULL;

    assert_true(isr_report_write(&desk->batch, &desk->sum, desk->concerns, &error));
    assert_no_error(error);
    g_free(desk->html);
    g_free(desk->json);
    desk->html = load(desk, ISR_REPORT_HTML);
    desk->json = load(desk, ISR_REPORT_JSON);
}

/* All that can be in a report, with what tries to get out of it. */
static void fill(Desk *desk)
{
    const IsrConcernDoubt apart = {ISR_CONCERN_APART, "BBBB-CCCC", "DDDD-FFFF", 1};
    const IsrConcernDoubt joined = {ISR_CONCERN_JOINED, "GGGG-HHHH", "", 2};
    const IsrConcernLinkage made = {1, 3, 2, 0, TRUE}, open = {1, 2, 2, 0, FALSE};
    const IsrConcernSingle single = {"JJJJ-KKKK", (char *)"<b>age 12", 1, NULL};

    add_document(desk, 1, "school/" HOSTILE ".redacted.docx", "\"Look: <script>x</script>\"");
    add_document(desk, 2, NULL, "is strange " HOSTILE);
    add_document(desk, 3, "health/plan.redacted.docx", "");
    isr_concerns_add_doubt(desk->concerns, &apart);
    isr_concerns_add_doubt(desk->concerns, &joined);
    isr_concerns_add_linkage(desk->concerns, &made);
    isr_concerns_add_linkage(desk->concerns, &open);
    isr_concerns_add_single(desk->concerns, &single);
    desk->concerns->least = 5;
}

static void assert_says(const char *page, const char *text)
{
    if (!strstr(page, text))
        fail_msg("\"%s\" is not in: %s", text, page);
}

static guint count_of(const char *page, const char *text)
{
    guint n = 0;

    for (const char *p = strstr(page, text); p; p = strstr(p + 1, text))
        n++;
    return n;
}

static void what_needs_a_person_comes_first(void **state)
{
    g_auto(Desk) desk = {0};

    (void)state;
    desk_init(&desk);
    fill(&desk);
    write_report(&desk);
    assert_says(desk.html, "1 document has</strong> no copy.");
    assert_says(desk.html, "1 copy has</strong> something that a person must look at");
    assert_says(desk.html, "1 pair of copies</strong>, laid side by side");
    assert_says(desk.html, "2 doubts</strong>");
    assert_says(desk.html, "1 person</strong> could be picked out");
    assert_says(desk.html, "document 2, which has no copy");
    assert_says(desk.html, "<td class=\"n\">2,400</td>");
    assert_says(desk.html, "6 cells were left out of 2 copies");
    assert_true(strstr(desk.html, "What needs a person") < strstr(desk.html, "in numbers"));
    assert_says(desk.json, "\"because\" : \"Look\",\n   \"documents\" : 1");
}

static void where_nothing_does_it_says_so(void **state)
{
    g_auto(Desk) desk = {0};

    (void)state;
    desk_init(&desk);
    write_report(&desk);
    assert_says(desk.html, "Nothing in these documents was unsure");
    assert_says(desk.html, "Nothing was found in any document.");
    assert_null(strstr(desk.html, "id=\"refused\""));
}

static void it_follows_its_schema(void **state)
{
    g_auto(Desk) desk = {0};
    g_autofree char *path = NULL;
    int status;

    (void)state;
    desk_init(&desk);
    fill(&desk);
    write_report(&desk);
    path = g_build_filename(desk.folder, ISR_REPORT_JSON, NULL);
    status = validate_by("report.schema.json", path);
    if (status != NO_VALIDATOR)
        assert_int_equal(status, 0);
    g_unsetenv("SOURCE_DATE_EPOCH");
    desk.sum.worked = 3;
    desk.sum.seconds = 1.5;
    write_report(&desk);
    assert_says(desk.json, "\"documents_per_minute\" : 120");
    assert_says(desk.html, "worked on 3 documents and took 1.5 seconds: 120 documents a minute");
    status = validate_by("report.schema.json", path);
    if (status != NO_VALIDATOR)
        assert_int_equal(status, 0);
}

static void time_is_told_only_where_no_time_is_given(void **state)
{
    g_auto(Desk) desk = {0};
    g_autofree char *html = NULL, *json = NULL;

    (void)state;
    desk_init(&desk);
    fill(&desk);
    write_report(&desk);
    html = g_steal_pointer(&desk.html);
    json = g_steal_pointer(&desk.json);
    desk.sum.worked = 7;
    desk.sum.seconds = 99;
    write_report(&desk);
    assert_string_equal(desk.html, html);
    assert_string_equal(desk.json, json);
}

/* Elements that have no end. */
static gboolean is_void(const char *tag)
{
    return g_str_equal(tag, "meta") || g_str_equal(tag, "br");
}

static void assert_balanced(const char *page)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);

    for (const char *p = strchr(page, '<'); p; p = strchr(p + 1, '<')) {
        gboolean end = p[1] == '/';
        const char *name = p + 1 + end, *close = strchr(p, '>');
        g_autofree char *tag = g_strndup(name, strspn(name, G_CSET_a_2_z G_CSET_DIGITS));

        assert_non_null(close);
        if (p[1] == '!' || close[-1] == '/' || is_void(tag))
            continue;
        if (!end) {
            g_ptr_array_add(open, g_steal_pointer(&tag));
            continue;
        }
        assert_true(open->len > 0);
        assert_string_equal(open->pdata[open->len - 1], tag);
        g_ptr_array_set_size(open, (gint)open->len - 1);
    }
    assert_int_equal(open->len, 0);
}

static void nothing_gets_out_of_the_page(void **state)
{
    static const char *const never[] = {
        "<script", "<img",  "<b>",     "http:", "https:",     "src=\"",
        "@import", "<link", "<iframe", "\x01",  "javascript:"};
    g_auto(Desk) desk = {0};

    (void)state;
    desk_init(&desk);
    fill(&desk);
    write_report(&desk);
    for (guint i = 0; i < G_N_ELEMENTS(never); i++) {
        if (strstr(desk.html, never[i]))
            fail_msg("%s is in the page", never[i]);
    }
    assert_says(desk.html, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x "
                           "onerror=&#39;y&#39;&gt;&amp;amp;\xef\xbf\xbd.redacted.docx");
    assert_int_equal(count_of(desk.html, "url("), count_of(desk.html, "url(#"));
    assert_balanced(desk.html);
}

static void those_who_do_not_see_it_can_read_it(void **state)
{
    g_auto(Desk) desk = {0};

    (void)state;
    desk_init(&desk);
    fill(&desk);
    write_report(&desk);
    assert_says(desk.html, "<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
    assert_int_equal(count_of(desk.html, "<h1>"), 1);
    assert_int_equal(count_of(desk.html, "<th>"), 0);
    assert_int_equal(count_of(desk.html, "<th "), count_of(desk.html, "<th scope=\""));
    assert_int_equal(count_of(desk.html, "<table>"), count_of(desk.html, "<caption>"));
    assert_int_equal(count_of(desk.html, "role=\"img\""), 2);
    assert_int_equal(count_of(desk.html, "role=\"img\""), count_of(desk.html, "<desc id=\""));
    assert_int_equal(count_of(desk.html, "<svg"), count_of(desk.html, "role=\"img\"") +
                                                      count_of(desk.html, "aria-hidden=\"true\""));
}

/* --- colours --- */

static double part_of(const char *hex)
{
    double part = (double)(g_ascii_xdigit_value(hex[0]) * 16 + g_ascii_xdigit_value(hex[1])) / 255;

    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

/* Relative luminance, as WCAG defines it, of the colour that @scheme calls @name. */
static double luminance(const char *scheme, const char *name)
{
    g_autofree char *key = g_strdup_printf("--%s:#", name);
    const char *hex = strstr(scheme, key);
    char whole[7];

    assert_non_null(hex);
    hex += strlen(key);
    g_strlcpy(whole, hex, sizeof whole);
    if (strspn(hex, "0123456789abcdef") == 3)
        g_snprintf(whole, sizeof whole, "%c%c%c%c%c%c", hex[0], hex[0], hex[1], hex[1], hex[2],
                   hex[2]);
    return 0.2126 * part_of(whole) + 0.7152 * part_of(whole + 2) + 0.0722 * part_of(whole + 4);
}

static void assert_contrast(const char *scheme, const char *name, const char *ground)
{
    double a = luminance(scheme, name), b = luminance(scheme, ground);
    double ratio = (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);

    if (ratio < 4.5)
        fail_msg("%s on %s has %.2f in %.60s", name, ground, ratio, scheme);
}

static void colours_are_far_enough_apart(void **state)
{
    static const char *const names[] = {"ink", "soft", "link", "call", "gone", "less", "kept"};
    static const char *const schemes[] = {":root{color-scheme:light dark", "@media (prefers-color",
                                          "@media print"};
    g_auto(Desk) desk = {0};

    (void)state;
    desk_init(&desk);
    write_report(&desk);
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++) {
        const char *scheme = strstr(desk.html, schemes[i]);

        assert_non_null(scheme);
        for (guint k = 0; k < G_N_ELEMENTS(names); k++) {
            assert_contrast(scheme, names[k], "paper");
            assert_contrast(scheme, names[k], "band");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_needs_a_person_comes_first),
        cmocka_unit_test(where_nothing_does_it_says_so),
        cmocka_unit_test(it_follows_its_schema),
        cmocka_unit_test(time_is_told_only_where_no_time_is_given),
        cmocka_unit_test(nothing_gets_out_of_the_page),
        cmocka_unit_test(those_who_do_not_see_it_can_read_it),
        cmocka_unit_test(colours_are_far_enough_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
