/*
 * The verbs of cpm-assess: the form that goes out (assess_form.c), where
 * answers come in (assess_in.c), a round from open to agreed
 * (assess_round.c), and what it says (assess_out.c).
 */
#ifndef CPM_ASSESS_VERBS_H
#define CPM_ASSESS_VERBS_H

#include "base/opt.h"

extern const struct opt	form_opts[], import_opts[], add_opts[], forget_opts[],
			open_opts[], close_opts[], agree_opts[],
			finding_opts[], tally_opts[], score_opts[],
			compare_opts[], top_opts[];

void	run_form(struct cmd *);
void	run_import(struct cmd *);
void	run_add(struct cmd *);
void	run_forget(struct cmd *);

void	run_open(struct cmd *);
void	run_close(struct cmd *);
void	run_agree(struct cmd *);
void	run_finding(struct cmd *);

void	run_tally(struct cmd *);
void	run_score(struct cmd *);
void	run_compare(struct cmd *);
void	run_talk(struct cmd *);
void	run_strengths(struct cmd *);
void	run_priorities(struct cmd *);

#endif
