#!/bin/sh
# A day in another order than 2026-12-31: how one is written is said, and what
# in cpm.csv would have it read, wherever a day is taken.
. "${0%/*}/../lib.sh"

run cpm-init --pack boost-short garden; cd garden || exit 2
other() { # TYPED COMMAND… (the day is refused, with the form and the hint)
	day=$1 want=$2; shift 2
	run "$@"
	is "$rc" "$want" "$1 $2: $day"
	like "$err" ": a day is written 2026-12-31, not '$day'" 'the form'
	like "$err" 'hint: date_order in cpm.csv says which of day and month comes first: dmy or mdy$' 'and what cpm.csv can say'
	unlike "$err" 'no such day' 'the day is not denied'
}
find . -name .cpm -prune -o -type f -exec sha256sum {} + | sort >"$tmp/before"
other 31/12/2026 1 cpm-plan propose Count --due 31/12/2026
other 31.12.2026 1 cpm-plan propose Count --due 31.12.2026
other 31-12-2026 1 cpm-plan list --until 31-12-2026
other 05/06/2026 1 cpm-plan indicator Tins --baseline 3 --baseline-on 05/06/2026
other 12/31/2026 1 cpm-plan cycle open --objective Order --start 12/31/2026
other 31/12/2026 1 cpm-log difficulty Rain --due 31/12/2026
other 31/12/2026 2 cpm-log list --since 31/12/2026
other 1/2/2026 2 cpm-report progress --since 1/2/2026
find . -name .cpm -prune -o -type f -exec sha256sum {} + | sort >"$tmp/after"
same "$tmp/after" "$tmp/before" 'and nothing is written'

for day in 31.12.2026 2026/12/31 tomorrow; do
	run cpm-plan list --date $day
	is "$rc" 2 "--date $day"
	like "$err" "^cpm-plan: --date: a day is written 2026-12-31, not '$day'$" 'the form'
	unlike "$err" 'date_order' '--date is read before cpm.csv'
done
run cpm-plan list --date 2026-02-30
like "$err" "^cpm-plan: --date: no such day: '2026-02-30'" 'a day that no calendar has stays one'
run cpm-plan propose Count --due 'next week'
like "$err" "due: a day is written 2026-12-31, not 'next week'" 'words are no day'
unlike "$err" 'hint: date_order' 'and no order makes them one'
run cpm-plan --lang fr propose Count --due 31/12/2026
like "$err" 'due.: un jour s’écrit 2026-12-31, et non «.31/12/2026.»$' 'in French'
like "$err" '^cpm-plan: conseil.: date_order dans cpm.csv dit lequel du jour et du mois' 'with its hint'

# Where the folder has an order, the other one is named.
cp cpm.csv "$tmp/cpm"; sed -i 's/^date_order,.*/date_order,dmy/' cpm.csv
run cpm-plan propose Count --due 31/12/2026
is "$rc" 0 'the folder reads its own order'
like changes.csv ',2026-12-31,' 'and writes the canonical day'
run cpm-plan propose Other --due 12/31/2026
like "$err" "due: no such day: '12/31/2026' \(write it as 2026-12-31\)" 'the other order is no day'
like "$err" 'hint: date_order in cpm.csv says that the day comes first: dmy$' 'why'
run cpm-plan --lang fr propose Other --due 12/31/2026
like "$err" 'date_order dans cpm.csv dit que le jour vient d’abord.: jma$' 'in French'
sed -i 's/^date_order,.*/date_order,mdy/' cpm.csv
run cpm-plan propose Other --due 31/12/2026
like "$err" 'hint: date_order in cpm.csv says that the month comes first: mdy$' 'and the other way round'
run cpm-plan --lang fr propose Other --due 31/12/2026
like "$err" 'dit que le mois vient d’abord.: mja$' 'in French'

# Tables.
printf 'id,due\na,31/12/2026\n' >actions.csv
run cpm-check
is "$rc" 1 'a table in another order than its folder says'
like "$err" "actions.csv:2: column 'due': no such day \(YYYY-MM-DD\): '31/12/2026'" 'the day'
like "$err" 'hint: date_order in cpm.csv says that the month comes first: mdy$' 'and why'
cp "$tmp/cpm" cpm.csv
run cpm-check
like "$err" "column 'due': not written as a day is \(YYYY-MM-DD\): '31/12/2026'" 'a folder that says no order'
like "$err" 'hint: date_order in cpm.csv says which of' 'what it can say'
run cpm-check --lang fr
like "$err" '«.due.».: pas écrit comme un jour \(AAAA-MM-JJ\).: «.31/12/2026.»' 'in French'
rm actions.csv

# Outside a folder, a logbook's days are read with the day first.
cd ..
printf '## 2026-05-03\n\nTeaching: wait.\n' >mine.md
run cpm-log harvest -f mine.md --since 12/31/2026
is "$rc" 2 'a month first, without a folder'
like "$err" "since: no such day: '12/31/2026'" 'said'
unlike "$err" 'cpm.csv' 'and there is no cpm.csv to look into'
done_testing
