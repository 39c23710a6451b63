#!/bin/sh
# Indicators and their values: typed, typed again, adjusted, corrected; how far
# they are; and the same rules broken by hand and found by cpm-check.
. "${0%/*}/../lib.sh"
. "$top/tests/broken.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
sed -i 's/^langs,.*/langs,en fr ar/' cpm.csv
on=2026-06-30
p() { v=$1; shift; run cpm-plan "$v" --date $on "$@"; }
p cycle open --objective o --start 2026-01-31
p propose 'Count the cash'; p choose count --by team --why w
cash=$(cell changes count id)

# --- a new one
p indicator 'Cash counts' --ref "change:count" --unit counts --baseline 2 \
    --baseline-on 2026-01-31 --target 12 --target-on 2026-12-31 \
    --source 'cash book' --frequency monthly --owner treasurer \
    --label 'fr=Comptages de caisse' --label 'ar=عدد مرات الجرد'
is "$rc" 0 'an indicator'
id=$(cat "$out")
like "$out" '^cash-counts-[a-z0-9]{4}$' 'its identifier is printed'
like "$err" 'from 2 counts on 31 January 2026 to 12 counts by 31 December 2026' 'what was understood is said'
is "$(cell indicators cash ref) $(cell indicators cash direction)" "change:$cash up" 'its change, and the way it shall go'
is "$(cell indicators cash label_fr)/$(cell indicators cash label_ar)" 'Comptages de caisse/عدد مرات الجرد' 'its name in three languages'
cp indicators.csv before
p indicator 'Cash counts' --ref change:count --baseline 2
is "$rc $(cat "$out")" "0 $id" 'typed again it is the same'
like "$err" "already there: $id" 'said'
same indicators.csv before 'and the file too'
p indicator 'Comptages de caisse' --target 15
is "$rc" 1 'another target is no completion, by whichever name'
like "$err" '--target: is .12. already' 'said'
like "$err" "cpm-plan adjust $id --target '15' --reason WHY" 'with the way to do it'
same indicators.csv before 'and nothing is changed'
p indicator 'Cash counts' --label 'fr=Caisse comptée'
is "$rc" 1 'another name in French'; same indicators.csv before 'is refused'
like "$err" "label_fr: is 'Comptages de caisse' already" 'said'
p indicator 'Cash counts' --label 'fr=Caisse comptée' --label 'ar=عدد مرات الجرد'
is "$rc" 1 'also where another language is right'; same indicators.csv before 'all or nothing'
p indicator 'Cash counts' --again --id other
is "$rc $(cat "$out")" '0 other' 'a genuine second one'
like "$err" 'no target yet \(--target, --target-on\)' 'a name is enough'
p indicator Loans --id other
is "$rc" 1 'an id that is taken'
like "$err" "the id 'other' is taken by: Cash counts" 'said'
p indicator 'Loans not paid back' --unit % --baseline 40 --target 10 --id loans
is "$(cell indicators loans direction)/$(cell indicators loans baseline_on)/$(cell indicators loans ref)" "down/$on/" \
    'of the programme, downwards, from today'
p indicator Guests --target 5 --id guests
like "$err" 'no value of the start yet \(--baseline, --baseline-on\)' 'what is missing is said'
p indicator Guests --baseline 3
is "$rc $(cell indicators guests direction)" '0 up' 'and completed later'
like "$err" 'from 3 on 30 June 2026 to 5$' 'its way'
for bad in '--direction up' '--target-on 2026-01-01'; do
	p indicator X --baseline 5 --target 3 --baseline-on 2026-02-01 $bad
	is "$rc" 1 "refused: $bad"
done
like "$err" "the target of 'X' comes before its start" 'a target in the past'
p indicator X --baseline 5 --target 3 --direction up
like "$err" "'X' shall go up, and its target is below its start" 'a direction against its target'
p indicator X --baseline 3 --target 5 --direction down
like "$err" "'X' shall go down, and its target is above its start" 'the other way'
p indicator X --baseline 3 --target 5 --direction sideways
like "$err" "direction: 'sideways' is none of: up, down" 'a word that is none'
p indicator X --label fr
like "$err" "--label: write it as fr=WORDS, not 'fr'" 'a name without its language'
p indicator X --label sw=Y
like "$err" "--label: 'sw' is no language of this folder \(en fr ar\)" 'a language that the folder has not'
p indicator ' '
like "$err" 'LABEL: must not be empty' 'no name'
p indicator --target 3
is "$rc" 2 'no name at all is misuse'; like "$err" 'which indicator\?' 'said'
p indicator X --target 1e3
like "$err" "--target: not a number: '1e3' \(write it as 12.5\)" 'no number'
p indicator X --target 99999999999
like "$err" '--target: not from -1000000000 to 1000000000' 'beyond all teams'
p indicator X --ref change:nowhere
is "$rc" 1 'of a change that is not there'
unlike indicators.csv '^x-' 'none of them is there'
p indicator Flat --baseline 3 --target 3 --id flat
is "$rc" 0 'a target that is the start is a remark'
like "$err" "warning: the target of 'Flat' is what it was at the start: no achievement can be counted" 'said'

# --- values
p measure cash 5 --on 2026-03-31
is "$rc" 0 'a value of a day'; empty "$out" 'has no identifier of its own'
like "$err" 'Cash counts: 5 counts on 31 March 2026, 30 % of the way to the target' 'and what it means is said'
is "$(tail -1 measures.csv)" "$id,2026-03-31,cash book,5" 'its source is the indicator'\''s'
cp measures.csv before
p measure cash 5.0 --on 2026-03-31
is "$rc" 0 'typed again'; like "$err" "already there: Cash counts" 'said'; same measures.csv before 'it is one row'
p measure cash 7 --on 2026-03-31
is "$rc" 1 'another value for that day'
like "$err" "'Cash counts' has a value of 31 March 2026 already: 5 counts" 'is refused'
like "$err" 'to correct it: --replace --note WHY; where it comes from elsewhere: --source WHERE' 'and what to do is said'
p measure cash 7 --on 2026-03-31 --replace
is "$rc" 1 'not without a reason'; same measures.csv before 'nothing changed'
p measure cash 6 --on 2026-03-31 --replace --note 'one more sheet was found'
is "$rc" 0 'corrected'
is "$(tail -1 measures.csv)" "$id,2026-03-31,cash book,6" 'in its place'
like adjustments.csv ",indicator:$id,value,2026-03-31: 5,2026-03-31: 6,other,,one more sheet was found" 'and what stood there is kept'
p measure cash 4 --on 2026-03-31 --source 'two visits'
is "$rc" 0 'the same day from elsewhere'
p measure 'comptages de caisse' 7,5 --on 2026-05-31
like "$err" '7.5 counts on 31 May 2026, 55 % of the way' 'a decimal comma, the French name'
p measure cash 3 --on 2026-04-15
like "$err" 'the latest value is 7.5 counts, on 31 May 2026' 'a value behind the latest'
p measure cash 1,500
is "$rc" 1 'a thousand or one and a half'
like "$err" "VALUE: '1,500' may be a thousand or a decimal" 'is asked, not guessed'
p measure cash 5 --on 2026-01-30
like "$err" "30 January 2026 is before the day of the start of 'Cash counts' \(31 January 2026\)" 'not before the start'
like "$err" "hint: where the start was earlier: cpm-plan adjust $id --baseline-on 2026-01-30 --reason WHY" 'with what moves the start'
cp indicators.csv "$tmp/ind"; cp adjustments.csv "$tmp/adj"
p adjust "$id" --baseline-on 2026-01-30 --reason other --note slip
is "$rc" 0 'which works as it is said'
p measure cash 5 --on 2026-01-30
is "$rc" 0 'and then the day is taken'
sed -i '/2026-01-30/d' measures.csv; cp "$tmp/ind" indicators.csv; cp "$tmp/adj" adjustments.csv
p measure cash 5 --on 2026-01-30 --lang fr
like "$err" "conseil.: si le départ était plus tôt.: cpm-plan adjust $id --baseline-on 2026-01-30 --reason POURQUOI" 'in French'
p measure cash 5 --on 2026-07-01
like "$err" '1 July 2026 is yet to come' 'not before it is'
p measure cash 5 --on 2026-02-30
like "$err" "--on: no such day: '2026-02-30'" 'no such day'
p measure cash many
like "$err" "VALUE: not a number: 'many'" 'no number'
p measure cash ''
like "$err" 'VALUE: must not be empty' 'nothing'
p measure cahs 5
is "$rc" 1 'an indicator that is not there'; like "$err" "no such indicator: 'cahs'" 'said'
like "$err" "hint: did you mean '$id'\?" 'the nearest'
p measure zzzz 5
like "$err" "'cpm-plan indicator' shows what there is" 'or where to look'
p measure --on 2026-03-31
is "$rc" 2 'a day without a value is misuse'; like "$err" "which value\? 'measure INDICATOR VALUE'" 'said'
p measure loans -- -2
is "$rc" 0 'a value below nothing goes behind --'
like "$err" 'target passed' 'beyond the target'
p measure flat 4
like "$err" 'target and start are the same: no way to count' 'no achievement, in words'

# --- listings
run cpm-plan indicator --date $on
is "$(head -1 "$out")" 'id,ref,label,unit,direction,baseline,baseline_on,target,target_on,value,value_on,achieved,frequency,source,owner' 'stable columns'
is "$(sed -n 2p "$out")" "$id,change:$cash,Cash counts,counts,up,2,2026-01-31,12,2026-12-31,7.5,2026-05-31,55,monthly,cash book,treasurer" 'the latest value and how far it is'
is "$(sed -n 6p "$out" | cut -d, -f9-12)" ',4,2026-06-30,' 'nothing where nothing can be counted'
is "$(cpm-plan indicator --date $on --json | jq -r 'select(.id == "loans") | .achieved')" 140 'JSON: 100 × (-2 - 40) / (10 - 40)'
run cpm-plan indicator --table --date $on
like "$out" '^cash  +Cash counts \(counts\) +2 +7\.5 +2026-05-31 +12 +2026-12-31 +55 % of the way to the target' 'as a table, in words'
run env LANGUAGE=fr cpm-plan indicator --table --lang fr --date $on
like "$out" 'Comptages de caisse \(counts\) .*55.% du chemin vers la cible' 'in French'
unlike "$out" 'of the way|target|not measured' 'all of it'
run cpm-plan measure cash --date $on
is "$(cut -d, -f3-7 "$out" | tr '\n' ' ')" 'date,source,value,unit,achieved 2026-03-31,cash book,6,counts,40 2026-03-31,two visits,4,counts,20 2026-04-15,cash book,3,counts,10 2026-05-31,cash book,7.5,counts,55 ' 'values over time, by day'
run cpm-plan measure --date $on
is "$(sed 1d "$out" | cut -d, -f1 | uniq -c | tr -s ' ' | tr '\n' ';')" " 4 $id; 1 loans; 1 flat;" 'of all'
run cpm-plan indicator --date 2026-04-01
is "$(sed -n 2p "$out" | cut -d, -f10-12)" '6,2026-03-31,40' 'as it was known on a day: the indicator'\''s own source first'

# --- adjusting
p adjust cash-counts --target 10 --reason context
is "$rc" 0 'a target moves'
like adjustments.csv ",indicator:$id,target,12,10,context" 'and the old one is kept with its reason'
run cpm-report progress --since 2026-06-01 --date $on --text
like "$out" 'Cash counts' 'a report names the indicator'
unlike "$out" "indicator:$id" 'not its reference'
cp indicators.csv before
p adjust cash-counts --target 1 --reason context
is "$rc" 1 'not against its direction'; same indicators.csv before 'nothing changed'
p adjust cash-counts --baseline-on 2026-04-01 --reason context
like "$err" "'Cash counts' has a value of 31 March 2026, before the day of its start" 'no start behind its values'
p adjust cash-counts --target 1 --direction down --reason context
is "$rc" 0 'both together'
p adjust cash-counts --due 2026-12-31 --reason context
like "$err" "--due does not fit: indicator:$id" 'what it has not'
run cpm-check --date $on
is "$rc" 0 'what was typed is in order'

# --- the same by hand
cd .. && cpm-init -q --pack boost-short t >/dev/null 2>&1
fine() {
	cat >t/indicators.csv <<-'X'
	id,ref,label_en,direction,baseline,baseline_on,target,target_on
	a,,Counts,up,2,2026-01-31,12,2026-12-31
	X
	printf 'indicator,date,source,value\na,2026-03-31,book,5\n' >t/measures.csv
}
silent
edit indicators.csv 's/up/down/'
found indicators.csv:2 "'Counts' shall go down, and its target is above its start" 'a direction against its target'
edit indicators.csv 's/,12,/,1,/'
found indicators.csv:2 "'Counts' shall go up, and its target is below its start" 'the other way'
edit indicators.csv 's/2026-12-31/2025-12-31/'
found indicators.csv:2 "the target of 'Counts' comes before its start" 'a target in the past'
edit indicators.csv 's/Counts//'
found indicators.csv:2 'an indicator without a name' 'no name'
edit indicators.csv 's/^a,,/a,change:x,/'
found indicators.csv:2 'change:x' 'of a change that is not there'
edit indicators.csv 's/,12,/,twelve,/'
found indicators.csv:2 "not a number: 'twelve'" 'a target that is no number'
edit measures.csv 's/^a,2026-03/a,2026-01/;s/-31/-30/'
found measures.csv:2 "a value of 'Counts' before the day of its start" 'a value before the start'
edit measures.csv 's/^a,/b,/'
found measures.csv:2 "'b'" 'of an indicator that is not there'
edit measures.csv 's/,5$/,five/'
found measures.csv:2 "not a number: 'five'" 'a value that is none'
edit measures.csv 's/,5$/,/'
found measures.csv:2 'a measure without its value' 'no value'
edit measures.csv '$a a,2026-03-31,book,7'
found measures.csv:3 'the same as on line 2' 'two values of one day and source'
edit measures.csv '$a a,2026-03-31,visit,7'
run cpm-check -C t --date $on; is "$rc" 0 'from elsewhere it is another'
edit indicators.csv 's/,12,/,2,/'
run cpm-check -C t --date $on
is "$rc" 0 'a target that is the start is a remark'
like "$err" "indicators.csv:2: .*warning.*the target of 'Counts' is what it was at the start|warning: .*indicators.csv:2.*the target of 'Counts'" 'at its line'
run cpm-plan indicator -C t --table
like "$out" 'target and start are the same' 'and the listing says so'
edit measures.csv 's/2026-03/2026-12/'
run cpm-check -C t --date $on
is "$rc" 0 'a day to come is a remark'; like "$err" "a value of 'Counts' of a day that is yet to come" 'said'
run cpm-plan indicator -C t --table --date $on
like "$out" 'not measured yet' 'until then it is not measured'
edit measures.csv "s/2026-03-31/$on/"
run cpm-check -C t --date $on
empty "$err" 'a value of today is none of these'
edit indicators.csv 's/,up,/,,/'
is "$(cpm-plan indicator -C t --date $on --json | jq -r .direction)" up 'the way to the target needs no word'
edit indicators.csv 's/,up,2,/,,22,/'
is "$(cpm-plan indicator -C t --date $on --json | jq -r .direction)" down 'in either direction'
printf 'id;label_fr;sens;départ;cible\na;Comptages;baisse;40;10,5\n' >t/indicators.csv
printf 'indicateur;date;source;valeur\na;2026-03-31;;25,25\n' >t/measures.csv
is "$(cpm-plan indicator -C t --date $on --json 2>/dev/null | jq -c '[.direction,.target,.value,.achieved]')" '["down",10.5,25.25,50]' 'a spreadsheet in French'
run cpm-plan measure -C t a 20 --on 2026-03-31 --date $on
is "$rc" 1 'and a command finds the value that has no source'

done_testing
