/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in settings, styles, fonts, themes and the parts that come with them. */
#include "blobs.h"
#include "docx.h"

#define MAIL_MERGE                                                                                 \
    "<w:mailMerge><w:mainDocumentType w:val='formLetters'/><w:dataType w:val='native'/>"           \
    "<w:connectString w:val='Provider=ACE;Data Source=S:\\Cases\\" SURNAME ".xlsx'/><w:query "     \
    "w:val='SELECT * FROM " SURNAME " WHERE nhs=" NHS_DIGITS "'/><w:dataSource r:id='rId@id@'/>"   \
    "<w:addressFieldName w:val='" SURNAME "'/><w:mailSubject w:val='About " WHO "'/><w:odso>"      \
    "<w:udl w:val='" WHO "'/><w:table w:val='" SURNAME "'/><w:src r:id='rId@id@'/></w:odso>"       \
    "</w:mailMerge>"
#define STYLE(kind, id, inner)                                                                     \
    "<w:style w:type='" kind "' w:customStyle='1' w:styleId='" id "'>" inner "</w:style>"

const Place docx_settings[] = {
    {"D172",
     "docvars",
     KEEP_NONE,
     0,
     {INTO("settings",
           "<w:docVars><w:docVar w:name='" SURNAME "' w:val='" WHO ", " NHS "'/></w:docVars>")},
     NULL},
    {"D173",
     "mail-merge",
     KEEP_NONE,
     0,
     {INTO("settings", MAIL_MERGE), EXTERNAL("word/settings.xml", "rId@id@", REL("mailMergeSource"),
                                             "file:///S:/Cases/" FORENAME "%20" SURNAME ".xlsx")},
     NULL},
    {"D174",
     "merge-recipients",
     KEEP_NONE,
     0,
     {PART("word/recipientData.xml", WML_TYPE("mailMergeRecipientData"),
           DOC("w:recipients",
               "<w:recipientData><w:active w:val='1'/><w:column w:val='0'/><w:uniqueTag w:val='"
               "UXVpbGxhIFZhbnRvbmdlcmVuIDk5OTEyMzQ1NTEg'/></w:recipientData>")),
      LINK("word/settings.xml", "rId@id@", REL("mailMergeRecipientData"), "recipientData.xml")},
     NULL},
    {"D175",
     "attached-template",
     KEEP_NONE,
     0,
     {INTO("settings", "<w:attachedTemplate r:id='rId@id@'/>"),
      EXTERNAL("word/settings.xml", "rId@id@", REL("attachedTemplate"),
               "file:///C:/Users/" SURNAME "/plan.dotx")},
     NULL},
    {"D176",
     "settings-names",
     KEEP_NONE,
     0,
     {INTO("settings", "<w:saveThroughXslt r:id='rId@id@' w:solutionID='" SURNAME
                       "'/><w:attachedSchema w:val='urn:" SURNAME "'/>"
                       "<w:smartTagType w:namespaceuri='urn:x' w:name='" SURNAME
                       "' w:url='https://x.example/" SURNAME "'/>"
                       "<w:captions><w:caption w:name='" WHO
                       "' w:pos='below' w:numFmt='decimal'/></w:captions>"),
      EXTERNAL("word/settings.xml", "rId@id@", REL("transform"), "file:///S:/" SURNAME ".xsl")},
     NULL},
    {"D177",
     "style-name",
     KEEP_HARD,
     0,
     {INTO("styles",
           STYLE("paragraph", "Para" SURNAME,
                 "<w:name w:val='Plan of " WHO "'/><w:aliases w:val='" SURNAME
                 "'/><w:basedOn w:val='Normal'/><w:qFormat/><w:pPr><w:jc w:val='right'/></w:pPr>")),
      INTO("body", PAR("<w:pPr><w:pStyle w:val='Para" SURNAME "'/></w:pPr>" BEFORE_RUN AFTER_RUN))},
     NULL},
    {"D178",
     "style-unused",
     KEEP_NONE,
     0,
     {INTO("styles",
           STYLE("paragraph", "Unused178",
                 "<w:name w:val='Plan of " WHO "'/><w:basedOn w:val='Normal'/>")
               STYLE("numbering", "List" SURNAME, "<w:name w:val='List of " SURNAME "'/>")),
      INTO("latent",
           "<w:latentStyles w:defLockedState='0' w:count='1'><w:lsdException w:name='" SURNAME "'/>"
           "</w:latentStyles>")},
     NULL},
    {"D179",
     "styles-with-effects",
     KEEP_NONE,
     0,
     {PART("word/stylesWithEffects.xml", "application/vnd.ms-word.stylesWithEffects+xml",
           DOC("w:styles", STYLE("paragraph", "x", "<w:name w:val='" WHO "'/>"))),
      LINK("word/document.xml", "rId@id@", MS_REL "2007/relationships/stylesWithEffects",
           "stylesWithEffects.xml")},
     NULL},
    {"D180",
     "font-name",
     KEEP_NONE,
     0,
     {INTO("fonts", "<w:font w:name='Hand of " WHO "'><w:altName w:val='" SURNAME
                    "'/><w:charset w:val='00'/></w:font>"),
      INTO("body", PAR(RUN_AS("<w:rFonts w:ascii='Hand of " WHO "' w:hAnsi='Hand of " WHO "'/>",
                              "Written by hand.")))},
     NULL},
    {"D181",
     "embedded-font",
     KEEP_NONE,
     0,
     {INTO("fonts", "<w:font w:name='Handmade'><w:embedRegular r:id='rId@id@' "
                    "w:fontKey='{18100000-0000-4000-8000-"
                    "000000000181}'/></w:font>"),
      BLOB("word/fonts/font@n@.odttf",
           "application/vnd.openxmlformats-officedocument.obfuscatedFont", blob_font),
      LINK("word/fontTable.xml", "rId@id@", REL("font"), "fonts/font@n@.odttf")},
     NULL},
    {"D182",
     "theme-name",
     KEEP_NONE,
     0,
     {PART("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml",
           XML_HEAD "<a:theme xmlns:a='" A_NS "' name='Theme of " WHO
                    "'><a:themeElements><a:clrScheme name='" SURNAME
                    "'><a:dk1><a:srgbClr val='000000'/></a:dk1><a:lt1><a:srgbClr "
                    "val='FFFFFF'/></a:lt1><a:dk2><a:srgbClr "
                    "val='1F497D'/></a:dk2><a:lt2><a:srgbClr "
                    "val='EEECE1'/></a:lt2><a:accent1><a:srgbClr val='4F81BD'/>"
                    "</a:accent1><a:accent2><a:srgbClr "
                    "val='C0504D'/></a:accent2><a:accent3><a:srgbClr val='9BBB59'/>"
                    "</a:accent3><a:accent4><a:srgbClr "
                    "val='8064A2'/></a:accent4><a:accent5><a:srgbClr val='4BACC6'/>"
                    "</a:accent5><a:accent6><a:srgbClr "
                    "val='F79646'/></a:accent6><a:hlink><a:srgbClr val='0000FF'/></a:hlink>"
                    "<a:folHlink><a:srgbClr val='800080'/></a:folHlink></a:clrScheme><a:fontScheme "
                    "name='" FORENAME "'>"
                    "<a:majorFont><a:latin typeface='Carlito'/><a:ea typeface=''/><a:cs "
                    "typeface=''/></a:majorFont><a:minorFont>"
                    "<a:latin typeface='Carlito'/><a:ea typeface=''/><a:cs "
                    "typeface=''/></a:minorFont></a:fontScheme>"
                    "<a:fmtScheme name='" SURNAME
                    "'><a:fillStyleLst/><a:lnStyleLst/><a:effectStyleLst/><a:bgFillStyleLst/>"
                    "</a:fmtScheme></a:themeElements></a:theme>"),
      LINK("word/document.xml", "rId@id@", REL("theme"), "theme/theme1.xml")},
     NULL},
    {"D183",
     "web-settings",
     KEEP_NONE,
     0,
     {PART("word/webSettings.xml", WML_TYPE("webSettings"),
           DOC("w:webSettings", "<w:frameset><w:frame><w:name w:val='" WHO
                                "'/><w:sourceFileName r:id='rId1'/></w:frame>"
                                "</w:frameset>")),
      LINK("word/document.xml", "rId@id@", REL("webSettings"), "webSettings.xml"),
      EXTERNAL("word/webSettings.xml", "rId1", REL("frame"), "file:///S:/Cases/" SURNAME ".htm")},
     NULL},
    {"D184",
     "keymap",
     KEEP_NONE,
     0,
     {PART("word/customizations.xml", "application/vnd.ms-word.keyMapCustomizations+xml",
           XML_HEAD "<wne:tcg "
                    "xmlns:wne='http://schemas.microsoft.com/office/word/2006/"
                    "wordml'><wne:keymaps><wne:keymap "
                    "wne:kcmPrimary='0241'><wne:macro wne:macroName='OPEN" SURNAME
                    "'/></wne:keymap></wne:keymaps></wne:tcg>"),
      LINK("word/document.xml", "rId@id@", MS_REL "2006/relationships/keyMapCustomizations",
           "customizations.xml")},
     NULL},
    {"D185",
     "printer",
     KEEP_NONE,
     0,
     {BLOB("word/printerSettings@n@.bin", WML_TYPE("printerSettings"), blob_devmode),
      LINK("word/document.xml", "rId@id@", REL("printerSettings"), "printerSettings@n@.bin")},
     NULL},
    {"D186",
     "signature",
     KEEP_NONE,
     PLACE_ADULT,
     {PART("_xmlsignatures/origin.sigs",
           "application/vnd.openxmlformats-package.digital-signature-origin", ""),
      LINK("", "rId@id@", PKG_REL "digital-signature/origin", "_xmlsignatures/origin.sigs"),
      PART(
          "_xmlsignatures/sig1.xml",
          "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
          XML_HEAD
          "<Signature "
          "xmlns='http://www.w3.org/2000/09/xmldsig#'><KeyInfo><X509Data><X509SubjectName>CN=" ADULT
          "</X509SubjectName><X509Certificate>UXVpbGxhIFZhbnRvbmdlcmVuIDk5OTEyMzQ1NTEg</"
          "X509Certificate></X509Data>"
          "</KeyInfo><Object><SignatureInfoV1 "
          "xmlns='http://schemas.microsoft.com/office/2006/digsig'><SignatureComments>"
          "For " WHO "</SignatureComments></SignatureInfoV1><xd:ClaimedRole "
          "xmlns:xd='http://uri.etsi.org/01903/v1.3.2#'>" ADULT
          "</xd:ClaimedRole></Object></Signature>"),
      LINK("_xmlsignatures/origin.sigs", "rId1", PKG_REL "digital-signature/signature",
           "sig1.xml")},
     NULL},
    {.id = NULL},
};
