#!/bin/sh
# KoboToolbox exports without a map: labels or names, groups, a row of tags;
# what may say who it was goes nowhere; a second import adds nothing.
. "${0%/*}/../lib.sh"
data=$top/tests/data/intake

cpm-init --quiet --pack boost-short team 2>/dev/null
mkdir in; cd team || exit 2
printf '%064d\n' 7 >../team.private/key
cpm-assess open R1 --quiet
resp=../team.private/responses.csv

run cpm-assess import --round R1 "$data/kobo-fr.csv"
is "$rc" 0 'French labels come in'
empty "$out" 'and nothing is printed'
like "$err" "kobo-fr.csv: KoboToolbox export, separator ';', UTF-8$" 'source, separator and encoding are said'
like "$err" "dropped, for they may say who it was: 'Nom et prénom', 'Photo du lieu', 'Photo du lieu_URL', '_submitted_by'$" 'what may identify is listed'
like "$err" "the survey program's own: 'start', 'end', '_id', '_uuid', … \(12\)$" 'metadata in short'
like "$err" "the group is in column 'Votre regard'$" 'the group too'
like "$err" 'R1: 6 new, 0 changed, 0 same$' 'six sheets'
is "$(sed 1d "$resp" | wc -l)" 48 'a row for each criterion'
is "$(cut -d, -f1-2 "$resp" | sort -u | tr '\n' ' ')" 'R1, round,date ' 'without a day'
# Group and scores of each sheet, in the order of the file made for it.
sheets() { awk -F, 'NR > 1 { if (!($3 in s)) o[n++] = $3; s[$3] = s[$3] (s[$3] == "" ? $4 ":" : "") " " ($7 == "" ? "-" : $7) }
	END { for (i = 0; i < n; i++) print s[o[i]] }' "$resp" | sort; }
sheets >"$tmp/got"
cat >"$tmp/want" <<'EOF'
executive: 2 1 3 2 - 2 2 1
executive: 4 4 4 2 3 DK 2 4
governance: 3 2 4 - 5 3 NA 4
programme: 5 4 3 3 4 4 3 NA
volunteers: 1 2 DK 3 2 5 1 3
volunteers: 3 3 3 3 3 3 3 3
EOF
same "$tmp/got" "$tmp/want" 'scores by label, NA, DK and skipped kept apart'
is "$(sed 1d "$resp" | cut -d, -f3 | uniq | sort -c 2>&1)" '' 'in the order of their codes, not of who came when'
is "$(sed 1d "$resp" | cut -d, -f3 | sort -u | grep -Ec '^[0-9a-hjkmnp-tv-z]{12}$')" 6 'twelve signs a code'
is "$(stat -c %a "$resp")" 600 'readable by its owner alone'

cp "$resp" "$tmp/before"
run cpm-assess import --round R1 "$data/kobo-fr.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'the same file again adds nothing'
run cpm-assess import --round R1 "$data/kobo-en.csv"
is "$rc" 0 'English labels with groups in the headers, in another order'
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'are the same sheets'
like "$err" "'What is your name\?'" 'a name is seen in English'
run cpm-assess import --round R1 "$data/kobo-xml.csv"
is "$rc" 0 'names of questions, numbers, a row of tags'
like "$err" ':2: left out, a line of #tags$' 'which is left out and said'
like "$err" "the group is in column 'profil/regard'$" 'a group inside a path'
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'are the same sheets too'
same "$resp" "$tmp/before" 'not a byte was written'

# An edit changes _uuid, not rootUuid and _id.
sed -e '5s/;"2";"3";"2";"5";/;"2";"4";"2";"5";/' -e 's/0b6f4106-77aa/9999aaaa-77aa/' \
    "$data/kobo-xml.csv" >../in/edited.csv
run cpm-assess import --round R1 ../in/edited.csv
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'nothing was edited but the number'
sed '7s/"1";"2";"DK";"3"/"1";"5";"DK";"3"/; s/"0b6f4106-77aa[^"]*"/"1111"/' "$data/kobo-xml.csv" >../in/edited.csv
run cpm-assess import --round R1 ../in/edited.csv
like "$err" 'R1: 0 new, 1 changed, 5 same$' 'an edited submission is an update'
is "$(diff "$tmp/before" "$resp" | grep -c '^>')" 1 'of one line'
# An older export has no rootUuid; _id finds the sheet.
cut -d';' -f1-23 "$data/kobo-xml.csv" | sed '7s/"1";"2";"DK";"3"/"1";"5";"DK";"3"/' | tr -d '\r' >../in/old.csv
run cpm-assess import --round R1 ../in/old.csv
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'an export without rootUuid knows its sheets by _id'

# --- the same form for a second round
cpm-assess open R2 --quiet 2>/dev/null
tail -1 "$data/kobo-fr.csv" | sed 's/4107/4999/g' >../in/line
cat "$data/kobo-fr.csv" ../in/line >../in/second.csv
run cpm-assess import --round R2 ../in/second.csv
like "$err" 'R2: 1 new, 0 changed, 0 same$' 'the second round has the new sheet'
like "$err" 'left out: 6 sheets that another round counted already$' 'and says what the first one has'

# --- a preview
cp "$resp" "$tmp/before"
sed 's/4101/5101/g' "$data/kobo-xml.csv" >../in/new.csv
run cpm-assess import -n --round R1 ../in/new.csv
is "$rc" 0 'a preview'
like "$err" 'R1: 1 new, 1 changed, 4 same$' 'says the counts'
like "$err" 'would write team.private/responses.csv \(9 rows\)$' 'and what would be written'
is "$(head -5 "$out" | tr '\n' ' ')" 'column,field,criterion,reverse,scores start,metadata,,, end,metadata,,, profil/nom,identifying,,, profil/regard,group,,, ' 'each column and its use'
like "$out" '^votes/GOV/GOV0,score,GOV0,,$' 'with its criterion'
is "$(sed 1d "$out" | wc -l)" 25 'all of them'
same "$resp" "$tmp/before" 'and nothing is written'

# A map may begin from it, and brings the same sheets in.
run cpm-assess import -n --csv --round R1 "$data/kobo-xml.csv"
cp "$out" ../in/map.csv
run cpm-assess import --round R1 --map ../in/map.csv "$data/kobo-xml.csv"
is "$rc" 0 'the preview is a map'
like "$err" 'R1: 0 new, 1 changed, 5 same$' 'of the same sheets'
printf '_id,_uuid,Q1\n1,a,4\n' >../in/none.csv
run cpm-assess import -n --csv --round R1 ../in/none.csv
is "$rc" 1 'no criterion at all'
is "$(tr '\n' ' ' <"$out")" 'column,field,criterion,reverse,scores _id,metadata,,, _uuid,metadata,,, Q1,unknown,,, ' 'still lists the columns for a map'
cp "$tmp/before" "$resp"

# --- one group for a file that has none
cut -d';' -f5- "$data/kobo-xml.csv" | sed 's/41\(0[0-9]\)/61\1/g' >../in/nogroup.csv
run cpm-assess import -n --round R1 ../in/nogroup.csv
like "$err" "no column says the group: answers count in 'all' only \(--group GROUP says it" 'no group is said, with what to do'
run cpm-assess import -n -q --round R1 ../in/nogroup.csv
empty "$err" '-q is quiet'
run cpm-assess import --round R1 --group Bénévoles ../in/nogroup.csv
is "$rc" 0 '--group by label'
is "$(grep -c ',volunteers,' "$resp")" 72 'goes to every sheet'

# --- the notes of a form for phones, empty in every line
printf '"Do not write\nyour name";"What each\nscore means";Email;STR/note_STR;STR0;_id;_uuid\n' >../in/notes.csv
printf '"";"";"";"";4;%s;u%s\n' 81 81 82 82 >>../in/notes.csv
run cpm-assess import -n --round R1 ../in/notes.csv
like "$err" "left out, notes of the form: 'Do not write your name', 'What each score means', 'STR/note_STR' \(3\)$" 'a note is neither somebody nor unknown'
like "$err" "dropped, for they may say who it was: 'Email'$" 'a column for names is, even an empty one'
run cpm-assess import -n --round R1 ../in/notes.csv --lang fr
like "$err" 'des notes du formulaire.+: «' 'in French'
run cpm-assess import --suggest --round R1 ../in/notes.csv
like "$err" 'left out, notes of the form: .* \(3\)$' 'a draft says the same'
sed '4s/^""/"Jean"/' ../in/notes.csv >../in/noted.csv
run cpm-assess import -n --round R1 ../in/noted.csv
like "$err" "who it was: 'Do not write your name', 'Email'$" 'one cell, and it is not empty'

# --- canary: nobody's name, nowhere
find . ../team.private -type f -exec cat {} + >"$tmp/all"
run cpm-assess import --round R1 "$data/kobo-fr.csv"
cat "$err" >>"$tmp/all"
run cpm-assess import -n --round R1 "$data/kobo-fr.csv"
cat "$err" "$out" >>"$tmp/all"
unlike "$tmp/all" 'Espérance|Bahati|Furaha|Josué|Neema|Amani|kobo_clerk|0b6f|uuid:|4101' 'no name, no number of a submission in any file or word'

done_testing
