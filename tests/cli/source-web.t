#!/bin/sh
# Exports of web forms: LimeSurvey, Google Forms, Microsoft Forms.
. "${0%/*}/../lib.sh"
. "$top/tests/sources.sh"

# --- LimeSurvey
brings lime "$files/limesurvey-good.csv" "LimeSurvey export, separator ';', UTF-8"
like "$err" "who it was: 'token'$" 'limesurvey: what may identify is dropped and listed'
like "$err" "the group is in column 'WHO\[group\]'$" 'limesurvey: the group in brackets'
unlike "$err" 'warning' 'limesurvey: full answers are no codes'
brings traps "$files/limesurvey-traps.csv" "LimeSurvey export, separator ',', UTF-8"
like "$err" "who it was: 'ipaddr. IP address'$" 'limesurvey: an address'
like "$err" "own: 'id. Response ID', 'submitdate. Date submitted', 'lastpage. Last page', 'startlanguage. Start language', … \(10\)$" 'limesurvey: code and text of its own columns, times too'
like "$err" "what they are: 'WHY. Why\?', 'WHY. Why\?#2'$" 'limesurvey: a header that comes twice'
run cpm-assess -C lime import --round R1 "$files/limesurvey-traps.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'limesurvey: another language, headings with text: the same sheets'
sed '3s/"2026-03-12 09:08:11"//; 5s/"2026-03-12 09:10:11"//' "$files/limesurvey-good.csv" >unsent.csv
run cpm-assess -C lime import --round R1 unsent.csv
like "$err" '2 sheets were begun and never submitted; they count like the others' 'limesurvey: a sheet that was never sent is said'
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'limesurvey: and counts'
sed '3s/"2026-03-12 09:08:11"//' "$files/limesurvey-good.csv" >unsent.csv
run cpm-assess -C lime --lang fr import --round R1 unsent.csv
like "$err" '1 fiche a été commencée et jamais envoyée' 'limesurvey: in French'
# An answer code is no score.
refuses "$files/limesurvey-bad.csv" 2>/dev/null <<END
$(for l in '2 STR0 GOV0 RES0 PRO0 BEN0 LEA0' '3 STR0 GOV0 RES0 TEA0 PRO0 PAR0 LEA0' '4 STR0 GOV0 RES0 TEA0 BEN0 PAR0 LEA0'; do
	set -- $l; n=$1; shift
	for c; do echo "$n: column '$c': an answer code of LimeSurvey, which is no score"; done
done)
END
like "$err" 'limesurvey-bad.csv: 22 more cells like these$' 'limesurvey: the first twenty, and a count'
is "$(grep -c 'scores .A1=1; A2=2. (--map FILE); or export again with full answers$' "$err")" 1 'limesurvey: what to do about codes, once'
unlike "$err" 'text=3' 'limesurvey: and nothing about texts'
{ echo column,field,criterion,scores; echo group,group,,
for c in STR0 GOV0 RES0 TEA0 PRO0 BEN0 PAR0 LEA0; do echo "$c,score,$c,A1=1; A2=2; A3=3; A4=4; A5=5"; done; } >codes-map.csv
team codes
run cpm-assess -C codes import --round R1 --map codes-map.csv "$files/limesurvey-bad.csv"
is "$rc" 0 'limesurvey: codes with a map'
tally_is codes 'limesurvey: codes with a map'
# Code 0 stands for "1 = No knowledge": the map is made from LimeSurvey's own
# list of answers, 996 and 998 being no answers.
map_of() { # LABELS QUESTION=CRITERION...
	labels=$1; shift
	echo column,field,criterion,scores
	for qc; do
		awk -F, -v q="${qc%%=*}" -v c="${qc#*=}" '
		{ sub(/\r$/, "") }
		$1 != q || $2 == "fr" { next }
		$3 == 996 { p = p "; 996=NA"; next }
		$3 == 998 { p = p "; 998=DK"; next }
		{ split($4, a, " "); p = p "; " $3 "=" a[1] }
		END { sub(/^; /, "", p); print q ",score," c "," p }' "$labels"
	done
}
{ map_of "$files/limesurvey-labels.csv" STR0=STR0 GOV0=GOV0 RES0=RES0 TEA0=TEA0 \
    PRO0=PRO0 BEN0=BEN0 PAR0=PAR0 LEA0=LEA0; echo group,group,,; } >lime-map.csv
like lime-map.csv '^STR0,score,STR0,0=1; 1=2; 2=3; 3=4; 4=5; 996=NA; 998=DK$' 'limesurvey: a list of answers is a map'
team codes
run cpm-assess -C codes import --round R1 --map lime-map.csv "$files/limesurvey-codes.csv"
is "$rc" 0 'limesurvey: numbers that are codes, with the map'
unlike "$err" 'warning' 'limesurvey: which leaves nothing to be warned of'
tally_is codes 'limesurvey: code 0 becomes 1'
sed '2s/"2";"1"/"5";"1"/' "$files/limesurvey-codes.csv" >five.csv
run cpm-assess -C codes import --round R1 --map lime-map.csv five.csv
is "$rc" 1 'limesurvey: a code that the map does not name'
like "$err" "five.csv:2: column 'STR0': a number that no pair of the map names$" 'limesurvey: is a fault'
# Without one they may go wrong where nothing is off the scale.
printf 'id,submitdate,lastpage,startlanguage,seed,STR0,GOV0\n1,2026-03-12,1,en,1,1,2\n' >bare.csv
run cpm-assess -C codes import -n --round R1 bare.csv
is "$rc" 0 'limesurvey: bare numbers on the scale come in'
like "$err" "bare.csv: warning: all answers are bare numbers, which in LimeSurvey may be codes" 'limesurvey: with a warning'
sed 's/1,2$/1,Steady/' bare.csv >mixed.csv
run cpm-assess -C codes import -n --round R1 mixed.csv
unlike "$err" 'warning: all' 'limesurvey: a label beside them says that they are scores'
f=$survey/surveys/limesurvey-answers.csv
if [ -r "$f" ]; then
	map_of "$f" q0101=STR0 q0203=GOV0 q0201=RES0 >real-map.csv
	echo id,id,, >>real-map.csv
	printf 'id;submitdate;lastpage;startlanguage;seed;q0101;q0203;q0201\r\n"1";"2026-03-12";"1";"de";"9";"0";"4";"996"\r\n"2";"2026-03-12";"1";"de";"9";"4";"0";"2"\r\n' >real.csv
	team real
	run cpm-assess -C real import --round R1 --map real-map.csv real.csv
	is "$rc" 0 'limesurvey: the real list of answers as a map'
	is "$(cpm-assess -C real tally --raw R1 2>/dev/null | awk -F, '/STR0|GOV0|RES0/ { printf "%s %s %s/", $4, $6, $10 }')" \
	    'STR0 0 1:1 5:1/GOV0 0 1:1 5:1/RES0 1 3:1/' 'limesurvey: code 0 is 1, 996 is no answer'
	# Its labels are answers that are read without a map.
	printf 'id,submitdate,lastpage,startlanguage,seed,STR0,GOV0\n1,2026-03-12,1,de,9,1 = No knowledge,5 = True\n2,2026-03-12,1,de,9,3,4 = Rather true\n' >full.csv
	team real
	run cpm-assess -C real import --round R1 full.csv
	is "$(cpm-assess -C real tally --raw R1 2>/dev/null | awk -F, '/STR0|GOV0/ { printf "%s %s/", $4, $10 }')" \
	    'STR0 1:1 3:1/GOV0 4:1 5:1/' 'limesurvey: its full answers as they are'
else
	skip 'the list of answers is not here'
fi

# --- Google Forms
brings google "$files/gforms-good.csv" "Google Forms export, separator ',', UTF-8"
like "$err" "who it was: 'Adresse e-mail'$" 'gforms: what may identify is dropped and listed'
like "$err" "own: 'Horodateur' \(1\)$" 'gforms: the time'
like "$err" 'no column numbers the submissions' 'gforms: no number is said'
like "$err" "what they are: 'Qui faut-il entendre \?'$" 'gforms: ticked boxes are named'
brings traps "$files/gforms-traps.csv" "Google Forms export, separator ',', UTF-8"
like "$err" "who it was: 'Email Address', 'What is your name\?'$" 'gforms: a name'
refuses "$files/gforms-twice.csv" <<'END'
1: criterion 'STR0' has two columns: 'How far are we? [We know why and for whom we exi…' and 'And a year ago? [We know why and for whom we exi…'
END
refuses "$files/gforms-bad.csv" <<'END'
2: column 'How far are we? [We know why and for whom we exi…': neither a number nor a word of the scale
3: column 'How far are we? [Decisions are taken together, w…': a number and a word of the scale that contradict each other
4: column 'Your group': no group of the round has this name
END

# --- Microsoft Forms
brings microsoft "$files/msforms-good.csv" "Microsoft Forms export, separator ';', CP1252"
like "$err" "who it was: 'Adresse de messagerie', 'Nom'$" 'msforms: what may identify is dropped and listed'
like "$err" "own: 'ID', 'Heure de début', 'Heure de fin' \(3\)$" 'msforms: French headings'
brings traps "$files/msforms-traps.csv" "Microsoft Forms export, separator ';', CP1252"
like "$err" "own: 'ID', 'Start time', 'Completion time', 'Total points', … \(22\)$" 'msforms: points and feedback are no answers'
run cpm-assess -C microsoft import --round R1 "$files/msforms-traps.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'msforms: another language, sep=, 3,0: the same sheets'
refuses "$files/msforms-bad.csv" <<'END'
2: column 'STR0': a number that is not on the scale
3: column 'GOV0': neither a number nor a word of the scale
4: column 'RES0': a number and a word of the scale that contradict each other
END
# Local dates: only where they can be one day, or the folder says the order.
sed '1s/Start time/Day/' "$files/msforms-good.csv" >days.csv
{ echo 'column,field,criterion'; echo 'Heure de début,date,'; echo "Votre regard,group,"
echo 'Chacun connaît sa part, est soutenu et travaille en sécurité.' | sed 's/.*/"&",score,TEA0/'; } >days-map.csv
team days
run cpm-assess -C days import --round R1 --map days-map.csv "$files/msforms-good.csv"
is "$rc" 1 'msforms: 12/03/2026 could be two days'
like "$err" "msforms-good.csv:2: column 'Heure de début': no day that can be told \(YYYY-MM-DD; for others, date_order in cpm.csv\)$" 'msforms: which is refused, with what to do'
sed 's;12/03/2026;31/12/2025;' "$files/msforms-good.csv" >days.csv
run cpm-assess -C days import -n --round R1 --map days-map.csv days.csv
is "$rc" 0 'msforms: 31/12/2025 cannot'
sed -i 's/^date_order,.*/date_order,dmy/' days/cpm.csv
run cpm-assess -C days import --round R1 --map days-map.csv "$files/msforms-good.csv"
is "$rc" 0 'msforms: the folder says the order'
is "$(sed 1d days.private/responses.csv | cut -d, -f2 | sort -u)" 2026-03-12 'msforms: of the day'

# Two programs that both number from 1: nothing of the first is lost.
team both
run cpm-assess -C both import --round R1 "$files/limesurvey-good.csv"
cp both.private/responses.csv before.csv
run cpm-assess -C both import --round R1 "$files/msforms-good.csv"
is "$rc" 0 'both: the same answers under the same numbers are the same sheets'
LC_ALL=C sed '2s/^1;/2;/; 3s/^2;/1;/' "$files/msforms-good.csv" >others.csv
cmp -s others.csv "$files/msforms-good.csv" && echo 'Bail out! nothing was changed'
run cpm-assess -C both import --round R1 others.csv
is "$rc" 1 'both: other answers under the same numbers are somebody else'
like "$err" 'others.csv:[0-9]*: [0-9] sheets? ha(s|ve) the numbers? of (one|sheets) that came from another program$' 'both: which is said'
like "$err" 'hint: both count from 1: number this file otherwise, or let a map take another column as its id' 'both: with what to do'
same both.private/responses.csv before.csv 'both: and nothing is lost'

done_testing
