#!/bin/sh
# The sample team from beginning to end, by commands only; then what its
# folder promises: the same bytes every time, reports that need nothing
# private, and a README whose blocks print what stands there.
. "${0%/*}/../lib.sh"

run sh "$top/share/demo/demo.sh" one
is "$rc" 0 'the demo runs to its end'
like "$out" 'tujenge/report/tour-R2.fr.html' 'and says where the French report is'
like "$out" 'tujenge/report/tour-R2.en.html' 'and the English one'
missing=0
for f in $(grep -Eo '/[^ ]*\.(svg|html)' "$out"); do [ -s "$f" ] || missing=$((missing + 1)); done
is "$missing" 0 'all that it names is there'
run sh "$top/share/demo/demo.sh" two
is "$(git -C two/tujenge rev-parse HEAD)" "$(git -C one/tujenge rev-parse HEAD)" 'a second time gives the same history, byte for byte'
is "$(git -C one/tujenge status --porcelain)" '' 'nothing is left uncommitted'
is "$(git -C one/tujenge log --oneline | wc -l)" 11 'a commit a month, and the reports'

cd one/tujenge
run cpm-check
is "$rc" 0 'cpm-check finds nothing'
empty "$err" 'and is silent'
cpm-check --privacy >"$out" 2>"$err"; is $? 0 'no name or address in what is shared'
git log -p --all >"$tmp/history"
unlike "$tmp/history" 'Aline|Bosco|\+243|ee\.tujenge|soupçonne qu|qu’on la soupçonne' 'the history holds no name, number or private word'

# As a person would type them.
run sh -c 'cpm-assess score R1 | cpm-web -o web/again.svg'
is "$rc" 0 'score | web'
xmllint --noout web/again.svg 2>"$err"; ok $? 'is well-formed'
run cpm-assess compare R1 R2
is "$rc" 0 'compare'
like "$out" '^R1,R2,agreed,' 'has the agreed scores'
like "$out" '^R1,R2,all,.*,RES,,.*,2\.39[0-9]*,3\.19[0-9]*,0\.80' 'and the votes, as the story tells them'
run sh -c 'cpm-assess talk R1 | head -5'
is "$rc" 0 'talk | head'
is "$(sed -n 2p "$out" | cut -d, -f3)" RES2 'begins with what lies furthest apart'
run cpm-plan due --within 14d --date 2026-11-21
like "$out" 'Peindre le panneau' 'due says what is due'
run cpm-plan due --within 1d --date 2026-09-13
empty "$out" 'and nothing where nothing is'
empty "$err" 'on either side'
run cpm-report progress --since 2026-03-01 --lang fr -o report.html --date 2026-09-12
is "$rc" 0 'progress'
like report.html '<html lang="fr"' 'in French'
xmllint --noout --html report.html 2>"$err"; ok $? 'is HTML'
run cpm-next
is "$rc" 0 'next'
like "$out" 'cpm-' 'says what to type'

# Reports need nothing private, and open nothing there.
reports() { # FOLDER OUTPUT
	for l in fr en; do for form in md html txt; do
		cpm-report -C "$1" round R1 --date 2026-09-12 --lang $l -o "$2/r1.$l.$form"
		cpm-report -C "$1" round R2 --date 2026-09-12 --lang $l -o "$2/r2.$l.$form"
		cpm-report -C "$1" plan --date 2026-09-12 --lang $l -o "$2/plan.$l.$form"
		cpm-report -C "$1" progress --since 2026-01-05 --date 2026-09-12 --lang $l -o "$2/progress.$l.$form"
		cpm-report -C "$1" visit --date 2026-09-12 --lang $l -o "$2/visit.$l.$form"
		cpm-report -C "$1" review --cycle C1 --date 2026-09-12 --lang $l -o "$2/review.$l.$form"
	done; done
}
cd ../..
mkdir with without
reports one/tujenge with
mv two/tujenge.private gone
reports two/tujenge without
is "$(ls with | wc -l)" 36 'six reports, three forms, two languages'
diff -r with without >"$out"; ok $? 'are the same without the private folder'
big=$(find with -name '*.html' -size +200k | wc -l)
is "$big" 0 'each page is under 200 kB'
unlike with/r2.fr.html '<script|src=|href="http|@import|url\(' 'a page fetches nothing and runs nothing'
if strace -V >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null; then
	: >opened
	for r in 'round R2' plan visit 'review --cycle C1' 'progress --since 2026-01-05'; do
		strace -f -qq -e trace=%file -o trace cpm-report -C one/tujenge $r --date 2026-09-12 >/dev/null 2>&1
		cat trace >>opened
	done
	like opened 'results\.csv' 'strace sees what a report opens'
	unlike opened '\.private' 'and nothing of it is private'
else
	skip 'strace cannot trace here'; skip 'strace cannot trace here'
fi

# Every block of the README prints what stands there.
cd one/tujenge; rm -f web/again.svg report.html
awk -v t="$tmp" '
/^    \$ / { f = sprintf("%s/block.%02d", t, ++n); print substr($0, 7) >(f ".cmd"); printf "" >(f ".want"); cmd = 1; gap = 0; next }
cmd && /^    / { while (gap > 0) { print "" >(f ".want"); gap-- } print substr($0, 5) >(f ".want"); next }
cmd && /^$/ { gap++; next }
{ cmd = 0 }' "$top/README"
blocks=0 wrong=0
for c in "$tmp"/block.*.cmd; do
	blocks=$((blocks + 1))
	sh "$c" 2>"$err" | sed 's/ *$//' >"$out"
	diff "${c%.cmd}.want" "$out" >"$tmp/diff" || { wrong=$((wrong + 1)); sed 's/^/# /' "$c" "$tmp/diff" | head -20; }
done
is "$wrong" 0 "all $blocks blocks of the README print what stands there"
[ "$blocks" -ge 6 ]; ok $? 'there are some'
done_testing
