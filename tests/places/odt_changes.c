/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in comments and tracked changes. */
#include "odt.h"

#define COMMENT_AS(attributes, head, words)                                                        \
    "<office:annotation " attributes ">" head PAR(words) "</office:annotation>"
#define INFO "<office:change-info>" AUTHOR_AND_DATE "</office:change-info>"
#define CHANGES(regions) "<text:tracked-changes>" regions "</text:tracked-changes>"
#define REGION(id, content)                                                                        \
    "<text:changed-region xml:id='" id "' text:id='" id "'>" content "</text:changed-region>"
#define INSERTION(id) REGION(id, "<text:insertion>" INFO "</text:insertion>")
#define DELETION(id, words) REGION(id, "<text:deletion>" INFO words "</text:deletion>")
#define MARK(name, id) "<text:" name " text:change-id='" id "'/>"

const Place odt_changes[] = {
    PLACE("O040", "annotation", KEEP_SOFT,
          INTO("body",
               PAR("Yes" COMMENT_AS("", "<dc:creator>Reviewer</dc:creator>", "Ask " SENTENCE)))),
    PLACE_WITH("O041", "annotation-author", KEEP_NONE, PLACE_ADULT, NULL,
               INTO("body", PAR("Yes" COMMENT_AS("",
                                                 AUTHOR_AND_DATE "<meta:creator-initials>" ADULT
                                                                 "</meta:creator-initials>",
                                                 "Check")))),
    PLACE("O042", "annotation-name", KEEP_NONE,
          INTO("body",
               PAR("Yes" COMMENT_AS("office:name='" WHO "'",
                                    "<loext:sender-initials>" WHO "</loext:sender-initials>",
                                    "Check") "no<office:annotation-end office:name='" WHO "'/>"))),
    PLACE_WITH("O043", "insertion", KEEP_HARD, PLACE_ADULT, NULL,
               INTO("changes", CHANGES(INSERTION("ct@n@"))),
               BODY(MARK("change-start", "ct@n@") SENTENCE MARK("change-end", "ct@n@"))),
    PLACE_WITH("O044", "deletion", KEEP_NONE, PLACE_ADULT, NULL,
               INTO("changes", CHANGES(DELETION("ct@n@", PAR(SENTENCE) PAR(MOTHER " and " ADULT)))),
               INTO("body", PAR("Gone" MARK("change", "ct@n@") " now"))),
    PLACE_WITH(
        "O045", "format-change", KEEP_NONE, PLACE_ADULT, NULL,
        INTO("changes",
             CHANGES(REGION("ct@n@", "<text:format-change><office:change-info>" AUTHOR_AND_DATE PAR(
                                         "for " WHO) "</office:change-info>"
                                                     "</text:format-change>"))),
        INTO("body", PAR(MARK("change-start", "ct@n@") "bold" MARK("change-end", "ct@n@")))),
    PLACE_WITH(
        "O046", "change-comment", KEEP_NONE, PLACE_ADULT, NULL,
        INTO("changes",
             CHANGES(REGION("ct@n@", "<text:insertion><office:change-info>" AUTHOR_AND_DATE PAR(
                                         "as " WHO " asked") "</office:change-info>"
                                                             "</text:insertion>"))),
        INTO("body", PAR(MARK("change-start", "ct@n@") "new" MARK("change-end", "ct@n@")))),
    PLACE_WITH("O047", "word-partly-deleted", KEEP_HARD, PLACE_ADULT, NULL,
               INTO("changes", CHANGES(DELETION("ct@n@", PAR("xyz")))),
               BODY("Quilla Vanton" MARK("change", "ct@n@") "geren")),
    PLACE_WITH("O048", "orphan-change", KEEP_NONE, PLACE_ADULT, NULL,
               INTO("changes", CHANGES(DELETION("ct@n@", PAR(SENTENCE)))), INTO("body", PAR("x"))),
    PLACE_WITH("O049", "header-change", KEEP_NONE, PLACE_ADULT, NULL,
               INTO("masters",
                    "<style:master-page style:name='Changed@n@' style:page-layout-name='pm1'>"
                    "<style:header>" CHANGES(INSERTION("ch@n@") DELETION("cd@n@", PAR(SENTENCE)))
                        PAR(MARK("change-start", "ch@n@") WHO MARK("change-end", "ch@n@")
                                MARK("change", "cd@n@")) "</style:header></style:master-page>")),
    {.id = NULL},
};
