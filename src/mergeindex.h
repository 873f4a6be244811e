/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What merging looks up: which people have a part in their names, whose a mention became, who was
 * born when. In a long record there are thousands of people, and each mention may be any. */
#pragma once

#include "people.h"

typedef struct MergeIndex MergeIndex;

/* Borrows @people, whose values must stay as they are. */
MergeIndex *isr_merge_index_new(const IsrPeople *people);
void isr_merge_index_free(MergeIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MergeIndex, isr_merge_index_free)

/* @key (borrowed) is a part of the names of the person with number @cluster, from 0. */
void isr_merge_index_add(MergeIndex *index, const char *key, guint cluster);
/* The numbers, in order, of all whose names hold the rarest part of @mention that is written out,
 * or that part's first piece: nobody else can fit. GArray of guint, to be freed. */
GArray *isr_merge_index_find(const MergeIndex *index, const Mention *mention);

/* The numbers, in order, of all who can have the names of @mention but for one that has a letter
 * wrong (isr_likeness_is_near()): no others have. GArray of guint, to be freed. */
GArray *isr_merge_index_misspelt(const MergeIndex *index, const Mention *mention);

/* The numbers, in order, of all who can have the names of @mention but for its first part, which
 * is short for one of theirs, or the other way round: no others have. GArray of guint, to be
 * freed. */
GArray *isr_merge_index_nicknamed(const MergeIndex *index, const Mention *mention);

/* The numbers, in order, of all whose names hold @key. GArray of guint, to be freed. */
GArray *isr_merge_index_holders(const MergeIndex *index, const char *key);

/* The numbers, in order, of all who can have a name that is like @key in a way that likeness.h
 * or nicknames.h knows: no others have. GArray of guint, to be freed. */
GArray *isr_merge_index_alike(const MergeIndex *index, const char *key);

/* @mention became one of @cluster. */
void isr_merge_index_settle(MergeIndex *index, const Mention *mention, Cluster *cluster);
/* The cluster that @mention is one of, or NULL. */
Cluster *isr_merge_index_home(const MergeIndex *index, const Mention *mention);

/* TRUE if a date of birth of @cluster is less than eighteen years before the record's newest
 * date; if there is none, if an age below eighteen is said of one of its mentions. */
gboolean isr_merge_index_is_child(const MergeIndex *index, const Cluster *cluster);
