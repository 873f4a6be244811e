/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON of unknown origin: what its reader can be given. */
#pragma once

#include <json-glib/json-glib.h>

/* The root of @text (@length bytes; -1: up to NUL), which @parser owns; NULL if that is no JSON, or
 * nests deeper than anything that the program writes: json-glib calls itself for each level, and
 * would run out of stack. */
JsonNode *isr_json_read(JsonParser *parser, const char *text, gssize length);
