/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words count by side, those next to the name also by distance and in pairs, words for relatives,
 * jobs and the like as such too. A line's end ends what is looked at. */
#include "standing.h"

#include "fingerprint.h"
#include "meaning.h"

#include <string.h>

/* Words on each side that count, and of a cell or heading. */
#define REACH 5
#define CELL_WORDS 4
/* Words between two names that are tied, and of those that count as they are. */
#define TIE_REACH 12
#define TIE_WORDS 3

/* The features of one place where a name stands. */
typedef struct {
    guint32 features[STANDING_MOST_TRAITS / 4];
    guint8 kinds[STANDING_MOST_TRAITS / 4];
    guint n;
} Scene;

guint32 isr_standing_feature(const char *tag, const char *text, gssize length)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (; *tag != '\0'; tag++)
        print = isr_fingerprint_on(print, (guint8)*tag);
    print = isr_fingerprint_on(print, ':');
    for (gssize i = 0; length < 0 ? text[i] != '\0' : i < length; i++)
        print = isr_fingerprint_on(print, (guint8)text[i]);
    return (guint32)isr_fingerprint_end(print);
}

/* Adds a feature, once for the place. */
static void add(Scene *scene, Standing kind, const char *tag, const char *text, gssize length)
{
    const guint32 feature = isr_standing_feature(tag, text, length);

    for (guint i = 0; i < scene->n; i++)
        if (scene->features[i] == feature)
            return;
    if (scene->n == G_N_ELEMENTS(scene->features))
        return;
    scene->features[scene->n] = feature;
    scene->kinds[scene->n++] = (guint8)kind;
}

/* What stands for a word or mark in features: numbers and findings by their class alone. */
static const char *word_of(const IsrCueToken *token)
{
    static const char *const classes[ISR_N_CUE_CLASSES] = {
        [ISR_CUE_NAME] = "{name}",   [ISR_CUE_ORGANISATION] = "{org}", [ISR_CUE_PLACE] = "{place}",
        [ISR_CUE_PHONE] = "{phone}", [ISR_CUE_EMAIL] = "{email}",      [ISR_CUE_DATE] = "{date}",
        [ISR_CUE_AGE] = "{age}"};

    if (classes[token->class] != NULL)
        return classes[token->class];
    return g_ascii_isdigit(*token->text) ? "#" : token->text;
}

static const char *group_of(const IsrCueToken *token)
{
    static const char *const groups[ISR_N_CUE_CLASSES] = {[ISR_CUE_KIN] = "kin",
                                                          [ISR_CUE_WORK] = "work",
                                                          [ISR_CUE_OTHER] = "other",
                                                          [ISR_CUE_CHILD] = "child"};

    return groups[token->class];
}

static Standing kind_of(const IsrCueToken *token)
{
    switch (token->class) {
    case ISR_CUE_KIN:
    case ISR_CUE_CHILD:
    case ISR_CUE_OTHER:
        return STANDING_KIN;
    case ISR_CUE_WORK:
    case ISR_CUE_ORGANISATION:
    case ISR_CUE_EMAIL:
    case ISR_CUE_PHONE:
        return STANDING_WORK;
    case ISR_CUE_NAME:
        return STANDING_COMPANY;
    default:
        return STANDING_WORDS;
    }
}

static gboolean ends_line(const IsrCueToken *token)
{
    return token->class == ISR_CUE_WORD && g_str_equal(token->text, "|");
}

static void add_token(Scene *scene, const IsrCueToken *token, char side, guint distance)
{
    const char *word = word_of(token), *group = group_of(token);
    char near[] = {side, (char)('0' + distance), 0}, far[] = {side, '*', 0},
         class[] = {side, 'c', (char)('0' + MIN(distance, 3)), 0};

    if (distance <= 2)
        add(scene, kind_of(token), near, word, -1);
    add(scene, kind_of(token), far, word, -1);
    if (group != NULL)
        add(scene, kind_of(token), class, group, -1);
}

/* The words on one side, up to the line's end. */
static void add_side(Scene *scene, const IsrCueToken *tokens, guint n, guint at, gint step)
{
    const char side = step < 0 ? 'L' : 'R';
    gint place = (gint)at;

    for (guint distance = 1; distance <= REACH; distance++) {
        place += step;
        if (place < 0 || place >= (gint)n) {
            char end[] = {side, 'e', 0};
            add(scene, STANDING_LINE, end, distance < 3 ? "near" : "far", -1);
            return;
        }
        add_token(scene, &tokens[place], side, distance);
        if (ends_line(&tokens[place]))
            return;
    }
}

static void add_pair(Scene *scene, const char *tag, const IsrCueToken *one,
                     const IsrCueToken *other)
{
    char text[80];

    g_snprintf(text, sizeof text, "%s %s", word_of(one), word_of(other));
    add(scene, STANDING_WORDS, tag, text, -1);
}

/* The same with words for relatives, jobs and the like by their class: "'s {kin}". */
static void add_classes(Scene *scene, const char *tag, const IsrCueToken *one,
                        const IsrCueToken *other)
{
    const char *group = group_of(one), *next = group_of(other);
    char text[80];

    if (group == NULL && next == NULL)
        return;
    g_snprintf(text, sizeof text, "%s %s", group != NULL ? group : word_of(one),
               next != NULL ? next : word_of(other));
    add(scene, kind_of(group != NULL ? one : other), tag, text, -1);
}

static void add_both(Scene *scene, const char *tag, const IsrCueToken *one,
                     const IsrCueToken *other)
{
    add_pair(scene, tag, one, other);
    add_classes(scene, tag, one, other);
}

/* Words between a name and the word for a relative that it is called by, and from there to whose
 * relative that is. */
#define KIN_REACH 3
#define OWNER_REACH 3

/* Whose the relative at token @at is: "his", "my"; a name or a relative with 's; NULL if nothing
 * says so. */
static const char *owner_of(const IsrCueToken *tokens, guint at)
{
    static const char *const owners[] = {"his",  "her",   "my", "our", "their",
                                         "your", "whose", "a",  "the", NULL};

    for (guint back = 1; back <= MIN(at, OWNER_REACH); back++) {
        const IsrCueToken *token = &tokens[at - back];

        if (token->class == ISR_CUE_WORD && g_str_equal(token->text, "'s"))
            return at - back == 0                                ? NULL
                   : tokens[at - back - 1].class == ISR_CUE_NAME ? "{name}"
                   : group_of(&tokens[at - back - 1]) != NULL    ? group_of(&tokens[at - back - 1])
                                                                 : "'s";
        if (token->class == ISR_CUE_WORD && g_strv_contains(owners, token->text))
            return token->text;
        if (token->class != ISR_CUE_WORD || !g_ascii_isalpha(*token->text))
            return NULL;
    }
    return NULL;
}

static void add_call(Scene *scene, const char *side, const IsrCueToken *tokens, guint kin)
{
    const char *owner = owner_of(tokens, kin);
    char text[80];

    add(scene, kind_of(&tokens[kin]), side, owner != NULL ? owner : "-", -1);
    g_snprintf(text, sizeof text, "%s %s", owner != NULL ? owner : "-", group_of(&tokens[kin]));
    add(scene, kind_of(&tokens[kin]), side, text, -1);
    g_snprintf(text, sizeof text, "%s %s", owner != NULL ? owner : "-", tokens[kin].text);
    add(scene, kind_of(&tokens[kin]), side, text, -1);
}

/* Whose relative or friend the name is called: "his older brother, Ralph", "Ralph, mum's ex". */
static void add_calls(Scene *scene, const IsrCueToken *tokens, guint n, guint at)
{
    for (guint back = 1; back <= MIN(at, KIN_REACH); back++) {
        if (tokens[at - back].class == ISR_CUE_NAME || ends_line(&tokens[at - back]))
            break;
        if (group_of(&tokens[at - back]) != NULL) {
            add_call(scene, "called", tokens, at - back);
            break;
        }
    }
    if (at + 1 >= n || strchr(",(-", *tokens[at + 1].text) == NULL)
        return;
    for (guint on = 2; on <= KIN_REACH + 3 && at + on < n; on++) {
        if (ends_line(&tokens[at + on]))
            break;
        if (group_of(&tokens[at + on]) != NULL) {
            add_call(scene, "is", tokens, at + on);
            break;
        }
    }
}

static void add_words(Scene *scene, const IsrCueToken *tokens, guint n, guint at)
{
    add_side(scene, tokens, n, at, -1);
    add_side(scene, tokens, n, at, 1);
    add_calls(scene, tokens, n, at);
    if (at > 1 && !ends_line(&tokens[at - 1]))
        add_both(scene, "L21", &tokens[at - 2], &tokens[at - 1]);
    if (at + 2 < n && !ends_line(&tokens[at + 1]))
        add_both(scene, "R12", &tokens[at + 1], &tokens[at + 2]);
    if (at > 0 && at + 1 < n)
        add_both(scene, "L1R1", &tokens[at - 1], &tokens[at + 1]);
}

/* The first words of a text of @length bytes, in lower case. */
static void add_texts(Scene *scene, Standing kind, const char *tag, const char *text, gsize length)
{
    g_autofree char *lower = g_utf8_strdown(text, (gssize)length);
    const char *at = lower;

    for (guint words = 0; words < CELL_WORDS && *at != '\0'; words++) {
        while (*at != '\0' && !g_unichar_isalnum(g_utf8_get_char(at)))
            at = g_utf8_next_char(at);
        const char *end = at;
        while (*end != '\0' && g_unichar_isalnum(g_utf8_get_char(end)))
            end = g_utf8_next_char(end);
        if (end > at)
            add(scene, kind, tag, g_ascii_isdigit(*at) ? "#" : at,
                g_ascii_isdigit(*at) ? 1 : (gssize)(end - at));
        at = end;
    }
}

/* Column, first cell of the row and the next cell. */
static void add_row(Scene *scene, const IsrBlock *block, const Surroundings *around,
                    const IsrFinding *finding)
{
    const char *text = block->text->str;
    const gsize first = strcspn(text, "\x1f");
    const char *next = strchr(text + finding->range.end, ISR_CELL_BREAK);
    const guint column = isr_surroundings_column(around, finding->range.start);

    if (block->columns != NULL && column < block->columns->len) {
        const char *heading = block->columns->pdata[column];
        add_texts(scene, STANDING_TABLE, "column", heading, strlen(heading));
    }
    if (column > 0)
        add_texts(scene, STANDING_TABLE, "first", text, first);
    if (next != NULL)
        add_texts(scene, STANDING_TABLE, "next", next + 1, strcspn(next + 1, "\x1f"));
    char number[] = {(char)('0' + MIN(column, 9)), 0};
    add(scene, STANDING_TABLE, "nth", number, -1);
}

/* "Present: A, B and C": the label that the line begins with, and the heading above. */
#define MOST_LABEL 40

static void add_line(Scene *scene, const IsrBlock *block, const Surroundings *around,
                     const IsrFinding *finding)
{
    const char *text = block->text->str;
    const gsize start = isr_surroundings_line(around, finding->range.start);
    char kind[] = {(char)('0' + block->kind), 0};

    gsize length = 0;
    while (length < MOST_LABEL && text[start + length] && !strchr(":\n\x1f", text[start + length]))
        length++;
    if (text[start + length] == ':' && length < MOST_LABEL && start + length < finding->range.start)
        add_texts(scene, STANDING_LINE, "label", text + start, length);
    if (block->heading != NULL)
        add_texts(scene, STANDING_LINE, "heading", block->heading, strlen(block->heading));
    add(scene, STANDING_LINE, "block", kind, -1);
}

/* The title before the name: "dr", "mrs". */
static void add_title(Scene *scene, const IsrPeople *people, const IsrBlock *block,
                      const IsrFinding *finding, guint size)
{
    const char *text = block->text->str;
    gsize end = finding->range.start, start;
    char tag[] = {'t', 'i', 't', 'l', 'e', (char)('0' + MIN(size, 3)), 0};

    while (end > 0 && strchr(" .", text[end - 1]) != NULL)
        end--;
    for (start = end; start > 0 && g_ascii_isalpha(text[start - 1]);)
        start--;
    g_autofree char *word = g_ascii_strdown(text + start, (gssize)(end - start));
    if (isr_lists_has(people->patterns->lists, "titles", word, -1)) {
        add(scene, STANDING_FORM, "title", word, -1);
        add(scene, STANDING_FORM, tag, word, -1);
    }
}

static void add_form(Scene *scene, const Mention *mention)
{
    const guint n = isr_mention_size(mention);
    char form[8] = {0};

    for (guint i = 0; i < n && i < 4; i++) {
        const NamePart *part = isr_mention_part(mention, i);
        form[i] = part->kind == PART_INITIAL ? 'i' : part->surname ? 's' : 'f';
    }
    add(scene, STANDING_FORM, "form", form, -1);
    if (isr_mention_is_upper(mention->text))
        add(scene, STANDING_FORM, "capitals", n > 1 ? "all" : "one", -1);
    if (strchr(mention->text, ',') != NULL)
        add(scene, STANDING_FORM, "comma", "", -1);
    if (mention->speaks)
        add(scene, STANDING_LINE, "speaks", "", -1);
}

static void count(Mention *mention, const Scene *scene)
{
    if (mention->traits == NULL)
        mention->traits = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < scene->n; i++) {
        gpointer key = GUINT_TO_POINTER(scene->features[i]);
        guint times = isr_standing_times(g_hash_table_lookup(mention->traits, key));

        if (times == 0 && g_hash_table_size(mention->traits) >= STANDING_MOST_TRAITS)
            continue;
        g_hash_table_insert(mention->traits, key,
                            GUINT_TO_POINTER(MIN(times + 1, G_MAXUINT16) << 8 | scene->kinds[i]));
    }
}

/* Ties the name at token @at to the one before it, a few words away. */
static void tie(IsrPeople *people, const IsrBlock *block, const Surroundings *around,
                const IsrCueToken *tokens, guint at, guint number)
{
    guint back = at;
    g_autoptr(GString) between = g_string_new(NULL), shape = g_string_new(NULL);

    while (back > 0 && at - back < TIE_REACH && tokens[back - 1].class != ISR_CUE_NAME) {
        back--;
        const char *group = group_of(&tokens[back]);
        if (at - back <= TIE_WORDS)
            g_string_append_printf(between, "%s ", word_of(&tokens[back]));
        if (at - back <= TIE_WORDS)
            g_string_append_printf(shape, "%s ", group != NULL ? group : word_of(&tokens[back]));
    }
    if (back == 0 || tokens[back - 1].class != ISR_CUE_NAME)
        return;
    if (at - back > TIE_WORDS)
        g_string_assign(between, "...");
    const Tie one = {
        number,
        isr_people_mention_at(people, block->index, isr_surroundings_start(around, back - 1)),
        isr_standing_feature("between", between->str, -1),
        isr_standing_feature("shape", at - back > TIE_WORDS ? "" : shape->str, -1)};
    if (one.before > 0)
        g_array_append_val(people->ties, one);
}

static void learn_meaning(const IsrPeople *people, Mention *mention, const IsrCueToken *tokens,
                          guint n, guint at)
{
    if (mention->meaning == NULL)
        mention->meaning = isr_meaning_new(people->patterns->vectors);
    isr_meaning_read(mention->meaning, tokens, n, at);
}

void isr_standing_learn(IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                        const Surroundings *around, guint number)
{
    Scene scene = {.n = 0};
    guint n, at;
    const IsrCueToken *tokens = isr_surroundings_tokens(around, finding, &n, &at);
    Mention *mention = isr_people_mention(people, number);

    if (tokens != NULL) {
        add_words(&scene, tokens, n, at);
        learn_meaning(people, mention, tokens, n, at);
        tie(people, block, around, tokens, at, number);
    }
    if (block->kind == ISR_BLOCK_ROW)
        add_row(&scene, block, around, finding);
    add_line(&scene, block, around, finding);
    add_title(&scene, people, block, finding, isr_mention_size(mention));
    add_form(&scene, mention);
    count(mention, &scene);
}
