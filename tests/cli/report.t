#!/bin/sh
# Reports: what they say in both languages, that a text in a table cannot
# break them, and that they need nothing private.
. "${0%/*}/../lib.sh"
data=$top/tests/data/report

team() { # a fresh copy of the sample team, as the working directory
	cd "$work" && rm -rf team team.private && cp -R "$data/team" team && cd team
}
html() { # FILE NAME: well-formed, and with what a screen reader asks for
	xmllint --noout "$1" 2>"$tmp/found"
	is "$?" 0 "$2: well-formed" || head -3 "$tmp/found" | sed 's/^/# /'
	is "$(grep -o '<h1' "$1" | wc -l)" 1 "$2: one h1"
	grep -o '<h[1-6]' "$1" | tr -dc '1-6\n' | awk '
		$1 > last + 1 { bad = 1 } { last = $1 } END { exit bad || NR == 0 }'
	is "$?" 0 "$2: no level of headings is skipped"
	is "$(grep -c '^<table' "$1")" "$(grep -c '^<caption>..*</caption>$' "$1")" \
	    "$2: each table has a caption"
	grep -q '<html lang="[a-z][a-z]" dir="[lr]t[lr]">' "$1"
	is "$?" 0 "$2: says its language"
	is "$(grep -o '<main>' "$1" | wc -l)" 1 "$2: one main"
	sed -n '/^<style>/,/^<\/style>/p' "$1" | tr -d '\n' |
	    grep -o '[^}]*{[^}]*overflow-wrap: break-word' >"$tmp/wraps"
	is "$(grep -Ec 'h1, h2|p, li, td, th' "$tmp/wraps")" 2 "$2: a long word breaks, in headings too"
	grep -o '<[^>]*>' "$1" >"$tmp/tags"
	sed -n '/^<style>/,/^<\/style>/p' "$1" >>"$tmp/tags"
	! grep -Eiq '<(script|link|iframe|img|object)|[[:space:]]on[a-z]+=|src=|href=|@import|url\(' "$tmp/tags"
	is "$?" 0 "$2: no script, and nothing is fetched"
	is "$(grep -c '<figure' "$1")" "$(grep -c '<svg[^>]* role="img"' "$1")" \
	    "$2: each figure is a picture with a description"
	size=$(wc -c <"$1")
	[ "$size" -lt 200000 ]; ok $? "$2: $size bytes, under 200 kB"
}

# --- what they say
team
run cpm-check
is "$rc$(cat "$out" "$err")" 0 'the sample team has no fault'
for l in en fr; do
	for f in md txt; do
		run cpm-report round R2 --lang $l -o out/r.$f
		is "$rc" 0 "round, $l, $f"
		same out/r.$f "$data/round.$l.$f" 'says what it should'
		run cpm-report plan --lang $l -o out/p.$f
		is "$rc" 0 "plan, $l, $f"
		same out/p.$f "$data/plan.$l.$f" 'says what it should'
		run cpm-report progress --since 2026-03-01 --date 2026-04-12 \
		    --lang $l -o out/g.$f
		is "$rc" 0 "progress, $l, $f"
		same out/g.$f "$data/progress.$l.$f" 'says what it should'
	done
	run cpm-report round R2 --lang $l -o out/r.html
	html out/r.html "round in HTML, $l"
	like out/r.html "<html lang=\"$l\" dir=\"ltr\">" 'in its language'
	run cpm-report plan --lang $l -o out/p.html
	html out/p.html "plan in HTML, $l"
	run cpm-report progress --since 2026-01-01 --date 2026-12-31 --lang $l \
	    -o out/g.html
	html out/g.html "progress in HTML, $l"
done
# Strengths stand before needs, small changes before the plan.
run cpm-report round R2
grep '^## ' "$out" | head -1 | grep -q 'strengths'
is "$?" 0 'strengths come first'
unlike "$out" '[^|]0\.[0-9]|A = |sd' 'and no coefficient is in it'
run cpm-report progress --since 2026-03-01 --date 2026-04-12
grep '^## ' "$out" | head -1 | grep -q 'Small changes'
is "$?" 0 'small changes come first'
# Each row of counts stands in results.csv.
run cpm-report round R2
n=0
while IFS='|' read -r _ label a b c d e no _; do
	set -- $a $b $c $d $e $no
	[ $# -eq 6 ] || continue
	case $1 in *[!0-9]*) continue ;; esac
	grep -q "^R2,all,.*,$6,1:$1 2:$2 3:$3 4:$4 5:$5," results.csv &&
	    n=$((n + 1))
done <"$out"
is "$n" 10 'every row of counts is in results.csv'
# Each thread's votes, of 15 people or more, stand in outside.csv.
for v in GOV,,,3.7 RES,,,3.4 PRO,,,3.4 BEN,,,3.3 LEA,,,3.3; do
	grep -q "^R2,all,$v,rounded" outside.csv || echo "$v"
done >"$tmp/found"
sed -n '/web in numbers/,/^##/p' "$out" | grep -o '[0-9][0-9.]* |$' | tr -d ' |' |
    tr '\n' ' ' | sed 's, *$,,' >>"$tmp/found"
is "$(cat "$tmp/found")" '3.7 3.4 3.4 3.3 3.3' "a thread's votes are in outside.csv"

# --- forms
cpm-report plan -o a.html && cpm-report plan --html >b.html && cmp -s a.html b.html
is "$?" 0 'the suffix is the form'
cpm-report plan --text >a && cpm-report plan -o new/folder.txt && cmp -s a new/folder.txt
is "$?" 0 'and -o makes a missing folder'
cpm-report plan --text -o a.md && cmp -s a a.md
is "$?" 0 'an option wins over the suffix'
printf 'key,value\nschema,1\ntitle,Tujenge\nlang,fr\n' >cpm.csv
run cpm-report plan
like "$out" '^# Tujenge.+: notre plan' "the folder's own language"
run cpm-report plan --lang en
like "$out" '^# Tujenge: our plan' '--lang wins'
team

# --- same input, same bytes; and nothing is written that is not new
run cpm-report plan -o p.html
before=$(stat -c '%i %y' p.html)
run cpm-report plan -o p.html
is "$rc $(stat -c '%i %y' p.html)" "0 $before" 'the file is left alone when nothing changed'
run cpm-report progress --since 2026-03-01 --date 2026-04-12 -o g.md
before=$(stat -c '%i %y' g.md)
run cpm-report progress --since 2026-03-01 --date 2026-04-12 -o g.md
is "$rc $(stat -c '%i %y' g.md)" "0 $before" 'progress too'
sed -i 's/^sc4,2026-04-02/sc4,2026-04-03/' small-changes.csv
run cpm-report progress --since 2026-03-01 --date 2026-04-12 -o g.md
[ "$(stat -c '%i %y' g.md)" != "$before" ]; ok $? 'and is written when something did'
team
for d in 2026-04-01 2027-04-01; do
	SOURCE_DATE_EPOCH=$(date -ud $d +%s) cpm-report plan --html
	SOURCE_DATE_EPOCH=$(date -ud $d +%s) cpm-report round R1 --html
done | awk '/<!DOCTYPE/ { n++ } { t[n] = t[n] $0 "\n" }
	END { exit n != 4 || t[1] != t[3] || t[2] != t[4] }'
is "$?" 0 'plan and round do not depend on the day'
run cpm-report plan --date 2026-04-12
like "$out" '^As it stands on 12 April 2026\.' 'but say a day that was asked for'
run cpm-report plan -n -o dry.md
is "$rc" 0 'a dry run'
like "$err" '^cpm-report: would write dry\.md$' 'says what it would write'
[ ! -e dry.md ]; ok $? 'and writes nothing'

# --- nothing private
team
mkdir ../team.private
printf 'round,date,respondent,group,unit,criterion,score,comment,source\nR1,2026-01-17,SECRET1,governance,,GOV1,5,SECRET,\n' \
    >../team.private/responses.csv
printf 'id,date,author,mode,summary,visibility\nx,2026-03-15,mentor,visit,SECRET,private\n' \
    >../team.private/log.csv
printf 'id,date,what,visibility\nx,2026-03-15,SECRET,private\n' \
    >../team.private/small-changes.csv
# The sun never rises on a private row that strayed into a committed table.
echo 'stray,2026-03-16,mentor,SECRET,,,,private' >>small-changes.csv
echo 'stray,2026-03-16,mentor,visit,,,,,,SECRET,SECRET,private' >>log.csv
all() {
	for l in en fr; do
		for f in --html --text --quiet; do
			cpm-report round R1 --lang $l $f
			cpm-report round R2 --lang $l $f
			cpm-report plan --lang $l $f
			cpm-report progress --since 2026-01-01 --date 2026-12-31 --lang $l $f
		done
	done
}
all >"$tmp/with" 2>"$err"
[ "$(wc -l <"$tmp/with")" -gt 500 ]; ok $? 'all reports are there'
unlike "$tmp/with" SECRET 'and nothing of the private folder is in them'
mv ../team.private ../gone
all >"$tmp/without" 2>"$err"
cmp "$tmp/with" "$tmp/without"
is "$?" 0 'with the private folder gone they are the same, byte for byte'
mv ../gone ../team.private
strace -f -o "$tmp/trace" cpm-report plan >/dev/null 2>&1
if [ -s "$tmp/trace" ] && grep -q 'cpm\.csv' "$tmp/trace"; then
	for v in 'round R1' 'round R2 --html' plan 'progress --since 2026-01-01'; do
		strace -f -o "$tmp/trace" cpm-report $v >/dev/null 2>&1
		is "$(grep -c 'actions\.csv\|agreed\.csv' "$tmp/trace" | sed 's/^[1-9].*/some/')" \
		    some "strace sees the tables of $v"
		is "$(grep -Fc .private "$tmp/trace")" 0 'and nothing private, not even looked for'
	done
else
	skip 'strace is not allowed here'
fi

# --- texts that mean something to Markdown, HTML or a terminal
team
evil='<script>alert(1)</script> | **b** [x](javascript:alert(1)) <img src=x onerror=alert(1)> # &amp; ]]> --> </td></table>'
esc=$(printf '\033[31m\302\205\342\200\256')
q() { printf '"%s"' "$(printf '%s' "$1" | sed 's/"/""/g')"; }
printf 'key,value\nschema,1\ntitle,%s\nlang,en\nlevel_label_en,%s\n' \
    "$(q "$evil")" "$(q "$evil")" >cpm.csv
printf 'id,date,seen_by,what,for_whom,evidence\nsc1,2026-03-02,%s,%s,%s,%s\n' \
    "$(q "$evil")" "$(q "$evil$esc")" "$(q "$evil")" "$(q "$evil")" >small-changes.csv
sed -i "s/The cash is counted by two people each month/$(printf '%s' "$evil" | sed 's/[\/&]/\\&/g')/; s/,treasurer,/,a|b,/" \
    changes.csv actions.csv
sed -i 's/First count together; the sum was right/<b>bold<\/b> | `code`/' log.csv
sed -i 's/One notebook, one person\./<i>x<\/i> | y/' agreed.csv
sed -i 's/Two of our four leaders/<u>Two<\/u> | of/' findings.csv
for f in dimensions criteria groups; do
	sed -i 's/Governance/<b>Gov<\/b>|x/; s/Meetings are held/<b>Meet<\/b>|ings/; s/Volunteers/<b>Vol<\/b>|x/' \
	    $f.csv rounds/R1/$f.csv
done
for v in 'round R1' plan 'progress --since 2026-01-01 --date 2026-12-31'; do
	run cpm-report $v --html
	is "$rc" 0 "hostile cells: $v"
	html "$out" "hostile cells: $v"
	unlike "$out" '<b>|<i>|<u>' 'no element of theirs'
	unlike "$out" "$(printf '\033')" 'no control character'
	run cpm-report $v
	cmark "$out" >"$tmp/cm.html" 2>/dev/null
	unlike "$tmp/cm.html" '<(b|i|u|script|img|a)[ >]|raw HTML' 'inert as Markdown'
	grep '^| ' "$out" | sed 's/\\.//g' | tr -dc '|\n' | awk '
		/^\|+$/ { n++; if (length($0) < 2) bad = 1 } END { exit bad || n == 0 }'
	is "$?" 0 'tables are tables'
	run cpm-report $v --text
	unlike "$out" "$(printf '\033')" 'nor in plain text'
done
# Done by a slip and taken back is one change for people, in their words.
team
printf 'id,date,ref,field,old,new,reason,alternative,note\n' >adjustments.csv
echo 's1,2026-04-02,change:cash-count,status,done,doing,other,,typed for the wrong one
s2,2026-04-02,change:cash-count,done_on,2026-04-01,,other,,typed for the wrong one
s3,2026-04-02,change:cash-count,result,counted,,other,,typed for the wrong one' >>adjustments.csv
run cpm-report progress --since 2026-04-01 --date 2026-04-12
like "$out" '^  - 1 adjustment of the plan' 'a slip that was taken back counts once'
is "$(grep -c 'Typed for the wrong one' "$out")" 1 'and is told once'
unlike "$out" 'another reason' 'another reason says nothing beside the words'
like "$out" 'Adjusted on 2 April 2026\.' 'but the day is there'
run cpm-report visit --since 2026-04-01 --date 2026-04-12
is "$(grep -c 'yped for the wrong one' "$out")" 1 'once before the visit'
like "$out" 'under way \(before: done\)\. *$' 'with what it was before'
# Every row of a table has the cells of its head.
run cpm-report plan
sed 's/\\.//g' "$out" | awk '
	/^\|/ { n = gsub(/\|/, "|"); if (!head) head = n; if (n != head) bad = 1; next }
	{ head = 0 } END { exit bad }'
is "$?" 0 'a bar in a cell does not open another'

# --- folders that hold little
cd "$work" && mkdir bare && cd bare
printf 'key,value\nschema,1\n' >cpm.csv
run cpm-report plan
is "$rc" 0 'a plan where there is none'
like "$out" 'No pivotal change is chosen yet' 'says so'
like "$out" '^# Our team: our plan' 'of a team without a name'
screen() { # COMMAND: at a terminal, its screen in $out
	NO_COLOR=1 script -qec "$1" /dev/null </dev/null | tr -d '\r' >"$out"
}
screen 'cpm-report progress --since 2026-03-01 --date 2026-04-12; echo "status $?"'
like "$out" '^status 0' 'progress where nothing was noted, at a terminal'
like "$out" 'Nothing was noted since 1 March 2026' 'says so'
like "$out" 'what is different now, however small' 'and asks for small changes'
screen 'cpm-report progress --since 2026-03-01 --html'
html "$out" 'progress of an empty folder'
run cpm-report progress --since 2026-03-01 --date 2026-04-12
is "$rc$(cat "$out" "$err")" 0 'in a pipe or mail nothing is said'
echo earlier >page.md
run cpm-report progress --since 2026-03-01 --date 2026-04-12 -o page.md
is "$rc$(cat page.md)" 0earlier 'and a file is left as it is'
like "$err" 'nothing was noted since 2026-03-01: page.md is left as it is' 'which is said'
run cpm-report progress --since 2026-03-01 --date 2026-04-12 -o none.md
like "$err" 'nothing was noted since 2026-03-01: none.md is not written' 'or is not made'
run cpm-report progress --lang fr --since 2026-03-01 --date 2026-04-12 -o none.md
like "$err" 'depuis 2026-03-01.: none.md n’est pas écrit' 'in French'
run test -e none.md
is "$rc" 1 'it is not'
run cpm-report progress -q --since 2026-03-01 --date 2026-04-12 -o page.md
is "$rc$(cat "$out" "$err")" 0 'not under -q'
run cpm-report progress --lang fr --since 2026-03-01 --date 2026-04-12 -o page.md
like "$err" 'rien n’a été noté depuis 2026-03-01.: page.md reste tel quel' 'in French'
run cpm-report round R1
is "$rc" 1 'a round that is not there'
like "$err" 'R1' 'is named'
empty "$out" 'and nothing is printed'

# Ideas, but nothing chosen.
team
sed -i 's/,chosen,/,proposed,/' changes.csv
run cpm-report plan
is "$rc" 0 'a plan of ideas only'
like "$out" '^## Ideas on the table' 'shows the ideas'
like "$out" '  - A website' 'each of them'
run cpm-report progress --since 2026-03-01 --date 2026-04-12
like "$out" 'No pivotal change is chosen yet' 'progress says that nothing is chosen'
# A status is told in words, and what is over is not "not yet".
team
printf 'id,date,ref,field,old,new,reason,alternative,note\nd1,2026-04-02,action:gone,status,doing,dropped,other,,\n' >adjustments.csv
run cpm-report progress --since 2026-03-01 --date 2026-04-12 --lang fr
like "$out" 'Statut.: abandonné \(avant.: en cours\)' 'a status is in the report’s words'
printf 'id,date,change,verdict,decided_by,note\n' >reviews.csv
sed 1d changes.csv | cut -d, -f1 | while read -r c; do echo "v-$c,2026-04-10,$c,achieved,focal team,it holds"; done >>reviews.csv
run cpm-report progress --since 2026-03-01 --date 2026-04-12
like "$out" 'No pivotal change is at work now' 'all achieved: nothing is at work now'
run cpm-plan board
unlike "$out" 'chosen yet|choisi' 'nor does the board say not yet'
# What was achieved stays on the wall.
team
printf 'id,date,change,verdict,decided_by,note\nv1,2026-04-10,cash-count,achieved,focal team,it holds\n' >reviews.csv
run cpm-report plan
like "$out" '^## What we have achieved' 'what was achieved stays on the wall'
run cpm-report progress --since 2026-03-01 --date 2026-04-12
like "$out" '^    Looking back on 10 April 2026: achieved\.$' 'and is in the progress'
like "$out" '^    It holds\.$' 'with what was noted, a sentence a line'
# What is reached is not at work; a draft is counted as the board counts it.
team
sed -i '/^cash-count,2/d; /^minutes,/d' levels.csv
sed -i '/,change:cash-count,2,/d' actions.csv
echo 'ad3,2026-03-23,action:box,status,draft,dropped,context,,' >>adjustments.csv
run cpm-report progress --since 2026-03-01 --date 2026-04-12
like "$out" 'Level 1: reached; the next is not open yet' 'a level that is reached is told as reached'
like "$out" '^\| Minutes say what was decided +\| not begun +\| [0-9]+ of [1-9]' 'drafts are counted'
like "$out" 'Status: dropped \(before: draft\)' 'a status in words'
run cpm-report progress --since 2026-03-01 --date 2026-04-12 --lang fr
like "$out" 'Statut.*abandonné \(avant.*brouillon\)' 'in French too'
like "$out" 'Échelon 1.*c’est atteint' 'and what is reached'
# A level without a plan, a round and a choice in the period.
team
rm levels.csv actions.csv steps.csv
run cpm-report plan
like "$out" 'Nothing is planned yet' 'a change without levels'
run cpm-report progress --since 2026-01-01 --date 2026-04-12
like "$out" 'not begun' 'is not begun'
like "$out" 'We looked at ourselves: round R1, on 17 January 2026' 'rounds are told'
like "$out" 'Chosen as a pivotal change on 31 January 2026' 'and what was chosen'
unlike "$out" 'round R2' 'but none that is still to come'

# Lessons of a cycle that went on in these days, not of one before them.
team
sed -i 's/,do$/,closed/' cycles.csv
echo 'C2,2026-06-01,2027-01-31,,do' >>cycles.csv
run cpm-report progress --since 01/03/2026 --date 2026-04-12
is "$rc" 2 'a day in another way'
like "$err" "[-]-since: a day is written 2026-12-31, not '01/03/2026'" 'with how it is written'
like "$err" 'hint: date_order in cpm.csv says which of day and month comes first: dmy or mdy$' 'and what would have it read'
cp cpm.csv "$tmp/cpm.old"; echo 'date_order,dmy' >>cpm.csv
run cpm-report progress --since 01/03/2026 --date 2026-04-12
is "$rc" 0 "which the folder's date_order allows"
like "$out" 'since 1 March 2026' 'as it means it'
cp "$tmp/cpm.old" cpm.csv
for f in x.pdf a.b/x.docx; do
	run cpm-report round R2 -o $f
	is "$rc" 2 "$f is no form of a report"
	like "$err" "^cpm-report: $f: a report is .md, .html or .txt" 'which is said'
	[ ! -e $f ]; ok $? 'and nothing is written'
done
run cpm-report round R2 --html -o x.pdf
is "$rc" 2 'nor with an option'
like "$err" 'hint: write it to a file .html, open that in a browser and print it to PDF' 'with the way'
run cpm-report round R2 -o a.b/x
is "$rc" 0 'a name without a suffix is Markdown'
like a.b/x '^# Tujenge' 'as it says'
printf 'id,date,author,mode,summary\nn1,2026-06-10,mentor,call,how it goes\n' >log.csv
run cpm-report progress --since 2026-05-01 --date 2026-06-12
like "$out" 'The first count takes time' 'lessons of a cycle that ended in these days'
run cpm-report progress --since 2026-06-02 --date 2026-06-12
unlike "$out" 'The first count takes time' 'but not of one that was over'

# --- rounds of every kind
# Agreed scores only.
team
sed -i 's/^R2,.*/R2,followup,2026-07-18,consensus,secret,counts,agreed,,,/' rounds.csv
sed -i '/^R2,/d' results.csv
run cpm-report round R2
is "$rc" 0 'a round of agreed scores only'
like "$out" '^There was no vote' 'says that there was no vote'
like "$out" '^\| Governance .* 4 ' 'and shows what was agreed'
unlike "$out" 'What to talk about|Votes' 'and nothing about votes'
run cpm-report round R2 --html
html "$out" 'agreed scores only'
# Everything withheld, agreed or not.
team
sed -i '/^R2,/d' results.csv agreed.csv
sed -i '/,R2,/d' findings.csv
echo 'R2,all,,,,,,,,,withheld' >>results.csv
run cpm-report round R2
is "$rc" 0 'a round with everything withheld'
like "$out" 'How many gave their view is not shown: too few people' 'says so'
like "$out" 'The votes are not shown: too few people' 'of the votes too'
like "$out" 'How far the votes agree is not shown: too few people' 'and of how far they agree'
like "$out" 'No strength is noted yet' 'asks for strengths'
unlike "$out" 'criterion by criterion|: 0' 'and shows no count'
unlike "$out" 'numbers are rounded|mean of its criteria|“Shared view”' 'and explains no number that is not there'
run cpm-report round R2 --html
html "$out" 'everything withheld'
# A few people: rounded.
team
sed -i '/^R2,/d' results.csv
cat >>results.csv <<-'E'
	R2,all,,,7,,,,,,
	R2,all,GOV,GOV1,,,,3.5,,shared,rounded
	R2,all,GOV,GOV2,,,,3,,mixed,rounded
	R2,all,RES,RES1,,,,,,,withheld
	R2,all,RES,RES2,,,,2.5,,apart,rounded
E
run cpm-report round R2
is "$rc" 0 'a round of seven'
like "$out" '\| shared view, about 3\.5 +\|' 'a rounded mean is a word and a number'
like "$out" '\| not shown +\|' 'what is not shown is said'
like "$out" '“Not shown” means too few people' 'and explained'
like "$out" 'rounded to half a point' 'the rounding too'
like "$out" '^7 people gave their view' 'how many took part is as published'
run cpm-report round R2 --text
like "$out" 'Each payment has a proof and a second look\. not shown|look\. The votes: not shown' 'aloud too'
unlike "$out" '[.!?] [a-z]' 'and what follows a sentence is one'
like "$out" '^The mean of the votes on each criterion$' 'a table of means says so'
printf 'R2,GOV,GOV2,4,,,no,,\nR2,RES,RES1,3,,,no,,\n' >>agreed.csv
run cpm-report round R2 --lang fr --text
tr -s '\n ' '  ' <"$out" >"$tmp/line"; mv "$tmp/line" "$out"
like "$out" 'convenu 4 \(Régulier\).*votes.*avis mêlés' 'a word beside a score is set off'
like "$out" 'convenu 3 \(En place\), votes non montrés' 'and agrees with what it is about'
unlike "$out" 'le milieu' 'a mean is no middle'
# Standpoints.
team
sed -i 's/^R2,followup,2026-07-18,individual,secret,counts/R2,followup,2026-07-18,individual,secret,groups/' rounds.csv
sed -i '/^R2,/d' results.csv
cat >>results.csv <<-'E'
	R2,all,,,12,,,,,,
	R2,all,GOV,GOV1,,,,3.5,,,rounded
	R2,all,GOV,GOV2,,,,3,,,rounded
	R2,governance,,,4,,,,,,
	R2,governance,GOV,,,,,4,,,rounded
	R2,governance,RES,,,,,,,,withheld
	R2,executive,,,,,,,,,withheld
	R2,volunteers,,,8,,,,,,
	R2,volunteers,GOV,,,,,2.5,,,rounded
	R2,volunteers,RES,,,,,3,,,rounded
E
run cpm-report round R2
is "$rc" 0 'a round that shows standpoints'
like "$out" '^\| Governance +\| +4 \| +2\.5 \|' 'side by side'
like "$out" '^\| Money and means +\| +not shown \| +3 \|' 'what is not shown is said'
like "$out" '^\| Governing body +\| +4 \| +4 \|' 'sizes as published'
like "$out" '^\| Executive +\| +5 \| not shown \|' 'or not'
like "$out" 'The team chose to see its standpoints' 'and why agreement is not there'
like "$out" 'Look where the standpoints differ' 'and where to look'
sed -i '/^R2,governance/d' results.csv
run cpm-report round R2
like "$out" 'too few people answered to set standpoints side by side' 'with one standpoint nothing differs'
unlike "$out" 'Look where the standpoints differ' 'and nobody is told to look'
unlike "$out" '“Shared view”' 'nor what words mean that are not there'
# Threads with scales of their own make no common chart.
team
printf 'GOV,1,no,non\nGOV,2,rather no,plutôt non\nGOV,3,rather yes,plutôt oui\nGOV,4,yes,oui\n' \
    >"$tmp/own"
for d in . rounds/R1; do
	sed -i 's/^,5,Shared.*/&\n,6,More,Plus/' $d/scale.csv
done
cat "$tmp/own" >>rounds/R1/scale.csv
sed -i '/^R1,all,GOV/s/ 5:[0-9]*//' results.csv
run cpm-report round R1
is "$rc" 0 'scales of several lengths'
# A look back at an earlier round.
team
sed -i 's/^R2,followup,/R2,retrospective,/; s/^id,kind,/id,kind,refers_to,/; s/^R1,baseline,/R1,baseline,,/; s/^R2,retrospective,/R2,retrospective,R1,/' rounds.csv
run cpm-report round R2
is "$rc" 0 'a look back'
like "$out" '^Round R2: a look back' 'is called so'
unlike "$out" 'What has moved' 'and nothing has moved in it'
run cpm-report progress --since 2026-07-01 --date 2026-08-01
like "$out" 'We looked back at where we were: round R2, on 18 July 2026' 'and in the progress'
# A third round that looks back stands beside the two.
team
sed -i 's/^id,kind,/id,kind,refers_to,/; s/^R1,baseline,/&,/; s/^R2,followup,/&,/' rounds.csv
sed -n 's/^R2,followup,,/R3,retrospective,R1,/p' rounds.csv >>rounds.csv
sed -n 's/^R1,all/R3,all/p' results.csv >"$tmp/r3"
cat "$tmp/r3" >>results.csv
cp -R rounds/R1 rounds/R3
run cpm-report round R2
is "$rc" 0 'a round with a look back beside it'
like "$out" '^## Where we come from' 'tells where the team comes from'
like "$out" '^\| Governance +\| +3\.4 \| +3\.4 \| +3\.7 \|' 'then, then seen today, today'
# Counted, not yet talked about; and open.
team
sed -i '/^R2,/d' agreed.csv; sed -i '/^R2,/s/,agreed,/,counted,/' rounds.csv
run cpm-report round R2
is "$rc" 0 'counted, not yet agreed'
like "$out" 'not yet agreed on its scores' 'says what the talk is for'
sed -i '/^R2,/s/,counted,/,open,/' rounds.csv; sed -i '/^R2,/d' results.csv
run cpm-report round R2 -o r.md
is "$rc" 1 'an open round'
like "$err" "^cpm-report: round 'R2' is still open: nothing of it is shown before it is closed$" 'is not shown'
like "$err" 'cpm-assess close R2 counts the votes' 'with a hint'
[ ! -e r.md ]; ok $? 'and nothing is written'
# A picture beside the report.
team
run cpm-report round R2 --web 'web/R2 now.svg'
like "$out" '^!\[.*Governance.*\]\(web/R2%20now\.svg\)$' 'Markdown shows the picture that was named'
unlike "$out" '^```' 'and no lines in its place'

# --- much of it
team
awk 'BEGIN { for (i = 1; i <= 120; i++)
	printf "m%d,2026-03-%02d,mentor,Change number %d,,,,\n", i, i % 28 + 1, i }' >>small-changes.csv
run cpm-report progress --since 2026-03-01 --date 2026-04-12 --html
like "$out" '123 small changes seen' 'all small changes are counted'
like "$out" '23 more are in small-changes\.csv' 'those that are not listed have a place'
html "$out" 'many small changes'

# --- what goes wrong
team
run cpm-report round
is "$rc" 2 'round needs a round'
run cpm-report round R7
is "$rc" 1 'an unknown round'
run cpm-report progress
is "$rc" 2 'progress needs a day'
like "$err" 'progress needs --since DATE' 'and says so'
run cpm-report progress --since 2026-02-30
is "$rc" 2 'a day that is not'
like "$err" "^cpm-report: --since: no such day: '2026-02-30'" 'is named'
run cpm-report progress --since 2026-05-01 --date 2026-04-12
is "$rc" 2 'a day to come'
like "$err" '^cpm-report: --since: 2026-05-01 is still to come' 'is named'
run cpm-report plan --html --text
is "$rc" 2 'two forms'
like "$err" '^cpm-report: --html and --text do not go together' 'do not go together'
run cpm-report site
is "$rc" 2 'an unknown verb'
run cpm-report plan -o "$work"
is "$rc" 2 'a folder for a file'
run sh -c 'cpm-report plan >/dev/full'
is "$rc" 2 'a full disk'
sed -i 's/^sc2,2026-03-12/sc2,soon/' small-changes.csv
run cpm-report progress --since 2026-03-01 -o g.md
is "$rc" 1 'a table that is wrong'
like "$err" 'small-changes\.csv:3:.*soon' 'is named with its line'
[ ! -e g.md ]; ok $? 'and nothing is written'
team
mkdir -p "$tmp/share/css"
run env CPM_SHAREDIR="$tmp/share" cpm-report plan --html
is "$rc" 2 'no style sheet'
like "$err" "^cpm-report: cannot read the style sheet '.*/css/report\.css'" 'is named'
echo 'p { } </style>' >"$tmp/share/css/report.css"
run env CPM_SHAREDIR="$tmp/share" cpm-report plan -o x.html
is "$rc" 2 'a style sheet that is none'
like "$err" "is not a style sheet of ours" 'is refused'
[ ! -e x.html ]; ok $? 'and nothing is written'
cd "$work" && mkdir -p elsewhere && cd elsewhere
run cpm-report plan
is "$rc" 2 'outside a folder'

# --- a thread that the team did not agree on
. "$here/../assess.sh"
folder part
sheets 9 g1 3 >>"$answers"
publish
cpm-assess agree -q R1 A 3
run cpm-report round R1
like "$out" '^\| Bonds +\| not agreed +\|' 'is not agreed: nobody skipped an answer'
run cpm-report round R1 --lang fr
like "$out" '^\| Liens +\| pas convenu +\|' 'in French'

done_testing
