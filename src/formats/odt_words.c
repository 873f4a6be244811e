/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vocabulary of OpenDocument text: elements and attributes that a copy may have, after the
 * standard's own lists, and words that formatting is made of. Values stored beside what is shown
 * (formulas, dates, conditions), tool-tips, authors and revision numbers are not here, so they go.
 * Data only. */
#include "odt.h"

const IsrXmlVocabulary isr_odt_vocabularies[] = {
    {.uri = ODT_OFFICE,
     .prefix = "office",
     .elements = "document-content document-styles font-face-decls master-styles body text",
     .attributes = "version",
     .words =
         "above abs absolute accent adaptive adjust after alignment all allow alpha alphabetic "
         "alternate always amount anchor and angle any arabic arc arch area arrow arrows as "
         "asian atan auto avoid axial back background bar baseline before behind below bevel "
         "beyond bidi bidirectional biggest bitmap blink bold bottom box break breaks "
         "brightness bt btlr bullet bullets butt button by callout can cap capitalize caps "
         "category ceil cell center centimeter chain chapter char character charset check child "
         "chord circle class clear clip clockwise close cloud cm collapsing color column "
         "columns com complex concurrent condition connector constant contain content "
         "continuous contour corner cos cost cross crossed cube currency current curve curved "
         "custom cut dash dashed dashes data date day decimal decorative default deg degree "
         "depth descending diagonal diamond direct direction disabled display distribute "
         "document dot dots dotted double down draft drawing dynamic east edge ellipse "
         "ellipsoid else embed embossed empty end endnote engraved era es even every exact "
         "exclude extension extra fallback false family fast ff field fill fine first fit fixed "
         "flat flip flow focus fold font fontwork footnote foreground foreign form formula "
         "frame free from front full fullwidth geometry gif gradient graphic gray grayscale "
         "green gregorian grid group gutter half halfwidth hanging hatch header height hexagon "
         "hidden hide hiragana horizontal hour hours html hyperlink ideograph ideographic if "
         "ignore image in inch include index inherit inline inner inset inside integer interval "
         "into inverse invert invisible italic join jpeg justified justify katakana keep key "
         "kind label landscape large larger last latin layer layout leader left length letter "
         "level lighter like limit line linear lines list listtab local logheight logwidth long "
         "loose lowercase lr ltr margin margins marker match math max maximum medium menu "
         "middle min minute mirrored miter mm mode modern mono monochrome month moon motion "
         "move mso name narrow nested never new next no non none nonprimitive normal north note "
         "nothing nowrap number numbered numeric object oblique octagon odd off offset on once "
         "onload only onrequest ooxml opaque open opencirclepath optimal or ordinal orientation "
         "ornate out outer outline outset outside over overline padding page pages paper "
         "paragraph parallel parallelogram parent path pattern pc pentagon percent perspective "
         "pi pictures plain plaque plus png points poly polygon portrait position post preserve "
         "previous primitive print printable protect protected pt punctuation px quad quarter "
         "radial rect rectangle reduced ref reference region regular relative relief repeat "
         "replace right ring rl roman rotate round rounded row rtl ruby run scale scenter "
         "screen script scroll second section separate separating separator sequence shade "
         "shadow shape short show sides simple sin single size skew skewx skip slant slide slow "
         "small smaller smallest smart smiley solid south space special sphere spiral spt sqrt "
         "square stacked standard star start static stop straight stretch strict strike stroke "
         "strong sub sum super swash swiss symbol system tab table tan tb template text thick "
         "thin three through tight tilde title toggle top toward translate transparency "
         "transparent trapezoid triangle true truncate turn two typewriter ultra uncial under "
         "underline unicode uniform up upper uppercase upright value variable vertical visible "
         "visual wave wavy weight west wide width window with word words wrap wrapped xor year "
         "zigzag zxx"},
    {.uri = ODT_TEXT,
     .prefix = "text",
     .elements =
         "soft-page-break ruby list list-item list-header numbered-paragraph note page-number "
         "page-count table-of-content-source table-of-content-entry-template "
         "index-entry-chapter index-entry-text index-entry-page-number "
         "index-entry-tab-stop index-entry-link-start index-entry-link-end index-source-styles "
         "index-source-style list-style list-level-style-number list-level-style-bullet "
         "outline-style outline-level-style notes-configuration linenumbering-configuration "
         "bookmark bookmark-start bookmark-end reference-mark reference-mark-start "
         "reference-mark-end",
     .attributes =
         "anchor-page-number anchor-type animation animation-delay animation-direction "
         "animation-repeat animation-start-inside animation-steps animation-stop-inside "
         "bullet-char bullet-relative-size c citation-body-style-name citation-style-name "
         "cond-style-name consecutive-numbering continue-list continue-numbering "
         "count-empty-lines count-in-text-boxes default-style-name display display-levels "
         "dont-balance-text-columns footnotes-position increment index-scope is-list-header "
         "kind label label-followed-by level line-break line-number list-id "
         "list-level-position-and-space-mode list-tab-stop-position main-entry-style-name "
         "master-page-name min-label-distance min-label-width name note-class number-lines "
         "number-position offset outline-level page-adjust protected relative-tab-stop-position "
         "restart-numbering restart-on-page select-page space-before start-numbering-at "
         "start-value style-name style-override tab-ref use-index-marks use-index-source-styles "
         "use-outline-level use-soft-page-breaks visited-style-name"},
    {.uri = ODT_TABLE,
     .prefix = "table",
     .elements =
         "table-column table-columns table-header-columns table-column-group table-header-rows "
         "table-rows table-row-group",
     .attributes = "align border-model default-cell-style-name display is-sub-table name "
                   "number-columns-repeated number-columns-spanned number-rows-repeated "
                   "number-rows-spanned paragraph-style-name protected style-name table-background "
                   "use-banding-columns-styles use-banding-rows-styles use-first-column-styles "
                   "use-first-row-styles use-last-column-styles use-last-row-styles visibility"},
    {.uri = ODT_DRAW,
     .prefix = "draw",
     .elements =
         "enhanced-geometry equation handle contour-path contour-polygon glue-point gradient "
         "hatch marker stroke-dash opacity g",
     .attributes =
         "align angle auto-grow-height auto-grow-width background-size blue border "
         "caption-angle caption-angle-type caption-escape caption-escape-direction "
         "caption-fit-line-length caption-gap caption-line-length caption-point-x "
         "caption-point-y caption-type chain-next-name color color-inversion color-mode concave "
         "concentric-gradient-fill-allowed contrast corner-radius corners cx cy decimal-places "
         "display display-name distance dots1 dots1-length dots2 dots2-length draw-aspect end "
         "end-angle end-color end-guide end-intensity end-line-spacing-horizontal "
         "end-line-spacing-vertical engine enhanced-path escape-direction extrusion "
         "extrusion-allowed extrusion-brightness extrusion-color extrusion-depth "
         "extrusion-diffusion extrusion-first-light-direction extrusion-first-light-harsh "
         "extrusion-first-light-level extrusion-light-face extrusion-metal "
         "extrusion-number-of-line-segments extrusion-origin extrusion-rotation-angle "
         "extrusion-rotation-center extrusion-second-light-direction "
         "extrusion-second-light-harsh extrusion-second-light-level extrusion-shininess "
         "extrusion-skew extrusion-specularity extrusion-viewpoint fill fill-color "
         "fill-gradient-name fill-hatch-name fill-hatch-solid fill-image-height fill-image-name "
         "fill-image-ref-point fill-image-ref-point-x fill-image-ref-point-y fill-image-width "
         "fit-to-contour fit-to-size formula frame-display-border frame-display-scrollbar "
         "frame-margin-horizontal frame-margin-vertical gamma glue-point-leaving-directions "
         "glue-point-type gradient-step-count green guide-distance guide-overhang "
         "handle-mirror-horizontal handle-mirror-vertical handle-polar handle-position "
         "handle-radius-range-maximum handle-radius-range-minimum handle-range-x-maximum "
         "handle-range-x-minimum handle-range-y-maximum handle-range-y-minimum handle-switched "
         "image-opacity kind line-distance line-skew luminance marker-end marker-end-center "
         "marker-end-width marker-start marker-start-center marker-start-width master-page-name "
         "measure-align measure-vertical-align mirror-horizontal mirror-vertical modifiers name "
         "opacity opacity-name parallel path-stretchpoint-x path-stretchpoint-y placing points "
         "red rotation secondary-fill-color shadow shadow-color shadow-offset-x shadow-offset-y "
         "shadow-opacity sharpness show-unit start start-angle start-color start-guide "
         "start-intensity start-line-spacing-horizontal start-line-spacing-vertical stroke "
         "stroke-dash stroke-linejoin style style-name symbol-color text-areas text-path "
         "text-path-allowed text-path-mode text-path-same-letter-heights text-path-scale "
         "text-rotate-angle text-style-name textarea-horizontal-align textarea-vertical-align "
         "tile-repeat-offset transform type unit value visible-area-height visible-area-left "
         "visible-area-top visible-area-width wrap-influence-on-position z-index"},
    {.uri = ODT_STYLE,
     .prefix = "style",
     .elements = "default-style font-face page-layout default-page-layout master-page "
                 "page-layout-properties header-style footer-style header-footer-properties "
                 "paragraph-properties ruby-properties section-properties table-properties "
                 "table-column-properties table-row-properties table-cell-properties "
                 "list-level-properties list-level-label-alignment graphic-properties "
                 "drawing-page-properties tab-stops tab-stop drop-cap columns column column-sep "
                 "footnote-sep header header-left header-first footer footer-left footer-first "
                 "region-left region-center region-right map",
     .attributes =
         "adjustment apply-style-name auto-text-indent auto-update background-transparency "
         "base-cell-address border-line-width border-line-width-bottom border-line-width-left "
         "border-line-width-right border-line-width-top cell-protect char class color "
         "column-width condition contextual-spacing country-asian country-complex "
         "data-style-name decimal-places default-outline-level diagonal-bl-tr "
         "diagonal-bl-tr-widths diagonal-tl-br diagonal-tl-br-widths direction display "
         "display-name distance distance-after-sep distance-before-sep dynamic-spacing editable "
         "family first-page-number flow-with-text font-adornments font-charset "
         "font-charset-asian font-charset-complex font-family-asian font-family-complex "
         "font-family-generic font-family-generic-asian font-family-generic-complex "
         "font-independent-line-spacing font-name font-name-asian font-name-complex font-pitch "
         "font-pitch-asian font-pitch-complex font-relief font-size-asian font-size-complex "
         "font-size-rel font-size-rel-asian font-size-rel-complex font-style-asian "
         "font-style-complex font-style-name font-style-name-asian font-style-name-complex "
         "font-weight-asian font-weight-complex footnote-max-height glyph-orientation-vertical "
         "height horizontal-pos horizontal-rel join-border justify-single-word keep-together "
         "language-asian language-complex layout-grid-base-height layout-grid-base-width "
         "layout-grid-color layout-grid-display layout-grid-lines layout-grid-mode "
         "layout-grid-print layout-grid-ruby-below layout-grid-ruby-height layout-grid-snap-to "
         "layout-grid-snap-to-characters layout-grid-standard-mode leader-char leader-color "
         "leader-style leader-text leader-text-style leader-type leader-width legend-expansion "
         "legend-expansion-aspect-ratio length letter-kerning line-break line-height-at-least "
         "line-spacing line-style lines list-level list-style-name master-page-name "
         "may-break-between-rows min-row-height mirror name next-style-name num-format "
         "num-letter-sync num-prefix num-suffix number-wrapped-paragraphs overflow-behavior "
         "page-layout-name page-number page-usage parent-style-name percentage-data-style-name "
         "position print print-content print-orientation print-page-order protect "
         "punctuation-wrap register-true register-truth-ref-style-name rel-column-width "
         "rel-height rel-width repeat repeat-content rfc-language-tag rfc-language-tag-asian "
         "rfc-language-tag-complex rotation-align rotation-angle row-height ruby-align "
         "ruby-position run-through scale-to scale-to-pages script-asian script-complex "
         "script-type shadow shrink-to-fit snap-to-layout-grid style style-name "
         "tab-stop-distance table-centering text-align-source text-autospace text-blinking "
         "text-combine text-combine-end-char text-combine-start-char text-emphasize "
         "text-line-through-color text-line-through-mode text-line-through-style "
         "text-line-through-text text-line-through-text-style text-line-through-type "
         "text-line-through-width text-outline text-overline-color text-overline-mode "
         "text-overline-style text-overline-type text-overline-width text-position "
         "text-rotation-angle text-rotation-scale text-scale text-underline-color "
         "text-underline-mode text-underline-style text-underline-type text-underline-width "
         "type use-optimal-column-width use-optimal-row-height use-window-font-color "
         "vertical-align vertical-pos vertical-rel volatile width wrap wrap-contour "
         "wrap-contour-mode wrap-dynamic-threshold writing-mode writing-mode-automatic"},
    {.uri = ODT_NUMBER,
     .prefix = "number",
     .elements = "number-style currency-style percentage-style date-style time-style boolean-style "
                 "text-style number scientific-number fraction day month year era day-of-week "
                 "week-of-year quarter hours minutes seconds am-pm boolean text-content",
     .attributes =
         "automatic-order calendar country decimal-places decimal-replacement denominator-value "
         "display-factor format-source grouping language min-denominator-digits "
         "min-exponent-digits min-integer-digits min-numerator-digits position possessive-form "
         "rfc-language-tag script style textual transliteration-country transliteration-format "
         "transliteration-language transliteration-style truncate-on-overflow"},
    {.uri = ODT_FO,
     .prefix = "fo",
     .elements = NULL,
     .attributes =
         "background-color border border-bottom border-left border-right border-top break-after "
         "break-before clip color column-count column-gap country end-indent font-family "
         "font-size font-style font-variant font-weight height hyphenate hyphenation-keep "
         "hyphenation-ladder-count hyphenation-push-char-count hyphenation-remain-char-count "
         "keep-together keep-with-next language letter-spacing line-height margin margin-bottom "
         "margin-left margin-right margin-top max-height max-width min-height min-width orphans "
         "padding padding-bottom padding-left padding-right padding-top page-height page-width "
         "script space-after space-before start-indent text-align text-align-last text-indent "
         "text-shadow text-transform widows width wrap-option"},
    {.uri = ODT_SVG,
     .prefix = "svg",
     .elements = "linearGradient radialGradient stop",
     .attributes =
         "accent-height alphabetic ascent bbox cap-height cx cy d descent fill-rule font-family "
         "font-size font-stretch font-style font-variant font-weight fx fy gradientTransform "
         "gradientUnits hanging height ideographic mathematical offset origin overline-position "
         "overline-thickness panose-1 r rx ry slope spreadMethod stemh stemv stop-color "
         "stop-opacity strikethrough-position strikethrough-thickness stroke-color "
         "stroke-linecap stroke-opacity stroke-width underline-position underline-thickness "
         "unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical "
         "viewBox width widths x x-height x1 x2 y y1 y2"},
    {.uri = ODT_DR3D,
     .prefix = "dr3d",
     .elements = "scene light cube sphere extrude rotate",
     .attributes =
         "ambient-color back-scale backface-culling center close-back close-front depth "
         "diffuse-color direction distance edge-rounding edge-rounding-mode emissive-color "
         "enabled end-angle focal-length horizontal-segments lighting-mode max-edge min-edge "
         "normals-direction normals-kind projection shade-mode shadow shadow-slant shininess "
         "size specular specular-color texture-filter texture-generation-mode-x "
         "texture-generation-mode-y texture-kind texture-mode transform vertical-segments vpn "
         "vrp vup"},
    {.uri = ODT_XLINK, .prefix = "xlink", .elements = NULL, .attributes = "actuate href show type"},
    {.uri = ODT_LOEXT,
     .prefix = "loext",
     .elements = "graphic-properties header-first footer-first",
     .attributes =
         "allow-overlap blur border border-fallback char-shading-value contextual-spacing "
         "decorative glow-color glow-radius glow-transparency hide-grid hyphenation-keep "
         "hyphenation-keep-line hyphenation-keep-type hyphenation-no-caps "
         "hyphenation-no-last-word hyphenation-word-char-count hyphenation-zone "
         "is-split-allowed linked-style-name margin-gutter marker-style-name "
         "may-break-between-rows num-list-format opacity padding rel-height-rel rel-width-rel "
         "ruby-position shadow shadow-blur softedge-radius tab-stop-distance vertical-justify "
         "word-spacing-maximum word-spacing-minimum writing-mode"},
    {.uri = ODT_DRAWOOO,
     .prefix = "drawooo",
     .elements = NULL,
     .attributes = "display enhanced-path extrusion-depth sub-view-size"},
    {.uri = ODT_XML, .prefix = "xml", .elements = NULL, .attributes = "id"},
    {.uri = ODT_FORM, .prefix = "form", .elements = NULL, .attributes = NULL},
    {.uri = ODT_FIELD, .prefix = "field", .elements = NULL, .attributes = NULL},
    {.uri = ODT_DC, .prefix = "dc", .elements = NULL, .attributes = NULL},
    {.uri = ODT_META, .prefix = "meta", .elements = NULL, .attributes = NULL},
    {.uri = ODT_SCRIPT, .prefix = "script", .elements = NULL, .attributes = NULL},
    {.uri = ODT_MATH, .prefix = "math", .elements = NULL, .attributes = NULL},
    {.uri = ODT_XFORMS, .prefix = "xforms", .elements = NULL, .attributes = NULL},
    {0},
};
