#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hostile documents into a folder, all or those of one file: make_hostile.py FOLDER [docx].

Each is made to stall, to blow up, to lead outside, or to be read in two ways, and each holds
SECRET, which must never come out. A file's name begins with what must become of it: "bad" is
refused, "any" is refused or has a copy that was verified. Nothing is large: what
must be long is packed, or full of holes."""
import os
import sys

sys.dont_write_bytecode = True  # the folder of the tests stays as it is

import docx_cases, odt_cases, page_cases, pdf_cases, text_cases  # noqa: E401,E402,F401
from cases import CASES  # noqa: E402


def write(folder, name):
    path = os.path.join(folder, name)
    made = CASES[name]()
    if callable(made):
        made(path)
    else:
        with open(path, "wb") as file:
            file.write(made)


def main():
    folder, kinds = sys.argv[1], sys.argv[2:]
    for name, make in CASES.items():
        if not kinds or make.__module__.removesuffix("_cases") in kinds:
            write(folder, name)


if __name__ == "__main__":
    main()
