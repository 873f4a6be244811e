/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a manifest against docs/manifest.schema.json with the validator that tools/setup installs,
 * a program that shares nothing with isredact. */
#pragma once

#include "isr_test.h"

#include <sys/wait.h>

#define NO_VALIDATOR 77

/* Exit status of the validator for the manifest in @path: 0 if it follows the schema, NO_VALIDATOR
 * if python3-jsonschema is not there. */
static int validate_file(const char *path)
{
    const char *root = g_getenv("ISREDACT_ROOT");
    g_autofree char *tool = g_build_filename(root, "tests", "validate_manifest.py", NULL);
    g_autofree char *schema = g_build_filename(root, "docs", "manifest.schema.json", NULL);
    char *command[] = {(char *)"/usr/bin/python3", tool, schema, (char *)path, NULL};
    int status = 0;

    assert_true(g_spawn_sync(NULL, command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                             NULL, &status, NULL));
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}
