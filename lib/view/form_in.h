/* What the files of the form share, and nobody else needs. */
#ifndef CPM_FORM_IN_H
#define CPM_FORM_IN_H

#include "model/framework.h"
#include "model/policy.h"
#include "view/form.h"

/* The sentences before the questions, as plain text; see form_said. */
struct said {
	char		**part;
	size_t		 n, cap;
	struct str	 text;			/* of the part under way */
};

/* A form that is being made. */
struct page {
	struct doc		*doc;
	struct project		*project;
	const char		*round;		/* NULL: none yet */
	size_t			 row;		/* of rounds.csv */
	int			 nlang;		/* of labels */
	int			 nsay;		/* of sentences */
	const char		*lang[2];
	struct framework	 fw[2];
	int64_t			 invited;	/* 0: not known */
	struct policy		 policy;
	int			 consensus, hands;
	int			 few;		/* some threads have a short
						 * scale of their own */
	const char		*back;		/* the round that it looks back
						 * at, or NULL */
	struct said		*said;		/* NULL: into the document */
};

/* --- how it is said (form_words.c) --------------------------------------- */

/* "Governance / Gouvernance", once where both are the same.  Caller frees. */
char	*form_both(const struct page *, const char *a, const char *b);
/* A word of ours in both languages.  Caller frees. */
char	*form_word(const struct page *, const char *id);
/* A heading of ours in both languages. */
void	 form_head(struct page *, int level, const char *id);
/* Open the part of a language (doc_end closes it); the first is the page's. */
void	 form_part_open(struct page *, int i);
/* Begin a row with a statement, under it the same in the second language. */
void	 form_statement(const struct page *, struct doc_table *, size_t crit);
/* Which round it is, and of which day, behind the paragraph begun last. */
void	 form_round(struct page *);

/* --- its parts ------------------------------------------------------------ */

/* The title in the language in force. */
const char *form_title(const struct page *);
/*
 * What is asked of people and promised to them, in one language: into the
 * document, or as plain text where f->said is set (f->doc takes nothing then,
 * and is there all the same).
 */
void	 form_promise(struct page *, const char *lang);
/* A line of the plain text, behind a mark ("" for none). */
void	 form_say_line(struct said *, const char *mark, const char *line);
/* End the part under way, if anything was said in it. */
void	 form_say_part(struct said *);
/* The questionnaire. */
void	 form_questions(struct page *);

/* The sheet to count on, and the web to draw on. */
void	 form_tally(struct page *);
void	 form_web(struct page *);
/* Why there is no web, for a fault (N_()), or NULL where there is one. */
const char	*form_no_web(const struct page *);

#endif
