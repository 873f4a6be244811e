# Who reads the copy: the department or analyst who counts.
#
# Nobody may be recognised, not even by putting facts together. So nothing stays as it was: years,
# months, bands of age and districts, and no sentence about anybody's life. In tables of counts small
# numbers go, with what would give them back; a table made from these copies still needs the same
# before it is published.

[profile]
id=statistics
title=Figures and returns
purpose=To answer requests for figures, such as a monthly breakdown of admissions, from records in which no person can be recognised.
basis=UK GDPR recital 26 and Article 89(1); Data Protection Act 2018, section 19; ISB 1523 anonymisation standard (small numbers are suppressed).
source=Children's workforce induction, scenarios: "a request from the DfE for a monthly breakdown of schools admissions data for the last year".
never=name:subject;name:family;name:third-party;name:professional;name:referrer;address:subject;address:family;phone:subject;nhs-number:subject;upn:subject;health:subject;criminal:subject;criminal:family
pictures=remove
comments=remove
hidden=remove
marks=say
min-cell=5

[stays]
dob=all:generalise
age=all:generalise
date=all:generalise
postcode=all:generalise
