# Who reads the copy: the person the record is about, often a care leaver reading their own life.
#
# All that is theirs stays. Professionals who acted in their work stay: the law holds that
# reasonable. Others go unless they agree, relatives too, but as [MOTHER] or [BROTHER], so that
# the story can be read. Where the reader knows their own family, or the family agrees, an
# information governance team may write family:keep in the first two lines. Harm to anyone from
# reading (Schedule 3) is a person's decision, not a program's.

[profile]
id=subject-access
title=Somebody's own records
purpose=To give people their own records: all that is about them, and of others only what may be told.
basis=UK GDPR Article 15; Data Protection Act 2018, Schedule 2, paragraph 16 (other people) and paragraph 17 (health, social and education workers may be named), Schedule 3 (serious harm: a person must judge).
source=Children's workforce induction, scenarios: "A care leaver asks you for a copy of their care records"; Wirral protocol 4.3: "comply with data subject access requests".
never=name:third-party;name:referrer;initials:referrer;phone:family;phone:third-party;phone:referrer;email:family;email:third-party;address:family;address:third-party;address:referrer;health:family;health:third-party;criminal:family;criminal:third-party;finance:family;finance:third-party;immigration:family;sexuality:family;sexuality:third-party
pictures=keep
comments=remove
hidden=remove
marks=silent
links=www.gov.uk;www.nhs.uk

[stays]
name=subject:keep professional:keep family:role third-party:number unsure:number
initials=subject:keep professional:keep family:role third-party:number unsure:number
dob=subject:keep
age=subject:keep professional:keep
date=all:keep
address=subject:keep professional:keep
postcode=subject:keep professional:keep
place=subject:keep professional:keep
organisation=subject:keep professional:keep
phone=subject:keep professional:keep
email=subject:keep professional:keep
url=subject:keep professional:keep
username=subject:keep
nhs-number=subject:keep
chi-number=subject:keep
hsc-number=subject:keep
nino=subject:keep
upn=subject:keep
uln=subject:keep
case-ref=subject:keep professional:keep
police-ref=subject:keep
court-ref=subject:keep
passport=subject:keep
driving-licence=subject:keep
immigration-ref=subject:keep
bank-account=subject:keep
sort-code=subject:keep
iban=subject:keep
payment-card=subject:keep
vehicle-reg=subject:keep
hospital-number=subject:keep
utr=subject:keep
ip=subject:keep
health=subject:keep
criminal=subject:keep
domestic-abuse=subject:keep
substance-misuse=subject:keep
sexuality=subject:keep
religion=subject:keep
ethnicity=subject:keep
immigration=subject:keep
finance=subject:keep
