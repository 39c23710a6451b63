#!/bin/sh
# Paper: the grid to type it into, one sheet through a pipe or at a terminal,
# and sheets that are to be forgotten.
. "${0%/*}/../lib.sh"

cpm-init --quiet --pack boost-short team 2>/dev/null
cd team || exit 2
printf '%064d\n' 7 >../team.private/key
cpm-assess open R1 --quiet
resp=../team.private/responses.csv

# --- the grid
run cpm-assess form --grid --sheets 3 R1
is "$rc" 0 'a grid'
cat >"$tmp/want" <<'EOF'
number,group,unit,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0
1,,,,,,,,,,
2,,,,,,,,,,
3,,,,,,,,,,
EOF
same "$out" "$tmp/want" 'a line for each sheet'
run cpm-assess form --grid --lang fr R1
is "$(head -1 "$out" | cut -d, -f1-3) $(wc -l <"$out")" 'numéro,groupe,unité 21' 'in French, with twenty lines'
run cpm-assess form --grid --sheets x
is "$rc" 2 'no number of sheets is misuse'
like "$err" "\-\-sheets takes a whole number, not 'x'$" 'which is said'

run cpm-assess form --grid --html R1
is "$rc" 2 'a grid is no page'
like "$err" '\-\-html and --second do not go with --grid$' 'which is said'
run cpm-assess form --sheets 3 R1
is "$rc" 2 'a form has no number of sheets'
like "$err" '\-\-sheets goes with --grid$' 'which is said'

# As LibreOffice saves it in French.
cat >grid.csv <<'EOF'
numéro;groupe;unité;STR0;GOV0;RES0;TEA0;PRO0;BEN0;PAR0;LEA0
1;governance;;4;4,0;NA;;5;3;2;1
2;Bénévoles;Goma;partagé;3;DK;2;3;3;3;3
3;;;;;;;;;;
EOF
run cpm-assess import --round R1 grid.csv
is "$rc" 0 'it comes in without a map'
like "$err" "grid.csv: our own grid, one line a sheet, separator ';', UTF-8$" 'recognised'
like "$err" 'R1: 2 new, 0 changed, 0 same$' 'two sheets'
like "$err" 'left out: 1 sheet without any answer$' 'a line that waits is no sheet'
is "$(grep -c ',Goma,' "$resp") $(grep -c ',volunteers,' "$resp")" '8 8' 'group and unit'
like "$resp" '^R1,,[0-9a-z]{12},volunteers,Goma,STR0,5,,grid$' 'a word of the scale'
run cpm-assess import --round R1 grid.csv
like "$err" 'R1: 0 new, 0 changed, 2 same$' 'again: nothing'
printf 'number,group,unit,STR0\n,members,,3\n4,members,,2\n04,members,,3\n' >bad.csv
run cpm-assess import --round R1 bad.csv
is "$rc" 1 'a grid with faults'
like "$err" "bad.csv:2: column 'number': a sheet without its form number$" 'a sheet without a number'
sed -i 2d bad.csv
run cpm-assess import --round R1 bad.csv
like "$err" 'bad.csv:3: the same sheet as on line 2, with other answers$' 'one number twice, even as 04'

# --- one sheet through a pipe
cp "$resp" "$tmp/before"
printf 'STR0=4\n gov0 = 4,0 \nRES0=na\n\nPRO0=5\nBEN0=3\nPAR0=2\nLEA0=1\n' >sheet
runin sheet cpm-assess add R1 --form 1 --group governance
is "$rc" 0 'a sheet in lines'
like "$err" 'R1: 0 new, 0 changed, 1 same$' 'is the one that the grid brought'
same "$resp" "$tmp/before" 'not a byte is written'
printf 'criterion,score\nSTR0,5\nGOV0,\n' >sheet
runin sheet cpm-assess add R1 --form A7 --date 2026-03-14
is "$rc" 0 'a sheet in CSV'
like "$err" 'R1: 1 new, 0 changed, 0 same$' 'a new one'
like "$err" "1 sheet has no group and counts in 'all' only$" 'without a group, which is said'
is "$(tail -8 "$resp" | cut -d, -f1,2,4,6,7,9 | head -2 | tr '\n' ' ')" 'R1,2026-03-14,,STR0,5,paper R1,2026-03-14,,GOV0,,paper ' 'what is stored'
printf 'STR0=5\nGOV0=2\n' >sheet
runin sheet cpm-assess add R1 --form a7
like "$err" 'R1: 0 new, 1 changed, 0 same$' 'typed again it is changed'
is "$(grep -c ',paper$' "$resp")" 8 'and stays one sheet'
cp "$resp" "$tmp/before"
printf 'GOV0=2\n' >less
runin less cpm-assess add R1 --form A7
is "$rc" 1 'a sheet of a number that is there, with fewer answers'
like "$err" "form 'A7' of R1 is stored already, with other answers$" 'is refused'
like "$err" 'hint: --replace puts this sheet in its place' 'with the way out'
printf 'STR0=4\nGOV0=2\n' >other
runin other cpm-assess add R1 --form A7
is "$rc" 1 'or with other answers'
runin sheet cpm-assess add R1 --form A7 --date 2026-03-15
is "$rc" 1 'or of another day'
runin sheet cpm-assess add R1 --form A7 --group members
is "$rc" 0 'what was not known is added'
runin sheet cpm-assess add R1 --form A7 --group volunteers
is "$rc" 1 'what was known is not changed'
runin sheet cpm-assess add R1 --form A7
like "$err" 'R1: 0 new, 0 changed, 1 same$' 'the same is the same'
runin less cpm-assess add R1 --form A7 --replace
is "$rc" 0 '--replace takes it'
is "$(grep ',members,,STR0,' "$resp" | tail -1 | cut -d, -f7)" '' 'as it is now'
cp "$tmp/before" "$resp"
runin sheet cpm-assess add R1
is "$rc" 2 'no form number is misuse'
like "$err" 'which form\? --form NUMBER, as it is written on the paper$' 'which is said'
printf 'STR0=6\nSTR9=1\nGOV0\nRES0=Smith\nSTR0=3\n' >sheet
runin sheet cpm-assess add R1 --form 9
is "$rc" 1 'a sheet with faults'
like "$err" "standard input:1: column 'STR0': a number that is not on the scale$" 'off the scale'
like "$err" 'standard input:2: no criterion of the round has this name$' 'no criterion'
like "$err" 'standard input:3: a line is criterion=score$' 'no answer'
like "$err" "standard input:4: column 'RES0': neither a number nor a word of the scale$" 'no score'
like "$err" "standard input:5: column 'STR0': this sheet has an answer to this criterion already$" 'twice'
unlike "$err" 'Smith' 'no value is quoted'
run cpm-assess add R1 --form 9
like "$err" 'standard input: nothing was given: lines criterion=score$' 'nothing'
is "$rc" 1 'is a fault'
echo hello >sheet
runin sheet cpm-assess add R1 --form 9
like "$err" 'neither lines criterion=score nor CSV with the columns criterion and score$' 'something else'
printf 'STR0=\377\n' >sheet
runin sheet cpm-assess add R1 --form 9
like "$err" 'this is no text in UTF-8$' 'no text'
printf 'STR0=3\n' >sheet
runin sheet cpm-assess add R1 --form 9 --group chairs
is "$rc" 1 'an unknown group'
like "$err" 'hint: the groups are: governance \([A-Z][^)]*\), ' 'with those there are'
runin sheet cpm-assess add R9 --form 9
is "$rc" 1 'an unknown round'
same "$resp" "$tmp/before" 'and nothing was written'
runin sheet cpm-assess add R1 --form 9 -n
like "$err" 'would write team.private/responses.csv' 'a preview'
same "$resp" "$tmp/before" 'writes nothing'

# What French readers know as NA and DK.
printf 'STR0=SO\nGOV0=nsp\nRES0=s.o.\nTEA0=Sans objet\nPRO0=Ne sait pas\nBEN0=n/a\n' >sheet
runin sheet cpm-assess add R1 --form fr --dry-run
is "$rc" 0 'SO, NSP and their labels are answers'
cp "$resp" "$tmp/before"
runin sheet cpm-assess add R1 --form fr --quiet
is "$(tail -8 "$resp" | cut -d, -f7 | tr '\n' ' ')" 'NA DK NA NA DK NA   ' 'and are stored as NA and DK'
cp "$tmp/before" "$resp"
printf 'numéro;STR0;GOV0\nfr;SO;NSP\n' >so.csv
run cpm-assess import --round R1 so.csv --quiet
is "$(tail -2 "$resp" | cut -d, -f7 | tr '\n' ' ')" 'NA DK ' 'in a grid too'
printf 'column,field,criterion,scores\nid,id,,\na,score,STR0,99=SO; 98=Ne sait pas; ok=partagé\n' >map.csv
printf 'id,a\nx,99\ny,98\nz,ok\n' >so.csv
run cpm-assess import --round R1 --map map.csv so.csv --quiet
is "$rc" 0 'and in a map'
is "$(tail -3 "$resp" | cut -d, -f7 | sort | tr '\n' ' ')" '5 DK NA ' 'beside words of the scale'
cp "$tmp/before" "$resp"

run cpm-assess add R1 --form ' '
is "$rc" 2 'a blank form number is none'
like "$err" 'which form\? --form NUMBER, as it is written on the paper$' 'and asked for'
same "$resp" "$tmp/before" 'nothing is written'

# --- at a terminal
tty() { # KEYS…: cpm-assess add at a pseudo-terminal, its screen in $out
	script -qec "cpm-assess add R1 $2" /dev/null <"$1" >"$out" 2>&1; rc=$?
}
if command -v script >/dev/null; then
	printf '12\nnobody\nbénévoles\n4\n7\n3\n<\n2\nNA\n\nDK\n1\n1\n5\n' >keys
	tty keys ''
	is "$rc" 0 'asked question by question'
	like "$out" 'Number on the form:' 'the number'
	like "$out" 'governance +Governing body' 'the groups'
	like "$out" 'No group of the round has this name\.' 'and asked again'
	like "$out" '^ +5 +Shared' 'the scale'
	like "$out" 'STR0 We know why and for whom we exist' 'the statements'
	like "$out" 'That is not on the scale\.' 'a score asked again'
	like "$out" 'R1: 1 new, 0 changed, 0 same' 'a new sheet'
	is "$(tail -8 "$resp" | cut -d, -f4,6,7 | tr '\n' ' ')" \
	    'volunteers,STR0,4 volunteers,GOV0,2 volunteers,RES0,NA volunteers,TEA0, volunteers,PRO0,DK volunteers,BEN0,1 volunteers,PAR0,1 volunteers,LEA0,5 ' \
	    'as it was typed, one question taken back'
	unlike "$out" 'is stored already' 'which nobody typed before'
	printf '\004' >keys
	tty keys '--form 12'
	like "$out" 'Form 12 is stored already: what you type now takes its place\.' 'a number that is there is said before anything is typed'
	cp "$resp" "$tmp/before"
	printf '13\n\n\351\n\004' >keys
	tty keys ''
	like "$out" 'this is no text in UTF-8' 'what cannot be read is not skipped'
	is "$(grep -c 'STR0 We know' "$out")" 2 'but asked again'
	printf '13\n\n4\n\004' >keys
	tty keys ''
	like "$out" 'stopped before the end: nothing was written' 'an end in between'
	is "$rc" 1 'is no sheet'
	same "$resp" "$tmp/before" 'and leaves nothing'
	printf '4\n4\n4\n4\n4\n4\n4\n4\n' >keys
	tty keys '--form 14 --group members --lang fr'
	like "$out" 'Entrée seule' 'in French'
	like "$out" '^ +SO +Sans objet' 'and its short words'
	like "$out" '^ +NSP +Ne sait pas' 'as people write them'
	like "$out" 'Nous savons pourquoi et pour qui nous existons' 'with its statements'
else
	skip 'no script(1) here'
fi

# A sheet that was typed by hand meanwhile is not undone by its empty line.
printf 'STR0=2\n' >sheet
runin sheet cpm-assess add R1 --form 3 --quiet
cp "$resp" "$tmp/before"
run cpm-assess import --round R1 grid.csv
like "$err" 'R1: 0 new, 0 changed, 2 same$' 'a line that waits takes nothing back'
like "$err" 'left out: 1 sheet without any answer$' 'and is said'
same "$resp" "$tmp/before" 'not a byte is written'

# --- forgetting
code=$(awk -F, '$5 == "Goma" { print $3; exit }' "$resp")
run cpm-assess forget "$code" --date 2026-04-01
is "$rc" 0 'a sheet is forgotten by its code'
like "$err" '1 sheet deleted from the private folder$' 'which is said'
like "$err" 'R1: the round is open and will be counted without it$' 'and what it means'
like "$err" 'copies elsewhere .* are yours to delete$' 'and what it does not'
unlike "$resp" Goma 'its rows are gone'
is "$(sed 1d ../team.private/forgotten.csv)" "$code,R1,2026-04-01" 'a mark stays'
run cpm-assess import --round R1 grid.csv
like "$err" 'R1: 0 new, 0 changed, 1 same$' 'and it does not come back'
like "$err" 'left out: 1 sheet that was forgotten on request$' 'which is said'
run cpm-assess forget "$code"
is "$rc" 0 'forgetting again is well'
like "$err" 'already forgotten$' 'and said'
run cpm-assess forget 0000000000zz
is "$rc" 1 'a code that is none'
like "$err" 'no sheet has this code, and it is not well typed$' 'is said'
like "$err" 'a code has 12 characters, the last one checks the others$' 'with how one looks'
n=$(grep -c ',paper$' "$resp")
run cpm-assess forget --round R1 --form A7
is "$rc" 0 'by its form number'
is "$(grep -c ',paper$' "$resp")" $((n - 8)) 'its rows are gone'
run cpm-assess forget --round R1 --form 99
is "$rc" 1 'a form that is not there'
like "$err" 'there is no such sheet$' 'is said'
printf '_id,_uuid,STR0\n900,ab,4\n901,cd,5\n' >kobo.csv
cpm-assess import --round R1 --quiet kobo.csv 2>/dev/null
run cpm-assess forget --submission 900
is "$rc" 0 'by the number of its submission'
like "$err" '1 sheet deleted' 'one sheet'
run cpm-assess forget
is "$rc" 2 'nothing to forget is misuse'
like "$err" '^cpm-assess: forget what\? CODE, --submission ID' 'which is said'
run cpm-assess forget --form 3
is "$rc" 2 'a form of no round'
run cpm-assess forget --round R1
is "$rc" 0 'a whole round'
is "$(wc -l <"$resp")" 1 'leaves nobody'
run cpm-assess import --round R1 grid.csv
like "$err" 'R1: 0 new, 0 changed, 0 same$' 'and nobody comes back'
cpm-assess open R2 --quiet 2>/dev/null
run cpm-assess forget --round R2
is "$rc" 1 'a round without sheets'
like "$err" "round 'R2' has no sheets to forget$" 'is said'

# What was published stays.
i=0; while [ $i -lt 9 ]; do i=$((i + 1)); echo "$i,members,,4"; done | sed '1i number,group,unit,STR0' >nine.csv
cpm-assess import --round R2 --quiet nine.csv 2>/dev/null
cpm-assess close R2 --quiet
cp results.csv "$tmp/results"
run cpm-assess forget --round R2
like "$err" '9 sheets deleted from the private folder$' 'the votes of a closed round'
like "$err" 'R2: what was published stays as it was published$' 'leave their results'
same results.csv "$tmp/results" 'as they were'

# An export that holds the submissions of two rounds brings nobody back.
cpm-assess open R3 --quiet 2>/dev/null
printf '_id,_uuid,STR0\n910,ef,4\n911,gh,5\n' >two.csv
cpm-assess import --round R3 --quiet two.csv 2>/dev/null
cpm-assess forget --round R3 --submission 910 --quiet
cpm-assess close R3 --quiet
cpm-assess open R4 --quiet 2>/dev/null
run cpm-assess import --round R4 two.csv
like "$err" 'R4: 0 new, 0 changed, 0 same$' 'a forgotten submission comes into no other round'
like "$err" 'left out: 1 sheet that was forgotten on request$' 'which is said'
# Nor does that of a person, who may answer again all the same.
printf 'column,field,criterion\nwho,respondent,\n_id,id,\nSTR0,score,STR0\n' >who-map.csv
printf '_id,_uuid,who,STR0\n920,ij,Ama,4\n' >who.csv
cpm-assess import --round R4 --map who-map.csv --quiet who.csv 2>/dev/null
run cpm-assess forget --submission 920
like "$err" '1 sheet deleted from the private folder$' 'the sheet of a person by its submission'
cpm-assess open R5 --quiet 2>/dev/null
printf '921,kl,Ama,5\n' >>who.csv
run cpm-assess import --round R5 --map who-map.csv who.csv
like "$err" 'R5: 1 new, 0 changed, 0 same$' 'the same person in another submission comes in'
like "$err" 'left out: 1 sheet that was forgotten on request$' 'the forgotten one does not'

done_testing
