# Who reads the copy: a GP, paediatrician, CAMHS or community health team.
#
# They must know for certain which patient this is (number, date of birth, address), and what in
# the child's life bears on health: the family's health and drinking, and violence at home. They
# do not treat convictions, debts or visas.

[profile]
id=health
title=A referral to the NHS
purpose=To refer a child to a health service, with the minimum that is necessary for diagnosis, care and safety.
basis=UK GDPR Article 6(1)(e) public task and Article 9(2)(h) with the Data Protection Act 2018, Schedule 1, paragraph 2 (health or social care); Caldicott principles 1 to 4 and 7.
source=Caldicott principles: "use the minimum necessary of personal confidential information"; "the duty to share information can be as important as the duty to protect patient confidentiality".
never=criminal:family;criminal:third-party;finance:family;immigration:family;name:third-party;name:referrer;phone:referrer;address:referrer
pictures=keep
comments=remove
hidden=remove
marks=say
links=www.gov.uk;www.nhs.uk

[stays]
name=subject:keep family:keep professional:keep third-party:number unsure:number
initials=subject:keep family:keep professional:keep third-party:number unsure:number
# A parent's year of birth says what a clinician needs of the parent's age.
dob=subject:keep family:generalise
age=subject:keep family:keep professional:keep third-party:generalise unsure:generalise
date=all:keep
address=subject:keep
postcode=subject:keep
place=all:keep
organisation=all:keep
phone=subject:keep family:keep professional:keep
email=subject:keep family:keep professional:keep
url=professional:keep
nhs-number=subject:keep
chi-number=subject:keep
hsc-number=subject:keep
hospital-number=subject:keep
case-ref=subject:keep
health=subject:keep family:keep
substance-misuse=subject:keep family:keep
domestic-abuse=subject:keep family:keep
# Both bear on care: risk of inherited illness, diet, blood products.
ethnicity=subject:keep
religion=subject:keep
