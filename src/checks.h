/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checks, for the table in check.c, and how they read a value. */
#pragma once

#include <isredact/check.h>

/* The longest value that a check reads: an MRZ line has 44 characters. */
#define ISR_CHECK_MAX 64

/* Copies the digits of @value to @digits as numbers 0..9; returns how many there are, or 0 if
 * there are more than ISR_CHECK_MAX or a letter stands among them. */
guint isr_check_digits(const char *value, gsize length, guint8 digits[ISR_CHECK_MAX]);

/* Copies the ASCII letters (as capitals) and digits of @value to @out, NUL-ended; returns how
 * many there are, or 0 if there are more than ISR_CHECK_MAX - 1. */
guint isr_check_letters(const char *value, gsize length, char out[ISR_CHECK_MAX]);

/* Number made of @n digits. */
guint64 isr_check_number(const guint8 *digits, guint n);

/* check_numbers.c */
gboolean isr_check_nhs_mod11(const char *value, gsize length);
gboolean isr_check_nhs_range(const char *value, gsize length);
gboolean isr_check_hsc_range(const char *value, gsize length);
gboolean isr_check_uln_mod11(const char *value, gsize length);
gboolean isr_check_utr_mod11(const char *value, gsize length);
gboolean isr_check_luhn(const char *value, gsize length);
gboolean isr_check_card_issuer(const char *value, gsize length);
gboolean isr_check_not_repeated(const char *value, gsize length);
gboolean isr_check_phone_uk(const char *value, gsize length);
gboolean isr_check_phone_abroad(const char *value, gsize length);
gboolean isr_check_ip4(const char *value, gsize length);
gboolean isr_check_ip6(const char *value, gsize length);

/* check_codes.c */
gboolean isr_check_iban_mod97(const char *value, gsize length);
gboolean isr_check_upn_letter(const char *value, gsize length);
gboolean isr_check_uci_letter(const char *value, gsize length);
gboolean isr_check_pnc_letter(const char *value, gsize length);
gboolean isr_check_cro_letter(const char *value, gsize length);
gboolean isr_check_nino_prefix(const char *value, gsize length);
gboolean isr_check_driver_number(const char *value, gsize length);
gboolean isr_check_mrz_digits(const char *value, gsize length);
gboolean isr_check_vehicle_age(const char *value, gsize length);
gboolean isr_check_postcode_area(const char *value, gsize length);
gboolean isr_check_letters_and_digits(const char *value, gsize length);
gboolean isr_check_reference(const char *value, gsize length);
gboolean isr_check_code(const char *value, gsize length);

/* check_dates.c */
gboolean isr_check_chi_date(const char *value, gsize length);
gboolean isr_check_date_plausible(const char *value, gsize length);
gboolean isr_check_no_date(const char *value, gsize length);
gboolean isr_check_date_of_birth(const char *value, gsize length);
gboolean isr_check_day_month(const char *value, gsize length);
gboolean isr_check_age(const char *value, gsize length);
