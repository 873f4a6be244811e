/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libisredact: makes a record fit to be shared. Include this. No globals, no printing; all text
 * is UTF-8, all errors are GErrors of ISR_ERROR. */
#pragma once

#include <isredact/error.h>
#include <isredact/pipeline.h>
#include <isredact/verify.h>
