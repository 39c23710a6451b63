#!/bin/sh
# import --suggest: a map drafted from header, cells and framework; what was
# guessed is marked, and a map that has a mark is refused.
. "${0%/*}/../lib.sh"
data=$top/tests/data/suggest

team() { # NAME PACK
	cpm-init --quiet --pack "$2" --lang fr "$1" 2>/dev/null
	printf '%064d\n' 7 >"$1.private/key"
	cpm-assess -C "$1" open R1 --quiet
}
state() { find "$1" "$1.private" -type f ! -path '*/.git/*' -exec cksum {} + | sort; }

# --- a form of Google's whose statements are in other words
team team boost
state team >before
run cpm-assess -C team import --suggest --round R1 "$data/google.csv"
is "$rc" 0 'a draft of a map'
cp "$out" draft.csv
cat >want <<'E'
column,field,criterion,reverse,scores
Horodateur,metadata,,,
Adresse e-mail,identifying,,,
Votre groupe,group,,,Bureau=?
Nous tenons des réunions et les décisions prises sont suivies d'effet,score,?GOV2,,
Pourquoi ?,?comment,?GOV2,,
Chaque personne sait quelle est sa tâche et à qui s'adresser,score,?TEA1,,2 \= rarement=2; 4 \= souvent=4; niveau 5=?5
À votre avis [Les plaintes et les idées reçoivent toujours une réponse],score,?BEN3,,Je ne sais pas=?DK; Plutôt régulier=?4
"Nous ne choisissons que peu de changements, et nous allons au bout",score,?LEA4,,8888=?
Chaque paiement a un justificatif et un second regard.,score,RES1,,
Nos données,score,?PRO3,,
Quel est votre âge ?,unknown,,,
Quels moyens utilisez-vous ?,unknown,,,
Que faut-il garder ?,unknown,,,
De 1 à 5 : l'équipe en général,score,?,,
E
same draft.csv want 'each column with what it may be'
unlike draft.csv 'Ndayi|marché|oublie|example' 'and no word that a person wrote'
like "$err" "google.csv: Google Forms export, separator ',', UTF-8$" 'the source is said'
like "$err" "who it was: 'Adresse e-mail'$" 'so is what identifies'
like "$err" "google.csv: 'Nous tenons des réunions et les décisions pris…' may be GOV2: Les réunions ont lieu.+; les décisions sont écrites et suivies\.$" 'each guess is shown with its statement'
like "$err" "google.csv: 'Pourquoi \?' may be comments on GOV2$" 'the question behind it too'
like "$err" "google.csv: 'De 1 à 5 : l'équipe en général' looks like scores: which criterion is it\?$" 'scores of nobody knows what'
like "$err" 'nothing says what 2 texts stand for: text=\?$' 'texts without a meaning are counted'
like "$err" '1 cell is no answer of a form: its words are not written here, import names its line$' 'so are words that stay out'
like "$err" "google.csv: columns that are sure: 1; that have a '\?': 8$" 'and the columns'
like "$err" "look at each '\?': take it away where it is right, else write what is right; a map that has one is refused$" 'and what to do'
unlike "$err" 'Ndayi|example.org' 'without a value'
state team | diff -q before - >/dev/null
is $? 0 'nothing is written'

# As it is, the draft is refused: each mark is named.
run cpm-assess -C team import --round R1 --map draft.csv "$data/google.csv"
is "$rc" 1 'a draft that nobody looked at is refused'
grep -v '^cpm-assess: /' "$err" >got
cat >want <<'E'
cpm-assess: draft.csv:4: column 'scores': 1 answer is still to be confirmed or filled in: text=?
cpm-assess: draft.csv:5: column 'criterion': still to be confirmed: 'GOV2'
cpm-assess: draft.csv:6: column 'field': still to be confirmed: 'comment'
cpm-assess: draft.csv:6: column 'criterion': still to be confirmed: 'GOV2'
cpm-assess: draft.csv:7: column 'criterion': still to be confirmed: 'TEA1'
cpm-assess: draft.csv:7: column 'scores': 1 answer is still to be confirmed or filled in: text=?
cpm-assess: draft.csv:8: column 'criterion': still to be confirmed: 'BEN3'
cpm-assess: draft.csv:8: column 'scores': 2 answers are still to be confirmed or filled in: text=?
cpm-assess: draft.csv:9: column 'criterion': still to be confirmed: 'LEA4'
cpm-assess: draft.csv:9: column 'scores': 1 answer is still to be confirmed or filled in: text=?
cpm-assess: draft.csv:11: column 'criterion': still to be confirmed: 'PRO3'
cpm-assess: draft.csv:15: column 'criterion': still to be filled in
cpm-assess: hint: take each '?' away where it is right, else write what is right
E
same got want 'in these words'
[ ! -e team.private/responses.csv ]
ok $? 'and nothing came in'

# Looked at, it brings the right scores in.
sed 's/Bureau=?/Bureau=governance/; s/8888=?/8888=NA/; s/score,?,,$/ignore,,,/
    s/,?/,/g; s/=?/=/g' draft.csv >map.csv
run cpm-assess -C team import --round R1 --map map.csv "$data/google.csv"
is "$rc" 1 'a word that no form offered is a fault'
like "$err" "google.csv:7: column 'À votre avis .*': neither a number nor a word of the scale$" 'which names its line'
sed '7s/Ça dépend de Mme Ndayi/3/' "$data/google.csv" >google.csv
run cpm-assess -C team import --round R1 --map map.csv google.csv
is "$rc" 0 'with it put right the file comes in'
like "$err" 'R1: 6 new, 0 changed, 0 same$' 'all six sheets'
awk -F, 'NR > 1 { s[$3] = s[$3] " " $6 "=" $7; g[$3] = $4 }
    END { for (c in s) print g[c] s[c] }' team.private/responses.csv | sort >got
cat >want <<'E'
governance GOV2=2 RES1=NA TEA1=2 PRO3=3 BEN3=4 LEA4=3
governance GOV2=4 RES1=5 TEA1=4 PRO3=3 BEN3=4 LEA4=NA
volunteers GOV2=1 RES1=5 TEA1=5 PRO3= BEN3=3 LEA4=2
volunteers GOV2=3 RES1=3 TEA1=2 PRO3=4 BEN3=DK LEA4=1
volunteers GOV2=3 RES1=4 TEA1=5 PRO3=3 BEN3=4 LEA4=2
volunteers GOV2=4 RES1=4 TEA1=4 PRO3=2 BEN3=DK LEA4=NA
E
same got want 'each answer where it belongs'
like team.private/responses.csv 'GOV2,3,On oublie parfois de relire,' 'and the comments beside theirs'

# --- what a preview says of a map: cells by what they were taken for, and
# pairs that no cell has
sed 's/8888=NA/8888=NA; 9999=DK; weiß nicht=DK/' map.csv >more.csv
run cpm-assess -C team import -n --table --round R1 --map more.csv "$data/google.csv"
is "$rc" 1 'a preview of a file with a fault'
grep '^column\|^À votre\|^Nous ne\|^Horo' "$out" | sed 's/  */ /g; s/ $//' >got
cat >want <<'E'
column field criterion reverse scores answered NA DK skipped bad
Horodateur ignore
À votre avis [Les plaintes et les idées reçoivent toujours une réponse] score BEN3 Je ne sais pas=DK; Plutôt régulier=4 3 0 2 0 1
Nous ne choisissons que peu de changements, et nous allons au bout score LEA4 8888=NA; 9999=DK; weiß nicht=DK 4 2 0 0 0
E
same got want 'counts what the cells of each score were taken for'
like "$err" "more.csv:9: column 'scores': no cell holds: '9999', 'weiß nicht'$" 'and names the pairs that are not used'
run cpm-assess -C team import -n --csv --round R1 --map more.csv google.csv
is "$(sed 1q "$out")" 'column,field,criterion,reverse,scores' 'in CSV it stays a map'
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'new, changed and same sheets'
run cpm-assess -C team import --round R1 --map more.csv google.csv
unlike "$err" 'no cell holds' 'an import says nothing of unused pairs'

# --- a map made by hand may have such marks too
printf 'column,field,criterion\nSTR1,?,STR1\n' >m.csv
run cpm-assess -C team import --round R1 --map m.csv google.csv
like "$err" "m.csv:2: column 'field': still to be filled in$" 'a field that is open'
printf 'column,field,criterion,scores\nNos données,score,PRO3,\\?=\\?; 3 = ? 4\n' >m.csv
run cpm-assess -C team import --round R1 --map m.csv google.csv
like "$err" "m.csv:2: column 'scores': a pair with nothing before its '='$" 'signs alone are no text'
printf 'column,field,criterion,scores\nNos données,score,PRO3,x=\\?; 3 = ? 4\n' >m.csv
run cpm-assess -C team import --round R1 --map m.csv google.csv
like "$err" "m.csv:2: column 'scores': 1 answer is still" 'a mark behind blanks; a sign that is meant is none'

# --- LimeSurvey with answer codes
team short boost-short
run cpm-assess -C short import --suggest --round R1 "$data/limesurvey.csv"
cp "$out" draft.csv
cat >want <<'E'
column,field,criterion,reverse,scores
id,id,,,
submitdate,metadata,,,
group,group,,,
STR0,score,STR0,,A1=?1; A2=?2; A3=?3; A4=?4; A5=?5; A6=?
GOV0,score,GOV0,,A1=?1; A2=?2; A3=?3; A4=?4; A5=?5; A6=?
RES0,score,RES0,,A1=?1; A2=?2; A3=?3; A4=?4; A5=?5; A6=?
TEA0,score,TEA0,,A1=?1; A2=?2; A3=?3; A4=?4; A5=?5; A6=?
E
same draft.csv want 'codes A1 to A6: a number of the scale is guessed, A6 is left open'
sed 's/A6=?/A6=DK/; s/=?/=/g' draft.csv >map.csv
run cpm-assess -C short import --round R1 --map map.csv "$data/limesurvey.csv"
is "$rc" 0 'looked at, they come in'
is "$(sed 1d short.private/responses.csv | cut -d, -f6,7 | sort | tr '\n' ' ')" 'GOV0,2 GOV0,2 GOV0,DK RES0,3 RES0,3 RES0,4 STR0,1 STR0,1 STR0,4 TEA0,5 TEA0,5 TEA0,5 ' 'as the map says'

# --- scores that begin at 0, days, a group by its cells, sentinels
run cpm-assess -C short import --suggest -o maps-zero.csv "$data/zero.csv"
is "$rc" 0 'into a file'
empty "$out" 'and not on standard output'
cat >want <<'E'
column,field,criterion,reverse,scores
Date,date,,,
Equipe,?group,,,
STR0,score,STR0,,0=?1; 1=?2; 2=?3; 3=?4; 4=?5
GOV0,score,GOV0,,0=?1; 1=?2; 2=?3; 3=?4; 4=?5
RES0,score,RES0,,0=?1; 1=?2; 2=?3; 3=?4; 4=?5; 8888=?
TEA0,score,TEA0,,0=?1; 1=?2; 2=?3; 3=?4; 4=?5; 99=?
Remarques,?comment,?TEA0,,
E
same maps-zero.csv want 'from 0 to 4 where the scale is 1 to 5'
like "$err" 'zero.csv: the scores begin at 0: 0 may stand for the lowest point of the scale$' 'which is said'
like "$err" "zero.csv: 'Equipe' may be: group$" 'so is a group that only its cells show'

# --- one line an answer, under names of their own
run cpm-assess -C short import --suggest "$data/long.csv"
cat >want <<'E'
column,field,criterion,reverse,scores
who,?respondent,,,
item,?criterion,,,cash=?
answer,?score,,,
where,unknown,,,
E
same "$out" want 'a long file'
sed 's/cash=?/cash=RES0/; s/,?/,/' "$out" >map.csv
run cpm-assess -C short import --round R1 --map map.csv "$data/long.csv"
is "$rc" 0 'looked at, it comes in'
like "$err" 'R1: 3 new' 'as three sheets'

# --- two columns that are as near as each other: neither is guessed; of one
# that is nearer, only that
printf 'We know for whom we exist (now),We know for whom we exist (then),Decisions are written down and followed up by all,Decisions are taken\n1,2,3,4\n4,3,2,1\n' >ties.csv
run cpm-assess -C short import --suggest ties.csv
is "$(sed 1d "$out" | cut -d, -f2,3 | tr '\n' ' ')" 'score,? score,? score,?GOV0 score,? ' 'ties are left open'

# --- what is sure needs no looking at
printf '_id,_uuid,group,%s,STR0,STR0\n1,a,governance,4,4,5\n' "$(printf 'GOV0')" >twice.csv
run cpm-assess -C short import --suggest twice.csv
is "$(sed -n '2,$p' "$out" | tr '\n' ' ')" '_id,id,,, _uuid,metadata,,, group,group,,, GOV0,score,GOV0,, STR0,score,?STR0,, STR0#2,score,?STR0,, ' 'a header that comes twice: a person says which'
printf 'id,group,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0\n1,governance,1,2,3,4,5,Régulier,NA,\n' >sure.csv
run cpm-assess -C short import --suggest sure.csv
like "$err" "sure.csv: columns that are sure: 10; that have a '\?': 0$" 'all is known'
unlike "$err" 'look at each' 'and nothing is to be looked at'
cp "$out" map.csv
run cpm-assess -C short import -n --round R1 --map map.csv sure.csv
is "$rc" 0 'such a draft is a map'
runin sure.csv cpm-assess -C short import --suggest -
same "$out" map.csv 'standard input gives the same'
run cpm-assess -C short import --suggest -q sure.csv
empty "$err" 'quiet: not a word'

# A column of free text under a criterion's own words, and long numbers.
{
	echo 'STR0,Why do we know what comes first and for whom we exist'
	for i in 1 2 3 4 5 6; do echo "2507881234$i$i,because number $i said so"; done
} >prose.csv
run cpm-assess -C short import --suggest prose.csv
unlike "$out" 'because|250788' 'neither prose nor long numbers are in the draft'
like "$err" '6 cells are no answers of a form: their words are not written here, import names their lines$' 'which is said'
like "$out" 'we exist,\?comment,\?STR0,,$' 'prose may be comments'

# --- no separator, no file, no round
printf 'STR0;GOV0\n1;2\n' >semi.csv
run cpm-assess -C short import --suggest -d, semi.csv
like "$err" "semi.csv: warning: the header is one column, and has ';' in it$" 'a wrong separator shows'
: >empty.csv
run cpm-assess -C short import --suggest empty.csv
is "$rc" 1 'an empty file'
like "$err" 'empty.csv: the file is empty$' 'is said'
printf 'STR0,GOV0\n1,2,3\n' >ragged.csv
run cpm-assess -C short import --suggest ragged.csv
is "$rc" 1 'a broken file has no draft'
empty "$out" 'not even a part of one'
run cpm-assess -C short import --suggest --round R9 sure.csv
is "$rc" 1 'an unknown round'
like "$err" "no such id: 'R9'" 'is said'
run cpm-assess -C short import --suggest --map map.csv sure.csv
is "$rc" 2 'a map to draft a map is misuse'
like "$err" 'suggest drafts a map: --map and --group do not go with it$' 'which is said'
# Statements in quite other words, asked with the choices of one that is near.
cat >para.csv <<'EOF'
Decisions are taken together and written down,Money matters,Remarks,Age
Fully,Partly,none,Young
Partly,Fully,none,Old
Partly,Fully,good,Old
Fully,Fully,fine,Old
Fully,Partly,fine,Old
EOF
run cpm-assess -C short import --suggest --lang en para.csv
like "$out" '^Decisions are .*,score,\?GOV0,,Fully=\?; Partly=\?3$' 'near to a criterion'
like "$out" '^Money matters,score,\?,,Fully=\?; Partly=\?3$' 'the same answers: scores of some criterion'
like "$out" '^Age,unknown,,,$' 'other answers are not'
like "$out" '^Remarks,unknown,,,$' 'nor are words'
# A text that nobody chose below one statement is drafted there, too: the
# next export may hold it.
cat >agree.csv <<'EOF'
STR0,GOV0,RES0,TEA0
Tout à fait,Plutôt,Plutôt,4
Plutôt,Plutôt non,Pas du tout,5
Tout à fait,Plutôt,Pas du tout,3
Plutôt,Plutôt non,Plutôt,8888
EOF
run cpm-assess -C short import --suggest agree.csv
is "$(grep -c '^[SGR].*,Pas du tout=?.*; Plutôt=?.*; Plutôt non=?.*; Tout à fait=?[^;]*$' "$out")" 3 'columns of one list of answers have all of it'
like "$out" '^TEA0,score,TEA0,,8888=\?$' 'another kind of answers does not'
printf 'STR0,GOV0\nA1,A2\nA2,A5\n' >codes.csv
sed 's/Pas du tout=?[^;]*;/Pas du tout=1;/; s/Plutôt non=?[^;]*;/Plutôt non=2;/
    s/Plutôt=?[^;]*;/Plutôt=4;/; s/fait=?.*/fait=5/; s/8888=?/8888=NA/' "$out" >map.csv
sed '2s/.*/Pas du tout,Tout à fait,Plutôt non,1/' agree.csv >later.csv
run cpm-assess -C short import -n --round R1 --map map.csv later.csv
is "$rc" 0 'so that a later file comes in by the same map'
unlike "$err" 'no cell holds' 'what other columns hold is not called unused'
sed 's/^GOV0.*[^"]$/&; Plutôt  NON !=2; Peut-être=3/; s/Plutôt non=2; \(.*Peut\)/\1/' map.csv >odd.csv
run cpm-assess -C short import -n --round R1 --map odd.csv later.csv
like "$err" "odd.csv:3: column 'scores': no cell holds: 'Peut-être'$" 'what no column holds is, as it is written'
run cpm-assess -C short import --suggest codes.csv
is "$(sed 1d "$out" | cut -d, -f5 | sort -u)" 'A1=?1; A2=?2; A5=?5' 'codes of a form are of one list'
run env LANGUAGE=fr cpm-assess -C short import --suggest "$data/zero.csv"
like "$err" "«.+Equipe.+» est peut-être.+: group$" 'in French'
done_testing
