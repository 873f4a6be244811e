/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place that says what must happen to a finding, for whoever decides and whoever proves. */
#include "ruling.h"

#include "recipient.h"

/* What another copy hides is hidden, in the profile's way if it has one. */
static IsrAction hidden(const IsrFinding *finding, IsrAction action)
{
    if (isr_category_is_topic(finding->category))
        return ISR_ACTION_DROP;
    return action == ISR_ACTION_SHIFT || action >= ISR_ACTION_PSEUDONYM ? action
                                                                        : ISR_ACTION_REMOVE;
}

IsrAction isr_ruling(const IsrJob *job, const IsrPeople *people, const IsrFinding *finding)
{
    IsrAction action = isr_recipient_action(people, job->profile, finding);

    if (job->hide && isr_category_is_whereabouts(finding->category))
        action = MAX(action, ISR_ACTION_REMOVE);
    return finding->flags & ISR_FINDING_LINKED ? hidden(finding, action) : action;
}
