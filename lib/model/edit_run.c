/* What a verb that changes something does, from the open folder to the save. */
#include <stddef.h>

#include "model/edit.h"

void
edit_run(struct cmd *c, int (*fn)(struct edit *, struct cmd *, struct entry *,
    void *), struct entry *en, void *arg)
{
	struct project	*p = project_open(c, PROJECT_WRITE);
	struct edit	 e;

	if (p == NULL)
		return;
	edit_begin(&e, p, c);
	if (fn(&e, c, en, arg) == 0)
		edit_end(&e, c);
	else
		edit_cancel(&e);
	if (en != NULL)
		entry_free(en);
	project_close(p);
}
