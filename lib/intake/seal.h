/*
 * A private file under a lock of somebody else's making: gpg or age, as
 * programs.  They ask for their passphrases themselves; what is clear goes
 * through pipes and never onto a disk.
 */
#ifndef CPM_SEAL_H
#define CPM_SEAL_H

#include <stddef.h>

#include "base/mem.h"

/*
 * Lock n bytes into `out`, as text: with a passphrase that gpg asks for
 * (to NULL), or for recipients, a list that NULL ends: all of age (age1…,
 * ssh-…) or all of gpg (key, address).  0, or -1 (said).
 */
int	seal(struct str *out, const char *bytes, size_t n,
	    const char *const *to);

/* Whether all recipients are for one tool; nothing is said. */
int	seal_one_tool(const char *const *to);

enum sealed { SEALED_NOT, SEALED_AGE, SEALED_PGP };

/* How n bytes are locked, by how they begin. */
enum sealed	seal_kind(const char *bytes, size_t n);

/*
 * Open n bytes into `out`; `identity` is a file with a key of age's, or
 * NULL.  0, or -1 (said).
 */
int	unseal(struct str *out, const char *bytes, size_t n,
	    const char *identity, const char *shown);

/* The bytes of a file ("-": standard input); 0, or -1 (said). */
int	seal_read(struct str *out, const char *path);
/* Forget what was clear. */
void	seal_wipe(struct str *);

#endif
