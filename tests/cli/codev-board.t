#!/bin/sh
# What a peer group's folder says where others have changes: the board, the
# page of the plan, what comes next.
. "${0%/*}/../lib.sh"

cpm-init -q --pack codev --title Peers --lang en peers >/dev/null 2>&1
cd peers || exit 2
s() { run cpm-log session "$@" --date "$today"; }
board() { run cpm-plan board --date "$1"; }
next() { run cpm-next --date "$1" --csv; }

board 2026-01-05
is "$(cat "$out")" "$(printf 'Peers: our sessions, on 5 January 2026\n\nNo session is planned yet.')" 'nothing planned'
run cpm-report plan --text --date 2026-01-05
like "$out" '^No action of a session is open now\.$' 'nor agreed'
today=2026-01-05
s plan circle --start 2026-01-15 --every 1m --members 'k3 m7 p2 r9 t4 w6'
board 2026-01-05
like "$out" '^Sessions held: 0\. Actions agreed: 0, of them told: 0\. Lessons: 0\.$' 'what was done together'
like "$out" '^The next session is on 15 January 2026 \(1 of 7\)\.$' 'and the next session'
is "$(wc -l <"$out")" 4 'nothing else yet'
next 2026-01-10
like "$out" '^session,cpm-log session client circle-1-....,"who is client' 'whose question it is comes before it'
unlike "$out" 'due|told' 'and nothing that is not there yet'

today=2026-01-15
printf 'question: MARKQUESTION\ncontract: MARKCONTRACT\n' >"$tmp/in"
runin "$tmp/in" cpm-log session client circle/1 --date $today
next 2026-01-15
like "$out" '^session,cpm-log session run circle-1-' 'on its day the clock'
next 2026-01-16
like "$out" '^keep,cpm-log session action circle-1-....' 'the day after, what to keep of it'
like "$out" '^keep,cpm-log session move circle-1-.... DATE,if it was not held: its new day$' 'or its new day'
run cpm-next --date 2026-01-16
like "$out" '^The session of 15 January 2026: nothing of it is kept yet\.$' 'in a sentence that does not say it was held'
run env LANGUAGE=fr cpm-next --date 2026-01-16
like "$out" '^      si elle n’a pas eu lieu.: son nouveau jour$' 'in French'
s action circle/1 'Ask two members' --verification 'two answers'
s action circle/1 'Write it down' --verification 'a page'
s action circle/1 'Too much' --verification 'x'
run cpm-plan drop too --reason tried_and_learnt --date 2026-01-20
next 2026-01-15
like "$out" '^session,cpm-report session circle-2-' 'once something is kept the next one comes'
like "$out" '^session,cpm-plan due --within 32d,' 'what is due until then, by the day'
run cpm-plan due --within 32d --date 2026-01-15 --csv
is "$(grep -c '^2026-02-15,' "$out")" 2 'which shows all of it'
like "$out" ',Ask two members,' 'of the session'
board 2026-01-20
like "$out" '^It opens with what became of:$' 'what is told at the next one'
like "$out" '^     \[ \] Ask two members: to do · client · for 15 February 2026$' 'who does what by when'
like "$out" '^         seen by: two answers$' 'and by what one sees it'
unlike "$out" 'Too much' 'what was dropped is gone'
unlike "$out" '[Pp]ivotal|Key action|Changes' 'no word of changes'
like "$out" '^\[x\] done  \[>\] under way' 'what the marks mean'
run cpm-report plan --text --date 2026-01-20
like "$out" '^Agreed at sessions$' 'the page of the plan has them too'
like "$out" 'Ask two members' 'each'
unlike "$out" '[Pp]ivotal|Too much' 'and nothing else'
run cpm-report visit --text --date 2026-01-20
unlike "$out" '[Pp]ivotal|Our changes' 'a visit asks of no changes'
run cpm-report review --date 2026-01-20
like "$err" 'what a peer group did: cpm-report progress --since DATE' 'nor is there a cycle to review, but something to look at'
run cpm-plan form --date 2026-01-20
unlike "$out" '[Pp]ivotal' 'nor the sheet of the month'

today=2026-02-15
s told ask 'One came back'
next 2026-02-15
like "$out" '^session,cpm-log session told write-it-down-.... .WORDS.,' 'who was not told of yet is asked for'
board 2026-02-15
like "$out" 'Ask two members: to do: One came back · client' 'what was told is on the board'
board 2026-08-01
like "$out" '^All planned sessions were held\.$' 'after the last one'
like "$out" '^Agreed at sessions, and still to do:$' 'what is left'
run cpm-plan done ask --date 2026-02-20
run cpm-plan drop write --reason means --date 2026-02-20
board 2026-08-01
unlike "$out" 'Agreed at sessions|\[x\] done' 'nothing left, no heading'
unlike "$out" 'MARK|\b(k3|m7|p2|r9|t4|w6)\b' 'nothing private'
s action circle/2 'Call her' --verification 'a call'

# In the folder's language; and on the wall of a team that has a plan too.
sed -i 's/^lang,en$/lang,fr/' cpm.csv
board 2026-02-20
like "$out" '^Peers.: nos séances, au 20 février 2026$' 'in French'
like "$out" '^Elle s’ouvre sur ce qu’il est advenu de.:$' 'all of it'
like "$out" '^Séances tenues.: 2\. Actions convenues.: 2, dont racontées.: 1\. Leçons.: 0\.$' 'with the sums'
sed -i 's/^kind,codev$/kind,organisation/' cpm.csv
board 2026-02-20
like "$out" '^Aucun changement pivot n’est encore choisi\.$' 'a team'
like "$out" '^Convenu en séance, et encore à faire.:$' 'and what its sessions agreed'
like "$out" '^     \[ \] Call her.: à faire · client' 'each'
run cpm-report plan --text --date 2026-02-20
like "$out" '^Convenu en séance$' 'on the page of the plan too'
done_testing
