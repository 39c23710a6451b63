#!/bin/sh
# Plain CSV, wide and long, through a map; encodings and separators; the real
# answers of 2,800 people.
. "${0%/*}/../lib.sh"
data=$top/tests/data/intake

team() { # NAME
	cpm-init --quiet --pack boost-short "$1" 2>/dev/null
	printf '%064d\n' 7 >"$1.private/key"
	cpm-assess -C "$1" open R1 --quiet
}
# One line a sheet of what is stored.
sheets() { awk -F, 'NR > 1 { k = $3; if (!(k in s)) o[n++] = k; s[k] = s[k] " " $6 "=" $7 ($8 == "" ? "" : "(" $8 ")"); h[k] = $2 "/" $4 "/" $5 "/" $9 }
	END { for (i = 0; i < n; i++) print h[o[i]] s[o[i]] }' "$1.private/responses.csv" | sort; }

# --- wide: TAB, CP1252, decimal comma, no-break space, 8888, reverse, pairs
team wide
sed -i 's/^date_order,.*/date_order,dmy/' wide/cpm.csv
run cpm-assess -C wide import --round R1 --map "$data/wide-map.csv" "$data/wide.txt"
is "$rc" 0 'wide, with a map'
like "$err" "wide.txt: plain CSV, one line a sheet, separator 'TAB', CP1252$" 'TAB and CP1252 are said'
like "$err" "who it was: 'e-mail'$" 'an address that the map does not name is dropped'
like "$err" 'no column for these criteria, which count as skipped: PRO0, BEN0, PAR0, LEA0$' 'criteria without a column are named'
sheets wide >"$tmp/got"
cat >"$tmp/want" <<'EOF'
2026-03-12/governance/Nord/wide STR0=5(on perd les reçus) GOV0=5 RES0=4 TEA0=2
2026-03-13/volunteers/Sud/wide STR0=1 GOV0=1 RES0=3 TEA0=NA
2026-03-13/volunteers/Sud/wide STR0=NA(rien) GOV0=3 RES0=5 TEA0=2
EOF
same "$tmp/got" "$tmp/want" 'each answer as the map says'
run cpm-assess -C wide import --round R1 --map "$data/wide-map.csv" "$data/wide.txt"
like "$err" 'R1: 0 new, 0 changed, 3 same$' 'again: nothing'
unlike wide.private/responses.csv 'a-17|b-09|example' 'neither code nor address is kept'
# A respondent may come back in the next round, which a submission may not.
cpm-assess -C wide open R2 --quiet 2>/dev/null
run cpm-assess -C wide import --round R2 --map "$data/wide-map.csv" "$data/wide.txt"
like "$err" 'R2: 3 new, 0 changed, 0 same$' 'a respondent may come back in another round'
is "$(cut -d, -f3 wide.private/responses.csv | sed 1d | sort -u | wc -l)" 3 'under the same code'

# With the number of the submission too, the same form used twice is seen.
sed '1s/^Code/Code\t_id/; 2s/^a-17/a-17\t1/; 3s/^b-09/b-09\t2/; 4s/^c-31/c-31\t3/' "$data/wide.txt" >ids.txt
team ids
sed -i 's/^date_order,.*/date_order,dmy/' ids/cpm.csv
run cpm-assess -C ids import --round R1 --map "$data/wide-map.csv" ids.txt
like "$err" 'R1: 3 new' 'persons with submissions'
like ids.private/responses.csv ',wide:[0-9a-z]{12}$' 'keep a mark of the submission'
cpm-assess -C ids open R2 --quiet 2>/dev/null
run cpm-assess -C ids import --round R2 --map "$data/wide-map.csv" ids.txt
like "$err" 'left out: 3 sheets that another round counted already$' 'which stays in its round'
# A person's second submission takes the place of the first: it counts there.
sed '2s/\t1\t/\t11\t/; 3,$d' ids.txt >again.txt
grep -q "$(printf '\t11\t')" again.txt; ok $? 'a second submission of one person'
run cpm-assess -C ids import --round R1 --map "$data/wide-map.csv" again.txt
like "$err" 'R1: 0 new, 1 changed, 0 same$' 'changes the sheet'
run cpm-assess -C ids import --round R2 --map "$data/wide-map.csv" again.txt
like "$err" 'left out: 1 sheet that another round counted already$' 'and counts in no other round'

# --- long
team long
run cpm-assess -C long import --round R1 "$data/long.csv"
is "$rc" 0 'long, by the names of our own table'
like "$err" 'plain CSV, one line an answer' 'recognised'
like "$err" 'left out: 1 line of another round$' 'lines of another round are left out'
sheets long >"$tmp/got"
cat >"$tmp/want" <<'EOF'
/governance//long STR0=4(clear to me) GOV0=NA
/volunteers//long STR0=2 GOV0=3
EOF
same "$tmp/got" "$tmp/want" 'two sheets'
run cpm-assess -C long import --round R1 --map "$data/long-map.csv" "$data/long-fr.csv"
is "$rc" 0 'long, with a French map, BOM and semicolons'
like "$err" 'R1: 0 new, 0 changed, 2 same$' 'the same people under the same codes'
sheets long >"$tmp/got"
cat >"$tmp/want" <<'EOF'
/governance//long STR0=4(clear to me) GOV0=NA
/volunteers//long STR0=2 GOV0=3
EOF
same "$tmp/got" "$tmp/want" 'and what this file does not say stays'

# --- what no column says
team opts
printf 'STR0,GOV0\n4,5\n4,5\n2,NA\n' >plain.csv
run cpm-assess -C opts import --round R1 --group governance --date 2026-03-09 plain.csv
is "$rc" 0 'no number, no group, no day'
like "$err" 'no column numbers the submissions' 'which is said'
is "$(grep -c '^R1,2026-03-09,[a-z0-9]*,governance,' opts.private/responses.csv)" 6 '--group and --date go to every row'
run cpm-assess -C opts import --round R1 --group governance --date 2026-03-09 plain.csv
like "$err" 'R1: 0 new, 0 changed, 3 same$' 'again: nothing, two alike stay two'
runin plain.csv cpm-assess -C opts import --round R1 -
like "$err" '^cpm-assess: standard input: plain CSV' 'standard input'
like "$err" 'R1: 0 new, 0 changed, 3 same$' 'has the same sheets'
# Whoever pipes in slowly keeps nobody from the folder.
(cat plain.csv; sleep 3) | cpm-assess -C opts import --round R1 --quiet - 2>/dev/null &
sleep 0.3
run timeout 2 cpm-assess -C opts import --round R1 --group governance --date 2026-03-09 plain.csv
is "$rc" 0 'the folder is not locked while standard input goes on'
wait
printf 'sep=;\r\nid;STR0;GOV0\r\n1;"4";\302\2405\r\n\r\n' >excel.csv
run cpm-assess -C opts import --round R1 excel.csv
is "$rc" 0 'a sep= line, a blank last line'
like "$err" 'R1: 1 new' 'come in'
echo id,STR0 >header.csv
run cpm-assess -C opts import --round R1 header.csv
is "$rc" 0 'a header and nothing else'
like "$err" 'R1: 0 new, 0 changed, 0 same$' 'is nobody'
printf 'id;STR0;GOV0\n7;3,5;2\n' >half.csv
run cpm-assess -C opts import --round R1 half.csv
is "$rc" 1 'half a step that the scale does not have'
like "$err" "half.csv:2: column 'STR0': a number that is not on the scale$" 'is a fault'
unlike "$err" '3,5' 'without its value'

# A plain number begins again from 1 in every file: by itself it is no proof
# that a submission was counted before; with the same answers it is.
team rounds
printf 'id,STR0,GOV0\n1,4,5\n2,3,3\n' >r1.csv
printf 'id,STR0,GOV0\n1,2,2\n2,3,3\n3,1,1\n' >r2.csv
cpm-assess -C rounds import --round R1 --quiet r1.csv 2>/dev/null
cpm-assess -C rounds open R2 --quiet 2>/dev/null
run cpm-assess -C rounds import --round R2 r2.csv
like "$err" 'R2: 2 new, 0 changed, 0 same$' 'numbers may come again in another round'
like "$err" 'left out: 1 sheet that another round counted already$' 'number and answers may not'
is "$(sed 1d rounds.private/responses.csv | cut -d, -f3 | sort -u | wc -l)" 4 'under codes of their own'
printf 'id,STR0,GOV0\n1,5,5\n' >other.csv
printf 'a,b\n1,x\n' >pairs.csv
printf 'column,field,criterion,reverse,scores\na,id,,,\nb,score,STR0,,x=1; a\\=b=2; y=NA\n' >pairs-map.csv
cpm-assess -C rounds import -n --csv --round R1 --map pairs-map.csv pairs.csv >again.csv 2>/dev/null
same again.csv pairs-map.csv 'a preview with a map gives the map back, its pairs too'
run cpm-assess -C rounds import -n --round R1 other.csv
like "$err" 'warning: a changed sheet has the number of one that was there' 'within a round the same number is a change, with a warning'
run cpm-assess -C rounds forget --submission 2
is "$rc" 0 'forgotten by such a number'
# Lines without a number: bare votes may be given again, a line with a time not.
printf 'STR0,GOV0\n4,5\n' >bare.csv
printf 'Horodateur,STR0,GOV0\n2026/03/12 10:01:02,4,5\n' >timed.csv
team lines
cpm-assess -C lines open R2 --quiet 2>/dev/null
for f in bare timed; do
	cpm-assess -C lines import --round R1 --quiet $f.csv 2>/dev/null
	run cpm-assess -C lines import --round R2 $f.csv
	cp "$err" "$tmp/$f"
done
like "$tmp/bare" 'R2: 1 new, 0 changed, 0 same$' 'the same votes again are somebody'\''s'
like "$tmp/timed" 'left out: 1 sheet that another round counted already$' 'the same line is the same submission'

# What a preview lists is a map to begin from: of a file whose first column has
# no header, and of a grid.
team begin
printf '"","STR0","","me@example.org"\n"r1",3,"g","x"\n"r2",2,"h","y"\n' >rows.csv
cpm-assess -C begin import -n --csv --round R1 rows.csv >map.csv 2>/dev/null
is "$(tr '\n' ' ' <map.csv)" 'column,field,criterion,reverse,scores 1,unknown,,, STR0,score,STR0,, 3,unknown,,, 4,identifying,,, ' 'columns without a header have numbers'
sed -i 's/^1,unknown/1,id/' map.csv
run cpm-assess -C begin import --round R1 --map map.csv rows.csv
is "$rc" 0 'by which the map knows them'
run cpm-assess -C begin import --round R1 --map map.csv rows.csv
like "$err" 'R1: 0 new, 0 changed, 2 same$' 'and their sheets'
printf 'number,group,unit,STR0\n1,members,,3\n' >grid.csv
cpm-assess -C begin import -n --csv --round R1 grid.csv >map.csv 2>/dev/null
run cpm-assess -C begin import --round R1 --map map.csv grid.csv
like "$err" 'R1: 1 new, 0 changed, 0 same$' 'a grid through a map'
run cpm-assess -C begin import --round R1 grid.csv
like "$err" 'R1: 0 new, 0 changed, 1 same$' 'has the same sheets as without'

# A map is obeyed, and what it keeps is said.
printf 'column,field,criterion\nid,id,\nVotre nom,unit,\nTel,comment,STR0\nSTR0,score,STR0\n' >names-map.csv
printf 'id,Votre nom,Tel,STR0\n1,Jean,0812,3\n' >names.csv
run cpm-assess -C lines import -n --round R1 --map names-map.csv names.csv
is "$rc" 0 'a name as the unit'
like "$err" "names-map.csv:3: warning: column 'Votre nom' may say who it was, and this keeps its words in responses.csv: ignore it" 'is said'
like "$err" "names-map.csv:4: warning: column 'Tel' may say who it was" 'as a comment too'
unlike "$err" 'Jean|0812' 'without a value'

# An address is no unit, which is kept as it is written and stands in tallies.
printf 'unit,STR0\nmarie@example.org,4\n+257 79 12 34 56,2\nNord 2026-03-12,3\n2026-03-12,3\n10010,3\n' >units.csv
run cpm-assess -C lines import --round R1 units.csv
is "$rc" 1 'addresses in a column of units'
sed -n 's/^cpm-assess: //p' "$err" | grep 'units.csv:[0-9]\|^hint' >got
cat >want <<'E'
units.csv:2: column 'unit': an address or a telephone number where a unit should be
units.csv:3: column 'unit': an address or a telephone number where a unit should be
hint: a map leaves the column out (ignore) or keeps it as it is (unit)
E
same got want 'are faults, and what to do is said'
printf 'column,field,criterion\nunit,unit,\nSTR0,score,STR0\n' >units-map.csv
run cpm-assess -C lines import -n --round R1 --map units-map.csv units.csv
is "$rc" 0 'a map is obeyed'
like "$err" "units-map.csv:2: warning: the units of column 'unit' hold addresses or telephone numbers, and responses.csv keeps them$" 'with a warning'
unlike "$err" 'marie|79 12' 'without a value'
run cpm-assess -C lines import --suggest --round R1 units.csv
like "$out" '^unit,identifying,' 'a draft leaves the column out'

# Columns that tell of a person, however they are numbered and called; a
# telephone number in the first line is no header.
printf 'id,Email1,tel2,Mes adresses,N° WhatsApp2,E\342\200\221mail,+237 699 11 22 33,2026-03-12,Name of your group,Phone group,STR0\n1,a,b,c,d,e,f,g,h,i,4\n' >who.csv
run cpm-assess -C lines import -n --csv --round R1 who.csv
is "$(sed 1d "$out" | cut -d, -f1,2 | tr '\n' ' ')" "id,metadata Email1,identifying tel2,identifying Mes adresses,identifying N° WhatsApp2,identifying E‑mail,identifying 7,identifying 2026-03-12,unknown Name of your group,identifying Phone group,identifying STR0,score " 'who it was'
unlike "$err" '699' 'a number in the first line is not shown'
printf 'Name of the head of your group,Who leads your group,Name of your group,STR0\nMarie Ndayi,Jean,governance,4\nMarie Ndayi,Jean,governance,3\n' >heads.csv
run cpm-assess -C lines import --suggest --round R1 heads.csv
is "$(sed 1d "$out" | tr '\n' ' ')" 'Name of the head of your group,identifying,,, Who leads your group,identifying,,, Name of your group,group,,, STR0,score,STR0,, ' 'a draft writes no names of persons who lead groups'

# A header that says more than the criterion is taken, and said.
printf 'id,How important: STR0,grp-GOV0\n1,5,2\n' >led.csv
run cpm-assess -C lines import -n --csv --round R1 led.csv
like "$out" '^How important: STR0,score,STR0,,' 'a criterion at the end of a header'
like "$err" "led.csv: scores by the end of the header alone; a map can leave them out: 'How important: STR0' \(STR0\)$" 'is said, but for the path of a program'

# A number that comes again with the same answers counts once, and that is said.
printf 'id,STR0\n1,4\n2,4\n1,4\n' >again.csv
run cpm-assess -C lines import -n --round R1 again.csv
like "$err" 'R1: 2 new, 0 changed, 0 same$' 'a submission that stands in the file twice'
like "$err" 'left out: 1 sheet with the number and the answers of another line$' 'is left out once, which is said'

# A name in a map that two columns have but for an accent is neither of them.
printf 'column,field,criterion\nid,id,\nCLE,score,STR0\n' >cle-map.csv
printf 'id,Clé,cle\n1,5,3\n' >cle.csv
run cpm-assess -C lines import -n --round R1 --map cle-map.csv cle.csv
is "$rc" 1 'a name that two columns could have'
like "$err" "cle-map.csv:3: cle.csv has more than one column that 'CLE' may be$" 'is a fault'
like "$err" 'hint: write the header just as it stands in the file$' 'with what to do'
sed -i s/CLE/cle/ cle-map.csv
run cpm-assess -C lines import -n --csv --round R1 --map cle-map.csv cle.csv
is "$rc$(sed -n '3,4s/,.*/ /p' "$out" | tr -d '\n')" '0Clé cle ' 'as it stands it is one'
like "$out" '^cle,score,STR0' 'the one that is written so'

# Labels of a scale that are other numbers: what stands in a cell could be either.
cpm-init --quiet --pack boost-short stars 2>/dev/null
sed -i 's/^,4,Steady,/,4,5,/; s/^,DK,Do not know,/,DK,99,/' stars/scale.csv
cpm-assess -C stars open R1 --quiet 2>/dev/null
printf 'id,STR0\n1,4\n2,5\n3,99\n' >stars.csv
run cpm-assess -C stars import --round R1 stars.csv
is "$rc" 1 'a number that is the label of another point'
like "$err" "stars.csv:3: column 'STR0': a number of the scale that is the label of another answer, too$" 'is a fault'
is "$(grep -c 'stars.csv:[0-9]' "$err")" 1 'and the only one'
printf 'column,field,criterion,scores\nid,id,,\nSTR0,score,STR0,5=5\n' >stars-map.csv
run cpm-assess -C stars import --round R1 --map stars-map.csv stars.csv
is "$rc" 0 'unless a map says which it is'
is "$(sed 1d stars.private/responses.csv | cut -d, -f7 | sort | tr '\n' ' ')" '4 5 DK ' 'and a number that is a label only is what it says'

# --- real people
bfi=$survey/surveys/bfi.csv
if [ -r "$bfi" ]; then
	mkdir pack
	{ echo id,order,kind,weight,common,label_en; i=0
	  for d in A C E N O; do i=$((i + 1)); echo "$d,$i,functioning,,,$d"; done; } >pack/dimensions.csv
	{ echo id,dimension,order,weight,reverse,label_en
	  for d in A C E N O; do for k in 1 2 3 4 5; do echo "$d$k,$d,$k,,,$d$k"; done; done; } >pack/criteria.csv
	{ echo dimension,value,label_en; for k in 1 2 3 4 5 6; do echo ",$k,point $k"; done
	  echo ',NA,not applicable'; echo ',DK,do not know'; } >pack/scale.csv
	printf 'id,perspective,merged_into,label_en\n1,self,,one\n2,self,,two\n' >pack/groups.csv
	printf 'key,value\nschema,1\nlang,en\nlangs,en\n' >pack/cpm.csv
	{ echo column,field,criterion,reverse,scores; echo rownames,id,,,
	  for d in A C E N O; do for k in 1 2 3 4 5; do echo "$d$k,score,$d$k,,"; done; done
	  echo gender,group,,,; echo education,ignore,,,; echo age,ignore,,,; } >bfi-map.csv
	cpm-init --quiet --pack ./pack bfi 2>/dev/null
	cpm-assess -C bfi open R1 --quiet
	run cpm-assess -C bfi import --round R1 --map bfi-map.csv "$bfi"
	is "$rc" 0 'the answers of 2,800 people'
	like "$err" 'R1: 2800 new, 0 changed, 0 same$' 'come in'
	run cpm-assess -C bfi import --round R1 --map bfi-map.csv "$bfi"
	like "$err" 'R1: 0 new, 0 changed, 2800 same$' 'and come in once'
	cpm-assess -C bfi close R1 --quiet
	run cpm-assess -C bfi score R1 --by criterion --csv
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	    $at["group"] == "all" { print $at["dimension"], $at["criterion"], $at["label"], $at["n"], $at["no_answer"], $at["mean"] }' "$out" >"$tmp/got"
	like "$tmp/got" 'A1.* 2784 16 2\.4134$' 'A1: 2784 answers, mean 2.4134, blanks counted as no answer'
	like "$tmp/got" 'N4.* 2764 36 3\.1856$' 'N4: 2764 answers, mean 3.1856'
	# Every item against an independent computation.
	awk -F, 'NR == 1 { for (i = 2; i <= 26; i++) h[i] = $i; next }
	    { for (i = 2; i <= 26; i++) if ($i != "") { n[i]++; s[i] += $i } }
	    END { for (i = 2; i <= 26; i++) printf "%s %d %.4f\n", h[i], n[i], s[i] / n[i] }' "$bfi" | sort >"$tmp/want"
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	    $at["group"] == "all" && $at["criterion"] != "" { printf "%s %d %.4f\n", $at["criterion"], $at["n"], $at["mean"] }' "$out" | sort >"$tmp/got"
	same "$tmp/got" "$tmp/want" 'all 25 items: n and mean as awk has them'
	run sh -c 'cpm-assess -C bfi score R1 | cpm-web --text'
	is "$rc" 0 'and a web is drawn'
else
	skip 'no bfi.csv here'
fi

done_testing
