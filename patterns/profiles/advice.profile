# Who reads the copy: a colleague or the information governance lead who is asked what to do.
#
# They must understand the case and not know whose it is. So everybody appears by what they are to
# the child, dates lose their day, every number and place goes, and the difficult sentences stay:
# they are what the question is about. Even that somebody told in confidence is not shown.

[profile]
id=advice
title=Asking for advice without saying who it is about
purpose=To ask a colleague, manager or information governance lead what to do, without disclosing who the person is.
basis=No identifying data is shared; UK GDPR Article 5(1)(c) data minimisation.
source=Golden rule 3: "Seek advice from other practitioners, or your information governance lead, if you are in any doubt about sharing the information concerned, without disclosing the identity of the individual where possible."
never=name:subject;name:family;name:third-party;name:professional;name:referrer;initials:subject;initials:family;address:subject;address:family;postcode:subject;phone:subject;phone:family;place:subject;organisation:subject
pictures=remove
comments=remove
hidden=remove
marks=say

[stays]
name=all:role referrer:number
initials=all:role referrer:number
dob=all:generalise
age=all:keep
date=all:generalise
all-topics=all:keep
