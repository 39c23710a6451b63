#!/bin/sh
# The team's own word for a level, wherever a person reads one, in both
# languages; the tables and the commands keep theirs.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
sed -i 's/^level_label_en,.*/level_label_en,stage/; s/^level_label_fr,.*/level_label_fr,étape/' cpm.csv
: >../said.en; : >../said.fr
# p VERB…: in French first, in a copy, then in English; all that is said is
# kept.
p() {
	v=$1; shift
	rm -rf ../copy; cp -R . ../copy
	run cpm-plan "$v" --date 2026-02-01 "$@" --lang fr -C ../copy; cat "$out" "$err" >>../said.fr; cp "$err" ../fr
	run cpm-plan "$v" --date 2026-02-01 "$@"; cat "$out" "$err" >>../said.en
}
next() {
	run cpm-next --date 2026-02-01 --lang fr; cat "$out" >>../said.fr; cp "$out" ../fr
	run cpm-next --date 2026-02-01; cat "$out" >>../said.en
}
check() {
	run cpm-check --date 2026-02-01 --lang fr; cat "$err" >>../said.fr; cp "$err" ../fr
	run cpm-check --date 2026-02-01; cat "$err" >>../said.en
}
p cycle open --objective o; p propose Cash; p choose cash --by team --why w
next
like "$out" '^“Cash” is chosen; stage 1 is not open yet' 'what comes next'
like ../fr '^« Cash » est choisi ; à ouvrir : étape 1\.' 'in French, whatever its gender'
p level cash one --objective x
like "$err" "stage: not a whole number from 1 to 99: 'one'" 'a number is asked for'
like ../fr 'étape : ' 'in French'
p level cash 1
like "$err" "stage 1 of 'Cash' needs an objective" 'an objective'
like ../fr 'étape 1 de « Cash » : il faut un objectif' 'in French'
p level cash 2 --objective x
like "$err" "stage 1 of 'Cash' is not open yet" 'the one below'
like ../fr 'étape 1 de « Cash » : ce n’est pas encore ouvert' 'in French'
p level cash 1 --objective counted
like "$err" 'open: stage 1 of Cash' 'open'
next
like "$out" '^“Cash”: stage 1 is open and has no action yet' 'an empty one'
like ../fr '^« Cash » : étape 1, aucune action pour l’instant' 'in French'
p level cash 1 --objective other
like "$err" "stage 1 of 'Cash' is open already: 'counted'" 'open already'
p level cash 2 --objective later
like "$err" "stage 1 of 'Cash' is not done \(0 of 0 actions\)" 'in order'
like ../fr 'étape 1 de « Cash » : ce n’est pas fini \(actions faites : 0 sur 0\)' 'in French'
for t in One Two Three; do p action cash 1 $t; done
like "$err" 'draft at stage 1: Three' 'a draft'
p action cash 1 Four
like "$err" 'stage 1 has its 3 actions already' 'full'
like "$err" 'or plan it at stage 2' 'and the way'
like ../fr 'étape 1 : il y a déjà 3 actions' 'in French'
p action cash 2 Later
like "$err" 'stage 2 is not open yet; the draft waits' 'a draft that waits'
p start later
like "$err" "stage 2 of 'Cash' is not open yet" 'not to be started'
p done cash/1
like "$err" "stage 1 of 'Cash' still has 'One', 'Two" 'not done'
like ../fr 'étape 1 de « Cash » : il reste « One' 'in French'
p adjust one --smaller 'Half of one' --reason means
like "$err" 'the rest waits as a draft at stage 2: One' 'cut smaller'
p done half; p done two; p done three
like "$err" 'that was the last action of stage 1;' 'the last action'
next
like "$out" '^All actions of stage 1 of “Cash” are done' 'nobody said so yet'
like "$out" 'then open stage 2$' 'and then'
p done cash/1
like "$err" 'stage 1 is reached: counted' 'reached'
like ../fr 'étape 1, objectif atteint : counted' 'in French'
p adjust cash/1 --by 2026-03-01 --reason other
like "$err" "stage 1 of 'Cash' is reached already" 'over'
p done nothing-of-the-kind
like "$err" "no such action, step, stage or change" 'a slip'
p list --table
like "$out" 'stage 1: counted' 'listed'
p board
like "$out" '^   stage 1: counted \(reached' 'on the wall'
p level cash 2 --objective later --by 2026-02-10; p due
like "$out" '^      stage cash/2$' 'due'

# By hand.
cp -R . ../hand; cd ../hand || exit 2
cash=$(sed -n 's/^\(cash-[^,]*\),.*/\1/p' changes.csv)
sed -i '/,2,/d' levels.csv; printf '%s,3,third,,\n' "$cash" >>levels.csv
check
like "$err" "stage 3 of 'Cash' without stage 2" 'a hole'
sed -i "\$d" levels.csv; sed -i "s/^\\($cash,1,.*\\),2026-02-01\$/\\1,/" levels.csv; printf '%s,2,second,,\n' "$cash" >>levels.csv
check
like "$err" "stage 2 of 'Cash' is open, stage 1 is not done, and no adjustment says why" 'opened early by hand'
like ../fr "étape 2 de « Cash » : c’est ouvert avant que le travail soit fini \(étape 1\)" 'in French'
for i in 1 2 3; do printf 'x%s,change:%s,2,X,,,,,,draft,,,\n' $i "$cash" >>actions.csv; done
check
like "$err" "action 4 of at most 3 at stage 2: 'X'" 'too many by hand'
p board
like "$err" 'stage 2 has more than 3 key actions' 'remarked by commands'
cd ../tujenge || exit 2

# Nothing said anything else; words that are typed stay as they are.
sed 's/cpm-plan level//; s/levels\.csv//g; s/column .level.//' ../said.en >../rest
unlike ../rest '[Ll]evel' 'nowhere the general word'
unlike ../said.fr 'échelon|palier|level [0-9]' 'nor in French'
done_testing
