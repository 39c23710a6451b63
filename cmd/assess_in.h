/*
 * Verbs of cpm-assess that bring answers in: form, import, add, forget.
 */
#ifndef CPM_ASSESS_IN_H
#define CPM_ASSESS_IN_H

#include "base/opt.h"

extern const struct opt	form_opts[], import_opts[], add_opts[], forget_opts[];

void	run_form(struct cmd *);
void	run_import(struct cmd *);
void	run_add(struct cmd *);
void	run_forget(struct cmd *);

#endif
