/*
 * Which table has which columns, as constant data: names in both languages,
 * types, allowed values, references, keys, merge units, visibility.  The
 * reader's checks, cpm-check, headers of new tables and cpm-files(5) all
 * follow from it.  cpm.csv's keys are declared here too.
 *
 * The number of the schema is in cpm.csv, key `schema`: a newer folder is
 * read, never written; an older one is migrated by cpm-check --fix.
 */
#ifndef CPM_SCHEMA_H
#define CPM_SCHEMA_H

#include <stdint.h>

#define SCHEMA_NUMBER	1

enum coltype {
	COL_TEXT,	/* any text */
	COL_ID,		/* an identifier of this table */
	COL_REF,	/* an id of table `ref`; in a row that names a round,
			 * a dimension, criterion or group is one of the
			 * round's frozen copy, and group may be "all" where
			 * the schema's merge is by round */
	COL_REFS,	/* several, separated by spaces */
	COL_OPENREF,	/* table:id, table among `ref` ("change action level …"), see schema_open */
	COL_OPENREFS,	/* several, separated by spaces */
	COL_DATE,	/* YYYY-MM-DD */
	COL_MONTH,	/* YYYY-MM */
	COL_INT,	/* whole number, lo to hi */
	COL_DEC,	/* decimal with at most four places, lo to hi (in whole units) */
	COL_SCORE,	/* a decimal, or one of `values` (NA, DK) where there
			 * are any; which decimals the framework says */
	COL_ENUM,	/* one of `values` */
	COL_ENUMS,	/* several of them, separated by spaces */
	COL_COUNTS,	/* "1:0 2:1 3:4": a decimal and how many; with `ref`
			 * an id of that table and how many */
	COL_CODE,	/* a respondent's or person's code */
	COL_LANG	/* a family: label_en, label_fr …; `name` is "label" */
};

/* What a column's flags say. */
#define COL_KEY		1u	/* part of the key: together unique */
#define COL_NEED	2u	/* must not be empty */
#define COL_HEADER	4u	/* the column must stand in the header (keys must anyway) */

struct column {
	const char	*name;		/* canonical, English */
	const char	*fr;		/* understood on reading */
	enum coltype	 type;
	unsigned	 flags;
	const char	*values;	/* COL_ENUM: "todo|doing|done" */
	const char	*values_fr;	/* in the same order: "à faire|en cours|fait" */
	const char	*ref;		/* COL_REF…: table, or words of COL_OPENREF */
	int64_t		 lo, hi;
	const char	*what;		/* for cpm-files(5), in English */
};

enum merge { MERGE_CELL, MERGE_ROW, MERGE_ROUND };

#define TABLE_PRIVATE	1u	/* lives in the private folder only */
#define TABLE_VISIBLE	2u	/* has a `visibility` column: rows with
				 * visibility "private" live in the table of
				 * the same name in the private folder */
#define TABLE_FROZEN	4u	/* copied into rounds/ID/ by `open`; the copies
				 * merge by whole round */
#define TABLE_LATER	8u	/* no command of this version uses it yet */

struct schema {
	const char		*name;		/* "actions": file is actions.csv */
	unsigned		 flags;
	enum merge		 merge;
	const struct column	*cols;		/* ends with a NULL name */
	const char		*what;		/* the same */
};

/* All tables in the order of cpm-files(5), ended by a NULL name. */
extern const struct schema	schema_tables[];

/* By table name without ".csv"; NULL if it is none of ours. */
const struct schema	*schema_find(const char *name);

/* Index of a column by canonical name, -1 if there is none. */
int	schema_col(const struct schema *, const char *name);
int	schema_ncols(const struct schema *);

/*
 * Which column a header means: canonical or French name, label_xx of a
 * family (then *lang points at "xx", two or three small letters that stay
 * until the program ends; a bare "label" is English, "libellé" French).
 * Case, accents, blanks, "_", "-" and apostrophes do not matter.  -1: none.
 */
int	schema_header(const struct schema *, const char *header,
	    const char **lang);

/*
 * The canonical form of an enumerated value met in a file: either language;
 * case, accents, blanks, "_", "-" and a French ending (fait, faite, faits)
 * do not matter; for yes|no also what spreadsheets write (TRUE, VRAI, 1).
 * NULL if it is not allowed.  buf of SCHEMA_VALUE bytes is filled and
 * returned.
 */
#define SCHEMA_VALUE	64
const char	*schema_value(const struct column *, const char *met, char *buf);

/* An allowed value in French words for people ("fait"); else the value. */
const char	*schema_value_fr(const struct column *, const char *value,
		    char *buf);

/*
 * The table that a word of an open reference means: "change" -> "changes",
 * "small-change" -> "small-changes"; NULL if none.  "level:CHANGE/2" is a
 * level, "round:R1", "criterion:RES2", "dimension:RES" are allowed too.
 */
const char	*schema_open(const char *word);

/* A key of cpm.csv. */
struct setting {
	const char	*key;		/* "label_xx" families: "level_label" */
	enum coltype	 type;
	const char	*values, *values_fr;
	int64_t		 lo, hi;
	const char	*preset;	/* what holds where the key is absent */
	const char	*what;		/* the same */
};

extern const struct setting	schema_settings[];	/* ends with NULL key */

const struct setting	*schema_setting(const char *key);

/*
 * The canonical form of a setting's value that was met in a file (see
 * schema_value), `met` itself where any text or any well-formed number or
 * date will do; NULL if it is not allowed.  An empty value is the preset's
 * matter, not this function's.  buf has SCHEMA_VALUE bytes.
 */
const char	*schema_setting_value(const struct setting *, const char *met,
		    char *buf);

#endif
