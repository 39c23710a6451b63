#!/bin/sh
# Nothing that was said is lost or written over in passing: results, reasons,
# obstacles; a slip is taken back, and kept; steps are left; an action is cut
# smaller, again and again.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-02-01
p() { v=$1; shift; run cpm-plan "$v" --date $on "$@"; }
p cycle open --objective o --start 2026-01-31
for t in Cash Minutes; do p propose $t; p choose $t --by team --why w; done
cash=$(cell changes cash id)

# --- why a level opens early
p level cash 1 --objective counted --why 'we hurry'
is "$rc" 1 'a level in its order takes no reason'
like "$err" "why: level 1 of 'Cash' opens in its order" 'said, not lost'
p level cash 1 --objective counted --reason means
is "$rc" 1 'nor one of the words for it'
p level cash 1 --objective counted
p level cash 1 --why 'we hurry'
is "$rc" 1 'nor when it is open'
p level cash 2 --objective later --reason means
like "$err" "level 1 of 'Cash' is not done" 'a reason without words is none'
p level cash 2 --objective later --why 'all want to read' --reason internal
is "$rc" 0 'early, with the reason'
like adjustments.csv "level:$cash/2,open,,2026-02-01,internal,,all want to read" 'kept'
cp adjustments.csv before
p level cash 2 --objective later --why 'all want to read' --reason internal
is "$rc" 0 'typed again'
same adjustments.csv before 'nothing is added'
p level cash 2 --why 'another reason'
is "$rc" 1 'another reason'
like "$err" "why: is 'all want to read' already" 'does not take its place'
sed -i '/,open,/d' adjustments.csv
p level cash 2 --why 'typed afterwards'
is "$rc" 0 'what a hand edit opened'
like adjustments.csv "level:$cash/2,open,,2026-02-01,other,,typed afterwards" 'gets its reason so'
run cpm-check --date $on
is "$rc" 0 'and the folder is clean'

# --- what goes with what
p action cash 1 'Count it' --owner treasurer --due 2026-03-01 --verification 'a sheet'
p start count
p done count --for 'all of us' --by clerk
is "$rc" 1 'for whom, without what'
like "$err" 'for goes with --seen' 'is said'
like "$err" 'by goes with --seen' 'of each'
is "$(cell actions count status)" doing 'and nothing is done'
p step count 'Draw a sheet'; p step count 'Rule the lines'; p step count 'Print it'
p done draw --result 'drawn'
is "$rc" 1 'a step has no result'
like "$err" 'result does not fit: step:draw-' 'said'
p done cash/1 --result x
like "$err" "result does not fit: level:$cash/1" 'nor has a level'

# --- steps are left
p drop rule
is "$rc" 1 'a step dropped why?'
like "$err" 'to drop a step, give the reason \(--reason\)' 'asked'
p drop rule --reason means --note 'the paper has lines'
is "$rc" 0 'dropped'
like "$err" 'dropped, with the reason: Rule the lines' 'said'
is "$(cell steps rule dropped_on)" 2026-02-01 'with its day'
like adjustments.csv 'step:rule-.*,status,todo,dropped,means,,the paper has lines' 'and why'
p drop rule --reason means
like "$err" 'already dropped: Rule the lines' 'again'
p done rule
like "$err" "'Rule the lines' was dropped" 'what was dropped is not done'
p adjust rule --due 2026-02-20 --reason other
like "$err" "'Rule the lines' was dropped" 'nor moved'
p step count 'Rule the lines'
like "$err" 'it was dropped; for a new one with the same words: --again' 'the same again: said how'
p step count 'Rule the lines' --again
is "$rc $(grep -c '^rule-the' steps.csv)" '0 2' 'a new one'
p step count 'Rule the lines'
is "$rc $(grep -c '^rule-the' steps.csv)" '0 2' 'which is found then'
unlike "$err" 'it was dropped' 'not the one that was left'
p drop 'Rule the lines' --reason means
p list
like "$out" '^step,rule-the.*,dropped,' 'listed as dropped'
like "$out" '^action,count-it-.*,doing,0,2,' 'and counted nowhere'
p board
unlike "$out" 'Rule the lines' 'not on the wall'
p due --within 3m
unlike "$out" 'Rule' 'not due'
p done draw; p done print
like "$err" 'that was its last step; if the whole action is done' 'the last of those that were not left'
p drop draw --reason means
like "$err" "'Draw a sheet' is done already" 'what is done is not left'

# --- results
p done count --result 'no gap' --seen 'Two counted' --for 'all of us'
is "$rc" 0 'done'
unlike "$err" 'completed' 'in one go'
p done count --result 'no gap'
is "$rc" 0 'typed again'
p done count --result 'a small gap'
is "$rc $(cell actions count result)" '1 no gap' 'another result does not take its place'
like "$err" "hint: cpm-plan adjust count-it-.* --result 'a small gap' --reason WHY" 'but is adjusted'
p adjust count --result 'a small gap' --reason other --note 'counted again'
is "$rc $(cell actions count result)" '0 a small gap' 'with a reason'
like adjustments.csv 'action:count-it-.*,result,no gap,a small gap,other,,counted again' 'and both are kept'
p adjust count --due 2026-04-01 --reason other
is "$rc" 1 'but nothing else of what is done'
p adjust count --result x --due 2026-04-01 --reason other
is "$rc" 1 'not along with it either'

# --- done by a slip
p adjust count --reopen --due 2026-04-01 --reason other
is "$rc" 2 'taken back, and nothing else'
like "$err" 'reopen changes nothing else' 'said'
p adjust count --reopen
like "$err" "option '--reason' is needed" 'with a reason'
p adjust count --reopen --reason other --note 'typed for the wrong one'
is "$rc" 0 'a slip is taken back'
like "$err" 'it goes on: Count it' 'said'
like "$err" 'the small change told with it stays \(small-changes.csv\): [Tt]wo counted' 'with what stays'
is "$(cell actions count status)$(cell actions count done_on)$(cell actions count result)" doing 'it runs again'
like adjustments.csv 'action:count-it-.*,status,done,doing,other,,typed for the wrong one' 'and what was said is kept'
like adjustments.csv 'action:count-it-.*,result,a small gap,,other' 'its result too'
like adjustments.csv 'action:count-it-.*,done_on,2026-02-01,,other' 'and its day'
cp adjustments.csv before
p adjust count --reopen --reason other --note 'typed for the wrong one'
like "$err" 'already so: Count it' 'typed again it is so'
same adjustments.csv before 'and nothing is added'
p adjust draw --reopen --reason other
is "$rc$(cell steps draw done_on)" 0 'a step too'
p adjust 'Rule the lines' --reopen --reason other
is "$rc" 1 'of two the one is asked for'
rule=$(cell steps rule id | head -1)
p adjust $rule --reopen --reason other
is "$rc $(grep "^$rule" steps.csv | cut -d, -f7)" '0 ' 'one that was left goes on'
p done $rule; p done draw; p done count
p adjust draw --reopen --reason other
like "$err" "'Count it' is done already" 'a step of what is done'
like "$err" 'hint: first cpm-plan adjust count-it-.* --reopen' 'after its action'
p done cash/1
p adjust count --reopen --reason other
like "$err" "level 1 of 'Cash' is reached already" 'an action of a level that is reached'
like "$err" "hint: first cpm-plan adjust $cash/1 --reopen --reason WHY" 'after its level'
sed -i '/,open,/d' adjustments.csv
p adjust cash/1 --reopen --reason internal --note 'not all agree'
is "$rc" 0 'a level'
is "$(grep "^$cash,1" levels.csv | cut -d, -f5)" '' 'is open again'
like adjustments.csv "level:$cash/2,open,,2026-02-01,internal,,not all agree" 'and the one above it is open early now'
p adjust cash --reopen --reason other
is "$rc" 1 'a change is no such thing'
p action cash 1 'Sign it' --owner w --due 2026-03-01 --verification v; p start sign; p drop sign --reason means
p adjust sign --reopen --reason means
is "$(cell actions sign status)" doing 'what was dropped by a slip goes on'
p action cash 1 Bare; p done bare; p adjust bare --reopen --reason other
is "$(cell actions bare status)" draft 'what lacks who and when is a draft again'
p drop bare --reason other; p action cash 1 Fourth
p adjust bare --reopen --reason other
like "$err" 'level 1 has its 3 actions already' 'and there must be room'
run cpm-check --date $on
is "$rc" 0 'the folder is clean'; sed 's/^/# /' "$err"

# --- obstacles
p block sign --obstacle 'no ink'; p start sign; p block sign --obstacle 'no paper'
like adjustments.csv 'action:sign-it-.*,obstacle,no ink,no paper,other' 'what was in the way before is kept'

# --- a level that is reached takes nothing more
p level minutes 1 --objective one; p action minutes 1 A; p done a-; p done minutes/1
p action minutes 1 B
like "$err" "level 1 of 'Minutes' is reached already" 'nothing is planned behind what is reached'
p action minutes B
like "$err" 'draft at level 2: B' 'but at the next'

# --- tried and learnt
p adjust fourth --title 'Fourth again' --reason 'tried and learnt'
is "$rc" 0 'words as people say them'
like "$err" 'tried, and learnt: what is done in its place\? \(--alternative\)' 'asked what instead'
p adjust fourth --title Fourth --reason tried_and_learnt --alternative 'by voice'
unlike "$err" 'in its place' 'which is enough'
like adjustments.csv 'title,Fourth again,Fourth,tried_and_learnt,by voice,' 'kept'
p drop fourth --reason 'essayé et appris'
like "$err" 'what is done in its place' 'of what is dropped too'

# --- smaller, counted over the plan
sed -i 's/^actions_scope,.*/actions_scope,plan/' cpm.csv
rm -f levels.csv actions.csv steps.csv adjustments.csv small-changes.csv
p level cash 1 --objective a; p level minutes 1 --objective b
p action cash 1 'Visit ten families' --owner w --due 2026-03-01 --verification v; p start visit
ten=$(cell actions visit id)
for i in 1 2; do p action minutes 2 "Far $i"; done; p action cash 2 'Far 3'
p adjust visit --smaller 'Visit two families' --reason means
like "$err" 'the rest waits as a draft at level 3: Visit ten families' 'level 2 is full over the plan'
is "$(grep -cE '^(rest-)?visit' actions.csv)" 2 'two of them'
p adjust 'Visit ten families' --smaller 'Visit two families' --reason means
is "$rc" 0 'typed again with the old words'
like "$err" "already so: Visit two families" 'the smaller part is meant'
is "$(grep -cE '^(rest-)?visit' actions.csv)" 2 'and the rest stays whole'
p done $ten
p adjust 'Visit ten families' --smaller 'Visit two families' --reason means
is "$rc $(grep -cE '^(rest-)?visit' actions.csv)" '0 3' 'when that is done, the next two'
like "$err" 'the rest waits as a draft at level 4: Visit ten families' 'piece by piece'
rest=$(grep ',Visit two families,.*draft' actions.csv | cut -d, -f1)
p adjust $rest --title 'Visit ten families' --reason other
n=$(wc -l <actions.csv)
p adjust $rest --smaller 'Visit one family' --reason means
is "$(wc -l <actions.csv)" "$n" 'a rest with these words that waits is not made twice'
run cpm-plan board --date $on
like "$out" '^At most 3 key actions per level over the whole plan; there are: level 1' 'the board has the sums of the whole plan'
run cpm-check --date $on
is "$rc" 0 'the folder is clean'; sed 's/^/# /' "$err"
done_testing
