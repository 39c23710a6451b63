#!/bin/sh
# Names beside the roles of the plan: on a page that stays private, and on no
# other.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short team >/dev/null 2>&1
cd team || exit 2
p() { v=$1; shift; cpm-plan "$v" -q --date 2026-02-01 "$@" >/dev/null 2>"$err" || cat "$err"; }
p cycle open --objective o --start 2026-01-31
p propose Cash --id cash --owner 'The board'; p choose cash --by team --why w
p level cash 1 --objective ob
p action cash 'Count it' --id count; p start count --owner 'treasurer; Secretary' --due 2026-03-01 --verification v
p action cash 'Sign it' --id sign; p start sign --owner chair --due 2026-03-01 --verification v
run cpm-plan board --names -o ../wall.txt
is "$rc" 0 'without a private table'
like "$err" 'warning: nobody of the private people.csv has a role of the plan' 'nobody is named, and that is said'
mkdir -p ../team.private && chmod 700 ../team.private
cat >../team.private/people.csv <<'X'
code,name,role
p1,Amina Zebramark,Treasurer
p2,Benoît Zebramark,"secretary, cashier"
p3,Chantal Zebramark,the  board
p4,Désiré Zebramark,the board
p5,Émile Zebramark,driver
p6,,chair
X
chmod 600 ../team.private/people.csv
wall=../wall.txt
run cpm-plan board --names -o $wall --date 2026-02-01
is "$rc" 0 'a page with names'; empty "$err" 'without a word'; empty "$out" 'nor on standard output'
is "$(head -1 $wall)" 'This page holds names: it stays with the team.' 'which says so first'
like $wall 'Led by: The board \(Chantal Zebramark, Désiré Zebramark\)' 'two who have one role'
tr -s ' \n' ' ' <$wall >"$tmp/flat"
like "$tmp/flat" 'treasurer \(Amina Zebramark\), Secretary \(Benoît Zebramark\)' 'two roles, each with its name'
like "$tmp/flat" 'Sign it: under way · chair · for 1 March 2026' 'a role without a name stays as it is'
unlike $wall 'Émile|driver' 'and nobody else is on it'
is "$(stat -c %a $wall)" 600 'nobody else may read it'
run cpm-plan board --date 2026-02-01
unlike "$out" 'Zebramark|holds names' 'the board without names has none'
cp "$out" "$tmp/plain"
sed 1,2d $wall | wc -l >"$tmp/n"; [ "$(cat "$tmp/n")" -ge "$(wc -l <"$tmp/plain")" ]; ok $? 'it is the same page'
run cpm-plan board --names --lang fr -o $wall
is "$(head -1 $wall | sed 's/\xc2\xa0/ /')" 'Cette page contient des noms : elle reste dans l’équipe.' 'in French'

# --- where it may go
for o in '' '-o -'; do
	run cpm-plan board --names $o
	is "$rc" 2 "not to standard output $o"; empty "$out" 'nothing goes there'
	like "$err" '--names goes to a file that stays private: -o FILE' 'said'
done
run cpm-plan board --names -o /dev/null
is "$rc" 2 'not to a device'; like "$err" '/dev/null: not a file: names go nowhere else' 'said'
cpm-plan board --names -o /dev/stdout 2>"$err" | cat >"$out"
empty "$out" 'nor into a pipe by its name'
for f in report/wall.txt notes/wall.md; do
	run cpm-plan board --names -o $f
	is "$rc" 2 "not into $f, which git keeps"
	[ ! -e $f ]; ok $? 'it is not there'
	unlike "$err" Zebramark 'nor a name in the message'
done
run cpm-plan board --names -o wall.txt
is "$rc" 0 'a file that git ignores'
is "$(git status --porcelain --untracked-files=all | grep -c wall)" 0 'is not committed'
run cpm-plan board --names -o ../team.private/wall.txt
is "$rc" 0 'the private folder'

# --- cpm-report plan and visit
for v in plan visit; do
	[ $v = plan ] && who='Chantal Zebramark, Désiré Zebramark' || who='treasurer \(Amina Zebramark\), Secretary \(Benoît Zebramark\)'
	for f in ../$v.html ../$v.md ../$v.txt; do
		run cpm-report $v --names -o $f --date 2026-02-20
		is "$rc" 0 "cpm-report $v --names -o $f"
		tr -s ' \n' ' ' <$f >"$tmp/flat"
		like "$tmp/flat" 'This page holds names' 'says that it has names'
		like "$tmp/flat" "$who" 'and has them'
		is "$(stat -c %a $f)" 600 'for nobody else'
		run cpm-report $v -o $f --date 2026-02-20
		unlike $f 'Zebramark|holds names' 'not without --names'
	done
	run cpm-report $v --names
	is "$rc" 2 'nor to standard output'; empty "$out" 'nothing'
	run cpm-report $v --names -o report/$v.html
	is "$rc" 2 'nor where git keeps it'; [ ! -e report/$v.html ]; ok $? 'it is not there'
done

# --- a table that is broken
printf 'code,name,rule\np1,Zebramark,x\n' >../team.private/people.csv
rm -f $wall; printf 'x\n"Zebramark' >>../team.private/people.csv
run cpm-plan board --names -o $wall
is "$rc" 1 'a private table that is broken'; [ ! -e $wall ]; ok $? 'makes no page'
unlike "$err" Zebramark 'and is not quoted'
git add -A 2>/dev/null; git ls-files -z | xargs -0 grep -l Zebramark >"$tmp/found"
empty "$tmp/found" 'no committed file has a name'
done_testing
