#!/bin/sh
# Ourselves and others; and an open round on its facilitator's own screen.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

gaps() { cpm-assess gaps "$@" 2>"$err" >"$out"; }
cells() { cut -d, -f2,3,5-11 "$out" | sed 1d; }
tty() { # COMMAND: at a terminal, its screen in $out
	NO_COLOR=1 script -qec "$1" /dev/null <"${2:-/dev/null}" >"$tmp/screen" 2>&1; rc=$?
	tr -d '\r' <"$tmp/screen" >"$out"
}

# --- gaps, by dimension: groups rounds
folder f
sed -i 's/^g2,self/g2,other/' groups.csv
echo g4,self,,Staff,Salariés >>groups.csv
sheets 5 g1 4 B1=2 B2=2 B3=2 >>"$answers"
sheets 4 g4 3 B1=2 B2=2 B3=2 >>"$answers"
sheets 4 g2 2 B1=3 B2=3 B3=3 >>"$answers"
sheets 3 g3 3 B1=4 B2=3 B3=3 >>"$answers"
publish --show groups
gaps R1
is "$(head -1 "$out")" round,dimension,criterion,label,self,others,gap,visible,note,self_groups,other_groups,scale_min,scale_max,scale_step 'the columns of gaps'
is "$(cells)" 'A,,3.5000,2.5000,1.0000,yes,rounded,g1 g4,g2 g3
B,,2.0000,3.2500,-1.2500,yes,rounded,g1 g4,g2 g3' 'the mean of the means of each side, as printed'
empty "$err" 'and nothing else to say'
gaps
is "$(cells | head -1)" A,,3.5000,2.5000,1.0000,yes,rounded,'g1 g4,g2 g3' 'of the latest round'
# The means are those that score prints: nothing else is read.
cpm-assess score R1 --groups | awk -F, '$4 == "A" && $2 ~ /^g[14]/ { s += $10; n++ }
	$4 == "A" && $2 ~ /^g[23]/ { o += $10; m++ } END { printf "%.4f,%.4f\n", s / n, o / m }' >"$tmp/awk"
is "$(cells | head -1 | cut -d, -f3,4)" "$(cat "$tmp/awk")" 'an independent sum says the same'
mv ../f.private ../gone; gaps R1
is "$(cells | wc -l)" 2 'without the private folder all is the same'
mv ../gone ../f.private
gaps R1 --by criterion
is "$(sed 1d "$out")" '' 'not by criterion'
like "$err" '^cpm-assess: R1 shows its groups by dimension only: leave out --by criterion$' 'which is said'
tty 'cpm-assess gaps R1'
like "$out" '^ +ourselves +others +gap +note +label$' 'at a terminal in words'
like "$out" '^A +3\.5 +2\.5 +\+1 +we see it higher +rounded +Aims$' 'we see it higher'
like "$out" '^B +2 +3\.25 +-1\.25 +others see it higher +rounded +Bonds$' 'others see it higher'
tty 'cpm-assess gaps R1 --lang fr'
like "$out" '^B +2 +3\.25 +-1\.25 +d’autres le voient plus haut +arrondi +Liens$' 'in French'
cpm-assess gaps R1 --json >"$out"
like "$out" '"self":3\.5000,"others":2\.5000,"gap":1\.0000,"visible":"yes"' 'JSON has numbers'
sh -c 'cpm-assess gaps R1 | cpm-web --text' >"$out" 2>"$err"
like "$out" '^Round R1' 'cpm-web reads it'
like "$out" '^Aims .*ourselves about 3\.5, others about 2\.5$' 'as two series'

cpm-report round R1 >"$out" 2>"$err"
like "$out" '^ +We see it higher: 3\.5, and the others 2\.5\.' 'the report tells of what is visible'
like "$out" '^ +The others see it higher: we 2, and they 3\.3\.' 'either way'
cpm-report round R1 --lang fr >"$out" 2>"$err"
like "$out" 'Nous le voyons plus haut.: 3\.5, et les autres 2\.5\.' 'in French'

# 3/16 of the range is 0.75 on five points: half a step is not visible.
sed -i 's/^R1,g1,A,,,,,4.0/R1,g1,A,,,,,3.0/' results.csv
gaps R1; is "$(cells | head -1)" 'A,,3.0000,2.5000,0.5000,no,rounded,g1 g4,g2 g3' 'half a step is no visible gap'
cpm-report round R1 >"$out" 2>"$err"
unlike "$out" 'We see it higher' 'and the report does not tell of it'
sed -i 's/^R1,g1,A,,,,,3.0/R1,g1,A,,,,,3.5/' results.csv
gaps R1; is "$(cells | head -1)" 'A,,3.2500,2.5000,0.7500,yes,rounded,g1 g4,g2 g3' 'three sixteenths are'

# --- one side is hidden
folder h
sheets 6 g1 4 >>"$answers"; sheets 5 g2 3 >>"$answers"; sheets 2 g3 1 >>"$answers"
publish --show groups
gaps R1
is "$(cells)" 'A,,4.0000,,,,withheld,g1,
B,,4.0000,,,,withheld,g1,' 'of a side that is not shown nothing is said'
like "$err" '^cpm-assess: R1 shows no gap: too few people on one side$' 'and why'

# --- few people, counts, one side, consensus
folder e; sheets 3 g1 3 >>"$answers"; publish
gaps R1
like "$err" 'R1 shows no gap: too few people on one side' 'under five'
is "$(cells | cut -d, -f3- | sort -u)" ',,,,withheld,,' 'all rows alike'
folder c; sheets 8 g1 3 >>"$answers"; sheets 8 g3 2 >>"$answers"; publish
gaps R1
like "$err" '^cpm-assess: R1 shows counts of everybody, and not one group on each side is large enough' 'counts, and groups too small'
folder s; sed -i 's/,other,/,self,/' groups.csv; sheets 9 g1 3 >>"$answers"; publish
gaps R1
is "$(cells)" '' 'no other side: no row'
like "$err" 'the groups of R1 do not have both sides: in groups\.csv, perspective says' 'and what to do'
folder k; cpm-assess open R1 --method consensus -q; cpm-assess agree R1 A 3 -q
gaps R1
like "$err" '^cpm-assess: R1 holds agreed scores only: no votes$' 'agreed is no standpoint'
run cpm-assess gaps R9; is "$rc" 1 'a round that is none'
run cpm-assess gaps --by group; is "$rc" 2 'by what'

# --- by criterion where groups publish counts: 15 and 15, or open votes
folder b; sheets 15 g1 4 A1=5 >>"$answers"; sheets 16 g3 3 A1=1 >>"$answers"; publish
gaps R1 --by criterion
is "$(cells | head -2)" 'A,A1,5.0000,1.0000,4.0000,yes,,g1,g3
A,A2,4.0000,3.0000,1.0000,yes,,g1,g3' 'exact where counts are shown'
sh -c 'cpm-assess gaps R1 --by criterion | cpm-web' >"$tmp/web.svg" 2>"$err"
is "$?$(xmllint --noout "$tmp/web.svg" 2>&1)" 0 'and cpm-web draws it'
sh -c 'cpm-assess gaps R1 --by criterion | cpm-web --dots' >"$tmp/dots.svg" 2>"$err"
is "$?$(xmllint --noout "$tmp/dots.svg" 2>&1)" 0 'as dots too'
gaps R1
is "$(cells | head -1)" 'A,,4.3333,2.3333,2.0000,yes,,g1,g3' 'by dimension too'
folder o; sheets 2 g1 4 >>"$answers"; sheets 1 g3 1 >>"$answers"; publish --votes open
gaps R1 --by criterion
is "$(cells | head -1)" 'A,A1,4.0000,1.0000,3.0000,yes,,g1,g3' 'votes by consent, at any number'

# --- a draft
folder d
echo g4,self,g1,Staff,Salariés >>groups.csv
cpm-assess open R1 -q --invited 'g1:5 g4:2 g2:6 g3:4'
sheets 5 g1 4 >>"$answers"; sheets 1 g4 4 >>"$answers"; sheets 4 g2 2 >>"$answers"; sheets 1 '' 3 >>"$answers"
find . ../d.private -type f -exec sha256sum {} + | sort >"$tmp/before"
run cpm-assess score --draft R1
is "$rc" 2 'a draft does not go into a file'
like "$err" "^cpm-assess: --draft is for the facilitator's eyes: a table at a terminal only$" 'and why'
empty "$out" 'nothing of it'
run sh -c 'cpm-assess score --draft | cat'
empty "$out" 'nor into a pipe'
tty 'cpm-assess score --draft -o draft.txt'
is "$rc" 2 'nor with -o'; [ ! -e draft.txt ]; ok $? 'nothing is there'
tty 'cpm-assess score --draft --csv'; is "$rc" 2 'nor as CSV'
tty 'cpm-assess score --draft --json'; is "$rc" 2 'nor as JSON'
tty 'cpm-assess score --draft R1 R2'; is "$rc" 2 'one round'
like "$out" 'takes one round of the folder' 'it says'
tty 'cpm-assess score --draft -f x'; is "$rc" 2 'and no file'
tty 'cpm-assess score --draft'
is "$rc" 0 'at a terminal'
is "$(head -1 "$out")" 'R1 is still open: this is not published, and it will change. For the facilitator alone.' 'first of all that'
like "$out" '^Board +6 +7$' 'sheets against invited, merged groups together'
like "$out" '^Volunteers +4 +6$' 'of each group'
like "$out" '^Partners +0 +4$' 'also of one that nobody came of'
like "$out" '^without a group +1 *$' 'and of none'
like "$out" '^together +11 +17$' 'together'
like "$out" '^all votes +A +11 +3\.18 ' 'and the scores under the policy'
tty 'cpm-assess score --draft --by criterion --groups'
like "$out" '^all votes +A1 +11 +3\.18 +2 +4 ' 'by criterion'
like "$out" '^Board +A1 +not shown ' 'a group is as hidden as it will be'
tty 'cpm-assess score --draft --lang fr'
like "$out" '^R1 est encore ouvert.: ceci n’est pas publié' 'in French'
like "$out" '^tous les votes +A +11' 'all of it'
find . ../d.private -type f -exec sha256sum {} + | sort >"$tmp/after"
same "$tmp/after" "$tmp/before" 'nothing was written'
# Under the policy: three sheets show nothing.
cpm-assess open R2 -q; round=R2 sheets 3 g1 5 >>"$answers"
tty 'cpm-assess score --draft R2'
like "$out" '^Board +3 *$' 'how many came is said'
unlike "$out" '^all votes.*[0-9]' 'what they say is not'
echo 'R2,2026-03-01,p1,g9,,A1,3,,' >>"$answers"
tty 'cpm-assess score --draft R2'
is "$rc" 1 'a fault in the sheets is said'
sed -i '$d' "$answers"
cpm-assess close R1 -q
tty 'cpm-assess score --draft R1'
is "$rc" 1 'a closed round has no draft'
like "$out" "round 'R1' is closed: what it published is cpm-assess score R1" 'it says where'
cpm-assess open R3 --method consensus -q
tty 'cpm-assess score --draft R3'
like "$out" "round 'R3' takes agreed scores only: there is nothing to count" 'nor has a consensus'
tty 'cpm-assess score --draft'
like "$out" '^R2 is still open' 'the latest that people answer'
mv ../d.private ../gone
tty 'cpm-assess score --draft R2'
is "$rc" 1 'without the private folder'
like "$out" "the votes of 'R2' are not on this computer: there is no " 'it says so'
mv ../gone ../d.private
cpm-assess close R2 -q
tty 'cpm-assess score --draft'
like "$out" 'no round is open' 'and that none is open'

# --- matched: who answered both, on the facilitator's screen
folder m
echo 'R1,2026-03-01,p99,g1,,A1,1,,' >>"$answers"
sheets 9 g1 2 A3=NA >>"$answers"; publish --votes open
cpm-assess agree R1 A 3 -q
cpm-assess open R2 -q --date 2026-09-01
sheet=3; round=R2 sheets 6 g1 4 B1= >>"$answers"	# p4 to p9
sheet=20; round=R2 sheets 9 g2 1 >>"$answers"		# and others
run cpm-assess compare R1 R2 --draft
is "$rc" 2 'a matched change goes into no file'
empty "$out" 'nothing of it'
tty 'cpm-assess compare R1 R2 --draft --csv'; is "$rc" 2 'nor as CSV'
tty 'cpm-assess compare R1 R2 --draft --then R1'; is "$rc" 2 'nor with a third round'
like "$out" 'draft and --then do not go together' 'which is said'
cksum ../m.private/* >"$tmp/before"
tty 'cpm-assess compare R1 R2 --draft --by criterion'
is "$rc" 0 'at a terminal'
is "$(head -1 "$out")" '6 people answered both R1 and R2 under one code: this is not published. For the facilitator alone.' 'how many'
like "$out" '^all votes +A1 +2 +4 +\+2 +rounded +First aim' 'what they gave, under the policy of six people'
like "$out" '^all votes +A3 +not shown +Third aim' 'not what they scored in one round only'
like "$out" '^all votes +B1 +not shown +First bond' 'the other way round'
unlike "$out" '^agreed' 'agreed scores are nobody’s'
tty 'cpm-assess compare R1 R2 --draft --lang fr'
like "$out" '^6 personnes ont répondu à R1 et à R2 sous un même code' 'in French'
cksum ../m.private/* >"$tmp/after"; same "$tmp/after" "$tmp/before" 'nothing is written'
sed -i '/^R2,.*,p[45],/d' "$answers"
tty 'cpm-assess compare R1 R2 --draft'
like "$out" '^4 people answered both' 'four'
unlike "$out" '^all votes.*[0-9]' 'show nothing, whatever was consented to'
sed -i '/^R2,.*,p[6789],/d' "$answers"
tty 'cpm-assess compare R1 R2 --draft'
like "$out" '^0 people answered both' 'nobody'
like "$out" 'codes stay the same where a map has a column of the respondent' 'and how it could be'
cpm-assess open R3 --method consensus -q
tty 'cpm-assess compare R1 R3 --draft'
is "$rc" 1 'without sheets'
like "$out" "round 'R3' has no sheets with codes" 'there is nothing to match'
tty 'cpm-assess compare R1 R9 --draft'; is "$rc" 1 'a round that is none'
mv ../m.private ../gone
tty 'cpm-assess compare R1 R2 --draft'
like "$out" "the votes of 'R1' are not on this computer" 'nor without the private folder'
mv ../gone ../m.private

done_testing
