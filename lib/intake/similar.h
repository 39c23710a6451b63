/*
 * Which statement a text is nearest to, by the words they share.
 *
 * People rewrite a statement when they put it into a form; the letters move
 * too far for an edit distance, the telling words stay.  Words are compared
 * without case and accents; those of one or two letters are left out.  Two
 * words are alike that are equal, or that begin with the same letters: four
 * at least, and two thirds of the longer one ("suivi", "suivies").
 *
 * A word weighs 1 + floor(log2(S / s)), where S is the number of subjects and
 * s the number of those with a word like it; one that no subject has weighs
 * 1, and so do the commonest words of English and French ("the", "nous").  The likeness of two texts is Dice's: twice the weight of what they
 * share through the weight of both (L. R. Dice, Ecology 26, 1945, with
 * weights), in hundredths.
 */
#ifndef CPM_SIMILAR_H
#define CPM_SIMILAR_H

#include <stddef.h>

#define SIMILAR_LEAST	40	/* hundredths: less is not near */
#define SIMILAR_AHEAD	6	/* the second best must be that far behind */

struct similar;

struct similar	*similar_new(void);
void		 similar_free(struct similar *);	/* NULL: nothing */
/* One wording of a subject; a subject may have several, in any language. */
void		 similar_add(struct similar *, const char *text,
		    size_t subject);

struct near {
	size_t	subject;	/* (size_t)-1: none is near, or two are */
	int	likeness;	/* hundredths; 0: none */
};

/*
 * The subject nearest to the text.  taken (may be NULL): subjects that it
 * cannot be.
 */
struct near	 similar_find(const struct similar *, const char *text,
		    const unsigned char *taken);

#endif
