/* An XLSForm as it is written: its rows, and the three files. */
#include "intake/xlsform_out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "base/slug.h"
#include "base/utf.h"
#include "intake/xlsform.h"
#include "table/out.h"
#include "table/reader.h"
#include "table/writer.h"

/* --- cells ------------------------------------------------------------------ */

/*
 * A label for people.  A spreadsheet would compute what begins like a
 * formula; with a blank before it, which survey programs take away, it does
 * not.
 */
static void
put_label(struct str *out, const char *text)
{
	char	*held;

	str_addc(out, ',');
	if (*text != '\0' && strchr("=+-@", *text) != NULL) {
		held = mem_printf(" %s", text);
		writer_cell(out, held, ',');
		free(held);
	} else
		writer_cell(out, text, ',');
}

static void
put_head(const struct xout *f, struct str *out, const char *family)
{
	char	*words, *head;
	size_t	 l;

	for (l = 0; l < f->n; l++) {
		words = xlsform_lang_words(f->lang[l]);
		head = mem_printf("%s::%s", family, words);
		str_addc(out, ',');
		writer_cell(out, head, ',');
		free(head);
		free(words);
	}
}

void
xout_row_with(struct xout *f, const char *type, const char *name,
    const char *const *label, const char *const *hint,
    const char *const *cells)
{
	size_t	l;

	writer_cell(&f->survey, type, ',');
	str_addc(&f->survey, ',');
	writer_cell(&f->survey, name, ',');
	for (l = 0; l < f->n; l++)
		put_label(&f->survey, label != NULL ? label[l] : "");
	for (l = 0; l < f->n; l++)
		put_label(&f->survey, hint != NULL ? hint[l] : "");
	for (l = 0; f->extra != NULL && f->extra[l] != NULL; l++) {
		str_addc(&f->survey, ',');
		writer_cell(&f->survey, cells != NULL && cells[l] != NULL ?
		    cells[l] : "", ',');
	}
	str_addc(&f->survey, '\n');
}

void
xout_row(struct xout *f, const char *type, const char *name,
    const char *const *label, const char *const *hint)
{
	xout_row_with(f, type, name, label, hint, NULL);
}

void
xout_choice(struct xout *f, const char *list, const char *name,
    const char *const *label)
{
	size_t	l;

	writer_cell(&f->choices, list, ',');
	str_addc(&f->choices, ',');
	writer_cell(&f->choices, name, ',');
	for (l = 0; l < f->n; l++)
		put_label(&f->choices, *label[l] != '\0' ? label[l] : name);
	str_addc(&f->choices, '\n');
}

/* --- settings --------------------------------------------------------------- */

/*
 * "tujenge_R1": letters, digits and '_' of the team's name, and the round.  Of
 * a name without Latin letters there is nothing to read: "team_3f09a1_R1" has
 * the beginning of its digest, so that two such teams are two forms.
 */
static char *
form_id(const char *title, const char *what)
{
	const char	*s;
	char		*plain = utf_plain(title), digest[DIGEST_LEN];
	struct str	 id;

	str_init(&id);
	for (s = plain; *s != '\0' && id.len < 40; s++) {
		if ((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9'))
			str_addc(&id, *s);
		else if ((unsigned char)*s < 0x80 && id.len > 0 &&
		    id.s[id.len - 1] != '_')
			str_addc(&id, '_');
	}
	while (id.len > 0 && id.s[id.len - 1] == '_')
		id.s[--id.len] = '\0';
	if (*title != '\0' && strspn(id.s, "0123456789_") == id.len) {
		str_reset(&id);
		str_printf(&id, "_%.6s", slug_digest(digest, title,
		    strlen(title)));
	}
	free(plain);
	plain = mem_printf("%s%s%s%s", id.len > 0 &&
	    id.s[0] >= 'a' && id.s[0] <= 'z' ? "" : "team", id.s,
	    what != NULL ? "_" : "", what != NULL ? what : "");
	str_free(&id);
	return plain;
}

/*
 * The version follows from what is asked, and begins with a letter: a
 * spreadsheet would take "12e3" for a number.
 */
static void
put_settings(struct xout *f, const char *title)
{
	struct str	 all;
	char		 digest[DIGEST_LEN], *lang, *version;

	lang = xlsform_lang_words(f->lang[0]);
	str_init(&all);
	str_add(&all, f->survey.s);
	str_add(&all, f->choices.s);
	version = mem_printf("v%.10s", slug_digest(digest, all.s, all.len));
	str_add(&f->settings, "form_title,form_id,version,default_language\n");
	writer_cell(&f->settings, title, ',');
	str_addc(&f->settings, ',');
	writer_cell(&f->settings, f->id, ',');
	str_printf(&f->settings, ",%s,", version);
	writer_cell(&f->settings, lang, ',');
	str_addc(&f->settings, '\n');
	str_free(&all);
	free(version);
	free(lang);
}

/* --- the three files ------------------------------------------------------------------ */

static const char *const	names[] = { "survey.csv", "choices.csv",
				    "settings.csv" };

/* Whether DIR/settings.csv is there and has this form_id. */
static int
is_ours(const struct xout *f)
{
	char		*path = mem_printf("%s/settings.csv", f->dir);
	struct reader	*rd;
	struct record	 r;
	int		 i, at = -1, ours = 0;

	msg_hush(1);
	rd = access(path, R_OK) == 0 ? reader_open(path, path, READER_RAGGED |
	    READER_EOF_OK, 0) : NULL;
	if (rd != NULL && reader_next(rd, &r)) {
		for (i = 0; i < r.n; i++)
			if (strcmp(r.f[i], "form_id") == 0)
				at = i;
		if (at >= 0 && reader_next(rd, &r) && at < r.n)
			ours = strcmp(r.f[at], f->id) == 0;
	}
	if (rd != NULL)
		reader_close(rd);
	msg_hush(0);
	free(path);
	return ours;
}

/* Another form in the folder is somebody's work. */
static int
place_free(const struct xout *f)
{
	char	*path;
	size_t	 i;
	int	 there = 0;

	for (i = 0; i < sizeof(names) / sizeof(*names) && !there; i++) {
		path = mem_printf("%s/%s", f->dir, names[i]);
		there = access(path, F_OK) == 0;
		if (there && !is_ours(f)) {
			msg_trouble(N_("%s is there already and is not of this "
			    "form (%s): name another folder"), path, f->id);
			free(path);
			return 0;
		}
		free(path);
	}
	return 1;
}

static int
put_file(const struct xout *f, const char *name, const struct str *text)
{
	char		*path = mem_printf("%s/%s", f->dir, name);
	struct out	 out;
	int		 rc = -1;

	if (out_begin(&out, path) == 0) {
		fwrite(text->s, 1, text->len, out.fp);
		rc = out_end(&out, 1);
	}
	free(path);
	return rc;
}

static int
put_files(const struct xout *f, int dry)
{
	const struct str	*text[] = { &f->survey, &f->choices,
				    &f->settings };
	size_t			 i;

	if (!place_free(f))
		return -1;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (dry)
			msg_note(N_("would write %s/%s"), f->dir, names[i]);
		else if (put_file(f, names[i], text[i]) != 0)
			return -1;
	}
	return 0;
}

/* --- together --------------------------------------------------------------- */

void
xout_begin(struct xout *f, const char *title, const char *what)
{
	size_t	i;

	f->id = form_id(title, what);
	str_init(&f->survey);
	str_init(&f->choices);
	str_init(&f->settings);
	str_add(&f->survey, "type,name");
	put_head(f, &f->survey, "label");
	put_head(f, &f->survey, "hint");
	for (i = 0; f->extra != NULL && f->extra[i] != NULL; i++)
		str_printf(&f->survey, ",%s", f->extra[i]);
	str_addc(&f->survey, '\n');
	str_add(&f->choices, "list_name,name");
	put_head(f, &f->choices, "label");
	str_addc(&f->choices, '\n');
}

int
xout_write(struct xout *f, const char *form_title, int dry)
{
	put_settings(f, form_title);
	return put_files(f, dry);
}

void
xout_free(struct xout *f)
{
	str_free(&f->survey);
	str_free(&f->choices);
	str_free(&f->settings);
	free(f->id);
}
