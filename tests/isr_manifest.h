/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a manifest, or a report, against its schema in docs/ with the validator that tools/setup
 * installs, a program that shares nothing with isredact. */
#pragma once

#include "isr_test.h"

#include <sys/wait.h>

#define NO_VALIDATOR 77

/* Exit status of the validator for the file in @path: 0 if it follows docs/@schema_name,
 * NO_VALIDATOR if python3-jsonschema is not there. */
static inline int validate_by(const char *schema_name, const char *path)
{
    const char *root = g_getenv("ISREDACT_ROOT");
    g_autofree char *tool = g_build_filename(root, "tests", "validate_manifest.py", NULL);
    g_autofree char *schema = g_build_filename(root, "docs", schema_name, NULL);
    char *command[] = {(char *)"/usr/bin/python3", tool, schema, (char *)path, NULL};
    int status = 0;

    assert_true(g_spawn_sync(NULL, command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                             NULL, &status, NULL));
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* The same for a manifest. */
#define validate_file(path) validate_by("manifest.schema.json", path)
