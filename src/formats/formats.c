/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats. A new format is its file and its line here. */
#include "formats.h"

const IsrFormat *const isr_formats[] = {
    &isr_format_docx, &isr_format_odt, &isr_format_pdf, &isr_format_text, NULL,
};

const char *isr_fate_id(IsrFate fate)
{
    switch (fate) {
    case ISR_FATE_REWRITTEN:
        return "rewritten";
    case ISR_FATE_COPIED:
        return "copied";
    case ISR_FATE_CLEANED:
        return "cleaned";
    case ISR_FATE_GENERATED:
        return "generated";
    case ISR_FATE_DROPPED:
        return "dropped";
    }
    g_return_val_if_reached(NULL);
}

/* Only of a PDF can it be said without opening what may be a trap; packages need nothing. */
void isr_format_prepare(IsrInput *input)
{
    if (isr_format_pdf.recognise(input) > 0)
        isr_pdf_prepare();
}

const IsrFormat *isr_format_for(IsrInput *input, GError **error)
{
    const IsrFormat *best = NULL;
    guint most = 0;

    for (guint i = 0; isr_formats[i]; i++) {
        const guint sure = isr_formats[i]->recognise(input);

        if (sure > most) {
            most = sure;
            best = isr_formats[i];
        }
    }
    if (!best)
        isr_kind_refuse(input, error);
    return best;
}
