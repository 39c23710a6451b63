#!/bin/sh
# What a row refers to is typed by id or by the words of a title; a name that
# nothing has is met with the nearest.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-02-14
q() { "$@" --date $on >/dev/null 2>"$err" || sed 's/^/# /' "$err"; }
l() { v=$1; shift; run cpm-log "$v" --date $on "$@"; }
q cpm-plan cycle open --objective 'Trust' --start 2026-01-31
q cpm-plan propose 'Count the cash every month' --id cash
q cpm-plan choose cash --by t --why w
q cpm-plan level cash 1 --objective o
q cpm-plan action cash 1 'Buy two tins' --id tins
q cpm-plan action cash 1 'Show the notebook' --id book
q cpm-log lesson 'Two count better' --id lt

# --- --refs and --ref
l add Visited --mode visit --refs 'Buy two tins' --id v1
is "$rc" 0 'a title'
like log.csv '^v1,.*,action:tins,' 'is kept as what it names'
like "$err" "'Buy two tins' is taken as 'Buy two tins' \(tins\)" 'and said'
l add Visited --mode visit --refs 'Buy two tins, show the NOTEBOOK; two count' --id v2
like log.csv '^v2,.*,action:tins action:book lesson:lt,' 'several, with commas between'
l add Visited --mode visit --refs 'tins change:cash,the notebook' --id v3
like log.csv '^v3,.*,action:tins change:cash action:book,' 'ids and words'
l add Visited --mode visit --refs 'change:every month' --id v4
like log.csv '^v4,.*,change:cash,' 'words of a table'
l add Visited --mode visit --refs 'Direction and identity' --id v5
like log.csv '^v5,.*,dimension:STR,' 'a thread by its label'
l seen 'More trust' --ref 'the notebook' --id s1
like small-changes.csv '^s1,.*,action:book,' 'a small change'
l lesson 'Paper lasts' --ref 'show the notebook' --id l1
like lessons.csv '^l1,action:book,' 'a lesson'
run cpm-plan indicator 'Months counted' --baseline 0 --target 9 --ref 'every month' --id months --date $on
like indicators.csv '^months,change:cash,' 'an indicator'
cp log.csv before
l add Visited --mode visit --refs 'Buy too tinz'
is "$rc" 1 'a title that nothing has'
like "$err" "no such id: 'Buy too tinz'" 'is named whole'
l add Visited --mode visit --refs 'tins bok'
is "$rc" 1 'beside an id a word is one'
like "$err" "no such id: 'bok'" 'named'
like "$err" "did you mean 'book'" 'with the nearest'
l add Visited --mode visit --refs two
is "$rc" 1 'words of several'
like "$err" "'two' may be several; which one" 'are asked about'
like "$err" 'hint: action:tins  Buy two tins$' 'with the table, where they are of several'
like "$err" 'hint: lesson:lt  Two count better$' 'each'
LANGUAGE=fr l add Visited --mode visit --refs 'the notebook' -q
LANGUAGE=fr l add Visite --mode visit --refs 'the notebook' --id fr
like "$err" '« *.the notebook.» est compris comme «.Show the notebook.» \(book\)$' 'in French'
cp before log.csv

# What is private is referred to by nothing, in words as by its id.
l seen 'A quarrel in the yard' --private --id quarrel
l add Visited --mode visit --refs 'quarrel in the yard'
is "$rc" 1 'words of a private row'
unlike "$err" 'taken|several' 'mean nothing'
same log.csv before 'and nothing is written'

# --- list --ref
run cpm-log list --ref 'two tins' --csv
is "$rc $(sed 1d "$out" | cut -d, -f1 | tr '\n' ' ')" '0 v1 v2 v3 ' 'rows by the words of what they touched'
like "$err" "'two tins' is taken as 'Buy two tins' \(tins\)" 'which is said'
run cpm-log list lessons --ref 'show the notebook' --csv
is "$(sed 1d "$out" | cut -d, -f1)" l1 'lessons'
run cpm-log list seen --ref book --csv
is "$(sed 1d "$out" | cut -d, -f1)" s1 'by id, as ever'
empty "$err" 'without a word'
run cpm-log list seen --ref tins --csv
is "$rc $(wc -l <"$out")" '0 1' 'what nothing touched is an empty list'
empty "$err" 'no fault'
run cpm-log list --ref bok
is "$rc" 1 'a name that nothing has'
empty "$out" 'lists nothing'
like "$err" "no such id: 'bok'" 'is said'
like "$err" "did you mean 'book'" 'with the nearest'
run cpm-log list --lang fr --ref bok
like "$err" 'aucun identifiant : «.bok.»|«.bok.»' 'in French'
run cpm-log list --ref action: --csv
is "$(sed 1d "$out" | wc -l)" 3 'the beginning of several that rows refer to'
q cpm-plan action cash 1 'More tins' --id tins-more
l add Visited --mode visit --refs tins-more --id v6
run cpm-log list --ref tins --csv
is "$(sed 1d "$out" | cut -d, -f1 | tr '\n' ' ')" 'v1 v2 v3 ' 'a whole id is no beginning of another'
sed -i '/^tins-more/d' actions.csv
run cpm-log list --ref tins-more --csv
is "$(sed 1d "$out" | cut -d, -f1)" v6 'what is gone can still be looked for'
run cpm-log list -f log.csv --ref nothing --csv
is "$rc $(wc -l <"$out")" '0 1' 'in a file alone nothing is known of names'

# --- the plan's listing is of one change
run cpm-plan list 'every month' --csv
is "$rc" 0 'a change by words'
like "$err" "'every month' is taken as 'Count the cash every month' \(cash\)" 'said'
run cpm-plan list cahs
is "$rc" 1 'a change that is none'
like "$err" "did you mean 'cash'" 'with the nearest'
# A comma may be the title's own.
q cpm-plan action cash 1 'Sit together, every month' --id sit
l add Visited --mode visit --refs 'Sit together, every month' --id w1
is "$rc" 0 'a title that has a comma'
like log.csv '^w1,.*,action:sit,Visited' 'is one, and nothing else'
l add Visited --mode visit --refs 'sit together, the notebook' --id w2
like log.csv '^w2,.*,action:sit action:book,' 'two titles are two'
done_testing
