/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a finding is. The ids are used unchanged in data, manifest, labels and tests. */
#pragma once

#include <glib.h>

/* X(constant, id, label that stands in the copy) */
#define ISR_IDENTIFIERS(X)                                                                         \
    X(NAME, "name", "NAME")                                                                        \
    X(INITIALS, "initials", "INITIALS")                                                            \
    X(DOB, "dob", "DATE OF BIRTH")                                                                 \
    X(AGE, "age", "AGE")                                                                           \
    X(DATE, "date", "DATE")                                                                        \
    X(ADDRESS, "address", "ADDRESS")                                                               \
    X(POSTCODE, "postcode", "POSTCODE")                                                            \
    X(PLACE, "place", "PLACE")                                                                     \
    X(ORGANISATION, "organisation", "ORGANISATION")                                                \
    X(PHONE, "phone", "PHONE")                                                                     \
    X(EMAIL, "email", "EMAIL")                                                                     \
    X(URL, "url", "URL")                                                                           \
    X(USERNAME, "username", "USERNAME")                                                            \
    X(NHS_NUMBER, "nhs-number", "NHS NUMBER")                                                      \
    X(CHI_NUMBER, "chi-number", "CHI NUMBER")                                                      \
    X(HSC_NUMBER, "hsc-number", "H&C NUMBER")                                                      \
    X(NINO, "nino", "NATIONAL INSURANCE NUMBER")                                                   \
    X(UPN, "upn", "UPN")                                                                           \
    X(ULN, "uln", "ULN")                                                                           \
    X(CASE_REF, "case-ref", "CASE REFERENCE")                                                      \
    X(POLICE_REF, "police-ref", "POLICE REFERENCE")                                                \
    X(COURT_REF, "court-ref", "COURT REFERENCE")                                                   \
    X(PASSPORT, "passport", "PASSPORT NUMBER")                                                     \
    X(DRIVING_LICENCE, "driving-licence", "DRIVING LICENCE")                                       \
    X(IMMIGRATION_REF, "immigration-ref", "IMMIGRATION REFERENCE")                                 \
    X(BANK_ACCOUNT, "bank-account", "BANK ACCOUNT")                                                \
    X(SORT_CODE, "sort-code", "SORT CODE")                                                         \
    X(IBAN, "iban", "IBAN")                                                                        \
    X(PAYMENT_CARD, "payment-card", "PAYMENT CARD")                                                \
    X(VEHICLE_REG, "vehicle-reg", "VEHICLE")                                                       \
    X(HOSPITAL_NUMBER, "hospital-number", "HOSPITAL NUMBER")                                       \
    X(UTR, "utr", "TAX REFERENCE")                                                                 \
    X(IP, "ip", "IP ADDRESS")

/* Sensitive matters (UK GDPR Articles 9 and 10, and what families mind most): whole sentences. */
#define ISR_TOPICS(X)                                                                              \
    X(HEALTH, "health", "health")                                                                  \
    X(CRIMINAL, "criminal", "criminal")                                                            \
    X(DOMESTIC_ABUSE, "domestic-abuse", "domestic abuse")                                          \
    X(SUBSTANCE_MISUSE, "substance-misuse", "substance misuse")                                    \
    X(SEXUALITY, "sexuality", "sexuality")                                                         \
    X(RELIGION, "religion", "religion")                                                            \
    X(ETHNICITY, "ethnicity", "ethnicity")                                                         \
    X(IMMIGRATION, "immigration", "immigration")                                                   \
    X(FINANCE, "finance", "finance")

typedef enum {
#define ISR_CATEGORY_ENUM(constant, id, label) ISR_CATEGORY_##constant,
    ISR_IDENTIFIERS(ISR_CATEGORY_ENUM) ISR_TOPICS(ISR_CATEGORY_ENUM)
#undef ISR_CATEGORY_ENUM
        ISR_N_CATEGORIES
} IsrCategory;

/* "nhs-number", as files write it, and "NHS NUMBER", as marks in a copy say it; borrowed. */
const char *isr_category_id(IsrCategory category);
const char *isr_category_label(IsrCategory category);
/* "NHS numbers": what a table for people says; at most 21 letters. */
const char *isr_category_words(IsrCategory category);

/* TRUE for the nine topics, whose findings are whole sentences or cells. */
gboolean isr_category_is_topic(IsrCategory category);

/* TRUE for what leads to where somebody is: addresses, postcodes, places, organisations, telephone
 * numbers, mail and web addresses (their domain names the school), pupil numbers (they hold the
 * school's). */
gboolean isr_category_is_whereabouts(IsrCategory category);

/* Looks @id up; FALSE if there is no such category. */
gboolean isr_category_for_id(const char *id, IsrCategory *category);
