/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in hyperlinks, bookmarks, permissions and relationships. */
#include "docx.h"

#define LINKED(attributes, words) "<w:hyperlink " attributes ">" RUN(words) "</w:hyperlink>"
#define PERCENT_SURNAME "%56%61%6E%74%6F%6E%67%65%72%65%6E"

const Place docx_links[] = {
    {"D100",
     "hyperlink-target",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(LINKED("r:id='rId@id@'", "the file"))),
      EXTERNAL("word/document.xml", "rId@id@", REL("hyperlink"),
               "https://records.example/Quilla%20" PERCENT_SURNAME "?nhs=" NHS_DIGITS)},
     NULL},
    {"D101",
     "mailto",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(LINKED("r:id='rId@id@'", "write"))),
      EXTERNAL("word/document.xml", "rId@id@", REL("hyperlink"),
               "mailto:" EMAIL "?subject=About%20Quilla%20Vantongeren")},
     NULL},
    {"D102",
     "hyperlink-attributes",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(LINKED("r:id='rId@id@' w:tooltip='" WHO "' w:docLocation='" SURNAME
                                 "' w:tgtFrame='" FORENAME "'",
                                 "the page ")
                              LINKED("w:anchor='About" SURNAME "' w:tooltip='" NHS "'", "below"))),
      INTO("body", PAR("<w:bookmarkStart w:id='10201' w:name='About" SURNAME
                       "'/>" RUN("Below.") "<w:bookmarkEnd w:id='10201'/>")),
      EXTERNAL("word/document.xml", "rId@id@", REL("hyperlink"), "https://records.example/")},
     NULL},
    {"D103",
     "hyperlink-text",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:hyperlink r:id='rId@id@'>" RUN("Quilla Vant")
                              RUN_AS("<w:b/>", "ongeren") RUN(" file") "</w:hyperlink>")),
      EXTERNAL("word/document.xml", "rId@id@", REL("hyperlink"), "https://records.example/")},
     NULL},
    {"D104",
     "bookmark-name",
     KEEP_HARD,
     0,
     {INTO("body",
           PAR("<w:bookmarkStart w:id='10401' w:name='About_Quilla_Vantongeren'/>" BEFORE_RUN
               "<w:bookmarkEnd w:id='10401'/>" LINKED(
                   "w:anchor='About_Quilla_Vantongeren'",
                   "it") "<w:bookmarkStart w:id='10402' w:name='NHS" NHS_DIGITS "'/>" AFTER_RUN
                         "<w:bookmarkEnd w:id='10402'/>"))},
     NULL},
    {"D105",
     "perm-user",
     KEEP_HARD,
     PLACE_ADULT,
     {INTO("body", BESIDE("<w:permStart w:id='10501' w:ed='" ADULT "'/>" RUN(
                       "here") "<w:permEnd w:id='10501'/><w:permStart w:id='10502' w:ed='" EMAIL
                               "'/>" RUN(" there") "<w:permEnd w:id='10502'/>"))},
     NULL},
    {"D106",
     "orphan-relationship",
     KEEP_NONE,
     0,
     {EXTERNAL("word/document.xml", "rId@id@", REL("hyperlink"),
               "file:///S:/Cases/" FORENAME "%20" SURNAME "/plan.docx")},
     NULL},
    {"D107",
     "relationship-id",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(LINKED("r:id='" SURNAME "'", "the page"))),
      EXTERNAL("word/document.xml", SURNAME, REL("hyperlink"), "https://records.example/")},
     NULL},
    {.id = NULL},
};
