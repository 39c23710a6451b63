#!/bin/sh
# The page that prepares a visit: what it recalls, what it asks, that it is
# short, and that nothing private and no date of a coming visit is in it.
. "${0%/*}/../lib.sh"
. "$top/tests/pages.sh"
on=2026-04-12
data=$top/tests/data/report

team() { # a fresh copy of the sample team, as the working directory
	cd "$work" && rm -rf team team.private && cp -R "$data/team" team && cd team
	mkdir notes
	printf '# Where we work\n\nRecalled before each visit and each review.  Write for the whole team, and\nwithout a name: whoever has this folder can read this page.\n\n## Environment\n\nThe road is cut\nafter rain.  The rest of this paragraph tells much more about the road, its bridges, the rains and whoever repairs it than a page has room for.\n\nA second paragraph.\n\n## Pace\n\nHow much time people have, which months are full, what cannot be hurried.\n\n## Resources\n\n- A bicycle\n- two phones\n' >notes/context.md
	cat >difficulties.csv <<-'E'
		id,date,category,severity,what,raised_by,assigned_to,due,answer,answered_on,closed_on,visibility
		d1,2026-03-15,,2,Nobody dares to count with the chair in the room,volunteers,mentor,2026-04-01,,,,
		d2,2026-03-16,,1,The form is in French only,members,secretary,,A form in Kirundi,2026-04-02,,
		d3,2026-02-16,,1,Over and done,members,secretary,,Yes,2026-03-02,2026-03-03,
	E
}
visit() { run cpm-report visit --date $on "$@"; }

# --- what it says, in both languages and three forms
team
run cpm-check
is "$rc$(cat "$out" "$err")" 0 'the sample team has no fault'
pages visit

# --- from when on
visit
like "$out" '^As it stands on 12 April 2026\.$' 'the day that was asked for'
like "$out" '^News since 10 March 2026, the day of the last visit\.' 'since the last visit'
visit --since 2026-04-01
like "$out" 'News since 1 April 2026\.$' 'or since a day'
unlike "$out" 'Volunteers now read' 'and only what is new then'
sed -i 's/,visit,/,call,/' log.csv
visit
like "$out" 'News since 20 March 2026, the day of the last contact\.' 'without a visit: since the last contact'
sed -i 's/,mentor,call,complaint/,mentor,workshop,complaint/' log.csv
visit
like "$out" 'News since 20 March 2026, the day of the last workshop\.' 'a workshop is a visit too'
sed -i '1!d' log.csv
visit
like "$out" 'News since 1 February 2026\.$' 'without any: since the cycle began'
unlike "$out" 'Last agreements|The last one' 'and no word of contacts'
visit --since 2026-04-31
is "$rc" 2 'a day that is none'
like "$err" "^cpm-report: --since: no such day: '2026-04-31'" 'is named'
visit --since 2026-05-01
is "$rc" 2 'a day to come'
like "$err" '^cpm-report: --since: 2026-05-01 is still to come' 'is named too'
visit one
is "$rc" 2 'it takes no operand'

# --- the questions follow from the facts
team
visit
like "$out" '“Build and place the box with the people who will use it”: still blocked by “the road to the well is closed”\? What would help\?' 'what is blocked is asked about'
like "$out" 'We agreed: “ask the women where else it could hang”\. What became of it\?' 'what was agreed'
like "$out" 'what did trying teach us' 'what was tried'
like "$out" '“Nobody dares to count with the chair in the room”: is it still so\?' 'a difficulty without an answer comes first'
sed -i 's/,mentor,2026-04-01,,,,$/,mentor,2026-04-01,Two count before the meeting,2026-04-05,2026-04-06,/' difficulties.csv
visit
like "$out" '“The form is in French only”: did the answer help\?' 'then one whose answer is tried'
unlike "$out" 'Nobody dares|Over and done' 'what is closed is left in peace'
sed -i 's/tried_and_learnt/means/' adjustments.csv
visit
like "$out" 'are the means there now\?' 'means that were missing'
sed -i 's/,means,/,context,/' adjustments.csv
visit
like "$out" 'was adjusted: what has changed since\?' 'a context that changed'
printf 'id,date,change,verdict,decided_by,note\nv1,2026-01-10,website,achieved,focal team,\n' >reviews.csv
sed -i 's/^\(website.*\),proposed,/\1,chosen,/' changes.csv
visit
like "$out" '“A website”: still in use\?' 'what was achieved before'
visit --date 2026-05-02
like "$out" 'We wanted: “We count with two people from the first day”\. Do we\?' 'a lesson to check'
like "$out" '^## Lessons to check' 'which is listed'
sed -i '1!d' actions.csv steps.csv small-changes.csv log.csv adjustments.csv difficulties.csv lessons.csv reviews.csv
visit
is "$(grep -c '☐' "$out")" 1 'where nothing is noted one question is left'
like "$out" '☐ What is different now, however small\? Who saw it\?' 'the first one'
like "$out" 'None was noted since then' 'and no small change is told as noted'

# --- a page is short
team
i=0
while [ $i -lt 30 ]; do
	i=$((i + 1))
	echo "x$i,2026-04-0$((i % 9 + 1)),volunteers,Small change $i,,,," >>small-changes.csv
	echo "xa$i,2026-04-01,action:box,due,2026-04-01,2026-04-10,context,,," | sed 's/,,,$/,,/' >>adjustments.csv
	echo "xd$i,2026-04-01,,1,Difficulty $i,,,,,,," >>difficulties.csv
	echo "xl$i,change:minutes,lesson,,,Lesson $i,,Practice $i,,,secretary,2026-04-20,chosen,C1,,," >>lessons.csv
	echo "xs$i,decision-list,Step $i,secretary,2026-04-20," >>steps.csv
done
visit
like "$out" '^29 more are in small-changes\.csv\.' 'small changes beyond four are counted'
like "$out" '^27 more are in steps\.csv|^27 more are in actions\.csv' 'what is due beyond five'
like "$out" '^30 more are in adjustments\.csv' 'adjustments'
like "$out" '^29 more are in difficulties\.csv' 'difficulties'
like "$out" '^27 more are in lessons\.csv' 'lessons'
[ "$(grep -c '☐' "$out")" -le 7 ]; ok $? 'and seven questions are enough'
if command -v chromium >/dev/null 2>&1 && command -v pdfinfo >/dev/null 2>&1; then
	visit -o v.html
	chromium --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/c" \
	    --no-pdf-header-footer --print-to-pdf=v.pdf v.html >/dev/null 2>&1
	is "$(pdfinfo v.pdf 2>/dev/null | sed -n 's/^Pages: *//p')" 1 'a full page is one page'
else
	skip 'no browser here'
fi

# --- the note, in short
team
visit
like "$out" '\*\*Environment\*\*: The road is cut after rain\.$' 'a part of the note is its first sentence'
like "$out" '\*\*Resources\*\*: A bicycle; two phones' 'a list too'
unlike "$out" 'second paragraph|How much time people have|Recalled before' 'not more, and nothing that the pack wrote'
visit; cp "$out" "$tmp/note"
sed -i 's/$/\r/; 1s/^/\xef\xbb\xbf/' notes/context.md
visit; same "$out" "$tmp/note" 'line ends of another system are no matter'
printf '# Title\n## Close\nNo empty line before the next.\n## Next\nHere.\n##\n#\n\n' >notes/context.md
visit
like "$out" '\*\*Close\*\*: No empty line before the next\.$' 'headings end a paragraph'
like "$out" '\*\*Next\*\*: Here\.$' 'each one'
cp "$top/share/packs/boost/notes/context.fr.md" notes/context.md
sed -i 's/$/\r/' notes/context.md
visit
unlike "$out" 'Environnement|autour de nous' 'a note that nobody wrote is not recalled'
rm notes/context.md
visit
is "$rc" 0 'nor one that is not there'
printf '<script>x</script> **b** `c`\n' >notes/context.md
visit --html
is "$rc" 0 'a hostile note'
xmllint --noout "$out" 2>"$err"; ok $? 'is text'
unlike "$out" '<script|<b>|<code>' 'and nothing else'
printf '\377\376bad' >notes/context.md
visit
is "$rc" 0 'one that is no text is shown as it can be'

# --- nothing private
team
visit --lang fr >/dev/null; cp "$out" "$tmp/before"
mkdir ../team.private ../team.private/notes ../team.private/logbook
for f in log small-changes lessons difficulties; do head -1 $f.csv; done >/dev/null
printf 'id,date,author,mode,summary,agreed,visibility\nx,2026-04-11,mentor,visit,SECRET,SECRET,private\n' >../team.private/log.csv
printf 'id,date,what,visibility\nx,2026-04-11,SECRET,private\n' >../team.private/small-changes.csv
printf 'id,date,what,visibility\nx,2026-04-11,SECRET,private\n' >../team.private/difficulties.csv
printf 'id,date,what,where\nx,2026-05-01,SECRET,SECRET\n' >../team.private/agenda.csv
echo SECRET >../team.private/notes/x.md
echo SECRET >../team.private/logbook/x.md
# Rows that strayed into the shared tables, too.
echo 'stray,2026-04-11,mentor,visit,,,,,,SECRET,SECRET,private' >>log.csv
echo 'stray,2026-04-11,mentor,SECRET,,,,private' >>small-changes.csv
echo 'stray,2026-04-11,,1,SECRET,,,2026-04-12,,,,private' >>difficulties.csv
echo 'stray,,lesson,,,SECRET,,SECRET,,,secretary,2026-04-12,chosen,C1,,,private' >>lessons.csv
for l in en fr; do for f in --html --text --quiet; do
	visit --lang $l $f; cat "$out" "$err"
done; done >"$tmp/with"
[ "$(wc -l <"$tmp/with")" -gt 300 ]; ok $? 'the pages are there'
unlike "$tmp/with" SECRET 'and nothing private is in them'
visit --lang fr; same "$out" "$tmp/before" 'they do not even depend on it'
if strace -V >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null; then
	strace -f -o "$tmp/trace" cpm-report visit >/dev/null 2>&1
	is "$(grep -c 'log\.csv' "$tmp/trace" | sed 's/^[1-9].*/some/')" some 'strace sees the tables'
	is "$(grep -Fc .private "$tmp/trace")" 0 'and nothing private is looked for'
else
	skip 'strace is not allowed here'; skip 'strace is not allowed here'
fi

# --- a folder that holds little; the file is left alone
cd "$work" && mkdir bare && cd bare && printf 'key,value\nschema,1\n' >cpm.csv
visit
is "$rc" 0 'a bare folder has a page too'
like "$out" '^# Our team: to prepare the next visit' 'with a name'
like "$out" 'No pivotal change is chosen yet' 'and says what is not there yet'
visit -o v.html; before=$(stat -c '%i %y' v.html)
visit -o v.html
is "$rc $(stat -c '%i %y' v.html)" "0 $before" 'the file is left alone when nothing changed'
visit -n -o dry.md
like "$err" 'would write dry\.md' 'a dry run says what it would write'
[ ! -e dry.md ]; ok $? 'and writes nothing'
done_testing
