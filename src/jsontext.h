/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON, written as it comes: a long record's manifest has hundreds of thousands of members, which
 * need not stand in memory as objects first. */
#pragma once

#include <glib.h>

typedef struct {
    GString *text;
    guint depth;
    gboolean filled; /* the object or list in hand has something in it */
    gboolean named;  /* a member's name was written and waits for its value */
} JsonText;

void isr_json_begin(JsonText *json, char bracket); /* '{' or '[' */
void isr_json_end(JsonText *json, char bracket);   /* '}' or ']' */

/* The name of the next member of an object. */
void isr_json_name(JsonText *json, const char *name);

/* A value; NULL is null. */
void isr_json_string(JsonText *json, const char *value);
void isr_json_number(JsonText *json, guint64 value);
void isr_json_flag(JsonText *json, gboolean value);

/* A member of an object: @name and its value, or the bracket that its value begins with. */
void isr_json_put_string(JsonText *json, const char *name, const char *value);
void isr_json_put_number(JsonText *json, const char *name, guint64 value);
void isr_json_put_flag(JsonText *json, const char *name, gboolean value);
void isr_json_put_begin(JsonText *json, const char *name, char bracket);
