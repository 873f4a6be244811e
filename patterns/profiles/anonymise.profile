# Who reads the copy: anybody.
#
# Nothing is named below, so nothing stays: no name, number, date, place or age of anybody, and no
# sentence about health, crime, money or faith. What remains is how the work was done.

[profile]
id=anonymise
title=Everything that identifies goes
purpose=To show a record to people who must not learn whose it is, for teaching or testing.
basis=UK GDPR recital 26 (anonymous information); the ICO's test of the motivated intruder.
source=Caldicott principle 2: "Do not use personal confidential information unless it is absolutely necessary".
never=name:subject;name:family;name:third-party;name:professional;name:referrer;address:subject;address:family;health:subject;criminal:family
pictures=remove
comments=remove
hidden=remove
marks=say

[stays]
