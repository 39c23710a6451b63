#!/bin/sh
# Talk, strengths, priorities: how ties are broken; remarks on agreed scores.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

col() { # COLUMNS of the listing, in one line
	cut -d, -f"$1" "$out" | sed 1d | tr '\n' ' ' | sed 's/ $//'
}

# --- talk: apart, mixed, shared; by rising A; ties in the framework's order
# Half at 1 and half at 5 is apart on A2 and B1; B3 and A1 are less so, alike.
folder f
sheets 5 g1 1 A1=2 A3=3 B2=3 B3=2 >>"$answers"
sheets 5 g1 5 A1=4 A3=3 B2=3 B3=4 >>"$answers"
publish
cpm-assess talk R1 >"$out"
is "$(col 3,5,6)" 'A2,apart,-1.0000 B1,apart,-1.0000 A1,apart,0.1667 B3,apart,0.1667 A3,shared,1.0000 B2,shared,1.0000' 'talk: ties in the order of the framework'
sed -i 's/^id,dimension,/&order,/; s/^\([AB][123]\),\([AB]\),/\1,\2,,/; s/^B1,B,,/B1,B,1,/; s/^A2,A,,/A2,A,9,/' criteria.csv
cpm-assess open R2 -q; sed -n 's/^R1,/R2,/p' "$answers" >"$tmp/more"; cat "$tmp/more" >>"$answers"
sed -i 's/^\(R2,[^,]*\),p/\1,q/' "$answers"; cpm-assess close R2 -q
cpm-assess talk R2 --top 4 >"$out"
is "$(col 3)" 'A2 B1 A1 B3' 'threads come before their criteria, whatever the order column of another thread'
# Where no A is published the word alone orders, and the framework in it.
folder g
sheets 3 g1 1 A1=3 A3=3 B2=3 B3=3 >>"$answers"; sheets 3 g1 5 A1=3 A3=3 B2=3 B3=3 >>"$answers"
publish
cpm-assess talk R1 >"$out"
is "$(col 3,5,6)" 'A2,apart, B1,apart, A1,shared, A3,shared, B2,shared, B3,shared,' 'talk without A'

# --- strengths and priorities
# By share of the range: B has a scale of 0 to 10, A of 1 to 5.
folder s
for i in 0 1 2 3 4 5 6 7 8 9 10; do echo "B,$i,$i"; done >>scale.csv
sheets 9 g1 3 A2=5 A3=1 B1=5 B2=10 B3=0 >>"$answers"
publish
cpm-assess strengths R1 --top 6 >"$out"
is "$(col 4,6,7)" 'A2,5.0000,votes B2,10.0000,votes A1,3.0000,votes B1,5.0000,votes A3,1.0000,votes B3,0.0000,votes' 'strengths: by share of the range, ties in the order of the framework'
cpm-assess priorities R1 --top 6 | grep ^priority >"$tmp/p"; { echo; cat "$tmp/p"; } >"$out"
is "$(col 4)" 'A3 B3 A1 B1 A2 B2' 'priorities: the other way round, ties in the same order'
cpm-assess priorities R1 >"$out"
is "$(col 1,4)" 'strength,A2 strength,B2 strength,A1 priority,A3 priority,B3 priority,B1' 'half and half: a tie is in one of them only'
cpm-assess agree R1 A1 4.5 -q --evidence x; cpm-assess agree R1 B1 1 -q
cpm-assess strengths R1 --top 3 >"$out"
is "$(col 4,6,7)" 'A2,5.0000,votes B2,10.0000,votes A1,4.5,agreed' 'the agreed score goes before the votes'
cpm-assess finding R1 --type strength B 'We meet' -q; cpm-assess finding R1 --type strength A 'We plan' -q
cpm-assess finding R1 --type need B 'A room' -q
cpm-assess priorities R1 --top 1 >"$out"
is "$(col 1,3,5,7)" 'strength,B,We meet,finding strength,A,We plan,finding strength,A,Second aim,votes priority,B,A room,finding priority,A,Third aim,votes' 'findings first, as they were noted; strengths before priorities'
# A thread stands for its criteria only where none of these has a value.
folder t; cpm-assess open R1 --method consensus -q
cpm-assess agree R1 A 4 -q --evidence x; cpm-assess agree R1 B2 4 -q --evidence x; cpm-assess agree R1 B 1 -q
cpm-assess strengths R1 --top 9 >"$out"
is "$(col 3,4,6)" 'A,,4 B,B2,4' 'a thread for its criteria'

# --- remarks: with the score, in the listing and the report; of medians that
# are published and no others
folder r
sheets 9 g1 2 B1=4 >>"$answers"; publish
run cpm-assess agree R1 A1 4
like "$err" 'a high score without evidence' 'high without evidence'
like "$err" 'two steps or more from the middle vote \(2\)' 'and far from the middle vote'
run cpm-assess agree R1 A2 3.5; unlike "$err" 'warning' 'a step and a half is near'
run cpm-assess agree R1 B1 4; like "$err" 'a high score without evidence' 'B1'
unlike "$err" 'two steps' 'is not far'
run cpm-assess agree R1 A 5 --evidence minutes; unlike "$err" 'warning' 'of a thread there is no middle vote'
cpm-assess score R1 --by criterion --table >"$out"
like "$out" '^agreed +A1 +4 +far from the votes +First aim$' 'the listing says the same'
like "$out" '^agreed +A2 +3\.5 +Second aim$' 'or nothing'
like "$out" '^agreed +B1 +4 +without evidence +First bond$' 'or what is missing'
cpm-assess score R1 --by criterion >"$out"
like "$out" '^R1,agreed,agreed,A,A1,First aim,,,,4,,,,,,,,1,5,1$' 'CSV stays as it is'
cpm-report round R1 >"$out" 2>"$err"
like "$out" '^\| First aim +\| +4 .*The middle vote was 2: what has the talk brought\?' 'the report asks'
like "$out" '^\| First bond +\| +4 .*A high score: what shows it\?' 'both'
cpm-report round R1 --text >"$out" 2>"$err"
is "$(tr '\n' ' ' <"$out" | grep -c 'The  *middle  *vote  *was  *2: *what  *has  *the  *talk  *brought?')" 1 'for those who listen too'
folder q
sheets 7 g1 2 >>"$answers"; publish
run cpm-assess agree R1 A1 5 --evidence minutes
unlike "$err" 'two steps' 'where no counts are published nothing is said of a middle vote'
cpm-assess score R1 --by criterion --table >"$out"
unlike "$out" 'far from' 'nor in the listing'
cpm-report round R1 >"$out" 2>"$err"
unlike "$out" 'middle vote' 'nor in the report'

done_testing
