/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads dates as people write them and writes them coarser or moved. It finds nothing: what is a
 * date is the detectors' business. */
#include <isredact/calendar.h>

#include <string.h>

/* Two digits from here on are of the last century: no parent was born in 2040 yet. */
#define PIVOT 40
/* Nobody whose birthday is written down is born later. */
#define LAST_BIRTH 2029
/* Stands in for the year that was not written. */
#define ORDINARY_YEAR 2023
#define LEAP_YEAR 2024
#define MIDDLE_OF_MONTH 15

enum { FULL, SHORT, SHORT_TOO, WELSH, N_FORMS };

static const char *const months[12][N_FORMS] = {
    {"January", "Jan", NULL, "Ionawr"},
    {"February", "Feb", NULL, "Chwefror"},
    {"March", "Mar", NULL, "Mawrth"},
    {"April", "Apr", NULL, "Ebrill"},
    {"May", NULL, NULL, "Mai"},
    {"June", "Jun", NULL, "Mehefin"},
    {"July", "Jul", NULL, "Gorffennaf"},
    {"August", "Aug", NULL, "Awst"},
    {"September", "Sep", "Sept", "Medi"},
    {"October", "Oct", NULL, "Hydref"},
    {"November", "Nov", NULL, "Tachwedd"},
    {"December", "Dec", NULL, "Rhagfyr"},
};

/* Words that may stand in a date and say nothing of it. */
static const char *const fillers[] = {"of",  "the",  "o",      "st",      "nd",       "rd",
                                      "th",  "mon",  "monday", "tue",     "tues",     "wed",
                                      "thu", "thur", "thurs",  "tuesday", "fri",      "wednesday",
                                      "sat", "sun",  "friday", "sunday",  "saturday", "thursday"};

typedef struct {
    IsrRange range;
    guint number; /* of digits; 0 for a month */
    guint month;  /* 1-12 of a word; 0 for digits */
} Token;

#define MAX_TOKENS 3

typedef struct {
    Token tokens[MAX_TOKENS];
    guint length;
} Tokens;

static gboolean add(Tokens *tokens, gsize start, gsize end, guint number, guint month)
{
    if (tokens->length == MAX_TOKENS)
        return FALSE;
    tokens->tokens[tokens->length++] = (Token){{start, end}, number, month};
    return TRUE;
}

static guint number_at(const char *text, gsize start, gsize end)
{
    guint number = 0;

    for (gsize i = start; i < end; i++)
        number = number * 10 + (guint)g_ascii_digit_value(text[i]);
    return number;
}

static gboolean add_number(Tokens *tokens, const char *text, gsize start, gsize end)
{
    return add(tokens, start, end, number_at(text, start, end), 0);
}

/* 14032012, 20120314 and 140312 are three numbers written in one. */
static gboolean add_compact(Tokens *tokens, const char *text, gsize start, gsize length)
{
    guint century = number_at(text, start, start + 2);
    gboolean year_first = length == 8 && (century == 19 || century == 20) &&
                          number_at(text, start + 4, start + 6) <= 12;
    gsize first = start + (year_first ? 4 : 2), second = first + 2;

    return add_number(tokens, text, start, first) && add_number(tokens, text, first, second) &&
           add_number(tokens, text, second, start + length);
}

static gboolean add_digits(Tokens *tokens, const char *text, gsize start, gsize end)
{
    gsize length = end - start;

    if (length == 8 || length == 6)
        return add_compact(tokens, text, start, length);
    return (length == 4 || length <= 2) && add_number(tokens, text, start, end);
}

static gboolean same_word(const char *word, const char *text, gsize length)
{
    return word && strlen(word) == length && g_ascii_strncasecmp(word, text, length) == 0;
}

static gboolean add_word(Tokens *tokens, const char *text, gsize start, gsize end)
{
    for (guint m = 0; m < G_N_ELEMENTS(months); m++)
        for (guint form = 0; form < N_FORMS; form++)
            if (same_word(months[m][form], text + start, end - start))
                return add(tokens, start, end, 0, m + 1);
    for (guint i = 0; i < G_N_ELEMENTS(fillers); i++)
        if (same_word(fillers[i], text + start, end - start))
            return TRUE;
    return FALSE;
}

/* Bytes of the separator at @text; 0 if it is none. */
static gsize separator(const char *text)
{
    static const char *const wide[] = {"‘", "’", "–", "—", "‐", "‑", "\u00a0"};

    if (strchr(" \t\n/.-,'", *text))
        return 1;
    for (guint i = 0; i < G_N_ELEMENTS(wide); i++)
        if (g_str_has_prefix(text, wide[i]))
            return strlen(wide[i]);
    return 0;
}

static gboolean read_tokens(const char *text, Tokens *tokens)
{
    for (gsize at = 0; text[at];) {
        gsize start = at, gap;

        if (g_ascii_isdigit(text[at])) {
            while (g_ascii_isdigit(text[at]))
                at++;
            if (!add_digits(tokens, text, start, at))
                return FALSE;
        } else if (g_ascii_isalpha(text[at])) {
            while (g_ascii_isalpha(text[at]))
                at++;
            if (!add_word(tokens, text, start, at))
                return FALSE;
        } else if ((gap = separator(text + at)) > 0) {
            at += gap;
        } else {
            return FALSE;
        }
    }
    return tokens->length > 0;
}

static gsize digits(const Token *token)
{
    return token->month ? 0 : token->range.end - token->range.start;
}

static void set_day(IsrDate *date, const Token *token)
{
    date->day = token->number;
    date->at_day = token->range;
}

static void set_month(IsrDate *date, const Token *token)
{
    date->month = token->month ? token->month : token->number;
    date->at_month = token->range;
}

static void set_year(IsrDate *date, const Token *token)
{
    date->year = token->number;
    if (digits(token) < 4)
        date->year += token->number < PIVOT ? 2000 : 1900;
    date->at_year = token->range;
}

/* Which token is what: a word is the month, four digits are the year, else British order. */
static void assign_three(IsrDate *date, const Token *token)
{
    gboolean year_first = digits(&token[0]) == 4;

    set_year(date, &token[year_first ? 0 : 2]);
    if (token[0].month) {
        set_month(date, &token[0]);
        set_day(date, &token[1]);
        return;
    }
    set_month(date, &token[1]);
    set_day(date, &token[year_first ? 2 : 0]);
}

static void assign_two(IsrDate *date, const Token *token)
{
    if (digits(&token[1]) == 4) {
        set_month(date, &token[0]);
        set_year(date, &token[1]);
    } else if (digits(&token[0]) == 4) {
        set_year(date, &token[0]);
        set_month(date, &token[1]);
    } else if (token[0].month) {
        set_month(date, &token[0]);
        set_day(date, &token[1]);
    } else {
        set_day(date, &token[0]);
        set_month(date, &token[1]);
    }
}

/* Americans and some software write the month first. */
static void swap_if_american(IsrDate *date)
{
    IsrRange at = date->at_day;
    guint day = date->day;

    if (date->month <= 12 || day < 1 || day > 12)
        return;
    date->day = date->month;
    date->at_day = date->at_month;
    date->month = day;
    date->at_month = at;
}

static guint year_for(const IsrDate *date)
{
    gboolean usable =
        date->nominal &&
        (!date->day || !date->month ||
         g_date_valid_dmy((GDateDay)date->day, (GDateMonth)date->month, (GDateYear)date->nominal));

    if (date->year || usable)
        return date->year ? date->year : date->nominal;
    return date->month == 2 && date->day == 29 ? LEAP_YEAR : ORDINARY_YEAR;
}

static gboolean written(const IsrRange *range)
{
    return range->end > range->start;
}

static gboolean is_valid(const IsrDate *date)
{
    gboolean day = written(&date->at_day), month = written(&date->at_month);

    if (written(&date->at_year) && (date->year < 1000 || date->year > 9000))
        return FALSE;
    if (date->day > 31 || date->month > 12)
        return FALSE;
    return g_date_valid_dmy((GDateDay)(day ? date->day : 1), (GDateMonth)(month ? date->month : 1),
                            (GDateYear)year_for(date));
}

gboolean isr_date_read(const char *text, IsrDate *date)
{
    Tokens tokens = {.length = 0};
    guint words = 0;

    memset(date, 0, sizeof *date);
    if (!read_tokens(text, &tokens))
        return FALSE;
    for (guint i = 0; i < tokens.length; i++)
        words += tokens.tokens[i].month > 0;
    if (words > 1 || (tokens.length == 3 && tokens.tokens[2].month))
        return FALSE;
    if (tokens.length == 3)
        assign_three(date, tokens.tokens);
    else if (tokens.length == 2)
        assign_two(date, tokens.tokens);
    else if (words == 1)
        set_month(date, &tokens.tokens[0]);
    else if (digits(&tokens.tokens[0]) == 4)
        set_year(date, &tokens.tokens[0]);
    else
        return FALSE;
    swap_if_american(date);
    return is_valid(date);
}

gboolean isr_date_read_birth(const char *text, IsrDate *date)
{
    if (!isr_date_read(text, date))
        return FALSE;
    if (date->year > LAST_BIRTH && date->at_year.end - date->at_year.start < 4)
        date->year -= 100;
    return is_valid(date);
}

char *isr_date_to_year(const IsrDate *date)
{
    return date->year ? g_strdup_printf("%u", date->year) : NULL;
}

char *isr_date_to_month(const IsrDate *date)
{
    if (!date->month)
        return isr_date_to_year(date);
    if (!date->year)
        return g_strdup(months[date->month - 1][FULL]);
    return g_strdup_printf("%s %u", months[date->month - 1][FULL], date->year);
}

/* The form of a month's word that stands at @text; a missing short form is written in full. */
static const char *month_word(guint month, const char *text, gsize length)
{
    for (guint m = 0; m < G_N_ELEMENTS(months); m++)
        for (guint form = 0; form < N_FORMS; form++)
            if (same_word(months[m][form], text, length)) {
                const char *word = months[month - 1][form];

                if (!word && form == SHORT_TOO)
                    word = months[month - 1][SHORT];
                return word ? word : months[month - 1][FULL];
            }
    return months[month - 1][FULL];
}

static char *month_like(guint month, const char *text, gsize length)
{
    const char *word = month_word(month, text, length);

    if (g_ascii_isupper(text[1]))
        return g_ascii_strup(word, -1);
    if (g_ascii_islower(text[0]))
        return g_ascii_strdown(word, -1);
    return g_strdup(word);
}

static gboolean is_single_digit(const IsrRange *range, const char *text)
{
    return range->end - range->start == 1 && g_ascii_isdigit(text[range->start]);
}

static char *number_like(guint number, const IsrDate *date, const char *text)
{
    gboolean pad = (written(&date->at_day) || written(&date->at_month)) &&
                   !is_single_digit(&date->at_day, text) &&
                   !is_single_digit(&date->at_month, text) &&
                   (!written(&date->at_month) || g_ascii_isdigit(text[date->at_month.start]) ||
                    text[date->at_day.start] == '0');

    return g_strdup_printf(pad ? "%02u" : "%u", number);
}

/* "st" after 1, 21 and 31, "nd" after 2 and 22, ... */
static const char *ordinal(guint day)
{
    if (day % 10 == 1 && day != 11)
        return "st";
    if (day % 10 == 2 && day != 12)
        return "nd";
    if (day % 10 == 3 && day != 13)
        return "rd";
    return "th";
}

static gboolean has_ordinal(const char *text)
{
    static const char *const suffixes[] = {"st", "nd", "rd", "th"};

    for (guint i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_ascii_strncasecmp(text, suffixes[i], 2) == 0 && !g_ascii_isalpha(text[2]))
            return TRUE;
    return FALSE;
}

static void add_edit(GArray *edits, const IsrRange *range, char *text)
{
    guint at = 0;
    IsrEdit edit = {*range, text};

    while (at < edits->len && g_array_index(edits, IsrEdit, at).range.start < range->start)
        at++;
    g_array_insert_val(edits, at, edit);
}

static void write_day(GArray *edits, const IsrDate *date, const char *text, guint day)
{
    IsrRange range = date->at_day;
    g_autofree char *number = number_like(day, date, text);
    gboolean suffix = has_ordinal(text + range.end);

    if (suffix)
        range.end += 2;
    add_edit(edits, &range, g_strconcat(number, suffix ? ordinal(day) : "", NULL));
}

static void write_month(GArray *edits, const IsrDate *date, const char *text, guint month)
{
    const IsrRange *range = &date->at_month;

    if (g_ascii_isdigit(text[range->start]))
        add_edit(edits, range, number_like(month, date, text));
    else
        add_edit(edits, range, month_like(month, text + range->start, range->end - range->start));
}

static void write_year(GArray *edits, const IsrDate *date, guint year)
{
    gboolean two = date->at_year.end - date->at_year.start < 4;

    add_edit(edits, &date->at_year, g_strdup_printf(two ? "%02u" : "%u", two ? year % 100 : year));
}

static GArray *edits_for(const IsrDate *date, const char *text, const GDate *moved)
{
    GArray *edits = isr_edits_new();

    if (date->day)
        write_day(edits, date, text, g_date_get_day(moved));
    if (date->month)
        write_month(edits, date, text, (guint)g_date_get_month(moved));
    if (date->year)
        write_year(edits, date, g_date_get_year(moved));
    return edits;
}

char *isr_date_move(const IsrDate *date, const char *text, int days)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "");
    g_autoptr(GArray) edits = NULL;
    GDate moved;

    g_date_clear(&moved, 1);
    g_date_set_dmy(&moved, (GDateDay)(date->day ? date->day : MIDDLE_OF_MONTH),
                   (GDateMonth)(date->month ? date->month : 7), (GDateYear)year_for(date));
    if (days < 0)
        g_date_subtract_days(&moved, (guint)-days);
    else
        g_date_add_days(&moved, (guint)days);
    if (!g_date_valid(&moved))
        return NULL;
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    edits = edits_for(date, text, &moved);
    return isr_edits_apply(edits, block);
}
