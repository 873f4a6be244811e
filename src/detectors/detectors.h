/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The detectors, for the table in detectors.c. */
#pragma once

#include <isredact/detector.h>

extern const IsrDetector isr_detector_address;
extern const IsrDetector isr_detector_label;
extern const IsrDetector isr_detector_name;
extern const IsrDetector isr_detector_organisation;
extern const IsrDetector isr_detector_pattern;
extern const IsrDetector isr_detector_place;
extern const IsrDetector isr_detector_tagger;
extern const IsrDetector isr_detector_topic;
