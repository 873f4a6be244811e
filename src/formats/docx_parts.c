/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which parts a copy has and what they are called there. Names, ids and content types are made
 * anew; the source's own are read and forgotten. What is in a part is not looked at here. */
#include "docx_parts.h"

#include "picture.h"
#include "xmlread.h"

#include <isredact/error.h>

#include <string.h>

#define WML "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define STRICT_TYPES "http://purl.oclc.org/ooxml/officeDocument/relationships/"
#define GREY_SIDE 64 /* pixels of a grey box whose picture's size is not known */

struct DocxParts {
    IsrPackage *package;
    IsrVisit *visit;
    GPtrArray *list;     /* of DocxPart * */
    GHashTable *members; /* member + 1 → DocxPart * */
    guint counts[DOCX_PART_NONE];
    DocxPart *grey;
};

static const DocxPartForm forms[] = {
    {"officeDocument", "word/document.xml", WML "document.main+xml", "document", FALSE,
     ISR_BLOCK_BODY},
    {"styles", "word/styles.xml", WML "styles+xml", "styles", TRUE, ISR_BLOCK_BODY},
    {"numbering", "word/numbering.xml", WML "numbering+xml", "numbering", TRUE, ISR_BLOCK_BODY},
    {"settings", "word/settings.xml", WML "settings+xml", "settings", TRUE, ISR_BLOCK_BODY},
    {"fontTable", "word/fontTable.xml", WML "fontTable+xml", "fonts", TRUE, ISR_BLOCK_BODY},
    {"theme", "word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml",
     "theme", TRUE, ISR_BLOCK_BODY},
    {"footnotes", "word/footnotes.xml", WML "footnotes+xml", "footnotes", TRUE, ISR_BLOCK_NOTE},
    {"endnotes", "word/endnotes.xml", WML "endnotes+xml", "endnotes", TRUE, ISR_BLOCK_NOTE},
    {"comments", "word/comments.xml", WML "comments+xml", "comments", TRUE, ISR_BLOCK_COMMENT},
    {"header", "word/header%u.xml", WML "header+xml", "hdr", FALSE, ISR_BLOCK_MARGIN},
    {"footer", "word/footer%u.xml", WML "footer+xml", "ftr", FALSE, ISR_BLOCK_MARGIN},
    {"chart", "word/charts/chart%u.xml",
     "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", "chartSpace", FALSE,
     ISR_BLOCK_BODY},
    {"image", "word/media/image%u.%s", NULL, NULL, FALSE, ISR_BLOCK_BODY},
};

const DocxPartForm *docx_part_form(DocxPartKind kind)
{
    return &forms[kind];
}

static void part_free(gpointer data)
{
    DocxPart *part = data;

    g_free(part->name);
    isr_picture_text_clear(&part->text);
    g_hash_table_unref(part->related);
    g_ptr_array_unref(part->relations);
    g_free(part);
}

static void relation_free(gpointer data)
{
    DocxRelation *relation = data;

    g_free(relation->id);
    g_free(relation->target);
    g_free(relation);
}

DocxParts *docx_parts_new(IsrPackage *package, IsrVisit *visit)
{
    DocxParts *parts = g_new0(DocxParts, 1);

    parts->package = package;
    parts->visit = visit;
    parts->list = g_ptr_array_new_with_free_func(part_free);
    parts->members = g_hash_table_new(NULL, NULL);
    return parts;
}

void docx_parts_free(DocxParts *parts)
{
    if (!parts)
        return;
    g_ptr_array_unref(parts->list);
    g_hash_table_unref(parts->members);
    g_free(parts);
}

/* --- the source's relationships --- */

typedef struct {
    const IsrPackage *package;
    const char *folder; /* of the part they belong to, with its '/' */
    DocxRelations *relations;
} RelationReader;

static DocxPartKind kind_of(const char *type)
{
    const char *word = NULL;

    if (type && g_str_has_prefix(type, TYPES))
        word = type + strlen(TYPES);
    else if (type && g_str_has_prefix(type, STRICT_TYPES))
        word = type + strlen(STRICT_TYPES);
    for (guint i = 0; word && i < G_N_ELEMENTS(forms); i++) {
        if (g_str_equal(word, forms[i].relationship))
            return i;
    }
    return DOCX_PART_NONE;
}

/* @target, which may be absolute, percent-encoded or hold "..", as a member's name. */
static char *member_name(const char *folder, const char *target)
{
    g_autofree char *plain = g_uri_unescape_string(target, NULL);
    g_autofree char *path = g_strconcat(target[0] == '/' ? "" : "/", target[0] == '/' ? "" : folder,
                                        plain ? plain : target, NULL);
    g_autofree char *canonical = g_canonicalize_filename(path, "/");

    return g_strdup(canonical + 1);
}

static gboolean on_relation(gpointer self, IsrXmlElement *element, GError **error)
{
    RelationReader *reader = self;
    const char *id = isr_xml_value(element, "", "Id");
    const char *target = isr_xml_value(element, "", "Target");
    const char *mode = isr_xml_value(element, "", "TargetMode");
    DocxRelation *relation;

    (void)error;
    if (!g_str_equal(element->local, "Relationship") || !id || !target)
        return TRUE;
    relation = g_new0(DocxRelation, 1);
    relation->id = g_strdup(id);
    relation->kind = kind_of(isr_xml_value(element, "", "Type"));
    relation->external = mode && g_ascii_strcasecmp(mode, "External") == 0;
    relation->member = -1;
    if (relation->external) {
        relation->target = g_strdup(target);
    } else {
        g_autofree char *name = member_name(reader->folder, target);

        relation->member = isr_package_find(reader->package, name);
    }
    g_ptr_array_add(reader->relations->list, relation);
    if (!g_hash_table_contains(reader->relations->by_id, id))
        g_hash_table_insert(reader->relations->by_id, relation->id, relation);
    return TRUE;
}

static DocxRelations *relations_new(void)
{
    DocxRelations *relations = g_new0(DocxRelations, 1);

    relations->list = g_ptr_array_new_with_free_func(relation_free);
    relations->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    return relations;
}

void docx_relations_free(DocxRelations *relations)
{
    if (!relations)
        return;
    g_hash_table_unref(relations->by_id);
    g_ptr_array_unref(relations->list);
    g_free(relations);
}

DocxRelations *docx_parts_relations(const DocxParts *parts, gint64 n, GError **error)
{
    g_autoptr(DocxRelations) relations = relations_new();
    const char *name = n < 0 ? "" : isr_package_nth(parts->package, (guint)n);
    const char *slash = strrchr(name, '/');
    const char *base = slash ? slash + 1 : name;
    g_autofree char *folder = g_strndup(name, (gsize)(base - name));
    g_autofree char *member = g_strconcat(folder, "_rels/", base, ".rels", NULL);
    RelationReader reader = {parts->package, folder, relations};
    IsrXmlEvents events = {.self = &reader, .start = on_relation};
    gint64 at = isr_package_find(parts->package, member);

    if (at >= 0 &&
        !isr_xml_read(parts->package, (guint)at, "a list of relationships", &events, error))
        return NULL;
    return g_steal_pointer(&relations);
}

const DocxRelation *docx_relation_for(const DocxRelations *relations, const char *id)
{
    return id ? g_hash_table_lookup(relations->by_id, id) : NULL;
}

const DocxRelation *docx_relation_of(const DocxRelations *relations, DocxPartKind kind)
{
    for (guint i = 0; i < relations->list->len; i++) {
        const DocxRelation *relation = relations->list->pdata[i];

        if (relation->kind == kind && relation->member >= 0)
            return relation;
    }
    return NULL;
}

/* --- the copy's parts --- */

static DocxPart *add_part(DocxParts *parts, DocxPartKind kind, guint n, char *name,
                          const char *media_type)
{
    DocxPart *part = g_new0(DocxPart, 1);

    part->kind = kind;
    part->member = n;
    part->name = name;
    part->media_type = media_type;
    part->relations = g_ptr_array_new_with_free_func(g_free);
    part->related = g_hash_table_new(g_str_hash, g_str_equal);
    g_ptr_array_add(parts->list, part);
    return part;
}

static DocxPart *part_of(const DocxParts *parts, guint n)
{
    return g_hash_table_lookup(parts->members, GUINT_TO_POINTER(n + 1));
}

static void remember(DocxParts *parts, guint n, DocxPart *part)
{
    g_hash_table_insert(parts->members, GUINT_TO_POINTER(n + 1), part);
}

DocxPart *docx_parts_add(DocxParts *parts, DocxPartKind kind, guint n)
{
    DocxPart *part = part_of(parts, n);
    g_auto(GStrv) pieces = g_strsplit(forms[kind].name, "%u", 2);
    g_autofree char *number = NULL;

    if (part)
        return part->kind == kind ? part : NULL;
    number = g_strdup_printf("%u", ++parts->counts[kind]);
    part = add_part(parts, kind, n, g_strjoinv(number, pieces), forms[kind].media_type);
    remember(parts, n, part);
    isr_visit_part(parts->visit, pieces[1] ? forms[kind].relationship : forms[kind].name,
                   ISR_FATE_REWRITTEN, "read as text and written anew", FALSE);
    return part;
}

static DocxPart *add_image(DocxParts *parts, guint n, const IsrPicture *kept)
{
    char *name = g_strdup_printf("word/media/image%u.%s", ++parts->counts[DOCX_PART_IMAGE],
                                 kept ? kept->suffix : "png");
    DocxPart *part =
        add_part(parts, DOCX_PART_IMAGE, n, name, kept ? kept->media_type : "image/png");

    part->grey = kept == NULL;
    return part;
}

static void tell_grey(const DocxParts *parts, gboolean wanted)
{
    isr_visit_part(parts->visit, "picture", ISR_FATE_DROPPED,
                   wanted ? "a grey box stands for it: its kind cannot be cleaned"
                          : "a grey box stands for it",
                   FALSE);
}

/* What stands in the picture is shown, and what became of it told. */
static gboolean show_picture(const DocxParts *parts, DocxPart *part, const GByteArray *clean,
                             GError **error)
{
    if (!isr_picture_text_show(parts->visit, part->name, clean->data, clean->len, &part->text,
                               error))
        return FALSE;
    isr_picture_text_tell(parts->visit, &part->text);
    return TRUE;
}

DocxPart *docx_parts_add_picture(DocxParts *parts, guint n, gboolean keep, GError **error)
{
    g_autoptr(GByteArray) bytes = NULL;
    g_autoptr(GByteArray) clean = NULL;
    IsrPicture picture;
    DocxPart *part = part_of(parts, n);

    if (part)
        return part->kind == DOCX_PART_IMAGE ? part : docx_parts_add_grey(parts);
    if (keep) {
        bytes = isr_package_load(parts->package, n, ISR_PICTURE_BYTES, error);
        if (!bytes)
            return NULL;
        if (isr_picture_recognise(bytes->data, bytes->len, &picture))
            clean = isr_picture_clean(bytes->data, bytes->len);
    }
    part = add_image(parts, n, clean ? &picture : NULL);
    remember(parts, n, part);
    if (!clean)
        tell_grey(parts, keep);
    else if (!show_picture(parts, part, clean, error))
        return NULL;
    return part;
}

DocxPart *docx_parts_add_grey(DocxParts *parts)
{
    if (!parts->grey) {
        parts->grey = add_image(parts, 0, NULL);
        isr_visit_part(parts->visit, "picture", ISR_FATE_DROPPED,
                       "a grey box stands for it: it is not in the document", FALSE);
    }
    return parts->grey;
}

DocxPart *docx_parts_nth(const DocxParts *parts, guint n)
{
    return n < parts->list->len ? parts->list->pdata[n] : NULL;
}

static const char *add_relation(DocxPart *from, const char *type, const char *target,
                                gboolean external)
{
    g_autofree char *escaped = g_markup_escape_text(target, -1);
    char *relation = g_strdup_printf("Type=\"" TYPES "%s\" Target=\"%s\"%s/>", type, escaped,
                                     external ? " TargetMode=\"External\"" : "");
    char id[24];
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(from->related, relation));

    if (n > 0) {
        g_free(relation);
    } else {
        g_ptr_array_add(from->relations, relation);
        n = from->relations->len;
        g_hash_table_insert(from->related, relation, GUINT_TO_POINTER(n));
    }
    g_snprintf(id, sizeof id, "rId%u", n);
    return g_intern_string(id); /* few and always the same */
}

const char *docx_part_relate(DocxPart *from, const DocxPart *to)
{
    g_autofree char *target = g_strconcat("/", to->name, NULL);

    return add_relation(from, forms[to->kind].relationship, target, FALSE);
}

const char *docx_part_relate_link(DocxPart *from, const char *target)
{
    return add_relation(from, "hyperlink", target, TRUE);
}

/* --- writing --- */

#define RELATIONSHIPS                                                                              \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"                              \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

gboolean docx_parts_write_picture(const DocxParts *parts, const DocxPart *part, IsrPacking *packing,
                                  GError **error)
{
    g_autoptr(GByteArray) bytes = NULL;
    g_autoptr(GByteArray) clean = NULL;
    g_autoptr(GByteArray) covered = NULL;
    IsrPicture picture = {.width = GREY_SIDE, .height = GREY_SIDE};

    if (part != parts->grey) {
        bytes = isr_package_load(parts->package, part->member, ISR_PICTURE_BYTES, error);
        if (!bytes)
            return FALSE;
        isr_picture_recognise(bytes->data, bytes->len, &picture);
    }
    if (part->grey)
        clean = isr_picture_grey(picture.width, picture.height);
    else
        clean = isr_picture_clean(bytes->data, bytes->len);
    if (clean)
        covered = isr_picture_text_cover(&part->text, clean->data, clean->len);
    if (!covered)
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                    "a picture changed while the document was being read; try again");
    return covered && isr_packing_add(packing, part->name, covered->data, covered->len, error);
}

static gboolean add_text(IsrPacking *packing, const char *name, const GString *text, GError **error)
{
    return isr_packing_add(packing, name, text->str, text->len, error);
}

gboolean docx_part_write_relations(const DocxPart *part, IsrPacking *packing, GError **error)
{
    const char *base = strrchr(part->name, '/') + 1;
    g_autofree char *folder = g_strndup(part->name, (gsize)(base - part->name));
    g_autofree char *name = g_strconcat(folder, "_rels/", base, ".rels", NULL);
    g_autoptr(GString) text = g_string_new(RELATIONSHIPS);

    if (part->relations->len == 0)
        return TRUE;
    for (guint i = 0; i < part->relations->len; i++)
        g_string_append_printf(text, "<Relationship Id=\"rId%u\" %s", i + 1,
                               (char *)part->relations->pdata[i]);
    g_string_append(text, "</Relationships>");
    return add_text(packing, name, text, error);
}

#define PACKAGE "application/vnd.openxmlformats-package."
#define EXTENDED "application/vnd.openxmlformats-officedocument.extended-properties+xml"

static gboolean write_types(const DocxParts *parts, IsrPacking *packing, GError **error)
{
    g_autoptr(GString) text = g_string_new(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"" PACKAGE "relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"" PACKAGE "core-properties+xml\"/>"
        "<Override PartName=\"/docProps/app.xml\" ContentType=\"" EXTENDED "\"/>");

    for (guint i = 0; i < parts->list->len; i++) {
        const DocxPart *part = parts->list->pdata[i];

        g_string_append_printf(text, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", part->name,
                               part->media_type);
    }
    g_string_append(text, "</Types>");
    return add_text(packing, "[Content_Types].xml", text, error);
}

gboolean docx_parts_write_package(const DocxParts *parts, IsrPacking *packing, GError **error)
{
    static const char core[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";
    static const char app[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties "
        "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
    g_autoptr(GString) rels = g_string_new(
        RELATIONSHIPS
        "<Relationship Id=\"rId1\" Type=\"" TYPES "officeDocument\" Target=\"word/document.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
        "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" TYPES
        "extended-properties\" Target=\"docProps/app.xml\"/></Relationships>");

    if (!isr_packing_add(packing, "docProps/core.xml", core, sizeof core - 1, error) ||
        !isr_packing_add(packing, "docProps/app.xml", app, sizeof app - 1, error) ||
        !add_text(packing, "_rels/.rels", rels, error) || !write_types(parts, packing, error))
        return FALSE;
    isr_packing_first(packing, "_rels/.rels");
    isr_packing_first(packing, "[Content_Types].xml");
    return TRUE;
}

/* --- what is left behind --- */

/* What members that are not copied are, by the names that Office gives them. */
static const struct {
    const char *prefix, *what, *why;
} left_behind[] = {
    {"docprops/", "document properties", "made anew without names, titles and dates"},
    {"customxml/", "custom XML", "hidden data beside the document"},
    {"word/glossary", "building blocks", "hidden text beside the document"},
    {"word/comments", "comments", "comments are not shared"},
    {"word/people", "people", "names of those who worked on the document"},
    {"word/documenttasks", "tasks", "names of those who worked on the document"},
    {"word/vba", "macros", "a copy holds no programs"},
    {"word/activex", "controls", "a copy holds no programs"},
    {"word/embeddings", "embedded file", "a document within the document, not inspected"},
    {"word/afchunk", "embedded file", "a document within the document, not inspected"},
    {"word/media", "picture", "not shown anywhere in the document, or replaced"},
    {"word/fonts", "embedded font", "not needed to read the document"},
    {"word/printersettings", "printer settings", "name printers and documents"},
    {"word/ink", "handwriting", "strokes cannot be inspected"},
    {"word/diagrams", "diagram", "diagrams are not kept"},
    {"_xmlsignatures", "digital signature", "no longer true of a changed copy"},
};

void docx_parts_tell_dropped(const DocxParts *parts)
{
    for (guint i = 0; i < isr_package_size(parts->package); i++) {
        const char *name = isr_package_nth(parts->package, i);
        g_autofree char *lower = g_ascii_strdown(name, -1);
        guint at = 0;

        if (part_of(parts, i) || g_str_has_suffix(lower, ".rels") || g_str_has_suffix(lower, "/") ||
            g_str_equal(lower, "[content_types].xml"))
            continue;
        while (at < G_N_ELEMENTS(left_behind) && !g_str_has_prefix(lower, left_behind[at].prefix))
            at++;
        if (at < G_N_ELEMENTS(left_behind))
            isr_visit_part(parts->visit, left_behind[at].what, ISR_FATE_DROPPED,
                           left_behind[at].why, FALSE);
        else
            isr_visit_part(parts->visit, "other part", ISR_FATE_DROPPED,
                           "not needed to read the document", FALSE);
    }
}
