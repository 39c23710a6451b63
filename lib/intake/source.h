/*
 * Which program wrote a file of answers, by the fingerprint of its header,
 * and what is peculiar to each: the names under which it writes what is its
 * own, how it writes "no answer", whether a row may be short.
 */
#ifndef CPM_SOURCE_H
#define CPM_SOURCE_H

#include "table/reader.h"

enum source {
	SOURCE_AUTO, SOURCE_KOBO, SOURCE_ONA, SOURCE_ODK, SOURCE_BRIEFCASE,
	SOURCE_LIMESURVEY, SOURCE_GFORMS, SOURCE_MSFORMS,
	SOURCE_GRID, SOURCE_WIDE, SOURCE_LONG	/* no program's: our own, plain */
};

/* Names under which programs write the number of a submission. */
enum known {
	KNOWN_NONE, KNOWN_ROOT, KNOWN__ID, KNOWN_UUID, KNOWN_KEY,
	KNOWN_INSTANCE, KNOWN_ID
};

/* "kobo" …; and back: -1 if there is none of that name. */
const char	*source_name(enum source);
int		 source_find(const char *name);
/* "KoboToolbox export": N_(). */
const char	*source_words(enum source);
/* Whether it is a survey program's, and no plain CSV. */
int		 source_is_program(enum source);

/* What the header looks like; never SOURCE_AUTO. */
enum source	 source_of(const struct record *header);

/* Whether rows may be shorter than the header (what is missing is empty). */
int		 source_short_rows(enum source);
/* Whether a cell is how this program fills what nobody answered ("n/a"). */
int		 source_unanswered(enum source, const char *cell);
/*
 * Whether a cell looks like an answer code of LimeSurvey ("A5", "AO05"),
 * which is no score.
 */
int		 source_answer_code(enum source, const char *cell);

/* The number of a submission that stands in a column of this name. */
enum known	 source_known(const char *header);
/*
 * Whether a column is one that programs add of themselves: not, by a word
 * that may as well stand in a question, or surely.
 */
enum { META_NOT, META_LIKELY, META_SURE };
int		 source_meta(enum source, const char *header);
/* Whether it is empty where somebody began a sheet and never sent it. */
int		 source_submitted(enum source, const char *header);

/* Whether it is the points or the feedback that a quiz adds to a question. */
int		 source_quiz(enum source, const char *header);
/* Whether a header may name the survey's groups before the question. */
int		 source_paths(enum source);

/*
 * A field of our own tables by its name in either language, else -1 (an
 * enum field of intake/map.h).
 */
int		 source_own(const char *header);

/*
 * The separator that would cut this header into more columns than `sep`
 * does, or 0.
 */
char		 source_separator(const struct record *header, char sep);

#endif
