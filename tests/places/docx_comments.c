/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in comments and in the parts that say who wrote them. */
#include "docx.h"

#define W15 "xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'"
#define COMMENT_AS(number, author, initials, content)                                              \
    "<w:comment w:id='" number "' w:author='" author "' w:date='2024-05-06T07:08:09Z' "            \
    "w:initials='" initials "'>" content "</w:comment>"
#define COMMENT(content) COMMENT_AS("@n@", "Reviewer", "R", content)
#define ANCHORED(number, runs)                                                                     \
    PAR("<w:commentRangeStart w:id='" number "'/>" runs "<w:commentRangeEnd w:id='" number         \
        "'/><w:r><w:commentReference w:id='" number "'/></w:r>")
#define NOTED ANCHORED("@n@", RUN("A paragraph with a comment."))

const Place docx_comments[] = {
    {"D054",
     "comment-text",
     KEEP_SOFT,
     0,
     {INTO("comments", COMMENT(SENTENCE)), INTO("body", NOTED)},
     NULL},
    {"D055",
     "comment-author",
     KEEP_NONE,
     PLACE_ADULT,
     {INTO("comments", COMMENT_AS("@n@", ADULT, "OP", PAR(RUN("A thought.")))
                           COMMENT_AS("1055", WHO, "QV", PAR(RUN("Another.")))),
      INTO("body", NOTED ANCHORED("1055", RUN("One more paragraph.")))},
     NULL},
    {"D056",
     "comment-reply",
     KEEP_NONE,
     0,
     {INTO("comments", COMMENT("<w:p w14:paraId='00000056'>" RUN("A question.") "</w:p>")
                           COMMENT_AS("1056", "Other", "O",
                                      "<w:p w14:paraId='00000057'>" RUN(WHO ", " NHS) "</w:p>")),
      PART("word/commentsExtended.xml", WML_TYPE("commentsExtended"),
           DOC("w15:commentsEx",
               "<w15:commentEx w15:paraId='00000056' w15:done='0'/><w15:commentEx "
               "w15:paraId='00000057' w15:paraIdParent='00000056' w15:done='0'/>")),
      LINK("word/document.xml", "rId@id@",
           "http://schemas.microsoft.com/office/2011/relationships/"
           "commentsExtended",
           "commentsExtended.xml"),
      INTO("body", NOTED ANCHORED("1056", RUN("A reply.")))},
     NULL},
    {"D057",
     "comment-mention",
     KEEP_NONE,
     PLACE_ADULT,
     {INTO("comments",
           COMMENT(PAR("<w:hyperlink r:id='rId@id@'>" RUN("@" ADULT) "</w:hyperlink>"))),
      EXTERNAL("word/comments.xml", "rId@id@", REL("hyperlink"),
               "mailto:ottoline.pemberwicke@council.example?subject=" EMAIL),
      INTO("body", NOTED)},
     NULL},
    {"D058",
     "comment-reactions",
     KEEP_NONE,
     PLACE_ADULT,
     {INTO("comments", COMMENT(PAR(RUN("A thought.")))), INTO("body", NOTED),
      PART(
          "word/commentsExtensible.xml", WML_TYPE("commentsExtensible"),
          XML_HEAD
          "<w16cex:commentsExtensible xmlns:w16cex='http://schemas.microsoft.com/office/"
          "word/2018/wordml/cex' xmlns:cr='http://schemas.microsoft.com/office/comments/2020/"
          "reactions'><w16cex:commentExtensible w16cex:durableId='2A058058' w16cex:dateUtc="
          "'2024-05-06T07:08:09Z'><w16cex:extLst><w16:ext xmlns:w16='http://schemas.microsoft.com/"
          "office/word/2018/wordml' w16:uri='{CE6994B0-6A32-4C9F-8C6B-6E91EDA988CE}'><cr:reactions>"
          "<cr:reaction reactionType='1'><cr:reactionInfo dateUtc='2024-05-06T07:08:09Z'><cr:user "
          "userId='S::" EMAIL "::058' userProvider='AD' userName='" ADULT "'/></cr:reactionInfo>"
          "</cr:reaction></cr:reactions></w16:ext></w16cex:extLst></w16cex:commentExtensible>"
          "</w16cex:commentsExtensible>"),
      LINK("word/document.xml", "rId@id@",
           "http://schemas.microsoft.com/office/2018/08/"
           "relationships/commentsExtensible",
           "commentsExtensible.xml")},
     NULL},
    {"D059",
     "people",
     KEEP_NONE,
     PLACE_ADULT,
     {PART("word/people.xml", WML_TYPE("people"),
           DOC("w15:people",
               "<w15:person w15:author='" ADULT "'><w15:presenceInfo w15:providerId='AD'"
               " w15:userId='S::" EMAIL "::059'/></w15:person><w15:person w15:author='" WHO "'/>")),
      LINK("word/document.xml", "rId@id@",
           "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml")},
     NULL},
    {"D060",
     "tasks",
     KEEP_NONE,
     PLACE_ADULT,
     {PART("word/documenttasks/documenttasks1.xml", "application/vnd.ms-office.documenttasks+xml",
           XML_HEAD
           "<t:Tasks xmlns:t='http://schemas.microsoft.com/office/tasks/2019/documenttasks'>"
           "<t:Task id='{0C5A4E31-0000-4000-8000-000000000060}'><t:Anchor><t:Comment id='60'/>"
           "</t:Anchor><t:History><t:Event id='{0C5A4E31-0000-4000-8000-000000000061}' time="
           "'2024-05-06T07:08:09Z'><t:Attribution userId='S::" EMAIL "::060' userProvider='AD' "
           "userName='" ADULT "'/><t:Assign userId='" EMAIL "' userProvider='AD' userName='" WHO
           "'/></t:Event></t:History></t:Task></t:Tasks>"),
      LINK("word/document.xml", "rId@id@",
           "http://schemas.microsoft.com/office/2019/05/"
           "relationships/documenttasks",
           "documenttasks/documenttasks1.xml")},
     NULL},
    {.id = NULL},
};
