/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML, written as it comes. What is not the program's own goes through isr_markup_text(). */
#pragma once

#include <glib.h>

/* Appends @text (up to NUL), made harmless: it cannot end an element or an attribute's value, nor
 * begin one. Control characters, and bytes that are no UTF-8, become U+FFFD. */
void isr_markup_text(GString *page, const char *text);

/* Appends <@tag>@text</...>; @tag may have attributes ("th scope=\"row\""), and is the program's
 * own. */
void isr_markup_element(GString *page, const char *tag, const char *text);

/* Appends "1,234,567". */
void isr_markup_number(GString *page, guint64 number);
/* Appends a cell of a table with a number. */
void isr_markup_cell(GString *page, guint64 number);
/* Appends "1 copy" or "2 copies". */
void isr_markup_count(GString *page, guint64 number, const char *one, const char *many);
