/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Program, patterns, key and profile, for whoever wants to make the same copy again. */
#include "provenance.h"

void isr_json_put_tool(JsonText *json, const char *patterns_digest, const IsrKey *key)
{
    g_autofree char *fingerprint = key ? isr_key_fingerprint(key) : NULL;

    isr_json_put_begin(json, "tool", '{');
    isr_json_put_string(json, "name", "isredact");
    isr_json_put_string(json, "version", ISREDACT_VERSION);
    isr_json_put_string(json, "patterns", patterns_digest);
    isr_json_put_string(json, "key", fingerprint);
    isr_json_end(json, '}');
}

void isr_json_put_profile(JsonText *json, const IsrProfile *profile)
{
    isr_json_put_begin(json, "profile", '{');
    isr_json_put_string(json, "id", profile->id);
    isr_json_put_string(json, "title", profile->title);
    isr_json_put_string(json, "purpose", profile->purpose);
    isr_json_put_string(json, "basis", profile->basis);
    isr_json_put_string(json, "digest", profile->digest);
    isr_json_end(json, '}');
}
