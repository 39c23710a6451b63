#!/bin/sh
# A listing at a terminal fits it: cells break at blanks, ids and days never.
. "${0%/*}/../lib.sh"

if ! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	plan 1; skip 'no pseudo-terminal'; exit 0
fi
on='--date 2026-02-01'
cpm-init -q --pack boost-short --lang en $on tujenge >/dev/null 2>&1
cd tujenge || exit 2
q() { "$@" >/dev/null 2>"$err" || sed 's/^/# /' "$err"; }
q cpm-plan propose 'Meet every month, and write what was decided down so that all can read it' --owner 'secretary of the assembly' --due 2026-06-30 $on
q cpm-plan propose 'جمع المال كل شهر مع كل الأعضاء' $on
q cpm-plan cycle open --objective 'One page' $on
q cpm-plan choose meet --by assembly --why 'nobody remembers' $on
q cpm-plan level meet 1 --objective 'Minutes hang at the door of the office and of the school' --by 2026-03-31 $on
q cpm-plan action meet 'Choose the two who write, one of them a volunteer, and tell everybody' --due 2026-02-28 $on
q cpm-plan adjust choose --due 2026-03-10 --reason context --note 'the road is closed until the water has gone' $on
wide() { # COLUMNS COMMAND
	NO_COLOR=1 script -qec "stty cols $1; $2" /dev/null </dev/null 2>&1 | tr -d '\r' >"$out"
}
# Characters, not bytes, in the longest line.
longest() { perl -CSD -ne 'chomp; $m = length if length > ($m // 0); END { print $m // 0 }' "$out"; }

for c in 'list --all' 'list --adjusted' 'rank --all'; do
	wide 80 "cpm-plan $c -q $on"
	[ "$(longest)" -le 80 ]
	ok $? "$c fits 80 columns"
	unlike "$out" ' $' '  and no line ends in blanks'
	is "$(tr -s ' \n' '  ' <"$out" | grep -c .)" 1 '  and says something'
done
wide 80 "cpm-plan list -q $on"
is "$(tr -s ' \n' '\n\n' <"$out" | grep -cxE 'decided|volunteer,|everybody|assembly|2026-06-30|2026-03-10|2026-03-31|meet/1')" 8 'no word is lost, and a day stays whole'
like "$out" '^choose +Choose the' 'an id stands at the first line of its row'
like "$out" '^ {13,}[a-z]' 'what goes on is indented as it began'
cp "$out" narrow
wide 200 "cpm-plan list -q $on"
is "$(wc -l <"$out")" 4 'where there is room a row is a line'
[ "$(wc -l <narrow)" -gt 4 ]
ok $? 'where there is none, several'
wide 20 "cpm-plan list -q $on"
like "$out" '2026-06-30' 'a terminal that is too narrow for the words loses none'
cpm-plan list --table $on 2>/dev/null >"$out"
is "$(wc -l <"$out")" 4 'in a pipe nobody knows how wide it is'
done_testing
