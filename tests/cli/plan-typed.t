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
like "$err" "'water-[0-9a-z]{4}' is over: dropped" 'and is over'
sed -i '/^water-[0-9a-z]\{4\},/d' changes.csv
sed -i 1q reviews.csv
p level water 1 --objective full
is "$rc" 0 'a level: the change at work is meant, not an idea'
like "$err" "'water' is taken as water-tank-" 'which is said'
p action water 'Buy a tank'
is "$rc" 0 'an action too'
p adjust water/1 --by 2026-03-01 --reason other
is "$rc" 0 'and a level that is there'
p choose water --by us --why x
is "$rc" 1 'a choice asks which one'
like "$err" "'water' may be several; which one\?" 'as before'

# --- the same verdict on the same day only adds its note
p review 'Water tank' partly --by us
p review 'Water tank' partly --by us --note 'half of it'
is "$rc $(wc -l <reviews.csv)" '0 2' 'one verdict'
like reviews.csv ',partly,us,half of it' 'with the note'
p review 'Water tank' adapted --by us
p review 'Water tank' partly --by us --note 'after all'
is "$(wc -l <reviews.csv)" 4 'said otherwise since, it is said anew'

done_testing
