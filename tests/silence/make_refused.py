#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a document for each sentence with which one is refused: make_refused.py FOLDER.

Each holds SECRET, where the sentence or a library's own message might quote it. Beside each
NAME stands NAME.says: a part of the sentence, or ANY where the document may have a copy. What
needs bytes without end is in hostile/."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "hostile"))
from archive import Member, archive  # noqa: E402
from cases import LEAD, SECRET  # noqa: E402
from docx_cases import docx  # noqa: E402
from pdf_cases import SAYS, page_of, pdf, stream  # noqa

ANY = "any"
CASES = {}


def case(name, says):
    """Registers a maker of file `name`, which is refused with `says`."""
    def keep(make):
        CASES[name] = (says, make)
        return make
    return keep


def plain(name, says, made):
    """The same for bytes that need no making."""
    CASES[name] = (says, lambda: made)


# --- kinds of file -------------------------------------------------------------------------------

TEXT = LEAD.encode()

plain("rich.rtf", "a Rich Text file", rb"{\rtf1 " + TEXT + b"}")
plain("page.html", "a web page", b"<!DOCTYPE html><title>" + TEXT)
plain("page.htm", "a web page", b"<html><title>" + TEXT)
plain("tree.xml", "an XML file", b"<?xml version='1.0'?><Ada>" + TEXT)
plain("many.zip", "a ZIP archive but no document", archive([Member(f"{SECRET}.txt", TEXT)]))
plain("empty.zip", "an empty ZIP archive", archive([]))
plain("old.doc", "", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + TEXT * 20)
plain("picture.png", "", b"\x89PNG\r\n\x1a\n" + bytes(60) + TEXT)
plain("picture.jpg", "", b"\xff\xd8\xff\xe1\0\x40Exif\0\0" + TEXT)
plain("noise.bin", "holds bytes that no text has", TEXT + bytes(range(1, 32)) * 40)
plain("wide.txt", "UTF-32", LEAD.encode("utf-32"))
plain("wide-be.txt", "UTF-32", b"\0\0\xfe\xff" + LEAD.encode("utf-32-be"))
plain("cut.txt", "", b"\xff\xfe" + LEAD.encode("utf-16-le") + b"a")
plain("nothing.txt", "", b"")


def office(part, words, form="[Content_Types].xml"):
    return archive([Member(form, words, method=0), Member(part, TEXT)])


for kind, words, says in (
        ("ott", "text-template", "template (.ott)"),
        ("odm", "text-master", "master document (.odm)"),
        ("ods", "spreadsheet", "spreadsheet (.ods)"),
        ("odp", "presentation", "presentation (.odp)"),
        ("odg", "graphics", "holds no text document")):
    plain("other." + kind, says,
          office("content.xml", "application/vnd.oasis.opendocument." + words, "mimetype"))
plain("other.xlsx", "spreadsheet (.xlsx)", office("xl/a.xml", f"spreadsheetml {SECRET}"))
plain("other.pptx", "presentation (.pptx)", office("ppt/a.xml", f"presentationml {SECRET}"))


# --- packages ------------------------------------------------------------------------------------

plain("locked.docx", "is locked with a password",
      docx(more=[Member(f"{SECRET}.xml", TEXT, flags=1)]))
plain("twice.docx", "its table of contents contradicts itself", docx(more=[Member(f"{SECRET}.xml", TEXT)] * 2))
plain("capitals.docx", "differ in capitals alone",
      docx(more=[Member(f"{SECRET}.xml", TEXT), Member(f"{SECRET.upper()}.xml", TEXT)]))
plain("unnamed.docx", ANY, docx(more=[Member(SECRET.encode() + b"\xff", TEXT)]))
plain("bodiless.docx", "", archive([Member("[Content_Types].xml", "wordprocessingml.document.main"),
                                    Member(f"word/{SECRET}.xml", TEXT)]))
plain("short.docx", "cut short or damaged", docx()[:-30])
plain("odd-root.docx", "", docx(main=Member("word/document.xml", f"<{SECRET}/>")))
plain("part.docx", ANY, docx(more=[Member("word/_rels/document.xml.rels",
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
      '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
      f'relationships/header" Target="{SECRET}.xml"/></Relationships>'),
      Member(f"word/{SECRET}.xml", f"<broken {SECRET}")]))

for name, says, body in (
        ("doctype", "has a DOCTYPE", f'<!DOCTYPE {SECRET} SYSTEM "file:///{SECRET}"><a/>'),
        ("entity", "is not well-formed XML", f"<a>&{SECRET};</a>"),
        ("tag", "is not well-formed XML", f"<{SECRET}></Ada>"),
        ("attribute", "is not well-formed XML", f"<a {SECRET}='1' {SECRET}='2'/>"),
        ("prefix", ANY, f"<{SECRET}:a/>"),
        ("character", "is not well-formed XML", f"<a>{SECRET} \1</a>"),
        ("encoding", "", f'<?xml version="1.0" encoding="{SECRET}"?><a>{SECRET}</a>'),
        ("deep", "is nested deeper", "<a>" * 600 + SECRET)):
    plain(f"xml-{name}.docx", says, docx(main=Member("word/document.xml", body))
          if body.startswith(("<!", "<?")) else docx(body))


def odt(content, more=()):
    return archive([Member("mimetype", "application/vnd.oasis.opendocument.text", method=0),
                    Member("content.xml", content), *more])


SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
plain("xml.odt", "is not well-formed XML", odt(f"<{SECRET}></Ada>"))
plain("textless.odt", ANY, odt(f'<office:document-content xmlns:office="{SPACE}office:'
                                           f'1.0"><{SECRET}/></office:document-content>'))
plain("locked.odt", "is locked with a password", odt(
    f"<{SECRET}/>", [Member("META-INF/manifest.xml",
                            f'<manifest:manifest xmlns:manifest="{SPACE}manifest:1.0">'
                            '<manifest:file-entry manifest:full-path="content.xml">'
                            f'<manifest:encryption-data manifest:checksum="{SECRET}"/>'
                            '</manifest:file-entry></manifest:manifest>')]))


# --- PDF, in ways that its readers speak of ------------------------------------------------------

NAME = SECRET.encode()


@case("locked.pdf", "needs a password")
def _():
    with tempfile.NamedTemporaryFile() as source:
        source.write(page_of(stream(SAYS)))
        source.flush()
        return subprocess.run(["qpdf", "--encrypt", SECRET, SECRET, "256", "--", source.name, "-"],
                              capture_output=True, check=True).stdout


plain("pageless.pdf", "", pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                               b"<< /Type /Pages /Kids [] /Count 0 /%s 1 >>" % NAME]))
plain("damaged.pdf", "", page_of(stream(SAYS))[:-60].replace(b"endobj", b"%s" % NAME))
plain("sizeless.pdf", ANY, page_of(stream(SAYS), box=b"0 0 0 0"))
plain("two-roots.pdf", "", page_of(stream(SAYS)).replace(b"/Root 1 0 R", b"/Root /%s" % NAME))
plain("filter.pdf", ANY, page_of(stream(SAYS, b"/Filter /%s" % NAME)))
plain("crypt.pdf", "", page_of(stream(SAYS)).replace(
    b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /%s /V 9 >>" % NAME))


def main():
    folder = sys.argv[1]
    for name, (says, make) in CASES.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(make())
        with open(os.path.join(folder, name + ".says"), "w") as file:
            file.write(says)


if __name__ == "__main__":
    main()
