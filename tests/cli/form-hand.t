#!/bin/sh
# What is printed beside the questionnaire: the sheet to count on and the web
# to draw on, each a part that can be had alone; and the sheet of a round that
# looks back.
. "${0%/*}/../lib.sh"

cpm-init --quiet --title Tujenge team 2>/dev/null
cd team || exit 2
cpm-assess open R1 --quiet --date 2026-03-12 --invited 'governance:4 volunteers:9'

# --- which parts
parts() { # FILE: the headings of level 2 that are no thread's
	grep -o '<h2>[^<]*' "$1" | grep -E 'What will be shown|Tally sheet|Our web|The scores' | sed 's/<h2>//' | tr '\n' '|'
}
run cpm-assess form R1 -o all.html
is "$rc" 0 'all of it'
is "$(parts all.html)" 'What will be shown, and to whom|The scores|Tally sheet|Our web, to draw by hand|' 'the questionnaire, then the two sheets'
is "$(grep -c 'class="page"' all.html)" 3 'each from a new page on'
run cpm-assess form R1 --html --only questions
like "$out" '<div class="keep ticks">' 'lists to tick have boxes, and no bullets'
is "$(parts "$out")" 'What will be shown, and to whom|The scores|' 'the questionnaire alone'
run cpm-assess form R1 --html --only tally
is "$(parts "$out")" 'Tally sheet|' 'the tally sheet alone'
unlike "$out" 'class="page"' 'from the first page on'
run cpm-assess form R1 --html --only toile --only dépouillement
is "$(parts "$out")" 'Tally sheet|Our web, to draw by hand|' 'two of them, by their French names'
is "$(grep -c 'class="page"' "$out")" 1 'a page each'
run cpm-assess form R1
like "$out" '^## Tally sheet' 'Markdown has the tally sheet'
unlike "$out" 'Our web|svg' 'and no drawing'
run cpm-assess form R1 --only web
is "$rc" 2 'a drawing in Markdown is misuse'
like "$err" 'a web is drawn in HTML only: --html, or -o FILE.html$' 'which is said'
run cpm-assess form R1 --only all
is "$rc" 2 'a part that is none'
like "$err" "\-\-only takes questions, tally or web, not 'all'$" 'is said'
run cpm-assess form R1 --grid --only tally
is "$rc" 2 'a grid has no parts'
like "$err" '\-\-only chooses among pages to print: not with --grid or --xlsform$' 'which is said'

# --- the tally sheet
cpm-assess form R1 --html --only tally >t.html
is "$(grep -o 'class="write"' t.html | wc -l)" 240 'five scores, NA, DK and a total for each of 30'
is "$(grep -c '<th class="across"' t.html)" 8 'under the names of the threads'
is "$(grep -o '<th scope="col"[^>]*>[^<]*' t.html | sed 's/.*>//' | tr '\n' ' ')" 'statement 1 2 3 4 5 NA DK total ' 'the heads'
like t.html 'as confidential as the answers: it stays with them' 'a sheet of secret votes is kept'
like t.html 'Sheets: …+ · R1, 12 March 2026' 'how many sheets'
unlike t.html 'Group: …' 'and no group where none is counted'
cpm-assess open G1 --quiet --show groups
run cpm-assess form G1 --html --only tally
like "$out" 'Group: …+ · Sheets: …' 'a head for the group where groups are shown'
like "$out" 'One sheet for each group\.' 'and how many sheets'
cpm-assess open O1 --quiet --votes open
run cpm-assess form O1 --only tally
unlike "$out" 'confidential' 'open votes are not confidential'
cpm-assess open C1 --quiet --method consensus
run cpm-assess form C1 --html
is "$(parts "$out")" 'What will be shown, and to whom|The scores|Our web, to draw by hand|' 'a consensus counts nothing'
run cpm-assess form C1 --only tally
is "$rc" 1 'and has no tally sheet'
like "$err" "round 'C1' is a consensus: there is nothing to count$" 'which is said'
run cpm-assess form R1 --lang fr --second en --only tally
like "$out" '^## Feuille de dépouillement / Tally sheet' 'in two languages'
like "$out" 'RES1.Chaque paiement .* / Each payment has a proof' 'each statement too'

# --- the web
cpm-assess form R1 --lang fr --second en --html --only web >w.html
sed -n '/<svg/,/<\/svg>/p' w.html >w.svg
xmllint --noout w.svg 2>"$tmp/found"; ok $? 'a drawing that is well-formed'
like w.svg '>1</text>' 'its lowest ring is numbered'
like w.svg '>5</text>' 'its highest too'
like w.svg 'À tracer à la main.: .*Argent et moyens / Money and means' 'what it shows, in words'
like w.svg '<title id="blank-t">Notre toile, à tracer à la main / Our web' 'with its title'
cp dimensions.csv "$tmp/dimensions.csv"
sed -i 's/^\([A-Z]*,[^"]*\),[^,]*,[^,]*$/\1,"Governance, decisions and accountability","Gouvernance, décisions et redevabilité"/' dimensions.csv
cpm-assess form --lang fr --second en --html --only web >long.html
is "$(sed -n '/<svg/,/<\/svg>/p' long.html | grep -c 'accountability</text>')" 8 'long labels in two languages are there whole'
cp "$tmp/dimensions.csv" dimensions.csv
unlike w.svg 'stroke-dasharray|class="[smh][0-9]' 'and nothing is drawn on it'
sed -i 's/^\(RES,[^"]*\)Money and means,/\1الموارد المالية,/' dimensions.csv
run cpm-assess form --html --only web
is "$rc" 0 'a label from right to left'
like "$out" 'direction="rtl"[^>]*>الموارد' 'reads so'
# Scales that differ cannot stand on one web.
cp scale.csv "$tmp/scale.csv"
{ grep -v '^LEA,' "$tmp/scale.csv"; printf 'LEA,%s,,,,\n' 0 1 2 3 4 5 6 7; } >scale.csv
run cpm-assess form --html
is "$rc" 0 'scales that differ'
is "$(parts "$out")" 'What will be shown, and to whom|The scores|Tally sheet|' 'have no web'
is "$(grep -c '<table' "$out")" 11 'and a tally table for each scale'
run cpm-assess form --html --only web
is "$rc" 1 'asked for by name'
like "$err" 'the 8 threads are not on one scale: no web can hold them$' 'is said'
cp "$tmp/scale.csv" scale.csv
grep -E '^(id|STR|GOV),' dimensions.csv >d && mv d dimensions.csv
grep -E '^(id|STR.|GOV.),' criteria.csv >c && mv c criteria.csv
grep -Ev '^(RES|TEA|PRO|BEN|PAR|LEA),' scale.csv >s && mv s scale.csv
run cpm-assess form --html --only web
like "$err" 'a web has 3 to 24 threads, not 2$' 'nor is there one of two threads'
run cpm-assess form --html
is "$rc" 0 'and the rest is printed'

# --- a round that looks back
cd .. && cpm-init --quiet --pack boost-short --title Tujenge back 2>/dev/null && cd back || exit 2
cpm-assess open R1 --quiet --date 2026-03-12
for i in 1 2 3 4 5 6 7 8 9; do echo "$i,members,,2,2,2,2,2,2,2,2"; done | sed '1i number,group,unit,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0' >nine.csv
cpm-assess import --round R1 --quiet nine.csv
cpm-assess close R1 --quiet --date 2026-03-13
cpm-assess agree R1 STR 2 --evidence x --quiet 2>/dev/null
cpm-assess open T1 --quiet --kind retrospective --refers-to R1 --date 2026-11-20
run cpm-assess form T1
like "$out" '^# Tujenge: how it was then' 'its title'
like "$out" 'This sheet looks back at round R1, 12 March 2026\.' 'the round, and its day'
like "$out" 'Answer it after the sheet about now, and apart from it' 'when it is asked'
like "$out" 'how it was then, as you see it today' 'and what'
run cpm-assess form T1 --lang fr --second en
like "$out" 'Cette fiche revient sur le tour R1, du 12 mars 2026\.' 'in French'
like "$out" '^## How it was then' 'with English below'
run cpm-assess form R1
unlike "$out" 'looks back' 'another round does not look back'
# The baseline is never overwritten.
for f in results.csv outside.csv agreed.csv rounds/R1/*.csv; do cat "$f"; done >"$tmp/baseline"
grep '^R1,' ../back.private/responses.csv >"$tmp/votes"
sed 's/,2/,4/g' nine.csv >then.csv
cpm-assess import --round T1 --quiet then.csv
run cpm-assess close T1 --date 2026-11-21
is "$rc" 0 'the look back is counted'
cpm-assess agree T1 STR 4 --evidence x --quiet 2>/dev/null
for f in results.csv outside.csv agreed.csv rounds/R1/*.csv; do grep -v '^T1,' "$f"; done >"$tmp/got"
same "$tmp/got" "$tmp/baseline" 'and the baseline is as it was'
grep '^R1,' ../back.private/responses.csv >"$tmp/got"
same "$tmp/got" "$tmp/votes" 'its answers too'
is "$(grep -c '^T1,all,.*,4.0000,' results.csv)" 8 'beside it'

done_testing
