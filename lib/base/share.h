/*
 * Where the program's own files lie: packs, style sheets, catalogues.  An
 * environment variable wins (CPM_SHAREDIR, CPM_LOCALEDIR); then what lies
 * beside a program that runs from its build; then where it was installed.
 */
#ifndef CPM_SHARE_H
#define CPM_SHARE_H

/* Both are static, without a slash at the end. */
const char	*share_dir(void);	/* holds packs/ and css/ */
const char	*share_locale_dir(void);

#endif
