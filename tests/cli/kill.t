#!/bin/sh
# kill -9 at any instant of a command that writes several tables: after the
# next cpm-check every file is old or new, all together; the same command
# typed again ends where an undisturbed one ends, and adds nothing twice.
#
# CPM_KILLS says how many kills (300).
. "${0%/*}/../lib.sh"
kills=${CPM_KILLS:-300}
d=--date=2026-01-17

# A folder with a round to close and a plan at work.
{
	mkdir base && cd base &&
	cpm-init --lang fr $d team &&
	cd team && rm -r .git/hooks &&
	cpm-assess open R1 $d &&
	awk 'BEGIN { printf "number,group"; split("STR1 STR2 STR3 GOV1 GOV2 GOV3 GOV4 RES1 RES2 RES3 RES4 TEA1", c, " ")
	  for (i = 1; i <= 12; i++) printf ",%s", c[i]; print ""
	  for (n = 1; n <= 18; n++) { printf "%d,%s", n, n % 2 ? "volunteers" : "governance"
	    for (i = 1; i <= 12; i++) printf ",%d", (n * i) % 5 + 1; print "" } }' >../grid.csv &&
	cpm-assess import $d --round R1 ../grid.csv &&
	cpm-plan cycle open --start 2026-01-17 $d &&
	change=$(cpm-plan propose 'Compter la caisse' --dimensions RES $d) &&
	cpm-plan choose "$change" --by 'equipe' --why 'urgent' $d &&
	cpm-plan level "$change" 1 --objective 'compter' $d &&
	action=$(cpm-plan action "$change" 1 'Compter chaque vendredi' --owner tresoriere --due 2026-02-27 --means cahier --verification 'fiche signee' $d) &&
	cpm-plan start "$action" $d &&
	cd "$work"
} >setup.log 2>&1 || { echo "1..1"; echo "not ok 1 - the folder is made"; tail -5 setup.log | sed 's/^/# /'; exit 1; }
change=$(sed -n 2p base/team/changes.csv | cut -d, -f1)
action=$(sed -n 2p base/team/actions.csv | cut -d, -f1)
awk 'NR == 1 { print; next } { sub(/^[0-9]+/, $1 + 100); print }' FS=, OFS=, base/grid.csv >base/grid2.csv

torture() { # NAME RETRY-STATUS COMMAND…
	name=$1; shift
	perl "$here/../kills.pl" base $each "$@" >kill.log 2>&1
	sed '$d' kill.log
	read -r changes bad killed torn <<-X
		$(tail -n 1 kill.log)
	X
	is "$changes" changes "$name: changes the folder when it is left alone"
	is "$bad" 0 "$name: $each kills ($killed struck, $torn left traces), none of them lost or doubled anything"
}

each=$((kills / 5))
torture 'close a round' 1 cpm-assess close R1 --date=2026-01-20
torture 'open a round' 0 cpm-assess open R2 --date=2026-08-22
torture 'import sheets' 0 cpm-assess import --round R1 ../grid2.csv --date=2026-01-20
torture 'an action done, and what was seen' 0 cpm-plan done "$action" --seen 'Le solde est lu a voix haute' --for 'benevoles' --date=2026-02-27
torture 'move an action' 0 cpm-plan adjust "$action" --due 2026-03-13 --reason context --note 'route coupee' --date=2026-02-20
done_testing
