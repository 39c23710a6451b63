#!/bin/sh
# The rules of the plan, one by one: what the command refuses (or remarks on),
# and what a hand edit breaks and cpm-check finds at its line.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short base >/dev/null 2>&1
cd base || exit 2
cat >cycles.csv <<'X'
id,start,review_due,objective,status
C1,2026-01-31,2026-10-31,clear accounts,do
X
cat >changes.csv <<'X'
id,cycle,title,dimensions,builds_on,why,priority,means_ok,feasible,success_sign,owner,start,due,state,decided_on,decided_by,replaces,note
cash,C1,Cash,,,w,3,2,2,,treasurer,,2026-07-31,chosen,2026-01-31,team,,the vote
box,C1,Box,,,w,2,2,3,,secretary,,,chosen,2026-01-31,team,,the vote
talk,C1,Talk,,,w,1,1,1,,chair,,,chosen,2026-01-31,team,,the vote
site,,Site,,,w,3,3,1,,,,,proposed,,,,
hall,,Hall,,,w,3,2,2,,,,,proposed,,,,
X
cat >levels.csv <<'X'
change,level,objective,by,done_on
cash,1,counted,2026-03-31,
X
cat >actions.csv <<'X'
id,ref,level,title,owner,start,due,means,verification,status,done_on,obstacle,result
count,change:cash,1,Count,treasurer,2026-02-01,2026-03-01,,a sheet,doing,,,
show,change:cash,1,Show,treasurer,2026-02-01,2026-03-01,,a board,done,2026-02-20,,
sign,change:cash,1,Sign,,,,,,draft,,,
read,change:cash,2,Read,,,,,,draft,,,
X
cd ..
on=2026-04-01
folder() { rm -rf t t.private; cp -R base t; }
# by COMMAND…: the command is refused, and changes nothing; its words follow.
by() {
	folder; find t -name '*.csv' | sort | xargs cat >before
	run "$@" -C t --date $on
	find t -name '*.csv' | sort | xargs cat >after
	if cmp -s before after; then is "$rc" 1 "$rule: refused"; else ok 1 "$rule: refused, nothing changed"; fi
}
said() { like "$err" "$1" "  and said: $1"; }
# hand FILE SED: a hand edit; its fault at its line follows.
hand() { folder; sed -i "$2" "t/$1"; run cpm-check -C t --date $on; is "$rc" 1 "$rule: by hand"; }
at() { like "$err" "$1: .*$2" "  found at $1"; }
# allowed COMMAND…
allowed() { run "$@" -C t --date $on; is "$rc" 0 "$rule: but: $2 $3"; sed 's/^/# /' "$err"; }

folder; run cpm-check -C t --date $on
is "$rc" 0 'the folder as it should be'; empty "$err" 'is silent'

rule='1 at most three active changes'
by cpm-plan choose site --by team --why w
said "there are already 3 active changes: 'Cash', 'Box', 'Talk'"
folder; allowed cpm-plan choose site --by team --why w --replaces talk
run cpm-check -C t --date $on; is "$rc" 0 '  and the folder is clean'
hand changes.csv 's/^site,,\(.*\),proposed,,,,/site,C1,\1,chosen,2026-01-31,team,,w/'
at changes.csv:5 "change 4 of at most 3 active ones: 'Site'"

rule='2a at most three key actions of a change and a level'
by cpm-plan action cash 1 Fourth
said "level 1 has its 3 actions already: 'Count', 'Show', 'Sign'"
folder; allowed cpm-plan action box 1 Fourth
hand actions.csv 's/^read,change:cash,2/read,change:cash,1/'
at actions.csv:5 "action 4 of at most 3 at level 1: 'Read'"
by cpm-plan adjust read --level 1 --reason other
said 'level 1 has its 3 actions already'

rule='2b or of a level over the whole plan'
sed -i 's/^actions_scope,.*/actions_scope,plan/' base/cpm.csv
by cpm-plan action box 1 Fourth
said "level 1 has its 3 actions already"
hand actions.csv 's/^read,change:cash,2/read,change:box,1/'
at actions.csv:5 "action 4 of at most 3 at level 1: 'Read'"
sed -i 's/^actions_scope,.*/actions_scope,change/' base/cpm.csv

rule='2c the next level when this one is done, or with a reason'
by cpm-plan level cash 2 --objective more
said "level 1 of 'Cash' is not done \\(1 of 3 actions\\)"
hand levels.csv '$a cash,2,more,,'
at levels.csv:3 "level 2 of 'Cash' is open, level 1 is not done, and no adjustment says why"
folder; allowed cpm-plan level cash 2 --objective more --why 'all ask for it'
run cpm-check -C t --date $on; is "$rc" 0 '  and the folder is clean'

rule='2d nothing runs at a level that is not open'
by cpm-plan start read --owner o --due 2026-05-01 --verification v
said "level 2 of 'Cash' is not open yet"
hand actions.csv 's/^read,change:cash,2,Read,.*/read,change:cash,2,Read,o,2026-02-01,2026-05-01,,v,doing,,,/'
at actions.csv:5 "level 2 of 'Cash' is not open yet"

rule='2e a level is reached when its actions are done or dropped'
by cpm-plan done cash/1
said "level 1 of 'Cash' still has 'Count', 'Sign'"
hand levels.csv 's/^\(cash,1.*\),$/\1,2026-03-01/'
at levels.csv:2 "level 1 of 'Cash' is reached, but still has 'Count', 'Sign'"

rule='3 due beyond six months is a remark'
folder; allowed cpm-plan start sign --owner o --due 2026-08-01 --verification v
said "warning: 2026-08-01 is beyond the cycle's months, which end on 31 July 2026"
run cpm-check -C t --date $on; is "$rc" 0 "$rule: by hand"
at actions.csv:4 "2026-08-01 is beyond the cycle's months"
folder; sed -i 's/,2026-07-31,chosen/,2026-08-15,chosen/' t/changes.csv; sed -i 's/2026-03-31/2026-09-01/' t/levels.csv
run cpm-check -C t --date $on; is "$rc" 0 "$rule: by hand, of changes and levels"
at changes.csv:2 "2026-08-15 is beyond"; at levels.csv:2 '2026-09-01 is beyond'
run cpm-check -q -C t --date $on; empty "$err" '  no mail each morning for it, under -q'
folder; allowed cpm-plan adjust cash --due 2026-08-15 --reason context
said "2026-08-15 is beyond the cycle's months"
run cpm-check -C t --date $on; empty "$err" '  with its reason it is not said again'
run cpm-plan due -C t --date 2026-11-15
like "$out" '31 October 2026 \(15 days ago\): clear accounts' '  a review that did not come is past its day'

rule='3b the review comes after the start'
by cpm-plan cycle set --review-due 2026-01-01 --reason other
said "the review of 'C1' would come before its start"
hand cycles.csv 's/2026-10-31/2026-01-01/'
at cycles.csv:2 "the review of 'C1' would come before its start"

rule='3c a start, then a due day'
by cpm-plan adjust count --due 2026-01-15 --reason other
said "'Count' would be due before it starts"
hand actions.csv 's/2026-02-01,2026-03-01,,a sheet/2026-03-02,2026-03-01,,a sheet/'
at actions.csv:2 "'Count' would be due before it starts"
by cpm-plan adjust count --due 2026-02-30 --reason other
said "due: no such day: '2026-02-30'"
hand actions.csv 's/2026-03-01,,a sheet/2026-02-30,,a sheet/'
at actions.csv:2 '2026-02-30'

rule='4a a cycle closes with a verdict for each change'
by cpm-plan cycle close
said "'Cash' has no verdict yet"
hand cycles.csv 's/,do$/,closed/'
at changes.csv:2 "the cycle 'C1' is closed, and 'Cash' has no verdict"
at changes.csv:4 "the cycle 'C1' is closed, and 'Talk' has no verdict"

rule='4b replaced or dropped: with a note'
by cpm-plan review talk dropped --by team
said 'say why in --note'
folder; sed -i 's/^\(talk.*\),chosen/\1,closed/' t/changes.csv
printf 'id,date,change,verdict,decided_by,note\nr,2026-03-01,talk,dropped,team,\n' >t/reviews.csv
run cpm-check -C t --date $on; is "$rc" 1 "$rule: by hand"
at reviews.csv:2 'a change that was replaced or dropped, without the reason'

rule='4c a verdict and the state agree'
by cpm-plan review site achieved --by team
said "'Site' is not chosen yet"
hand changes.csv 's/^\(talk.*\),chosen/\1,closed/'
at changes.csv:4 "'Talk' is closed without a verdict that closes it"
folder; printf 'id,date,change,verdict,decided_by,note\nr,2026-03-01,talk,achieved,team,\n' >t/reviews.csv
run cpm-check -C t --date $on; at changes.csv:4 "'Talk' is achieved, but not closed"

rule='4d new changes after the verdicts'
printf 'C2,2026-04-01,2026-12-31,more,plan\n' >>base/cycles.csv; sed -i 's/^\(C1.*\),do/\1,closed/' base/cycles.csv
by cpm-plan choose site --by team --why w
said "'Cash' of the cycle before has no verdict yet"
sed -i '/^C2/d; s/^\(C1.*\),closed/\1,do/' base/cycles.csv
hand cycles.csv 's/,do$/,closed/; $a C2,2026-04-01,2026-12-31,more,plan'
at changes.csv:2 "the cycle 'C1' is closed, and 'Cash' has no verdict"

rule='4e one cycle at a time'
by cpm-plan cycle open --objective more
said "'C1' is open: one cycle at a time"
hand cycles.csv '$a C2,2026-04-01,2026-12-31,more,plan'
at cycles.csv:3 "two cycles are open: 'C1' and 'C2'"

rule='5 a cycle closes with a lesson that was chosen'
printf 'id,date,change,verdict,decided_by,note\na,2026-03-01,cash,partly,team,\nb,2026-03-01,box,partly,team,\nc,2026-03-01,talk,partly,team,\n' >base/reviews.csv
by cpm-plan cycle close
said "no lesson was chosen in 'C1': what will the team do differently\\?"
hand cycles.csv 's/,do$/,closed/'
at cycles.csv:2 "the cycle 'C1' is closed without a lesson that was chosen"
folder; printf 'id,now_know,new_practice,owner,check_on,state,cycle\nl,x,y,w,2026-12-01,chosen,C1\n' >t/lessons.csv
allowed cpm-plan cycle close
said "1 of 3 lessons chosen in 'C1'"
run cpm-plan cycle close -C t --date $on
is "$rc" 0 '  closed twice is closed'; said 'already closed: C1'
folder; printf 'id,now_know,new_practice,owner,check_on,state,cycle\n' >t/lessons.csv
for i in 1 2 3 4; do echo "l$i,x,y,w,2026-12-01,chosen,C1" >>t/lessons.csv; done
run cpm-check -C t --date $on; is "$rc" 1 "$rule: four, by hand"
at lessons.csv:5 "lesson 4 of at most 3 in 'C1'"
rm base/reviews.csv

rule='6 people choose; ties are shown; the note is kept'
folder; run cpm-plan rank --all -C t --date $on
like "$out" '^1,cash,Cash,3,2,2,7,tied$' "$rule: priority, means and feasible added up"
like "$out" '^1,hall,Hall,3,2,2,7,tied$' '  what is equal shares its rank'
like "$out" '^5,talk,Talk,1,1,1,3,$' '  in falling order'
by cpm-plan propose More --priority 4
said "priority: not a whole number from 1 to 3: '4'"
hand changes.csv 's/,w,3,3,1,/,w,4,3,1,/'
at changes.csv:5 'priority'
folder; run cpm-plan choose site -C t --date $on; is "$rc" 2 "$rule: who and why are asked"
hand changes.csv 's/2026-01-31,team,,the vote/,,,/'
at changes.csv:2 "'Cash' is chosen, without who decided and when"

rule='11a who, until when, by what one sees it'
by cpm-plan start sign
for w in owner due verification; do said "to start, 'Sign' needs --$w"; done
hand actions.csv 's/^sign,change:cash,1,Sign,,,,,,draft/sign,change:cash,1,Sign,,,,,,doing/'
at actions.csv:4 "'Sign' runs without owner, due date or means of verification"

rule='11b done has its day'
hand actions.csv 's/^\(show.*\),2026-02-20/\1,/'
at actions.csv:3 "'Show' is done, without its day"
folder; allowed cpm-plan done count
like t/actions.csv "^count,.*,done,$on," '  by command it always has'
hand actions.csv 's/^\(count.*doing\),/\1,2026-02-20/'
at actions.csv:2 "'Count' has a day of being done, but is not done"
printf 'id,action,title,owner,due,done_on,dropped_on\ns,count,Draw,,,2026-02-03,\n' >base/steps.csv
by cpm-plan drop s --reason other
said "'Draw' is done already"
hand steps.csv 's/2026-02-03,$/2026-02-03,2026-02-04/'
at steps.csv:2 "'Draw' is done and dropped"

rule='11c a small change needs no planned action'
folder; allowed cpm-log seen 'Two neighbours greet' --for all
run cpm-check -C t --date $on; is "$rc" 0 '  and the folder is clean'
folder; run cpm-log seen 'A thing' --for all --ref action:gone -C t --date $on; is "$rc" 1 "$rule: but of nothing"
folder; printf 'id,date,what,ref\ns,2026-02-01,seen,action:gone\n' >t/small-changes.csv
run cpm-check -C t --date $on; is "$rc" 1 "$rule: by hand"; at small-changes.csv:2 gone

rule='bad input: an id that is not there'
by cpm-plan done cuont
said "no such action, step, level or change: 'cuont'"; said "did you mean 'count'\\?"
by cpm-plan start shwo --owner x
said "did you mean 'show'\\?"
by cpm-plan action cahs 1 x
said "did you mean 'cash'\\?"
hand actions.csv 's/^sign,change:cash/sign,change:cahs/'
at actions.csv:4 cahs
done_testing
