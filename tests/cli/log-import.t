#!/bin/sh
# Sheets of contacts, small changes and lessons that a phone or a spreadsheet
# made.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
run cpm-plan cycle open --objective o --start 2026-01-31
run cpm-plan propose 'The cash' --id cash
(umask 077; printf 'code,name\nk1,Amina Test\n' >../tujenge.private/people.csv)
git init -q . 2>/dev/null; git add -A; git commit -qm start
cp -r ../tujenge ../kept; cp -rp ../tujenge.private ../kept.private
again() { cd ..; rm -rf tujenge tujenge.private; cp -r kept tujenge; cp -rp kept.private tujenge.private; cd tujenge || exit 2; }
bring() { run cpm-log import --date 2026-04-02 "$@"; }
f=$tmp/f.csv

# --- contacts
cat >"$f" <<'E'
date,mode,author,minutes,persons,women,refs,summary,agreed,visibility
2026-03-12,visit,mentor,90,6,4,change:cash,Counted the cash together,The list hangs by Friday,
2026-03-20,call,mentor,15,,,,Asked how it goes,,private
2026-03-25,team_meeting,secretary,,5,3,,,,
E
bring "$f"
is "$rc" 1 'a contact without a word'
like "$err" ":4: column 'summary': nothing stands here" 'is named'
is "$(git status --porcelain)" '' 'nothing is written'
sed -i '4s/,3,,,,$/,3,,Weekly meeting,,/' "$f"
bring -n "$f"
is "$rc $(git status --porcelain)" '0 ' 'a preview changes nothing'
like "$err" 'noted: 2026-03-12-visit-' 'and says what would come'
bring "$f"
is "$rc" 0 'three contacts'
is "$(cat "$out")" '' 'nothing on standard output'
like "$err" "a sheet of the log, separator ',', UTF-8" 'what it is'
like "$err" 'noted: 2026-03-12-visit-....$' 'a visit'
like "$err" 'noted, in the private folder: 2026-03-20-call-....$' 'a private call'
unlike "$err" 'Counted|Asked|Weekly' 'their words are not said'
like log.csv '^2026-03-12-visit-....,2026-03-12,mentor,visit,,90,6,4,change:cash,Counted the cash together,The list hangs by Friday,team$' 'written'
unlike log.csv 'Asked' 'what is private is not in the shared folder'
like ../tujenge.private/log.csv 'Asked how it goes,,private$' 'but beside it'
run cpm-check; is "$rc" 0 'the folder is sound'
git add -A; git commit -qm x; cp ../tujenge.private/log.csv "$tmp/private"
bring "$f"
is "$rc $(git status --porcelain)" '0 ' 'again: nothing'
like "$err" 'nothing new in ' 'said'
same ../tujenge.private/log.csv "$tmp/private" 'nor in the private folder'

# --- the same in French, from a spreadsheet
again
printf 'date,mode,summary\n3/4/26,visit,a\n' >"$f"; bring "$f"
like "$err" 'hint: date_order in cpm.csv says which of day and month comes first' 'a day that could be two'
sed -i 's/^date_order,.*/date_order,dmy/' cpm.csv
printf 'Date;Mode;Auteur;Minutes;Personnes;Femmes;Objets;Résumé;Convenu;Visibilité\r\n12/03/2026;Visite;mentor;90,0;6;4;cash;Compté à deux;;équipe\r\n13.03.2026;Réunion d'"'"'équipe;secrétaire;;;;;Réunion;;privé\r\n' | iconv -t CP1252 >"$f"
bring "$f"
is "$rc" 0 'French headers and words, ;, CRLF, CP1252, 90,0'
like "$err" "separator ';', CP1252" 'said'
like log.csv ',2026-03-12,mentor,visit,,90,6,4,change:cash,Compté à deux,,team$' 'in the folder'"'"'s own words'
like ../tujenge.private/log.csv ',2026-03-13,secrétaire,team_meeting,' 'privé is private'
{ printf '\357\273\277'; printf 'date\tmode\tsummary\n2026-03-14\tcall\tBy tab\n'; } >"$f"
runin "$f" cpm-log import --date 2026-04-02 contacts -
is "$rc" 0 'TAB, BOM, standard input'; like log.csv ',By tab,,team$' 'written'
bring --private "$f"
like ../tujenge.private/log.csv ',By tab,,private$' '--private: all of it'

# --- a form on a phone
again
cat >"$f" <<'E'
start,end,contact/date,contact/mode,contact/persons,contact/summary,contact/prose,colour,_id,_uuid,_submission_time,_index
2026-03-12T08:00:00,2026-03-12T08:05:00,2026-03-12,visit,6,Counted,It rained.,blue,11,u1,2026-03-12T09:00:00,1
E
bring "$f"
is "$rc" 0 'a KoboToolbox export'
like "$err" 'KoboToolbox export' 'recognised'
like "$err" ":1: warning: column 'colour': this column is not read" 'what is not read is said'
id=$(sed -n 2p log.csv | cut -d, -f1)
is "$(cat "notes/$id.md")" 'It rained.' 'with its prose'
sed -i 's/,6,Counted,/,7,Counted twice,/' "$f"; bring "$f"
is "$rc" 0 'edited on the phone'
like "$err" "changed: $id \\(persons, summary\\)" 'is an update, and said'
is "$(sed -n 2p log.csv)" "$id,2026-03-12,,visit,,,7,,,Counted twice,,team" 'in its row'
is "$(wc -l <log.csv)" 2 'no row more'
git add -A; git commit -qm x; bring "$f"; is "$(git status --porcelain)" '' 'and then nothing'
sed -i 's/Counted twice/Better words/' log.csv; git commit -qam x; bring "$f"
is "$rc $(git status --porcelain)" '0 ' 'what was bettered here since stays'
printf 'id,date,mode,summary\n%s,2026-03-12,visit,Best words\n' "$id" >"$f"; bring "$f"
is "$rc" 0 'by its own id'
like log.csv ',Best words,,team$' 'a row is changed'
is "$(wc -l <log.csv)" 2 'and none added'
sed -i '1s/$/,visibility/; 2s/$/,private/' "$f"; bring "$f"
is "$rc" 1 'from the shared to the private folder'
like "$err" "column 'visibility': a row does not move" 'is refused'

# --- small changes and lessons
again
printf 'date,what,for_whom,seen_by,ref\n2026-03-12,They count,all,secretary,cash\n' >"$f"
bring seen "$f"
is "$rc" 0 'small changes'
like small-changes.csv '^2026-03-12-they-count-....,2026-03-12,secretary,They count,all,change:cash,,team$' 'written'
bring seen "$f"; like "$err" 'nothing new' 'twice nothing'
printf 'now_know,kind,owner,state\nCount by two,tool,mentor,verified\n' >"$f"
bring lessons "$f"
is "$rc" 0 'lessons'
like lessons.csv '^count-by-two-....,,tool,.*,noted,' 'as noted'
like "$err" "column 'state': this column is not read" 'the rule of three is no matter of a sheet'
bring leçons "$f"; like "$err" 'nothing new' 'by the French word, twice nothing'
printf 'date,what,category,raised_by\n2026-03-12,No paper,argent,secretary\n' >"$f"
bring difficulties "$f"
is "$rc" 0 'difficulties'
like difficulties.csv '2026-03-12,money,,No paper,secretary,.*,team$' 'written'
bring difficultés "$f"; like "$err" 'nothing new' 'twice nothing'
bring things "$f"
is "$rc" 2 'another word'; like "$err" "contacts, seen, lessons or difficulties, not 'things'" 'said'

# --- faults, all of them, without a value
again
cat >"$f" <<'E'
date,mode,minutes,persons,women,refs,summary,visibility,id
2026-03-12,xyzzy,10,,,,a,,
31/02/2026,visit,,,,,b,,
2026-05-01,visit,,,,,c,,
3/4/26,visit,,,,,d,,
2026-03-12,visit,xyzzy,,,,e,,
2026-03-12,visit,,3,4,,f,,
2026-03-12,visit,,,,change:xyzzy,g,,
2026-03-12,visit,,,,,h,xyzzy,
2026-03-12,,,,,,i,,
2026-03-12,visit,,,,,j,,7
E
bring "$f"
is "$rc" 1 'a sheet with faults'
like "$err" ":2: column 'mode': none of: visit, call, " 'a word that means nothing'
like "$err" ":3: column 'date': no such day" 'no day'
like "$err" ":4: column 'date': a day that is still to come" 'a day to come'
like "$err" ":5: column 'date': which is the day, which the month" 'two days'
like "$err" ":6: column 'minutes': not a whole number from 0 to" 'no number'
like "$err" ":7: column 'women': more women than persons" 'too many women'
like "$err" ":8: column 'refs': it refers to something that is not there" 'nothing there'
like "$err" ":9: column 'visibility': none of:" 'no audience'
like "$err" ":10: column 'mode': nothing stands here" 'no kind'
like "$err" ":11: column 'id': no identifier of a row of ours" 'a number of somebody else'
unlike "$err" 'xyzzy' 'no value is said'
is "$(git status --porcelain)" '' 'nothing is written'
printf 'date,summary\n2026-03-12,a\n' >"$f"; bring "$f"
is "$rc" 1 'a column that is missing'; like "$err" 'a column is missing: mode \(mode\)' 'is named'
printf 'date,mode,résumé,summary\n' >"$f"; bring "$f"
is "$rc" 1 'a column twice'; like "$err" "column 'summary': a column of this name" 'is named'
: >"$f"; bring "$f"; is "$rc" 1 'an empty file'
bring "$tmp/none.csv"; is "$rc" 2 'no file'

# --- confidence
printf 'date,mode,summary,visibility\n2026-03-12,visit,With Amina Test,\n2026-03-13,visit,Amina Test alone,private\n2026-03-14,call,a@example.org,\n' >"$f"
bring "$f"
is "$rc" 0 'a name in a text'
like "$err" ":2: warning: column 'summary': the name of a person of the private folder" 'is worth a look'
like "$err" ":4: warning: column 'summary': an e-mail address" 'an address too'
is "$(grep -c 'warning' "$err")" 2 'but not in the private folder'
unlike "$err" 'Amina' 'and is not said'
done_testing
