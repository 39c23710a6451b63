#!/bin/sh
# count: how often each answer of a multiple-choice question was given, from
# an export; nothing of few people, of persons, of free text, of votes.
. "${0%/*}/../lib.sh"

# Fourteen sheets of a form that joins several answers by ", ".
awk 'BEGIN {
	print "Horodateur,Nom et prénom,Quels moyens utilisez-vous ?,Venez-vous ?,Que garder ?,Votre âge"
	split("Radio|Radio, Affiches|Affiches|Visites|Radio, Visites|Radio, Affiches, Visites|radio|Radio, Le tambour de Mme Ndayi|Affiches|Visites, Affiches|Radio|Radio, Pigeons voyageurs|Radio|", means, "|")
	split("Oui, toujours|Oui, parfois|Non", come, "|")
	for (i = 1; i <= 14; i++)
		printf "2026/03/12 10:%02d:02,P%d,\"%s\",\"%s\",mot %d,%d\n", i, i, means[i], come[i % 3 + 1], i, 20 + i
}' >forms.csv
run cpm-assess count -f forms.csv 'quels MOYENS utilisez vous'
is "$rc" 1 'a name that is nearly right is not enough'
like "$err" "forms.csv:1: there is no column 'quels MOYENS utilisez vous'$" 'which is said'
like "$err" "hint: did you mean 'Quels moyens utilisez-vous \?'\?$" 'with the nearest'
run cpm-assess count -f forms.csv bananes
like "$err" "hint: columns that can be counted: 'Quels moyens utilisez-vous \?', 'Venez-vous \?', 'Que garder \?', 'Votre âge'$" 'or all that there are, without those that may say who it was'
unlike "$err" 'Nom et' 'not by name either'

run cpm-assess count -f forms.csv 'QUELS moyens utilisez-vous'
is "$rc" 0 'case, accents and a last sign do not matter; no folder is needed'
cp "$out" means.csv
cat >want <<'E'
column,answer,n,of,share,note
Quels moyens utilisez-vous ?,Radio,9,13,0.6923,
Quels moyens utilisez-vous ?,Affiches,5,13,0.3846,
Quels moyens utilisez-vous ?,Visites,4,13,0.3077,
Quels moyens utilisez-vous ?,,2,13,0.1538,joined
E
same means.csv want 'answers by how often they came; what was typed by one or two stands together'
unlike means.csv 'tambour|Pigeons' 'and its words are not shown'
like "$err" "forms.csv: several answers of one cell are joined by ', '$" 'how cells were read is said'
{ sed 1q forms.csv; sed 1d forms.csv | sort -r; } >turned.csv
cpm-assess count -f turned.csv 'Quels moyens utilisez-vous ?' 2>/dev/null >again.csv
same again.csv means.csv 'the order of the sheets does not matter'
runin forms.csv cpm-assess count -f - 'Quels moyens utilisez-vous ?'
same "$out" means.csv 'standard input with -f -'
runin forms.csv cpm-assess count 'Quels moyens utilisez-vous ?'
same "$out" means.csv 'and without'
run cpm-assess count -f forms.csv --json 'Venez-vous ?'
like "$out" '^\{"column":"Venez-vous \?","answer":"Oui, parfois","n":5,"of":14,"share":0.3571,"note":""\}$' 'an answer with a comma stays one'
like "$err" "each cell is one answer, although some have ', ' in them \(--joined ', ' takes them apart\)$" 'which is said'
run cpm-assess count -f forms.csv --joined ', ' 'Venez-vous ?'
is "$(cut -d, -f2,3 "$out" | tr '\n' ' ')" 'answer,n Oui,9 Non,5 parfois,5 toujours,4 ' 'unless one says otherwise'
run cpm-assess count -f forms.csv --joined no 'Venez-vous ?'
like "$out" '"Oui, toujours",4,14' 'or that nothing is joined'
unlike "$err" 'each cell is one answer' 'which needs no note'
run cpm-assess count -f forms.csv --table 'Venez-vous ?'
cat >want <<'E'
Venez-vous ?
answered by 14 people

answer         people  share
Non                 5    36%
Oui, parfois        5    36%
Oui, toujours       4    29%
E
same "$out" want 'a table for people'
run env LANGUAGE=fr cpm-assess count -f forms.csv --table 'Quels moyens utilisez-vous ?'
like "$out" '^autres, chacune donnée par une ou deux personnes  +2  +15.+%$' 'in French'

# --- fewer than ten people
sed 10q forms.csv >nine.csv
run cpm-assess count -f nine.csv 'Quels moyens utilisez-vous ?'
is "$rc" 0 'nine people'
printf '%s\n' column,answer,n,of,share,note 'Quels moyens utilisez-vous ?,,,,,withheld' >want
same "$out" want 'one row without a number'
unlike "$err" '[0-9]' 'and none elsewhere'
sed 1q forms.csv >nobody.csv
run cpm-assess count -f nobody.csv 'Quels moyens utilisez-vous ?'
same "$out" want 'nobody looks the same'
run cpm-assess count -f nine.csv 'Que garder ?'
sed 's/Quels moyens utilisez-vous/Que garder/' want >want2
same "$out" want2 'so does free text'
run cpm-assess count -f nine.csv --table 'Quels moyens utilisez-vous ?'
like "$out" '^not shown: too few people$' 'in words'
# Who left the question out is not counted among them: 14 sheets, 9 answers.
awk -F, -v OFS=, 'NR == 1 { print "q,r"; next } { print (NR < 11 ? "a" : ""), "b" }' forms.csv >skipped.csv
run cpm-assess count -f skipped.csv q
like "$out" '^q,,,,,withheld$' 'who skipped it did not answer'
run cpm-assess count -f skipped.csv r
like "$out" '^r,b,14,14,1,$' 'all of them gave one answer'

# --- what is not counted
for q in 'Nom et prénom'; do
	run cpm-assess count -f forms.csv "$q"
	is "$rc" 1 'a name'
	like "$err" "'$q' may say who it was: it is not counted$" 'is refused'
	empty "$out" 'without a row'
done
run cpm-assess count -f forms.csv Horodateur
like "$err" "'Horodateur' is the survey program's own$" 'so is a time stamp'
for q in 'Que garder ?' 'Votre âge'; do
	run cpm-assess count -f forms.csv "$q"
	is "$rc" 1 "$q"
	like "$err" "looks like free text: a person words what stands there$" 'is refused as free text'
	unlike "$err" 'mot [0-9]' 'without a word of it'
	empty "$out" 'without a row'
done

# --- a folder: its thresholds, its criteria, its groups
cpm-init --quiet --pack boost-short team 2>/dev/null
awk 'BEGIN { print "id,group,STR0,Meals"; for (i = 1; i <= 14; i++) print i ",governance," i % 5 + 1 "," (i % 2 ? "rice" : "beans") }' >team.csv
for q in STR0 group id; do
	run cpm-assess -C team count -f team.csv $q
	is "$rc" 1 "$q is refused"
	cat "$err" >>said
done
like said "'STR0' holds answers to a criterion: these are counted when the round is closed$" 'a criterion'
like said "'group' is no question: it says whose sheet a line is$" 'the group'
like said "'id' is the survey program's own$" 'the number'
run cpm-assess -C team count -f team.csv meals
is "$(sed 1d "$out" | tr '\n' ' ')" 'Meals,beans,7,14,0.5, Meals,rice,7,14,0.5, ' 'a question is counted; ties by name'
sed -i '/^min_counts,/d' team/cpm.csv
echo 'min_counts,15' >>team/cpm.csv
run cpm-assess -C team count -f team.csv meals
like "$out" '^Meals,,,,,withheld$' 'a raised threshold holds'
sed -i '/^min_counts,/d' team/cpm.csv
run cpm-assess -C team count -f team.csv meals
like "$out" '^Meals,rice,7,14,0.5,$' 'and its preset shows ten and more'
run cpm-assess -C nowhere count -f team.csv meals
is "$rc" 2 'a folder that is named must be there'
printf 'column,field,criterion\nMeals,comment,STR0\nSTR0,score,STR0\n' >map.csv
run cpm-assess -C team count -f team.csv --map map.csv Meals
like "$err" "'Meals' looks like free text: a person words what stands there$" 'a comment of the map'
printf 'column,field\nMeals,ignore\nNom et prénom,ignore\nQuels moyens utilisez-vous ?,unit\n' >map.csv
run cpm-assess -C team count -f team.csv --map map.csv Meals
is "$rc" 0 'what the map ignores may be counted'
run cpm-assess count -f forms.csv --map map.csv 'Nom et prénom'
like "$err" 'may say who it was' 'but what tells of a person stays so'
run cpm-assess count -f forms.csv --map map.csv 'Quels moyens utilisez-vous ?'
like "$err" 'is no question: it says whose sheet a line is$' 'and what the map keeps is no question'
printf 'column,field,criterion\nMeals,?ignore,\n' >map.csv
run cpm-assess -C team count -f team.csv --map map.csv Meals
is "$rc" 1 'a map with a mark is refused here too'
like "$err" "still to be confirmed: 'ignore'" 'which is said'

# --- choices in columns of their own: KoboToolbox, Ona, LimeSurvey
awk 'BEGIN {
	print "grp/water;grp/water/well;grp/water/river;grp/water/boat/canoe;grp/water/none;grp/kind;_id;_uuid"
	for (i = 1; i <= 12; i++)
		if (i == 12) print ";;;;;private;" i ";u" i
		else print (i % 2 ? "well river" : "well") ";1;" i % 2 ";" (i == 3) ";0;" (i % 3 ? "public well" : "private") ";" i ";u" i
}' >kobo.csv
run cpm-assess count -f kobo.csv water
cat >want <<'E'
column,answer,n,of,share,note
grp/water,well,11,11,1,
grp/water,river,6,11,0.5455,
grp/water,boat/canoe,1,11,0.0909,
grp/water,none,0,11,0,
E
same "$out" want 'choices of a form: in its order, and with those that nobody took'
# Without them, names are joined by blanks.
cut -d';' -f1,6- kobo.csv >names.csv
run cpm-assess count -f names.csv grp/water
is "$(cut -d, -f2-4 "$out" | tr '\n' ' ')" 'answer,n,of well,11,11 river,6,11 ' 'names joined by blanks'
run cpm-assess count -f names.csv kind
is "$(cut -d, -f2-4 "$out" | tr '\n' ' ')" 'answer,n,of public well,8,12 private,4,12 ' 'a label with a blank stays whole'
run cpm-assess count -f names.csv grp
is "$rc" 1 'a group'
like "$err" "'grp' is a group of questions: count one of them$" 'is no question'
sed 's/;/,/g; s/,1,1,/,True,True,/; s/,1,0,/,True,False,/; 1s/_id,_uuid/meta\/instanceID,_uuid/; s/^,,,,,/n\/a,n\/a,n\/a,n\/a,n\/a,/' kobo.csv | sed '1s/$/,_submission_time,_duration/; 2,$s/$/,2026-03-12T10:00:00,1/' >ona.csv
run cpm-assess count -f ona.csv --from ona water
is "$(cut -d, -f2-4 "$out" | tr '\n' ' ')" 'answer,n,of well,11,11 river,6,11 boat/canoe,1,11 none,0,11 ' 'True, False and n/a'
awk 'BEGIN { print "\"id\";\"submitdate\";\"lastpage\";\"Q5[SQ001]\";\"Q5[SQ002]\";\"Q6\""; for (i = 1; i <= 12; i++) print i ";\"x\";\"3\";\"" (i % 2 ? "Y" : "") "\";\"Y\";\"A" i % 2 "\"" }' >lime.csv
run cpm-assess count -f lime.csv Q5
is "$(cut -d, -f2-4 "$out" | tr '\n' ' ')" 'answer,n,of SQ001,6,12 SQ002,12,12 ' 'LimeSurvey writes Y or nothing'
awk 'BEGIN { print "ID,Start time,Completion time,Email,Name,Which tools"; for (i = 1; i <= 12; i++) print i ",a,b,m" i "@example.org,P" i "," (i % 2 ? "Radio;Visits;" : "Radio;") }' >ms.csv
run cpm-assess count -f ms.csv 'which tools'
is "$(cut -d, -f2-4 "$out" | tr '\n' ' ')" 'answer,n,of Radio,12,12 Visits,6,12 ' 'Microsoft Forms joins by a semicolon'
unlike "$err" 'example' 'no address is quoted'
awk 'BEGIN { print "a/q,b/q,q1"; for (i = 1; i <= 12; i++) print "x,y,z" }' >two.csv
run cpm-assess count -f two.csv q
is "$rc" 1 'two questions of one name'
like "$err" "more than one question is called 'q': give its whole name$" 'are not guessed between'
run cpm-assess count -f two.csv a/q
is "$rc" 0 'the whole name tells them apart'

# --- a real file of 2,800 people, counted again by awk
bfi=$survey/surveys/bfi.csv
if [ -r "$bfi" ]; then
	run cpm-assess count -f "$bfi" education
	awk -F, 'NR > 1 && $28 != "" { n[$28]++; of++ } END { for (e in n) print n[e], "education," e "," n[e] "," of }' "$bfi" | sort -rn | cut -d' ' -f2 >want
	sed 1d "$out" | cut -d, -f1-4 >got
	same got want 'the same numbers'
	run cpm-assess count -f "$bfi" age
	is "$rc" 1 'ages are no choices'
else
	skip 'no bfi.csv here'
	skip 'no bfi.csv here'
fi

# --- what cannot be read
printf 'respondent,criterion,score\na,STR0,3\n' >long.csv
run cpm-assess count -f long.csv score
like "$err" 'one line an answer: a question is counted in a file of one line a sheet$' 'a long file has no such questions'
: >empty.csv
run cpm-assess count -f empty.csv q
like "$err" 'empty.csv: the file is empty$' 'an empty file'
printf 'q,r\na\n' >ragged.csv
run cpm-assess count -f ragged.csv q
is "$rc" 1 'a broken file is not counted'
empty "$out" 'not even in part'
run cpm-assess count -f forms.csv --joined '' r
is "$rc" 2 'nothing joins nothing'
like "$err" "joined takes what stands between two answers, or 'no'$" 'which is said'
run cpm-assess count
is "$rc" 2 'no column is misuse'
done_testing
