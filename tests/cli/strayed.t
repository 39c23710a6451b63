#!/bin/sh
# A row that says private and that a hand edit left in the table that others
# read: cpm-check names its line, and until somebody has moved it no list,
# calendar, page or proposal prints a word of it.
. "${0%/*}/../lib.sh"

m=ZANZ on=2026-03-05
cpm-init -q --pack boost-short t >/dev/null 2>&1
cd t || exit 2
q() { "$@" --date $on >/dev/null 2>&1 </dev/null; }
q cpm-plan cycle open --objective o --start 2026-02-01
q cpm-plan propose Cash --dimensions RES --id cash
q cpm-plan choose cash --by t --why w
q cpm-plan level cash 1 --objective o
cat >log.csv <<X
id,date,author,mode,theme,minutes,persons,women,refs,summary,agreed,visibility
c1,2026-03-01,mentor,visit,open,60,,,,An open visit,,team
c2,2026-03-02,${m}author,training,${m}theme,60,,,change:cash,${m}summary,${m}agreed,private
X
cat >small-changes.csv <<X
id,date,seen_by,what,for_whom,ref,evidence,visibility
s1,2026-03-01,mentor,An open change,all,change:cash,,team
s2,2026-03-02,${m}by,${m}seen,${m}for,change:cash,${m}evidence,private
X
cat >lessons.csv <<X
id,ref,kind,happened,assumed,now_know,applies_when,new_practice,how_to,file,owner,check_on,state,cycle,theme,taken_from,visibility
l1,change:cash,lesson,,,An open lesson,,,,,,,noted,,,,team
l2,change:cash,lesson,${m}happened,,${m}know,,${m}practice,${m}how,,${m}owner,2026-03-10,chosen,C1,${m}theme,${m}from,private
l3,change:cash,tool,${m}happened,,${m}know,,${m}verified,${m}how,,${m}owner,2026-03-10,verified,C1,${m}theme,${m}from,private
l4,change:cash,practice,,,${m}practised,,,,,,,noted,,,,private
X
cat >difficulties.csv <<X
id,date,category,severity,what,raised_by,assigned_to,due,answer,answered_on,closed_on,visibility
d1,2026-03-01,money,2,An open difficulty,treasurer,,2026-03-10,,,,team
d2,2026-03-01,money,2,${m}way,${m}by,${m}to,2026-03-10,,,,private
d3,2026-03-01,money,2,${m}was,${m}by,${m}to,2026-03-10,${m}answer,2026-03-02,,private
X
cat >stories.csv <<X
id,date,domain,actor,text,contribution,consent,selected_by,selected_why,visibility
t1,2026-03-01,voice,w,An open story,,yes,team,it shows,team
t2,2026-03-01,${m}domain,${m}actor,${m}told,${m}help,yes,${m}team,${m}why,private
X
printf 'id,date,ref,field,old,new,reason\n' >adjustments.csv
printf 'a%s,2026-03-03,change:cash,builds_on,%s,%s,context\n' 1 lesson:l4 lesson:l2 \
    2 small-change:s2 log:c2 3 lesson:l1 difficulty:d2 >>adjustments.csv

silent() { # COMMAND...
	run "$@" --date $on
	cat "$err" >>"$out"
	unlike "$out" $m "$* prints none of it"
}
run cpm-check --date $on
is "$rc" 1 'cpm-check finds them'
for at in log.csv:3 small-changes.csv:3 lessons.csv:3 lessons.csv:4 difficulties.csv:3 stories.csv:3; do
	like "$err" "$at: .*private" "  at $at"
done
unlike "$err" $m '  without their words'
for what in contacts seen lessons difficulties stories; do
	silent cpm-log list $what --csv
	silent cpm-log list $what --json
	silent cpm-log list $what --table
done
run cpm-log list --csv; like "$out" '^c2,2026-03-02,training,,.*,private$' 'a list says that it is there'
for by in mode author theme month; do silent cpm-log list --count $by; done
for c in list board due rank reach 'due --within 60d --csv' 'ics' 'ics --todo' 'propose --list' 'board --names -o b.html'; do
	silent cpm-plan $c
done
for l in l2 l3 l4 d2 d3 s2 t2 c2; do silent cpm-plan propose --from $l -n; done
for r in plan progress review visit; do silent cpm-report $r; done
silent cpm-report progress --since 2026-02-01
silent cpm-next
silent cpm-plan form
done_testing
