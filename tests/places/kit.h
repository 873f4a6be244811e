/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kit of the hidden places: what is hidden, how a place is written down, and the package it
 * is planted in. Knows no format; docx.h and odt.h do. Shares no code with src/.
 *
 * A place is a row of data: steps that put text into slots of a minimal document or add parts and
 * relationships to it. In every text "@keep@" and "@after@" become words that nobody may remove
 * and that belong to this place alone, "@id@" the place's id in lower case, "@n@" its number. */
#pragma once

#include <glib.h>

/* The child, whom the document's labelled lines make known. */
#define FORENAME "Quilla"
#define SURNAME "Vantongeren"
#define WHO FORENAME " " SURNAME
#define NHS "999 123 4551"
#define NHS_DIGITS "9991234551"
#define EMAIL "tidewater77@saltmarsh.example"
#define BORN "17/03/2014"
#define BORN_ISO "2014-03-17"
/* Her mother, with an accent. */
#define MOTHER_FORENAME "Orienne"
#define MOTHER_SURNAME "Quenn\xc3\xa9ville"
#define MOTHER MOTHER_FORENAME " " MOTHER_SURNAME
/* An adult named nowhere but in places that hold no text of the record: they must be emptied
 * whoever stands there. */
#define ADULT_FORENAME "Ottoline"
#define ADULT_SURNAME "Pemberwicke"
#define ADULT ADULT_FORENAME " " ADULT_SURNAME

#define KEEP "@keep@"
#define AFTER "@after@"

typedef enum {
    KEEP_NONE, /* the place holds nothing that must survive */
    KEEP_SOFT, /* its container may go if the manifest says so */
    KEEP_HARD  /* the words beside the canary must survive with their formatting */
} PlaceKeep;

typedef enum {
    PLACE_ALONE = 1 << 0,      /* alters the package as a whole: not joined with other places */
    PLACE_MAY_REFUSE = 1 << 1, /* a refusal is as good as a clean copy */
    PLACE_ADULT = 1 << 2       /* also holds the adult who is named nowhere else */
} PlaceFlags;

typedef enum {
    STEP_END,
    STEP_INTO, /* text into slot `where` */
    STEP_PART, /* part `where` of media type `type` */
    STEP_BLOB, /* the same, bytes made by `blob` */
    STEP_LINK, /* relationship `name` of type `type` from part `where` ("": package) to `text` */
    STEP_EXTERNAL,      /* the same, to a target outside */
    STEP_COMMENT,       /* archive comment */
    STEP_ENTRY_COMMENT, /* on part `where` */
    STEP_EXTRA,         /* extra field on part `where` */
    STEP_ORPHAN,        /* local entry `where` that the directory does not list */
    STEP_TWIN,          /* a stale entry of the same name before part `where` */
    STEP_TRAILING,      /* bytes after the end */
    STEP_GAP            /* bytes before part `where` */
} PlaceStepKind;

typedef struct {
    PlaceStepKind kind;
    const char *where, *name, *type, *text;
    GBytes *(*blob)(void);
} PlaceStep;

#define INTO(slot, words)                                                                          \
    {                                                                                              \
        .kind = STEP_INTO, .where = slot, .text = words                                            \
    }
#define PART(path, media, words)                                                                   \
    {                                                                                              \
        .kind = STEP_PART, .where = path, .type = media, .text = words                             \
    }
#define BLOB(path, media, maker)                                                                   \
    {                                                                                              \
        .kind = STEP_BLOB, .where = path, .type = media, .blob = maker                             \
    }
#define LINK(from, id, kind_of, to)                                                                \
    {                                                                                              \
        .kind = STEP_LINK, .where = from, .name = id, .type = kind_of, .text = to                  \
    }
#define EXTERNAL(from, id, kind_of, to)                                                            \
    {                                                                                              \
        .kind = STEP_EXTERNAL, .where = from, .name = id, .type = kind_of, .text = to              \
    }

typedef struct Kit Kit;

#define PLACE_STEPS 16
typedef struct {
    const char *id;   /* "D001" */
    const char *name; /* "body" */
    PlaceKeep keep;
    guint flags; /* PlaceFlags */
    PlaceStep steps[PLACE_STEPS];
    void (*twist)(Kit *kit); /* last change to the whole package, or NULL */
} Place;

/* A part of the minimal document. "@@slot@@" in its text is where steps put theirs. */
typedef struct {
    const char *path, *type;
    const char *owner, *rel; /* the relationship that leads to it; NULL in formats without */
    gboolean optional;       /* only there when a step fills one of its slots */
    const char *text;
} KitBase;

typedef struct {
    const char *suffix;       /* ".docx" */
    const KitBase *base;      /* ends with a NULL path */
    const char *labels;       /* for slot "labels": lines that make child and mother known */
    void (*finish)(Kit *kit); /* adds the parts that list the others */
    /* Structural faults of a file of this format: char *, sorted, each once. */
    GPtrArray *(*faults)(GBytes *file);
} KitForm;

typedef struct {
    char *path, *type;
    GString *text; /* NULL when there are bytes */
    GBytes *bytes; /* NULL when there is text */
    gboolean stored;
    gboolean orphan;
    char *comment, *extra, *gap;
} KitPart;

typedef struct {
    char *owner, *name, *type, *target;
    gboolean external;
} KitLink;

struct Kit {
    const KitForm *form;
    GPtrArray *parts; /* of KitPart *, in the order of the archive */
    GPtrArray *links; /* of KitLink * */
    char *comment, *trailing;
};

/* The minimal document of @form, with or without the lines that make child and mother known. */
Kit *kit_new(const KitForm *form, gboolean labelled);
void kit_free(Kit *kit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Kit, kit_free)

/* Takes the steps of @place; its twist comes with kit_finish(). */
void kit_plant(Kit *kit, const Place *place);
/* The part at @path, or NULL; borrowed. */
KitPart *kit_part(const Kit *kit, const char *path);
/* Adds a part; text and type are copied. */
KitPart *kit_add(Kit *kit, const char *path, const char *type, const char *text);
/* Replaces @from by @to in a part's text, everywhere. */
void kit_replace(KitPart *part, const char *from, const char *to);
/* Completes the package, applies @twist (or NULL) and gives the file's bytes. */
GBytes *kit_finish(Kit *kit, void (*twist)(Kit *kit));
/* The bytes of a document with this place alone. */
GBytes *kit_document(const KitForm *form, const Place *place, gboolean labelled);
/* The bytes of a document with all places of @tables (ending with NULL) that can be joined. */
GBytes *kit_all_in_one(const KitForm *form, const Place *const *tables);

/* The words that stand for "@keep@" and "@after@" in @place; free with g_free(). */
char *place_keep(const Place *place);
char *place_after(const Place *place);
/* Number in the place's id. */
guint place_number(const Place *place);
