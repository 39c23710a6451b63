#!/bin/sh
# Nine months of an association, by commands only: the folder is sound after
# each of them, what was kept is what the story tells, and the reports of
# May, June and September say what they should.
. "${0%/*}/../lib.sh"
. "$top/tests/scenario.sh"
data=$top/tests/data/scenario

report() { # FILE VERB …: a report of that day, as it was read
	f=$1; shift
	run cpm-report "$@" --date "$day"
	is "$rc" 0 "report: $f"
	same "$out" "$data/$f" 'says what it should'
	cat "$out" >>"$tmp/reports"
}

for month in 0 1 2 3 4 5 6 7 8 9; do
	month_$month >/dev/null
	is "$(cat "$trouble")" '' "month $month: each command does what it says"
	: >"$trouble"
	run cpm-check --date "$day"
	is "$rc$(cat "$out" "$err")" 0 "month $month: the folder is sound"
	is "$(git status --porcelain)" '' "month $month: and all of it is kept"
	case $month in
	1)	run cpm-assess talk R1
		is "$(sed -n 2p "$out" | cut -d, -f3)" RES2 'what lies furthest apart is talked about first'
		run cpm-plan rank --csv
		is "$(grep -c . "$out")" 7 'six ideas stay on the table'
		run cpm-plan reach --csv --of GOV,RES,BEN
		like "$out" '^1,"GOV,RES,BEN",' 'the three that were chosen reach furthest'
		run cpm-plan choose seeds --by 'general assembly' --why 'one more' --date "$day"
		is "$rc" 1 'a fourth change is refused'
		git checkout -q . ;;
	4)	run cpm-log rhythm --date 2026-05-08
		empty "$out" 'nobody waits yet'
		run cpm-log rhythm --date 2026-05-15
		like "$out" '34' 'then the team has waited longer than agreed'
		run cpm-plan due --within 14d --date 2026-05-02
		like "$out" 'Nobody dares to ask the chair' 'a difficulty waits for its answer'
		for l in en fr; do report visit.$l.txt visit --text --lang $l; done ;;
	6)	for l in en fr; do report progress.$l.md progress --since 2026-01-31 --lang $l; done ;;
	7)	run cpm-report review --date "$day"
		like "$out" '^\*\*2 of 3 changes achieved\.\*\*$' 'two of three achieved'
		like "$out" '^Adapted, goes on: 1\.$' 'and one adapted' ;;
	8)	run cpm-assess compare R1 R2 --then R2-then
		like "$out" '^R1,R2,all,.*,RES,,[^,]*,2\.39[0-9]*,3\.19[0-9]*,0\.80[0-9]*,' 'money: from 2.4 to 3.2'
		like "$out" ',RES,.*,1\.93[0-9]*,-0\.4[5-9][0-9]*,1\.2[6-9][0-9]*$' 'and with the eyes of today it was lower' ;;
	9)	for l in en fr; do report review.$l.md review --cycle C1 --lang $l; done
		like "$data/review.en.md" '^\| Money and means +\| +2\.4 \| +1\.9 \| +3\.2 \| +\+0\.8 \| +−0\.5 \| +\+1\.3 \|$' 'as the story tells it' ;;
	esac
done

is "$(grep -c 'nothing new in ' "$tmp/twice")" 4 'each of the four sheets, brought in again, adds nothing'
is "$(git log --oneline | wc -l)" 10 'a commit a month'
is "$(grep -c . small-changes.csv)" 12 'eleven small changes'
is "$(grep -c ',team_meeting,' log.csv)" 4 'the meetings of the sheets are in the log'
is "$(grep -c ',context,' adjustments.csv)" 2 'what was moved says why'
is "$(cpm-plan list --csv | grep -c '^change,')" 1 'one change goes on'
run cpm-plan due --within 14d --date 2026-11-25
like "$out" 'A board of answers' 'its next action is due'
run cpm-plan due --within 2w --date 2026-09-14
empty "$out" 'and nothing else before'

# Numbers of the last review stand in the folder.
f=$data/review.en.md
missing=0
for n in $(grep -o '^| [^|]*| *[0-9][0-9.]* | *[0-9][0-9.]* | [a-z]' "$f" | grep -o '[0-9][0-9.]*'); do
	grep -q ",$n," agreed.csv || missing=$((missing + 1))
done
is "$missing" 0 'agreed scores are in agreed.csv'
for n in 5 30; do grep -q ",$n\$" measures.csv || missing=$((missing + 1)); done
is "$missing" 0 'values in measures.csv'
is "$(cpm-log list --csv --since 2026-02-01 | grep -v team_meeting | grep -vc '^id\|,private$')" 8 'contacts in log.csv'

# What is private is nowhere else.
run cpm-check --privacy
is "$rc" 0 'no name or address in what is shared'
for l in en fr; do for form in --html --text --quiet; do
	cpm-report visit --date "$day" --lang $l $form
	cpm-report review --cycle C1 --date "$day" --lang $l $form
	cpm-report progress --since 2026-01-01 --date "$day" --lang $l $form
	cpm-report plan --date "$day" --lang $l $form
	cpm-report round R2 --date "$day" --lang $l $form
done; done >>"$tmp/reports"
git log -p --all >"$tmp/history"
unlike "$tmp/reports" 'SECRET|suspected; talk|Nahimana|\+243' 'no private word in a report'
unlike "$tmp/history" 'SECRET|suspected; talk|Nahimana|\+243' 'nor in git'
grep -rq SECRET ../tujenge.private; ok $? 'though it is kept'
done_testing
