# Who reads the copy: the family court or CAFCASS, and so every party, an abuser perhaps among
# them.
#
# The court must see what is relevant, and decides itself what is. So who did what stays. Where
# people can be found does not: addresses and telephone numbers are given to the court apart (form
# C8), never in papers that all parties read. Whoever told in confidence is gone; the court can
# order otherwise.

[profile]
id=court
title=Disclosure to the family court or CAFCASS
purpose=To give the family court or CAFCASS the relevant evidence in proceedings about a child.
basis=UK GDPR Article 6(1)(c) and (e); Article 9(2)(f) legal claims and judicial acts; Data Protection Act 2018, Schedule 1, paragraphs 33 and 34; Family Procedure Rules 29.1 (addresses are kept from the other parties).
source=Wirral protocol 4.4: "the processing is necessary for the establishment, exercise or defence of legal claims"; golden rule 5.
never=address:subject;address:family;address:third-party;address:referrer;postcode:subject;postcode:family;phone:subject;phone:family;phone:third-party;email:subject;email:family;name:referrer;initials:referrer;phone:referrer
pictures=keep
comments=remove
hidden=remove
marks=say

[stays]
name=subject:keep family:keep third-party:keep professional:keep unsure:number
initials=subject:keep family:keep third-party:keep professional:keep unsure:number
dob=subject:keep family:keep
age=all:keep
date=all:keep
place=all:keep
organisation=all:keep
phone=professional:keep
email=professional:keep
case-ref=all:keep
police-ref=all:keep
court-ref=all:keep
health=subject:keep family:keep
criminal=all:keep
domestic-abuse=all:keep
substance-misuse=all:keep
ethnicity=subject:keep family:keep
religion=subject:keep family:keep
immigration=subject:keep family:keep
finance=subject:keep family:keep
sexuality=subject:keep family:keep
