#!/bin/sh
# What people type first, and what they are told where that is not enough.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
p() { v=$1; shift; run cpm-plan "$v" --date 2026-02-01 "$@"; }

# --- of changes that begin alike the one at work is meant
p cycle open --objective o
p propose 'Water the beds daily'; p propose 'Water tank'; p propose Water
p choose water --by us --why dry
is "$rc" 0 'a title typed whole is meant before ids that only begin so'
like "$out" '^water-[0-9a-z]{4}$' 'that one'
p drop water --by us --note 'by a slip'
p choose 'Water tank' --by us --why dry
p level water 1 --objective full
is "$rc" 1 'the title typed whole stays meant'
like "$err" "'Water' is over: dropped" 'and is over'
sed -i '/^water-[0-9a-z]\{4\},/d' changes.csv
sed -i 1q reviews.csv
p level water 1 --objective full
is "$rc" 0 'a level: the change at work is meant, not an idea'
like "$err" "'water' is taken as 'Water tank' \(water-tank-" 'which is said'
p action water 'Buy a tank'
is "$rc" 0 'an action too'
p adjust water/1 --by 2026-03-01 --reason other
is "$rc" 0 'and a level that is there'
p choose water --by us --why x
is "$rc" 1 'a choice asks which one'
like "$err" "'water' may be several; which one\?" 'as before'

# --- a step on the wall has its own role and day
p start buy --owner treasurer --due 2026-04-01 --verification 'a tank'
p step buy 'Ask two shops' --owner driver --due 2026-03-10
p step buy 'Pay' --owner treasurer
p board
like "$out" '\[ \] Ask two shops · driver · for 10 March 2026$' 'who and when, where they were said'
like "$out" '\[ \] Pay$' "the action's role is not said again"
run cpm-report plan --lang fr
like "$out" '☐ Ask two shops · driver · pour le 10 mars 2026' 'on the page to print, too, in French'
p 'done' ask-two; p board
like "$out" '\[x\] Ask two shops$' 'what is done is done'

# --- what is likely done next
p action water 'Lay the pipe' --owner plumber --due 2026-05-01 --verification v; p start lay
p block buy --obstacle 'no money'
run cpm-next --date 2026-02-02
like "$out" 'cpm-plan done lay$' 'not what is blocked'
p start buy
run cpm-next --date 2026-02-02
like "$out" 'cpm-plan done buy$' 'but what is due earlier'

# --- the same verdict on the same day only adds its note
sed -i 's/2026-02-01/2026-01-01/' cycles.csv
p review 'Water tank' partly --by us
p review 'Water tank' partly --by us --note 'half of it'
is "$rc $(wc -l <reviews.csv)" '0 2' 'one verdict'
like reviews.csv ',partly,us,half of it' 'with the note'
p review 'Water tank' adapted --by us
p review 'Water tank' partly --by us --note 'after all'
is "$(wc -l <reviews.csv)" 4 'said otherwise since, it is said anew'

# --- what is typed first, and the way on
run cpm-plan finish count
is "$rc" 2 'no such verb'
like "$err" "hint: did you mean 'done'\?" 'the one that was meant'
run cpm-plan Échelon
like "$err" "hint: did you mean 'level'\?" 'in French, whatever its accents'
run cpm-log visite
like "$err" "hint: did you mean 'add --mode visit'\?" 'and with its option'
run cpm-plan strat
like "$err" "hint: did you mean 'start'\?" 'the nearest, as before'
p propose Water the beds
is "$rc" 2 'words without quotes'
like "$err" 'hint: words that belong together stand between quotes: "Water the beds"' 'how they stay together'
run cpm-plan propose Water the beds --lang fr
like "$err" 'des mots qui vont ensemble se mettent entre guillemets' 'in French'
run cpm-plan start buy a tank
like "$err" 'quotes: "buy a tank"' 'of an action, too'
run cpm-plan import a.csv b.csv
unlike "$err" 'quotes' 'two files do not belong together'
p level water 1 'It is full'
is "$rc" 2 'an objective without its option'
like "$err" "hint: cpm-plan level water 1 --objective 'WORDS'" 'is told where it goes'
p adjust buy --due 2026-05-01
like "$err" 'hint: --reason: context, means, internal, tried_and_learnt or other' 'the reasons there are'
p drop buy
like "$err" 'hint: --reason: context, means' 'for dropping, too'
run cpm-plan done
unlike "$err" 'help' 'what could be meant needs no help'
like "$err" 'cpm-plan done buy' 'but what to type'
p propose Beds --dimensions 'Money'
is "$rc" 0 'the beginning of a label'
like changes.csv '^beds-.*,RES,' 'is that thread'
p propose --from need
is "$rc" 1 'an origin that is not there'
like "$err" "hint: 'cpm-plan propose --list' shows what there is" 'where they are listed'
p propose Trees --dimensions 'Rain'
is "$rc" 1 'a word that begins none'
like "$err" 'hint: there are STR \(Direction and identity\), GOV' 'which threads there are'
printf 'date,what,seen_by\n2026-01-05,Lit,cook\n' >"$tmp/seen.csv"
run cpm-log import "$tmp/seen.csv"
is "$rc" 1 'a sheet of another kind'
like "$err" 'hint: it looks like a sheet for: cpm-log import seen FILE' 'is known by its header'
printf 'date,quoi,signalé par\n2026-01-05,Pluie,cuisine\n' >"$tmp/diff.csv"
run cpm-log import "$tmp/diff.csv" --lang fr
like "$err" 'cela ressemble à une feuille pour.*cpm-log import difficulties FICHIER' 'in French'
printf 'a,b\n1,2\n' >"$tmp/none.csv"
run cpm-log import "$tmp/none.csv"
unlike "$err" 'looks like' 'or of none'
# A story of the private folder is named, and its words are not.
cpm-log story 'Tanks MARKSTORY' >/dev/null 2>&1
cpm-log story 'Tanks for all' --consent yes >/dev/null 2>&1
run cpm-log story --share tanks
like "$err" 'hint: story-[0-9a-z]{4}  \(private\)$' 'private'
unlike "$err" 'MARKSTORY' 'and no more'

# --- nothing there yet, at a terminal
if command -v script >/dev/null; then
	seen() { TERM=dumb script -qec "$*" /dev/null </dev/null >"$out" 2>&1; }
	cpm-init -q --pack boost-short "$tmp/empty" >/dev/null 2>&1
	seen cpm-plan list -C "$tmp/empty"
	like "$out" "nothing is planned yet: cpm-plan propose 'WORDS'" 'an empty plan says so'
	seen cpm-plan rank -C "$tmp/empty"
	like "$out" 'no proposal waits for a choice' 'no idea'
	seen cpm-log list seen -C "$tmp/empty" --lang fr
	like "$out" 'rien de cela n.est encore noté' 'nothing in the log, in French'
	cpm-plan propose -q -C "$tmp/empty" Trees >/dev/null
	seen cpm-plan list -C "$tmp/empty"
	like "$out" 'no change is at work; the proposals: cpm-plan rank' 'only ideas'
	run cpm-plan list -C "$tmp/empty"
	empty "$err" 'in a pipe nothing is remarked'
fi

done_testing
