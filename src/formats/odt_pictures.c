/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures of an OpenDocument text: which of them the copy has, cleaned and under names that
 * tell nothing, and the grey boxes that stand for the others. */
#include "odt.h"

#include "picture.h"
#include "picture_text.h"

#include <isredact/error.h>

#include <string.h>

#define INLINE_BYTES ISR_PICTURE_BYTES /* of all pictures that stand in the XML */

/* A picture of the copy. */
typedef struct {
    char *name;        /* "Pictures/image1.png" */
    gint64 member;     /* of the source, or -1 */
    GByteArray *bytes; /* when it is no member */
    IsrPictureText text;
} Picture;

typedef struct {
    guint width, height; /* in pixels; 0: not said */
    gboolean has_object; /* its pictures only stand for the object */
    gboolean has_image;
    guint64 grey; /* token of the grey box + 1; 0: none */
} Frame;

struct OdtPictures {
    GHashTable *known;  /* href in the source → Picture, borrowed */
    GPtrArray *all;     /* of Picture, in order */
    GArray *frames;     /* of Frame, innermost last */
    Picture *binary;    /* decoded since the image began */
    gboolean is_binary; /* the image in hand has no target: its picture is in it */
    gsize inline_bytes;
};

static void picture_free(gpointer data)
{
    Picture *picture = data;

    g_free(picture->name);
    isr_picture_text_clear(&picture->text);
    if (picture->bytes)
        g_byte_array_unref(picture->bytes);
    g_free(picture);
}

OdtPictures *isr_odt_pictures_new(void)
{
    OdtPictures *pictures = g_new0(OdtPictures, 1);

    pictures->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    pictures->all = g_ptr_array_new_with_free_func(picture_free);
    pictures->frames = g_array_new(FALSE, FALSE, sizeof(Frame));
    return pictures;
}

void isr_odt_pictures_free(OdtPictures *pictures)
{
    if (!pictures)
        return;
    g_hash_table_unref(pictures->known);
    g_ptr_array_unref(pictures->all);
    g_array_unref(pictures->frames);
    g_free(pictures);
}

static Frame *frame_of(OdtPictures *pictures)
{
    const guint depth = pictures->frames->len;

    return depth ? &g_array_index(pictures->frames, Frame, depth - 1) : NULL;
}

/* --- the pictures of the copy --- */

static Picture *add(OdtPictures *pictures, const char *href, const char *suffix, gint64 member,
                    GByteArray *bytes)
{
    Picture *picture = g_new0(Picture, 1);

    picture->name = g_strdup_printf("Pictures/image%u.%s", pictures->all->len + 1, suffix);
    picture->member = member;
    picture->bytes = bytes;
    g_ptr_array_add(pictures->all, picture);
    g_hash_table_insert(pictures->known, g_strdup(href), picture);
    return picture;
}

/* The member that @href names, or -1. */
static gint64 member_of(const OdtWalk *odt, const char *href)
{
    if (g_str_has_prefix(href, "./"))
        href += 2;
    if (strstr(href, "://") || *href == '/' || g_str_has_prefix(href, ".."))
        return -1;
    g_autofree char *plain = g_uri_unescape_string(href, NULL);
    const gint64 member = isr_package_find(odt->package, href);

    return member >= 0 || !plain ? member : isr_package_find(odt->package, plain);
}

/* *picture is NULL if what @href names cannot be cleaned. */
static gboolean take(OdtWalk *odt, const char *href, gint64 member, GByteArray *bytes,
                     Picture **picture, GError **error)
{
    IsrPicture kind;
    g_autoptr(GByteArray) clean = isr_picture_clean(bytes->data, bytes->len);

    *picture = NULL;
    if (!clean || !isr_picture_recognise(bytes->data, bytes->len, &kind))
        return TRUE;
    *picture =
        add(odt->pictures, href, kind.suffix, member, member < 0 ? g_byte_array_ref(clean) : NULL);
    if (!isr_picture_text_show(odt->visit, (*picture)->name, clean->data, clean->len,
                               &(*picture)->text, error))
        return FALSE;
    isr_picture_text_tell(odt->visit, &(*picture)->text);
    return TRUE;
}

/* The copy's picture for @href: *picture is NULL if it must not or cannot be shown. */
static gboolean find(OdtWalk *odt, const char *href, Picture **picture, GError **error)
{
    const gint64 member = member_of(odt, href);
    GError *failure = NULL;

    *picture = g_hash_table_lookup(odt->pictures->known, href);
    if (*picture || member < 0 || !odt->walk->keep->keep_pictures)
        return TRUE;
    g_autoptr(GByteArray) bytes =
        isr_package_load(odt->package, (guint)member, ISR_PICTURE_BYTES, &failure);
    if (!bytes && !g_error_matches(failure, ISR_ERROR, ISR_ERROR_LIMIT)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    g_clear_error(&failure);
    return !bytes || take(odt, href, member, bytes, picture, error);
}

static Picture *grey(OdtPictures *pictures, guint width, guint height)
{
    g_autofree char *key = g_strdup_printf("grey %u %u", width, height);
    Picture *known = g_hash_table_lookup(pictures->known, key);

    return known ? known : add(pictures, key, "png", -1, isr_picture_grey(width, height));
}

static void tell_grey(OdtWalk *odt)
{
    isr_visit_part(odt->visit, "picture", ISR_FATE_DROPPED,
                   odt->walk->keep->keep_pictures
                       ? "of a kind that cannot be cleaned: a grey box stands for it"
                       : "pictures are left out: a grey box stands for it",
                   FALSE);
}

/* --- frames --- */

/* A length in pixels; 0 if it is none. */
static guint pixels(const char *length)
{
    static const struct {
        const char *unit;
        double pixels;
    } units[] = {{"cm", 37.8}, {"mm", 3.78}, {"in", 96}, {"pt", 1.333}, {"pc", 16}, {"px", 1}};
    char *unit = NULL;
    const double value = length ? g_ascii_strtod(length, &unit) : 0;

    for (guint i = 0; length && i < G_N_ELEMENTS(units); i++)
        if (g_str_equal(unit, units[i].unit))
            return (guint)CLAMP(value * units[i].pixels, 1, 4096);
    return 0;
}

ODT_START(isr_odt_frame_start)
{
    Frame frame = {.width = pixels(isr_xml_value(element, ODT_SVG, "width")),
                   .height = pixels(isr_xml_value(element, ODT_SVG, "height"))};

    g_array_append_val(odt->pictures->frames, frame);
    isr_xml_copy_hold(copy);
    return TRUE;
}

gboolean isr_odt_frame_end(OdtWalk *odt, IsrXmlCopy *copy, GError **error)
{
    (void)error;
    g_array_set_size(odt->pictures->frames, odt->pictures->frames->len - 1);
    isr_xml_copy_release(copy);
    return TRUE;
}

void isr_odt_frame_holds_object(OdtPictures *pictures)
{
    Frame *frame = frame_of(pictures);

    if (frame)
        frame->has_object = TRUE;
}

/* --- images in frames --- */

/* The frame's first picture that can be shown is; only if there is none, a grey box is. */
static void show(OdtWalk *odt, IsrXmlCopy *copy, const Picture *picture, IsrXmlRule *rule)
{
    Frame none = {0}, *frame = frame_of(odt->pictures);

    if (!frame)
        frame = &none;
    if (picture) {
        if (frame->grey)
            isr_xml_copy_cut(copy, frame->grey - 1, isr_xml_copy_here(copy));
        frame->grey = 0;
        frame->has_image = TRUE;
        odt->target = picture->name;
        return;
    }
    if (frame->has_image || frame->grey) {
        rule->does = ISR_XML_DROP;
        rule->as = "second form of a picture";
        return;
    }
    frame->grey = isr_xml_copy_here(copy) + 1;
    tell_grey(odt);
    odt->target = grey(odt->pictures, frame->width, frame->height)->name;
}

ODT_START(isr_odt_image_start)
{
    const char *href = isr_xml_value(element, ODT_XLINK, "href");
    const Frame *frame = frame_of(odt->pictures);
    Picture *picture = NULL;

    odt->target = NULL;
    odt->pictures->is_binary = FALSE;
    if (frame && frame->has_object) {
        rule->does = ISR_XML_DROP;
        rule->as = "picture of an embedded object";
        return TRUE;
    }
    if (!href || *href == 0) {
        /* the picture is in the element: it is put in when that ends */
        odt->pictures->is_binary = TRUE;
        odt->pictures->binary = NULL;
        rule->does = ISR_XML_UNWRAP;
        return TRUE;
    }
    if (!find(odt, href, &picture, error))
        return FALSE;
    show(odt, copy, picture, rule);
    return TRUE;
}

gboolean isr_odt_binary(OdtWalk *odt, const char *base64, GError **error)
{
    OdtPictures *pictures = odt->pictures;
    gsize length = 0;
    g_autofree guchar *raw = g_base64_decode(base64, &length);
    g_autoptr(GByteArray) bytes = g_byte_array_new_take(g_steal_pointer(&raw), length);
    g_autofree char *key = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes->data, length);

    if (!pictures->is_binary || !odt->walk->keep->keep_pictures)
        return TRUE;
    pictures->binary = g_hash_table_lookup(pictures->known, key);
    if (pictures->binary || pictures->inline_bytes + length > INLINE_BYTES)
        return TRUE;
    if (!take(odt, key, -1, bytes, &pictures->binary, error))
        return FALSE;
    pictures->inline_bytes += pictures->binary ? length : 0;
    return TRUE;
}

/* Puts the image that was held back because its picture stood within it. */
gboolean isr_odt_image_end(OdtWalk *odt, IsrXmlCopy *copy, GError **error)
{
    static const IsrXmlAttribute attributes[] = {{"xlink", ODT_XLINK, "href", ""},
                                                 {"xlink", ODT_XLINK, "type", "simple"},
                                                 {"xlink", ODT_XLINK, "show", "embed"},
                                                 {"xlink", ODT_XLINK, "actuate", "onLoad"}};
    IsrXmlElement image = {.prefix = "draw", .uri = ODT_DRAW, .local = "image"};
    IsrXmlRule rule = {.does = ISR_XML_NEST};
    gboolean done;

    if (!odt->pictures->is_binary)
        return TRUE;
    odt->pictures->is_binary = FALSE;
    show(odt, copy, odt->pictures->binary, &rule);
    if (rule.does == ISR_XML_DROP)
        return TRUE;
    image.attributes = g_array_new(FALSE, FALSE, sizeof(IsrXmlAttribute));
    g_array_append_vals(image.attributes, attributes, G_N_ELEMENTS(attributes));
    g_array_index(image.attributes, IsrXmlAttribute, 0).value = odt->target;
    done = isr_xml_copy_insert(copy, &image, NULL, error);
    g_array_unref(image.attributes);
    return done;
}

/* --- pictures in styles --- */

ODT_START(isr_odt_fill_start)
{
    const char *href = isr_xml_value(element, ODT_XLINK, "href");
    Picture *picture = NULL;

    odt->target = NULL;
    odt->pictures->is_binary = FALSE;
    if (href && *href && !find(odt, href, &picture, error))
        return FALSE;
    if (!picture && href && *href)
        tell_grey(odt);
    if (!picture && !g_str_equal(element->local, "background-image"))
        picture = grey(odt->pictures, 16, 16);
    if (picture)
        odt->target = picture->name;
    return TRUE;
}

/* --- writing --- */

static gboolean write_picture(OdtWalk *odt, const Picture *picture, GError **error)
{
    g_autoptr(GByteArray) bytes =
        picture->bytes
            ? NULL
            : isr_package_load(odt->package, (guint)picture->member, ISR_PICTURE_BYTES, error);
    g_autoptr(GByteArray) clean = bytes            ? isr_picture_clean(bytes->data, bytes->len)
                                  : picture->bytes ? g_byte_array_ref(picture->bytes)
                                                   : NULL;
    g_autoptr(GByteArray) covered =
        clean ? isr_picture_text_cover(&picture->text, clean->data, clean->len) : NULL;

    if ((bytes || picture->bytes) && !covered)
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                    "a picture changed while the document was being read; try again");
    return covered &&
           isr_packing_add(odt->packing, picture->name, covered->data, covered->len, error);
}

gboolean isr_odt_pictures_write(OdtWalk *odt, GError **error)
{
    const GPtrArray *all = odt->pictures->all;

    for (guint i = 0; i < all->len; i++) {
        if (!write_picture(odt, all->pdata[i], error))
            return FALSE;
    }
    return TRUE;
}
