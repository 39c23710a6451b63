#!/bin/sh
# cpm-next through a whole cycle: where it stands, and commands that work as
# they are printed.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-01-31
state() { cpm-next --csv --date $on | sed -n '2s/,.*//p'; }
n() { run cpm-next --date $on; }
q() { "$@" --date $on >/dev/null 2>"$err" || sed 's/^/# /' "$err"; }
is "$(state)" no-round 'right after cpm-init'
n
is "$rc" 0 'it is said'
like "$out" '^Nothing is assessed yet' 'in a sentence'
like "$out" '^  cpm-assess open R1$' 'with the command'
like "$out" "^  git add -A && git commit -m 'Our own words'$" 'the own words come first'
like "$out" 'first put criteria.csv \(and groups.csv\) into your own words: opening a round freezes them' 'and why'
mv .git ../git; n; mv ../git .git
like "$out" '^  cpm-check$' 'where git keeps nothing they are checked'
n
empty "$err" 'and nothing else'
git add -A; n
like "$out" '^  git add -A' 'what is only staged is still asked for'
git commit -qm first; index=$(cksum <.git/index)
n
unlike "$out" 'git ' 'once it is committed it is not asked for again'
like "$out" 'begin the first round, which freezes criteria.csv and groups.csv$' 'what the round freezes is said all the same'
run cpm-next --lang fr
like "$out" 'commencer le premier tour, qui fige criteria.csv et groups.csv$' 'in French'
is "$(cksum <.git/index)" "$index" "and git's index is left alone"
sed -i '2s/$/ /' criteria.csv; n
like "$out" '^  git add -A' 'words changed since are to be committed too'
git checkout -q criteria.csv; git rm -q --cached groups.csv; n
like "$out" '^  git add -A' 'and a table that git has no more'
git reset -q --hard; mkdir ../deep; git clone -q . ../deep/er; run cpm-next -C ../deep/er
unlike "$out" "git " "a clone has it"
rm -rf .git ../deep; git init -q; n
n1=$(grep -c '^  [a-z]' "$out")
[ "$n1" -ge 2 ] && [ "$n1" -le 3 ]; ok $? 'two or three of them'
run cpm-next --lang fr
like "$out" '^Rien n’est encore évalué' 'in French'
q cpm-assess open R1 --method consensus
is "$(state)" open 'a round'
n; like "$out" 'Round R1 is open; the team agrees its scores together' 'of consensus'
like "$out" "^  cpm-assess agree R1 THREAD SCORE --evidence 'WORDS'$" 'agreeing comes next'
like "$out" 'then end with cpm-assess agree R1 --done$' 'and its end'
unlike "$out" 'close' 'no close'
sed -i 's/,consensus,/,individual,/' rounds.csv
n; like "$out" 'Round R1 is open; no sheet is in yet' 'without a sheet'
like "$out" '^  cpm-assess form R1 -o form.html$' 'there is one to print'
unlike "$out" 'cpm-assess close' 'is not closed'
mkdir -p ../tujenge.private
printf 'round,date,respondent,group,unit,criterion,score,comment,source\nR1,2026-01-31,AA,x,,RES,3,,\nR1,2026-01-31,AA,x,,GOV,3,,\nR1,2026-01-31,BB,x,,RES,3,,\n' >../tujenge.private/responses.csv
n; like "$out" 'Round R1 is open; 2 sheets are in' 'with two'
unlike "$out" 'AA|BB' 'and nothing of them'
like "$out" '^  cpm-assess close R1$' 'may be closed'
unlike "$out" 'form' 'and no more sheets are printed'
printf '%064d\n' 7 >../tujenge.private/helper
n; unlike "$out" 'close' 'on a computer that helps nothing is closed'
like "$out" '^  cpm-assess sheets export -o FILE$' 'its sheets go where they are counted'
run cpm-next --lang fr
like "$out" '^  cpm-assess sheets export -o FICHIER$' 'in French'
rm ../tujenge.private/helper
sed -i '/BB/d' ../tujenge.private/responses.csv
n; like "$out" '1 sheet is in' 'with one'
mv ../tujenge.private ../away
n; like "$out" 'Round R1 is open\.$' 'without the private folder'
mv ../away ../tujenge.private
sed -i '/^R1/s/,open,/,counted,/2; /^R1/s/,counts,open,/,counts,counted,/' rounds.csv
is "$(state)" counted 'counted'
n; like "$out" '^  cpm-assess talk R1$' 'talk comes next'
like "$out" 'then end with cpm-assess agree R1 --done$' 'as it is typed'
sed -i '/^R1/s/,counted,/,agreed,/' rounds.csv
is "$(state)" no-cycle 'agreed'
n; like "$out" 'Round R1 is agreed; no change is chosen yet' 'changes come next'
like "$out" "cpm-plan propose 'TITLE' --priority" 'as ideas'
q cpm-plan cycle open --objective o
is "$(state)" propose 'a cycle'
n; like "$out" 'The cycle C1 is open; nobody has proposed a change yet' 'without an idea'
for t in Cash Minutes; do q cpm-plan propose $t; done
is "$(state)" choose 'ideas'
n; like "$out" '2 changes are proposed, none is chosen' 'counted'
run cpm-next --date 2027-01-01
like "$out" '2 changes are proposed, none is chosen' 'nothing was chosen: there is nothing to look back at'
q cpm-plan choose cash --by t --why w
is "$(state)" level 'chosen'
n; like "$out" "^  cpm-plan level cash 1 --objective 'WORDS'$" 'with what is enough to type'
q cpm-plan level cash 1 --objective o
is "$(state)" action 'a level'
n; like "$out" '“Cash”: level 1 is open and has no action yet' 'without an action'
q cpm-plan action cash 'Count it'
is "$(state)" start 'a draft'
n; like "$out" '1 key action is a draft; none is under way' 'said'
q cpm-plan start count --owner w --due 2026-03-01 --verification v
is "$(state)" running 'under way'
n; like "$out" 'The plan runs: 0 of 1 key actions done\.$' 'the plan runs'
like "$out" '^  cpm-plan done count$' 'something gets done'
on=2026-03-02
n; like "$out" '0 of 1 key actions done, 1 past the planned day' 'late, in neutral words'
q cpm-plan done count
is "$(state)" reached 'all done'
n; like "$out" '^  cpm-plan done cash/1$' 'the level comes next'
q cpm-plan done cash/1
is "$(state)" running 'nothing waits'
on=2026-11-01
is "$(state)" review 'the review is due'
n; like "$out" 'It is time to look back at the cycle C1' 'said'
q cpm-plan review cash achieved --by t
is "$(state)" lessons 'verdicts'
n; like "$out" 'The cycle C1 has its verdicts; no lesson is chosen yet' 'said'
like "$out" "^  cpm-log lesson 'WORDS'$" 'a lesson comes next'
q cpm-log lesson 'Two is safer'
q cpm-log lesson --choose two --new-practice p --owner o --check-on 2026-12-01
is "$(state)" close 'a lesson'
n; like "$out" '^  cpm-assess open R2 --kind followup$' 'look again'
like "$out" '^  cpm-report review -o report/C1\.html$' 'after the review on paper'
like "$out" '^  cpm-plan cycle close C1$' 'and close'
q cpm-plan cycle close
is "$(state)" closed 'closed'
n; like "$out" 'The cycle C1 is closed; the next one builds on it' 'said'
sed -i '$a R1t,retrospective,R1,2026-10-01,individual,secret,counts,counted,,,,' rounds.csv
is "$(state)" closed 'a look back at an earlier round waits for nothing'
run cpm-next --json --date $on
is "$(jq -r .state "$out" | sort -u)" closed 'as JSON'
run cpm-next -o next.txt --date $on
like next.txt 'The cycle C1 is closed' 'into a file'
# Every command that is printed exists.
for c in $(cpm-next --date $on | sed -n 's/^  \(cpm-[a-z]* [a-z]*\).*/\1/p' | tr ' ' =); do
	${c%=*} ${c#*=} --help >/dev/null 2>&1; ok $? "${c%=*} ${c#*=} is there"
done
cd ..; mkdir no; cd no
run cpm-next
is "$rc" 2 'outside a folder'
cd ../tujenge; printf 'id,status\nC1,"open\n' >cycles.csv
run cpm-next
[ "$rc" -ne 0 ]; ok $? 'a broken table'
empty "$out" 'says nothing false'
# The folder's own limit, not a number of ours.
cd "$work"; rm -rf own own.private
{ cpm-init --lang en own --date 2026-01-05 && cd own &&
  sed -i 's/^changes_per_cycle,.*/changes_per_cycle,2/' cpm.csv &&
  cpm-plan cycle open --start 2026-01-05 --date 2026-01-05 &&
  cpm-plan propose 'Count the cash' --date 2026-01-05; } >/dev/null 2>&1
run cpm-next --date 2026-01-06
like "$out" 'choose, 2 at most' 'the limit is that of cpm.csv'
run cpm-next --date 2026-01-06 --lang fr
like "$out" 'choisir, 2 au plus' 'in French too'
done_testing
