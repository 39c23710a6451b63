#!/bin/sh
# Two rounds with different frameworks; and where printed numbers come from.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

folder f
sheets 9 g1 2 A3=4 B1=NA >>"$answers"
publish
cpm-assess agree R1 A 2 -q
cpm-assess agree R1 B2 2 -q
# A1 says something else, A3 is no more, A4 is new; B stays.
sed -i 's/First aim/Another aim/; /^A3,/d' criteria.csv
echo A4,A,,,Fourth aim,Quatrième but >>criteria.csv
cpm-assess open R2 -q --date 2026-09-01
round=R2 sheets 10 g1 3 >>"$answers"
sed -i '/^R2,.*,A3,/d' "$answers"
for i in 10 11 12 13 14 15 16 17 18 19; do echo "R2,2026-09-01,p$i,g1,,A4,5,,"; done >>"$answers"
cpm-assess close R2 -q --date 2026-09-02
cpm-assess agree R2 A 3 -q
cpm-assess agree R2 B2 2.5 -q

cpm-assess compare R1 R2 --by criterion >"$out"
is "$(cut -d, -f3,6-14 "$out" | sed 1d)" 'agreed,A1,Another aim,,,,,,reworded,
agreed,A2,Second aim,,,,,,common,
agreed,A4,Fourth aim,,,,,,added,
agreed,B1,First bond,,,,,,common,
agreed,B2,Second bond,2,2.5,0.5,,,common,
agreed,B3,Third bond,,,,,,common,
agreed,A3,Third aim,,,,,,dropped,
all,A1,Another aim,2.0000,3.0000,1.0000,9,10,reworded,
all,A2,Second aim,2.0000,3.0000,1.0000,9,10,common,
all,A4,Fourth aim,,5.0000,,,10,added,
all,B1,First bond,,3.0,,,10,common,withheld
all,B2,Second bond,2.0000,3.0000,1.0000,9,10,common,
all,B3,Third bond,2.0000,3.0000,1.0000,9,10,common,
all,A3,Third aim,4.0000,,,9,,dropped,' 'common, reworded, added, dropped'
cpm-assess compare R1 R2 >"$out"
is "$(cut -d, -f3,5,8-14 "$out" | sed 1d)" 'agreed,A,2,3,1,,,reworded,
agreed,B,,,,,,common,
all,A,2.0000,3.0000,1.0000,,,reworded,rounded
all,B,2.0000,3.0000,1.0000,,,common,rounded' 'threads: over what both have and show'
cpm-assess compare R2 R1 >"$out"
like "$out" '^R2,R1,all,all votes,A,,Aims,3\.0000,2\.0000,-1\.0000,' 'in the other direction'
cpm-assess compare R1 R2 --groups >"$out"
is "$(grep -c ',g[123],.*withheld' "$out")" 6 'groups that are not shown say so'

# Another scale: nothing is set beside the old numbers.
echo ,6,Beyond >>scale.csv
cpm-assess open R3 -q --date 2026-12-01
round=R3 sheets 10 g1 6 A3=NA >>"$answers"
sed -i '/^R3,.*,A3,/d' "$answers"
cpm-assess close R3 -q --date 2026-12-02
cpm-assess compare R2 R3 --by criterion >"$out"
like "$out" '^R2,R3,all,all votes,B,B2,Second bond,,6\.0000,,,10,reworded,,1,6,1$' 'another scale has no change'
run cpm-assess compare R1 R9
is "$rc" 1 'a round that is none'
cpm-assess open R4 -q
run cpm-assess compare R1 R4
like "$err" "round 'R4' is still open" 'or still open'

# --- groups
folder g
sheets 5 g1 2 >>"$answers"
sheets 4 g2 4 >>"$answers"
publish --show groups
cpm-assess open R2 -q --show groups
round=R2 sheets 5 g1 3 >>"$answers"
round=R2 sheets 4 g2 4 >>"$answers"
cpm-assess close R2 -q
cpm-assess compare R1 R2 --groups >"$out"
is "$(cut -d, -f3,5,8-10,14 "$out" | sed 1d)" 'all,A,3.0000,3.5000,0.5000,rounded
all,B,3.0000,3.5000,0.5000,rounded
g1,A,2.0000,3.0000,1.0000,rounded
g1,B,2.0000,3.0000,1.0000,rounded
g2,A,4.0000,4.0000,0.0000,rounded
g2,B,4.0000,4.0000,0.0000,rounded
g3,A,,,,withheld
g3,B,,,,withheld' 'standpoints side by side'

# --- what is another question: a change of words in any language, of levels,
# of the scale's names; not a new translation, a hint or a weight
two() { # NAME SED-SCRIPT FILE: R1, the change, R2
	folder "$1"
	sed -i 's/^id,dimension,weight,reverse,label_en,label_fr$/&,hint_en/; s/^[AB][123],.*/&,/' criteria.csv
	sed -i '1s/$/,text_en,text_fr/; 2,$s/$/,,/' scale.csv
	printf '%s\n' 'A,1,,Nothing is written,Rien n’est écrit' 'A,5,,All is written,Tout est écrit' >>scale.csv
	sheets 9 g1 2 A1=4 >>"$answers"; publish
	sed -i "$2" "$3"
	cpm-assess open R2 -q --date 2026-09-01
	round=R2 sheets 9 g1 3 A1=5 >>"$answers"
	cpm-assess close R2 -q --date 2026-09-02
}
states() { cpm-assess compare R1 R2 "$@" | awk -F, '$3 == "all" { printf "%s%s=%s", n++ ? " " : "", $6 == "" ? $5 : $6, $13 }'; }
two w1 's/Premier but/Un autre but/' criteria.csv
is "$(states --by criterion)" 'A1=reworded A2=common A3=common B1=common B2=common B3=common' 'another label in the other language'
is "$(states)" 'A=reworded B=common' 'rewords its thread'
two w2 's/Rien n’est écrit/Presque rien n’est écrit/' scale.csv
is "$(states --by criterion)" 'A1=reworded A2=reworded A3=reworded B1=common B2=common B3=common' 'another level rewords what is scored by it'
is "$(states)" 'A=reworded B=common' 'and its thread'
two w3 's/^,4,Steady/,4,Solid/' scale.csv
is "$(states)" 'A=reworded B=reworded' 'another name of a score rewords all'
two w4 '1s/label_en,label_fr/label_en,label_fr/; s/,Aims,Buts/,Aims,Nos buts/' dimensions.csv
is "$(states) $(states --by criterion | grep -o reworded | wc -l)" 'A=reworded B=common 0' 'another name of a thread leaves its criteria'
two w5 's/^A1,A,,,First aim,Premier but,$/A1,A,,,First aim,Premier but,Look at the plan/' criteria.csv
is "$(states)" 'A=common B=common' 'a hint is no part of the question'
two w6 '1s/$/,label_es/; 2,$s/$/,Objetivo/' criteria.csv
is "$(states)" 'A=common B=common' 'nor is a new translation'
two w7 's/^A1,A,,,/A1,A,,yes,/' criteria.csv
is "$(states --by criterion)" 'A1=reworded A2=common A3=common B1=common B2=common B3=common' 'turned round it is another question'
two w8 's/^A1,A,/A1,B,/' criteria.csv
is "$(states --by criterion)" 'A2=common A3=common A1=reworded B1=common B2=common B3=common' 'and in another thread'
two w9 's/^A1,A,,/A1,A,4,/' criteria.csv
cpm-assess compare R1 R2 | grep ',all,' | cut -d, -f5,8-14 >"$out"
is "$(cat "$out")" 'A,3.3333,4.3333,1.0000,,,common,rounded weights
B,2.0000,3.0000,1.0000,9,9,common,' 'another weight: both sums with the present ones'
is "$(cpm-assess score R1 | grep ',all,.*,A,' | cut -d, -f10)" 2.6667 'which is not what score said'
cpm-assess compare R1 R2 --table >"$out"
like "$out" '^all votes +A +3\.33 +4\.33 +\+1 +present weights +Aims$' 'as a table says'
run sh -c 'cpm-assess compare R1 R2 | cpm-web --text'
is "$rc" 0 'and cpm-web reads it'

# --- groups that came, went, and stay
folder gg
sheets 5 g1 2 >>"$answers"; sheets 5 g2 3 >>"$answers"; publish --show groups
sed -i 's/^g2,.*/g4,self,,Staff,Salariés/' groups.csv
cpm-assess open R2 -q --show groups
round=R2 sheets 5 g1 3 >>"$answers"; round=R2 sheets 5 g4 4 >>"$answers"
cpm-assess close R2 -q
cpm-assess compare R1 R2 --groups | cut -d, -f3-5,8-10,13,14 >"$out"
is "$(grep '^g[24],.*,A,' "$out")" 'g4,Staff,A,,4.0000,,common,rounded
g2,Volunteers,A,3.0000,,,common,rounded' 'a group that came, and one that went'

# --- then, as seen today: shift, change, perceived change
back() { # NAME: R1, R2, and RR that looks back at R1
	folder "$1"
	sheets 9 g1 2 A1=4 >>"$answers"; publish
	cpm-assess agree R1 A 3 -q
	cpm-assess open R2 -q --date 2026-09-01
	round=R2 sheets 9 g1 4 >>"$answers"
	cpm-assess close R2 -q
	cpm-assess agree R2 A 4 --evidence minutes -q
}
then_() { cpm-assess open RR --kind retrospective --refers-to R1 -q --date 2026-09-03; }
three() { cpm-assess compare R1 R2 --then RR "$@" | cut -d, -f3,5,6,8-10,14,18-20; }
back t1; then_
round=RR sheets 9 g1 1 A1=3 >>"$answers"
run cpm-assess close RR
like "$err" 'next: cpm-assess compare R1 ROUND --then RR$' 'a look back is set beside, not agreed first'
cpm-assess agree RR A 2 -q
is "$(three | head -3)" 'group,dimension,criterion,before,now,delta,note,then,shift,perceived
agreed,A,,3,4,1,,2,-1,2
agreed,B,,,,,,,,' 'agreed: then, shift, perceived'
is "$(three | grep ^all)" 'all,A,,2.6667,4.0000,1.3333,,1.6667,-1.0000,2.3333
all,B,,2.0000,4.0000,2.0000,,1.0000,-1.0000,3.0000' 'votes'
is "$(three --by criterion | grep ',A1,' | tail -1)" all,A,A1,4.0000,4.0000,0.0000,,3.0000,-1.0000,1.0000 'by criterion'
is "$(cpm-assess compare R1 R2 | head -1 | tr , '\n' | tail -1)" scale_step 'unasked, the columns stay as they are'
cpm-assess compare R1 R2 --then RR --table >"$out"
like "$out" '^series +before +seen today +now +change +our eyes +change seen today +state +note +label$' 'as a table'
like "$out" '^all votes +B +2 +1 +4 +\+2 +-1 +\+3 +Bonds$' 'with signs'
NO_COLOR=1 script -qec 'cpm-assess compare R1 R2' /dev/null </dev/null | tr -d '\r' >"$out"
like "$out" '^cpm-assess: RR looks back at R1: --then RR sets it beside$' 'a person is told of it'
run cpm-assess compare R1 R2; empty "$err" 'a pipe is not'
run cpm-assess compare R1 R2 --then R2
is "$rc" 1 'a round that looks back at nothing'
like "$err" "^cpm-assess: round 'R2' does not look back at 'R1'$" 'is said'
run cpm-assess compare R2 R1 --then RR
like "$err" "round 'RR' does not look back at 'R2'" 'or at another'
cpm-assess score R1 >"$out"
like "$out" '^R1,all,all votes,A,,Aims,9,9,,2\.6667,' 'the baseline is what it was'
cpm-report round R2 >"$out" 2>"$err"
like "$out" '^\| Bonds +\| +2 \| +1 \| +4 \| +\+2 \| +−1 \| +\+3 \|$' 'the report has the three numbers'
like "$out" '^\| Aims +\| +3 \| +2 \| +4 \| +\+1 \| +−1 \| +\+2 \|$' 'of the agreed scores too'

# Only like with like: RR does not ask A1, and asks A4 beside.
back t2
sed -i '/^A1,/d' criteria.csv; echo A4,A,,,Fourth aim,Quatrième but >>criteria.csv
then_
round=RR sheets 9 g1 1 >>"$answers"; sed -i '/^RR,.*,A1,/d' "$answers"
for i in 19 20 21 22 23 24 25 26 27; do echo "RR,2026-09-03,p$i,g1,,A4,5,,"; done >>"$answers"
cpm-assess close RR -q
is "$(three | grep ^all,A)" all,A,,2.0000,4.0000,2.0000,rounded,1.0000,-1.0000,3.0000 'all three over what all three have'
is "$(three --by criterion | grep 'all,A,A[14]')" all,A,A1,4.0000,4.0000,0.0000,,,, 'a criterion it does not ask has no then'
is "$(cpm-assess compare R1 R2 --then RR --by criterion | grep -c ',A4,')" 0 'and one of its own is no axis'
# Nothing in common: the two stand as before, and nothing is said of then.
back t3
sed -i 's/^A\([123]\),/A\1x,/' criteria.csv; then_
round=RR sheets 9 g1 1 >>"$answers"; sed -i 's/^\(RR,.*\),A\([123]\),/\1,A\2x,/' "$answers"
cpm-assess close RR -q
is "$(three | grep ^all,A)" 'all,A,,2.6667,4.0000,1.3333,,,,' 'without a criterion in common'
# Another scale, or nothing published: nothing is set beside it.
back t4; echo ,6,Beyond >>scale.csv; then_
round=RR sheets 9 g1 1 >>"$answers"; cpm-assess close RR -q
is "$(three | grep ^all,A)" 'all,A,,2.6667,4.0000,1.3333,,,,' 'another scale'
back t5; then_; round=RR sheets 3 g1 1 >>"$answers"; cpm-assess close RR -q
is "$(three | grep ^all,A)" 'all,A,,2.6667,4.0000,1.3333,withheld,,,' 'too few'
cpm-report round R2 >"$out" 2>"$err"
unlike "$out" 'Where we come from' 'and nothing of it in the report'

# The scenario of an association: money and means 2.4 at the baseline, 1.9 as
# seen when the team looks again, 3.2 by then.  Twenty people.
folder c1
sed -i 's/^A,Aims,Buts/RES,Money and means,Argent et moyens/' dimensions.csv
sed -i 's/^A\([123]\),A,/A\1,RES,/' criteria.csv
mean() { # ROUND N LOW HIGH: the first N give LOW, the others of twenty HIGH
	round=$1 sheets "$2" g1 "$3" >>"$answers"
	round=$1 sheets $((20 - $2)) g1 "$4" >>"$answers"
}
cpm-assess open R1 -q --date 2026-01-17; mean R1 12 2 3; cpm-assess close R1 -q
cpm-assess open R2 -q --date 2026-08-22; mean R2 16 3 4; cpm-assess close R2 -q
cpm-assess open RR --kind retrospective --refers-to R1 -q --date 2026-08-22
mean RR 2 1 2; cpm-assess close RR -q
is "$(three | grep ^all,RES)" all,RES,,2.4000,3.2000,0.8000,,1.9000,-0.5000,1.3000 'shift -0.5, change +0.8, perceived +1.3'
cpm-report round R2 >"$out" 2>"$err"
like "$out" '^\| Money and means +\| +2\.4 \| +1\.9 \| +3\.2 \| +\+0\.8 \| +−0\.5 \| +\+1\.3 \|$' 'as the report says'
cpm-report round R2 --lang fr >"$out" 2>"$err"
like "$out" '^\| Argent et moyens +\| +2,4 \| +1,9 \| +3,2 \| +\+0,8 \| +−0,5 \| +\+1,3 \|$|2\.4 \| +1\.9 \| +3\.2' 'in French'

# --- every number follows from the published tables alone
cd ../f || exit 2
all() {
	for r in R1 R2 R3; do
		for v in tally score talk strengths priorities; do cpm-assess $v $r; done
		cpm-assess score $r --by criterion --groups --stats
		cpm-assess gaps $r; cpm-assess gaps $r --by criterion
	done
	cpm-assess compare R1 R2 --by criterion --groups
}
all >"$tmp/want" 2>&1
mv ../f.private ../gone
all >"$tmp/got" 2>&1
same "$tmp/got" "$tmp/want" 'without the private folder all is the same'
sed -i 's/Second aim/No aim at all/; s/^B,/Z,/' criteria.csv
all >"$tmp/got" 2>&1
same "$tmp/got" "$tmp/want" 'with another framework by now, too'
sed -i 's/^R1,A,,2,/R1,A,,2.5,/' agreed.csv
cpm-assess score R1 >"$out"
like "$out" '^R1,agreed,agreed,A,,Aims,,,,2\.5,' 'and an edited agreed score is what is shown'
mv ../gone ../f.private
if strace -o "$tmp/trace" -f true 2>/dev/null; then
	for v in 'score R1' 'compare R1 R2' 'talk R1' 'gaps R1' 'priorities R1' 'tally R1'; do
		strace -f -e trace=%file -o "$tmp/trace" cpm-assess $v >/dev/null 2>&1
		unlike "$tmp/trace" 'private/' "$v opens nothing private"
	done
	like "$tmp/trace" 'results\.csv' 'which was looked at'
else
	skip 'strace may not be used here'
fi

done_testing
