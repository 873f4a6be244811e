/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in fields: what they say, and what is stored behind them. */
#include "odt.h"

#define FIELD(id, name, element, words)                                                            \
    PLACE(id, "field-" name, KEEP_HARD,                                                            \
          BODY("<text:" element " text:fixed='false'>" words "</text:" element ">"))

#define AUTHOR_FIELD(id, name, words)                                                              \
    PLACE_WITH(id, "field-" name, KEEP_HARD, PLACE_ADULT, NULL,                                    \
               BODY("<text:" name ">" words "</text:" name ">"))

const Place odt_fields[] = {
    AUTHOR_FIELD("O071", "author-name", ADULT " and " WHO),
    FIELD("O072", "author-initials", "author-initials", WHO),
    FIELD("O073", "initial-creator", "initial-creator", WHO),
    AUTHOR_FIELD("O074", "creator", ADULT),
    AUTHOR_FIELD("O075", "printed-by", ADULT),
    FIELD("O076", "sender-firstname", "sender-firstname", FORENAME),
    FIELD("O077", "sender-lastname", "sender-lastname", SURNAME),
    FIELD("O078", "sender-email", "sender-email", EMAIL),
    FIELD("O079", "sender-street", "sender-street", SURNAME " House"),
    FIELD("O080", "title", "title", "Plan for " WHO),
    FIELD("O081", "subject", "subject", WHO),
    FIELD("O082", "keywords", "keywords", "plan, " WHO),
    FIELD("O083", "description", "description", WHO ", " NHS),
    FIELD("O084", "file-name", "file-name", "C:/Cases/" FORENAME "_" SURNAME ".odt"),
    FIELD("O085", "template-name", "template-name", WHO),
    FIELD("O086", "chapter", "chapter", WHO),
    PLACE("O087", "user-defined-field", KEEP_HARD,
          BODY("<text:user-defined text:name='" WHO "' office:string-value='" NHS "'>" WHO
               "</text:user-defined>")),
    PLACE("O088", "user-field", KEEP_HARD,
          INTO("declarations", "<text:user-field-decls><text:user-field-decl "
                               "office:value-type='string' office:string-value='" WHO
                               "' text:name='" SURNAME "'/></text:user-field-decls>"),
          BODY("<text:user-field-get text:name='" SURNAME "'>" WHO "</text:user-field-get>"
               "<text:user-field-get text:display='none' text:name='" SURNAME "'>" NHS
               "</text:user-field-get>")),
    PLACE("O089", "variables", KEEP_HARD,
          INTO("declarations", "<text:variable-decls><text:variable-decl "
                               "office:value-type='string' text:name='" SURNAME "'/>"
                               "</text:variable-decls>"),
          BODY("<text:variable-set text:name='" SURNAME "' office:value-type='string' "
               "office:string-value='" WHO "' text:formula='ooow:" SURNAME "'>" WHO
               "</text:variable-set><text:variable-input text:name='" SURNAME
               "' text:description='" NHS "'>" WHO "</text:variable-input>")),
    PLACE("O090", "sequence", KEEP_HARD,
          INTO("declarations", "<text:sequence-decls><text:sequence-decl "
                               "text:display-outline-level='0' text:name='" SURNAME "'/>"
                               "</text:sequence-decls>"),
          BODY("<text:sequence text:ref-name='ref" SURNAME "0' text:name='" SURNAME
               "' text:formula='ooow:" SURNAME "+1' style:num-format='1'>1</text:sequence>"
               "<text:sequence-ref text:reference-format='value' text:ref-name='ref" SURNAME
               "0'>1</text:sequence-ref>")),
    PLACE("O091", "expression", KEEP_HARD,
          BODY("<text:expression text:formula='ooow:\"" WHO "\"' office:value-type='string' "
               "office:string-value='" WHO "'>" WHO "</text:expression>")),
    PLACE("O092", "placeholder", KEEP_HARD,
          BODY("<text:placeholder text:placeholder-type='text' text:description='" NHS "'>&lt;" WHO
               "&gt;</text:placeholder>")),
    PLACE("O093", "text-input", KEEP_HARD,
          BODY("<text:text-input text:description='" NHS "'>" WHO "</text:text-input>")),
    PLACE("O094", "conditional-text", KEEP_HARD,
          BODY("<text:conditional-text text:condition='ooow:" SURNAME "==1' "
               "text:string-value-if-true='" WHO "' text:string-value-if-false='" NHS "'>" WHO
               "</text:conditional-text>")),
    PLACE("O095", "hidden-text", KEEP_HARD,
          BODY("<text:hidden-text text:condition='ooow:" SURNAME "' text:string-value='" WHO
               "' text:is-hidden='true'/>")),
    PLACE("O096", "hidden-paragraph", KEEP_NONE,
          INTO("body", PAR("<text:hidden-paragraph text:condition='ooow:true' "
                           "text:is-hidden='true'/>" SENTENCE))),
    PLACE("O097", "database-fields", KEEP_HARD,
          BODY("<text:database-display text:database-name='" SURNAME "' text:table-name='" SURNAME
               "' text:column-name='" FORENAME "'>" WHO "</text:database-display>"
               "<text:database-next text:database-name='" SURNAME "' text:condition='" WHO
               "'/><text:database-row-select text:database-name='" SURNAME "' text:condition='" WHO
               "' text:row-number='1'/>")),
    PLACE("O098", "dde", KEEP_HARD,
          INTO("declarations", "<text:dde-connection-decls><text:dde-connection-decl "
                               "office:name='d@n@' office:dde-application='soffice' "
                               "office:dde-topic='C:/" SURNAME ".ods' office:dde-item='" FORENAME
                               "'/></text:dde-connection-decls>"),
          BODY("<text:dde-connection text:connection-name='d@n@'>" WHO "</text:dde-connection>")),
    PLACE("O099", "execute-macro", KEEP_HARD,
          BODY("<text:execute-macro text:name='" SURNAME "' text:description='" NHS "'>"
               "<office:event-listeners><script:event-listener script:event-name='dom:click' "
               "xlink:href='vnd.sun.star.script:" SURNAME "'/></office:event-listeners>" WHO
               "</text:execute-macro>")),
    PLACE("O100", "script-field", KEEP_HARD,
          BODY("<text:script script:language='JavaScript'>alert('" WHO "')</text:script>")),
    PLACE("O101", "drop-down", KEEP_HARD,
          BODY("<text:drop-down text:name='" SURNAME "' text:help='" WHO "' text:hint='" NHS
               "'><text:label text:value='" WHO "'/><text:label text:value='none' "
               "text:current-selected='true'/>none</text:drop-down>")),
    {.id = NULL},
};
