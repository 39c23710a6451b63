#!/bin/sh
# Somebody looks everywhere for what is private.  A word of its own stands in
# each private thing; then every verb of every program that --help names, and
# every word and option of its own --help, runs in a folder that holds them
# all: a new one is walked by itself.  Only cpm-log show and harvest print
# private words, cpm-assess sheets export packs them for another computer, and
# story --share is what its teller agrees to.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"
. "$here/../marked.sh"

# Options that print or share what is private because somebody asks for it.
meant() { # OPTION
	case $1 in
	--share | --help | --version | --project | --date | --lang | --color | --quiet | --output | --again) return 0 ;;
	esac
	return 1
}
walk() { # PROGRAM [VERB]
	help=$("$@" --help)
	sub=$(printf '%s\n' "$help" | sed -n '1s/.*: //p' | tr -c 'a-z\n' ' ')
	flags=$(printf '%s\n' "$help" | sed -nE 's/^ +(-., )?(--[a-z-]+)(  .*|$)/\2/p')
	takes=$(printf '%s\n' "$help" | sed -nE 's/^ +(-., )?(--[a-z-]+) [^ ].*/\2/p')
	slow=; case "$*" in *session) slow='--pace 0' ;; esac
	try "$@"
	for id in $ids; do try "$@" $id $slow; done
	for o in $flags; do
		meant "$o" && continue
		try "$@" $o $slow; try "$@" $o pl $slow
	done
	for o in $takes; do
		meant "$o" && continue
		case $o in --pace) continue ;; esac
		try "$@" $o pl; try "$@" $o pcc; try "$@" $o 3 peers/1 x; try "$@" $o pd x
	done
	for w in $sub; do
		for id in '' peers/1 pd 'R1 A 3'; do try "$@" $w $id $slow; done
	done
}
# Private ids, their beginnings and neighbours, open ones, none.
walked=0
ids='pc ps pl pd pt p pcc meet zoe peers/1 count R1 R2 x'
# What is left in the folder afterwards, in what git was given, and in TMPDIR.
left() {
	{ grep -rlE "$m|$secret" . "$TMPDIR"
	  git add -A; git commit -qm walked >&2; git grep -lE "$m|$secret" HEAD
	  git log --all --format='%s %b' | grep "$m"; } 2>/dev/null
}
mkdir "$tmp/tmp"; export TMPDIR="$tmp/tmp"
for prog in "$build"/bin/cpm-*; do
	prog=${prog##*/}
	for verb in $($prog --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\) .*/\1/p') -; do
		[ $verb = - ] && verb=
		case "$prog $verb" in
		'cpm-log show' | 'cpm-log harvest') continue ;;
		esac
		walked=$((walked + 1))
		fresh
		# A raw tally tells its units, which whoever pipes it asked for.
		walk $prog $verb | sed "/^R[0-9],/s/${m}unit//" >"$tmp/printed"
		found "$prog $verb prints none of it"
		left >"$tmp/found"
		empty "$tmp/found" '  and leaves none of it'
	done
done
[ $walked -ge 60 ]; ok $? "walked $walked verbs"

# --- what is opened, and what a cut-off write leaves ---------------------------
if command -v strace >/dev/null; then
	fresh
	for c in $(cpm-report --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\) .*/report:\1/p') \
	    plan:list plan:board plan:due plan:rank; do
		strace -f -e trace=open,openat -o "$tmp/trace" cpm-${c%:*} ${c#*:} $today \
		    >/dev/null 2>&1 </dev/null
		unlike "$tmp/trace" '\.private' "cpm-${c%:*} ${c#*:} opens nothing private"
	done
	strace -f -e trace=rename -e inject=rename:signal=KILL:when=2 -o "$tmp/trace" cpm-log session \
	    plan second --start 2026-05-01 --members "${m}1 ${m}2 ${m}3" $today >/dev/null 2>&1 </dev/null
	like .cpm/journal 'session-clients\.csv' 'killed while it writes, a command leaves a journal'
	grep -rlE "$m|$secret" . >"$tmp/found"
	empty "$tmp/found" '  of names and digests'
	{ try cpm-report visit; try cpm-check; } >"$tmp/printed"
	found '  and whoever meets it says nothing else'
	like $priv/session-clients.csv "${m}3" '  before it is finished'
fi

done_testing
