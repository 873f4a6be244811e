/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The settings of an OpenDocument text: of the source's own only those that change how a page
 * looks, and of those only "true" and "false". Printers, databases, windows and revision numbers
 * are not among them. */
#include "odt.h"

#include <string.h>

/* Words are parted by spaces. */
static const char kept[] =
    " AddParaTableSpacing AddParaTableSpacingAtStart AddParaSpacingToTableCells "
    "AddParaLineSpacingToTableCells AddFrameOffsets AddExternalLeading AddVerticalFrameOffsets "
    "AlignTabStopPosition CharacterCompressionType ClipAsCharacterAnchoredWriterFlyFrames "
    "ClippedPictures CollapseEmptyCellPara ConsiderTextWrapOnObjPos DoNotCaptureDrawObjsOnPage "
    "DoNotJustifyLinesWithManualBreak DoNotResetParaAttrsForNumFont "
    "DropCapPunctuation EmptyDbFieldHidesPara FloattableNomargins FootnoteInColumnToPageEnd "
    "FrameAutowidthWithMorePara GutterAtTop IgnoreFirstLineIndentInNumbering "
    "IgnoreTabsAndBlanksForLineCalculation InvertBorderSpacing JustifyLinesWithShrinking "
    "MathBaselineAlignment MsWordCompGridMetrics MsWordCompMinLineHeightByFly "
    "MsWordCompTrailingBlanks NoGapAfterNoteNumber NoNumberingShowFollowBy ParaSpaceMax "
    "ParaSpaceMaxAtPages PropLineSpacingShrinksFirstLine ProtectForm StylesNoDefault "
    "SubtractFlysAnchoredAtFlys SurroundTextWrapSmall TabAtLeftIndentForParagraphsInList "
    "TabOverflow TabOverMargin TabOverSpacing TabsRelativeToIndent TableRowKeep "
    "TreatSingleColumnBreakAsPageBreak UnbreakableNumberings UnxForceZeroExtLeading "
    "UseFormerLineSpacing UseFormerObjectPositioning UseFormerTextWrapping UseOldNumbering "
    "UseOldPrinterMetrics WordLikeWrapForAsCharFlys ";

typedef struct {
    GString *items;
    char *name; /* of the item in hand, if it is kept */
    GString *value;
} Settings;

static gboolean settings_start(gpointer self, IsrXmlElement *element, GError **error)
{
    Settings *settings = self;
    const char *name = isr_xml_value(element, ODT_CONFIG, "name");
    const char *type = isr_xml_value(element, ODT_CONFIG, "type");
    g_autofree char *word = g_strdup_printf(" %s ", name ? name : "");

    (void)error;
    g_clear_pointer(&settings->name, g_free);
    g_string_truncate(settings->value, 0);
    if (g_str_equal(element->local, "config-item") && g_strcmp0(type, "boolean") == 0 &&
        !strchr(name ? name : " ", ' ') && strstr(kept, word))
        settings->name = g_strdup(name);
    return TRUE;
}

static gboolean settings_text(gpointer self, const char *text, gsize length, GError **error)
{
    Settings *settings = self;

    (void)error;
    if (settings->name && settings->value->len + length < 16)
        g_string_append_len(settings->value, text, (gssize)length);
    return TRUE;
}

static gboolean settings_end(gpointer self, GError **error)
{
    Settings *settings = self;

    (void)error;
    if (settings->name &&
        (g_str_equal(settings->value->str, "true") || g_str_equal(settings->value->str, "false")))
        g_string_append_printf(settings->items,
                               "<config:config-item config:name=\"%s\" "
                               "config:type=\"boolean\">%s</config:config-item>",
                               settings->name, settings->value->str);
    g_clear_pointer(&settings->name, g_free);
    return TRUE;
}

char *isr_odt_settings(const OdtWalk *odt, GError **error)
{
    Settings settings = {g_string_new(NULL), NULL, g_string_new(NULL)};
    const IsrXmlEvents events = {
        .self = &settings, .start = settings_start, .end = settings_end, .text = settings_text};
    const gint64 n = isr_package_find(odt->package, "settings.xml");
    const gboolean read =
        n < 0 || isr_xml_read(odt->package, (guint)n, "settings.xml", &events, error);
    char *text = NULL;

    if (read)
        text = g_strdup_printf(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<office:document-settings xmlns:office=\"" ODT_OFFICE "\" xmlns:config=\"" ODT_CONFIG
            "\" xmlns:ooo=\"http://openoffice.org/2004/office\" office:version=\"%s\">"
            "<office:settings><config:config-item-set "
            "config:name=\"ooo:configuration-settings\">%s</config:config-item-set>"
            "</office:settings></office:document-settings>",
            odt->version, settings.items->str);
    g_string_free(settings.items, TRUE);
    g_string_free(settings.value, TRUE);
    g_free(settings.name);
    return text;
}
