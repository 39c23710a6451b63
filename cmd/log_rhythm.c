/* Who has been without contact longer than agreed: for cron. */
#include <stdio.h>
#include <string.h>

#include "base/msg.h"
#include "model/rhythm.h"
#include "view/list.h"
#include "view/logtext.h"
#include "log.h"

/* One team's; how many things were said, -1 on failure. */
static int
one_team(struct cmd *c, struct list **l, FILE *fp)
{
	struct project	*p = project_open(c, PROJECT_READ);
	struct rhythm	 r[2];
	int		 i, n;

	if (p == NULL)
		return -1;
	n = rhythm_load(r, p);
	for (i = 0; i < n; i++)
		logtext_rhythm(fp, c->form, l, p, &r[i]);
	project_close(p);
	return n;
}

/* A pattern for all teams fits the private folders too; they wait for nobody. */
static int
is_private(const char *dir)
{
	static const char	suffix[] = ".private";
	size_t			n = strlen(dir), k = sizeof(suffix) - 1;

	while (n > 1 && dir[n - 1] == '/')
		n--;
	return n > k && strncmp(dir + n - k, suffix, k) == 0;
}

/* The folders named, else the one we are in. */
void
run_rhythm(struct cmd *c)
{
	const char	*was = c->project;
	struct list	*l = NULL;
	struct out	 o;
	int		 i = 0, n, late = 0;

	if (c->argc > 0 && was != NULL) {
		opt_misuse(c, N_("-C or folders, not both"));
		return;
	}
	if (out_begin(&o, c->out) != 0)
		return;
	do {
		if (c->argc > 0 && is_private(c->argv[i]))
			continue;
		if (c->argc > 0)
			c->project = c->argv[i];
		if ((n = one_team(c, &l, o.fp)) > 0)
			late += n;
	} while (++i < c->argc);
	c->project = was;
	if (l != NULL)
		list_end(l);
	out_end(&o, 0);
	if (late > 0 && opt_has(c, "exit-code"))
		msg_raise(MSG_DATA);
}

const struct opt	rhythm_opts[] = {
	{ 0, "exit-code", NULL, N_("exit 1 where somebody has waited too long") },
	O_END
};
