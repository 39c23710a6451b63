/* The texts that `cpm-log new` offers: contacts of several kinds. */
#include "model/template.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/msg.h"
#include "model/logedit.h"
#include "model/plan.h"

#define ACTIONS_MAX	9	/* open actions offered as references */
#define KEYS_MAX	16

static const struct buffer_key	contact_keys[] = {
	{ "date", NULL, N_("the day") },
	{ "mode", NULL, N_("visit, call, message, document_review, workshop, "
	    "training, team_meeting, peer_exchange, co_facilitation, "
	    "job_shadowing or other") },
	{ "summary", NULL, N_("what it was, in one line; needed") },
	{ "author", NULL, N_("role that writes, not a name") },
	{ "theme", NULL, N_("what it is about") },
	{ "minutes", NULL, N_("how long, in minutes") },
	{ "persons", NULL, N_("how many took part") },
	{ "women", NULL, N_("how many of them women") },
	{ "refs", NULL, N_("what it touched: action:ID change:ID …") },
	{ "agreed", NULL, N_("what was agreed until next time") },
	{ "visibility", NULL, N_("team, partner, funder or public; private: "
	    "row and prose stay in the private folder of this clone") },
	{ NULL, NULL, NULL }
};

/* The table's own word for a value, in the language of the buffer. */
static void
fill_word(struct filling *f, const char *key, const char *value)
{
	const struct schema	*s = schema_find(f->kind->table);
	char			 buf[SCHEMA_VALUE];

	if (strcmp(lang_now(), "fr") == 0)
		value = schema_value_fr(&s->cols[schema_col(s, key)], value,
		    buf);
	fill_value(f, key, value);
}

/* What was agreed last, and who wrote it. */
static void
fill_last(struct filling *f, struct project *p)
{
	const struct log_contact	*c;
	struct log_book			 b;
	char				 day[64], *s;
	size_t				 i;
	int				 agreed = 0, author = 0;

	if (log_load(&b, p, 0) == 0)
		for (i = b.ncontacts; i-- > 0 && !(agreed && author);) {
			c = &b.contacts[i];
			if (!author && *c->author != '\0') {
				fill_value(f, "author", c->author);
				author = 1;
			}
			if (agreed || *c->agreed == '\0')
				continue;
			s = mem_printf(_("agreed last time (%s): %s"),
			    date_words(day, sizeof(day), c->date), c->agreed);
			fill_hint(f, "agreed", s);
			free(s);
			agreed = 1;
		}
	log_free(&b);
}

/* Actions that are under way or to do, to be copied. */
static void
fill_actions(struct filling *f, struct project *p)
{
	const struct plan_action	*a;
	struct plan			 pl;
	char				*id, *s;
	size_t				 i, n = 0;

	if (plan_load(&pl, p) == 0)
		for (i = 0; i < pl.nactions && n < ACTIONS_MAX; i++) {
			a = &pl.actions[i];
			if (a->change >= pl.nchanges ||
			    !pl.changes[a->change].active ||
			    a->status == PLAN_DONE ||
			    a->status == PLAN_DRAFT ||
			    a->status == PLAN_DROPPED)
				continue;
			if (n++ == 0)
				fill_hint(f, "refs", _("what runs, to copy "
				    "from:"));
			id = plan_short_id(&pl, a->id);
			s = mem_printf("    action:%s  %s", id, a->title);
			fill_hint(f, "refs", s);
			free(s);
			free(id);
		}
	plan_free(&pl);
}

static void
fill_contact(struct filling *f, struct project *p, const char *mode)
{
	char	day[DATE_LEN];

	fill_value(f, "date", date_str(day, project_today(p)));
	fill_word(f, "mode", mode);
	fill_word(f, "visibility", "team");
	fill_last(f, p);
	fill_actions(f, p);
}

static int
keep_contact(struct edit *e, const struct buffer *b)
{
	struct entry	en[KEYS_MAX];
	int		rc;

	buffer_entries(b, "log", en, KEYS_MAX);
	rc = log_add(e, 0, b->prose, en);
	if (rc == 0 && e->prose_left) {
		/* It must not be lost: the text stays. */
		msg_hint(N_("for a genuine second one: --again"));
		msg_raise(MSG_DATA);
		rc = -1;
	}
	if (rc == 0)
		log_look(e, "log", b->prose);
	entry_free(en);
	return rc;
}

#define CONTACT(name, french, heading, mode, prose) \
static void \
fill_##name(struct filling *f, struct project *p) \
{ \
	fill_contact(f, p, mode); \
} \
const struct buffer_kind	template_##name = { #name, french, heading, \
	"log", contact_keys, prose, fill_##name, keep_contact }

CONTACT(visit, "visite", N_("A visit"), "visit",
    N_("Below the next line, in your own words and without names: what became "
    "of what was agreed? What works, and what made it work? What is in the "
    "way? What changed, however small?"));
CONTACT(call, "appel", N_("A call"), "call",
    N_("Below the next line, in your own words and without names: what was "
    "asked, what was answered, what comes next?"));
CONTACT(review, "relecture", N_("A document that was read"),
    "document_review",
    N_("Below the next line: which document, what is clear in it, what is "
    "missing, and what to do next?"));
CONTACT(workshop, "atelier", N_("A workshop"), "workshop",
    N_("Below the next line: what it was for, how it went, what the team "
    "decided, and what stays open?"));
CONTACT(training, "formation", N_("A training"), "training",
    N_("Below the next line: what was practised, and what each takes into "
    "daily work until when?"));
CONTACT(exchange, "échange", N_("An exchange between peers (co_facilitation "
    "and job_shadowing are kinds of it too)"), "peer_exchange",
    N_("Below the next line: with which team, what was given, what was taken "
    "home? ('cpm-log lesson --taken-from TEAM' keeps a lesson of theirs)"));

const struct buffer_kind *const	template_kinds[] = {
	&template_visit, &template_call, &template_review,
	&template_workshop, &template_training, &template_exchange,
	&template_codev, &template_logbook, NULL
};
