/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forms, loaded: keys of a rule file become compiled expressions. Labels and context are plain
 * words there; here they get the edges, spaces and fillers that people put around them. */
#include "form.h"
#include "keyfile.h"
#include "phrases.h"

#include <isredact/error.h>

#include <string.h>

/* What people put between a label and its value: punctuation, "no.", "is", a remark in brackets,
 * the border of a cell, a line end. As little of it as will do. */
#define MARKS(n) "[^\\p{L}\\p{N}]{0," #n "}?"
/* clang-format off */
#define FILLER                                                                                     \
    MARKS(6)                                                                                       \
    "(?:(?i:numbers?|no|nos|num|nr|refs?|references?|ids?|is|it|its|was|are|of|now|code)(?!\\p{L})" \
    MARKS(4) "){0,3}?"                                                                             \
    "(?:\\([^()\\n\\x1f]{0,30}\\)" MARKS(4) ")?"
/* clang-format on */

/* What stands between values that share a label. */
#define JOINT " ?(?:[,;/&+\\n\\x1f]|(?<= )(?:and|or|a|neu)(?= )) ?"

static const char *const known_keys[] = {
    "pattern",       "labels",       "label-is", "several",       "before", "after",
    "unless-before", "unless-after", "window",   "needs-context", "checks", "if-check-fails",
    "needs",         "score",        "boost",    "edges",         NULL,
};

static gboolean set_wrong(GError **error, const char *group, const char *key, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "[%s] %s: %s", group, key, what);
    return FALSE;
}

static char *value_of(GKeyFile *file, const char *group, const char *key)
{
    char *value = g_key_file_get_value(file, group, key, NULL);

    return value ? g_strstrip(value) : NULL;
}

/* The phrases of @key with every {name} replaced by that list of pieces.txt, or NULL. */
static char *phrases_of(GKeyFile *file, const char *group, const char *key, GHashTable *pieces)
{
    g_autofree char *list = value_of(file, group, key);
    g_auto(GStrv) phrases = g_strsplit(list ? list : "", ";", -1);
    g_autoptr(GString) all = g_string_new(NULL);

    for (char **phrase = phrases; *phrase; phrase++) {
        gsize n = strlen(g_strstrip(*phrase));
        const char *piece = NULL;

        if (n > 2 && **phrase == '{' && (*phrase)[n - 1] == '}') {
            (*phrase)[n - 1] = '\0';
            piece = g_hash_table_lookup(pieces, *phrase + 1);
        }
        g_string_append_printf(all, "%s%s", all->len > 0 ? ";" : "", piece ? piece : *phrase);
    }
    if (!list)
        return NULL;
    return g_str_equal(key, "labels") ? isr_phrases_labels(all->str)
                                      : g_string_free(g_steal_pointer(&all), FALSE);
}

/* Copies the escape at @p to @out; returns its last character. \d becomes [0-9], which tells PCRE2
 * which bytes a match can begin with; \d with its Unicode meaning tells it nothing. */
static const char *copy_escape(const char *p, gboolean in_class, GString *out)
{
    const char *last = p + 1;

    if (*last == 'd') {
        g_string_append(out, in_class ? "0-9" : "[0-9]");
        return last;
    }
    if (strchr("pPxoNkg", *last) && last[1] == '{' && strchr(last, '}')) /* \p{Lu}, \x{2019} */
        last = strchr(last, '}');
    g_string_append_len(out, p, last + 1 - p);
    return last;
}

/* Writes @pattern to @out with every {name} replaced by its piece. */
static gboolean expand(const char *pattern, GHashTable *pieces, guint depth, GString *out,
                       char **unknown)
{
    gboolean in_class = FALSE;

    for (const char *p = pattern; *p; p++) {
        gsize n = 0;

        if (p[0] == '\\' && p[1]) {
            p = copy_escape(p, in_class, out);
            continue;
        }
        in_class = *p == '[' || (in_class && *p != ']');
        if (*p == '{' && !in_class)
            n = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz-");
        if (n == 0 || p[n + 1] != '}') {
            g_string_append_c(out, *p);
            continue;
        }
        g_autofree char *name = g_strndup(p + 1, n);
        const char *piece = g_hash_table_lookup(pieces, name);

        if (!piece || depth > 8) {
            *unknown = g_steal_pointer(&name);
            return FALSE;
        }
        g_string_append(out, "(?:");
        if (!expand(piece, pieces, depth + 1, out, unknown))
            return FALSE;
        g_string_append_c(out, ')');
        p += n + 1;
    }
    return TRUE;
}

/* The words of @key as context, or NULL: @front and @back are put around them. */
static IsrExpression *load_words(GKeyFile *file, const char *group, const char *key,
                                 GHashTable *pieces, const char *front, const char *back)
{
    g_autofree char *list = phrases_of(file, group, key, pieces);
    g_autofree char *words = list ? isr_phrases_expression(list, ISR_EDGE) : NULL;

    return isr_expression_new(words ? g_strconcat(front, words, back, NULL) : NULL);
}

static gboolean load_number(GKeyFile *file, const char *group, const char *key, double low,
                            double high, double *number, GError **error)
{
    g_autofree char *text = value_of(file, group, key);
    g_autofree char *what = NULL;
    char *end;

    if (!text)
        return TRUE;
    *number = g_ascii_strtod(text, &end);
    if (end != text && *end == '\0' && *number >= low && *number <= high)
        return TRUE;
    what = g_strdup_printf("give a number from %g to %g", low, high);
    return set_wrong(error, group, key, what);
}

/* A key that can be one of two words; the second is TRUE. */
static gboolean load_choice(GKeyFile *file, const char *group, const char *key, const char *no,
                            const char *yes, gboolean *choice, GError **error)
{
    g_autofree char *text = value_of(file, group, key);
    g_autofree char *what = NULL;

    if (!text || g_str_equal(text, no) || g_str_equal(text, yes)) {
        *choice = text && g_str_equal(text, yes);
        return TRUE;
    }
    what = g_strdup_printf("write \"%s\" or \"%s\"", no, yes);
    return set_wrong(error, group, key, what);
}

static gboolean load_checks(IsrForm *form, GKeyFile *file, const char *group, GError **error)
{
    g_autofree char *list = value_of(file, group, "checks");
    g_auto(GStrv) ids = g_strsplit(list ? list : "", ";", -1);
    guint n = 0;

    form->checks = g_new0(const IsrCheck *, g_strv_length(ids) + 1);
    for (char **id = ids; *id; id++) {
        if (!*g_strstrip(*id))
            continue;
        form->checks[n] = isr_check_for(*id);
        if (!form->checks[n++]) {
            g_autofree char *what =
                g_strdup_printf("there is no check \"%s\"; see patterns/README.md for all", *id);

            return set_wrong(error, group, "checks", what);
        }
    }
    return load_choice(file, group, "if-check-fails", "skip", "flag", &form->flag_failed, error);
}

/* Makes the expressions of the value's pattern and the labels. */
static gboolean load_pattern(IsrForm *form, GKeyFile *file, const char *group, GHashTable *pieces,
                             GError **error)
{
    g_autofree char *raw = value_of(file, group, "pattern"),
                    *list = phrases_of(file, group, "labels", pieces);
    g_autofree char *labels = list ? isr_phrases_expression(list, "(?:'?s)?(?!\\p{L})") : NULL,
                    *unknown = NULL;
    g_autoptr(GString) value = g_string_new(NULL);
    gboolean open_edges, several;

    if (!raw || !*raw)
        return set_wrong(error, group, "pattern", "is missing; write a regular expression");
    if (!load_choice(file, group, "edges", "closed", "open", &open_edges, error) ||
        !load_choice(file, group, "several", "no", "yes", &several, error))
        return FALSE;
    gboolean marked = strstr(raw, "(?<value>") != NULL;

    g_string_append(value, open_edges ? "" : ISR_EDGE);
    g_string_append(value, marked ? "(?:" : "(?<value>");
    if (!expand(raw, pieces, 0, value, &unknown)) {
        g_autofree char *what = g_strdup_printf("{%s} is not in pieces.txt", unknown);

        return set_wrong(error, group, "pattern", what);
    }
    g_string_append(value, ")");
    g_string_append(value, open_edges ? "" : ISR_EDGE);
    g_string_append(value, "(?C1)");
    if (!labels) {
        form->code = isr_expression_new_anchored(g_strdup(value->str));
        return TRUE;
    }
    const char *own = value->str + (open_edges ? 0 : strlen(ISR_EDGE));

    form->code = isr_expression_new_anchored(g_strconcat(labels, FILLER, own, NULL));
    form->alone = isr_expression_new(g_strdup(value->str));
    form->more = isr_expression_new_anchored(several ? g_strconcat(JOINT, value->str, NULL) : NULL);
    form->heading = isr_expression_new(g_strconcat("^[^\\p{L}\\p{N}]*", labels, NULL));
    return TRUE;
}

/* Word-set keys of what must stand beside a value: its labels, or the context it needs. */
static GArray *load_keys(const IsrForm *form, GKeyFile *file, const char *group, GHashTable *pieces)
{
    const char *const asked[] = {form->heading ? "labels" : "before", form->heading ? "" : "after"};
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(guint32));

    if (!form->heading && !form->needs_context)
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(asked); i++) {
        g_autofree char *list = phrases_of(file, group, asked[i], pieces);
        g_auto(GStrv) phrases = g_strsplit(list ? list : "", ";", -1);

        for (char **phrase = phrases; *phrase; phrase++) {
            guint32 key = isr_wordset_key(g_strstrip(*phrase));

            if (**phrase && key == 0)
                return NULL;
            if (**phrase)
                g_array_append_val(keys, key);
        }
    }
    return g_steal_pointer(&keys);
}

static gboolean refuse_wrong_keys(GKeyFile *file, const char *group, GError **error)
{
    static const char *const lists[] = {"labels",        "before",       "after",
                                        "unless-before", "unless-after", NULL};
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);

    for (char **key = keys; key && *key; key++) {
        if (!g_strv_contains(known_keys, *key))
            return set_wrong(error, group, *key,
                             "is not a key of a form; see patterns/README.md for all");
        if (g_strv_contains(lists, *key) && !isr_keyfile_has_no_gap(file, group, *key, error))
            return FALSE;
    }
    return TRUE;
}

/* Compiles what the form searches with, so that a mistake in it shows at once; the value's group
 * must be among those that a match reports. */
static gboolean prove_pattern(IsrForm *form, GKeyFile *file, const char *group, GError **error)
{
    g_autofree char *raw = value_of(file, group, "pattern"), *mistake = NULL;
    g_autoptr(GError) wrong = NULL;
    const pcre2_code *code = isr_expression_code(form->code, &wrong);

    /* Where in the file it is, only the pattern as it stands there can tell. */
    if (!code)
        mistake = isr_expression_mistake(raw);
    if (!code)
        return set_wrong(error, group, "pattern", mistake ? mistake : wrong->message);
    form->group = pcre2_substring_number_from_name(code, (PCRE2_SPTR) "value");
    if (form->group > 0 && form->group < ISR_FORM_GROUPS)
        return TRUE;
    return set_wrong(error, group, "pattern",
                     "has too many groups; write (?:...) instead of (...)");
}

static void load_context(IsrForm *form, GKeyFile *file, const char *group, GHashTable *pieces)
{
    form->before = load_words(file, group, "before", pieces, "", "");
    form->after = load_words(file, group, "after", pieces, "", "");
    form->unless_before = load_words(file, group, "unless-before", pieces, "", FILLER "$");
    form->unless_after = load_words(file, group, "unless-after", pieces, "^[ )'-]{0,3}", "");
    form->keys = load_keys(form, file, group, pieces);
}

IsrForm *isr_form_load(GKeyFile *file, const char *group, GHashTable *pieces, GError **error)
{
    g_autoptr(IsrForm) form = g_new0(IsrForm, 1);
    double window = 50;

    form->name = g_strdup(g_str_has_prefix(group, "form ") ? group + 5 : group);
    form->needs =
        value_of(file, g_key_file_has_key(file, group, "needs", NULL) ? group : "rule", "needs");
    form->number = ISR_FORM_NO_NUMBER;
    form->score = 0.8;
    form->boost = 0.2;
    if (!refuse_wrong_keys(file, group, error) || !load_checks(form, file, group, error) ||
        !load_pattern(form, file, group, pieces, error) ||
        !load_number(file, group, "score", 0, 1, &form->score, error) ||
        !load_number(file, group, "boost", 0, 1, &form->boost, error) ||
        !load_number(file, group, "window", 1, 500, &window, error) ||
        !load_choice(file, group, "label-is", "certain", "vague", &form->vague, error) ||
        !load_choice(file, group, "needs-context", "no", "yes", &form->needs_context, error) ||
        !prove_pattern(form, file, group, error))
        return NULL;
    load_context(form, file, group, pieces);
    if (form->needs_context && !form->before && !form->after) {
        set_wrong(error, group, "needs-context", "asks for context, so write before= or after=");
        return NULL;
    }
    form->window = (gsize)window;
    return g_steal_pointer(&form);
}

void isr_form_free(IsrForm *form)
{
    if (!form)
        return;
    isr_expression_free(form->code);
    isr_expression_free(form->alone);
    isr_expression_free(form->more);
    isr_expression_free(form->heading);
    isr_expression_free(form->before);
    isr_expression_free(form->after);
    isr_expression_free(form->unless_before);
    isr_expression_free(form->unless_after);
    g_free(form->checks);
    g_clear_pointer(&form->keys, g_array_unref);
    g_free(form->needs);
    g_free(form->name);
    g_free(form);
}

void isr_form_sift(IsrForm *form, IsrSieve *sieve)
{
    form->number = isr_sieve_add(sieve, isr_expression_text(form->code));
    if (isr_sieve_is_blind(sieve, form->number))
        form->number = ISR_FORM_NO_NUMBER;
}

gboolean isr_form_checks_pass(const IsrForm *form, const char *value, gsize length)
{
    for (const IsrCheck **check = form->checks; *check; check++) {
        if (!(*check)->passes(value, length))
            return FALSE;
    }
    return TRUE;
}

char *isr_form_describe(const IsrForm *form)
{
    GString *words = g_string_new(form->name);

    g_string_append_printf(words, " (score %.2f)", form->score);
    if (form->heading)
        g_string_append(words, form->vague ? ": behind a label that may mean other things too"
                                           : ": behind its label");
    else if (form->needs_context)
        g_string_append(words, ": only beside words that tell");
    else if (form->before || form->after)
        g_string_append(words, ": surer beside words that tell");
    for (const IsrCheck **check = form->checks; *check; check++)
        g_string_append_printf(words, "; %s", (*check)->meaning);
    if (form->flag_failed)
        g_string_append(words, "; found and flagged even if that fails");
    return g_string_free(words, FALSE);
}
