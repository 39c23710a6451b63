#!/bin/sh
# Double typing: a sheet or a grid typed a second time is compared with what
# is stored.  Differences have a place and never a score.
. "${0%/*}/../lib.sh"

cpm-init --quiet --pack boost-short team 2>/dev/null
cd team || exit 2
printf '%064d\n' 7 >../team.private/key
cpm-assess open R1 --quiet
resp=../team.private/responses.csv
cat >grid.csv <<'EOF'
number,group,unit,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0
1,governance,,4,4,NA,,5,3,2,1
2,volunteers,,5,3,DK,2,3,3,3,3
3,,,2,2,2,2,2,2,2,2
EOF
cpm-assess import --round R1 --quiet grid.csv
cp "$resp" "$tmp/before"

# --- one sheet through a pipe
printf 'STR0=4\nGOV0=4,0\nRES0=na\nPRO0=5\nBEN0=3\nPAR0=2\nLEA0=1\n' >sheet
runin sheet cpm-assess add --verify R1 --form 1 --group governance
is "$rc" 0 'the same a second time'
like "$err" 'form 1 of R1: what is stored is right$' 'is right'
sed 's/STR0=4/STR0=2/; /PRO0/d; s/RES0=na/RES0=nsp/' sheet >other
runin other cpm-assess add --verify R1 --form 1 --group members
is "$rc" 1 'another typing'
like "$err" '^cpm-assess: STR0: the second typing differs$' 'another score'
like "$err" '^cpm-assess: RES0: the second typing differs$' 'do not know is not applicable'
like "$err" '^cpm-assess: PRO0: the second typing differs$' 'an answer that is not there'
like "$err" '^cpm-assess: the group: the second typing differs$' 'another group'
is "$(grep -c differs "$err")" 4 'nothing else'
unlike "$err" 'differs.*[0-9]|: [0-9]|NA|DK' 'and no score'
same "$resp" "$tmp/before" 'nothing is written'
runin sheet cpm-assess add --verify R1 --form 9
is "$rc" 1 'a sheet that nobody typed before'
like "$err" "form '9' is not stored: there is nothing to compare it with$" 'is said'
unlike "$resp" ',paper$' 'and does not come in'
echo 'STR0=9' >bad
runin bad cpm-assess add --verify R1 --form 1
like "$err" "column 'STR0': a number that is not on the scale$" 'faults as ever'
unlike "$err" differs 'are no differences'
runin sheet cpm-assess add --verify R1
is "$rc" 2 'no form number is misuse'
runin sheet cpm-assess add --verify R1 --form 1 --replace
is "$rc" 2 'to replace is another matter'
like "$err" '\-\-verify asks what is right: --replace does not go with it$' 'which is said'
runin sheet cpm-assess add --verify R1 --form 1 --group governance --lang fr
like "$err" 'fiche 1 de R1.: ce qui est enregistré est juste$' 'in French'

# --- at a terminal
tty() { # KEYS OPTIONS
	script -qec "cpm-assess add --verify R1 $2" /dev/null <"$1" >"$out" 2>&1; rc=$?
}
if command -v script >/dev/null; then
	# Typed: STR0 5 for 4, GOV0 as it was, RES0 DK for NA, the others right.
	printf '5\n4\nDK\n\n5\n3\n2\n1\n3\n5\nNA\n' >keys
	tty keys '--form 1 --group governance'
	is "$rc" 0 'asked a third time'
	unlike "$out" 'is stored already' 'nothing is taken the place of'
	like "$out" 'STR0 .*: the two typings differ.  What is on the paper\?' 'where they differ'
	like "$out" 'RES0 .*: the two typings differ' 'each of them'
	unlike "$out" 'GOV0 .*: the two' 'and only there'
	like "$out" 'This is neither of the two: please look again\.' 'a third answer is asked again'
	like "$out" 'R1: 0 new, 1 changed, 0 same' 'one changed'
	sed '/,STR0,4,/s//,STR0,5,/' "$tmp/before" >"$tmp/want"
	same "$resp" "$tmp/want" 'to what is on the paper, and nothing else'
	cp "$tmp/before" "$resp"
	printf '5\n4\nNA\n\n5\n3\n2\n1\n4\n' >keys
	tty keys '--form 1 --group governance'
	like "$out" 'form 1 of R1: what is stored is right' 'the first may have been right'
	same "$resp" "$tmp/before" 'and stays'
	printf '5\n4\nNA\n\n5\n3\n2\n1\n\004' >keys
	tty keys '--form 1 --group governance'
	is "$rc" 1 'an end in between'
	like "$out" 'stopped before the end: nothing was written' 'settles nothing'
	same "$resp" "$tmp/before" 'and changes nothing'
	printf '4\n4\nNA\n\n5\n3\n2\n1\npartners\nmembers\n' >keys
	tty keys '--form 1 --group members'
	like "$out" 'differ about the group\.  Which is ticked on the paper' 'the group too'
	like "$out" 'neither of the two' 'one of the two'
	is "$(grep -c ',members,' "$resp")" 8 'as it is on the paper'
	cp "$tmp/before" "$resp"
	printf '9\n' >keys
	tty keys ''
	is "$rc" 1 'a number that is not there'
	like "$out" "form '9' is not stored" 'is said before anything is typed'
	unlike "$out" 'Groups:' 'at once'
else
	skip 'no script(1) here'
fi

# --- a second grid, as another person's LibreOffice saves it
printf '\357\273\277numéro;groupe;unité;STR0;GOV0;RES0;TEA0;PRO0;BEN0;PAR0;LEA0\r\n1;governance;;4,0;4;SO;;5;3;2;1\r\n2;Bénévoles;;5;3;NSP;2;3;3;3;3\r\n3;;;2;2;2;2;2;2;2;2\r\n4;;;;;;;;;;\r\n' >second.csv
run cpm-assess import --verify --round R1 second.csv
is "$rc" 0 'a second grid that agrees'
like "$err" '3 sheets are the same in both typings$' 'is said'
unlike "$err" 'not in the second' 'all of it'
sed 's/^1;governance;;4,0/1;members;;3/; s/NSP/SO/; s/^3;/7;/' second.csv >third.csv
run cpm-assess import --verify --round R1 third.csv
is "$rc" 1 'one that differs'
like "$err" "third.csv:2: column 'group': the second typing differs$" 'by line and group'
like "$err" "third.csv:2: column 'STR0': the second typing differs$" 'and criterion'
like "$err" "third.csv:3: column 'RES0': the second typing differs$" 'each of them'
like "$err" 'third.csv:4: this sheet is not stored: it was typed only now$' 'a sheet that is new'
like "$err" '1 stored paper sheet is not in the second typing$' 'and one that is missing'
is "$(grep -c differs "$err")" 3 'nothing else'
same "$resp" "$tmp/before" 'nothing is written'
printf 'number,STR0\n1,4\n1,4\n,3\n2,9\n3,often\n' >bad.csv
run cpm-assess import --verify --round R1 bad.csv
like "$err" 'bad.csv:3: a sheet of this number stands further up$' 'a number twice'
like "$err" "bad.csv:4: column 'number': a sheet without its form number$" 'no number'
like "$err" "bad.csv:5: column 'STR0': a number that is not on the scale$" 'off the scale'
like "$err" "bad.csv:6: column 'STR0': neither a number nor a word of the scale$" 'no score'
unlike "$err" often 'no value is quoted'
# A column that is not there, or misspelt, is nothing that agrees.
sed 's/GOV0/GOVO/; s/^1;governance;;4,0;4/1;governance;;4,0;5/; s/^3;;;/3;;Gao;/' second.csv >bad.csv
run cpm-assess import --verify --round R1 bad.csv
is "$rc" 1 'a column that is misspelt'
like "$err" "bad.csv:1: not compared: 'GOVO'$" 'is said'
like "$err" "bad.csv:1: no column for these criteria, which nobody compared: 'GOV0'$" 'and what it hid'
like "$err" "bad.csv:4: column 'unit': the second typing differs$" 'a unit is compared too'
unlike "$err" Gao 'and not quoted'
run cpm-assess import --verify --round R1 --lang fr bad.csv
like "$err" "aucune colonne pour ces critères, que personne n’a comparés.: «.GOV0.»$" 'in French'
printf 'a,b\n1,2\n' >bad.csv
run cpm-assess import --verify --round R1 bad.csv
is "$rc" 1 'no grid'
like "$err" 'bad.csv:1: this is no grid: it needs the column number and one for each criterion$' 'is said'
: >bad.csv
run cpm-assess import --verify --round R1 bad.csv
is "$rc" 1 'an empty file'
runin second.csv cpm-assess import --verify --round R1 -
is "$rc" 0 'through a pipe'
run cpm-assess import --verify --round R1 --map m.csv second.csv
is "$rc" 2 'a map is misuse'
like "$err" '\-\-verify takes a grid as it is: --map does not go with it$' 'which is said'
run cpm-assess import --verify second.csv
is "$rc" 2 'no round is misuse'
run cpm-assess import --verify --round R1 nowhere.csv
is "$rc" 2 'a file that is not there'

done_testing
