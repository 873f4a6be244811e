/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: its frame, and first of all what needs a person. No script, nothing from elsewhere. */
#include "report_page.h"

#include "markup.h"

/* Every pair of colours that meet differs by 4.5 to 1 or more; bars differ in texture too. */
static const char style[] =
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b2128;--soft:#4d5863;--line:#c3cad1;"
    "--band:#f3f5f7;--gone:#1f4e79;--less:#8a4b00;--kept:#2a6b40;--call:#8c1d18;--link:#1a56a0}\n"
    "@media (prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e8eaed;--soft:#b3bcc5;"
    "--line:#47515b;--band:#1f252c;--gone:#8fbdf0;--less:#f0b36b;--kept:#8fd3a5;--call:#ffb4ab;"
    "--link:#9cc9ff}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1rem/1.55 system-ui,'Segoe UI',Arial,'DejaVu Sans',sans-serif}\n"
    "header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}\n"
    "header{padding-top:2rem}h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}\n"
    "h2{font-size:1.4rem;margin:2.5rem 0 .6rem;padding-top:.8rem;border-top:2px solid "
    "var(--line)}\n"
    "h3{font-size:1.12rem;margin:1.8rem 0 .5rem}p{max-width:46rem;margin:.5rem 0}\n"
    "a{color:var(--link)}code,.path{font-family:ui-monospace,Consolas,'DejaVu Sans Mono',monospace;"
    "font-size:.92em;overflow-wrap:anywhere}\n"
    ".soft,footer{color:var(--soft)}footer{padding-bottom:3rem}\n"
    ".sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;"
    "margin:1.5rem 0 0;padding:0}\n"
    ".sums div{border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;"
    "background:var(--band)}\n"
    ".sums dt{color:var(--soft)}.sums dd{margin:0;font-size:1.7rem;font-weight:600;"
    "font-variant-numeric:tabular-nums}\n"
    ".todo{padding:0;list-style:none}.todo li{border-left:.35rem solid var(--call);"
    "background:var(--band);padding:.6rem .9rem;margin:.5rem 0}\n"
    ".todo strong{color:var(--call)}.todo .well{border-color:var(--kept)}\n"
    ".wide,.chart{overflow-x:auto;margin:.8rem 0}table{border-collapse:collapse;width:100%}\n"
    "caption{text-align:left;font-weight:600;padding:.3rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;"
    "border-bottom:1px solid var(--line)}\n"
    "thead th{background:var(--band);font-weight:600;vertical-align:bottom}"
    "tbody th{font-weight:400}\n"
    ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
    "thead .n{white-space:normal}\n"
    "td code,th code{white-space:nowrap}td "
    "ul{margin:0;padding-left:1.1rem}th.path{width:34%;min-width:12rem}\n"
    ".chart svg{display:block;width:100%;min-width:34rem;height:auto}\n"
    ".chart text{fill:var(--ink);font-size:14px}.chart .label{text-anchor:end}\n"
    ".defs{position:absolute}.gone{fill:var(--gone);stroke:var(--gone)}\n"
    ".less{fill:url(#stripes);stroke:var(--less)}.kept{fill:var(--paper);stroke:var(--kept);"
    "stroke-width:1.5}\n"
    ".ground{fill:var(--paper)}.stripe{fill:var(--less)}\n"
    ".legend{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;padding:0}"
    ".legend svg{vertical-align:-.15em}\n"
    "@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--line:#999;"
    "--band:#fff;--gone:#1f4e79;--less:#8a4b00;--kept:#2a6b40;--call:#8c1d18;--link:#000}"
    "body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "header,main,footer{max-width:none;padding:0}h2,h3,caption{break-after:avoid}"
    "tr,.chart,.sums div,.todo li{break-inside:avoid}.wide{overflow:visible}"
    ".chart{overflow:visible;max-width:16cm}.chart svg{min-width:0}.todo a{display:none}}\n"
    "@page{margin:1.8cm}\n";

static void add_head(GString *text, const IsrJob *job)
{
    g_string_append(text,
                    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    "style-src 'unsafe-inline'\">\n"
                    "<meta name=\"robots\" content=\"noindex\">\n<title>Report of a batch: ");
    isr_markup_text(text, job->profile->title);
    g_string_append_printf(text, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style);
}

static void add_sum(GString *text, const char *term, guint64 number)
{
    g_string_append(text, "<div>");
    isr_markup_element(text, "dt", term);
    g_string_append(text, "<dd>");
    isr_markup_number(text, number);
    g_string_append(text, "</dd></div>\n");
}

static void add_header(GString *text, const IsrReport *report)
{
    const IsrProfile *profile = report->batch->job->profile;

    g_string_append(text, "<header>\n<h1>Report of a batch: ");
    isr_markup_text(text, profile->title);
    g_string_append(text, "</h1>\n<p>");
    isr_markup_text(text, profile->purpose);
    g_string_append(text,
                    "</p>\n<p class=\"soft\">This page quotes nothing that was removed and names "
                    "no source: a document is called by where its copy stands in this folder. It "
                    "is for you, not for those who receive the copies.</p>\n<dl class=\"sums\">\n");
    add_sum(text, "documents", report->sum->documents);
    add_sum(text, "copies, proved", report->sum->copies);
    add_sum(text, "of these to look at", report->sum->looks);
    add_sum(text, "without a copy", report->sum->refused);
    if (report->sum->others > 0)
        add_sum(text, "another part’s", report->sum->others);
    g_string_append(text, "</dl>\n</header>\n<main>\n");
}

/* --- what needs a person --- */

static void add_task(GString *text, const char *section, guint64 n, const char *one,
                     const char *many, const char *rest, guint *tasks)
{
    if (n == 0)
        return;
    g_string_append(text, "<li><strong>");
    isr_markup_count(text, n, one, many);
    g_string_append_printf(text, "</strong>%s <a href=\"#%s\">See which</a></li>\n", rest, section);
    (*tasks)++;
}

static guint64 unmended(const IsrConcerns *concerns)
{
    guint64 n = 0;

    for (guint i = 0; i < concerns->linkages->len; i++)
        n += !g_array_index(concerns->linkages, IsrConcernLinkage, i).mended;
    return n;
}

static void add_tasks(GString *text, const IsrReport *report)
{
    const IsrConcerns *concerns = report->concerns;
    guint tasks = 0;

    g_string_append(text, "<section id=\"person\">\n<h2>What needs a person</h2>\n"
                          "<ul class=\"todo\">\n");
    add_task(text, "refused", report->sum->refused, "document has", "documents have", " no copy.",
             &tasks);
    add_task(text, "looks", report->sum->looks, "copy has", "copies have",
             " something that a person must look at before sharing.", &tasks);
    add_task(text, "passages", unmended(concerns), "pair of copies", "pairs of copies",
             ", laid side by side, would show what one of them hides.", &tasks);
    add_task(text, "doubts", isr_concerns_doubts(concerns), "doubt", "doubts",
             " about who may be one person, or two.", &tasks);
    add_task(text, "singles", concerns->singles->len, "person", "people",
             " could be picked out by what is left of them.", &tasks);
    if (tasks == 0)
        g_string_append(text, "<li class=\"well\">Nothing in these documents was unsure, and each "
                              "has a copy that was proved. Read a few of them all the same: no "
                              "program sees everything that a person would.</li>\n");
    g_string_append(text, "</ul>\n</section>\n");
}

static void add_digest(GString *text, const char *term, const char *digest)
{
    g_string_append_printf(text, "<br>%s <code>%s</code>", term, digest ? digest : "none");
}

static void add_footer(GString *text, const IsrReport *report)
{
    const IsrJob *job = report->batch->job;
    g_autofree char *key = job->key ? isr_key_fingerprint(job->key) : NULL;

    g_string_append(text, "</main>\n<footer>\n<h2>What this rests on</h2>\n");
    if (report->sum->hidden > 0) {
        g_string_append(text, "<p>");
        isr_markup_count(text, report->sum->hidden, "hidden file was", "hidden files were");
        g_string_append(text, " left aside.</p>\n");
    }
    g_string_append(text, "<p>isredact " ISREDACT_VERSION ", profile <code>");
    isr_markup_text(text, job->profile->id);
    g_string_append(text, "</code>. Legal basis: ");
    isr_markup_text(text, job->profile->basis);
    add_digest(text, "Digest of the profile:", job->profile->digest);
    add_digest(text, "Digest of the patterns:", job->patterns->digest);
    add_digest(text, "Fingerprint of the key:", key);
    g_string_append(text, "</p>\n<p>Why each thing went or stayed is in the manifest beside each "
                          "copy. The numbers of this page are in <code>" ISR_REPORT_JSON
                          "</code> too.</p>\n</footer>\n</body>\n</html>\n");
}

gboolean isr_report_html(const IsrReport *report, IsrOutput *output, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    IsrReportPage page = {report, output, text};

    add_head(text, report->batch->job);
    add_header(text, report);
    add_tasks(text, report);
    if (!isr_report_add_refused(&page, error) || !isr_report_add_looks(&page, error) ||
        !isr_report_add_linkages(&page, error) || !isr_report_add_doubts(&page, error) ||
        !isr_report_add_singles(&page, error))
        return FALSE;
    isr_report_add_numbers(&page);
    add_footer(text, report);
    return isr_report_pour(text, output, TRUE, error);
}
