/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A process with locked doors tries each way out that an attacker in a parser would try. */
#include "isr_test.h"

#include "../src/sandbox.h"
#include "../src/sanitizer.h"
#include "../src/worker.h"

#include <isredact/limits.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECRET "what another document says"

/* What a worker tries: @attempt says in its answer how it went. */
typedef struct {
    void (*attempt)(int fd, GString *answer);
    int fd;
} Try;

static gboolean try_it(gpointer self, gpointer work, GString *answer, GError **error)
{
    const Try *what = self;

    (void)work;
    (void)error;
    what->attempt(what->fd, answer);
    return TRUE;
}

/* The answer of a worker with locked doors that has @kept and tries @attempt; NULL with the
 * sentence that it was ended with. */
static char *answer_to(void (*attempt)(int fd, GString *answer), int fd, int kept, char **sentence)
{
    Try what = {attempt, fd};
    const int keep[] = {kept, -1};
    const IsrWorkerOrder order = {.task = try_it, .self = &what, .seconds = 60, .keep = keep};
    g_autoptr(GError) error = NULL;
    char *answer = isr_worker_do(&order, &error);

    *sentence = answer ? NULL : g_strdup(error->message);
    return answer;
}

static void assert_answers(void (*attempt)(int fd, GString *answer), int fd, int kept,
                           const char *expected)
{
    g_autofree char *sentence = NULL;
    g_autofree char *answer = answer_to(attempt, fd, kept, &sentence);

    if (g_strcmp0(answer, expected) != 0)
        fail_msg("\"%s\" (%s), not \"%s\"", answer, sentence, expected);
}

static int unless_whole(void **state)
{
    (void)state;
    if (!isr_sandbox_is_whole())
        print_message("no seccomp or no Landlock here: nothing to try\n");
    return !isr_sandbox_is_whole();
}

/* --- calls --- */

static long number, arguments[4];

static void call(int fd, GString *answer)
{
    (void)fd;
    syscall(number, arguments[0], arguments[1], arguments[2], arguments[3]);
    g_string_append_printf(answer, "came back: %s", g_strerror(errno));
}

/* A call, with arguments for which it would do something. */
typedef struct {
    const char *name;
    long number, a, b, c;
} Call;

static void assert_ends_it(const Call *forbidden)
{
    g_autofree char *expected = g_strdup_printf("asked for what no document may ask for (%s), and "
                                                "was left; nothing was written",
                                                forbidden->name);
    g_autofree char *sentence = NULL, *answer = NULL;

    number = forbidden->number;
    memcpy(arguments, &forbidden->a, 3 * sizeof(long));
    answer = answer_to(call, -1, -1, &sentence);
    if (answer)
        fail_msg("%s: %s", forbidden->name, answer);
    assert_string_equal(sentence, expected);
}

static void a_forbidden_call_ends_it_with_a_sentence(void **state)
{
    static const char *const argv[] = {"/bin/true", NULL};
    const char *path = "/tmp/isredact-written-by-a-parser";
    const long parent = getpid();
    const Call calls[] = {
        {"socket", SYS_socket, AF_INET, SOCK_STREAM, 0},
        {"socket", SYS_socket, AF_UNIX, SOCK_STREAM, 0},
        {"socketpair", SYS_socketpair, AF_UNIX, SOCK_STREAM, 0},
        {"connect", SYS_connect, 3, 0, 0},
        {"bind", SYS_bind, 3, 0, 0},
        {"sendto", SYS_sendto, 3, 0, 0},
        {"execve", SYS_execve, (long)argv[0], (long)argv, 0},
        {"execveat", SYS_execveat, AT_FDCWD, (long)argv[0], (long)argv},
        {"openat", SYS_openat, AT_FDCWD, (long)path, O_WRONLY | O_CREAT},
        {"openat", SYS_openat, AT_FDCWD, (long)path, O_RDWR},
        {"openat", SYS_openat, AT_FDCWD, (long)"/dev/null", O_WRONLY},
        {"openat", SYS_openat, AT_FDCWD, (long)"/tmp", O_TMPFILE | O_RDWR},
        {"openat", SYS_openat, AT_FDCWD, (long)path, O_RDONLY | O_CREAT},
        {"openat", SYS_openat, AT_FDCWD, (long)path, O_RDONLY | O_TRUNC},
        {"openat2", SYS_openat2, AT_FDCWD, (long)path, 0},
        {"unlinkat", SYS_unlinkat, AT_FDCWD, (long)path, 0},
        {"linkat", SYS_linkat, AT_FDCWD, (long)path, AT_FDCWD},
        {"renameat2", SYS_renameat2, AT_FDCWD, (long)path, AT_FDCWD},
        {"mkdirat", SYS_mkdirat, AT_FDCWD, (long)path, 0700},
        {"symlinkat", SYS_symlinkat, (long)path, AT_FDCWD, (long)path},
        {"truncate", SYS_truncate, (long)path, 0, 0},
        {"fchmodat", SYS_fchmodat, AT_FDCWD, (long)path, 0777},
        {"memfd_create", SYS_memfd_create, (long)path, 0, 0},
        {"ptrace", SYS_ptrace, PTRACE_ATTACH, parent, 0},
        {"process_vm_readv", SYS_process_vm_readv, parent, 0, 0},
        {"pidfd_open", SYS_pidfd_open, parent, 0, 0},
        {"kill", SYS_kill, parent, SIGUSR1, 0},
        {"tgkill", SYS_tgkill, parent, parent, SIGUSR1},
        {"tkill", SYS_tkill, parent, SIGUSR1, 0},
        {"clone", SYS_clone, SIGCHLD, 0, 0},
        {"clone3", SYS_clone3, 0, 0, 0},
        {"mount", SYS_mount, 0, 0, 0},
        {"unshare", SYS_unshare, 0, 0, 0},
        {"setns", SYS_setns, 0, 0, 0},
        {"chroot", SYS_chroot, (long)"/tmp", 0, 0},
        {"bpf", SYS_bpf, 0, 0, 0},
        {"io_uring_setup", SYS_io_uring_setup, 1, 0, 0},
        {"userfaultfd", SYS_userfaultfd, 0, 0, 0},
        {"perf_event_open", SYS_perf_event_open, 0, 0, 0},
        {"keyctl", SYS_keyctl, 0, 0, 0},
        {"setuid", SYS_setuid, 0, 0, 0},
        {"setrlimit", SYS_setrlimit, 0, 0, 0},
        {"prlimit64", SYS_prlimit64, 0, 0, 1},
        {"prctl", SYS_prctl, 0, 0, 0},
        {"seccomp", SYS_seccomp, 0, 0, 0},
        {"fcntl", SYS_fcntl, 1, F_SETOWN, parent},
        {"ioctl", SYS_ioctl, 0, 0x5412 /* TIOCSTI: types for the user */, 0},
#ifdef SYS_fork
        {"open", SYS_open, (long)path, O_WRONLY | O_CREAT, 0600},
        {"creat", SYS_creat, (long)path, 0600, 0},
        {"unlink", SYS_unlink, (long)path, 0, 0},
        {"rename", SYS_rename, (long)path, (long)path, 0},
        {"fork", SYS_fork, 0, 0, 0},
        {"vfork", SYS_vfork, 0, 0, 0},
        {"modify_ldt", SYS_modify_ldt, 0, 0, 0},
#endif
#if !ISR_SANITIZED
        {"rt_sigaction", SYS_rt_sigaction, SIGSYS, 0, 0},
#endif
    };

    (void)state;
    signal(SIGUSR1, SIG_DFL); /* would end this test */
    for (guint i = 0; i < G_N_ELEMENTS(calls); i++)
        assert_ends_it(&calls[i]);
    assert_int_not_equal(g_access(path, F_OK), 0);
}

static void start_processes_without_end(int fd, GString *answer)
{
    (void)fd;
    while (fork() >= 0)
        ;
    g_string_append(answer, "went on");
}

static void a_fork_bomb_does_not_start(void **state)
{
    g_autofree char *sentence = NULL, *answer = NULL;

    (void)state;
    answer = answer_to(start_processes_without_end, -1, -1, &sentence);
    assert_null(answer);
    assert_non_null(strstr(sentence, "(clone)"));
}

/* --- files --- */

/* The secret in a file of its own; remove and free it. */
static char *secret_file(void)
{
    char *path = NULL;
    int fd = g_file_open_tmp("isredact-secret-XXXXXX", &path, NULL);

    assert_true(fd >= 0);
    close(fd);
    assert_true(g_file_set_contents(path, SECRET, -1, NULL));
    return path;
}

static const char *wanted;

static void read_wanted(int fd, GString *answer)
{
    char bytes[64] = "";
    int file = open(wanted, O_RDONLY);

    (void)fd;
    if (file < 0)
        g_string_append(answer, errno == EACCES ? "closed" : g_strerror(errno));
    else if (read(file, bytes, sizeof bytes - 1) >= 0)
        g_string_append_printf(answer, "open %s", bytes);
    else
        g_string_append(answer, "open");
}

static void no_other_file_is_read(void **state)
{
    g_autofree char *path = secret_file();
    g_autofree char *environment = g_strdup_printf("/proc/%d/environ", getpid());
    g_autofree char *memory = g_strdup_printf("/proc/%d/maps", getpid());
    const char *const others[] = {
        path,   "/etc/passwd", "/etc/hostname", "/tmp", g_get_home_dir(),      "/proc/self/environ",
        memory, environment,   "/usr/bin/env",  "/",    "/proc/self/fd/../fd", "/dev/urandom"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        wanted = others[i];
        assert_answers(read_wanted, -1, -1, "closed");
    }
    g_unlink(path);
}

static void what_libraries_need_is_read(void **state)
{
    g_autofree char *sentence = NULL, *answer = NULL;

    (void)state;
    if (!g_file_test("/usr/share/fonts", G_FILE_TEST_IS_DIR))
        skip();
    wanted = "/usr/share/fonts";
    answer = answer_to(read_wanted, -1, -1, &sentence);
    assert_string_equal(answer, "open");
}

/* Where there is no Landlock, nothing is opened at all. */
static void a_sealed_process_opens_nothing(void **state)
{
    int ends[2], status = 0;
    pid_t child;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    child = fork();
    if (child == 0) {
        const IsrDoors doors = {.answer = ends[1], .seconds = 60, .sealed = TRUE};

        if (!isr_sandbox_lock(&doors))
            _exit(2);
        _exit(open("/usr/share/fonts", O_RDONLY) < 0 && errno == EACCES ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    close(ends[0]);
    close(ends[1]);
}

/* --- descriptors --- */

static void read_descriptor(int fd, GString *answer)
{
    char bytes[64] = "";

    if (pread(fd, bytes, sizeof bytes - 1, 0) < 0)
        g_string_append(answer, errno == EBADF ? "closed" : g_strerror(errno));
    else
        g_string_append(answer, bytes);
}

static void only_its_own_descriptors_are_open(void **state)
{
    g_autofree char *path = secret_file();
    int fd = open(path, O_RDONLY);

    (void)state;
    assert_answers(read_descriptor, fd, fd, SECRET);
    assert_answers(read_descriptor, fd, -1, "closed");
    close(fd);
    g_unlink(path);
}

static void count_descriptors(int fd, GString *answer)
{
    guint n = 0;

    (void)fd;
    for (int i = 3; i < 4096; i++)
        n += fcntl(i, F_GETFD) >= 0;
    g_string_append_printf(answer, "%u", n);
}

/* Two workers at a time: neither has the other's pipe. */
static void no_other_worker_is_heard(void **state)
{
    Try idle = {count_descriptors, -1};
    const int none[] = {-1};
    const IsrWorkerOrder order = {.task = try_it, .self = &idle, .seconds = 60, .keep = none};
    IsrWorker *other = isr_worker_start(&order, NULL);

    (void)state;
    assert_non_null(other);
    assert_answers(count_descriptors, -1, -1, "1");
    isr_worker_free(other);
}

static void say_it_aloud(int fd, GString *answer)
{
    (void)answer;
    if (write(1, SECRET, strlen(SECRET)) < 0 || write(2, SECRET, strlen(SECRET)) < 0 ||
        read(0, &fd, 1) != 0)
        g_string_append(answer, "something is wrong");
}

static void output_and_errors_lead_nowhere(void **state)
{
    g_autofree char *path = secret_file(), *said = NULL;
    int file = open(path, O_RDWR | O_TRUNC), out = dup(1), err = dup(2);

    (void)state;
    dup2(file, 1);
    dup2(file, 2);
    assert_answers(say_it_aloud, -1, -1, "");
    dup2(out, 1);
    dup2(err, 2);
    assert_true(g_file_get_contents(path, &said, NULL, NULL));
    assert_string_equal(said, "");
    close(file);
    close(out);
    close(err);
    g_unlink(path);
}

/* --- limits --- */

static void write_far(int fd, GString *answer)
{
    if (pwrite(fd, "x", 1, (off_t)ISR_LIMIT_COPY_BYTES) < 0)
        g_string_append(answer, errno == EFBIG ? "too far" : g_strerror(errno));
}

static void no_file_grows_without_end(void **state)
{
    int fd = memfd_create("isredact-test", MFD_CLOEXEC);

    (void)state;
    assert_answers(write_far, fd, fd, "too far");
    close(fd);
}

static void ask_for_memory(guint64 bytes, int protection, GString *answer)
{
    void *memory =
        mmap(NULL, bytes, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    g_string_append(answer, memory == MAP_FAILED ? "no more" : "taken");
}

static void take_memory(int fd, GString *answer)
{
    (void)fd;
    ask_for_memory(ISR_LIMIT_WORKER_DATA_BYTES, PROT_READ | PROT_WRITE, answer);
}

static void take_room(int fd, GString *answer)
{
    (void)fd;
    ask_for_memory(ISR_LIMIT_WORKER_BYTES, PROT_READ, answer);
}

static void memory_has_an_end(void **state)
{
    (void)state;
    if (ISR_SANITIZED)
        skip();
    assert_answers(take_memory, -1, -1, "no more");
    assert_answers(take_room, -1, -1, "no more");
}

/* As a library does that never asks whether it got memory. */
static void swell_until_it_breaks(int fd, GString *answer)
{
    (void)fd;
    (void)answer;
    for (;;)
        memset(malloc(1024 * 1024), 1, 1024 * 1024);
}

static void what_swells_until_it_breaks_is_said_to(void **state)
{
    g_autofree char *sentence = NULL, *answer = NULL;

    (void)state;
    if (ISR_SANITIZED)
        skip();
    answer = answer_to(swell_until_it_breaks, -1, -1, &sentence);
    assert_null(answer);
    assert_non_null(strstr(sentence, "needed more memory than any document does"));
}

static void work_for_ever(int fd, GString *answer)
{
    (void)fd;
    (void)answer;
    for (volatile guint i = 0;; i++)
        ;
}

/* In a process of its own: 0 if pages are locked there with that limit, 1 if not, else 2. */
static int locks_pages(guint64 most)
{
    const struct rlimit limit = {most, most};
    g_autofree char *status = NULL;
    const char *locked;

    if (setrlimit(RLIMIT_MEMLOCK, &limit) != 0 || !isr_sandbox_settle(10) ||
        !g_file_get_contents("/proc/self/status", &status, NULL, NULL) ||
        !(locked = strstr(status, "VmLck:")))
        return 2;
    return g_ascii_strtoull(locked + strlen("VmLck:"), NULL, 10) > 0 ? 0 : 1;
}

static int in_a_process(guint64 most)
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        _exit(locks_pages(most));
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

static void what_is_read_is_kept_out_of_swap_where_that_is_allowed(void **state)
{
    const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    struct rlimit before;

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_MEMLOCK, &before), 0);
    if (before.rlim_max >= 65536)
        assert_int_equal(in_a_process(65536), 1);
    if (ISR_SANITIZED || setrlimit(RLIMIT_MEMLOCK, &all) != 0)
        return; /* this user may not */
    setrlimit(RLIMIT_MEMLOCK, &before);
    assert_int_equal(in_a_process(RLIM_INFINITY), 0);
}

static void time_has_an_end(void **state)
{
    Try what = {work_for_ever, -1};
    const int none[] = {-1};
    const IsrWorkerOrder order = {.task = try_it, .self = &what, .seconds = 1, .keep = none};
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(isr_worker_do(&order, &error));
    assert_non_null(strstr(error->message, "took longer"));
}

static void break_down(int fd, GString *answer)
{
    (void)fd;
    (void)answer;
    raise(SIGKILL);
}

static void a_process_may_end_itself(void **state)
{
    g_autofree char *sentence = NULL;
    g_autofree char *answer = answer_to(break_down, -1, -1, &sentence);

    (void)state;
    assert_null(answer);
    assert_non_null(strstr(sentence, "break down"));
}

/* --- words --- */

static void what_is_missing_is_said(void **state)
{
    g_autofree char *words = isr_sandbox_words();

    (void)state;
    assert_int_equal(g_str_has_prefix(words, "contained: "), isr_sandbox_is_whole());
    assert_false(isr_sandbox_is_locked());
}

int main(void)
{
#define TEST(name) cmocka_unit_test(name)
    const struct CMUnitTest tests[] = {
        TEST(a_forbidden_call_ends_it_with_a_sentence),
        TEST(a_fork_bomb_does_not_start),
        TEST(no_other_file_is_read),
        TEST(what_libraries_need_is_read),
        TEST(a_sealed_process_opens_nothing),
        TEST(only_its_own_descriptors_are_open),
        TEST(no_other_worker_is_heard),
        TEST(output_and_errors_lead_nowhere),
        TEST(no_file_grows_without_end),
        TEST(memory_has_an_end),
        TEST(what_swells_until_it_breaks_is_said_to),
        TEST(what_is_read_is_kept_out_of_swap_where_that_is_allowed),
        TEST(time_has_an_end),
        TEST(a_process_may_end_itself),
    };
    const struct CMUnitTest always[] = {TEST(what_is_missing_is_said)};

    if (unless_whole(NULL))
        return cmocka_run_group_tests(always, NULL, NULL);
    return cmocka_run_group_tests(tests, NULL, NULL) + cmocka_run_group_tests(always, NULL, NULL);
}
