#!/bin/sh
# What cpm-check finds about rounds, their votes, results and agreed scores.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

folder good
sheets 9 g1 3 A2=5 A3=1 B1=NA >>"$answers"
sheets 2 g2 5 >>"$answers"
publish --invited 'g1:9 g2:4'
cpm-assess agree R1 A 3 -q --date 2026-03-06
cpm-assess agree R1 B2 2.5 -q --date 2026-03-06
cpm-assess finding R1 A 'We meet each week' --type strength -q
cpm-assess open R2 -q --date 2026-09-01
cpm-assess open RC -q --method consensus --date 2026-09-01
cpm-assess agree RC A 2 -q --date 2026-09-02
cd ..
run cpm-check -C good
is "$rc" 0 'a folder as the commands leave it is clean'
empty "$err" 'and cpm-check is silent'

# finds SED FILE ERE NAME: one edit, one fault.
finds() {
	rm -rf bad bad.private
	cp -a good bad; cp -a good.private bad.private
	case $2 in
	/*) f=bad.private$2 ;;
	*) f=bad/$2 ;;
	esac
	cp "$f" "$tmp/before"
	case $1 in
	+*) echo "${1#+}" >>"$f" ;;
	*) sed -i "$1" "$f" ;;
	esac
	! cmp -s "$f" "$tmp/before" || echo "# $4: nothing was edited"
	run cpm-check -C bad
	is "$rc" 1 "$4"
	like "$err" "$3" 'which is said'
	sort "$err" | uniq -d >"$tmp/twice"
	empty "$tmp/twice" 'once'
}
finds 's/^R1,\(.*\),counted,/R1,\1,open,/' rounds.csv "bad/rounds.csv:2: column 'status': round 'R1' is open, and yet has results" 'an open round with results'
like "$err" "round 'R1' is open, and yet has agreed scores" 'and with agreed scores'
finds 's/^R2,\(.*\),open,/R2,\1,counted,/' rounds.csv "rounds.csv:3: column 'status': round 'R2' is closed, and yet results.csv has nothing of it" 'a closed round without results'
like "$err" "round 'R2' is closed, and yet outside.csv has nothing of it" 'nor outside'
finds 's/^R2,\(.*\),open,/R2,\1,agreed,/' rounds.csv "round 'R2' is agreed, and yet agreed.csv has nothing of it" 'an agreed round without agreed scores'
finds 's/^R1,\(.*\),individual,secret,/R1,\1,hands,secret,/' rounds.csv "column 'votes': round 'R1' was a show of hands: its votes are open" 'hands are open'
finds 's/^R2,followup,/R2,retrospective,/' rounds.csv "column 'refers_to': round 'R2' looks back, and does not say at which round" 'a round that looks back at none'
finds 's/^R2,\(.*\),secret,counts,/R2,\1,open,counts,/' rounds.csv "column 'policy': what round 'R2' shows was changed after people were told" 'votes that were opened later'
finds 's/^R1,\(.*\),individual,/R1,\1,consensus,/' rounds.csv "column 'method': round 'R1' takes agreed scores only, and yet there are votes" 'votes of a consensus'
finds '3s/,g1,/,g2,/' /responses.csv "responses.csv:3: column 'group': another group than this sheet had further up$" 'a sheet in two groups'
finds '4s/,g1,,/,g1,Goma,/' /responses.csv "responses.csv:4: column 'unit': another unit than this sheet had further up$" 'a sheet in two units'
unlike "$err" Goma 'whose name is not said'
finds 's/^R1,A,,3,/R1,A,,3.2,/' agreed.csv "bad/agreed.csv:2: column 'score': neither a step of the scale nor half a step: '3.2'" 'an agreed score between steps'
finds 's/^R1,A,,3,/R1,A,,6,/' agreed.csv "neither a step of the scale nor half a step: '6'" 'one off the scale'
finds 's/^R1,A,,3,/R1,A,,,/' agreed.csv "column 'score': an agreed score is missing" 'one that is missing'
finds 's/^R1,B,B2,/R1,A,B2,/' agreed.csv "agreed.csv:3: column 'dimension': the criterion belongs to another dimension: 'A'" 'one of another thread'
finds 's/^R1,B,B2,/R1,B,B9,/' agreed.csv "agreed.csv:3: column 'criterion': .*'B9'" 'one of an unknown criterion'
finds 's/3:9 4:0 5:2,/3:8 4:1 5:2,/' results.csv "column 'mean': not the mean of the counts: '3.3636'" 'edited counts'
finds 's/3:9 4:0 5:2,3.3636/3:9 4:0 5:3,3.3636/' results.csv "column 'n': not the sum of the counts: '11'" 'counts that are not n'
finds 's/3:9 4:0 5:2,/3:9 4:0 6:2,/' results.csv "column 'counts': off the scale" 'counts off the scale'
finds 's/,0.6970,/,0.7970,/' results.csv "column 'agreement': not the agreement of the counts" 'edited agreement'
finds 's/^R1,g1,,,,/R1,g1,,,9,/' results.csv "column 'note': a row with a note shows neither n nor counts" 'a withheld row with its n'
finds 's/^R1,all,A,,,[0-9.]*,/R1,all,A,,,7,/' outside.csv "outside.csv:3: column 'mean': off the scale: '7'" 'a mean off the scale'
finds 's/First/1st/' rounds/R1/criteria.csv 'rounds/R1 was changed after the round was opened' 'an edited frozen framework'
finds '+R1,2026-03-01,late,g1,,A1,9,,' /responses.csv "bad.private/responses.csv:68: column 'score': not a point of the scale$" 'a score off the scale, its value untold'
finds '+R1,2026-03-01,late,g1,,A1,much,,' /responses.csv "responses.csv:68: column 'score': .*" 'a word'
unlike "$err" much 'untold too'
finds '+R9,2026-03-01,late,g1,,A1,3,,' /responses.csv "responses.csv:68: column 'round': .*" 'answers to a round that is none'
finds '+R1,2026-03-01,late,g1,,ZZ,3,,' /responses.csv "responses.csv:68: column 'criterion': .*" 'to a criterion that is none'
finds '+R1,2026-03-01,p1,g1,,A1,3,,' /responses.csv "responses.csv:68: .*" 'a criterion answered twice'

# A spreadsheet saves in its own way: nothing was changed.
rm -rf bad bad.private; cp -a good bad; cp -a good.private bad.private
awk -F, -v OFS=';' '{ print $2, $1, $3, $4, $5, $6 "\r" }' good/rounds/R1/criteria.csv >bad/rounds/R1/criteria.csv
run cpm-check -C bad
is "$rc" 0 'a frozen table saved by a spreadsheet is the same'

rm bad/rounds/R1/scale.csv
run cpm-check -C bad
is "$rc" 1 'a frozen framework that is not whole'
like "$err" 'rounds/R1' 'which is said'
rm -rf bad; cp -a good bad
printf '%s\n' round,group,criterion,value,count R1,g1,A1,3,7 >bad.private/hands.csv
chmod 600 bad.private/hands.csv
run cpm-check -C bad
like "$err" "round 'R1' has hands and sheets: it takes one or the other" 'hands beside sheets'
like "$err" "round 'R1' has hands that were counted, and is not a show of hands" 'hands where there was no show of hands'
run cpm-assess -C bad close R2
rm -rf bad.private
run cpm-check -C bad
is "$rc" 0 'without the private folder the rest is checked'

done_testing
