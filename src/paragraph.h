/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text broken into lines for the terminal. */
#pragma once

#include <glib.h>

/* Columns of a line; fits every terminal that people still use for reading. */
#define ISR_PARAGRAPH_WIDTH 96

/* Appends @text to @page and ends the line. The current line has @indent columns already; the
 * next ones are indented by as many. */
void isr_paragraph_add(GString *page, gint indent, const char *text);
