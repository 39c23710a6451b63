#!/bin/sh
# Which thread moves with which: typed, asked for, listed, drawn; the rules
# on entry, and found again by cpm-check in files edited by hand.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
link() { run cpm-plan link "$@"; }

# --- typed
link
is "$rc" 0 'before anything is said'
is "$(cat "$out")" 'from,to,strength,from_label,to_label' 'nothing is listed'
like "$err" 'nobody has said yet which thread moves with which \(cpm-plan link\)' 'and that is said'
link RES LEA
is "$rc" 0 'a link'
empty "$out" 'prints no id: it has none'
like "$err" 'with Money and means moves Learning and change, clearly' 'says what was kept'
like links.csv '^,RES,LEA,2$' 'without a cycle, as none is open'
link 'argent et MOYENS' 'people and team=3'
is "$rc" 0 'threads by their labels, in either language'
like links.csv '^,RES,TEA,3$' 'with a strength'
cp links.csv before
link res tea lea
is "$rc" 0 'the same again'
like "$err" 'already so: with Money and means moves People and team, strongly' 'is said'
same links.csv before 'and changes nothing'
link RES TEA=1
like "$err" 'with Money and means moves People and team, a little' 'another strength'
like links.csv '^,RES,TEA,1$' 'takes the place of the first'
link --lang fr RES TEA=1
like "$err" 'ainsi.: avec «.Argent et moyens.» bouge «.Équipe.», un peu' 'labels are names in French, whose verb agrees with none'
is "$(grep -c RES links.csv)" 2 'in its row'
link RES GOV GOV=3
is "$(grep -c 'RES,GOV' links.csv)" 1 'one thread named twice is one link'
like "$err" "3 threads move with 'Money and means': which one or two move most\\?" 'a third is a remark, not a refusal'
printf ',TEAM,GOV,1\n' >>links.csv; cp dimensions.csv dims
sed '/^TEA,/{p;s/^TEA,/TEAM,/;s/People and team/Teams/;}' dims >dimensions.csv
link tea BEN=3
like links.csv '^,TEA,BEN,3$' 'an id that others begin with is itself'
mv dims dimensions.csv; sed -i '/TEAM/d' links.csv; link TEA BEN --remove
link G STR
like links.csv '^,GOV,STR,2$' 'the beginning of an id is enough'
link P BEN
is "$rc" 1 'the beginning of two is not'
link direction PARTNERS
like links.csv '^,STR,PAR,2$' 'so is the beginning of a label'
link --remove direction PARTNERS
unlike links.csv 'STR,PAR' 'there too'
cp links.csv before
link REZ GOV=4 RES=1 nothing=x
is "$rc" 1 'slips'
like "$err" "no such thread: 'REZ'" 'a thread that is not there'
like "$err" "did you mean 'RES'" 'with the nearest'
like "$err" "a strength is 1, 2 or 3, not '4'" 'a strength beyond the three'
like "$err" "no such thread: 'nothing'" 'all of them'
like "$err" 'there are STR \(Direction and identity\), GOV' 'or what there is'
link Gouvernence STR
like "$err" "did you mean 'Governance'" 'labels are near, too'
link RES RES
is "$rc" 1 'itself'
like "$err" 'a thread that moves itself' 'is refused'
same links.csv before 'and nothing was changed by any of them'
link RES BEN -n
same links.csv before 'nor by a dry run'
link RES GOV --remove
is "$rc" 0 'taken away'
like "$err" 'no longer: with Money and means moves Governance' 'said'
is "$(grep -c 'RES,GOV' links.csv)" 0 'gone'
link RES GOV --remove
is "$rc" 0 'again'
like "$err" 'already so: Governance does not move with Money and means' 'it is so already'
link GOV --remove; link GOV --remove
is "$rc $(grep -c '^,GOV' links.csv)" '0 0' 'all of a thread'
like "$err" 'already so: nothing moves with Governance' 'likewise'
for w in '--remove' '--list RES TEA' '--list --remove RES' '--cycle C1 RES TEA'; do
	link $w
	is "$rc" 2 "misuse: $w"
done

# --- listed and drawn
link PRO BEN=3; link BEN PAR
link
cat >want <<'X'
from,to,strength,from_label,to_label
STR,,,Direction and identity,
GOV,,,Governance,
RES,TEA,1,Money and means,People and team
RES,LEA,2,Money and means,Learning and change
TEA,,,People and team,
PRO,BEN,3,Projects and daily work,Results for people served
BEN,PAR,2,Results for people served,Partners and voice
PAR,,,Partners and voice,
LEA,,,Learning and change,
X
same "$out" want 'in the framework’s order, with those that move none'
link RES
is "$(sed 1d "$out" | cut -d, -f1 | sort -u)" RES 'of one thread'
link --lang fr
like "$out" '^RES,TEA,1,Argent et moyens,Équipe$' 'labels in French'
link --table
like "$out" '^when this thread moves +this one moves with it +how much$' 'a table for people'
like "$out" '^RES \(Money and means\) +LEA \(Learning and change\) +clearly$' 'in words'
cpm-plan link --json | jq -r .strength >"$tmp/j"
is "$(grep -vx null "$tmp/j" | tr '\n' ' ')" '1 2 3 2 ' 'JSON'
cpm-plan link | cpm-web --links --chosen RES,BEN >web.svg 2>"$err"
is "$?" 0 'cpm-web draws it'
run xmllint --noout web.svg; is "$rc" 0 'well'
like web.svg 'Money and means moves: People and team \(a little\), Learning and change \(clearly\)' 'with every link'
is "$(grep -o '<circle[^>]*r="[68]"' web.svg | wc -l) $(grep -c '>Governance</text>' web.svg)" '9 1' 'and every thread'
cpm-plan link | cpm-web --links --text >web.txt
is "$(sed '1,2d; s/ moves.*//' web.txt | tr '\n' ';')" \
    'Direction and identity;Governance;Money and means;People and team;Projects and daily work;Results for people served;Partners and voice;Learning and change;' \
    'in the order of the web'
cpm-plan link >of.csv
is "$(cpm-plan reach -f of.csv)" "$(cpm-plan reach)" 'and cpm-plan reach counts it as the folder'
link GOV
is "$(sed 1d "$out")" 'GOV,,,Governance,' 'one that moves none'
sed -i '1s/.*/cycle,de,vers,force/' links.csv
run cpm-web --links --text links.csv
like "$out" '^RES moves: LEA' 'cpm-web reads the file itself, in French too'
sed -i '1s/.*/cycle,from,to,strength/' links.csv
rm web.svg web.txt of.csv before want

# --- cycles
cpm-plan cycle open --objective o 2>"$err" >/dev/null
like "$err" 'the links that were said before are now of C1' 'opening a cycle takes them into it'
is "$(grep -c '^C1,' links.csv)" 4 'all'
is "$(cpm-plan link | grep -c ',[123],')" 4 'they hold in it'
echo ',STR,GOV,3' >>links.csv; echo ',RES,TEA,3' >>links.csv
link
like "$out" '^STR,GOV,3,' 'one that came without a cycle holds too'
like "$out" '^RES,TEA,1,' 'unless the cycle says otherwise'
run cpm-check
is "$rc" 0 'and that is no fault'
sed -i '/^,/d' links.csv
sed -i 's/,plan$/,closed/' cycles.csv
cpm-plan cycle open --objective p >/dev/null 2>&1
link
is "$(wc -l <"$out")" 1 'a new cycle begins anew'
like "$err" 'nobody has said yet in this cycle .*; what was said in C1: --cycle C1' 'and says where the old links are'
link --cycle c1
is "$(grep -c ',[123],' "$out")" 4 'there they are'
link RES LEA=3
is "$(grep -c 'RES,LEA' links.csv)" 2 'the same two threads in two cycles'
run cpm-plan reach --cycle C1 --of RES
like "$out" 'RES > LEA 0\.3333' 'each with its own strength'
run cpm-plan reach --of RES
like "$out" 'RES > LEA 0\.5000' 'this one now'
link --cycle C7
is "$rc" 1 'a cycle that is not there'

# --- by hand, and cpm-check
hand() { cp links.csv kept; printf '%b\n' "$1" >>links.csv; run cpm-check; cp kept links.csv; }
n=$(($(wc -l <links.csv) + 1))
is "$(cpm-check 2>&1 | grep -c links.csv)" 0 'the folder as it should be'
hand 'C2,RES,XXX,1'
is "$rc" 1 'a thread that is not there'
like "$err" "links.csv:$n: column 'to': refers to nothing that is there: 'XXX'" '  at its line'
hand 'C9,RES,TEA,1'
like "$err" "links.csv:$n: column 'cycle': refers to nothing" 'a cycle that is not there'
hand 'C2,RES,TEA,4'
like "$err" "links.csv:$n: column 'strength': .*'4'" 'a strength beyond the three'
run cpm-check
hand 'C2,RES,RES,2'
like "$err" "links.csv:$n: column 'to': a thread that moves itself" 'itself'
hand 'C2,RES,LEA,1'
like "$err" "links.csv:$n: " 'twice'
hand 'C2,RES,,1'
like "$err" "links.csv:$n: column 'to': may not be empty" 'to nowhere'
hand 'C2,GOV,TEA,'
is "$(grep -c links.csv "$err")" 0 'without a strength'
echo 'C2,GOV,TEA,' >>links.csv
link GOV
like "$out" '^GOV,TEA,2,' 'it counts as clearly'
sed -i 's/cycle,from,to,strength/cycle;de;vers;force/; s/,/;/g' links.csv
link TEA GOV
is "$rc" 0 'French headers and semicolons'
like links.csv '^C2;TEA;GOV;2$' 'are kept'

# --- two clones say their links, and git brings them together
sed -i 's/cycle;de;vers;force/cycle,from,to,strength/; s/;/,/g' links.csv
git add -A >/dev/null 2>&1; git commit -qm a
git branch -q other
link STR GOV; git commit -qam b
git checkout -q other
link LEA STR=1; git commit -qam c
git merge -q master >/dev/null 2>&1 || git merge -q main >/dev/null 2>&1 || git merge -q '@{-1}' >/dev/null 2>&1
sed -i '/^[<=>]\{7\}/d' links.csv
is "$(cpm-plan link 2>/dev/null | grep -c 'STR')" 2 'both are there'

# --- asked, thread by thread, and nobody is locked out meanwhile
command -v script >/dev/null || { done_testing; exit; }
rm links.csv
typed() {
	printf "$1" >"$tmp/answers"; shift
	TERM=dumb script -qec "$*" /dev/null <"$tmp/answers" >"$out" 2>&1; rc=$?
}
typed '\nLEA, people and team=3\nMoney and meens\nmoney and means\nGOV\nGOV PRO\nTEA XXX\n\n\n\n\n-\n' cpm-plan link
is "$rc" 0 'asked'
like "$out" 'Governance: which one or two move with it\?' 'thread by thread'
like "$out" 'Nothing is a fine answer' 'nothing is an answer'
like links.csv '^C2,GOV,LEA,2$' 'a thread'
like links.csv '^C2,GOV,TEA,3$' 'another, with a strength, by its label'
like "$out" 'not understood: Money and meens' 'a slip'
like "$out" "did you mean 'Money and means'" 'gets the nearest'
like "$out" 'a thread that moves itself' 'the thread itself'
like links.csv '^C2,RES,GOV,2$' 'is asked again'
like links.csv '^C2,TEA,GOV,2$' 'several without a comma'
like "$out" 'not understood: TEA XXX' 'all or nothing of an answer'
typed 'PRO=1\n' cpm-plan link GOV
like "$out" '\(so far TEA=3, LEA=2\)' 'what was said is shown'
is "$(grep -c '^C2,GOV' links.csv)" 3 'an answer adds to it'
typed '\055\n' cpm-plan link GOV
is "$(grep -c '^C2,GOV' links.csv)" 0 'and - takes it all away'
typed '\004' cpm-plan link
is "$rc" 0 'control-D at once'
typed 'RES\n\004' cpm-plan link
like links.csv '^C2,STR,RES,2$' 'what was said before control-D is kept'
typed '\n' cpm-plan link STR --lang fr
like "$out" 'Cap et identité.: lesquels bougent avec .un ou deux.' 'in French'
typed '' cpm-plan link --list
like "$out" 'when this thread moves' '--list at a terminal lists'
typed '' 'cpm-plan link | cat'
like "$out" '^from,to,strength' 'and so does a pipe'
typed '' cpm-plan link NNN
like "$out" "no such thread: 'NNN'" 'a thread that is not there is not asked about'
mkfifo "$tmp/slow"
( TERM=dumb script -qec 'cpm-plan link' /dev/null <"$tmp/slow" >"$tmp/o" 2>&1 ) &
job=$!
exec 9>"$tmp/slow"
i=0
while ! grep -q 'identity: which' "$tmp/o" 2>/dev/null && [ $i -lt 100 ]; do sleep 0.1; i=$((i + 1)); done
run cpm-plan propose 'Another'
is "$rc" 0 'another can write while one is being asked'
exec 9>&-
wait $job
done_testing
