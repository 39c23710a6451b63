#!/bin/sh
# How far sets of threads reach: against a brute force that shares nothing
# with the program, by hand, and as people and pipes read it.
. "${0%/*}/../lib.sh"
brute() { perl "$here/../reach.pl" "$@"; }

# --- every set of random webs: the same reach, order, ties and paths
#     SEED THREADS LINKS-A-THREAD
while read -r seed n per; do
	brute make "$seed" "$n" "$per" >links.csv
	run cpm-plan reach -f links.csv --top 100000 --json
	brute check links.csv 3 <"$out" >found 2>&1
	empty found "$n threads with $per links each ($seed): $(wc -l <"$out") sets"
done <<'X'
1 24 1
2 24 1.5
3 24 1.3
4 24 1.7
5 20 1.5
6 17 2
7 12 1.2
8 12 2.5
9 8 2
10 8 4
11 7 6
12 6 5
13 5 4
14 4 3
15 9 3
16 3 2
X
# One thread moves all that follow, along a chain of 23 links.
{ echo from,to,strength
  i=1; while [ $i -lt 24 ]; do echo "T$i,T$((i + 1)),$((i % 3 + 1))"; i=$((i + 1)); done
} >links.csv
run cpm-plan reach -f links.csv --top 100000 --json
brute check links.csv 3 <"$out" >found 2>&1
empty found 'a chain of 24 threads'
# A wrong number would be found.
sed 's/"reach": *3\./"reach":4./' "$out" | brute check links.csv 3 >found 2>&1
[ -s found ]; ok $? 'and the brute force would not agree with anything'

# --- 24 threads, each with links to all the others, in less than 50 ms
brute make 17 24 23 >links.csv
best=$(perl -MTime::HiRes=time -e '
	for (1 .. 9) { my $t = times_of(); system("cpm-plan reach -f links.csv >/dev/null") == 0 or die;
		$t = times_of() - $t; $best = $t if !defined $best || $t < $best }
	printf "%d\n", $best * 1000;
	sub times_of { my @t = times; $t[2] + $t[3] }')
case $(nm "$build/bin/cpm-plan" 2>/dev/null) in *__asan*) most=500;; *) most=50;; esac
[ "$best" -lt $most ]; ok $? "24 threads and 552 links in $best ms"

# --- in the folder
cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
run cpm-plan reach
is "$rc" 0 'without a link'
like "$err" 'nobody has said yet which thread moves with which \(cpm-plan link\)' 'it is said'
is "$(cat "$out")" 'rank,dimensions,labels,reach,of,note,why' 'and nothing is ranked'
for l in 'GOV TEA=3' 'TEA PRO=2' 'PRO BEN=3' 'RES BEN=1'; do cpm-plan link $l 2>/dev/null; done
# GOV moves TEA 1/2, PRO 1/6, BEN 1/12; PRO moves BEN 1/2; RES moves BEN 1/6.
# {GOV, RES, PRO}: 3 + 1/2 (TEA) + 1 - 11/12 * 5/6 * 1/2 (BEN) = 593/144.
run cpm-plan reach --of 'PRO, argent et moyens,gov'
is "$rc" 0 'one set, its threads typed as people do'
like "$out" '^[0-9]+,"GOV,RES,PRO",Governance; Money and means; Projects and daily work,4\.1181,8,,' 'as reckoned by hand'
like "$out" 'GOV > TEA 0\.5000; GOV > TEA > PRO > BEN 0\.0833; RES > BEN 0\.1667; PRO > BEN 0\.5000$' 'and by which paths'
r=$(sed -n '2s/,.*//p' "$out")
run cpm-plan reach --top 56
is "$(grep -n '^[0-9]*,"GOV,RES,PRO"' "$out" | sed 's/:.*//')" $((r + 1)) 'its rank is its place among all 56'
is "$(wc -l <"$out")" 57 'which are all there'
run cpm-plan reach --top 1
is "$(wc -l <"$out")" 2 '--top'
run cpm-plan reach
is "$(wc -l <"$out")" 6 'five without it'
run cpm-plan reach --table --top 1
like "$out" '^  1\.  .*: reach [0-9.]+ of 8' 'for people: the set and its reach'
like "$out" '^      Governance moves also: ' 'what each moves also'
like "$out" 'It is an aid after your own talk, never$' 'and that people choose'
run cpm-plan reach --of GOV,LEA --table
like "$out" 'Governance moves also: People and team \(strongly\); Projects and daily' 'words, not coefficients'
like "$out" 'work \(a little, by way of People and team\); Results for people served' 'by which way'
like "$out" '\(faintly, by way of People and team, Projects and daily work\)' 'however faint'
like "$out" 'Learning and change moves no other thread' 'or nothing'
unlike "$out" '0\.[0-9]' 'no number but the reach'
run cpm-plan reach --of GOV,LEA --table --lang fr
like "$out" '«.Gouvernance.» fait bouger aussi.: Équipe \(fortement\).; Projets' 'in French, a label as a name, which may be a plural'
like "$out" '«.Apprentissage et changement.» ne fait bouger' 'also one that moves none'
like "$out" 'jamais le choix' 'to the end'
# Ties: two webs alike.
printf 'from,to,strength\nA,B,3\nC,D,3\nE,F,3\nG,H,3\n' >twins.csv
run cpm-plan reach -f twins.csv --top 2
like "$out" '^1,"A,C,E",A; C; E,4\.5000,8,tied,' 'tied sets share a rank'
is "$(grep -c '^1,.*,tied,' "$out")" 2 'both'
run cpm-plan reach -f twins.csv --top 2 --table
like "$out" 'reach 4\.50 of 8 threads, tied' 'in words'
like "$out" '2 other sets reach as far as the last one here' 'and what --top left out is said'
run cpm-plan reach -f twins.csv --top 3 --table
like "$out" '1 other set reaches as far' 'one'
rm twins.csv
sed -i 's/^changes_per_cycle,.*/changes_per_cycle,2/' cpm.csv
run cpm-plan reach --top 1
like "$out" '^1,"[A-Z]*,[A-Z]*",' 'as many threads as changes a cycle takes'
for w in '--top 0' '--top x' '--of GOV --top 2'; do
	run cpm-plan reach $w
	is "$rc" 2 "misuse: $w"
done
run cpm-plan reach --of GOV,REZ
is "$rc" 1 'a thread that is not there'
like "$err" "no such thread: 'REZ'" 'is named'
like "$err" "did you mean 'RES'" 'with the nearest'
run cpm-plan reach --of ,
like "$err" '--of: no thread' 'nothing'
run cpm-plan reach --cycle C9
is "$rc" 1 'a cycle that is not there'
cd "$work" || exit 2

# --- files of anybody, outside any folder
printf '\357\273\277de;vers;force;from_label\r\nGouv;Argent;3;Gouvernance\r\nArgent;Équipe;;\r\n' >f.csv
run cpm-plan reach -f f.csv
is "$rc" 0 'a French file with semicolons'
like "$out" '^1,"Gouv,Argent,Équipe",Gouvernance; Argent; Équipe,3\.0000,3,,$' 'with its labels'
run cpm-plan reach -f - --of gouv <f.csv; runin f.csv cpm-plan reach -f - --of gouv
like "$out" 'Gouv > Argent 0\.5000; Gouv > Argent > Équipe 0\.1667' 'from standard input; a strength not said is 2'
printf 'cycle,from,to,strength\nC1,A,B,1\nC2,A,B,3\n' >two.csv
run cpm-plan reach -f two.csv
is "$rc" 1 'two cycles at once'
like "$err" 'two.csv:3: this link stands further up' 'are a fault'
like "$err" 'several cycles: --cycle CYCLE takes one' 'and what takes one is said'
run cpm-plan reach -f two.csv --cycle C2 --of A
like "$out" 'A > B 0\.5000' 'one of them is not'
printf 'from,to,strength\nA,A,1\nA,B,4\nA,,1\nB,A,1\nB,A,2\n' >bad.csv
run cpm-plan reach -f bad.csv
is "$rc" 1 'odd links'
like "$err" 'bad.csv:2: a thread that moves itself' 'to itself'
like "$err" "bad.csv:3: a strength is 1, 2 or 3, not '4'" 'too strong'
like "$err" 'bad.csv:4: a link needs a thread at both ends' 'to nowhere'
like "$err" 'bad.csv:6: this link stands further up' 'twice; all in one run'
empty "$out" 'and nothing is counted'
printf 'a,b\n1,2\n' >no.csv
run cpm-plan reach -f no.csv
like "$err" 'no links: columns from and to are needed' 'another table'
: >no.csv; run cpm-plan reach -f no.csv
is "$rc" 1 'an empty file'
run cpm-plan reach -f gone.csv
is "$rc" 2 'a file that is not there'
{ echo from,to; i=1; while [ $i -lt 120 ]; do echo "T$i,T$((i + 1))"; i=$((i + 1)); done; } >many.csv
run cpm-plan reach -f many.csv
is "$rc" 1 'more sets than can be tried'
like "$err" '3 of 120 threads: too many sets to try them all' 'is said'
run cpm-plan reach -f many.csv --of t1,T60
is "$rc" 0 'but one set can be asked about'
like "$out" '^[0-9]*,"T1,T60",' 'it can'
{ echo from,to; i=1; while [ $i -lt 1200 ]; do echo "T$i,T$((i + 1))"; i=$((i + 1)); done; } >odd.csv
run cpm-plan reach -f odd.csv --of T1
is "$rc" 1 'a file of something else'
like "$err" 'odd.csv:1001: more than 1000 threads: are these links\?' 'is said, and not computed'
done_testing
