/*
 * The texts that `cpm-log new` offers.  Another one is a buffer_kind of its
 * own (model/buffer.h), declared here and named in template.c's list.
 */
#ifndef CPM_TEMPLATE_H
#define CPM_TEMPLATE_H

#include "model/buffer.h"

/* A NULL ends them. */
extern const struct buffer_kind *const	template_kinds[];

/* Contacts: their rows go to log, their prose to notes/. */
extern const struct buffer_kind	template_visit, template_call,
		template_review, template_workshop, template_training,
		template_exchange;

/* Of a peer group: what is kept of a session, a page of a logbook. */
extern const struct buffer_kind	template_codev, template_logbook;

#endif
