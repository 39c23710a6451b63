#!/bin/sh
# What the plan shows: list, board, due; for the eye, in French, and for pipes.
. "${0%/*}/../lib.sh"
data=$here/../data/plan

cpm-init -q --pack boost-short --lang fr --title Tujenge tujenge >/dev/null 2>&1
cd tujenge || exit 2
p() { d=$1 v=$2; shift 2; cpm-plan "$v" --date "$d" "$@" >/dev/null 2>"$err" || cat "$err"; }
sed -i 's/^level_label_fr,.*//' cpm.csv; sed -i '/^$/d' cpm.csv; echo 'level_label_fr,palier' >>cpm.csv
run cpm-plan board --date 2026-01-31
like "$out" '^Aucun changement pivot n’est encore choisi\.$' 'an empty board says so'
run cpm-plan due --date 2026-01-31
empty "$out" 'nothing due: nothing printed'
is "$rc" 0 'and 0'
run cpm-plan due --exit-code --date 2026-01-31
is "$rc" 0 'with --exit-code too'
p 2026-01-31 cycle open --objective 'Des comptes clairs'
p 2026-01-31 propose 'Compter la caisse chaque mois, à deux' --why 'Sans solde connu, pas de budget' --success-sign 'Le solde est lu en réunion' --owner trésorière --due 2026-07-31
p 2026-01-31 choose compter --by assemblée --why vote
p 2026-01-31 propose 'Une boîte à plaintes qui répond'; p 2026-01-31 choose boîte --by assemblée --why vote
p 2026-01-31 propose 'Un site'
p 2026-01-31 level compter 1 --objective 'La caisse est comptée' --by 2026-03-31
p 2026-01-31 action compter 1 'Compter le dernier vendredi' --owner trésorière --due 2026-02-27 --verification 'feuille signée'
p 2026-01-31 action compter 1 'Ranger les reçus' --owner logistique --due 2026-03-13 --verification 'douze enveloppes'
p 2026-01-31 action compter 1 'Afficher le solde dans les trois quartiers' --owner trésorière --due 2026-03-27 --verification 'le tableau'
p 2026-02-14 start compter-le; p 2026-02-14 start ranger
p 2026-02-14 step compter-le 'Dessiner la feuille' --due 2026-02-20
p 2026-02-14 step compter-le 'Trouver une deuxième personne' --owner bureau --due 2026-02-20
p 2026-02-20 done dessiner
p 2026-02-27 done compter-le
p 2026-03-01 start afficher
p 2026-03-02 adjust ranger --due 2026-03-30 --reason contexte
p 2026-03-02 block ranger --obstacle 'pas de boîte'
p 2026-03-02 adjust afficher --smaller 'Afficher le solde au bureau' --reason moyens

run cpm-plan board --date 2026-03-14
same "$out" "$data/board.fr.txt" 'the page for the wall, in the team’s language'
run cpm-plan board --date 2026-03-14 -o wall.html --lang en
is "$rc" 2 'a board is no page of HTML'
like "$err" 'wall.html: the board is plain text' 'which is said'
like "$err" 'hint: the plan as a page to print: cpm-report plan -o FILE.html' 'with what is'
[ ! -e wall.html ]; ok $? 'and nothing is written'
run cpm-plan board --date 2026-03-14 --lang en
same "$out" "$data/board.en.txt" 'and in English'
awk 'length($0) > 200' "$out" >long; empty long 'no line runs off the page'
run cpm-plan list --date 2026-03-14 --all --lang fr --table
sed 's/-[0-9a-z]\{4\}  /-####  /' "$out" >shown
same shown "$data/list.fr.txt" 'the listing as a table'
run cpm-plan list compter --date 2026-03-14
is "$(head -1 "$out")" kind,id,change,level,title,status,done,of,owner,start,due,done_on 'its columns are stable'
is "$(cut -d, -f1 "$out" | sort | uniq -c | tr -s ' ' | tr '\n' ';')" ' 4 action; 1 change; 1 kind; 2 level; 2 step;' 'one change alone'
run cpm-plan list --json --date 2026-03-14
is "$(jq -r 'select(.kind == "level" and .done != null) | "\(.level) \(.done) \(.of) \(.status)"' "$out" | tr '\n' ';')" '1 1 3 doing;2 0 1 draft;' 'as JSON, numbers bare'
run cpm-plan list nothing
is "$rc" 1 'a change that is not there'
empty "$out" 'prints nothing'

# --- some of it
run cpm-plan list --date 2026-03-14 --owner TRESORIERE
is "$(cut -d, -f1,5,6 "$out" | tr '\n' ';')" 'kind,title,status;action,Compter le dernier vendredi,done;action,Afficher le solde au bureau,doing;' 'by role, whatever case and accents: no headings in a pipe'
run cpm-plan list --date 2026-03-14 --owner bureau --table
like "$out" '^compter-la +Compter la caisse' 'a table keeps the lines above'
like "$out" 'Trouver une deuxième personne' 'of a step too'
unlike "$out" 'Ranger' 'and nothing else'
run cpm-plan list --date 2026-03-14 --status bloqué
is "$(cut -d, -f5,6 "$out" | tail -n +2)" 'Ranger les reçus,blocked' 'by status, in either language'
run cpm-plan list --date 2026-03-14 --status fini
is "$rc" 1 'a status is one of them'
like "$err" "status: 'fini' is none of: draft, todo" 'said'
run cpm-plan list --date 2026-03-14 --until 2026-03-27 --status doing
is "$(cut -d, -f5 "$out" | tail -n +2)" 'Afficher le solde au bureau' 'by day, itself included'
run cpm-plan list --date 2026-03-14 --until 2026-02-30
like "$err" "until: no such day: '2026-02-30'" 'a day that does not exist'
run cpm-plan list boîte --owner bureau --date 2026-03-14
is "$(wc -l <"$out")" 1 'nothing: the header alone'
run cpm-plan list --adjusted --date 2026-03-14
is "$(head -1 "$out")" date,ref,title,field,old,new,reason,alternative,note 'what was adjusted'
like "$out" '^2026-03-02,action:ranger-.*,Ranger les reçus,due,2026-03-13,2026-03-30,context,,$' 'and why'
run cpm-plan list compter --adjusted --table --lang fr --date 2026-03-14
like "$out" 'Ranger les reçus +date d’échéance|Ranger les reçus +échéance' 'in words'
like "$out" 'le contexte a changé' 'of the reason too'
unlike "$out" 'action:' 'without ids'
cp -R . ../words; run cpm-plan adjust compter -C ../words --dimensions 'GOV RES' --builds-on dimension:GOV --reason other --date 2026-03-14
learnt=$(cpm-log add -C ../words --mode training 'Compter avec la banque' --date 2026-03-10 2>/dev/null)
run cpm-plan adjust boîte -C ../words --builds-on "log:$learnt" --reason other --date 2026-03-14
run cpm-plan adjust compter/1 -C ../words --by 2026-04-15 --reason other --date 2026-03-14
run cpm-plan list -C ../words --adjusted --table --lang fr --date 2026-03-14
gov=$(grep '^GOV,' dimensions.csv | grep -o 'Gouvernance[^,"]*')
like "$out" "dimensions +$gov, " 'a thread by its name'
like "$out" "s’appuie sur +$gov " 'what a change builds on too'
like "$out" "s’appuie sur +Compter avec la banque " 'a training by what it was about'
like "$out" 'Compter la caisse chaque mois, à deux, palier 1 +jour prévu' 'a level by its own word'
unlike "$out" 'GOV|dimension:|level:|log:' 'no id anywhere'
run cpm-plan list boîte --adjusted --date 2026-03-14
is "$(wc -l <"$out")" 1 'of one change alone'
run cpm-plan list --adjusted --owner x --date 2026-03-14
is "$rc" 2 'no role there'
like "$err" 'owner. does not go with --adjusted' 'said'

# --- due
run cpm-plan due --within 14d --date 2026-03-14 --csv
like "$out" '^2026-03-27,13,action,afficher-.*,Afficher le solde au bureau,trésorière,"Compter' 'due as CSV'
unlike "$out" 'trouver-' 'a step of what is done is not due'
run cpm-plan due --within 13d --date 2026-03-14
empty "$out" 'both days are counted: the 13th day is the 26th'
run cpm-plan due --within 14d --date 2026-03-14 --exit-code
is "$rc" 1 '--exit-code says that something is'
like "$out" '^Coming:$' 'what comes'
like "$out" '27 March 2026 \(in 13 days\): Afficher le solde au bureau · trésorière' 'with its day, who, and how far'
run cpm-plan due --date 2026-04-02 --lang fr
like "$out" '^Au-delà du jour prévu.:$' 'what is past, in neutral words'
like "$out" '30 mars 2026 \(il y a 3 jours\).: Ranger les reçus · logistique · bloqué.:$' 'overdue first'
is "$(grep -n 'Ranger\|Afficher\|La caisse' "$out" | sed 's/.*: //; s/ .*//' | tr '\n' ' ')" 'Afficher Ranger La ' 'by day'
like "$out" '^      palier compter-la/1$' 'a level, in the team’s own word, and what to type'
run cpm-plan due --date 2026-10-30 --within 1d
like "$out" '^      change compter-la$' 'a change'
run cpm-plan due --date 2026-10-25 --within 1w
like "$out" '^      review of the cycle C1$' 'the review'
run cpm-log lesson 'Deux personnes' --date 2026-03-14
run cpm-log lesson --choose deux --new-practice 'Toujours à deux' --owner trésorière --check-on 2026-04-01 --date 2026-03-14
run cpm-plan due --date 2026-04-01 --within 1d
like "$out" '1 April 2026 \(today\): Toujours à deux · trésorière$' 'a lesson to check'
run cpm-plan due --within soon
is "$rc" 2 'a span is a span'
like "$err" "within: not a span like 14d, 2w or 3m: 'soon'" 'said'
run cpm-plan due --date 2026-04-02 -o due.txt
like due.txt '^Past the planned day:$' 'into a file'

# --- nothing that a table holds steers a terminal
sed -i "s/Ranger les reçus/Ranger$(printf '\033')[31m les reçus/" actions.csv
run cpm-plan board --date 2026-03-14
unlike "$out" "$(printf '\033')" 'no escapes on the board'
run cpm-plan due --date 2026-04-02
unlike "$out" "$(printf '\033')" 'nor in due'
run cpm-plan done
unlike "$err" "$(printf '\033')" 'nor in questions'

# --- closed output is an error
if [ -w /dev/full ]; then
	cpm-plan list >/dev/full 2>"$err"; is "$?" 2 'a full disk is said'
else
	skip 'no /dev/full'
fi

# --- one folder for each habit: read the same, one record changed
sed -i "s/Ranger$(printf '\033')\[31m les/Ranger les/" actions.csv
cpm-plan list --all --csv --date 2026-03-14 >../canonical 2>/dev/null
cd ..
for habit in tab crlf bom cp1252; do
	rm -rf h; cp -R tujenge h; cp -R tujenge.private h.private 2>/dev/null
	for f in h/changes.csv h/levels.csv h/actions.csv h/steps.csv; do
		case $habit in
		tab)	grep -q '"' $f && continue
			tr , '\t' <$f >x ;;
		crlf)	sed 's/$/\r/' $f >x ;;
		bom)	{ printf '\357\273\277'; cat $f; } >x ;;
		cp1252)	iconv -f UTF-8 -t CP1252//TRANSLIT $f >x ;;
		esac
		cp x $f
	done
	run cpm-plan list -C h --all --csv --date 2026-03-14
	same "$out" canonical "$habit: read the same"
	[ -s "$err" ]; ok $? "$habit: said"
	cp h/actions.csv before
	run cpm-plan done ranger -C h --date 2026-03-20
	is "$rc" 0 "$habit: written"
	[ $habit = cp1252 ] && iconv -f CP1252 -t UTF-8 before >x && cp x before
	is "$(diff before h/actions.csv | grep -c '^[<>]')" 2 "$habit: one record changed"
done
cd tujenge

# --- the files of people who use spreadsheets
sed -i 's/^id,ref,level,title,owner,start,due,means,verification,status,done_on,obstacle,result/identifiant;objet;échelon;titre;responsable;début;échéance;moyens;vérification;statut;fait le;obstacle;résultat/' actions.csv
grep -v ',' actions.csv >x.csv
tail -n +2 actions.csv | sed 's/,/;/g; s/;doing;/;en cours;/; s/;done;/;fait;/; s/;blocked;/;bloqué;/; s/;draft;/;brouillon;/' >>x.csv; mv x.csv actions.csv
run cpm-plan list --date 2026-03-14
like "$err" "actions.csv: .*';'" 'semicolons are said'
like "$out" '^action,ranger-.*,blocked,' 'French headers and values are understood'
cp actions.csv before
run cpm-plan done ranger --date 2026-03-20
is "$rc" 0 'and written'
is "$(diff before actions.csv | grep -c '^>')" 1 'one line changed'
like actions.csv ';done;2026-03-20;' 'with the file’s own separator'
done_testing
