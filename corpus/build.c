/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats that can be built, and what their builders share. */
#include "build.h"

const IsrBuild *const isr_builds[] = {&isr_build_text, &isr_build_docx, &isr_build_odt, NULL};

const IsrBuild *isr_build_for(const char *path)
{
    for (const IsrBuild *const *build = isr_builds; *build; build++) {
        if (g_str_has_suffix(path, (*build)->suffix))
            return *build;
    }
    return NULL;
}

const char *isr_build_author(const IsrGold *gold, guint nth)
{
    const IsrGoldPerson *person = isr_gold_person(gold, "professional", nth);

    return person ? person->name : "Author";
}

void isr_build_escape(GString *xml, const GString *text, IsrRange range)
{
    g_autofree char *escaped =
        g_markup_escape_text(text->str + range.start, (gssize)(range.end - range.start));

    g_string_append(xml, escaped);
}
