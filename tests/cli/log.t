#!/bin/sh
# The log: contacts, small changes, lessons; what is private stays so.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-02-14
l() { v=$1; shift; run cpm-log "$v" --date $on "$@"; }
cpm-plan cycle open --objective o --start 2026-01-31 --date 2026-01-31 >/dev/null 2>&1
cpm-plan propose Cash --date 2026-01-31 >/dev/null 2>&1
cpm-plan choose cash --by t --why w --date 2026-01-31 >/dev/null 2>&1
cpm-plan level cash 1 --objective o --date 2026-01-31 >/dev/null 2>&1
cpm-plan action cash 1 'Count it' --date 2026-01-31 >/dev/null 2>&1

# --- add
l add 'Counted the cash together' --mode visite --persons 5 --women 3 --minutes 90 --author mentor --theme cash --refs 'action:count cash' --agreed 'again on the 27th'
is "$rc" 0 'a contact in one line'
id=$(cat "$out")
like "$out" '^2026-02-14-visit-[0-9a-z]{4}$' 'its id begins with the day'
like "$err" 'noted: 2026-02-14-visit-' 'said'
like log.csv "^$id,2026-02-14,mentor,visit,cash,90,5,3,action:count-it-.* change:cash-.*,Counted the cash together,again on the 27th,team\$" 'written, references completed, the mode canonical'
cp log.csv before
l add 'Counted the cash together' --mode visite --persons 5 --women 3 --minutes 90 --author mentor --theme cash --refs 'action:count cash' --agreed 'again on the 27th'
is "$(cat "$out")" "$id" 'typed again it is found'
like "$err" "already there: $id" 'and said'
same log.csv before 'and not counted twice'
l add 'Call' --mode call --with 2
is "$(tail -1 log.csv | cut -d, -f7)" 2 '--with is --persons'
run cpm-log add 'Call without a day' --mode call
run env SOURCE_DATE_EPOCH=4102444800 cpm-log add 'Call without a day' --mode call
like "$err" 'already there, of .*: 2.*-call-.*; for a genuine second one: --again' 'typed again after midnight it is found too'
grep -v 'without a day' log.csv >x; mv x log.csv
cp log.csv before
l add 'x'
is "$rc" 1 'without a mode'
like "$err" 'what kind of contact\? \(--mode visit' 'it is asked for'
l add 'Another talk' --mode call --id "$id"
is "$rc" 1 'an id that is taken'
like "$err" "the id '$id' is taken by: Counted the cash together" 'loses nothing'
LANGUAGE=fr l seen ''
like "$err" 'TEXTE\W+: ne doit pas être vide' 'an operand is named as the usage names it, in French too'
l add 'Counted the cash together' --mode call --id "$id"
is "$rc" 1 'a call is not a visit of the same words'
for s in '' '  '; do
	l add "$s" --mode visit
	is "$rc" 1 'a contact without a word'
	like "$err" 'SUMMARY: must not be empty' 'is none'
done
run cpm-log add - --mode visit --date $on
is "$rc" 1 'nor an empty standard input'
l add x --mode visit --refs action:cuont
is "$rc" 1 'a slip in a reference'
like "$err" "did you mean 'count-it-" 'is met with the nearest id'
l add x --mode stroll
like "$err" "mode: 'stroll' is none of: visit, call," 'a mode is one of them'
l add x --mode visit --persons 2 --women 3
like "$err" 'more women \(3\) than persons \(2\)' 'more women than persons'
l add x --mode visit --refs 'action:gone'
is "$rc" 1 'a reference to nothing'
like "$err" "no such id: 'action:gone'" 'is named'
l add x --mode visit --minutes -5
like "$err" "minutes: not a whole number" 'minutes are a number'
l add - --mode visit --note -
is "$rc" 2 'one standard input'
like "$err" 'standard input cannot be both summary and note' 'cannot be two things'
l add x --mode visit --note nowhere.txt
is "$rc" 2 'a note that is not there'
printf 'bad \351 \303\251\n' >bad.txt
l add x --mode visit --note bad.txt
is "$rc" 1 'a note in two encodings'
like "$err" 'bad.txt: neither UTF-8 nor CP1252: save the file as UTF-8' 'said'
head -c 1100000 /dev/zero | tr '\0' a >big.txt
l add x --mode visit --note big.txt
like "$err" 'big.txt: a text of more than 1 MB' 'a note that is no note'
same log.csv before 'nothing was written by any of them'
rm -f bad.txt big.txt

# --- prose
printf 'Second visit\n\nA long talk.\nAbout the sheet.\n' >"$tmp/prose"
runin "$tmp/prose" cpm-log add - --mode visit --date $on
id2=$(cat "$out")
is "$(tail -1 log.csv | cut -d, -f10)" 'Second visit' 'the first line is the summary'
is "$(cat "notes/$id2.md")" "$(printf 'A long talk.\nAbout the sheet.')" 'what follows is prose, in notes/'
like "$err" "the prose is in notes/$id2.md" 'said'
printf 'More.\n' >"$tmp/n"
l add 'With a file' --mode call --note "$tmp/n"
is "$(cat "notes/$(cat "$out").md")" 'More.' 'prose from a file'
n=$(cat "$out")
l add 'With a file' --mode call --note "$tmp/n"
unlike "$err" 'not taken over' 'typed again'
printf 'Another talk.\n' >"$tmp/n"
l add 'With a file' --mode call --note "$tmp/n"
like "$err" "the prose is not taken over: .* it can be added to notes/$n.md" 'other prose is neither written over it nor lost unsaid'
is "$(cat "notes/$n.md")" 'More.' 'it stands as it was'
run cpm-log show "$id2"
like "$out" '^summary: Second visit$' 'show prints the facts'
like "$out" '^About the sheet\.$' 'and the prose'

# --- private
printf 'Hidden SEKRET\n\nProse SEKRET\n' >"$tmp/prose"
runin "$tmp/prose" cpm-log add - --mode call --private --author mentor --theme SEKRET --date $on
is "$rc" 0 'a private contact'
pid=$(cat "$out")
like "$err" "noted, in the private folder: $pid" 'said'
like "$err" "the prose is in the private folder: notes/$pid.md" 'its prose too'
grep -q 'Hidden SEKRET' ../tujenge.private/log.csv; ok $? 'the row is in the private folder'
grep -q 'Prose SEKRET' "../tujenge.private/notes/$pid.md"; ok $? 'and the prose'
is "$(stat -c %a ../tujenge.private/log.csv)" 600 'for its owner only'
grep -rq SEKRET .; ok $((1 - $?)) 'nothing of it is in the folder that git keeps'
l add 'Told SEKRET' --mode call --private
told=$(cat "$out")
l add 'Told SEKRET' --mode call --visibility private
is "$(cat "$out")" "$told" 'both ways of saying it find the same row'
sed -i '/Told SEKRET/d' ../tujenge.private/log.csv
l seen 'Seen SEKRET' --visibility private
l lesson 'Learnt SEKRET' --private --id pl
l lesson 'Other' --private --id pl
like "$err" "the id 'pl' is taken by: …" 'what a private id stands for is not quoted'
grep -rq SEKRET .; ok $((1 - $?)) 'nor of what was seen and learnt in private'
for what in contacts seen lessons; do
	for form in --table --csv --json; do cpm-log list $what $form; done
done >"$out" 2>"$err"
unlike "$out" SEKRET 'no list prints its words'
run cpm-log list --csv
like "$out" "^$pid,$on,call,,,,,,,,,private\$" 'but that there is a row, marked'
run cpm-log list --table
like "$out" "$pid.*\\(private: cpm-log show\\)" 'and how its owner sees it'
run cpm-log show "$pid"
like "$out" '^PRIVATE: lies in the private folder' 'show says so first'
like "$out" 'Hidden SEKRET' 'and prints it to its owner'
like "$out" 'Prose SEKRET' 'with the prose'
l lesson --choose pl --visibility team
is "$rc" 1 'a private lesson is not made public by a word'
like "$err" "'pl' is in the private folder and stays there" 'said'
l lesson --apply pl --private
is "$rc" 2 'what is for a new lesson'
like "$err" 'private, --id and --again are for a new lesson' 'is refused for another'
l seen 'In the open' --id open
l seen 'Hidden' --id open --private
is "$rc" 1 'one id'
like "$err" "the id 'open' is taken in the shared folder" 'is one row'
l seen 'In the open' --id pl2 --private; l seen 'Shared' --id pl2
like "$err" "the id 'pl2' is taken in the private folder" 'in both folders'
sed -i '/^open,/d' small-changes.csv
l add 'Said twice' --mode other; a=$(cat "$out")
l add 'Said twice' --mode other --private; b=$(cat "$out")
like "$err" "the same words are in the shared folder too: $a" 'what should have been private is remarked'
[ "$a" != "$b" ]; ok $? 'and has an id of its own'
l add 'Said twice' --mode other --private
is "$(cat "$out")" "$b" 'typed again it is found'
sed -i "/^$a,/d" log.csv
sed -i "/^$b,/d" ../tujenge.private/log.csv
l lesson 'Open lesson'; l lesson --drop "$(cat "$out")" --visibility private
is "$rc" 1 'nor is a shared one hidden by a word'
like "$err" "stays there: git's history has it" 'because it is no secret any more'
sed -i '/Open lesson/d' lessons.csv
run cpm-log lesson --choose pl
unlike "$err" 'Learnt' 'messages do not quote private rows'
for c in 'cpm-plan due --within 3m' 'cpm-plan board' 'cpm-plan list --all' cpm-next cpm-check; do $c --date $on; done >"$out" 2>&1
unlike "$out" SEKRET 'no other command prints it'
mv ../tujenge.private ../away
run cpm-log list --csv
unlike "$out" private 'without the private folder there is none'
is "$rc" 0 'and that is no fault'
mv ../away ../tujenge.private

# --- list
run cpm-log list --csv
is "$(head -1 "$out")" id,date,mode,author,theme,minutes,persons,women,refs,summary,agreed,visibility 'stable columns'
on=2026-03-01; l add 'Échange sur les plaintes' --mode peer_exchange --theme plaintes --author équipe
run cpm-log list --since 2026-02-20 --csv
is "$(wc -l <"$out")" 2 'since a day'
run cpm-log list --until 2026-02-20 --mode visite --csv
is "$(wc -l <"$out")" 3 'until a day, by mode, in French too'
run cpm-log list --author EQUIPE --csv
is "$(wc -l <"$out")" 2 'by author, without accents'
run cpm-log list --theme plainte --csv
is "$(wc -l <"$out")" 2 'by theme'
run cpm-log list --ref count --csv
is "$(wc -l <"$out")" 2 'by what it touched'
run cpm-log list --ref change:cash --csv
is "$(wc -l <"$out")" 2 'with the table’s word'
run cpm-log list --text 'echange SUR' --csv
is "$(wc -l <"$out")" 2 'by words'
run cpm-log list --text 'about the SHEET' --csv
is "$(wc -l <"$out")" 2 'which may stand in the prose'
run cpm-log list --text nowhere --csv
is "$(wc -l <"$out")" 1 'or none'
run cpm-log list --since 2026-13-01
is "$rc" 2 'a day that is none'
like "$err" "since: no such day: '2026-13-01' \(write it as 2026-12-31\)" 'said, with how it is written'
run cpm-log list --since 20/02/2026
is "$rc" 2 'a day in another way'
cp cpm.csv "$tmp/cpm.old"; sed -i 's/^date_order,.*/date_order,dmy/' cpm.csv
run cpm-log list --since 20/02/2026 --csv
is "$rc $(wc -l <"$out")" '0 2' "which the folder's date_order allows"
cp "$tmp/cpm.old" cpm.csv
run cpm-log list seen --theme x
is "$rc" 2 'a small change has no theme'
like "$err" "'--theme' does not go with 'list seen'" 'said'
run cpm-log list lessons --mode visit
is "$rc" 2 'nor a lesson a kind of contact'
run cpm-log list --mode stroll
like "$err" "no such kind of contact: 'stroll'" 'nor mode'
run cpm-log list nothing
like "$err" "list contacts, seen, lessons, difficulties, stories or drafts, not 'nothing'" 'nor table'
run cpm-log list --json
is "$(jq -r 'select(.minutes == 90) | .persons' "$out")" 5 'as JSON'
run cpm-log list --table --lang fr
like "$out" 'échange entre pairs' 'a table in French words'

run cpm-log list --md
like "$out" '^\| id \| date \| how \|' 'in Markdown'
like "$out" '^\| --- \| --- \|' 'as a table'
l add 'A | b <i>*' --mode other
run cpm-log list --md --text 'a | b'
like "$out" 'A .\| b .<i.>.\*' 'that nothing in it breaks'
run cpm-log show "$id" --md
like "$out" '^- summary: Counted the cash together$' 'a row too'
run cpm-log show "$id2" --json
is "$(jq -r .prose "$out" | sed -n 2p)" 'About the sheet.' 'as JSON with its prose'
run cpm-log show "$id" --csv
is "$(head -1 "$out")" 'id,date,author,mode,theme,minutes,persons,women,refs,summary,agreed,visibility,prose' 'and CSV'

# --- peers, counted, and found between teams
l add 'We led it together' --mode co_facilitation --theme Plaintes --persons 9 --women 4 --minutes 120
l add 'A day in their shop' --mode immersion --theme stock --minutes 300
run cpm-log list --peers --csv
is "$(tail -n +2 "$out" | cut -d, -f3 | sort | tr '\n' ' ')" 'co_facilitation job_shadowing peer_exchange ' 'contacts between peers'
run cpm-log list --peers --count theme
is "$rc" 0 'counted'
is "$(cat "$out" | tr '\n' ' ')" 'theme,contacts,minutes,persons,women plaintes,2,120,9,4 stock,1,300,, ' 'by theme, whatever its case; what nobody said is not nought'
run cpm-log list --count mode
is "$(sed -n 2p "$out" | cut -d, -f1)" visit 'by mode in the usual order'
run cpm-log list --count month
is "$(tail -n +2 "$out" | cut -d, -f1 | tr '\n' ' ')" '2026-02 2026-03 ' 'by month'
run cpm-log list --count mode --table --lang fr
like "$out" '^sorte +nombre +minutes +personnes +dont femmes$' 'in words'
like "$out" '^co-animation +1 +120 +9 +4$' 'throughout'
run cpm-log list --count theme
unlike "$out" SEKRET 'without a private theme'
run cpm-log list --count weather
is "$rc" 2 'by something else'
run cpm-log list seen --count mode
is "$rc" 2 'only contacts'
cp log.csv "$tmp/theirs.csv"
(cd / && cpm-log list -f "$tmp/theirs.csv" --peers --theme stock) >"$out" 2>"$err"
is "$(wc -l <"$out")" 2 'a file of another team, outside any folder'
(cd / && cpm-log list lessons -f - --csv) <lessons.csv >"$out" 2>"$err"
is $? 0 'or standard input'
is "$(wc -l <"$out")" "$(wc -l <lessons.csv)" 'whole'
run cpm-log list -f ../tujenge.private/log.csv
unlike "$out" SEKRET 'a private file is no way round'
run cpm-log list -f nowhere.csv
is "$rc" 2 'no such file'
run cpm-log list -f lessons.csv
is "$rc" 1 'another table'
run cpm-log list lessons -f log.csv
is "$rc" 1 'a file of another table'
empty "$out" 'is not read as lessons'
like "$err" 'log.csv: this seems to be log.csv, not lessons.csv' 'and told'
runin log.csv cpm-log list lessons -f -
like "$err" 'standard input: this seems to be log.csv, not lessons.csv' 'nor from a pipe'
run cpm-log list stories -f log.csv --lang fr
like "$err" 'log.csv: on dirait log.csv, et non stories.csv' 'in French'
sed '1s/$/,x_mine/; 1!s/$/,/' log.csv >own.csv
run cpm-log list -f own.csv --csv
is "$rc" 0 'a column of one’s own makes no other table'
rm own.csv
run cpm-log list drafts -f log.csv
is "$rc" 2 'drafts are no table'
sed -i '/A | b\|led it together\|day in their/d' log.csv

# --- seen
l seen 'The balance is read aloud' --for members --by volunteers --ref action:count --evidence minutes
is "$rc" 0 'a small change'
like "$err" 'small change kept: The balance is read aloud' 'said'
like small-changes.csv '^2026-03-01-the-balance-is-read-aloud-.*,2026-03-01,volunteers,The balance is read aloud,members,action:count-it-.*,minutes,team$' 'written'
l seen 'The balance is read aloud' --for members --by volunteers --ref action:count --evidence minutes
like "$err" 'already there' 'typed again'
unlike "$err" 'same words' 'which is no other row'
l seen 'The balance is read aloud' --for neighbours
is "$rc" 0 'for others: another row'
like "$err" 'a row with the same words is there too: 2026-03-01-the-balance' 'which is said'
sed -i '/neighbours/d' small-changes.csv
l seen 'Unplanned' --for all
is "$rc" 0 'planned or not'
l seen x --ref gone
like "$err" "no such id: 'gone'" 'of nothing'
echo 'From a pipe' >"$tmp/n"; runin "$tmp/n" cpm-log seen - --date $on
like small-changes.csv 'From a pipe' 'from standard input'
run cpm-log list seen --csv
is "$(head -1 "$out")" id,date,seen_by,what,for_whom,ref,evidence,visibility 'listed'
run cpm-log list seen --ref count --csv
is "$(wc -l <"$out")" 2 'and filtered'
run cpm-log list seen --table --lang fr
like "$out" '^identifiant +date +ce qui a changé +pour qui +vu par' 'with words'
run cpm-log show 2026-03-01-the-b
like "$out" '^what changed: The balance is read aloud$' 'shown'
run cpm-log show 2026-03
is "$rc" 1 'a beginning of several'
like "$err" "'2026-03' may be several; which one" 'said'
like "$err" 'hint: small-change:2026-03-.*  [A-Z]' 'with those that fit, and their words'
cp log.csv before
for i in 1 2 3 4 5 6 7; do l add "Talk $i" --mode call --theme many; done
run cpm-log show 2026
like "$err" 'hint: and [1-9][0-9]* more$' 'and how many more'
cp before log.csv
l lesson --choose zzzzzz
like "$err" "hint: 'cpm-log list lessons' shows what there is" 'lessons are looked for in the log'
run cpm-log show 2026-03-01-the-balance-is-read-aloud-00
is "$rc" 1 'nothing'
like "$err" 'no such row of the log' 'said'
run cpm-log show "${id}x"
like "$err" "did you mean '$id'" 'with the nearest'

# --- lessons: the rule of three
l lesson
is "$rc" 2 'which lesson'
like "$err" 'which lesson\? say what is known now' 'asked'
l lesson 'Two is safer' --happened h --assumed a --applies-when always --how-to 'two signatures' --theme cash --taken-from 'another team' --ref change:cash --kind practice
is "$rc" 0 'noted'
like "$err" 'noted: Two is safer' 'said'
like lessons.csv '^two-is-safer-.*,change:cash-.*,practice,h,a,Two is safer,always,,two signatures,.*,noted,,cash,another team,team$' 'written'
l lesson 'Two is safer' --file two.pdf --theme cash
is "$rc $(grep -c two.pdf lessons.csv)" '0 1' 'typed again with more: completed'
like "$err" 'completed: --file' 'said'
l lesson 'Two is safer' --theme money
is "$rc" 1 'with something else: refused'
like "$err" "theme: is 'cash' already" 'said'
like "$err" 'hint: cpm-log lesson --set two-is-safer-.* corrects it; for a genuine second one: --again' 'with the way'
sed -i 's/,two.pdf,/,,/' lessons.csv
l lesson 'Two is safer'
like "$err" 'already there: two-is-safer-' 'again'
for t in Second Third Fourth; do l lesson "$t thing"; done
l lesson --apply two
is "$rc" 1 'not applied before it is chosen'
like "$err" "'Two is safer' is noted: noted, chosen, applied, verified come one after the other" 'said'
l lesson --choose two
like "$err" 'a chosen lesson needs --new-practice' 'a new practice'
like "$err" 'a chosen lesson needs --owner' 'an owner'
like "$err" 'a chosen lesson needs --check-on' 'a day'
for t in two second third; do l lesson --choose $t --new-practice p --owner o --check-on 2026-05-01; done
is "$rc" 0 'three are chosen'
like "$err" "'Third thing' is now: chosen" 'said'
is "$(grep -c ',chosen,C1,' lessons.csv)" 3 'for the open cycle'
unlike cycles.csv ',(check|adjust)$' 'a lesson chosen on the way ends nothing'
l lesson --choose fourth --new-practice p --owner o --check-on 2026-05-01
is "$rc" 1 'a fourth is refused'
like "$err" "3 lessons are chosen in 'C1' already: 'Two is safer', 'Second thing', 'Third thing'" 'naming the three'
like "$err" 'hint: cpm-log lesson --drop LESSON makes room' 'and what to do'
l lesson --choose two
like "$err" 'already so: Two is safer' 'again'
l lesson --choose two --owner nobody
is "$rc" 1 'again with another owner'
like "$err" "owner: is '.*' already" 'is refused'
l lesson --verify two
like "$err" 'come one after the other' 'not verified before it is applied'
l lesson --apply two
is "$rc" 0 'applied'
l lesson --verify two
is "$rc" 1 'not before its day'
like "$err" "'Two is safer' is verified from 1 May 2026 on, not before" 'said'
on=2026-05-01
l lesson --verify two
is "$rc" 0 'on its day it is'
l lesson --drop second
is "$rc" 0 'let go'
l lesson --choose fourth --new-practice p --owner o --check-on 2026-06-01
is "$rc" 0 'and its place is free'
l lesson --choose two --drop two
like "$err" 'one of --choose, --apply, --verify, --drop, --set, --taken-up at a time' 'one thing at a time'
l lesson --drop two words
like "$err" "one word too many: 'words'" 'no new words with it'
l lesson --drop nothing
like "$err" "no such lesson: 'nothing'" 'of no lesson'
run cpm-log list lessons --csv
is "$(head -1 "$out")" id,kind,state,cycle,theme,now_know,new_practice,owner,check_on,taken_from,visibility 'listed'
run cpm-log list lessons --theme cash --table --lang fr
like "$out" 'bonne pratique +vérifiée +Two is safer' 'in French words'
run cpm-log list lessons --since 2026-05-15 --csv
is "$(wc -l <"$out")" 2 'by their check date'
run cpm-log show two --lang fr
like "$out" '^ce qu’on croyait.: a$' 'shown in French'

# --- corrected
fields() { grep "^$1" lessons.csv; }
l lesson --set third --check-on 2026-07-01 --owner secretary
is "$rc" 0 'a lesson is corrected'
like "$err" "'Third thing', corrected: --owner, --check-on" 'said'
fields third >"$tmp/f"; like "$tmp/f" ',secretary,2026-07-01,chosen,' 'written'
l lesson --set third --check-on 2026-07-01
like "$err" 'already so: Third thing' 'again'
l lesson --set third 'Third thing, better said' --theme ''
like "$err" 'corrected: TEXT' 'its words too'
fields third >"$tmp/f"; like "$tmp/f" '"Third thing, better said"' 'written'
cp lessons.csv before
l lesson --set third --owner ''
is "$rc" 1 'what was asked of a chosen one'
like "$err" 'a chosen lesson needs --owner' 'cannot go'
l lesson --set two --check-on 2026-07-01
is "$rc" 1 'a verified one'
like "$err" 'a lesson verified before its check date' 'was not verified before its day'
l lesson --set two --how-to ''
is "$rc" 1 'nor does it lose'
like "$err" "'Two is safer' does not say how to use it: --how-to" 'how to use it'
l lesson --set third --check-on 2026-02-30
like "$err" "check-on: no such day: '2026-02-30'" 'a day that does not exist'
l lesson --set third --visibility private
like "$err" "stays there: git's history has it" 'nor is it hidden by a word'
l lesson --set thrid --owner x
is "$rc" 1 'no such lesson'
like "$err" "did you mean 'third-thing-" 'the nearest'
l lesson --set pl --owner SEKRET
is "$rc" 0 'a private one'
unlike "$err" SEKRET 'is corrected without a word of it'
same lessons.csv before 'and nothing shared is'

# --- tools and practices: how to use them, who took them up
l lesson 'A sheet to count with' --kind tool --new-practice 'the sheet' --owner o --check-on 2026-05-01 --file sheet.ods
t=$(cat "$out")
l lesson --drop third >/dev/null
l lesson --choose "$t"; l lesson --apply "$t"; l lesson --verify "$t"
is "$rc" 1 'a tool that does not say how to use it'
like "$err" "does not say how to use it: --how-to" 'is not verified'
l lesson --verify "$t" --how-to 'one line a day'
is "$rc" 0 'with it, it is'
l lesson --taken-up 'a sheet' --by 'the team of Bukavu'
is "$rc" 0 'somebody took it up'
like small-changes.csv ",taken up: the sheet,the team of Bukavu,lesson:$t,,team\$" 'a small change that refers to it'
l lesson --taken-up 'a sheet' --by 'the team of Bukavu'
like "$err" 'already there' 'typed again'
l lesson --taken-up "$t" 'They count each evening' --by 'the shop'
run cpm-log show "$t"
like "$out" '^small change: taken up: the sheet · the team of Bukavu \(1 May 2026\)$' 'show says who'
like "$out" '^small change: They count each evening · the shop' 'and in which words'
l lesson --taken-up "$t"
is "$rc" 2 'by nobody'
l lesson --taken-up pl --by x
is "$rc" 1 'a private one'
like "$err" "'pl' is in the private folder: nobody else can have taken it up" 'by nobody else'
l lesson 'x' --by y
is "$rc" 2 '--by without it'
run cpm-log list lessons --kind outil --state verified --csv
is "$(wc -l <"$out")" 2 'tools are listed'
run cpm-log list lessons --state nowhere
is "$rc" 2 'a state that is none'
like "$err" "state: no such word: 'nowhere'" 'said'
cpm-plan cycle close --date $on >/dev/null 2>&1
sed -i 's/,[a-z]*$/,closed/; 1s/,closed$/,status/' cycles.csv
l lesson 'After'; l lesson --choose after --new-practice p --owner o --check-on 2026-06-01
like "$err" 'no cycle is open' 'chosen for no cycle: said'

# --- a terminal is not steered, a full disk is said
printf 'S\n\nx\033[31mred\n' >"$tmp/prose"
runin "$tmp/prose" cpm-log add - --mode call --date $on
run cpm-log show "$(cat "$out")"
unlike "$out" "$(printf '\033')" 'no escapes from prose'
run cpm-check --date $on
sed 's/^/# /' "$err"
done_testing
