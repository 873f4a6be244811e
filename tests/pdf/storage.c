/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in how a file is stored: what was there before, what nothing leads to, what stands
 * between and behind. */
#include "maker.h"

#include <string.h>

#define WHO_AND_ADULT WHO " and " ADULT ", NHS number " NHS

/* The contents are replaced by a later revision. */
static void revise(Maker *maker)
{
    maker->revised = "BT /F1 11 Tf 40 370 Td (Plan of nobody at all, revised)Tj ET";
}

static void comment_between(Maker *maker)
{
    g_string_append(maker->between, "% " WHO_AND_ADULT "\n");
}

static void garbage_before(Maker *maker)
{
    g_string_append(maker->before, WHO_AND_ADULT "\n");
}

static void garbage_behind(Maker *maker)
{
    g_string_append(maker->behind, "\n" WHO_AND_ADULT "\n");
}

static void old_object(Maker *maker)
{
    g_string_append(maker->between, "40 0 obj\n(" WHO_AND_ADULT ")\nendobj\n");
}

static void split_contents(Maker *maker)
{
    static const char first[] = "BT /F1 11 Tf 40 120 Td (Quilla Van", second[] = "tongeren) Tj ET";

    maker_set(maker, PDF_OWN, "<<>>", maker->contents->str, maker->contents->len);
    maker_set(maker, PDF_OWN + 1, "<<>>", first, sizeof first - 1);
    maker_set(maker, PDF_OWN + 2, "<<>>", second, sizeof second - 1);
    maker_set(maker, PDF_CONTENTS, "[10 0 R 11 0 R 12 0 R]", NULL, 0);
}

static void hexadecimal_contents(Maker *maker)
{
    GString *hex = g_string_new(NULL);

    for (gsize i = 0; i < maker->contents->len; i++)
        g_string_append_printf(hex, "%02X", (guchar)maker->contents->str[i]);
    g_string_append_c(hex, '>');
    maker_set(maker, PDF_CONTENTS, "<</Filter[/ASCIIHexDecode]>>", hex->str, hex->len);
    g_string_free(hex, TRUE);
}

static void behind_the_data(Maker *maker)
{
    g_string_append(maker->contents, "\n");
    maker_set(maker, PDF_CONTENTS, "<<>>", maker->contents->str, maker->contents->len);
    GString *body = maker->bodies->pdata[PDF_CONTENTS];
    g_string_insert(body, (gssize)body->len - (gssize)strlen("endstream"), "% " WHO_AND_ADULT "\n");
}

#define STORED(number, what, ...)                                                                  \
    {                                                                                              \
        .id = number, .name = what, .keep = KEEP_HARD, .flags = PLACE_ALONE | PLACE_MAY_REFUSE,    \
        .contents = SENTENCE_AT("160"), __VA_ARGS__                                                \
    }

const PdfPlace pdf_storage[] = {
    {.id = "P191",
     .name = "earlier-revision",
     .flags = PLACE_ALONE,
     .contents = SENTENCE_AT("160"),
     .twist = revise},
    STORED("P192", "comment-between", .twist = comment_between),
    STORED("P193", "garbage-before", .twist = garbage_before),
    STORED("P194", "garbage-behind", .twist = garbage_behind),
    STORED("P195", "object-not-listed", .twist = old_object),
    STORED("P196", "orphans",
           .objects = {"(" WHO_AND_ADULT ")", "<</Of(" WHO_AND_ADULT ")/Type/Page>>",
                       "<<>>stream\n" WHO_AND_ADULT}),
    STORED("P197", "trailer",
           .trailer = "/DocChecksum/Quilla#20Vantongeren/AdditionalStreams[/application#2Fodt 10 0 "
                      "R]/By(" ADULT ")/ID[(" WHO ")(" ADULT ")]",
           .objects = {"<<>>stream\n" WHO_AND_ADULT}),
    STORED("P198", "contents-in-pieces", .twist = split_contents),
    STORED("P199", "contents-in-digits", .twist = hexadecimal_contents),
    STORED("P200", "behind-the-data", .twist = behind_the_data),
    STORED("P201", "packed-objects", .page = "/Annots 11 0 R",
           .objects = {"<</Type/ObjStm/N 1/First 5>>stream\n50 0 (" WHO_AND_ADULT ")",
                       "[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(" WHO_AND_ADULT ")>>]"}),
    STORED("P202", "streams-elsewhere", .page = "/Metadata 10 0 R",
           .objects = {"<</F(" WHO ".xml)/FFilter/" FORENAME ">>stream\n" WHO_AND_ADULT}),
    {.id = NULL},
};
