/*
 * Joining: hands come in.  What was counted of a criterion in a group is one
 * count, all its scores together: half of one and half of another would be
 * people who were never there.
 */
#include "intake/join_in.h"

#include <string.h>

#include "base/num.h"
#include "intake/code.h"

/* How many hands for a score; none and 0 are the same. */
struct hand {
	const char	*value;
	int64_t		 n;
	size_t		 row;		/* of hands.csv, or of the file */
	struct hand	*next;
};

/* A criterion in a group, as it was counted on the two sides. */
struct poll {
	const char	*key;		/* round, group, criterion */
	struct jround	*r;
	struct hand	*ours, *theirs;
	UT_hash_handle	 hh;
};

static const char *
poll_key(struct join *j, const char *round, const char *group,
    const char *crit)
{
	return arena_printf(&j->arena, "%s\n%s\n%s", round, group, crit);
}

static struct poll *
poll_find(struct poll *head, const char *key)
{
	struct poll	*q;

	HASH_FIND_STR(head, key, q);
	return q;
}

static struct hand *
hand_find(struct hand *h, const char *value)
{
	while (h != NULL && strcmp(h->value, value) != 0)
		h = h->next;
	return h;
}

static void
hand_add(struct join *j, struct hand **list, const char *value, int64_t n,
    size_t row)
{
	struct hand	*h = arena_alloc(&j->arena, sizeof(*h));

	while (*list != NULL)
		list = &(*list)->next;
	*h = (struct hand){ value, n, row, NULL };
	*list = h;
}

static struct poll *
load_theirs(struct join *j)
{
	struct poll	*head = NULL, *q;
	const char	**f, *key;
	int64_t		 n = 0;
	size_t		 i;

	for (i = 0; i < j->b->n; i++) {
		if (j->b->v[i].kind != BUNDLE_HANDS)
			continue;
		f = j->b->v[i].f;
		key = poll_key(j, f[B_ROUND], f[B_GROUP], f[B_CRIT]);
		if ((q = poll_find(head, key)) == NULL) {
			q = arena_alloc(&j->arena, sizeof(*q));
			q->key = key;
			q->r = join_round(j, f[B_ROUND]);
			HASH_ADD_KEYPTR(hh, head, q->key, strlen(q->key), q);
		}
		num_int(f[B_COUNT], 0, JOIN_HANDS, &n);
		if (hand_find(q->theirs, f[B_SCORE]) != NULL)
			msg_fault(&(struct place){ j->b->shown,
			    j->b->v[i].line, 0, "score" }, N_("this score has "
			    "a number of hands already"));
		else
			hand_add(j, &q->theirs, f[B_SCORE], n, i);
	}
	return head;
}

static void
load_ours(struct join *j, struct poll *head)
{
	const struct table	*t = project_private(j->p, "hands");
	struct poll		*q;
	size_t			 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i)) {
		q = poll_find(head, poll_key(j, cell(t, i, "round"),
		    cell(t, i, "group"), cell(t, i, "criterion")));
		if (q != NULL)
			hand_add(j, &q->ours, cell(t, i, "value"),
			    cell_int(t, i, "count", 0), i);
	}
}

/* Whether all of a stands in b. */
static int
within(const struct hand *a, struct hand *b)
{
	const struct hand	*h;

	for (; a != NULL; a = a->next) {
		h = hand_find(b, a->value);
		if (a->n != (h != NULL ? h->n : 0))
			return 0;
	}
	return 1;
}

static unsigned long
length(const struct hand *h)
{
	unsigned long	n = 0;

	for (; h != NULL; h = h->next)
		n++;
	return n;
}

static void
take(struct join *j, const struct poll *q)
{
	struct table		*t = project_private(j->p, "hands");
	const struct hand	*h;
	const char		**f;
	size_t			 row;

	for (h = q->ours; h != NULL; h = h->next)
		table_drop(t, h->row);
	for (h = q->theirs; h != NULL; h = h->next) {
		f = j->b->v[h->row].f;
		row = table_add(t);
		table_set(t, row, "round", q->r->id);
		table_set(t, row, "group", f[B_GROUP]);
		table_set(t, row, "criterion", f[B_CRIT]);
		table_set(t, row, "value", f[B_SCORE]);
		table_set(t, row, "count", f[B_COUNT]);
		q->r->done->hands++;
	}
}

/*
 * Whether the hands of a round were forgotten here, and there nobody knows.
 * Where both forgot them, they were counted anew.
 */
static int
is_forgotten(struct join *j, const char *round)
{
	const struct table	*t = project_private(j->p, "forgotten");
	size_t			 i;

	if (table_find_by(t, "code", CODE_HANDS, "round", round, NULL) >=
	    t->nrows)
		return 0;
	for (i = 0; i < j->b->n; i++)
		if (j->b->v[i].kind == BUNDLE_FORGOTTEN &&
		    strcmp(j->b->v[i].f[B_CODE], CODE_HANDS) == 0 &&
		    strcmp(j->b->v[i].f[B_ROUND], round) == 0)
			return 0;
	return 1;
}

static void
join_poll(struct join *j, const struct poll *q)
{
	const struct table	*t = project_private(j->p, "hands");
	struct joined_round	*d = q->r->done;
	struct place		 where = { j->b->shown,
				    j->b->v[q->theirs->row].line, 0, "count" };

	if (q->ours != NULL && within(q->ours, q->theirs) &&
	    within(q->theirs, q->ours))
		d->hands_same += length(q->theirs);
	else if (is_forgotten(j, q->r->id))
		d->hands_forgotten += length(q->theirs);
	else if (q->r->closed && q->r->here)
		d->late++;
	else if (q->ours != NULL && j->which == JOIN_NEITHER)
		msg_fault(&where, N_("these hands are counted otherwise here "
		    "(%s:%ld): which are right?"), t->shown,
		    t->rows[q->ours->row].line);
	else if (q->ours != NULL && j->which == JOIN_OURS)
		d->kept++;
	else
		take(j, q);
}

void
join_hands(struct join *j)
{
	struct poll	*head = load_theirs(j), *q;
	unsigned long	 before = msg_faults();

	load_ours(j, head);
	for (q = head; q != NULL; q = q->hh.next)
		join_poll(j, q);
	HASH_CLEAR(hh, head);
	if (j->which == JOIN_NEITHER && msg_faults() > before)
		msg_hint(N_("--ours keeps what is here, --theirs takes what "
		    "is in the file"));
}

void
join_hands_gone(struct join *j, const char *round)
{
	struct table	*t = project_private(j->p, "hands");
	size_t		 i;

	for (i = table_first(t); i < t->nrows; i = table_next(t, i))
		if (cell_is(t, i, "round", round)) {
			table_drop(t, i);
			join_done(j, round)->hands_gone++;
		}
}
