#!/bin/sh
# What cpm-report progress tells of a peer group: sessions held, what was told
# of last time's actions; silent where nothing is new; nothing of the client.
. "${0%/*}/../lib.sh"

cpm-init -q --pack codev --title Peers --lang en peers >/dev/null 2>&1
cd peers || exit 2
s() { run cpm-log session "$@" --date "$today"; }
progress() { since=$1 to=$2; shift 2; run cpm-report progress --since "$since" --date "$to" --text "$@"; }

today=2026-01-05
s plan circle --start 2026-01-15 --every 1m --members 'k3 m7 p2 r9 t4 w6'
progress 2026-01-01 2026-01-14
is "$rc$(cat "$out" "$err")" 0 'a series that is only planned is no news'
progress 2026-01-01 2026-01-15
is "$rc$(cat "$out" "$err")" 0 'nor a session that may be held this evening'
progress 2026-01-01 2026-01-16
is "$rc" 0 'one whose day is over'
like "$out" '^- 1 session held$' 'is'
like "$out" '^- circle, session 1 of 7\. Held on 15 January 2026\.$' 'with its day, and nothing that is not there'
like "$out" '^The next session is on 15 February 2026\.$' 'and the next one'
unlike "$out" '[Pp]ivotal|The plan|[^-]changes\.csv' 'without a word of a plan that is not there'

today=2026-01-15
printf 'question: MARKQUESTION\ncontract: MARKCONTRACT\n' >"$tmp/in"
runin "$tmp/in" cpm-log session client circle/1 --date $today
echo MARKSHEET >"$tmp/in"
runin "$tmp/in" cpm-log session suggestions circle/1 --date $today
s action circle/1 'Ask two members' --verification 'two answers'
s action circle/1 'Write it down' --verification 'a page'
s action circle/1 'Too much' --verification 'x'
run cpm-log lesson 'Ask first' --ref session:circle-1 --date $today
run cpm-plan drop too --reason tried_and_learnt --note 'twice as much' --date 2026-01-20
progress 2026-01-01 2026-01-15
like "$out" '^- circle, session 1 of 7\. Held on 15 January 2026\. Actions agreed$' 'on the day itself, once something is kept'
like "$out" '^  there: 2\. Lessons: 1\.$' 'how many actions that still stand, and lessons'
unlike "$out" 'last time' 'the first one has no last time'

progress 2026-01-20 2026-02-14
like "$out" '^- adjustments\.csv' 'what was dropped in between is an adjustment'
progress 2026-01-21 2026-02-14
is "$rc$(cat "$out" "$err")" 0 'silent between two sessions'
progress 2026-01-21 2026-02-14 -o report/p.md
is "$(ls report 2>/dev/null)" '' 'no file is made'
like "$err" 'nothing was noted since 2026-01-21' 'which is said'

today=2026-02-15
s told ask 'One came back; the other is away'
s action circle/2 'Call her' --verification 'a call'
progress 2026-02-10 2026-02-15
like "$out" '^  time: 2, of them told: 1\. Actions agreed there: 1\.$' 'what was told, by number'
like "$out" '^  - Ask two members: to do: One came back; the other is away$' 'and as it was told'
run cpm-plan done write --result 'Three pages' --date 2026-02-15
progress 2026-02-10 2026-02-15
like "$out" '^- 1 action of a session done$' 'an action of a session is no key action'
like "$out" '^  time: 2, of them told: 2\.' 'one that is done is told'
is "$(grep -c 'Write it down' "$out")" 1 'and told once'
like "$out" '^What was done$' 'under its own heading'
progress 2026-02-10 2026-02-15 --lang fr
like "$out" '^- 1 séance tenue$' 'in French'
like "$out" '^- circle, séance 2 sur 7\. Tenue le 15 février 2026\. Actions convenues$' 'with day and place'
like "$out" '^La séance suivante est le 15 mars 2026\.$' 'and the next one'
like "$out" '^- 1 action convenue en séance faite$' 'and what is done'
run cpm-report progress --since 2026-01-01 --date 2026-02-15 --html
like "$out" '<h2[^>]*>Sessions</h2>' 'in HTML'
progress 2026-01-01 2026-02-15
like "$out" '^- 2 sessions held$' 'two of them'
unlike "$out" 'MARK|\b(k3|m7|p2|r9|t4|w6)\b' 'nothing of client, question, contract'

# A team with a plan of changes that meets as peers too.
sed -i 's/^kind,codev$/kind,organisation/' cpm.csv
progress 2026-02-10 2026-02-15
like "$out" '^Sessions$' 'has its sessions'
like "$out" '^No pivotal change is chosen yet\.$' 'beside its plan'
done_testing
