#!/bin/sh
# Difficulties and stories of change: raised and told, answered and chosen;
# what is private, or without consent, stays in the private folder.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
git init -q . 2>/dev/null
on=2026-02-14 priv=../tujenge.private
l() { v=$1; shift; run cpm-log "$v" --date $on "$@"; }
d() { l difficulty "$@"; }

# --- difficulties
d 'No receipts at the market' --category argent --severity 2 --by treasurer --assigned-to mentor --due 2026-02-28
is "$rc" 0 'a difficulty in one line'
id=$(cat "$out")
like "$err" 'noted: No receipts at the market' 'said'
like difficulties.csv "^$id,$on,money,2,No receipts at the market,treasurer,mentor,2026-02-28,,,,team\$" 'written, its words canonical; it refers to nothing'
cp difficulties.csv before
d 'No receipts at the market' --category money --severity 2
like "$err" "already there: $id" 'typed again it is found'
same difficulties.csv before 'and not noted twice'
d 'No receipts at the market' --severity 3
is "$rc" 1 'otherwise'
like "$err" "severity: is '2' already" 'it is refused'
like "$err" "hint: cpm-log difficulty --set $id corrects it" 'with the way'
d 'No receipts at the market' --again
is "$rc $(grep -c 'No receipts' difficulties.csv)" '0 2' 'a genuine second one'
cp before difficulties.csv
d 'Lodging is far'
d 'Lodging is far' --assigned-to host
like "$err" 'completed: --assigned-to' 'completed later'
cp difficulties.csv before
for bad in '--severity 4' '--severity grave' '--category weather' '--due 2026-02-30' '--due 2026-02-13'; do
	d Another $bad
	is "$rc" 1 "refused: $bad"
done
like "$err" 'was raised on 14 February 2026: the day by which cannot be 13 February 2026' 'a day before it was raised'
d ''
is "$rc" 1 'no words'
d
is "$rc" 2 'none at all'
like "$err" 'which difficulty\? say what is in the way' 'said'
same difficulties.csv before 'nothing was written'
printf 'Two lines\nof it\n' >"$tmp/n"; runin "$tmp/n" cpm-log difficulty - --date $on
like difficulties.csv ',Two lines of it,' 'from standard input, all of it'

run cpm-plan due --date 2026-02-20
like "$out" 'No receipts at the market · mentor' 'assigned and due: it is in the list of what is due'
like "$out" "difficulty to answer $id" 'with its id'
unlike "$out" 'Lodging' 'not the one without a day'
run cpm-plan due --date 2026-02-20 --lang fr
like "$out" "difficulté à traiter $id" 'in French'

on=2026-02-20
d --answer receipts 'We draw them and two sign'
is "$rc" 0 'answered'
like difficulties.csv "^$id,.*,We draw them and two sign,2026-02-20,,team\$" 'with its day'
run cpm-plan due --date 2026-02-20
unlike "$out" 'receipts' 'no longer due'
d --answer receipts 'We draw them and two sign'
like "$err" "already so: No receipts at the market" 'again'
d --answer receipts 'Something else'
is "$rc" 1 'another answer'
like "$err" "'No receipts at the market' has an answer already: We draw them" 'is refused'
like "$err" "cpm-log difficulty --set $id --answered 'TEXT' corrects it" 'with the way'
d --set receipts --answered 'We draw them, two sign' --severity 1
is "$rc" 0 'corrected'
like "$err" "'No receipts at the market', corrected: --severity, --answered" 'said'
d --answer receipts
is "$rc" 2 'no answer'
like "$err" 'what was answered\?' 'asked for'
d --answer recipts x
is "$rc" 1 'no such difficulty'
like "$err" "did you mean '$id'" 'the nearest'
d --answer zzz x
like "$err" "'cpm-log list difficulties' shows what there is" 'or the list'
d --close receipts
is "$rc" 0 'over'
like difficulties.csv "^$id,.*,2026-02-20,2026-02-20,team\$" 'with its day'
d --close receipts
like "$err" "already so: No receipts at the market" 'again'
d --close lodging
like "$err" "it has no answer; 'cpm-log difficulty --answer lodging-is-far-.... TEXT' keeps what helped" 'over without an answer: remarked'
d --close lodging 'A room nearby'
is "$rc" 0 'which may come later'
run cpm-log difficulty --close two --date 2026-02-01
is "$rc" 1 'over before it was raised'
like "$err" 'the day of its end cannot be 1 February 2026' 'is refused'
d --answer a --close b
is "$rc" 2 'two things at once'
d --close two --private
is "$rc" 2 'what is for a new one'
d x --answered y
is "$rc" 2 'what is for a correction'

run cpm-log list difficulties
is "$(head -1 "$out")" id,date,state,category,severity,what,raised_by,assigned_to,due,answer,answered_on,closed_on,visibility 'listed'
run cpm-log list difficulties --state open --csv
is "$(wc -l <"$out")" 2 'those that wait'
run cpm-log list difficulties --author mentor --theme argent --text receipts
is "$(wc -l <"$out")" 2 'by who answers, what about, and words, in either language'
run cpm-log list difficulties --state started
is "$rc" 2 'a state that is none'
like "$err" "state: open, answered or closed, not 'started'" 'said'
run cpm-log list difficulties --mode visit
is "$rc" 2 'a difficulty is no contact'
for s in 1:légère 2:sérieuse 3:grave; do
	printf 'id,date,severity,what\ns,2026-02-14,%s,w\n' ${s%:*} >"$tmp/s.csv"
	cp difficulties.csv "$tmp/keep.csv"; cp "$tmp/s.csv" difficulties.csv
	run cpm-log list difficulties --table --lang fr
	like "$out" "${s#*:}" "severity ${s%:*} in words"
	cp "$tmp/keep.csv" difficulties.csv
done
run cpm-log list difficulties --table --lang fr
like "$out" 'attend une réponse' 'in words'
run cpm-log show receipts --lang fr
like "$out" '^gravité.*: légère$' 'shown in French words'
unlike "$out" 'visib' 'the team may read it'

d 'SEKRET beginning' --visibility private --id early
is "$rc $(grep -c SEKRET difficulties.csv)/$(grep -c SEKRET $priv/difficulties.csv)" '0 0/1' 'private by its visibility'
sed -i '/^early/d' $priv/difficulties.csv
d 'SEKRET quarrel' --private --category conflict --by SEKRET --assigned-to SEKRET --due 2026-02-21
is "$rc" 0 'a private one'
pd=$(cat "$out")
like "$out" '^difficulty-[0-9a-z]{4}$' 'its id tells nothing'
d --answer "$pd" 'SEKRET words'
is "$rc" 0 'answered in the private folder'
unlike "$err" SEKRET 'without a word of it'
d --answer "$pd" 'SEKRET other'
unlike "$err" SEKRET 'nor of what stands there'
d --set "$pd" --visibility team
is "$rc" 1 'it is not made public by a word'

# --- stories
s() { l story "$@"; }
s 'She reads the balance aloud now' --domain voice --actor 'a volunteer' --contribution 'the count' --consent oui
is "$rc" 0 'a story with consent'
sid=$(cat "$out")
like stories.csv "^$sid,2026-02-20,voice,a volunteer,She reads the balance aloud now,the count,yes,,,team\$" 'is in the shared folder'
s 'She reads the balance aloud now' --consent yes
like "$err" "already there: $sid" 'told again it is found'
s 'She reads the balance aloud now' --consent no
is "$rc" 1 'consent that is taken back'
like "$err" "cpm-log story --withdraw $sid moves it" 'has a way of its own'

s 'SEKRET tale' --domain SEKRET --actor SEKRET --consent no
is "$rc" 0 'a story without consent'
no=$(cat "$out")
like "$out" '^story-[0-9a-z]{4}$' 'its id tells nothing'
like "$err" "until its teller agrees \(cpm-log story --share $no\)" 'where it is, and how it goes on'
s 'Untold SEKRET'
is "$rc" 0 'no word about consent'
none=$(cat "$out")
grep -rq SEKRET . ; ok $((1 - $?)) 'is none: nothing of both is in the folder'
is "$(grep -c SEKRET $priv/stories.csv)" 2 'they are in the private one'
is "$(stat -c %a $priv/stories.csv)" 600 'for its owner only'
s 'Untold SEKRET'
is "$(cat "$out")" "$none" 'told again it is found there'

s --select "$sid" --by 'focal team' --why 'it shows trust'
is "$rc" 0 'chosen'
like stories.csv ',yes,focal team,it shows trust,team$' 'by whom and why'
s --select "$sid" --by others --why 'x'
is "$rc" 1 'by others'
like "$err" "cpm-log story --set $sid corrects it" 'is a correction'
s --select "$sid" --by x
is "$rc" 2 'no reason'
like "$err" "option '--why' is needed" 'is no choice'
s --set "$sid" --why ''
is "$rc" 1 'nor does it lose its reason'
like "$err" 'says who chose it and why' 'said'
s --set "$sid" --why 'it shows courage'
like stories.csv ',it shows courage,team$' 'corrected'
s --set "$no" --consent yes
is "$rc" 1 'consent is no correction'
like "$err" "cpm-log story --share $no" 'it moves the story'
s --select "$no" --by SEKRET --why SEKRET
is "$rc" 0 'a private one is chosen too'
unlike "$err" SEKRET 'without a word of it'
s --select x --share y
is "$rc" 2 'two things at once'
s 'x' --by y
is "$rc" 2 'who chose what is not told yet'
s --share x y
is "$rc" 2 'words with what takes none'
s
is "$rc" 2 'no story'

# The list, and every other command: rows without their words.
all() {
	for w in difficulties stories contacts seen lessons drafts; do
		for f in --table --csv --json --md; do cpm-log list $w $f; done
	done
	for c in 'cpm-plan due --within 3m' 'cpm-plan board' 'cpm-plan list --all' \
	    cpm-next cpm-check 'cpm-check --privacy' 'cpm-log rhythm' \
	    'cpm-report plan' 'cpm-report progress --since 2026-01-01' 'cpm-report visit' \
	    'cpm-log new --template visit -n' 'cpm-log list --count theme'; do
		$c --date $on
	done
}
all >"$out" 2>&1
unlike "$out" SEKRET 'no other command prints a word of what is private'
like "$out" "^$no,2026-02-20,,,,,no,,,private\$" 'but that it is there'
like "$out" "^$pd,2026-02-20,answered,,,,,,2026-02-21,,2026-02-20,,private\$" 'and how a difficulty stands'
for i in $no $pd; do
	run cpm-log show "$i"
	like "$out" 'PRIVATE: lies in the private folder' 'show says that it is private'
	like "$out" SEKRET 'and prints it to its owner'
done

# Consent given, and taken back.
s --share "$none"
is "$rc" 0 'consent that comes later'
like "$err" "its teller agrees: it is in the shared folder now: $none" 'is said'
like stories.csv "^$none,2026-02-20,,,Untold SEKRET,,yes,,,team\$" 'moves it, id and day'
is "$(grep -c Untold $priv/stories.csv)" 0 'out of the private folder'
s --share "$none"
like "$err" "already so: $none" 'again'
s 'Untold SEKRET' --consent yes
like "$err" "already there: $none" 'told again it is found here'
s --withdraw "$none"
is "$rc" 0 'consent taken back'
like "$err" 'stays in git.s history' 'what that cannot undo is said'
is "$(grep -c SEKRET stories.csv)" 0 'moves it out'
like $priv/stories.csv "^$none,.*Untold SEKRET,,no,,,private\$" 'into the private folder'
s --withdraw "$none"
is "$rc" 0 'again'
s 'Untold SEKRET' --consent yes --domain hope
is "$rc" 0 'told again with a yes'
like "$err" 'completed: --domain' 'it is completed'
like stories.csv "^$none,.*,hope,.*,yes,,,team\$" 'and moves again'
s --share "$none" --visibility partner
like stories.csv "^$none,.*,yes,,,partner\$" 'shared with more'
s --share "$no" --visibility private
is "$rc" 1 'shared and private'
sed -i "1s/\$/,x_mine/; s/^\($no,.*\)\$/\1,own/" $priv/stories.csv
s --share "$no"
is "$rc" 1 'words in a column of one’s own'
like "$err" "has words in a column of your own, 'x_mine': move it by hand" 'are not lost'
s 'Kept to myself' --consent yes --private
is "$rc" 0 'with consent, but private by choice'
is "$(grep -c 'Kept to' stories.csv)" 0 'stays private'
s 'Not for all' --consent yes --visibility private
is "$rc $(grep -c 'Not for' stories.csv)/$(grep -c 'Not for' $priv/stories.csv)" '0 0/1' 'by either word'

# What names a story lets it go when it leaves: a shared row refers to nothing
# private.
s 'She opened the book' --consent yes --id book
for c in 'seen Applause' 'add Told --mode visit' 'lesson Aloud'; do
	case $c in add*) r=--refs ;; *) r=--ref ;; esac
	# shellcheck disable=SC2086
	cpm-log $c $r story:book --date $on >/dev/null 2>&1
done
cpm-log add Both --mode visit --refs "story:book difficulty:$id" --id both --date $on >/dev/null 2>&1
cpm-log seen Hushed --private --ref story:book --id hushed --date $on >/dev/null 2>&1
is "$(cat ./*.csv $priv/*.csv | grep -c story:book)" 5 'a story that others refer to'
s --withdraw book
is "$rc" 0 'is withdrawn'
is "$(cat ./*.csv $priv/*.csv | grep -c story:book)" 0 'nothing refers to it'
like "$err" "'Applause' no longer refers to it" 'which is said'
like log.csv "^both,.*,difficulty:$id,Both," 'what else it refers to stays'
run cpm-check --date $on
is "$rc" 0 'and the folder is in order'

cpm-log seen 'From a clone' --id clone --date $on >/dev/null 2>&1
sed -i '/^clone,/s/,From a clone,,,/,From a clone,,story:book,/' small-changes.csv
run cpm-check --date $on
like "$err" "refers to nothing that is there: 'story:book'" 'what another clone referred to meanwhile'
s --withdraw book
run cpm-check --date $on
is "$rc" 0 'is put right by the same command'

run cpm-log list stories
is "$(head -1 "$out")" id,date,domain,actor,text,contribution,consent,selected_by,selected_why,visibility 'listed'
run cpm-log list stories --theme VOICE --author focal --csv
is "$(wc -l <"$out")" 2 'by domain and who chose'
run cpm-log show balance
like "$out" '^chosen by: focal team$' 'shown'

# A shared row without consent, made by hand, is nobody's to read.
printf 'hand,2026-02-01,,,SEKRET by hand,,,,,team\n' >>stories.csv
run cpm-log list stories --csv
unlike "$out" 'SEKRET by hand' 'the list hides its words'
s --withdraw hand
is "$rc" 0 'withdraw brings it where it belongs'
run cpm-check --date $on
is "$rc" 0 'and all is in order'

# --- at a terminal
if command -v script >/dev/null; then
	printf 'no\n' >"$tmp/answers"
	TERM=dumb script -qec "cpm-log story 'Asked SEKRET' --date $on" /dev/null <"$tmp/answers" >"$out" 2>&1
	like "$out" 'agree that others read it\?' 'a person is asked for consent'
	is "$(grep -c 'Asked SEKRET' stories.csv)" 0 'no is no'
	printf 'host\n2026-03-01\n' >"$tmp/answers"
	TERM=dumb script -qec "cpm-log difficulty 'The door sticks' --date $on" /dev/null <"$tmp/answers" >"$out" 2>&1
	like difficulties.csv ',The door sticks,,host,2026-03-01,' 'who answers and when is asked for'
fi
done_testing
