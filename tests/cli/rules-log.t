#!/bin/sh
# The rules of the log, each broken by hand and found by cpm-check at its
# line, and by command and refused.
. "${0%/*}/../lib.sh"

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
found() { # PLACE TEXT NAME
	run cpm-check -C t --date 2026-04-01
	is "$rc" 1 "$3"
	like "$err" "$1: .*$2" '  at its line'
}
edit() { mkfolder t; sed -i "$2" "t/$1"; }

mkfolder t; run cpm-check -C t --date 2026-04-01
is "$rc" 0 'the folder as it should be'; empty "$err" 'is silent'

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

done_testing
