/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of categories. */
#include <isredact/category.h>

static const struct {
    const char *id, *label;
} categories[] = {
#define CATEGORY_ROW(constant, id, label) {id, label},
    ISR_IDENTIFIERS(CATEGORY_ROW) ISR_TOPICS(CATEGORY_ROW)
#undef CATEGORY_ROW
};

/* What a person who never saw an id calls them. */
static const char *const words[ISR_N_CATEGORIES] = {
    [ISR_CATEGORY_NAME] = "Names",
    [ISR_CATEGORY_INITIALS] = "Initials",
    [ISR_CATEGORY_DOB] = "Dates of birth",
    [ISR_CATEGORY_AGE] = "Ages",
    [ISR_CATEGORY_DATE] = "Other dates",
    [ISR_CATEGORY_ADDRESS] = "Addresses",
    [ISR_CATEGORY_POSTCODE] = "Postcodes",
    [ISR_CATEGORY_PLACE] = "Places",
    [ISR_CATEGORY_ORGANISATION] = "Organisations",
    [ISR_CATEGORY_PHONE] = "Phone numbers",
    [ISR_CATEGORY_EMAIL] = "E-mail addresses",
    [ISR_CATEGORY_URL] = "Web addresses",
    [ISR_CATEGORY_USERNAME] = "User names",
    [ISR_CATEGORY_NHS_NUMBER] = "NHS numbers",
    [ISR_CATEGORY_CHI_NUMBER] = "CHI numbers",
    [ISR_CATEGORY_HSC_NUMBER] = "H&C numbers",
    [ISR_CATEGORY_NINO] = "National Insurance",
    [ISR_CATEGORY_UPN] = "Unique pupil numbers",
    [ISR_CATEGORY_ULN] = "Learner numbers",
    [ISR_CATEGORY_CASE_REF] = "Case references",
    [ISR_CATEGORY_POLICE_REF] = "Police references",
    [ISR_CATEGORY_COURT_REF] = "Court references",
    [ISR_CATEGORY_PASSPORT] = "Passports",
    [ISR_CATEGORY_DRIVING_LICENCE] = "Driving licences",
    [ISR_CATEGORY_IMMIGRATION_REF] = "Immigration numbers",
    [ISR_CATEGORY_BANK_ACCOUNT] = "Bank accounts",
    [ISR_CATEGORY_SORT_CODE] = "Sort codes",
    [ISR_CATEGORY_IBAN] = "IBANs",
    [ISR_CATEGORY_PAYMENT_CARD] = "Payment cards",
    [ISR_CATEGORY_VEHICLE_REG] = "Vehicle marks",
    [ISR_CATEGORY_HOSPITAL_NUMBER] = "Hospital numbers",
    [ISR_CATEGORY_UTR] = "Tax references",
    [ISR_CATEGORY_IP] = "IP addresses",
    [ISR_CATEGORY_HEALTH] = "Health",
    [ISR_CATEGORY_CRIMINAL] = "Crime and police",
    [ISR_CATEGORY_DOMESTIC_ABUSE] = "Domestic abuse",
    [ISR_CATEGORY_SUBSTANCE_MISUSE] = "Drugs and alcohol",
    [ISR_CATEGORY_SEXUALITY] = "Sexuality",
    [ISR_CATEGORY_RELIGION] = "Religion",
    [ISR_CATEGORY_ETHNICITY] = "Ethnicity",
    [ISR_CATEGORY_IMMIGRATION] = "Immigration",
    [ISR_CATEGORY_FINANCE] = "Money",
};

const char *isr_category_words(IsrCategory category)
{
    return words[category];
}

const char *isr_category_id(IsrCategory category)
{
    return categories[category].id;
}

const char *isr_category_label(IsrCategory category)
{
    return categories[category].label;
}

gboolean isr_category_is_topic(IsrCategory category)
{
    return category >= ISR_CATEGORY_HEALTH;
}

gboolean isr_category_for_id(const char *id, IsrCategory *category)
{
    for (guint i = 0; i < G_N_ELEMENTS(categories); i++) {
        if (g_str_equal(categories[i].id, id)) {
            *category = (IsrCategory)i;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean isr_category_is_whereabouts(IsrCategory category)
{
    switch (category) {
    case ISR_CATEGORY_ADDRESS:
    case ISR_CATEGORY_POSTCODE:
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ORGANISATION:
    case ISR_CATEGORY_PHONE:
    case ISR_CATEGORY_EMAIL:
    case ISR_CATEGORY_URL:
    case ISR_CATEGORY_IP:
    case ISR_CATEGORY_UPN:
        return TRUE;
    default:
        return FALSE;
    }
}
