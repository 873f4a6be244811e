/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which pages are read with OCR, how sharp a copy is, and the password of a document. */
#include "pages.h"

#include "commands.h"
#include "secret.h"

#include "../formats/ocr.h"

#include <isredact/error.h>
#include <isredact/limits.h>

static gboolean read_when(IsrPagesAsked *asked, GError **error)
{
    static const struct {
        const char *word;
        IsrOcrMode mode;
    } modes[] = {{"auto", ISR_OCR_AUTO}, {"always", ISR_OCR_ALWAYS}, {"never", ISR_OCR_NEVER}};

    for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
        if (asked->ocr && !g_str_equal(asked->ocr, modes[i].word))
            continue;
        asked->pages.ocr = modes[i].mode;
        return TRUE;
    }
    return isr_options_refuse(error, "--ocr is auto, always or never");
}

static gboolean read_dpi(IsrPagesAsked *asked, GError **error)
{
    guint64 dpi;

    if (!asked->dpi)
        return TRUE;
    if (!g_ascii_string_to_unsigned(asked->dpi, 10, ISR_LIMIT_DPI_LEAST, ISR_LIMIT_DPI_MOST, &dpi,
                                    NULL)) {
        g_set_error(
            error, ISR_ERROR, ISR_ERROR_USAGE,
            "--dpi is a number from %d (words can just be read) to %d (as a printer prints)",
            ISR_LIMIT_DPI_LEAST, ISR_LIMIT_DPI_MOST);
        return FALSE;
    }
    asked->pages.dpi = (guint)dpi;
    return TRUE;
}

static gboolean read_password(IsrPagesAsked *asked, GError **error)
{
    if (!asked->password_file)
        return TRUE;
    asked->pages.password = isr_secret_load(asked->password_file, "password", error);
    return asked->pages.password != NULL;
}

gboolean isr_pages_load(IsrPagesAsked *asked, GError **error)
{
    if (!read_when(asked, error) || !read_dpi(asked, error) || !read_password(asked, error))
        return FALSE;
    asked->pages.reader = isr_ocr_new();
    return asked->pages.ocr != ISR_OCR_ALWAYS || isr_ocr_start(asked->pages.reader, error);
}

void isr_pages_clear(IsrPagesAsked *asked)
{
    g_clear_pointer(&asked->ocr, g_free);
    g_clear_pointer(&asked->dpi, g_free);
    g_clear_pointer(&asked->password_file, g_free);
    g_clear_pointer((char **)&asked->pages.password, isr_secret_free);
    g_clear_pointer(&asked->pages.reader, isr_ocr_free);
}
