#!/bin/sh
# cpm-web: from CSV to a picture and to words.
. "${0%/*}/../lib.sh"
data=$here/../data/web
long() { cpm-web --axis a --series s --value v --min 1 --max 5 --step 1 "$@"; }
three() { printf 'a,s,v\n%s\nB,x,2\nC,x,3\nD,x,4\n' "$1"; }

# What score prints: rounded, withheld, missing and the lowest point.
run cpm-web "$data/score.csv"
is "$rc" 0 'a chart of scores'
same "$out" "$data/score.svg" 'as it was looked at'
empty "$err" 'without a word'
is "$(sed -n "/class=.s1/,/<text/p" "$out" | grep -c "<rect")" 0 'no number of the scale breaks a line'
cp "$out" score.svg
run xmllint --noout score.svg
is "$rc" 0 'well-formed'
run cpm-web - <"$data/score.csv"
runin "$data/score.csv" cpm-web
same "$out" score.svg 'the same from standard input, twice the same bytes'
run cpm-web -f "$data/score.csv" -o new/web.svg
same new/web.svg score.svg 'and in a folder that was not there'
run cpm-web --text "$data/score.csv"
same "$out" "$data/score.en.txt" 'in words'
run cpm-web --lang fr --text "$data/score.csv"
same "$out" "$data/score.fr.txt" 'in French words'
run cpm-web --lang fr "$data/score.csv"
like "$out" 'Gov.*: All environ 2.5.; Agreed 2\.' 'the description is French too'
like "$out" '<svg [^>]*lang="fr"' 'and says so'
like "$out" '>non montré.: trop peu de personnes</text>' 'as the legend'
run cpm-web -n -o not.svg "$data/score.csv"
is "$rc $(ls not.svg 2>/dev/null)" '0 ' '-n writes nothing'
like "$err" 'would write not.svg' 'and says what it would'
run cpm-web -n "$data/score.csv"
is "$rc $(wc -c <"$out")" '0 0' 'nor prints anything'
like "$err" 'would write standard output' 'where that is the place'

# Nothing fetched, nothing active, ids prefixed, the size of a letter.
unlike score.svg '<script|href|@import|url\(| on[a-z]+=|#web [^.]' 'inert'
is "$(grep -o ' id="[^"]*"' score.svg | tr -d '\n')" \
    ' id="web" id="web-t" id="web-d"' 'ids are prefixed'

# Two rounds.
run cpm-web --text "$data/compare.csv"
same "$out" "$data/compare.en.txt" 'compare gives two series a group'
run cpm-web "$data/compare.csv"
is "$rc $(grep -c '>R2</text>' "$out") $(grep -c '>Agreed</text>' "$out")" \
    '0 1 1' 'in panels, with one legend'
grep -v ',agreed,' "$data/compare.csv" >one.csv
run cpm-web one.csv
like "$out" '>All, R1</text>' 'two series need no panels'
sed 's/^R1/R0/' "$data/score.csv" >both.csv
sed 1d "$data/score.csv" >>both.csv
run cpm-web --text both.csv
like "$out" 'Governance.*R0 2, R1 2' 'score of two rounds: the round is the series'
sed 's/,All,/,All (R1),/; s/,Agreed,/,Agreed (R1),/' "$data/score.csv" >named.csv
sed '1d; s/^R1/R2/; s/,All,/,All (R2),/; s/,Agreed,/,Agreed (R2),/' "$data/score.csv" >>named.csv
run cpm-web --text named.csv
is "$(head -1 "$out")" 'From round R1 to round R2' 'the title names both'
like "$out" '^All$' 'as score names them'
like "$out" '^Agreed$' 'each group of both'
like "$out" '^People and volunteers .*R1 4.0833, R2 4.0833$' 'with all decimals'
run cpm-web --text --decimals 1 named.csv
like "$out" '^People and volunteers .*R1 4.1, R2 4.1$' 'or with those that are wished for'
run cpm-web --decimals 2 named.csv
like "$out" 'People and volunteers: All, R1 4.08; Agreed, R1 4; All, R2 4.08;' 'in the description'
like "$out" '<title>People and volunteers: All, R1 4.08</title>' 'and at the points'
run cpm-web --decimals 5 named.csv
is "$rc" 2 'five'
like "$err" "--decimals takes a whole number from 0 to 4, not '5'" 'is misuse'
sed 's/,Agreed,/,Decided,/; s/^R1,agreed,\([^,]*,[^,]*\),,\([^,]*\),,,,[0-9.]*,/R1,agreed,\1,,\2,,,,,/' \
    "$data/score.csv" >undecided.csv
run cpm-web undecided.csv
is "$rc" 0 'before the talk there are votes only'
like "$err" "series 'Decided' has no value yet and is left out" 'which is said'
sed 's/,[0-9.]*,,,,,,,,1,5,1$/,,,,,,,,withheld,1,5,1/' "$data/score.csv" |
    grep -v rounded >hidden.csv
run cpm-web hidden.csv
is "$rc $(grep -c 'rx="2"' "$out")" '0 12' 'all withheld is a chart of covered marks'
{ cat "$data/score.csv"
for g in Elders Youth; do
	sed -n "s/^R1,all,All,\\([^,]*,[^,]*,[^,]*\\),.*/R1,g$g,$g,\\1,,,,,,,,,,,withheld,1,5,1/p" \
	    "$data/score.csv"
done; } >groups.csv
run cpm-web groups.csv
is "$rc $(grep -c 'translate' "$out")" '0 3' 'among many, what is wholly withheld has no web'
like "$out" '<desc[^>]*>Not shown, too few people: Elders, Youth\. Scale' 'the description names it'
like "$err" "series 'Youth' is withheld and left out" 'a note too'
grep -v ',PEO,' "$data/score.csv" | sed 's/,GOV,,Governance and rules,/,PUR,P2,Purpose and shared values,/' >twins.csv
run cpm-web --text twins.csv
is "$rc $(grep -c '^Purpose' "$out")" '0 2' 'two criteria of the same words are two axes'
{ cat "$data/score.csv"; echo 'R1,all,All,,,,12,,,,,,,,,,,1,5,1'; } >sized.csv
run cpm-web sized.csv
same "$out" score.svg 'a line of no dimension is no axis'

# Any CSV.
three 'A,x,1' >any.csv
run long any.csv
is "$rc $(grep -c '<circle' "$out")" '0 5' 'long: four points and the legend'
like "$out" 'A: x 1\. B: x 2\.' 'every value in words'
run cpm-web --axis a --value v --min 0 --max 5 --text any.csv
like "$out" '^A  \|---O---\+---\+---\+---\|  1$' 'a series needs no name'
printf 'team;A;B;C;remark\r\nx;1,5;2;;good\r\ny;0;3;1;\r\n' >wide.csv
run cpm-web --wide --min 0 --max 4 --step 1 --text wide.csv
is "$rc" 0 'wide, decimal commas'
like "$out" '^A .*x 1.5, y 0$' 'a line is a series'
like "$out" '^C .*x \(no value\), y 1$' 'a gap is no zero'
like "$err" "columns that hold no numbers are left out: 'remark'" 'words are no axis'
like "$err" "separator ';'" 'habits are said'
run cpm-web --wide --series B --min 0 --max 4 --text wide.csv
like "$out" '^A .*2 1.5, 3 0$' 'another column may name the series'
printf 'a,v\nA,0.33333333\nB,2.66666\nC,-0.00005\n' >thirds.csv
run cpm-web --axis a --value v --min -1 --max 3 --text thirds.csv
is "$(sed -n 's/.*  //p' "$out" | tail -3 | tr '\n' ' ')" '0.3333 2.6667 -0.0001 ' \
    'more than four decimals are rounded'
printf 'a,v,scale_min,scale_max,scale_step\nA,1,1,7,2\nB,2,1,7,2\nC,3,1,7,2\n' >own.csv
run cpm-web --axis a --value v --text own.csv
like "$out" 'Scale from 1 to 7' 'a scale in the table'
run cpm-web --axis a --value v --min 0 --max 9 --text own.csv
like "$out" 'Scale from 0 to 9' 'options come before it'
printf 'a,v\nA,1\n' >single.csv
run cpm-web --axis a --value v --min 1 --max 5 --text single.csv
is "$rc" 0 'words need no three axes'
run cpm-web --title 'a <b> & "c"' "$data/score.csv"
like "$out" '<title id="web-t">a &lt;b&gt; &amp; &quot;c&quot;</title>' 'titles are escaped'

# Drawings only where a terminal shows them.
if command -v script >/dev/null; then
	LC_ALL=C.UTF-8 script -qec "cpm-web --text $data/score.csv" /dev/null >"$out" </dev/null
	like "$out" '├───┼───┼─✱─┼───┤' 'blocks at a terminal'
	LC_ALL=C script -qec "cpm-web --text $data/score.csv" /dev/null >"$out" </dev/null
	like "$out" '\|---\+---\+-\*-\+---\|' 'ASCII where it has no UTF-8'
	script -qec "cpm-web" /dev/null >"$out" </dev/null
	like "$out" 'reading standard input \(Ctrl-D ends\)' 'a terminal is told that it is read'
else
	skip 'no script(1)'; skip 'no script(1)'; skip 'no script(1)'
fi

# Names stand beside their lines where there is a place, else in the legend.
run cpm-web "$data/score.csv"
is "$(grep -c '<text[^>]* class="d[01]"' "$out") $(grep -c 'dasharray="9 5" d="M[^"]*h28' "$out")" '2 0' \
    'two names in the web, none in the legend'
three 'A,y,1' | sed 's/^C,x,3/A,x,1\nB,y,2\nC,y,3\nC,x,3/' >alike.csv
run long alike.csv
is "$(grep -c '<text[^>]* class="d[01]"' "$out") $(grep -c 'h28"/>' "$out")" '0 2' \
    'lines that run together are told apart by the legend'

# A dot plot: a line for each axis.
run cpm-web --dots "$data/compare.csv"
same "$out" "$data/compare-dots.svg" 'dots, as they were looked at'
unlike "$out" 'stroke-dasharray' 'no line of a series, nor in the legend'
is "$(grep -c 'class="p"' "$out") $(grep -c 'class="x"' "$out") $(grep -c 'class="m. w"' "$out")" \
    '13 2 1' 'a mark for each value, also for what is none'
run cpm-web --dots --axis a --value v --min 1 --max 5 single.csv
is "$rc $(grep -c 'class="p"' "$out")" '0 1' 'of one axis'
cat >gain.csv <<'E'
who,Up,Same,Unknown,Down,Most
2025,1,3,2,4,1
2026,2,3,,3,5
E
run cpm-web --dots --sort change --wide --min 1 --max 5 gain.csv
is "$(sed -n 's/.*text-anchor="end">\([A-Z][a-z]*\)<.*/\1/p' "$out" | tr '\n' ' ')" \
    'Most Up Same Down Unknown ' 'most gained first, what is not known last'
run cpm-web --text --sort change --wide --min 1 --max 5 gain.csv
is "$(sed -n 's/^\([A-Z][a-z][a-z]*\) .*2025 .*/\1/p' "$out" | tr '\n' ' ')" \
    'Most Up Same Down Unknown ' 'in words too'
run long --dots --sort change any.csv
is "$rc" 1 'one series'
like "$err" 'any.csv: no change to sort by: there are no two series' 'has no change'
like "$err" 'hint: cpm-assess compare prints what was before and is now' 'where it is'
run cpm-web --sort gain any.csv
is "$rc" 2 'another order'
like "$err" "--sort takes change, not 'gain'" 'is misuse'
run cpm-web --dots --text any.csv
is "$rc" 2 'a picture of text'
like "$err" 'either --dots or --text' 'is misuse'
{ echo a,v; seq 201 | sed 's/.*/A&,3/'; } >crowd.csv
run cpm-web --dots --axis a --value v --min 1 --max 5 crowd.csv
is "$rc" 1 'two hundred and one'
like "$err" 'a dot plot holds at most 200 axes, not 201' 'are too many'
like "$err" 'hint: --text tells any number of them' 'also for dots'

# Ends, people, a target, an order, and what is withheld in any table.
cat >spread.csv <<'E'
axis,who,v,lo,hi,aim,n,rank,note
Water,Now,3,2,4,4,12,2,
Food,Now,2.5,1,3,4,11,1,rounded
Roof,Now,4,3,5,3,12,5,
Work,Now,,,,,,3,withheld
School,Now,3,,,4,12,4,
Water,Before,2,2,3,4,9,2,
School,Before,1,1,2,4,9,4,
E
spread() { cpm-web --axis axis --series who --value v --min 1 --max 5 --step 1 "$@"; }
all='--low lo --high hi --target aim --people n --order rank'
run spread $all --text spread.csv
is "$(sed -n 's/^\([A-Z][a-z][a-z]*\) .*  .*/\1/p' "$out" | tr '\n' ' ')" \
    'Food Water Work School Roof ' 'in the order that was asked for'
like "$out" '^T aim   O Now, 11 to 12 people   # Before, 9 people' 'people behind a series'
like "$out" '^Water .*aim 4, Now 3 \(from 2 to 4\), Before 2 \(from 2 to 3\)$' 'ends and a target'
like "$out" '^Work .*aim \(no value\), Now \(not shown: too few people\), Before \(no value\)' \
    'withheld, in any table'
like "$out" '^Food .*Now about 2\.5 \(from 1 to 3\)' 'rounded, in any table'
run spread $all spread.csv
is "$rc $(grep -c '<path d="M[^V]*M' "$out") $(grep -c 'class="p"' "$out")" '0 5 6' 'drawn: five with ends'
like "$out" '>Now, 11 to 12 people</text>' 'people in the legend'
run spread $all --lang fr spread.csv
like "$out" '>Now, de 11 à 12 personnes</text>' 'in French'
like "$out" '<desc [^>]*>Échelle de 1 à 5\. Now, de 11 à 12 personnes\. Before, 9 personnes\.' 'and in words'
run spread $all spread.csv
like "$out" '>from lo to hi</text>' 'and what the thin lines are'
is "$(grep -c 'stroke-width="1" stroke-opacity=".7"' "$out") $(grep -nE 'stroke-opacity=".7"|class="s[01]"[^>]* d="' "$out" | sed 's/.*stroke-opacity.*/spread/; s/.*d=".*/line/' | uniq | tr '\n' ' ')" \
    '2 spread line ' 'paler where two series have them, and behind both'
is "$(grep -c '<g class="s0"[^>]*stroke-opacity=".7">' "$out") $(grep -c '<g class="s1"[^>]*stroke-dasharray="8 4">' "$out")" '1 1' \
    'broken as the second series, to be told apart in grey'
grep -v ',Before,' spread.csv >one.csv
run spread --low lo --high hi --target aim one.csv
unlike "$out" '<g class="s0"[^>]*dasharray' 'whole where one series has them'
is "$(grep -c 'stroke-width="1.4"' "$out") $(grep -c 'stroke-opacity=".7"' "$out")" '2 0' 'of one series as in the legend, a target beside it or not'
run spread $all --theme high-contrast spread.csv
is "$(grep -c 'stroke-width="1.6"' "$out") $(grep -c 'stroke-opacity' "$out")" '2 0' 'never pale in high contrast'
run spread $all --dots spread.csv
is "$rc $(grep -c '<path d="M[^V]*H[^V]*v' "$out") $(grep -c 'v20"' "$out")" '0 5 4' 'as dots, with four targets'
is "$(grep -c 'stroke-width="5"' "$out")" 2 'that the grid does not hide, and the legend shows'
grep -v ',Before,' spread.csv >bare.csv
run cpm-web --axis axis --value v --target aim --min 1 --max 5 --text bare.csv
like "$out" '^T aim   O v$' 'beside a target a value without a series has its column as name'
like "$out" '^Water .*  aim 4, v 3$' 'in each line'
run cpm-web --axis axis --value v --target aim --min 1 --max 5 bare.csv
is "$(grep -c '>v</text>' "$out") $(grep -c '>aim</text>' "$out")" '1 1' 'and in the legend'
sed 's/,Before,/,,/' spread.csv >half.csv
run spread --text half.csv
like "$out" '^O Now   # \(no name\)' 'one series without a name among others says so'
run spread --low lo spread.csv
is "$rc" 2 'one end alone'
like "$err" '--low and --high go together' 'is misuse'
sed 's/^Water,Now,3,2,4,4/Water,Now,3,4,2,3/; s/^Roof,Now,4,3,5/Roof,Now,4,3,/; s/,12,4,$/,many,4,/; s/^Food,Now,2.5,1,/Food,Now,2.5,0,/' \
    spread.csv >ends.csv
run spread $all ends.csv
is "$rc" 1 'wrong ends'
like "$err" "ends.csv:2: column 'lo': the low end lies above the high one" 'upside down'
like "$err" "ends.csv:3: column 'lo': off the scale, which goes from 1 to 5: '0'" 'off the scale'
like "$err" "ends.csv:4: column 'lo': a low end needs a high one, and a high one a low one" 'half'
like "$err" "ends.csv:6: column 'n': not a whole number: 'many'" 'people are counted'
like "$err" "ends.csv:7: column 'aim': another target for 'Water' than on a line above" 'two targets'
run spread --order who spread.csv
like "$err" "spread.csv:2: column 'who': not a number: 'Now'" 'an order is of numbers'
run cpm-web --wide --target aim --min 1 --max 5 spread.csv
like "$err" '--target and --order are columns where a line is an axis: --wide --axis COL' 'a target of a wide table'

# Each axis on a scale of its own.
cat >scales.csv <<'E'
axis,who,v,scale_min,scale_max
Score,x,3,1,5
Homes,x,80,0,100
Voice,x,-2,-3,3
Score,y,5,1,5
Homes,y,0,0,100
Voice,y,3,-3,3
E
scales() { cpm-web --axis axis --series who --value v "$@"; }
run scales --text scales.csv
is "$rc" 0 'axes with scales of their own'
like "$out" '^Homes \(0 to 100\) .*x 80, y 0$' 'each says which'
unlike "$out" '^Scale from' 'instead of all together'
run scales scales.csv
is "$rc $(grep -c '>Voice (-3 to 3)</text>' "$out") $(grep -c 'font-size="11"' "$out")" '0 1 0' \
    'rings have no numbers then'
like "$out" '>innermost ring: lowest; rim: highest</text>' 'and the legend says where a scale begins'
sed 's/^Homes/Homes that have a roof walls water a door and a key in the hands of those who live there and use it/' scales.csv >names.csv
for mode in --multiples --dots; do
	run scales $mode names.csv
	is "$(grep -o '[^>]*…</text>' "$out" | sort -u | wc -l) $(grep -o '>(0 to 100)</text>' "$out" | sort -u | wc -l)" '1 1' \
	    "a long label may be cut, its scale never ($mode)"
done
run scales --blank names.csv
is "$(grep -c '…</text>' "$out") $(grep -c '>(0 to 100)</text>' "$out")" '0 1' 'on paper it has five lines'
printf 'axis,v,scale_min,scale_max\nالحوكمة,1,0,5\nب,2,0,4\nج,3,0,7\n' >right.csv
run cpm-web --axis axis --value v --text right.csv
like "$out" "^الحوكمة $(printf '\342\200\216')\\(0 to 5\\)" 'beside a name from the right the numbers keep their order'
printf 'axis,who,v,n\nA,الحوكمة,1,5\nB,الحوكمة,2,7\nC,الحوكمة,3,5\n' >right.csv
run spread --people n right.csv
like "$out" "> *الحوكمة, $(printf '\342\200\216')5 to 7 people" 'nor do people'
run scales --dots scales.csv
unlike "$out" 'innermost' 'a dot plot has no ring'
run scales --lang fr scales.csv
like "$out" '>anneau intérieur : minimum ; bord : maximum</text>' 'in French'
like "$out" '<desc [^>]*>Chaque axe a sa propre échelle\. Score' 'and to those who listen'
run scales scales.csv
is "$(grep -A3 'class="m0"' "$out" | grep -o 'cy="[-0-9.]*"' | head -1) $(grep -A1 'class="m1"' "$out" |
    grep -o 'd="M[-0-9.]* [-0-9.]*h7' | head -1)" 'cy="-96.00" d="M-3.50 -163.50h7' 'half of a scale, and its end'
sed 's/^Homes,y,0,0,100/Homes,y,0,0,50/; s/^Voice,y,3/Voice,y,4/' scales.csv >two.csv
run scales two.csv
is "$rc" 1 'one axis of two scales'
like "$err" 'two.csv:6: a scale from 0 to 50, where line 3 gives this axis one from 0 to 100' 'is a fault'
like "$err" "two.csv:7: column 'v': off the scale, which goes from -3 to 3: '4'" 'and so is what is off its own'

printf 'a,v,"l\ni\342\200\256ne",hi\nA,2,1,3\nB,2,1,3\nC,2,1,3\n' >odd.csv
run cpm-web --axis a --value v --low "$(printf 'l\ni\342\200\256ne')" --high hi --min 1 --max 5 odd.csv
like "$out" '>from l i�ne to hi</text>' "a column's name that would turn the text around"

# Looks.
run cpm-web --theme print "$data/score.csv"
is "$rc $(grep -c 'prefers-color-scheme' "$out") $(grep -c '#0072B2' "$out")" '0 0 3' \
    'paper has no dark side'
run cpm-web --theme high-contrast --dots "$data/compare.csv"
is "$rc $(grep -c 'prefers-color-scheme' "$out") $(grep -Ec '#0072B2|#949494' "$out")" '0 0 0' \
    'high contrast has its own colours'
run cpm-web --theme screen "$data/score.csv"
same "$out" "$data/score.svg" 'a screen is the usual'
run cpm-web --theme dark "$data/score.csv"
is "$rc" 2 'another look'
like "$err" "--theme takes screen, print or high-contrast, not 'dark'" 'is misuse'

# Many charts in one run, each in a file of its own.
cat >teams.csv <<'E'
team,axis,v
Kivu / Équipe 1,A,1
Kivu / Équipe 1,B,2
Kivu / Équipe 1,C,3
../up,A,5
"kivu, equipe 1",A,4
../up,B,5
../up,C,5
"kivu, equipe 1",B,4
"kivu, equipe 1",C,4
محلي,A,1
محلي,B,1
محلي,C,1
!!,A,2
!!,B,2
!!,C,2
E
split() { cpm-web --axis axis --value v --min 1 --max 5 --split team "$@"; }
run split teams.csv -o 'many/%s.svg'
is "$rc $(ls many | tr '\n' ' ')" \
    '0 chart.svg kivu-equipe-1-2.svg kivu-equipe-1.svg up.svg محلي.svg ' \
    'a file for each, none outside, none twice'
like many/kivu-equipe-1.svg '<title id="web-1-t">Kivu / Équipe 1</title>' 'called by its value'
like many/kivu-equipe-1-2.svg 'A: 4\. B: 4\. C: 4\.' 'with its own numbers'
run split --title Teams --dots teams.csv -o 'many/%s.svg'
like many/up.svg '<title id="web-2-t">Teams: ../up</title>' 'behind a title, its ids its own'
run split --text teams.csv -o 'many/%s.txt'
like many/up.txt '^A  ' 'in words too'
sed 's/^..\/up,B,5/..\/up,B,9/; /^!!,C/d' teams.csv >wrong.csv
run split wrong.csv -o 'none/%s.svg'
is "$rc $(ls none 2>/dev/null)" '1 ' 'one wrong value, and nothing is written'
like "$err" "wrong.csv:7: column 'v': off the scale" 'named by its line'
like "$err" 'wrong.csv:14: a web needs at least 3 axes, not 2' 'a wrong chart by its first'
printf 'team,axis,v\nx,A,1\nx,B,9\nx,C,2\ny,A,\ny,B,\ny,C,\n' >two.csv
run split two.csv -o 'none/%s.svg'
is "$(sed 's/ the scale.*//' "$err")" "cpm-web: two.csv:3: column 'v': off
cpm-web: two.csv:5: nothing to draw: no series has a value" 'every fault of every chart'
mkdir -p half/up.svg
run split teams.csv -o 'half/%s.svg'
is "$rc $(ls -A half)" '2 up.svg' 'where one cannot be written, none is'
like "$err" 'half/up\.svg is a folder, where a file shall be written' 'and which'
like "$err" 'hint: take it away, or give another place with -o' 'and what to do'
mkdir pipe device; mkfifo pipe/up.svg; ln -s /dev/full device/up.svg; echo kept >plain
for to in pipe device; do
	run timeout 20 cpm-web --axis axis --value v --min 1 --max 5 --split team teams.csv -o "$to/%s.svg"
	is "$rc $(ls -A $to)" '2 up.svg' "a $to is not replaced, and nothing is written beside it"
	like "$err" '(pipe/up\.svg|/dev/full) is a pipe or a device' 'which is said'
done
run split --lang fr teams.csv -o 'device/%s.svg'
like "$err" '/dev/full est un tube ou un périphérique.: de plusieurs fichiers, chacun' 'in French'
run split teams.csv -o 'plain/%s.svg'
is "$rc $(cat plain)" '2 kept' 'a file'
like "$err" "plain is no folder" 'holds none'
run split teams.csv -o 'no/such/%s.svg'
is "$rc $(ls no 2>/dev/null)" '2 ' 'two folders that are not there'
like "$err" "hint: only the last folder of a path is made: 'mkdir -p no/such' makes all" 'are a slip, perhaps'
run split teams.csv -o '/proc/self/%s.svg'
like "$err" 'no file can be made in the folder /proc/self: ' 'a folder that takes none'
if [ "$(id -u)" = 0 ]; then
	skip 'root may write anywhere'
else
	mkdir shut; chmod 555 shut
	run split teams.csv -o 'shut/%s.svg'
	like "$err" 'hint: give another place with -o' 'one that is shut'
fi
(ulimit -f 1; split --title "$(head -c 900 /dev/zero | tr '\0' x)" teams.csv -o 'tight/%s.svg') >"$out" 2>"$err"
is "$? $(ls -A tight)" '2 ' 'a full disk leaves nothing half'
printf 'a,v,t\nA,1,2\nB,2,x\n,3,2\nC,3,9\n' >aims.csv
run cpm-web --axis a --value v --target t --min 1 --max 5 aims.csv
is "$rc $(grep -vc hint: "$err")" '1 3' 'each fault beside a target is said once'
printf 'a,s,v,t\nA,x,,2\nB,x,,2\nC,x,,2\n' >aims.csv
run long --target t aims.csv
is "$rc" 1 'a target alone'
like "$err" 'nothing to draw: no series has a value' 'is nobody.s answer'
mkdir linked elsewhere
echo old >elsewhere/kept.svg; chmod 640 elsewhere/kept.svg
ln -s ../elsewhere/kept.svg linked/up.svg
run split teams.csv -o 'linked/%s.svg'
is "$rc $([ -L linked/up.svg ] && echo link) $(stat -c %a elsewhere/kept.svg) $(grep -c '</svg>' elsewhere/kept.svg)" \
    '0 link 640 1' 'a link is followed, and the mode kept'
is "$(ls -A linked elsewhere | grep -v svg$ | tr '\n' ' ')" 'elsewhere:  linked: ' 'without remains'
mkdir hand
run split --blank --paper A3 teams.csv -o 'hand/%s.svg'
is "$rc $(grep -c '<circle' hand/*.svg | cut -d: -f2 | tr '\n' ' ')$(cat hand/*.svg | grep -c 'width="297mm"')" \
    '0 15 15 15 15 15 5' 'blank ones to draw on, each on its sheet'
cat hand/*.svg | grep -o ' id="[^"]*"' | sort | uniq -d >twice.txt
empty twice.txt 'no id stands twice, were all of them in one page'
printf 'place,axis,v,aim\n' >places.csv
for name in 'Ba! ' 'ba?' ba-2 '"ba
"' "$(printf '\342\200\256gnp.\342\200\250x')" '🎉'; do
	printf '%s,%s,2,%s\n' "$name" A "${aim-3}" "$name" B '' "$name" C ''
	aim=
done >>places.csv
run cpm-web --axis axis --value v --min 1 --max 5 --split place --target aim places.csv -o 'places/%s.svg'
is "$rc $(ls places | tr '\n' ' ')" '0 ba-2-2.svg ba-2.svg ba-3.svg ba.svg chart.svg gnp-x.svg ' \
    'names that only signs tell apart, and signs that no name may hold'
is "$(grep -c "series 'aim' has no value yet and is left out" "$err") $(cat places/*.svg | grep -c '>aim</text>')" '5 1' \
    'a target that one of them has'
awk 'BEGIN { print "place,axis,v"; for (i = 0; i < 10000; i++) for (k = 0; k < 3; k++) print "p" i ",a" k ",1" }' >crowd.csv
mkdir stopped
cpm-web --axis axis --value v --min 1 --max 5 --split place crowd.csv -o 'stopped/%s.svg' 2>"$err" &
pid=$!
i=0
while [ -z "$(ls -A stopped)" ] && [ $((i += 1)) -lt 500 ]; do sleep .01; done
kill -TERM $pid
wait $pid
is "$? $(ls -A stopped)" '143 ' 'one that is stopped leaves nothing behind'
run split teams.csv -n -o 'dry/%s.svg'
is "$rc $(ls dry 2>/dev/null) $(grep -c 'would write dry/' "$err")" '0  5' '-n says what it would write'
run split teams.csv
is "$rc" 2 'without a place for the names'
like "$err" "--split takes -o with %s in the place of the name, as in -o 'web/%s\.svg'" 'it says how'
run split teams.csv -o 'x%s%s.svg'
is "$rc" 2 'one name a file'
run split teams.csv -o '%n%s.svg'
is "$rc" 2 'and nothing else'
run cpm-web --axis axis --value v --min 1 --max 5 --split place teams.csv -o '%s.svg'
like "$err" "teams.csv: no such column: 'place'" 'a column that is not there'

# A web to draw on by hand, with a table's axes or with none.
run cpm-web --blank --axes 8
is "$rc $(grep -c '>____________________</text>' "$out") $(grep -c '<circle' "$out")" '0 16 40' \
    'two lines to write each name on, and rings to tick'
unlike "$out" '<desc.*__' 'which nobody has to listen to'
like "$out" '<desc [^>]*>Scale from 1 to 5\. To draw on by hand, and to name: 8 axes\.<' 'but how many'
like "$out" 'width="210mm" height="297mm"' 'on A4'
like "$out" '@page web\{size:210mm 297mm;margin:0}:root#web\{page:web}' 'and one page of it, but not of a page it is put into'
cp "$out" blank.svg
run xmllint --noout blank.svg
is "$rc" 0 'well-formed'
run cpm-web --blank --paper a3 "$data/score.csv"
is "$rc $(grep -c '<circle' "$out") $(grep -c 'class="p"' "$out")" '0 30 0' 'no value of a table, but its axes'
like "$out" 'width="297mm" height="420mm"' 'on A3'
like "$out" '@page web\{size:297mm 420mm;margin:0}' 'and one page of that'
unlike "$data/score.svg" '@page' 'on a screen there are none'
like "$out" '>Money and means</text>' 'by their names'
printf 'id,label\nA,Aims\nB,Rules\nC,Money\n' >names.csv
run cpm-web --blank --axis label --min 0 --max 3 --step 1 names.csv
is "$rc $(grep -c '<circle' "$out")" '0 12' 'no values are needed'
run cpm-web --paper A4 "$data/score.csv"
like "$out" 'width="210mm" height="297mm"' 'any chart on a sheet of paper'
run cpm-web --blank --axes 2
is "$rc" 2 'two axes'
like "$err" "--axes takes a whole number from 3 to 24, not '2'" 'are no web'
run cpm-web --blank --axes 8 "$data/score.csv"
is "$rc" 2 'axes and a table'
like "$err" '--axes takes the place of a table' 'the one or the other'
run cpm-web --axes 8
like "$err" '--axes goes with --blank' 'axes alone'
run cpm-web --blank --dots "$data/score.csv"
like "$err" 'a blank web has neither dots nor text: --blank stands alone' 'blank dots'
run cpm-web --blank --paper letter --axes 5
like "$err" "--paper takes A4 or A3, not 'letter'" 'another paper'

# Who moves with whom.
cat >links.csv <<'E'
cycle,from,to,strength,from_label,to_label
C1,GOV,RES,3,Gouvernance,Argent
C1,RES,GOV,1,Argent,Gouvernance
C1,TEA,GOV,,Équipe,Gouvernance
E
run cpm-web --links --chosen 'GOV, equipe' links.csv
same "$out" "$data/links.svg" 'links, as they were looked at'
cp "$out" links.svg
run xmllint --noout links.svg
is "$rc $(grep -c '<g class="l">' links.svg)" '0 3' 'well-formed, an arrow each'
run cpm-web --links --lang fr --chosen GOV links.csv
like "$out" '>fil choisi<' 'the word for it in French'
like links.svg 'What moves with what\. Gouvernance moves: Argent \(strongly\)\. Argent moves: Gouvernance \(a little\)\. Équipe moves: Gouvernance \(clearly\)\. Chosen: Gouvernance, Équipe\.' \
    'in words inside'
unlike links.svg 'class="l" opacity' 'few links are not pale beside the chosen'
awk 'BEGIN { print "from,to"; for (i = 0; i < 12; i++) for (k = 1; k < 4; k++) print "T" i ",T" (i + k) % 12 }' >tangle.csv
run cpm-web --links --chosen T1,T2 tangle.csv
is "$(grep -c '<g class="l" opacity=".5">' "$out") $(grep -c '<g class="l">' "$out")" '30 6' 'many are'
run cpm-web --links --chosen T1,T2 --theme high-contrast tangle.csv
is "$(grep -c '<g class="l" opacity=".6">' "$out")" 30 'less so in high contrast'
run cpm-web --links tangle.csv
unlike "$out" 'class="l" opacity' 'nor where none is chosen'
run cpm-web --links --text --chosen GOV links.csv
is "$(cat "$out")" "$(printf 'What moves with what.\n\nGouvernance moves: Argent (strongly)\nArgent moves: Gouvernance (a little)\nÉquipe moves: Gouvernance (clearly)\n\nChosen: Gouvernance')" \
    'and in lines'
run cpm-web --links --text --lang fr --title 'Nos fils' links.csv
is "$(sed -n '1,4p' "$out")" "$(printf 'Nos fils\nCe qui bouge avec quoi.\n\n« Gouvernance » fait bouger : Argent (fortement)')" \
    'in French ones, with a title'
{ cat links.csv; echo C2,GOV,TEA,3,Gouvernance,Équipe; echo C2,RES,GOV,1,Argent,Gouvernance; } >cycles.csv
run cpm-web --links --text cycles.csv
is "$(sed 1,2d "$out")" "$(printf 'Gouvernance moves: Équipe (strongly)\nArgent moves: Gouvernance (a little)\nÉquipe moves nothing')" \
    'of several cycles the last one'
like "$err" "cycles.csv: the links of cycle 'C2' are drawn, those of others left out" 'which is said'
echo from,to,strength >none.csv
run cpm-web --links none.csv
is "$rc" 1 'a table without a link'
like "$err" 'nothing to draw: no line of values' 'is nothing to draw'
printf 'from,to,strength,from_label\nA,,,Aims\nB,,,\nC,B,1,\n' >alone.csv
run cpm-web --links --text alone.csv
is "$(sed 1,2d "$out")" "$(printf 'Aims moves nothing\nB moves nothing\nC moves: B (a little)')" 'threads in the order of their lines'
sed -i '/^C/d' alone.csv
run cpm-web --links alone.csv
is "$rc" 1 'threads without any link'
like "$err" 'nothing to draw: no thread moves another' 'are no picture'
run cpm-web --links --lang fr alone.csv
like "$err" 'rien à dessiner.: aucun fil n’en fait bouger un autre' 'in French'
printf 'from,to,strength\nA,,2\nA,B,4\nA,A,1\nB,A,2\nB,A,1\n,A,1\n' >odd.csv
run cpm-web --links odd.csv
is "$rc" 1 'odd links'
like "$err" "odd.csv:2: column 'to': a link needs a thread at both ends" 'to nowhere'
like "$err" "odd.csv:3: column 'strength': a strength is 1, 2 or 3, not '4'" 'too strong'
like "$err" "odd.csv:4: column 'to': a thread that moves itself" 'to itself'
like "$err" "odd.csv:6: column 'to': this link stands further up" 'twice'
like "$err" "odd.csv:7: column 'from': a link needs a thread at both ends" 'from nowhere'
run cpm-web --links --chosen GOV,PRO links.csv
like "$err" "links.csv: no such thread: 'PRO'" 'a thread that is not there'
like "$err" "hint: there are 'GOV' \\(Gouvernance\\), 'RES' \\(Argent\\), 'TEA' \\(Équipe\\)" 'and which are, as they are typed'
{ echo from,to; seq 24 | sed 's/.*/A,B&/'; } >many.csv
run cpm-web --links many.csv
like "$err" 'many.csv: a picture of links holds at most 24 threads, not 25' 'too many'
like "$err" 'hint: --text tells them in sentences, however many' 'for a picture'
run cpm-web --links --text --chosen B24 many.csv
is "$rc $(grep -c 'moves nothing$' "$out") $(tail -1 "$out")" '0 24 Chosen: B24' 'not for words, also of the last one'
{ echo from,to; seq 1000 | sed 's/.*/A,B&/'; } >crowd.csv
run cpm-web --links --text crowd.csv
is "$rc" 1 'a thousand and one'
like "$err" 'crowd.csv: more than 1000 threads: are these links\?' 'are something else'
run cpm-web --links any.csv
is "$rc" 2 'a table without links'
like "$err" "any.csv: no such column: 'from'" 'lacks its columns'
run cpm-web --chosen GOV links.csv
like "$err" '--chosen goes with --links' 'chosen of nothing'
run cpm-web --links --dots links.csv
like "$err" 'links are one picture: --links goes with --chosen, --text, --theme and --paper' 'dotted links'
run cpm-web --links --sort change links.csv
like "$err" 'links are one picture: --links goes with' 'links in an order'

# Small multiples, also of few.
run cpm-web --multiples "$data/score.csv"
is "$rc $(grep -c 'translate' "$out") $(grep -c 'font-size="15"' "$out")" '0 6 1' \
    'each series has its own web'

# Faults: all of them, with file, line and column.
cat >bad.csv <<'E'
a,s,v
A,x,6
B,x,abc
C,x,NaN
D,x,0
,x,3
A,x,2
A,y,
E
run long bad.csv
is "$rc" 1 'wrong data'
empty "$out" 'draws nothing'
like "$err" "bad.csv:2: column 'v': off the scale, which goes from 1 to 5: '6'" 'off the scale'
like "$err" "bad.csv:3: column 'v': not a number: 'abc'" 'not a number'
like "$err" "bad.csv:4: column 'v': not a number: 'NaN'" 'NaN'
like "$err" "bad.csv:5: column 'v': off the scale.*'0'" 'zero is off a scale from 1'
like "$err" "bad.csv:6: column 'a': an axis needs a name" 'no name'
like "$err" "bad.csv:7: column 'a': 'A' comes twice in series 'x', first on line 2" 'twice'
is "$(grep -vc hint: "$err") $(grep -c 'hint: a value is written 3 or 2.5 or 45 %; one that is missing is an empty cell or NA' "$err")" '6 1' 'and nothing more but how it is written, once'
printf 'a,v\nA,1\nB,2\nA,3\n' >twice.csv
run cpm-web --axis a --value v --min 1 --max 5 twice.csv
like "$err" "twice.csv:4: column 'a': 'A' comes twice, first on line 2" 'twice without series'
like "$err" 'hint: where a column tells them apart, such as who or when, --series names it' 'it says what is likely missing'
three 'B,y,' >silent.csv
run long silent.csv
is "$rc" 1 'a series without any value'
like "$err" "silent.csv: series 'y' has no value" 'is named'
printf 'a,s,v\nA,x,\nB,x,\nC,x,\n' >void.csv
run long void.csv
like "$err" 'nothing to draw: no series has a value' 'no value at all'
echo a,s,v >header.csv
run long header.csv
is "$rc" 1 'a header alone'
like "$err" 'header.csv: nothing to draw: no line of values' 'is nothing to draw'
run cpm-web --axis a --value v --min 1 --max 5 single.csv
is "$rc" 1 'one axis'
like "$err" 'a web needs at least 3 axes, not 1' 'is too few'
like "$err" 'hint: --dots draws them in lines, --text tells them' 'what to do'
{ echo a,v; seq 25 | sed 's/.*/A&,3/'; } >many.csv
run cpm-web --axis a --value v --min 1 --max 5 many.csv
is "$rc" 1 'twenty-five'
like "$err" 'a web holds at most 24 axes, not 25' 'are too many'
run cpm-web --blank --axis a --min 1 --max 5 many.csv
like "$err" 'hint: --split makes a sheet for each value of a column' 'paper has other ways'
unlike "$err" '--dots|--text' 'than a screen'
run cpm-web --lang fr --help
like "$out" '--sort ORDRE +change : les axes' 'a word to type is not translated'
run cpm-web --axis a --value v --min 1 --max 5 --text many.csv
is "$rc $(grep -c '  3$' "$out")" '0 25' 'for a picture'
{ echo a,v; head -c 1001 /dev/zero | tr '\0' x; printf ',1\nB,2\nC,3\nD,4\n'; } >huge.csv
run cpm-web --axis a --value v --min 1 --max 5 huge.csv
like "$err" "huge.csv:2: column 'a': longer than 1000 bytes" 'a huge label'
is "$rc" 1 'is wrong data'
sed 's/,1,7,2/,7,7,2/' own.csv >flat.csv
run cpm-web --axis a --value v flat.csv
like "$err" 'flat.csv:2: a scale cannot go from 7 to 7' 'a scale of one point'
sed 's/,1,7,2/,low,7,2/' own.csv >odd.csv
run cpm-web --axis a --value v odd.csv
like "$err" "odd.csv:2: column 'scale_min': not a number: 'low'" 'a scale of words'
printf 'a,v,a\nA,1,B\nB,2,C\nC,3,D\n' >both.csv
run cpm-web --axis a --value v --min 0 --max 5 both.csv
is "$rc" 1 'a column that is asked for and there twice'
like "$err" "both.csv:1: two columns are called 'a'" 'is neither of them'
printf 'n,A,A,B,C\nx,1,2,3,4\nx,1,2,3,4\n' >same.csv
run cpm-web --wide --min 0 --max 5 same.csv
like "$err" "same.csv:1: two columns are called 'A'" 'two columns of a name'
like "$err" "same.csv:3: column 'n': series 'x' comes twice, first on line 2" 'two lines of a name'

awk 'BEGIN { print "a,s,v"; for (s = 1; s <= 200; s++) for (a = 1; a <= 3; a++) print "A" a ",S" s "," 1 + (a + s) % 5 }' >series.csv
run long series.csv
is "$rc $(grep -c 'class="p"' "$out")" '0 600' 'two hundred series'
{ cat series.csv; echo A1,S201,3; } >crowd.csv
run long crowd.csv
is "$rc" 1 'two hundred and one'
like "$err" 'a picture holds at most 200 series, not 201' 'are too many for a picture'
like "$err" 'hint: --split draws a picture for each value of a column, --text tells any number of series' 'and what is to be done'
run long --text crowd.csv
is "$rc" 0 'not for words'

# The example of the manual, as it stands there.
awk '/cat scores.csv/ { at = 1; next } /\$ cpm-web/ { at = 0 } at' "$top/man/cpm-web.1" >scores.csv
awk '/^Our village/ { at = 1 } /^\.Ed/ { at = 0 } at' "$top/man/cpm-web.1" >want
run cpm-web --axis topic --series who --value score --min 1 --max 5 --title 'Our village' --text scores.csv
is "$(wc -l <scores.csv) $(wc -l <want)" '7 8' 'the manual has an example'
same "$out" want 'that is true'

# Empty rows below a spreadsheet's table.
printf ',,\n , ,\n' | cat scores.csv - >below.csv
run cpm-web --axis topic --series who --value score --min 1 --max 5 --title 'Our village' --text below.csv
same "$out" want 'empty rows are nothing'
printf 'from;to;strength\nA;B;\n;;\n' >below.csv
run cpm-web --links --text below.csv
is "$rc $(sed 1,2d "$out" | tr '\n' ' ')" '0 A moves: B (clearly) B moves nothing ' 'also among links'
run cpm-plan reach -f below.csv
is "$rc" 0 'and for cpm-plan'

# Misuse.
run long --title T any.csv more.csv
is "$rc" 2 'one file at a time'
run cpm-web -f any.csv more.csv
is "$rc" 2 'also with -f'
run cpm-web --axis topic --value v --min 1 --max 5 any.csv
is "$rc" 2 'no such column'
like "$err" "any.csv: no such column: 'topic'" 'is named'
like "$err" "hint: there are 'a', 's', 'v'" 'with those there are'
printf 'topic,score\nA,1\n' >names.csv
run cpm-web --axis topci --value v --min 1 --max 5 names.csv
like "$err" "did you mean 'topic'" 'or the nearest'
like "$err" "no such column: 'v'" 'all that are missing'
run cpm-web --min 1 --max 5 any.csv
is "$rc" 2 'an unknown table'
like "$err" 'any.csv: which columns\?' 'asks for its columns'
cat >itself.csv <<'X'
axis,series,value,low,high,target
Reach,Now,3,2,4,5
Means,Now,,,,4
Trust,Now,2,1,3,4
X
run cpm-web --text --min 1 --max 5 itself.csv
mv "$out" itself
run cpm-web --text --axis axis --series series --value value --low low \
    --high high --target target --min 1 --max 5 itself.csv
same "$out" itself 'columns called as the options are need no options'
like itself 'target 4' 'the target among them'
run cpm-web --text --axis axis --value value --min 1 --max 5 itself.csv
unlike "$out" 'target 4' 'but who names some names all'
sed 's/axis/Axis of it/' itself.csv >other.csv
run cpm-web --text --min 1 --max 5 other.csv
is "$rc" 2 'and half of them are not enough'
run cpm-web --axis a --value v any.csv
is "$rc" 2 'no scale'
like "$err" 'any.csv: no scale' 'is said'
like "$err" 'give --min and --max, and --step for the rings' 'with what to do'
run cpm-web --min 1 any.csv
like "$err" '--min and --max go together' 'half a scale'
run cpm-web --min 5 --max 1 any.csv
like "$err" '--min must be less than --max' 'a scale upside down'
run cpm-web --min 1 --max 5 --step 0 any.csv
like "$err" '--step must be more than 0' 'no step'
run cpm-web --min 1 --max 5000000000 any.csv
like "$err" 'a scale goes from -1000000000 to 1000000000 at most' 'a scale beyond all'
run cpm-web --axis a --value v --step 2000000000 own.csv
is "$rc" 2 'a step beyond all, of a scale in the table'
run cpm-web --min one --max 5 any.csv
is "$rc" 2 'a scale of words'
like "$err" "--min is not a number: 'one'" 'is misuse'
run cpm-web --wide --low s --high v --min 1 --max 5 any.csv
like "$err" '--wide takes all columns of numbers: leave out --low, --high and --people' '--wide and --low'
run cpm-web --wide --axis a --series s --min 1 --max 5 any.csv
like "$err" 'of a wide table a line is a series or an axis: either --series or --axis' 'both'
run cpm-web --axis a --value v --value s --min 1 --max 5 any.csv
like "$err" 'several --value are columns of a wide table: --wide --axis COL' 'two values of a long one'
run cpm-web nowhere.csv
is "$rc" 2 'no such file'
like "$err" 'nowhere.csv' 'is named'

# What cannot be written.
runin "$data/score.csv" sh -c 'cpm-web >/dev/full'
is "$rc" 2 'a full disk'
runin "$data/score.csv" sh -c 'cpm-web >&-'
is "$rc" 2 'a closed output'
echo old >kept.svg
run long bad.csv -o kept.svg
is "$(cat kept.svg)" old 'a fault leaves the old picture'
run cpm-web -o /dev/full/x.svg "$data/score.csv"
is "$rc" 2 'an impossible place'

# Help says what there is.
run cpm-web --help
is "$rc" 0 'help'

# The size that is promised: 8 axes, 3 series.
{ echo a,s,v
for s in agreed votes before; do
	for a in 'Purpose and shared values' 'Governance and rules' \
	    'People and volunteers' 'Money and means' 'Activities and services' \
	    'Partners and network' 'Voice and visibility' 'Learning and adapting'; do
		echo "$a,$s,$(( (${#a} + ${#s}) % 5 + 1 ))"
	done
done; } >eight.csv
run long eight.csv
[ "$(wc -c <"$out")" -le 8192 ]; ok $? 'at most 8 KB'

# Real tables.
if [ -d "$survey/surveys" ]; then
	run cpm-web --wide --min 0 --max 100 --step 20 "$survey/surveys/radar-18-axes.tsv"
	is "$rc $(grep -c '<circle class="p"' "$out") $(grep -c 'font-size="15"' "$out")" '0 180 1' \
	    '10 series of 18 axes in panels'
	cp "$out" radar.svg
	run xmllint --noout radar.svg
	is "$rc" 0 'well-formed'
else
	skip 'no radar table'; skip 'no radar table'
fi
if [ -d "$survey/surveys" ] && command -v perl >/dev/null; then
	# Quoted names may hold commas: take them as they stand, quotes and all.
	perl -ne 'if (/^(\d+),[A-Z]?,("(?:[^"]|"")*"|[^,]*),/ && !$s{$2}++ && $n++ < 24)
	    { print "$2,", 1 + ($1 % 5), "\n" }' \
	    "$survey/surveys/ifrc-components.csv" | { echo a,v; cat; } >ifrc.csv
	run cpm-web --axis a --value v --min 1 --max 5 ifrc.csv
	is "$rc $(grep -c '<circle class="p"' "$out")" '0 24' '24 components'
	cp "$out" ifrc.svg
	run xmllint --noout ifrc.svg
	is "$rc" 0 'well-formed'
	run rsvg-convert -o ifrc.png ifrc.svg
	is "$rc $(cat "$err")" '0 ' 'drawn without a warning'
else
	skip 'no components'; skip 'no components'; skip 'no components'
fi

# Strings that break others: as label, series name and title.
if [ -f "$survey/naughty-strings/blns.json" ] && command -v jq >/dev/null; then
	jq -r '[to_entries[] | select(.value | test("\\S")) |
	    select(.value | utf8bytelength <= 1000) | select(.value | explode | index(0) == null)]
	    | _nwise(20) | select(length >= 3)
	    | ((["a","s","v"] | @csv), (.[] | [.value, .value, 3] | @csv), "@")' \
	    "$survey/naughty-strings/blns.json" |
	    awk '/^@$/ { n++; next } { print > ("naughty" n + 0 ".csv") }'
	rc=0
	for f in naughty*.csv; do
		cpm-web --axis a --series s --value v --min 1 --max 5 \
		    --title "$(sed -n 2p "$f")" "$f" >"$f.svg" 2>"$f.err" || {
			grep -v 'comes twice\|an axis needs a name\|hint: an axis has one value' "$f.err" && rc=1
			continue
		}
		cpm-web --dots --axis a --series s --value v --min 1 --max 5 "$f" >"$f.dots.svg" || rc=1
		{ echo from,to; perl -CSD -0777 -ne 'my @n = /^("(?:[^"]|"")*"),"(?:[^"]|"")*",3$/mg;
		    print "$n[$_],$n[$_ - 1]\n" for 1 .. $#n' "$f" 2>/dev/null; } >links.csv
		cpm-web --links links.csv >"$f.links.svg" 2>>"$f.err" || rc=1
		for g in "$f.svg" "$f.dots.svg" "$f.links.svg"; do
			xmllint --noout "$g" || rc=1
			# As a parser sees it: escaped text may say what it likes.
			active=$(xmllint --xpath "count(//@*[local-name() = 'href' or starts-with(local-name(), 'on')] |
			    //*[not(contains(' svg title desc style g rect path line polyline polygon circle text tspan ', concat(' ', local-name(), ' ')))])" "$g")
			[ "$active" = 0 ] || { echo "# $g: $active active"; rc=1; }
		done
		cpm-web --axis a --series s --value v --min 1 --max 5 --text "$f" |
		    LC_ALL=C grep -q "$(printf '\033')" && rc=1
	done
	ok $rc 'naughty strings draw well-formed, inert pictures of every kind'
	n=$(ls naughty*.svg | wc -l)
	[ "$n" -ge 20 ]; ok $? "in $n charts"
else
	skip 'no naughty strings'; skip 'no naughty strings'
fi
done_testing
