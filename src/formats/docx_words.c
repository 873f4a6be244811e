/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vocabularies of Office Open XML (ISO/IEC 29500) and its extensions that a DOCX copy may
 * hold: names of elements and attributes, and the words that may stand in a value. What needs
 * more than copying has a rule in docx_table.c. Data only. */
#include "docx_table.h"

const IsrXmlVocabulary docx_vocabularies[] = {
    {DOCX_W, "w",
     /* elements */
     "abstractNum abstractNumId adjustLineHeightInTable adjustRightInd aliases "
     "alignBordersAndEdges alignTablesRowByRow allowSpaceOfSameStyleInTable altName "
     "applyBreakingRules autofitToFirstFixedWidthCell autoFormatOverride autoHyphenation "
     "autoRedefine autoSpaceDE autoSpaceDN autoSpaceLikeWord95 b background "
     "balanceSingleByteDoubleByteWidth bar basedOn bCs bdo bdr between bibliography bidi "
     "bidiVisual body bookFoldPrinting bookFoldPrintingSheets bookFoldRevPrinting bookmarkEnd "
     "bookmarkStart bordersDoNotSurroundFooter bordersDoNotSurroundHeader bottom br "
     "cachedColBalance calcOnExit calendar cantSplit caps cellDel cellIns cellMerge "
     "characterSpacingControl charset checkBox checked citation clickAndTypeStyle "
     "clrSchemeMapping cnfStyle col color cols comboBox comment commentRangeEnd "
     "commentRangeStart commentReference comments compat compatSetting consecutiveHyphenLimit "
     "contextualSpacing continuationSeparator convMailMergeEsc cr cs customXml "
     "customXmlDelRangeEnd customXmlDelRangeStart customXmlInsRangeEnd customXmlInsRangeStart "
     "customXmlMoveFromRangeEnd customXmlMoveFromRangeStart customXmlMoveToRangeEnd "
     "customXmlMoveToRangeStart date dateFormat dayLong dayShort ddList decimalSymbol default "
     "defaultTableStyle defaultTabStop del delInstrText delText description dir dirty "
     "displayBackgroundShape displayHangulFixedWidth displayHorizontalDrawingGridEvery "
     "displayVerticalDrawingGridEvery divBdr divId docDefaults docGrid docPartCategory "
     "docPartGallery docPartList docPartObj docPartUnique document doNotAutoCompressPictures "
     "doNotAutofitConstrainedTables doNotBreakConstrainedForcedTable doNotBreakWrappedTables "
     "doNotDisplayPageBoundaries doNotExpandShiftReturn doNotHyphenateCaps "
     "doNotIncludeSubdocsInStats doNotLeaveBackslashAlone doNotShadeFormData "
     "doNotSnapToGridInCell doNotSuppressIndentation doNotSuppressParagraphBorders "
     "doNotUseEastAsianBreakRules doNotUseHTMLParagraphAutoSpacing "
     "doNotUseIndentAsNumberingTabStop doNotUseMarginsForDrawingGridOrigin "
     "doNotValidateAgainstSchema doNotVertAlignCellWithSp doNotVertAlignInTxbx "
     "doNotWrapTextWithPunct drawing drawingGridHorizontalOrigin drawingGridHorizontalSpacing "
     "drawingGridVerticalOrigin drawingGridVerticalSpacing dropDownList dstrike "
     "eastAsianLayout effect em embedSystemFonts embedTrueTypeFonts emboss enabled end endnote "
     "endnotePr endnoteRef endnoteReference endnotes equation evenAndOddHeaders family ffData "
     "fitText flatBorders fldChar fldSimple font fonts footerReference footnote "
     "footnoteLayoutLikeWW8 footnotePr footnoteRef footnoteReference footnotes "
     "forgetLastTabAlignment format formProt formsDesign framePr ftr gridAfter gridBefore "
     "gridCol gridSpan group growAutofit gutterAtTop hdr headerReference hidden "
     "hideGrammaticalErrors hideMark hideSpellingErrors highlight hMerge hps hpsBaseText "
     "hpsRaise hyperlink hyphenationZone i iCs id ilvl imprint ind ins insideH insideV "
     "instrText isLgl jc keepLines keepNext kern kinsoku lang lastRenderedPageBreak "
     "layoutRawTableWidth layoutTableRowsApart left legacy lid lineWrapLikeWord6 link "
     "linkStyles listEntry listSeparator lnNumType lock locked lvl lvlJc lvlOverride "
     "lvlPicBulletId lvlRestart lvlText marBottom marLeft marRight marTop maxLength "
     "mirrorIndents mirrorMargins monthLong monthShort moveFrom moveFromRangeEnd "
     "moveFromRangeStart moveTo moveToRangeEnd moveToRangeStart multiLevelType mwSmallCaps "
     "name next noBorder noBreakHyphen noColumnBalance noEndnote noExtraLineSpacing noLeading "
     "noLineBreaksAfter noLineBreaksBefore noProof noPunctuationKerning noSpaceRaiseLower "
     "noTabHangInd notTrueType noWrap num numbering numberingChange numFmt numId "
     "numIdMacAtCleanup numPicBullet numPr numRestart numStart numStyleLink object oMath "
     "outline outlineLvl overflowPunct p pageBreakBefore panose1 paperSrc pBdr personal "
     "personalCompose personalReply pgBorders pgMar pgNum pgNumType pgSz pict",
     /* attributes */
     "abstractNumId accent1 accent2 accent3 accent4 accent5 accent6 actualPg after "
     "afterAutospacing afterLines alignment all allStyles alternateStyleNames anchor "
     "anchorLock ascii asciiTheme author before beforeAutospacing beforeLines bg1 bg2 bidi "
     "bottom bottomFromText chapNum chapSep chapStyle char characterSet charSpace clear "
     "clearFormatting code colFirst colLast color combine combineBrackets comments count "
     "countBy cs csb0 csb1 cstheme customMarkFollows customStyle customStyles decorated "
     "default defLockedState defQFormat defSemiHidden defUIPriority defUnhideWhenUsed "
     "directFormattingOnNumbering directFormattingOnParagraphs directFormattingOnRuns "
     "directFormattingOnTables dirty display distance drawAspect dropCap durableId dxaOrig "
     "dyaOrig eastAsia eastAsiaTheme end endChars equalWidth evenHBand evenVBand fill first "
     "firstColumn firstLine firstLineChars firstRow firstRowFirstColumn firstRowLastColumn "
     "fldCharType fldLock fmt followedHyperlink font fontSz footer format frame grammar gutter "
     "h hAnchor hanging hangingChars hAnsi hAnsiTheme header heading headingStyles hint "
     "history horzAnchor hRule hSpace hyperlink id ilvl initials inkAnnotations insDel instr "
     "lang lastColumn lastRow lastRowFirstColumn lastRowLastColumn latentStyles leader left "
     "leftChars leftFromText legacy legacyIndent legacySpace line linePitch lineRule lines "
     "locked lockedField markup multiLine name nlCheck noHBand noLabel noVBand null num "
     "numberingStyles numFmt numId numPicBulletId oddHBand oddVBand offsetFrom orient other "
     "percent pos qFormat recommended relativeTo restart right rightChars rightFromText "
     "semiHidden sep shadow space spelling start startChars styleId stylesInUse sz t1 t2 "
     "tableStyles tblpX tblpXSpec tblpY tblpYSpec tentative themeColor themeFill "
     "themeFillShade themeFillTint themeShade themeTint top top3HeadingStyles topFromText tplc "
     "type uiPriority unhideWhenUsed updateMode uri val vAnchor vert "
     "vertAnchor vertCompress visibleStyles vMerge vMergeOrig vSpace w wrap x xAlign y yAlign "
     "zOrder",
     /* words */
     "above accent addressbook administrators ae af aiueo aiueofullwidth all alllines "
     "allowhyphenationattrackbottom allowtextafterfloatingtablebreak allpages always angle "
     "antsblack antsred any apples ar arab arabic arabicabjad arabicalpha archedscallops arial "
     "around at atleast au auto autoexp autofit autotext autotxt az ba babypacifier babyrattle "
     "back background bahttext balloon balloons3colors balloonshotair band1horz band1vert "
     "band2horz band2vert bar basedon baseline basicblackdashes basicblackdots "
     "basicblacksquares basicthinlines basicwhitedashes basicwhitedots basicwhitesquares "
     "basicwideinline basicwidemidline basicwideoutline bats bbplchdr bd be begin below "
     "beneathtext bestfit bg bib bibliographies big birds birdsflight black blinkbackground "
     "blue bn body both bottom br bs btlr bullet by ca cabins cakeslice calculated calibri "
     "cambria candycorn caption cardinaltext catalog celticknotwork center certificatebanner "
     "ch chainlink champagnebottle char character chart checkedbarblack checkedbarcolor "
     "checkered chicago chinesecounting chinesecountingthousand chineselegalsimplified chosung "
     "christmastree circle circleslines circlesrectangles classicalwave clean clear clocks cm "
     "cn colon cols column com comma comment comments compass compatibilitymode "
     "compresspunctuation compresspunctuationandjapanesekana confetti confettigrays "
     "confettioutline confettistreamers confettiwhite cont content contentlocked contents "
     "continuationnotice continuationseparator continue continuous contributors "
     "cornertriangles couponcutoutdashes couponcutoutdots courier cover coverpg crazymaze "
     "creaturesbutterfly creaturesfish creaturesinsects creaturesladybug crossstitch cs cup "
     "curly current currentdate currenttime custautotxt custbib custcoverpg custeq custftrs "
     "custhdrs custom custpgnum custpgnumb custpgnummargins custpgnumt custquickparts "
     "custtblofcontents custtbls custtxtbox custwatermarks cy cyan cyrl cz da dark darkblue "
     "darkcyan darkgray darkgreen darkmagenta darkred darkyellow dash dashdotdotheavy "
     "dashdotheavy dashdotstroked dashed dashedheavy dashlong dashlongheavy dashsmallgap "
     "database date datetime dbcolumn de decimal decimalenclosedcircle "
     "decimalenclosedcirclechinese decimalenclosedfullstop decimalenclosedparen "
     "decimalfullwidth decimalhalfwidth decimalzero decoarch decoarchcolor decoblocks "
     "decorative default diagcross diagstripe diamondsgray differentiatemultirowtableheaders "
     "dirty distribute distributeletter distributespace dk docend docparts document dollartext "
     "donotcompress donotflipmirrorindents dot dotdash dotdotdash dotted dottedheavy double "
     "doubled doublediamonds doublewave drawingml drop dxa eachpage eachsect earth eastasia "
     "eclipsingsquares editors ee eg eggsblack el em email emdash emphasis en "
     "enableopentypefeatures end endash endnote envelopes eq equations es et eu even evenpage "
     "everyone exact fa false fans fax fi figure film firecrackers first firstandlastline "
     "firstcol firstlineonly firstpage firstrow fixed flowersblockprint flowersdaisies "
     "flowersmodern flowerspansy flowersredrose flowersroses flowersteacup flowerstiny "
     "followed followedhyperlink font footer footers footnote footnotepr formcheckbox formfld "
     "formletters forms fr front ftrs fullpage ga ganada gb gbk gd gems gingerbreadman gl "
     "goback gr gradient gramend gramstart green gregorian gregorianarabic gregorianmefrench "
     "gregorianus gregorianxlitenglish gregorianxlitfrench grid gu ha handmade hans hant hash "
     "hdrs he header headers heading heartballoon heartgray hearts heavy hebrew heebiejeebies "
     "hex hi highkashida hijri hindiconsonants hindicounting hindinumbers hindivowels hk hlk "
     "holly horzcross horzstripe housefunky hr http https hu hy hybridmultilevel hyperlink "
     "hyphen hypnotic icecreamcones icon id ideographdigital ideographenclosedcircle "
     "ideographlegaltraditional ideographtraditional ideographzodiac"},
    {DOCX_W, "w",
     /* elements */
     "picture pitch pos position pPr pPrChange pPrDefault printBodyTextBeforeHeader "
     "printColBlack printFormsData printFractionalCharacterWidth printPostScriptOverText "
     "printTwoOnOne proofState pStyle ptab qFormat r result revisionView rFonts richText right "
     "rPr rPrChange rPrDefault rStyle rt rtl rtlGutter ruby rubyAlign rubyBase rubyPr "
     "saveFormsData savePreviewPicture saveSubsetFonts sdt sdtContent sdtEndPr sdtPr sectPr "
     "sectPrChange selectFldWithFirstOrLastChar semiHidden separator settings shadow "
     "shapeLayoutLikeWW8 shd showBreaksInFrames showEnvelope showingPlcHdr size sizeAuto "
     "smallCaps snapToGrid softHyphen spaceForUL spacing spacingInWholePoints specVanish "
     "splitPgBreakAndParaMark start startOverride storeMappedDataAs strictFirstAndLastChars "
     "strike style styleLink styleLockQFSet styleLockTheme styles subFontBySize suff "
     "summaryLength suppressAutoHyphens suppressBottomSpacing suppressLineNumbers "
     "suppressOverlap suppressSpacingAtTopOfPage suppressSpBfAfterPgBrk suppressTopSpacing "
     "suppressTopSpacingWP swapBordersFacingPages sym sz szCs t tab table tabs tbl tblBorders "
     "tblCellMar tblCellSpacing tblGrid tblGridChange tblHeader tblInd tblLayout tblLook "
     "tblOverlap tblpPr tblPr tblPrChange tblPrEx tblPrExChange tblStyle tblStyleColBandSize "
     "tblStylePr tblStyleRowBandSize tblW tc tcBorders tcFitText tcMar tcPr tcPrChange tcW "
     "temporary text textAlignment textboxTightWrap textDirection textInput themeFontLang "
     "titlePg tl2br top topLinePunct tr tr2bl trHeight trPr trPrChange "
     "truncateFontHeightsLikeWP6 txbxContent type u uiCompat97To2003 uiPriority ulTrailSpace "
     "underlineTabInNumList unhideWhenUsed useAltKinsokuLineBreakRules useAnsiKerningPairs "
     "useFELayout useNormalStyleForList usePrinterMetrics useSingleBorderforContiguousCells "
     "useWord2002TableStyleRules useWord97LineBreakRules vAlign vanish vertAlign view vMerge w "
     "wAfter wBefore webHidden widowControl wordWrap wpJustification wpSpaceWidth "
     "wrapTrailSpaces yearLong yearShort zoom",
     /* attributes */
     "",
     /* words */
     "ideographzodiactraditional ie ig il in indent inline inset inside intense iq ir iroha "
     "irohafullwidth is iso it ja japan japanesecounting japanesedigitaltenthousand "
     "japaneselegal jis jo jp ka kk kn ko korea koreancounting koreandigital koreanlegal kr ks "
     "ku ky landscape lastcol lastlineonly lastrow latn lb left legacy letter light lightbulb "
     "lightgray lightning lights lines linesandchars list lk lo lowerletter lowerroman "
     "lowkashida lr lrtb lrtbv lrv lt ltr lu lv ma macintosh magenta mailinglabels main "
     "majorascii majorbidi majoreastasia majorhansi mapleleaf maplemuffins mappins margin "
     "marquee marqueetoothed master masterpages mediumkashida mergeformat mi microsoft "
     "middledot minorascii minorbidi minoreastasia minorhansi mk ml mm mn modern moons mosaic "
     "mr ms mt multilevel musicnotes mx my name native nb ne necell never new newdocument "
     "newpage newsection next nextcolumn nextpage ng nil nl nn no none normal northwest "
     "notbeside noteref notfirstpage nothing notspecified np null num number numberindash "
     "numbering numpages numtab nwcell nz odbc oddpage off office on oncall openxmlformats "
     "ordinal ordinaltext org outline outset outside ovals overlap "
     "overridetablestylefontsizeandjustification owners pa packages page pagebottom pageref "
     "pages palmsblack palmscolor paperclips papyrus paragraph partyfavor partyglass pc pct "
     "pencils people peoplehats peoplewaving period pg pgnum pgnumb pgnummargins pgnumt ph pi "
     "picture pk pl placeholder plain poinsettias portrait postagestamp prev print printer "
     "priority ps pt pumpkin pushpinnote px pyramids pyramidsabove quadrants query quote "
     "readonly red ref regular rest restart reversediagstripe rid right rightvertical rings rl "
     "rlv ro roman round rows rs rsaaes rsafull rtl ru russianlower russianupper sa safari "
     "saka sawtooth sawtoothgray scaredcat schemas script sdtcontentlocked sdtlocked se "
     "seattle secell sectend section sectionpages separate separator seq sg shadowedsquares "
     "shapes sharksteeth shift shimmer shorebirdtracks si single singlelevel sk skyrocket sl "
     "snaptochars snowflakefancy snowflakes so solid sombrero southwest space sparkle spellend "
     "speller spellstart spreadsheet sq square sr stars stars3d starsblack starsshadowed "
     "starstop start strict strong styleref subscript subtitle sun superscript sv sw swcell "
     "swirligig swiss sy symbol ta tab table tables taiwan taiwanesecounting "
     "taiwanesecountingthousand taiwanesedigital tb tblofcontents tblrv tbls tbrl tbrlv tbv te "
     "text textfile textfit textwrapping tg th thai thaicounting thaidistribute thailetters "
     "thainumbers thick thickthinlargegap thickthinmediumgap thickthinsmallgap thindiagcross "
     "thindiagstripe thinhorzcross thinhorzstripe thinreversediagstripe thinthicklargegap "
     "thinthickmediumgap thinthicksmallgap thinthickthinlargegap thinthickthinmediumgap "
     "thinthickthinsmallgap thinvertstripe threedemboss threedengrave through ti tight times "
     "title tk toc toolbar top tornpaper tornpaperblack tr trackedchanges transitional trees "
     "triangle trianglecircle triangleparty triangles tribal triple true tt tw twistedlines "
     "txtbox type typeany ua uk umalqura underdot underscore unlocked upperletter upperroman "
     "ur urn us useword2013trackbottomhyphenation uz variable vertstripe vi vietnamesecounting "
     "vine vn watermarks wave waveline wavydouble wavyheavy weavingangles weavingbraid "
     "weavingribbon weavingstrips web white whiteflowers wholetable windows wingdings woodwork "
     "word wordprocessingcanvas wordprocessinggroup wordprocessingshape words xh xillusions "
     "yellow yo za zanytriangles zh zigzag zigzagstitch zu zw"},
    {DOCX_WP, "wp",
     /* elements */
     "align anchor cNvGraphicFramePr docPr effectExtent extent inline lineTo positionH "
     "positionV posOffset simplePos start wrapNone wrapPolygon wrapSquare wrapThrough "
     "wrapTight wrapTopAndBottom",
     /* attributes */
     "allowOverlap b behindDoc cx cy descr distB distL distR distT edited hidden id l "
     "layoutInCell locked name r relativeFrom relativeHeight simplePos t title wrapText",
     /* words */
     "bothsides bottommargin insidemargin largest leftmargin line outsidemargin rightmargin "
     "topmargin"},
    {DOCX_PIC, "pic",
     /* elements */
     "blipFill cNvPicPr cNvPr nvPicPr pic spPr",
     /* attributes */
     "bwMode descr dpi hidden id name preferRelativeResize rotWithShape title",
     /* words */
     ""},
    {DOCX_WPS, "wps",
     /* elements */
     "bodyPr cNvCnPr cNvPr cNvSpPr linkedTxbx spPr style txbx wsp",
     /* attributes */
     "anchor anchorCtr bIns bwMode compatLnSpc descr forceAA fromWordArt hidden horzOverflow "
     "id lIns name normalEastAsianFlow numCol rIns rot rtlCol seq spcCol spcFirstLastPara tIns "
     "title txBox upright vert vertOverflow wrap",
     /* words */
     ""},
    {DOCX_WPG, "wpg",
     /* elements */
     "cNvFrPr cNvGrpSpPr cNvPr graphicFrame grpSp grpSpPr wgp xfrm",
     /* attributes */
     "bwMode descr flipH flipV hidden id name rot title",
     /* words */
     ""},
    {DOCX_WPC, "wpc",
     /* elements */
     "bg graphicFrame whole wpc",
     /* attributes */
     "",
     /* words */
     ""},
    {DOCX_WP14, "wp14",
     /* elements */
     "pctHeight pctPosHOffset pctPosVOffset pctWidth sizeRelH sizeRelV",
     /* attributes */
     "relativeFrom",
     /* words */
     ""},
    {DOCX_W14, "w14",
     /* elements */
     "alpha bevel bevelB bevelT camera checkbox checked checkedState cntxtAlts contourClr "
     "defaultImageDpi discardImageEditingData extrusionClr fillToRect glow gradFill gs gsLst "
     "hueMod ligatures lightRig lin lum lumMod lumOff miter noFill numForm numSpacing path "
     "props3d prstDash reflection rot round sat satMod satOff scene3d schemeClr shade shadow "
     "solidFill srgbClr styleSet stylisticSets textFill textOutline tint uncheckedState",
     /* attributes */
     "algn anchorId ang b blurRad bwMode cap cmpd contourW descr dir dist endA endPos "
     "extrusionH fadeDir flipH flipV font h hidden id isComment kx ky l lat lim lon name "
     "noSpellErr path pos prst prstMaterial r rad rev rig rot scaled stA stPos sx sy t title "
     "val w",
     /* words */
     "contextual contextualdiscretional contextualhistorical contextualhistoricaldiscretional "
     "discretional historical historicaldiscretional lining oldstyle proportional standard "
     "standardcontextual standardcontextualdiscretional standardcontextualhistorical "
     "standarddiscretional standardhistorical standardhistoricaldiscretional tabular"},
    {DOCX_W15, "w15",
     /* elements */
     "appearance_ color repeatingSection repeatingSectionItem",
     /* attributes */
     "val",
     /* words */
     "boundingbox tags"},
    {DOCX_M, "m",
     /* elements */
     "acc accPr aln alnScr argPr argSz bar barPr baseJc begChr borderBox borderBoxPr box boxPr "
     "brk brkBin brkBinSub cGp cGpRule chr count cSp ctrlPr d defJc deg degHide den diff "
     "dispDef dPr e endChr eqArr eqArrPr f fName fPr func funcPr groupChr groupChrPr grow "
     "hideBot hideLeft hideRight hideTop interSp intLim intraSp jc lim limLoc limLow limLowPr "
     "limUpp limUppPr lit lMargin m mathFont mathPr maxDist mc mcJc mcPr mcs mPr mr nary "
     "naryLim naryPr noBreak nor num objDist oMath oMathPara oMathParaPr opEmu phant phantPr "
     "plcHide pos postSp preSp r rad radPr rMargin rPr rSp rSpRule scr sepChr show shp "
     "smallFrac sPre sPrePr sSub sSubPr sSubSup sSubSupPr sSup sSupPr strikeBLTR strikeH "
     "strikeTLBR strikeV sty sub subHide sup supHide t transp type vertJc wrapIndent wrapRight "
     "zeroAsc zeroDesc zeroWid",
     /* attributes */
     "alnAt val",
     /* words */
     "after before bi bot centered centergroup fraktur lin match monospace nobar repeat sans "
     "serif skw struck subsup undovr"},
    {DOCX_W10, "w10",
     /* elements */
     "anchorlock borderbottom borderleft borderright bordertop wrap",
     /* attributes */
     "anchorx anchory shadow side type width",
     /* words */
     "dashdotdot dashedsmall hairline htmlinset htmloutset thickbetweenthinlarge "
     "thickbetweenthinsmall thickthinlarge thickthinsmall thinthicklarge thinthicksmall "
     "topandbottom"},
    {DOCX_R, "r", "", "embed id link pict", "rid"},
    {DOCX_MC, "mc", "AlternateContent Choice Fallback", "Ignorable Requires", ""},
    {DOCX_XML, "xml", "", "space", "preserve default"},
    {0},
};
