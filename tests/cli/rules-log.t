#!/bin/sh
# The rules of the log, each broken by hand and found by cpm-check at its
# line, and by command and refused.
. "${0%/*}/../lib.sh"
. "$top/tests/broken.sh"
on=2026-04-01

cpm-init -q --pack boost-short base >/dev/null 2>&1
mkdir in; cd in || exit 2
mkfolder() { # NAME
	rm -rf "$1" "$1.private"; cp -R ../base "$1"
	mkdir -m 700 "$1.private"
	cat >"$1/difficulties.csv" <<'X'
id,date,category,severity,what,raised_by,assigned_to,due,answer,answered_on,closed_on,visibility
d1,2026-02-01,money,2,no receipts,treasurer,mentor,2026-02-20,,,,
d2,2026-02-02,conflict,,two keys,secretary,,,a list at the door,2026-02-10,2026-02-12,team
X
	cat >"$1/stories.csv" <<'X'
id,date,domain,actor,text,contribution,consent,selected_by,selected_why,visibility
s1,2026-02-03,voice,volunteer,She reads the balance aloud,the count,yes,focal team,it shows trust,
X
}
lessons() { # ROWS: a folder with a cycle and these lessons
	mkfolder t
	echo 'id,start,review_due,objective,status
C1,2026-01-31,2026-10-31,clear accounts,do' >t/cycles.csv
	{ echo id,kind,now_know,new_practice,how_to,owner,check_on,state,cycle; cat; } >t/lessons.csv
}
refused() { # TEXT NAME COMMAND...: by command, and nothing is written
	want=$1 name=$2; shift 2
	cp -R t was
	run "$@" -C t --date 2026-04-01
	is "$rc" 1 "$name"
	like "$err" "$want" '  and says why'
	same_folder
}
same_folder() {
	d=$(diff -r -x .cpm t was); [ -z "$d" ]; ok $? '  nothing is written'
	rm -rf was
}
fine() { mkfolder t; }

silent

# --- difficulties
edit difficulties.csv 's/2026-02-10,2026-02-12/2026-01-10,2026-02-12/'
found difficulties.csv:3 'answered before it was raised' 'an answer before the question'
edit difficulties.csv 's/a list at the door//'
found difficulties.csv:3 'answered, but without the answer' 'a day of an answer that is not there'
edit difficulties.csv 's/2026-02-12,team/2026-02-01,team/'
found difficulties.csv:3 'closed before it was raised' 'closed before it was raised'
edit difficulties.csv 's/2026-02-20/2026-01-31/'
found difficulties.csv:2 'due before it was raised' 'due before it was raised'
edit difficulties.csv 's/,team$/,private/'
found difficulties.csv:3 'private' 'a private row in the shared table'
edit difficulties.csv 's/,2,no/,4,no/'
found difficulties.csv:2 "severity" 'a severity of four'
edit difficulties.csv 's/,money,/,maney,/'
found difficulties.csv:2 'maney' 'a category that is none'
edit difficulties.csv 's/2026-02-20/2026-02-30/'
found difficulties.csv:2 '2026-02-30' 'a day that does not exist'

# What is assigned and due is in the plan's list of what is due.
mkfolder t
run cpm-plan due -C t --date 2026-02-15
like "$out" 'no receipts · mentor' 'a difficulty that waits for its answer is due'
run cpm-plan due -C t --date 2026-02-15 --csv
like "$out" '^2026-02-20,5,difficulty,d1,no receipts,mentor,$' 'as CSV too'
sed -i 's/2026-02-20,,/2026-02-20,we draw them,/' t/difficulties.csv
run cpm-plan due -C t --date 2026-02-15
empty "$out" 'answered, it is not'
mkfolder t
sed -i 's/^\(d1.*\)$/\1private/' t/difficulties.csv
run cpm-plan due -C t --date 2026-02-15
empty "$out" 'one that a hand marked private is left out'
mkfolder t
{ head -1 t/difficulties.csv; echo 'd9,2026-02-01,money,2,marker,x,mentor,2026-02-20,,,,private'; } >t.private/difficulties.csv
chmod 600 t.private/difficulties.csv
run cpm-plan due -C t --date 2026-02-15
unlike "$out" marker 'a private one is due to nobody'
run cpm-check -C t --date 2026-02-15
is "$rc" 0 'and in order'
sed -i 's/,2026-02-20,/,2026-01-20,/' t.private/difficulties.csv
found difficulties.csv:2 'due before it was raised' 'a rule of private ones'
unlike "$err" marker '  without their words'

# --- stories
edit stories.csv 's/,yes,/,no,/'
found stories.csv:2 "without its teller's consent" 'a story without consent'
like "$err" 'story --withdraw s1 moves it' '  and what helps'
edit stories.csv 's/,yes,/,,/'
found stories.csv:2 "without its teller's consent" 'no word of consent is none'
edit stories.csv 's/it shows trust//'
found stories.csv:2 'says who chose it and why' 'chosen for no reason'
edit stories.csv 's/focal team//'
found stories.csv:2 'says who chose it and why' 'chosen by nobody'
edit stories.csv '$a s2,2026-02-03,voice,w,t,,no,,,'
found stories.csv:3 "without its teller's consent" 'further down'
unlike "$err" stories.csv:2 '  there alone'

# --- the same by command
mkfolder t
refused 'was raised on 1 February 2026: the day by which cannot be' 'due before it was raised' \
    cpm-log difficulty --set d1 --due 2026-01-31
refused 'severity: not a whole number' 'a severity of four' cpm-log difficulty --set d1 --severity 4
refused 'category:' 'a category that is none' cpm-log difficulty --set d1 --category maney
refused "due: no such day: '2026-02-30'" 'a day that does not exist' cpm-log difficulty x --due 2026-02-30
refused "git's history has it" 'a private row in the shared table' cpm-log difficulty --set d1 --visibility private
run cpm-log difficulty --close d1 -C t --date 2026-01-15
is "$rc" 1 'closed before it was raised'
run cpm-log difficulty --answer d1 x -C t --date 2026-01-15
is "$rc" 1 'answered before it was raised'
run cpm-check -C t --date 2026-04-01
is "$rc" 0 'and the folder is as it was'
refused 'says who chose it and why' 'chosen for no reason' cpm-log story --set s1 --why ''
run cpm-log story 'Another' -C t --date 2026-04-01
is "$(grep -c Another t/stories.csv) $(grep -c Another t.private/stories.csv)" '0 1' 'a story without consent stays private'

# --- contacts
mkfolder t
printf 'id,date,mode,persons,women,summary\nc1,2026-02-01,visit,3,2,Counted\n' >t/log.csv
sed -i 's/,3,2,/,2,3,/' t/log.csv
found log.csv:2 'more women than persons' 'more women than persons'
sed -i 's/,2,3,/,3,2,/' t/log.csv
refused 'more women \(3\) than persons \(2\)' '  by command' cpm-log add x --mode visit --persons 2 --women 3
sed -i 's/,visit,/,stroll,/' t/log.csv
found log.csv:2 stroll 'a mode that is none'
sed -i 's/,stroll,/,visit,/' t/log.csv
refused 'none of: visit' '  by command' cpm-log add x --mode stroll
sed -i 's/2026-02-01/2026-02-31/' t/log.csv
found log.csv:2 2026-02-31 'a day that does not exist'
sed -i 's/2026-02-31/2026-02-01/; 1s/$/,refs/; 2s/$/,action:gone/' t/log.csv
found log.csv:2 gone 'a reference to nothing'
sed -i 's/,action:gone/,/' t/log.csv
refused "no such id: 'action:gone'" '  by command' cpm-log add x --mode visit --refs action:gone
sed -i '$a c1,2026-02-02,call,,,Again,' t/log.csv
found log.csv:3 "c1" 'an id twice'
sed -i '$d' t/log.csv
refused "the id 'c1' is taken by: Counted" '  by command' cpm-log add x --mode call --id c1
sed -i '1s/$/,visibility/; 2s/$/,private/' t/log.csv
found log.csv:2 private 'a private contact in the shared table'

# --- one identifier, one row
mkfolder t
cp t/stories.csv t.private/stories.csv; chmod 600 t.private/stories.csv
found t.private/stories.csv:2 'this identifier is in the shared folder too' 'a row in both folders'
like "$err" 'hint: keep one of the two lines' '  and what helps'
rm t.private/stories.csv
refused "the id 's1' is taken in the shared folder" '  by command' cpm-log story Another --id s1

# --- lessons
three='l1,lesson,A,a,,o,2026-03-01,chosen,C1
l2,lesson,B,b,,o,2026-03-01,applied,C1
l3,practice,C,c,slowly,o,2026-03-01,verified,C1'
echo "$three" | lessons
run cpm-check -C t --date 2026-04-01
is "$rc" 0 'three lessons of a cycle'
printf '%s\nl4,lesson,D,d,,o,2026-03-01,chosen,C1\n' "$three" | lessons
found lessons.csv:5 "lesson 4 of at most 3 in 'C1'" 'a fourth'
printf '%s\nl4,lesson,D,d,,o,2026-03-01,noted,\n' "$three" | lessons
refused "3 lessons are chosen in 'C1' already: 'A', 'B', 'C'" '  by command' cpm-log lesson --choose l4
# A private one is its writer's: it takes nobody's place.
printf '%s\n' "$three" | lessons
{ head -1 t/lessons.csv; echo 'l4,lesson,D,d,,o,2026-03-01,noted,'; } >t.private/lessons.csv
chmod 600 t.private/lessons.csv
run cpm-log lesson --choose l4 -C t --date 2026-04-01
is "$rc" 0 'a private one beside three'
run cpm-check -C t --date 2026-04-01
is "$rc" 0 '  which cpm-check says too'
echo "$three" | sed 's/,applied,/,verified,/;s/^\(l2.*\)2026-03-01/\12026-05-01/' | lessons
found lessons.csv:3 'a lesson verified before its check date' 'verified too early'
echo "$three" | sed 's/^\(l2.*\)2026-03-01/\12026-05-01/' | lessons
refused "'B' is verified from 1 May 2026 on, not before" '  by command' cpm-log lesson --verify l2
for w in ',a,,o,/,,,o,' ',o,2026/,,2026' ',2026-03-01,chosen/,,chosen'; do
	echo "$three" | sed "1s/$w/" | lessons
	found lessons.csv:2 'without its new practice, owner or check date' "a chosen lesson: $w"
done
echo "$three" | lessons
for w in new-practice owner check-on; do
	refused "a chosen lesson needs --$w" "  by command: --$w" cpm-log lesson --set l1 --$w ''
done
echo "$three" | sed 's/,chosen,C1/,chosen,/' | lessons
found lessons.csv:2 'chosen for no cycle' 'chosen for no cycle'
echo "$three" | sed 's/slowly//' | lessons
found lessons.csv:4 'a practice or tool that was verified does not say how to use it' 'a practice that nobody can use'
echo "$three" | sed 's/slowly//;s/verified/applied/' | lessons
refused "'C' does not say how to use it: --how-to" '  by command' cpm-log lesson --verify l3
echo "$three" | lessons
refused "noted, chosen, applied, verified come one after the other" 'no state is left out' cpm-log lesson --verify l1
refused "no such lesson: 'l9'" 'a lesson that is not there' cpm-log lesson --apply l9

done_testing
