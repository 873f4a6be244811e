/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places where runs stand in no paragraph, and paragraphs in paragraphs: the child, whom the
 * document makes known, and an adult whom nothing else names, each split over two runs. */
#include "docx.h"

#define MATH(words) "<m:r><m:t xml:space='preserve'>" words "</m:t></m:r>"
#define SPLIT(piece)                                                                               \
    piece("Seen 999 12") piece("3 4551 and Quilla Vanton") piece("geren. Mrs Ottoline Pember")     \
        piece("wicke rang.")
/* What joins a paragraph with the next. */
#define DROP_CAP "<w:framePr w:dropCap='drop' w:lines='3' w:wrap='around'/>"
#define MARK_DELETED "<w:rPr><w:del w:id='1' w:author='Reviewer'/></w:rPr>"
#define WITHIN(properties)                                                                         \
    PAR(SPLIT(RUN) PAR("<w:pPr>" properties "</w:pPr>" RUN("A"))) PAR(RUN("Nothing here."))
/* Alone, for nothing else may name the adult. */
#define LOOSE(id_, name_, content)                                                                 \
    {                                                                                              \
        .id = id_, .name = name_, .flags = PLACE_ALONE | PLACE_ADULT, .steps = {                   \
            INTO("body", content)                                                                  \
        }                                                                                          \
    }

const Place docx_loose[] = {
    LOOSE("D333", "ruby-runs",
          PAR("<w:r><w:ruby><w:rubyPr/><w:rt>" SPLIT(RUN) "</w:rt><w:rubyBase>" RUN(
              "x") "</w:rubyBase></w:ruby></w:r>")),
    LOOSE("D334", "math-block",
          "<m:oMathPara><m:oMath>" SPLIT(MATH) "</m:oMath></m:oMathPara>" PAR("")),
    LOOSE("D335", "runs-in-body", SPLIT(RUN) PAR("")),
    LOOSE("D336", "runs-in-text-box",
          PAR("<w:r><w:pict><v:shape id='b336' style='width:141pt;height:56pt'><v:textbox>"
              "<w:txbxContent>" SPLIT(RUN) "</w:txbxContent></v:textbox></v:shape></w:pict>"
                                           "</w:r>")),
    LOOSE("D337", "runs-in-cell",
          "<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent>" SPLIT(RUN) "</w:sdtContent></w:sdt>" PAR(
              "") "</w:tc></w:tr></w:tbl>" PAR("")),
    LOOSE("D338", "runs-in-control",
          "<w:sdt><w:sdtContent>" SPLIT(RUN) "</w:sdtContent></w:sdt>" PAR("")),
    LOOSE("D339", "hyperlink-in-body",
          "<w:hyperlink w:anchor='_top'>" SPLIT(RUN) "</w:hyperlink>" PAR("")),
    LOOSE("D340", "paragraph-in-paragraph-drop-cap", WITHIN(DROP_CAP)),
    LOOSE("D341", "paragraph-in-paragraph-deleted", WITHIN(MARK_DELETED)),
    {.id = NULL},
};
