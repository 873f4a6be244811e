# SPDX-License-Identifier: GPL-3.0-or-later
"""ZIP, written by hand so that it can lie."""
import struct
import zlib


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


def fifield(first, count, size):
    """An archive of the members `first` and of `count` files of about `size` bytes each that share
    one stream: each begins by quoting the header of the next, in a stored block, and goes on in
    it."""
    packed, crc_of = deflated(b"\0" * size, 9), zlib.crc32(b"\0" * size)
    plain, files = b"\0" * size, []
    for n in reversed(range(count)):
        member = Member(f"{n}.bin", b"", packed=packed, size=len(plain), stored=len(packed))
        member.crc = crc_of
        local = b"PK\3\4" + member.fields() + member.name
        files.insert(0, (member, local))
        packed = b"\0" + struct.pack("<HH", len(local), len(local) ^ 0xffff) + local + packed
        plain = local + plain
        crc_of = zlib.crc32(plain)
    body, directory, start = b"", b"", 0
    for member in first:
        local = b"PK\3\4" + member.fields() + member.name + member.packed
        directory += entry(member, len(body))
        body += local
    start = len(body) - 5
    for member, local in files:
        start += 5  # behind the head of the block that quotes it
        directory += entry(member, start)
        start += len(local)
    body += packed[5:]
    return body + directory + ending(len(first) + count, len(directory), len(body))


def entry(member, start):
    """What the table of contents says of `member`, which begins at `start`."""
    return (b"PK\1\2" + struct.pack("<H", member.made_by) + member.fields() +
            struct.pack("<HHHII", 0, 0, 0, member.attributes, start) + member.name + member.extra)


def ending(count, length, start):
    return b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, length, start, 0)


# --- an archive whose only member is that archive -------------------------------------------------

# A deflate stream that prints itself has two words: "print the next n bytes" and "print the last n
# bytes again". Both are padded to one length.
WORD = 11
SPACE = "010" + "0000000"  # an empty block of fixed codes: not the last, kind 1, end of block


def bits_of(value, count):
    return "".join(str(value >> n & 1) for n in range(count))


def padded(bits, last=0):
    """Blocks of `bits`, then empty ones, then an empty stored block, all in WORD bytes."""
    while len(bits) + 3 <= 8 * (WORD - 5):
        bits += SPACE
    bits += str(last) + "00"
    bits += "0" * (-len(bits) % 8)
    out = bytes(int(bits[n:n + 8][::-1], 2) for n in range(0, len(bits), 8))
    assert len(out) == WORD - 4
    return out


def literally(count):
    """Prints the next `count` bytes."""
    return padded("") + struct.pack("<HH", count, count ^ 0xffff)


def length_code(count):
    """The fixed code of a match of `count` bytes, 11 to 257."""
    base, symbol, extra = 11, 265, 1
    while count >= base + (4 << extra):
        base, symbol, extra = base + (4 << extra), symbol + 4, extra + 1
    symbol, rest = symbol + (count - base >> extra), (count - base) & ((1 << extra) - 1)
    code = format(symbol - 256, "07b") if symbol < 280 else format(symbol - 280 + 0xc0, "08b")
    return code + bits_of(rest, extra)


def distance_code(count):
    base, symbol, extra = 5, 4, 1
    while count >= base + (2 << extra):
        base, symbol, extra = base + (2 << extra), symbol + 2, extra + 1
    return (format(symbol + (count - base >> extra), "05b") +
            bits_of((count - base) & ((1 << extra) - 1), extra))


def again(count, last=0):
    """Prints the last `count` bytes again."""
    return (padded("010" + length_code(count) + distance_code(count) + "0000000", last) +
            b"\0\0\xff\xff")


def quine_of(name, crc, date):
    def parts(size, packed):
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, date, crc, packed, size, len(name), 0)
        head = b"PK\3\4" + fields + name
        table = (b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) +
                 name)
        return head, table + ending(1, len(table), len(head) + packed)

    head, tail = parts(0, 0)
    p, s, u = len(head) + WORD, len(tail) + WORD, WORD
    one, four, more = literally(u), literally(4 * u), again(4 * u)
    size = packed = 0
    for _ in range(2):
        head, tail = parts(size, packed)
        stream = (literally(p) + head + literally(p) + again(p) + one + again(p) + one + one +
                  four + again(p) + one + one + four + more + four + more + four + more + four +
                  more + four + more + literally(0) + literally(0) + literally(s) + more +
                  literally(0) + literally(0) + literally(s) + again(s, 1) + tail + again(s, 1))
        packed, size = len(stream), len(head) + len(stream) + len(tail)
    return head + stream + tail


def quine(name):
    """An archive whose only member, `name`, is the archive itself. Its checksum stands in it, so
    it is the solution of 32 equations; where there is none, the date is another."""
    for date in range(0x21, 0x2100):
        zero = zlib.crc32(quine_of(name, 0, date))
        rows = [zlib.crc32(quine_of(name, 1 << n, date)) ^ zero ^ (1 << n) for n in range(32)]
        crc = solve(rows, zero)
        if crc is not None:
            return quine_of(name, crc, date)
    raise ValueError("no such archive")


def solve(rows, wanted):
    """Which of `rows`, as a set of bits, add up to `wanted`; None if none do."""
    pivots = []
    for n, row in enumerate(rows):
        mask = 1 << n
        for top, other, among in pivots:
            if row >> top & 1:
                row, mask = row ^ other, mask ^ among
        if row:
            pivots.append((row.bit_length() - 1, row, mask))
    answer = 0
    for top, row, mask in pivots:
        if wanted >> top & 1:
            wanted, answer = wanted ^ row, answer ^ mask
    return None if wanted else answer
