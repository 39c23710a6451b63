#!/bin/sh
# The month's sheet for whoever has no shell: out as paper and grid, back as
# a grid.
. "${0%/*}/../lib.sh"

# fill FILE ID COL=VALUE…: as in a spreadsheet (nothing in it is quoted).
fill() {
	f=$1 i=$2; shift 2
	for kv; do
		awk -F, -v OFS=, -v i="$i" -v k="${kv%%=*}" -v v="${kv#*=}" '
		    NR == 1 { for (c = 1; c <= NF; c++) if ($c == k) at = c }
		    NR > 1 && $2 == i { $at = v } { print }' "$f" >"$f.new" &&
		    mv "$f.new" "$f"
	done
}
q() { v=$1; shift; cpm-plan "$v" --date 2026-02-01 -q "$@" >/dev/null 2>&1 || echo "# setup: $v $*"; }
team() { # LANG
	cpm-init -q --pack boost-short --lang "$1" tujenge >/dev/null 2>&1
	cd tujenge || exit 2
	q cycle open --objective o
	for c in cash minutes box; do
		q propose "The $c" --id $c; q choose $c --by team --why w
		q level $c 1 --objective "$c in use" --by 2026-04-30
	done
	q action cash 'Count on Fridays' --id count
	q action cash 'Hang the sheet' --id hang
	q action cash 'Show the partner' --id show
	q action minutes 'One-page template' --id page
	q action box 'Answer in ten days' --id answer
	for a in count hang page; do
		q start $a --owner treasurer --due 2026-03-31 --verification 'on the wall'
	done
	q step count 'Buy a notebook' --id notebook
	q step page 'Ask another team' --id ask
	q done ask
	git init -q . 2>/dev/null; git add -A; git commit -qm start
	cp -r ../tujenge ../kept; cp -r ../tujenge.private ../kept.private
}
again() { cd ..; rm -rf tujenge tujenge.private; cp -r kept tujenge; cp -r kept.private tujenge.private; cd tujenge || exit 2; cp "$tmp/empty.csv" "$g"; }
bring() { run cpm-plan import --date 2026-04-02 "$@"; }
g=$tmp/g.csv
team en

# --- paper
run cpm-plan form --date 2026-03-05
is "$rc" 0 'a page'
like "$out" '^# tujenge: sheet of the month, March 2026$' 'of the month of today'
like "$out" 'Change 1: The cash — Level 1: cash in use' 'under its change and level'
like "$out" '^\| Count on Fridays / treasurer, by 31 March 2026 — under way  *\|  *\|  *\|' 'an action with boxes to tick'
like "$out" '^\| – Buy a notebook +\| +\| – +\| – ' 'a step is done or not'
like "$out" 'Show the partner / draft / who\? …+ by when\? …+ how will we see it\?' 'a draft asks what it lacks'
unlike "$out" 'Ask another team' 'what is done is not asked again'
like "$out" 'Small changes, planned or not' 'room for small changes'
like "$out" 'Meetings of the focal team' 'for meetings'
like "$out" 'New difficulties' 'for difficulties'
run cpm-plan form --date 2026-03-05 --month 2026-04 -o "$tmp/p.html"
is "$rc" 0 'as a page to print'
like "$tmp/p.html" 'sheet of the month, April 2026' 'of the month that was asked for'
is "$(grep -o '<td class="write"></td>' "$tmp/p.html" | wc -l)" 52 'with boxes'
xmllint --noout "$tmp/p.html" 2>"$err"; is $? 0 'well-formed'
run cpm-plan form --month March
is "$rc" 2 'a month that is none'
like "$err" "takes a month like 2026-03, not 'March'" 'said'
run cpm-plan form --grid --html
is "$rc" 2 'one shape at a time'
like "$err" 'a grid is CSV' 'said'

# --- grid
run cpm-plan form --grid --date 2026-03-05 -o "$g"
is "$rc" 0 'a grid'
cp "$g" "$tmp/empty.csv"
is "$(head -1 "$g")" 'month,id,title,owner,due,verification,status,now,on,obstacle,what,for_whom,by' 'its columns'
is "$(cut -d, -f2 "$g" | paste -sd' ')" 'id count notebook hang show page answer seen-1 seen-2 seen-3 meeting-1 meeting-2 difficulty-1 difficulty-2' 'its lines'
like "$g" '^2026-03,count,Count on Fridays,treasurer,2026-03-31,on the wall,under way,,,,,,$' 'what the plan says'
bring "$g"
is "$rc" 0 'an empty one'
like "$err" 'nothing new in ' 'changes nothing'
is "$(git status --porcelain)" '' 'nothing is written'

fill "$g" count now=done on=14/03/2026 'what=Two people count' for_whom=everyone by=secretary
fill "$g" notebook now=Done
fill "$g" hang now=blocked 'obstacle=no wall'
fill "$g" seen-2 'what=The balance is read aloud' for_whom=volunteers by=secretary
fill "$g" meeting-1 on=2026-03-17
fill "$g" difficulty-1 'what=No paper left' by=secretary
bring -n "$g"
is "$rc" 0 'a preview'
like "$err" 'done: Count on Fridays' 'says what would change'
is "$(git status --porcelain)" '' 'and changes nothing'
bring "$g"
is "$rc" 0 'brought back'
is "$(cat "$out")" '' 'nothing on standard output'
like "$err" "the month's sheet as a grid, separator ',', UTF-8" 'what it is'
for s in 'done: Count on Fridays' 'done: Buy a notebook' 'blocked: Hang the sheet' \
    "kept: small change with 'Count on Fridays'" 'kept: small change 2, March 2026' \
    'kept: meeting of the focal team 1, March 2026' 'kept: difficulty 1, March 2026'; do
	like "$err" "$s" "said: $s"
done
unlike "$err" 'balance|No paper|no wall' 'its words are not said again'
is "$(cell actions count status) $(cell actions count done_on)" 'done 2026-03-14' 'done on its day'
is "$(cell steps notebook done_on)" 2026-03-31 'without a day: the last of the month'
is "$(cell actions hang status) $(cell actions hang obstacle)" 'blocked no wall' 'blocked by what'
like small-changes.csv '^2026-03-seen-....,2026-03-14,secretary,Two people count,everyone,action:count,,team$' 'a small change with its action'
like small-changes.csv '^2026-03-seen-....,2026-03-31,secretary,The balance is read aloud,volunteers,,,team$' 'and one of its own'
like log.csv '^2026-03-team-meeting-....,2026-03-17,,team_meeting,,,,,,meeting of the focal team,,team$' 'a meeting'
like difficulties.csv '^2026-03-difficulty-....,2026-03-31,,,No paper left,secretary,' 'a difficulty'
run cpm-check; is "$rc" 0 'the folder is sound'

# --- typed twice
git add -A; git commit -qm march
bring "$g"
is "$rc" 0 'typed twice'
like "$err" 'nothing new in ' 'nothing is added'
is "$(git status --porcelain)" '' 'nothing changes'
run cpm-plan start hang --date 2026-04-01; git commit -qam 'goes on'
bring "$g"
is "$(git status --porcelain)" '' 'also when the plan went on since'
rm ../tujenge.private/taken.csv
fill "$g" hang now= obstacle=; bring "$g"
is "$rc" 0 'without the memory of what was taken'
is "$(git status --porcelain)" '' 'the rows are known all the same'

# --- edited
fill "$g" seen-2 'for_whom=all volunteers'; fill "$g" count on=2026-03-13
bring "$g"
is "$rc" 0 'an edited sheet'
like "$err" 'changed: small change 2, March 2026' 'is an update, and said'
like "$err" 'done on 13 March 2026: Count on Fridays' 'also a day'
like small-changes.csv 'read aloud,all volunteers,' 'the new words'
is "$(cell actions count done_on)" 2026-03-13 'the new day'
is "$(cut -d, -f2- adjustments.csv | tail -1)" "2026-04-02,action:count,done_on,2026-03-14,2026-03-13,other,,corrected on the month's sheet" 'the day that stood there is kept'
fill "$g" notebook on=2026-03-02; bring "$g"
is "$(cell steps notebook done_on) $(tail -1 adjustments.csv | cut -d, -f3-6)" '2026-03-02 step:notebook,done_on,2026-03-31,2026-03-02' 'that of a step too'
run cpm-check; is "$rc" 0 'the folder is sound'
is "$(wc -l <small-changes.csv)" 3 'no row more'
fill "$g" seen-2 what= for_whom= by=
bring "$g"
like "$err" ':9: warning: column .id.: this line was filled in before and is empty now' 'emptied'
like small-changes.csv 'read aloud,all volunteers' 'nothing is taken back'
bring "$g"; unlike "$err" 'filled in before' 'said once'

# --- what the plan cannot take is left out
again
fill "$g" show 'now=under way'; fill "$g" count now=done
bring "$g"
is "$rc" 1 'a draft under way'
like "$err" ":5: warning: column 'now': left out: 'Show the partner' is under way, and the plan lacks who, by when or how it will be seen" 'said'
like "$err" 'hint: cpm-plan start show --owner WHO --due DATE --verification TEXT' 'what to type'
like "$err" '1 line is left out, see above' 'counted'
is "$(cell actions count status) $(cell actions show status)" 'done draft' 'the others are taken'
fill "$g" show 'owner=secretary' due=30/04/2026 'verification=a letter'
bring "$g"
is "$rc" 0 'the same with who, by when and how'
like "$err" 'completed: Show the partner: who' 'completed'
like "$err" 'under way: Show the partner' 'and under way'
is "$(cell actions show owner) $(cell actions show due) $(cell actions show status) $(cell actions show start)" 'secretary 2026-04-30 doing 2026-03-31' 'as the sheet says'
fill "$g" count 'now=under way'; bring "$g"
is "$rc" 1 'done, and then under way'
like "$err" "left out: 'Count on Fridays' was done on 31 March 2026, and the sheet says that it is not" 'a step back is left out'
like "$err" 'hint: if it is not done after all: cpm-plan adjust count --reopen --reason WHY' 'and how to take it back'
again
run cpm-plan done count --date 2026-04-01; fill "$g" count 'now=under way'; bring "$g"
is "$rc" 0 'an older word about what was done since'
unlike "$err" 'left out' 'is no contradiction'
is "$(cell actions count status)" done 'it stays done'
again
run cpm-plan drop hang --reason means --note n; fill "$g" hang now=done; bring "$g"
is "$rc $(cell actions hang status)" '1 dropped' 'dropped meanwhile'
like "$err" "left out: 'Hang the sheet' was dropped meanwhile" 'said'
like "$err" 'hint: if it goes on after all: cpm-plan adjust hang --reopen' 'and how to take it up'
run cpm-plan drop notebook --reason means --note n; fill "$g" hang now=; fill "$g" notebook now=done; bring "$g"
is "$rc $(cell steps notebook done_on)" '1 ' 'a step that was dropped meanwhile'
like "$err" "left out: 'Buy a notebook' was dropped meanwhile" 'said'
run cpm-plan form --grid --date 2026-03-05; unlike "$out" '^2026-03,(notebook|hang),' 'what was dropped is asked no more'
again
sed -i '/^hang,/d' actions.csv; fill "$g" hang now=done; bring "$g"
is "$rc" 1 'gone meanwhile'
like "$err" ":4: warning: column 'id': left out: the plan has no action or step of this id" 'said'
again
run cpm-plan adjust count --date 2026-03-20 --smaller 'Count once' --reason means
run cpm-plan adjust hang --date 2026-03-20 --due 2026-05-31 --reason context
fill "$g" count now=done; fill "$g" hang now=blocked 'obstacle=no wall'; bring "$g"
is "$rc" 0 'cut smaller and moved meanwhile'
like "$err" "'Count once' had other words when this sheet was made" 'said'
is "$(cell actions count status) $(cell actions hang status) $(cell actions hang due)" 'done blocked 2026-05-31' 'taken as the plan is now'
again
fill "$g" hang due=2026-06-30; bring "$g"
is "$rc $(cell actions hang due)" '1 2026-03-31' 'another day on the sheet'
like "$err" 'hint: what was planned is changed with its reason: cpm-plan adjust hang --due' 'is an adjustment'
again
fill "$g" hang due=2026-06-30 title=x verification=y; fill "$g" show now=doing; bring "$g"
is "$(grep -c 'left out: the plan says otherwise' "$err")" 3 'each cell that differs is said'
like "$err" '2 lines are left out' 'a line is counted once'
again
fill "$g" count status=done; fill "$g" show 'status=under way'; bring "$g"
is "$rc $(cell actions count status)" '1 done' 'done, written over what the sheet said'
like "$err" ":5: warning: column 'status': left out: a new state of 'Show the partner' is written into the column 'now'" 'under way, written there'
bring "$g"; unlike "$err" 'Count on Fridays|filled in before' 'twice nothing'
again
fill "$g" hang now=dropped; fill "$g" notebook now=blocked 'obstacle=no shop'; fill "$g" count 'now=not begun'; fill "$g" page now=doing 'obstacle=slow'
bring "$g"
like "$err" "that 'Hang the sheet' is dropped is for the team to decide" 'people drop'
like "$err" 'hint: cpm-plan drop hang --reason WHY' 'with the command'
like "$err" 'a step cannot be blocked' 'nor is a step blocked'
like "$err" "'Count on Fridays' is under way, and the sheet says that it has not begun" 'nor does it begin again'
like "$err" "what is in the way of 'One-page template', which is not blocked" 'an obstacle without being blocked'
like "$err" '4 lines are left out' 'counted'
is "$(git status --porcelain)" '' 'nothing is written'
again
run cpm-plan adjust hang --start 2026-04-20 --due 2026-05-31 --reason context
sed -i 's/^\(hang,.*\),doing,/\1,todo,/' actions.csv
fill "$g" hang now=doing; bring "$g"
like "$err" "left out: 'Hang the sheet' is under way outside its planned days" 'before its first day'
like "$err" 'hint: cpm-plan adjust hang --start DATE --reason WHY, then cpm-plan start hang' 'with the command'
again
sed -i '/^minutes,1/d' levels.csv; sed -i 's/^\(page,.*\),doing,/\1,blocked,/' actions.csv
fill "$g" page now=doing; bring "$g"
like "$err" "the level of 'One-page template' is not open" 'a level that is not open'

# --- what is wrong is refused, all of it, and its words are not said
again
fill "$g" count now=xyzzy; fill "$g" hang now=blocked; fill "$g" page now=done on=2026-04-03
fill "$g" answer on=2026-03-01; fill "$g" notebook now=done on=3/4/26
fill "$g" seen-1 for_whom=xyzzy; fill "$g" seen-2 now=done 'what=x'; fill "$g" meeting-1 'what=xyzzy'
cp "$g" "$tmp/x"; sed -n 2p "$tmp/x" >>"$g"
bring "$g"
is "$rc" 1 'a sheet with faults'
like "$err" ":2: column 'now': none of: done, under way, blocked, to do" 'a word that means nothing'
like "$err" ":3: column 'on': which is the day, which the month" 'a day that could be two'
like "$err" ":4: column 'obstacle': blocked, and nobody says by what" 'blocked by nothing'
like "$err" ":6: column 'on': a day that is still to come" 'a day to come'
like "$err" ":7: column 'on': a day, and nothing that happened on it" 'a day alone'
like "$err" ":8: column 'what': for whom or by whom, but not what" 'for whom alone'
like "$err" ":9: column 'now': this line is of no action" 'a small change is not done'
like "$err" ":11: column 'on': a meeting without its day" 'a meeting without a day'
like "$err" ":15: column 'id': this line is there already, on line 2" 'a line twice'
unlike "$err" 'xyzzy' 'no value is said'
is "$(git status --porcelain)" '' 'nothing is written'
again
sed -i 's/^2026-03,/soon,/' "$g"; bring "$g"
is "$rc" 1 'a month that is none'; like "$err" "column 'month': not a month" 'said'
again
sed -i 's/^2026-03,/2026-05,/' "$g"; bring "$g"
is "$rc" 1 'a month to come'; like "$err" "column 'month': a month that is still to come" 'said'
again
cut -d, -f2- "$g" >"$tmp/x"; fill "$tmp/x" 'Count on Fridays' now=done; bring "$tmp/x"
is "$rc" 1 'no month at all'
like "$err" 'hint: --month 2026-03 says it for the whole file' 'said'
bring --month 2026-03 "$tmp/x"
is "$rc $(cell actions count done_on)" '0 2026-03-31' 'said with --month'
printf 'id,now\nx,done\n' >"$tmp/x"; bring --month 2026-03 "$tmp/x"
is "$rc" 1 'of another team'; like "$err" 'is the sheet of another team\?' 'said'
printf 'a,b\n1,2\n' >"$tmp/x"; bring "$tmp/x"
is "$rc" 1 'something else'; like "$err" "neither the month's sheet as a grid" 'said'
: >"$tmp/x"; bring "$tmp/x"; is "$rc" 1 'an empty file'
head -1 "$tmp/empty.csv" >"$tmp/x"; bring "$tmp/x"
is "$rc" 1 'a header alone'; like "$err" 'there is no line in it' 'said'
bring "$tmp/none.csv"; is "$rc" 2 'no file'

# --- as spreadsheets make it
again
fill "$g" count now=done on=14.03.2026 'what=été'; fill "$g" hang 'now=In Progress'
sed 's/^2026-03,/mars-26,/; s/,/;/g; s/$/\r/' "$g" | iconv -t CP1252 >"$tmp/x"
printf ';;;;;;;;;;;;\r\nmars-26;;;;;;;;20/03/2026;;More below;all;\r\n' >>"$tmp/x"
bring "$tmp/x"
is "$rc" 0 'CP1252, ;, CRLF, a month in words'
like "$err" "separator ';', CP1252" 'said'
is "$(cell actions count done_on)" 2026-03-14 'a day with dots'
like small-changes.csv ',été,' 'its letters'
like small-changes.csv '2026-03-20,,More below,all' 'a line below the last one'
like "$err" 'kept: small change on line 16' 'said'
git add -A; git commit -qm x; bring "$tmp/x"
is "$(git status --porcelain)" '' 'twice nothing'
again
fill "$g" count now=done; { printf '\357\273\277'; sed '1s/$/,remark/; 2,$s/$/,hello/' "$g"; } >"$tmp/x"
runin "$tmp/x" cpm-plan import --date 2026-04-02 -
is "$rc $(cell actions count status)" '0 done' 'through standard input, with a BOM'
like "$err" "standard input:1: warning: column 'remark': this column is not read" 'a column of somebody'"'"'s own is said'
again
fill "$g" seen-1 'what=a' ; bring "$g"; fill "$g" seen-1 'what=b'; bring --sheet north "$g"
is "$(cut -d, -f4 small-changes.csv | paste -sd' ')" 'what a b' 'two sheets of a month'
again
fill "$g" seen-1 'what=Two people count'; bring "$g"
fill "$g" seen-1 'what=The mayor came'; fill "$g" count now=done; bring "$g"
is "$rc $(cell actions count status) $(cut -d, -f4 small-changes.csv | paste -sd'|')" '1 done what|Two people count' 'another sheet of the month does not write over the first'
like "$err" ":8: warning: column 'what': left out: 'small change 1, March 2026' tells of something else already" 'said'
like "$err" 'hint: a second sheet of the month: --sheet NAME; said badly: correct it in small-changes.csv' 'with the way'
bring --sheet north "$g"
is "$rc $(cut -d, -f4 small-changes.csv | paste -sd'|')" '0 what|Two people count|The mayor came' 'with a name of its own it comes in'
again
fill "$g" count now=done; fill "$g" seen-1 what=hello
run cpm-plan import --date 2026-03-20 "$g"; git add -A; git commit -qm x; rm ../tujenge.private/taken.csv
run cpm-plan import --date 2026-03-22 "$g"
is "$rc $(git status --porcelain)" '0 ' 'the same sheet in another clone on a later day changes no day'
again
fill "$g" count now=done on=2025-03-14; bring "$g"
is "$rc" 0 'a day of another year'
like "$err" ":2: warning: column 'on': a day far from the sheet's month: is the year right\?" 'is worth a look'
again
fill "$g" seen-1 'what=same words'; run cpm-log seen 'same words' --date 2026-03-10; bring "$g"
like "$err" 'already there, in the same words: small change 1, March 2026' 'what the mentor kept already'
is "$(wc -l <small-changes.csv)" 2 'is not kept twice'
again
fill "$g" seen-1 'what=same words'; run cpm-log seen 'same words' --date 2026-03-31; bring "$g"
is "$(grep -c 'same words' small-changes.csv)" 1 'on the last day of the month too'
again
fill "$g" seen-1 'what=same words'; run cpm-log seen 'same words' --date 2026-04-01; bring "$g"
is "$(grep -c 'same words' small-changes.csv)" 2 'a day later it is another month'
again
fill "$g" notebook now=done; bring "$g"
fill "$g" count now=done on=14/03/2026; fill "$g" notebook on=2026-03-02; bring "$g"
is "$(tail -1 adjustments.csv | cut -d, -f2,3)" '2026-04-02,step:notebook' 'the day of one line is not that of the next'

for m in 2026-03-01 01/03/26 03/01/2026 1.3.2026 'March 2026' 'Mar-26' 03/2026; do
	again
	fill "$g" count now=done; sed -i "s|^2026-03,|$m,|" "$g"; bring "$g"
	is "$rc $(cell actions count done_on)" '0 2026-03-31' "the month as $m"
done
again
sed -i 's|^2026-03,|03/04/26,|' "$g"; bring "$g"
like "$err" "column 'month': not a month" 'a day that could be of two months'

# --- confidence
again
printf 'code,name\nk1,Amina Test\n' >../tujenge.private/people.csv
fill "$g" seen-1 'what=Amina Test reads aloud'; fill "$g" hang now=blocked 'obstacle=ask a@example.org'
bring "$g"
is "$rc" 0 'a name in a text'
like "$err" ":8: warning: column 'what': the name of a person of the private folder" 'is worth a look'
like "$err" ":4: warning: column 'obstacle': an e-mail address" 'an address too'
like "$err" 'hint: every clone reads it: a role says enough' 'with the way'
unlike "$err" 'Amina' 'and is not said'

# --- later sheets
again
fill "$g" hang now=blocked obstacle=x; sed 's/^2026-03,/2026-04,/' "$g" >"$tmp/april"
fill "$tmp/april" hang now=doing obstacle=
run cpm-plan import --date 2026-05-01 "$tmp/april"
run cpm-plan import --date 2026-05-01 "$g"
is "$rc $(cell actions hang status)" '0 doing' 'an older sheet does not turn back a later one'
like "$err" 'a later sheet tells of it: Hang the sheet' 'said'

# --- many steps
again
for i in 1 2 3 4 5 6 7 8 9; do q step count "Step $i" --id st$i; done
run cpm-plan form --date 2026-03-05 -o "$tmp/p.html"
like "$tmp/p.html" '<div class="month close">' 'many lines: smaller type, still one page'

# --- in French
cd "$work" && mkdir fr && cd fr || exit 2
team fr
run cpm-plan form --grid --date 2026-03-05 -o "$g"
is "$(head -1 "$g")" 'mois,identifiant,titre,responsable,échéance,vérification,statut,maintenant,le,obstacle,quoi,pour_qui,par_qui' 'French headers'
like "$g" ',en cours,,,,,,$' 'French words'
fill "$g" count maintenant=FAITE le=14/03/2026; fill "$g" hang maintenant=bloqué 'obstacle=pas de mur'
run cpm-plan import --lang fr --date 2026-04-02 "$g"
is "$rc $(cell actions count status) $(cell actions hang status)" '0 done blocked' 'French values'
like "$err" 'la feuille du mois en tableau' 'French messages'
fill "$g" count le=13/03/2026; fill "$g" show 'statut=en cours'; fill "$g" hang échéance=2026-07-01
run cpm-plan import --lang fr --date 2026-04-02 "$g"
like adjustments.csv ',done_on,2026-03-14,2026-03-13,other,,corrigé sur la feuille du mois$' 'the reason is kept in the team’s language'
like "$err" 'laissé de côté.: un nouvel état de «.Show the partner.» s’écrit dans la colonne «.maintenant.»' 'a state in the wrong column'
like "$err" 'laissé de côté.: le plan dit autre chose \(échéance de «.Hang the sheet.»\)' 'another day'
fill "$g" seen-1 'quoi=On compte à deux'; run cpm-plan import --lang fr --date 2026-04-02 "$g"
fill "$g" seen-1 'quoi=Le maire est venu' le=14/03/2025; run cpm-plan import --lang fr --date 2026-04-02 "$g"
like "$err" 'laissé de côté.: «.petit changement 1, mars 2026.» dit déjà autre chose' 'another sheet'
like "$err" 'une deuxième feuille du mois.: --sheet NOM.; mal dit.: le corriger dans small-changes.csv' 'with the way'
like "$err" 'un jour loin du mois de la feuille.: l’année est-elle la bonne.\?' 'another year'
run cpm-plan form --lang fr --date 2026-03-05
like "$out" 'feuille du mois, mars 2026' 'a French page'
done_testing
