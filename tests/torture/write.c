/* Made-up programmes as files that the commands read. */
#include "write.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "chance.h"

enum {
	WALK		= 300,	/* changes tried in each thread */
	REVERSED	= 7,	/* each so many-th criterion is asked reversed */
	COUNTED		= 10	/* sheets, for cpm-assess count to say anything */
};

static FILE *
file_open(const char *dir, const char *fmt, ...)
{
	char	name[4096];
	int	n = snprintf(name, sizeof(name), "%s/", dir);
	FILE	*fp;
	va_list	ap;

	va_start(ap, fmt);
	vsnprintf(name + n, sizeof(name) - (size_t)n, fmt, ap);
	va_end(ap);
	if ((fp = fopen(name, "w")) == NULL) {
		perror(name);
		exit(2);
	}
	return fp;
}

static void
folder_make(const char *dir, const char *name)
{
	char	path[4096];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	if (mkdir(path, 0777) != 0) {
		perror(path);
		exit(2);
	}
}

/* --- what they are asked ---------------------------------------------- */

static const char *
number(fixed v)
{
	static char	buf[4][NUM_LEN];
	static int	at;

	at = (at + 1) % 4;
	return num_str(buf[at], v, 0);
}

static int
reversed(const struct points *p, size_t crit)
{
	return p->step > 0 && crit % REVERSED == REVERSED - 1;
}

static void
write_scale(FILE *fp, const struct points *p, const char *thread)
{
	int	i;

	for (i = 0; i < p->n; i++)
		fprintf(fp, "%s,%s,Point %s,Point %s fr\n", thread,
		    number(p->value[i]), number(p->value[i]),
		    number(p->value[i]));
}

static void
write_shape(const struct round *r, const char *dir, const char *id)
{
	const struct shape	*s = &r->team.shape;
	FILE			*dims = file_open(dir, "%s/dimensions.csv", id);
	FILE			*crit = file_open(dir, "%s/criteria.csv", id);
	FILE			*scale = file_open(dir, "%s/scale.csv", id);
	char			 name[32];
	size_t			 d, k = 0, end = 0;

	fprintf(dims, "id,order,label_en,label_fr\n");
	fprintf(crit, "id,dimension,order,weight,reverse,label_en,label_fr\n");
	fprintf(scale, "dimension,value,label_en,label_fr\n");
	write_scale(scale, &s->general, "");
	fprintf(scale, ",NA,Not applicable,Sans objet\n"
	    ",DK,Do not know,Ne sait pas\n");
	for (d = 0; d < s->threads; d++) {
		snprintf(name, sizeof(name), "T%zu", d + 1);
		fprintf(dims, "%s,%zu,Thread %zu,Fil %zu\n", name, d + 1,
		    d + 1, d + 1);
		if (memcmp(&s->points[d], &s->general,
		    sizeof(s->general)) != 0)
			write_scale(scale, &s->points[d], name);
		for (end += s->criteria[d]; k < end; k++)
			fprintf(crit, "K%03zu,%s,%zu,%s,%s,We do what K%03zu "
			    "says (%d),Nous faisons ce que dit K%03zu (%d)\n",
			    r->crit[k], name, k + 1, number(s->weight[k]),
			    reversed(&s->points[d], r->crit[k]) ? "yes" : "",
			    r->crit[k], r->word[k], r->crit[k], r->word[k]);
	}
	fclose(dims);
	fclose(crit);
	fclose(scale);
}

static void
write_groups(const struct shape *s, const char *dir, const char *id)
{
	FILE	*fp = file_open(dir, "%s/groups.csv", id);
	size_t	 g;

	fprintf(fp, "id,perspective,merged_into,label_en,label_fr\n");
	for (g = 0; g < s->ngroups; g++) {
		fprintf(fp, "side%zu,%s,", g + 1, g % 2 ? "other" : "self");
		if (s->into[g] != g)
			fprintf(fp, "side%zu", s->into[g] + 1);
		fprintf(fp, ",Side %zu,Regard %zu\n", g + 1, g + 1);
	}
	fclose(fp);
}

/* --- what they answered ----------------------------------------------- */

static unsigned
draw(void)
{
	return chance(1000000007);
}

static void
write_head(FILE *fp, const struct round *r)
{
	const size_t	n = shape_first(&r->team.shape, r->team.shape.threads);
	size_t		k;

	fprintf(fp, "start,end,your_name,e-mail,group");
	for (k = 0; k < n; k++)
		fprintf(fp, ",K%03zu", r->crit[k]);
	fprintf(fp, ",tools,_id,_uuid,_submission_time,_submitted_by,"
	    "meta/rootUuid,_index\n");
}

static void
write_answer(FILE *fp, const struct points *p, int vote, int turn)
{
	if (vote == SKIP)
		fputs((const char *[]){ "", "NA", "DK" }[chance(3)], fp);
	else
		fputs(number(p->value[turn ? p->n - 1 - vote : vote]), fp);
}

/* Of a few, other in each world; of more the same, as they are counted. */
static const char *
tool(const struct round *r, size_t i)
{
	static const char *const	tools[] = { "radio", "posters",
					    "visits" };
	size_t				j, n = 0;

	for (j = 0; j < r->team.n; j++)
		n += !r->late[j];
	return tools[n < COUNTED ? chance(3) : i * i % 3];
}

static void
write_sheet(FILE *fp, FILE *secrets, const struct round *r,
    const struct team *t, size_t i, int index)
{
	const struct shape	*s = &t->shape;
	const unsigned		 who = draw(), id = 10000000 + draw();
	char			 uuid[64];
	size_t			 d, k = 0, end = 0;

	snprintf(uuid, sizeof(uuid), "%08x-%04x-4c1e-9d20-%08x%04x", draw(),
	    draw() & 0xffff, draw(), draw() & 0xffff);
	fprintf(secrets, "Nyabuholo%u\nnyab%u@example.org\n%s\n%u\nclerk%u\n",
	    who, who, uuid, id, who);
	fprintf(fp, "2026-03-12T09:01:02.000+02:00,2026-03-12T09:08:40.000"
	    "+02:00,Nyabuholo%u,nyab%u@example.org,", who, who);
	if (t->person[i].group < s->ngroups)
		fprintf(fp, "side%zu", t->person[i].group + 1);
	for (d = 0; d < s->threads; d++)
		for (end += s->criteria[d]; k < end; k++) {
			putc(',', fp);
			write_answer(fp, &s->points[d], t->person[i].vote[k],
			    reversed(&s->points[d], r->crit[k]));
		}
	fprintf(fp, ",%s,%u,%s,2026-03-12T09:%02u:%02u,clerk%u,uuid:%s,%d\n",
	    tool(r, i), id, uuid, draw() % 60, draw() % 60, who, uuid, index);
}

/* Sheets in an order of their own; returns how many were late. */
static int
write_world(const struct round *r, const struct team *t, const char *dir,
    const char *world, const char *id, FILE *secrets)
{
	FILE	*fp = file_open(dir, "%s/%s.csv", world, id);
	FILE	*late = file_open(dir, "%s/%s-late.csv", world, id);
	size_t	 order[PEOPLE], i, j, k;
	int	 n = 0, index = 0;

	for (i = 0; i < t->n; i++) {
		j = chance((unsigned)i + 1);
		order[i] = order[j];
		order[j] = i;
	}
	write_head(fp, r);
	write_head(late, r);
	for (k = 0; k < t->n; k++) {
		i = order[k];
		n += r->late[i] != 0;
		write_sheet(r->late[i] ? late : fp, secrets, r, t, i,
		    ++index);
	}
	fclose(fp);
	fclose(late);
	return n;
}

/* --- programmes ------------------------------------------------------- */

static void
write_settings(const struct policy *p, const char *dir)
{
	FILE	*fp = file_open(dir, "settings");

	fprintf(fp, "min_team,%d\nmin_counts,%d\nmin_group,%d\n",
	    (int)p->team, (int)p->counts, (int)p->group);
	fclose(fp);
}

static void
write_round(const struct programme *p, size_t i, const char *dir, FILE *plan,
    FILE *secrets[2])
{
	static struct team	other;
	const struct round	*r = &p->round[i];
	const int		 back = r->back && i > 0;
	char			 id[32];
	size_t			 moved;
	int			 late;

	snprintf(id, sizeof(id), "R%zu", i + 1);
	folder_make(dir, id);
	write_shape(r, dir, id);
	write_groups(&r->team.shape, dir, id);
	other = r->team;
	moved = attack_walk(&other, WALK);
	late = write_world(r, &r->team, dir, "a", id, secrets[0]);
	write_world(r, &other, dir, "b", id, secrets[1]);
	fprintf(plan, "%s %s %s %s %s %d %zu %zu\n", id,
	    r->team.policy.groups ? "groups" : "counts",
	    r->team.policy.open ? "open" : "secret",
	    back ? "retrospective" : i == 0 ? "baseline" : "followup",
	    back ? "R1" : "-", late, moved, r->team.n);
}

int
programme_write(const struct programme *p, const char *dir)
{
	FILE	*plan, *secrets[2];
	size_t	 i;

	folder_make(dir, "a");
	folder_make(dir, "b");
	plan = file_open(dir, "plan");
	secrets[0] = file_open(dir, "a/secrets");
	secrets[1] = file_open(dir, "b/secrets");
	write_settings(&p->round[0].team.policy, dir);
	for (i = 0; i < p->n; i++)
		write_round(p, i, dir, plan, secrets);
	fclose(plan);
	fclose(secrets[0]);
	fclose(secrets[1]);
	return 0;
}
