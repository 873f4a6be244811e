/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place that says what must happen to a finding, for whoever decides and whoever proves. */
#include "ruling.h"

#include "recipient.h"

IsrAction isr_ruling(const IsrJob *job, const IsrPeople *people, const IsrFinding *finding)
{
    IsrAction action = isr_recipient_action(people, job->profile, finding);

    if (job->hide && isr_category_is_whereabouts(finding->category))
        return MAX(action, ISR_ACTION_REMOVE);
    return action;
}
