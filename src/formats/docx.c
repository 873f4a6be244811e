/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The DOCX format: the walk over the parts of a document, each copied or made anew. It knows the
 * order of parts; what is in them is for docx_hooks.c and the table. */
#include "docx_hooks.h"
#include "docx_table.h"
#include "formats.h"

#include <isredact/error.h>

#include <string.h>

#define MAX_TYPES_BYTES (4 * 1024 * 1024) /* of [Content_Types].xml */

/* --- recognising --- */

/* A word processor's main part says so in the list of content types. */
static gboolean is_word_processing(IsrPackage *package)
{
    static const char *const mains[] = {
        "wordprocessingml.document.main", "wordprocessingml.template.main",
        "ms-word.document.macroEnabled.main", "ms-word.template.macroEnabledTemplate.main"};
    gint64 n = isr_package_find(package, "[Content_Types].xml");
    g_autoptr(GByteArray) types =
        n >= 0 ? isr_package_load(package, (guint)n, MAX_TYPES_BYTES, NULL) : NULL;
    g_autofree char *plain = NULL;

    if (!types)
        return FALSE;
    /* UTF-16 becomes readable for this without its zero bytes */
    plain = g_malloc0(types->len + 1);
    for (guint from = 0, to = 0; from < types->len; from++) {
        if (types->data[from] != 0)
            plain[to++] = (char)types->data[from];
    }
    for (guint i = 0; i < G_N_ELEMENTS(mains); i++) {
        if (strstr(plain, mains[i]))
            return TRUE;
    }
    return FALSE;
}

static guint recognise(IsrInput *input)
{
    g_autoptr(IsrPackage) package =
        isr_package_recognise(input) ? isr_package_open(input, NULL) : NULL;

    return package && is_word_processing(package) ? 100 : 0;
}

/* --- walking --- */

static gboolean to_packing(gpointer self, const void *bytes, gsize length, GError **error)
{
    return isr_packing_write(self, bytes, length, error);
}

/* Parts that come with the main document though no r:id names them. */
static void add_implicit(DocxWalk *walk)
{
    for (guint kind = 0; kind < DOCX_PART_IMAGE; kind++) {
        const DocxRelation *relation = docx_relation_of(walk->relations, kind);
        gboolean wanted = kind != DOCX_PART_COMMENTS || walk->keep->keep_comments;

        DocxPart *part = NULL;

        if (relation && docx_part_form(kind)->implicit && wanted)
            part = docx_parts_add(walk->parts, kind, (guint)relation->member);
        if (part)
            docx_part_relate(walk->part, part);
    }
}

static gboolean copy_part(DocxWalk *walk, IsrPackage *package, DocxPart *part, IsrPacking *packing,
                          GError **error)
{
    IsrXmlSource source = {.package = package,
                           .member = part->member,
                           .part = part->name,
                           .kind = docx_part_form(part->kind)->blocks,
                           .grammar = walk->grammar,
                           .hooks = &docx_hooks,
                           .self = walk,
                           .visit = walk->visit,
                           .sink = packing ? to_packing : NULL,
                           .sink_self = packing};
    DocxRelations *relations = docx_parts_relations(walk->parts, part->member, error);
    gboolean done;

    if (!relations)
        return FALSE;
    docx_walk_begin_part(walk, part, relations);
    if (packing)
        isr_packing_begin(packing, part->name, FALSE);
    done = isr_xml_copy(&source, error);
    if (done && part->kind == DOCX_PART_DOCUMENT)
        add_implicit(walk);
    docx_walk_end_part(walk);
    return done && (!packing || docx_part_write_relations(part, packing, error));
}

/* Parts are added while others are copied; the last of them ends the walk. */
static gboolean copy_parts(DocxWalk *walk, IsrPackage *package, IsrPacking *packing, GError **error)
{
    DocxPart *part;

    for (guint i = 0; (part = docx_parts_nth(walk->parts, i)) != NULL; i++) {
        if (part->kind == DOCX_PART_IMAGE) {
            if (packing && !docx_parts_write_picture(walk->parts, part, packing, error))
                return FALSE;
        } else if (!copy_part(walk, package, part, packing, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean load_main(DocxWalk *walk, IsrPackage *package, IsrInput *input, GError **error)
{
    g_autoptr(DocxRelations) roots = docx_parts_relations(walk->parts, -1, error);
    g_autoptr(DocxRelations) relations = NULL;
    const DocxRelation *main = roots ? docx_relation_of(roots, DOCX_PART_DOCUMENT) : NULL;
    const DocxRelation *styles;

    if (!roots)
        return FALSE;
    if (!main) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                    "%s: the package holds no document; save it again in its own program",
                    isr_input_name(input));
        return FALSE;
    }
    relations = docx_parts_relations(walk->parts, main->member, error);
    if (!relations)
        return FALSE;
    styles = docx_relation_of(relations, DOCX_PART_STYLES);
    walk->styles = docx_styles_load(package, styles ? styles->member : -1, error);
    docx_parts_add(walk->parts, DOCX_PART_DOCUMENT, (guint)main->member);
    return walk->styles != NULL;
}

static gboolean finish(DocxWalk *walk, IsrPacking *packing, GError **error)
{
    docx_parts_tell_dropped(walk->parts);
    isr_visit_part(walk->visit, "document properties", ISR_FATE_GENERATED,
                   "made anew without names, titles and dates", FALSE);
    isr_visit_tell_parts(walk->visit);
    return !packing || (docx_parts_write_package(walk->parts, packing, error) &&
                        isr_packing_finish(packing, error));
}

static gboolean walk_package(IsrWalk *order, IsrPackage *package, IsrPacking *packing,
                             GError **error)
{
    g_autoptr(IsrVisit) visit = isr_visit_new(order);
    g_autoptr(IsrXmlGrammar) grammar = isr_xml_grammar_new(&docx_table);
    g_autoptr(DocxParts) parts = docx_parts_new(package, visit);
    g_autoptr(GHashTable) authors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    DocxWalk walk = {.keep = order->keep,
                     .visit = visit,
                     .grammar = grammar,
                     .parts = parts,
                     .authors = authors};
    gboolean done = load_main(&walk, package, order->input, error) &&
                    copy_parts(&walk, package, packing, error) && finish(&walk, packing, error);

    docx_styles_free(walk.styles);
    return done;
}

static gboolean walk(IsrWalk *order, GError **error)
{
    g_autoptr(IsrPackage) package = isr_package_open(order->input, error);
    g_autoptr(IsrPacking) packing = NULL;

    if (!package)
        return FALSE;
    if (order->output) {
        packing = isr_packing_new(order->output, error);
        if (!packing)
            return FALSE;
    }
    return walk_package(order, package, packing, error);
}

const IsrFormat isr_format_docx = {
    .id = "docx",
    .suffix = ".docx",
    .recognise = recognise,
    .walk = walk,
    .unpack = isr_package_unpack,
};
