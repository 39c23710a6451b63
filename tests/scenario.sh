# Nine months of an association, played month by month by the commands that
# its mentor, its secretary and its focal team would type; the association,
# its people and all figures are made up.  A test sources this file from the
# folder that shall hold tujenge/ and calls month_0 to month_9 in turn:
#
#	. "$top/tests/scenario.sh"; month_0; month_1 …
#
# Each day is said, so the folder is the same on every machine.  What people
# said on paper is that of share/demo, which is the export of a phone survey.
# A command that fails is named in the file $trouble; what bringing a sheet in
# for the second time says goes to $tmp/twice.

trouble=$tmp/trouble; : >"$trouble"
day=
on() { day=$1; }
do_() { # COMMAND VERB …: say its result, and keep quiet where it is well
	c=$1 v=$2; shift 2
	"cpm-$c" "$v" --date "$day" "$@" 2>"$tmp/said" ||
	    { echo "$day cpm-$c $v $*: $?"; sed 's/^/  /' "$tmp/said"; } >>"$trouble"
}
plan_() { do_ plan "$@"; }
log() { do_ log "$@"; }
assess() { do_ assess "$@"; }
commit() {
	git add -A
	GIT_AUTHOR_DATE="${day}T12:00:00Z" GIT_COMMITTER_DATE="${day}T12:00:00Z" \
	    git -c commit.gpgsign=false commit -qm "$1"
}

# What stood on the paper sheets, as the mentor types it into the grid:
# number, group, unit, then the scores.
type_in() { # EXPORT GRID
	cpm-assess form --grid --date "$day" | head -1 >"$2"
	perl -CSD -Mutf8 -ne 'chomp; my @f = map { s/^"|"$//gr } split /;/, $_, -1;
		our $at; if ($. == 1) { ($at) = grep { $f[$_] =~ /^(groupe|Votre regard)$/ } 0 .. $#f; next }
		my %s = ("Pas encore" => 1, "Débuts" => 2, "En place" => 3, "Régulier" => 4,
		    "Partagé" => 5, "Sans objet" => "NA", "Ne sait pas" => "DK", "" => "",
		    map { ($_ => $_) } 1 .. 5, "NA", "DK");
		my %g = (Instances => "governance", Exécutif => "executive", Programmes => "programme",
		    Bénévoles => "volunteers", Logistique => "logistics",
		    map { ($_ => $_) } qw(governance executive programme volunteers logistics));
		my ($w) = $f[$at] =~ /^(\w+)/ or next;
		print join(",", $. - 1, $g{$w} // die("a group: $w\n"), "",
		    map { $s{$_} // die "an answer: $_\n" } @f[$at + 1 .. $at + 30]), "\n"' \
	    "$top/share/demo/$1" >>"$2" || echo "type_in $1" >>"$trouble"
}

# The secretary's sheet of a month, filled in as in a spreadsheet.
sheet() { # MONTH
	sheet=$tmp/sheet-$1.csv
	plan_ form --month "$1" --grid -o "$sheet"
}
cell() { # LINE COLUMN=WORDS …
	line=$1; shift
	cut -d, -f2 "$sheet" | grep -qx -- "$line" || echo "$day no line $line" >>"$trouble"
	for kv; do
		awk -F, -v OFS=, -v i="$line" -v k="${kv%%=*}" -v v="${kv#*=}" '
		    NR == 1 { for (c = 1; c <= NF; c++) if ($c == k) at = c }
		    NR > 1 && $2 == i { $at = v } { print }' "$sheet" >"$sheet.new" &&
		    mv "$sheet.new" "$sheet"
	done
}
back() { # the sheet comes back by message; brought in twice it is there once
	plan_ import "$sheet" >/dev/null
	plan_ import "$sheet" >/dev/null
	cat "$tmp/said" >>"$tmp/twice"
}

# M0: the context, and two criteria in the team's own words.
month_0() {
	on 2026-01-05
	cpm-init -q --lang en --title Tujenge --date $day tujenge 2>/dev/null
	cd tujenge || exit 2
	cat >notes/context.md <<-'E'
		# Where we work

		## Environment

		The road to the camp is cut after rain, and some weeks nobody should travel.

		## Resources

		Eighteen active people, one laptop, no steady power.

		## Pace

		Meetings are on Saturdays; March is the month of sowing.
	E
	sed -i 's/Equipment is listed and cared for\./Equipment and the seed stock are listed and cared for./
	    s/Risks are weighed before going to the field\./The risks of the road and the camp are weighed before each outing./' criteria.csv
	# Two people keep the stores; they are merged before anybody votes.
	echo 'logistics,self,executive,Logistics,Logistique' >>groups.csv
	(umask 077; cat >../tujenge.private/people.csv) <<-'E'
		code,name,contact,organisation,role,consent_on
		p1,Aline Nahimana,+243990000000,,treasurer,
	E
	log add 'Two criteria put into our own words' --mode workshop --author mentor --persons 4 --women 2 --minutes 150 --theme framework >/dev/null
	commit 'the folder, and two criteria in our words'
}

# M1: eighteen paper forms, the talk, nine ideas, three changes.
month_1() {
	on 2026-01-17
	assess open R1 --invited 'governance:4 executive:3 programme:5 volunteers:6'
	type_in kobo-2026-01.csv "$tmp/paper.csv"
	assess import --round R1 "$tmp/paper.csv"
	assess close R1
	on 2026-01-24
	assess agree R1 STR 3.5 --evidence 'stories of six members' --by 'general assembly'
	assess agree R1 GOV 2.5 --evidence 'the notebook of meetings' --by 'general assembly'
	assess agree R1 RES2 2 --evidence 'the cashbook' --justification 'The budget exists; one person knows the balance' --dissent --by 'general assembly'
	assess agree R1 RES 2 --evidence 'cashbook and receipts' --by 'general assembly'
	for d in TEA PRO PAR; do assess agree R1 $d 3 --by 'general assembly'; done
	assess agree R1 BEN 2.5 --by 'general assembly'
	assess agree R1 LEA 2.5 --by 'general assembly'
	assess finding R1 --type strength STR 'Everybody tells our story in their own words, and it is the same'
	assess finding R1 --type need RES 'Nobody knows the balance between two meetings'
	assess agree R1 --done
	on 2026-01-31
	plan_ cycle open --objective 'Accounts and decisions that all can follow' --start 2026-01-31 >/dev/null
	strength=finding:$(awk -F, 'NR > 1 && /strength/ { print $1; exit }' findings.csv)
	idea() { # ID TITLE DIMENSION PRIORITY MEANS FEASIBLE …
		id=$1 title=$2 scores="--dimensions $3 --priority $4 --means $5 --feasible $6"
		shift 6
		plan_ propose "$title" --id "$id" $scores "$@" >/dev/null
	}
	idea cash 'The cash is counted each month by two people' RES 3 3 3 --why 'Without a balance there is no budget' --success-sign 'The balance is read aloud at the meeting' --owner treasurer --due 2026-07-31 --builds-on "$strength"
	idea minutes 'Minutes say what was decided' GOV 3 3 2 --why 'Decisions get lost' --success-sign 'Anybody finds who does what' --owner secretary --due 2026-07-31
	idea box 'Every complaint gets an answer' BEN 3 2 2 --why 'The people we serve ask for it' --success-sign 'Answers hang on the board' --owner 'focal team' --due 2026-07-31
	idea website 'A website' PAR 1 1 1
	idea income 'A second source of income' RES 2 1 1
	idea handbook 'A handbook for newcomers' TEA 2 2 2
	idea seeds 'A list of the seed stock' RES 2 3 2
	idea radio 'A programme on the local radio' PAR 2 1 2
	idea risk 'Risks are weighed before each outing' PRO 2 2 3
	plan_ link GOV RES=3 TEA >/dev/null
	plan_ link RES PRO=2 BEN >/dev/null
	plan_ link BEN PAR=3 LEA >/dev/null
	plan_ link LEA STR >/dev/null
	for c in cash minutes box; do
		plan_ choose $c --by 'general assembly' --why 'the three threads that move the others' >/dev/null
	done
	plan_ indicator 'Signed counts of the cash' --id counts --ref change:cash --unit counts --baseline 0 --baseline-on 2026-01-31 --target 6 --target-on 2026-07-31 --source 'the notebook' --frequency monthly --owner treasurer >/dev/null
	plan_ indicator 'Days until a complaint is answered' --id answer-days --ref change:box --unit days --baseline 60 --baseline-on 2026-01-31 --target 15 --target-on 2026-07-31 --source 'the board' --owner 'focal team' >/dev/null
	log add 'Choosing three changes, and their first level' --mode workshop --author mentor --persons 18 --women 10 --minutes 180 --theme plan --agreed 'the treasurer shows the cashbook at the next visit' >/dev/null
	commit 'our first round, and three changes'
}

# M2: level 1, three actions for each change, and a visit.
month_2() {
	on 2026-02-02
	plan_ level cash 1 --objective 'The cash is counted once a month' --by 2026-04-30
	plan_ level minutes 1 --objective 'Each meeting leaves one page' --by 2026-04-30
	plan_ level box 1 --objective 'The box is there and known' --by 2026-05-31
	action() { # CHANGE ID TITLE …
		c=$1 id=$2 title=$3
		shift 3
		plan_ action "$c" 1 "$title" --id "$id" "$@" >/dev/null
	}
	action cash count 'Count on the last Friday by two' --owner treasurer --due 2026-02-27 --means 'notebook and pen' --verification 'a sheet signed by two'
	action cash receipts 'Sort the receipts by month' --owner logistics --due 2026-03-13 --means 'a box' --verification 'twelve envelopes'
	action cash show 'Hang up the balance' --owner treasurer --due 2026-03-27 --means 'a board' --verification 'the board at the office'
	action minutes page 'One page a meeting' --owner secretary --due 2026-02-28 --means 'a notebook' --verification 'four signed pages'
	action minutes list 'A list of open decisions' --owner secretary --due 2026-03-28 --means 'the notebook' --verification 'the list is read at each meeting'
	action minutes speak 'Read the decisions aloud at the end' --owner chair --due 2026-04-11 --means 'five minutes' --verification 'it is in the minutes'
	action box build 'Build and place the box' --owner volunteers --due 2026-03-28 --means 'wood and a lock' --verification 'the box is there'
	action box tell 'Say in the three quarters where it is' --owner volunteers --due 2026-04-18 --means 'two Saturdays' --verification 'three meetings held'
	action box open 'Open it every second Friday' --owner 'focal team' --due 2026-05-15 --means 'an hour' --verification 'the list of what came in'
	for a in count receipts page list; do plan_ start $a >/dev/null; done
	plan_ step count 'Draw the sheet' --id draw --owner treasurer --due 2026-02-14 >/dev/null
	plan_ step count 'Find the second person' --id second --owner treasurer --due 2026-02-20 >/dev/null
	on 2026-02-14
	plan_ done draw
	log add 'First visit: the sheet was tried together' --mode visit --author mentor --persons 4 --women 3 --minutes 120 --refs action:count --agreed 'count on the 27th by two, and note any difference' >/dev/null
	echo 'SECRET: the treasurer fears to be suspected; talk with her alone.' |
	    log add - --private --mode call --author mentor --minutes 20 >/dev/null
	on 2026-02-28
	sheet 2026-02
	cell count now=done on=2026-02-27 'what=The cash was counted by two for the first time' 'for_whom=the whole association' by=treasurer
	cell second now=done on=2026-02-20
	cell page 'now=under way'
	cell meeting-1 on=2026-02-21 'what=What each of us does until March' by=secretary
	back
	plan_ measure counts 1 --on 2026-02-27 >/dev/null
	commit 'February'
}

# M3: from afar: calls, a document that was sent in, a blocked action.
month_3() {
	on 2026-03-13
	log add 'The minutes of February, sent in as photographs' --mode document_review --author mentor --minutes 45 --refs change:minutes --agreed 'underline each decision' >/dev/null
	log add 'The road is cut; what about the box?' --mode call --author mentor --minutes 25 --refs action:build --agreed 'ask where else there is wood' >/dev/null
	on 2026-03-31
	sheet 2026-03
	cell receipts now=done on=2026-03-13 'what=The receipts of three months are in order' 'for_whom=the treasurer' by=logistics
	cell page now=done on=2026-03-07 'what=A decision of January was found in a minute' 'for_whom=the board' by=secretary
	cell build now=blocked 'obstacle=no wood: the road is cut' on=2026-03-20
	cell list 'now=under way'
	cell show 'now=under way'
	cell meeting-1 on=2026-03-21 'what=The list of decisions was read' by=secretary
	cell difficulty-1 on=2026-03-21 'what=Nobody dares to ask the chair about expenses' by=volunteers
	back
	hard=$(awk -F, 'NR > 1 { print $1; exit }' difficulties.csv)
	plan_ measure counts 2 --on 2026-03-27 >/dev/null
	commit 'March'
}

# M4: insecurity: an action moved and one cut smaller; a small change.
month_4() {
	on 2026-04-11
	plan_ start tell >/dev/null
	plan_ adjust tell --due 2026-05-30 --reason context --note 'nobody should travel in April'
	plan_ adjust tell --smaller 'Say in the market quarter where it is' --reason context --note 'one quarter first'
	log seen 'Volunteers now read the balance aloud' --for members --by volunteers --ref change:cash --evidence 'minutes of April' >/dev/null
	log difficulty --set "$hard" --assigned-to mentor --due 2026-05-15
	log add 'How are you, and what can go on?' --mode call --author mentor --minutes 30 --agreed 'only what needs no road' >/dev/null
	on 2026-04-30
	sheet 2026-04
	cell show now=done on=2026-04-04 'what=Members ask for the balance themselves' for_whom=members by=treasurer
	cell list now=done on=2026-04-18
	cell speak now=done on=2026-04-18 'what=The chair asks who does what before closing' 'for_whom=the board' by=secretary
	cell meeting-1 on=2026-04-25 'what=What can go on without the road' by=secretary
	cell seen-1 on=2026-04-18 'what=A young woman led the meeting' for_whom=volunteers by=secretary
	back
	plan_ measure counts 3 --on 2026-04-24 >/dev/null
	plan_ done cash/1
	plan_ done minutes/1
	commit 'April'
}

# M5: learning from peers; level 2 of the cash.
month_5() {
	on 2026-05-02
	plan_ level cash 2 --objective "The year's budget is followed" --by 2026-07-15
	plan_ action cash 2 'Write the budget on one page' --id budget --owner treasurer --due 2026-05-30 --means 'a model of one page' --verification 'the page hangs at the office' >/dev/null
	plan_ start budget >/dev/null
	on 2026-05-16
	log add 'Another association answers complaints on a board with three columns' --mode peer_exchange --author 'focal team' --persons 9 --women 5 --minutes 240 --theme complaints --refs change:box --agreed 'try their board' >/dev/null
	log lesson 'An answer on the wall is worth ten promises' --id board --kind practice --happened "Seen at our neighbours'" --how-to 'Three columns: received, answered, done' --ref change:box --taken-from 'our neighbours' >/dev/null
	on 2026-05-31
	sheet 2026-05
	cell build now=done on=2026-05-09 'what=Three complaints in the first week' 'for_whom=the people we serve' by=volunteers
	cell budget now=done on=2026-05-29 'what=The board refused an expense that was not in the budget' 'for_whom=the board' by=treasurer
	cell tell now=done on=2026-05-30
	cell open 'now=under way'
	cell meeting-1 on=2026-05-23 'what=The board of our neighbours' by=secretary
	back
	plan_ measure counts 4 --on 2026-05-29 >/dev/null
	plan_ measure answer-days 40 --on 2026-05-31 >/dev/null
	commit 'May'
}

# M6: what changed, for the partner.
month_6() {
	on 2026-06-13
	plan_ done open --seen 'The queue at the well knows the box' --for 'the people we serve' --by volunteers
	log seen 'A meeting was held without the chair, with its minutes' --for 'the board' --by secretary --ref change:minutes >/dev/null
	log add 'A visit at last: box, board and budget seen' --mode visit --author mentor --persons 7 --women 4 --minutes 180 --refs 'change:box change:cash' --agreed 'the chair says in July what he thinks of questions' >/dev/null
	log difficulty --answer "$hard" 'The chair asks for questions himself, first of all' >/dev/null
	on 2026-06-30
	plan_ measure counts 5 --on 2026-06-26 >/dev/null
	commit 'June'
}

# M7: the review: two achieved, one adapted.
month_7() {
	on 2026-07-18
	plan_ done cash/2
	plan_ done box/1
	plan_ measure counts 5 --on 2026-07-17 >/dev/null
	plan_ measure answer-days 30 --on 2026-07-17 >/dev/null
	log difficulty --close "$hard" >/dev/null
	plan_ review cash achieved --by 'general assembly' --note 'Counted in five of six months, and read aloud'
	plan_ review minutes achieved --by 'general assembly' --note 'Each meeting has its page'
	plan_ review box adapted --by 'general assembly' --note 'The box is there; answers still take a month'
	plan_ adjust box --due 2026-12-31 --reason tried_and_learnt --note 'one quarter after the other'
	log add 'Review of the cycle with team and board' --mode workshop --author mentor --persons 15 --women 8 --minutes 150 --theme review >/dev/null
	commit 'the review'
}

# M8: the team looks again, and on a separate sheet at where it was; lessons.
month_8() {
	on 2026-08-22
	assess open R2 --kind followup
	type_in kobo-2026-08.csv "$tmp/paper2.csv"
	assess import --round R2 "$tmp/paper2.csv"
	assess close R2
	assess open R2-then --kind retrospective --refers-to R1
	type_in kobo-2026-08-then.csv "$tmp/paper3.csv"
	assess import --round R2-then "$tmp/paper3.csv"
	assess close R2-then
	on 2026-08-29
	assess agree R2 STR 3.5 --by 'general assembly'
	assess agree R2 RES 3 --evidence 'five signed sheets, the budget on the wall' --by 'general assembly'
	for d in GOV TEA PRO BEN PAR LEA; do
		assess agree R2 $d 3 --evidence 'as we showed each other' --by 'general assembly'
	done
	assess finding R2 --type strength RES 'Everybody knows the balance'
	assess finding R2 --type know_how GOV 'To hold a meeting and keep its trace'
	assess finding R2 --type need BEN 'Answers that come within two weeks'
	assess agree R2 --done
	log story 'Since somebody counts with me I sleep again.' --id sleep --domain money --actor 'the treasurer' --contribution 'the sheet that two sign' --consent yes >/dev/null
	log story 'We know what was decided, even those who were not there.' --id decided --domain decisions --actor 'a member' --consent yes >/dev/null
	log story 'SECRET: what nobody else shall read.' --domain money --actor 'a volunteer' --consent no >/dev/null
	log story --select sleep --by 'general assembly' --why 'the smallest sheet moved the most'
	log lesson 'Counting by two protects the one who counts' --id two --happened 'The treasurer asked for a witness' --assumed 'To check was to suspect' --new-practice 'Always two people, two signatures' --owner treasurer --check-on 2026-12-15 --ref change:cash >/dev/null
	log lesson 'One page is enough' --id page-enough --assumed 'All had to be written down' --new-practice 'Decision, who, by when: one page' --owner secretary --check-on 2026-12-15 --ref change:minutes >/dev/null
	log lesson 'One quarter first' --id quarter --happened 'The cut road made us begin small' --new-practice 'Try in one quarter before all three' --owner 'focal team' --check-on 2026-12-15 --ref change:box >/dev/null
	for l in two page-enough quarter; do log lesson --choose $l; done
	commit 'the second round, and three lessons'
}

# M9: the cycle closes, and the next one begins.
month_9() {
	on 2026-09-12
	log add 'The cycle is closed, and what goes on' --mode workshop --author mentor --persons 12 --women 7 --minutes 120 >/dev/null
	plan_ cycle close >/dev/null
	plan_ cycle open --objective 'Answer, and pass on' --start 2026-09-12 >/dev/null
	plan_ level box 2 --objective 'Every complaint is answered within two weeks' --by 2026-12-31
	plan_ action box 2 'A board of answers with three columns' --id answers --owner 'focal team' --due 2026-12-05 --means 'a board' --verification 'the board is up to date' >/dev/null
	plan_ start answers >/dev/null
	commit 'a new cycle'
}
