/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of the almanac. March and May are also verbs, so they need a word before them; a year needs
 * one too, or it is that of an Act. */
#include "almanac.h"

GRegex *isr_almanac_new(void)
{
    return g_regex_new(
        "(?<![\\p{L}\\p{N}])(?:"
        "January|February|April|June|July|August|September|October|November|December|"
        "(?i:in|since|until|till|by|during|early|late|mid|last|next|from|to|every|this)[ -]"
        "(?:March|May|(?:19|20)\\d\\d)|"
        "Christmas|Easter|Halloween|Hogmanay|Ramadan|Eid|Diwali|Hanukkah|Vaisakhi|"
        "(?i:spring|summer|autumn|winter) (?i:term|holidays?)|(?i:half)[ -](?i:term)"
        ")(?![\\p{L}\\p{N}])",
        G_REGEX_OPTIMIZE, 0, NULL);
}

gboolean isr_almanac_stands(const GRegex *almanac, const IsrResidue *residue)
{
    g_autoptr(GMatchInfo) match = NULL;

    g_regex_match_full(almanac, residue->block->text->str, (gssize)residue->block->text->len, 0, 0,
                       &match, NULL);
    while (g_match_info_matches(match)) {
        gint start, end;
        IsrRange origin;

        g_match_info_fetch_pos(match, 0, &start, &end);
        if (isr_residue_origin(residue, (IsrRange){(gsize)start, (gsize)end}, &origin))
            return TRUE;
        g_match_info_next(match, NULL);
    }
    return FALSE;
}
