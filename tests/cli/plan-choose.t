#!/bin/sh
# Three pivotal changes: proposing, ranking, choosing, cycles.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
plan_() { v=$1; shift; run cpm-plan "$v" --date 2026-01-31 "$@"; }

# --- what does not go with a cycle's word is refused, not ignored
for w in 'open --status closed' 'set --id C9' 'close --objective x'; do
	run cpm-plan cycle $w
	is "$rc" 2 "cycle $w"
	like "$err" "does not go with 'cycle ${w%% *}'" 'said'
done
run cpm-plan cycle --objective x
is "$rc" 2 'an option without a word'
like "$err" "'--objective' needs open or set" 'said'
run cpm-plan cycle open C9
is "$rc" 2 'open takes its id with --id'
like "$err" "one word too many: 'C9'" 'said'

# --- propose
plan_ propose 'Count the cash' --dimensions 'RES' --priority 3 --means 3 --feasible 3 --why 'nobody knows the balance'
is "$rc" 0 'an idea is proposed'
cash=$(cat "$out")
like "$out" '^count-the-cash-[0-9a-z]{4}$' 'and its id printed'
like "$err" 'proposed: Count the cash' 'and said'
is "$(cell changes count state)" proposed 'as a proposal'
cp changes.csv before
plan_ propose 'Count the cash' --priority 1
is "$rc" 1 'typed again with another value it is refused'
like "$err" "priority: is '3' already" 'which is said'
like "$err" "hint: cpm-plan adjust $cash --priority '1' --reason WHY" 'with the way'
same changes.csv before 'nothing is changed'
plan_ propose 'Count the cash' --priority 3
is "$rc" 0 'typed again it is found'
unlike "$err" 'completed' 'nothing was lacking'
like "$err" 'already there: count-the-cash-' 'and that is said'
is "$(cat "$out")" "$cash" 'with the same id'
n=$(wc -l <changes.csv)
plan_ propose count --means 3
is "$rc" 0 'the beginning of its id finds it, too'
is "$(wc -l <changes.csv)" "$n" 'and proposes nothing new'
like "$err" "'count' is taken as 'Count the cash'; a new idea with this word: --again" 'which is said'
is "$(cat "$out")" "$cash" 'with the same id'
plan_ propose -n Count --means 3
like "$err" 'would write changes.csv' 'a capital makes it a title'
plan_ propose count --means 3 --lang fr
like "$err" 'une nouvelle idée avec ce mot.*--again' 'in French'
same changes.csv before 'nothing is added'
plan_ propose 'Count the cash' --again
is "$(table=$(grep -c '^count-the-cash' changes.csv); echo "$table")" 2 '--again makes a genuine second'
# Two titles with one slug whose hashes begin alike are two changes.
plan_ propose 'صندوق 555'; first=$(cat "$out")
plan_ propose 'صندوق 713'; second=$(cat "$out")
is "$rc $(grep -c 'صندوق' changes.csv)" '0 2' 'titles whose ids would be the same are both kept'
plan_ propose 'صندوق 713'
is "$(cat "$out") $(grep -c 'صندوق' changes.csv)" "$second 2" 'and found when they are typed again'
sed -i '/صندوق/d' changes.csv
cp before changes.csv
run cpm-plan propose 'Count the cash' --date 2026-02-03 --owner treasurer --due 2026-06-30 --start 2026-02-01
is "$rc $(cat "$out")" "0 $cash" 'with more, on another day, it is the same row'
like "$err" 'completed: --owner, --start, --due' 'which is completed'
is "$(cell changes count owner) $(cell changes count due) $(cell changes count priority)" 'treasurer 2026-06-30 3' 'what was there stays'
run cpm-plan adjust $cash --date 2026-02-03 --priority 2 --means 1 --feasible 1 --why 'the roof first' --reason context
is "$rc" 0 'adjusted'
is "$(cell changes count priority) $(cell changes count means_ok) $(cell changes count feasible) $(cell changes count why)" '2 1 1 the roof first' 'the ranking numbers too'
like adjustments.csv "change:$cash,means_ok,3,1,context" 'and what stood there is kept'
rm adjustments.csv
cp before changes.csv
plan_ propose 'Website' --id count
is "$(cell changes count- state)" proposed 'an id of its own'
plan_ propose 'Something else' --id count
is "$rc" 1 'an id that is taken is no place for another idea'
like "$err" "the id 'count' is taken by: Website" 'said'
plan_ propose 'Bad id' --id 'a b'
is "$rc" 1 'not every word is an id'
like "$err" "not an identifier .*: 'a b'" 'said'
cp before changes.csv
plan_ propose 'Off the scale' --priority 4 --means x --due 2026-02-30
is "$rc" 1 'all slips are said in one run'
like "$err" "priority: not a whole number from 1 to 3: '4'" 'the priority'
like "$err" "means: not a whole number from 1 to 3: 'x'" 'the means'
like "$err" "due: no such day: '2026-02-30'" 'the day'
plan_ propose 'Wrong way round' --start 2026-05-01 --due 2026-04-01
like "$err" "'Wrong way round' would be due before it starts" 'due before the start'
plan_ propose 'No thread' --dimensions 'REZ'
is "$rc" 1 'an unknown dimension'
like "$err" "no such id: 'REZ'" 'is named'
like "$err" "did you mean 'RES'" 'with the nearest'
plan_ propose ''
is "$rc" 1 'no words'
like "$err" 'TITLE: must not be empty' 'said'
plan_ propose "$(printf 'caf\351')"
is "$rc" 1 'CP1252 on the command line'
like "$err" 'TITLE: not UTF-8' 'said'
same changes.csv before 'and nothing was changed by any of them'
plan_ propose 'Écrire les comptes rendus' --priority 3 --means 3 --feasible 2
plan_ propose 'Complaint box' --priority 2 --means 3 --feasible 3
plan_ propose 'Website'
plan_ propose 'To a file' -o id.txt
like id.txt '^to-a-file-' 'the id into a file'; empty "$out" 'and not elsewhere'
sed -i '/^to-a-file/d' changes.csv
plan_ propose 'Dry' -n
is "$(grep -c Dry changes.csv)" 0 'a dry run changes nothing'

# --- rank
run cpm-plan rank
cat >want <<X
rank,id,title,priority,means,feasible,sum,note
1,$cash,Count the cash,3,3,3,9,
2,$(cell changes ecrire id),Écrire les comptes rendus,3,3,2,8,tied
2,$(cell changes complaint id),Complaint box,2,3,3,8,tied
,$(cell changes website id),Website,,,,,unrated
X
same "$out" want 'ranked by the sum, ties shown, the unrated last'
run cpm-plan rank --table
like "$out" '^ *2 +ecrire +Écrire les comptes rendus +3 +3 +2 +8 +tied' 'a table for people, with what is enough to type'
like "$out" 'not rated' 'and words'

# --- choose
plan_ choose count --by 'focal team' --why 'the vote'
is "$rc" 1 'no cycle, no choice'
like "$err" 'no cycle is open' 'said'
like "$err" "hint: cpm-plan cycle open --objective 'WORDS'" 'with the way'
plan_ cycle open --objective 'Accounts that all can follow'
is "$(cat "$out")" C1 'the first cycle is C1'
like "$err" 'the cycle C1 is open; it is reviewed by 31 October 2026' 'nine months by itself'
plan_ cycle open --objective 'Accounts that all can follow'
is "$rc" 0 'the same words again'
like "$err" 'already open: C1' 'find it'
plan_ cycle open --objective 'Another'
is "$rc" 1 'a second one is refused'
like "$err" "'C1' is open: one cycle at a time" 'said'
plan_ choose count --why 'the vote'
is "$rc" 2 'who decided is needed'
like "$err" "option '--by' is needed" 'said'
plan_ choose count --by 'focal team'
like "$err" "option '--why' is needed" 'and why'
plan_ choose count --by 'focal team' --why 'the vote' --due 2026-12-31
is "$rc" 0 'chosen'
like "$err" '2026-12-31 is beyond the cycle.s months, which end on 31 July 2026' 'late is a remark, not a refusal'
is "$(cell changes count state) $(cell changes count cycle) $(cell changes count decided_on) $(cell changes count decided_by) $(cell changes count note)" \
    'chosen C1 2026-01-31 focal team the vote' 'with who, when, why'
plan_ choose 'Count the cash' --by 'focal team' --why 'the vote'
is "$rc" 0 'typed again'
like "$err" 'already chosen on 31 January 2026: Count the cash' 'it is said'
plan_ choose 'Count the cash' --by 'focal team' --why 'the vote' --replaces comptes
is "$rc" 1 'what is active takes no other place'
like "$err" "'Count the cash' is active already: it takes nobody's place" 'said'
unlike "$err" 'completed' 'and nothing is completed'
plan_ choose 'Count the cash' --by 'focal team' --why 'the vote' --owner treasurer
is "$rc $(cell changes count owner)" '0 treasurer' 'chosen with more: completed'
like "$err" 'completed: --owner' 'said'
cp changes.csv before
plan_ choose 'Count the cash' --by 'the board' --why 'the vote' --due 2026-11-30
is "$rc" 1 'chosen with something else: refused'
like "$err" "by: is 'focal team' already" 'who decided'
like "$err" "hint: cpm-plan adjust $cash --due '2026-11-30' --reason WHY" 'and what adjust can change'
same changes.csv before 'nothing is changed'
plan_ choose comptes --by a --why b
is "$rc" 0 'a word of the title is enough'
like "$err" "'comptes' is taken as 'Écrire les comptes rendus' \(ecrire-les-comptes-rendus" 'and said'
unlike "$err" 'builds on a strength' 'no remark before the last is chosen'
plan_ choose box --by a --why b
like "$err" 'none of the chosen changes builds on a strength yet' 'nothing built on a strength: a remark'
cp changes.csv before
plan_ choose website --by a --why b
is "$rc" 1 'a fourth is refused'
like "$err" "there are already 3 active changes: 'Count the cash', 'Écrire les comptes rendus', 'Complaint box'" 'naming the three'
like "$err" 'may take another.s place \(--replaces\)' 'and the way'
same changes.csv before 'nothing changed'
plan_ choose wibsite --by a --why b
is "$rc" 1 'a slip of the keyboard'
like "$err" "no such change: 'wibsite'" 'is said'
like "$err" "did you mean 'website-" 'with the nearest id'
plan_ choose zzzzzz --by a --why b
like "$err" "'cpm-plan list --all' shows what there is" 'or where to look'
plan_ choose comtpes --by a --why b
like "$err" "did you mean 'ecrire-les-comptes-rendus-" 'any word of an id may be the nearest'
plan_ choose co --by a --why b
is "$rc" 1 'a beginning of two'
like "$err" "'co' may be several; which one\\?" 'asks which'
like "$err" 'hint: complaint-box-.*  Complaint box' 'and names them with their words'
plan_ choose website --by a --why 'more urgent' --replaces website
is "$rc" 1 'only an active one is replaced'
like "$err" "'Website' is not active: there is nothing to replace" 'said'
plan_ choose website --by a --why 'more urgent' --replaces box
is "$rc" 0 'one takes the place of another'
is "$(cell changes complaint state) $(cell changes website state)" 'closed chosen' 'the old is closed, the new chosen'
like reviews.csv ',complaint-box-.*,replaced,a,more urgent$' 'with its verdict and why'
is "$(cell changes website replaces)" "$(cell changes complaint id)" 'and remembers whose place it took'
plan_ choose box --by a --why b
is "$rc" 1 'what is over is over'
like "$err" "'Complaint box' is over: replaced" 'said'

plan_ propose 'Complaint box'
like "$err" 'it is over; for a new one with the same words: --again' 'the same idea again: said how'

# --- cycles
run cpm-plan cycle
like "$out" '^C1,plan,2026-01-31,2026-10-31,Accounts that all can follow$' 'cycles as CSV'
run cpm-plan cycle --table --lang fr
like "$out" 'C1 +planification' 'as a table, in words'
run cpm-plan cycle shut
is "$rc" 2 'another word'
like "$err" "a cycle is opened, set or closed, not 'shut'" 'said'
plan_ cycle set --status do --review-due 2026-09-30
is "$rc $(cut -d, -f3,5 cycles.csv | tail -1)" '1 2026-10-31,plan' 'a day that was agreed does not change without a word'
like "$err" "review-due: '2026-10-31' was agreed; say why it changes \(--reason\)" 'said'
plan_ cycle set --status do --note 'harvest comes early'
like "$err" "note goes with --reason" 'a note alone is not lost'
plan_ cycle set --status do --review-due 2026-09-30 --reason context --note 'harvest comes early'
is "$rc $(cut -d, -f3,5 cycles.csv | tail -1)" '0 2026-09-30,do' 'set, with its reason'
like "$err" 'adjusted, with the reason: C1' 'said'
like adjustments.csv ',cycle:C1,review_due,2026-10-31,2026-09-30,context,,harvest comes early$' 'which is kept with what stood there'
cp adjustments.csv before
plan_ cycle set --status do --review-due 2026-09-30 --reason context --note 'harvest comes early'
like "$err" 'already so: C1' 'typed again it is so'
same adjustments.csv before 'and nothing is kept twice'
plan_ cycle set --objective 'All can follow' --reason internal
like adjustments.csv ',cycle:C1,objective,Accounts that all can follow,All can follow,internal' 'the objective too'
plan_ cycle set --status do
like "$err" 'already so: C1' 'a status needs no reason'
plan_ cycle close --reason context
is "$rc" 2 'closing takes no reason'
plan_ cycle set --status closed
like "$err" "a cycle is closed with 'cpm-plan cycle close'" 'but not closed in passing'
plan_ cycle set --review-due 2026-01-01 --reason other
like "$err" "the review of 'C1' would come before its start" 'dates in order'
plan_ cycle set --status clos
is "$rc" 1 'nor in French'
plan_ cycle set --status faire
is "$rc" 0 'French values are understood'
plan_ cycle set --status fini
like "$err" "status: 'fini' is none of: plan, do, check, adjust, closed" 'a word that is none'
plan_ cycle set --status fini --lang fr
like "$err" '«.fini.» n’est pas dans.: planifier, faire' 'in French the French ones'
plan_ cycle close C7
like "$err" "no such id: 'C7'" 'no such cycle'

# --- what a folder may set
sed -i 's/^changes_per_cycle,.*/changes_per_cycle,2/' cpm.csv
plan_ propose 'Fifth'; plan_ choose fifth --by a --why b
like "$err" 'there are already 3 active changes' 'a smaller limit of its own'

run cpm-check
like "$err" "change 3 of at most 2 active ones: 'Website" 'and cpm-check finds what is there already'
done_testing
