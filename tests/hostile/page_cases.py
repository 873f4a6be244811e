# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs that would take a reader for hours to open, or to draw a page of."""
import random
import zlib

from cases import MEGA, case
from pdf_cases import SAYS, page_of, pdf, stream


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


@case("bad-more-glyphs-than-are-read.pdf")
def _():
    rows = b"".join(b"1 0 0 1 %d %d Tm (aaaaaaaaaaaaaaaaaaaa) Tj\n" % (2 + n // 290 * 13, 2 + n % 290)
                    for n in range(6000))
    return page_of(stream(SAYS + b"BT /F 1 Tf " + rows + b"ET"))


@case("bad-one-content-of-all-pages.pdf")
def _():
    pages = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << "
             b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"] * 400
    content = stream(zlib.compress(SAYS + b"1 w " * (7 * MEGA), 9), b"/Filter /FlateDecode")
    kids = b"3 0 R " + b"".join(b"%d 0 R " % n for n in range(5, 404))
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [%s] /Count 400 >>" % kids, pages[0], content, *pages[1:]])


@case("any-one-drawing-of-all-letters.pdf")
def _():
    letter = stream(zlib.compress(b"1 0 d0 0 0 1 1 re f" + b" " * (30 * MEGA), 9),
                    b"/Filter /FlateDecode")
    names = b"".join(b"/a%d 5 0 R " % n for n in range(200))
    font = (b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar "
            b"97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a1] >> /CharProcs << %s >> >>"
            % names)
    return page_of(stream(SAYS), b"/Font << /F 6 0 R >>", more=[letter, font])


@case("any-one-form-data-again-and-again.pdf")
def _():
    data = stream(zlib.compress(b"<x>" + b"<b/>" * (MEGA // 2) + b"</x>", 9),
                  b"/Filter /FlateDecode")
    return page_of(stream(SAYS), more=[data] + [b"<< /XFA 5 0 R >>"] * 300)


@case("bad-bare-map-that-uses-itself.pdf")
def _():
    table = stream(b"/X usecmap begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
                   b"endcmap", b"/Type /CMap /CMapName /X /UseCMap 5 0 R")
    font = (b"<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding 5 0 R /DescendantFonts "
            b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry "
            b"(Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>")
    return page_of(stream(SAYS + b"BT /T 9 Tf <00410042> Tj ET"), b"/Font << /T 6 0 R >>",
                   more=[table, font])


@case("bad-bare-font-runs-without-end.pdf")
def _():
    runs = b"\x81\0" * (5 * MEGA)  # each stands for 128 NULs
    return page_of(stream(SAYS + b"BT /T 9 Tf (Ada) Tj ET"), b"/Font << /T 5 0 R >>", more=[
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Z /FontDescriptor 6 0 R >>",
        b"<< /Type /FontDescriptor /FontName /Z /Flags 4 /FontFile2 7 0 R >>",
        stream(runs + b"\x80", b"/Filter /RunLengthDecode")])


@case("bad-bare-text-beside-pages-without-end.pdf")
def _():
    words = b" ".join(b"(word %d of Ada, who is %d)" % (i, i) for i in range(250000))
    return page_of(stream(SAYS), more=[b"[ " + words + b" ]"])
