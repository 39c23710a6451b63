#!/bin/sh
# What close publishes, through the commands, on both sides of every threshold.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

# --- fewer than five, and nobody
folder four
sheets 4 g1 3 >>"$answers"
publish; is $? 0 'a round of four can be closed'
is "$(cat results.csv)" 'round,group,dimension,criterion,n,no_answer,counts,mean,agreement,reading,note
R1,all,,,,,,,,,withheld' 'of four nothing is published'
is "$(sed 1d outside.csv)" 'R1,all,,,,,withheld' 'nor outside'
cp results.csv outside.csv "$tmp"
folder nobody
cpm-assess open R1 -q --date 2026-03-01 --show groups
cpm-assess close R1 -q --date 2026-03-05 --empty
same results.csv "$tmp/results.csv" 'a round with nobody looks the same'
same outside.csv "$tmp/outside.csv" 'outside too'
run cpm-assess talk R1
is "$rc" 0 'there is nothing to say of it'
like "$err" 'too few answered' 'which is said'
run cpm-assess score R1 --by criterion
is "$(grep -c withheld "$out")" 6 'every criterion is withheld'

# --- five to eight
folder five
sheets 5 g1 3 A2=4 >>"$answers"
publish
is "$(row all,,)" 5,,,,,, 'five: N is said'
is "$(row all,A,A2)" ,,,4.0,,,rounded 'the mean to half a step, no reading'
is "$(row g1,,)" ,,,,,,withheld 'groups are withheld'
is "$(row g3,,)" ,,,,,,withheld 'nobody like some'
is "$(sed 1d outside.csv)" 'R1,all,,,5-9,,
R1,all,A,,,3.5,rounded
R1,all,B,,,3.0,rounded
R1,g1,,,,,withheld
R1,g2,,,,,withheld
R1,g3,,,,,withheld' 'outside: threads to half a step, no criteria'
folder six
sheets 5 g1 1 A3=NA >>"$answers"
sheets 1 g2 1 A2=DK A3= >>"$answers"
publish
is "$(row all,A,A1)" ,,,1.5,,shared,rounded 'six: the reading, and 1 is held at 1.5'
is "$(row all,A,A2)" ,,,1.5,,shared,rounded 'five answers are enough'
is "$(row all,A,A3)" ,,,,,,withheld 'none are not'
folder eight
sheets 8 g1 3 >>"$answers"
publish
is "$(row all,A,A1)" ,,,3.0,,shared,rounded 'eight: no counts yet'

# --- nine and more
folder nine
sheets 8 g1 3 A2=2 >>"$answers"
sheets 1 '' 5 A2= A3=NA >>"$answers"
publish
is "$(row all,,)" 9,,,,,, 'nine: somebody without a group counts'
is "$(row all,A,A1)" '9,0,1:0 2:0 3:8 4:0 5:1,3.2222,0.8148,shared,' 'counts, and what follows from them'
is "$(row all,A,A2)" ,,,2.0,,shared,rounded 'eight answers are rounded'
is "$(row g1,,)" ,,,,,,withheld 'a group of eight is withheld'
cpm-assess score R1 >"$out"
like "$out" '^R1,all,all votes,A,,Aims,,,,2.7407,,,,,,,rounded,1,5,1$' 'a thread: mean of the means as printed, no n'
like "$out" '^R1,all,all votes,B,,Bonds,9,9,,3.2222,,,,,,,,1,5,1$' 'its n where all criteria show counts'
cpm-assess score R1 --by criterion >"$out"
like "$out" '^R1,all,all votes,A,A1,First aim,9,9,0,3.2222,3,0.6667,3,5,0.8148,shared,,1,5,1$' 'spread where counts are published'
like "$out" '^R1,all,all votes,A,A2,Second aim,,,,2.0,,,,,,shared,rounded,1,5,1$' 'and nowhere else'

# --- large groups beside counts
folder large
sheets 15 g1 3 A1=2 >>"$answers"
sheets 15 g2 4 A2=NA >>"$answers"
publish
is "$(row g1,,)" 15,,,,,, 'groups of 15 and 15 are shown'
is "$(row g1,A,A1)" '15,,1:0 2:15 3:0 4:0 5:0,2.0000,1.0000,shared,' 'with their counts'
is "$(row g1,A,A2)" ,,,,,,withheld 'but where one of them hardly answered'
is "$(row all,A,A2)" '15,15,1:0 2:0 3:15 4:0 5:0,3.0000,1.0000,shared,' 'of all there are counts'
is "$(row g3,,)" ,,,,,,withheld 'the empty group is withheld'
is "$(row all,A, outside.csv)" ,3.2,rounded 'outside: a tenth'
is "$(row all,A,A1 outside.csv)" ,3.0,rounded 'and criteria'
is "$(row g1,A, outside.csv)" ,2.5,rounded 'groups to half a step'
is "$(row g1,, outside.csv)" 15+,, 'with their class'
folder fourteen
sheets 15 g1 3 >>"$answers"
sheets 14 g2 4 >>"$answers"
publish
is "$(row g1,,)" ,,,,,,withheld 'with a rest of 14 no group is shown'

# --- groups
folder groups
sheets 5 g1 3 >>"$answers"
sheets 3 g2 4 B1= >>"$answers"
publish --show groups
is "$(row g1,,)" 5,,,,,, 'groups: sizes are said'
is "$(row g2,A,)" ,,,4.0,,,rounded 'groups of three by thread'
is "$(row g2,B,)" ,,,,,,withheld 'from three criteria on'
is "$(row g3,A,)" ,,,,,,withheld 'nobody is withheld'
is "$(row all,A,A1)" ,,,3.5,,,rounded 'of all no reading'
run cpm-assess talk R1
like "$err" 'shows its groups' 'so that there is nothing to rank'
run cpm-assess score R1 --groups
like "$out" '^R1,g2,Volunteers,B,,Bonds,,,,,,,,,,,withheld,1,5,1$' 'standpoints in score'
is "$(grep -c ^R1,g "$out")" 6 'each by thread'
run cpm-assess score R1 --groups --by criterion
is "$(grep -c ^R1,g "$out")" 0 'never by criterion'
folder hidden
sheets 6 g1 3 >>"$answers"
sheets 3 g2 4 >>"$answers"
sheets 2 g3 4 >>"$answers"
publish --show groups
is "$(row g1,,)" 6,,,,,, 'two hidden are too few'
is "$(row g2,,)" ,,,,,,withheld 'the next smallest goes with them'
folder seven
sheets 4 g1 3 >>"$answers"
sheets 3 g2 4 >>"$answers"
publish --show groups
is "$(row g1,,)" ,,,,,,withheld 'seven: no groups'
is "$(row g1,A,)" ,,,,,,withheld 'nor their threads'

# --- merged groups, raised thresholds, other scales, open votes
folder merged
sed -i 's/^g3,other,/g3,other,g2/' groups.csv
sheets 5 g1 3 >>"$answers"
sheets 2 g2 4 >>"$answers"
sheets 1 g3 4 >>"$answers"
publish --show groups
is "$(row g2,,)" 3,,,,,, 'a merged group counts where it was merged into'
is "$(grep -c ,g3, results.csv)" 0 'and has no row'
is "$(grep -c ,g3, "$answers")" 6 'answers keep the group as given'
folder raised
echo min_team,8 >>cpm.csv
sheets 7 g1 3 >>"$answers"
publish
is "$(sed 1d results.csv)" R1,all,,,,,,,,,withheld 'a raised threshold holds'
like rounds.csv 'team=8 counts=9 group=3 show=counts votes=secret closed=2026-03-05' 'as frozen with the round'
folder lowered
printf '%s\n' min_team,2 min_counts,3 min_group,1 >>cpm.csv
sheets 4 g1 3 >>"$answers"
cpm-assess form >form.md
like form.md 'If fewer than 5 people answer' 'a lowered threshold is no promise'
run cpm-assess open R1
like "$err" 'where 9 or more answer; means to half a step from 5' 'nor at open'
cpm-assess close R1 -q
is "$(sed 1d results.csv)" R1,all,,,,,,,,,withheld 'and it does not hold'
folder later
cpm-assess open R1 -q
echo min_team,8 >>cpm.csv
sheets 7 g1 3 >>"$answers"
cpm-assess close R1 -q
is "$(row all,,)" 7,,,,,, 'a change after opening does not'
folder short
sed -i '/^,[45],/d' scale.csv
sheets 9 g1 2 >>"$answers"
publish
is "$(row all,A,A1)" ,,,,,,withheld 'three points: nothing of nine'
folder short10
sed -i '/^,[45],/d' scale.csv
sheets 10 g1 2 >>"$answers"
publish
is "$(row all,A,A1)" '10,0,1:0 2:10 3:0,2.0000,1.0000,shared,' 'counts of ten'
folder uneven
sed -i 's/^,5,/,9,/' scale.csv
sheets 8 g1 2 >>"$answers"
publish
is "$(row all,A,A1)" ,,,,,shared,rounded 'uneven steps: no mean without counts'
folder open
sheets 2 g1 2 >>"$answers"
sheets 1 g2 5 A1=NA >>"$answers"
publish --votes open
is "$(row all,A,A1)" '2,1,1:0 2:2 3:0 4:0 5:0,2.0000,1.0000,shared,' 'open votes are published whole'
is "$(row g2,A,A2)" '1,0,1:0 2:0 3:0 4:0 5:1,5.0000,,,' 'of each group, at any N'
is "$(sed 1d outside.csv)" R1,all,,,,,withheld 'outside by the policy'

# --- no groups at all, and a thread with a scale of its own
folder own
rm groups.csv
for i in 0 1 2 3 4 5 6 7 8 9 10; do echo "B,$i,"; done >>scale.csv
sheets 8 '' 3 B1=10 B2=0 >>"$answers"
publish
is "$(row all,B,B1)" ,,,9.5,,shared,rounded 'a thread of its own scale is held within it'
is "$(row all,B,B2)" ,,,0.5,,shared,rounded 'at both ends'
is "$(sed 1d results.csv | grep -vc '^R1,all,')" 0 'where there are no groups there are no rows of any'
run cpm-assess agree R1 B 7.5 --evidence seen
is "$rc" 0 'and agreed on it'
run cpm-assess agree R1 A 7.5
is "$rc" 1 'not on the other'
run cpm-check
is "$rc" 0 'cpm-check agrees'

# --- hands
folder hands
printf '%s\n' round,group,criterion,value,count R1,g1,A1,3,7 R1,g1,A1,NA,1 \
    R1,g2,A1,4,2 R1,g2,A2,5,3 >"$work/hands.private/hands.csv"
cpm-assess open R1 -q --date 2026-03-01 --votes open
sed -i 's/,individual,open,/,hands,open,/' rounds.csv
run cpm-assess close R1 --date 2026-03-05
like "$err" 'the hands of 11 people are counted and R1 closed' 'hands are no sheets'
is "$(row all,,)" 11,,,,,, 'hands: as many as raised them for the busiest criterion'
is "$(row all,A,A1)" '9,2,1:0 2:0 3:7 4:2 5:0,3.2222,0.8889,shared,' 'counts of hands'
is "$(row g2,A,A1)" '2,1,1:0 2:0 3:0 4:2 5:0,4.0000,1.0000,shared,' 'by group'
run cpm-assess forget --round R1
like "$err" '4 counts of hands deleted from the private folder$' 'counts that are forgotten'
unlike "$err" '[0-9] sheets?( |$)' 'are no sheets'

# --- reversed criteria
folder reverse
sed -i 's/^A1,A,,,/A1,A,,yes,/' criteria.csv
sheets 9 g1 2 >>"$answers"
publish
is "$(row all,A,A1)" '9,0,1:0 2:0 3:0 4:9 5:0,4.0000,1.0000,shared,' 'a reversed answer is turned'
like "$answers" 'p1,g1,,A1,2,' 'and kept as given'

done_testing
