/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of an OpenDocument package that are made anew, and what is said of those that are not
 * in the copy. */
#include "odt.h"

#include <string.h>

static char *meta_of(const OdtWalk *odt)
{
    return g_strdup_printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<office:document-meta xmlns:office=\"" ODT_OFFICE
                           "\" xmlns:meta=\"" ODT_META "\" office:version=\"%s\"><office:meta>"
                           "<meta:generator>isredact</meta:generator></office:meta>"
                           "</office:document-meta>",
                           odt->version);
}

static const char *media_type(const char *name)
{
    static const struct {
        const char *suffix, *type;
    } types[] = {{".xml", "text/xml"},
                 {".png", "image/png"},
                 {".jpeg", "image/jpeg"},
                 {".gif", "image/gif"}};

    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        if (g_str_has_suffix(name, types[i].suffix))
            return types[i].type;
    return "";
}

/* The version must be that of the parts, else LibreOffice refuses the package. */
static char *manifest_of(const OdtWalk *odt)
{
    const GPtrArray *names = isr_packing_names(odt->packing);
    GString *text = g_string_new(NULL);

    g_string_printf(text,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<manifest:manifest xmlns:manifest=\"" ODT_NS
                    "manifest:1.0\" manifest:version=\"%s\">\n"
                    " <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"%s\" "
                    "manifest:media-type=\"" ODT_MIMETYPE "\"/>\n",
                    odt->version, odt->version);
    for (guint i = 0; i < names->len; i++)
        if (!g_str_equal(names->pdata[i], "mimetype"))
            g_string_append_printf(
                text,
                " <manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n",
                (char *)names->pdata[i], media_type(names->pdata[i]));
    g_string_append(text, "</manifest:manifest>");
    return g_string_free(text, FALSE);
}

static gboolean add(OdtWalk *odt, const char *name, const char *text, GError **error)
{
    return isr_packing_add(odt->packing, name, text, strlen(text), error);
}

gboolean isr_odt_parts_write(OdtWalk *odt, GError **error)
{
    g_autofree char *settings = isr_odt_settings(odt, error);
    g_autofree char *meta = meta_of(odt), *manifest = NULL;

    if (!settings || !add(odt, "settings.xml", settings, error) ||
        !add(odt, "meta.xml", meta, error) || !isr_odt_pictures_write(odt, error))
        return FALSE;
    manifest = manifest_of(odt);
    return add(odt, "META-INF/manifest.xml", manifest, error);
}

/* --- what is said of the members of the source --- */

typedef struct {
    const char *prefix; /* of the member's name */
    const char *name;
    IsrFate fate;
    const char *reason;
} Kind;

static const Kind kinds[] = {
    {"content.xml", NULL, ISR_FATE_REWRITTEN, NULL},
    {"styles.xml", NULL, ISR_FATE_REWRITTEN, NULL},
    {"mimetype", NULL, ISR_FATE_GENERATED, NULL},
    {"Pictures/", NULL, ISR_FATE_CLEANED, NULL},
    {"meta.xml", "meta.xml", ISR_FATE_GENERATED, "title, authors, dates and counts are gone"},
    {"settings.xml", "settings.xml", ISR_FATE_GENERATED,
     "only what changes how a page looks was taken over"},
    {"META-INF/manifest.xml", "META-INF/manifest.xml", ISR_FATE_GENERATED,
     "lists the parts of the copy"},
    {"META-INF/", "signature", ISR_FATE_DROPPED, "a signature names who signed"},
    {"Thumbnails/", "thumbnail", ISR_FATE_DROPPED, "it shows the first page as it was"},
    {"Configurations2/", "toolbars and menus", ISR_FATE_DROPPED, "not needed to read the document"},
    {"Basic/", "macro", ISR_FATE_DROPPED, "macros and scripts are left out"},
    {"Dialogs/", "macro", ISR_FATE_DROPPED, "macros and scripts are left out"},
    {"Scripts/", "macro", ISR_FATE_DROPPED, "macros and scripts are left out"},
    {"Version", "earlier version", ISR_FATE_DROPPED, "it holds what was changed since"},
    {"ObjectReplacements/", "picture of an embedded object", ISR_FATE_DROPPED,
     "it shows what the object held"},
    {"Object", "embedded object", ISR_FATE_DROPPED, "a line in the text says where it was"},
    {"manifest.rdf", "statements about the document", ISR_FATE_DROPPED,
     "not needed to read the document"},
    {"layout-cache", "layout cache", ISR_FATE_DROPPED, "not needed to read the document"},
    {"Fonts/", "embedded font", ISR_FATE_DROPPED, "fonts are named, not embedded"},
    {"Database/", "database", ISR_FATE_DROPPED, "not part of the text"},
    {"", "other part of the file", ISR_FATE_DROPPED, "not known to belong to a text document"},
};

static const Kind *kind_of(const char *member)
{
    guint i = 0;

    while (!g_str_has_prefix(member, kinds[i].prefix))
        i++;
    return &kinds[i];
}

void isr_odt_parts_tell(OdtWalk *odt)
{
    for (guint i = 0; i < isr_package_size(odt->package); i++) {
        const char *member = isr_package_nth(odt->package, i);
        const Kind *kind = kind_of(member);

        if (kind->name && !g_str_has_suffix(member, "/"))
            isr_visit_part(odt->visit, kind->name, kind->fate, kind->reason, FALSE);
    }
}
