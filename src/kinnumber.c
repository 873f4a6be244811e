/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People whom a record calls by the same word are counted in the order in which it names them. */
#include "kinnumber.h"

guint *isr_kin_numbers_new(const IsrPeople *people)
{
    g_autoptr(GHashTable) times = g_hash_table_new(g_str_hash, g_str_equal);
    guint n = isr_people_size(people), *numbers = g_new0(guint, n + 1);

    for (guint i = 0; i < n; i++) {
        char *kin = (char *)isr_people_nth(people, i + 1)->kin;

        if (!kin)
            continue;
        numbers[i] = GPOINTER_TO_UINT(g_hash_table_lookup(times, kin)) + 1;
        g_hash_table_insert(times, kin, GUINT_TO_POINTER(numbers[i]));
    }
    for (guint i = 0; i < n; i++) {
        const char *kin = isr_people_nth(people, i + 1)->kin;

        if (kin && GPOINTER_TO_UINT(g_hash_table_lookup(times, kin)) == 1)
            numbers[i] = 0;
    }
    return numbers;
}
