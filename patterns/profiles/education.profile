# Who reads the copy: the head teacher, SENCO and teachers of one child.
#
# They need the child's needs in full, and to reach the family and the other professionals. They
# do not need what the parents did, owe or suffer: the guidance names a parent's convictions as
# its example. Other people's children, neighbours and witnesses are numbered, so that the text
# still reads; whoever told in confidence is gone. Where a sentence went, the mark says of what
# kind it was and whose, so that the reader knows that something is missing and whom to ask.

[profile]
id=education
title=A school or college supporting a child
purpose=To support a child's education: teachers working closely with the child should have full knowledge of the plan, but not of what does not help to teach and care for the child.
basis=UK GDPR Article 6(1)(e) public task; for health Article 9(2)(g) with the Data Protection Act 2018, Schedule 1, paragraph 18 (safeguarding of children) or explicit consent; Children and Families Act 2014, Part 3, for a plan.
source=Swindon information sharing guidance 2.1: "it is probably not necessary to share details of a parent's criminal convictions when looking to support their child's educational progress"; golden rule 6.
never=criminal:family;criminal:third-party;finance:family;health:family;health:third-party;immigration:family;substance-misuse:family;sexuality:family;name:third-party;name:referrer;phone:referrer;address:referrer
pictures=keep
comments=remove
hidden=remove
marks=say
links=www.gov.uk;www.nhs.uk

[stays]
name=subject:keep family:keep professional:keep third-party:number unsure:number
initials=subject:keep family:keep professional:keep third-party:number unsure:number
dob=subject:keep
age=subject:keep family:keep professional:keep third-party:generalise unsure:generalise
# The plan's own dates: meetings, reviews, when help begins.
date=all:keep
# The child's home; not where a parent lives who lives apart.
address=subject:keep
postcode=subject:keep
place=all:keep
organisation=all:keep
phone=subject:keep family:keep professional:keep
email=subject:keep family:keep professional:keep
url=professional:keep
upn=subject:keep
uln=subject:keep
case-ref=subject:keep
# Needs that a school must meet or respect: health, home language and culture, faith and diet.
health=subject:keep
ethnicity=subject:keep
religion=subject:keep
