/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The options that say how pages and pictures are read and written. */
#pragma once

#include <isredact/format.h>

/* As the user gave them, each NULL if it was not given. */
typedef struct {
    char *ocr, *dpi, *password_file;
    IsrPages pages; /* what they mean; after isr_pages_load() */
} IsrPagesAsked;

/* Entries for a command's table of options. */
#define ISR_PAGES_ENTRIES(asked)                                                                   \
    {"ocr",                                                                                        \
     0,                                                                                            \
     0,                                                                                            \
     G_OPTION_ARG_FILENAME,                                                                        \
     &(asked)->ocr,                                                                                \
     "Which pages and pictures are read with OCR: auto, always or never",                          \
     "WHEN"},                                                                                      \
    {                                                                                              \
        "password-file", 0, 0, G_OPTION_ARG_FILENAME, &(asked)->password_file,                     \
            "File whose first line is the password of the document", "FILE"                        \
    }
#define ISR_DPI_ENTRY(asked)                                                                       \
    {                                                                                              \
        "dpi", 0, 0, G_OPTION_ARG_FILENAME, &(asked)->dpi,                                         \
            "How sharp the pages of a PDF's copy are, in dots per inch (200)", "N"                 \
    }

/* Reads the password, makes a reader of pictures, and understands the rest. Errors: USAGE, IO,
 * and UNSUPPORTED if everything is to be read with OCR and nothing can. */
gboolean isr_pages_load(IsrPagesAsked *asked, GError **error);
/* Wipes the password. */
void isr_pages_clear(IsrPagesAsked *asked);
