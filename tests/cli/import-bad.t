#!/bin/sh
# What import refuses: every fault in one run, by line and column, without a
# value; and nothing is changed.
. "${0%/*}/../lib.sh"
data=$top/tests/data/intake

cpm-init --quiet --pack boost-short team 2>/dev/null
cd team || exit 2
cpm-assess open R1 --quiet
printf 'id,STR0,GOV0\n1,4,5\n' >ok.csv
cpm-assess import --round R1 --group governance ok.csv --quiet 2>/dev/null
state() { cat ../team.private/* rounds.csv | cksum; }
before=$(state)
n=0
# bad WANT NAME [options] <FILE: the import is refused with this message.
bad() {
	want=$1 name=$2; shift 2
	cat >in.csv
	run cpm-assess import --round R1 "$@" in.csv
	n=$((n + 1))
	is "$rc" 1 "$name: status 1"
	like "$err" "$want" "$name: said"
	[ "$(state)" = "$before" ]
	ok $? "$name: nothing has changed"
}

# --- the round
run cpm-assess import ok.csv
is "$rc" 2 'no round is misuse'
like "$err" 'which round\? --round ROUND$' 'which is said'
run cpm-assess import --round R2 ok.csv
is "$rc" 1 'an unknown round'
like "$err" "no such id: 'R2'" 'is said'
like "$err" "did you mean 'R1'\?" 'with the nearest'
run cpm-assess open RC --method consensus
run cpm-assess import --round RC ok.csv
is "$rc" 1 'a consensus round takes no sheets'
like "$err" "rounds.csv:3: round 'RC' is a consensus: it has agreed scores \(cpm-assess agree\) and no sheets$" 'which is said'
run cpm-assess open RH --votes open
sed -i '/^RH/s/,individual,/,hands,/' rounds.csv
run cpm-assess import --round RH ok.csv
is "$rc" 1 'a show of hands takes no sheets'
like "$err" "round 'RH' is a show of hands and takes no sheets$" 'which is said'
before=$(state)

# --- options and files
run cpm-assess import --round R1 --from surveymonkey ok.csv
is "$rc" 2 'a source that is not there is misuse'
like "$err" "\-\-from takes auto, kobo, ona, odk, briefcase, limesurvey, gforms, msforms, grid, wide or long, not 'surveymonkey'$" 'which is said'
run cpm-assess import --round R1 -d: ok.csv
is "$rc" 2 'so is a separator'
like "$err" "\-d takes ',' ';' '\|' or 'tab', not ':'$" 'which is said'
run cpm-assess import --round R1 nowhere.csv
is "$rc" 2 'a missing file'
like "$err" 'nowhere.csv: No such file' 'is said'
run cpm-assess import --round R1 --map nowhere.csv ok.csv
is "$rc" 2 'a missing map'
run cpm-assess import --round R1 --group gouvernance ok.csv
is "$rc" 1 'an unknown group'
like "$err" "no such group in the round: 'gouvernance'$" 'is said'
like "$err" "did you mean 'governance'\?" 'with the nearest'
run cpm-assess import --round R1 /dev/null
is "$rc" 1 'an empty file'
like "$err" 'the file is empty$' 'is said'

# --- columns
bad 'in.csv:1: no column of this file is a criterion of the round$' 'no header' <<'EOF'
Jean Dupont,jean@example.org,4
EOF
unlike "$err" 'Dupont|jean' 'nobody is named'
bad "in.csv:1: the header is one column, and has ';' in it$" 'the wrong separator' -d, <<'EOF'
id;STR0;GOV0
1;4;4
EOF
like "$err" "hint: -d ';' says which separator it is$" 'the wrong separator: the hint'
bad "in.csv:1: the header is one column, and has ',' in it$" 'the wrong separator of quoted headers' -d ';' <<'EOF'
"id","What we do, and why","STR0"
"1","so; so",4
EOF
like "$err" "hint: -d ',' says which separator it is$" 'with the hint'
is "$(grep -c ^ "$err")" 2 'and nothing about quotes'
run cpm-assess import --round R1 --suggest -d ';' in.csv
is "$rc" 1 'nor is a map drafted from it'
like "$err" "in.csv:1: the header is one column, and has ',' in it$" 'for that reason'
printf '"id","a "b","STR0"\n' >torn.csv
run cpm-assess import --round R1 -d ';' torn.csv
like "$err" 'torn.csv:1:.* a quote where none may stand$' 'quotes that are broken anyway are said'
bad "in.csv:1: the header is one column, and has '\|' in it$" 'a separator that is not looked for' <<'EOF'
id|STR0|GOV0
1|4|4
EOF
run cpm-assess import -n --round R1 -d '|' in.csv
is "$rc" 0 'which -d may give'
like "$err" "separator '\|'" 'and is said'
bad "the separator ',' gives a header without any criterion, and it has more of ';'$" 'the wrong separator inside the labels' -d, <<'EOF'
id;What we have, and spend;STR0;GOV0
1;4;4;4
EOF
bad "criterion 'STR0' has two columns: 'STR0' and 'a/STR0'" 'one criterion twice' <<'EOF'
id,STR0,a/STR0
1,4,4
EOF
bad "criterion 'STR0' has two columns: 'STR0' and 'STR0#2'" 'one header twice' <<'EOF'
id,STR0,STR0
1,3,4
EOF
bad "two columns for the same thing \(group\): 'your group' and 'our group'" 'two groups' <<'EOF'
id,STR0,your group,our group
1,4,volunteers,members
EOF
bad "in.csv:3: column 'group': no group of the round has this name$" 'a group that is none' <<'EOF'
id,STR0,group
1,4,volunteers
2,4,Chairman Smith
EOF
unlike "$err" 'Smith' 'a group that is none: not quoted'

# --- cells
bad "in.csv:2: column 'STR0': neither a number nor a word of the scale$" 'a text' <<'EOF'
id,STR0,GOV0
1,excellent,6
2,4,-1
3,2.5,4
EOF
like "$err" "in.csv:2: column 'GOV0': a number that is not on the scale$" 'a text: the next cell too'
like "$err" "in.csv:3: column 'GOV0': a number" 'a text: the next line too'
like "$err" "in.csv:4: column 'STR0': a number" 'a text: half a step too'
like "$err" "a map says what a text stands for: scores 'text=3; other text=NA' \(--map FILE\)$" 'a text: what to do'
unlike "$err" 'excellent|2\.5|-1' 'a text: no value is quoted'
bad 'in.csv: 5 more cells like these$' 'many cells' <<EOF
id,STR0
$(i=0; while [ $i -lt 25 ]; do i=$((i + 1)); echo "$i,9"; done)
EOF
is "$(grep -c 'not on the scale' "$err")" 20 'many cells: the first twenty'
bad 'in.csv:3: the same sheet as on line 2, with other answers$' 'one submission twice' <<'EOF'
_id,STR0
77,4
77,5
EOF
printf '_id,STR0\n1077,4\n1077,4\n' >twice.csv
run cpm-assess import -n --round R1 twice.csv
like "$err" 'R1: 1 new, 0 changed, 0 same$' 'the same line twice is one sheet'

# --- shape
bad 'in.csv:3: the header has 3 cells, this row 2$' 'a short line' <<'EOF'
id,STR0,GOV0
1,4,5
2,4
3,9,9
EOF
like "$err" "in.csv:4: column 'STR0'" 'a short line: and the cells behind it'
bad 'in.csv:2: .*never closed' 'an open quote' <<'EOF'
id,STR0
"1,4
2,5
EOF
printf 'id,STR0\n1,4\0\n' >nul.csv
run cpm-assess import --round R1 nul.csv
like "$err" 'nul.csv:2:4: a NUL byte' 'a NUL byte'
printf 'id,STR0,\303\251t\303\251\n1,4,\377\376\n' >utf.csv
run cpm-assess import --round R1 utf.csv
like "$err" 'utf.csv:2:5: not valid UTF-8' 'invalid UTF-8'
printf 'PK\003\004xyz' >sheet.xlsx
run cpm-assess import --round R1 sheet.xlsx
like "$err" 'a spreadsheet file, not CSV' 'a spreadsheet'
bad 'a mark of an unfinished git merge' 'a merge' <<'EOF'
id,STR0
<<<<<<< ours
1,4
=======
1,5
>>>>>>> theirs
EOF

# --- long files
bad "in.csv:3: column 'criterion': no criterion of the round has this name$" 'long' <<'EOF'
respondent,criterion,score
a,STR0,4
a,STR9,4
,GOV0,4
a,STR0,3
b,GOV0,much
EOF
like "$err" "in.csv:4: column 'respondent': an answer of nobody: this cell is empty$" 'long: nobody'
like "$err" "in.csv:5: column 'criterion': this sheet has an answer to this criterion already$" 'long: twice'
like "$err" "in.csv:6: column 'score': neither a number" 'long: a text'
bad "column 'criterion': nothing says whose answer this is$" 'long without people' <<'EOF'
criterion,score
STR0,4
EOF
bad "in.csv:3: column 'group': another group than this sheet had further up$" 'long with two groups' <<'EOF'
respondent,group,criterion,score
a,members,STR0,4
a,partners,GOV0,4
EOF
bad "in.csv:2: column 'date': no day that can be told" 'a day in its own order' <<'EOF'
respondent,date,criterion,score
a,03/04/2026,STR0,4
EOF
sed -i 's/^date_order,.*/date_order,dmy/' cpm.csv
bad "in.csv:2: column 'date': no such day$" 'no such day' <<'EOF'
respondent,date,criterion,score
a,31/04/2026,STR0,4
EOF
bad 'needs a column for the criterion and one for the score$' 'long without a score' --from long <<'EOF'
respondent,criterion
a,STR0
EOF

# --- the map
cat >map.csv <<'EOF'
column,field,criterion,reverse,scores
a,scor,STR0,,
b,score,STR9,,
c,score,,,
d,group,STR0,,
e,score,GOV0,maybe,
f,date,,yes,
g,score,RES0,,text
h,score,TEA0,,=3
i,score,PRO0,,x=1; X =2
j,comment,,,x=1
a,ignore,,,
,score,BEN0,,
k,,,,
EOF
bad "map.csv:2: column 'field': no such field: 'scor'$" 'a map with faults' --map map.csv <<'EOF'
a,b,c,d,e,f,g,h,i,j
EOF
like "$err" "did you mean 'score'\?" 'a map: the nearest field'
like "$err" "map.csv:5: column 'criterion': only a score or a comment belongs to a criterion$" 'a map: a criterion for a group'
like "$err" "map.csv:6: column 'reverse': neither yes nor no: 'maybe'$" 'a map: perhaps reversed'
like "$err" "map.csv:7: column 'reverse': only a score can be reversed$" 'a map: a reversed day'
like "$err" "map.csv:8: column 'scores': a pair without '='$" 'a map: half a pair'
like "$err" "map.csv:9: column 'scores': a pair with nothing before its '='$" 'a map: the other half'
like "$err" "map.csv:10: column 'scores': one text has two pairs$" 'a map: two pairs for a text'
like "$err" "map.csv:11: column 'scores': only a score, a group or a criterion has pairs$" 'a map: pairs for a comment'
like "$err" "map.csv:12: column 'a' is in line 2 already$" 'a map: a column twice'
like "$err" "map.csv:13: column 'column': empty: which column is it\?$" 'a map: no column'
like "$err" "map.csv:14: column 'field': empty: what is this column\?$" 'a map: no field'
is "$(grep -c ': map.csv:' "$err")" 11 'a map: all in one run, and nothing that only follows'
cat >map.csv <<'EOF'
column,field,criterion,reverse,scores
b,score,STR9,,
c,score,,,
d,group,,,x=nobody
e,score,GOV0,,x=9; y=z
f,comment,,,
x,score,RES0,,
B,ignore,,,
EOF
bad "map.csv:2: column 'criterion': no such criterion: 'STR9'$" 'a map against file and framework' --map map.csv <<'EOF'
b,c,d,e,f
1,2,3,4,5
EOF
like "$err" "did you mean 'STR0'\?" 'a map: the nearest criterion'
like "$err" "map.csv:3: column 'criterion': empty: whose score is this\?$" 'a map: a score of nothing'
like "$err" "map.csv:4: column 'scores': a pair gives no group of the round: 'nobody'$" 'a map: a group that is none'
like "$err" "map.csv:5: column 'scores': a pair gives a score that is not on the scale: '9'$" 'a map: off the scale'
like "$err" "map.csv:5: column 'scores': a pair gives neither a number nor a word of the scale: 'z'$" 'a map: no score'
like "$err" "map.csv:6: column 'criterion': empty: what is this comment about\?$" 'a map: a comment on nothing'
like "$err" "map.csv:7: in.csv has no column 'x'$" 'a map: a column that is not there'
like "$err" 'map.csv:8: the same column as on line 2$' 'a map: one column under two names'
printf 'column,sort\na,score\n' >map.csv
bad "map.csv:1: a map has no column 'sort'$" 'a map with a column of its own' --map map.csv <ok.csv
like "$err" "map.csv:1: a map needs a column 'field'$" 'a map: what it needs'
printf 'column,field,column\n' >map.csv
bad "map.csv:1: column 'column' comes twice$" 'a map with a column twice' --map map.csv <ok.csv
: >map.csv
bad 'map.csv: the map is empty$' 'an empty map' --map map.csv <ok.csv
echo 'column,field,criterion' >map.csv
bad 'map.csv: the map has no line$' 'a map without a line' --map map.csv <ok.csv
printf 'column,field\nid,id\n' >map.csv
bad 'the map names no column as a score$' 'a map without a score' --map map.csv <ok.csv
printf 'column,field,criterion,scores\nid,id,,\nSTR0,score,STR0,0=1; 1=2; 2=3\n' >map.csv
bad "in.csv:2: column 'STR0': a number that no pair of the map names$" 'a map that recodes numbers' --map map.csv <ok.csv
printf 'column,field,criterion,scores\nid,id,,\nSTR0,score,STR0,0=1; 1=2; 2=3; 3=4; 4=5; 2 - so=3\n' >map.csv
bad "in.csv:2: column 'STR0': a number beside a text that no pair of the map names$" 'and text beside a number' --map map.csv <<'EOF'
id,group,STR0
1,governance,4 - agree
2,governance,agree (4)
3,governance,2 - so
4,governance,3
EOF
is "$(grep -c 'beside a text' "$err")" 2 'but not where a pair names the whole text'
run env LANGUAGE=fr cpm-assess import --round R1 --map map.csv in.csv
like "$err" "un nombre à côté d’un texte, qu’aucune paire de la table de correspondance ne nomme$" 'in French'
printf 'column,field,criterion,scores\nwho,respondent,,\nwhat,criterion,,x=STR7\nhow,score,STR0,\n' >map.csv
bad "map.csv:3: column 'scores': a pair gives no criterion of the round: 'STR7'$" 'a long map' --map map.csv <<'EOF'
who,what,how
a,STR0,3
EOF
like "$err" "map.csv:4: column 'criterion': in a file of one line an answer" 'a long map: one criterion for all'
sed -i 's/^STR0,STR,1,,,/STR0,STR,1,,yes,/' rounds/R1/criteria.csv
printf 'column,field,criterion,reverse\nid,id,,\nSTR0,score,STR0,yes\n' >map.csv
bad "map.csv:3: column 'reverse': criterion 'STR0' is reversed in criteria.csv already" 'reversed twice' --map map.csv <ok.csv
sed -i 's/^STR0,STR,1,,yes,/STR0,STR,1,,,/' rounds/R1/criteria.csv

# --- two criteria of one label
sed -i 's/^GOV0.*/GOV0,GOV,1,,,Same,Même/; s/^RES0.*/RES0,RES,1,,,Same,Même/' rounds/R1/criteria.csv
bad "column 'Same' could be either of two criteria$" 'a label of two criteria' <<'EOF'
id,STR0,Same
1,4,5
EOF

# --- a private key that is none
echo short >../team.private/key
before=$(state)
run cpm-assess import --round R1 ok.csv
is "$rc" 1 'a key that is too short'
like "$err" 'the private key is too short' 'is said'

# --- closed
cd ..
cpm-init --quiet --pack boost-short closed 2>/dev/null
cpm-assess -C closed open R1 --quiet
cpm-assess -C closed import --round R1 team/ok.csv --quiet 2>/dev/null
cpm-assess -C closed close R1 --quiet
run cpm-assess -C closed import --round R1 team/ok.csv
is "$rc" 1 'a closed round'
like "$err" "rounds.csv:2: round 'R1' is closed: a late sheet belongs to the next round$" 'is said'

# --- a clone without the private folder
cpm-init --quiet --pack boost-short clone 2>/dev/null
cpm-assess -C clone open R1 --quiet
rm -r clone.private
run cpm-assess -C clone tally --raw R1
is "$rc" 1 'nothing to count in a clone'
like "$err" 'the votes are not on this computer: there is no .*clone\.private$' 'which is said'
empty "$out" 'instead of an empty listing'
new='warning: this computer has no private folder for the team yet: a new one is made, .*clone\.private; if the votes are kept on another computer, first bring its key'
run cpm-assess -C clone import --round R1 team/ok.csv
is "$rc" 0 'an import makes one'
like "$err" "$new" 'and says so'
run cpm-assess -C clone import --round R1 team/ok.csv
unlike "$err" 'private folder for the team' 'once'
rm -r clone.private
printf 'STR0=3\n' >sheet
runin sheet cpm-assess -C clone add R1 --form 1
is "$rc" 0 'so does a paper sheet'
like "$err" "$new" 'and says it too'

done_testing
