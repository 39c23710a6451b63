/* Contacts and small changes, as they happen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ask.h"
#include "base/msg.h"
#include "base/utf.h"
#include "table/reader.h"
#include "log.h"

#define PROSE_MAX	((size_t)1 << 20)

/* Other systems' line ends and byte order mark are no part of a text. */
static char *
plain_lines(char *s)
{
	const char	*from = s;
	char		*to = s;

	if (strncmp(from, "\xef\xbb\xbf", 3) == 0)
		from += 3;
	for (; *from != '\0'; from++)
		if (*from != '\r' || from[1] != '\n')
			*to++ = *from;
	*to = '\0';
	return s;
}

int
log_slurp(struct str *s, const char *path, size_t max)
{
	FILE	*fp = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	char	 buf[4096];
	size_t	 n;
	int	 bad;

	if (fp == NULL) {
		msg_errno("%s", path);
		return -1;
	}
	while (s->len <= max && (n = fread(buf, 1, sizeof(buf), fp)) > 0)
		str_addn(s, buf, n);
	if ((bad = ferror(fp)) != 0)
		msg_errno("%s", fp == stdin ? _("standard input") : path);
	if (fp != stdin)
		fclose(fp);
	return bad ? -1 : s->len > max;
}

/*
 * What an editor or a clipboard of Windows wrote is taken over where it can
 * be nothing else; the bytes of s go either way.
 */
static char *
readable(struct str *s, const char *shown)
{
	struct place	 at = { shown, 0, 0, NULL };
	char		*text = NULL;
	size_t		 n;

	if (memchr(s->s, '\0', s->len) != NULL)
		msg_fault(&at, N_("this is no text"));
	else if (utf_valid(s->s, s->len) == s->len)
		return plain_lines(str_take(s));
	else if ((text = reader_cp1252(s->s, s->len, &n)) == NULL)
		msg_fault(&at, N_("neither UTF-8 nor CP1252: save the file as "
		    "UTF-8"));
	else
		msg_remark(&at, N_("read as CP1252: it is not UTF-8"));
	str_free(s);
	return text != NULL ? plain_lines(text) : NULL;
}

char *
log_read_text(const char *path)
{
	struct str	s;
	int		rc;

	if (strcmp(path, "-") == 0 && ask_can())
		msg_note(N_("type the text; control-D on a line of its own "
		    "ends it"));
	str_init(&s);
	rc = log_slurp(&s, path, PROSE_MAX);
	if (rc > 0)
		msg_fault(NULL, N_("%s: a text of more than 1 MB"), path);
	else if (rc == 0)
		return readable(&s, strcmp(path, "-") == 0 ?
		    _("standard input") : path);
	str_free(&s);
	return NULL;
}

/* The first line of a text that came by standard input; *rest is behind it. */
char *
log_first_line(char *text, const char **rest)
{
	char	*end = text + strcspn(text, "\n");

	*rest = NULL;
	if (*end != '\0') {
		*end++ = '\0';
		end += strspn(end, "\r\n");
		if (*end != '\0')
			*rest = end;
	}
	return text;
}

void
log_with_text(struct cmd *c, int (*fn)(struct edit *, struct cmd *,
    struct entry *, void *), struct entry *en, void *arg)
{
	char	*text = NULL;

	if (en[0].typed != NULL && strcmp(en[0].typed, "-") == 0) {
		if ((text = log_read_text("-")) == NULL)
			return;
		en[0].typed = text;
	}
	edit_run(c, fn, en, arg);
	free(text);
}

static int
do_add(struct edit *e, struct cmd *c, struct entry *en, void *prose)
{
	const char	*text = *(const char **)prose;
	int		 rc = log_add(e, opt_has(c, "private"), text, en);

	if (rc == 0)
		log_look(e, "log", text);
	return rc;
}

static int
is_mode(const char *typed, void *arg)
{
	const struct schema	*s = schema_find("log");
	char			 buf[SCHEMA_VALUE];

	(void)arg;
	if (schema_value(&s->cols[schema_col(s, "mode")], typed, buf) != NULL)
		return 1;
	msg_note(N_("not an answer to this: '%s'"), typed);
	return 0;
}

void
run_add(struct cmd *c)
{
	struct entry	 en[] = {
		TYPED("mode", "mode"), TYPED("author", "author"),
		TYPED("theme", "theme"), TYPED("minutes", "minutes"),
		TYPED("persons", "persons"), TYPED("women", "women"),
		TYPED("refs", "refs"),
		{ "summary", _("SUMMARY"), c->argv[0], NULL },
		TYPED("agreed", "agreed"), TYPED("visibility", "visibility"),
		LAST
	};
	const char	*file = opt_get(c, "note"), *prose = NULL;
	char		*text = NULL, *note = NULL;

	if (en[0].typed == NULL && ask_can()) {
		if (strcmp(c->argv[0], "-") != 0) {
			en[0].typed = "other";
			if (edit_try(c, do_add, en, &prose) != 0)
				return;
		}
		en[0].typed = ask_until(c, "mode", _("What kind of contact? "
		    "(visit, call, message, workshop, training, other)"),
		    is_mode, NULL);
	}
	if (en[4].typed == NULL)
		en[4].typed = opt_get(c, "with");
	if (strcmp(c->argv[0], "-") == 0) {
		if (file != NULL && strcmp(file, "-") == 0) {
			opt_misuse(c, N_("standard input cannot be both "
			    "summary and note"));
			goto out;
		}
		if ((text = log_read_text("-")) == NULL)
			goto out;
		en[7].typed = log_first_line(text, &prose);
	}
	if (file != NULL) {
		if ((note = log_read_text(file)) == NULL)
			goto out;
		prose = note;
	}
	edit_run(c, do_add, en, &prose);
out:
	free(text);
	free(note);
}

static int
do_seen(struct edit *e, struct cmd *c, struct entry *en, void *arg)
{
	int	rc = log_add_seen(e, opt_has(c, "private"), en);

	(void)arg;
	if (rc == 0)
		log_look(e, "small-changes", NULL);
	return rc;
}

void
run_seen(struct cmd *c)
{
	struct entry	 en[] = {
		{ "what", _("TEXT"), c->argv[0], NULL },
		TYPED("for_whom", "for"), TYPED("seen_by", "by"),
		TYPED("ref", "ref"), TYPED("evidence", "evidence"),
		TYPED("visibility", "visibility"), LAST
	};
	char		*whom = NULL;

	if (en[1].typed == NULL && ask_can())
		en[1].typed = whom = ask(_("For whom?"));
	log_with_text(c, do_seen, en, NULL);
	free(whom);
}

const struct opt	add_opts[] = {
	{ 0, "mode", N_("WORD"), N_("visit, call, message, document_review, workshop, training, team_meeting, peer_exchange, co_facilitation, job_shadowing or other") },
	{ 0, "author", N_("WHO"), N_("role that writes, not a name") },
	{ 0, "persons", N_("N"), N_("how many took part") },
	{ 0, "with", N_("N"), N_("the same") },
	{ 0, "women", N_("N"), N_("how many of them women") },
	{ 0, "minutes", N_("N"), N_("how long") },
	O_THEME,
	{ 0, "refs", N_("IDS"), N_("what it touched: action:ID change:ID …") },
	{ 0, "agreed", N_("TEXT"), N_("what was agreed until next time") },
	{ 0, "note", N_("FILE"), N_("prose that belongs to it, - for standard input; kept in notes/") },
	O_PRIVATE, O_ID, O_END
};

const struct opt	seen_opts[] = {
	{ 0, "for", N_("WHOM"), N_("for whom it is") },
	{ 0, "by", N_("WHO"), N_("role that saw it, not a name") },
	{ 0, "ref", N_("ID"), N_("what it belongs to, if anything: action:ID …") },
	{ 0, "evidence", N_("TEXT"), N_("what shows it") },
	O_PRIVATE, O_ID, O_END
};
