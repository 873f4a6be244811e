/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A label: the words that stand beside a value in a form and say what it is and whose, as one
 * patterns/labels/ID.label file describes them. */
#pragma once

#include <isredact/block.h>
#include <isredact/category.h>
#include <isredact/check.h>
#include <isredact/role.h>

typedef struct IsrLabelShape IsrLabelShape; /* compiled shape of a value */

typedef struct {
    char *id;              /* the file's name without ".label" */
    IsrCategory category;  /* of the value */
    IsrRole role;          /* whose the value is; UNSURE if the label does not say */
    char *kin;             /* what it calls them: "mother", "social worker"; or NULL */
    char **texts;          /* its wordings as isr_label_key() makes them */
    gboolean exact;        /* a wording is the whole label: no words before or after it */
    gboolean beside;       /* a wording also stands beside a name in a sentence: "mum Shirin" */
    IsrLabelShape *shape;  /* of the value; NULL: a person's name */
    const IsrCheck *check; /* what a right value passes, or NULL */
    char **match;          /* examples, values in «guillemets», cells parted by " | " */
    char **no_match;       /* examples in which the label governs nothing */
} IsrLabel;

/* Loads one label file. Errors (RULES) name file, group and key and say what to do. Free with
 * isr_label_free() (accepts NULL). */
IsrLabel *isr_label_load(const char *path, GError **error);
void isr_label_free(IsrLabel *label);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLabel, isr_label_free)

/* How wordings are compared: words in lower case parted by one space, "Child's" as "child",
 * "D.O.B." as "dob", "name(s)" as "name", "&" as "and". Free with g_free(). */
char *isr_label_key(const char *text, gssize length);

/* Sets @value to what has the label's shape at byte @at of @text, empty if nothing has; the
 * words of a thousand bytes are looked at. FALSE with @error set (LIMIT) when the text cannot be
 * searched. Not for labels without a shape. */
gboolean isr_label_value(const IsrLabel *label, const char *text, gsize length, gsize at,
                         IsrRange *value, GError **error);

/* What the words of a label say: "Mum's mobile" is the label "phone" of the owner "mother". */
typedef struct {
    const IsrLabel *label; /* what the value is */
    const IsrLabel *owner; /* a label with a role that says whose; NULL if none does */
} IsrLabelMeaning;

typedef struct IsrLabelIndex IsrLabelIndex;

/* An index over @labels (of IsrLabel *), which it borrows. Free with
 * isr_label_index_free() (accepts NULL). */
IsrLabelIndex *isr_label_index_new(const GPtrArray *labels);
void isr_label_index_free(IsrLabelIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLabelIndex, isr_label_index_free)

/* The label one of whose wordings is exactly @key (isr_label_key()), or NULL. Borrowed. */
const IsrLabel *isr_label_index_find(const IsrLabelIndex *index, const char *key);

/* TRUE if some wording is @word, one word of a key, or ends with it. */
gboolean isr_label_index_ends(const IsrLabelIndex *index, const char *word);

/* Reads @text as a label. @whole: it stands alone (a cell, a line, before a colon), so that
 * words may stand before or after the wording ("Age on 31 August", "Back-up key person"); else
 * all its words must be accounted for. FALSE if it is none. */
gboolean isr_label_index_read(const IsrLabelIndex *index, const char *text, gssize length,
                              gboolean whole, IsrLabelMeaning *meaning);
