/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in forms, scripts and macros. */
#include "odt.h"

#define FORMS(content) INTO("forms", "<office:forms>" content "</office:forms>")
#define MODULE "Sub " SURNAME "\n MsgBox \"" WHO ", " NHS "\"\nEnd Sub"

const Place odt_forms[] = {
    PLACE("O110", "form-controls", KEEP_NONE,
          FORMS("<form:form form:name='" WHO "'><form:text form:id='c@n@' form:name='" SURNAME
                "' form:current-value='" WHO "' form:value='" WHO "' form:label='" WHO
                "'/><form:hidden form:id='h@n@' form:name='x' form:value='" NHS
                "'/><form:listbox form:id='l@n@'><form:option form:label='" WHO "' form:value='" NHS
                "'/></form:listbox></form:form>"),
          INTO("body", PAR("Field: <draw:control draw:control='c@n@' draw:name='" SURNAME
                           "' svg:width='2cm' svg:height='1cm'><svg:title>" WHO
                           "</svg:title></draw:control>"))),
    PLACE("O111", "form-source", KEEP_NONE,
          FORMS("<form:form form:datasource='" SURNAME "' form:command='SELECT " SURNAME
                "' form:filter='name=" SURNAME "' xlink:href='https://cases.example/" SURNAME
                "'><form:connection-resource xlink:href='sdbc:" SURNAME "'/></form:form>")),
    PLACE("O112", "xforms", KEEP_NONE,
          FORMS("<xforms:model id='" SURNAME "'><xforms:instance><data><who>" WHO "</who><nhs>" NHS
                "</nhs></data></xforms:instance></xforms:model>")),
    PLACE("O113", "event-script", KEEP_NONE,
          INTO("scripts", "<office:script script:language='Basic'>" WHO
                          "</office:script><office:event-listeners><script:event-listener "
                          "script:event-name='dom:load' xlink:href='vnd.sun.star.script:" SURNAME
                          "'/></office:event-listeners>")),
    PLACE("O114", "basic", KEEP_NONE, PART("Basic/Standard/Module1.xml", "text/xml", MODULE),
          PART("Basic/" SURNAME "/script-lb.xml", "text/xml", "<library name='" SURNAME "'/>"),
          PART("Dialogs/Standard/" SURNAME ".xml", "text/xml", "<window title='" WHO "'/>")),
    PLACE("O115", "python-script", KEEP_NONE,
          PART("Scripts/python/" SURNAME ".py", "", "print('" WHO ", " NHS "')")),
    {.id = NULL},
};
