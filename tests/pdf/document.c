/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in what belongs to the whole document. */
#include "maker.h"

#define WHO_AND_ADULT WHO " and " ADULT ", NHS number " NHS
#define PACKET                                                                                     \
    "<</Type/Metadata/Subtype/XML>>stream\n<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>"     \
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-"    \
    "syntax-ns#'><rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>"       \
    "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>" WHO "</rdf:li></rdf:Alt></dc:title>"        \
    "<dc:creator><rdf:Seq><rdf:li>" ADULT "</rdf:li></rdf:Seq></dc:creator></rdf:Description>"     \
    "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"

/* A document with these things beside its one page. */
#define BESIDE(number, what, ...)                                                                  \
    {                                                                                              \
        .id = number, .name = what, .keep = KEEP_HARD, .contents = KEPT_AT("180"), __VA_ARGS__     \
    }

const PdfPlace pdf_document[] = {
    BESIDE("P161", "outline", .catalog = "/Outlines 10 0 R/PageMode/UseOutlines",
           .objects = {"<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>",
                       "<</Title(" WHO_AND_ADULT ")/Parent 10 0 R/Dest[3 0 R/Fit]>>"}),
    BESIDE("P162", "outline-wide", .catalog = "/Outlines 10 0 R",
           .objects = {"<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>",
                       "<</Title<FEFF005100750069006C006C0061002000560061006E0074006F006E00670065"
                       "00720065006E>/Parent 10 0 R/A<</S/URI/URI(x:" ADULT ")>>>>"}),
    BESIDE("P163", "properties",
           .info = "/Title(Plan for " WHO ")/Author(" ADULT ")/Subject(" WHO ")/Keywords(" WHO
                   ", " NHS ")/Creator(" ADULT ")/CreationDate(D:20200101120000)"),
    BESIDE("P164", "properties-wide",
           .info = "/Title<FEFF005100750069006C006C0061002000560061006E0074006F006E00670065007200"
                   "65006E>"),
    BESIDE("P165", "properties-of-ones-own",
           .info = "/Pupil(" WHO ")/Quilla#20Vantongeren(x)/SourceModified(" ADULT ")"),
    BESIDE("P166", "packet", .catalog = "/Metadata 10 0 R", .objects = {PACKET}),
    BESIDE("P167", "packet-of-the-page", .page = "/Metadata 10 0 R/LastModified(D:20200101)",
           .objects = {PACKET}),
    BESIDE("P168", "private-data",
           .catalog = "/PieceInfo<</Quilla<</LastModified(D:20200101)/Private<</Of(" WHO ")>>>>>>",
           .page = "/PieceInfo<</App<</LastModified(D:20200101)/Private(" ADULT ")>>>>"),
    BESIDE("P169", "language", .catalog = "/Lang(en-" FORENAME ")/Version/1.7"),
    BESIDE("P170", "attachment",
           .catalog = "/Names<</EmbeddedFiles<</Names[(" WHO ")10 0 R]>>>>/PageMode"
                      "/UseAttachments",
           .objects = {"<</Type/Filespec/F(" WHO ".txt)/UF(" WHO ".txt)/Desc(" ADULT
                       ")/EF<</F 11 0 R>>>>",
                       "<</Type/EmbeddedFile/Subtype/text#2Fplain/Params<</CreationDate("
                       "D:20200101)>>>>stream\n" WHO_AND_ADULT}),
    BESIDE("P171", "attachment-associated", .catalog = "/AF[10 0 R]", .page = "/AF[10 0 R]",
           .objects = {"<</Type/Filespec/AFRelationship/Source/F(" WHO ".odt)/EF<</F 11 0 R>>>>",
                       "<</Type/EmbeddedFile>>stream\n" WHO_AND_ADULT}),
    BESIDE("P172", "portfolio",
           .catalog = "/Collection<</Schema<</Quilla<</Subtype/F/N(" WHO ")>>>>/D(" ADULT ")>>"
                      "/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>",
           .flags = PLACE_MAY_REFUSE,
           .objects = {"<</Type/Filespec/F(a)/CI<</Quilla(" WHO ")>>/EF<</F 11 0 R>>>>",
                       "<</Type/EmbeddedFile>>stream\n" WHO_AND_ADULT}),
    BESIDE("P173", "scripts",
           .catalog =
               "/Names<</JavaScript<</Names[(" ADULT ")<</S/JavaScript/JS(// " WHO_AND_ADULT
               ")>>]>>>>/OpenAction<</S/JavaScript/JS 10 0 R>>/AA<</WC<</S/JavaScript/JS(" WHO
               ")>>>>",
           .page = "/AA<</O<</S/JavaScript/JS(" WHO ")>>>>",
           .objects = {"<<>>stream\nvar who = \"" WHO_AND_ADULT "\";"}),
    BESIDE("P174", "names-of-all-kinds",
           .catalog = "/Names<</Pages<</Names[(" WHO ")3 0 R]>>/Templates<</Names[(" ADULT
                      ")3 0 R]>>/IDS<</Names[(" WHO ")10 0 R]>>/URLS<</Names[(http://saltmarsh."
                      "example/Vantongeren)10 0 R]>>/AlternatePresentations<</Names[(" WHO
                      ")10 0 R]>>/Renditions<</Names[(" ADULT ")10 0 R]>>>>",
           .objects = {"<</S/SPS/ID(" WHO ")/O[3 0 R]/T(" ADULT ")>>"}),
    BESIDE("P175", "page-labels", .catalog = "/PageLabels<</Nums[0<</S/D/P(" WHO " )>>]>>"),
    BESIDE("P176", "viewer-and-output",
           .catalog = "/ViewerPreferences<</DisplayDocTitle true/Quilla(" WHO
                      ")>>/OutputIntents[<</S/GTS_PDFA1/OutputConditionIdentifier(" WHO
                      ")/Info(" ADULT ")/RegistryName(x)>>]"),
    BESIDE("P177", "threads", .catalog = "/Threads[10 0 R]", .page = "/B[11 0 R]",
           .objects = {"<</Type/Thread/F 11 0 R/I<</Title(" WHO ")/Author(" ADULT ")>>>>",
                       "<</Type/Bead/T 10 0 R/N 11 0 R/V 11 0 R/P 3 0 R/R[0 0 9 9]>>"}),
    BESIDE("P178", "addresses-and-law",
           .catalog =
               "/URI<</Base(http://saltmarsh.example/Vantongeren/)>>/Legal<</Attestation(" WHO
               ")>>/Requirements[<</S/EnableJavaScripts/RH<</Script(" ADULT
               ")>>>>]/SpiderInfo<</V 1/C[<</S/" FORENAME ">>]>>"),
    BESIDE("P179", "page-of-ones-own",
           .page = "/Quilla#20Vantongeren(" ADULT ")/ID(" WHO ")/PZ 1/Tabs/S/Trans<</S/R>>"
                   "/SeparationInfo<</DeviceColorant(" WHO ")>>"),
    BESIDE("P180", "developer-extensions",
           .catalog = "/Extensions<</" FORENAME
                      "<</BaseVersion/1.7/ExtensionLevel 3>>>>/Pupil(" WHO_AND_ADULT ")"),
    {.id = NULL},
};
