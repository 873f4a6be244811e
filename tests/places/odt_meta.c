/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in properties and settings. */
#include "odt.h"

#define META(element, words) INTO("meta", "<" element ">" words "</" element ">")
#define SETTING(name, kind, words)                                                                 \
    INTO("settings", "<config:config-item config:name='" name "' config:type='" kind "'>" words    \
                     "</config:config-item>")

const Place odt_meta[] = {
    PLACE_WITH("O116", "meta-initial-creator", KEEP_NONE, PLACE_ADULT, NULL,
               META("meta:initial-creator", ADULT ", " WHO)),
    PLACE_WITH("O117", "meta-creator", KEEP_NONE, PLACE_ADULT, NULL,
               META("dc:creator", ADULT ", " WHO)),
    PLACE_WITH("O118", "meta-printed-by", KEEP_NONE, PLACE_ADULT, NULL,
               META("meta:printed-by", ADULT ", " WHO)),
    PLACE("O119", "meta-title", KEEP_NONE, META("dc:title", "Plan for " WHO)),
    PLACE("O120", "meta-subject", KEEP_NONE, META("dc:subject", WHO)),
    PLACE("O121", "meta-description", KEEP_NONE, META("dc:description", SENTENCE)),
    PLACE("O122", "meta-keyword", KEEP_NONE, META("meta:keyword", SURNAME)),
    PLACE("O123", "meta-user-defined", KEEP_NONE,
          INTO("meta", "<meta:user-defined meta:name='" WHO "'>" NHS "</meta:user-defined>")),
    PLACE("O124", "meta-template", KEEP_NONE,
          INTO("meta",
               "<meta:template xlink:href='file:///C:/" SURNAME ".ott' xlink:title='" WHO "'/>")),
    PLACE("O125", "meta-auto-reload", KEEP_NONE,
          INTO("meta",
               "<meta:auto-reload xlink:href='file:///C:/" SURNAME
               ".odt'/><meta:hyperlink-behaviour office:target-frame-name='" SURNAME "'/>")),
    PLACE("O126", "meta-foreign", KEEP_NONE,
          INTO("meta",
               "<t:who xmlns:t='http://purl.org/dc/terms/'>" WHO "</t:who>"
               "<meta:user-defined meta:name='urn:bails:Owner'>" WHO "</meta:user-defined>")),
    PLACE("O127", "printer-name", KEEP_NONE, SETTING("PrinterName", "string", SURNAME)),
    PLACE("O128", "printer-setup", KEEP_NONE,
          SETTING("PrinterSetup", "base64Binary", "UXVpbGxhIFZhbnRvbmdlcmVu")),
    PLACE("O129", "data-source", KEEP_NONE,
          SETTING("CurrentDatabaseDataSource", "string", SURNAME)),
    PLACE("O130", "database-command", KEEP_NONE,
          SETTING("CurrentDatabaseCommand", "string", "SELECT " SURNAME)),
    PLACE("O131", "config-unknown", KEEP_NONE, SETTING(SURNAME, "boolean", "true"),
          SETTING("TabOverflow", "boolean", WHO)),
    {.id = NULL},
};
