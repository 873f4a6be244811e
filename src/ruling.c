/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place that says what must happen to a finding, for whoever decides and whoever proves. */
#include "ruling.h"

IsrAction isr_ruling(const IsrJob *job, const IsrFinding *finding)
{
    IsrAction action = isr_profile_action(job->profile, finding->category, finding->role);

    if (job->hide && isr_category_is_whereabouts(finding->category))
        return MAX(action, ISR_ACTION_REMOVE);
    return action;
}
