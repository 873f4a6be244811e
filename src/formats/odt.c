/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument text. A new package is written: its text is the old one's with the edits applied,
 * what else the old one held is made anew or left out. */
#include "odt.h"

#include "formats.h"

#include <isredact/error.h>

#include <string.h>

#define MANIFEST "META-INF/manifest.xml"
#define MANIFEST_BYTES (4 * 1024 * 1024)

/* --- recognising --- */

static GByteArray *load(IsrPackage *package, const char *name, gsize limit)
{
    const gint64 n = isr_package_find(package, name);

    return n < 0 ? NULL : isr_package_load(package, (guint)n, limit, NULL);
}

static gboolean holds(const GByteArray *bytes, const char *text)
{
    return bytes && memmem(bytes->data, bytes->len, text, strlen(text)) != NULL;
}

/* The mimetype member says what a package is; where it is missing, the manifest does. */
static gboolean is_text(IsrPackage *package)
{
    g_autoptr(GByteArray) mimetype = load(package, "mimetype", 256);
    g_autoptr(GByteArray) manifest = NULL;

    if (mimetype) {
        g_autofree char *type = g_strndup((const char *)mimetype->data, mimetype->len);

        return g_str_equal(g_strstrip(type), ODT_MIMETYPE);
    }
    manifest = load(package, MANIFEST, MANIFEST_BYTES);
    return holds(manifest, "\"" ODT_MIMETYPE "\"");
}

static guint odt_recognise(IsrInput *input)
{
    g_autoptr(IsrPackage) package =
        isr_package_recognise(input) ? isr_package_open(input, NULL) : NULL;

    return package && is_text(package) ? 100 : 0;
}

/* --- walking --- */

static gboolean refuse_encrypted(const OdtWalk *odt, GError **error)
{
    g_autoptr(GByteArray) manifest = load(odt->package, MANIFEST, MANIFEST_BYTES);

    if (!holds(manifest, "encryption-data"))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_ENCRYPTED,
                "%s: is locked with a password; save it without one and try again",
                isr_input_name(odt->walk->input));
    return FALSE;
}

static gboolean write_part(gpointer self, const void *bytes, gsize length, GError **error)
{
    return isr_packing_write(self, bytes, length, error);
}

static gboolean walk_part(OdtWalk *odt, const char *part, IsrBlockKind kind, GError **error)
{
    const gint64 n = isr_package_find(odt->package, part);
    const IsrXmlSource source = {.package = odt->package,
                                 .member = (guint)n,
                                 .part = part,
                                 .kind = kind,
                                 .grammar = odt->grammar,
                                 .hooks = &isr_odt_hooks,
                                 .self = odt,
                                 .visit = odt->visit,
                                 .sink = odt->packing ? write_part : NULL,
                                 .sink_self = odt->packing,
                                 .collapses = TRUE};

    if (n < 0)
        return TRUE;
    if (odt->packing)
        isr_packing_begin(odt->packing, part, FALSE);
    isr_visit_part(odt->visit, part, ISR_FATE_REWRITTEN, "read as text and written anew", FALSE);
    return isr_xml_copy(&source, error);
}

static gboolean begin_package(OdtWalk *odt, GError **error)
{
    if (!odt->walk->output)
        return TRUE;
    odt->packing = isr_packing_new(odt->walk->output, error);
    if (!odt->packing)
        return FALSE;
    isr_packing_begin(odt->packing, "mimetype", TRUE);
    return isr_packing_write(odt->packing, ODT_MIMETYPE, strlen(ODT_MIMETYPE), error);
}

/* Styles come first: they say which text is hidden. */
static gboolean walk_package(OdtWalk *odt, GError **error)
{
    if (!refuse_encrypted(odt, error))
        return FALSE;
    if (isr_package_find(odt->package, "content.xml") < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                    "%s: holds no text; open it in the program that wrote it and save it again",
                    isr_input_name(odt->walk->input));
        return FALSE;
    }
    if (!begin_package(odt, error) || !walk_part(odt, "styles.xml", ISR_BLOCK_MARGIN, error) ||
        !walk_part(odt, "content.xml", ISR_BLOCK_BODY, error))
        return FALSE;
    isr_odt_parts_tell(odt);
    isr_visit_tell_parts(odt->visit);
    return !odt->packing ||
           (isr_odt_parts_write(odt, error) && isr_packing_finish(odt->packing, error));
}

static void odt_clear(OdtWalk *odt)
{
    isr_packing_free(odt->packing);
    isr_visit_free(odt->visit);
    isr_xml_grammar_free(odt->grammar);
    isr_odt_changes_free(odt->changes);
    isr_odt_hidden_free(odt->hidden);
    isr_odt_pictures_free(odt->pictures);
    isr_odt_names_free(odt->names);
    isr_package_free(odt->package);
}

static gboolean odt_walk(IsrWalk *walk, GError **error)
{
    OdtWalk odt = {.walk = walk, .package = isr_package_open(walk->input, error), .version = "1.2"};
    gboolean done;

    if (!odt.package)
        return FALSE;
    odt.visit = isr_visit_new(walk);
    odt.grammar = isr_xml_grammar_new(&isr_odt_table);
    odt.changes = isr_odt_changes_new();
    odt.hidden = isr_odt_hidden_new();
    odt.pictures = isr_odt_pictures_new();
    odt.names = isr_odt_names_new();
    done = walk_package(&odt, error);
    odt_clear(&odt);
    return done;
}

const IsrFormat isr_format_odt = {
    .id = "odt",
    .suffix = ".odt",
    .recognise = odt_recognise,
    .walk = odt_walk,
    .unpack = isr_package_unpack,
};
