/* What sessionedit.c and sessiondo.c share.  Not for other rooms. */
#ifndef CPM_SESSIONEDIT_IN_H
#define CPM_SESSIONEDIT_IN_H

#include "model/sessionedit.h"

/* The facts as the tables in memory stand now. */
struct session_facts {
	struct plan	plan;
	struct sessions	ss;
};
/* 0, or -1 (freed). */
int	session_facts(struct edit *, struct session_facts *);
void	session_facts_free(struct session_facts *);
/* The same with the session meant, whose id is printed; -1: said, freed. */
int	session_find_one(struct edit *, const char *typed,
	    struct session_facts *, size_t *i);

/* A series' name: 1, or 0 (said). */
int	session_name_ok(const char *series);
/* The code or role of a member: short, one word, without quotes. */
int	session_code_ok(const char *);
/* entry_read of columns of sessions; *minutes of the six steps.  0, -1. */
int	session_minutes_ok(struct edit *, struct entry *, int *minutes);

/* Set a cell of a session's row in the private table, made where missing. */
void	session_put_client(struct edit *, const char *session,
	    const char *column, const char *value);

#endif
