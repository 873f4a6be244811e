/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what a copy was made, as manifests and reports say it. */
#pragma once

#include "jsontext.h"

#include <isredact/key.h>
#include <isredact/profile.h>

/* The member "tool": this program and its version, the digest of the patterns, and the key's
 * fingerprint (@key NULL: null). */
void isr_json_put_tool(JsonText *json, const char *patterns_digest, const IsrKey *key);

/* The member "profile": which it was, for what, and the digest of its file. */
void isr_json_put_profile(JsonText *json, const IsrProfile *profile);
