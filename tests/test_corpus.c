/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The corpus is what it says it is: every gold file can be read, its numbers pass their checks
 * (which are written here a second time, so that the program cannot agree with its own mistakes),
 * everything in it is invented, and the documents beside it are what the builder makes of it. */
#include "isr_test.h"

#include "build.h"

#include <gio/gio.h>
#include <string.h>

/* Letters and digits of @value, upper case. */
static char *bare(const char *value)
{
    GString *bare = g_string_new(NULL);

    for (; *value; value++) {
        if (g_ascii_isalnum(*value))
            g_string_append_c(bare, g_ascii_toupper(*value));
    }
    return g_string_free(bare, FALSE);
}

static guint weighed(const char *digits, gsize length, guint first, gint step)
{
    guint sum = 0;

    for (gsize i = 0; i < length; i++)
        sum += (guint)g_ascii_digit_value(digits[i]) * (first + (guint)((gint)i * step));
    return sum;
}

static gboolean nhs_number(const char *value)
{
    return strlen(value) == 10 && weighed(value, 10, 10, -1) % 11 == 0;
}

static gboolean uln(const char *value)
{
    return strlen(value) == 10 && weighed(value, 10, 10, -1) % 11 == 10;
}

static gboolean upn(const char *value)
{
    return strlen(value) == 13 &&
           value[0] == "ABCDEFGHJKLMNPQRTUVWXYZ"[weighed(value + 1, 12, 2, 1) % 23];
}

static gboolean payment_card(const char *value)
{
    gsize length = strlen(value);
    guint sum = 0;

    for (gsize i = 0; i < length; i++) {
        guint digit = (guint)g_ascii_digit_value(value[length - 1 - i]) << (i % 2);

        sum += digit > 9 ? digit - 9 : digit;
    }
    return length >= 13 && length <= 19 && sum % 10 == 0;
}

static gboolean iban(const char *value)
{
    guint rest = 0;

    if (strlen(value) != 22)
        return FALSE;
    g_autofree char *all = g_strdup_printf("%s%.4s", value + 4, value);

    for (const char *at = all; *at; at++) {
        guint digit = g_ascii_isdigit(*at) ? (guint)(*at - '0') : (guint)(*at - 'A') + 10;

        rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
    }
    return rest == 1;
}

static gboolean nino(const char *value)
{
    return strlen(value) == 9 && !strchr("DFIQUV", value[0]) && !strchr("DFIQUVO", value[1]) &&
           strchr("ABCD", value[8]);
}

static const struct {
    const char *category;
    gboolean (*passes)(const char *value);
} CHECKS[] = {
    {"nhs-number", nhs_number},
    {"chi-number", nhs_number},
    {"hsc-number", nhs_number},
    {"uln", uln},
    {"upn", upn},
    {"payment-card", payment_card},
    {"iban", iban},
    {"nino", nino},
};

typedef void (*Visit)(const char *path, const IsrGold *gold);

/* Visits each gold file of the corpus; returns how many there are. */
static guint for_each_gold(Visit visit)
{
    g_autofree char *corpus = g_build_filename(g_getenv("ISREDACT_ROOT"), "corpus", NULL);
    g_autoptr(GDir) folders = g_dir_open(corpus, 0, NULL);
    const char *folder;
    guint count = 0;

    while ((folder = g_dir_read_name(folders))) {
        g_autofree char *inner = g_build_filename(corpus, folder, NULL);
        g_autoptr(GDir) files = g_dir_open(inner, 0, NULL);
        const char *file;

        while (files && (file = g_dir_read_name(files))) {
            if (!g_str_has_suffix(file, ".xml"))
                continue;
            g_autofree char *path = g_build_filename(inner, file, NULL);
            g_autoptr(GError) error = NULL;
            g_autoptr(IsrGold) gold = isr_gold_load(path, &error);

            assert_no_error(error);
            visit(path, gold);
            count++;
        }
    }
    return count;
}

static void for_each_span(const char *path, const IsrGold *gold,
                          void (*visit)(const char *, const IsrGoldSpan *, const char *))
{
    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        for (guint j = 0; j < block->spans->len; j++) {
            const IsrGoldSpan *span = block->spans->pdata[j];
            g_autofree char *text = g_strndup(block->text->str + span->range.start,
                                              span->range.end - span->range.start);

            if (!span->whose)
                visit(path, span, text);
        }
    }
}

static void check_digits(const char *path, const IsrGoldSpan *span, const char *text)
{
    g_autofree char *value = bare(text);

    if (strpbrk(text, "0123456789") == NULL)
        return; /* spelt out, as somebody dictated it */
    for (guint i = 0; i < G_N_ELEMENTS(CHECKS); i++) {
        if (strcmp(CHECKS[i].category, span->category) != 0)
            continue;
        if (CHECKS[i].passes(value) == span->wrong)
            fail_msg("%s: %s %s %s its check", path, span->category, text,
                     span->wrong ? "is said to be wrong but passes" : "fails");
    }
}

static void check_digits_of(const char *path, const IsrGold *gold)
{
    for_each_span(path, gold, check_digits);
}

static void numbers_pass_their_checks_unless_said_to_be_wrong(void **state)
{
    (void)state;
    assert_true(for_each_gold(check_digits_of) > 0);
}

/* Ofcom's numbers for drama, without the leading 0 or +44. */
static gboolean is_drama(const char *digits)
{
    static const char *const BEGIN[] = {
        "7700900", "1632960", "2079460",
        "3069990", "8081570", "9098790",
        "1134960", "1144960", "1154960",
        "1164960", "1174960", "1184960",
        "1214960", "1314960", "1414960",
        "1514960", "1614960", "1914980",
        "2896496", "2920180", "7505550183" /* Iraq, from inside */,
    };

    for (guint i = 0; i < G_N_ELEMENTS(BEGIN); i++) {
        if (g_str_has_prefix(digits, BEGIN[i]))
            return TRUE;
    }
    return FALSE;
}

static void check_invented(const char *path, const IsrGoldSpan *span, const char *text)
{
    g_autofree char *value = bare(text);

    const char *national = value;

    if (strcmp(span->category, "phone") != 0)
        return;
    if (g_str_has_prefix(value, "0044"))
        national += 4;
    else if (text[0] == '+' && g_str_has_prefix(value, "44"))
        national += 2;
    else if (text[0] == '+')
        return; /* abroad */
    national += *national == '0';
    if (strlen(national) >= 10 && !is_drama(national))
        fail_msg("%s: %s is no number for drama", path, text);
}

static void check_invented_of(const char *path, const IsrGold *gold)
{
    for_each_span(path, gold, check_invented);
}

static void telephone_numbers_are_those_kept_for_drama(void **state)
{
    (void)state;
    for_each_gold(check_invented_of);
}

static void check_documents_of(const char *path, const IsrGold *gold)
{
    g_autofree char *stem = g_strndup(path, strlen(path) - strlen(".xml"));

    for (const IsrBuild *const *build = isr_builds; *build; build++) {
        g_autofree char *document = g_strconcat(stem, (*build)->suffix, NULL);
        g_autofree char *kept = NULL;
        gsize kept_length, length;

        if (!g_file_get_contents(document, &kept, &kept_length, NULL))
            continue;
        g_autoptr(GBytes) bytes = (*build)->build(gold);
        const char *built = g_bytes_get_data(bytes, &length);

        if (length != kept_length || memcmp(built, kept, length) != 0)
            fail_msg("%s is not what build-document makes of %s: build it again", document, path);
    }
}

static void documents_are_built_again_byte_for_byte(void **state)
{
    (void)state;
    for_each_gold(check_documents_of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_pass_their_checks_unless_said_to_be_wrong),
        cmocka_unit_test(telephone_numbers_are_those_kept_for_drama),
        cmocka_unit_test(documents_are_built_again_byte_for_byte),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
