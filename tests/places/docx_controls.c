/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in content controls, custom XML and the glossary. */
#include "docx.h"

#define SDT(properties, content)                                                                   \
    "<w:sdt><w:sdtPr>" properties "</w:sdtPr><w:sdtContent>" content "</w:sdtContent></w:sdt>"
#define ITEM(words)                                                                                \
    PART("customXml/item@n@.xml", "application/xml", XML_HEAD words),                              \
        LINK("word/document.xml", "rId@id@", REL("customXml"), "../customXml/item@n@.xml")
#define ITEM_PROPERTIES(schema)                                                                    \
    PART("customXml/itemProps@n@.xml",                                                             \
         "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",                  \
         XML_HEAD "<ds:datastoreItem ds:itemID='{B6F00000-0000-4000-8000-000000000@n@}' "          \
                  "xmlns:ds='http://schemas.openxmlformats.org/officeDocument/2006/customXml'>"    \
                  "<ds:schemaRefs><ds:schemaRef ds:uri='" schema "'/></ds:schemaRefs>"             \
                  "</ds:datastoreItem>"),                                                          \
        LINK("customXml/item@n@.xml", "rId1", REL("customXmlProps"), "itemProps@n@.xml")
#define DOC_PART(name, more, content)                                                              \
    "<w:docPart><w:docPartPr><w:name w:val='" name "'/>" more                                      \
    "</w:docPartPr><w:docPartBody>" content "</w:docPartBody></w:docPart>"
#define BASE64_WHO "UXVpbGxhIFZhbnRvbmdlcmVuIDk5OTEyMzQ1NTEgUXVpbGxhIFZhbnRvbmdlcmVu"

const Place docx_controls[] = {
    {"D123",
     "sdt-text",
     KEEP_HARD,
     0,
     {INTO("body", SDT("<w:id w:val='1231'/>",
                       PAR(BEFORE_RUN SDT("<w:id w:val='1232'/><w:text/>",
                                          RUN("Quilla Van") SDT("<w:id w:val='1233'/>",
                                                                RUN("tongeren"))) AFTER_RUN)))},
     NULL},
    {"D124",
     "sdt-alias-tag",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(SDT("<w:alias w:val='" WHO "'/><w:tag w:val='" NHS_DIGITS "'/><w:id "
                              "w:val='124'/><w15:appearance w15:val='hidden'/><w:text/>",
                              RUN("it"))))},
     NULL},
    {"D125",
     "sdt-lists",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(SDT(
               "<w:id w:val='1251'/><w:dropDownList w:lastValue='" SURNAME "'><w:listItem "
               "w:displayText='" WHO "' w:value='" SURNAME "'/><w:listItem w:displayText='Other' "
               "w:value='o'/></w:dropDownList>",
               RUN("Other")) SDT("<w:id w:val='1252'/><w:comboBox w:lastValue='o'><w:listItem "
                                 "w:displayText='" NHS "' w:value='" NHS_DIGITS "'/></w:comboBox>",
                                 RUN(" box"))))},
     NULL},
    {"D126",
     "sdt-date",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(SDT("<w:id w:val='126'/><w:date w:fullDate='" BORN_ISO "T00:00:00Z'>"
                      "<w:dateFormat w:val='MMMM'/><w:lid w:val='en-GB'/><w:storeMappedDataAs "
                      "w:val='dateTime'/><w:calendar w:val='gregorian'/></w:date>",
                      RUN("March"))))},
     NULL},
    {"D127",
     "sdt-placeholder",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(SDT("<w:id w:val='127'/><w:placeholder><w:docPart w:val='" SURNAME
                              "127'/></w:placeholder><w:showingPlcHdr/><w:text/>",
                              RUN("Click")))),
      INTO("glossary", DOC_PART(SURNAME "127", "", PAR(RUN("Enter " WHO))))},
     NULL},
    {"D128",
     "sdt-binding",
     KEEP_HARD,
     0,
     {INTO(
          "body",
          BESIDE(SDT("<w:id w:val='128'/><w:dataBinding w:prefixMappings=\"xmlns:n='urn:x:" SURNAME
                     "'\" w:xpath='/n:" SURNAME "[1]/n:name[1]' w:storeItemID='{B6F00000-0000-4000-"
                     "8000-000000000128}'/><w:text/>",
                     RUN("shown")))),
      ITEM("<n:" SURNAME " xmlns:n='urn:x:" SURNAME "'><n:name>" WHO "</n:name></n:" SURNAME ">"),
      ITEM_PROPERTIES("urn:x:" SURNAME)},
     NULL},
    {"D129",
     "custom-xml",
     KEEP_NONE,
     0,
     {ITEM("<case><child nhs='" NHS "'>" WHO "</child></case>"),
      ITEM_PROPERTIES("urn:case:" SURNAME)},
     NULL},
    {"D130", "custom-xml-binary", KEEP_NONE, 0, {ITEM("<data>" BASE64_WHO "</data>")}, NULL},
    {"D131",
     "cover-page",
     KEEP_NONE,
     0,
     {ITEM("<CoverPageProperties xmlns='http://schemas.microsoft.com/office/2006/coverPageProps'>"
           "<PublishDate/><Abstract>" WHO "</Abstract><CompanyAddress>" NHS "</CompanyAddress>"
           "<CompanyPhone/><CompanyFax/><CompanyEmail>" EMAIL
           "</CompanyEmail></CoverPageProperties>")},
     NULL},
    {"D132",
     "sharepoint",
     KEEP_NONE,
     PLACE_ADULT,
     {ITEM("<p:properties xmlns:p='http://schemas.microsoft.com/office/2006/metadata/properties'>"
           "<documentManagement><AssignedTo xmlns='11111111-0000-4000-8000-000000000132'><UserInfo>"
           "<DisplayName>" ADULT
           "</DisplayName><AccountId>7</AccountId></UserInfo></AssignedTo><Child>" WHO
           "</Child></documentManagement></p:properties>")},
     NULL},
    {"D133",
     "bibliography",
     KEEP_NONE,
     PLACE_ADULT,
     {ITEM(
          "<b:Sources xmlns:b='http://schemas.openxmlformats.org/officeDocument/2006/bibliography'>"
          "<b:Source><b:Tag>" SURNAME
          "133</b:Tag><b:Author><b:Author><b:NameList><b:Person><b:Last>" ADULT_SURNAME
          "</b:Last><b:First>" ADULT_FORENAME "</b:First></b:Person></b:NameList>"
          "</b:Author></b:Author><b:Title>" WHO "</b:Title></b:Source></b:Sources>"),
      INTO("body", PAR(RUN("As shown ") "<w:fldSimple w:instr=' CITATION " SURNAME
                                        "133 \\l 2057 '>" RUN("(1)") "</w:fldSimple>"))},
     NULL},
    {"D134",
     "glossary",
     KEEP_NONE,
     0,
     {INTO("glossary", DOC_PART(WHO,
                                "<w:category><w:name w:val='" SURNAME "'/><w:gallery "
                                "w:val='autoTxt'/></w:category><w:description w:val='" NHS "'/>",
                                PAR(RUN("Dear " WHO))))},
     NULL},
    {.id = NULL},
};
