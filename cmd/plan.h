/*
 * The verbs of cpm-plan: ideas and the choice among them (plan_idea.c), links
 * between threads (plan_link.c), levels, actions and steps (plan_do.c), cycles
 * and their review (plan_cycle.c), indicators (plan_measure.c), what shows the
 * plan (plan_show.c), its days for a calendar (plan_ics.c), and the month's
 * sheet (plan_sheet.c).
 */
#ifndef CPM_PLAN_VERBS_H
#define CPM_PLAN_VERBS_H

#include "model/plan.h"
#include "verbs.h"

/* Options that several verbs take, in the same words. */
#define O_OWNER	{ 0, "owner", N_("WHO"), N_("role that does it, not a name") }
#define O_START	{ 0, "start", N_("DATE"), N_("first day") }
#define O_DUE	{ 0, "due", N_("DATE"), N_("last day") }
#define O_MEANS	{ 0, "means", N_("TEXT"), N_("people, money and material it takes") }
#define O_VERIFY { 0, "verification", N_("TEXT"), N_("by what one sees that it is done") }
#define O_SIGN	{ 0, "success-sign", N_("TEXT"), N_("by what everybody will see it") }
#define O_DIMS	{ 0, "dimensions", N_("IDS"), N_("the dimensions it moves") }
#define O_BUILDS { 0, "builds-on", N_("ID"), N_("a strength or earlier change it builds on") }
#define O_WHO	{ 0, "by", N_("WHO"), N_("roles that decided, not names") }
#define O_REASON { 0, "reason", N_("WHY"), N_("context, means, internal, tried_and_learnt or other") }
#define O_NOTE	{ 0, "note", N_("TEXT"), N_("the reason in words") }
#define O_ALT	{ 0, "alternative", N_("TEXT"), N_("what is done in its place") }
#define O_MATTERS { 0, "why", N_("TEXT"), N_("why it matters now") }
#define O_PRIORITY { 0, "priority", "1-3", N_("how pressing, 3 most") }
#define O_FEASIBLE { 0, "feasible", "1-3", N_("how feasible within the cycle, 3 most") }

extern const struct opt	propose_opts[], rank_opts[], choose_opts[],
			link_opts[], reach_opts[],
			level_opts[], action_opts[], step_opts[],
			start_opts[], done_opts[], block_opts[],
			adjust_opts[], drop_opts[], cycle_opts[],
			review_opts[], list_opts[], board_opts[], due_opts[],
			indicator_opts[], measure_opts[], ics_opts[],
			form_opts[], import_opts[];

/* What people type for a verb. */
extern const struct meant	plan_meant[];

/* The facts of a folder that is only read: 0, or -1 (said). */
int	plan_facts_open(struct cmd *, struct project **, struct plan *);
void	plan_facts_close(struct project *, struct plan *);

void	run_propose(struct cmd *);
void	run_rank(struct cmd *);
void	run_choose(struct cmd *);
void	run_link(struct cmd *);
void	run_reach(struct cmd *);

void	run_level(struct cmd *);
void	run_action(struct cmd *);
void	run_step(struct cmd *);
void	run_start(struct cmd *);
void	run_done(struct cmd *);
void	run_block(struct cmd *);
void	run_adjust(struct cmd *);
void	run_drop(struct cmd *);

void	run_cycle(struct cmd *);
void	run_review(struct cmd *);

void	run_indicator(struct cmd *);
void	run_measure(struct cmd *);
void	run_ics(struct cmd *);

void	run_list(struct cmd *);
void	run_board(struct cmd *);
void	run_due(struct cmd *);

void	run_form(struct cmd *);
void	run_import(struct cmd *);

#endif
