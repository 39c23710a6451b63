/*
 * The verbs of cpm-log: contacts and small changes (log_add.c), in the editor
 * (log_new.c), lessons (log_lesson.c), difficulties and stories (log_case.c),
 * what shows the log (log_show.c) and who waits for it (log_rhythm.c).
 */
#ifndef CPM_LOG_VERBS_H
#define CPM_LOG_VERBS_H

#include "model/logedit.h"
#include "verbs.h"

/* Options that several verbs take, in the same words. */
#define O_PRIVATE { 0, "private", NULL, N_("only in the private folder of this clone") }, \
		{ 0, "visibility", N_("WHO"), N_("team (meant without it), partner, funder, public or private") }
#define O_THEME	{ 0, "theme", N_("TEXT"), N_("what it is about") }

extern const struct opt	add_opts[], new_opts[], seen_opts[], lesson_opts[],
			list_opts[], show_opts[], difficulty_opts[],
			story_opts[], rhythm_opts[], session_opts[],
			logbook_opts[], harvest_opts[], import_opts[];

/* What people type for a verb. */
extern const struct meant	log_meant[];

/*
 * A whole file, or standard input ("-"), without a byte order mark and with
 * our line ends; the caller frees it; NULL (said).
 */
char	*log_read_text(const char *path);
/*
 * The bytes of a file, or of standard input ("-"), into an empty str that
 * the caller frees.  0; 1 where there are more than max, and then some of
 * them; -1 (said).
 */
int	log_slurp(struct str *, const char *path, size_t max);
/* The first line of a text; *rest is what is behind it, or NULL. */
char	*log_first_line(char *text, const char **rest);

/*
 * Whether the operand means a session (see session_meant): then it is shown
 * whole, with what the private folder has of it.
 */
int	log_show_session(struct cmd *, struct project *);

/*
 * edit_run with a first entry that may be "-": the text of standard input, its
 * lines joined by blanks.
 */
void	log_with_text(struct cmd *, int (*fn)(struct edit *, struct cmd *,
	    struct entry *, void *), struct entry *en, void *arg);

void	run_add(struct cmd *);
void	run_new(struct cmd *);
void	run_seen(struct cmd *);
void	run_lesson(struct cmd *);
void	run_list(struct cmd *);
void	run_show(struct cmd *);
void	run_session(struct cmd *);
void	run_difficulty(struct cmd *);
void	run_story(struct cmd *);
void	run_rhythm(struct cmd *);
void	run_logbook(struct cmd *);
void	run_harvest(struct cmd *);
void	run_import(struct cmd *);

#endif
