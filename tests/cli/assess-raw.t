#!/bin/sh
# Raw tallies: pipelines of counts, inside a folder and outside of any.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

# --- published values through the pipe: van der Eijk's A, r_wg, AD
vectors() { # N CRITERION COUNTS...
	k=0 n=0 sum=0 counts=
	c=$1; shift
	for x; do
		k=$((k + 1)) n=$((n + x)) sum=$((sum + k * x))
		counts="$counts${counts:+ }$k:$x"
	done
	echo "R,g,,$c,$n,0,0,0,$sum,$counts"
}
head='round,group,unit,criterion,n,na,dk,skipped,sum,counts'
{ echo $head; vectors P7 30 40 210 130 530 50 10; } >seven.csv
{ echo $head; vectors P4a 2 0 0 2; vectors P4b 2 0 1 1; } >four.csv
{ echo $head; vectors W1 0 1 4 2 0; vectors W2 0 3 1 3 0
  vectors W3 2 2 0 2 1; vectors W4 3 0 0 0 3; } >five.csv
cpm-assess tally --merge --json -f four.csv >"$out"
is "$(head -1 "$out")" '{"round":"R","group":"g","unit":"","criterion":"P4a","n":4,"na":0,"dk":0,"skipped":0,"sum":10,"counts":"1:2 2:0 3:0 4:2"}' 'as JSON, where that is asked'
stats() { # SCALE FILE
	cpm-assess score -f - --no-policy --by criterion --scale "$1" --stats <"$2" |
	    sed -n 's/^R,all,all votes,,//p' | awk -F, '{ print $1, $11 }'
}
stats 1-7 seven.csv >"$out"
like "$out" '^P7 0\.6113$' "seven points: A = 0.6113"
stats 1-4 four.csv >"$out"
is "$(cat "$out")" 'P4a -1.0000
P4b 0.0833' 'four points: -1 and 0.0833'
cpm-assess score -f - --no-policy --by criterion --scale 1-5 --stats <five.csv >"$out"
is "$(head -1 "$out")" 'round,group,series,dimension,criterion,label,n,n_max,no_answer,mean,median,sd,low,high,agreement,reading,note,scale_min,scale_max,scale_step,rwg,ad' 'the columns'
is "$(sed -n 2,5p "$out" | cut -d, -f5,7,10,11,13-16,21,22)" 'W1,7,3.1429,3,2,4,0.7143,shared,0.7619,0.4898
W2,7,3.0000,3,2,4,0.3095,apart,0.5000,0.8571
W3,7,2.7143,2,1,5,-0.0317,apart,0.0000,1.3878
W4,6,3.0000,3,1,5,-1.0000,apart,0.0000,2.0000' 'five points: A 5/7, 13/42, -2/63, -1; r_wg 0.7619, AD 0.4898'
cpm-assess score -f five.csv --scale 1-5 --no-policy --groups >"$out"
is "$(grep -c '^R,g,g,,W' "$out")" 4 'without the policy the groups too'
cpm-assess score -f five.csv --scale 1-5 >"$out"
is "$(sed 1d "$out" | cut -d, -f5,7,10,16,17)" 'W1,,3.0,shared,rounded
W2,,3.0,apart,rounded
W3,,2.5,apart,rounded
W4,,3.0,apart,rounded' 'under the policy seven are rounded'
cpm-assess score -f four.csv --scale 1-4 >"$out"
is "$(sed 1d "$out" | cut -d, -f5,7,10,16,17)" 'P4a,,,,withheld
P4b,,,,withheld' 'and four are withheld'

# --- a file of answers
cat >a.csv <<-END
	round,respondent,group,criterion,score
	R,p1,g,A,3
	R,p1,g,B,NA
	R,p1,g,C,
	R,p2,g,A,5
	R,p2,g,B,DK
	R,p3,h,B,2
	R,p4,h,A,NA
	R,p4,h,B,DK
END
run cpm-assess tally --raw -f a.csv
is "$(cat "$out")" "$head
R,g,,A,2,0,0,0,8,3:1 5:1
R,g,,B,0,1,1,0,0,
R,g,,C,0,0,0,2,0,
R,h,,A,0,0,0,1,0,
R,h,,B,1,0,0,0,2,2:1
R,h,,C,0,0,0,1,0," 'absent is skipped; a sheet without a score does not count'
cp "$out" whole
{ head -1 a.csv; sed -n 2,6p a.csv; } >a1.csv
{ head -1 a.csv; sed -n '7,$p' a.csv; } >a2.csv
for f in a1 a2; do cpm-assess tally --raw -f $f.csv; done >both
is "$(grep -c ^round both)" 2 'two runs leave two headers'
run sh -c 'cpm-assess tally --merge -f - <both'
is "$(grep -c ^round "$out")" 1 'merged, one'
like "$out" '^R,g,,A,2,0,0,0,8,3:1 5:1$' 'the same counts'
cat a1.csv a1.csv >/dev/null
cpm-assess tally --raw -f a1.csv >t1; cpm-assess tally --raw -f a2.csv >t2
cpm-assess tally --merge -f t1 -f t2 >m12
cpm-assess tally --merge -f t2 -f t1 | sort >"$out"; sort m12 >sorted
same "$out" sorted 'in any order'
cpm-assess tally --merge -f m12 >"$out"
same "$out" m12 'a merged tally merges to itself'
printf '\357\273\277respondent;group;criterion;score\r\n"p1";"g";"A";"2,5"\r\n' >semi.csv
run cpm-assess tally --raw -f semi.csv
is "$(sed 1d "$out")" ',g,,A,1,0,0,0,2.5,2.5:1' 'semicolons, CRLF, BOM, decimal comma'
printf 'tour,répondant,regard,critère,score\nR,p1,g,A,2\n' >fr.csv
run cpm-assess tally --raw -f fr.csv
is "$(sed 1d "$out")" 'R,g,,A,1,0,0,0,2,2:1' 'French headers'
printf 'group,criterion,score\ng,A,2\ng,B,3\ng,B,NA\ng,A,\n' >bare.csv
run cpm-assess tally --raw -f bare.csv
is "$(sed 1d "$out")" ',g,,A,1,0,0,1,2,2:1
,g,,B,1,1,0,0,3,3:1' 'without respondents'
printf 'group,unit,criterion,score\ng,north,A,2\ng,south,A,3\n' >unit.csv
run cpm-assess tally --raw -f unit.csv
is "$(sed 1d "$out")" ',g,north,A,1,0,0,0,2,2:1
,g,south,A,1,0,0,0,3,3:1' 'by unit'

# --- faults, all in one run, no values
printf 'respondent,criterion,score\np1,A,x9\np1,B,4\np1,B,3\np2,A,1e3\n' >bad.csv
run cpm-assess tally --raw -f bad.csv
is "$rc" 1 'bad answers'
empty "$out" 'print nothing'
like "$err" "bad.csv:2: column 'score': not a score$" 'a word'
like "$err" "bad.csv:4: column 'criterion': the sheet answers this criterion twice" 'twice'
like "$err" "bad.csv:5: column 'score': not a score$" 'a float'
{ echo criterion,score; yes A,x | head -30; } >many.csv
run cpm-assess tally --raw -f many.csv
is "$(grep -c 'not a score' "$err")" 20 'twenty are named'
like "$err" '10 more faults of this kind' 'the others are counted'
run cpm-assess tally --raw -f five.csv
is "$rc" 1 'a tally is no file of answers'
like "$err" "there is no column 'score'" 'which is said'
run cpm-assess tally --merge -f a.csv
like "$err" "these are answers, not a raw tally" 'nor the other way round'
sed 's/,7,0,0,0,22/,7,0,0,0,23/; s/2:3 3:1/2:4 3:1/' five.csv >wrong.csv
run cpm-assess tally --merge -f wrong.csv
is "$rc" 1 'counts that do not add up'
is "$(grep -c "column 'counts': the counts do not add up to n and sum" "$err")" 2 'are named'
sed 's/,7,0,0/,7,-1,0/' five.csv >wrong.csv
run cpm-assess tally --merge -f wrong.csv
like "$err" "column 'na': not a whole number" 'nor is -1 a count'
run cpm-assess score -f five.csv --scale 1-4
is "$rc" 1 'scores off the scale'
like "$err" "five.csv: criterion 'W3' has scores that are not on its scale" 'are named'
for s in 5 5-1 1-5/0 1-5/3 a-b 1-5/x; do
	run cpm-assess score -f five.csv --scale $s
	is "$rc" 2 "--scale $s is none"
done
like "$err" "--scale takes MIN-MAX or MIN-MAX/STEP, not '1-5/x'" 'which is said'
run cpm-assess score -f five.csv
is "$rc" 2 'outside a folder the scale must be said'
like "$err" 'outside a folder say the scale: --scale 1-5' 'which is said'
run cpm-assess score --no-policy
is "$rc" 2 'the policy holds for the folder'
like "$err" '--scale and --no-policy go with -f FILE' 'which is said'
run cpm-assess score R1 -f five.csv --scale 1-5
like "$err" 'either rounds or -f FILE' 'one or the other'
run cpm-assess tally --raw R1 -f a.csv
like "$err" 'either rounds or -f FILE' 'here too'
run cpm-assess tally -f a.csv
like "$err" '-f goes with --raw or --merge' '-f alone'
run cpm-assess tally R1 R2
like "$err" 'one round at a time' 'one round at a time'
run cpm-assess tally --raw -f nowhere.csv
is "$rc" 2 'a file that is not there'
sed 's/,g,/,all,/' five.csv >all.csv
run cpm-assess score -f all.csv --scale 1-5
like "$err" "a group cannot be called 'all'" 'a reserved word'

# --- never to a terminal
script -qec 'cpm-assess tally --raw -f a.csv; echo "status $?"' /dev/null >"$out" 2>&1 </dev/null
like "$out" 'never to a terminal' 'a raw tally is not shown at a terminal'
like "$out" 'status 2' 'that is misuse'
unlike "$out" '^R,g' 'and nothing of it is seen'

# --- in a folder
folder f
sed -i 's/^A1,A,,,/A1,A,,yes,/' criteria.csv
sheets 9 g1 2 B3=NA >>"$answers"
cpm-assess open R1 -q
run cpm-assess tally --raw
like "$out" '^R1,g1,,A1,9,0,0,0,36,1:0|^R1,g1,,A1,9,0,0,0,36,4:9' 'reversed criteria are turned'
like "$out" '^R1,g1,,B3,0,9,0,0,0,$' 'and NA is counted'
cp "$out" raw
run cpm-assess tally --raw R1
same "$out" raw 'of a round'
run cpm-assess tally --raw R9
is "$rc" 1 'of a round that is none'
run cpm-assess tally --raw -f "$answers"
like "$out" '^R1,g1,,A1,9,0,0,0,18,2:9$' '-f FILE is counted as it is'
run cpm-assess -C . tally --raw -f "$answers"
same "$out" raw 'but with the framework that -C names'
cpm-assess close R1 -q
cpm-assess score R1 --by criterion | cut -d, -f2,4-17 >"$tmp/a"
cpm-assess score -f raw --by criterion | cut -d, -f2,4-17 >"$tmp/b"
same "$tmp/b" "$tmp/a" 'a raw tally is read by the same policy'
cpm-assess score -f raw --no-policy --groups --by criterion >"$out"
like "$out" '^R1,g1,Board,A,A1,First aim,9,9,0,4.0000,4,0.0000,4,4,1.0000,shared,,1,5,1$' 'or whole'
# What was said before the vote holds for the tally too.
folder g
sheets 6 g1 2 >>"$answers"
sheets 5 g2 4 >>"$answers"
cpm-assess open R1 --show groups -q
cpm-assess tally --raw R1 >raw
cpm-assess close R1 -q
for by in dimension criterion; do
	cpm-assess score R1 --groups --by $by | cut -d, -f2,4-17 >"$tmp/a"
	cpm-assess score -f raw --groups --by $by | cut -d, -f2,4-17 >"$tmp/b"
	same "$tmp/b" "$tmp/a" "a round that shows groups has no counts, by $by"
done
like "$tmp/b" '^all,A,A1,First aim,,,,3.0,' 'but means'
sed 's/^R1,/R9,/' raw >other
cpm-assess score -f other --by criterion >"$out"
like "$out" '^R9,all,all votes,A,A1,First aim,11,11,0,2.9091,' 'another round: counts'
echo min_counts,12 >>cpm.csv
cpm-assess score -f other --by criterion >"$out"
like "$out" '^R9,all,all votes,A,A1,First aim,,,,3.0,' 'but for raised thresholds'
cd "$work/f" || exit 2
answers=$work/f.private/responses.csv
# Rows of a sheet may stand anywhere in the folder's own table.
{ head -1 "$answers"; sed 1d "$answers" | sort -t, -k6,6; } >"$tmp/sorted" && cp "$tmp/sorted" "$answers"
run cpm-assess tally --raw
same "$out" raw 'a sorted table counts the same'

done_testing
