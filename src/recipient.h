/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The person in the record who will receive the copy: what is theirs and the subject's follows the
 * profile, what is other people's goes. Where roles become actions. */
#pragma once

#include <isredact/people.h>
#include <isredact/profile.h>

/* What @profile does with @finding, which isr_people_attribute() attributed. Without a recipient
 * (isr_people_receive()) that is what the profile says for its role. With one, a value of the
 * recipient is treated as gently as one of the subject, but for what the profile never lets stay;
 * the subject and professionals at work follow the profile; everybody else is treated as a third
 * party at least, their identifiers and the sentences about them go. */
IsrAction isr_recipient_action(const IsrPeople *people, const IsrProfile *profile,
                               const IsrFinding *finding);
