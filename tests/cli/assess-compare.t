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

# --- every number follows from the published tables alone
cd ../f || exit 2
all() {
	for r in R1 R2 R3; do
		for v in tally score talk strengths priorities; do cpm-assess $v $r; done
		cpm-assess score $r --by criterion --groups --stats
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
	for v in 'score R1' 'compare R1 R2' 'talk R1' 'priorities R1' 'tally R1'; do
		strace -f -e trace=%file -o "$tmp/trace" cpm-assess $v >/dev/null 2>&1
		unlike "$tmp/trace" 'private/' "$v opens nothing private"
	done
	like "$tmp/trace" 'results\.csv' 'which was looked at'
else
	skip 'strace may not be used here'
fi

done_testing
