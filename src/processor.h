/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loops that newer processors do in fewer steps. */
#pragma once

/* Before a function: it is compiled for newer processors too, which come to the same numbers, and
 * the one that fits is taken when the program starts. What it calls is compiled along only if it
 * stands WITHIN it. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
#define WITHIN static inline __attribute__((always_inline))
