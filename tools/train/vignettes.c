/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A vignette is read line by line; its people are told apart by letter and number. */
#include "vignettes.h"

#include "source.h"

#include <isredact/error.h>

#include <string.h>

/* Where is read, for errors. */
typedef struct {
    const char *name;
    guint line;
    IsrGold *gold; /* the vignette in hand, or NULL */
} Reader;

static gboolean refuse(const Reader *reader, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "%s, line %u: mark names as {f1 Ann Bell}",
                reader->name, reader->line);
    return FALSE;
}

static const char *role_for(char letter)
{
    switch (letter) {
    case 's':
        return "subject";
    case 'f':
        return "family";
    case 't':
        return "third-party";
    case 'p':
        return "professional";
    case 'r':
        return "referrer";
    default:
        return NULL;
    }
}

/* The person marked "f2", made if new; @name is the first way in which they are named. */
static const IsrGoldPerson *person_of(IsrGold *gold, const char *mark, const char *role,
                                      const char *name)
{
    g_autofree char *id = g_strndup(mark, 2);

    for (guint i = 0; i < gold->people->len; i++) {
        const IsrGoldPerson *known = gold->people->pdata[i];
        if (strcmp(known->id, id) == 0)
            return known;
    }
    IsrGoldPerson *person = g_new0(IsrGoldPerson, 1);

    person->id = g_steal_pointer(&id);
    person->role = g_strdup(role);
    person->origin = g_strdup("other");
    person->name = g_strdup(name);
    g_ptr_array_add(gold->people, person);
    return person;
}

/* Appends the name marked at @at, "{f2 Ann Bell}"; where it ends, or NULL. */
static const char *append_name(IsrGold *gold, IsrGoldBlock *block, const char *at)
{
    const char *end = strchr(at, '}');
    const char *role = role_for(at[1]);

    if (!end || end - at < 5 || !role || !g_ascii_isdigit(at[2]) || at[3] != ' ')
        return NULL;
    g_autofree char *name = g_strndup(at + 4, (gsize)(end - at - 4));
    const gsize start = block->text->len;

    g_string_append(block->text, name);
    IsrGoldSpan *span = isr_gold_add_span(block, "name", (IsrRange){start, block->text->len});
    span->person = person_of(gold, at + 1, role, name);
    return end + 1;
}

/* What kind of block the line is; @line is moved to its text. */
static IsrGoldKind kind_of(const char **line)
{
    static const struct {
        const char *start;
        IsrGoldKind kind;
    } kinds[] = {{"# ", ISR_GOLD_HEADING}, {"- ", ISR_GOLD_BULLET}, {"| ", ISR_GOLD_ROW}};

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_str_has_prefix(*line, kinds[i].start)) {
            *line += strlen(kinds[i].start);
            return kinds[i].kind;
        }
    }
    return ISR_GOLD_PARAGRAPH;
}

static gboolean read_line(Reader *reader, const char *line, GError **error)
{
    const IsrGoldKind kind = kind_of(&line);
    IsrGoldBlock *block = isr_gold_add_block(reader->gold, kind);

    block->level = kind == ISR_GOLD_HEADING ? 1 : 0;
    while (*line != '\0') {
        if (kind == ISR_GOLD_ROW && g_str_has_prefix(line, " |")) {
            line += line[2] == ' ' ? 3 : 2;
            if (*line != '\0')
                g_string_append_c(block->text, ISR_CELL_BREAK);
        } else if (*line == '{') {
            line = append_name(reader->gold, block, line);
            if (!line)
                return refuse(reader, error);
        } else {
            g_string_append_c(block->text, *line++);
        }
    }
    return TRUE;
}

static void begin(Reader *reader, GPtrArray *golds)
{
    reader->gold = isr_gold_new();
    reader->gold->id = g_strdup_printf("vignette-%u", golds->len);
    reader->gold->kind = g_strdup("vignette");
    g_ptr_array_add(golds, reader->gold);
}

static gboolean load_file(GPtrArray *golds, const char *folder, const char *name, GError **error)
{
    g_auto(GStrv) lines = source_lines(folder, name, error);
    Reader reader = {name, 0, NULL};

    for (char **line = lines; line && *line; line++) {
        reader.line++;
        if (g_str_has_prefix(*line, "//"))
            continue;
        if (**line == '\0') {
            reader.gold = NULL;
            continue;
        }
        if (!reader.gold)
            begin(&reader, golds);
        if (!read_line(&reader, *line, error))
            return FALSE;
    }
    return lines != NULL;
}

gboolean vignettes_load(GPtrArray *golds, const char *folder, GError **error)
{
    g_auto(GStrv) names = source_names(folder, ".txt", error);

    for (char **name = names; name && *name; name++)
        if (!load_file(golds, folder, *name, error))
            return FALSE;
    return names != NULL;
}
