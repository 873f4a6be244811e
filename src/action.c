/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text that an action leaves. It decides nothing: what is done is the profile's business, and
 * what cannot be done becomes a removal. */
#include <isredact/action.h>

#include <isredact/calendar.h>
#include <isredact/coarse.h>
#include <isredact/reading.h>

#include <string.h>

static const char *const ids[ISR_N_ACTIONS] = {
    [ISR_ACTION_KEEP] = "keep",           [ISR_ACTION_GENERALISE] = "generalise",
    [ISR_ACTION_SHIFT] = "shift",         [ISR_ACTION_INITIALS] = "initials",
    [ISR_ACTION_PSEUDONYM] = "pseudonym", [ISR_ACTION_ROLE] = "role",
    [ISR_ACTION_NUMBER] = "number",       [ISR_ACTION_REMOVE] = "remove",
    [ISR_ACTION_DROP] = "drop",
};

const char *isr_action_id(IsrAction action)
{
    return ids[action];
}

gboolean isr_action_for_id(const char *id, IsrAction *action)
{
    for (guint i = 0; i < ISR_N_ACTIONS; i++) {
        if (g_str_equal(ids[i], id)) {
            *action = (IsrAction)i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *isr_action_words(IsrAction action, IsrCategory category)
{
    switch (action) {
    case ISR_ACTION_KEEP:
        return "stays";
    case ISR_ACTION_GENERALISE:
        return isr_coarse_words(category);
    case ISR_ACTION_SHIFT:
        return "moved";
    case ISR_ACTION_PSEUDONYM:
        return "code";
    case ISR_ACTION_REMOVE:
    case ISR_ACTION_DROP:
        return "goes";
    default:
        return isr_action_id(action);
    }
}

static gboolean names_a_person(IsrCategory category)
{
    return category == ISR_CATEGORY_NAME || category == ISR_CATEGORY_INITIALS;
}

static gboolean is_date(IsrCategory category)
{
    return category == ISR_CATEGORY_DATE || category == ISR_CATEGORY_DOB;
}

gboolean isr_action_fits(IsrAction action, IsrCategory category)
{
    switch (action) {
    case ISR_ACTION_GENERALISE:
        return isr_coarse_fits(category);
    case ISR_ACTION_SHIFT:
        return is_date(category);
    case ISR_ACTION_INITIALS:
    case ISR_ACTION_ROLE:
    case ISR_ACTION_NUMBER:
        return names_a_person(category);
    case ISR_ACTION_PSEUDONYM:
        return !isr_category_is_topic(category);
    default:
        return TRUE;
    }
}

gboolean isr_action_hides(IsrAction action)
{
    return action >= ISR_ACTION_ROLE;
}

/* What a person is called in a mark. A referrer is called what any bystander is called: even that
 * somebody in the record is the referrer was told in confidence. */
static const char *role_mark(IsrRole role)
{
    switch (role) {
    case ISR_ROLE_SUBJECT:
        return "CHILD";
    case ISR_ROLE_FAMILY:
        return "FAMILY MEMBER";
    case ISR_ROLE_PROFESSIONAL:
        return "PROFESSIONAL";
    default:
        return NULL;
    }
}

static char *number_text(const IsrActionContext *context)
{
    return context->person ? g_strdup_printf("[PERSON %u]", context->person) : NULL;
}

static char *role_text(const IsrActionContext *context)
{
    const char *mark = role_mark(context->role);
    g_autofree char *kin = NULL;

    if (!mark)
        return number_text(context);
    if (context->kin)
        kin = g_utf8_strup(context->kin, -1);
    if (context->kin_number > 1)
        return g_strdup_printf("[%s %u]", kin ? kin : mark, context->kin_number);
    return g_strdup_printf("[%s]", kin ? kin : mark);
}

/* Words of a name, "OKAFOR, Jayden" turned about; free with g_strfreev(). */
static char **name_words(const char *name)
{
    const char *comma = strchr(name, ',');
    g_autofree char *order = NULL;

    if (comma)
        order = g_strdup_printf("%s %.*s", comma + 1, (int)(comma - name), name);
    return g_strsplit_set(order ? order : name, " \t\n\r.-,\"()\x1f", -1);
}

static const char *fullest(const IsrActionContext *context)
{
    return context->whole ? context->whole : context->value;
}

static char *initials_text(const IsrActionContext *context)
{
    g_auto(GStrv) words = name_words(fullest(context));
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; words[i]; i++) {
        gunichar first = g_utf8_get_char(words[i]);

        if (!g_unichar_isalpha(first))
            continue;
        g_string_append_unichar(text, g_unichar_toupper(first));
        g_string_append_c(text, '.');
    }
    return text->len ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

static char *code_prefix(const IsrActionContext *context)
{
    if (!names_a_person(context->category))
        return g_ascii_strup(isr_category_id(context->category), -1);
    switch (context->calling) {
    case ISR_ROLE_SUBJECT:
        return g_strdup("CHILD");
    case ISR_ROLE_FAMILY:
        return g_strdup("FAMILY");
    case ISR_ROLE_PROFESSIONAL:
        return g_strdup("WORKER");
    default:
        return g_strdup("PERSON");
    }
}

/* The first 60 bits of @hex. */
static guint64 leading_number(const char *hex)
{
    g_autofree char *head = g_strndup(hex, 15);

    return g_ascii_strtoull(head, NULL, 16);
}

/* Letters alone and no vowels: a code that no detector takes for a postcode or a reference, and
 * no reader for a word. 20^8 codes: thousands of files without two people under one. */
char *isr_action_code(const IsrKey *key, const char *audit, const char *purpose, const char *source)
{
    static const char letters[] = "BCDFGHJKLMNPQRSTVWXZ";
    g_autofree char *hex = isr_key_derive(key, purpose, audit ? audit : "", source);
    guint64 number = leading_number(hex);
    char code[10] = "....-....";

    for (guint i = 0; i < 9; i++) {
        if (code[i] == '-')
            continue;
        code[i] = letters[number % 20];
        number /= 20;
    }
    return g_strdup(code);
}

/* A person has one code, however the name is written; a value has its own. */
static char *pseudonym_text(const IsrActionContext *context)
{
    gboolean person = names_a_person(context->category);
    g_autofree char *source = NULL, *prefix = NULL, *code = NULL;

    if (!context->key)
        return NULL;
    source = person ? g_strdup(context->identity) : isr_squeeze(context->value, -1);
    if (!source || !*source)
        return NULL;
    code = isr_action_code(context->key, context->audit,
                           person ? ISR_ACTION_PERSON : isr_category_id(context->category), source);
    prefix = code_prefix(context);
    return g_strdup_printf("%s-%s", prefix, code);
}

int isr_action_offset(const IsrKey *key, const char *audit, const char *identity)
{
    g_autofree char *hex =
        isr_key_derive(key, "shift", audit ? audit : "", identity ? identity : "");
    int weeks = 3 + (int)(leading_number(hex) % 50); /* less could leave a month where it is */

    return 7 * (g_ascii_xdigit_value(hex[20]) % 2 ? weeks : -weeks);
}

static char *shift_text(const IsrActionContext *context)
{
    IsrDate date;

    if (!context->key || !isr_date_read(context->value, &date))
        return NULL;
    date.nominal = context->year;
    return isr_date_move(&date, context->value,
                         isr_action_offset(context->key, context->audit, context->subject));
}

/* Whose a removed sentence was, in a reader's word; NULL where that would say who told. */
static const char *sentence_owner(IsrRole role)
{
    switch (role) {
    case ISR_ROLE_SUBJECT:
        return "child";
    case ISR_ROLE_FAMILY:
        return "family";
    case ISR_ROLE_PROFESSIONAL:
        return "professional";
    case ISR_ROLE_THIRD_PARTY:
        return "other person";
    default:
        return NULL;
    }
}

/* "criminal, finance, family": the matters that are @role's. */
static void add_matters(GString *mark, const IsrMatterMark *matters, guint n, IsrRole role)
{
    const char *owner = sentence_owner(role), *before = mark->len > 0 ? "; " : "";
    gboolean any = FALSE;

    for (guint category = ISR_CATEGORY_HEALTH; category < ISR_N_CATEGORIES; category++) {
        for (guint i = 0; i < n; i++) {
            if (matters[i].role != role || matters[i].category != category)
                continue;
            g_string_append_printf(mark, "%s%s", before, isr_category_label(category));
            before = ", ";
            any = TRUE;
            break;
        }
    }
    if (any && owner)
        g_string_append_printf(mark, ", %s", owner);
}

char *isr_action_mark(const IsrMatterMark *matters, guint n, gboolean silent)
{
    g_autoptr(GString) mark = g_string_new(NULL);

    if (silent)
        return g_strdup("[REMOVED]");
    for (guint role = 0; role < ISR_N_ROLES; role++)
        add_matters(mark, matters, n, (IsrRole)role);
    return g_strdup_printf("[Removed: %s]", mark->str);
}

static char *drop_text(const IsrActionContext *context)
{
    IsrMatterMark matter = {context->category, context->role};

    return isr_action_mark(&matter, 1, context->silent);
}

static char *remove_text(const IsrActionContext *context)
{
    if (isr_category_is_topic(context->category))
        return drop_text(context);
    return g_strdup_printf("[%s]", isr_category_label(context->category));
}

static char *text_for(IsrAction action, const IsrActionContext *context)
{
    switch (action) {
    case ISR_ACTION_KEEP:
        return g_strdup(context->value);
    case ISR_ACTION_GENERALISE:
        return isr_coarse_text(context->category, context->value);
    case ISR_ACTION_SHIFT:
        return shift_text(context);
    case ISR_ACTION_INITIALS:
        return initials_text(context);
    case ISR_ACTION_PSEUDONYM:
        return pseudonym_text(context);
    case ISR_ACTION_ROLE:
        return role_text(context);
    case ISR_ACTION_NUMBER:
        return number_text(context);
    case ISR_ACTION_DROP:
        return drop_text(context);
    default:
        return remove_text(context);
    }
}

char *isr_action_text(IsrAction action, const IsrActionContext *context, IsrAction *done)
{
    char *text = isr_action_fits(action, context->category) ? text_for(action, context) : NULL;

    *done = text ? action : ISR_ACTION_REMOVE;
    return text ? text : remove_text(context);
}
