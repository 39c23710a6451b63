#!/bin/sh
# Exports of form programs: KoboToolbox, Ona, ODK Central, ODK Briefcase.
. "${0%/*}/../lib.sh"
. "$top/tests/sources.sh"

# --- KoboToolbox
brings kobo "$files/kobo-good.csv" "KoboToolbox export, separator ';', UTF-8"
like "$err" "who it was: 'Nom et prénom', '_submitted_by'$" 'kobo: what may identify is dropped and listed'
brings traps "$files/kobo-traps.csv" "KoboToolbox export, separator ';', UTF-8"
like "$err" 'csv:2: left out, a line of #tags$' 'kobo: a line of tags'
like "$err" "nothing says what they are: 'What comes first\?', 'What comes first\?/Water', 'What comes first\?/STR0', 'What comes first\?/GOV0', 'Why\?', 'Why\?#2'$" 'kobo: options that are called like criteria are none; a header that comes twice'
like "$err" "the group is in column 'Profile / Your.group'$" 'kobo: no-break spaces in headers'
# The first one's sheets under edited _uuids are the same: rootUuid, _id.
run cpm-assess -C kobo import --round R1 "$files/kobo-traps.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'kobo: another language, an edited _uuid: the same sheets'
# Any separator of groups, in headers of names or of labels.
for sep in / ' / ' - ' - ' . __ :; do
	sed "1s# / #$sep#g" "$files/kobo-traps.csv" >sep.csv
	grep -qF "Votes${sep}STR$sep" sep.csv || echo "not made: $sep" >>"$tmp/seps"
	run cpm-assess -C kobo import --round R1 sep.csv
	grep -q 'R1: 0 new, 0 changed, 6 same$' "$err" || echo "$sep" >>"$tmp/seps"
done
: >>"$tmp/seps"
empty "$tmp/seps" 'kobo: groups divided by / - . : __ or with blanks around'
# The joined cell alone, and neither.
perl -pe 's/(;"[^";]*(?:\?|)\/(?:Water|STR0|GOV0)"){3}//; s/^(("[^"]*";){5})("[01]";){3}/$1/; s/^("";"";"#.*list";)(?:"";){3}/$1/' "$files/kobo-traps.csv" >joined.csv
run cpm-assess -C kobo import --round R1 joined.csv
unlike "$err" 'first\?/Water' 'kobo: the joined cell alone'
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'kobo: is left out as well'
refuses "$files/kobo-options.csv" <<'END'
1: criterion 'GOV0' has two columns: 'priority/GOV0' and 'GOV0'
1: criterion 'STR0' has two columns: 'priority/STR0' and 'STR0'
END
printf 'column,field,criterion\nyour_group,group,\nSTR0,score,STR0\nGOV0,score,GOV0\n' >options-map.csv
run cpm-assess -C refused import --round R1 --map options-map.csv "$files/kobo-options.csv"
is "$rc" 0 'kobo: where the options stand alone, a map says which column counts'
printf 'What;What/STR0;GOV0;_id;_uuid\nSTR0;1;4;1;a\n' >alone.csv
refuses alone.csv <<'END'
1: column 'What/STR0' may be one answer of several to a question, or a criterion
END
printf 'STR0/GOV0;_id;_uuid\n4;1;a\n' >both.csv
refuses both.csv <<'END'
1: column 'STR0/GOV0' could be either of two criteria
END
refuses "$files/kobo-bad.csv" <<'END'
3: column 'GOV0': neither a number nor a word of the scale
3: column 'STR0': a number and a word of the scale that contradict each other
4: column 'RES0': a number that is not on the scale
5: column 'your_group': no group of the round has this name
END

# --- Ona
brings ona "$files/ona-good.csv" "Ona \(formhub\) export, separator ',', UTF-8"
like "$err" "who it was: 'profile/name', '_submitted_by'$" 'ona: what may identify is dropped and listed'
like "$err" "what they are: 'needs/water', 'needs/seed', 'needs/tools'$" 'ona: True and False of several answers are named'
brings traps "$files/ona-traps.csv" "Ona \(formhub\) export, separator ',', UTF-8"
like "$err" "'children\[1\]/name', 'children\[2\]/name', 'gps', '_gps_latitude'" 'ona: names within repeats, positions'
like "$err" "'needs/food/drink', 'needs/roads', 'children\[1\]/age', 'children\[2\]/age', 'votes/why'$" 'ona: a label with a /, repeats'
# Of a formhub file, _uuid is all there is: it is the number of the good one.
run cpm-assess -C ona import --round R1 "$files/ona-traps.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'ona: labels, without media columns: the same sheets'
refuses "$files/ona-repeats.csv" <<'END'
1: column 'votes[1]/GOV0' comes from questions that a submission repeats: which of them counts?
1: column 'votes[1]/STR0' comes from questions that a submission repeats: which of them counts?
1: column 'votes[2]/GOV0' comes from questions that a submission repeats: which of them counts?
1: column 'votes[2]/STR0' comes from questions that a submission repeats: which of them counts?
END
refuses "$files/ona-bad.csv" <<'END'
2: column 'STR0': neither a number nor a word of the scale
3: column 'GOV0': neither a number nor a word of the scale
END
# n/a is Ona's way to leave a cell empty; of anybody else it is an answer.
run cpm-assess -C refused import -n --round R1 --from wide "$files/ona-good.csv"
like "$err" 'plain CSV, one line a sheet' '--from wins over what the header looks like'
run cpm-assess -C ona import --round R1 --from wide "$files/ona-good.csv"
like "$err" 'R1: 0 new, 2 changed, 4 same$' 'ona: n/a is skipped, and not applicable elsewhere'
run cpm-assess -C ona import --round R1 --from auto -d , "$files/ona-good.csv"
like "$err" 'R1: 0 new, 2 changed, 4 same$' '--from auto is as without it'

# --- ODK Central
brings odk "$files/odk-good.csv" "ODK Central export, separator ',', UTF-8"
like "$err" "who it was: 'profile-name', 'meta-instanceName', 'SubmitterID', 'SubmitterName', 'AttachmentsPresent', 'AttachmentsExpected', 'DeviceID'$" 'odk: what may identify is dropped and listed'
brings traps "$files/odk-traps.csv" "ODK Central export, separator ',', UTF-8"
like "$err" "who it was: 'name', 'loc-Latitude', 'loc-Longitude'$" 'odk: positions'
like "$err" 'left out: 1 sheet without any answer$' 'odk: a row that ends early is short, not wrong'
run cpm-assess -C odk import --round R1 "$files/odk-traps.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'odk: plain names, another instanceID, the same KEY: the same sheets'
refuses "$files/odk-bad.csv" <<'END'
3: column 'STR0': a number that is not on the scale
5: the header has 20 cells, this row 22
6: the last line is cut off: the header has 20 cells, this row 4
END
run cpm-assess -C refused import -n --round R1 --from wide "$files/odk-traps.csv"
like "$err" 'the header has 21 cells, this row 4$' 'odk: elsewhere a short row is a fault'

# --- ODK Briefcase and Aggregate
brings briefcase "$files/briefcase-good.csv" "ODK Briefcase export, separator ',', UTF-8"
like "$err" "who it was: 'profile-name', 'photo'$" 'briefcase: what may identify is dropped and listed'
brings traps "$files/briefcase-traps.csv" "ODK Briefcase export, separator ',', UTF-8"
run cpm-assess -C briefcase import --round R1 "$files/briefcase-traps.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'briefcase: the names of Aggregate, with CR LF: the same sheets'
# Of one submission, Central and Briefcase write the same number.
run cpm-assess -C odk import --round R1 "$files/briefcase-good.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'briefcase: what Central brought is the same'
refuses "$files/briefcase-bad.csv" <<'END'
4: column 'TEA0': neither a number nor a word of the scale
END

# The archive that Central gives is no CSV yet.
perl -e 'print "PK\3\4", "\0" x 22, pack("v", 10), "\0\0", "garden.csv", "x" x 40' >garden.csv.zip
run cpm-assess -C odk import --round R1 garden.csv.zip
is "$rc" 1 'odk: an archive'
like "$err" 'this is a zip archive: unpack it, and take the CSV that is in it$' 'odk: is said to be one'

# --- in French
run cpm-assess -C kobo --lang fr import --round R1 "$files/ona-repeats.csv"
like "$err" 'export d’Ona \(formhub\), séparateur' 'en français'
like "$err" 'vient de questions qu’un envoi répète' 'en français, une faute'

done_testing
