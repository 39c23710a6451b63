/* What the reports share, and nobody else needs. */
#ifndef CPM_REPORT_IN_H
#define CPM_REPORT_IN_H

#include "base/date.h"
#include "base/lang.h"
#include "base/num.h"
#include "model/project.h"
#include "view/doc.h"
#include "view/report.h"

/*
 * Begin: set the language (the report's, else English) and give the two
 * letters that the page says it is in.
 */
const char	*report_lang(const struct report_ask *);

/* The team's name, or words that stand for it; owned by the project. */
const char	*report_team(struct project *);

/* All of these live as long as the document. */
const char	*report_day(struct doc *, int day);	/* "12 March 2026" */
const char	*report_number(struct doc *, fixed);	/* "2.5" */
const char	*report_count(struct doc *, int64_t);	/* "18"; not negative */
const char	*report_capital(struct doc *, const char *);	/* "Level" */
/* With a full stop, unless it ends with a mark of its own. */
const char	*report_stop(struct doc *, const char *);

/* Both: a user's words as a sentence behind another. */
const char	*report_sentence(struct doc *, const char *);

/* The folder's own word for a level, with its number: "Level 2". */
const char	*report_level(struct doc *, struct project *, int n);

/* One line of the list of files: a name as it stands, and what is in it. */
void	report_file(struct doc *, const char *file, const char *what);

#endif
