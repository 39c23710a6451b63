/* How the verbs of cpm-plan and cpm-log name what was typed. */
#ifndef CPM_VERBS_H
#define CPM_VERBS_H

#include "base/opt.h"
#include "model/edit.h"
#include "table/out.h"

/* A column with the option that is typed for it, and the end of such. */
#define TYPED(col, opt)	{ (col), "--" opt, opt_get(c, opt), NULL }
#define LAST		{ NULL, NULL, NULL, NULL }

/* Options that several verbs take, in the same words; the end of a list. */
#define O_ID	{ 0, "id", N_("ID"), N_("the identifier (else made from the words)") }, \
		{ 0, "again", NULL, N_("a genuine second one with the same words") }
#define O_END	{ 0, NULL, NULL, NULL }

#endif
