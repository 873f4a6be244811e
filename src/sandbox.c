/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the widest door to the narrowest: descriptors, limits, files, and last the calls, since
 * locking the others takes calls that are then gone. */
#include "sandbox.h"

#include "landlock.h"
#include "patience.h"
#include "sanitizer.h"
#include "syscalls.h"

#include <isredact/limits.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static int answer_end = -1; /* where the handler of forbidden calls writes; -1: not locked */

/* --- descriptors --- */

static gboolean lead_nowhere(void)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    gboolean well = null >= 0;

    for (int fd = 0; fd <= 2; fd++)
        well = well && dup2(null, fd) == fd;
    if (null > 2)
        close(null);
    return well;
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    return *(const int *)a - *(const int *)b;
}

/* One by one where the kernel is older than close_range(). */
static gboolean close_between(int first, int last)
{
    if (first > last || close_range((unsigned)first, (unsigned)last, 0) == 0)
        return TRUE;
    if (errno != ENOSYS)
        return FALSE;
    last = (int)MIN((long)last, sysconf(_SC_OPEN_MAX));
    for (int fd = first; fd <= last; fd++)
        close(fd);
    return TRUE;
}

/* Closes all but 0 to 2, the answer and what is kept. */
static gboolean close_others(const IsrDoors *doors)
{
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(int));
    int first = 3;
    gboolean well = TRUE;

    g_array_append_val(kept, doors->answer);
    for (const int *fd = doors->keep; fd && *fd >= 0; fd++)
        g_array_append_val(kept, *fd);
    g_array_sort(kept, by_number);
    for (guint i = 0; i < kept->len; i++) {
        int fd = g_array_index(kept, int, i);

        well = close_between(first, fd - 1) && well;
        first = MAX(first, fd + 1);
    }
    return close_between(first, G_MAXINT) && well;
}

/* --- limits --- */

/* Lowers a limit, or leaves it where it is lower already. */
static gboolean limit(int resource, guint64 most)
{
    struct rlimit limit;

    if (getrlimit((__rlimit_resource_t)resource, &limit) != 0)
        return FALSE;
    limit.rlim_max = MIN(limit.rlim_max, (rlim_t)most);
    limit.rlim_cur = MIN(limit.rlim_cur, limit.rlim_max);
    return setrlimit((__rlimit_resource_t)resource, &limit) == 0;
}

/* Keeps what is read out of swap where as much may be locked as the process may have; where less
 * may, a call for memory would fail that need not. Pages are locked as they come to be. */
static void stay_out_of_swap(void)
{
    struct rlimit lock;

    if (!ISR_SANITIZED && getrlimit(RLIMIT_MEMLOCK, &lock) == 0 &&
        lock.rlim_cur >= ISR_LIMIT_WORKER_BYTES)
        (void)mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
}

/* Passing the limit of a file is an error of writing, not a signal. */
static gboolean limit_all(guint seconds)
{
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    return limit(RLIMIT_CPU, (guint64)seconds + 1) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_FSIZE, ISR_LIMIT_COPY_BYTES) &&
           (ISR_SANITIZED || limit(RLIMIT_AS, ISR_LIMIT_WORKER_BYTES));
}

/* Who reads one document fills no memory; what a batch tells of all of them may take more. */
static gboolean limit_data(void)
{
    return ISR_SANITIZED || limit(RLIMIT_DATA, ISR_LIMIT_WORKER_DATA_BYTES);
}

gboolean isr_sandbox_settle(guint seconds)
{
    stay_out_of_swap();
    return lead_nowhere() && limit_all(seconds);
}

/* --- files --- */

/* Fonts for pages that do not bring their own, where poppler keeps its tables, the words of OCR,
 * and the zone of the clock that ZIP files go by. */
static gboolean lock_files(void)
{
    const char *words = g_getenv("TESSDATA_PREFIX");
    g_autofree char *own = g_build_filename(g_get_user_data_dir(), "fonts", NULL);
    g_autofree char *old = g_build_filename(g_get_home_dir(), ".fonts", NULL);
    g_autofree char *cache = g_build_filename(g_get_user_cache_dir(), "fontconfig", NULL);
    const char *const readable[] = {
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        own,
        old,
        "/etc/fonts",
        "/usr/share/fontconfig",
        "/var/cache/fontconfig",
        cache,
        "/usr/share/poppler",
        "/usr/share/tesseract-ocr",
        "/usr/share/tessdata",
        "/etc/localtime",
        "/usr/share/zoneinfo",
        words && words[0] == '/' ? words : NULL,
        NULL,
    };

    return isr_landlock_lock(readable);
}

/* --- calls --- */

/* Async-signal-safe: the parent knows the call's name. */
static void tell(int signal, siginfo_t *info, void *context)
{
    char text[16];
    gsize at = sizeof text;
    int number = info->si_syscall;

    (void)signal;
    (void)context;
    do
        text[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0 && at > 1);
    text[--at] = ISR_SANDBOX_FORBIDDEN;
    if (write(answer_end, text + at, sizeof text - at) < 0)
        _exit(EXIT_FAILURE);
    _exit(EXIT_SUCCESS);
}

static gboolean lock_calls(gboolean sealed)
{
    struct sigaction action = {.sa_sigaction = tell, .sa_flags = SA_SIGINFO | SA_NODEFER};
    gboolean locked;

    isr_patience_begin(ISR_LIMIT_LOCK_SECONDS, ISR_EXIT_IO, ISR_SANDBOX_UNLOCKED);
    locked = sigaction(SIGSYS, &action, NULL) == 0 && isr_syscalls_limit(sealed);
    isr_patience_end();
    return locked;
}

gboolean isr_sandbox_lock(const IsrDoors *doors)
{
    const gboolean tells_files = isr_sandbox_tells_files();

    stay_out_of_swap();
    if (!lead_nowhere() || !close_others(doors) || !limit_all(doors->seconds) || !limit_data() ||
        !isr_patience_prepare(doors->answer) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return FALSE;
    answer_end = doors->answer;
    if (tells_files && !lock_files())
        return FALSE;
    return !isr_syscalls_can_be_limited() || lock_calls(doors->sealed || !tells_files);
}

gboolean isr_sandbox_is_locked(void)
{
    return answer_end >= 0;
}

gboolean isr_sandbox_tells_files(void)
{
    return isr_landlock_version() > 0;
}

/* --- words --- */

gboolean isr_sandbox_is_whole(void)
{
    return isr_syscalls_can_be_limited() && isr_sandbox_tells_files();
}

char *isr_sandbox_words(void)
{
    const int landlock = isr_landlock_version();
    const char *without = isr_syscalls_is_built() ? "this kernel offers no seccomp"
                                                  : "this isredact was built without seccomp";

    if (isr_syscalls_can_be_limited() && landlock > 0)
        return g_strdup_printf("contained: seccomp, Landlock %d", landlock);
    if (isr_syscalls_can_be_limited())
        return g_strdup("contained in part: seccomp, but this kernel offers no Landlock; no file "
                        "is opened while a document is read, so that scans, pictures of text and "
                        "PDFs without their own fonts may be refused");
    if (landlock > 0)
        return g_strdup_printf("contained in part: Landlock %d, but %s; a document made to attack "
                               "the program could reach the network or start programs",
                               landlock, without);
    return g_strdup_printf("not contained: %s, and this kernel offers no Landlock; a document made "
                           "to attack the program could do what you can do",
                           without);
}

char *isr_sandbox_sentence(const char *answer)
{
    g_autofree char *name = isr_syscalls_name((int)g_ascii_strtoull(answer + 1, NULL, 10));

    return g_strdup_printf("asked for what no document may ask for (%s), and was left; nothing was "
                           "written",
                           name);
}
