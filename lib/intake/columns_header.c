/* What a column is used for, by its header alone. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "intake/columns_in.h"

static int
ends_in_group(const char *header)
{
	static const char *const	ends[] = { "group", "groupe", "regard",
	    NULL };
	char		*plain = words_plain(header);
	const char	*word = plain, *p;
	size_t		 n = strlen(plain);
	int		 hit;

	if (n > 0 && plain[n - 1] == ']')	/* LimeSurvey's Q1[group] */
		plain[n - 1] = '\0';
	/* The last word: what stands behind the last sign that is no letter. */
	for (p = plain; *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) && (unsigned char)*p < 0x80)
			word = p + 1;
	hit = columns_among(word, ends);
	free(plain);
	return hit;
}

/* "votes[2]/STR0": a group of questions that a submission asks repeatedly. */
static int
repeats(const char *header)
{
	const char	*p = header;

	while ((p = strchr(p, '[')) != NULL) {
		p++;
		if (*p >= '0' && *p <= '9' &&
		    strncmp(p + strspn(p, "0123456789"), "]/", 2) == 0)
			return 1;
	}
	return 0;
}

/* The question that our own form for phones asks with --unit. */
static int
is_own_unit(const char *header)
{
	static const char *const	names[] = { "unit", "own_unit",
	    "your unit", "votre unite", NULL };
	char	*plain = words_plain(header);
	int	 hit = columns_among(plain, names);

	free(plain);
	return hit;
}

int
columns_left_out(const char *header, enum source source)
{
	int	meta = source_meta(source, header);

	return meta == META_SURE ? COLUMN_META : columns_person(header) ?
	    COLUMN_IDENTIFYING : meta == META_LIKELY ? COLUMN_META :
	    COLUMN_UNKNOWN;
}

void
columns_by_header(struct column_use *u, enum source source,
    const struct words *w)
{
	const char	*header = u->header;
	int		 own = source_own(header);

	u->known = source_known(header);
	if (source == SOURCE_GRID && (own == FIELD_NUMBER ||
	    own == FIELD_GROUP || own == FIELD_UNIT)) {
		u->use = own;
		return;
	}
	if (source == SOURCE_LONG && own >= 0 && own != FIELD_NUMBER) {
		u->use = own;
		return;
	}
	if (source != SOURCE_LONG && !source_quiz(source, header))
		u->crit = words_header(w, header, source_paths(source));
	if (u->option && u->crit == WORDS_TWO)
		u->crit = WORDS_NONE;
	u->repeats = repeats(header);
	if (u->crit < WORDS_TWO && !u->option && !u->repeats) {
		u->use = FIELD_SCORE;
		u->led = words_led(w, header, source_paths(source));
	} else if (ends_in_group(header)) {
		u->use = FIELD_GROUP;
		u->maybe_group = 1;
	} else if (u->known != KNOWN_NONE)
		u->use = COLUMN_META;
	else if (source != SOURCE_LONG && is_own_unit(header))
		u->use = FIELD_UNIT;
	else
		u->use = columns_left_out(header, source);
}
