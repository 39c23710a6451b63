#!/bin/sh
# The crontab lines of the manual pages, as cron runs them: as they stand
# there, with nothing in the environment but what cron and the lines give.
. "${0%/*}/../lib.sh"

# A crontab of each display that has such lines: NAME=VALUE, then five fields
# of time and the command, in which "\%" is a percent sign.
for page in "$top"/man/*.[157]; do
	perl -ne '
		BEGIN { ($name) = $ARGV[0] =~ m{([^/]+)$}; }
		if (/^\.Bd -literal/) { $in = 1; @set = (); next }
		if (/^\.Ed/) { $in = 0; next }
		next unless $in;
		chomp; s/^\\&//; s/\\e/\\/g;
		if (/^[A-Z]+=\S*$/) { push @set, $_ }
		elsif (/^(?:[\d*,\/-]+\s+){5}(\S.*)$/) {
			$_ = $1; s/\\%/%/g;
			print join("\t", $name, join(" ", @set), $_), "\n"
		}
	' "$page"
done >"$tmp/lines"
n=$(wc -l <"$tmp/lines")
[ "$n" -ge 7 ]; ok $? "there are $n of them"
for c in 'cpm-plan .* due' 'cpm-plan .* ics' 'cpm-report .* progress' 'cpm-log .* rhythm' 'cpm-check'; do
	like "$tmp/lines" "$c" "one of them is $c"
done
cut -f2 "$tmp/lines" | grep -v 'PATH=/usr/local/bin:' >"$tmp/found"
empty "$tmp/found" 'each says where the commands are'

# HOME has the team's folder; nothing else of ours is there.  The one word
# that changes is where the commands were installed.
home=$tmp/home
cron() { # SETTINGS COMMAND
	set -- $(echo "$1" | sed "s,/usr/local/bin,$build/bin,") -- "$2"
	sets=
	while [ "$1" != -- ]; do sets="$sets $1"; shift; done
	(cd "$home" && env -i HOME="$home" LOGNAME=mentor SHELL=/bin/sh $sets \
	    $also /bin/sh -c "$2") >"$out" 2>"$err" </dev/null; rc=$?
}
also='TZ=UTC'
folder() { # LANG
	rm -rf "$home"; mkdir -p "$home"
	(cd "$home" && cpm-init -q --pack boost-short --lang "$1" tujenge) >/dev/null 2>&1
}
t() { v=$1; shift; cpm-plan "$v" -q -C "$home/tujenge" "$@" >/dev/null 2>"$err" || cat "$err"; }
each() { # TEST: calls it with page, settings, command
	i=0
	while IFS=$(printf '\t') read -r page sets cmd; do
		i=$((i + 1)); "$1"
	done <"$tmp/lines"
}

# A folder in which there is nothing to say.
folder fr
nothing() {
	cron "$sets" "$cmd"
	is "$rc" 0 "$page: $cmd"
	empty "$err" '  no complaint'
	empty "$out" '  silent where nothing is to say'
}
each nothing

# One in which there is; its words are English, what cron asks for French.
folder en
today=$(date -u +%F) soon=$(date -u -d '5 days' +%F) late=$(date -u -d '5 days ago' +%F)
t cycle open --objective 'Clear accounts' --start "$(date -u -d '2 months ago' +%F)"
t propose 'Count the cash' --id cash; t choose cash --by team --why w
t level cash 1 --objective o
for a in one two; do t action cash "Sheet $a" --id $a; done
t start one --owner treasurer --due "$soon" --verification v
t start two --owner treasurer --due "$late" --start "$late" --verification v
printf 'id,date,author,mode,summary\nx,%s,mentor,visit,first\n' "$(date -u -d '6 months ago' +%F)" >"$home/tujenge/log.csv"
french() { LC_ALL=C.UTF-8 grep -Eq "$1" "$out"; ok $? "$2"; }
mail_ready() { # [LONGEST]: what a mail can carry: UTF-8, no control, no long line
	iconv -f UTF-8 -t UTF-8 "$out" >/dev/null 2>&1 &&
	    ! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$out" &&
	    [ "$(LC_ALL=C.UTF-8 awk '{ if (length($0) > m) m = length($0) } END { print m + 0 }' "$out")" -le "${1:-80}" ]
	ok $? '  text for a mail: UTF-8, short lines, no colours'
	unlike "$out" '<[a-z]+>|^#|\*\*' '  and no markup'
}
something() {
	cron "$sets" "$cmd"
	is "$rc" 0 "$page: $cmd"
	empty "$err" '  no complaint'
	case $cmd in
	*' due '*)
		french 'Sheet two' '  what is past'
		french 'Sheet one' '  what is coming'
		french 'il y a [56] jours' '  in French'
		unlike "$out" 'days|Past|Coming' '  and no word of English'
		mail_ready ;;
	*progress*)
		french 'Sheet one' '  what changed'
		mail_ready ;;
	*rhythm*)
		[ -s "$out" ]; ok $? '  who waits'
		french ' jours' '  in French'
		unlike "$out" 'contact for|agreed' '  and no word of English'
		mail_ready 200 ;; # a sentence is a line, for grep
	*' ics '*)
		empty "$out" '  nothing for a mail'
		grep -q "SUMMARY:Action: Sheet one" "$home/tujenge.ics"
		ok $? '  and a calendar in the team'\''s language' ;;
	*) empty "$out" '  silent' ;;
	esac
}
each something

# French by any of the ways, and by an option.
line='cpm-plan -C $HOME/tujenge due --within 14d'
for v in LANGUAGE=fr LANG=fr_FR.UTF-8 LC_ALL=fr_CD.UTF-8 LC_MESSAGES=fr; do
	cron "PATH=/usr/local/bin:/usr/bin:/bin $v" "$line"
	french 'il y a [56] jours' "French by $v"
done
cron 'PATH=/usr/local/bin:/usr/bin:/bin' "$line --lang fr"
french 'il y a [56] jours' 'French by --lang fr'
cron 'PATH=/usr/local/bin:/usr/bin:/bin' "$line"
french '[56] days ago' 'English where nothing is said'

# A folder that is wrong is mailed, and says where.
sed -i 's/^one,/one;/' "$home/tujenge/actions.csv"
wrong() {
	case $cmd in cpm-check*) ;; *) return ;; esac
	cron "$sets" "$cmd"
	[ "$rc" -ne 0 ] && [ -s "$err" ]; ok $? "$page: $cmd: a fault is said"
	like "$err" 'actions.csv:[0-9]+' '  and where it is'
}
each wrong
done_testing
