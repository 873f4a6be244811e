/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

/* Pages of a copy are pixels: no sharper than the least that is allowed. */
#define DPI 100

/* Every third word goes. */
static gboolean edit_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    const char *text = block->text->str;
    guint word = 0;

    (void)self;
    (void)error;
    fuzz_require(g_utf8_validate(text, (gssize)block->text->len, NULL), "a block is UTF-8");
    for (gsize at = 0; at < block->text->len; word++) {
        const gsize end = at + strcspn(text + at, " ");

        if (word % 3 == 2 && end > at)
            isr_edits_add(edits, at, end, "[NAME]");
        at = end + 1;
    }
    return TRUE;
}

static gboolean read_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    (void)edits;
    (void)error;
    fuzz_require(block->index == *(guint *)self, "blocks are numbered in order");
    ++*(guint *)self;
    return TRUE;
}

static gboolean take_bytes(gpointer self, const char *part, const guint8 *bytes, gsize length,
                           gboolean last, GError **error)
{
    (void)part;
    (void)last;
    (void)error;
    for (gsize i = 0; i < length; i++) /* all of it is there to be read */
        *(guint *)self += bytes[i];
    return TRUE;
}

static void take_apart(const IsrFormat *format, IsrInput *input)
{
    guint sum = 0;

    format->unpack(input, take_bytes, &sum, NULL);
}

static gboolean read_through(const IsrFormat *format, IsrInput *input)
{
    const IsrKeep keep = {.keep_pictures = TRUE};
    guint blocks = 0;
    IsrWalk walk = {.input = input,
                    .keep = &keep,
                    .pages = {.dpi = DPI},
                    .visitor = {.self = &blocks, .block = read_block}};

    return format->walk(&walk, NULL);
}

void fuzz_walk(const IsrFormat *format, IsrInput *input)
{
    const IsrKeep keep = {.keep_pictures = TRUE, .keep_comments = TRUE, .keep_hidden = TRUE};
    g_autoptr(IsrOutput) output = fuzz_output();
    IsrWalk walk = {.input = input,
                    .output = output,
                    .keep = &keep,
                    .pages = {.dpi = DPI},
                    .visitor = {.block = edit_block}};

    take_apart(format, input);
    format->recognise(input);
    if (!read_through(format, input) || !format->walk(&walk, NULL))
        return;
    g_autoptr(IsrInput) copy = isr_input_for_fd(isr_output_fd(output), "copy", NULL);

    fuzz_require(copy != NULL, "the copy can be opened");
    read_through(format, copy);
    take_apart(format, copy);
}
