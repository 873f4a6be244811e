/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text of a document on a terminal. */
#pragma once

#include <glib.h>

/* @length bytes (-1: up to NUL) of @text, UTF-8, made harmless: control and format characters,
 * which could command the terminal, become spaces. Free with g_free(). */
char *isr_terminal_text(const char *text, gssize length);
