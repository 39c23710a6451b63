#!/bin/sh
# Every example of cpm-arithmetic(7) is typed in, and says what the page says;
# and each number of them from counts is computed a second time, otherwise.
. "${0%/*}/../lib.sh"
. "$here/../stat.sh"
page=$top/man/cpm-arithmetic.7

# The examples: a command begins with "$ ", goes on with "> "; the lines below
# are what it prints.  One shell runs them all, from an empty folder.
mkdir "$tmp/x"
perl -ne '
	chomp;
	if (/^\.S[hs] (.*)/) { $head = $1 }
	if (/^\.Bd -literal/) { $in = 1; next }
	$in = 0 if /^\.Ed/;
	next unless $in;
	s/^\\&//; s/\\e/\\/g;
	if (/^\$ (.*)/) {
		$n++;
		print "exec >'"$tmp/x"'/got.$n 2>&3\n$1\n";
		open W, ">'"$tmp/x"'/want.$n"; open H, ">'"$tmp/x"'/name.$n";
		print H "$head\n"; close H;
	} elsif (/^> (.*)/) { print "$1\n" }
	else { print W "$_\n" }
' "$page" >"$tmp/script"
sh -u "$tmp/script" 3>"$tmp/said" </dev/null; rc=$?
is "$rc" 0 'the last of them is done'
empty "$tmp/said" 'and nothing is said beside what stands there'
n=$(ls "$tmp/x"/want.* | wc -l)
[ "$n" -ge 40 ]; ok $? "there are $n of them"
i=0
while [ $i -lt "$n" ]; do
	i=$((i + 1))
	same "$tmp/x/got.$i" "$tmp/x/want.$i" "$(cat "$tmp/x/name.$i"): $(grep -c . "$tmp/x/want.$i") lines"
done
# No formula without an example that prints something.
for w in "$tmp"/x/want.*; do
	[ -s "$w" ] && cat "$tmp/x/name.${w##*.}"
done | sort -u >"$tmp/shown"
sed -n 's/^\.Ss //p' "$page" | sort -u | comm -23 - "$tmp/shown" >"$tmp/found"
empty "$tmp/found" 'every formula has an example'

# Published and worked values, each from the commands and from awk: mean,
# median, sd, A (by the layers' triples, as the page tells), r_wg, AD.
ours() { # K COUNTS...
	{ echo criterion,score
	  i=0; for c in $2; do i=$((i + 1)); [ "$c" -gt 0 ] && yes "Q,$i" | head -n "$c"; done
	} | cpm-assess tally --raw -f - |
	    cpm-assess score -f - --scale "1-$1" --no-policy --stats | sed 1d | cut -d, -f10-12,15,21,22
}
a() { ours "$@" | cut -d, -f4; }
is "$(a 7 '30 40 210 130 530 50 10')" 0.6113 'A, published: 0.6113'
is "$(a 4 '2 0 0 2') $(a 4 '2 0 1 1')" '-1.0000 0.0833' 'A, published: -1 and 0.0833'
is "$(ours 5 '0 1 4 2 0')" 3.1429,3,0.6901,0.7143,0.7619,0.4898 'worked: 5/7, 0.7619, 0.4898'
is "$(a 5 '0 3 1 3 0')" 0.3095 'A, worked: 13/42'
is "$(ours 5 '2 2 0 2 1' | cut -d, -f4,5)" -0.0317,0.0000 'A and r_wg, worked: -2/63 and 0'
is "$(a 5 '3 0 0 0 3')" -1.0000 'A, worked: -1'
for c in '5 0 1 4 2 0' '5 0 3 1 3 0' '5 2 2 0 2 1' '5 3 0 0 0 3' '7 30 40 210 130 530 50 10' \
    '4 2 0 1 1' '5 1 2 3 4 5' '6 7 0 3 0 0 11' '9 1 0 2 0 3 0 2 0 1' '5 9 9 9 9 9' '3 5 0 4' '5 0 0 0 12 0'; do
	is "$(ours "${c%% *}" "${c#* }")" "$(stat "${c%% *}" "${c#* }")" "awk says the same of $c"
done

done_testing
