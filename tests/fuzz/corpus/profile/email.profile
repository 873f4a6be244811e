# Who reads the copy: somebody who knows the case, by e-mail, the way most often used and most
# often sent to the wrong person.
#
# Names become initials and everything that would tell a stranger who or where it is goes. The
# case reference stays: with it the right reader finds the case, and a stranger finds nothing.

[profile]
id=fuzz
title=Sending by e-mail
purpose=To write by e-mail about a case to somebody who knows it, so that a message that goes astray names nobody.
basis=UK GDPR Article 5(1)(f) and Article 32 (security); the ground for the sharing itself is that of its purpose.
source=Wirral protocol 6.2: "care should be taken to anonymise any identifying information, e.g. by using initials".
never=address:subject;address:family;address:third-party;address:referrer;postcode:subject;postcode:family;phone:subject;phone:family;phone:third-party;phone:referrer;dob:family;nhs-number:subject;nino:subject;name:referrer;bank-account:subject;bank-account:family
pictures=remove
comments=remove
hidden=remove
marks=silent
links=www.gov.uk;www.nhs.uk

[stays]
name=all:initials
initials=all:keep
dob=subject:generalise
age=all:keep
date=all:keep
organisation=professional:keep
phone=professional:keep
email=professional:keep
case-ref=subject:keep professional:keep
health=subject:keep family:keep
criminal=subject:keep family:keep
domestic-abuse=subject:keep family:keep third-party:keep
substance-misuse=subject:keep family:keep
