# Who reads the copy: the officer who asked about one young person, and nobody else.
#
# "Wants all the information we hold" is the guidance's own example of what not to give: only what
# is necessary for the stated purpose, about this one young person. The family appear by what they
# are to the young person, everybody else by a number. What the record says of health, faith or
# money is not the officer's question; if it is, a person decides and says so.

[profile]
id=fuzz
title=An officer's request about one young person
purpose=To answer a police request about one young person with what is necessary for the prevention or detection of crime or for safeguarding, and no more.
basis=Data Protection Act 2018, Schedule 2, paragraph 2 (crime) and Schedule 1, paragraphs 10 and 18; Crime and Disorder Act 1998, section 115.
source=Children's workforce induction, scenarios: "A Police officer contacts you, he has some concerns about a young person in the Borough and wants all the information we hold on them"; "only disclose what is necessary on a need to know basis"; "record the reasons".
demand=recipient;reason
never=name:family;name:third-party;name:referrer;health:subject;health:family;finance:family;religion:subject;religion:family;ethnicity:family;immigration:subject;immigration:family;sexuality:subject;sexuality:family;phone:referrer;address:referrer
pictures=remove
comments=remove
hidden=remove
marks=say

[stays]
name=subject:keep professional:keep family:role third-party:number unsure:number
initials=subject:keep professional:keep family:role third-party:number unsure:number
dob=subject:keep
age=subject:keep professional:keep family:generalise third-party:generalise unsure:generalise
date=all:keep
address=subject:keep
postcode=subject:keep
place=subject:keep professional:keep
organisation=professional:keep
phone=subject:keep professional:keep
email=professional:keep
case-ref=subject:keep
police-ref=subject:keep
court-ref=subject:keep
vehicle-reg=subject:keep
criminal=subject:keep
