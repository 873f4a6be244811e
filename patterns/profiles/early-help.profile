# Who reads the copy: the family hub and the agencies around a family that agreed to be helped.
#
# Consent is the ground, so what stays is what a family talks about when it asks for help: health,
# money, who is in the household. It is not what one of them may never have agreed to show the
# others: violence between adults, convictions, status, orientation. Raise those outside this
# copy.

[profile]
id=early-help
title=An Early Help assessment shared with consent
purpose=To give a family that agreed to it the right help early, before a need becomes more acute.
basis=UK GDPR Article 6(1)(a) consent or 6(1)(e) public task; Article 9(2)(a) explicit consent.
source=Coventry one minute guide: "you DO NEED consent to engage a family in Early Help and refer to a family hub or any other service".
never=criminal:family;criminal:third-party;domestic-abuse:family;immigration:family;sexuality:subject;sexuality:family;health:third-party;name:third-party;name:referrer;phone:referrer;address:referrer
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
upn=subject:keep
case-ref=subject:keep
health=subject:keep family:keep
finance=subject:keep family:keep
ethnicity=subject:keep
religion=subject:keep
