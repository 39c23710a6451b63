# Shell tests speak TAP and each owns a temporary folder:
#
#	. "${0%/*}/../lib.sh"; plan 3
#	run cpm-web --min 1 bad.csv
#	is "$rc" 1 'a bad number is a data error'
#	like "$err" 'not a number' 'and says so'
#
# `run CMD…` leaves the status in $rc, standard output in the file $out and
# standard error in the file $err.  A test runs alone (sh tests/cli/x.t) and in parallel.

set -u
here=$(cd "${0%/*}" && pwd)
top=$(cd "$here/../.." && pwd)
build=${CPM_BUILD:-$top/build}
PATH=$build/bin:$PATH
tmp=$(mktemp -d "${TMPDIR:-/tmp}/cpm-test.XXXXXX") || exit 2
trap 'chmod -R u+rwX "$tmp" 2>/dev/null; rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM HUP
out=$tmp/.out err=$tmp/.err
work=$tmp/w; mkdir "$work"; cd "$work" || exit 2
# Nothing of the caller's surroundings.
unset CPM_PROJECT CPM_SHAREDIR CPM_LOCALEDIR SOURCE_DATE_EPOCH LANGUAGE LC_ALL LC_MESSAGES NO_COLOR
export LANG=C.UTF-8 TZ=UTC PATH HOME="$tmp"
export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.org \
    GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.org
# Real files that nobody here wrote; a test that wants one skips without it.
survey=$top/../shared/data

ntest=0 failed=0
plan() { echo "1..$1"; }
ok() { # STATUS NAME
	ntest=$((ntest + 1))
	if [ "$1" -eq 0 ]; then echo "ok $ntest - $2"
	else echo "not ok $ntest - $2"; failed=$((failed + 1)); fi
}
skip() { ntest=$((ntest + 1)); echo "ok $ntest # SKIP $1"; }
done_testing() { echo "1..$ntest"; }
run() { "$@" >"$out" 2>"$err" </dev/null; rc=$?; }
runin() { f=$1; shift; "$@" >"$out" 2>"$err" <"$f"; rc=$?; }
is() { # GOT WANT NAME
	[ "$1" = "$2" ]; s=$?
	ok $s "$3"
	[ $s -eq 0 ] || { printf '%s\n' "got:  $1" "want: $2" | sed 's/^/# /'; head -5 "$err" 2>/dev/null | sed 's/^/# err: /'; }
}
same() { # GOT-FILE WANT-FILE NAME
	d=$(diff -u "$2" "$1" 2>&1); s=$?
	ok $s "$3"
	[ $s -eq 0 ] || printf '%s\n' "$d" | head -40 | sed 's/^/# /'
}
like() { # FILE ERE NAME
	grep -Eq -- "$2" "$1"; s=$?
	ok $s "$3"
	[ $s -eq 0 ] || { echo "# no line matches: $2"; head -20 "$1" | sed 's/^/# /'; }
}
unlike() { # FILE ERE NAME
	! grep -Eq -- "$2" "$1"; s=$?
	ok $s "$3"
	[ $s -eq 0 ] || { echo "# a line matches: $2"; grep -E -- "$2" "$1" | head -5 | sed 's/^/# /'; }
}
# The cell of the row with this id, else of those whose id begins so.
cell() { # TABLE ID COLUMN
	awk -F, -v r="$2" -v n="$3" '
	    NR == 1 { for (i = 1; i <= NF; i++) if ($i == n) c = i; next }
	    $1 == r { whole = 1; print $c }
	    $1 != r && index($1, r) == 1 { some = some $c "\n" }
	    END { if (!whole) printf "%s", some }' "$1.csv"
}
empty() { [ ! -s "$1" ]; s=$?; ok $s "$2"; [ $s -eq 0 ] || head -5 "$1" | sed 's/^/# /'; }
