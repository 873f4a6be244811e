# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile PDFs."""
import random
import zlib

from cases import MEGA, SECRET, case, holes


def pdf(objects):
    """A PDF of `objects`: bytes, numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.5\n"), []
    for n, thing in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % n + thing + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
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


@case("bad-tree-of-pages.pdf")
def _():
    deep = 50000
    tree = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % n for n in range(3, deep + 3)]
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *tree,
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 300 300] /Contents %d 0 R >>" %
                (deep + 1, deep + 3), stream(SAYS)])


@case("bad-states-without-end.pdf")
def _():
    return page_of(stream(zlib.compress(b"q " * 3000000, 9), b"/Filter /FlateDecode"))


@case("bad-forms-in-forms.pdf")
def _():
    forms = [stream(b"/X Do " * 20, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << "
                    b"/XObject << /X %d 0 R >> >>" % (n + 1)) for n in range(5, 15)]
    forms.append(stream(SAYS, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    return page_of(stream(SAYS + b"/X Do"), b"/XObject << /X 5 0 R >>", more=forms)


@case("bad-form-drawn-without-end.pdf")
def _():
    form = stream(b"0 0 1 1 re f " * 2000, b"/Type /XObject /Subtype /Form /BBox [0 0 300 300]")
    return page_of(stream(SAYS + b"/X Do " * 20000), b"/XObject << /X 5 0 R >>", more=[form])


@case("bad-groups-without-end.pdf")
def _():
    form = stream(b"0 0 1 1 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << "
                  b"/S /Transparency >>")
    return page_of(stream(SAYS + b"/X Do " * 5000), b"/XObject << /X 5 0 R >>", more=[form])


@case("bad-content-again-and-again.pdf")
def _():
    return page_of(b"[ " + b"5 0 R " * 50000 + b"]", more=[stream(SAYS)])


@case("bad-letters-of-letters.pdf")
def _():
    letter = stream(b"1 0 d0 BT /T 1 Tf (aaaaaaaaaa) Tj ET")
    font = (b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar "
            b"97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 5 0 R "
            b">> /Resources << /Font << /T 6 0 R >> >> >>")
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << "
                b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /T 6 0 R >> >> >>",
                stream(SAYS + b"BT /T 9 Tf (aaaa) Tj ET"), letter, font])


@case("bad-program-for-each-dot.pdf")
def _():
    program = stream(b"{ " + b"dup mul " * 200000 + b"}", b"/FunctionType 4 /Domain [0 1 0 1] /Range "
                     b"[0 1 0 1 0 1]")
    return page_of(stream(SAYS + b"/S sh"), b"/Shading << /S << /ShadingType 1 /ColorSpace /DeviceRGB "
                   b"/Function 5 0 R >> >>", more=[program])


@case("bad-objects-that-are-not-there.pdf")
def _():
    return page_of(stream(SAYS)).replace(b"/Size 5", b"/Size 2147483647")


@case("bad-streams-without-end.pdf")
def _():
    blank = stream(zlib.compress(b" " * (31 * MEGA), 9), b"/Filter /FlateDecode")
    return page_of(stream(SAYS), more=[blank] * 100)


@case("bad-objects-inflate-without-end.pdf")
def _():
    inner = b"2 0 << /Type /Pages /Kids [3 0 R] /Count 1 >>"
    packer = zlib.compressobj(9)
    packed = packer.compress(inner) + packer.flush(zlib.Z_FULL_FLUSH)
    packed += (packer.compress(b" " * MEGA) + packer.flush(zlib.Z_FULL_FLUSH)) * 2048
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"null",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R >>",
               stream(SAYS), stream(packed + packer.flush(),
                                    b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")]
    out, places = b"%PDF-1.5\n", []
    for n, thing in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % n + thing + b"\nendobj\n"
    rows = b"\0" * 7 + b"".join(b"\1" + place.to_bytes(4, "big") + b"\0\0" for place in places)
    rows = rows[:14] + b"\2" + (5).to_bytes(4, "big") + b"\0\0" + rows[21:]
    return out + b"6 0 obj\n" + stream(rows, b"/Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R") + (
        b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(out))


@case("bad-curves-that-cross.pdf")
def _():
    places = random.Random(1)
    curves = b"".join(b"%d %d %d %d %d %d c\n" % tuple(places.choices(range(300), k=6))
                      for _ in range(60000))
    return page_of(stream(SAYS + b"0 0 m " + curves + b"f*"))


@case("bad-tiles-without-end.pdf")
def _():
    tile = stream(b"0 0 1 1 re f", b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
                  b"/XStep 0.05 /YStep 0.05 /Resources << >>")
    return page_of(stream(SAYS + b"/Pattern cs /P scn " + b"0 0 300 300 re f " * 200),
                   b"/Pattern << /P 5 0 R >>", more=[tile])


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


@case("bad-larger-than-is-read.pdf")
def _():
    return holes((0, page_of(stream(SAYS))), (300 * MEGA, b"%%EOF\n"))


@case("bad-more-glyphs-than-are-read.pdf")
def _():
    rows = b"".join(b"1 0 0 1 %d %d Tm (aaaaaaaaaaaaaaaaaaaa) Tj\n" % (2 + n // 290 * 13, 2 + n % 290)
                    for n in range(6000))
    return page_of(stream(SAYS + b"BT /F 1 Tf " + rows + b"ET"))
