#!/bin/sh
# Adjusting in real time, and nothing of why is lost; verdicts and closing.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-02-01
p() { v=$1; shift; run cpm-plan "$v" --date $on "$@"; }
p cycle open --objective o --start 2026-01-31
for t in Cash Minutes Box; do p propose $t; p choose $t --by team --why w; done
p level cash 1 --objective 'counted' --by 2026-03-31
p action cash 1 'Count it' ; p action cash 1 'Show it in three places'; p action cash 1 'Sign'
p start count --owner treasurer --due 2026-02-27 --verification 'a sheet'
p step count 'Draw a sheet' --due 2026-02-10
cash=$(cell changes cash id) count=$(cell actions count id)

# --- move
p adjust count --due 2026-03-15
is "$rc" 2 'a reason is needed'
like "$err" "option '--reason' is needed" 'said'
p adjust count --due 2026-03-15 --reason weather
is "$rc" 1 'one of the reasons'
like "$err" "reason: 'weather' is none of: context, means, internal, tried_and_learnt, other" 'said'
p adjust count --reason context
like "$err" 'adjust what\? give --due' 'something to adjust'
p adjust count --due 2026-03-15 --owner focal --reason context --note 'the road is closed' --alternative 'count on Monday'
is "$rc" 0 'moved'
like "$err" 'now for 15 March 2026, later than before \(27 February 2026\)' 'in neutral words'
is "$(cell actions count due) $(cell actions count owner)" '2026-03-15 focal' 'the plan holds the new'
like adjustments.csv "^2026-02-01-due-.*,2026-02-01,action:$count,due,2026-02-27,2026-03-15,context,count on Monday,the road is closed\$" 'the adjustment the old, the new and why'
like adjustments.csv "action:$count,owner,treasurer,focal,context" 'one a column'
n=$(wc -l <adjustments.csv)
p adjust count --due 2026-03-15 --owner focal --reason context --note 'the road is closed' --alternative 'count on Monday'
is "$rc" 0 'typed again'
like "$err" "already so: $(cell actions count title)" 'it is so'
is "$(wc -l <adjustments.csv)" "$n" 'and nothing is added'
p adjust count --due 2026-02-20 --reason other
like "$err" 'earlier than before \(15 March 2026\)' 'earlier'
p adjust count --due 2026-03-15 --reason other; p adjust count --due 2026-02-20 --reason other
is "$(grep -c 'due,2026-03-15,2026-02-20' adjustments.csv)" 2 'there and back on one day: each move is kept'
p adjust count --due 2026-01-01 --reason other
like "$err" "'Count it' would be due before it starts" 'not before its start'
p adjust draw --due 2026-02-12 --reason means
is "$(cell steps draw due)" 2026-02-12 'a step moves'
p adjust draw --verification x --reason means
like "$err" "verification does not fit: step:draw-" 'a step has no verification'
p adjust cash/1 --due 2026-04-30 --objective 'counted by two' --reason internal
is "$(tail -1 levels.csv)" "$cash,1,counted by two,2026-04-30," 'a level moves'
like adjustments.csv "level:$cash/1,by,2026-03-31,2026-04-30,internal" 'by its own column'
p adjust cash/2 --due 2026-04-30 --reason internal
like "$err" "level 2 of 'Cash' is not open yet" 'a level that is not there'
p adjust cash --due 2026-12-31 --title 'Cash by two' --reason tried_and_learnt
is "$(cell changes cash due) $(cell changes cash title)" '2026-12-31 Cash by two' 'a change moves'
like "$err" "2026-12-31 is beyond the cycle's months" 'beyond the cycle: a remark'

p adjust cash --builds-on dimension:RES --dimensions 'RES GOV' --reason other
is "$rc" 0 'threads and strengths too'
like adjustments.csv 'builds_on,,dimension:RES,other' 'kept'

# --- smaller
p adjust show --smaller 'Show it at the market' --reason 'essayé et appris'
is "$rc" 0 'cut smaller'
like "$err" 'smaller: Show it at the market' 'said'
like "$err" 'the rest waits as a draft at level 2: Show it in three places' 'with where the rest is'
is "$(grep -c 'Show it in three places,.*draft' actions.csv)" 1 'the rest is a draft'
is "$(grep '^show-it-in' actions.csv | head -1 | cut -d, -f3,4)" '1,Show it at the market' 'the smaller part keeps its id'
is "$(grep '^rest-show-it-in' actions.csv | cut -d, -f3,4)" '2,Show it in three places' 'the rest is at the next level, and begins otherwise'
small=$(grep '^show-it-in' actions.csv | cut -d, -f1)
other="show-it-to-all-zzzz,change:$cash,1,Show it to all,,,,,,draft,,,"
echo "$other" >>actions.csv
p block show --obstacle 'no paper'
is "$rc" 1 'two drafts of the same beginning: which one is asked'
p start show-it --owner o --due 2026-03-20 --verification v
is "$rc" 1 'of a start too'
p start 'Show it to all' --owner o --due 2026-03-20 --verification v
is "$rc" 0 'but not of a title typed whole'
sed -i '/^show-it-to-all/d' actions.csv
p start show -n --owner o --due 2026-03-20 --verification v
is "$rc" 0 'a word is enough beside the rest'
echo "$other" >>actions.csv
p start "$small" --owner o --due 2026-03-20 --verification v
p block show --obstacle 'no paper'
is "$rc" 0 'what runs goes before a draft'
like "$err" "'show' is taken as 'Show it at the market' \(show-it-in-" 'and that is said'
sed -i '/^show-it-to-all/d' actions.csv
n=$(wc -l <actions.csv)
p adjust $small --smaller 'Show it at the market' --reason 'essayé et appris'
like "$err" "already so: Show it at the market" 'typed again it is so'
is "$(wc -l <actions.csv)" "$n" 'and nothing is added'
p adjust cash --smaller x --reason other
like "$err" "smaller does not fit: change:$cash" 'only an action is cut'
p level cash 2 --objective later --why w
for a in One Two; do p action cash 2 $a; done
p adjust sign --smaller 'Sign one' --reason means
like "$err" 'the rest waits as a draft at level 3: Sign' 'a full level is left for the next with room'
p adjust sign-one --level 2 --reason means
p adjust 'Sign one' --level 2 --reason means
like "$err" 'level 2 has its 3 actions already' 'nobody moves into a full level'
p adjust count --smaller 'Half' --title 'Other' --reason means
like "$err" 'smaller gives the new words: leave --title out' 'one set of words'
p adjust 'Sign one' --smaller 'Sign half' --level 3 --reason means
like "$err" 'the rest waits as a draft at level 4: ' 'moved and cut: the rest goes above'
p adjust count --level 3 --reason means
like "$err" "level 3 of 'Cash by two' is not open yet" 'what runs stays at an open level'

sed -i '1s/.*/&/; $a ses,session:s1,,In the session,o,2026-02-01,2026-03-01,,v,doing,,,' actions.csv
printf 'id,series,date\ns1,,2026-02-01\n' >sessions.csv
p adjust ses --smaller 'Half of it' --reason means
like "$err" "'In the session' is of a session, not of a change: it cannot be cut" 'what a session agreed has no next level'
p adjust ses --due 2026-03-08 --reason means
is "$rc" 0 'but it moves'

# --- drop
p drop count
is "$rc" 1 'dropped why?'
like "$err" 'to drop an action, give the reason \(--reason\)' 'asked'
p drop count --reason context --by team
like "$err" "by does not fit: action:$count" 'what would be lost is refused'
p drop count --reason context --note 'no road'
is "$(cell actions count status)" dropped 'dropped'
like "$err" 'dropped, with the reason: Count it' 'said'
like adjustments.csv "action:$count,status,doing,dropped,context,,no road" 'and kept'
p drop count --reason context
like "$err" 'already dropped: Count it' 'again'
p action cash 1 'Count it'
like "$err" 'it was dropped; for a new one with the same words: --again' 'the same again: said how'
p done count
like "$err" "'Count it' was dropped" 'what was dropped is not done'
p adjust count --due 2026-05-01 --reason other
is "$rc" 1 'nor adjusted'
p action cash 1 'In its place'
is "$rc" 0 'its place is free'
p drop box --reason other
like "$err" 'to drop a change, say who decided and why \(--by, --note\)' 'a change needs more'
p drop box --by team --note n --alternative 'a talk'
is "$rc" 1 'a change has no alternative'
like "$err" 'alternative does not fit: change:box-' 'nor is it lost without a word'
p drop box --by team --note 'nobody asked for it'
is "$(cell changes box state)" closed 'dropped'
like reviews.csv ',box-.*,dropped,team,nobody asked for it' 'with its verdict'
p drop box --by team --note 'nobody asked for it'
like "$err" 'already over: Box' 'again'

# --- review
on=2026-07-18
run cpm-plan review --date $on
cat >want <<X
What became of it? (achieved, partly, adapted, replaced, dropped)
  Cash by two
      cpm-plan review cash VERDICT --by WHO
  Minutes
      cpm-plan review minutes VERDICT --by WHO
X
same "$out" want 'what a review asks'
p review cash
is "$rc" 2 'which verdict'
like "$err" 'which verdict\?' 'is asked'
p review cash good --by team
is "$rc" 1 'a verdict is one of them'
p review cash achieved
is "$rc" 2 'somebody decided'
p review cash still_in_use --by team
like "$err" "'Cash by two' is not achieved: whether it is still in use" 'too early to ask'
p review minutes dropped --by team
like "$err" 'say why in --note' 'dropped why?'
p review cash atteint --by team
is "$rc" 0 'a verdict, in French'
like "$err" 'noted: Cash by two: achieved' 'said'
like "$err" '[0-9] of its [0-9] actions are not done' 'with a remark on what is open'
is "$(cell changes cash state) $(tail -1 cycles.csv | cut -d, -f5)" 'closed check' 'closed; the cycle is checking'
cp reviews.csv before
p review cash achieved --by team
is "$rc" 0 'typed again'
like "$err" 'already noted: Cash by two' 'it is there'
same reviews.csv before 'nothing added'
p review cash achieved --by team --note 'the sheets are there'
is "$rc $(grep -c 'the sheets are there' reviews.csv) $(wc -l <reviews.csv)" "0 1 $(wc -l <before)" 'typed again with a note: completed'
p review cash achieved --by team --note 'other words'
is "$rc" 1 'with another note: refused'
like "$err" "note: is 'the sheets are there' already" 'said'
cp before reviews.csv
cp adjustments.csv before
p adjust cash --due 2027-01-31 --reason other
is "$rc" 1 'what is over is not planned any more'
like "$err" "'Cash by two' is over: achieved" 'said'
p adjust cash/1 --due 2027-01-31 --reason other
is "$rc" 1 'nor its levels'
p adjust 'In its place' --owner x --reason other
is "$rc" 1 'nor its actions'
same adjustments.csv before 'and nothing is kept of it'
p review cash partly --by team
like "$err" "'Cash by two' is over: achieved" 'a second verdict does not come'
p propose Later; p review later achieved --by team
like "$err" "'Later' is not chosen yet" 'an idea gets no verdict'

# --- closing
p cycle close
is "$rc" 1 'closing needs verdicts and a lesson'
like "$err" "'Minutes' has no verdict yet" 'the verdict'
like "$err" "no lesson was chosen in 'C1': what will the team do differently\\?" 'the lesson'
is "$(cut -d, -f5 cycles.csv | tail -1)" check 'nothing changed'
p review minutes partly --by team
on=2026-07-17
p review minutes achieved --by team
is "$rc" 1 'no verdict from before the last one'
like "$err" "'Minutes' has a later verdict, of 18 July 2026" 'said'
on=2026-07-18
run cpm-log lesson 'Two is safer' --date $on
run cpm-log lesson --choose two --new-practice 'always two' --owner treasurer --check-on 2026-12-01 --date $on
is "$(cut -d, -f5 cycles.csv | tail -1)" adjust 'a chosen lesson: the cycle is adjusting'
p cycle open --objective o --review-due 2026-12-24
is "$rc" 1 'an open cycle opened with another day'
like "$err" "hint: cpm-plan cycle set C1 --review-due '2026-12-24' --reason WHY" 'is set'
p cycle close -n
is "$(cut -d, -f5 cycles.csv | tail -1)" adjust 'a dry run closes nothing'
p cycle close
is "$rc" 0 'closed'
like "$err" "1 of 3 lessons chosen in 'C1'" 'fewer than three is a remark'
like "$err" 'the cycle C1 is closed; next: cpm-plan cycle open' 'said'
cp cycles.csv before
for c in '' C1; do
	p cycle close $c
	is "$rc $(cat "$out")" '0 C1' 'typed again'
	like "$err" 'already closed: C1' 'it is closed'
done
same cycles.csv before 'as it was'
p cycle set C1 --objective x
like "$err" "'C1' is closed already" 'and it stays as it was'
p cycle open --id C1
like "$err" "'C1' is closed already" 'its id is not used again'

# One day closes a cycle and opens the next: its verdicts are the old one's.
cp -R . ../twin && cp -R ../tujenge.private ../twin.private
cd ../twin || exit 2
p cycle open --objective 'more'
run cpm-plan review --date $on
like "$out" '^  Minutes$' 'what goes on is judged again in the new cycle'
like "$out" '^  Cash by two$' 'what was achieved is asked about'
p review minutes partly --by team
is "$rc" 0 'the same words'
is "$(grep -c ',partly,team,' reviews.csv)" 2 'are a second verdict'
on=2027-03-01; p review cash still_in_use --by team; p review minutes partly --by team
year=2027
for w in 'One more' 'And more'; do
	run cpm-log lesson "$w" --date $on --new-practice x --owner y --check-on 2029-12-01
	run cpm-log lesson --choose "$(cat "$out")" --date $on
	p cycle close
	is "$rc" 0 "closed: $w"
	on=$year-06-01; p cycle open --objective "$w"
	on=$year-07-01
	run cpm-plan review --date $on
	like "$out" '^  Cash by two$' 'asked about again'
	run env SOURCE_DATE_EPOCH="$(date -ud $on +%s)" cpm-plan review cash still_in_use --by team
	is "$rc" 0 'the same answer'
	run env SOURCE_DATE_EPOCH="$(date -ud $on +%s)" cpm-plan review minutes partly --by team
	run cpm-plan review --date $on
	empty "$out" 'is taken'
	unlike "$err" 'again' 'as another one'
	on=$year-08-01 year=2028
done
cd ../tujenge || exit 2

# --- the next cycle
on=2026-07-20
p cycle open --objective 'more'
is "$(cat "$out")" C2 'the next one'
run cpm-plan review --date $on
like "$out" '^Achieved earlier: still in use\?' 'what was achieved is asked about'
like "$out" '^  Minutes$' 'what goes on is judged again'
p review cash toujours en usage --by team
is "$rc" 0 'still in use'
like "$err" 'noted: Cash by two: still in use' 'said'
run cpm-plan review --date $on
unlike "$out" 'still in use' 'and not asked again in this cycle'
p choose later --by team --why w
is "$rc" 0 'what goes on leaves room for one more'
run cpm-check --date $on
is "$rc" 0 'the folder is clean'; sed 's/^/# /' "$err"
# closing with an unanswered "still in use?": a remark
sed -i '/still_in_use/d' reviews.csv
p review minutes achieved --by team; p review later achieved --by team
run cpm-log lesson 'Another' --date $on
run cpm-log lesson --choose another --new-practice x --owner y --check-on 2026-12-01 --date $on
p cycle close
is "$rc" 0 'closes all the same'
like "$err" "is 'Cash by two', achieved earlier, still in use\\?" 'with the question'
# an active change of a cycle that was closed by hand
sed -i "s/^\\(minutes-[^,]*,\\)C1\\(.*\\),closed,/\\1C1\\2,chosen,/" changes.csv; sed -i '/,minutes-/d' reviews.csv
p cycle open --objective x
is "$rc" 1 'no new cycle while a verdict is missing'
like "$err" "'Minutes' has no verdict yet" 'said'
sed -i 's/^C2,.*/&/; $a C3,2026-07-21,2027-01-01,x,plan' cycles.csv
p propose New; p choose new --by a --why b
like "$err" "'Minutes' of the cycle before has no verdict yet" 'nor a new change'
# A verdict that was said otherwise by a slip is said again, in the same words.
cpm-init -q --pack boost-short "$tmp/slip" >/dev/null 2>&1
cd "$tmp/slip" || exit 2
for v in 'propose Water --id water' 'cycle open --objective o' \
    'choose water --by t --why w' 'level water 1 --objective o'; do
	cpm-plan $v --date $on >/dev/null 2>&1
done
for v in partly adapted adapted partly partly; do
	run cpm-plan review water $v --by team --date $on
done
is "$rc" 0 'a verdict taken back'
is "$(sed 1d reviews.csv | cut -d, -f4 | tr '\n' ' ')" 'partly adapted partly ' 'stands, and what is typed twice is one'
done_testing
