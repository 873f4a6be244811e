/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes from a document, or from a process that read one, on a terminal. */
#pragma once

#include <glib.h>

/* @length bytes (-1: up to NUL) of @text, UTF-8, made harmless: control and format characters,
 * which could command the terminal, become spaces. Free with g_free(). */
char *isr_terminal_text(const char *text, gssize length);

/* @text, lines of UTF-8 that such a process wrote, made harmless in the same way; the ends of lines
 * stay and, if @colour, what sets colours. Free with g_free(). */
char *isr_terminal_lines(const char *text, gboolean colour);
