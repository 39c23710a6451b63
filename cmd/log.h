/*
 * The verbs of cpm-log: contacts and small changes (log_add.c), lessons
 * (log_lesson.c), and what shows the log (log_show.c).
 */
#ifndef CPM_LOG_VERBS_H
#define CPM_LOG_VERBS_H

#include "base/opt.h"
#include "model/logedit.h"

/* A column with the option that is typed for it, and the end of such. */
#define TYPED(col, opt)	{ (col), "--" opt, opt_get(c, opt), NULL }
#define LAST		{ NULL, NULL, NULL, NULL }

/* Options that several verbs take, in the same words. */
#define O_ID	{ 0, "id", N_("ID"), N_("the identifier (else made from the words)") }, \
		{ 0, "again", NULL, N_("a genuine second one with the same words") }
#define O_PRIVATE { 0, "private", NULL, N_("only in the private folder of this clone") }, \
		{ 0, "visibility", N_("WHO"), N_("team (meant without it), partner, funder, public or private") }
#define O_THEME	{ 0, "theme", N_("TEXT"), N_("what it is about") }
#define O_END	{ 0, NULL, NULL, NULL }

extern const struct opt	add_opts[], new_opts[], seen_opts[], lesson_opts[],
			list_opts[], session_opts[];

/* A whole file, or standard input ("-"); the caller frees it; NULL (said). */
char	*log_read_text(const char *path);
/* The first line of a text; *rest is what is behind it, or NULL. */
char	*log_first_line(char *text, const char **rest);

/*
 * Whether the operand is the beginning of one session's id: then it is shown
 * whole, with what the private folder has of it.
 */
int	log_show_session(struct cmd *, struct project *);

void	run_add(struct cmd *);
void	run_new(struct cmd *);
void	run_seen(struct cmd *);
void	run_lesson(struct cmd *);
void	run_list(struct cmd *);
void	run_show(struct cmd *);
void	run_session(struct cmd *);

#endif
