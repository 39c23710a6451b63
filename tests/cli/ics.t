#!/bin/sh
# The plan's days for a calendar, read back by another program: every UID once
# and the same for ever, lines folded between characters, nothing private.
. "${0%/*}/../lib.sh"

python=/usr/bin/python3
$python -c 'import icalendar' 2>/dev/null || {
	echo '1..0 # SKIP python3-icalendar is not installed'; exit 0
}
read_ics() { # FILE: what another program reads, into $tmp/read
	$python "$top/tests/ics.py" "$1" >"$tmp/read" 2>"$tmp/faults"
	is $? 0 "$2"; empty "$tmp/faults" '  without a fault'
}
nbsp=$(printf '\302\240')
uids() { cut -d'|' -f2 "$tmp/read" | sort; }
entry() { grep -F "|$1" "$tmp/read" | sed "s/$nbsp/ /g"; }
p() { v=$1; shift; cpm-plan "$v" -q --date "$on" "$@" >/dev/null 2>"$err" || cat "$err"; }
ics() { run cpm-plan ics --date "$@"; cp "$out" "$tmp/ics"; }

cpm-init -q --pack boost-short --lang fr --title 'Tujenge; l’association, toute' tujenge >/dev/null 2>&1
cd tujenge || exit 2
sed -i 's/^level_label_fr,.*/level_label_fr,palier/' cpm.csv
arabic='عدّ النقود كل شهر مع شخصين من الفريق وكتابة النتيجة على اللوحة أمام الجميع في الاجتماع العام ثم توقيع المحضر'
emoji='💶🧑🏿‍🤝‍🧑🏽 👩‍👩‍👧‍👦 🇧🇮🇨🇩 '
long=$emoji$emoji$emoji$emoji$emoji$emoji
on=2026-02-01
p cycle open --objective 'Des comptes que chacun suit' --start 2026-01-31
p propose 'Compter la caisse, à deux; \ chaque mois' --id caisse --due 2026-07-31 --owner bureau
p choose caisse --by ag --why w
p level caisse 1 --objective "$arabic" --by 2026-04-30
p action caisse "$arabic" --id arabe; p start arabe --owner 'trésorière, bureau' --due 2026-03-01 --verification 'fiche, signée; par deux'
p action caisse "$long" --id emoji; p start emoji --owner secrétaire --due 2026-03-15 --verification v
p action caisse 'Sans jour' --id draft
p step arabe 'Dessiner' --id s1 --due 2026-02-20
p step arabe 'Copier' --id s2 --due 2026-02-25 --owner secrétaire
printf 'id,now_know,new_practice,owner,check_on,state,cycle,visibility\nl1,w,Compter à deux,bureau,2026-05-01,chosen,%s,\n' C1 >lessons.csv
printf 'id,date,category,severity,what,raised_by,assigned_to,due,visibility\nd1,2026-02-01,,2,La clé manque,bureau,coordination,2026-03-05,\n' >difficulties.csv

ics $on
is "$rc" 0 'a calendar'; empty "$err" 'without a word'
read_ics "$tmp/ics" 'another program reads it'
is "$(wc -l <"$tmp/read")" 9 'with all that is due'
is "$(cut -d'|' -f1 "$tmp/read" | sort -u)" VEVENT 'as events'
id=$(sed -n 's/^identity,//p' cpm.csv)
like cpm.csv '^identity,tujenge-l-association-toute-[a-z0-9]{4}$' 'the folder has its identity'
is "$(uids | tr '\n' ' ')" "action.arabe@$id action.emoji@$id change.caisse@$id difficulty.d1@$id lesson.l1@$id level.caisse/1@$id review.C1@$id step.s1@$id step.s2@$id " \
    'a UID is what it is, its id and the folder'
is "$(entry "action.arabe@" | cut -d'|' -f3-5)" "Action : $arabic|2026-03-01|2026-03-02" 'a long Arabic title comes back whole, on its day'
is "$(entry "action.emoji@" | cut -d'|' -f3)" "Action : ${long% }" 'and one of emoji'
is "$(entry "change.caisse@" | cut -d'|' -f3)" 'Changement : Compter la caisse, à deux; \ chaque mois' 'commas, semicolons and backslashes too'
is "$(entry "level.caisse/1@" | cut -d'|' -f3)" "Palier 1 : $arabic" 'the team'\''s own word for a level'
is "$(entry "review.C1@" | cut -d'|' -f3,4)" 'Bilan du cycle : Des comptes que chacun suit|2026-10-31' 'the review'
is "$(entry "difficulty.d1@" | cut -d'|' -f3,4)" 'Difficulté à traiter : La clé manque|2026-03-05' 'a difficulty'
$python - "$tmp/ics" >"$tmp/fold" <<'P'
import sys
lines = open(sys.argv[1], 'rb').read().split(b'\r\n')
folded = [l for l in lines if l.startswith(b' ')]
full = [len(a) for a, b in zip(lines, lines[1:]) if b.startswith(b' ')]
print(len(folded) > 10, min(full) > 75 - 4, max(full) == 75)
P
is "$(cat "$tmp/fold")" 'True True True' 'lines are folded, as late as a whole character allows'
like "$tmp/ics" 'X-WR-CALNAME:Tujenge\\; l’association\\, toute' 'the calendar has the team'\''s name'
unlike "$tmp/ics" 'Part of|Who|Step|Change:|our plan' 'and its language'
is "$(for d in 2026-01-01 2026-01-02 2026-01-01; do
	rm -rf "$tmp/n"; mkdir "$tmp/n"
	(cd "$tmp/n" && cpm-init -q --pack boost-short --date $d team && sed -n 's/^identity,//p' team/cpm.csv) 2>/dev/null
done | sort | uniq -c | tr -s ' ' | cut -d' ' -f2 | sort | tr '\n' ' ')" '1 2 ' 'two teams of one name are two; the same day and name are the same'
cp "$tmp/ics" "$tmp/first"; uids >"$tmp/uids"
ics $on; same "$tmp/ics" "$tmp/first" 'the same day gives the same bytes'
SOURCE_DATE_EPOCH=1769904000 cpm-plan ics >"$tmp/ics" 2>"$err"
same "$tmp/ics" "$tmp/first" 'by SOURCE_DATE_EPOCH too'
ics 2026-02-03; read_ics "$tmp/ics" 'another day'
uids >"$tmp/got"; same "$tmp/got" "$tmp/uids" 'has the same UIDs'
run cpm-plan ics --date $on -o plan.ics; same plan.ics "$tmp/first" 'into a file'

# --- a moved day keeps its UID
on=2026-02-10
p adjust arabe --due 2026-03-20 --reason context
p adjust caisse/1 --by 2026-05-15 --reason context
p adjust s1 --due 2026-03-02 --reason means
ics $on; read_ics "$tmp/ics" 'days that moved'
uids >"$tmp/got"; same "$tmp/got" "$tmp/uids" 'keep their UIDs'
is "$(entry "action.arabe@" | cut -d'|' -f4,8)" '2026-03-20|1' 'have their new day and a next revision'
is "$(entry "level.caisse/1@" | cut -d'|' -f4,8)" '2026-05-15|1' 'levels too'
is "$(entry "step.s1@" | cut -d'|' -f4,8)" '2026-03-02|1' 'and steps'
sed -i 's/2026-03-15/2026-03-16/' actions.csv
ics $on; read_ics "$tmp/ics" 'a day moved by hand'
uids >"$tmp/got"; same "$tmp/got" "$tmp/uids" 'keeps its UID as well'
sed -i 's/^title,.*/title,Another name/' cpm.csv
ics $on; read_ics "$tmp/ics" 'a team with another name'
uids >"$tmp/got"; same "$tmp/got" "$tmp/uids" 'is the same team'
sed -i '/^identity,/d' cpm.csv
ics $on; read_ics "$tmp/ics" 'a folder of before identities'
is "$(uids | sed 's/.*@//' | sort -u | sed 's/-[a-z0-9]\{4\}$//')" another-name 'is known by its title'
echo "identity,$id" >>cpm.csv

# --- which
ics $on --within 30d; read_ics "$tmp/ics" 'the next thirty days'
is "$(uids | sed 's/@.*//' | tr '\n' ' ')" 'difficulty.d1 step.s1 step.s2 ' 'both days counted'
ics $on --owner TRESOR; read_ics "$tmp/ics" 'of one role'
is "$(uids | sed 's/@.*//' | tr '\n' ' ')" 'action.arabe step.s1 ' 'by words of it, where it is one of two, and a step without a role of its own'
run cpm-plan ics --within soon
is "$rc" 2 'a span that is none'; like "$err" "not a span like 14d, 2w or 3m: 'soon'" 'said'
ics $on --owner nobody; read_ics "$tmp/ics" 'nothing to do'
empty "$tmp/read" 'is a calendar without entries'

# --- to-dos
on=2026-03-01
p 'done' s2
p drop emoji --reason other
ics $on; read_ics "$tmp/ics" 'events'
is "$(uids | grep -c -e s2 -e emoji)" 0 'what is done or left is no event'
ics $on --todo; read_ics "$tmp/ics" 'to-dos'
is "$(cut -d'|' -f1 "$tmp/read" | sort -u)" VTODO 'as such'
sed 's/^/todo./' "$tmp/uids" >"$tmp/want"; uids >"$tmp/got"
same "$tmp/got" "$tmp/want" 'all of them, with UIDs of their own'
is "$(entry "todo.step.s2@" | cut -d'|' -f5-9)" '2026-02-25|COMPLETED|100|1|2026-03-01T12:00:00+00:00' 'done, and when'
is "$(entry "todo.action.emoji@" | cut -d'|' -f6)" CANCELLED 'left'
is "$(entry "todo.action.arabe@" | cut -d'|' -f4-7)" '2026-02-01|2026-03-20|IN-PROCESS|50' 'under way, half of its steps'
is "$(entry "todo.step.s1@" | cut -d'|' -f6,7)" 'NEEDS-ACTION|' 'to do'
p 'done' s1; p 'done' arabe; p drop draft --reason other; p 'done' caisse/1
ics $on --todo; read_ics "$tmp/ics" 'a level that is reached'
is "$(entry "todo.level.caisse/1@" | cut -d'|' -f6,7)" 'COMPLETED|100' 'is done'
p level caisse 2 --objective 'et le dire' --by 2026-06-30
p action caisse 'Afficher' --id afficher; p start afficher --owner bureau --due 2026-06-01 --verification v
p step afficher 'Un clou' --id clou --due 2026-05-20
p review caisse achieved --by ag
sed -i '2s/,[a-z]*$/,closed/' cycles.csv
sed -i 's/chosen/verified/' lessons.csv
printf 'id,date,category,severity,what,raised_by,assigned_to,due,answer,answered_on,visibility\nd1,2026-02-01,,2,La clé manque,bureau,coordination,2026-03-05,oui,2026-03-02,\n' >difficulties.csv
ics $on --todo; read_ics "$tmp/ics" 'a change that is achieved'
is "$(entry "todo.difficulty.d1@" | cut -d'|' -f6,9)" 'COMPLETED|2026-03-02T12:00:00+00:00' 'a difficulty that was answered'
is "$(entry "todo.change.caisse@" | cut -d'|' -f6)/$(entry "todo.lesson.l1@" | cut -d'|' -f6)" 'COMPLETED/COMPLETED' 'and a lesson that held'

is "$(entry "todo.change.caisse@" | cut -d'|' -f3)" 'Changement : Compter la caisse, à deux; \ chaque mois' 'under its words'
is "$(entry "todo.level.caisse/1@" | cut -d'|' -f6)/$(entry "todo.level.caisse/2@" | cut -d'|' -f6)" COMPLETED/CANCELLED 'a level that it did not need is left'
is "$(entry "todo.action.afficher@" | cut -d'|' -f6)/$(entry "todo.step.clou@" | cut -d'|' -f6)" CANCELLED/CANCELLED 'with its action and step'
is "$(entry "todo.review.C1@" | cut -d'|' -f6)" COMPLETED 'the review of a cycle that is closed'

# --- nothing private
mark=zEbRaMaRk
# Neither what a hand marked private in the table that others read.
sed -i "\$a l3,$mark,$mark,bureau,2026-05-01,verified,C1,private" lessons.csv
sed -i "\$a l4,$mark,$mark,bureau,2026-05-01,chosen,C1,private" lessons.csv
sed -i "\$a d3,2026-02-01,,2,$mark,bureau,coordination,2026-03-05,oui,2026-03-02,private" difficulties.csv
mkdir -p ../tujenge.private && chmod 700 ../tujenge.private
printf 'id,date,what,where\na1,2026-03-10,visite %s,%s\n' $mark $mark >../tujenge.private/agenda.csv
printf 'code,name,role\nc1,%s,bureau\n' $mark >../tujenge.private/people.csv
printf 'id,now_know,new_practice,owner,check_on,state,cycle,visibility\nl2,%s,%s,bureau,2026-05-01,chosen,C1,private\n' $mark $mark >../tujenge.private/lessons.csv
printf 'id,date,category,severity,what,raised_by,assigned_to,due,visibility\nd2,2026-02-01,,2,%s,bureau,coordination,2026-03-05,private\n' $mark >../tujenge.private/difficulties.csv
for o in '' --todo; do
	ics $on $o
	is "$rc" 0 "with a private folder $o"
	unlike "$tmp/ics" "$mark|[lad]2@|a1@" 'nothing of it is in the calendar'
done
done_testing
