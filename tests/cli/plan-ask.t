#!/bin/sh
# At a terminal what is missing is asked for, before the folder is locked.
. "${0%/*}/../lib.sh"
command -v script >/dev/null || { echo '1..0 # SKIP no script(1)'; exit 0; }

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
# typed ANSWERS COMMAND: a person at a terminal
typed() {
	printf "$1" >"$tmp/answers"; shift
	TERM=dumb script -qec "$*" /dev/null <"$tmp/answers" >"$out" 2>&1; rc=$?
}
p() { cpm-plan "$@" >/dev/null 2>&1; }
p propose 'Cash' --date 2026-01-31
p cycle open --objective o --date 2026-01-31
typed 'focal team\nthe vote\n' cpm-plan choose cash --date 2026-01-31
is "$rc" 0 'chosen by answers'
like "$out" 'Who decided\?' 'who'
like "$out" 'Why this one\?' 'why'
like changes.csv ',chosen,2026-01-31,focal team,,the vote' 'and written'
typed '\n\n' cpm-plan choose cash
is "$rc" 2 'no answer'
like "$out" "option '--by' is needed" 'is the same as nothing'
p level cash 1 --objective o --date 2026-01-31
p action cash 1 'Count it'
p action cash 1 'Show it' --owner w
p action cash 1 'Sign it'
typed 'treasurer\n2026-03-31\na signed sheet\n' cpm-plan start count --date 2026-02-01
is "$rc" 0 'started by answers'
like "$out" 'Who does it\?' 'who'
like "$out" 'For which day\?' 'when'
like "$out" 'How will you see that it is done\?' 'how one sees it'
like actions.csv 'Count it,treasurer,2026-02-01,2026-03-31,,a signed sheet,doing' 'and written'
typed '2026-03-31\na board\n' cpm-plan start show --date 2026-02-01
is "$rc" 0 'only what is missing is asked'
unlike "$out" 'Who does it' 'not who'
typed '' cpm-plan start nothing
is "$rc" 1 'nothing is asked about what is not there'
unlike "$out" 'Who does it' 'but said'
typed 'The sheet hangs there\nall of us\n' cpm-plan done count --date 2026-03-01
is "$rc" 0 'done'
like "$out" 'What changed, however small\?' 'what was seen is asked'
like "$out" 'For whom\?' 'and for whom'
like small-changes.csv ',2026-03-01,treasurer,The sheet hangs there,all of us,action:count-it-' 'and kept'
typed '\n' cpm-plan done show --date 2026-03-01
is "$rc" 0 'nothing seen yet is an answer'
is "$(wc -l <small-changes.csv)" 2 'nothing is kept'
typed '' cpm-plan done nothing
unlike "$out" 'What changed' 'nothing is asked about what is not there'
typed 'no paper\n' cpm-plan block sign --date 2026-03-01
like "$out" 'What is in the way\?' 'the obstacle'
like actions.csv 'blocked,,no paper' 'written'
typed 'contexte\n' cpm-plan adjust sign --title Twice --date 2026-03-01
like "$out" 'Why\? \(context, means' 'the reason'
like adjustments.csv 'title,Sign it,Twice,context' 'written'
typed 'team\n' cpm-plan review cash partly --date 2026-03-01
like reviews.csv 'partly,team,' 'who decided'
typed 'x\n' cpm-plan done sign --lang fr --date 2026-03-02
like "$out" 'Qu.est-ce qui a changé, même peu' 'in French'

# One question of a review after the other; each answer is kept at once.
for t in Minutes Box; do p propose $t --date 2026-01-31; p choose $t --by team --why w --date 2026-01-31; done
typed 'good\nachieved\nfocal team\n\n\n' cpm-plan review --date 2026-04-01
is "$rc" 0 'a review by answers'
like "$out" '^Minutes' 'the change is named'
like "$out" 'What became of it\? \(achieved, partly' 'what became of it'
like "$out" "not an answer to this: 'good'" 'a word that is none is asked again'
like "$out" 'Who decided\?' 'who decided, once'
like "$out" 'In a few words, why\?' 'and why'
like reviews.csv ',2026-04-01,minutes-.*,achieved,focal team,' 'kept'
unlike reviews.csv ',box-' 'what is left for later is'
typed 'still_in_use\ndropped\nteam\n\n' cpm-plan review --date 2026-04-01
like "$out" "not an answer to this: 'still_in_use'" 'an answer to another question is none'
like "$out" 'say why in --note' 'why is needed where a change is left'
typed 'en partie\nteam\nla moitié\n' cpm-plan review --date 2026-04-01 --lang fr
like "$out" 'Qu.en est-il advenu' 'in French'
like reviews.csv ',box-.*,partly,team,la moitié' 'with French words'
typed '' cpm-plan review --date 2026-04-01
is "$rc" 0 'nothing to ask: nothing asked'
unlike "$out" 'What became' 'indeed'
typed 'tried_and_learnt\nby voice\n' cpm-plan adjust box --title Louder --date 2026-04-01
like "$out" 'What is done in its place\?' 'who tried and learnt is asked what instead'
like adjustments.csv 'Louder,tried_and_learnt,by voice' 'and it is kept'
typed 'context\n' cpm-plan cycle set --review-due 2026-09-30 --date 2026-04-01
like "$out" 'Why does it change\?' 'why a cycle changes is asked'
like adjustments.csv 'cycle:C1,review_due,2026-10-31,2026-09-30,context' 'and kept'

typed 'visite\n' cpm-log add Ensemble --date 2026-03-02
like "$out" 'What kind of contact\?' 'the log asks what kind'
like log.csv ',visit,.*,Ensemble,' 'and writes it'
typed 'members\n' cpm-log seen Aloud --date 2026-03-02
like "$out" 'For whom\?' 'and for whom'
like small-changes.csv ',Aloud,members,' 'likewise'
typed 'Hard talk\n\nIn full\n\004' cpm-log add --mode call - --private --date 2026-03-02
like "$out" 'control-D on a line of its own ends it' 'prose may be typed'
grep -q 'In full' ../tujenge.private/notes/*.md; ok $? 'and is kept'

# What stands against it is said before anything is asked.
typed 'focal team\n' cpm-plan review cash dropped --date 2026-03-01
unlike "$out" 'Who decided' 'a verdict that lacks its note'
like "$out" 'say why in --note' 'is told so first'
typed 'context\n' cpm-plan adjust sign --date 2026-04-01
like "$out" 'adjust what\? give --due' 'nothing to adjust'
unlike "$out" 'Why\?' 'no reason is asked for'
typed 'context\n' cpm-plan adjust count --title Over --date 2026-04-01
like "$out" "'Count it' is done already" 'what is done'
unlike "$out" 'Why\?' 'likewise'
typed 'x\n' cpm-plan block count --date 2026-04-01
unlike "$out" 'What is in the way' 'nor by what it is blocked'
typed 'x\n' cpm-log difficulty "'It leaks'" --category roof --date 2026-04-01
unlike "$out" 'Who answers it' 'nor who answers'
like "$out" "'roof' is none of: lodging" 'what was typed is wrong already'
# An answer that is none is asked for again.
p level box 1 --objective o --date 2026-03-01; p action box 1 'Tell it' --date 2026-03-01
typed 'friend\nfriday\n2026-04-30\na note\n' cpm-plan start tell --date 2026-03-01
is "$rc" 0 'a day that is none'
like "$out" "not a day: 'friday' \(write it as 2026-12-31\)" 'said'
like actions.csv 'Tell it,friend,2026-03-01,2026-04-30,,a note,doing' 'and asked for again'
typed 'weather\ncontext\n' cpm-plan adjust tell --due 2026-05-10 --date 2026-03-02
like "$out" "not an answer to this: 'weather'" 'a reason that is none'
like adjustments.csv '2026-04-30,2026-05-10,context' 'likewise'
typed 'talk\ncall\n' cpm-log add Talked --date 2026-03-02
like "$out" "not an answer to this: 'talk'" 'a kind of contact'
like log.csv ',call,.*,Talked,' 'likewise'
typed 'other\n' cpm-plan drop tell --date 2026-03-02
is "$rc" 0 'why something is dropped is asked'
like adjustments.csv 'status,doing,dropped,other' 'and kept'
typed 'x\n' cpm-plan drop tell --date 2026-03-02
unlike "$out" 'Why\?' 'but not twice'
# A level's objective, and the three of a lesson that is chosen.
typed 'o\n' cpm-plan level cash 1 --date 2026-03-02
unlike "$out" 'What holds' 'a level that is open needs no objective'
typed 'posted each month\n' cpm-plan level cash 3 --date 2026-03-02
unlike "$out" 'What holds' 'one that cannot open is not asked about'
p done cash/1 --date 2026-03-02
typed 'posted each month\n' cpm-plan level cash 2 --date 2026-03-02
like "$out" 'What holds when it is reached\?' 'its objective is asked'
like levels.csv ',2,posted each month,' 'and kept'
cpm-log lesson 'Two count more safely' --owner treasurer --date 2026-03-02 >/dev/null 2>&1
typed 'always two\nsoon\n2026-06-30\n' cpm-log lesson --choose two --date 2026-03-02
is "$rc" 0 'a lesson is chosen by answers'
unlike "$out" 'Who sees to it' 'what it has is not asked'
like lessons.csv ',always two,.*,treasurer,2026-06-30,chosen,C1,' 'and kept'
run cpm-log lesson --verify two
like "$err" 'hint: cpm-log lesson --apply two-count' 'what comes next is said'
cpm-log lesson 'One page' --date 2026-03-02 >/dev/null 2>&1
run cpm-log lesson --choose one
is "$rc" 1 'in a script nothing is asked'
like "$err" "hint: cpm-log lesson --choose one-page-.* --new-practice 'WORDS' --owner WHO --check-on DATE" 'but what to type is said'
run cpm-log lesson --choose one --lang fr
like "$err" "conseil.: cpm-log lesson --choose one-page-.* --new-practice 'MOTS' --owner QUI --check-on DATE" 'in French'
# What stands against it is said before anything is asked.
cpm-log lesson 'Doors stay open' --date 2026-03-02 >/dev/null 2>&1
sed -i.bak 's/,lessons_per_cycle.*//; s/^lessons_per_cycle,.*/lessons_per_cycle,1/' cpm.csv
grep -q '^lessons_per_cycle,1' cpm.csv || echo 'lessons_per_cycle,1' >>cpm.csv
typed 'always\nteam\n2026-06-30\n' cpm-log lesson --choose doors --date 2026-03-02
is "$rc" 1 'one lesson too many'
like "$out" '1 lessons are chosen in .C1. already' 'is said'
unlike "$out" 'What is done differently' 'and nothing asked'
mv cpm.csv.bak cpm.csv
typed 'always\nteam\n2026-06-30\n' cpm-log lesson --choose doors --date 2026-03-02
is "$rc" 0 'where there is room'
like lessons.csv ',always,.*,team,2026-06-30,chosen,C1,' 'what was answered is kept'
# Where no command helps, it is said once, with what does.
for v in 'done x' 'drop x' 'level x 2' 'adjust x --title y' 'choose x'; do
	typed '' "cd / && env -u CPM_PROJECT cpm-plan $v"
	is "$rc" 2 "no folder: $v"
	is "$(grep -c 'there is no cpm.csv' "$out")" 1 'said once'
	like "$out" 'hint: cpm-init NAME makes a folder' 'with a hint'
done
typed 'oui\n\n' cpm-plan level cash 9 --lang fr --date 2026-03-02
unlike "$out" 'Qu.est-ce qui' 'nothing asked in French either'

# Nobody is asked while the folder is locked.
mkfifo "$tmp/slow"
( TERM=dumb script -qec 'cpm-plan choose cash' /dev/null <"$tmp/slow" >"$tmp/o" 2>&1 ) &
job=$!
exec 9>"$tmp/slow"
i=0
while ! grep -q 'Who decided' "$tmp/o" 2>/dev/null && [ $i -lt 100 ]; do sleep 0.1; i=$((i + 1)); done
grep -q 'Who decided' "$tmp/o"; ok $? 'while one is being asked'
run cpm-plan propose 'Another'
is "$rc" 0 'another can write'
exec 9>&-
wait $job
# And where nobody is there, nothing hangs.
run cpm-plan start sign
is "$rc" 1 'a script is told, not asked'
done_testing
