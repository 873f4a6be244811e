# Who reads the copy: anybody.
#
# No identifier is named below, so none stays: no name, number, date, place or age of anybody.
# Sentences about health, crime, money or faith stay, because they then say it of nobody: without
# them there is nothing left to teach or test with. Who must not read even that is served by
# another profile: statistics leaves no sentence about a life.

[profile]
id=anonymise
title=Everything that identifies goes
purpose=To show a record to people who must not learn whose it is, for teaching or testing.
basis=UK GDPR recital 26 (anonymous information); the ICO's test of the motivated intruder.
source=Caldicott principle 2: "Do not use personal confidential information unless it is absolutely necessary".
never=name:subject;name:family;name:third-party;name:professional;name:referrer;address:subject;address:family
pictures=remove
comments=remove
hidden=remove
marks=say

[stays]
all-topics=all:keep
