#!/bin/sh
# A team's own XLSForm as a pack: from a form builder, written by hand, wrong
# in every way; and our own form back to the framework it came from.
. "${0%/*}/../lib.sh"
data=$top/tests/data/xlsform
tables() { for f in dimensions criteria scale groups; do echo "== $f"; cat "$1/$f.csv" 2>/dev/null; done; }
said() { sed "s|$data/||; s|^cpm-init: ||" "$err"; }

# --- as a form builder makes it and a spreadsheet saves it
run cpm-init --pack xlsform:"$data/builder" --lang fr one
is "$rc" 0 'a form with a list for each question'
tables one >"$tmp/got"
same "$tmp/got" "$data/builder.want" 'groups are dimensions, scores criteria, answers groups'
said | grep '\.csv:\|^hint\|^conseil' >"$tmp/got"
same "$tmp/got" "$data/builder-fr.err" 'what is taken and left is said'
is "$(grep '^lang' one/cpm.csv | tr '\n' ' ')" 'lang,fr langs,fr en ' 'its languages are those of the folder'
run cpm-check -C one
is "$rc" 0 'the folder is whole'
empty "$err" 'without a remark'
cd one || exit 2
cpm-assess open R1 -q
# A header as KoboToolbox hands it out: the label with its markup.
cat >../answers.csv <<'END'
_id,Votre regard,Les **rôles** sont clairs &amp; connus.,"Moyens/Nous suivons un [budget](https://example.org/b).",_uuid
1,Équipe,Assez,Tout à fait,a
2,Instances,Je ne sais pas,Pas du tout,b
END
run cpm-assess import --round R1 ../answers.csv
is "$rc" 0 'answers to it come in without a map, markup and all'
is "$(cut -d, -f4,6,7 ../one.private/responses.csv | sed 1d | grep -v ',$' | sort | tr '\n' ' ')" \
    'equipe,Les_r_les_sont_clairs,3 equipe,budget,4 instances,Les_r_les_sont_clairs,DK instances,budget,1 ' 'with their scores'
cd ..

# --- as one writes it by hand
run cpm-init --pack xlsform:"$data/hand" two
is "$rc" 0 'old names of types, one language, no numbers'
tables two >"$tmp/got"
same "$tmp/got" "$data/hand.want" 'questions outside groups too'
said | grep '\.csv:\|^hint\|^conseil' >"$tmp/got"
same "$tmp/got" "$data/hand.err" 'and what became of names is said'
run cpm-check -C two
is "$rc" 0 'the folder is whole'
run cpm-init --pack xlsform:"$data/hand" --lang fr dos
like dos/criteria.csv '^id,dimension,order,weight,reverse,label_fr,hint_fr$' 'a form that names no language is in the one asked for'
run cpm-init -n --pack xlsform:"$data/hand" three
is "$rc" 0 '-n'
like "$err" "would make three from the pack xlsform:$data/hand" 'says what it would do'
is "$(ls -d three* 2>/dev/null)" '' 'and makes nothing'

# --- no settings, and groups in groups that have no label
is "$(sed -n 2p two/dimensions.csv)" 'form-2,1,,,,hand' 'without a title, its folder names what is in no group'
mkdir "our form"
sed 's/^begin group,Q3,Rest$/begin group,outer,All of us\nbegin group,inner,/
    s/^end group,,$/&\n&/' "$data/hand/survey.csv" |
    awk '/^end group/ && !seen++ { getline } { print }' >"our form/survey.csv"
cp "$data/hand/choices.csv" "our form"
run cpm-init --pack xlsform:"our form//" nested
is "$rc" 0 'a group without a label'
like nested/dimensions.csv '^inner,[^,]*,,,,All of us – inner$' 'has its name behind the label around it'
like nested/dimensions.csv '^form-?2?,1,,,,our form$' "and the folder's name has no /"
run cpm-check -C nested
is "$rc" 0 'the folder is whole'

# --- everything that can be wrong, in one run
run cpm-init --pack xlsform:"$data/bad" bad
is "$rc" 1 'a form full of faults'
said >"$tmp/got"
same "$tmp/got" "$data/bad.err" 'all named with file, line and column'
is "$(ls -d bad* 2>/dev/null)" '' 'nothing was made'
LANGUAGE=fr; export LANGUAGE
run cpm-init --pack xlsform:"$data/bad" bad
unset LANGUAGE
said >"$tmp/french"
is "$(grep -c . "$tmp/french")" "$(grep -c . "$data/bad.err")" 'as many in French'
grep -Fx -f "$data/bad.err" "$tmp/french" >"$tmp/found"
empty "$tmp/found" 'and none in English'

fails() { # STATUS ERE NAME
	run cpm-init --pack xlsform:d made
	is "$rc" "$1" "$3"
	like "$err" "$2" 'which is said'
	is "$(ls -d made* 2>/dev/null)" '' 'and nothing is made'
}
fails 2 "no such folder: 'd'" 'no folder'
mkdir d
fails 1 '^cpm-init: d: no survey.csv in this folder' 'no survey'
like "$err" 'd: no choices.csv in this folder' 'nor choices'
like "$err" 'save the sheets of the form as CSV, each in a file of its name' 'and what to do'
printf 'label\nA\n' >d/survey.csv; printf 'label\nA\n' >d/choices.csv
fails 1 "d/survey.csv:1: no column 'type'" 'sheets without their columns'
like "$err" "d/survey.csv:1: no column 'name'" 'each of them'
like "$err" "d/choices.csv:1: no column 'list_name'" 'of both sheets'
: >d/survey.csv
fails 1 'd/survey.csv: empty: not even a header' 'an empty sheet'
q() { printf '%s\n' type,name,label "$@" >d/survey.csv; }
c() { printf '%s\n' list_name,name,label "$@" >d/choices.csv; }
q 'text,a,A'; c 's,1,One' 's,2,Two'
fails 1 "d/survey.csv: no question 'select_one' on a list of scores" 'nothing to score'
q 'select_one s,a,A' 'select_one t,b,B'; c s,1,One s,2,Two t,1,Un t,2,Deux
fails 1 "two lists are used equally often, 's' and 't': which one has the scores\?" 'two lists for one'
like "$err" "hint: a list named 'scale' has them" 'with a way out'
sed -i 's/ t,/ scale,/' d/survey.csv; sed -i 's/^t/scale/' d/choices.csv
run cpm-init --pack xlsform:d named
like "$err" "the scores are on the list 'scale' \(questions: 1\)" 'which works'
like "$err" "left out, questions that give no score: 'a' \(1\)" 'the other is left out by name'
q 'select_one s,a,A'; c s,1,One s,2,Two s,3,Three s,9,Refused s,98,Other
run cpm-init --pack xlsform:d made
is "$rc" 1 'a code for no answer is never guessed'
like "$err" "d/choices.csv:6: column 'name': a score, or a code for no answer\? '98'" 'it is named'
like "$err" "d/choices.csv:5: column 'name': a score, or a code for no answer\? '9'" 'each of them'
q 'select_one s,a,A' 'select_one from file x.csv,f,From a file' 'select_one ${a},g,From answers'; c s,1,One s,2,Two
run cpm-init -n --pack xlsform:d made
is "$rc" 0 'choices from elsewhere are no list'
like "$err" "left out, questions that give no score: 'f', 'g' \(2\)" 'and no scores'
q 'select_one s,a,A' 'select_one s,b,B "quoted'; c s,1,One s,2,Two
printf '"open' >>d/survey.csv
run cpm-init --pack xlsform:d made
is "$rc" 1 'a sheet that is cut off'
like "$err" 'd/survey.csv:4' 'with its line'
q 'select_one s,a,A'
cp d/survey.csv d/x-survey.csv; mv d/survey.csv d/y_survey.csv
fails 1 "d: two files could be the sheet 'survey'" 'two surveys'
rm d/x-survey.csv
run cpm-init --pack xlsform:d one-survey
is "$rc" 0 'one of them is enough'
q "$(printf '%065d' 0 | sed 's/^/select_one s,q/; s/$/,A/')"
fails 1 'a name of more than 64 signs' 'a name that is too long'
run cpm-init --pack xlsform:"$data/builder" one
is "$rc" 2 'a folder that is there is left alone'

# --- there and back
mkdir -p r1 r1.private; cd r1 || exit 2
cp "$data/round.cpm.csv" cpm.csv
for f in dimensions criteria scale groups; do cp "$data/round.$f.csv" $f.csv; done
cpm-assess form --xlsform ../x1 -q; cd ..
run cpm-init -q --lang fr --pack xlsform:x1 r2
is "$rc" 0 'our own form is a pack'
cpm-assess -C r2 form --xlsform x2 -q
run cpm-init -q --lang fr --pack xlsform:x2 r3
tables r2 >"$tmp/a"; tables r3 >"$tmp/b"
same "$tmp/b" "$tmp/a" 'which gives itself again'
# What a form says of the framework: everything but weights, texts and the like.
for f in dimensions criteria scale groups; do
	for r in r1 r2; do perl "$top/tests/xlsform.pl" $r/$f.csv columns id value dimension label_fr label_en hint_fr hint_en >"$tmp/$r.$f"; done
	same "$tmp/r2.$f" "$tmp/r1.$f" "$f as they were"
done
cpm-init -q --pack boost b1
cpm-assess -C b1 form --xlsform xb -q
cpm-init -q --pack xlsform:xb b2
for f in dimensions criteria groups; do
	for r in b1 b2; do perl "$top/tests/xlsform.pl" $r/$f.csv columns id dimension label_en label_fr hint_en hint_fr >"$tmp/$r.$f"; done
	same "$tmp/b2.$f" "$tmp/b1.$f" "the $f of boost too"
done
done_testing
