/* Sheets of two computers come together. */
#include "intake/join_in.h"

#include <string.h>

/* --- all ---------------------------------------------------------------- */

static void
join_all(struct join *j)
{
	struct table	*rounds = project_table(j->p, "rounds");
	unsigned long	 before = msg_faults();
	size_t		 i;

	join_sides(j);
	join_check(j);
	if (msg_faults() > before || join_keys(j) != 0)
		return;
	for (i = table_first(rounds); i < rounds->nrows;
	    i = table_next(rounds, i))
		kin_round(&j->kin, cell(rounds, i, "id"), j->ours.codes,
		    j->theirs.codes);
	join_marks(j);
	join_sheets(j);
	join_hands(j);
}

int
sheets_join(struct project *p, const struct bundle *b, enum join_side which,
    struct joined *done)
{
	struct join	 j = { .p = p, .b = b, .which = which, .done = done };
	struct jround	*r;
	unsigned long	 before = msg_faults();

	memset(done, 0, sizeof(*done));
	arena_init(&done->arena);
	project_private(p, "responses");
	project_private(p, "hands");
	project_private(p, "forgotten");
	project_table(p, "rounds");
	if (project_bad(p))
		return -1;
	arena_init(&j.arena);
	join_all(&j);
	for (r = j.rounds; r != NULL; r = r->next)
		framework_free(&r->fw);
	join_side_free(&j.ours);
	join_side_free(&j.theirs);
	ids_free(j.marks);
	ids_free(j.alike);
	if (j.kin.map != NULL)
		kin_free(&j.kin);
	arena_free(&j.arena);
	return msg_faults() > before || project_bad(p) ? -1 : 0;
}

static void
round_say(const struct joined_round *d)
{
	const struct merged	*m = &d->m;

	if (m->added + m->changed + m->same + m->forgotten + m->elsewhere > 0)
		merged_say(m, d->id);
	if (d->hands + d->hands_same > 0)
		msg_note(N_("%s: counts of hands: %lu new, %lu same"), d->id,
		    d->hands, d->hands_same);
	if (d->hands_forgotten > 0)
		msg_note_n(d->hands_forgotten, "%2$s: left out %1$lu count of "
		    "hands that was forgotten here", "%2$s: left out %1$lu "
		    "counts of hands that were forgotten here",
		    d->hands_forgotten, d->id);
	if (d->hands_gone > 0)
		msg_note_n(d->hands_gone, "%2$s: %1$lu count of hands was "
		    "deleted here: it was forgotten on the other computer",
		    "%2$s: %1$lu counts of hands were deleted here: they were "
		    "forgotten on the other computer", d->hands_gone, d->id);
	if (d->gone > 0)
		msg_note_n(d->gone, "%2$s: %1$lu sheet was deleted here: it "
		    "was forgotten on the other computer", "%2$s: %1$lu "
		    "sheets were deleted here: they were forgotten on the "
		    "other computer", d->gone, d->id);
	if (d->kept > 0)
		msg_note_n(d->kept, "%2$s: %1$lu was different, and stays as "
		    "it is here", "%2$s: %1$lu were different, and stay as "
		    "they are here", d->kept, d->id);
	if (d->late > 0)
		msg_note_n(d->late, "%2$s is closed and stays as it was "
		    "counted: left out %1$lu (a late sheet belongs to the next "
		    "round)", "%2$s is closed and stays as it was counted: "
		    "left out %1$lu (late sheets belong to the next round)",
		    d->late, d->id);
	if (d->back > 0)
		msg_note_n(d->back, "%2$s is closed and had no sheet here: "
		    "%1$lu is back; what was published stays", "%2$s is closed "
		    "and had no sheet here: %1$lu are back; what was published "
		    "stays", d->back, d->id);
}

void
joined_say(const struct joined *d)
{
	const struct joined_round	*r;

	if (d->key_taken)
		msg_note(N_("this computer makes its codes with the team's "
		    "key now"));
	else if (d->key_only && !d->two_keys)
		msg_note(N_("this computer has this key already"));
	for (r = d->rounds; r != NULL; r = r->next)
		round_say(r);
	if (d->marks > 0)
		msg_note_n(d->marks, "%lu mark of what was forgotten is new "
		    "here", "%lu marks of what was forgotten are new here",
		    d->marks);
	if (d->two_keys) {
		msg_warn(NULL, N_("the two computers had different keys; both "
		    "are kept: a paper form is known by its number, but a "
		    "survey's submission that was imported on both is two "
		    "sheets and counts twice"));
		msg_hint(N_("import a survey on one computer only"));
	}
	if (d->key_taken && d->key_only)
		msg_note(N_("take in sheets here, then bring them back: "
		    "cpm-assess sheets export -o FILE here, cpm-assess sheets "
		    "join FILE there"));
}

void
joined_free(struct joined *d)
{
	arena_free(&d->arena);
}
