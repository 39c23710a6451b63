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
