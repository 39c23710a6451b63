#!/bin/sh
# Levels, key actions, steps: planned, started, done, blocked.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
p() { v=$1; shift; run cpm-plan "$v" --date 2026-02-01 "$@"; }
p propose 'Cash count'; p propose 'Minutes'; p propose 'Box'
p level cash 1 --objective x
is "$rc" 1 'a proposal has no levels yet'
like "$err" "'Cash count' is not chosen yet" 'said'
like "$err" "hint: cpm-plan choose cash-count-.* --by WHO --why 'WORDS'" 'with the way'
p cycle open --objective o --start 2026-01-31
p choose cash --by team --why w; p choose minutes --by team --why w
cash=$(cell changes cash id)

# --- levels
p level cash 2 --objective 'later'
is "$rc" 1 'level 2 before level 1'
like "$err" "level 1 of 'Cash count' is not open yet" 'said'
like "$err" "hint: cpm-plan level $cash 1 --objective" 'with the way'
p level cash 1
like "$err" "level 1 of 'Cash count' needs an objective \(--objective\)" 'an objective is asked for'
p level cash one --objective x
like "$err" "level: not a whole number from 1 to 99: 'one'" 'a number is a number'
p level cash 1 --objective 'counted monthly' --by 2026-03-31
is "$rc" 0 'open'
like "$err" 'open: level 1 of Cash count' 'said'
is "$(tail -1 levels.csv)" "$cash,1,counted monthly,2026-03-31," 'written'
p level cash 1 --objective 'counted monthly'
is "$rc" 0 'typed again'
like "$err" "already open: level 1 of 'Cash count'" 'it is there'
p level cash 1 --by 2026-04-30
is "$rc" 1 'another day for an open level'
like "$err" "hint: cpm-plan adjust $cash/1 --by DATE --reason WHY" 'is adjusted'
sed -i '$s/2026-03-31//' levels.csv
p level cash 1 --by 2026-03-31
is "$rc $(tail -1 levels.csv)" "0 $cash,1,counted monthly,2026-03-31," 'a day it had not is filled in'
p level cash 1 --objective 'counted weekly'
is "$rc" 1 'other words for an open level'
like "$err" "level 1 of 'Cash count' is open already: 'counted monthly'" 'are refused'
like "$err" "hint: cpm-plan adjust $cash/1 --objective 'WORDS' --reason WHY" 'because adjust keeps why'
p level cash 2 --objective 'budget'
is "$rc" 1 'the next one opens when this one is done'
like "$err" "level 1 of 'Cash count' is not done \\(0 of 0 actions\\)" 'said'
like "$err" "say with --why 'WORDS' why the next one opens early" 'or with a reason'
p level cash 2 --objective 'budget' --why 'the partner asks' --reason contexte
is "$rc" 0 'then it opens'
like adjustments.csv "level:$cash/2,open,,2026-02-01,context,,the partner asks" 'and the reason is kept'

# --- actions
p action cash 1 'Count on Fridays'
is "$rc" 0 'a draft'
like "$err" 'draft at level 1: Count on Fridays' 'said'
is "$(cell actions count- status) $(cell actions count- level) $(cell actions count- ref)" "draft 1 change:$cash" 'written'
p action cash 'Sign the sheet'
is "$(cell actions sign level)" 1 'without a number: the level at work'
p action cash 1 'Show it' --owner treasurer --due 2026-03-20 --means board --verification 'it hangs there'
cp actions.csv before
p action cash 1 'Show it'
like "$err" 'already there: show-it-' 'typed again it is found, though the level is full'
run cpm-plan action cash 'Sign the sheet' --date 2026-02-05 --due 2026-03-31
is "$rc $(grep -c '^sign-the' actions.csv) $(cell actions sign due)" '0 1 2026-03-31' 'with a day it is the same row, completed'
like "$err" 'completed: --due' 'said'
p action cash 'Sign the sheet' --due 2026-04-30 --owner focal
is "$rc $(cell actions sign due)$(cell actions sign owner)" '1 2026-03-31' 'another day is refused, and nothing else written'
like "$err" "hint: cpm-plan adjust $(cell actions sign id) --due '2026-04-30' --reason WHY" 'adjust changes it'
p action cash 1 'Show it' --start 2026-04-01
is "$rc" 1 'a start behind the last day does not complete it'
cp actions.csv before
p action cash 1 'A fourth'
is "$rc" 1 'a fourth is refused'
like "$err" "level 1 has its 3 actions already: 'Count on Fridays', 'Sign the sheet', 'Show it'" 'naming the three'
like "$err" 'or plan it at level 2' 'and the ways'
same actions.csv before 'nothing changed'
p action cash 3 'Far away'
like "$err" 'level 3 is not open yet; the draft waits$' 'a draft may wait for its level'
p action box 1 'x'
like "$err" "'Box' is not chosen yet" 'an idea has no actions'
p level minutes 1 --objective 'one page'
p action minutes 1 'One page'
is "$rc" 0 'another change has its own three'
sed -i 's/^actions_scope,.*/actions_scope,plan/' cpm.csv
p action minutes 1 'A second page'
is "$rc" 1 'counted over the plan where the folder says so'
like "$err" 'level 1 has its 4 actions already' 'said'
run cpm-check --date 2026-02-01
like "$err" "actions.csv:6: .*action 4 of at most 3 at level 1: 'One page" 'and found by cpm-check'
sed -i 's/^actions_scope,.*/actions_scope,change/' cpm.csv
run cpm-check --date 2026-02-01
is "$rc" 0 'counted by change all is well' || cat "$err"

# --- start
p start far
is "$rc" 1 'its level is not open'
like "$err" "level 3 of 'Cash count' is not open yet" 'said'
p start count
is "$rc" 1 'an action without who, when, how'
like "$err" "to start, 'Count on Fridays' needs --owner" 'who'
like "$err" 'needs --due' 'when'
like "$err" 'needs --verification' 'how one sees it'
p start count --owner treasurer --due 2026-01-20 --verification 'signed sheet'
like "$err" "would be due before it starts" 'dates in order'
p start count --owner treasurer --due 2026-02-27 --verification 'signed sheet'
is "$rc" 0 'started'
like "$err" 'under way: Count on Fridays' 'said'
is "$(cell actions count- status) $(cell actions count- start)" 'doing 2026-02-01' 'from today'
is "$(tail -1 cycles.csv | cut -d, -f5)" do 'the cycle is doing now'
p start count
is "$rc" 0 'again'
like "$err" 'already so: Count on Fridays' 'it is so'
p start count --due 2026-05-01
is "$rc" 1 'a promise is not overwritten in passing'
like "$err" "due: '2026-02-27' was planned" 'said'
like "$err" "hint: cpm-plan adjust count-on-fridays-.* --due '2026-05-01' --reason WHY" 'but adjusted'
p start show --start 2026-03-01
like "$err" 'it starts on 1 March 2026: Show it' 'a later start'
is "$(cell actions show status)" todo 'is to do'
p start sign --owner a --verification b --due 2027-01-01
like "$err" "2027-01-01 is beyond the cycle's months" 'beyond the cycle: a remark'

# --- steps
p step count 'Draw the sheet' --owner treasurer --due 2026-02-20
is "$rc" 0 'a step'
like "$err" 'a step of Count on Fridays: Draw the sheet' 'said'
p step count 'Draw the sheet'
like "$err" 'already there: draw-the-sheet-' 'typed again it is found'
run cpm-plan step count 'Draw the sheet' --date 2026-02-03 --due 2026-02-20
is "$rc $(grep -c '^draw-the' steps.csv)" '0 1' 'on another day too'
p step count 'Draw the sheet' --due 2026-02-21
like "$err" "due: is '2026-02-20' already" 'another day is refused'
p step count 'A step' --id st1
p step show 'A step' --id st1
is "$rc" 1 'an id is not taken for that of another action'
like "$err" "the id 'st1' is taken by: A step" 'said'
sed -i '/^st1,/d' steps.csv
p step nothing 'x'
like "$err" "no such action: 'nothing'" 'of no action: said'

# --- done without all of its steps
p action cash 2 'Half of it' --owner o --due 2026-03-01 --verification v
p step half 'First part'; p step half 'Second part'
p done first
p done half
like "$err" "steps that stay open: 'Second part'" 'an action done without a step says so'
p list cash
like "$out" '^action,half-of-it-.*,done,1,2,' 'a pipe has the counts'
LANGUAGE=fr p done half; LANGUAGE=fr p list cash --table
like "$out" 'half +Half of it +fait le 1er? février 2026 +o' 'a table shows no bar beside done'
like "$out" 'laissé ouvert' 'but the step that was left'
sed -i '/^half-of/d' actions.csv; sed -i '/,half-of/d' steps.csv

# --- block
p block show
is "$rc" 2 'blocked by what?'
like "$err" "option '--obstacle' is needed" 'said'
p block show --obstacle 'no board'
like "$err" 'blocked: Show it' 'said'
is "$(cell actions show status) $(cell actions show obstacle)" 'blocked no board' 'written'
p block show --obstacle 'no board'
like "$err" 'already so: Show it' 'again'
p start show
is "$(cell actions show status)" todo 'started again'

# --- done
p done draw
is "$rc" 0 'a step is done'
like "$err" 'done: Draw the sheet' 'said'
like "$err" 'that was its last step; if the whole action is done: cpm-plan done count-on-fridays-' 'and what may follow'
is "$(cell steps draw done_on)" 2026-02-01 'written'
p done draw
like "$err" 'already done on 1 February 2026: Draw the sheet' 'again'
run cpm-plan done count --date 2026-02-27 --seen 'Counted by two for the first time' --for 'all of us' --evidence 'the sheet' --result 'no gap'
is "$rc" 0 'an action is done'
like "$err" 'small change kept: Counted by two for the first time' 'with what was seen'
is "$(cell actions count- status) $(cell actions count- done_on) $(cell actions count- result)" 'done 2026-02-27 no gap' 'written'
like small-changes.csv '^2026-02-27-counted-by-two-.*,2026-02-27,treasurer,Counted by two for the first time,all of us,action:count-on-fridays-.*,the sheet,team$' 'as a small change of that action, by who does it'
cp small-changes.csv before
run cpm-plan done count --date 2026-02-27 --seen 'Counted by two for the first time' --for 'all of us' --evidence 'the sheet'
is "$rc" 0 'typed again'
like "$err" 'already done on 27 February 2026: Count on Fridays' 'it is done'
same small-changes.csv before 'and nothing counted twice'
p done cash/1
is "$rc" 1 'a level whose actions are not done'
like "$err" "level 1 of 'Cash count' still has 'Sign the sheet', 'Show it'" 'says which'
like "$err" 'hint: first cpm-plan done, adjust or drop them' 'and the ways'
p done sign; p done show
like "$err" 'that was the last action of level 1; if its objective is reached: cpm-plan done cash-count-.*/1' 'the last action leads to the level'
p done level:cash/1
is "$rc" 0 'the level is done'
like "$err" 'level 1 is reached: counted monthly' 'said'
like "$err" "next: cpm-plan level cash-count-.* 2 --objective" 'with what comes next'
p done cash/1
like "$err" 'already done on 1 February 2026: counted monthly' 'again'
p done cash/4
like "$err" "level 4 of 'Cash count' is not open yet" 'a level that is not'
like "$err" "hint: cpm-plan level cash-count-.... [23] --objective" 'the first that is closed opens next'
p action cash 2 'Bare'
p done bare
is "$rc" 0 'a draft may be done too'
like "$err" "nobody said how one sees that 'Bare' is done" 'with a remark'
p start bare
like "$err" "'Bare' is done already" 'what is done is not started'
p step bare x
like "$err" "'Bare' is done already" 'nor cut into steps'
p done zount
is "$rc" 1 'a slip'
like "$err" "no such action, step, level or change: 'zount'" 'is said'
like "$err" "did you mean 'count-on-fridays-" 'with the nearest'
run cpm-plan done
is "$rc" 2 'done what?'
like "$err" 'which one is done\?' 'asked'
like "$err" '^  Far away$' 'with what could be meant'
like "$err" '^      cpm-plan done far$' 'and what to type for it'

# --- what people type on a bad day: French, no accents, half a word
run cpm-plan done 'ONE PA' --date 2026-02-03 --lang fr
is "$rc" 0 'part of a title in capitals'
like "$err" '«.ONE PA.» est compris comme «.One page.» \(one-page-' 'said in French'

p action minutes 1 'Lire le compte rendu à voix haute'
run cpm-plan done lire le compte --date 2026-02-04
is "$rc" 0 'words of a title without quotes'

# --- one line a record
git init -q . 2>/dev/null; git add -A; git commit -qm x
p block far --obstacle 'far away'
is "$(git diff --numstat | cut -f1,2)" "$(printf '1\t1')" 'one line changed'
run cpm-check --date 2026-03-01
is "$rc" 0 'and the folder is clean'
sed 's/^/# /' "$err"
done_testing
