/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether this is a build that looks for its own faults: its shadow alone is larger than any honest
 * limit of memory, and it makes calls of its own. */
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#define ISR_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ISR_SANITIZED 1
#endif
#endif
#ifndef ISR_SANITIZED
#define ISR_SANITIZED 0
#endif
