/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every limit on what a document may ask of the program, each with its reason. Passing one is a
 * refusal (ISR_ERROR_LIMIT), never a skip. */
#pragma once

/* Members of a package; the largest real document seen has under 2,000. */
#define ISR_LIMIT_MEMBERS 10000
/* Inflated bytes of one member and of a whole package: an hour of reading for a person, far more
 * than any record. */
#define ISR_LIMIT_MEMBER_BYTES (G_GUINT64_CONSTANT(512) * 1024 * 1024)
#define ISR_LIMIT_PACKAGE_BYTES (G_GUINT64_CONSTANT(1024) * 1024 * 1024)
/* Inflated to stored, past the first megabyte: deflate cannot honestly pass about 1,030. */
#define ISR_LIMIT_RATIO 200
#define ISR_LIMIT_RATIO_FREE (1024 * 1024)
/* Open elements; Word writes under 60. */
#define ISR_LIMIT_XML_DEPTH 512
/* One attribute value in bytes; the longest honest ones (VML paths) are some tens of thousands. */
#define ISR_LIMIT_ATTRIBUTE_BYTES (1024 * 1024)
/* One tag or comment, which libxml2 holds in memory and looks through again and again, and
 * attributes of one tag, each of which it holds against all others; Word writes under 200. */
#define ISR_LIMIT_MARKUP_BYTES (2 * 1024 * 1024)
#define ISR_LIMIT_ATTRIBUTES 10000
/* Text of one block and the tokens buffered for it: a block is held in memory. */
#define ISR_LIMIT_BLOCK_BYTES (8 * 1024 * 1024)
#define ISR_LIMIT_BLOCK_TOKENS 1000000
/* Findings in one document. */
#define ISR_LIMIT_FINDINGS 1000000
/* People of one document, and different names while it is read: each takes some 10 KB until all are
 * known. A register of a city's schools has some 60,000 pupils. Tokens that tell of one of them:
 * nobody has 20 names. */
#define ISR_LIMIT_PEOPLE 80000
#define ISR_LIMIT_PERSON_TOKENS 256
/* Cells of one table of counts, which is held until its end: some 15 MB. */
#define ISR_LIMIT_TABLE_CELLS 300000
/* PCRE2: a pattern that needs more is refused, so that no text can stall the program. */
#define ISR_LIMIT_REGEX_MATCH 2000000
#define ISR_LIMIT_REGEX_DEPTH 100000
#define ISR_LIMIT_REGEX_HEAP_KIB 20000
/* A document in bytes. */
#define ISR_LIMIT_INPUT_BYTES (G_GUINT64_CONSTANT(2048) * 1024 * 1024)
/* A plain text in bytes: 30,000 pages, which take a quarter of an hour; all other kinds of document
 * hold less text than that. */
#define ISR_LIMIT_TEXT_BYTES (G_GUINT64_CONSTANT(128) * 1024 * 1024)
/* Standard input in bytes: it is held in memory, and must not be in a file. */
#define ISR_LIMIT_PIPE_BYTES (G_GUINT64_CONSTANT(512) * 1024 * 1024)
/* A PDF in bytes: it is held in memory while it is read. */
#define ISR_LIMIT_PDF_BYTES (G_GUINT64_CONSTANT(256) * 1024 * 1024)
/* What is written in one stream of a PDF, once unpacked: drawings, fonts, data. The densest maps
 * take some 20 MB; pictures are limited by their pixels. */
#define ISR_LIMIT_STREAM_BYTES (32 * 1024 * 1024)
/* And in all its streams, pictures too, besides one of the largest for each page: some five seconds
 * of unpacking. */
#define ISR_LIMIT_STREAMS_BYTES (G_GUINT64_CONSTANT(1024) * 1024 * 1024)
/* One of a function that is a program, run for each dot of what it shades; honest ones take some
 * hundred. */
#define ISR_LIMIT_FUNCTION_BYTES (16 * 1024)
/* States that a stream of a PDF saves and has not given back ("q"): a reader holds each of them,
 * some 1,300 bytes; honest ones save some dozens. */
#define ISR_LIMIT_SAVED_STATES 20000
/* Objects that a PDF claims to have, if it has not as many bytes; a thousand pages have some
 * 20,000, and each that is missing is looked for. */
#define ISR_LIMIT_MISSING_OBJECTS 1000000
/* Forms of a PDF that one of them draws, counting each time: ten forms that call each other twenty
 * times would draw for years. */
#define ISR_LIMIT_FORMS 200000
/* Pages of a document: ten archive boxes of paper. */
#define ISR_LIMIT_PAGES 20000
/* Levels of the tree that holds the pages: readers call themselves for each. Honest programs make
 * a dozen at most. */
#define ISR_LIMIT_PAGE_LEVELS 500
/* Side of a page in points: 200 inches, the most that PDF allowed for long. */
#define ISR_LIMIT_PAGE_POINTS 14400
/* Dots of a page as it is drawn: A0 at 200 dots per inch, some 256 MB while in hand. */
#define ISR_LIMIT_PAGE_PIXELS 64000000
/* Pixels that one picture of a PDF claims: A3 at 600 dots per inch is 70 million, A0 at 200 is 62
 * million. A reader takes up to 8 bytes for each. */
#define ISR_LIMIT_PICTURE_PIXELS G_GUINT64_CONSTANT(80000000)
/* Characters on a page; the densest real one seen has some 20,000. */
#define ISR_LIMIT_PAGE_GLYPHS 50000
/* What a page draws, with its forms, each as often as it is drawn. Lines, areas and pieces of text:
 * dense maps have some 100,000, and each takes up to 1 KB in hand. What is drawn apart over a whole
 * page before it is laid on, each some 5 ms; honest pages have some dozens. Bytes of content,
 * drawing or not: two of the largest streams, and a gigabyte of all pages. Bytes of text: as many
 * as those characters, four for each. Fonts: a document has some dozens. Pixels of pictures: two of
 * the largest. */
#define ISR_LIMIT_PAGE_PAINTS 400000
#define ISR_LIMIT_PAGE_SHEETS 1000
#define ISR_LIMIT_PAGE_CONTENT (G_GUINT64_CONSTANT(2) * ISR_LIMIT_STREAM_BYTES)
#define ISR_LIMIT_CONTENT (G_GUINT64_CONSTANT(1024) * 1024 * 1024)
#define ISR_LIMIT_PAGE_LETTERS (4 * ISR_LIMIT_PAGE_GLYPHS)
#define ISR_LIMIT_PAGE_FONTS 1000
#define ISR_LIMIT_DRAWN_PIXELS G_GUINT64_CONSTANT(160000000)
/* Dots of a page's longer side: cairo draws on no more than 32767. */
#define ISR_LIMIT_PAGE_SIDE 30000
/* Seconds of the processor that a page may take to be read or drawn, without OCR and the search in
 * its text: libraries cannot be asked to stop. The largest honest page (ISR_LIMIT_PAGE_PIXELS)
 * takes two, 50,000 lines three; lines that all cross each other take hours. */
#define ISR_LIMIT_PAGE_SECONDS 6
/* As many a PDF may take to be opened, and a second more for so many of its bytes: readers take a
 * quarter of that. */
#define ISR_LIMIT_OPEN_BYTES (16 * 1024 * 1024)
/* And a second more for so many of its pages, to measure what is drawn on them; a dense one takes a
 * hundredth, and to be redacted a hundred times that. */
#define ISR_LIMIT_OPEN_PAGES 20
/* Bytes of the text that a PDF holds beside its pages (bookmarks, descriptions, choices of forms),
 * each said once and counted as so many at least: a book of a thousand pages has a tenth of it. */
#define ISR_LIMIT_OUTSIDE_LEAST 128
#define ISR_LIMIT_OUTSIDE_BYTES (3 * 1024 * 1024)
/* Pictures that are read with OCR: A3 at 600 dots per inch is 70 million pixels; rows longer than
 * this the reader cannot number. A dense page takes some three seconds. */
#define ISR_LIMIT_OCR_PIXELS 80000000
#define ISR_LIMIT_OCR_SIDE 32000
#define ISR_LIMIT_OCR_SECONDS 120
/* Dots per inch of a copy's pages: below, small print cannot be read; above, nobody sees more. */
#define ISR_LIMIT_DPI_LEAST 100
#define ISR_LIMIT_DPI_MOST 600
/* Address space of a process that reads a document: the largest honest one takes a fifth of it. And
 * what of that it may write to, which is what can fill the memory: the largest honest one, a PDF of
 * 256 MB, takes three quarters. */
#define ISR_LIMIT_WORKER_BYTES (G_GUINT64_CONSTANT(4096) * 1024 * 1024)
#define ISR_LIMIT_WORKER_DATA_BYTES (G_GUINT64_CONSTANT(960) * 1024 * 1024)
/* Seconds of the processor until such a process has locked its doors: libseccomp can go round in
 * circles where it gets no memory. It takes some milliseconds. */
#define ISR_LIMIT_LOCK_SECONDS 10
/* What such a process answers: a thousand findings take some 100 KB. */
#define ISR_LIMIT_ANSWER_BYTES (G_GUINT64_CONSTANT(64) * 1024 * 1024)
/* What the stages of a batch leave for its report, of each kind; a person reads no more. */
#define ISR_LIMIT_CONCERNS 50000
/* Seconds that one document may take. 500 dense pages that are read with OCR take half an hour at
 * three seconds each, and as much again if a copy must be made once more; 10 MB of text take a
 * minute. Six hours leave six times as much for a slow or busy computer; who has more splits it. In
 * a batch its --timeout says so. */
#define ISR_LIMIT_DOCUMENT_SECONDS (6 * 60 * 60)
/* A copy: 20,000 pages of pixels are some 4 GB. */
#define ISR_LIMIT_COPY_BYTES (G_GUINT64_CONSTANT(8192) * 1024 * 1024)
