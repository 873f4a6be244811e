/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that is not there, for faults.c. Left out where a sanitizer has an allocator of its
 * own. */
#include "faults.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

FaultMode fault_strikes(FaultKind kind);

/* glibc's own, beneath the names that are taken here. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static int is_gone(void)
{
    if (fault_strikes(FAULT_MEMORY) != FAULT_FAIL)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return is_gone() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return is_gone() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    return is_gone() ? NULL : __libc_realloc(old, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    void *got = is_gone() ? NULL : __libc_memalign(alignment, size);

    if (got)
        *memory = got;
    return got ? 0 : ENOMEM;
}

void *memalign(size_t alignment, size_t size);
void *memalign(size_t alignment, size_t size)
{
    return is_gone() ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return is_gone() ? NULL : __libc_memalign(alignment, size);
}
