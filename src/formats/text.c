/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text. Lines that stand together are one block, since a label may stand on one line and
 * its value on the next; lines of a table are rows. Whatever is not edited keeps its bytes:
 * byte-order mark, encoding, line ends. */
#include "formats.h"
#include "line.h"

#include "../character.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

#define PART "text"
#define HEADING_BYTES 160
#define NUMBERED_BYTES 60

/* What a line is, seen among its neighbours. */
typedef enum { PROSE, HEADING, BARS, TABS } Shape;

typedef struct {
    IsrWalk *walk;
    IsrCharset charset;
    GByteArray *raw; /* of the paragraph in hand */
    GArray *lines;   /* of IsrLine, its lines */
    IsrBlock *block;
    GString *plain; /* text of the run in hand */
    GArray *edits;
    GByteArray *copy; /* written out, a paragraph at a time */
    char *heading;
    GPtrArray *columns;
    guint blocks;
} TextWalk;

static const IsrLine *line_at(const TextWalk *text, guint i)
{
    return i < text->lines->len ? &g_array_index(text->lines, IsrLine, i) : NULL;
}

/* Bars between cells: without those that frame the row. */
static guint inner_bars(const IsrLine *line)
{
    return line->bars - (line->bars > 0 && line->open) - (line->bars > 1 && line->shut);
}

static gboolean is_bar_row(const TextWalk *text, guint i)
{
    const IsrLine *line = line_at(text, i), *next = line_at(text, i + 1);
    const IsrLine *last = i > 0 ? line_at(text, i - 1) : NULL;
    const guint bars = inner_bars(line);

    return (line->open && line->bars > 1) ||
           (bars > 0 && ((next && inner_bars(next) == bars) || (last && inner_bars(last) == bars)));
}

/* "Name:<tab>value" lines are no table: their values may go on below. */
static gboolean is_tab_row(const TextWalk *text, guint i)
{
    const IsrLine *line = line_at(text, i), *next = line_at(text, i + 1);
    const IsrLine *last = i > 0 ? line_at(text, i - 1) : NULL;

    return line->tabs > (line->colon ? 1 : 0) &&
           ((next && next->tabs == line->tabs) || (last && last->tabs == line->tabs));
}

static Shape shape_of(const TextWalk *text, guint i)
{
    const IsrLine *line = line_at(text, i);

    if (line->cut)
        return PROSE;
    if (line->end - line->start <= HEADING_BYTES &&
        (line->hashed || (text->lines->len == 1 && line->capitals && line->letters > 2)))
        return HEADING;
    if (is_bar_row(text, i))
        return BARS;
    return is_tab_row(text, i) ? TABS : PROSE;
}

static void end_run(TextWalk *text)
{
    if (text->plain->len)
        isr_block_append(text->block, text->plain->str, (gssize)text->plain->len, 0, ISR_RUN_PLAIN);
    g_string_truncate(text->plain, 0);
}

static void append_pseudo(TextWalk *text, char c)
{
    end_run(text);
    isr_block_append(text->block, &c, 1, 0, ISR_RUN_PSEUDO);
}

/* Where in a row's line the reader is. */
typedef struct {
    guint bars;
    guint gaps;
    gboolean solid, tab;
} RowPlace;

static void append_row_character(TextWalk *text, const IsrLine *line, Shape shape, RowPlace *place,
                                 gunichar c)
{
    if (shape == BARS && c == '|') {
        const guint nth = place->bars++;
        const gboolean frame = (nth == 0 && line->open) || (nth + 1 == line->bars && line->shut);

        append_pseudo(text, frame ? ' ' : ISR_CELL_BREAK);
        return;
    }
    if (shape == TABS && c == '\t' && place->solid && !place->tab && place->gaps < line->tabs) {
        place->gaps++;
        place->tab = TRUE;
        append_pseudo(text, ISR_CELL_BREAK);
        return;
    }
    if (!isr_is_space(c)) {
        place->solid = TRUE;
        place->tab = FALSE;
    }
    if (c < 0x80)
        g_string_append_c(text->plain, (char)c);
    else
        g_string_append_unichar(text->plain, c);
}

/* How many bytes from @at on are characters that a block holds as they are. */
static gsize plain_bytes(const TextWalk *text, gsize at, gsize end)
{
    gsize from = at;

    if (!isr_charset_is_narrow(text->charset))
        return 0;
    while (at < end && text->raw->data[at] >= 0x20 && text->raw->data[at] < 0x80)
        at++;
    return at - from;
}

/* Appends @line to the block; its line end only if @joined to a next one. */
static void append_line(TextWalk *text, const IsrLine *line, Shape shape, gboolean joined)
{
    RowPlace place = {0};

    for (gsize at = line->start; at < line->end;) {
        gsize plain = shape == PROSE ? plain_bytes(text, at, line->end) : 0;
        gunichar c;

        if (plain > 0) {
            g_string_append_len(text->plain, (const char *)text->raw->data + at, (gssize)plain);
            at += plain;
            continue;
        }
        at += isr_line_character(text->charset, text->raw->data + at, line->end - at, &c);
        if (c != '\n')
            append_row_character(text, line, shape, &place, c);
        else if (joined)
            append_pseudo(text, '\n');
    }
}

/* Goes on from the raw byte *@raw at *@at of the block's text until the text is at @to. */
static void follow(const TextWalk *text, gsize *raw, gsize *at, gsize to, gsize end)
{
    while (*at < to && *raw < end) {
        gunichar c;

        *raw += isr_line_character(text->charset, text->raw->data + *raw, end - *raw, &c);
        *at += c < 0x80 ? 1 : (gsize)g_unichar_to_utf8(c, NULL);
    }
}

/* The raw bytes from @start to @end with the edits put in their places. */
static void copy_edited(TextWalk *text, gsize start, gsize end)
{
    gsize raw = start, at = 0;

    for (guint i = 0; i < text->edits->len; i++) {
        const IsrEdit *edit = &g_array_index(text->edits, IsrEdit, i);

        follow(text, &raw, &at, edit->range.start, end);
        g_byte_array_append(text->copy, text->raw->data + start, (guint)(raw - start));
        isr_charset_put(text->charset, edit->text, text->copy);
        follow(text, &raw, &at, edit->range.end, end);
        start = raw;
    }
    g_byte_array_append(text->copy, text->raw->data + start, (guint)(end - start));
}

static void take_heading(TextWalk *text)
{
    char *heading = text->block->text->str;

    while (*heading == '#' || *heading == ' ')
        heading++;
    g_free(text->heading);
    text->heading = g_strstrip(g_strdup(heading));
}

/* "2. Alleged perpetrator" alone: what stands below it is theirs, though it may be an item of a
 * list as well. */
static gboolean heads_a_part(const TextWalk *text, guint first, guint end, Shape shape)
{
    const GString *line = text->block->text;
    const gsize digits = strspn(line->str, "0123456789");

    return shape == PROSE && end - first == 1 && !line_at(text, first)->cut &&
           line->len <= NUMBERED_BYTES && digits > 0 && digits < 3 &&
           (line->str[digits] == '.' || line->str[digits] == ')') && line->str[digits + 1] == ' ' &&
           g_unichar_isupper(g_utf8_get_char(line->str + digits + 2)) &&
           strpbrk(line->str + digits + 2, ".:;?!") == NULL;
}

static void take_columns(TextWalk *text)
{
    const char cell_break[] = {ISR_CELL_BREAK, '\0'};
    char **cells = g_strsplit(text->block->text->str, cell_break, -1);

    text->columns = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; cells[i]; i++)
        g_ptr_array_add(text->columns, g_strstrip(cells[i]));
    g_free(cells);
}

static void drop_columns(TextWalk *text)
{
    g_clear_pointer(&text->columns, g_ptr_array_unref);
}

/* Lines @first to before @end as one block, shown to the visitor and copied. */
static gboolean walk_lines(TextWalk *text, guint first, guint end, Shape shape, GError **error)
{
    IsrBlock *block = text->block;

    isr_block_clear(block);
    for (guint i = first; i < end; i++)
        append_line(text, line_at(text, i), shape, i + 1 < end);
    end_run(text);
    block->kind = shape == PROSE     ? ISR_BLOCK_BODY
                  : shape == HEADING ? ISR_BLOCK_HEADING
                                     : ISR_BLOCK_ROW;
    block->index = text->blocks++;
    block->heading = text->heading;
    block->columns = text->columns;
    g_array_set_size(text->edits, 0);
    if (!text->walk->visitor.block(text->walk->visitor.self, block, text->edits, error))
        return FALSE;
    if (text->walk->output)
        copy_edited(text, line_at(text, first)->start, line_at(text, end - 1)->end);
    if (shape == HEADING || heads_a_part(text, first, end, shape))
        take_heading(text);
    else if (block->kind == ISR_BLOCK_ROW && !text->columns)
        take_columns(text);
    return TRUE;
}

/* Hands the paragraph in hand over, group by group. */
static gboolean walk_paragraph(TextWalk *text, GError **error)
{
    guint end;

    for (guint first = 0; first < text->lines->len; first = end) {
        const Shape shape = shape_of(text, first);

        end = first + 1;
        while (shape == PROSE && end < text->lines->len && shape_of(text, end) == PROSE)
            end++;
        if (shape != BARS && shape != TABS)
            drop_columns(text);
        if (!walk_lines(text, first, end, shape, error))
            return FALSE;
    }
    drop_columns(text);
    g_array_set_size(text->lines, 0);
    return TRUE;
}

static gboolean flush(TextWalk *text, GError **error)
{
    const gboolean written =
        !text->walk->output ||
        isr_output_write(text->walk->output, text->copy->data, text->copy->len, error);

    g_byte_array_set_size(text->copy, 0);
    g_byte_array_set_size(text->raw, 0);
    return written;
}

/* A paragraph that grows too long ends with a sentence, or with any line if none comes. */
static gboolean is_long(const TextWalk *text, const IsrLine *line)
{
    return line->cut || (text->raw->len > ISR_LINE_BYTES && line->sentence) ||
           text->raw->len > ISR_LINE_BYTES * 2;
}

static gboolean take_line(TextWalk *text, const IsrLine *line, GError **error)
{
    if (!line->blank) {
        g_array_append_val(text->lines, *line);
        return !is_long(text, line) || (walk_paragraph(text, error) && flush(text, error));
    }
    if (!walk_paragraph(text, error))
        return FALSE;
    g_byte_array_append(text->copy, text->raw->data + line->start,
                        (guint)(line->end - line->start));
    return flush(text, error);
}

static gboolean walk_text(TextWalk *text, IsrLineReader *reader, GError **error)
{
    gboolean more = TRUE;

    while (more) {
        IsrLine line;

        if (!isr_line_next(reader, text->raw, &line, &more, error) ||
            (more && !take_line(text, &line, error)))
            return FALSE;
    }
    return walk_paragraph(text, error) && flush(text, error);
}

static void text_clear(TextWalk *text)
{
    g_byte_array_unref(text->raw);
    g_array_unref(text->lines);
    isr_block_free(text->block);
    g_string_free(text->plain, TRUE);
    g_array_unref(text->edits);
    g_byte_array_unref(text->copy);
    g_free(text->heading);
    drop_columns(text);
}

static gboolean is_of_bearable_size(IsrInput *input, GError **error)
{
    if (isr_input_size(input) <= ISR_LIMIT_TEXT_BYTES)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "%s: holds more text than isredact reads; split it into parts",
                isr_input_name(input));
    return FALSE;
}

static gboolean text_walk(IsrWalk *walk, GError **error)
{
    const IsrPart part = {PART, ISR_FATE_REWRITTEN, "the text of the document", 1, FALSE};
    TextWalk text = {.walk = walk};
    guint8 bytes[4];
    guint mark;

    if (!is_of_bearable_size(walk->input, error) ||
        !isr_charset_of(walk->input, &text.charset, &mark, error) ||
        isr_input_read(walk->input, 0, bytes, mark, error) < 0)
        return FALSE;
    text.raw = g_byte_array_new();
    text.lines = g_array_new(FALSE, FALSE, sizeof(IsrLine));
    text.block = isr_block_new(ISR_BLOCK_BODY, PART);
    text.plain = g_string_new(NULL);
    text.edits = isr_edits_new();
    text.copy = g_byte_array_new();
    g_byte_array_append(text.copy, bytes, mark);
    if (walk->visitor.part)
        walk->visitor.part(walk->visitor.self, &part);
    g_autoptr(IsrLineReader) reader = isr_line_reader_new(walk->input, text.charset, mark);
    const gboolean done = walk_text(&text, reader, error);

    text_clear(&text);
    return done;
}

static guint text_recognise(IsrInput *input)
{
    IsrCharset charset;
    guint mark;

    return isr_input_size(input) > 0 && !isr_kind_for(input) &&
           isr_charset_of(input, &charset, &mark, NULL);
}

static gboolean text_unpack(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error)
{
    g_autofree guint8 *buffer = g_malloc(ISR_LINE_BYTES);
    guint64 offset = 0;
    gssize got;

    do {
        got = isr_input_read(input, offset, buffer, ISR_LINE_BYTES, error);
        if (got < 0 || !bytes(self, PART, buffer, (gsize)got, got < ISR_LINE_BYTES, error))
            return FALSE;
        offset += (guint64)got;
    } while (got == ISR_LINE_BYTES);
    return TRUE;
}

const IsrFormat isr_format_text = {
    .id = "text",
    .suffix = ".txt",
    .any_suffix = TRUE,
    .recognise = text_recognise,
    .walk = text_walk,
    .unpack = text_unpack,
};
