#!/bin/sh
# The manual is well-formed and says what --help says, no less and no more.
. "${0%/*}/../lib.sh"
cd "$top" || exit 2

pages=$(ls man/*.[157] "$build"/man/*.5)
commands=$(ls cmd/cpm-*.c | sed 's|cmd/||; s|\.c$||')

# The options that all commands share begin with -C; those before are the
# verb's own.
help_of() { # COMMAND [VERB]
	LANGUAGE= "$@" --help
}
long_options() { sed -n 's/^  *\(-., \)\{0,1\}\(--[a-z][a-z-]*\).*/\2/p' | sort -u; }
own_options() { sed -n '/^Options:/,/^  -C, /p' | sed '/^  -C, /d' | long_options; }
verbs_of() { help_of "$1" | sed -n '/^Verbs:/,/^$/s/^  \([a-z][a-z-]*\)  *[^ ].*/\1/p'; }
# All that one command takes.
all_options() { # COMMAND
	help_of "$1" | long_options
	for v in $(verbs_of "$1"); do help_of "$1" "$v" | long_options; done
}
shown() { mandoc -T ascii -O width=1000 "$1" | col -b; }
none() {
	[ ! -s "$1" ]; s=$?
	ok $s "$2"
	[ $s -eq 0 ] || sed 's/^/# /' "$1" | head -30
}

# --- form
for p in $pages; do
	mandoc -T lint -W warning "$p" >"$tmp/found" 2>&1
	none "$tmp/found" "${p##*/} is clean"
done
for p in man/*.1; do
	for s in NAME SYNOPSIS DESCRIPTION FILES 'EXIT STATUS' EXAMPLES \
	    DIAGNOSTICS 'SEE ALSO'; do
		grep -Eq "^\\.Sh $s\$" "$p" || echo "$s"
	done >"$tmp/found"
	none "$tmp/found" "${p##*/} has all sections"
done

# --- every command
for c in $commands; do
	p=man/$c.1
	if [ ! -f "$p" ]; then ok 1 "$c has a page"; continue; fi
	help_of "$c" >"$tmp/help"
	shown "$p" >"$tmp/text"
	# Both ways of writing a long option: Fl -all, Fl Fl all.
	grep -E '^\.' "$p" | sed 's/Fl Fl /Fl -/g' >"$tmp/macros"
	: >"$tmp/found"
	verbs=$(verbs_of "$c")
	for v in $verbs; do
		grep -Eq "^\\.(Ss|It|Cm|Ic|Nm|Op|Sx)( .*)? $v( |\$)" "$tmp/macros" ||
		    echo "verb $v is not in the page" >>"$tmp/found"
		for o in $(help_of "$c" "$v" | own_options); do
			grep -Eq -- "(^|[^-[:alnum:]])$o([^-[:alnum:]]|\$)" "$tmp/text" ||
			    echo "$v $o is not in the page" >>"$tmp/found"
		done
	done
	for o in $(own_options <"$tmp/help"); do
		grep -Eq -- "(^|[^-[:alnum:]])$o([^-[:alnum:]]|\$)" "$tmp/text" ||
		    echo "$o is not in the page" >>"$tmp/found"
	done
	none "$tmp/found" "$c: every verb and option is in the page"

	# And the other way round.
	all_options "$c" | sort -u >"$tmp/options"
	grep -E '^\.(It|Op|Oo|Fl)' "$tmp/macros" | grep -E 'Fl|Op' |
	    grep -oE -- '(Fl|,) -[a-z][a-z-]+' | sed 's/^[^ ]* -/--/' |
	    sort -u | comm -23 - "$tmp/options" |
	    sed 's/$/ is in the page, not in the program/' >"$tmp/found"
	if [ -n "$verbs" ]; then
		for v in $(sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESC/p' "$p" |
		    sed -nE 's/^\.(Nm( cpm-[a-z]*)? )?(Cm|Ic) ([a-z]+).*/\4/p'); do
			printf '%s\n' "$verbs" | grep -qx "$v" ||
			    echo "$v is in the synopsis, not in the program"
		done >>"$tmp/found"
	fi
	none "$tmp/found" "$c: and nothing that it does not have"
done

# --- what all commands share
if [ -f man/cpm-toolkit.7 ]; then
	shown man/cpm-toolkit.7 >"$tmp/text"
	help_of cpm-init | sed -n '/^  -C, /,$p' | long_options |
	while read -r o; do
		grep -Eq -- "(^|[^-[:alnum:]])$o([^-[:alnum:]]|\$)" "$tmp/text" ||
		    echo "$o"
	done >"$tmp/found"
	none "$tmp/found" 'cpm-toolkit(7) has the options that all share'
	for c in $commands; do
		grep -q "^\\.Xr $c 1" man/cpm-toolkit.7 || echo "$c"
	done >"$tmp/found"
	none "$tmp/found" 'and leads to every command'
else
	ok 1 'there is cpm-toolkit(7)'
fi

# --- cross references
system=' age(1) gpg(1) git(1) git-init(1) git-commit(1) gitignore(5) gitattributes(5)
parallel(1) cron(8) crontab(5) sh(1) man(1) mandoc(1) less(1) column(1)
rsvg-convert(1) chromium(1) weasyprint(1) gnuplot(1) xmllint(1) lp(1) lpr(1)
head(1) sort(1) join(1) jq(1) mlr(1) strftime(3) locale(7) environ(7) mail(1) '
for p in $pages; do
	sed -nE 's/^\.Xr ([^ ]+) ([0-9]).*/\1(\2)/p' "$p" | sort -u |
	while read -r x; do
		f=$(echo "$x" | sed 's/(\(.\))/.\1/')
		[ -f "man/$f" ] || [ -f "$build/man/$f" ] ||
		    printf '%s' "$system" | tr '\n' ' ' | grep -qF " $x " ||
		    echo "${p##*/}: $x"
	done
done >"$tmp/found"
none "$tmp/found" 'every cross reference leads somewhere'

# --- cpm-files(5) follows from the code
"$build/man/files" <man/cpm-files.5.in >"$tmp/files"
same "$tmp/files" "$build/man/cpm-files.5" 'cpm-files(5) is made from the schema'
is "$(grep -c '^@' "$tmp/files")" 0 'and nothing of the template is left'
is "$(grep -c '^\.Ss actions\.csv$' "$tmp/files")" 1 'it has the tables'
is "$(grep -c '^\.Ss responses\.csv$' "$tmp/files")" 1 'the private ones too'
is "$(grep -Ec '^\.Ss (pairs|cohort|releases)\.csv$' "$tmp/files")" 0 'and none that no command uses'
like "$tmp/files" '^\.It Cm due Pq Em échéance$' 'with both names of a column'
like "$tmp/files" '^\.Cm done Pq Em fait ,$' 'and of a word'

# What a browser adds to a printed page is no part of it.
for m in cpm-assess cpm-report; do
	like "$top/man/$m.1" 'no-pdf-header-footer' "$m: a PDF without the browser's own lines"
	like "$top/man/$m.1" 'headers and footers' "$m: and a print by its dialog"
done

done_testing
