/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identities as JSON and back. The reader takes what the writer writes, byte for byte: it reads
 * what a process says that has read a stranger's document. */
#include <isredact/identity.h>

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

#define HEAD "{\"version\":1,\"people\":["
#define TAIL "]}\n"
#define HEX_DIGITS 32

char *isr_identities_json(const GPtrArray *identities)
{
    GString *text = g_string_new(HEAD);

    for (guint i = 0; i < identities->len; i++) {
        const IsrIdentity *identity = identities->pdata[i];

        g_string_append_printf(text, "%s{\"person\":%u,\"role\":\"%s\",\"tokens\":[",
                               i > 0 ? "," : "", identity->person, isr_role_id(identity->role));
        for (guint n = 0; n < identity->marks->len; n++) {
            const IsrToken *token = &g_array_index(identity->marks, IsrToken, n);

            g_string_append_printf(
                text, "%s[\"%s\",\"%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x\"]",
                n > 0 ? "," : "", isr_token_id(token->kind), token->value.high, token->value.low);
        }
        g_string_append(text, "]}");
    }
    g_string_append(text, TAIL);
    return g_string_free(text, FALSE);
}

/* What of the text is not read yet. */
typedef struct {
    const char *at, *end;
} Rest;

/* Passes @word if it stands there. */
static gboolean pass(Rest *rest, const char *word)
{
    gsize length = strlen(word);

    if ((gsize)(rest->end - rest->at) < length || memcmp(rest->at, word, length) != 0)
        return FALSE;
    rest->at += length;
    return TRUE;
}

/* Passes @word and the quotation mark that ends it. */
static gboolean pass_to_quote(Rest *rest, const char *word)
{
    gsize length = strlen(word);

    if ((gsize)(rest->end - rest->at) <= length || rest->at[length] != '"')
        return FALSE;
    return pass(rest, word) && pass(rest, "\"");
}

static gboolean read_number(Rest *rest, guint wanted)
{
    g_autofree char *word = g_strdup_printf("%u", wanted);

    return pass(rest, word);
}

static gboolean read_role(Rest *rest, IsrRole *role)
{
    if (!pass(rest, "\""))
        return FALSE;
    for (guint i = 0; i < ISR_N_ROLES; i++) {
        *role = (IsrRole)i;
        if (pass_to_quote(rest, isr_role_id((IsrRole)i)))
            return TRUE;
    }
    return FALSE;
}

static gboolean read_kind(Rest *rest, IsrTokenKind *kind)
{
    if (!pass(rest, "\""))
        return FALSE;
    for (guint i = 0; i < ISR_N_TOKENS; i++) {
        *kind = (IsrTokenKind)i;
        if (pass_to_quote(rest, isr_token_id((IsrTokenKind)i)))
            return TRUE;
    }
    return FALSE;
}

static gboolean read_value(Rest *rest, IsrTokenValue *value)
{
    *value = (IsrTokenValue){0, 0};
    if (!pass(rest, "\"") || rest->end - rest->at < HEX_DIGITS)
        return FALSE;
    for (guint i = 0; i < HEX_DIGITS; i++) {
        guint64 *half = i < HEX_DIGITS / 2 ? &value->high : &value->low;
        char c = *rest->at++;
        int digit = g_ascii_isupper(c) ? -1 : g_ascii_xdigit_value(c);

        if (digit < 0)
            return FALSE;
        *half = *half << 4 | (guint64)digit;
    }
    return pass(rest, "\"");
}

/* Tokens stand in order, each once. */
static gboolean follows(const GArray *marks, const IsrToken *token)
{
    const IsrToken *last = marks->len > 0 ? &g_array_index(marks, IsrToken, marks->len - 1) : NULL;

    return !last || last->kind < token->kind ||
           (last->kind == token->kind && isr_token_compare(&last->value, &token->value) < 0);
}

static gboolean read_tokens(Rest *rest, GArray *marks)
{
    while (!pass(rest, "]")) {
        IsrToken token;

        if ((marks->len > 0 && !pass(rest, ",")) || !pass(rest, "[") ||
            !read_kind(rest, &token.kind) || !pass(rest, ",") || !read_value(rest, &token.value) ||
            !pass(rest, "]") || !follows(marks, &token) || marks->len == ISR_LIMIT_PERSON_TOKENS)
            return FALSE;
        g_array_append_val(marks, token);
    }
    return TRUE;
}

static gboolean read_person(Rest *rest, GPtrArray *identities)
{
    guint number = identities->len + 1;
    IsrRole role;

    if (!pass(rest, "{\"person\":") || !read_number(rest, number) || !pass(rest, ",\"role\":") ||
        !read_role(rest, &role) || !pass(rest, ",\"tokens\":["))
        return FALSE;
    return read_tokens(rest, isr_identity_add(identities, number, role)->marks) && pass(rest, "}");
}

static gboolean read_people(Rest *rest, GPtrArray *identities)
{
    if (!pass(rest, HEAD))
        return FALSE;
    while (!pass(rest, TAIL)) {
        if ((identities->len > 0 && !pass(rest, ",")) || identities->len == ISR_LIMIT_PEOPLE ||
            !read_person(rest, identities))
            return FALSE;
    }
    return rest->at == rest->end;
}

GPtrArray *isr_identities_read(const char *text, gsize length, GError **error)
{
    g_autoptr(GPtrArray) identities = isr_identities_empty();
    Rest rest = {text, text + length};

    if (read_people(&rest, identities))
        return g_steal_pointer(&identities);
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "what was learnt of the people of a document is not written as this program "
                "writes it");
    return NULL;
}
