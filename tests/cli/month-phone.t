#!/bin/sh
# The month's sheet as a form for phones, and exports of it.
. "${0%/*}/../lib.sh"

q() { v=$1; shift; cpm-plan "$v" --date 2026-02-01 -q "$@" >/dev/null 2>&1 || echo "# setup: $v $*"; }
again() { cd ..; rm -rf tujenge tujenge.private; cp -r kept tujenge; cp -r kept.private tujenge.private; cd tujenge || exit 2; }
bring() { run cpm-plan import --date 2026-05-02 "$@"; }
cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
q cycle open --objective o
q propose 'The cash' --id cash; q choose cash --by team --why w
q level cash 1 --objective o --by 2026-06-30
q action cash 'Count on Fridays' --id count-1
q action cash 'Hang ${it}' --id hang
q action cash 'Show the partner' --id show
for a in count-1 hang; do
	q start $a --owner treasurer --due 2026-06-30 --verification 'on the wall'
done
q step count-1 'Buy a notebook' --id notebook
git init -q . 2>/dev/null; git add -A; git commit -qm start
cp -r ../tujenge ../kept; cp -r ../tujenge.private ../kept.private

# --- the form
f=$tmp/form
run cpm-plan form --xlsform "$f" --date 2026-03-05 -n
is "$rc" 0 'what would be written'; like "$err" 'would write .*/survey.csv' 'is said'
[ ! -e "$f" ]; ok $? 'and not written'
run cpm-plan form --xlsform "$f" --date 2026-03-05
is "$rc" 0 'a form'
like "$err" 'wrote survey.csv, choices.csv and settings.csv' 'said'
like "$err" 'ssconvert' 'with the way to a workbook'
is "$(head -1 "$f/survey.csv")" 'type,name,label::English (en),label::Français (fr),hint::English (en),hint::Français (fr),appearance,default,relevant,required,constraint' 'its columns'
like "$f/survey.csv" '^date,month,Which month is this about\?,De quel mois s’agit-il.*,month-year,2026-03-01,,yes,$' 'asks for the month'
like "$f/survey.csv" '^begin_group,c_cash,The cash,' 'a group for each change'
like "$f/survey.csv" '^select_one now,a_count_1,Count on Fridays,Count on Fridays,"treasurer, by 30 June 2026","treasurer, pour le 30 juin 2026"' 'a question for each action'
like "$f/survey.csv" "^text,a_count_1__obstacle,Count on Fridays: what is in the way\?,.*\\\$\{a_count_1\} = 'blocked',yes" 'what blocks it, where it is blocked'
like "$f/survey.csv" "^date,a_count_1__on,.*\\\$\{a_count_1\} = 'done',,\. <= today\(\)" 'the day, where it is done'
unlike "$f/survey.csv" 'a_count_1__owner' 'who does it is known'
like "$f/survey.csv" "^text,a_show__owner,.*\\\$\{a_show\} = 'doing'" 'and asked of a draft'
like "$f/survey.csv" '^select_one step,s_notebook,Buy a notebook,' 'a step'
is "$(grep -c '^text,seen_[123]__what,' "$f/survey.csv")" 3 'three small changes, no repeat'
unlike "$f/survey.csv" 'begin_repeat' 'a repeat would be a second file'
like "$f/survey.csv" "^text,seen_2__what,.*\\\$\{seen_1__what\} != ''" 'the second one after the first'
like "$f/survey.csv" '^date,meeting_1__on,' 'meetings'
like "$f/survey.csv" '^text,difficulty_1__what,' 'difficulties'
unlike "$f/survey.csv" 'Hang [$][{]it' 'a name of a question in a title'
is "$(awk -F, '$1 == "begin_group"' "$f/survey.csv" | wc -l)" "$(awk -F, '$1 == "end_group"' "$f/survey.csv" | wc -l)" 'groups are closed'
is "$(awk -F, 'NR > 1 && $1 !~ /group/ { print $2 }' "$f/survey.csv" | sort | uniq -d)" '' 'each name once'
is "$(cut -d, -f1,2 "$f/choices.csv" | paste -sd' ')" 'list_name,name now,todo now,doing now,done now,blocked step,todo step,done' 'the choices'
like "$f/settings.csv" '^"tujenge: sheet of the month, March 2026",tujenge_2026_03,v' 'the settings'
q adjust count-1 --owner 'treasurer ${x}' --reason means
run cpm-plan form --xlsform "$tmp/other" --date 2026-03-05
like "$tmp/other/survey.csv" '"treasurer \$ \{x\}, by 30 June 2026"' 'nor in a role'
again
run cpm-plan form --xlsform "$f" --month 2026-04
is "$rc" 2 'another month in the same folder'; like "$err" 'name another folder' 'is refused'
run cpm-plan form --xlsform "$f" --grid
is "$rc" 2 'one shape at a time'; like "$err" 'do not go with --xlsform' 'said'
run cpm-plan form --xlsform ''
is "$rc" 2 'no folder'

# --- KoboToolbox, with groups, of two months
k=$tmp/kobo.csv
cat >"$k" <<'E'
"start";"end";"month";"c_cash/a_count_1";"c_cash/a_count_1__obstacle";"c_cash/a_count_1__on";"c_cash/s_notebook";"c_cash/a_hang";"c_cash/a_hang__obstacle";"c_cash/a_show";"c_cash/a_show__owner";"c_cash/a_show__due";"c_cash/a_show__verification";"small/seen_1__what";"small/seen_1__for_whom";"small/seen_1__by";"small/seen_1__on";"meetings/meeting_1__on";"difficulties/difficulty_1__what";"_id";"_uuid";"_submission_time";"_submitted_by";"_index"
"2026-05-01T08:00:00.000+02:00";"2026-05-01T08:04:00.000+02:00";"2026-04-01";"done";"";"2026-04-24";"";"doing";"";"";"";"";"";"";"";"";"";"";"";"102";"u-102";"2026-05-01T06:04:10";"who";"2"
"2026-04-01T08:00:00.000+02:00";"2026-04-01T08:04:00.000+02:00";"2026-03-01";"doing";"";"";"done";"blocked";"no wall";"doing";"secretary";"2026-06-15";"a letter";"Two people; count";"everyone";"secretary";"2026-03-20";"2026-03-17";"No paper";"101";"u-101";"2026-04-01T06:04:10";"who";"1"
E
bring -n "$k"
is "$rc $(git status --porcelain)" '0 ' 'a preview'
bring "$k"
is "$rc" 0 'a KoboToolbox export'
like "$err" "KoboToolbox export, separator ';', UTF-8" 'recognised'
unlike "$err" 'not read' 'what the program adds is no matter'
is "$(sed -n 's/^cpm-plan: \(blocked\|under way\): Hang.*/\1/p' "$err" | paste -sd' ')" 'blocked under way' 'March comes before April'
is "$(cell actions count-1 status) $(cell actions count-1 done_on)" 'done 2026-04-24' 'done in April'
is "$(cell actions hang status)" doing 'blocked, and then under way'
is "$(cell actions show status) $(cell actions show owner) $(cell actions show due) $(cell actions show start)" 'doing secretary 2026-06-15 2026-03-31' 'a draft that runs'
is "$(cell steps notebook done_on)" 2026-03-31 'a step'
like small-changes.csv '^2026-03-seen-....,2026-03-20,secretary,Two people; count,everyone,,,team$' 'a small change'
like log.csv '^2026-03-team-meeting-....,2026-03-17,' 'a meeting'
like difficulties.csv '^2026-03-difficulty-....,2026-03-31,,,No paper,' 'a difficulty'
run cpm-check; is "$rc" 0 'the folder is sound'
git add -A; git commit -qm x
bring "$k"
is "$rc $(git status --porcelain)" '0 ' 'again: nothing'
like "$err" 'nothing new in' 'said'
run cpm-plan block hang --obstacle 'later' --date 2026-05-02; git commit -qam y
sed -i 's/Two people; count/Three people count/; s/"u-101"/"u-101b"/' "$k"; bring "$k"
is "$rc" 0 'an edited submission'
like "$err" 'changed: small change 1, March 2026' 'is an update'
is "$(cell actions hang status)" blocked 'and what went on since stays'
is "$(wc -l <small-changes.csv)" 2 'no row more'
like ../tujenge.private/taken.csv '^submission [0-9a-f]{12},count-1,2026-03,' 'remembered by a mark of the submission'
unlike ../tujenge.private/taken.csv 'u-101|,101,' 'not by its number'

again
printf '%s\n' 'month,seen_1__what,_id' '2026-03-01,Two people count,1' '2026-03-01,The mayor came,2' >"$k"; bring "$k"
sed -i 's/The mayor came/Nobody came/; s/Two people count/We sing/' "$k"; bring "$k"
is "$rc $(cut -d, -f4 small-changes.csv | paste -sd'|')" '0 what|We sing|Nobody came' 'a submission has its number: it may be edited at will'
again
printf '%s\n' 'month,seen_1__what' '2026-03-01,Two people count' >"$k"; bring "$k"
sed -i 's/Two people count/The mayor came/' "$k"; bring "$k"
is "$rc $(cut -d, -f4 small-changes.csv | paste -sd'|')" '1 what|Two people count' 'without a number it may be another sheet'

# --- with labels, in French
again
cat >"$k" <<'E'
De quel mois s’agit-il ?,The cash/Count on Fridays,The cash/Count on Fridays : quel jour ?,The cash/Hang $ {it},The cash/Hang $ {it} : qu’est-ce qui bloque ?,Petits changements/Petit changement 1 : qu'est-ce qui a changé, même un peu ?,_id,_index
E
sed -i 's/Petits changements\/Petit changement 1 : qu.est-ce qui a changé, même un peu ?/"&"/' "$k"
echo '2026-03-01,Fait,2026-03-14,Bloqué,pas de mur,On compte à deux,7,1' >>"$k"
bring "$k"
is "$rc" 0 'labels and words in French'
is "$(cell actions count-1 done_on) $(cell actions hang status) $(cell actions hang obstacle)" '2026-03-14 blocked pas de mur' 'taken'
like small-changes.csv 'On compte à deux' 'a small change too'

# --- ODK Central, groups with a minus; Ona's n/a; no number
again
printf '%s\n' 'SubmissionDate,month,c_cash-a_count_1,c_cash-a_hang,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion' \
    '2026-04-01T06:00:00Z,2026-03-01,done,,uuid:1,uuid:1,5,who,0,0,,,d,0,v1' >"$k"
bring "$k"
is "$rc $(cell actions count-1 status)" '0 done' 'ODK Central'
like "$err" 'ODK Central export' 'recognised'
again
printf '%s\n' 'month,c_cash/a_count_1,c_cash/a_hang,_id,_uuid,_xform_id,_xform_id_string' '2026-03-01,done,n/a,1,u,9,x' >"$k"
bring "$k"
is "$rc $(cell actions count-1 status) $(cell actions hang status)" '0 done doing' 'Ona: n/a is no answer'
again
printf '%s\n' 'month,a_count_1,mood' '2026-03-01,done,good' >"$k"
bring "$k"
is "$rc $(cell actions count-1 status)" '0 done' 'without a number'
like "$err" ":1: warning: column 'mood': this column is not read" 'a column of something else is said'
bring "$k"; like "$err" 'nothing new' 'twice'

# --- faults
again
printf '%s\n' 'month,a_count_1,a_hang,_id' '2026-03-01,xyzzy,blocked,1' '2026-06-01,done,,2' 'xyzzy,done,,3' '2026-03-01,done,,1' ',done,,4' >"$k"
bring "$k"
is "$rc" 1 'faults'
like "$err" ":4: column 'month': not a month" 'no month'
like "$err" ':5: this sheet is there already, on line 2' 'a submission twice'
like "$err" ':6: which month is this sheet of\?' 'a month that is missing'
sed -i '4,$d' "$k"; bring "$k"
like "$err" ":2: column 'a_count_1': none of: done" 'a word that means nothing'
like "$err" ":2: blocked, and nobody says by what" 'blocked by nothing'
like "$err" ":3: column 'month': a month that is still to come" 'a month to come'
unlike "$err" 'xyzzy' 'no value is said'
is "$(git status --porcelain)" '' 'nothing is written'
sed -i 's/^hang,\([^,]*\),1,[^,]*,/hang,\1,1,Count on Fridays,/' actions.csv
printf '%s\n' 'month,Count on Fridays,_id' '2026-03-01,done,1' >"$k"
bring "$k"
is "$rc" 1 'a label of two'
like "$err" 'this label is of two questions' 'said'
like "$err" 'hint: export with XML values and headers' 'with the way'
done_testing
