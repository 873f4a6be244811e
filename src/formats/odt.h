/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the OpenDocument format share: the numbers of its grammar, and the state of
 * one walk. Private to them. */
#pragma once

#include "packing.h"
#include "xmlcopy.h"

#define ODT_NS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODT_OFFICE ODT_NS "office:1.0"
#define ODT_TEXT ODT_NS "text:1.0"
#define ODT_TABLE ODT_NS "table:1.0"
#define ODT_DRAW ODT_NS "drawing:1.0"
#define ODT_STYLE ODT_NS "style:1.0"
#define ODT_NUMBER ODT_NS "datastyle:1.0"
#define ODT_FO ODT_NS "xsl-fo-compatible:1.0"
#define ODT_SVG ODT_NS "svg-compatible:1.0"
#define ODT_DR3D ODT_NS "dr3d:1.0"
#define ODT_FORM ODT_NS "form:1.0"
#define ODT_SCRIPT ODT_NS "script:1.0"
#define ODT_META ODT_NS "meta:1.0"
#define ODT_CONFIG ODT_NS "config:1.0"
#define ODT_XLINK "http://www.w3.org/1999/xlink"
#define ODT_DC "http://purl.org/dc/elements/1.1/"
#define ODT_MATH "http://www.w3.org/1998/Math/MathML"
#define ODT_XML "http://www.w3.org/XML/1998/namespace"
#define ODT_XFORMS "http://www.w3.org/2002/xforms"
#define ODT_LOEXT "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
#define ODT_FIELD "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
#define ODT_DRAWOOO "http://openoffice.org/2010/draw"

#define ODT_MIMETYPE "application/vnd.oasis.opendocument.text"

/* Tags of elements. */
typedef enum {
    ODT_TAG_NONE,
    ODT_TAG_PARAGRAPH,
    ODT_TAG_HEADING,
    ODT_TAG_SPAN,
    ODT_TAG_SPACES,
    ODT_TAG_LITERAL, /* text of its own: titles, labels, literals */
    ODT_TAG_NOTE,
    ODT_TAG_COMMENT,
    ODT_TAG_FIELD,
    ODT_TAG_AUTHOR, /* a field that names who wrote, sent or printed the document */
    ODT_TAG_HIDDEN_PARAGRAPH,
    ODT_TAG_LINK,
    ODT_TAG_SECTION,
    ODT_TAG_CONTENTS,
    ODT_TAG_INDEX_BODY,
    ODT_TAG_COVERED, /* a cell under a merged one */
    ODT_TAG_CHANGES,
    ODT_TAG_REGION,
    ODT_TAG_DELETION,
    ODT_TAG_CHANGE,
    ODT_TAG_FRAME,
    ODT_TAG_IMAGE,
    ODT_TAG_OBJECT,
    ODT_TAG_BINARY,
    ODT_TAG_FILL, /* a picture in a style */
    ODT_TAG_COMMON_STYLES,
    ODT_TAG_AUTOMATIC_STYLES,
    ODT_TAG_STYLE,
    ODT_TAG_TEXT_PROPERTIES,
    ODT_N_TAGS
} OdtTag;

/* Tags of values. */
typedef enum {
    ODT_VALUE_STYLE = 1, /* name of a style */
    ODT_VALUE_FONT,
    ODT_VALUE_TEXT, /* shown to the reader */
    ODT_VALUE_LIST, /* identity of a list */
    ODT_VALUE_NAME, /* of a shape, table, section */
    ODT_VALUE_BOOKMARK,
    ODT_VALUE_CONDITION,
    ODT_VALUE_TARGET
} OdtValue;

typedef struct OdtChanges OdtChanges;
typedef struct OdtHidden OdtHidden;
typedef struct OdtPictures OdtPictures;
typedef struct OdtNames OdtNames;

typedef struct {
    const IsrWalk *walk;
    IsrPackage *package;
    IsrPacking *packing; /* NULL: read only */
    IsrVisit *visit;
    IsrXmlGrammar *grammar;
    OdtChanges *changes;
    OdtHidden *hidden;
    OdtPictures *pictures;
    OdtNames *names;
    guint paragraphs;       /* open */
    guint notes, comments;  /* open */
    guint contents;         /* open tables of contents */
    guint hidden_paragraph; /* the open one that its fields hide; 0: none */
    const char *target;     /* for the element that begins */
    char version[8];        /* of OpenDocument, as the source says */
} OdtWalk;

extern const IsrXmlVocabulary isr_odt_vocabularies[];
extern const IsrXmlTable isr_odt_table;
extern const IsrXmlHooks isr_odt_hooks; /* self: OdtWalk */

/* A function for elements that begin: see IsrXmlHooks. */
#define ODT_START(name)                                                                            \
    gboolean name(OdtWalk *odt G_GNUC_UNUSED, IsrXmlCopy *copy G_GNUC_UNUSED,                      \
                  IsrXmlElement *element G_GNUC_UNUSED, IsrXmlRule *rule G_GNUC_UNUSED,            \
                  GError **error G_GNUC_UNUSED)

/* --- values: odt_names.c --- */

OdtNames *isr_odt_names_new(void);
void isr_odt_names_free(OdtNames *names);

/* @value (taken over) until the next is lent. */
const char *isr_odt_names_lend(OdtNames *names, char *value);

/* TRUE if @text holds anything that could tell of a person: two letters or digits. */
gboolean isr_odt_is_wordy(const char *text);

/* IsrXmlHooks.value. */
gboolean isr_odt_value(gpointer self, IsrXmlCopy *copy, const IsrXmlElement *element,
                       const IsrXmlAttribute *attribute, const IsrXmlValueRule *rule,
                       const char **value, GError **error);

/* --- tracked changes: odt_changes.c --- */

OdtChanges *isr_odt_changes_new(void);
void isr_odt_changes_free(OdtChanges *changes);

/* The changed region @id (or NULL) begins; its deletion; text of it; the deletion ends. */
void isr_odt_changes_region(OdtChanges *changes, const char *id);
void isr_odt_changes_begin(OdtChanges *changes);
gboolean isr_odt_changes_is_open(const OdtChanges *changes);
void isr_odt_changes_append(OdtChanges *changes, const char *text);
void isr_odt_changes_end(OdtChanges *changes);

/* What the change @id took away, or NULL. Borrowed. */
const char *isr_odt_changes_deleted(const OdtChanges *changes, const char *id);

/* --- hidden styles: odt_hidden.c --- */

OdtHidden *isr_odt_hidden_new(void);
void isr_odt_hidden_free(OdtHidden *hidden);

/* Styles that follow are common ones, or automatic ones of a part that begins. */
void isr_odt_hidden_begin(OdtHidden *hidden, gboolean automatic);
/* A style begins; any but @family and @name may be NULL. */
void isr_odt_hidden_style(OdtHidden *hidden, const char *family, const char *name,
                          const char *parent);
/* Its text is shown or not. */
void isr_odt_hidden_display(OdtHidden *hidden, gboolean shown);
/* TRUE if text in the style (NULL: none) is not shown. */
gboolean isr_odt_hidden_for(const OdtHidden *hidden, const char *family, const char *name);

/* --- pictures and objects: odt_pictures.c, odt_objects.c --- */

OdtPictures *isr_odt_pictures_new(void);
void isr_odt_pictures_free(OdtPictures *pictures);

/* Start and end hooks of frames, images and pictures in styles. */
ODT_START(isr_odt_frame_start);
gboolean isr_odt_frame_end(OdtWalk *odt, IsrXmlCopy *copy, GError **error);
ODT_START(isr_odt_image_start);
gboolean isr_odt_image_end(OdtWalk *odt, IsrXmlCopy *copy, GError **error);
ODT_START(isr_odt_fill_start);
/* A picture within the XML, in base64. */
gboolean isr_odt_binary(OdtWalk *odt, const char *base64, GError **error);
/* Tells the frame that it shows an object, not the pictures in it. */
void isr_odt_frame_holds_object(OdtPictures *pictures);

/* Adds the pictures of the copy to the package. */
gboolean isr_odt_pictures_write(OdtWalk *odt, GError **error);

/* Start hook of embedded objects. */
ODT_START(isr_odt_object_start);

/* --- the rest of the package: odt_parts.c, odt_settings.c --- */

/* Settings of the source that change how pages look, as a part for the copy. Errors: as of
 * isr_xml_read(). Free with g_free(). */
char *isr_odt_settings(const OdtWalk *odt, GError **error);

gboolean isr_odt_parts_write(OdtWalk *odt, GError **error);
/* Tells of the members that are not in the copy. */
void isr_odt_parts_tell(OdtWalk *odt);
