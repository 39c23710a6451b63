#!/bin/sh
# What happens around the clock of a session: control-C, control-Z and fg, a
# terminal that is closed.  The terminal is left as it was, nothing is written
# and nothing stays locked.
. "${0%/*}/../lib.sh"

if ! command -v script >/dev/null; then
	echo '1..0 # SKIP script(1) is not installed'; exit 0
fi
cpm-init -q --pack codev --lang en peers >/dev/null 2>&1
cd peers || exit 2
cpm-log session plan two --start 2026-01-15 --members 'a b c d e' -q --date 2026-01-01
whole() { find . ../peers.private -name .git -prune -o -type f ! -name lock -print | sort | xargs md5sum; }
# await FILE ERE: until a line of it matches, 8 seconds at most
await() { n=0; until grep -Eq "$2" "$1" 2>/dev/null || [ $n -ge 80 ]; do sleep 0.1; n=$((n + 1)); done; }
# at_terminal SCRIPT: its keys come from standard input
at_terminal() { TERM=dumb timeout 60 script -qfec "sh '$1'" /dev/null >"$out" 2>&1; }
before=$(whole)

cat >"$tmp/int" <<X
trap : INT
stty -g >"$tmp/tty1"
cpm-log session run two/1
echo \$? >"$tmp/rc"
stty -g >"$tmp/tty2"
X
: >"$out"
(await "$out" 'Enter: next step'; printf '\003'; await "$tmp/tty2" .) | at_terminal "$tmp/int"
is "$(cat "$tmp/rc")" 130 'control-C ends it by its signal'
like "$out" '^Stopped after 0 minutes\.' 'and says where it stood'
is "$(cat "$tmp/tty2")" "$(cat "$tmp/tty1")" 'the terminal is as it was'

cat >"$tmp/tstp" <<X
set -m
trap : INT
cpm-log session run two/1
stty -g >"$tmp/tty3"
timeout 5 cpm-log seen 'In between' -n --date 2026-01-15 >/dev/null 2>&1
echo \$? >"$tmp/between"
fg
echo \$? >"$tmp/rc"
stty -g >"$tmp/tty4"
X
rm -f "$tmp/rc"; : >"$out"
(await "$out" 'Enter: next step'; printf '\032'; await "$tmp/between" .; sleep 0.5; printf '\n'
    await "$out" '^Step 2 of 6'; printf '\003'; await "$tmp/tty4" .) | at_terminal "$tmp/tstp"
is "$(cat "$tmp/tty3")" "$(cat "$tmp/tty1")" 'control-Z leaves the terminal as it was'
is "$(cat "$tmp/between")" 0 'no lock is held meanwhile'
like "$out" '^Step 2 of 6: clarification' 'after fg Enter goes on'
is "$(cat "$tmp/rc")" 130 'until control-C'
is "$(cat "$tmp/tty4")" "$(cat "$tmp/tty1")" 'as it was again'

# A window that is closed: ended by its signal, and where that is ignored
# because nobody sees the time any more.
# pid name state parent …, without ps, which not every machine has
stat_of() { cat "/proc/$1/stat" 2>/dev/null; }
parent() { stat_of "$1" | cut -d' ' -f4; }
child() { # NAME PARENT
	cat /proc/[0-9]*/stat 2>/dev/null |
	    sed -n "s/^\([0-9]*\) ($1) [A-Z] $2 .*/\1/p"
}
lives() { case $(stat_of "$1" | cut -d' ' -f3) in ''|Z) return 1 ;; esac; }
for how in - "''"; do
	cat >"$tmp/hup" <<-X
		trap $how HUP
		echo \$\$ >"$tmp/shell"
		cpm-log session run two/1
		echo \$? >"$tmp/ended"
	X
	rm -f "$tmp/closed"; : >"$out"
	(await "$out" 'Enter: next step'; await "$tmp/closed" .) | at_terminal "$tmp/hup" & pid=$!
	await "$out" 'Enter: next step'
	shell=$(cat "$tmp/shell")
	clock=$(child cpm-log "$shell")
	lives "$clock"; is $? 0 'it runs'
	# The keeper of the terminal goes, and the terminal with it.
	kill -KILL "$(parent "$shell")"
	n=0; while lives "$clock" && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
	lives "$clock"; is $? 1 "ended with its terminal (trap $how)"
	lives "$clock" && kill "$clock"
	echo x >"$tmp/closed"; wait $pid 2>/dev/null
done
is "$(cat "$tmp/ended")" 2 'not as if all had been shown'
run timeout 5 cpm-log seen 'Somebody else' -n --date 2026-01-15
is "$rc" 0 'nothing is locked'
is "$(whole)" "$before" 'and nothing was written'
done_testing
