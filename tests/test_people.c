/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People: mentions become persons, persons get roles, and what is known is found everywhere. */
#include "isr_test.h"

#include <string.h>

#include <isredact/detector.h>
#include <isredact/people.h>

static IsrPatterns *patterns;

static int load_patterns(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int free_patterns(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

/* A document, gone through as the pipeline does. */
typedef struct {
    GPtrArray *blocks;   /* of IsrBlock * */
    GPtrArray *findings; /* of GArray * */
    IsrPeople *people;
    IsrTerms *terms;
} Document;

/* Headings of the table that rows stand in, or NULL. */
static GPtrArray *headings;

static IsrBlock *block_of(const char *text, guint index)
{
    IsrBlock *block = isr_block_new(*text == '#'                   ? ISR_BLOCK_HEADING
                                    : strchr(text, ISR_CELL_BREAK) ? ISR_BLOCK_ROW
                                                                   : ISR_BLOCK_BODY,
                                    "part");

    block->index = index;
    block->columns = block->kind == ISR_BLOCK_ROW ? headings : NULL;
    isr_block_append(block, text + strspn(text, "# "), -1, 0, ISR_RUN_PLAIN);
    return block;
}

/* @texts ends with NULL. */
static Document read_document(const char *const *texts, char **subjects)
{
    Document document = {
        g_ptr_array_new_with_free_func((GDestroyNotify)isr_block_free),
        g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
        isr_people_new(patterns, subjects),
        isr_terms_new(),
    };
    const char *heading = NULL;

    for (guint i = 0; texts[i] != NULL; i++) {
        IsrBlock *block = block_of(texts[i], i);
        GArray *findings = isr_findings_new();
        block->heading = heading;
        if (block->kind == ISR_BLOCK_HEADING)
            heading = block->text->str;
        assert_true(isr_detect(patterns, block, findings, NULL));
        isr_people_learn(document.people, block, findings);
        g_ptr_array_add(document.blocks, block);
        g_ptr_array_add(document.findings, findings);
    }
    isr_people_settle(document.people, document.terms);
    isr_terms_compile(document.terms);
    for (guint i = 0; i < document.blocks->len; i++) {
        const IsrBlock *block = document.blocks->pdata[i];
        GArray *findings = document.findings->pdata[i];
        g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
        isr_terms_sweep(document.terms, reading, findings);
        isr_people_attribute(document.people, block, findings);
        isr_findings_resolve(findings, block);
    }
    return document;
}

static void free_document(Document *document)
{
    g_ptr_array_unref(document->blocks);
    g_ptr_array_unref(document->findings);
    isr_people_free(document->people);
    isr_terms_free(document->terms);
}

/* The finding that covers @value in block @n; NULL if none does. */
static const IsrFinding *found(const Document *document, guint n, const char *value)
{
    const IsrBlock *block = document->blocks->pdata[n];
    const GArray *findings = document->findings->pdata[n];
    const char *at = strstr(block->text->str, value);

    assert_non_null(at);
    gsize start = (gsize)(at - block->text->str);
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->range.start <= start && finding->range.end >= start + strlen(value))
            return finding;
    }
    return NULL;
}

static guint person_of(const Document *document, guint n, const char *value)
{
    const IsrFinding *finding = found(document, n, value);

    if (finding == NULL)
        fail_msg("not found: %s", value);
    return finding->person;
}

static IsrRole role_of(const Document *document, guint n, const char *value)
{
    const IsrFinding *finding = found(document, n, value);

    if (finding == NULL)
        fail_msg("not found: %s", value);
    return finding->role;
}

static void forms_of_a_name_are_one_person(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor",
                           "OKAFOR, Jayden was seen.",
                           "Jayden is well, and J. Okafor signed.",
                           "Plan for JO and for J.O.",
                           "file plan_OkaforJ.docx",
                           NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(isr_people_size(document.people), 1);
    assert_int_equal(person_of(&document, 1, "OKAFOR, Jayden"), 1);
    assert_int_equal(person_of(&document, 2, "Jayden"), 1);
    assert_int_equal(person_of(&document, 2, "J. Okafor"), 1);
    assert_int_equal(person_of(&document, 3, "JO"), 1);
    assert_int_equal(person_of(&document, 3, "J.O"), 1);
    assert_int_equal(person_of(&document, 4, "OkaforJ"), 1);
    free_document(&document);
}

static void file_names_join_a_name_and_all_initials_of_the_other(void **state)
{
    const char *texts[] = {"Child: Zoya Rafiq-Dunne", "Resident: LAU Siu-Ping",
                           "Mother: Mariana Iturralde Quispe",
                           "zoya_rd_v3.pdf, Lau_SP_log.pdf and Iturralde_M_form.pdf", NULL};
    Document document = read_document(texts, NULL);

    (void)state;
    assert_int_equal(person_of(&document, 3, "zoya_rd"), person_of(&document, 0, "Zoya"));
    assert_int_equal(person_of(&document, 3, "Lau_SP"), person_of(&document, 1, "LAU"));
    assert_int_equal(person_of(&document, 3, "Iturralde_M"), person_of(&document, 2, "Quispe"));
    free_document(&document);
}

static void an_initial_and_a_piece_of_a_surname_are_found(void **state)
{
    const char *texts[] = {"Referred by Miss K. Amponsah-Reid (class teacher).",
                           "saved by kamponsah in the shared folder",
                           "Amy Day-Row came. a day later", NULL};
    Document document = read_document(texts, NULL);

    (void)state;
    assert_non_null(found(&document, 1, "kamponsah"));
    assert_null(found(&document, 2, "a day"));
    free_document(&document);
}

static void a_name_met_late_is_found_early(void **state)
{
    (void)state;
    const char *texts[] = {"asked about tumpa again", "Child: Tasnuva Rouf, known as Tumpa.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(person_of(&document, 0, "tumpa"), person_of(&document, 1, "Tasnuva Rouf"));
    free_document(&document);
}

static void surname_and_forename_of_a_form_are_one_person(void **state)
{
    (void)state;
    const char *texts[] = {"Family name\037TEOH", "Given name(s)\037Zhi Hao",
                           "Name used in class\037Howie", "Zhi Hao came. Howie laughed.", NULL};
    Document document = read_document(texts, NULL);

    guint person = person_of(&document, 0, "TEOH");
    assert_int_equal(person_of(&document, 1, "Zhi Hao"), person);
    assert_int_equal(person_of(&document, 3, "Howie"), person);
    assert_int_equal(isr_people_nth(document.people, person)->role, ISR_ROLE_SUBJECT);
    free_document(&document);
}

static void a_title_leads_to_the_right_one_of_a_family(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Tasnuva Rouf", "Mother: Shirin Rouf", "Father: Abdur Rouf",
                           "Mrs Rouf came. Mr Rouf did not.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(found(&document, 3, "Rouf")->person, person_of(&document, 1, "Shirin Rouf"));
    assert_null(found(&document, 3, "Rouf did"));
    free_document(&document);
}

static void roles_come_from_labels_tables_kin_and_jobs(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor",
                           "Ngozi Okafor\037Mother\037Family",
                           "His neighbour Trevor Pugsley rang.",
                           "Ekene Mark, social worker, visited.",
                           "Oluwaseun Adebayo rang twice.",
                           NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(found(&document, 0, "Jayden Okafor")->role, ISR_ROLE_SUBJECT);
    assert_int_equal(found(&document, 1, "Ngozi Okafor")->role, ISR_ROLE_FAMILY);
    assert_int_equal(found(&document, 2, "Trevor Pugsley")->role, ISR_ROLE_THIRD_PARTY);
    assert_int_equal(found(&document, 3, "Ekene Mark")->role, ISR_ROLE_PROFESSIONAL);
    const IsrFinding *unknown = found(&document, 4, "Oluwaseun Adebayo");
    assert_int_equal(unknown->role, ISR_ROLE_UNSURE);
    assert_true(unknown->flags & ISR_FINDING_UNSURE);
    assert_true(isr_people_nth(document.people, unknown->person)->check);
    free_document(&document);
}

static void what_does_not_agree_is_unsure(void **state)
{
    (void)state;
    const char *texts[] = {"Her uncle Golam Mortuza came.", "Golam Mortuza, social worker, came.",
                           NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(isr_people_nth(document.people, 1)->role, ISR_ROLE_UNSURE);
    assert_true(isr_people_nth(document.people, 1)->check);
    free_document(&document);
}

static void who_is_unsure_is_written_down_as_what_they_probably_are(void **state)
{
    (void)state;
    static const char *const texts[] = {"Child's name: Leah Chukwu", "Zoltan Petrossian was there.",
                                        NULL};
    Document document = read_document(texts, NULL);
    const IsrFinding *stranger = found(&document, 1, "Zoltan Petrossian");

    assert_int_equal(stranger->role, ISR_ROLE_UNSURE);
    assert_true(isr_people_presume(document.people, stranger) < ISR_ROLE_REFERRER);
    assert_true(isr_people_presume(document.people, stranger) != ISR_ROLE_SUBJECT);
    assert_true(isr_people_nth(document.people, stranger->person)->check);
    assert_int_equal(isr_people_presume(document.people, found(&document, 0, "Leah Chukwu")),
                     ISR_ROLE_SUBJECT);
    free_document(&document);
}

static void the_command_line_names_the_subject_and_aliases(void **state)
{
    (void)state;
    char *subjects[] = {(char *)"Hope Sallis=Hopey", NULL};
    const char *texts[] = {"Seen with Hopey today.", "There is hope for Hope Sallis.", NULL};
    Document document = read_document(texts, subjects);

    assert_int_equal(found(&document, 0, "Hopey")->role, ISR_ROLE_SUBJECT);
    assert_null(found(&document, 1, "hope"));
    assert_int_equal(found(&document, 1, "Hope Sallis")->role, ISR_ROLE_SUBJECT);
    free_document(&document);
}

static void whom_one_label_or_headline_names_together_are_all_subjects(void **state)
{
    (void)state;
    static const char *const labels[][4] = {
        {"Children: Kofi Sarpong, 8; Abena Sarpong, 6", "Kofi has asthma.", NULL},
        {"Re: Kofi Sarpong (dob 03.02.2016) and Abena Sarpong (dob 04.05.2018)", "Kofi has asthma.",
         NULL},
        {"For: Kofi Sarpong, 6, and Abena Sarpong, 3", "Kofi is doing well.", NULL},
        {"Statement for care orders in respect of Kofi Sarpong (3.2.2016) and Abena Sarpong.",
         "Kofi is in Year 4.", NULL},
        {"Dear Jocelyn", "Kofi and Abena Sarpong - moving in",
         "Thank you for agreeing to find a place for Kofi. Kofi is in Year 4.", NULL},
    };

    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        Document document = read_document(labels[i], NULL);
        const guint named = i == 4 ? 1 : 0;

        assert_int_equal(role_of(&document, named, "Kofi"), ISR_ROLE_SUBJECT);
        assert_int_equal(role_of(&document, named, "Abena Sarpong"), ISR_ROLE_SUBJECT);
        free_document(&document);
    }
}

static void whom_the_record_calls_otherwise_is_no_subject_beside_one(void **state)
{
    (void)state;
    const char *texts[] = {"Re: Kofi Sarpong and Grace Frimpong", "Aunt: Grace Frimpong",
                           "Kofi has asthma and enjoys school.", NULL};
    const char *told[] = {"Child: Kofi Sarpong", "Kofi saw Leah Price and Mrs Row.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(role_of(&document, 0, "Kofi"), ISR_ROLE_SUBJECT);
    assert_int_equal(role_of(&document, 0, "Grace"), ISR_ROLE_FAMILY);
    free_document(&document);
    document = read_document(told, NULL);
    assert_int_not_equal(role_of(&document, 1, "Leah"), ISR_ROLE_SUBJECT);
    free_document(&document);
}

static void people_are_numbered_by_first_mention(void **state)
{
    (void)state;
    const char *texts[] = {"Seen by Ekene Mark.", "Child: Jayden Okafor", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(person_of(&document, 0, "Ekene Mark"), 1);
    assert_int_equal(person_of(&document, 1, "Jayden Okafor"), 2);
    free_document(&document);
}

static void values_belong_to_the_person_beside_them(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor, NHS no. 999 123 4560.",
                           "Mother: Ngozi Okafor",
                           "Mum's mobile: 07700 900123",
                           "Ngozi\037"
                           "07700 900124",
                           "ring 07700 900125 please",
                           NULL};
    Document document = read_document(texts, NULL);
    guint mother = person_of(&document, 1, "Ngozi Okafor");

    assert_int_equal(person_of(&document, 0, "999 123 4560"), person_of(&document, 0, "Jayden"));
    assert_int_equal(person_of(&document, 2, "07700 900123"), mother);
    assert_int_equal(person_of(&document, 3, "07700 900124"), mother);
    assert_int_equal(found(&document, 4, "07700 900125")->role, ISR_ROLE_UNSURE);
    free_document(&document);
}

static void a_value_is_whose_the_whole_name_is_where_two_share_a_surname(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Zoe Brien, born 4 May 2014", "Mother: Fionnuala Brien",
                           "Zoe Brien\037Year 5\0374 Mill Row, Tarnbridge", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(person_of(&document, 0, "4 May 2014"), person_of(&document, 0, "Zoe"));
    assert_int_equal(person_of(&document, 2, "4 Mill Row"), person_of(&document, 0, "Zoe"));
    free_document(&document);
}

static void a_postcode_is_whose_the_address_before_it_is(void **state)
{
    static const char *const TEXTS[] = {
        "Child: Jayden Okafor",
        "Mother: Ngozi Okafor",
        "Home address\x1f"
        "3 Weavers Fold, Tarnbridge NE96 5RT\037GP\037Dr Hannah Deshpande",
        "Date of birth\x1f"
        "14/03/2012\037GP\037Dr Hannah Deshpande",
        NULL,
    };
    Document document = read_document(TEXTS, NULL);

    (void)state;
    const IsrFinding *address = found(&document, 2, "3 Weavers Fold");
    const IsrFinding *postcode = found(&document, 2, "NE96 5RT");

    assert_int_equal(postcode->role, address->role);
    assert_int_equal(postcode->person, address->person);
    /* The name behind the next label is another field's. */
    assert_int_equal(found(&document, 3, "14/03/2012")->role, ISR_ROLE_SUBJECT);
    free_document(&document);
}

static void short_postcodes_and_marks_of_vehicles_are_known_elsewhere(void **state)
{
    static const char *const TEXTS[] = {"Vehicle: AB12 CDE", "Postcode: S1 1AA",
                                        "Case reference: 12", NULL};
    Document document = read_document(TEXTS, NULL);
    gboolean mark = FALSE, postcode = FALSE, other = FALSE;

    (void)state;
    for (guint i = 0; i < isr_terms_size(document.terms); i++) {
        const char *term = isr_terms_nth(document.terms, i)->squeezed;

        mark = mark || g_str_equal(term, "ab12cde");
        postcode = postcode || g_str_equal(term, "s11aa");
        other = other || g_str_equal(term, "12");
    }
    assert_true(mark && postcode && !other);
    free_document(&document);
}

static void no_client_number_is_a_professionals(void **state)
{
    static const char *const TEXTS[] = {
        "Child: Jayden Okafor",
        "Social worker: Ngozi Marsh",
        "Ngozi Marsh checked the file for NHS number 999 123 4560 today.",
        "Ngozi Marsh checked the file for UPN A801200001234 today.",
        NULL,
    };
    Document document = read_document(TEXTS, NULL);

    (void)state;
    assert_int_equal(found(&document, 2, "Ngozi Marsh")->role, ISR_ROLE_PROFESSIONAL);
    assert_int_equal(found(&document, 2, "999 123 4560")->role, ISR_ROLE_UNSURE);
    assert_int_equal(found(&document, 3, "A801200001234")->role, ISR_ROLE_SUBJECT);
    free_document(&document);
}

static void a_date_of_birth_is_found_in_other_forms(void **state)
{
    (void)state;
    const char *texts[] = {"DOB: 14/03/2012", "14.3.12", "2012-03-14", "14 March 2012", NULL};
    Document document = read_document(texts, NULL);

    for (guint i = 1; i < 4; i++)
        assert_int_equal(found(&document, i, texts[i])->category, ISR_CATEGORY_DOB);
    free_document(&document);
}

static void the_value_under_a_label_in_the_next_paragraph_is_learnt(void **state)
{
    (void)state;
    const char *texts[] = {"Child's name:",    "Precious Hope", "Seen: precious hope was well.",
                           "Hospital number:", "QQ 12",         NULL};
    Document document = read_document(texts, NULL);

    assert_non_null(found(&document, 1, "Precious Hope"));
    assert_non_null(found(&document, 2, "precious hope"));
    free_document(&document);
}

static void a_job_under_a_signature_gives_the_role(void **state)
{
    (void)state;
    const char *texts[] = {"Katarzyna Nowakowska", "SENCO and Assistant Head, Lodge Hill", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(found(&document, 0, "Katarzyna Nowakowska")->role, ISR_ROLE_PROFESSIONAL);
    free_document(&document);
}

/* The role of @value in block @n. */
/* What the person of @value in block @n probably is. */
static IsrRole presumed_of(const Document *document, guint n, const char *value)
{
    return isr_people_presume(document->people, found(document, n, value));
}

static void wordings_around_a_name_speak_for_a_role(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor",
                           "He pushed another child, Arash Golzari, at break.",
                           "Sahar Attar, transport officer, drove the route.",
                           "Trevor Pugsley from the flats opposite came out.",
                           "Health: Nilufar Karimova will send her report.",
                           "Mum is Shirin Akter.",
                           NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(presumed_of(&document, 1, "Arash Golzari"), ISR_ROLE_THIRD_PARTY);
    assert_int_equal(presumed_of(&document, 2, "Sahar Attar"), ISR_ROLE_PROFESSIONAL);
    assert_int_equal(presumed_of(&document, 3, "Trevor Pugsley"), ISR_ROLE_THIRD_PARTY);
    assert_int_equal(presumed_of(&document, 4, "Nilufar Karimova"), ISR_ROLE_PROFESSIONAL);
    assert_int_equal(presumed_of(&document, 5, "Shirin Akter"), ISR_ROLE_FAMILY);
    for (guint i = 1; i <= isr_people_size(document.people); i++)
        assert_non_null(isr_people_nth(document.people, i)->evidence);
    free_document(&document);
}

static void who_tells_in_confidence_is_a_referrer(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor",
                           "Jean Ormondroyd rang and asked that she not be named.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(role_of(&document, 1, "Jean Ormondroyd"), ISR_ROLE_REFERRER);
    assert_int_equal(presumed_of(&document, 1, "Jean Ormondroyd"), ISR_ROLE_REFERRER);
    free_document(&document);
}

static void a_label_or_a_wish_behind_another_name_makes_a_referrer(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor", "Informant: Dot Sillitoe",
                           "A neighbour, Jean Ormondroyd, rang. She heard Jayden crying. The "
                           "caller asked not to be named.",
                           "The caller wants to be anonymous. Her name is Pat Hollis.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(role_of(&document, 1, "Dot Sillitoe"), ISR_ROLE_REFERRER);
    assert_int_equal(role_of(&document, 2, "Jean Ormondroyd"), ISR_ROLE_REFERRER);
    assert_int_equal(role_of(&document, 2, "Jayden"), ISR_ROLE_SUBJECT);
    assert_int_equal(role_of(&document, 3, "Pat Hollis"), ISR_ROLE_REFERRER);
    free_document(&document);
}

static void who_hides_for_other_reasons_is_no_referrer(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor", "Jayden asked his teacher not to tell Mum.",
                           "He is placed with Mrs Fairweather, an approved foster carer. The "
                           "address is not to be disclosed to the parents.",
                           "Tracy Brooks wants to know who rang.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(role_of(&document, 1, "Jayden"), ISR_ROLE_SUBJECT);
    assert_int_not_equal(role_of(&document, 2, "Fairweather"), ISR_ROLE_REFERRER);
    assert_int_not_equal(role_of(&document, 3, "Tracy Brooks"), ISR_ROLE_REFERRER);
    free_document(&document);
}

static void staff_who_tell_in_confidence_are_for_a_person_to_look_at(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor",
                           "Ekene Mark, the SENCO, came to our house. He told me, in "
                           "confidence, that the notes were changed.",
                           NULL};
    Document document = read_document(texts, NULL);
    const IsrPerson *person =
        isr_people_nth(document.people, person_of(&document, 1, "Ekene Mark"));

    assert_int_equal(person->role, ISR_ROLE_UNSURE);
    assert_int_equal(person->presumed, ISR_ROLE_PROFESSIONAL);
    assert_true(person->check);
    free_document(&document);
}

static void a_dash_is_no_agency_and_a_story_no_label(void **state)
{
    (void)state;
    const char *texts[] = {"Ngozi Okafor\037Mother\037\xe2\x80\x93",
                           "3 May\037Ade hit Nilufar's cousin, sent home\037Paris Webb", NULL};

    headings = g_ptr_array_new();
    g_ptr_array_add(headings, (gpointer) "Name");
    g_ptr_array_add(headings, (gpointer) "Role");
    g_ptr_array_add(headings, (gpointer) "Agency");
    Document document = read_document(texts, NULL);
    assert_int_equal(role_of(&document, 0, "Ngozi Okafor"), ISR_ROLE_FAMILY);
    free_document(&document);
    g_clear_pointer(&headings, g_ptr_array_unref);
    document = read_document(texts, NULL);
    assert_int_not_equal(role_of(&document, 1, "Paris Webb"), ISR_ROLE_FAMILY);
    free_document(&document);
}

static void a_team_behind_the_writer_of_a_chat_is_work(void **state)
{
    (void)state;
    const char *texts[] = {"[03/03/2025, 08:02:44] Hope Sallis FSW: morning all. case no. 7741906",
                           "[03/03/2025, 08:05:01] Mirela H: thank you",
                           "[03/03/2025, 08:06:30] Hope Sallis FSW: ok", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(role_of(&document, 0, "Hope Sallis"), ISR_ROLE_PROFESSIONAL);
    assert_int_not_equal(role_of(&document, 1, "Mirela H"), ISR_ROLE_PROFESSIONAL);
    free_document(&document);
}

static void the_surname_of_the_family_makes_a_relative(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Kacper Wysocki", "Zbigniew Wysocki came late.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(presumed_of(&document, 1, "Zbigniew Wysocki"), ISR_ROLE_FAMILY);
    free_document(&document);
}

static void a_middle_name_makes_nobody_the_grandmother(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Talia Sela Vakalahi",
                           "Her grandmother, Sela Vakalahi, runs the choir.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_not_equal(person_of(&document, 0, "Talia Sela Vakalahi"),
                         person_of(&document, 1, "Sela Vakalahi"));
    assert_int_equal(role_of(&document, 1, "Sela Vakalahi"), ISR_ROLE_FAMILY);
    free_document(&document);
}

static void a_child_is_no_mister(void **state)
{
    (void)state;
    const char *texts[] = {"Haruki Frost, DOB 3 May 2012, seen on 4 June 2025.",
                           "Mr Frost rang. Haruki did not.", NULL};
    Document document = read_document(texts, NULL);

    assert_int_not_equal(person_of(&document, 0, "Haruki Frost"), person_of(&document, 1, "Frost"));
    assert_int_equal(person_of(&document, 0, "Haruki Frost"), person_of(&document, 1, "Haruki"));
    free_document(&document);
}

static void pet_names_and_initials_lead_to_the_person(void **state)
{
    (void)state;
    const char *texts[] = {"Patient: BT-R", "Bodhi Tamang-Rowe was seen.",
                           "RE: Fionnbharr Devlin (also Finbar Devlin)", "Finn likes trains.",
                           NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(person_of(&document, 0, "BT-R"), person_of(&document, 1, "Bodhi Tamang-Rowe"));
    assert_int_equal(person_of(&document, 2, "Fionnbharr"), person_of(&document, 2, "Finbar"));
    assert_int_equal(person_of(&document, 2, "Fionnbharr"), person_of(&document, 3, "Finn"));
    free_document(&document);
}

static void short_forms_lead_to_the_person_unless_two_can_be_meant(void **state)
{
    Document one = read_document(
        (const char *const[]){"Pupil: Margaret Okonjo-Tull", "Social worker: William Harrowgate",
                              "Peggy Okonjo-Tull was at home.", "Ms Tull told Bill Harrowgate.",
                              "Peggy is well.", NULL},
        NULL);
    Document two = read_document((const char *const[]){"Pupil: Margaret Okonjo-Tull",
                                                       "Mother: Margaret Okonjo-Tull-Mbeki",
                                                       "Friend: Peggy Harrowgate", NULL},
                                 NULL);

    (void)state;
    assert_int_equal(person_of(&one, 2, "Peggy"), person_of(&one, 0, "Margaret"));
    assert_int_equal(person_of(&one, 4, "Peggy"), person_of(&one, 0, "Margaret"));
    assert_int_equal(person_of(&one, 3, "Bill"), person_of(&one, 1, "William"));
    assert_int_equal(found(&one, 3, "Bill")->role, ISR_ROLE_PROFESSIONAL);
    assert_int_not_equal(person_of(&two, 2, "Peggy"), person_of(&two, 0, "Margaret"));
    free_document(&one);
    free_document(&two);
}

static void friends_shorten_names_and_files_put_a_letter_behind(void **state)
{
    static const char *const TEXTS[] = {
        "Pupil: Yasmin Okafor",
        "Friend: Bilal Abara",
        "Teacher: Jason Marlow",
        "Friend: Jas Abiola",
        "Then Yas came with Jas.",
        "Drawing in abara_b_scan.jpg.",
        "Bilal Abara, b. in Leeds",
        "Sister: Rhiannon Okafor",
        "Andrew and Rhi met; the RHI was late.",
        NULL,
    };
    Document document = read_document(TEXTS, NULL);

    (void)state;
    assert_int_equal(person_of(&document, 4, "Yas"), person_of(&document, 0, "Yasmin"));
    assert_int_equal(person_of(&document, 4, "Jas"), person_of(&document, 3, "Jas"));
    assert_int_equal(person_of(&document, 5, "abara_b"), person_of(&document, 1, "Bilal"));
    assert_null(found(&document, 6, "Abara, b"));
    assert_int_equal(person_of(&document, 8, "Rhi"), person_of(&document, 7, "Rhiannon"));
    assert_null(found(&document, 8, "and"));
    free_document(&document);
}

static void the_end_of_a_long_name_and_a_slip_lead_to_the_person(void **state)
{
    const char *texts[] = {
        "Child: Jayden Okafor",    "Neighbour: Lee Pargeter",       "Lee Pargiter rang.",
        "We told Jayden Okaforr.", "Her aunt, Mercy Okafor, came.", NULL};
    Document document = read_document(texts, NULL);

    (void)state;
    assert_int_equal(person_of(&document, 2, "Lee"), person_of(&document, 1, "Lee Pargeter"));
    assert_int_equal(person_of(&document, 3, "Jayden"), person_of(&document, 0, "Jayden"));
    assert_int_not_equal(person_of(&document, 4, "Mercy"), person_of(&document, 0, "Jayden"));
    free_document(&document);
}

static void staff_sign_with_an_initial(void **state)
{
    (void)state;
    const char *texts[] = {"Child: Jayden Okafor, DOB 3 May 2012",
                           "Thandeka will chase the school.", "Signed T. Mabuza", NULL};
    Document document = read_document(texts, NULL);

    assert_int_equal(person_of(&document, 1, "Thandeka"), person_of(&document, 2, "T. Mabuza"));
    assert_int_equal(role_of(&document, 1, "Thandeka"), ISR_ROLE_PROFESSIONAL);
    free_document(&document);
}

static void a_letter_is_to_a_parent_or_about_its_reader(void **state)
{
    (void)state;
    const char *to_parent[] = {"Pupil: Martin Delaney, date of birth 4 May 2014, UPN A801200001234",
                               "Martin's report",
                               "Dear Mrs Delaney",
                               "Your son Martin was kind. Martin reads well. Your child did well.",
                               "Martin has made progress, and Martin likes maths.",
                               NULL};
    const char *about[] = {"Dear Ms Dacosta",
                           "You applied to us for your flat. You told us of your work, and we "
                           "have seen your letter. If you move, you keep your place.",
                           NULL};
    const char *couple[] = {"Mr Anton Dacosta and Mrs Leah Dacosta",
                            "1 May 2025\nDear Mr and Mrs Dacosta\nYour flat",
                            "You applied to us for your flat. You told us of your work, and we "
                            "have seen your letter. If you move, you keep your place.",
                            NULL};
    Document document = read_document(couple, NULL);

    assert_int_equal(role_of(&document, 0, "Anton Dacosta"), ISR_ROLE_SUBJECT);
    free_document(&document);
    document = read_document(to_parent, NULL);
    assert_int_equal(role_of(&document, 0, "Martin"), ISR_ROLE_SUBJECT);
    assert_int_equal(presumed_of(&document, 2, "Delaney"), ISR_ROLE_FAMILY);
    free_document(&document);
    document = read_document(about, NULL);
    assert_int_equal(role_of(&document, 0, "Dacosta"), ISR_ROLE_SUBJECT);
    free_document(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_a_name_are_one_person),
        cmocka_unit_test(file_names_join_a_name_and_all_initials_of_the_other),
        cmocka_unit_test(an_initial_and_a_piece_of_a_surname_are_found),
        cmocka_unit_test(a_name_met_late_is_found_early),
        cmocka_unit_test(surname_and_forename_of_a_form_are_one_person),
        cmocka_unit_test(a_title_leads_to_the_right_one_of_a_family),
        cmocka_unit_test(roles_come_from_labels_tables_kin_and_jobs),
        cmocka_unit_test(what_does_not_agree_is_unsure),
        cmocka_unit_test(who_is_unsure_is_written_down_as_what_they_probably_are),
        cmocka_unit_test(the_command_line_names_the_subject_and_aliases),
        cmocka_unit_test(whom_one_label_or_headline_names_together_are_all_subjects),
        cmocka_unit_test(whom_the_record_calls_otherwise_is_no_subject_beside_one),
        cmocka_unit_test(people_are_numbered_by_first_mention),
        cmocka_unit_test(values_belong_to_the_person_beside_them),
        cmocka_unit_test(a_value_is_whose_the_whole_name_is_where_two_share_a_surname),
        cmocka_unit_test(a_postcode_is_whose_the_address_before_it_is),
        cmocka_unit_test(short_postcodes_and_marks_of_vehicles_are_known_elsewhere),
        cmocka_unit_test(no_client_number_is_a_professionals),
        cmocka_unit_test(a_date_of_birth_is_found_in_other_forms),
        cmocka_unit_test(the_value_under_a_label_in_the_next_paragraph_is_learnt),
        cmocka_unit_test(a_job_under_a_signature_gives_the_role),
        cmocka_unit_test(wordings_around_a_name_speak_for_a_role),
        cmocka_unit_test(who_tells_in_confidence_is_a_referrer),
        cmocka_unit_test(a_label_or_a_wish_behind_another_name_makes_a_referrer),
        cmocka_unit_test(who_hides_for_other_reasons_is_no_referrer),
        cmocka_unit_test(staff_who_tell_in_confidence_are_for_a_person_to_look_at),
        cmocka_unit_test(a_dash_is_no_agency_and_a_story_no_label),
        cmocka_unit_test(a_team_behind_the_writer_of_a_chat_is_work),
        cmocka_unit_test(the_surname_of_the_family_makes_a_relative),
        cmocka_unit_test(a_middle_name_makes_nobody_the_grandmother),
        cmocka_unit_test(a_child_is_no_mister),
        cmocka_unit_test(pet_names_and_initials_lead_to_the_person),
        cmocka_unit_test(short_forms_lead_to_the_person_unless_two_can_be_meant),
        cmocka_unit_test(friends_shorten_names_and_files_put_a_letter_behind),
        cmocka_unit_test(the_end_of_a_long_name_and_a_slip_lead_to_the_person),
        cmocka_unit_test(staff_sign_with_an_initial),
        cmocka_unit_test(a_letter_is_to_a_parent_or_about_its_reader),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
