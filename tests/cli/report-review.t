#!/bin/sh
# A cycle's review: verdicts and who decided, learning, action and change,
# the accompaniment itself; and that no mean and nothing private is in it.
. "${0%/*}/../lib.sh"
. "$top/tests/pages.sh"
on=2026-10-31
data=$top/tests/data/report

team() { # the sample team at the end of its cycle, as the working directory
	cd "$work" && rm -rf team team.private && cp -R "$data/team" team && cd team
	# A cycle before this one, which closed on the day that this one began.
	sed -i '1a C0,2025-05-01,2026-01-31,Begin with little.,closed' cycles.csv
	cat >>changes.csv <<-'E'
		calendar,C0,A calendar on the wall,PRO,,,2,2,2,the wall,secretary,2025-05-01,2025-10-31,closed,2025-05-01,focal team,,
		receipts,C0,Every payment has a receipt,RES,,,2,2,2,the box,treasurer,2025-05-01,2025-10-31,closed,2025-05-01,focal team,,
		songs,C0,A song a month,BEN,,,2,2,2,the songs,volunteers,2025-05-01,2025-10-31,closed,2025-05-01,focal team,,
	E
	sed -i '/^cash-count\|^minutes/s/,chosen,/,closed,/' changes.csv
	echo 'l0,change:calendar,lesson,,,A wall is read by all,,We hang up what counts,,,secretary,2025-12-01,verified,C0,,,' >>lessons.csv
	cat >reviews.csv <<-'E'
		id,date,change,verdict,decided_by,note
		v1,2026-01-30,calendar,achieved,focal team,It hangs there
		v2,2026-02-01,receipts,achieved,focal team,Asked for on the last day
		v3,2026-01-30,songs,dropped,focal team,The drum is broken
		v4,2026-08-30,calendar,still_in_use,focal team,Two copies now
		v5,2026-08-30,cash-count,partly,focal team,A first look
		v6,2026-10-20,cash-count,achieved,general assembly,Counted every month since March
		v7,2026-10-20,minutes,achieved,general assembly,
		v8,2026-10-20,complaint-box,adapted,,The box hangs elsewhere
	E
	cat >>log.csv <<-'E'
		2026-05-16-exchange,2026-05-16,mentor,peer_exchange,complaints,240,9,5,change:complaint-box,Our neighbours answer on a board,try their board,
		2026-06-02-visit,2026-06-02,mentor,visit,minutes,,,,action:template,The sheet is in use,,
	E
	cat >>lessons.csv <<-'E'
		l3,action:answers,practice,Seen at the neighbours,,A board with three columns,,,"Received, answered, done",,,,noted,,,the neighbours,
		l4,change:minutes,lesson,,,Noted and not chosen,,,,,,,noted,C1,,,
	E
	cat >difficulties.csv <<-'E'
		id,date,category,severity,what,raised_by,assigned_to,due,answer,answered_on,closed_on,visibility
		d1,2026-03-15,,2,Nobody dares to count with the chair in the room,volunteers,mentor,2026-04-01,Two count before the meeting,2026-03-30,2026-05-01,
		d2,2026-06-16,,1,The form is in French only,members,secretary,2026-07-01,,,,
	E
	cat >stories.csv <<-'E'
		id,date,domain,actor,text,contribution,consent,selected_by,selected_why,visibility
		s1,2026-06-01,money,the treasurer,She asked for a witness herself,the first count together,yes,general assembly,it began with her,
		s2,2026-06-01,money,the chair,Not chosen,,yes,,,
	E
	cat >indicators.csv <<-'E'
		id,ref,label_en,label_fr,unit,direction,baseline,baseline_on,target,target_on,source,frequency,owner
		counts,change:cash-count,Signed counts in a month,Comptages signés par mois,counts,up,0,2026-01-31,8,2026-10-31,the wall,monthly,treasurer
		none,,Never measured,Jamais mesuré,,up,0,,4,,,,
	E
	cat >measures.csv <<-'E'
		indicator,date,source,value
		counts,2026-03-31,the wall,2
		counts,2026-09-30,the wall,5
		counts,2026-12-31,the wall,8
	E
}
review() { run cpm-report review --date $on "$@"; }

team
sed -i '$d' measures.csv
run cpm-check
is "$rc$(grep -v 'schema' "$out" "$err")" 0 'the team has no fault'
team
pages review

# --- verdicts, and never a mean
review
like "$out" '^\*\*2 of 3 changes achieved\.\*\*$' 'how many are achieved'
like "$out" '^Adapted, goes on: 1\.$' 'and the others by their verdict'
unlike "$out" '66|67|\.[0-9][0-9]| %.*achieved' 'no share and no mean'
like "$out" 'Decided by: general assembly, on 20 October 2026\.' 'who decided'
like "$out" 'Decided on 20 October 2026\.' 'or the day alone'
unlike "$out" 'A first look' 'of two verdicts the last'
unlike "$out" 'A song a month' 'what an earlier cycle dropped is not in it'
like "$out" 'Still in use\. *$' 'what an earlier one achieved is'
like "$out" 'Still in use\? Nobody has said yet\.' 'or is asked for'
sed -n '/^## /p' "$out" >"$tmp/heads"
is "$(head -2 "$tmp/heads" | tr '\n' ' ')" '## What became of our changes ## Our strengths ' 'changes and strengths come first'
is "$(tail -1 "$tmp/heads")" '## What goes on' 'and needs last'
sed -i '/^v[678]/d' reviews.csv
review
like "$out" '\*\*0 of 3 changes achieved\.\*\*$' 'without verdicts'
like "$out" 'No verdict yet: 2\.' 'these are counted'
sed -i '/^v5/d; s/,\(chosen\|closed\),2026-01-31/,proposed,2026-01-31/' reviews.csv changes.csv
review
like "$out" 'No change was at work in this cycle\.' 'nor is a proposal a change'

# --- which cycle, and its days
team
review
like "$out" '^# Tujenge: review of cycle C1$' 'the open cycle'
sed -i 's/,do$/,closed/' cycles.csv
review
like "$out" '^# Tujenge: review of cycle C1$' 'or the last one'
review --cycle c0
like "$out" '^# Tujenge: review of cycle C0$' 'or one that is named'
like "$out" '\*\*2 of 3 changes achieved\.\*\*$' 'with its own verdicts'
like "$out" 'Dropped: 1\.$' 'those of its last day too'
like "$out" '^The days from 1 May 2025 to 1 February 2026\.$' 'up to the day on which the next one began'
unlike "$out" 'Counted every month|witness herself|Volunteers now' 'and nothing of the next'
echo 'C2,2026-10-25,2027-07-31,Go on.,do' >>cycles.csv
review
like "$out" '^# Tujenge: review of cycle C2$' 'a new cycle'
like "$out" '\*\*0 of 1 change achieved\.\*\*$' 'goes on with what was adapted'
like "$out" 'The cash is counted by two people each month\.\*\*$' 'and asks after what was achieved'
review --cycle C1
like "$out" '^The days from 1 February 2026 to 25 October 2026\.$' 'the one before has ended'
review --cycle C9
is "$rc" 1 'a cycle that is not there'
like "$err" 'C9' 'is named'
sed -i '/^C2/d' cycles.csv; echo 'C3,2027-01-01,,Later.,plan' >>cycles.csv
review --cycle C3
is "$rc" 1 'one that is still to begin'
like "$err" "^cpm-report: the cycle 'C3' is still to begin" 'is refused'
sed -i 's/^C3,2027-01-01/C3,/' cycles.csv
review --cycle C3
is "$rc" 1 'one without a start'
like "$err" "the cycle 'C3' has no start" 'too'
sed -i '1!d' cycles.csv
review
is "$rc" 1 'without any cycle'
like "$err" '^cpm-report: there is no cycle to look back at$' 'there is nothing to look back at'
like "$err" 'hint: cpm-plan cycle open' 'and the way is shown'
review C1
is "$rc" 2 'it takes no operand'

# --- learning, action, change
team
review
sed -n '/^### Every complaint/,/^##* [^E]/p' "$out" >"$tmp/chain"
like "$tmp/chain" 'Exchange between peers, 16 May 2026: Our neighbours answer on a board\.' 'an exchange is learning'
like "$tmp/chain" 'A board with three columns\.' 'so is a practice of an action of it'
like "$tmp/chain" 'Nothing is noted\.' 'and what is not noted is said'
like "$out" '^A cash box with two keys \(28 March 2026\)\.|    A cash box with two keys \(28 March 2026\)\.' 'what was done'
like "$out" '^4 small changes were seen in this cycle, and each one counts\.' 'all small changes are counted'
like "$out" 'Those that belong to none of our changes:' 'and those of no change told'
like "$out" 'A young woman opened the meeting' 'one by one'

# --- measures: as they stood on the last of its days
like "$out" '\| Signed counts in a month \| 0 counts \(31 January 2026\) \| 5 counts \(30 September 2026\) +\| 8 counts' 'an indicator'
like "$out" '62\.5 % of the way to the target' 'and how far it is'
like "$out" 'not measured yet' 'or that it was not measured'
cpm-report review --cycle C1 --date 2027-02-01 >"$out"
like "$out" '8 counts \(31 December 2026\).*target reached' 'later it is further'
echo 'C2,2026-10-25,2027-07-31,Go on.,do' >>cycles.csv
cpm-report review --cycle C1 --date 2027-02-01 >"$out"
like "$out" '5 counts \(30 September 2026\).*62\.5' 'but not in the review of that cycle'

# --- rounds
team
review
like "$out" '^\| Governance +\| +3 \| +4 \| has visibly moved up +\|$' 'agreed scores side by side'
grep -q '^R1,GOV,,3,' agreed.csv && grep -q '^R2,GOV,,4,' agreed.csv
ok $? 'as they stand in agreed.csv'
sed -i 's/^\(R2.*\),agreed,/\1,counted,/' rounds.csv
review
unlike "$out" 'How we see ourselves now|Our strengths' 'a round that is not agreed is not told'

# --- the accompaniment
team
review
like "$out" '^\| Visit +\| +3 \| +210 \|$' 'contacts by kind'
like "$out" '^4 of them say how long they took: 475 minutes in all\.$' 'and minutes, of those that say so'
like "$out" 'own 1 time\.$' 'the team met too'
like "$out" '^A contact every 30 days was meant; the longest time without one was 151 days, from 2 June 2026 to 31 October 2026\.$' 'the longest silence'
cpm-report review --date 2026-02-20 >"$out"
like "$out" '^The rhythm was kept: never more than 30 days' 'or that there was none'
sed -i '1!d' log.csv
review
like "$out" '^No contact is noted\.$' 'or no contact'
unlike "$out" 'was meant' 'of which nobody counts days'
# The accompaniment pack's thread, where a round asked about it.
team
for d in . rounds/R2; do
	echo 'ACC,9,functioning,Accompaniment,Accompagnement' >>$d/dimensions.csv
	echo 'ACC1,ACC,We can say openly what is difficult.,On peut dire ce qui est difficile.' >>$d/criteria.csv
done
echo 'R2,ACC,,4,,,no,2026-07-19,focal team' >>agreed.csv
echo 'R2,all,ACC,ACC1,18,0,1:0 2:2 3:4 4:8 5:4,3.7778,0.5,mixed,' >>results.csv
review
like "$out" '^In round R2 the team agreed: 4 \(Steady\)\.$' 'how the team sees it'
like "$out" '^The votes of round R2: 3\.8\.$' 'and how people voted'
sed -i '$d' results.csv; echo 'R2,all,ACC,ACC1,,,,,,,withheld' >>results.csv
review
like "$out" '^The votes are not shown: too few people\.$' 'if that may be shown'

# --- lessons, difficulties, stories
team
review
like "$out" 'From now on: We count with two people from the first day\.' 'a lesson and its practice'
like "$out" 'Was to be checked on 15 May 2026\.' 'when it is checked'
like "$out" 'Taken over from: the neighbours\.' 'whose it was'
unlike "$out" 'Noted and not chosen\.\*\*' 'one that is only noted is not taken along'
like "$out" '^1 more is in lessons\.csv\.$' 'but counted'
like "$out" 'Answered: Two count before the meeting\.' 'a difficulty and its answer'
like "$out" 'a difficulty without an answer' 'one without goes on'
like "$out" 'She asked for a witness herself\.' 'the story that was chosen'
like "$out" 'Because: it began with her\.' 'and why'
unlike "$out" 'Not chosen' 'not one that nobody chose'

# --- nothing private
team
review; cp "$out" "$tmp/before"
mkdir ../team.private ../team.private/notes
printf 'id,date,author,mode,summary,agreed,visibility\nx,2026-04-11,mentor,visit,SECRET,SECRET,private\n' >../team.private/log.csv
printf 'id,date,what,visibility\nx,2026-04-11,SECRET,private\n' >../team.private/small-changes.csv
printf 'id,date,what,visibility\nx,2026-04-11,SECRET,private\n' >../team.private/difficulties.csv
printf 'id,date,text,consent,selected_by,visibility\nx,2026-04-11,SECRET,no,team,private\n' >../team.private/stories.csv
# Rows that strayed into the shared tables, and a story without consent.
echo 'stray,2026-04-11,mentor,visit,,,,,,SECRET,SECRET,private' >>log.csv
echo 'stray,2026-04-11,mentor,SECRET,,change:minutes,,private' >>small-changes.csv
echo 'stray,2026-04-11,,1,SECRET,,,2026-04-12,SECRET,2026-04-12,,private' >>difficulties.csv
echo 'stray,change:minutes,lesson,,,SECRET,,SECRET,,,secretary,2026-04-12,chosen,C1,,,private' >>lessons.csv
echo 'no,2026-04-11,SECRET,SECRET,SECRET,SECRET,no,SECRET,SECRET,' >>stories.csv
echo 'stray,2026-04-11,SECRET,SECRET,SECRET,SECRET,yes,SECRET,SECRET,private' >>stories.csv
for l in en fr; do for f in --html --text --quiet; do
	review --lang $l $f; cat "$out" "$err"
	run cpm-report progress --since 2026-01-01 --date 2026-10-31 --lang $l $f
	cat "$out" "$err"
done; done >"$tmp/with"
[ "$(wc -l <"$tmp/with")" -gt 600 ]; ok $? 'the pages are there'
unlike "$tmp/with" SECRET 'and nothing private is in them'
review; same "$out" "$tmp/before" 'they do not even depend on it'
if strace -V >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null; then
	strace -f -o "$tmp/trace" cpm-report review >/dev/null 2>&1
	is "$(grep -c 'reviews\.csv' "$tmp/trace" | sed 's/^[1-9].*/some/')" some 'strace sees the tables'
	is "$(grep -Fc .private "$tmp/trace")" 0 'and nothing private is looked for'
else
	skip 'strace is not allowed here'; skip 'strace is not allowed here'
fi

# --- progress tells of them too
team
run cpm-report progress --since 2026-03-01 --date 2026-10-31
for w in '2 values measured' '1 story chosen' '2 difficulties raised or answered'; do
	like "$out" "  - $w\$" "progress counts: $w"
done
like "$out" '^## The change that matters most to us' 'tells the story'
like "$out" '^## What we measured' 'the measures'
like "$out" '^## Difficulties, and what was answered' 'and the difficulties'
sed -i '1!d' small-changes.csv actions.csv steps.csv levels.csv reviews.csv adjustments.csv log.csv rounds.csv stories.csv difficulties.csv
run cpm-report progress --since 2026-03-01 --date 2026-10-31
unlike "$out" 'Nothing was noted' 'a measure is something noted'
# An adjustment is told in words, whatever it is about.
team
cat >>adjustments.csv <<-'E'
	ad5,2026-04-02,change:minutes,dimensions,GOV,GOV RES,other,,
	ad6,2026-04-02,change:minutes,builds_on,,finding:women-treasurer-a1b2,other,,
	ad7,2026-04-02,action:gone,due,2026-04-01,2026-05-01,other,,
	ad8,2026-04-02,level:cash-count/2,by,2026-05-31,2026-06-30,context,,
E
sed -i 's/^level_label_en,.*/level_label_en,stage/' cpm.csv
run cpm-report progress --since 2026-03-01 --date 2026-04-12
like "$out" 'Dimensions: Governance, Money and means \(before: Governance\)\.' 'threads by their names'
like "$out" 'Builds on: Two of our four leaders are women' 'a finding by its words'
like "$out" '^  - \*\*Something that is no longer in the plan\.\*\*$' 'what is gone is said to be gone'
like "$out" '^  - \*\*The cash is counted by two people each month — Stage 2\.\*\*$' "a level in the folder's word"
unlike "$out" 'action:|finding:|level:|change:' 'and no id is shown'
like "$out" '^  - Stage: 1 reached$' "levels are counted in the folder's word"
unlike "$out" '[Ll]evel [0-9]' 'and no other'
run cpm-report progress --since 2026-03-01 --date 2026-04-12 --lang fr
unlike "$out" 'action:|finding:|level:|change:' 'in French neither'

# --- the file is left alone when nothing changed
team
review -o r.html; before=$(stat -c '%i %y' r.html)
review -o r.html
is "$rc $(stat -c '%i %y' r.html)" "0 $before" 'the file is left alone when nothing changed'
done_testing
