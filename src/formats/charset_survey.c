/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which encoding a text has: its bytes are counted once, then judged. A text that cannot be read
 * with certainty is refused, since names in it would not be found. */
#include "charset.h"

#include <isredact/error.h>

#include <string.h>

#define CHUNK 65536
/* Bytes that are all ASCII or UTF-8 are not UTF-16 by chance from this number on. */
#define FEWEST_PLAIN 16

/* What is counted over the whole file. */
typedef struct {
    guint64 bytes;
    guint64 nul[2];    /* NULs at even and odd places */
    guint64 nul_units; /* pairs of NULs that make a character of UTF-16 */
    guint64 marks[2];  /* pairs of FE and FF, and of FF and FE: the mark of either byte order */
    guint64 controls;  /* that no text has */
    guint64 shifts;    /* escape sequences of ISO 2022 */
    guint64 high;      /* bytes from 0x80 */
    guint64 crowded;   /* of them, those in runs of three and more */
    guint64 run;       /* of high bytes, so far */
    guint64 sequences; /* whole characters of UTF-8 beyond ASCII */
    guint64 strays;    /* bytes that are no UTF-8 */
} Survey;

static void end_run(Survey *survey)
{
    if (survey->run >= 3)
        survey->crowded += survey->run;
    survey->run = 0;
}

static gboolean is_shift(const guint8 *bytes, gsize length)
{
    return length >= 3 && bytes[0] == 0x1b && (bytes[1] == '$' || bytes[1] == '(') &&
           strchr("@ABDIJ()", bytes[2]) && bytes[2];
}

static void count_byte(Survey *survey, const guint8 *bytes, gsize left)
{
    const guint8 byte = bytes[0];
    const guint parity = survey->bytes & 1;

    if (byte == 0) {
        survey->nul[parity]++;
        survey->nul_units += parity == 0 && left > 1 && bytes[1] == 0;
    } else if ((byte < 0x20 && !strchr("\t\n\v\f\r\x1a\x1b", byte)) || byte == 0x7f) {
        survey->controls++;
    }
    if (byte >= 0xfe && parity == 0 && left > 1 && byte + bytes[1] == 0xfe + 0xff)
        survey->marks[byte == 0xff]++;
    survey->shifts += is_shift(bytes, left);
    if (byte < 0x80) {
        end_run(survey);
    } else {
        survey->high++;
        survey->run++;
    }
    survey->bytes++;
}

/* Counts the characters of ASCII that @bytes begin with; how many. */
static gsize count_plain(Survey *survey, const guint8 *bytes, gsize length)
{
    gsize n = 0;

    while (n < length && bytes[n] >= 0x20 && bytes[n] < 0x7f)
        n++;
    if (n > 0)
        end_run(survey);
    survey->bytes += n;
    return n;
}

/* Counts the first @length of @bytes; @left may be more, so that characters are seen whole. */
static gsize count_chunk(Survey *survey, const guint8 *bytes, gsize length, gsize left)
{
    gsize at = 0;

    while (at < length) {
        gunichar character;
        gsize used = count_plain(survey, bytes + at, length - at);

        at += used;
        if (used > 0)
            continue;
        used = 1;
        if (bytes[at] >= 0x80) {
            used = isr_charset_next(ISR_CHARSET_UTF8, bytes + at, left - at, &character);
            if (used == 1)
                survey->strays++;
            else
                survey->sequences++;
        }
        for (gsize i = 0; i < used; i++)
            count_byte(survey, bytes + at + i, left - at - i);
        at += used;
    }
    return at;
}

/* A pair of NULs where a character of UTF-16 begins is in no text, whatever follows: a gigabyte of
 * them is not counted to its end. */
static gboolean survey_input(Survey *survey, IsrInput *input, guint64 offset, GError **error)
{
    g_autofree guint8 *buffer = g_malloc(CHUNK + 4);

    while (survey->nul_units == 0) {
        const gssize got = isr_input_read(input, offset, buffer, CHUNK + 4, error);

        if (got < 0)
            return FALSE;
        if (got == 0)
            break;
        offset += count_chunk(survey, buffer, MIN((gsize)got, CHUNK), (gsize)got);
    }
    end_run(survey);
    return TRUE;
}

static gboolean refuse(IsrInput *input, IsrError code, const char *what, GError **error)
{
    g_set_error(error, ISR_ERROR, code, "%s: %s", isr_input_name(input), what);
    return FALSE;
}

static gboolean refuse_encoding(IsrInput *input, const char *encoding, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED,
                "%s: this text is stored in %s, which isredact does not read; open it in the "
                "program that wrote it and save it as UTF-8",
                isr_input_name(input), encoding);
    return FALSE;
}

static gboolean refuse_binary(IsrInput *input, GError **error)
{
    return refuse(input, ISR_ERROR_UNSUPPORTED,
                  "this is not a document that isredact opens: it holds bytes that no text has; "
                  "give it a Word (.docx), OpenDocument (.odt) or plain text file",
                  error);
}

/* UTF-16 without a mark is believed only where at least half the characters are ASCII. */
static gboolean judge_nuls(IsrInput *input, const Survey *survey, IsrCharset *charset,
                           GError **error)
{
    const guint64 units = survey->bytes / 2;

    if (survey->bytes % 2 || survey->nul_units)
        return refuse_binary(input, error);
    for (guint parity = 0; parity < 2; parity++)
        if (survey->nul[parity] * 2 >= units && survey->nul[!parity] * 50 <= units) {
            *charset = parity ? ISR_CHARSET_UTF16LE : ISR_CHARSET_UTF16BE;
            return TRUE;
        }
    return refuse_binary(input, error);
}

/* Western letters beyond ASCII stand alone or in pairs between others; a text in which they
 * crowd is Greek, Arabic, Chinese, ... in an encoding of its own. */
static gboolean judge_bytes(IsrInput *input, const Survey *survey, IsrCharset *charset,
                            GError **error)
{
    if (survey->controls * 100 > survey->bytes)
        return refuse_binary(input, error);
    if (survey->shifts)
        return refuse_encoding(input, "an encoding with shift sequences (ISO 2022)", error);
    if (survey->strays == 0)
        *charset = ISR_CHARSET_UTF8;
    else if (survey->sequences >= survey->strays)
        *charset = ISR_CHARSET_MIXED;
    else if (survey->crowded * 4 > survey->high)
        return refuse_encoding(input, "an encoding that is neither UTF-8, UTF-16 nor Windows-1252",
                               error);
    else
        *charset = ISR_CHARSET_WINDOWS_1252;
    return TRUE;
}

typedef struct {
    const char *bytes;
    guint length;
    gboolean supported;
    IsrCharset charset;
} Mark;

/* UTF-32 first: its mark begins like that of UTF-16. */
static const Mark marks[] = {
    {"\xff\xfe\0\0", 4, FALSE, ISR_CHARSET_UTF8}, {"\0\0\xfe\xff", 4, FALSE, ISR_CHARSET_UTF8},
    {"\xef\xbb\xbf", 3, TRUE, ISR_CHARSET_UTF8},  {"\xff\xfe", 2, TRUE, ISR_CHARSET_UTF16LE},
    {"\xfe\xff", 2, TRUE, ISR_CHARSET_UTF16BE},
};

static const Mark *mark_of(const guint8 *head, gsize length)
{
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (length >= marks[i].length && memcmp(head, marks[i].bytes, marks[i].length) == 0)
            return &marks[i];
    return NULL;
}

/* TRUE if what is marked as UTF-16 in the order @charset reads as text in the other order alone, or
 * byte by byte: where one program obeys the mark, another does not and shows what is there. */
static gboolean is_marked_wrongly(const Survey *survey, IsrCharset charset)
{
    const guint64 units = survey->bytes / 2;
    const guint right = charset == ISR_CHARSET_UTF16LE;

    if (survey->nul[0] + survey->nul[1] == 0)
        return survey->strays == 0 && survey->bytes >= FEWEST_PLAIN;
    return survey->nul[!right] * 2 >= units && survey->nul[right] * 50 <= units;
}

/* A text with a mark must be what the mark says. */
static gboolean judge_marked(IsrInput *input, const Survey *survey, const Mark *mark,
                             GError **error)
{
    if (!mark->supported)
        return refuse_encoding(input, "UTF-32", error);
    if (mark->charset == ISR_CHARSET_UTF8) {
        if (survey->nul[0] + survey->nul[1] > 0 || survey->controls * 100 > survey->bytes)
            return refuse_binary(input, error);
        if (survey->strays)
            return refuse(input, ISR_ERROR_MALFORMED,
                          "this text says that it is UTF-8 but is not; save it again as UTF-8",
                          error);
        return TRUE;
    }
    if (survey->nul_units)
        return refuse_binary(input, error);
    if (is_marked_wrongly(survey, mark->charset))
        return refuse(input, ISR_ERROR_MALFORMED,
                      "this text is not what the mark at its beginning says (UTF-16 in one of two "
                      "orders of bytes); save it again as UTF-8",
                      error);
    if (survey->bytes % 2)
        return refuse(input, ISR_ERROR_MALFORMED,
                      "this text is cut off in the middle of a character; get a whole copy", error);
    if (survey->marks[mark->charset == ISR_CHARSET_UTF16BE])
        return refuse(input, ISR_ERROR_MALFORMED,
                      "the order of bytes changes within this text; save it again as UTF-8", error);
    return TRUE;
}

gboolean isr_charset_of(IsrInput *input, IsrCharset *charset, guint *mark, GError **error)
{
    guint8 head[4];
    Survey survey = {0};
    const gssize got = isr_input_read(input, 0, head, sizeof head, error);

    if (got < 0)
        return FALSE;
    const Mark *marked = mark_of(head, (gsize)got);
    *mark = marked ? marked->length : 0;
    if (!survey_input(&survey, input, *mark, error))
        return FALSE;
    if (marked) {
        *charset = marked->charset;
        return judge_marked(input, &survey, marked, error);
    }
    if (survey.nul[0] + survey.nul[1] > 0)
        return judge_nuls(input, &survey, charset, error);
    return judge_bytes(input, &survey, charset, error);
}
