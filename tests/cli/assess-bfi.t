#!/bin/sh
# Real people: 2,800 sheets of a public survey, from the export to the scores,
# each number against an independent computation.
. "${0%/*}/../lib.sh"
. "$here/../stat.sh"

bfi=$survey/surveys/bfi.csv
if [ ! -e "$bfi" ]; then skip 'no survey file here'; done_testing; exit 0; fi

mkdir pack
{ echo key,value; echo schema,1; echo title,Bench; echo lang,en; echo langs,en; } >pack/cpm.csv
{ echo id,kind,label_en; for d in A C E N O; do echo "$d,functioning,Dimension $d"; done; } >pack/dimensions.csv
{ echo id,dimension,label_en
  for d in A C E N O; do for i in 1 2 3 4 5; do echo "$d$i,$d,Statement $d$i"; done; done; } >pack/criteria.csv
{ echo dimension,value,label_en; for i in 1 2 3 4 5 6; do echo ",$i,$i"; done; } >pack/scale.csv
printf '%s\n' id,perspective,label_en 1,self,One 2,self,Two >pack/groups.csv
{ echo column,field,criterion,reverse,scores; echo rownames,id,,,
  for d in A C E N O; do for i in 1 2 3 4 5; do echo "$d$i,score,$d$i,,"; done; done
  echo gender,group,,,; echo education,ignore,,,; echo age,ignore,,,; } >map.csv

run cpm-init --pack pack garden
is "$rc" 0 'a folder from a pack'
cd garden || exit 2
cpm-assess open R1 -q
run cpm-assess import --round R1 --map ../map.csv "$bfi"
is "$rc" 0 '2,800 sheets come in'
is "$(cut -d, -f3 ../garden.private/responses.csv | sed 1d | sort -u | wc -l)" 2800 'each once'
run cpm-assess close R1
is "$rc" 0 'and are published'
cpm-assess score R1 --by criterion --groups --csv >"$tmp/scores"
grep '^R1,all,' "$tmp/scores" | cut -d, -f5,7 >"$tmp/n"
like "$tmp/scores" '^R1,all,all votes,A,A1,Statement A1,2784,2784,16,2\.4134,' 'A1: n 2784, 16 blanks, mean 2.4134'
like "$tmp/scores" '^R1,all,all votes,N,N4,Statement N4,2764,2764,36,3\.1856,' 'N4: n 2764, mean 3.1856'

# n, no answer, mean, median, sd, low, high by item and group, in awk.
awk -F, '
NR == 1 { for (i = 1; i <= NF; i++) { h[i] = $i; if ($i == "gender") g = i }; next }
{ size["all"]++; size[$g]++
  for (i = 2; i <= 26; i++) if ($i != "") { c["all", i, $i]++; c[$g, i, $i]++ } }
END {
	split("all 1 2", who, " ")
	for (w = 1; w <= 3; w++) for (i = 2; i <= 26; i++) {
		n = s = q = 0; lo = 9; hi = 0
		for (v = 1; v <= 6; v++) { k = c[who[w], i, v] + 0
			n += k; s += k * v; q += k * v * v
			if (k) { if (v < lo) lo = v; hi = v } }
		a = b = 0; t = 0
		for (v = 1; v <= 6; v++) { t += c[who[w], i, v]
			if (!a && t >= int((n + 1) / 2)) a = v
			if (!b && t >= int(n / 2) + 1) b = v }
		printf "%s,%s,%d,%s,%.4f,%g,%.4f,%d,%d\n", who[w], h[i], n,
		    who[w] == "all" ? size["all"] - n : "", s / n, (a + b) / 2,
		    sqrt((q - s * s / n) / (n - 1)), lo, hi
	}
}' "$bfi" >"$tmp/want"
sed 1d "$tmp/scores" | cut -d, -f2,5,7,9-14 >"$tmp/got"
is "$(wc -l <"$tmp/want")" 75 '25 items of everybody and two groups'
same "$tmp/got" "$tmp/want" 'each number is what awk computes'

# Agreement, r_wg and average deviation too, from the export's own counts.
cpm-assess score R1 --by criterion --groups --stats | sed 1d | cut -d, -f2,5,10-12,15,21,22 >"$tmp/got"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) { h[i] = $i; if ($i == "gender") g = i }; next }
{ for (i = 2; i <= 26; i++) if ($i != "") { c["all", i, $i]++; c[$g, i, $i]++ } }
END { split("all 1 2", who, " ")
	for (w = 1; w <= 3; w++) for (i = 2; i <= 26; i++) {
		printf "%s,%s", who[w], h[i]
		for (v = 1; v <= 6; v++) printf " %d", c[who[w], i, v]
		print "" } }' "$bfi" | while read -r item counts; do
	echo "$item,$(stat 6 "$counts")"
done >"$tmp/want"
is "$(wc -l <"$tmp/want")" 75 'again 75 items'
same "$tmp/got" "$tmp/want" 'mean, median, sd, A, r_wg and AD are what awk computes'

cpm-assess score R1 >"$tmp/dims"
awk -F, '$2 == "all" { n[$4]++; s[$4] += $10; if (!($4 in lo) || $7 < lo[$4]) lo[$4] = $7
	if ($7 > hi[$4]) hi[$4] = $7 }
	END { for (d in n) printf "%s,%d,%d,%.4f\n", d, lo[d], hi[d], s[d] / n[d] }' "$tmp/scores" | sort >"$tmp/want"
sed 1d "$tmp/dims" | cut -d, -f4,7,8,10 | sort >"$tmp/got"
same "$tmp/got" "$tmp/want" 'threads: the mean of the means as printed, n from-to'

run sh -c 'cpm-assess score R1 | cpm-web -o web.svg'
is "$rc" 0 'and it draws'
xmllint --noout web.svg 2>"$err"
is $? 0 'a well-formed picture'
cpm-assess tally --raw >"$tmp/raw"
cpm-assess score -f "$tmp/raw" --by criterion --groups | cut -d, -f2,4-17 >"$tmp/a"
cut -d, -f2,4-17 "$tmp/scores" >"$tmp/b"
same "$tmp/a" "$tmp/b" 'a raw tally says the same'
run cpm-assess compare R1 R1 --by criterion
is "$(sed 1d "$out" | cut -d, -f10 | sort -u)" 0.0000 'a round beside itself has not moved'

done_testing
