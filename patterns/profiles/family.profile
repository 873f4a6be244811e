# Who reads the copy: a relative, who may be close to the child or to somebody the child fears.
#
# A relative has no right of their own to a child's record. They may see what is planned, by whom
# and when. Every way to find anybody goes, the child's school included; other relatives and
# carers appear by what they are ([MOTHER], [FOSTER CARER]); health and history stay with the
# people whose they are.

[profile]
id=family
title=A relative who asks for a copy of a plan
purpose=To let a relative who is worried about a child see what is planned, without giving away where anybody is or what is known of anybody else.
basis=UK GDPR Article 6(1)(e) public task; the common law duty of confidence; the consent of the child or of a person with parental responsibility where it can be had.
source=Children's workforce induction, scenarios: "A relative of a young person has some concerns about their welfare and would like a copy of a CP Plan so they can check that the information is complete and correct"; golden rule 5 (safety and well-being).
never=address:subject;address:family;address:third-party;postcode:subject;postcode:family;place:subject;place:family;organisation:subject;phone:subject;phone:family;email:subject;email:family;username:subject;url:subject;name:family;name:third-party;name:referrer;health:family;criminal:family;criminal:third-party;domestic-abuse:family;finance:family;immigration:family;sexuality:subject
pictures=remove
comments=remove
hidden=remove
marks=silent

[stays]
name=subject:keep professional:keep family:role third-party:number unsure:number
initials=subject:keep professional:keep family:role third-party:number unsure:number
dob=subject:generalise
age=subject:keep professional:keep family:generalise third-party:generalise unsure:generalise
date=all:keep
organisation=professional:keep
phone=professional:keep
email=professional:keep
