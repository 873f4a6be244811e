/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain and the exit status that each of its codes means. */
#include <isredact/error.h>

G_DEFINE_QUARK(isr - error, isr_error)

IsrExit isr_error_exit(const GError *error)
{
    if (error->domain != ISR_ERROR)
        return ISR_EXIT_IO;
    switch ((IsrError)error->code) {
    case ISR_ERROR_USAGE:
        return ISR_EXIT_USAGE;
    case ISR_ERROR_UNSUPPORTED:
    case ISR_ERROR_ENCRYPTED:
    case ISR_ERROR_MALFORMED:
    case ISR_ERROR_LIMIT:
        return ISR_EXIT_INPUT;
    case ISR_ERROR_LEAK:
        return ISR_EXIT_LEAK;
    case ISR_ERROR_IO:
        return ISR_EXIT_IO;
    case ISR_ERROR_RULES:
        return ISR_EXIT_RULES;
    case ISR_ERROR_NOT_SHARED:
        return ISR_EXIT_NOT_SHARED;
    }
    return ISR_EXIT_IO;
}
