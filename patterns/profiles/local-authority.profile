# Who reads the copy: the service in another area that the child has moved to.
#
# They take over the work, so they need the child's own record in full and the family they will
# meet. Violence at home moves with a family and stays in. A parent's health, debts and
# convictions do not tell what service the child had; if they matter to safety, the front-door
# profile is the right one.

[profile]
id=local-authority
title=A service in another area to which the child has moved
purpose=To let the services of the area to which a child has moved carry on what was begun, without a gap and without asking the child everything again.
basis=UK GDPR Article 6(1)(e) public task; Article 9(2)(g) with the Data Protection Act 2018, Schedule 1, paragraph 18; Children Act 2004, section 11; Children Act 1989, section 17.
source=Children's workforce induction, scenarios: "An officer from another LA asks for information about a service you provided to a young person, as they have recently moved into their Borough."
never=criminal:family;criminal:third-party;finance:family;health:third-party;immigration:family;name:third-party;name:referrer;phone:referrer;address:referrer
pictures=keep
comments=remove
hidden=remove
marks=say
links=www.gov.uk;www.nhs.uk

[stays]
name=subject:keep family:keep professional:keep third-party:number unsure:number
initials=subject:keep family:keep professional:keep third-party:number unsure:number
dob=subject:keep family:keep
age=subject:keep family:keep professional:keep third-party:generalise unsure:generalise
date=all:keep
address=subject:keep family:keep professional:keep
postcode=subject:keep family:keep professional:keep
place=all:keep
organisation=all:keep
phone=subject:keep family:keep professional:keep
email=subject:keep family:keep professional:keep
url=professional:keep
nhs-number=subject:keep
chi-number=subject:keep
hsc-number=subject:keep
upn=subject:keep
uln=subject:keep
hospital-number=subject:keep
case-ref=subject:keep family:keep professional:keep
court-ref=subject:keep
police-ref=subject:keep
health=subject:keep
criminal=subject:keep
domestic-abuse=subject:keep family:keep
substance-misuse=subject:keep
ethnicity=subject:keep
religion=subject:keep
immigration=subject:keep
