/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places where spans stand in no paragraph: the child, whom the document makes known, and an adult
 * whom nothing else names, each split over two spans. */
#include "odt.h"

#define SPLIT                                                                                      \
    SPAN("T1", "Seen 999 12")                                                                      \
    SPAN("T1", "3 4551 and Quilla Vanton")                                                         \
    SPAN("T1", "geren. Mrs Ottoline Pember") SPAN("T1", "wicke rang.")
/* Alone, for nothing else may name the adult. */
#define LOOSE(id_, name_, content)                                                                 \
    PLACE_WITH(id_, name_, KEEP_NONE, PLACE_ALONE | PLACE_ADULT, NULL, INTO("body", content))

const Place odt_loose[] = {
    LOOSE("O169", "spans-in-body", SPLIT PAR("")),
    LOOSE("O170", "spans-in-text-box",
          PAR(FRAME("draw:name='box'", "<draw:text-box>" SPLIT "</draw:text-box>"))),
    LOOSE("O171", "spans-in-list",
          "<text:list><text:list-item>" SPLIT "</text:list-item></text:list>" PAR("")),
    LOOSE("O172", "spans-in-cell",
          "<table:table "
          "table:name='t@n@'><table:table-column/><table:table-row><table:table-cell>" SPLIT
          "</table:table-cell></table:table-row></table:table>" PAR("")),
    {.id = NULL},
};
