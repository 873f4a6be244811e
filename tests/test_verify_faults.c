/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "verify" and "escrow" when calls fail: they change nothing, a copy that leaks is never called
 * clean, and an escrow is shown whole or not at all. See test_faults.c. */
#include "isr_folder_run.h"

#define MOST (ISR_SANITIZED ? 2 : 8)
#define SEED 22

/* What is asked of the program, and what it may answer. */
typedef struct {
    const char *title, *options,
        *make;        /* of the shell, in the folder that each run gets a copy of */
    gboolean refused; /* it must not end with 0 or 1 */
} Question;

#define REDACT                                                                                     \
    "printf \"Child's name: Ada " FAULTS_SECRET "\\nNHS number: 999 000 0018\\n\" >plan.txt;"      \
    "isredact -p anonymise plan.txt >/dev/null && rm plan.txt;"

/* The manifest is made to call a copy its own in which the secret stands. */
#define FORGE                                                                                      \
    "old=$(sha256sum plan.redacted.txt | cut -c1-64);"                                             \
    "echo 'NHS number: 999 000 0018, Child: Ada " FAULTS_SECRET "' >>plan.redacted.txt;"           \
    "new=$(sha256sum plan.redacted.txt | cut -c1-64); n=$(wc -c <plan.redacted.txt);"              \
    "sed -i \"s/$old/$new/; /\\\"copy\\\" : {/,/}/s/\\\"size\\\" : [0-9]*/\\\"size\\\" : $n/\" "   \
    "plan.redacted.manifest.json;"

/* LD_PRELOAD: a key of the passphrase in a moment. */
#define SEAL                                                                                       \
    "mkdir cases; echo 'Mother: Jane " FAULTS_SECRET "' >cases/one.txt;"                           \
    "LD_PRELOAD=$ISREDACT_FAULTS isredact batch -p audit -k $ISR_KEYS/key -o out --escrow escrow " \
    "--passphrase-file $ISR_KEYS/words cases >/dev/null; rm -r cases out out.journal*;"

static const Question questions[] = {
    {"a clean copy", "verify plan.redacted.txt", REDACT, FALSE},
    {"a copy that leaks", "verify plan.redacted.txt", REDACT FORGE, TRUE},
};

static guint tried;

/* All that is below the folder: names and bytes. */
static char *state_of(const char *folder)
{
    g_autofree char *line =
        g_strdup_printf("cd '%s' && find . -type f -exec sha256sum {} + | LC_ALL=C sort", folder);
    char *argv[] = {(char *)"/bin/sh", (char *)"-c", line, NULL};
    char *out = NULL;

    assert_true(
        g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL));
    return out;
}

static void check(const FaultRun *run, const Question *question, const char *before,
                  const char *clean, const char *what)
{
    g_autofree char *after = state_of(run->folder);

    if (!g_str_equal(before, after))
        complain("%s: something changed", what);
    if (question->refused && run->status <= 1)
        complain("%s: was called clean", what);
    if (run->status > 7 && run->status != 128 + SIGKILL)
        complain("%s: ended with %d: %s", what, run->status, run->err);
    if (run->status > 1 && run->status <= 7 && !faults_is_sentence(run->err))
        complain("%s: status %d, but said: %s", what, run->status, run->err);
    if (run->status <= 1 && clean && !g_str_equal(run->out, clean))
        complain("%s: status %d, but not all was printed", what, run->status);
}

/* One run; FALSE if there are fewer calls. What it prints goes to *said unless that is NULL. */
static gboolean ask(FaultServer *server, const Question *question, const char *template,
                    const char *clean, FaultKind kind, FaultMode mode, int n, char **said)
{
    g_autofree char *what =
        g_strdup_printf("%s: %s %d %s", question->title, fault_names[kind], n, fault_modes[mode]);
    g_auto(FaultRun) run = {0};
    g_autofree char *copy = NULL, *before = NULL;

    fault_run_init(&run, server);
    copy = g_strdup_printf("cp -r '%s/.' '%s'", template, run.folder);
    assert_int_equal(system(copy), 0);
    before = state_of(run.folder);
    fault_run_begin(&run, kind, mode, n, fault_error(kind, n));
    fault_run_end(&run);
    tried++;
    check(&run, question, before, clean, what);
    if (said)
        *said = g_strdup(run.out);
    return server->faults->struck > 0;
}

static void ask_everywhere(FaultServer *server, const Question *question, const char *template)
{
    static const FaultMode modes[] = {FAULT_FAIL, FAULT_STAY};
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)faults_asked("ISR_FAULTS_SEED", SEED));
    g_autofree char *clean = NULL;
    int calls[FAULT_KINDS];

    ask(server, question, template, NULL, 0, FAULT_COUNT, 0, &clean);
    memcpy(calls, server->faults->calls, sizeof calls);
    for (int kind = 0; kind < FAULT_KINDS; kind++) {
        for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
            g_autoptr(GArray) chosen = fault_choose(
                calls[kind], (kind == FAULT_MEMORY ? 5 : 1) * faults_asked("ISR_FAULTS_MOST", MOST),
                random);

            for (guint k = 0; k < chosen->len; k++)
                ask(server, question, template, clean, kind, modes[i],
                    g_array_index(chosen, int, k), NULL);
        }
    }
}

static void answer(const Question *question)
{
    g_auto(Program) made = {0};
    FaultServer server;

    program_init(&made);
    program_run(&made, question->make);
    fault_server_start(&server, question->options);
    ask_everywhere(&server, question, made.folder);
    fault_server_stop(&server);
    printf("%s: %u runs, %u complaints\n", question->title, tried, complaints);
    tried = 0;
    assert_int_equal(complaints, 0);
}

static void a_clean_copy_is_left_as_it_is(void **state)
{
    (void)state;
    answer(&questions[0]);
}

static void a_copy_that_leaks_is_never_clean(void **state)
{
    (void)state;
    answer(&questions[1]);
}

static void an_escrow_is_shown_whole_or_not(void **state)
{
    g_auto(Program) keys = {0};
    g_autofree char *options = NULL;

    (void)state;
    program_init(&keys);
    program_write(&keys, "words", FOLDER_PASSPHRASE "\n");
    program_run(&keys, "chmod 600 words; isredact key new key");
    g_setenv("ISR_KEYS", keys.folder, TRUE);
    options = g_strdup_printf("escrow escrow --passphrase-file %s/words", keys.folder);
    const Question question = {"an escrow", options, SEAL, FALSE};

    answer(&question);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clean_copy_is_left_as_it_is),
        cmocka_unit_test(a_copy_that_leaks_is_never_clean),
        cmocka_unit_test(an_escrow_is_shown_whole_or_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
