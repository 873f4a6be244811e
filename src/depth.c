/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The address of a fault tells whether it was the stack that ended: below what is in use of it, and
 * no further down than it may grow. */
#include "depth.h"

#include "sanitizer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* A function with large variables touches the memory this far below the end. */
#define BEYOND (1024 * 1024)
/* Of a stack without a limit. */
#define MOST ((rlim_t)1024 * 1024 * 1024)

static int answer_end = -1;
static char answer[256];
static guintptr top, bottom;

/* Async-signal-safe. Whoever comes back from here falls again, by the signal's own rule. */
static void fall(int signal, siginfo_t *fault, void *context)
{
    const guintptr at = (guintptr)fault->si_addr;

    (void)signal;
    (void)context;
    if (at < bottom || at > top)
        return;
    if (write(answer_end, answer, strlen(answer)) < 0)
        _exit(EXIT_FAILURE);
    _exit(EXIT_SUCCESS);
}

void isr_depth_watch(int end, IsrExit status, const char *sentence)
{
    static char room[16384]; /* the usual stack is what runs out */
    const stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
    const struct sigaction action = {.sa_sigaction = fall,
                                     .sa_flags = (int)(SA_SIGINFO | SA_ONSTACK | SA_RESETHAND)};
    struct rlimit limit = {MOST, MOST};

    if (ISR_SANITIZED)
        return;
    getrlimit(RLIMIT_STACK, &limit);
    answer_end = end;
    g_snprintf(answer, sizeof answer, "%d%s", (int)status, sentence);
    top = (guintptr)&limit;
    bottom = top - MIN(top, MIN(limit.rlim_cur, MOST) + BEYOND);
    if (sigaltstack(&stack, NULL) == 0)
        sigaction(SIGSEGV, &action, NULL);
}
