#!/bin/sh
# cpm-web: tables as spreadsheets, statistics programs and people write them.
# Each draws right, or is refused with a message that says what to type.
. "${0%/*}/../lib.sh"
web() { run cpm-web --min "$lo" --max "$hi" "$@"; }
long() { web --axis a --value v --text "$@"; }
# What a chart of one series says: label, blank, value.
says() { sed -n 's/^\([^ ]*\) .*[|O]  \(.*\)$/\1 \2/p' "$out" | tr '\n' ';'; }
lo=0 hi=5

# --- one number, many ways to write it
printf '\357\273\277Thème;Groupe;Note\r\nEau;Femmes;2,5\r\nÉcole;Femmes;3,25\r\nRoute;Femmes;1\r\nEau;Hommes;4,0\r\n' >excel.csv
web --axis Thème --series Groupe --value Note --text excel.csv
is "$rc $(grep -c 'Eau .* Femmes 2.5, Hommes 4$' "$out")" '0 1' 'a spreadsheet in French'
lo=0 hi=100
printf 'a,v\nA,45 %%\nB,60%%\nC,12.5\302\240%%\nD,"7,5 %%"\n' >percent.csv
long percent.csv
is "$rc $(says)" '0 A 45;B 60;C 12.5;D 7.5;' 'percentages'
hi=1
long percent.csv
is "$rc" 1 'on a scale to 1'
like "$err" "percent.csv:2: column 'v': '45 %' is a percentage, and the scale ends at 1: --max 100" 'are not of it'
hi=15000
printf "a;v\nA;1 234\nB;12\342\200\257500\nC;9\302\240999,5\nD;1'000\nE;980\n" >space.csv
long space.csv
is "$rc $(says)" '0 A 1234;B 12500;C 9999.5;D 1000;E 980;' 'thousands divided by blanks'
printf 'a,v\nA,"1,234"\nB,"12,500"\nC,980\n' >either.csv
long either.csv
is "$rc" 1 'a comma before three digits'
like "$err" "either.csv:2: column 'v': '1,234' may be 1.2340 or 1234: write the one that it is" 'may be of thousands or of decimals'
run cpm-web --lang fr --axis a --value v --min 0 --max 15000 either.csv
like "$err" 'peut être 1.2340 ou 1234.: écrivez celui que c’est' 'in French'
{ cat either.csv; echo D,1.5; } >point.csv
long point.csv
is "$rc $(says)" '0 A 1234;B 12500;C 980;D 1.5;' 'of thousands where another number has a point'
printf 'a,v,part\nA,"1,234",1.1\nB,980,1.2\n' >parts.csv
long parts.csv
is "$rc" 1 'but not of another column'
printf 'a,x,lat\nA,"1,234",1.1\nB,980,1.2\nC,7,2.1\n' >parts.csv
web --wide --axis a --value x --text parts.csv
is "$rc" 1 'of a wide table neither'
{ cat either.csv; echo 'D,"1,5"'; } >comma.csv
long comma.csv
is "$rc $(says)" '0 A 1.234;B 12.5;C 980;D 1.5;' 'of decimals where another has a comma'
sed 's/"1,234"/1.2340/; s/"12,500"/12500/' either.csv >neither.csv
long neither.csv
is "$rc $(says)" '0 A 1.234;B 12500;C 980;' 'and is what it is, written as it says'
printf 'a;v\nA;900\nB;1.234\nC;850\n' >points.csv
long points.csv
is "$rc" 1 'a point before three digits'
like "$err" "points.csv:3: column 'v': '1.234' may be 1.2340 or 1234" 'may be of thousands, too'
lo=0 hi=1000
long points.csv
is "$rc $(says)" '0 A 900;B 1.234;C 850;' 'but where those are off the scale'
hi=15000
printf 'a,v,n\nA,1,12.000\nB,2,8\nC,3,9\n' >heads.csv
web --axis a --value v --people n --text heads.csv
like "$err" "heads.csv:2: column 'n': '12.000' may be 12.0000 or 12000" 'of people, who have no scale'
printf 'dimension,label,series,group,mean,n,scale_min,scale_max,scale_step,note\nA,A,All,all,1.234,3,0,5000,1000,\nB,B,All,all,900,3,0,5000,1000,\nC,C,All,all,850,3,0,5000,1000,\n' >ours.csv
run cpm-web --text ours.csv
is "$rc $(says)" '0 A All 1.234;B All 900;C All 850;' 'of our own tables it is one of decimals'
printf 'a,v\nA,"1\n234"\nB,12\t345\nC,850\n' >two.csv
long two.csv
is "$rc $(grep -c 'not a number' "$err")" '1 2' 'two lines of a cell are no thousands'
printf 'a,v,s\nA,"2,5",x\nB,1,x\nC,3,x\nA,"1,234",y\nB,1.5,y\nC,3,y\n' >parted.csv
web --axis a --value v --split s -o '%s.svg' parted.csv
like "$err" "parted.csv:5: column 'v': '1,234' may be" 'the whole table tells, not only the lines of a chart'
hi=1000
printf 'a,v\nA,"2,333"\nB,"1,5"\nC,1\nD,2.333\n' >both.csv
long both.csv
is "$rc" 1 'commas and a point'
like "$err" "both.csv:5: column 'v': '2.333' may be 2.3330 or 2333" 'say nothing of the third way'
hi=5
printf 'a,v\nA,"2,333"\nB,1\nC,3\n' >scale.csv
long scale.csv
is "$rc $(says)" '0 A 2.333;B 1;C 3;' 'a scale that ends far below decides'
hi=15000
printf 'a;v\nA;1.234,5\nB;12.500\nC;1.234.567\nD;-3,25\n' >german.csv
lo=-5 hi=2000000
long german.csv
is "$rc $(says)" '0 A 1234.5;B 12500;C 1234567;D -3.25;' 'points of thousands'
printf 'a\tv\nA\t1,234.5\nB\t12,500\nC\t1,234,567\n' >english.csv
long english.csv
is "$rc $(says)" '0 A 1234.5;B 12500;C 1234567;' 'commas of thousands, in a table of TABs'
printf 'a,v\nA,1e+05\nB,2.5E2\nC,-1.5e-1\nD,\342\210\2224\nE,+3\n' >power.csv
long power.csv
is "$rc $(says)" '0 A 100000;B 250;C -0.15;D -4;E 3;' 'powers of ten, and the sign that is no hyphen'
printf 'a,v\nA,\331\243\nB,\331\243\331\253\331\245\nC,\342\200\217\340\245\252\nD,\302\2402\302\240\n' >digits.csv
long digits.csv
is "$rc $(says)" '0 A 3;B 3.5;C 4;D 2;' 'digits of other scripts, and blanks that are none'
lo=0 hi=5
printf 'a,v\nA,$3\nB,3/5\nC,4 - good\nD,#DIV/0!\nE,1 2\nF,"1,2,3"\nG,1e\nH,2026-01-01\nI,(3)\n' >none.csv
long none.csv
is "$rc $(grep -c 'not a number' "$err") $(grep -c 'hint: a value is written 3 or 2.5 or 45 %; one that is missing is an empty cell or NA' "$err")" \
    '1 9 1' 'what is no number is none, and how one is written is said once'
{ echo a,v; seq 40 | sed 's/.*/A&,9/'; } >many.csv
long many.csv
is "$rc $(grep -c 'off the scale' "$err") $(tail -1 "$err")" \
    "1 10 cpm-web: many.csv: column 'v': 30 more faults of this kind" 'of many faults the first ones are said'

# --- no value
printf 'a,x,y\nA,1,NA\nB,N/A,3\nC,-,2\nD,n.a.,4\nE,null,1\nF,#N/A,5\nG,2,\nH,3,\342\200\246\n' >na.csv
run cpm-web --wide --axis a --min 1 --max 5 --text na.csv
is "$rc $(grep -c '(no value)' "$out")" '0 8' 'the words for no value'
like "$err" "na.csv: read as no value: 'NA', 'N/A', '-', 'n.a.', 'null', '#N/A', '…'\$" 'which are said'
run cpm-web --lang fr --wide --axis a --min 1 --max 5 --text na.csv
like "$err" 'lu comme pas de valeur.: «.NA.»' 'in French'
printf 'a,v,lo,hi,n\nA,3,NA,-,12.0\nB,2,1,3,12.0\nC,4,NA,NA,10.0\nD,NA,,,NA\n' >float.csv
web --axis a --value v --low lo --high hi --people n --text float.csv
is "$rc $(grep -c '(from 1 to 3)$' "$out")" '0 1' 'also for the ends of a spread, and people as other programs count them'
like "$err" "float.csv: read as no value: 'NA', '-'\$" 'which is said of them, too'
printf 'a,v,aim,rank\nA,1,n/a,null\nB,2,3,1\nC,3,4,2\n' >aims.csv
web --axis a --value v --target aim --order rank --text aims.csv
like "$err" "aims.csv: read as no value: 'null', 'n/a'\$" 'and of targets and orders'

# --- wide tables, both ways
printf 'Topic,2023,2024,2025,Target,Rank\nWater,1,2,3,5,4\nSchool,2,2,4,5,1\nRoad,3,2,2,4,2\nHealth,4,4,5,5,3\n' >years.csv
run cpm-web --wide --axis Topic --target Target --order Rank --min 1 --max 5 --text years.csv
is "$rc $(sed -n 's/^\([A-Z][a-z][a-z]*\) .*Target.*/\1/p' "$out" | tr '\n' ' ')" '0 School Road Health Water ' 'a line is an axis where a column names them'
like "$out" '^Water .*Target 5, 2023 1, 2024 2, 2025 3$' 'the other columns are series'
run cpm-web --wide --axis Topic --value 2023 --value 2025 --min 1 --max 5 --text years.csv
like "$out" '^Water .*  2023 1, 2025 3$' 'or those that are named'
run cpm-web --wide --axis Topic --value 2022 --min 1 --max 5 years.csv
is "$rc" 2 'which have to be there'
run cpm-web --wide --axis Topic --value 2023 --value 2025 --min 1 --max 5 years.csv
is "$rc $(grep -c 'class="p"' "$out")" '0 8' 'drawn'
run cpm-web --wide --axis Topic --value 2023 --value 2025 --dots --sort change --min 1 --max 5 years.csv
is "$(sed -n 's/.*text-anchor="end">\([A-Z][a-z]*\)<.*/\1/p' "$out" | tr '\n' ' ')" 'Water School Health Road ' 'put in the order of change'
printf 'Topic,Women,Men\nWater,1,2\nSchool,2,3\nRoad,3,1\n' >turn.csv
run cpm-web --wide --min 1 --max 5 turn.csv
is "$rc" 1 'the other way round it has two axes'
like "$err" "hint: where each line is an axis: --wide --axis 'Topic'" 'it says how'
{ cat turn.csv; echo Water,3,3; } >twice.csv
run cpm-web --wide --axis Topic --min 1 --max 5 twice.csv
is "$rc $(grep -c "twice.csv:5: column 'Topic': 'Water' comes twice, first on line 2" "$err")" '1 1' 'an axis twice, said once'
printf ',who,A,B,C\n0,x,1,2,3\n1,y,2,3,4\n' >index.csv
run cpm-web --wide --min 1 --max 5 --text index.csv
like "$out" '^A .*x 1, y 2$' 'a column that counts the lines names none of them'
like "$err" 'index.csv: a column without a name is left out' 'it is left out'
printf ',A,B,C,,\n2024,1,2,3,,\n2025,2,3,4,,\n' >corner.csv
run cpm-web --wide --min 1 --max 5 --text corner.csv
is "$rc $(grep -c '^A .*2024 1, 2025 2$' "$out") $(wc -c <"$err")" '0 1 0' 'a blank corner names the series, blank columns are nothing'
run cpm-web --wide --axis '' --min 1 --max 5 --text corner.csv
is "$rc $(grep -c '^2024 .*A 1, B 2, C 3$' "$out")" '0 1' 'or the axes'
printf 'id,A,B,C,scale_min,scale_max\nx,1,2,3,0,4\ny,2,3,4,0,4\n' >own.csv
run cpm-web --wide --text own.csv
is "$rc $(grep -c '^Scale from 0 to 4' "$out") $(grep -c '^scale' "$out")" '0 1 0' 'its scale is no axis'
run cpm-web --wide --axis id --text own.csv
is "$rc $(grep -c 'A 2, B 3, C 4$' "$out")" '0 1' 'nor a series'
printf 'code,place,A,B,C,lat\n101,x,1,2,3,48.2\n102,y,2,3,4,48.3\n' >extra.csv
run cpm-web --wide --min 1 --max 5 extra.csv
is "$rc" 1 'a column that is none of the chart'
like "$err" 'hint: where that column is not meant, --value names those that are, once for each' 'it says how'
run cpm-web --wide --series place --value A --value B --value C --min 1 --max 5 --text extra.csv
is "$rc $(grep -c '^B .*x 2, y 3$' "$out") $(wc -c <"$err")" '0 1 0' 'and so it is drawn'
{ printf who; seq 100 | sed 's/^/,I/' | tr -d '\n'; printf '\nx'; yes ,3 | head -100 | tr -d '\n'; echo; } >hundred.csv
run cpm-web --wide --min 1 --max 5 hundred.csv
like "$err" 'a web holds at most 24 axes, not 100' 'a hundred columns'
like "$err" 'hint: --value names the columns that are wanted, once for each' 'of which some can be taken'
run cpm-web --wide --dots --min 1 --max 5 hundred.csv
is "$rc $(grep -c 'class="p"' "$out")" '0 100' 'or drawn in lines'
printf 'q1,q2,q3,q4\n0,1,0,1\n0,1,1,1\n' >raw.csv
run cpm-web --wide --min 0 --max 1 raw.csv
like "$err" 'hint: --series names the column that tells the lines apart' 'lines of one name'

# --- what is no table, or not yet
printf 'Scores of 2026,,\n,,\na,s,v\nA,x,1\nB,x,2\nC,x,3\n' >title.csv
long title.csv
is "$rc $(wc -l <"$err")" '1 2' 'a title above the header'
like "$err" 'title.csv:1: a title, where the names of the columns should stand' 'is said'
like "$err" "hint: they may be on line 3: 'tail -n \\+3 FILE' leaves out what is above" 'with what to type'
tail -n +3 title.csv >below.csv
long below.csv
is "$rc" 0 'which works'
printf 'Scores of 2026\na,s,v\nA,x,1\n' >title.csv
long title.csv
like "$err" "'tail -n \\+2 FILE'" 'also where it has one cell'
printf 'Scores,of 2026,\na,s,v\nA,x,1\n' >title.csv
long title.csv
is "$rc" 2 'a title of two cells'
like "$err" "hint: 'a' stands on line 2: 'tail -n \\+2 FILE' leaves out what is above the header" 'is told by what was asked for'
printf 'a|v\nA|1\nB|2\n' >pipe.csv
long pipe.csv
is "$rc $(grep -c 'hint: the table is one column: a comma, a semicolon or a TAB divides cells' "$err")" '2 1' 'cells divided by something else'
printf 'a,v\rA,1\rB,2\rC,3\r' >mac.csv
long mac.csv
is "$rc $(wc -l <"$err")" '1 2' 'lines of an old Macintosh'
like "$err" "hint: tr '.r' '.n' <OLD.csv >NEW.csv" 'are put right so'
printf 'a,v\nA,1\nB,2,x\nC,3,,\nD\n' >ragged.csv
long ragged.csv
is "$rc $(grep -c 'the header has 2 cells, this row' "$err")" '1 2' 'lines with too many or too few cells'
like "$err" 'ragged.csv:3: the header has 2 cells, this row 3' 'but not those with empty ones behind'
printf 'a,v\nA,1\nB,2\nC' >cut.csv
long cut.csv
like "$err" 'cut.csv:4: the last line is cut off: the header has 2 cells, this row 1' 'a file that was cut off'
printf ',v\nA,1\nB,2\nC,3\n' >nameless.csv
run cpm-web --axis '' --value v --min 1 --max 5 nameless.csv
is "$rc" 0 'a column without a name may name the axes'
run cpm-web --min 1 --max 5 years.csv
like "$err" "hint: there are 'Topic', '2023', '2024'" 'one who names no column hears which there are'

printf 'a,x,y\nA,1,2\nB,2,3\nC,3,4\n,,\nSource: survey,,\n' >foot.csv
run cpm-web --wide --axis a --min 1 --max 5 foot.csv
like "$err" "foot.csv: axes without any value: 'Source: survey'" 'a note below a table is seen'
printf 'a,s,v\nA,x,1\nB,x,2\nC,x,3\nA,x,3\nB,x,1\nC,x,3\n' >raw.csv
long --series s raw.csv
is "$rc $(grep -c 'hint: an axis has one value of each series: means are worked out before' "$err")" '1 1' 'nothing is worked out here'

# --- labels
printf 'a,s,v\nÉcole,x,1\nEau,x,2\nRoute,x,3\nE\314\201cole,y,4\nEau\302\240,y,2\nRoute,y,1\n' >same.csv
web --axis a --series s --value v --text same.csv
is "$rc $(grep -c 'x .*y ' "$out") $(grep -c 'no value' "$out")" '0 4 0' 'letters composed or not are one'
composed=$(printf 'Th\303\250me') apart=$(printf 'The\314\200me')
printf 'a,%s\nA,1\nB,2\nC,3\n' "$apart" >header.csv
for name in "$composed" "$apart"; do
	web --axis a --value "$name" --text header.csv
	is "$rc" 0 'a column is found as it is typed'
	web --wide --axis a --value "$name" --text header.csv
	like "$out" '^A .*1$' 'of a wide table, too'
done
printf 'from,to,from_label\n%s,B,x\nB,C,\n' "$composed" >chosen.csv
run cpm-web --links --text --chosen "$apart" chosen.csv
like "$out" '^Chosen: x$' 'and a thread'
q='How much do you agree from 1 (not at all) to 5 (fully) that the committee in your own village'
printf "a,v\n$q listens,1\n$q answers,2\n$q is fair,3\n$q reports back,4\n" >question.csv
for mode in --multiples --dots; do
	web --axis a --value v $mode question.csv
	is "$rc $(grep -o '>[^<]*</text>' "$out" | grep -Ec '(listens|answers|fair|back)<')" '0 4' \
	    "long labels show where they differ ($mode)"
	like "$out" '<title>[^<]*village is fair' 'and have their whole text'
done
for who in men women; do for when in first second; do
	echo "$q listens to what $who in the outer hamlets say about the water point and the road $when,2"
done; done >between
{ echo a,v; cat between; } >between.csv
for mode in --multiples --dots; do
	web --axis a --value v $mode between.csv
	is "$(grep -oE '(wo)?men… (first|second)<' "$out" | sort | uniq -c | wc -l)" 4 "also where that is in two places ($mode)"
done
awk 'BEGIN { q = "在您的村庄委员会中您在多大程度上同意以下关于该委员会工作的陈述请从一到五打分其中一表示完全不同意五表示完全同意关于"
    print "a,v"; print q "倾听,1"; print q "公平,2"; print q "报告,3" }' >chinese.csv
web --axis a --value v chinese.csv
is "$(grep -o '>[^<]*</text>' "$out" | grep -Ec '(倾听|公平|报告)<')" 3 'also without blanks'
cp "$out" chinese.svg
run xmllint --noout chinese.svg
is "$rc" 0 'well-formed'
done_testing
