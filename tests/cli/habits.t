#!/bin/sh
# Files as spreadsheets leave them are read by every command, which says so;
# a write keeps their ways and changes one record, as git sees it.
. "${0%/*}/../lib.sh"
d=--date=2026-02-27

{
	cpm-init --lang fr $d team && cd team && git add -A && git commit -qm x &&
	cpm-plan cycle open --start 2026-01-31 $d &&
	c=$(cpm-plan propose 'Compter la caisse' --dimensions RES $d) &&
	cpm-plan choose "$c" --by 'équipe' --why 'urgent' $d &&
	cpm-plan level "$c" 1 --objective 'compter' $d &&
	for t in 'Compter chaque vendredi' 'Ranger les reçus' 'Afficher le solde'; do
		a=$(cpm-plan action "$c" 1 "$t" --owner 'trésorière' --due 2026-02-28 --means 'cahier' --verification 'été, signé' $d) &&
		cpm-plan start "$a" $d || break
	done && cd ..
} >log 2>&1
[ -f team/actions.csv ] && [ "$(grep -c . team/actions.csv)" = 4 ]; ok $? 'a team with three actions'
a=$(sed -n 3p team/actions.csv | cut -d, -f1)

# NAME SED-LIKE-FILTER SAID: how the file then looks
habit() {
	name=$1 filter=$2 said=$3 lines=$4
	rm -rf t; cp -a team t; cd t
	sh -c "$filter" <actions.csv >x.tmp && mv x.tmp actions.csv
	git add -A -f actions.csv && git commit -qm "$name" >/dev/null
	: >../all.err
	for cmd in 'cpm-plan list --csv' 'cpm-plan due --within 14d' 'cpm-plan board' 'cpm-next' 'cpm-check'; do
		$cmd $d >../x.out 2>../x.err || echo "# $cmd: status $?"
		grep -Eq -- "actions.csv: .*$said" ../x.err || echo "$cmd" >>../all.err
	done
	cmp -s /dev/null ../all.err; ok $? "$name: every command reads it and says so"
	sed 's/^/# not said by: /' ../all.err
	run cpm-plan done "$a" $d
	is "$rc" 0 "$name: a write"
	is "$(git diff --numstat actions.csv | cut -f1,2 | tr '\t' ' ')" "$lines" "$name: changes one record"
	cd ..
}
# Our test data hold no separator but the commas; a quoted cell stays quoted.
csv2() { printf '%s\n' "perl -ne 'my @f; while (/\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\\n]*))(,|\\n|\$)/g) { push @f, defined \$1 ? \$1 : \$2; last if \$3 ne q(,) } print join(q($1), @f), qq($2)'"; }
habit 'semicolons' "$(csv2 ';' '\n')" "separator ';'" '1 1'
habit 'tabs' "$(csv2 '\t' '\n' | sed 's/q(\\t)/qq(\\t)/')" 'separator TAB' '1 1'
habit 'CR LF' "sed 's/\$/\r/'" 'line ends CR LF' '1 1'
habit 'a byte-order mark' "printf '\\357\\273\\277'; cat" 'byte-order mark' '1 1'
habit 'French names and words' "sed '1s/title/titre/; 1s/owner/responsable/; 1s/status/statut/; 1s/due/échéance/; s/,doing,/,en cours,/'" 'own names of columns' '1 1'
habit 'Excel in French' "printf '\\357\\273\\277'; $(csv2 ';' '\r\n')" "byte-order mark, separator ';', line ends CR LF" '1 1'

# CP1252 is converted whole, and that is said.
rm -rf t; cp -a team t; cd t
iconv -f UTF-8 -t CP1252 actions.csv >x.tmp && mv x.tmp actions.csv
git add -A -f actions.csv; git commit -qm cp1252
run cpm-plan list --csv $d
is "$rc" 0 'CP1252 is read'
like "$err" 'actions.csv: read with its own habits: encoding CP1252' 'and said'
like "$out" 'Ranger les reçus' 'rightly'
run cpm-plan done "$a" $d
is "$rc" 0 'and written'
like "$err" 'actions.csv: written as UTF-8 from now on' 'as UTF-8, which is said'
iconv -f UTF-8 -t UTF-8 actions.csv >/dev/null 2>&1; ok $? 'the file is UTF-8 now'
is "$(grep -c 'trésorière' actions.csv)" 3 'all of it'
cd ..

# A write in a canonical folder: one line a record.
rm -rf t; cp -a team t; cd t; git add -A; git commit -qm y
run cpm-plan done "$a" --seen 'rangés' --for 'tous' $d
is "$(git diff --numstat actions.csv | cut -f1,2 | tr '\t' ' ')" '1 1' 'a changed action is one changed line'
is "$(git status --porcelain | sort | tr '\n' ';')" ' M actions.csv;?? small-changes.csv;' 'and nothing else but what was seen'
# What a round freezes has no habits: it is read by every later command.
cd "$work"; rm -rf t; cp -a team t; cd t
sed -i '1s/label_fr/libellé_fr/; s/$/\r/' criteria.csv
{ printf '\357\273\277'; cat ../team/groups.csv; } >groups.csv
run cpm-assess open R1 $d
is "$rc" 0 'a framework with habits is frozen'
is "$(head -1 rounds/R1/criteria.csv | tr -d '\r')" "$(head -1 ../team/criteria.csv)" 'under its canonical names'
is "$(grep -c "$(printf '\r')" rounds/R1/criteria.csv)" 0 'with plain line ends'
is "$(tail -n +2 rounds/R1/criteria.csv | cut -d, -f1 | tr '\n' ' ')" "$(tail -n +2 ../team/criteria.csv | cut -d, -f1 | tr '\n' ' ')" 'whole'
run cpm-assess form R1 -o f.md
unlike "$err" 'rounds/R1' 'so nobody hears of its habits again'
is "$(od -An -tx1 -N3 rounds/R1/groups.csv | tr -d ' ')" 69642c 'and no byte-order mark'
done_testing
