/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {N} full name, {F} forename, {S} surname, {I} initials, {L} place, {A} street address,
 * {O} organisation, {T} thing, {D} date, {n} number. The filled line is cut as a whole, as a
 * document's would be. */
#include "templates.h"

#include "augment.h"
#include "tagger_tokens.h"

#include <string.h>

#define LINES_OF_A_RECORD 14

typedef struct {
    gsize start, end;
    guint8 label; /* of its first token */
} Slot;

typedef struct {
    const Stock *stock;
    Chance *chance;
    guint origin; /* of the family */
    const char *surname;
    GString *text;
    GArray *slots; /* of Slot */
} Record;

static void put_one(Record *record, const char *name)
{
    gboolean wrong = chance_is(record->chance, 12);
    g_autofree char *text = wrong ? augment_mistype(name, record->chance) : g_strdup(name);

    g_string_append(record->text, text);
}

static guint origin_of(Record *record)
{
    return chance_is(record->chance, 60) ? record->origin
                                         : stock_origin(record->stock, record->chance);
}

static void put_surname(Record *record, guint origin)
{
    gboolean family = origin == record->origin && chance_is(record->chance, 70);

    put_one(record,
            family ? record->surname : stock_surname(record->stock, origin, record->chance));
    if (!family && chance_is(record->chance, 8)) {
        g_string_append_c(record->text, '-');
        put_one(record, stock_surname(record->stock, origin, record->chance));
    }
}

static void put_full_name(Record *record)
{
    guint origin = origin_of(record);

    put_one(record, stock_forename(record->stock, origin, record->chance));
    g_string_append_c(record->text, ' ');
    if (chance_is(record->chance, 6)) {
        put_one(record, stock_forename(record->stock, origin, record->chance));
        g_string_append_c(record->text, ' ');
    }
    put_surname(record, origin);
}

static void put_initials(Record *record)
{
    char first = 'A' + (char)chance_below(record->chance, 26);
    char second = 'A' + (char)chance_below(record->chance, 26);

    switch (chance_below(record->chance, 4)) {
    case 0:
        g_string_append_printf(record->text, "%c.%c.", first, second);
        break;
    case 1:
        g_string_append_printf(record->text, "%c", first);
        break;
    default:
        g_string_append_printf(record->text, "%c%c", first, second);
    }
}

static void put_date(Record *record)
{
    static const char *const months[] = {"January", "March", "May", "June", "August", "November"};
    guint day = 1 + chance_below(record->chance, 28), month = 1 + chance_below(record->chance, 12);
    guint year = 2015 + chance_below(record->chance, 12);

    switch (chance_below(record->chance, 4)) {
    case 0:
        g_string_append_printf(record->text, "%u %s %u", day, months[month % 6], year);
        break;
    case 1:
        g_string_append_printf(record->text, "%s %u", months[month % 6], year);
        break;
    case 2:
        g_string_append_printf(record->text, "%u/%u/%u", day, month, year % 100);
        break;
    default:
        g_string_append_printf(record->text, "%02u/%02u/%u", day, month, year);
    }
}

static void put_owned(Record *record, char *text)
{
    g_string_append(record->text, text);
    g_free(text);
}

/* Puts what stands for the slot @kind; returns the label of its first token. */
static guint8 put_slot(Record *record, char kind)
{
    switch (kind) {
    case 'N':
        put_full_name(record);
        return LABEL_B_PER;
    case 'F':
        put_one(record, stock_forename(record->stock, origin_of(record), record->chance));
        return LABEL_B_PER;
    case 'S':
        put_surname(record, origin_of(record));
        return LABEL_B_PER;
    case 'I':
        put_initials(record);
        return LABEL_B_PER;
    case 'L':
        put_owned(record, stock_place(record->stock, record->chance));
        return LABEL_B_LOC;
    case 'A':
        put_owned(record, stock_street(record->stock, record->chance));
        return LABEL_B_LOC;
    case 'O':
        put_owned(record, stock_body(record->stock, record->chance));
        return LABEL_B_ORG;
    case 'T':
        put_owned(record, stock_thing(record->stock, record->chance));
        return LABEL_O;
    case 'D':
        put_date(record);
        return LABEL_O;
    default:
        g_string_append_printf(record->text, "%u", 1 + chance_below(record->chance, 90));
        return LABEL_O;
    }
}

static void fill(Record *record, const char *pattern)
{
    g_string_truncate(record->text, 0);
    g_array_set_size(record->slots, 0);
    for (const char *p = pattern; *p != '\0'; p++) {
        if (p[0] != '{' || p[1] == '\0' || p[2] != '}') {
            g_string_append_c(record->text, *p);
            continue;
        }
        Slot slot = {record->text->len, 0, LABEL_O};
        slot.label = put_slot(record, p[1]);
        slot.end = record->text->len;
        g_array_append_val(record->slots, slot);
        p += 2;
    }
}

static guint8 label_at(const Record *record, const Token *token)
{
    for (guint i = 0; i < record->slots->len; i++) {
        const Slot *slot = &g_array_index(record->slots, Slot, i);
        if (token->start >= slot->start && token->start < slot->end && slot->label != LABEL_O)
            return (guint8)(token->start == slot->start ? slot->label : slot->label + 1);
    }
    return LABEL_O;
}

/* Cuts the filled text into tokens and appends its sequences. */
static void append(GPtrArray *corpus, const Record *record)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GByteArray) labels = g_byte_array_new();

    isr_tokens_read(record->text->str, 0, record->text->len, tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        guint8 label = label_at(record, token);
        if (token->flags & TOKEN_BREAK)
            corpus_add(corpus, words, labels);
        g_ptr_array_add(words, (gpointer)corpus_word(record->text->str + token->start,
                                                     (gssize)(token->end - token->start)));
        g_byte_array_append(labels, &label, 1);
    }
    corpus_add(corpus, words, labels);
}

void templates_fill(GPtrArray *corpus, char *const *patterns, guint records, const Stock *stock,
                    Chance *chance)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) slots = g_array_new(FALSE, FALSE, sizeof(Slot));
    Record record = {stock, chance, 0, NULL, text, slots};

    for (; *patterns != NULL; patterns++)
        if (**patterns != '\0' && **patterns != '#')
            g_ptr_array_add(lines, *patterns);
    for (guint i = 0; i < records; i++) {
        record.origin = stock_origin(stock, chance);
        record.surname = stock_surname(stock, record.origin, chance);
        for (guint k = 0; k < LINES_OF_A_RECORD; k++) {
            fill(&record, lines->pdata[chance_below(chance, lines->len)]);
            append(corpus, &record);
        }
    }
}
