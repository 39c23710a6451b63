#!/bin/sh
# Sentences of cpm-plan, cpm-log and cpm-report that no other test brings
# about: what does not go together, and what is missing.
. "${0%/*}/../lib.sh"

# says STATUS SENTENCE NAME COMMAND…
says() {
	want=$1 words=$2 name=$3; shift 3
	run "$@"
	is "$rc" "$want" "$name"
	like "$err" "$words" 'said'
}
q() { "$@" --date 2026-02-01 -q >/dev/null 2>&1 || echo "# setup: $*"; }

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
q cpm-plan cycle open --objective o
q cpm-plan propose 'The cash' --id cash
q cpm-plan choose cash --by team --why w
q cpm-plan level cash 1 --objective o --by 2026-06-30
q cpm-plan action cash 'Count on Fridays' --id count
q cpm-plan indicator 'Days counted' --id days --ref cash --direction up --baseline 0 --target 9
q cpm-plan measure days 3
q cpm-log story 'We count' --id tale --consent yes
printf 'k1\nk2\nk3\n' >../codes
cpm-log session plan peers --members - --start 2026-02-02 --every 1m --date 2026-02-01 <../codes >/dev/null 2>&1
sid=$(cpm-log session list --csv --date 2026-02-01 | sed -n '2s/,.*//p')

# --- cpm-plan
says 2 'adjust the rest afterwards' 'reopened and changed' cpm-plan adjust count --reopen --reason other --title x
says 1 'adjust what\? give --due' 'adjusted in nothing' cpm-plan adjust count --reason other
says 2 '--list stands alone' 'a list of an idea' cpm-plan propose 'A title' --list
says 2 '--remove: which thread\?' 'no thread to remove' cpm-plan link --remove
says 2 '--list lists links, and changes none' 'a list of new links' cpm-plan link A B --list
says 2 'which indicator\? give its name' 'an indicator without a name' cpm-plan indicator --target 9
says 1 '2 March 2026 is yet to come: nothing can be measured then' 'measured in the future' cpm-plan measure days 4 --on 2026-03-02 --date 2026-02-10
run cpm-plan measure days 4 --on 2026-02-01 --replace --note "counted again" --date 2026-02-10
like "$err" 'corrected, with the reason: Days counted' 'a value of the same day, with a reason'

# --- cpm-log
says 2 '--draft goes on with one text; --template' 'a draft of a template' cpm-log new --draft x --template visit
says 1 "no such draft: 'x'" 'a draft that is not there' cpm-log new --draft x
EDITOR=/nowhere/vi; export EDITOR
says 2 'the editor is not there' 'an editor that is not there' cpm-log new --template visit
like "$err" "hint: .VISUAL, .EDITOR or git's core.editor says which one is meant" 'and who names it'
unset EDITOR
says 2 '-C or folders, not both' 'a folder and folders' cpm-log -C . rhythm .
says 2 "--count: by mode, theme, author or month, not 'colour'" 'counted by what is none' cpm-log list --count colour
says 2 'which story\? tell it' 'no story' cpm-log story
says 2 "'--by' goes with '--select'" 'chosen by, and not chosen' cpm-log story 'A story' --by team
says 2 "'--by' goes with '--taken-up'" 'taken up by, and not taken up' cpm-log lesson 'A lesson' --by team
says 2 "'--answered' goes with '--set'" 'answered on a day, and no answer' cpm-log difficulty 'No paper' --answered 2026-02-01
says 1 'a story that is shared is not private' 'shared in private' cpm-log story --share tale --visibility private
says 1 "consent moves a story: 'cpm-log story --share tale' or '--withdraw'" 'consent as a correction' cpm-log story --set tale --consent no
run cpm-log story --withdraw tale
like "$err" "what was committed before stays in git's history, and in reports that went out" 'a story taken back'

mkdir -p ../tujenge.private/drafts && printf 'template:\nsummary: x\n---\n' >../tujenge.private/drafts/odd.md
run env EDITOR=true cpm-log new --draft odd
is "$rc" 1 'a draft that lost its template'; like "$err" "'template:' does not say what it is" 'said'

# --- sessions
printf 'contract: one\n' >../c1; printf 'contract: two\n' >../c2
runin ../c1 cpm-log session client "$sid"
runin ../c2 cpm-log session client "$sid"
is "$rc" 1 'another contract'; like "$err" "'$sid' has its contract already \\(--replace" 'said'
says 2 "session takes list, plan, add, move, show, run, client, suggestions, action or told, not 'x'" 'a word of no session' cpm-log session x
says 2 "'session plan' needs more words" 'a series without a name' cpm-log session plan
says 2 "'session action' needs more words" 'an action of nothing' cpm-log session action
says 2 "a minute lasts 0 to 60 seconds, not '99'" 'a long minute' cpm-log session run "$sid" --now --pace 99
printf 'k1\n"k 2"\n' >../bad
runin ../bad cpm-log session plan others --members - --start 2026-02-02 --every 1m
is "$rc" 1 'a code with a quote'; like "$err" 'member 2: not a code \(short, no quotes, UTF-8\)' 'said'
unlike "$err" 'k 2' 'and not repeated'
printf 'k3\nk2\nk1\n' >../turned
runin ../turned cpm-log session plan peers --members - --start 2026-02-02 --every 1m
is "$rc" 1 'another order of the members'
like "$err" 'hint: cpm-log session client SESSION changes it' 'with the command'
says 1 "'count' was not agreed at a session" 'told of an action of the plan' cpm-log session told count 'It went well'
like "$err" "hint: cpm-plan done count --result 'WORDS'" 'with the command'
run cpm-log session action "$sid" 'Ask first' --date 2026-02-02
like "$err" 'agreed for [0-9]+ .*2026: Ask first' 'for which day'
says 1 '--due: the next session is on' 'a day after the next session' cpm-log session action "$sid" 'Ask again' --due 2026-12-31 --date 2026-02-02
like "$err" 'hint: a first part of it, told there; cpm-log session move moves the session' 'with the way'
says 2 "--part: sheet, plan or logbook, not 'x'" 'a part of no session' cpm-report session "$sid" --part x
cpm-init -q --pack codev ../empty >/dev/null 2>&1
says 1 "no such session: 'x'" 'no session at all' cpm-log -C ../empty session show x
like "$err" 'hint: cpm-log session plan SERIES --members - --start' 'with the command'

# --- logbooks
says 2 "it would stay in the shell's history" 'a page as an argument' cpm-log logbook k1 'Today I learnt'
says 1 'there is no logbook/k1.md in the private folder' 'no logbook yet' cpm-log harvest k1
like "$err" 'hint: cpm-log logbook k1 begins it; -f FILE reads one from elsewhere' 'with the way'
printf 'teaching: we count\n' >../page
runin ../page cpm-log logbook k1 - --date 2026-02-01; is "$rc" 0 "a page"
printf "## 2026-01-31\n\nx\n" >../other
runin ../other cpm-log logbook k1 - --date 2026-02-01
like "$err" "standard input:1: a page is for one day" "a page of another day"
like "$err" "hint: cpm-log harvest -f FILE reads a whole logbook" "with the way"
says 2 'whose logbook\? a code, or -f FILE' 'nobody' cpm-log harvest
says 2 "--part: teaching, feeling, progress or other, not 'x'" 'a part that is none' cpm-log harvest k1 --part x
says 2 'which line becomes a lesson\?' 'a lesson of no line' cpm-log harvest k1 --to-lesson
says 2 "'--line' goes with '--to-lesson'" 'a line and no lesson' cpm-log harvest k1 --line 1
head -c 4200000 /dev/zero | tr '\0' x >../large.md
says 1 'a logbook of more than 4 MB' 'a logbook as large as a film' cpm-log harvest -f ../large.md
done_testing
