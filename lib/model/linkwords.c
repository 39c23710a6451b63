/* The words of a link's strength, apart: cpm-web says them without a folder. */
#include "base/lang.h"
#include "model/links.h"

const char *
links_words(int strength)
{
	switch (strength) {
	case 1:
		return _("a little");
	case 2:
		return _("clearly");
	default:
		return _("strongly");
	}
}
