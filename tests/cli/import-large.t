#!/bin/sh
# An import holds neither its file nor responses.csv in memory: sheets wait in
# a spool, the old file is read and written as a stream.  What was true of
# tables that lay in memory is true of it.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

# answers FIRST LAST SCORE: a wide file of sheets of six answers
answers_of() { awk -v a="$1" -v b="$2" -v s="$3" 'BEGIN { print "id,group,A1,A2,A3,B1,B2,B3"
	for (i = a; i <= b; i++) printf "k%d,g%d,%d,%d,%d,%d,%d,%d\n", i, i % 3 + 1, s, i % 5 + 1, 1, 2, 3, 4 }'; }
long_of() { awk -F, 'NR == 1 { for (i = 3; i <= NF; i++) c[i] = $i; print "id,group,criterion,score"; next }
	{ for (i = 3; i <= NF; i++) print $1 "," $2 "," c[i] "," $i }'; }
in1() { run cpm-assess import --round R1 "$@"; }
sum() { cksum <"$answers"; }

folder a
cpm-assess open R1 -q
answers_of 1 5000 3 >../five.csv
in1 ../five.csv
is "$rc" 0 'five thousand sheets come in'
like "$err" 'R1: 5000 new, 0 changed, 0 same$' 'and are counted'
is "$(sed 1d "$answers" | wc -l)" 30000 'a row an answer'
is "$(sed 1d "$answers" | cut -d, -f3 | uniq | sort -c 2>&1)" '' 'in the order of their codes'
whole=$(sum)
in1 ../five.csv
like "$err" 'R1: 0 new, 0 changed, 5000 same$' 'again: all the same'
is "$(sum)" "$whole" 'and not a byte is written'
find ../a.private -name '.*' ! -name . ! -name .. | grep . >"$tmp/left"; empty "$tmp/left" 'nothing is left beside it'

# One sheet changes: its rows where they stand, all others as they were.
sed '2500s/,3,/,4,/' ../five.csv >../edit.csv
cp "$answers" ../before
in1 ../edit.csv
like "$err" 'R1: 0 new, 1 changed, 4999 same$' 'an edited sheet is an update'
is "$(diff ../before "$answers" | grep -c '^[<>]')" 2 'of one row'
in1 ../five.csv
is "$(sum)" "$whole" 'and back'

# --- one line an answer, together or not
folder b
cpm-assess open R1 -q
cp ../a.private/key "$work/b.private/key"
long_of <../five.csv >../long.csv
in1 ../long.csv
like "$err" 'R1: 5000 new, 0 changed, 0 same$' 'the same file, one line an answer'
is "$(cut -d, -f1-7 "$answers" | cksum)" "$(cut -d, -f1-7 ../before | cksum)" 'is the same sheets'
whole=$(sum)
{ head -1 ../long.csv; sed 1d ../long.csv | sort -t, -k3,3 -k1,1; } >../sorted.csv
in1 ../sorted.csv
like "$err" 'R1: 0 new, 0 changed, 5000 same$' 'sorted by criterion: the same sheets'
is "$(sum)" "$whole" 'and not a byte is written'
folder b2
cpm-assess open R1 -q
cp ../a.private/key "$work/b2.private/key"
{ head -1 ../long.csv; for k in 1 2 3 4; do sed 1d ../sorted.csv | sed "s/^k/k$k/"; done; } >../many.csv
in1 ../many.csv
like "$err" 'R1: 20000 new, 0 changed, 0 same$' 'more parts than are kept one by one'
is "$(sed 1d "$answers" | cut -d, -f3 | uniq | wc -l)" 20000 'are put together'
in1 - <../many.csv
like "$err" 'the file is empty' 'nothing on standard input is an empty file'
runin ../many.csv cpm-assess import --round R1 -
like "$err" 'R1: 0 new, 0 changed, 20000 same$' 'and by a pipe'
cat >../two.csv <<'END'
id,group,criterion,score
a,g1,A1,3
b,g1,A1,3
a,g1,A1,4
b,g2,A2,3
END
in1 ../two.csv
is "$rc" 1 'what does not go together is found between parts'
like "$err" "two.csv:4: column 'criterion': this sheet has an answer to this criterion already" 'an answer twice'
like "$err" "two.csv:5: column 'group': another group than this sheet had further up" 'two groups'

# --- a file that somebody sorted, in the habits of a spreadsheet
cd "$work/a"; answers=$work/a.private/responses.csv
{ head -1 ../before; sed 1d ../before | sort -t, -k6,6 -k3,3; } | sed 's/,/;/g; s/$/\r/' >"$answers"
whole=$(sum)
in1 ../five.csv
is "$rc" 0 'sheets whose rows stand apart'
like "$err" 'R1: 0 new, 0 changed, 5000 same$' 'are known'
is "$(sum)" "$whole" 'and left alone'
cp "$answers" ../old
in1 ../edit.csv
is "$(diff ../old "$answers" | grep -c '^>.*;4;;.*')" 1 'a change finds its row'
cp "$answers" ../old
in1 ../five.csv
is "$(sum)" "$whole" 'and back again'
# A criterion that the sheets lacked: behind the last row of each.
grep -v ';B3;' ../old >"$answers"
in1 ../five.csv
like "$err" 'R1: 0 new, 5000 changed, 0 same$' 'a criterion more'
is "$(grep -c ';B3;4;' "$answers")" 5000 'has its rows'
is "$(grep -vc ';wide.$' "$answers")" 1 'in the dialect of the file'
sed -n '/;B2;/,$p' "$answers" | sed -n 1,2p | cut -d';' -f6 | tr '\n' ' ' >../two
is "$(cat ../two)" 'B2 B3 ' 'right behind the sheet'
# One row twice.
sed -n 2p "$answers" >>"$answers"
in1 ../five.csv
is "$rc" 1 'a row that stands twice is a fault'
like "$err" "responses.csv:30002: column 'round': the same row as line 2$" 'with both lines'
unlike "$err" 'k1|g1' 'and no value'

# --- columns that the file lacks
folder c
cpm-assess open R1 -q
cp ../a.private/key "$work/c.private/key"
answers_of 1 20 3 >../small.csv
in1 ../small.csv
cut -d, -f1,3,6,7 "$answers" >../narrow; cp ../narrow "$answers"
in1 ../small.csv
like "$err" 'R1: 0 new, 20 changed, 0 same$' 'a column that the file lacks'
like "$err" 'responses.csv: has a new column$' 'is added, and that is said'
is "$(head -1 "$answers")" 'round,respondent,criterion,score,group' 'and no other'
is "$(awk -F, 'NF != 5' "$answers" | wc -l)" 0 'every row gets it'
answers_of 21 21 3 >../one.csv
in1 ../one.csv
is "$(head -1 "$answers")" 'round,respondent,criterion,score,group,source' 'a new row needs one more'
is "$(awk -F, 'NF != 6' "$answers" | wc -l)" 0 'which all rows get'
is "$(grep -c ',$' "$answers")" 120 'empty in those that were there'
printf '\357\273\277' | cat - "$answers" >../bom; head -c -1 ../bom >"$answers"
answers_of 22 22 3 >../one.csv
in1 ../one.csv
like "$err" 'the last line has no line end' 'a torn end is said'
is "$(head -c 3 "$answers" | od -An -tx1)" ' ef bb bf' 'the byte-order mark stays'
is "$(wc -l <"$answers")" 133 'the last line is ended'
sed 's/,$/,caf\xe9/' "$answers" | tail -n +1 | sed '1s/^\xef\xbb\xbf//' >../latin; cp ../latin "$answers"
answers_of 23 23 3 >../one.csv
in1 ../one.csv
like "$err" 'responses.csv: written as UTF-8 from now on$' 'CP1252 is converted whole, and said'
is "$(grep -c 'café$' "$answers")" 120 'all of it'

# --- other names of a submission
folder d
cpm-assess open R1 -q
printf '_id,_uuid,meta/rootUuid,A1,A2\n7,u-7,r-7,3,4\n8,u-8,r-8,3,4\n' >../root.csv
in1 --from kobo ../root.csv
like "$err" 'R1: 2 new' 'by meta/rootUuid'
printf '_id,A1,A2\n7,3,4\n8,3,5\n' >../id.csv
in1 --from kobo ../id.csv
like "$err" 'R1: 0 new, 1 changed, 1 same$' 'found again by _id alone'
printf '_uuid,A1,A2\nu-7,3,4\n' >../uuid.csv
in1 --from kobo ../uuid.csv
like "$err" 'R1: 0 new, 0 changed, 1 same$' 'and by _uuid alone'
cpm-assess open R2 -q
run cpm-assess import --round R2 --from kobo ../id.csv
like "$err" 'left out: 2 sheets that another round counted already$' 'for another round too'
run cpm-assess forget --submission 7
is "$rc" 0 'forgotten by a further name'
is "$(cut -d, -f3 "$answers" | sort -u | wc -l)" 2 'all of its rows go'
for f in root id uuid; do
	in1 --from kobo ../$f.csv
	like "$err" 'left out: 1 sheet that was forgotten on request' "and it stays away: $f"
done

# --- one person's thousands of remarks
folder e
cpm-assess open R1 -q
remarks() { awk -v n="$1" 'BEGIN { print "respondent,criterion,score,comment"; for (i = 1; i <= n; i++) print "p" i % 2 ",A1,,said " i ", and more" }' | sed 's/, and/ and/'; }
remarks 20000 >../said.csv
# As squares they would be gigabytes; a build with sanitizers has no such limit.
most=$(sh -c 'ulimit -v 200000; cpm-assess --version' >/dev/null 2>&1 && echo 200000 || echo unlimited)
run sh -c "ulimit -v $most; exec cpm-assess import --round R1 ../said.csv"
is "$rc" 0 'thousands of remarks on one criterion'
is "$(grep -c 'said [0-9]* and more' "$answers")" 20000 'are all there'
is "$(grep -n 'said 2 and\|said 4 and' "$answers" | cut -d: -f1 | awk '{ print $1 - p; p = $1 }' | tail -1)" 1 'in their order'
before=$(sum)
remarks 130000 >../said.csv
run sh -c "ulimit -v $most; exec cpm-assess import --round R1 ../said.csv"
is "$rc" 1 'more than a cell may hold is refused'
like "$err" "column 'comment': longer than 1 MiB$" 'and said'
is "$(sum)" "$before" 'and nothing is changed'
done_testing
