#!/bin/sh
# A show of hands: open by consent only, counted through a pipe or at a
# terminal, for groups or for the whole room, and published whole.
. "${0%/*}/../lib.sh"

cpm-init --quiet --pack boost-short --title Tujenge team 2>/dev/null
cd team || exit 2
hands=../team.private/hands.csv

# --- opening
run cpm-assess open R1 --method hands
is "$rc" 2 'a secret show of hands is misuse'
like "$err" 'everybody sees who raises a hand, so that a show of hands is never secret: --votes open, if all agree to it$' 'and why'
run cpm-assess open R1 --method hands --votes secret --lang fr
is "$rc" 2 'also where it is asked for'
like "$err" '^cpm-assess: tout le monde voit qui lève la main' 'in French'
[ ! -e rounds.csv ]; ok $? 'no round begins'
run cpm-assess open R1 --method hands --votes open --date 2026-03-12
is "$rc" 0 'an open one begins'
like "$err" 'next: cpm-assess form R1, and when the hands are counted: cpm-assess add --hands R1$' 'with what comes next'
run cpm-assess form R1 --only questions
unlike "$out" 'One tick a line' 'nobody ticks there'
run cpm-next
like "$out" 'cpm-assess add --hands R1$' 'cpm-next knows it'
unlike "$out" 'import --round' 'and speaks of no survey'

# --- through a pipe
printf 'STR0: 1=0 2=3 3=4\n gov0 : 4=5  5,0=1 NA=1;DK=1 \n' >counts
runin counts cpm-assess add --hands R1 --present 8
is "$rc" 0 'lines'
like "$err" 'R1: criteria counted: 2, counted anew: 0, as before: 0$' 'are said in criteria'
cat >"$tmp/want" <<'EOF'
round,group,criterion,value,count
R1,,STR0,1,0
R1,,STR0,2,3
R1,,STR0,3,4
R1,,GOV0,4,5
R1,,GOV0,5,1
R1,,GOV0,NA,1
R1,,GOV0,DK,1
EOF
same "$hands" "$tmp/want" 'what is stored'
runin counts cpm-assess add --hands R1
like "$err" 'R1: criteria counted: 0, counted anew: 0, as before: 2$' 'the same again'
same "$hands" "$tmp/want" 'changes no byte'
printf 'critère;valeur;nombre\nSTR0;2,0;2\nSTR0;3;6\n' >csv
runin csv cpm-assess add --hands R1
is "$rc" 0 'CSV, as a French spreadsheet saves it'
like "$err" 'R1: criteria counted: 0, counted anew: 1, as before: 0$' 'takes the place of what was there'
is "$(grep STR0 "$hands" | tr '\n' ' ')" 'R1,,STR0,2,2 R1,,STR0,3,6 ' 'whole, not score by score'
cp "$hands" "$tmp/before"
runin csv cpm-assess add --hands R1 --present 7
is "$rc" 1 'more hands than people'
like "$err" 'STR0 has more hands than people present$' 'is said'
same "$hands" "$tmp/before" 'and writes nothing'
cat >bad <<'EOF'
STR0: 9=1
GOV0: often=2
XYZ0: 1=1
RES0: 1=many
TEA0: 1=2 1=3
PRO0 1=2
BEN0: 1=2 secret
PAR0: 1=1
PAR0: 2=1
EOF
runin bad cpm-assess add --hands R1
is "$rc" 1 'faults refuse all of it'
like "$err" "standard input:1: column 'STR0': a number that is not on the scale$" 'off the scale'
like "$err" "standard input:2: column 'GOV0': neither a number nor a word of the scale$" 'no score'
like "$err" 'standard input:3: no criterion of the round has this name$' 'no criterion'
like "$err" "standard input:4: column 'RES0': hands are counted in whole numbers$" 'no number'
like "$err" "standard input:5: column 'TEA0': this score has a number of hands already$" 'a score twice'
is "$(grep -Ec 'input:[67]: a line is criterion: score=hands score=hands$' "$err")" 2 'no line of hands'
like "$err" "standard input:9: column 'PAR0': this criterion was counted further up$" 'a criterion twice'
unlike "$err" 'many|often|secret' 'no value is quoted'
same "$hands" "$tmp/before" 'and nothing was written'
run cpm-assess add --hands R1
is "$rc" 1 'nothing at all'
like "$err" 'nothing was given: lines criterion: score=hands score=hands$' 'is said'
echo hello >bad
runin bad cpm-assess add --hands R1
like "$err" 'neither lines criterion: score=hands nor CSV with the columns criterion, value and count$' 'something else'
printf 'STR0: 1=\377\n' >bad
runin bad cpm-assess add --hands R1
like "$err" 'this is no text in UTF-8$' 'no text'
runin counts cpm-assess add --hands R1 -n
like "$err" 'would write team.private/hands.csv' 'a preview'
same "$hands" "$tmp/before" 'writes nothing'

# --- options
runin counts cpm-assess add --hands R1 --form 7
is "$rc" 2 'a form number is misuse'
like "$err" 'hands have no form number: --form, --replace and --verify do not go with --hands$' 'which is said'
runin counts cpm-assess add R1 --form 7 --present 7
is "$rc" 2 'people present are of hands'
like "$err" '\-\-present goes with --hands$' 'which is said'
runin counts cpm-assess add --hands R1 --present few
like "$err" "\-\-present takes a whole number, not 'few'$" 'in numbers'
cpm-assess open S1 --quiet
runin counts cpm-assess add --hands S1
is "$rc" 1 'a round of sheets takes no hands'
like "$err" "round 'S1' is no show of hands$" 'which is said'
like "$err" 'hint: .*--method hands --votes open$' 'with how one begins'
runin counts cpm-assess add --hands R1 --group chairs
is "$rc" 1 'an unknown group'
like "$err" 'no such group in the round' 'is said'

# --- one group or the whole room
runin counts cpm-assess add --hands R1 --group members
is "$rc" 1 'a group beside the whole room'
like "$err" 'R1 has the hands of the whole room: a group beside it would count people twice$' 'is refused'
like "$err" 'hint: to begin again: cpm-assess forget --round R1$' 'with the way out'
same "$hands" "$tmp/before" 'nothing is written'
cpm-assess open G1 --quiet --method hands --votes open --show groups 2>/dev/null
for g in members:4 volunteers:6; do
	for c in STR0 GOV0 RES0 TEA0 PRO0 BEN0 PAR0 LEA0; do
		echo "$c: 2=${g#*:} 3=1"
	done >counts
	cpm-assess add --hands G1 --group "${g%:*}" <counts 2>"$err"
done
like "$err" 'G1: criteria counted: 8' 'group by group'
runin csv cpm-assess add --hands G1
is "$rc" 1 'the whole room beside groups'
like "$err" 'G1 has the hands of groups: the whole room beside them would count people twice$' 'is refused too'
# As an editor could do it.
cp "$hands" "$tmp/kept"
echo 'G1,,STR0,1,3' >>"$hands"
run cpm-check
like "$err" "column 'method': round 'G1' has hands of groups beside those of the whole room: people would count twice$" 'cpm-check finds it'
run cpm-assess close G1
is "$rc" 1 'and it is not closed'
like "$err" "round 'G1' has hands of groups beside those of the whole room: people would count twice$" 'which is said'
cp "$tmp/kept" "$hands"

# --- published whole
run cpm-assess tally --raw G1
is "$(grep '^G1,members,,STR0' "$out")" 'G1,members,,STR0,5,0,0,0,11,2:4 3:1' 'a raw tally'
run cpm-assess close G1 --date 2026-03-13
is "$rc" 0 'closed'
like "$err" 'the hands of 12 people are counted and G1 closed' 'people, not sheets'
is "$(grep '^G1,' results.csv | cut -d, -f2 | sort -u | tr '\n' ' ')" 'all members volunteers ' 'nothing of groups that nobody is there for'
res() { grep "^G1,$1," results.csv | cut -d, -f5-; }
is "$(res all,,)" '12,,,,,,' 'as many as there were'
is "$(res all,STR,STR0)" '12,0,1:0 2:10 3:2 4:0 5:0,2.1667,0.9167,shared,' 'counts of all'
is "$(res members,STR,STR0)" '5,0,1:0 2:4 3:1 4:0 5:0,2.2000,0.9000,shared,' 'and of each group at any size'
like outside.csv '^G1,all,STR,,,2\.0,rounded$' 'others see half a step'
unlike outside.csv '^G1,members,.*[0-9]' 'and no groups of fewer than ten'
run cpm-check
is "$rc" 0 'a folder that is in order'
empty "$err" 'without a word'
run cpm-assess score G1 --groups --by criterion
like "$out" '^G1,members,Members,STR,STR0,.*,5,5,0,2\.2000' 'scores'
run cpm-report round G1
is "$rc" 0 'a report'
like "$out" 'is the mean of the hands that went up, each in the sight of all' 'which says what its votes are'
unlike "$out" 'alone' 'not that they were given alone'
cpm-assess agree G1 STR 2 --evidence x --quiet
run cpm-report round G1
like "$out" 'the mean of the hands that went up before, each in the sight of all' 'beside agreed scores too'
runin csv cpm-assess add --hands G1 --group members
is "$rc" 1 'hands that went up later'
like "$err" "round 'G1' is closed: hands that went up later belong to the next round$" 'belong to the next round'
run cpm-assess close R1
like "$err" 'the hands of 8 people are counted and R1 closed' 'the whole room'

# --- the form of such a round
cpm-assess open F1 --quiet --method hands --votes open --date 2026-03-12
run cpm-assess form F1
like "$out" 'We answer by a show of hands: all who are there see how each of us answers' 'it says what happens'
like "$out" 'how many gave each score is shown whole' 'and what will be shown'
unlike "$out" 'Number of this form|I answer as|Please write no name|guessed|confidential|tick' 'and nothing of secret sheets'
is "$(grep -c '^| STR0' "$out")" 2 'each statement, to read and to count'
like "$out" 'Group: …+ · People present: …+ · F1, 12 March 2026' 'heads to fill in'
like "$out" 'Either one sheet for all of us, or one for each group: never both\.' 'on the sheet to count on'
like "$out" 'typed in with: cpm-assess add --hands F1' 'with the command'
for o in --grid '--xlsform x'; do
	run cpm-assess form F1 $o
	is "$rc" 1 "$o: what cannot come back"
	like "$err" "rounds.csv:[0-9]*: round 'F1' is a show of hands and takes no sheets$" 'is not handed out'
	empty "$out" 'not at all'
done
[ ! -e x ]; ok $? 'nor is a folder made'
run cpm-assess form F1 --lang fr
like "$out" 'Nous répondons à main levée' 'in French'
like "$out" 'À main levée, ligne par ligne' 'line by line'

# --- at a terminal
tty() { # KEYS OPTIONS
	script -qec "cpm-assess add --hands F1 $2" /dev/null <"$1" >"$out" 2>&1; rc=$?
}
if command -v script >/dev/null; then
	{ printf '0\n2\nx\n3\n\n\n\n\n'; printf '9\n0\n0\n0\n0\n0\n0\n'; printf '1\n<\n'
	printf '\n2\n3\n\n\n\n\n'
	i=0; while [ $i -lt 49 ]; do echo; i=$((i + 1)); done; } >keys
	tty keys '--present 6'
	is "$rc" 0 'asked score by score'
	like "$out" 'How many hands for each score\?' 'what is asked'
	like "$out" '  2 Starting: ' 'by score and label'
	like "$out" 'Hands are counted in whole numbers\.' 'asked again'
	like "$out" 'These are more hands than people: once more\.' 'more than are there'
	like "$out" 'F1: criteria counted: 1, counted anew: 0, as before: 0' 'what nobody was asked is left out'
	is "$(grep '^F1,' "$hands" | tr '\n' ' ')" 'F1,,STR0,2,2 F1,,STR0,3,3 ' 'as it was typed in the end, one statement taken back'
	cp "$hands" "$tmp/before"
	printf '1\n2\n\004' >keys
	tty keys ''
	is "$rc" 1 'an end in between'
	like "$out" 'stopped before the end: nothing was written' 'is no count'
	same "$hands" "$tmp/before" 'and leaves nothing'
else
	skip 'no script(1) here'
fi

done_testing
