/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every call that loads patterns, profiles, lists and models fails once: the run is refused with a
 * sentence, or it has found all of them nevertheless and does what it does without a fault. A run
 * with some of the patterns would leave in its copy what the others look for, and say nothing. See
 * test_faults.c. */
#include "isr_aftermath.h"

#include "../src/sanitizer.h"

#define MOST (ISR_SANITIZED ? 1 : 3)
#define SEED 23

/* What is asked of the program, which works on a record and on a copy that was made of it. */
static const char *const questions[] = {
    "patterns check",
    "patterns list",
    "profiles list",
    "profiles show education",
    "scan plan.txt",
    "-p education -d out plan.txt",
    "verify made/plan.redacted.txt",
    "batch -p anonymise --jobs 1 -o out plan.txt >/dev/null", /* it tells the time */
};

static Program place;  /* with patterns of its own */
static Faults *faults; /* shared with the runs */
static guint tried, failed;

static int prepare(void **state)
{
    static const char make[] =
        "cp -r \"$ISREDACT_PATTERNS\" patterns && cp \"$(dirname "
        "\"$ISREDACT_PROGRAM\")/lists.bin\" "
        "patterns/lists/ && cp \"$ISREDACT_ROOT\"/corpus/education/*.txt . && mv *.txt plan.txt; "
        "test -f plan.txt || exit 1; : >shared; truncate -s 4096 shared; "
        "mkdir made out; isredact -p education -d made plan.txt >/dev/null; test -f "
        "made/plan.redacted.txt";
    g_autofree char *shared = NULL;
    int fd;

    (void)state;
    program_init(&place);
    if (program_run(&place, make) != 0)
        return -1;
    shared = program_path(&place, "shared");
    fd = open(shared, O_RDWR);
    faults = mmap(NULL, sizeof(Faults), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    return faults == MAP_FAILED ? -1 : 0;
}

static int leave(void **state)
{
    (void)state;
    munmap(faults, sizeof(Faults));
    program_clear(&place);
    return 0;
}

/* What a run left. */
typedef struct {
    int status;
    char *out, *err, *copies; /* what was said, and the digest of each copy */
} Outcome;

static void outcome_clear(Outcome *outcome)
{
    g_free(outcome->out);
    g_free(outcome->err);
    g_free(outcome->copies);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, outcome_clear)

/* The program with the library, which strikes what concerns the patterns and its processes. */
static void run(const char *question, Outcome *outcome)
{
    g_autofree char *line = g_strdup_printf(
        "rm -rf out out.journal*; mkdir out; "
        "ASAN_OPTIONS=$ASAN_OPTIONS:verify_asan_link_order=0 "
        "SOURCE_DATE_EPOCH=1 ISREDACT_PATTERNS='%s/patterns' ISR_FAULTS='%s/shared' "
        "ISR_FAULTS_FOLDER='%s/patterns' LD_PRELOAD=\"$ISREDACT_FAULTS\" isredact %s",
        place.folder, place.folder, place.folder, question);

    outcome->status = program_run(&place, line);
    outcome->out = g_strdup(place.out);
    outcome->err = g_strdup(place.err);
    program_run(&place, "find out -name '*.redacted.*' -type f -exec sha256sum {} + 2>/dev/null "
                        "| LC_ALL=C sort");
    outcome->copies = g_strdup(place.out);
}

/* A batch that breaks down keeps the copies that it has made, if they are whole; nothing else
 * leaves one behind. */
static gboolean may_leave(const char *question, const Outcome *clean, const Outcome *found)
{
    return *found->copies == '\0' ||
           (g_str_has_prefix(question, "batch") && g_str_equal(found->copies, clean->copies));
}

static void strike(const char *question, const Outcome *clean, FaultKind kind, FaultMode mode,
                   int n)
{
    g_autofree char *what =
        g_strdup_printf("%s: %s %d %s", question, fault_names[kind], n, fault_modes[mode]);
    g_auto(Outcome) found = {0};

    *faults = (Faults){.kind = kind, .mode = mode, .at = n, .error = fault_error(kind, n)};
    run(question, &found);
    tried++;
    failed += faults->struck > 0;
    if (found.status > 7)
        complain("%s: ended with %d: %s", what, found.status, found.err);
    else if (found.status > 1 && !strstr(found.err, "isredact: "))
        complain("%s: status %d, but said: %s", what, found.status, found.err);
    else if (found.status > 1 && !may_leave(question, clean, &found))
        complain("%s: status %d, but there is a copy", what, found.status);
    else if (found.status <= 1 &&
             !(g_str_equal(found.out, clean->out) && g_str_equal(found.copies, clean->copies)))
        complain("%s: status %d, but it did something else", what, found.status);
}

static void ask(const char *question)
{
    static const FaultMode modes[] = {FAULT_FAIL, FAULT_STAY, FAULT_SHORT};
    static const FaultKind kinds[] = {FAULT_OPEN, FAULT_READ, FAULT_CLOSE, FAULT_LOOK,
                                      FAULT_LIST, FAULT_MAP,  FAULT_MEMORY};
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)faults_asked("ISR_FAULTS_SEED", SEED));
    g_auto(Outcome) clean = {0};
    int calls[FAULT_KINDS];

    *faults = (Faults){0};
    run(question, &clean);
    assert_true(clean.status <= 1);
    memcpy(calls, faults->calls, sizeof calls);
    assert_true(calls[FAULT_OPEN] > 0 && calls[FAULT_LIST] > 0);
    for (guint i = 0; i < G_N_ELEMENTS(kinds) * G_N_ELEMENTS(modes); i++) {
        const FaultKind kind = kinds[i / G_N_ELEMENTS(modes)];
        const FaultMode mode = modes[i % G_N_ELEMENTS(modes)];
        g_autoptr(GArray) chosen =
            fault_choose(calls[kind], faults_asked("ISR_FAULTS_MOST", MOST), random);

        for (guint k = 0; k < chosen->len && (mode != FAULT_SHORT || kind == FAULT_READ); k++)
            strike(question, &clean, kind, mode, g_array_index(chosen, int, k));
    }
}

static void patterns_are_loaded_whole_or_nothing_is_done(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(questions); i++)
        ask(questions[i]);
    printf("loading: %u runs, %u faults, %u complaints\n", tried, failed, complaints);
    assert_int_equal(complaints, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_are_loaded_whole_or_nothing_is_done),
    };

    return cmocka_run_group_tests(tests, prepare, leave);
}
