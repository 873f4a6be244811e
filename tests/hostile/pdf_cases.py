# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile PDFs."""
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


@case("bad-objects-that-are-not-there.pdf")
def _():
    return page_of(stream(SAYS)).replace(b"/Size 5", b"/Size 2147483647")


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
