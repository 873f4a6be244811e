/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of dictionaries, told by their keys. Tables, and what looks them up. */
#include "pdf_thing.h"

#include <string.h>

/* The first row that fits tells. @value: NULL: the key only needs to be there. */
static const struct {
    const char *key, *value;
    IsrPdfThing thing;
} things[] = {
    {"/Subtype", "/Link", {"link", "links are not in the copy; their words stay on the page"}},
    {"/Subtype", "/Widget", {"form field", "shown on the page as it was filled in"}},
    {"/Subtype", "/FileAttachment", {"attachment", "attachments are not in the copy"}},
    {"/Subtype", "/Popup", {NULL, NULL}},
    {"/Subtype", "/XML", {"XMP metadata", "made anew without names, titles and dates"}},
    {"/Type", "/Filespec", {"attachment", "attachments are not in the copy"}},
    {"/Type", "/Sig", {"signature", "a signature of the source does not fit the copy"}},
    {"/Type", "/OCG", {"layer", "drawn into the page, or left out where it was hidden"}},
    {"/Type", "/StructTreeRoot", {"structure", "text for screen readers is written anew"}},
    {"/S", "/JavaScript", {"script", "scripts are not in the copy"}},
    {"/S", "/Launch", {"script", "commands are not in the copy"}},
    {"/QuadPoints", NULL, {"note", "shown on the page as it looks; its words are not in the copy"}},
    {"/Title", "/Parent", {"bookmark", "bookmarks are not in the copy"}},
    {"/Rect",
     "/Contents",
     {"note", "shown on the page as it looks; its words are not in the copy"}},
};

static gboolean has_key(qpdf_data objects, qpdf_oh dictionary, const char *key)
{
    return qpdf_oh_has_key(objects, dictionary, key);
}

gboolean isr_pdf_has_name(qpdf_data objects, qpdf_oh dictionary, const char *key, const char *value)
{
    if (!has_key(objects, dictionary, key))
        return FALSE;
    const qpdf_oh name = qpdf_oh_get_key(objects, dictionary, key);

    return qpdf_oh_is_name(objects, name) && strcmp(qpdf_oh_get_name(objects, name), value) == 0;
}

/* /Title with /Parent and the like are told by both keys, not by a value. */
static gboolean fits(qpdf_data objects, qpdf_oh dictionary, const char *key, const char *value)
{
    if (!value)
        return has_key(objects, dictionary, key);
    if (strcmp(value, "/Parent") == 0 || strcmp(value, "/Contents") == 0)
        return has_key(objects, dictionary, key) && has_key(objects, dictionary, value);
    return isr_pdf_has_name(objects, dictionary, key, value);
}

const IsrPdfThing *isr_pdf_thing_of(qpdf_data objects, qpdf_oh dictionary)
{
    /* A page has a /Contents too, and a file outside is no attachment. */
    if (isr_pdf_has_name(objects, dictionary, "/Type", "/Page") ||
        (isr_pdf_has_name(objects, dictionary, "/Type", "/Filespec") &&
         !has_key(objects, dictionary, "/EF")))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(things); i++)
        if (fits(objects, dictionary, things[i].key, things[i].value))
            return things[i].thing.name ? &things[i].thing : NULL;
    return NULL;
}

gboolean isr_pdf_thing_is_mute(qpdf_data objects, qpdf_oh dictionary)
{
    static const char *const types[] = {"/Font", "/FontDescriptor", "/Encoding", "/OutputIntent",
                                        "/XRef", "/ObjStm",         "/CMap"};
    static const char *const signs[] = {"/CFM", "/Registry", "/ByteRange", "/Cert"};

    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        if (isr_pdf_has_name(objects, dictionary, "/Type", types[i]))
            return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (has_key(objects, dictionary, signs[i]))
            return TRUE;
    /* What a password was made into. */
    return has_key(objects, dictionary, "/O") && has_key(objects, dictionary, "/U") &&
           has_key(objects, dictionary, "/P");
}

gboolean isr_pdf_key_is_mute(const char *key)
{
    static const char *const mute[] = {
        "/Creator", "/Producer", "/CreationDate", "/ModDate", "/M",  "/DA",       "/DS",
        "/ID",      "/Lang",     "/NM",           "/Dest",    "/D",  "/JS",       "/F2",
        "/CharSet", "/Limits",   "/Names",        "/Version", "/V2", "/CheckSum", NULL};

    return g_strv_contains(mute, key);
}
