/* cpm-assess sheets: private sheets leave this computer, and come together. */
#include "assess.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/msg.h"
#include "intake/bundle.h"
#include "intake/join.h"
#include "intake/seal.h"
#include "model/project.h"

/* An option that does not go with the word is a slip. */
static int
word_fits(struct cmd *c, const char *word, const char *const *options)
{
	size_t	i;

	for (i = 0; options[i] != NULL; i++)
		if (opt_has(c, options[i])) {
			opt_misuse(c, N_("'--%s' does not go with 'sheets "
			    "%s'"), options[i], word);
			return -1;
		}
	return 0;
}

static int
export_fits(struct cmd *c)
{
	static const char *const	not[] = { "ours", "theirs",
	    "identity", NULL };

	if (word_fits(c, "export", not) != 0)
		return -1;
	if (opt_has(c, "encrypt") && opt_has(c, "encrypt-to"))
		opt_misuse(c, N_("a passphrase or recipients: --encrypt or "
		    "--encrypt-to"));
	else if (opt_has(c, "key") && c->argc > 1)
		opt_misuse(c, N_("--key writes the key without any sheet: no "
		    "round goes with it"));
	else
		return 0;
	return -1;
}

static int
no_terminal(int fd)
{
	if (!isatty(fd))
		return 0;
	msg_trouble(N_("what each person answered does not go to a "
	    "terminal: -o FILE"));
	return -1;
}

/*
 * Where standard output goes: a terminal shows and remembers, and a file is
 * held to what a file of -o is held to.
 */
static int
stdout_ok(void)
{
	char		link[64], path[4096];
	struct stat	st;
	ssize_t		n;

	if (no_terminal(STDOUT_FILENO) != 0)
		return -1;
	if (fstat(STDOUT_FILENO, &st) != 0 || !S_ISREG(st.st_mode))
		return 0;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", STDOUT_FILENO);
	n = readlink(link, path, sizeof(path) - 1);
	if (n > 0) {
		path[n] = '\0';
		if (project_private_file_ok(path) != 0)
			return -1;
	}
	fchmod(STDOUT_FILENO, 0600);
	return 0;
}

static int
place_ok(const struct cmd *c)
{
	struct stat	st;
	int		fd, bad;

	if (c->out == NULL || strcmp(c->out, "-") == 0)
		return stdout_ok();
	/* A terminal has a name, too. */
	if (stat(c->out, &st) == 0 && S_ISCHR(st.st_mode) &&
	    (fd = open(c->out, O_WRONLY | O_NOCTTY | O_CLOEXEC)) >= 0) {
		bad = no_terminal(fd);
		close(fd);
		if (bad != 0)
			return -1;
	}
	return project_private_file_ok(c->out);
}

static void
export_say(const struct cmd *c, const struct bundle_sum *sum, int locked)
{
	const char	*file = c->out != NULL && strcmp(c->out, "-") != 0 ?
			    c->out : _("standard output");

	if (opt_has(c, "key"))
		msg_note(N_("%s holds the key and no sheet; on the other "
		    "computer, before any sheet is typed in there: cpm-assess "
		    "sheets join"), file);
	else if (sum->hands > 0 && sum->sheets == 0)
		msg_note_n(sum->hands, "%2$s holds %1$lu count of hands; on "
		    "the computer that closes the round: cpm-assess sheets "
		    "join", "%2$s holds %1$lu counts of hands; on the computer "
		    "that closes the round: cpm-assess sheets join",
		    sum->hands, file);
	else
		msg_note_n(sum->sheets, "%2$s holds %1$lu sheet; on the "
		    "computer that closes the round: cpm-assess sheets join",
		    "%2$s holds %1$lu sheets; on the computer that closes the "
		    "round: cpm-assess sheets join", sum->sheets, file);
	if (!locked)
		msg_note(N_("whoever has it can read it (--encrypt locks it): "
		    "delete it when it has served"));
}

static void
export_write(struct cmd *c, struct str *clear, const struct bundle_sum *sum,
    const char *const *to)
{
	int		 locked = to != NULL || opt_has(c, "encrypt");
	struct str	 sealed, *text = locked ? &sealed : clear;
	struct out	 out;

	str_init(&sealed);
	if ((!locked || seal(&sealed, clear->s, clear->len, to) == 0) &&
	    out_begin(&out, c->out) == 0) {
		fwrite(text->s, 1, text->len, out.fp);
		if (out_end_private(&out) == 0)
			export_say(c, sum, locked);
	}
	str_free(&sealed);
}

/* The lock is given back before anybody is asked for a passphrase. */
static void
run_export(struct cmd *c)
{
	struct bundle_ask	 ask = { c->argv + 1, c->argc - 1,
				    opt_has(c, "key") };
	const char		**to = NULL;
	struct bundle_sum	 sum;
	struct project		*p;
	struct str		 text;
	size_t			 n = 0, i;
	int			 ok;

	if (export_fits(c) != 0)
		return;
	while (opt_nth(c, "encrypt-to", n) != NULL)
		n++;
	if (n > 0) {
		to = mem_calloc(n + 1, sizeof(*to));
		for (i = 0; i < n; i++)
			to[i] = opt_nth(c, "encrypt-to", i);
	}
	if (to != NULL && !seal_one_tool(to)) {
		opt_misuse(c, N_("one file has one lock: recipients of age "
		    "(age1..., ssh-...) or of gpg, not both"));
		free(to);
		return;
	}
	if (place_ok(c) != 0 ||
	    (p = project_open(c, PROJECT_WRITE)) == NULL) {
		free(to);
		return;
	}
	str_init(&text);
	ok = bundle_make(&text, p, &ask, &sum) == 0 && project_save(p) == 0;
	project_close(p);
	if (ok && c->dry)
		msg_note(N_("would write %s"), c->out != NULL ? c->out :
		    _("standard output"));
	else if (ok)
		export_write(c, &text, &sum, to);
	seal_wipe(&text);
	str_free(&text);
	free(to);
}

static int
join_fits(struct cmd *c)
{
	static const char *const	not[] = { "key", "encrypt",
	    "encrypt-to", NULL };

	if (word_fits(c, "join", not) != 0)
		return -1;
	if (c->argc < 2)
		opt_misuse(c, N_("something is missing: %s"), _("FILE"));
	else if (c->argc > 2)
		opt_misuse(c, N_("one word too many: '%s'"), c->argv[2]);
	else if (opt_has(c, "ours") && opt_has(c, "theirs"))
		opt_misuse(c, N_("--ours or --theirs, not both"));
	else
		return 0;
	return -1;
}

/* The file's own text, unlocked; 0, or -1 (said). */
static int
join_read(const struct cmd *c, struct str *text, const char *shown)
{
	struct str	file;
	int		rc;

	str_init(&file);
	rc = seal_read(&file, c->argv[1]);
	if (rc == 0 && seal_kind(file.s, file.len) != SEALED_NOT)
		rc = unseal(text, file.s, file.len, opt_get(c, "identity"),
		    shown);
	else if (rc == 0)
		str_addn(text, file.s, file.len);
	seal_wipe(&file);
	str_free(&file);
	return rc;
}

static void
run_join(struct cmd *c)
{
	const char	*shown = strcmp(c->argv[1], "-") == 0 ?
			    _("standard input") : c->argv[1];
	enum join_side	 side = opt_has(c, "ours") ? JOIN_OURS :
			    opt_has(c, "theirs") ? JOIN_THEIRS : JOIN_NEITHER;
	struct bundle	 b;
	struct joined	 done;
	struct project	*p;
	struct str	 text;

	str_init(&text);
	if (join_read(c, &text, shown) == 0) {
		if (bundle_read(&b, text.s, text.len, shown) == 0 &&
		    (p = project_open(c, PROJECT_WRITE)) != NULL) {
			if (sheets_join(p, &b, side, &done) == 0 &&
			    project_save(p) == 0)
				joined_say(&done);
			joined_free(&done);
			project_close(p);
		}
		bundle_free(&b);
	}
	seal_wipe(&text);
	str_free(&text);
}

void
run_sheets(struct cmd *c)
{
	if (strcmp(c->argv[0], "export") == 0)
		run_export(c);
	else if (strcmp(c->argv[0], "join") != 0)
		opt_misuse(c, N_("sheets are exported or joined, not '%s'"),
		    c->argv[0]);
	else if (join_fits(c) == 0)
		run_join(c);
}

const struct opt	sheets_opts[] = {
	{ 0, "key", NULL, N_("export: the key alone, for a computer that is "
	    "to help") },
	{ 0, "encrypt", NULL, N_("export: locked with a passphrase (gpg)") },
	{ 0, "encrypt-to", N_("RECIPIENT"), N_("export: locked for a key of "
	    "gpg or age; may be given several times") },
	{ 0, "identity", N_("FILE"), N_("join: your key of age, for a file "
	    "that age locked") },
	{ 0, "ours", NULL, N_("join: where answers differ, keep what is "
	    "here") },
	{ 0, "theirs", NULL, N_("join: where answers differ, take the "
	    "file's") },
	{ 0, NULL, NULL, NULL }
};
