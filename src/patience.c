/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One signal a second from a clock that runs from the start: behind locked doors no clock can be
 * set. So a step may take up to a second longer. */
#include "patience.h"

#include "sanitizer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* Sanitizers take a share of their own, though not of what libraries do. */
#define SLOWER (ISR_SANITIZED ? 2 : 1)

static int answer_end = -1;
static char answer[256];
static volatile sig_atomic_t left; /* signals that the step may still see; 0: there is no step */
static volatile sig_atomic_t paused;

/* Async-signal-safe: the answer was written down when the step began. */
static void tick(int signal)
{
    (void)signal;
    if (left == 0 || paused || --left > 0)
        return;
    if (write(answer_end, answer, strlen(answer)) < 0)
        _exit(EXIT_FAILURE);
    _exit(EXIT_SUCCESS);
}

gboolean isr_patience_prepare(int end)
{
    const struct timeval second = {.tv_sec = 1};
    const struct itimerval clock = {second, second};
    struct sigaction action = {.sa_handler = tick, .sa_flags = SA_RESTART};

    answer_end = end;
    return sigaction(SIGPROF, &action, NULL) == 0 && setitimer(ITIMER_PROF, &clock, NULL) == 0;
}

void isr_patience_begin(guint seconds, IsrExit status, const char *sentence)
{
    isr_patience_end();
    g_snprintf(answer, sizeof answer, "%d%s", (int)status, sentence);
    left = (sig_atomic_t)(seconds * SLOWER + 1);
}

void isr_patience_pause(void)
{
    paused = 1;
}

void isr_patience_resume(void)
{
    paused = 0;
}

void isr_patience_end(void)
{
    left = 0;
    paused = 0;
}
