#!/bin/sh
# The sample team: nine months of a fictional association of refugees in South
# Kivu, played by running the commands that a team and its mentor would type.
#
#	sh demo.sh DIR
#
# makes DIR/tujenge (a folder that git versions) and, beside it,
# DIR/tujenge.private.  What was there before under these names is replaced.
# Every command carries its day, so the folder is the same on every machine.
set -eu
here=$(cd "${0%/*}" && pwd)
dir=${1:?usage: demo.sh DIR}
mkdir -p "$dir"
cd "$dir"
dir=$(pwd)
for old in tujenge tujenge.private; do
	if [ -e "$old" ] && [ ! -e tujenge/cpm.csv ]; then
		echo "demo.sh: $dir/$old is there and is not an earlier demo" >&2
		exit 2
	fi
done
rm -rf tujenge tujenge.private
exec 3>&1 >"$dir/demo.log" 2>&1
trap '[ $? -eq 0 ] || { echo "demo.sh: something went wrong; the last lines of $dir/demo.log:" >&3; tail -5 "$dir/demo.log" >&3; }' EXIT
unset CPM_PROJECT LANGUAGE LC_ALL LC_MESSAGES || true
export LANG=C.UTF-8

day=
on() { day=$1; echo "--- $day"; }
month() { printf '%s  %s\n' "$1" "$2" >&3; }
commit() { # git keeps the months
	git add -A
	GIT_AUTHOR_DATE="${day}T12:00:00Z" GIT_COMMITTER_DATE="${day}T12:00:00Z" \
	    git -c user.name='Tujenge' -c user.email='tujenge@example.org' \
	    -c commit.gpgsign=false commit -q -m "$1"
}
# The day goes with every command.
assess() { v=$1; shift; cpm-assess "$v" --date "$day" "$@"; }
plan() { v=$1; shift; cpm-plan "$v" --date "$day" "$@"; }
log() { v=$1; shift; cpm-log "$v" --date "$day" "$@"; }

# --- Month 0: a folder, and two criteria in the team's own words -------------
on 2026-01-05
month 2026-01 'the folder; two criteria reworded; 18 sheets; talk; three changes'
cpm-init --lang fr --title 'Tujenge' --date "$day" tujenge
cd tujenge
cat >notes/context.md <<'X'
# Contexte

Dix-huit personnes actives, réfugiées burundaises ; pas de courant régulier ;
la route est coupée certains jours. Les réunions se tiennent le samedi.
X
# As a team would, in an editor or a spreadsheet:
sed -i 's/^RES4,\(.*\),Le matériel est inventorié et entretenu\./RES4,\1,Le matériel et le stock de semences sont inventoriés et entretenus./
s/Equipment is listed and cared for\./Equipment and the seed stock are listed and cared for./
s/Les risques sont pesés avant le terrain\./Les risques de la route et du camp sont pesés avant chaque sortie./
s/Risks are weighed before going to the field\./The risks of the road and the camp are weighed before each outing./' criteria.csv
# Two people keep the stores; they are merged before anybody votes.
echo 'logistics,self,executive,Logistics,Logistique' >>groups.csv
cpm-check
commit 'Notre dossier, et deux critères dans nos mots'

# --- Month 1: the team looks at itself from all sides ------------------------
on 2026-01-17
assess open R1 --invited 'governance:4 executive:3 programme:5 volunteers:6'
assess import --round R1 "$here/kobo-2026-01.csv"
assess close R1
assess talk R1
on 2026-01-24
assess agree R1 STR 3.5 --evidence 'récits recueillis auprès de six membres' --by 'assemblée'
assess agree R1 GOV 2.5 --evidence 'cahier des réunions' --by 'assemblée'
assess agree R1 RES2 2 --evidence 'le livre de caisse, tenu deux mois sur six' --justification 'Le budget existe, mais le solde n’est connu que d’une personne' --dissent --by 'assemblée'
assess agree R1 RES 2 --evidence 'livre de caisse et reçus' --by 'assemblée'
assess agree R1 TEA 3 --by 'assemblée'
assess agree R1 PRO 3 --by 'assemblée'
assess agree R1 BEN 2.5 --evidence 'aucune plainte écrite en 2025' --by 'assemblée'
assess agree R1 PAR 3 --by 'assemblée'
assess agree R1 LEA 2.5 --by 'assemblée'
assess finding R1 --type strength STR 'Chacun raconte notre histoire avec ses mots, et la même chose'
assess finding R1 --type good_practice PAR 'Nos voisins d’accueil viennent à nos réunions'
assess finding R1 --type need RES 'Personne ne connaît le solde entre deux réunions'
assess finding R1 --type need BEN 'Les plaintes restent sans réponse'
assess agree R1 --done
mkdir -p web report
cpm-assess score R1 | cpm-web --title 'Tujenge, janvier 2026' -o web/R1.svg

on 2026-01-31
plan cycle open --objective 'Des comptes que chacun peut suivre' --start 2026-01-31
cash=$(plan propose 'Compter la caisse chaque mois, à deux' --dimensions RES --why 'Sans solde connu, pas de budget' --priority 3 --means 3 --feasible 3 --success-sign 'Le solde est lu en réunion' --owner 'trésorière' --due 2026-07-31)
minutes=$(plan propose 'Des comptes rendus avec les décisions' --dimensions GOV --why 'Les décisions se perdent' --priority 3 --means 3 --feasible 2 --success-sign 'On retrouve qui fait quoi' --owner 'secrétaire' --due 2026-07-31)
box=$(plan propose 'Une boîte à plaintes qui répond' --dimensions BEN --why 'Les personnes servies le demandent' --priority 3 --means 2 --feasible 2 --success-sign 'Chaque plainte a sa réponse affichée' --owner 'équipe focale' --due 2026-07-31)
plan propose 'Un site internet' --dimensions PAR --priority 1 --means 1 --feasible 1 >/dev/null
plan propose 'Une deuxième source de revenus' --dimensions RES --priority 2 --means 1 --feasible 1 >/dev/null
plan rank
# Which thread moves with which, and how far three of them reach: an aid.
plan link GOV RES=3 TEA
plan link RES PRO BEN
plan link BEN PAR=3 LEA
plan link LEA STR
plan reach --of GOV,RES,BEN
cpm-plan link | cpm-web --links --chosen GOV,RES,BEN -o web/links.svg
plan indicator 'Comptages signés' --id comptages --ref "change:$cash" --unit feuilles --baseline 0 --target 6 --target-on 2026-07-31 --source 'cahier de caisse' --owner 'trésorière'
for c in "$cash" "$minutes" "$box"; do
	plan choose "$c" --by 'assemblée' --why 'les trois fils qui tirent les autres'
done
plan level "$cash" 1 --objective 'La caisse est comptée une fois par mois' --by 2026-03-31
plan level "$minutes" 1 --objective 'Chaque réunion laisse une page' --by 2026-03-31
plan level "$box" 1 --objective 'La boîte est là, et connue' --by 2026-04-30
count=$(plan action "$cash" 1 'Compter la caisse le dernier vendredi, à deux' --owner 'trésorière' --due 2026-02-27 --means 'cahier, stylo' --verification 'feuille signée par deux personnes')
receipts=$(plan action "$cash" 1 'Ranger les reçus par mois' --owner 'logistique' --due 2026-03-13 --means 'une boîte' --verification 'douze enveloppes')
show=$(plan action "$cash" 1 'Afficher le solde' --owner 'trésorière' --due 2026-03-27 --means 'tableau' --verification 'le tableau du bureau')
page=$(plan action "$minutes" 1 'Une page par réunion' --owner 'secrétaire' --due 2026-02-28 --means 'cahier' --verification 'quatre pages signées')
build=$(plan action "$box" 1 'Fabriquer la boîte' --owner 'bénévoles' --due 2026-03-28 --means 'bois, cadenas' --verification 'la boîte est posée')
hours=$(plan action "$box" 1 'Dire dans les trois quartiers où elle est' --owner 'bénévoles' --due 2026-04-18 --means 'deux samedis' --verification 'trois réunions tenues')
log add 'Appui au choix des trois changements' --mode workshop --persons 18 --women 10 --minutes 180 --author 'mentor' --theme plan --agreed 'La trésorière montre le cahier à la prochaine visite'
commit 'Premier tour : nos votes, nos scores convenus, trois changements'

# --- Month 2: small steps, and visits ----------------------------------------
on 2026-02-14
month 2026-02 'level 1: actions, steps, a visit'
for a in "$count" "$receipts" "$page"; do plan start "$a"; done
form=$(plan step "$count" 'Dessiner la feuille de comptage' --owner 'trésorière' --due 2026-02-20)
plan step "$count" 'Trouver la deuxième personne' --owner 'trésorière' --due 2026-02-20 >/dev/null
plan done "$form"
log add 'Première visite : la feuille de comptage essayée ensemble' --mode visit --persons 4 --women 3 --minutes 120 --author 'mentor' --refs "action:$count" --agreed 'Compter le 27, à deux, et noter l’écart'
echo 'La trésorière craint qu’on la soupçonne ; en parler avec elle seule.' |
    log add - --private --mode call --author 'mentor' --minutes 20
on 2026-02-27
plan done "$count" --seen 'La caisse a été comptée à deux pour la première fois' --for 'toute l’association' --by 'trésorière' --evidence 'feuille signée du 27 février'
plan measure comptages 1
plan done "$page" --seen 'On a retrouvé une décision de janvier en une minute' --for 'le bureau' --by 'secrétaire'
commit 'Février : la première feuille signée'

# --- Month 3: from afar --------------------------------------------------------
on 2026-03-13
month 2026-03 'calls, a document sent in, receipts in order'
plan done "$receipts" --seen 'Les reçus de trois mois sont rangés' --for 'la trésorière' --by 'logistique'
log add 'Lecture des comptes rendus envoyés par message' --mode document_review --author 'mentor' --minutes 45 --refs "change:$minutes" --agreed 'Souligner chaque décision'
plan start "$show"
plan start "$build"
plan block "$build" --obstacle 'pas de bois : la route est coupée'
log add 'Appel : la route est coupée, que faire de la boîte ?' --mode call --author 'mentor' --minutes 25 --refs "change:$box"
# The secretary's sheet of the month, typed in without a shell.
on 2026-03-31
plan form --month 2026-03 --grid -o "$dir/mars.csv"
sed -i '/,meeting-1,/s/,,,,,,$/,,2026-03-21,,Réunion de l’équipe focale,,secrétaire/
/,difficulty-1,/s/,,,,,,$/,,2026-03-21,,Personne n’ose interroger le président sur les dépenses,,bénévoles/' "$dir/mars.csv"
plan import "$dir/mars.csv"
rm "$dir/mars.csv"
plan measure comptages 2
commit 'Mars : les reçus, et des appels'

# --- Month 4: insecurity; the plan adjusts -------------------------------------
on 2026-04-11
month 2026-04 'insecurity: one action moved, one cut smaller, a small change seen'
plan start "$hours"
plan adjust "$hours" --due 2026-05-30 --reason context --note 'déplacements impossibles en avril'
plan adjust "$hours" --smaller 'Dire dans le quartier du marché où elle est' --reason context --note 'un quartier d’abord'
log seen 'Les bénévoles lisent le solde à voix haute en début de réunion' --for 'les bénévoles' --by 'équipe focale' --ref "change:$cash"
plan done "$show" --seen 'Des membres demandent le solde d’eux-mêmes' --for 'les membres' --by 'trésorière'
plan done "$cash/1"
plan measure comptages 3
plan level "$cash" 2 --objective 'Le budget de l’année est suivi' --by 2026-07-15
budget=$(plan action "$cash" 2 'Écrire le budget sur une page' --owner 'trésorière' --due 2026-05-15 --means 'modèle d’une page' --verification 'la page est affichée')
plan start "$budget"
commit 'Avril : un report, un morceau plus petit, le solde lu à voix haute'

# --- Month 5: learning from peers -----------------------------------------------
on 2026-05-16
month 2026-05 'an exchange with another association'
log add 'Échange avec une autre association : leurs réponses aux plaintes' --mode peer_exchange --persons 9 --women 5 --minutes 240 --author 'équipe focale' --theme plaintes --agreed 'Essayer leur tableau des réponses'
plan done "$build" --seen 'Trois plaintes déposées la première semaine' --for 'les personnes servies' --by 'bénévoles'
plan done "$budget" --seen 'Le bureau a refusé une dépense hors budget' --for 'le bureau' --by 'trésorière'
log lesson 'Une réponse affichée vaut mieux que dix promesses' --kind practice --happened 'Vu chez nos voisins' --how-to 'Un tableau à trois colonnes : reçu, répondu, fait' --ref "change:$box"
plan measure comptages 4
commit 'Mai : ce que nos voisins nous ont montré'

# --- Month 6: a report for the partner --------------------------------------------
on 2026-06-13
month 2026-06 'what changed, for everyone to read'
plan done "$hours" --seen 'La file d’attente connaît la boîte' --for 'les personnes servies' --by 'bénévoles'
log seen 'Une réunion s’est tenue sans le président, avec un compte rendu' --for 'le bureau' --by 'secrétaire' --ref "change:$minutes"
cpm-report progress --since 2026-01-31 --date "$day" --lang fr -o report/2026-06.html
commit 'Juin : où nous en sommes'

# --- Month 7: review ------------------------------------------------------------------
on 2026-07-18
month 2026-07 'review: two achieved, one adapted'
plan done "$minutes/1"
plan done "$box/1"
plan done "$cash/2"
plan review "$cash" achieved --by 'assemblée' --note 'Comptée chaque mois depuis février'
plan review "$minutes" achieved --by 'assemblée' --note 'Chaque réunion a sa page'
plan review "$box" adapted --by 'assemblée' --note 'La boîte est là ; il reste à répondre en quinze jours'
plan adjust "$box" --due 2026-12-31 --reason tried_and_learnt --note 'un quartier à la fois'
plan measure comptages 5
log add 'Revue du cycle avec l’équipe et le bureau' --mode workshop --persons 15 --women 8 --minutes 150 --author 'mentor' --theme revue
commit 'Juillet : la revue'

# --- Month 8: the team looks again -------------------------------------------------
on 2026-08-22
month 2026-08 'a second round, and a separate sheet: where were we then?'
assess open R2 --kind followup
assess import --round R2 "$here/kobo-2026-08.csv"
assess close R2
assess open R2-then --kind retrospective --refers-to R1 --note 'avec ce que nous savons maintenant'
assess import --round R2-then "$here/kobo-2026-08-then.csv"
assess close R2-then
assess compare R1 R2 --then R2-then
on 2026-08-29
assess agree R2 STR 3.5 --by 'assemblée'
assess agree R2 GOV 3 --evidence 'douze comptes rendus' --by 'assemblée'
assess agree R2 RES 3 --evidence 'sept feuilles signées, le budget affiché' --by 'assemblée'
assess agree R2 TEA 3 --by 'assemblée'
assess agree R2 PRO 3 --by 'assemblée'
assess agree R2 BEN 3 --evidence 'registre des réponses' --by 'assemblée'
assess agree R2 PAR 3 --by 'assemblée'
assess agree R2 LEA 3 --by 'assemblée'
assess finding R2 --type strength RES 'Le solde est connu de tous'
assess finding R2 --type know_how GOV 'Tenir une réunion et en garder la trace'
assess agree R2 --done
cpm-assess score R2 | cpm-web --title 'Tujenge, août 2026' -o web/R2.svg
cpm-assess compare R1 R2 | cpm-web --title 'De janvier à août' -o web/R1-R2.svg
commit 'Août : le deuxième tour'

# --- Month 9: three lessons, and the next cycle -----------------------------------
on 2026-09-12
month 2026-09 'three lessons; the cycle closes; the next one begins'
lesson() { log lesson "$@"; }
l1=$(lesson 'Compter à deux protège celle qui compte' --happened 'La trésorière a demandé un témoin' --assumed 'On croyait que contrôler, c’était soupçonner' --new-practice 'Toujours deux personnes, deux signatures' --owner 'trésorière' --check-on 2026-12-15 --ref "change:$cash")
l2=$(lesson 'Une page suffit' --assumed 'Il fallait tout écrire' --new-practice 'Décision, qui, pour quand : une page' --owner 'secrétaire' --check-on 2026-12-15 --ref "change:$minutes")
l3=$(lesson 'Un quartier d’abord' --happened 'La route coupée nous a forcés à commencer petit' --new-practice 'Essayer dans un quartier avant les trois' --owner 'équipe focale' --check-on 2026-12-15 --ref "change:$box")
for l in "$l1" "$l2" "$l3"; do log lesson --choose "$l"; done
plan cycle close
plan cycle open --objective 'Répondre, et transmettre' --start 2026-09-12
plan level "$box" 2 --objective 'Chaque plainte a sa réponse en quinze jours' --by 2026-12-31
reply=$(plan action "$box" 2 'Un tableau des réponses à trois colonnes' --owner 'équipe focale' --due 2026-12-05 --means 'un panneau' --verification 'le tableau, à jour')
plan start "$reply"
plan step "$reply" 'Peindre le panneau' --owner 'bénévoles' --due 2026-11-28 >/dev/null
commit 'Septembre : trois leçons, un nouveau cycle'

# --- The reports, in both languages --------------------------------------------------
month 2026-09 'reports'
for l in fr en; do
	cpm-report round R2 --lang $l --date "$day" -o "report/tour-R2.$l.html"
	cpm-report plan --lang $l --date "$day" -o "report/plan.$l.html"
	cpm-report progress --since 2026-03-01 --lang $l --date "$day" -o "report/progress.$l.html"
	cpm-report review --cycle C1 --lang $l --date "$day" -o "report/review-C1.$l.html"
	cpm-report visit --since 2026-07-18 --lang $l --date "$day" -o "report/visit.$l.html"
done
cpm-check
commit 'Les rapports de septembre'
exec 1>&3
cat <<X

The sample team's folder is   $dir/tujenge
what is private lies beside   $dir/tujenge.private
its webs are                  $dir/tujenge/web/R1.svg
                              $dir/tujenge/web/R2.svg
what moves with what          $dir/tujenge/web/links.svg
its reports are               $dir/tujenge/report/tour-R2.fr.html
                              $dir/tujenge/report/tour-R2.en.html
                              $dir/tujenge/report/plan.fr.html
                              $dir/tujenge/report/plan.en.html
                              $dir/tujenge/report/progress.fr.html
                              $dir/tujenge/report/progress.en.html
                              $dir/tujenge/report/review-C1.fr.html
                              $dir/tujenge/report/review-C1.en.html
                              $dir/tujenge/report/visit.fr.html
                              $dir/tujenge/report/visit.en.html

Try next:
  PATH=$(dirname "$(command -v cpm-next)"):\$PATH
  cd $dir/tujenge
  git log --oneline
  cpm-next
  cpm-assess score R1 | cpm-web --text
  cpm-assess talk R1 | head -5
  cpm-plan list
X
