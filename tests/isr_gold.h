/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests of what measures: a gold document from a few lines of its mark-up. Ann Bell (p1) is
 * the subject, Joe Bell (p2) family, Sam Hill (p3) a professional. */
#pragma once

#include "gold.h"

#include <glib/gstdio.h>

static inline IsrGold *gold_from(const char *header, const char *body)
{
    g_autofree char *xml =
        g_strconcat("<doc id=\"t\" kind=\"k\" subject=\"p1\"><people>"
                    "<p id=\"p1\" role=\"subject\" origin=\"other\">Ann Bell</p>"
                    "<p id=\"p2\" role=\"family\" origin=\"other\">Joe Bell</p>"
                    "<p id=\"p3\" role=\"professional\" origin=\"roma\">Sam Hill</p></people>",
                    header, "<body>\n", body, "\n</body></doc>", NULL);
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    gint fd = g_file_open_tmp("isr-gold-XXXXXX", &path, &error);

    assert_no_error(error);
    g_close(fd, NULL);
    g_file_set_contents(path, xml, -1, &error);
    assert_no_error(error);
    IsrGold *gold = isr_gold_load(path, &error);

    g_unlink(path);
    assert_no_error(error);
    return gold;
}
