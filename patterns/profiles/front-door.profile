# Who reads the copy: the Integrated Front Door or MASH, which decides whether a child is at risk.
#
# Missing a link has cost children's lives, so this profile keeps the most: also who the third
# parties are, for one of them may be the danger. It protects the person who told: a neighbour or
# relative who rang in confidence. Where it is unsure who somebody is, that person may be the one
# who told, and is numbered. Bank details and papers of identity find no child at risk, and go.

[profile]
id=front-door
title=A referral to the Integrated Front Door or MASH
purpose=To identify the safeguarding and protection needs of a child, and to ensure that the right support is provided in a timely manner.
basis=UK GDPR Article 6(1)(c) and (e); Article 9(2)(g) with the Data Protection Act 2018, Schedule 1, paragraph 18 (safeguarding of children and individuals at risk; no consent needed where asking would put the child at risk); Children Act 2004, sections 11 and 16E.
source=Wirral protocol 3.5 and 3.6: agencies "will ensure the prompt sharing of relevant information with the IFD"; golden rule 5 (2024): protect the identities of anyone who might suffer harm if known to an abuser.
never=name:referrer;initials:referrer;phone:referrer;email:referrer;address:referrer;postcode:referrer;place:referrer;organisation:referrer;username:referrer;vehicle-reg:referrer
pictures=keep
comments=remove
hidden=remove
marks=say

[stays]
name=subject:keep family:keep third-party:keep professional:keep unsure:number
initials=subject:keep family:keep third-party:keep professional:keep unsure:number
dob=subject:keep family:keep third-party:keep
age=all:keep
date=all:keep
address=subject:keep family:keep third-party:keep professional:keep
postcode=subject:keep family:keep third-party:keep professional:keep
place=all:keep
organisation=all:keep
phone=subject:keep family:keep third-party:keep professional:keep
email=subject:keep family:keep third-party:keep professional:keep
# How strangers reach children, and how they are found.
url=subject:keep family:keep third-party:keep professional:keep
username=subject:keep family:keep third-party:keep
vehicle-reg=subject:keep family:keep third-party:keep
nhs-number=subject:keep
chi-number=subject:keep
hsc-number=subject:keep
upn=subject:keep
uln=subject:keep
hospital-number=subject:keep
case-ref=subject:keep family:keep
police-ref=subject:keep family:keep third-party:keep
court-ref=subject:keep family:keep
health=subject:keep family:keep
criminal=subject:keep family:keep third-party:keep
domestic-abuse=subject:keep family:keep third-party:keep professional:keep unsure:keep
substance-misuse=subject:keep family:keep third-party:keep professional:keep unsure:keep
# Exploitation is told in these words too.
sexuality=subject:keep third-party:keep
ethnicity=subject:keep
religion=subject:keep
immigration=subject:keep
finance=subject:keep family:keep
