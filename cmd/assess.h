/*
 * The verbs of cpm-assess: the form that goes out (assess_form.c), where
 * answers come in (assess_in.c) and travel between computers
 * (assess_sheets.c), a file of answers by itself (assess_file.c), a round
 * from open to agreed (assess_round.c), and what it says (assess_out.c; what
 * stands side by side: assess_sides.c).
 */
#ifndef CPM_ASSESS_VERBS_H
#define CPM_ASSESS_VERBS_H

#include "base/opt.h"
#include "intake/columns.h"
#include "table/out.h"

extern const struct opt	form_opts[], import_opts[], add_opts[], forget_opts[],
			open_opts[], close_opts[], agree_opts[],
			finding_opts[], tally_opts[], score_opts[],
			compare_opts[], gaps_opts[], top_opts[],
			sheets_opts[], count_opts[];

struct project;
struct round;

/* The round that is meant: the one typed, else the latest that is closed. */
int	round_meant(struct project *, const char *typed, struct round *);
/* --by: SCORE_CRITERIA or 0 (preset where it is not typed).  0, or misuse. */
int	by_meant(struct cmd *, unsigned preset, unsigned *flags);
/* Words that belong to the rows are in the folder's language. */
void	rows_begin(struct project *);
void	rows_end(struct cmd *);

void	run_form(struct cmd *);
void	run_import(struct cmd *);
void	run_add(struct cmd *);
void	run_forget(struct cmd *);
void	run_sheets(struct cmd *);

/* The other ways of add and import: assess_typed.c. */
void	add_hands(struct cmd *);
void	add_verify(struct cmd *);
void	import_verify(struct cmd *);
/* Whoever takes in votes in a clone of the folder hears of it. */
struct project;
void	say_new_private(const struct project *);

/* -d and --from; 0, or -1 (misuse, said). */
int	file_asked(const struct cmd *, char *sep, enum source *);
void	run_suggest(struct cmd *);
void	run_count(struct cmd *);

void	run_open(struct cmd *);
void	run_close(struct cmd *);
void	run_agree(struct cmd *);
void	run_finding(struct cmd *);

void	run_tally(struct cmd *);
void	run_score(struct cmd *);
void	run_compare(struct cmd *);
void	run_gaps(struct cmd *);
void	run_draft(struct cmd *);
void	run_talk(struct cmd *);
void	run_strengths(struct cmd *);
void	run_priorities(struct cmd *);

#endif
