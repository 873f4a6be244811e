/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact patterns: what is looked for, how one identifier is told, whether the rules hold what
 * their own examples say. */
#include "commands.h"

#include <isredact/example.h>

#include <stdio.h>
#include <string.h>

static IsrPatterns *load(GError **error)
{
    g_autofree char *folder = isr_patterns_folder();

    return isr_patterns_load(folder, error);
}

static const char *category_of(const IsrRule *rule)
{
    return isr_rule_is_shield(rule) ? "none" : isr_category_id(isr_rule_category(rule));
}

static const char *topic_category(const IsrTopic *topic)
{
    return isr_topic_is_general(topic) ? "all" : isr_category_id(isr_topic_category(topic));
}

static void list_topics(const GPtrArray *topics)
{
    if (topics->len > 0)
        printf("\n%-20s %-18s %s\n", "TOPIC", "CATEGORY", "WHAT ITS SENTENCES ARE ABOUT");
    for (guint i = 0; i < topics->len; i++)
        printf("%-20s %-18s %s\n", isr_topic_id(topics->pdata[i]), topic_category(topics->pdata[i]),
               isr_topic_title(topics->pdata[i]));
}

static int list(const IsrPatterns *patterns)
{
    printf("%-20s %-18s %s\n", "RULE", "CATEGORY", "WHAT IT FINDS");
    for (guint i = 0; i < patterns->rules->len; i++) {
        const IsrRule *rule = g_ptr_array_index(patterns->rules, i);

        printf("%-20s %-18s %s\n", isr_rule_id(rule), category_of(rule), isr_rule_title(rule));
    }
    list_topics(isr_topics_all(patterns->topics));
    return isr_command_end(ISR_EXIT_CLEAN);
}

/* An example as its file writes it, but for line ends and borders of cells. */
static void print_example(const IsrExample *example)
{
    g_autoptr(GString) text = g_string_new(example->text);

    for (guint i = example->marks->len; i > 0; i--) {
        IsrRange mark = g_array_index(example->marks, IsrRange, i - 1);

        g_string_insert(text, (gssize)mark.end, "»");
        g_string_insert(text, (gssize)mark.start, "«");
    }
    g_strdelimit(text->str, "\n\x1f", '|');
    printf("  %s  %s\n", example->marks->len > 0 ? "found:    " : "not found:", text->str);
}

static void print_family(const IsrFamily *family)
{
    static const char *const kinds[] = {
        [ISR_FAMILY_STRONG] = "enough",          [ISR_FAMILY_WEAK] = "with another",
        [ISR_FAMILY_KIN] = "if of the family",   [ISR_FAMILY_AGAINST] = "tells against",
        [ISR_FAMILY_NOTHING] = "says: nothing",  [ISR_FAMILY_NEVER] = "is something else",
        [ISR_FAMILY_FIELD] = "a field's answer", [ISR_FAMILY_NO_ANSWER] = "is no answer",
    };
    g_autofree char *phrases = g_strjoinv("; ", family->phrases);

    printf("  - %s (%s): %s\n", family->name, kinds[family->kind], phrases);
}

static int show_topic(const IsrTopic *topic)
{
    const GPtrArray *families = isr_topic_families(topic), *examples = isr_topic_examples(topic);

    printf("%s\n\n  category:  %s\n  source:    %s\n  about:     %s\n\nFamilies of words\n",
           isr_topic_title(topic), topic_category(topic),
           isr_topic_source(topic) ? isr_topic_source(topic) : "not named",
           isr_topic_is_done(topic) ? "whoever did it" : "whom it befell");
    for (guint n = 0; n < families->len; n++)
        print_family(g_ptr_array_index(families, n));
    printf("\nExamples\n");
    for (guint n = 0; n < examples->len; n++)
        print_example(g_ptr_array_index(examples, n));
    return isr_command_end(ISR_EXIT_CLEAN);
}

static int show(const IsrPatterns *patterns, const char *id)
{
    for (guint i = 0; i < patterns->rules->len; i++) {
        const IsrRule *rule = g_ptr_array_index(patterns->rules, i);
        const GPtrArray *forms = isr_rule_forms(rule), *examples = isr_rule_examples(rule);

        if (!g_str_equal(isr_rule_id(rule), id))
            continue;
        printf("%s\n\n  category:  %s\n  source:    %s\n\nForms\n", isr_rule_title(rule),
               category_of(rule), isr_rule_source(rule) ? isr_rule_source(rule) : "not named");
        for (guint n = 0; n < forms->len; n++) {
            g_autofree char *words = isr_form_describe(g_ptr_array_index(forms, n));

            printf("  - %s\n", words);
        }
        printf("\nExamples\n");
        for (guint n = 0; n < examples->len; n++)
            print_example(g_ptr_array_index(examples, n));
        return isr_command_end(ISR_EXIT_CLEAN);
    }
    if (isr_topics_for(patterns->topics, id))
        return show_topic(isr_topics_for(patterns->topics, id));
    isr_command_note(NULL, "there is no such rule or topic; \"isredact patterns list\" shows all");
    return ISR_EXIT_USAGE;
}

/* Prints @complaints and adds their number to *wrong; NULL is a failure to search. */
static gboolean complain(const GPtrArray *complaints, guint *wrong)
{
    for (guint n = 0; complaints && n < complaints->len; n++)
        isr_command_note(NULL, g_ptr_array_index(complaints, n));
    *wrong += complaints ? complaints->len : 0;
    return complaints != NULL;
}

static gboolean check_rules(const IsrPatterns *patterns, guint *examples, guint *wrong,
                            GError **error)
{
    for (guint i = 0; i < patterns->rules->len; i++) {
        const IsrRule *rule = g_ptr_array_index(patterns->rules, i);
        g_autoptr(GPtrArray) complaints = isr_examples_try(patterns, rule, error);

        if (!complain(complaints, wrong))
            return FALSE;
        *examples += isr_rule_examples(rule)->len;
    }
    return TRUE;
}

static gboolean check_labels(const IsrPatterns *patterns, guint *examples, guint *wrong,
                             GError **error)
{
    for (guint i = 0; i < patterns->labels->len; i++) {
        const IsrLabel *label = g_ptr_array_index(patterns->labels, i);
        g_autoptr(GPtrArray) complaints = isr_examples_try_label(patterns, label, error);

        if (!complain(complaints, wrong))
            return FALSE;
        *examples += (label->match ? g_strv_length(label->match) : 0) +
                     (label->no_match ? g_strv_length(label->no_match) : 0);
    }
    return TRUE;
}

static gboolean check_cues(const IsrPatterns *patterns, guint *examples, guint *wrong,
                           GError **error)
{
    for (guint i = 0; i < patterns->cues->len; i++) {
        const IsrCue *cue = g_ptr_array_index(patterns->cues, i);
        g_autoptr(GPtrArray) complaints = isr_examples_try_cue(patterns, cue, error);

        if (!complain(complaints, wrong))
            return FALSE;
        *examples += g_strv_length(cue->match) + g_strv_length(cue->no_match);
    }
    return TRUE;
}

static gboolean check_topics(const IsrPatterns *patterns, guint *examples, guint *wrong,
                             GError **error)
{
    const GPtrArray *topics = isr_topics_all(patterns->topics);

    for (guint i = 0; i < topics->len; i++) {
        g_autoptr(GPtrArray) complaints = isr_examples_try_topic(patterns, topics->pdata[i], error);

        if (!complain(complaints, wrong))
            return FALSE;
        *examples +=
            isr_topic_examples(topics->pdata[i])->len + isr_topic_owners(topics->pdata[i])->len;
    }
    return TRUE;
}

static gboolean check_files(guint *unread, GError **error)
{
    g_autofree char *folder = isr_patterns_folder();
    g_autoptr(GPtrArray) complaints = isr_patterns_unread(folder, NULL, error);

    return complain(complaints, unread);
}

/* Says everything that is wrong in one go. */
static int check(const IsrPatterns *patterns)
{
    g_autoptr(GError) error = NULL;
    guint examples = 0, wrong = 0, unread = 0;

    if (!check_files(&unread, &error) || !check_rules(patterns, &examples, &wrong, &error) ||
        !check_labels(patterns, &examples, &wrong, &error) ||
        !check_cues(patterns, &examples, &wrong, &error) ||
        !check_topics(patterns, &examples, &wrong, &error))
        return isr_command_fail(NULL, error);
    if (wrong > 0)
        printf("%u of %u examples are not as their rules, labels, cues and topics say.\n", wrong,
               examples);
    else if (unread == 0)
        printf("%u rules, %u labels, %u cues, %u topics and their %u examples are right.\n",
               patterns->rules->len, patterns->labels->len, patterns->cues->len,
               isr_topics_all(patterns->topics)->len, examples);
    if (unread > 0)
        printf("Nothing reads %u of the files there.\n", unread);
    return isr_command_end(wrong + unread > 0 ? ISR_EXIT_RULES : ISR_EXIT_CLEAN);
}

static int run(int argc, char **argv);

const IsrCommand isr_command_patterns = {
    .name = "patterns",
    .usage = "isredact patterns list | show NAME | check",
    .summary = "What is looked for; runs the examples of every rule, label and topic.",
    .run = run,
};

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) words = NULL;
    int status;

    if (!isr_options_words(&isr_command_patterns, argc, argv, &words, &status))
        return status;

    const char *what = words[0] ? words[0] : "list";
    guint n = MAX(g_strv_length(words), 1);
    g_autoptr(IsrPatterns) patterns = load(&error);

    if (!patterns)
        return isr_command_fail(NULL, error);
    if (n == 1 && g_str_equal(what, "list"))
        return list(patterns);
    if (n == 2 && g_str_equal(what, "show"))
        return show(patterns, words[1]);
    if (n == 1 && g_str_equal(what, "check"))
        return check(patterns);
    return isr_command_usage(&isr_command_patterns);
}
