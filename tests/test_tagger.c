/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tagger: how it cuts text, what it refuses as a model, that training gives the same bytes
 * twice and reads our own documents, what the model finds. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/tagger.h>
#include <isredact/terms.h>

#include "records.h"
#include "tagger_tokens.h"
#include "tagger_traits.h"
#include "write.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *model_path(void)
{
    return g_build_filename(g_getenv("ISREDACT_PATTERNS"), "model", "names.model", NULL);
}

/* The tokens of @text parted by spaces, sequences by '|'. */
static char *cut(const char *text)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    GString *out = g_string_new(NULL);

    isr_tokens_read(text, 0, strlen(text), tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        if (i > 0)
            g_string_append_c(out, token->flags & TOKEN_BREAK ? '|' : ' ');
        g_string_append_len(out, text + token->start, (gssize)(token->end - token->start));
    }
    return g_string_free(out, FALSE);
}

static void text_is_cut_as_the_corpora_are(void **state)
{
    static const char *const cases[][2] = {
        {"Mr. Okafor's son", "Mr. Okafor 's son"},
        {"John-Joe O'Hanlon", "John - Joe O'Hanlon"},
        {"T/c from mum", "T / c from mum"},
        {"J.B. Row, E. Row", "J.B. Row , E. Row"},
        {"on 14/06/2016 at 9.30", "on 14/06/2016 at 9.30"},
        {"didn't go (again)...", "didn't go ( again ) ..."},
        {"He left. She stayed.", "He left .|She stayed ."},
        {"Seen by Dr. Row. Well.", "Seen by Dr. Row .|Well ."},
        {"one\ntwo", "one|two"},
        {"one\x1ftwo", "one|two"},
        {"mail <a.row@mail.example>, please", "mail < a.row@mail.example > , please"},
        {"the boys' room", "the boys ' room"},
        {"Łukasz Żak's", "Łukasz Żak 's"},
        {"", ""},
        {"  \n ", ""},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = cut(cases[i][0]);
        assert_string_equal(got, cases[i][1]);
    }
}

static void folding_ignores_case_accents_and_the_dot_of_a_title(void **state)
{
    static const char *const pairs[][2] = {
        {"Siân", "sian"}, {"ŁUKASZ", "lukasz"}, {"Mr.", "mr"}, {"Prof.", "prof"}, {"J.", "j."}};
    char folded[TRAIT_BYTES];

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        gsize n = isr_trait_fold(pairs[i][0], strlen(pairs[i][0]), folded);
        assert_int_equal(n, strlen(pairs[i][1]));
        assert_memory_equal(folded, pairs[i][1], n);
    }
}

/* Writes @bytes to a file and opens it as a model. */
static IsrTagger *open_bytes(const guint8 *bytes, gsize length, GError **error)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("isredact-model-XXXXXX", &path, NULL);

    assert_true(file >= 0);
    g_close(file, NULL);
    assert_true(g_file_set_contents(path, (const char *)bytes, (gssize)length, NULL));
    IsrTagger *tagger = isr_tagger_open(path, error);
    g_remove(path);
    return tagger;
}

/* Expects @bytes to be refused with a message that holds @why. */
static void refuse(const guint8 *bytes, gsize length, const char *why)
{
    g_autoptr(GError) error = NULL;

    assert_null(open_bytes(bytes, length, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    if (strstr(error->message, why) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error->message, why);
}

static guint8 *read_model(gsize *length)
{
    g_autofree char *path = model_path();
    char *bytes = NULL;

    assert_true(g_file_get_contents(path, &bytes, length, NULL));
    return (guint8 *)bytes;
}

static void sign(guint8 *bytes, gsize length)
{
    isr_model_seal(&tagger_file, bytes, length);
}

static void a_missing_model_is_an_error_that_says_what_to_do(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(isr_tagger_open("/nowhere/names.model", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_non_null(strstr(error->message, "docs/model.md"));
}

static void a_model_cut_short_is_refused(void **state)
{
    gsize length;
    g_autofree guint8 *bytes = read_model(&length);

    (void)state;
    refuse(bytes, 0, "too short");
    refuse(bytes, sizeof(ModelHeader) - 1, "too short");
    refuse(bytes, sizeof(ModelHeader), "cut short");
    refuse(bytes, length / 2, "cut short");
    refuse(bytes, length - 1, "cut short");
}

static void a_foreign_file_is_refused(void **state)
{
    gsize length;
    g_autofree guint8 *bytes = read_model(&length);
    ModelHeader *header = (ModelHeader *)(void *)bytes, kept = *header;

    (void)state;
    header->magic[0] = 'X';
    refuse(bytes, length, "no model");
    *header = kept;
    header->order = GUINT32_SWAP_LE_BE(ISR_MODEL_ORDER);
    refuse(bytes, length, "byte order");
    *header = kept;
    header->version++;
    refuse(bytes, length, "version");
    *header = kept;
    header->template ++;
    refuse(bytes, length, "another version of this program");
    *header = kept;
    header->labels = 9;
    refuse(bytes, length, "another version of this program");
    *header = kept;
    header->words += 64;
    refuse(bytes, length, "do not fit");
    *header = kept;
    header->rows = G_MAXUINT32;
    refuse(bytes, length, "do not fit");
    *header = kept;
    header->kinds = 0;
    refuse(bytes, length, "do not fit");
}

static void a_damaged_byte_anywhere_is_refused(void **state)
{
    gsize length;
    g_autofree guint8 *bytes = read_model(&length);

    (void)state;
    for (guint i = 0; i < 24; i++) {
        gsize at = sizeof(ModelHeader) + (length - sizeof(ModelHeader) - 1) / 23 * i;
        bytes[at] ^= (guint8)(1u << i % 8);
        refuse(bytes, length, "damaged");
        bytes[at] ^= (guint8)(1u << i % 8);
    }
}

/* Even with a right checksum: a file made by somebody who means harm. */
static void an_index_that_leads_outside_is_refused(void **state)
{
    gsize length;
    g_autofree guint8 *bytes = read_model(&length);
    ModelHeader *header = (ModelHeader *)(void *)bytes;
    ModelPlan plan = isr_model_plan(header->rows, header->words, header->kinds);
    guint32 *rows = (guint32 *)(void *)(bytes + plan.row_starts);
    guint32 *words = (guint32 *)(void *)(bytes + plan.word_starts);
    ModelWord *word = (ModelWord *)(void *)(bytes + plan.words);
    guint32 kept = rows[77];

    (void)state;
    rows[77] = header->rows + 1;
    sign(bytes, length);
    refuse(bytes, length, "outside");
    rows[77] = kept;
    kept = words[1u << MODEL_WORD_BITS];
    words[1u << MODEL_WORD_BITS] = kept + 9;
    sign(bytes, length);
    refuse(bytes, length, "outside");
    words[1u << MODEL_WORD_BITS] = kept;
    guint16 kind = word[5].kind;
    word[5].kind = G_MAXUINT16;
    sign(bytes, length);
    refuse(bytes, length, "outside");
    word[5].kind = kind;
    header->moves.move[1][2] = NAN;
    sign(bytes, length);
    refuse(bytes, length, "outside");
}

static void add_sentence(GPtrArray *corpus, const char *text, const char *name)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GByteArray) labels = g_byte_array_new();
    g_auto(GStrv) parts = g_strsplit(text, " ", -1);

    for (char **part = parts; *part != NULL; part++) {
        guint8 label = g_str_equal(*part, name) ? LABEL_B_PER : LABEL_O;
        g_ptr_array_add(words, (gpointer)corpus_word(*part, -1));
        g_byte_array_append(labels, &label, 1);
    }
    corpus_add(corpus, words, labels);
}

/* A model of twelve sentences about people called after rivers of no map. */
static GByteArray *train_small(void)
{
    static const char *const names[] = {"Orluva", "Tresk", "Quintal", "Belzo", "Yarrit", "Ombel"};
    static const OptimiseOptions options = {6, 0.1f, 1e-6f, 15, 1};
    g_autoptr(GPtrArray) corpus = corpus_new();
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(ModelWord));
    g_autoptr(GArray) kinds = g_array_new(FALSE, FALSE, sizeof(ModelKind));
    Lexicon lexicon = {words, kinds};
    ModelKind none = {0};
    Chance chance = {7};
    Model model;

    g_array_append_val(kinds, none);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *told = g_strconcat("Then ", names[i], " told the nurse .", NULL);
        g_autofree char *asked = g_strconcat("We asked ", names[i], " to wait outside .", NULL);
        add_sentence(corpus, told, names[i]);
        add_sentence(corpus, asked, names[i]);
    }
    g_autoptr(GByteArray) empty = model_bytes(&lexicon, NULL);
    assert_true(isr_model_read(empty->data, empty->len, "small", &model, NULL));
    g_autoptr(Weights) weights = optimise(corpus, &model, &options, &chance);
    return model_bytes(&lexicon, weights);
}

/* What @tagger takes for people in @text, parted by '|'. */
static char *people_in(const IsrTagger *tagger, const char *text)
{
    g_autoptr(IsrBlock) block =
        isr_block_new(strchr(text, ISR_CELL_BREAK) ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(IsrTag));
    GString *out = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_tagger_tag(tagger, reading, tags);
    for (guint i = 0; i < tags->len; i++) {
        const IsrTag *tag = &g_array_index(tags, IsrTag, i);
        assert_true(tag->start < tag->end && tag->end <= reading->text->len);
        assert_true(tag->score >= 0 && tag->score <= 1.001);
        if (tag->kind == ISR_TAG_PERSON && tag->score >= ISR_TAG_PERSON_FROM)
            g_string_append_printf(out, "%s%.*s", out->len > 0 ? "|" : "",
                                   (int)(tag->end - tag->start), reading->text->str + tag->start);
    }
    return g_string_free(out, FALSE);
}

static void training_gives_the_same_bytes_twice(void **state)
{
    g_autoptr(GByteArray) one = train_small(), other = train_small();

    (void)state;
    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len);
}

static void a_small_model_finds_what_it_was_taught(void **state)
{
    g_autoptr(GByteArray) bytes = train_small();
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrTagger) tagger = open_bytes(bytes->data, bytes->len, &error);

    (void)state;
    assert_no_error(error);
    g_autofree char *known = people_in(tagger, "We asked Belzo to wait outside.");
    g_autofree char *other = people_in(tagger, "Then Wimsel told the nurse.");
    g_autofree char *nobody = people_in(tagger, "Then we told the nurse to wait outside.");
    assert_string_equal(known, "Belzo");
    assert_string_equal(other, "Wimsel");
    assert_string_equal(nobody, "");
}

static void the_model_finds_people_of_all_kinds_of_text(void **state)
{
    static const char *const cases[][2] = {
        {"Mr Okonjo rang the school.", "Okonjo"},
        {"I spoke with Wren Applewhite at home.", "Wren Applewhite"},
        {"Siblings: Thabo (9), Zintle (4) and Nomvula (2)", "Thabo|Zintle|Nomvula"},
        {"REPORT ON JAYDEN OYELARAN-COLE", "JAYDEN OYELARAN-COLE"},
        {"spoke to tanisha about it", "tanisha"},
        {"Name\x1fQuyen Ngo\x1f"
         "12",
         "Quyen Ngo"},
        {"May I ask when the review will take place?", ""},
        {"The home was clean and there was food in the fridge.", ""},
        {"", ""},
        {"...!?", ""},
    };
    g_autofree char *path = model_path();
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrTagger) tagger = isr_tagger_open(path, &error);

    (void)state;
    assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = people_in(tagger, cases[i][0]);
        if (strcmp(found, cases[i][1]) != 0)
            fail_msg("in \"%s\": found \"%s\", not \"%s\"", cases[i][0], found, cases[i][1]);
    }
}

/* One sentence of sixty thousand words, and one word of a megabyte. */
static void nothing_is_too_long(void **state)
{
    g_autofree char *path = model_path();
    g_autoptr(IsrTagger) tagger = isr_tagger_open(path, NULL);
    g_autoptr(GString) text = g_string_new(NULL);

    (void)state;
    for (guint i = 0; i < 30000; i++)
        g_string_append(text, "and Wren ");
    for (guint i = 0; i < 1024 * 1024; i++)
        g_string_append_c(text, 'a' + (char)(i % 26));
    g_autofree char *found = people_in(tagger, text->str);
    assert_true(strlen(found) > 0);
}

static void a_tag_is_explained_in_words(void **state)
{
    g_autofree char *path = model_path();
    g_autoptr(IsrTagger) tagger = isr_tagger_open(path, NULL);
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    const char *reasons[3] = {NULL, NULL, NULL};

    (void)state;
    isr_block_append(block, "I spoke with Wren Applewhite at home.", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    guint n = isr_tagger_explain(tagger, reading, 13, 28, ISR_TAG_PERSON, reasons);
    assert_in_range(n, 1, 3);
    for (guint i = 0; i < n; i++)
        assert_true(strlen(reasons[i]) > 5);
}

/* How often a sweep of @text finds the known name Wimsel, which is a word of the services too. */
static guint sweep(const IsrTagger *tagger, const char *text)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();

    isr_terms_add(terms, "Wimsel", ISR_CATEGORY_NAME, ISR_TERM_BARRED, 1, ISR_ROLE_FAMILY);
    isr_terms_ask(terms, tagger);
    isr_terms_compile(terms);
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_terms_sweep(terms, reading, findings);
    return findings->len;
}

static void a_known_word_is_a_name_where_the_model_thinks_so(void **state)
{
    g_autoptr(GByteArray) bytes = train_small();
    g_autoptr(IsrTagger) tagger = open_bytes(bytes->data, bytes->len, NULL);

    (void)state;
    assert_int_equal(sweep(tagger, "Then Wimsel told the nurse."), 1);
    assert_int_equal(sweep(NULL, "Then Wimsel told the nurse."), 0);
}

/* The words of @sentence, each name's in brackets, with a bar behind what is context. */
static void write_sentence(GString *out, const Sentence *sentence)
{
    for (guint i = 0; i < sentence->n; i++) {
        guint8 label = sentence->labels[i];
        g_string_append_printf(out, "%s%s%s ", sentence->words[i],
                               label == LABEL_O ? ""
                               : label % 2 == 1 ? "/B"
                                                : "/I",
                               i + 1 == sentence->context ? " |" : "");
    }
    g_string_append(out, "\n");
}

static void our_documents_are_cut_as_the_tagger_cuts_them(void **state)
{
    static const char gold[] = "<doc id=\"a\" kind=\"note\" setting=\"s\" subject=\"p1\">\n"
                               "<people>\n<p id=\"p1\" role=\"subject\" origin=\"other\">Ada "
                               "Row</p>\n</people>\n<body>\n"
                               "| Date | Seen | By |\n"
                               "| 3 May | <e c=\"name\" p=\"p1\">Ada Row</e>'s mum | me |\n\n"
                               "<e c=\"name\" p=\"p1\">Ada</e> ate. It went well.\n"
                               "</body>\n</doc>\n";
    g_autofree char *folder = g_dir_make_tmp("isredact-gold-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "a.xml", NULL);
    g_autoptr(GPtrArray) corpus = corpus_new();
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_true(g_file_set_contents(path, gold, -1, NULL));
    assert_true(records_read(corpus, folder, &error));
    g_remove(path);
    g_remove(folder);
    for (guint i = 0; i < corpus->len; i++)
        write_sentence(out, corpus->pdata[i]);
    assert_string_equal(out->str, "Date \nDate : | Seen \nSeen : | By \nDate : | 3 May \n"
                                  "Seen : | Ada/B Row/I 's mum \nBy : | me \n"
                                  "Ada/B ate . \nIt went well . \n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cut_as_the_corpora_are),
        cmocka_unit_test(folding_ignores_case_accents_and_the_dot_of_a_title),
        cmocka_unit_test(a_missing_model_is_an_error_that_says_what_to_do),
        cmocka_unit_test(a_model_cut_short_is_refused),
        cmocka_unit_test(a_foreign_file_is_refused),
        cmocka_unit_test(a_damaged_byte_anywhere_is_refused),
        cmocka_unit_test(an_index_that_leads_outside_is_refused),
        cmocka_unit_test(training_gives_the_same_bytes_twice),
        cmocka_unit_test(a_small_model_finds_what_it_was_taught),
        cmocka_unit_test(the_model_finds_people_of_all_kinds_of_text),
        cmocka_unit_test(nothing_is_too_long),
        cmocka_unit_test(a_tag_is_explained_in_words),
        cmocka_unit_test(a_known_word_is_a_name_where_the_model_thinks_so),
        cmocka_unit_test(our_documents_are_cut_as_the_tagger_cuts_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
