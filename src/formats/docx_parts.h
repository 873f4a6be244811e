/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a DOCX package and how they hold together: relationships are read from the source,
 * and made anew for the copy as its parts refer to each other. A part that nothing written refers
 * to is not in the copy. */
#pragma once

#include "package.h"
#include "packing.h"
#include "picture_text.h"

typedef enum {
    DOCX_PART_DOCUMENT,
    DOCX_PART_STYLES,
    DOCX_PART_NUMBERING,
    DOCX_PART_SETTINGS,
    DOCX_PART_FONTS,
    DOCX_PART_THEME,
    DOCX_PART_FOOTNOTES,
    DOCX_PART_ENDNOTES,
    DOCX_PART_COMMENTS,
    DOCX_PART_HEADER,
    DOCX_PART_FOOTER,
    DOCX_PART_CHART,
    DOCX_PART_IMAGE,
    DOCX_PART_NONE /* of no kind that a copy holds */
} DocxPartKind;

/* How a part of one kind is found, named and written. */
typedef struct {
    const char *relationship; /* last word of its relationship's type */
    const char *name;         /* in the copy; with %u if there may be many */
    const char *media_type;
    const char *root;  /* local name of its root element */
    gboolean implicit; /* comes with the main document without being referred to by r:id */
    IsrBlockKind blocks;
} DocxPartForm;

/* Borrowed, constant; for each kind but IMAGE and NONE. */
const DocxPartForm *docx_part_form(DocxPartKind kind);

typedef struct {
    DocxPartKind kind;
    guint member;
    char *name; /* in the copy */
    const char *media_type;
    gboolean grey;        /* a picture that becomes a grey box */
    IsrPictureText text;  /* of a picture that stays */
    GPtrArray *relations; /* of char *: a Relationship element each, for the copy */
    GHashTable *related;  /* the same, with the number of each from 1 */
} DocxPart;

/* A relationship of the source. */
typedef struct {
    char *id;
    DocxPartKind kind;
    gboolean external;
    gint64 member; /* -1: external, or not in the package */
    char *target;  /* of an external one */
} DocxRelation;

typedef struct DocxParts DocxParts;

/* @package, @visit are borrowed. */
DocxParts *docx_parts_new(IsrPackage *package, IsrVisit *visit);
void docx_parts_free(DocxParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxParts, docx_parts_free)

/* The relationships of one part. */
typedef struct {
    GPtrArray *list;   /* of DocxRelation * */
    GHashTable *by_id; /* the first of each id; borrowed from the list */
} DocxRelations;

/* The relationships of member @n (-1: of the package); none if it has none. NULL with @error set.
 * Free with docx_relations_free() (accepts NULL). */
DocxRelations *docx_parts_relations(const DocxParts *parts, gint64 n, GError **error);
void docx_relations_free(DocxRelations *relations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxRelations, docx_relations_free)
/* The one of @id, or the first of @kind; NULL if there is none. Borrowed. */
const DocxRelation *docx_relation_for(const DocxRelations *relations, const char *id);
const DocxRelation *docx_relation_of(const DocxRelations *relations, DocxPartKind kind);

/* The part that member @n becomes; the same for the same member. Borrowed. */
DocxPart *docx_parts_add(DocxParts *parts, DocxPartKind kind, guint n);
/* The same for a picture; NULL with @error set. @keep FALSE: it becomes a grey box. */
DocxPart *docx_parts_add_picture(DocxParts *parts, guint n, gboolean keep, GError **error);
/* A picture of no source: a grey box. */
DocxPart *docx_parts_add_grey(DocxParts *parts);

/* Parts in the order in which they were added; NULL past the last. */
DocxPart *docx_parts_nth(const DocxParts *parts, guint n);

/* A relationship from @from to @to in the copy; its new id, borrowed. */
const char *docx_part_relate(DocxPart *from, const DocxPart *to);
const char *docx_part_relate_link(DocxPart *from, const char *target);

/* Writes a picture's bytes. */
gboolean docx_parts_write_picture(const DocxParts *parts, const DocxPart *part, IsrPacking *packing,
                                  GError **error);
/* Writes a part's relationships, if it has any. */
gboolean docx_part_write_relations(const DocxPart *part, IsrPacking *packing, GError **error);
/* Writes [Content_Types].xml, the package's relationships and properties. */
gboolean docx_parts_write_package(const DocxParts *parts, IsrPacking *packing, GError **error);

/* Tells the visitor of each member that is in no part of the copy. */
void docx_parts_tell_dropped(const DocxParts *parts);
