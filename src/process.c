/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The doors of the process that the user starts; those of the processes that read documents are
 * locked by sandbox.c. */
#include "process.h"

#include "sanitizer.h"

#include <isredact/error.h>

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* --- breakdowns --- */

/* GLib ends the program where there is no memory, with SIGTRAP. */
static const int breakdowns[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};

/* What the run ends with, once there is nothing left to do; -1 before. */
static volatile sig_atomic_t ended = -1;

/* Async-signal-safe. Copies have no names yet, and what has none goes with the process. */
static void break_down(int signal)
{
    static const char sentence[] = "isredact: the program had to stop, for want of memory or by a "
                                   "fault of its own; there is no copy of what it worked on\n";

    (void)signal;
    if (ended >= 0)
        _exit(ended); /* giving memory back can take some first */
    if (write(STDERR_FILENO, sentence, sizeof sentence - 1) < 0)
        _exit(ISR_EXIT_IO);
    _exit(ISR_EXIT_IO);
}

void isr_process_end(int status)
{
    ended = status;
}

/* On a stack of its own: the usual one may be what ran out. */
static void catch_breakdowns(void)
{
    static char room[16384];
    const stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
    struct sigaction action = {.sa_handler = break_down, .sa_flags = SA_ONSTACK | SA_RESETHAND};

    sigaltstack(&stack, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(breakdowns); i++)
        sigaction(breakdowns[i], &action, NULL);
}

void isr_process_leave_signals(void)
{
    for (guint i = 0; !ISR_SANITIZED && i < G_N_ELEMENTS(breakdowns); i++)
        signal(breakdowns[i], SIG_DFL);
}

/* --- messages of libraries --- */

static GLogWriterOutput drop(GLogLevelFlags level, const GLogField *fields, gsize n, gpointer self)
{
    (void)level;
    (void)fields;
    (void)n;
    (void)self;
    return G_LOG_WRITER_HANDLED;
}

/* They may quote what they stumbled over. GLib's own writer would also ask for what standard error
 * is connected to, which no process that reads a document may ask for. */
static void drop_messages(void)
{
    g_log_set_writer_func(drop, NULL, NULL);
}

/* --- doors --- */

/* A file that is opened gets the lowest free number: not that of what is printed. */
static void fill_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR) != fd)
            _exit(ISR_EXIT_IO);
    }
}

void isr_process_settle(void)
{
    const struct rlimit none = {0, 0};

    fill_descriptors();
    setrlimit(RLIMIT_CORE, &none);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    drop_messages();
    if (ISR_SANITIZED)
        return; /* a sanitizer looks into its own process, and tells of breakdowns itself */
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    catch_breakdowns();
}

char **isr_process_hide_arguments(int argc, char **argv, int kept)
{
    static char **copy;

    copy = g_strdupv(argv);
    for (int i = kept; i < argc; i++)
        memset(argv[i], 0, strlen(argv[i]));
    return copy;
}
