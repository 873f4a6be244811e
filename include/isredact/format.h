/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A format is one function, walk(): it reads the document in order, hands each block to a visitor
 * and, if an output is given, writes the copy with the visitor's edits applied. */
#pragma once

#include <isredact/block.h>
#include <isredact/io.h>
#include <isredact/lists.h>

/* What became of a part of the document or a thing in it; for the manifest. */
typedef enum {
    ISR_FATE_REWRITTEN, /* read as text and written anew */
    ISR_FATE_COPIED,    /* copied: holds no text of the document (a style sheet's colours, say) */
    ISR_FATE_CLEANED,   /* copied without its metadata (pictures) */
    ISR_FATE_GENERATED, /* made anew, nothing of the source in it */
    ISR_FATE_DROPPED    /* not in the copy */
} IsrFate;

/* The word for it in the manifest; borrowed, constant. */
const char *isr_fate_id(IsrFate fate);

typedef struct {
    const char *name; /* a fixed word of the format ("word/document.xml", "comment",
                         "custom-xml"): never a name taken from the document unless it is one
                         that the format itself prescribes */
    IsrFate fate;
    const char *reason; /* a phrase that a practitioner understands; static */
    guint count;        /* how many of them */
    gboolean look;      /* a person must look: not inspected (pictures) */
} IsrPart;

typedef struct {
    gpointer self;
    /* Called for each block in order. In a writing walk the visitor appends IsrEdits, ordered and
     * disjoint. FALSE with error set ends the walk. */
    gboolean (*block)(gpointer self, const IsrBlock *block, GArray *edits, GError **error);
    /* Called for each part or thing with its fate; may be NULL. */
    void (*part)(gpointer self, const IsrPart *part);
    /* Called in a writing walk for what is read, with OCR, in pixels in which what had to go was
     * covered already: appends edits for what must still go. No block of the walk, so it has no
     * number. May be NULL: nothing must. */
    gboolean (*again)(gpointer self, const IsrBlock *block, GArray *edits, GError **error);
} IsrVisitor;

/* What a profile says of things that are not text. */
typedef struct {
    gboolean keep_pictures; /* FALSE: pictures become a grey box of the same size */
    gboolean keep_comments; /* FALSE (default): comments and their anchors are dropped */
    gboolean keep_hidden;   /* FALSE: text that the reader is not shown is dropped */
    char **link_hosts;      /* hosts to which links stay; NULL: no link stays, its text does */
} IsrKeep;

/* Which pictures of text are read with OCR. */
typedef enum {
    ISR_OCR_AUTO, /* pages with pictures, or with text that cannot be trusted */
    ISR_OCR_ALWAYS,
    ISR_OCR_NEVER, /* a page that would need it is refused */
    ISR_OCR_MARKED /* for proving a copy: the pages on which something was removed */
} IsrOcrMode;

/* What reads pictures (src/formats/ocr.h), one for all walks of a run. */
typedef struct IsrOcr IsrOcr;

/* How pages and pictures are read and written. All borrowed. */
typedef struct {
    IsrOcrMode ocr;
    guint dpi;             /* of the copy's pages; 0: ISR_PAGES_DPI */
    const char *password;  /* that opens the document, UTF-8, or NULL */
    IsrOcr *reader;        /* NULL: nothing can be read with OCR */
    const IsrLists *words; /* known ones, by which text is told from what is none; or NULL */
    gboolean closer;       /* what stands in a page's pixels is read again before they are written:
                              OCR may see more once something is covered, and it costs twice */
} IsrPages;
#define ISR_PAGES_DPI 200

typedef struct {
    IsrInput *input;
    IsrOutput *output; /* NULL: read only */
    const IsrKeep *keep;
    IsrVisitor visitor;
    IsrPages pages;
} IsrWalk;

/* Receives @length decompressed bytes of @part; @last ends the part (may come with length 0). */
typedef gboolean (*IsrBytesFunc)(gpointer self, const char *part, const guint8 *bytes, gsize length,
                                 gboolean last, GError **error);

/* A copy under scrutiny; see verify.h. */
typedef struct IsrScrutiny IsrScrutiny;

typedef struct {
    const char *id;      /* "docx" "odt" "text" */
    const char *suffix;  /* of the copy when the source has none of this format: ".docx" */
    gboolean any_suffix; /* plain text: the source's own suffix stays, and a pipe can hold it */
    /* How sure: 0 not ours, else higher wins. Peeks, never consumes; errors mean 0. */
    guint (*recognise)(IsrInput *input);
    gboolean (*walk)(IsrWalk *walk, GError **error);
    /* Every byte of the file, decompressed, and the container's own bytes (names, comments, gaps)
     * as part "container"; shares no code with walk(). */
    gboolean (*unpack)(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error);
    /* What only this format can prove of a copy, after its bytes were searched; NULL: nothing.
     * Error: LEAK. */
    gboolean (*prove)(const IsrScrutiny *scrutiny, GError **error);
} IsrFormat;

/* NULL-ended table of formats; a new format adds its word in src/formats/formats.c. */
extern const IsrFormat *const isr_formats[];

/* Has the libraries get ready in this process for a document like @input, of which only the first
 * bytes are looked at: what they take from the disk, or write there for the next time, a process
 * with locked doors could not (src/sandbox.h). */
void isr_format_prepare(IsrInput *input);

/* The format of @input by its content, never by its suffix. Errors: UNSUPPORTED, ENCRYPTED,
 * MALFORMED with a sentence that says which and what to do. Borrowed. */
const IsrFormat *isr_format_for(IsrInput *input, GError **error);
