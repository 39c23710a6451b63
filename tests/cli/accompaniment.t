#!/bin/sh
# A pack that adds to a framework: the questionnaire on the accompaniment, in
# any team's folder, asked with the rest or alone.
. "${0%/*}/../lib.sh"

# --- added to a folder
cpm-init --quiet --title Tujenge team 2>/dev/null
cp -R team before
run cpm-init -C team --add accompaniment
is "$rc" 0 'it is added'
like "$err" '^cpm-init: added: 4 criteria of ACC$' 'which is said'
like "$err" 'it is asked from the next round on; or alone: cpm-assess open ROUND --only "ACC"$' 'with what comes next'
for t in dimensions criteria scale; do
	head -n "$(wc -l <before/$t.csv)" team/$t.csv >"$tmp/got"
	same "$tmp/got" before/$t.csv "$t.csv: what was there stays, byte for byte"
done
same team/groups.csv before/groups.csv 'no group is added'
is "$(tail -1 team/dimensions.csv)" 'ACC,9,functioning,,ACC,Accompaniment,Accompagnement' 'behind the other threads'
is "$(grep -c '^ACC[1-4],ACC,' team/criteria.csv) $(grep -c '^ACC,[1-5],' team/scale.csv)" '4 5' 'four criteria, five levels'
run cpm-check -C team
is "$rc $(cat "$err")" '0 ' 'the folder is in order'
cp team/criteria.csv "$tmp/criteria"
run cpm-init -C team --add accompaniment
is "$rc" 0 'a second time'
like "$err" 'already there: ACC$' 'it is there'
same team/criteria.csv "$tmp/criteria" 'and no byte changes'
run cpm-init -C team --add accompaniment --lang fr
like "$err" 'déjà là.: ACC$' 'said in French'
# One that was taken out comes back.
sed -i '/^ACC3,/d' team/criteria.csv
run cpm-init -C team --add accompaniment
like "$err" 'added: 1 criterion of ACC$' 'what is missing alone is added'

# Rows without an order stand last: the new ones do not go before them.
cp -R before plain
sed -i 's/^\([A-Z]*\),[0-9]*,/\1,,/' plain/dimensions.csv
run cpm-init -C plain --add accompaniment
is "$(tail -1 plain/dimensions.csv)" 'ACC,,functioning,,ACC,Accompaniment,Accompagnement' 'a folder that keeps no order'
run cpm-assess -C plain form --grid --sheets 0
like "$out" '^number,group,unit,STR1,.*,ACC4$' 'has them last all the same'

# --- ids that are taken
cp -R before taken
sed -i 's/^LEA4,LEA,/ACC2,LEA,/' taken/criteria.csv
echo 'ACC,9,functioning,,ACC,Access,Accès' >>taken/dimensions.csv
cp taken/dimensions.csv "$tmp/dims"
run cpm-init -C taken --add accompaniment
is "$rc" 1 'ids of something else'
like "$err" "dimensions.csv:10: column 'id': 'ACC' is there already and is something else: the pack cannot be added$" 'a thread'
like "$err" "criteria.csv:31: column 'id': 'ACC2' is there already and is something else" 'a criterion, in the same run'
same taken/dimensions.csv "$tmp/dims" 'nothing is written'
cp -R before cross
echo 'ACC,LEA,9,,,A,B,,' >>cross/criteria.csv
run cpm-init -C cross --add accompaniment
like "$err" "criteria.csv:32: column 'id': 'ACC' is there already" 'a criterion of the name of the thread'

# --- languages and scales
cpm-init --quiet fr 2>/dev/null
sed -i 's/^lang,.*/lang,fr/; s/^langs,.*/langs,fr/' fr/cpm.csv
run cpm-init -C fr --add accompaniment
is "$(tail -1 fr/dimensions.csv)" 'ACC,9,functioning,,ACC,,Accompagnement' 'labels in the languages of the folder'
cpm-init --quiet ar 2>/dev/null
sed -i 's/^lang,.*/lang,ar/; s/^langs,.*/langs,ar/' ar/cpm.csv
run cpm-init -C ar --add accompaniment
is "$rc" 0 'a folder in another language'
like "$err" "the pack has none of the folder's languages: its words are in en$" 'has them in one of the pack, which is said'
is "$(tail -1 ar/dimensions.csv)" 'ACC,9,functioning,,ACC,Accompaniment,' 'rather than none'
cpm-init --quiet four 2>/dev/null
sed -i '/,5,/d; /^,5/d' four/scale.csv
run cpm-init -C four --add accompaniment
is "$rc" 0 'a scale from 1 to 4'
like "$err" "the folder's scale has other points than the pack's: the levels that the pack describes are left out$" 'its levels are left out, and said'
unlike four/scale.csv '^ACC' 'of the scale'
run cpm-check -C four
is "$rc" 0 'and the folder is in order'
run cpm-assess form -C four --html --only questions
is "$(grep -o 'ACC1.*' "$out" | grep -o 'class="write"' | wc -l)" 6 'four scores, NA and DK'

# --- what does not go with it
for o in 'x' '--pack boost' '--kind codev' '--title T' '--private p'; do
	run cpm-init -C team --add accompaniment $o
	is "$rc" 2 "misuse: $o"
done
like "$err" '\-\-add adds to a folder that is there: it takes -C DIR and no NAME, --pack, --kind, --title or --private$' 'which is said'
run cpm-init -C team --add acompaniment
is "$rc" 2 'a pack that is none'
like "$err" "did you mean 'accompaniment'" 'the nearest is suggested'
run cpm-init --add accompaniment
is "$rc" 2 'no folder here'
run cpm-init -C before --add accompaniment -n
is "$rc" 0 'a preview'
like "$err" 'would write' 'says what would be written'
unlike before/criteria.csv ACC 'and writes nothing'
run cpm-init --pack accompaniment alone
is "$rc" 0 'the pack makes a folder too'
run cpm-check -C alone
is "$rc $(cat "$err")" '0 ' 'which is in order'

# --- asked alone, after a visit
cd team || exit 2
sheet() { # N SCORES
	i=0; while [ $i -lt "$1" ]; do i=$((i + 1)); echo "$i,members,$2"; done
}
ids=$(sed 1d criteria.csv | cut -d, -f1 | tr '\n' ,)
ones=$(echo "$ids" | sed 's/[^,]*,/4,/g')
run cpm-assess open R1 --date 2026-03-02
like "$err" 'R1 is open: 9 dimensions and 34 criteria' 'a round asks all of it'
{ echo "number,group,${ids%,}"; sheet 10 "${ones%,}"; } >r1.csv
cpm-assess import --round R1 --quiet r1.csv
cpm-assess close R1 --quiet --date 2026-03-05
cpm-assess agree R1 ACC 4 --evidence x --quiet
cpm-assess finding R1 ACC 'They listen' --type strength --quiet
cpm-assess agree R1 --done --quiet 2>/dev/null
run cpm-assess open A1 --only XYZ
is "$rc" 1 'a thread that is none'
like "$err" "dimensions.csv: no such id: 'XYZ'$" 'is said'
run cpm-assess open A1 --only ' '
like "$err" '\-\-only takes dimensions, by their ids$' 'so is none at all'
for t in dimensions criteria scale; do cat $t.csv; done >"$tmp/own"
run cpm-assess open A1 --only ACC --date 2026-05-02
is "$rc" 0 'one thread alone'
like "$err" 'A1 is open: 1 dimension and 4 criteria, kept in rounds/A1$' 'is said'
for t in dimensions criteria scale; do cat $t.csv; done >"$tmp/got"
same "$tmp/got" "$tmp/own" "the folder's own tables are as they were"
is "$(sed 1d rounds/A1/dimensions.csv | wc -l) $(sed 1d rounds/A1/criteria.csv | wc -l) $(grep -c '^ACC' rounds/A1/scale.csv) $(sed 1d rounds/A1/scale.csv | wc -l)" \
    '1 4 5 12' 'the round keeps it, and the general scale'
is "$(grep '^A1,' rounds.csv | cut -d, -f2)" followup 'it is no baseline'
run cpm-assess open A1 --only ACC --date 2026-05-02
is "$rc" 0 'typed again'
like "$err" 'already there: A1$' 'it is there'
run cpm-assess open A1 --only GOV
is "$rc" 1 'with another thread it is another round'
run cpm-assess form A1
like "$out" 'ACC4' 'its form asks about it'
unlike "$out" 'GOV1' 'and about nothing else'
{ echo number,group,ACC1,ACC2,ACC3,ACC4; sheet 10 3,4,3,2; } >a1.csv
cpm-assess import --round A1 --quiet a1.csv
run cpm-assess close A1 --date 2026-05-05
is "$rc" 0 'it is closed'
run cpm-check
is "$rc $(cat "$err")" '0 ' 'the folder is in order'
run cpm-next
like "$out" 'cpm-assess talk A1' 'cpm-next goes on'
run cpm-report round A1
is "$rc" 0 'there is a report'
like "$out" 'The round before it was R1' 'beside the round that asked it too'
run cpm-assess compare R1 A1
like "$out" '^R1,A1,all,all votes,ACC,,Accompaniment,4.0000,3.0000,-1.0000' 'and a comparison'
unlike "$out" ',(dropped|added),|,GOV,' 'without what was not asked'
is "$(grep -c ^ "$out")" 3 'not as an empty agreed row, either'
is "$(cat "$err")" 'cpm-assess: A1 asked only: ACC' 'which is said once'
run cpm-assess compare R1 A1 --by criterion
unlike "$out" ',(dropped|added),|,GOV,' 'nor by criterion'
run cpm-assess compare A1 R1
unlike "$out" ',(dropped|added),|,GOV,' 'nor the other way round'
is "$(cat "$err")" 'cpm-assess: A1 asked only: ACC' 'which is said as well'
run env LANGUAGE=fr cpm-assess compare R1 A1
like "$err" 'A1 n’a interrogé que : ACC$' 'in French'
cp dimensions.csv "$tmp/dims"
sed -i '/^GOV,/d' dimensions.csv
run cpm-assess compare R1 A1
like "$out" ',GOV,.*,dropped,' 'a thread that is given up is dropped all the same'
cp "$tmp/dims" dimensions.csv
cpm-assess agree A1 ACC 3 --evidence x --quiet 2>/dev/null
cpm-assess finding A1 ACC 'At our pace' --type strength --quiet
cpm-assess agree A1 --done --quiet 2>/dev/null
run cpm-next
like "$out" 'Round R1 is agreed; no change is chosen yet' 'changes follow from the look at everything'
# The next look at everything stands beside the one before it.
cpm-assess open R2 --quiet --date 2026-09-02
cpm-assess import --round R2 --quiet r1.csv 2>/dev/null
cpm-assess close R2 --quiet --empty
run cpm-report round R2
like "$out" 'The round before it was R1' 'not beside a few questions in between'
# Questions that no round asked before stand beside none.
cpm-assess open G1 --quiet --only GOV --date 2026-10-01
{ echo number,group,GOV1,GOV2,GOV3,GOV4; sheet 10 3,4,3,2; } >g1.csv
cpm-assess import --round G1 --quiet g1.csv 2>/dev/null
cpm-assess close G1 --quiet
cpm-assess open A2 --quiet --only ACC --date 2026-11-01
sed 's/GOV/ACC/g' g1.csv >a2.csv
cpm-assess import --round A2 --quiet a2.csv 2>/dev/null
cpm-assess close A2 --quiet
sed -i '/^R[12],/d; /^A1,/d' rounds.csv results.csv outside.csv agreed.csv findings.csv
run cpm-report round A2
is "$rc" 0 'what no round asked before'
unlike "$out" 'The round before it' 'is not set beside something else'
# First a visit, then the first look.
cd .. && cpm-init --quiet first 2>/dev/null && cpm-init -C first --add accompaniment --quiet
cd first || exit 2
cpm-assess open A1 --only ACC --quiet
cpm-assess open R1 --quiet
is "$(sed 1d rounds.csv | cut -d, -f1,2 | tr '\n' ' ')" 'A1,followup R1,baseline ' 'the first look at everything is the baseline'
{ echo number,group,ACC1,ACC2,ACC3,ACC4; sheet 10 3,4,3,2; } >a1.csv
cpm-assess import --round A1 --quiet a1.csv
cpm-assess close A1 --quiet
cpm-assess close R1 --quiet --empty
run cpm-assess compare A1 R1
unlike "$out" ',(dropped|added),' 'beside it, nothing is called new'
# French words of it.
run cpm-assess form A1 --lang fr
perl -CSD -ne 'print if /[^\x{a0}-][:;?!](\s|$)|\p{L}\x27\p{L}/' "$out" >"$tmp/found"
empty "$tmp/found" 'typographic French'

done_testing
