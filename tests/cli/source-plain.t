#!/bin/sh
# Our own grid and plain CSV, wide and long, with the habits of spreadsheets;
# and the files of others that lie beside this project.
. "${0%/*}/../lib.sh"
. "$top/tests/sources.sh"

# --- our own grid
brings grid "$files/grid-good.csv" "our own grid, one line a sheet, separator ',', UTF-8"
like "$err" 'left out: 1 sheet without any answer$' 'grid: a prepared line that nobody typed into'
brings traps "$files/grid-traps.csv" "our own grid, one line a sheet, separator ';', UTF-8"
run cpm-assess -C grid import --round R1 "$files/grid-traps.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'grid: sep=, BOM, French headers, 3,0, no-break spaces: the same sheets'
refuses "$files/grid-bad.csv" <<'END'
3: column 'number': a sheet without its form number
4: column 'STR0': neither a number nor a word of the scale
END

# --- one line a sheet
brings wide "$files/wide-good.csv" "plain CSV, one line a sheet, separator ',', UTF-8"
brings traps "$files/wide-traps.csv" "plain CSV, one line a sheet, separator ',', UTF-8"
like "$err" "who it was: 'Courriel'$" 'wide: what may identify is dropped and listed'
like "$err" "what they are: 'Rép. n°', 'Pourquoi \?', 'Pourquoi \?#2'$" 'wide: what nothing explains is named'
refuses "$files/wide-bad.csv" <<'END'
2: column 'STR0': a number that is not on the scale
3: column 'STR0': a number that is not on the scale
4: column 'STR0': neither a number nor a word of the scale
5: column 'STR0': neither a number nor a word of the scale
6: column 'STR0': a number that is not on the scale
7: column 'STR0': neither a number nor a word of the scale
END
# What stands for no answer is declared by the map alone.
printf 'column,field,criterion,scores\nSTR0,score,STR0,8888=NA; 1 000=DK\nid,id,,\n' >missing-map.csv
printf 'id;STR0\n1;8888\n2;8\302\240888\n3;1\342\200\257000\n4;1000,0\n5;4,0\n6;8888.0\n' >missing.csv
team missing
run cpm-assess -C missing import --round R1 --map missing-map.csv missing.csv
is "$rc" 0 'wide: numbers that the map declares missing'
is "$(sed 1d missing.private/responses.csv | cut -d, -f7 | sort | uniq -c | tr -s ' \n' '  ')" ' 1 4 2 DK 3 NA ' 'wide: however their thousands are written'

# --- one line an answer
brings long "$files/long-good.csv" "plain CSV, one line an answer, separator ',', UTF-8"
brings traps "$files/long-traps.csv" "plain CSV, one line an answer, separator 'TAB', UTF-8"
like "$err" "who it was: 'Téléphone'$" 'long: what may identify is dropped and listed'
like "$err" 'left out: 1 line of another round$' 'long: another round'
is "$(sed 1d traps.private/responses.csv | cut -d, -f2,5 | sort -u)" 2025-12-31,Nord 'long: 31/12/2025 is one day, with the unit'
refuses "$files/long-bad.csv" <<'END'
2: column 'date': no day that can be told (YYYY-MM-DD; for others, date_order in cpm.csv)
3: column 'criterion': no criterion of the round has this name
4: column 'score': a number and a word of the scale that contradict each other
5: column 'respondent': an answer of nobody: this cell is empty
END

# The group may have a name of its own there, too, found by its cells.
printf 'respondent,Votre regard,Age group,criterion,score\na,Bénévoles,20-30,STR0,4\nb,governance,,STR0,3\na,,20-30,GOV0,2\n' >own.csv
team own
run cpm-assess -C own import --round R1 own.csv
is "$rc" 0 'long: a group under a header of its own'
like "$err" "own.csv: the group is in column 'Votre regard'$" 'long: which is said'
is "$(sed 1d own.private/responses.csv | cut -d, -f4,6,7 | sort | tr '\n' ' ')" 'governance,GOV0, governance,STR0,3 volunteers,GOV0,2 volunteers,STR0,4 ' 'long: on every row of the sheet'
{ cat own.csv; printf 'b,members,,GOV0,1\nc,Marie,,STR0,1\nd,members,,STR0,2\nd,served,,GOV0,2\ne,members,,STR0,2\n'; } >two.csv
refuses two.csv <<'END'
5: column 'Votre regard': another group than this sheet had further up
6: column 'Votre regard': no group of the round has this name
7: column 'Votre regard': another group than this sheet had further up
END
team keep
run cpm-assess -C keep import --round R1 --keep-going two.csv
is "$(sed 1d keep.private/responses.csv | cut -d, -f4,6,7 | sort | tr '\n' ' ')" 'members,GOV0, members,STR0,2 volunteers,GOV0,2 volunteers,STR0,4 ' 'long: such sheets are put by whole'

# --- what is printed of them once the round is closed
for t in grid wide long; do
	cpm-assess -C $t close R1 -q 2>/dev/null
	cpm-assess -C $t score R1 --by criterion --json 2>/dev/null |
	    sed 's/.*"criterion":"\([^"]*\)".*"mean":"*\([0-9.]*\)"*,.*/\1 \2/' >"$tmp/$t"
done
# By hand from the six sheets: 18/6, 16/6, 17/5, 13/5, 17/5, 17/5, 11/5, 15/5, to half a step.
cat >"$tmp/means" <<'END'
STR0 3.0
GOV0 2.5
RES0 3.5
TEA0 2.5
PRO0 3.5
BEN0 3.5
PAR0 2.0
LEA0 3.0
END
for t in grid wide long; do same "$tmp/$t" "$tmp/means" "$t: the means that are published"; done

# --- files that others made
f=$survey/surveys/ona-transportation.csv
if [ -r "$f" ]; then
	team bus
	run cpm-assess -C bus import --round R1 "$f"
	is "$rc" 1 'transportation: no column is a criterion'
	like "$err" 'Ona \(formhub\) export' 'transportation: Ona is recognised'
	like "$err" ':1: no column of this file is a criterion of the round$' 'transportation: which is the reason'
	canary "$f" transportation
	run cpm-assess -C bus import -n --csv --round R1 "$f"
	is "$(sed 1d "$out" | wc -l)" 31 'transportation: its 31 columns are listed'
	{ echo column,field,criterion,scores
	echo 'transport/available_transportation_types_to_referral_facility/ambulance,score,STR0,False=1; True=5'
	echo 'transport/loop_over_transport_types_frequency/bus/frequency_to_referral_facility,score,GOV0,'; } >bus-map.csv
	run cpm-assess -C bus import --round R1 --map bus-map.csv "$f"
	is "$rc" 0 'transportation: with a map of two lines'
	like "$err" 'R1: 1 new' 'transportation: its one sheet'
	is "$(cpm-assess -C bus tally --raw R1 2>/dev/null | sed 1d | head -2 | tr '\n' ' ')" \
	    'R1,,,STR0,1,0,0,0,1,1:1 R1,,,GOV0,0,0,0,1,0, ' 'transportation: False is 1 as the map says, n/a is skipped'
	f=$survey/surveys/ona-repeats.csv
	team bob
	run cpm-assess -C bob import --round R1 "$f"
	like "$err" ':1: no column of this file is a criterion of the round$' 'repeats: no column is a criterion'
	printf 'column,field,criterion,scores\nhas_children,score,STR0,0=1; 1=5\n' >bob-map.csv
	run cpm-assess -C bob import --round R1 --map bob-map.csv "$f"
	is "$rc" 0 'repeats: with a map of one line'
	like "$err" "who it was: 'name', 'picture', 'children\[1\]/childs_name', 'children\[2\]/childs_name', 'gps', '_gps_latitude'" 'repeats: names and positions are dropped'
	unlike "$err" 'Bob|bob,|Tom|Dick|b31c6ac2' 'repeats: nobody is named'
	is "$(cpm-assess -C bob tally --raw R1 2>/dev/null | grep STR0)" 'R1,,,STR0,1,0,0,0,5,5:1' 'repeats: the answer'
	f=$survey/surveys/perceived-needs.csv
	{ echo column,field,criterion,scores
	for qc in HHPercNeedWater=STR0 HHPercNeedFood=GOV0 HHPercNeedDisabIll=RES0 HHPercNeedEducation=TEA0 CMPercNeedRThird=PRO0; do
		echo "${qc%=*},score,${qc#*=},0=1; 1=5; 8888=NA"
	done; } >needs-map.csv
	team needs
	run cpm-assess -C needs import --round R1 "$f"
	is "$rc" 1 'needs: no column is a criterion'
	run cpm-assess -C needs import --round R1 --map needs-map.csv "$f"
	is "$rc" 1 'needs: ranks are no needs'
	like "$err" "perceived-needs.csv:3: column 'CMPercNeedRThird': a number that no pair of the map names$" 'needs: which is said'
	sed -i '/RThird/d' needs-map.csv
	run cpm-assess -C needs import --round R1 --map needs-map.csv "$f"
	is "$rc" 0 'needs: with a map of four lines'
	like "$err" "plain CSV, one line a sheet, separator ',', UTF-8$" 'needs: byte-order mark and all'
	# Counted by awk: 0 is 1, 1 is 5, 8888 is not applicable, a blank skipped;
	# a line without any score does not count at all.
	awk -F, '
	function count(c, v) { gsub(/[ \r]/, "", v); if (v == "") sk[c]++; else if (v == 8888) na[c]++; else { n[c]++; s[c] += v == 1 ? 5 : 1 } }
	function score(v) { return v ~ /^ *[01] *$/ }
	NR > 1 && (score($1) || score($2) || score($8) || score($11)) { count("STR0", $1); count("GOV0", $2); count("RES0", $8); count("TEA0", $11) }
	END { split("STR0 GOV0 RES0 TEA0", o, " "); for (i = 1; i <= 4; i++) print o[i], n[o[i]] + 0, na[o[i]] + 0, sk[o[i]] + 0, s[o[i]] + 0 }' "$f" >"$tmp/want"
	cpm-assess -C needs tally --raw R1 2>/dev/null | awk -F, 'NR > 1 && NR < 6 { print $4, $5, $6, $8, $9 }' >"$tmp/got"
	same "$tmp/got" "$tmp/want" 'needs: counted by awk'
else
	skip 'the surveys of others are not here'
fi

done_testing
