#!/bin/sh
# The grid as people's spreadsheets give it back: separators, decimal commas,
# quotes, BOM, CRLF, empty rows and columns behind, headers in either
# language.  Each shape comes in with the same answers and no map.
. "${0%/*}/../lib.sh"

cpm-init --quiet --pack boost-short team 2>/dev/null
cd team || exit 2
printf '%064d\n' 7 >../team.private/key
cpm-assess open R1 --quiet
resp=../team.private/responses.csv
cat >plain.csv <<'EOF'
number,group,unit,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0
1,governance,,4,4,NA,,5,3,2,1
2,volunteers,Goma,5,3,DK,2,3,3,3,3
3,,,2,2,2,2,2,2,2,2
4,,,,,,,,,,
EOF
cpm-assess import --round R1 --quiet plain.csv
cp "$resp" "$tmp/want"
is "$(sed 1d "$resp" | wc -l)" 24 'three sheets'

comes() { # FILE NAME: it brings the same three sheets into an empty round
	rm "$resp"
	run cpm-assess import --round R1 "$1"
	is "$rc" 0 "$2"
	like "$err" 'our own grid, one line a sheet' 'recognised as our grid'
	like "$err" 'R1: 3 new, 0 changed, 0 same$' 'three sheets'
	same "$resp" "$tmp/want" 'with the same answers'
}
comes plain.csv 'as it was made'

# LibreOffice, French: ';', decimal commas, every text in quotes.
cat >fr.csv <<'EOF'
"numéro";"groupe";"unité";"STR0";"GOV0";"RES0";"TEA0";"PRO0";"BEN0";"PAR0";"LEA0"
1;"governance";;4,0;4,00;"NA";;5,0;3,0;2,0;1,0
2;"Bénévoles";"Goma";5;3;"NSP";2;3;3;3;3
3;;;2;2;2;2;2;2;2;2
4;;;;;;;;;;
EOF
comes fr.csv 'LibreOffice in French'
{ printf '\357\273\277'; sed 's/$/\r/' fr.csv; } >bom.csv
comes bom.csv 'with BOM and CRLF, as Excel saves "CSV UTF-8"'
iconv -f UTF-8 -t CP1252 fr.csv | sed 's/$/\r/' >cp.csv
comes cp.csv 'in CP1252, as older ones do'
sed 's/4,0;4,00/4.0;4.00/; s/;/\t/g' fr.csv >tab.csv
comes tab.csv 'with tabs and decimal points'
# Numbers that a cell's format has given decimals, form numbers too.
sed 's/^1,/1.00,/; s/,4,4,/,4.00,4.0,/' plain.csv >dec.csv
comes dec.csv 'form numbers and scores with decimals'
# Cells that were touched once and emptied again.
awk '{ print $0 ",," } END { for (i = 0; i < 3; i++) print ",,,,,,,,,,,," }' plain.csv >trail.csv
comes trail.csv 'empty rows and columns behind'
sed 's/;/ ; /g; s/"//g' fr.csv >blank.csv
comes blank.csv 'blanks around'
{ echo 'sep=;'; sed 's/$/\r/' fr.csv; } >sep.csv
comes sep.csv 'a line sep=; before all'
# The header in the words of the page: ids with labels, or labels alone.
{ echo 'Number;Group;Unit;"STR0 We know why and for whom we exist, and what comes first.";GOV0;RES0;TEA0;PRO0;BEN0;PAR0;"Nous apprenons de ce que nous faisons et achevons les changements choisis."'
sed 1d fr.csv; } >labels.csv
comes labels.csv 'labels in either language as headers'
sed '1s/.*/numéro,group,unité,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0/' plain.csv >mixed.csv
comes mixed.csv 'a header with words of both languages'

# Made here, typed and saved there: real programs, where they are.
if command -v ssconvert >/dev/null; then
	cp plain.csv in.csv
	ssconvert in.csv book.ods >/dev/null 2>&1 && ssconvert book.ods back.csv >/dev/null 2>&1
	comes back.csv 'through gnumeric and an .ods'
else
	skip 'no gnumeric here'
fi
if command -v soffice >/dev/null; then
	cp plain.csv in.csv
	soffice -env:UserInstallation="file://$tmp/lo" --headless --convert-to ods in.csv >/dev/null 2>&1 &&
	soffice -env:UserInstallation="file://$tmp/lo" --headless --convert-to 'csv:Text - txt - csv (StarCalc):59,34,76,1' --outdir back in.ods >/dev/null 2>&1
	comes back/in.csv 'through LibreOffice and an .ods'
else
	skip 'no LibreOffice here'
fi

done_testing
