# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile plain text."""
import hashlib

from cases import LEAD, MEGA, SECRET, case, holes


@case("bad-line-of-a-gigabyte.txt")
def _():
    return holes((0, LEAD.encode()), (1024 * MEGA, b"end\n"))


@case("bad-larger-than-is-read.txt")
def _():
    return holes((0, LEAD.encode()), (4096 * MEGA, b"end\n"))


@case("bad-word-without-end.txt")
def _():
    return LEAD.encode() + b"a" * (10 * MEGA)


@case("any-sentence-without-end.txt")
def _():
    return LEAD.encode() + b"a." * (MEGA // 2)


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


@case("bad-byte-order-that-changes.txt")
def _():
    return b"\xff\xfe" + LEAD.encode("utf-16-le") + b"\xfe\xff" + LEAD.encode("utf-16-be")


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


@case("any-digits-and-dashes.txt")
def _():
    return (LEAD + "9-" * 250000 + "\n").encode()


@case("bad-names-without-end.txt")
def _():
    # A name of its own on each line: so many people are nobody's record.
    ends = ("son", "ton", "ley", "well", "man", "worth", "field", "ford")
    begins = [a + b + c + d for a in "BDFGKLMNPRST" for b in "aeiou" for c in "bdgklmnprst"
              for d in "aeiou"]
    return (LEAD + "\n".join(f"{given} {family}{ends[n % 8]}" for n, given in enumerate(begins)
                             for family in begins[n % 20::60])).encode()


@case("any-one-forename.txt")
def _():
    # Whoever is met could be any of those before, but for the surname.
    letters = str.maketrans("0123456789abcdef", "aeioubdgklmnprst")
    names = [hashlib.md5(str(n).encode()).hexdigest()[:8].translate(letters) for n in range(7000)]
    return (LEAD + "\n".join(f"Spoke to Sarah {name.title()} today." for name in names)).encode()


@case("any-one-phrase.txt")
def _():
    # A text of one sentence, in which all of it stands before and behind each thing that is found.
    return (LEAD + "\n\n".join(phrase * (30000 // len(phrase)) for phrase in
                               ("Flat 1, ", "http://", "CH42 7QX ", "Ada "))).encode()


@case("any-one-line.txt")
def _():
    # One paragraph or line, in which each label could reach, and each person be meant, to its end.
    return (LEAD + "\n\n".join(phrase * (60000 // len(phrase)) for phrase in
                               ("LK\n", "Jo Grandmother: (Morag Rintoul)\n", "Mother: Ada (x ",
                                "(?:a few, 12 Mill Row and ", "Home: happy, 01632 960123, ",
                                "call-out", "Jayden "))).encode()


@case("any-one-surname.txt")
def _():
    letters = str.maketrans("0123456789abcdef", "aeioubdgklmnprst")
    names = [hashlib.md5(str(n).encode()).hexdigest()[:8].translate(letters) for n in range(5000)]
    return (LEAD + "\n".join(f"Anna-Maria {name.title()}-Smith came." for name in names)).encode()


@case("bad-line-of-words.txt")
def _():
    return (LEAD + "Jane came and went again, " * (130 * MEGA // 26 + 1)).encode()


@case("any-empty-lines.txt")
def _():
    return LEAD.encode() + b"\n" * MEGA


@case("any-many-findings.txt")
def _():
    return (LEAD + "\n".join(f"Telephone: 07700 900{n % 1000:03}" for n in range(2000))).encode()


@case("any-rows-of-many-cells.txt")
def _():
    # Each cell could stand below a heading, if the first row of the table has headings.
    return (LEAD + ("a\t" * 40000 + "\n") * 4 + "Ada rang.\n").encode()


@case("any-names-in-brackets.txt")
def _():
    # No bracket is closed, and each name stands beside the same two people.
    return (LEAD + "Jane (Ada (" * 45000 + "\n").encode()


@case("any-apostrophes.txt")
def _():
    # A word without end, of which each other letter could begin a name.
    return (LEAD + "O'" * 500000 + "\nAda rang.\n").encode()
