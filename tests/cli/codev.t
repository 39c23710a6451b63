#!/bin/sh
# A co-development group of six over seven sessions, by commands only: each is
# client once, the last one closes; what was agreed is told at the next one.
. "${0%/*}/../lib.sh"

run cpm-init --pack codev --title 'Les Passeurs' --lang fr --date 2026-01-05 cercle
is "$rc" 0 'a folder for a peer group'
is "$(ls cercle | tr '\n' ' ')" 'cpm.csv notes ' 'with settings and a charter, no framework'
like cercle/notes/context.md '^# Comment nous travaillons ensemble$' 'in its language'
cd cercle || exit 2
private=../cercle.private
day() { today=$1; }
log() { run cpm-log "$@" --date "$today"; }
sess() { run cpm-log session "$@" --date "$today"; }
clean() { run cpm-check --date "$today"; is "$rc $(cat "$err")" '0 ' "clean on $today"; }
next() { run cpm-next --date "$today" "$@"; }

day 2026-01-05
run cpm-check --date $today
is "$rc $(cat "$err")" '0 ' 'clean from the start'
next --csv
like "$out" '^no-session,' 'nothing is planned yet'
next --lang fr
like "$out" '^Aucune séance n’est encore prévue\.$' 'said in French'
run cpm-assess open R1
is "$rc" 1 'nothing to rate oneself with'
like "$err" 'there is no dimension' 'said'
cp -R . "$tmp/copy"; run cpm-init -C "$tmp/copy" --add codev
is "$rc" 1 'nor anything to add to a framework'
like "$err" 'the pack codev has no criterion to add' 'said'

sess plan passeurs --start 2026-01-15 --every 1m --minutes 90 --members 'k3 m7 p2 r9 t4 w6'
is "$rc" 0 'a series for six'
clean
days='2026-01-15 2026-02-15 2026-03-15 2026-04-15 2026-05-15 2026-06-15 2026-07-15'
n=0
for d in $days; do
	n=$((n + 1)); day $d
	# It opens with what became of last time's plan.
	sess show passeurs/$n
	if [ $n -eq 1 ]; then
		unlike "$out" '^La séance s’ouvre' 'the first opens with the charter'
	else
		is "$(sed -n '/^La séance s’ouvre/,/^$/p' "$out" | grep -c '^  - Petit pas')" 2 "session $n opens with two actions"
		sess told petit-pas-a$((n - 1)) "RESULT$((n - 1)): essayé une fois"
		is "$rc" 0 'one is told'
		run cpm-plan done petit-pas-b$((n - 1)) --result "Tenu$((n - 1))" --seen 'On se parle plus' --for 'le groupe' --date $d
		is "$rc" 0 'one is done'
		run cpm-plan done petit-pas-a$((n - 1)) --date $d
	fi
	if [ $n -eq 7 ]; then
		next --csv
		like "$out" '^session,cpm-log session run passeurs-7-' 'on its day the clock is offered'
		log lesson 'À six, on ose plus' --ref session:passeurs-7 --kind practice
		continue
	fi
	printf 'question: SECRETQUESTION%s\ncontrat: SECRETCONTRACT%s\n' $n $n >"$tmp/in"
	runin "$tmp/in" cpm-log session client passeurs/$n --date $d
	is "$rc" 0 "session $n has its question"
	printf 'SECRETSHEET%s\n' $n >"$tmp/in"
	runin "$tmp/in" cpm-log session suggestions passeurs/$n --date $d
	sess action passeurs/$n "Petit pas a$n" --verification 'une note'
	is "$rc" 0 'step five'
	run cpm-plan action session:passeurs-$n "Petit pas b$n" --due 2026-0$((n + 1))-10 --verification 'un appel' --date $d
	is "$rc" 0 'step five, by cpm-plan'
	log lesson "Leçon $n" --ref session:passeurs-$n
	is "$rc" 0 'step six'
	clean
done
next --csv
like "$out" '^series-over,' 'and once something is kept it was held'
is "$(cut -d, -f2 $private/session-clients.csv | tail -n +2 | sort | uniq -c | awk '{print $1}' | tr '\n' ' ')" '1 1 1 1 1 1 ' 'each was client once'
day 2026-07-16
clean
next --csv
like "$out" '^series-over,' 'the series is over'
run cpm-log session --csv
is "$(cut -d, -f9-11 "$out" | tail -n +2 | tr '\n' ' ')" '2,2,1 2,2,1 2,2,1 2,2,1 2,2,1 2,2,1 0,0,1 ' 'all agreed, all told, a lesson each'
run cpm-log list lessons --csv
is "$(grep -c ',Leçon ' "$out")" 6 'six lessons and'
like "$out" 'practice,noted,.*À six, on ose plus' 'a practice'
run cpm-plan due --date $today
empty "$out" 'nothing is due'

# Somewhere in the middle.
run cpm-plan due --within 14d --date 2026-02-05
empty "$out" 'what was told is due no more'
next_at() { run cpm-next --csv --date "$1"; }
sess plan suite --start 2026-09-15 --members 'a b c d e' --no-closing
day 2026-09-20
next --csv
like "$out" '^keep,cpm-log session action suite-1-.* .WORDS.,' 'held, and nothing kept'
sess action suite/1 'Demander' --verification 'une réponse'
next --csv
like "$out" '^session,cpm-report session suite-2-[^,]* -o report/suite-2-[^,]*\.html,' 'the sheets of the next one'
like "$out" '^session,cpm-log session told demander-....' 'what is to be told'
next --lang fr
like "$out" 'La séance suivante est le 15 octobre 2026 \(2 sur 5\).; elle s’ouvre sur ce qu’est devenue 1 action\.' 'in French'
run cpm-plan due --within 5w --date $today
like "$out" '15 October 2026 \(in 25 days\): Demander · client' 'due'

# The sheets, page for page.
run cpm-report session passeurs/2 -o report/s2.html
is "$rc" 0 'the sheets of a session'
is "$(grep -c 'class="page"' report/s2.html)" 2 'three pages'
run cpm-report session passeurs/2 --text
like "$out" '^Les Passeurs.: passeurs, séance 2 sur 7$' 'which one'
like "$out" '^15 février 2026, 90 minutes$' 'when'
like "$out" '^- ☑ Petit pas a1.: fait le 15 février 2026.: RESULT1: essayé' 'what it opens with'
like "$out" '^- 4\. consultation / les autres, l’un après l’autre — Minutes.: 32\b' 'the steps, scaled'
like "$out" '^Ce que je fais avant la séance suivante$' 'the client.s plan'
like "$out" '^- Petit pas a2 — ' 'what was agreed'
unlike "$out" '^- (À quoi|.?$)|lesquelles de ces lignes' 'nothing empty, nothing to choose any more'
like "$out" '^Mon carnet, 15 février 2026$' 'the page of the logbook'
is "$(grep -c '^- ____' "$out")" 5 'but lines to write on'
run cpm-report session passeurs/7 --text
is "$(grep -c '^- ____' "$out")" 7 'where nothing is agreed yet too'
run cpm-report session passeurs/2 --part carnet
unlike "$out" 'Les six étapes' 'only one page'
like "$out" '^### Ressentis$' 'of the logbook'
run cpm-report session passeurs/2 --part x
is "$rc" 2 'no such page'
run cpm-report session nothing
is "$rc" 1 'no such session'
run cpm-report session --date 2026-09-20 --text
like "$out" 'suite, séance 2 sur 5' 'without a name the next one'
run cpm-report session --date 2028-01-01
like "$err" 'no session is planned from today on' 'if there is one'
run cpm-report session passeurs/1 --lang en --text
like "$out" '^Learnt there:$' 'in English'

# What belongs to the client is nowhere else.
git add -A
git grep -lE 'SECRET' --cached >"$tmp/found" 2>/dev/null; empty "$tmp/found" 'in no file that git keeps'
git grep -lwE 'k3|m7|p2|r9|t4|w6' --cached >"$tmp/found" 2>/dev/null; empty "$tmp/found" 'nor who was client'
for c in 'cpm-log session' 'cpm-log list' 'cpm-log list lessons' 'cpm-log list seen' 'cpm-plan list --all' 'cpm-plan board' \
    'cpm-report plan' 'cpm-report progress --since 2026-01-01' 'cpm-report visit' 'cpm-report session passeurs/1 --html' 'cpm-next' 'cpm-check'; do
	run $c --date 2026-07-20
	cat "$out" "$err" >"$tmp/both"
	unlike "$tmp/both" 'SECRET' "not in $c"
done
run cpm-log show passeurs-3
is "$rc" 0 'one session whole'
like "$out" 'question: SECRETQUESTION3$' 'for its keeper'
like "$out" '^  SECRETSHEET3$' 'with the sheet'
done_testing
