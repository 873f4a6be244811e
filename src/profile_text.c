/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A profile as a page for the practitioner who must choose one. */
#include <isredact/profile.h>

#include "paragraph.h"

#include <string.h>

#define LABEL 20 /* "Sentences removed", the widest of the labels, and some air */
#define ROW 24   /* the widest of isr_category_words() and some air */

/* Columns of the table with their widths. */
static const struct {
    IsrRole role;
    int width;
} columns[] = {
    {ISR_ROLE_SUBJECT, 10},      {ISR_ROLE_FAMILY, 10},   {ISR_ROLE_THIRD_PARTY, 10},
    {ISR_ROLE_PROFESSIONAL, 15}, {ISR_ROLE_REFERRER, 11}, {ISR_ROLE_UNSURE, 0},
};

/* Where each group of rows begins. */
static const struct {
    IsrCategory first;
    const char *title;
} groups[] = {
    {ISR_CATEGORY_NAME, "Who, when and where"},
    {ISR_CATEGORY_PHONE, "How to be reached"},
    {ISR_CATEGORY_NHS_NUMBER, "Numbers and references"},
    {ISR_CATEGORY_HEALTH, "Sentences about"},
    {ISR_N_CATEGORIES, NULL},
};

/* What the words of the table mean; only those that it uses are explained. */
static const struct {
    IsrAction action;
    const char *meaning;
} legend[] = {
    {ISR_ACTION_KEEP, "stays: as it is"},
    {ISR_ACTION_GENERALISE, "year, month, age band, district: that much and no more"},
    {ISR_ACTION_SHIFT, "moved: all dates of one child by the same number of weeks"},
    {ISR_ACTION_INITIALS, "initials: J.O."},
    {ISR_ACTION_PSEUDONYM, "code: such as CHILD-BKTM-QXWR, the same in every file under one key"},
    {ISR_ACTION_ROLE, "role: such as [MOTHER]"},
    {ISR_ACTION_NUMBER, "number: such as [PERSON 3], one number for each person"},
    {ISR_ACTION_REMOVE, "goes: a mark such as [NAME] stands there"},
    {ISR_ACTION_DROP, "goes: a mark such as [NAME] stands there"},
};

static void add_paragraph(GString *page, const char *label, const char *text)
{
    g_string_append_printf(page, "%-*s", LABEL, label);
    isr_paragraph_add(page, LABEL, text);
}

static void add_demand(GString *page, const IsrProfile *profile)
{
    g_autofree char *options = g_strjoinv(", --", profile->demand);
    g_autofree char *text = g_strconcat("--", options, NULL);

    add_paragraph(page, "You must give", *options ? text : "nothing more");
}

static void add_counts(GString *page, const IsrProfile *profile)
{
    g_autofree char *text =
        profile->min_cell > 1
            ? g_strdup_printf("1 to %u go from tables that count people, with what would give them "
                              "back; [c] stands there",
                              profile->min_cell - 1)
            : g_strdup("stay");

    add_paragraph(page, "Small numbers", text);
    if (profile->k > 1) {
        g_autofree char *alike =
            g_strdup_printf("who is alike with fewer than %u in what is left of them is named, by "
                            "code, in the report of a batch",
                            profile->k);

        add_paragraph(page, "Singled out", alike);
    }
}

static void add_things(GString *page, const IsrProfile *profile)
{
    const IsrKeep *keep = &profile->keep;
    g_autofree char *hosts = keep->link_hosts ? g_strjoinv(", ", keep->link_hosts) : NULL;
    g_autofree char *links = g_strconcat("stay if they lead to ", hosts, NULL);

    add_paragraph(page, "Pictures",
                  keep->keep_pictures ? "stay, without what is hidden in them; look at each"
                                      : "go: a grey box of the same size stands there");
    add_paragraph(page, "Comments", keep->keep_comments ? "stay, treated like other text" : "go");
    add_paragraph(page, "Hidden text",
                  keep->keep_hidden ? "stays, treated like other text" : "goes");
    add_paragraph(page, "Links", hosts ? links : "go, their text stays");
    add_counts(page, profile);
    add_paragraph(page, "Removed sentences",
                  profile->silent ? "do not say what they were about"
                                  : "say what they were about and whose it was");
}

static gboolean hides_all(const IsrProfile *profile, IsrCategory category)
{
    for (guint role = 0; role < ISR_N_ROLES; role++)
        if (profile->actions[category][role] < ISR_ACTION_REMOVE)
            return FALSE;
    return TRUE;
}

static void add_header(GString *page, const IsrProfile *profile)
{
    gboolean rows = FALSE;

    for (guint c = 0; c < ISR_N_CATEGORIES; c++)
        rows = rows || !hides_all(profile, (IsrCategory)c);
    if (!rows)
        return;
    g_string_append_printf(page, "\n%*s", ROW, "");
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
        g_string_append_printf(page, "%-*s", columns[i].width, isr_role_words(columns[i].role));
    g_string_append_c(page, '\n');
}

static void add_row(GString *page, const IsrProfile *profile, IsrCategory category)
{
    g_string_append_printf(page, "  %-*s", ROW - 2, isr_category_words(category));
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
        g_string_append_printf(
            page, "%-*s", columns[i].width,
            isr_action_words(profile->actions[category][columns[i].role], category));
    g_string_append_c(page, '\n');
}

static void add_group(GString *page, const IsrProfile *profile, guint group)
{
    gboolean titled = FALSE;

    for (guint c = groups[group].first; c < groups[group + 1].first; c++) {
        if (hides_all(profile, (IsrCategory)c))
            continue;
        if (!titled)
            g_string_append_printf(page, "%s\n", groups[group].title);
        titled = TRUE;
        add_row(page, profile, (IsrCategory)c);
    }
}

static void add_gone_words(GString *gone, const IsrProfile *profile, gboolean topics)
{
    const char *before = topics ? "; and sentences about " : "";

    for (guint c = 0; c < ISR_N_CATEGORIES; c++) {
        if (isr_category_is_topic((IsrCategory)c) != topics || !hides_all(profile, (IsrCategory)c))
            continue;
        g_string_append_printf(gone, "%s%s", before, isr_category_words((IsrCategory)c));
        before = ", ";
    }
}

/* The rest is one sentence: a table of nothing but "goes" would hide the few lines that matter. */
static void add_gone(GString *page, const IsrProfile *profile)
{
    g_autoptr(GString) gone = g_string_new(NULL);

    add_gone_words(gone, profile, FALSE);
    add_gone_words(gone, profile, TRUE);
    g_string_append_c(page, '\n');
    if (gone->len)
        add_paragraph(page, "Always goes", gone->str);
}

static void add_never(GString *page, const IsrProfile *profile)
{
    g_autoptr(GString) never = g_string_new(NULL);

    for (guint c = 0; c < ISR_N_CATEGORIES; c++)
        for (guint role = 0; role < ISR_N_ROLES; role++)
            if (profile->never[c][role])
                g_string_append_printf(never, "%s%s (%s)", never->len ? ", " : "",
                                       isr_category_words((IsrCategory)c),
                                       isr_role_words((IsrRole)role));
    if (never->len)
        add_paragraph(page, "Can never stay", never->str);
}

static gboolean uses(const IsrProfile *profile, IsrAction action)
{
    for (guint c = 0; c < ISR_N_CATEGORIES; c++)
        for (guint role = 0; role < ISR_N_ROLES; role++)
            if (profile->actions[c][role] == action)
                return TRUE;
    return FALSE;
}

static void add_legend(GString *page, const IsrProfile *profile)
{
    const char *last = "", *label = "In the table";

    for (guint i = 0; i < G_N_ELEMENTS(legend); i++) {
        if (!uses(profile, legend[i].action) || g_str_equal(last, legend[i].meaning))
            continue;
        last = legend[i].meaning;
        add_paragraph(page, label, last);
        label = "";
    }
    add_paragraph(page, label,
                  "unsure: nobody can tell whose it is, so the strictest that it may be");
}

char *isr_profile_text(const IsrProfile *profile)
{
    GString *page = g_string_new(NULL);

    g_string_append_printf(page, "%s: %s\n\n", profile->id, profile->title);
    add_paragraph(page, "Purpose", profile->purpose);
    add_paragraph(page, "Legal basis", profile->basis);
    add_paragraph(page, "After", profile->source);
    add_demand(page, profile);
    add_things(page, profile);
    add_header(page, profile);
    for (guint i = 0; i + 1 < G_N_ELEMENTS(groups); i++)
        add_group(page, profile, i);
    add_gone(page, profile);
    add_never(page, profile);
    add_legend(page, profile);
    return g_string_free(page, FALSE);
}
