/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is text but on no page is shown as evidence, once, and told of. */
#include "isr_pdf.h"

#include "../src/formats/pdf_outside.h"

typedef struct {
    Watch watch;
    IsrPdf *pdf;
} Outside;

static void look(Outside *outside, GBytes *bytes)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrInput) input = pdf_input(bytes);
    IsrWalk walk = {.input = input,
                    .keep = &outside->watch.keep,
                    .visitor = {.self = &outside->watch, .block = watch_block, .part = watch_part}};
    g_autoptr(IsrVisit) visit = NULL;

    watch_init(&outside->watch, NULL);
    outside->pdf = isr_pdf_open(input, NULL, &error);
    assert_no_error(error);
    visit = isr_visit_new(&walk);
    assert_true(isr_pdf_outside_visit(outside->pdf, visit, &error));
    isr_visit_tell_parts(visit);
}

static void outside_clear(Outside *outside)
{
    watch_clear(&outside->watch);
    isr_pdf_free(outside->pdf);
}

/* A page with @catalog's keys, and @more objects from number 4 on. */
static void look_at(Outside *outside, const char *catalog, const char *page,
                    const char *const *more, const char *trailer)
{
    g_autofree char *first = g_strdup_printf("<< /Type /Catalog /Pages 2 0 R %s >>", catalog);
    g_autofree char *third =
        g_strdup_printf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s >>", page);
    const char *objects[16] = {first, PDF_PAGES, third};
    g_autoptr(GBytes) bytes = NULL;

    for (guint i = 0; more[i]; i++)
        objects[3 + i] = more[i];
    bytes = pdf_of(objects, trailer);
    look(outside, bytes);
}

static void assert_has(const GString *all, const char *expected)
{
    if (!strstr(all->str, expected))
        fail_msg("\"%s\" is not in \"%s\"", expected, all->str);
}

static void properties_are_shown(void **state)
{
    (void)state;
    const char *const more[] = {
        "<< /Title (Plan for Amina Okafor) /Author (S Marchbanks) /Creator (Writer) "
        "/CreationDate (D:20250301120000Z) /Case <FEFF005A006F00EB0020004C0065006500> >>",
        NULL};
    Outside outside;

    look_at(&outside, "", "", more, "/Info 4 0 R");
    assert_has(outside.watch.seen, "X:Plan for Amina Okafor\n");
    assert_has(outside.watch.seen, "X:Author: S Marchbanks\n");
    assert_null(strstr(outside.watch.seen->str, "Writer"));
    assert_null(strstr(outside.watch.seen->str, "D:2025"));
    assert_has(outside.watch.parts, "document properties generated 1\n");
    outside_clear(&outside);
}

static void metadata_is_shown(void **state)
{
    (void)state;
    g_autofree char *xmp = pdf_stream(
        "/Type /Metadata /Subtype /XML",
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
        "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='Writer' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' dc:source='from Jayden Whyte'>"
        "<dc:creator><rdf:Seq><rdf:li>Amina Okafor</rdf:li></rdf:Seq></dc:creator>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>");
    const char *const more[] = {xmp, NULL};
    Outside outside;

    look_at(&outside, "/Metadata 4 0 R", "", more, NULL);
    assert_has(outside.watch.seen, "X:Amina Okafor\n");
    assert_has(outside.watch.seen, "X:from Jayden Whyte\n");
    assert_null(strstr(outside.watch.seen->str, "Writer"));
    assert_has(outside.watch.parts, "XMP metadata dropped 1\n");
    outside_clear(&outside);
}

static void what_hangs_on_pages_is_shown(void **state)
{
    (void)state;
    const char *const more[] = {
        "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ring Amina) /T (S Marchbanks) "
        ">>",
        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI "
        "(mailto:a.okafor@mailbox.example) >> >>",
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (f1) /TU (Child's name) /V (Jayden Whyte) "
        "/Rect [0 0 9 9] >>",
        "<< /Type /Filespec /F (okafor-plan.docx) /UF (okafor-plan.docx) /EF << /F 8 0 R >> >>",
        "<< /Length 4 /Type /EmbeddedFile >>\nstream\nabcd\nendstream",
        NULL};
    Outside outside;

    look_at(&outside, "/AF [7 0 R]", "/Annots [4 0 R 5 0 R 6 0 R]", more, NULL);
    assert_has(outside.watch.seen, "X:Ring Amina\n");
    assert_has(outside.watch.seen, "X:a.okafor@mailbox.example\n");
    assert_has(outside.watch.seen, "X:Child's name: Jayden Whyte\n");
    assert_has(outside.watch.seen, "X:okafor-plan.docx\n");
    assert_has(outside.watch.parts, "note dropped 1\n");
    assert_has(outside.watch.parts, "link dropped 1\n");
    assert_has(outside.watch.parts, "form field dropped 1\n");
    assert_has(outside.watch.parts, "attachment dropped 1\n");
    outside_clear(&outside);
}

static void bookmarks_layers_and_structure_are_shown(void **state)
{
    (void)state;
    const char *const more[] = {
        "<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>",
        "<< /Title (Visit of Amina Okafor) /Parent 4 0 R /Dest [3 0 R /Fit] >>",
        "<< /Type /OCG /Name (Notes of S Marchbanks) >>",
        "<< /Type /StructTreeRoot /K 8 0 R >>",
        "<< /Type /StructElem /S /Figure /P 7 0 R /Alt (Jayden on a swing) >>",
        NULL};
    Outside outside;

    look_at(&outside,
            "/Outlines 4 0 R /OCProperties << /OCGs [6 0 R] /D << >> >> /StructTreeRoot 7 0 R "
            "/PageLabels << /Nums [0 << /P (Okafor-) /S /D >>] >>",
            "", more, NULL);
    assert_has(outside.watch.seen, "X:Visit of Amina Okafor\n");
    assert_has(outside.watch.seen, "X:Notes of S Marchbanks\n");
    assert_has(outside.watch.seen, "X:Jayden on a swing\n");
    assert_has(outside.watch.seen, "X:Okafor-\n");
    assert_has(outside.watch.parts, "bookmark dropped 1\n");
    assert_has(outside.watch.parts, "layer dropped 1\n");
    assert_has(outside.watch.parts, "structure dropped 1\n");
    outside_clear(&outside);
}

static void what_is_for_programs_is_not_shown(void **state)
{
    (void)state;
    const char *const more[] = {
        "<< /Type /FontDescriptor /FontFamily (Helvetica Neue) /FontName /X >>",
        "[/Indexed /DeviceRGB 1 (abcdef)]",
        "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>", NULL};
    Outside outside;

    look_at(&outside, "", "", more, "/ID [(abcdefgh) (abcdefgh)]");
    assert_string_equal(outside.watch.seen->str, "");
    outside_clear(&outside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(properties_are_shown),
        cmocka_unit_test(metadata_is_shown),
        cmocka_unit_test(what_hangs_on_pages_is_shown),
        cmocka_unit_test(bookmarks_layers_and_structure_are_shown),
        cmocka_unit_test(what_is_for_programs_is_not_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
