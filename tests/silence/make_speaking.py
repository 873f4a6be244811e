#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes documents of which libraries speak, and quote SECRET: make_speaking.py FOLDER.

Beside each NAME stands NAME.speaks: a command by which the same library says it, so that a test
can tell that there was something to be kept silent."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "hostile"))
from archive import Member, archive  # noqa: E402
from cases import SECRET  # noqa: E402
from docx_cases import document, docx  # noqa: E402
from pdf_cases import SAYS, page_of, stream  # noqa: E402

NAME = SECRET.encode()
POPPLER = "pdftotext '%s' -; pdftoppm -r 20 '%s' /dev/null"
LIBXML = "unzip -p '%s' word/document.xml | xmllint --noout -"
MADE = {}

# poppler: what it cannot draw, it names.
MADE["operator.pdf"] = POPPLER, page_of(stream(SAYS + b"%s\n" % NAME))
MADE["font.pdf"] = POPPLER, page_of(stream(SAYS.replace(b"/F ", b"/%s " % NAME)))
MADE["form.pdf"] = POPPLER, page_of(stream(SAYS + b"/%s Do\n" % NAME))
MADE["space.pdf"] = POPPLER, page_of(stream(SAYS + b"/%s cs /%s scn\n" % (NAME, NAME)))
MADE["state.pdf"] = POPPLER, page_of(stream(SAYS + b"/%s gs /%s sh\n" % (NAME, NAME)))

# libxml2: it shows the line, and what it met with there.
MADE["tags.docx"] = LIBXML, docx(f"<{SECRET}></Ada>")
MADE["entity.docx"] = LIBXML, docx(f"<a>&{SECRET};</a>")
MADE["prefix.docx"] = LIBXML, docx(f"<{SECRET}:a/>")
MADE["space.docx"] = LIBXML, docx(f'<a xmlns="{SECRET} {SECRET}"/>')
MADE["attribute.docx"] = LIBXML, docx(f"<a {SECRET}=1/>")


def main():
    for name, (speaks, made) in MADE.items():
        path = os.path.join(sys.argv[1], name)
        with open(path, "wb") as file:
            file.write(made)
        with open(path + ".speaks", "w") as file:
            file.write(speaks.replace("%s", path))


if __name__ == "__main__":
    main()
