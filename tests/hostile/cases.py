# SPDX-License-Identifier: GPL-3.0-or-later
"""What all hostile documents share: the secret, and the table of their makers."""
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


def holes(*pieces):
    """A file of pieces at their places, with holes between."""
    def write(path):
        with open(path, "wb") as file:
            for place, piece in pieces:
                file.seek(place)
                file.write(piece)
    return write
