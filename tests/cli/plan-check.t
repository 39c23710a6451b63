#!/bin/sh
# The rules of plan and log, broken by hand and found by cpm-check, each at
# its line.
. "${0%/*}/../lib.sh"
. "$top/tests/broken.sh"
on=2026-04-01

cpm-init -q --pack boost-short base >/dev/null 2>&1
mkfolder() { # NAME: a folder with a little plan
	rm -rf "$1" "$1.private"; cp -R ../base "$1"; cp -R ../base.private "$1.private" 2>/dev/null
	cat >"$1/cycles.csv" <<'X'
id,start,review_due,objective,status
C1,2026-01-31,2026-10-31,clear accounts,do
X
	cat >"$1/changes.csv" <<'X'
id,cycle,title,start,due,state,decided_on,decided_by,replaces
a,C1,A,,2026-07-31,chosen,2026-01-31,team,
b,C1,B,,,chosen,2026-01-31,team,
c,C1,C,,,chosen,2026-01-31,team,
d,,D,,,proposed,,,
X
	cat >"$1/levels.csv" <<'X'
change,level,objective,by,done_on
a,1,first,,
X
	cat >"$1/actions.csv" <<'X'
id,ref,level,title,owner,start,due,verification,status,done_on
a1,change:a,1,One,w,2026-02-01,2026-03-01,seen,doing,
a2,change:a,1,Two,w,2026-02-01,2026-03-01,seen,done,2026-02-20
a3,change:a,1,Three,,,,,draft,
X
	printf 'id,date,change,verdict,decided_by,note\n' >"$1/reviews.csv"
	printf 'id,now_know,new_practice,owner,check_on,state,cycle\n' >"$1/lessons.csv"
}
mkdir in; cd in || exit 2
fine() { mkfolder t; }

silent

edit changes.csv 's/^d,,D,,,proposed,,,/d,C1,D,,,chosen,2026-01-31,team,/'
found changes.csv:5 "change 4 of at most 3 active ones: 'D'" 'a fourth active change'
run cpm-plan list -C t
is "$rc" 0 'commands go on working on such a folder'
like "$err" '4 changes are active, at most 3 are meant to be: cpm-check says which' 'and say so'
edit actions.csv '$a a4,change:a,1,Four,,,,,draft,'
found actions.csv:5 "action 4 of at most 3 at level 1: 'Four'" 'a fourth action'
run cpm-plan board -C t
like "$err" 'level 1 has more than 3 key actions: cpm-check says which' 'said on the board too'
sed -i 's/^a3,\(.*\),draft,/a3,\1,dropped,/' t/actions.csv; run cpm-check -C t --date 2026-04-01
is "$rc" 0 'but one that was dropped does not count'
edit levels.csv '$a a,2,second,,'
found levels.csv:3 "level 2 of 'A' is open, level 1 is not done, and no adjustment says why" 'a level opened early'
printf 'id,date,ref,field,old,new,reason\nx,2026-02-01,level:a/2,open,,early,other\n' >t/adjustments.csv
run cpm-check -C t --date 2026-04-01
is "$rc" 0 'with its adjustment it is in order'
edit levels.csv '$a a,3,third,,'
found levels.csv:3 "level 3 of 'A' without level 2" 'a level without the one below'
edit actions.csv 's/^\(a2,.*\),2026-02-20/\1,/'
found actions.csv:3 "'Two' is done, without its day" 'done without its day'
edit actions.csv 's/^\(a1,.*doing\),/\1,2026-02-20/'
found actions.csv:2 "'One' has a day of being done, but is not done" 'a day without being done'
edit actions.csv 's/^a1,change:a,1,One,w,2026-02-01,2026-03-01/a1,change:a,1,One,w,2026-03-02,2026-03-01/'
found actions.csv:2 "'One' would be due before it starts" 'due before the start'
edit actions.csv 's/^a1,change:a,1,One,w/a1,change:a,1,One,/'
found actions.csv:2 "'One' runs without owner, due date or means" 'running without an owner'
edit actions.csv 's/^a1,change:a,1/a1,change:a,2/'
found actions.csv:2 "level 2 of 'A' is not open yet" 'running at a level that is not open'
edit changes.csv 's/^b,C1,B,,,chosen/b,C1,B,,,closed/'
found changes.csv:3 "'B' is closed without a verdict that closes it" 'closed without a verdict'
edit reviews.csv '$a r1,2026-03-01,b,achieved,team,'
found changes.csv:3 "'B' is achieved, but not closed" 'a verdict that should have closed'
edit reviews.csv '$a r1,2026-03-01,d,partly,team,'
found changes.csv:5 "'D' has a verdict, but was not chosen" 'a verdict for an idea'
edit reviews.csv '$a r1,2026-03-01,b,dropped,team,'
sed -i 's/^b,C1,B,,,chosen/b,C1,B,,,closed/' t/changes.csv
found reviews.csv:2 'a change that was replaced or dropped, without the reason' 'dropped without the reason'
edit changes.csv 's/^b,C1,B/b,,B/'
found changes.csv:3 "'B' is chosen for no cycle" 'chosen for no cycle'
edit changes.csv 's/^b,\(.*\),2026-01-31,team/b,\1,,/'
found changes.csv:3 "'B' is chosen, without who decided and when" 'chosen by nobody'
edit changes.csv 's/^a,C1,A,,2026-07-31/a,C1,A,2026-08-01,2026-07-31/'
found changes.csv:2 "'A' would be due before it starts" 'a change due before its start'
edit changes.csv 's/^b,\(.*\),$/b,\1,b/'
found changes.csv:3 "'B' replaces itself" 'replacing itself'
edit cycles.csv '$a C2,2026-03-01,2026-12-01,x,plan'
found cycles.csv:3 "two cycles are open: 'C1' and 'C2'" 'two cycles open'
edit cycles.csv 's/2026-10-31/2026-01-01/'
found cycles.csv:2 "the review of 'C1' would come before its start" 'a review before the start'
edit cycles.csv 's/,do$/,closed/'
found cycles.csv:2 "the cycle 'C1' is closed without a lesson that was chosen" 'closed without its lessons'
like "$err" "changes.csv:2: .*the cycle 'C1' is closed, and 'A' has no verdict" 'and without a verdict'

# --- log and lessons
edit lessons.csv '$a l1,x,,,,chosen,C1'
found lessons.csv:2 'a chosen lesson without its new practice, owner or check date' 'a chosen lesson without what it needs'
edit lessons.csv '$a l1,x,y,w,2026-04-01,chosen,'
found lessons.csv:2 'a lesson chosen for no cycle' 'for no cycle'
edit lessons.csv '$a l1,x,y,w,2026-04-02,verified,C1'
found lessons.csv:2 'a lesson verified before its check date' 'verified too early'
mkfolder t; for i in 1 2 3 4; do echo "l$i,x,y,w,2026-04-01,chosen,C1"; done >>t/lessons.csv
found lessons.csv:5 "lesson 4 of at most 3 in 'C1'" 'a fourth lesson'
mkfolder t; printf 'id,date,mode,persons,women\nv,2026-02-01,visit,3,4\n' >t/log.csv
found log.csv:2 'more women than persons' 'more women than persons'
mkfolder t; printf 'id,date,mode,summary,visibility\nv,2026-02-01,visit,secret word,private\n' >t/log.csv
found log.csv:2 'visibility' 'a private row in a table that git keeps'
unlike "$err" 'secret word' 'its words are not quoted'
mkfolder t; printf 'id,date,what,ref\ns,2026-02-01,seen,action:gone\n' >t/small-changes.csv
found small-changes.csv:2 "gone" 'a small change of nothing'

# --- all in one run, in French
mkfolder t; sed -i 's/^b,C1,B/b,,B/; s/^c,C1,C/c,,C/' t/changes.csv; sed -i 's/2026-10-31/2026-01-01/' t/cycles.csv
run cpm-check -C t --lang fr --date 2026-04-01
is "$(grep -c 'choisi, mais pour aucun cycle\|viendrait avant son début' "$err")" 3 'all faults in one run'
# A lesson that only this computer has does not close a cycle for the others.
cd "$work"; rm -rf own own.private
{ cpm-init --lang en own --date 2026-02-01 && cd own && cpm-plan cycle open --start 2026-01-05 --date 2026-02-01; } >/dev/null 2>&1
own=$(cpm-log lesson 'kept to ourselves' --private --date 2026-02-01 2>/dev/null)
cpm-log lesson --choose "$own" --new-practice p --owner o --check-on 2026-12-01 --date 2026-02-01 >/dev/null 2>&1
run cpm-plan cycle close --date 2026-02-01
is "$rc" 1 'a private lesson does not close a cycle'
like "$err" 'no lesson was chosen' 'for nobody else could see it'
cd "$work"
done_testing
