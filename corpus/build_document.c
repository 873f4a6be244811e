/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * build-document GOLD.xml OUT...: writes the document that a gold file describes as OUT, whose
 * suffix (.docx, .odt, .txt) says the format. */
#include "build.h"

#include <gio/gio.h>

static gboolean write_document(const IsrGold *gold, const char *path, GError **error)
{
    const IsrBuild *build = isr_build_for(path);

    if (!build) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "%s: the name must end in .docx, .odt or .txt", path);
        return FALSE;
    }
    g_autoptr(GBytes) bytes = build->build(gold);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    return g_file_set_contents(path, data, (gssize)length, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;

    if (argc < 3) {
        g_printerr("Usage: build-document GOLD.xml OUT.docx|OUT.odt|OUT.txt...\n");
        return 2;
    }
    g_autoptr(IsrGold) gold = isr_gold_load(argv[1], &error);

    for (int i = 2; gold && i < argc; i++) {
        if (!write_document(gold, argv[i], &error))
            break;
    }
    if (error) {
        g_printerr("build-document: %s\n", error->message);
        return 1;
    }
    return 0;
}
