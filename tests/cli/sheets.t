#!/bin/sh
# Sheets typed on two computers: the key goes there, the sheets come back,
# the same sheet is there once, and what was forgotten stays so.
. "${0%/*}/../lib.sh"
umask 022

on=--date=2026-03-05
grid() { # FROM TO [SCORE of GOV0]
	echo number,group,unit,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0
	i=$1
	while [ "$i" -le "$2" ]; do
		echo "$i,governance,Goma,$((i % 5 + 1)),${3:-2},NA,$((i % 4 + 1)),DK,,3,1"
		i=$((i + 1))
	done
}
q() { "$@" -q >/dev/null 2>"$err" || sed "s/^/# /" "$err"; }
export_to() { run cpm-assess sheets export -o "$@" $on; }
join() { run cpm-assess sheets join "$@" $on; }
rows() { sort "$1"/responses.csv; }
same_votes() { # A B NAME
	rows "$1" >"$tmp/va"; rows "$2" >"$tmp/vb"
	same "$tmp/va" "$tmp/vb" "$3"
}

mkdir A B
cd A || exit 2
cpm-init -q --pack boost-short team $on 2>/dev/null; cd team || exit 2
A=$PWD
q cpm-assess open R1
git add -A; git commit -qm round
git clone -q . "$work/B/team"
B=$work/B/team

# --- the key goes to the other computer
run cpm-assess sheets export --key
is "$rc" 0 'the key into a pipe or file'
export_to ../stick.csv --key
is "$rc" 0 'the key onto a stick'
is "$(stat -c %a ../stick.csv)" 600 'for nobody else to read'
like "$err" '../stick.csv holds the key and no sheet; on the other computer, before any sheet is typed in there: cpm-assess sheets join$' 'what to do with it'
like "$err" 'whoever has it can read it \(--encrypt locks it\): delete it when it has served$' 'and what it is'
is "$(cut -d, -f1 ../stick.csv | tr '\n' ' ')" 'row cpm-sheets key end ' 'it holds no sheet'
cut -d, -f4 ../stick.csv | sed -n 3p >"$tmp/k"
same "$tmp/k" "$A.private/key" 'but the key'
grid 1 9 >../grid.csv
q cpm-assess import --round R1 ../grid.csv

cd "$B" || exit 2
run cpm-assess -n sheets join "$A/../stick.csv"
is "$rc" 0 'a preview'
[ ! -e "$B.private" ]; ok $? 'writes nothing'
join "$A/../stick.csv"
is "$rc" 0 'the key is taken'
like "$err" "this computer makes its codes with the team's key now$" 'which is said'
like "$err" 'take in sheets here, then bring them back: cpm-assess sheets export -o FILE here, cpm-assess sheets join FILE there$' 'with what comes next'
same "$B.private/key" "$A.private/key" 'it is the same'
is "$(stat -c '%a' "$B.private") $(stat -c '%a' "$B.private/key")" '700 600' 'and private'
join "$A/../stick.csv"
like "$err" 'this computer has this key already$' 'again: nothing'
grid 9 18 >../grid.csv
run cpm-assess import --round R1 ../grid.csv
unlike "$err" 'no private folder' 'nothing is said of a second place'
like "$err" 'R1: 10 new' 'ten sheets, of which the other computer has one'

# --- half of the votes are not closed
cp rounds.csv "$tmp/rounds"
run cpm-assess close R1
is "$rc" 1 'the computer that helps does not close'
like "$err" "this computer was given the key to help: the votes of 'R1' come together where the key is from$" 'which is said'
like "$err" 'hint: bring them there \(cpm-assess sheets export\); to close it here, join the sheets of that computer first, or delete .*team.private/helper$' 'with the ways out'
same rounds.csv "$tmp/rounds" 'and it stays open'

# --- the sheets come back
export_to ../back.csv
is "$rc" 0 'they go out'
like "$err" '../back.csv holds 10 sheets; on the computer that closes the round: cpm-assess sheets join$' 'how many, and where to'
cd "$A" || exit 2
cp "$A.private/responses.csv" "$tmp/before"
run cpm-assess -n sheets join "$B/../back.csv" $on
like "$err" 'R1: 9 new, 0 changed, 1 same$' 'previewed'
same "$A.private/responses.csv" "$tmp/before" 'nothing is written'
join "$B/../back.csv"
is "$rc" 0 'they come in'
like "$err" 'R1: 9 new, 0 changed, 1 same$' 'one form was typed on both'
is "$(grep -c . "$A.private/responses.csv")" $((18 * 8 + 1)) 'all are there'
head -73 "$A.private/responses.csv" >"$tmp/got"
same "$tmp/got" "$tmp/before" 'behind what was there'
cp "$A.private/responses.csv" "$tmp/before"
join "$B/../back.csv"
like "$err" 'R1: 0 new, 0 changed, 10 same$' 'again: nothing'
same "$A.private/responses.csv" "$tmp/before" 'not a byte'
grid 1 18 >../grid.csv
run cpm-assess import --round R1 ../grid.csv
like "$err" 'R1: 0 new, 0 changed, 18 same$' 'the papers are known by their numbers'

# --- it does not matter who joins whom
cp "$tmp/before" "$tmp/joined"
export_to ../all.csv
cd "$B" || exit 2
join "$A/../all.csv"
like "$err" 'R1: 8 new, 0 changed, 10 same$' 'the other way round'
same_votes "$B.private" "$A.private" 'both have the same'
run cpm-assess -n close R1
is "$rc" 0 'with the sheets of both it may close'

# --- a copy of all
rm -r "$B.private"
join "$A/../all.csv"
is "$rc" 0 'a private folder that was lost is back'
run diff -r "$B.private" "$A.private"
empty "$out" 'byte by byte'
cd "$A" || exit 2

# --- other answers on the two sides
grid 3 3 5 >../grid.csv
cd "$B" && q cpm-assess import --round R1 "$A/../grid.csv" && export_to ../back.csv R1
cd "$A" || exit 2
cp "$A.private/responses.csv" "$tmp/before"
code=$(grep -n . "$B/../back.csv" | grep ',answer,\|:answer,' | grep ',GOV0,5,' | cut -d, -f4)
line=$(grep -n "$code" "$B/../back.csv" | head -1 | cut -d: -f1)
here=$(grep -n "$code" "$A.private/responses.csv" | head -1 | cut -d: -f1)
join "$B/../back.csv"
is "$rc" 1 'a sheet with other answers'
like "$err" "back.csv:$line: sheet $code \(form 3\) has other answers here \(team.private/responses.csv:$here\): which are right\?$" 'code, form and both lines'
like "$err" 'hint: look at the paper: --ours keeps what is here, --theirs takes what is in the file$' 'and what to do'
same "$A.private/responses.csv" "$tmp/before" 'nothing came in'
join --ours "$B/../back.csv"
is "$rc" 0 'ours'
like "$err" 'R1: 1 was different, and stays as it is here$' 'is said'
like "$err" 'R1: 0 new, 0 changed, 17 same$' 'and counted'
same "$A.private/responses.csv" "$tmp/before" 'as it was'
join --theirs "$B/../back.csv"
is "$rc" 0 'theirs'
like "$err" 'R1: 0 new, 1 changed, 17 same$' 'changed'
same_votes "$A.private" "$B.private" 'as it is there'
grid 1 18 4 >../grid.csv
(cd "$B" && q cpm-assess import --round R1 "$A/../grid.csv" && grid 19 25 4 >../g && q cpm-assess import --round R1 ../g)
(cd "$B" && export_to ../many.csv)
grid 19 25 1 >../grid.csv; q cpm-assess import --round R1 ../grid.csv
join "$B/../many.csv"
is "$(grep -c 'has other answers here' "$err")" 20 'twenty are named'
like "$err" '5 more sheets like these$' 'the others counted'
(cd "$B" && q cpm-assess forget --round R1 && rm -r "$B.private" && q cpm-assess sheets join "$A/../all.csv")
cp "$tmp/joined" "$A.private/responses.csv"

# --- what a side leaves open
code=$(sed -n 2p "$A.private/responses.csv" | cut -d, -f3)
sed -i "s/^R1,,$code,governance,Goma,/R1,,$code,,,/; /$code.*LEA0/d" "$A.private/responses.csv"
sed -i "s/^\(R1,\),\($code,.*,STR0,[^,]*,\),/\12026-03-04,\2seen,/" "$B.private/responses.csv"
sed -i "s/^R1,,$code/R1,2026-03-04,$code/" "$B.private/responses.csv"
(cd "$B" && export_to ../back.csv)
join "$B/../back.csv"
is "$rc" 0 'group, unit, day, comment and a statement that one side lacks'
like "$err" 'R1: 0 new, 1 changed, 17 same$' 'are filled in'
same_votes "$A.private" "$B.private" 'and both have the same'
join "$B/../back.csv"
like "$err" 'R1: 0 new, 0 changed, 18 same$' 'once'

# --- what was forgotten
q cpm-assess forget --round R1 --form 5
export_to ../all.csv
(cd "$B" && q cpm-assess forget --round R1 --form 6 && export_to ../back.csv)
join "$B/../back.csv"
is "$rc" 0 'marks of both sides'
like "$err" 'left out: 1 sheet that was forgotten on request$' 'what is forgotten here does not come back'
like "$err" 'R1: 1 sheet was deleted here: it was forgotten on the other computer$' 'what is forgotten there goes here'
like "$err" '1 mark of what was forgotten is new here$' 'and is marked'
cd "$B" || exit 2; join "$A/../all.csv"; cd "$A" || exit 2
same_votes "$A.private" "$B.private" 'both have the same'
sort "$A.private/forgotten.csv" >"$tmp/ma"; sort "$B.private/forgotten.csv" >"$tmp/mb"
same "$tmp/ma" "$tmp/mb" 'and the same marks'
grid 5 6 >../grid.csv
run cpm-assess import --round R1 ../grid.csv
like "$err" 'left out: 2 sheets that were forgotten on request$' 'the marks hold'
export_to ../stick.csv --key
is "$(grep -c '^forgotten,' ../stick.csv)" 2 'the marks go with the key'
(rm -r "$B.private"; cd "$B" && join ../../A/stick.csv && run cpm-assess import --round R1 "$A/../grid.csv")
like "$err" 'left out: 2 sheets that were forgotten on request$' 'so that nobody types them in again'
(rm -r "$B.private"; cd "$B" && q cpm-assess sheets join ../../A/stick.csv; grid 30 30 >../g; q cpm-assess import --round R1 ../g; export_to ../back.csv)

# --- a round that is closed
(cd "$B" && grid 31 31 >../g && cp -a "$B.private" "$tmp/keep" && q cpm-assess import --round R1 ../g && export_to ../late.csv)
join "$B/../back.csv"
like "$err" 'R1: 1 new, 0 changed, 0 same$' 'in time'
export_to ../all.csv
q cpm-assess close R1
cp "$A.private/responses.csv" "$tmp/before"
join "$B/../late.csv"
is "$rc" 0 'after the close'
like "$err" 'R1: 0 new, 0 changed, 1 same$' 'what is here is here'
like "$err" 'R1 is closed and stays as it was counted: left out 1 \(a late sheet belongs to the next round\)$' 'what is late is left out'
same "$A.private/responses.csv" "$tmp/before" 'not a byte'
mv "$A.private" "$tmp/lost"
join ../all.csv
is "$rc" 0 'the votes of a closed round were lost'
like "$err" 'R1 is closed and had no sheet here: 17 are back; what was published stays$' 'and are back'
run diff -r "$A.private" "$tmp/lost"
empty "$out" 'byte by byte'

# --- several rounds, and one of them
q cpm-assess open R2
git add -A; git commit -qm R2
(cd "$B" && git pull -q)
grid 1 2 >../grid.csv; q cpm-assess import --round R2 ../grid.csv
export_to ../both.csv
like "$err" 'holds 19 sheets' 'two rounds'
export_to ../one.csv r2
is "$(grep -c '^round,' ../one.csv) $(grep -c '^answer,R2' ../one.csv) $(grep -c '^answer' ../one.csv)" '1 16 16' 'or one'
export_to ../one.csv R3
is "$rc" 1 'of a round that is not there'
like "$err" "R3" 'which is said'
q cpm-assess open R3
export_to ../one.csv R3
is "$rc" 1 'of a round without sheets'
like "$err" "no sheet of 'R3' is on this computer$" 'which is said'
(cd "$B" && rm -r "$B.private" && join "$A/../both.csv" && export_to ../again.csv)
sed '$d' ../both.csv >"$tmp/x"; sed '$d' "$B/../again.csv" >"$tmp/y"
same "$tmp/y" "$tmp/x" 'what comes in goes out alike'

# --- a show of hands, and words in cells
sed -i '/^R3,/s/individual/hands/; /^R3,/s/secret/open/' rounds.csv
printf 'round,group,criterion,value,count\nR3,governance,STR0,3,4\nR3,,STR0,NA,1\n' >"$A.private/hands.csv"
export_to ../hands.csv R3
is "$rc" 0 'hands go out'
like "$err" 'hands.csv holds 2 counts of hands; on the computer that closes the round' 'said as what they are'
rm "$A.private/hands.csv"
join ../hands.csv
like "$err" 'R3: counts of hands: 2 new, 0 same$' 'and come in'
is "$(sed 1d "$A.private/hands.csv" | tr '\n' ' ')" 'R3,governance,STR0,3,4 R3,,STR0,NA,1 ' 'as they were'
join ../hands.csv
like "$err" 'R3: counts of hands: 0 new, 2 same$' 'once'
sed -i 's/STR0,3,4/STR0,3,5/' "$A.private/hands.csv"
join ../hands.csv
is "$rc" 1 'counted otherwise'
like "$err" "hands.csv:5: column 'count': these hands are counted otherwise here \(team.private/hands.csv:2\): which are right\?$" 'by both lines'
like "$err" 'hint: --ours keeps what is here, --theirs takes what is in the file$' 'and what to do'
join --ours ../hands.csv
like "$A.private/hands.csv" 'STR0,3,5$' 'ours'
join --theirs ../hands.csv
like "$A.private/hands.csv" 'STR0,3,4$' 'theirs'
# A count is all its scores: half of each would be people who were not there.
printf 'round,group,criterion,value,count\nR3,governance,STR0,2,4\nR3,,STR0,NA,1\nR3,,STR0,2,0\n' >"$A.private/hands.csv"
join ../hands.csv
is "$rc" 1 'the same number of hands for another score'
like "$err" "hands.csv:5: column 'count': these hands are counted otherwise here \(team.private/hands.csv:2\)" 'is another count'
is "$(grep -c 'counted otherwise' "$err")" 1 'and 0 hands are no hands'
join --theirs ../hands.csv
is "$(sed 1d "$A.private/hands.csv" | sort | tr '\n' ' ')" 'R3,,STR0,2,0 R3,,STR0,NA,1 R3,governance,STR0,3,4 ' 'theirs, whole'
join ../hands.csv
like "$err" 'R3: counts of hands: 0 new, 2 same$' 'once'
# Hands that were forgotten stay so, until they are counted anew.
q cpm-assess forget --round R3 $on
like "$A.private/forgotten.csv" '^hands,R3,2026-03-05$' 'hands that are forgotten leave a mark'
join ../hands.csv
like "$err" 'R3: left out 2 counts of hands that were forgotten here$' 'forgotten hands do not come back'
is "$(grep -c . "$A.private/hands.csv")" 1 'none of them'
printf 'RES0: 1=2 3=2\n' | q cpm-assess add --hands R3 --group governance
export_to ../anew.csv R3
printf 'round,group,criterion,value,count\nR3,governance,STR0,3,4\n' >"$B.private/hands.csv"
cp rounds.csv "$B"; cp -r rounds/R3 "$B/rounds"
(cd "$B" && join "$A/../anew.csv"; echo "$rc" >"$tmp/rc")
is "$(cat "$tmp/rc")" 0 'counted anew'
like "$err" 'R3: 1 count of hands was deleted here: it was forgotten on the other computer$' 'takes the place of what was forgotten'
is "$(sed 1d "$B.private/hands.csv" | tr '\n' ' ')" 'R3,governance,RES0,1,2 R3,governance,RES0,3,2 ' 'on the other computer'
(cd "$B" && join "$A/../anew.csv")
like "$err" 'R3: counts of hands: 0 new, 2 same$' 'and stays'
(cd "$B" && git checkout -q rounds.csv && rm -rf rounds/R3 "$B.private/hands.csv")
sed -i '/^hands,/d' "$A.private/forgotten.csv"
sed -i '/^R3,/s/hands/individual/; /^R3,/s/open,counts/secret,counts/' rounds.csv
rm "$A.private/hands.csv"
join ../hands.csv
like "$err" "hands.csv:5: round 'R3' takes sheets and no hands$" 'a round of sheets takes no hands'
sed -i '/^R2,/s/individual/hands/; /^R2,/s/secret/open/' rounds.csv
join ../both.csv
like "$err" "round 'R2' is a show of hands and takes no sheets$" 'and one of hands no sheets'
sed -i '/^R2,/s/hands/consensus/' rounds.csv
join ../both.csv
like "$err" "round 'R2' is a consensus: it has agreed scores \(cpm-assess agree\) and no sheets$" 'nor a consensus'
git checkout -q rounds.csv
sed -i '2s/,[^,]*$/,kobo:abcdefghjkmn/; 3s/^\(.*\),\([^,]*\),\([^,]*\)$/\1,"one, ""two""\nthree ; é",\3/' "$A.private/responses.csv"
export_to ../words.csv
(cd "$B" && rm -r "$B.private" && join "$A/../words.csv")
run cpm-assess sheets export -o ../words2.csv $on
same_votes "$A.private" "$B.private" 'comments of several lines, sources and their codes'
sed 's/$/\r/' ../words.csv >../crlf.csv
(cd "$B" && rm -r "$B.private" && join "$A/../crlf.csv"; echo "$rc") >"$tmp/rc"
is "$(cat "$tmp/rc")" 0 'mail may add carriage returns'

done_testing
