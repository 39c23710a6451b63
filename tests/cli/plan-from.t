#!/bin/sh
# What an idea grows from, and what is worth a look in a plan: said to people,
# never refused, and never to cron.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
p() { v=$1; shift; run cpm-plan "$v" --date 2026-03-02 "$@"; }

p propose
is "$rc" 2 'neither words nor an origin'
like "$err" 'an idea needs words: TITLE, or --from WHAT' 'said'
p propose --list
is "$rc" 0 'a list of nothing'
like "$err" 'no round, no lesson and no training to build on yet' 'is said'
is "$(cat "$out")" 'kind,from,dimension,words,change' 'and has its columns'

# --- a round, by consensus; a training, lessons
q() { "$@" >/dev/null 2>"$err" || sed 's/^/# /' "$err"; }
q cpm-assess open R1 --method consensus --date 2026-02-01
for s in 'GOV 4' 'RES 2' 'TEA 3' 'BEN 2' 'LEA 3.5' 'PRO 3'; do
	q cpm-assess agree R1 ${s% *} ${s#* } --evidence e --date 2026-02-01
done
q cpm-assess finding R1 GOV 'We meet every Monday' --type strength --date 2026-02-01; strong=$(sed -n '$s/,.*//p' findings.csv)
q cpm-assess finding R1 RES 'Nobody knows the balance' --type need --date 2026-02-01; need=$(sed -n '$s/,.*//p' findings.csv)
q cpm-assess finding R1 PAR 'A radio wants us' --type opportunity --date 2026-02-01; chance=$(sed -n '$s/,.*//p' findings.csv)
q cpm-assess agree R1 --done --date 2026-02-01
train=$(cpm-log add --mode training 'Counting cash with the bank' --theme cash --date 2026-02-10 2>/dev/null)
old=$(cpm-log add --mode training 'Long ago' --date 2025-02-10 2>/dev/null)
less=$(cpm-log lesson 'Two pairs of eyes are kinder' --date 2026-02-11 2>/dev/null)
own=$(cpm-log lesson 'MARKERWORD of our own' --private --date 2026-02-11 2>/dev/null)
p propose --list
is "$(sed 1d "$out" | cut -d, -f1 | uniq | tr '\n' ' ')" 'strength opportunity strength need priority training lesson ' 'strengths first, then priorities, trainings, lessons'
like "$out" "^strength,finding:$strong,GOV,We meet every Monday,$" 'as --from takes them'
like "$out" "^need,finding:$need,RES,Nobody knows the balance,$" 'a need'
like "$out" '^priority,dimension:RES,RES,Money and means,$' 'what was agreed lowest'
like "$out" '^strength,dimension:GOV,GOV,Governance,$' 'and highest'
like "$out" "^training,log:$train,,Counting cash with the bank" 'a training of this year'
unlike "$out" 'Long ago' 'none of long ago'
unlike "$out" 'MARKERWORD' 'nothing private'
p propose --list --table --lang fr
like "$out" '^force +finding:we-meet +GOV' 'a table, in French, with as much of an id as is typed'
unlike "$out" ' $' 'nothing stands behind the last word'
p propose -n --from finding:we-meet
is "$rc" 0 'which is enough'
for w in '--list Words' '--list --from RES'; do
	p propose $w
	is "$rc" 2 "misuse: $w"
done

# --- from each
p propose --from "finding:$need"
is "$rc" 0 'from a need'
id=$(cat "$out")
is "$(cell changes nobody title)" 'Nobody knows the balance' 'its words are the title'
is "$(cell changes nobody dimensions)" RES 'its thread is moved'
is "$(cell changes nobody builds_on)" "finding:$need" 'and it can be traced'
is "$(cell changes nobody why)" 'named in round R1: Nobody knows the balance' 'and why'
cp changes.csv before
p propose --from "finding:$need"
is "$rc $(cat "$out")" "0 $id" 'typed again it is found'
same before changes.csv 'and nothing changed'
p propose --list
like "$out" "^need,finding:$need,RES,.*,$id$" 'the list says who takes it up'
p propose 'Read the balance aloud' --from "finding:$(echo "$need" | cut -c1-12)" --dimensions 'Gouvernance, RES' --why mine --builds-on "$less" --priority 3
is "$rc" 0 'what is typed stands'
is "$(cell changes read title) $(cell changes read dimensions) $(cell changes read why)" 'Read the balance aloud GOV RES mine' 'title, threads by their labels, why'
is "$(cell changes read builds_on)" "finding:$need lesson:$less" 'both origins are kept'
p propose --from "$strong"
is "$(cell changes build title)" 'Build on this: We meet every Monday' 'a strength is built on'
is "$(cell changes build dimensions)" '' 'and moves nothing by itself'
p propose --from 'money and means'
is "$(cell changes move title)" 'Move this on: Money and means' 'a thread, by its label'
is "$(cell changes move why)" 'Money and means (RES): agreed 2 in round R1' 'with its score'
p propose 'Plain rules' --from TEA0
is "$(cell changes plain dimensions)" TEA 'a criterion moves its thread'
like changes.csv '^plain-rules-.*\(TEA0\)' 'and is named'
p propose --from "log:$train"
is "$(cell changes put builds_on)" "log:$train" 'a training'
like changes.csv ',Put into practice: Counting cash with the bank,' 'to be put into practice'
p propose --from "lesson:$less" --lang fr
is "$(cell changes two builds_on)" "lesson:$less" 'a lesson'
p propose --from "$chance" --lang fr
like changes.csv 'nommé au tour R1.: A radio wants us' 'in the folder’s language, or --lang'
run cpm-check
is "$rc" 0 'cpm-check agrees'; empty "$err" 'and says nothing in a pipe'
cp changes.csv before
for w in "finding:nn" "lesson:$own" "log:zz" "criterion:RES99"; do
	p propose --from "$w"
	is "$rc" 1 "no origin: ${w%%:*}"
	unlike "$err" 'MARKERWORD' '  and nothing private is said'
done
p propose --from "lesson:$own"
like "$err" 'is in the private folder: what the team shares does not refer to it' 'a private row is nobody’s origin'
for w in criterion:P dimension:P; do
	p propose --from "$w"
	is "$rc" 1 "the beginning of several: $w"
	like "$err" "'$w' is the beginning of several: [^,]+, " '  is said, with all of them'
done
p propose --from criterion:RSE0
like "$err" "did you mean 'RES0'" 'the nearest'
same changes.csv before 'nothing changed'
p propose 'Nobody knows the balance' --from "$strong"
is "$rc" 1 'the same words from something else'
like "$err" "builds-on: is 'finding:$need' already" 'are not mixed up'

# --- rows without their id
cp findings.csv before.f; printf ',R1,RES,need,No id here\n' >>findings.csv
p propose --list --table
is "$rc" 1 'a finding without an id'
like "$err" 'findings.csv:[0-9]+.*id' 'is a fault at its line'
mv before.f findings.csv; printf ',,No id,,,,,,,,,,,proposed,,,,\n' >>changes.csv
for v in list rank due propose\ --list; do
	p $v --table
	is "$rc" 1 "a change without one: $v"
done
sed -i '$d' changes.csv

# --- remarks
awk -F, 'NR == 1 || /^nobody/ || /^build/' before >changes.csv
p propose 'A website' --dimensions PAR --priority 1 --means 1 --feasible 1
p rank
is "$rc" 0 'ranked'
like "$err" "priorities of R1 that no idea takes up yet: .*BEN \(Results for people served\)" 'what nobody has an idea for'
unlike "$err" "takes up yet: .*RES" 'not what somebody has'
like "$err" "takes up no priority of R1: .*'A website'" 'ideas without a priority'
unlike "$err" "no priority of R1: .*'nobody-" 'and only these'
unlike "$err" 'builds on a strength' 'one builds on a strength'
sed -i 's/finding:'"$strong"'//' changes.csv
p rank
like "$err" 'no idea builds on a strength yet \(cpm-plan propose --list\)' 'none does: a need is none'
p rank -q
empty "$err" '-q leaves remarks out'
p rank --lang fr
like "$err" 'priorités de R1 qu’aucune idée ne reprend encore' 'in French'
p cycle open --objective o
p choose nobody --by t --why w
unlike "$err" 'priority|strength' 'one that takes up a priority: nothing to say'
p choose website --by t --why w
like "$err" "takes up no priority of R1: 'A website'" 'one that does not: said'
unlike "$err" 'strength|wait' 'the rest waits for the last place'
p choose build --by t --why w
like "$err" 'none of the chosen changes builds on a strength yet' 'now'
like "$err" "priorities of R1 that wait for another cycle: .*BEN \(Results" 'and what waits'
p list; empty "$err" 'the list says nothing in a pipe'
run cpm-check; empty "$err" 'nor does cpm-check'
p due; empty "$err" 'nor what cron runs'
p board; empty "$err" 'nor the board'
command -v script >/dev/null || { done_testing; exit; }
typed() {
	printf "$1" >"$tmp/answers"; shift
	TERM=dumb script -qec "$*" /dev/null <"$tmp/answers" >"$out" 2>&1; rc=$?
}
typed '' cpm-plan list --date 2026-03-02
like "$out" "chosen, and without a key action yet: 'nobody-.*', 'build-|chosen, and without a key action yet: " 'at a terminal the list does'
typed '' cpm-check
like "$out" 'cpm-check: none of the chosen changes builds on a strength yet' 'and cpm-check'
is "$rc" 0 'which is no fault'
typed '' cpm-check -q
empty "$out" 'not with -q'
typed '\nWater for all\n' cpm-plan propose --date 2026-03-02
like "$out" 'From which of these\? \(Enter: from none\)' 'asked: from what'
like "$out" '^good practice|^strength +finding:' 'of what is listed'
like "$out" 'What shall change, in a few words\?' 'and what'
like changes.csv '^water-for-all-.*,Water for all,,,' 'free'
typed 'BEN\n\n' cpm-plan propose --date 2026-03-02
like changes.csv ',Move this on: Results for people served,BEN,' 'from one of them, in its own words'

# --- two people choose at once, in two clones; git merges, cpm-check finds it
cd "$work" || exit 2
cpm-init -q --pack boost-short two >/dev/null 2>&1; cd two || exit 2
for t in Alpha Beta Gamma Delta Epsilon Zeta Eta; do q cpm-plan propose $t --date 2026-03-02; done
q cpm-plan cycle open --objective o --date 2026-03-02
for t in alpha gamma; do q cpm-plan choose $t --by t --why w --date 2026-03-02; done
git add -A; git commit -qm a; main=$(git symbolic-ref --short HEAD)
git checkout -qb b; q cpm-plan choose epsilon --by b --why w --date 2026-03-02; git commit -qam b
git checkout -q "$main"; q cpm-plan choose eta --by c --why w --date 2026-03-02; git commit -qam c
git merge -q -m m b >/dev/null 2>&1
is "$?" 0 'git sees no conflict'
run cpm-check
is "$rc" 1 'cpm-check sees it'
like "$err" "changes.csv:8: .*change 4 of at most 3 active ones: 'Eta" 'at its line'
p choose zeta --by t --why w
like "$err" "there are already 4 active changes: 'Alpha', 'Gamma', 'Epsilon', 'Eta'" 'and a fifth is refused, naming all'
p rank
is "$rc" 0 'while the rest goes on'
done_testing
