# Who reads the copy: the auditors of several agencies, who compare practice, not people.
#
# One child must be one child in every agency's file, and a week between two visits must stay a
# week: so names and numbers become codes under the audit's key, and all dates of one child move
# by one offset. Whoever has no key can turn neither back. Postcodes keep their district. What was
# done and why stays in words, for that is what is audited. In tables that count people, fewer than
# five are not told.

[profile]
id=fuzz
title=Records for a multi-agency audit
purpose=To audit how agencies worked together, on records in which nobody can be recognised and everybody can be followed.
basis=UK GDPR Article 6(1)(e) public task and Article 89(1) (pseudonymised); Children Act 2004, section 16E. The key is kept apart from the copies; whoever holds both holds personal data.
source=Wirral protocol 3.5: "conduct Multi-Agency Audits"; 7.2: "those monitoring statistical or quality standards".
demand=key
never=address:subject;address:family;phone:subject;phone:family;name:referrer;place:subject;email:subject
pictures=remove
comments=remove
hidden=remove
marks=say
min-cell=5
k=5

[stays]
name=all:pseudonym
initials=all:pseudonym
dob=all:shift
age=all:keep
date=all:shift
postcode=all:generalise
organisation=all:pseudonym
nhs-number=all:pseudonym
chi-number=all:pseudonym
hsc-number=all:pseudonym
upn=all:pseudonym
uln=all:pseudonym
case-ref=all:pseudonym
hospital-number=all:pseudonym
all-topics=all:keep
