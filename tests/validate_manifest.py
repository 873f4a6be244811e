#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates manifests: validate_manifest.py SCHEMA MANIFEST...

Exit status 1 says where a manifest departs from the schema, 77 that python3-jsonschema is missing.
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed: manifests are not validated", file=sys.stderr)
    sys.exit(77)


def main(schema_path, *manifests):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    status = 0
    for path in manifests:
        with open(path, encoding="utf-8") as file:
            manifest = json.load(file)
        for error in validator.iter_errors(manifest):
            where = "/".join(str(step) for step in error.absolute_path)
            print(f"{path}: {where}: {error.message}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
