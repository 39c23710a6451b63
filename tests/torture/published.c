/* A round as results.csv has it, attacked. */
#include <stdio.h>
#include <string.h>

#include "base/opt.h"
#include "model/project.h"
#include "write.h"

static int
project_attack(struct spoils *s, struct project *p, const struct team *t,
    const char *id)
{
	struct framework	fw;
	struct results		told;
	int			bad = 0;

	if (framework_load(&fw, p, id, "en") != 0)
		return -1;
	if (fw.ndims != t->shape.threads || fw.ncrit != shape_first(&t->shape,
	    t->shape.threads) || fw.ngroups != t->shape.ngroups) {
		fprintf(stderr, "torture: %s has another framework\n", id);
		bad = -1;
	} else if (results_load(&told, p, id, &fw) == 0) {
		attack_round(s, t, &told);
		results_free(&told);
	} else
		bad = -1;
	framework_free(&fw);
	return bad;
}

int
published_attack(struct spoils *s, const struct programme *programme,
    size_t i, const char *dir)
{
	struct cmd	 c;
	struct project	*p;
	char		 id[32];
	int		 bad;

	memset(&c, 0, sizeof(c));
	c.project = dir;
	if ((p = project_open(&c, PROJECT_READ)) == NULL)
		return -1;
	snprintf(id, sizeof(id), "R%zu", i + 1);
	bad = project_attack(s, p, &programme->round[i].team, id);
	project_close(p);
	return bad;
}
