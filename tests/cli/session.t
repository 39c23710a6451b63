#!/bin/sh
# Sessions of co-development by command: planned, moved, shown, led by a
# clock; what the client keeps stays in the private folder.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short group --lang en >/dev/null 2>&1
cd group || exit 2
private=../group.private
s() { run cpm-log session "$@"; }
in_s() { printf "$1" >"$tmp/in"; shift; runin "$tmp/in" cpm-log session "$@"; }
whole() { cat *.csv | cksum; }

# --- a series -------------------------------------------------------------
s
is "$rc" 0 'nothing planned'
is "$(cat "$out")" 'id,series,session,of,date,theme,minutes,next_date,actions,told,lessons' 'only the names of columns'
s plan peers --start 2026-01-15 --every 1m --members 'c1 c2 c3 c4 c5 c6'
is "$rc" 0 'a series of six'
empty "$out" 'nothing on standard output'
like "$err" 'planned: peers, a session for each of 6 members, from 15 January 2026 to 15 June 2026' 'said'
like "$err" 'a closing session on 15 July 2026' 'with the closing one'
like "$err" 'in the private folder only' 'and where the order is'
unlike "$err" 'c1|warning' 'not who'
is "$(wc -l <sessions.csv)" 8 'seven sessions'
unlike sessions.csv ',c[1-6],' 'without the members'
is "$(tail -n +2 $private/session-clients.csv | cut -d, -f2 | tr '\n' ' ')" 'c1 c2 c3 c4 c5 c6 ' 'each is client once'
is "$(stat -c %a $private/session-clients.csv)" 600 'for nobody else to read'
s --csv
like "$out" '^peers-2-[a-z0-9]{4},peers,2,7,2026-02-15,,85,2026-03-15,0,0,0$' 'listed'
like "$out" '^peers-7-.*,2026-07-15,closing: what became of the plans,85,,' 'the last has no next one'
before=$(whole)
s plan peers --start 2026-01-15 --every 1m --members 'c1 c2 c3 c4 c5 c6'
is "$rc" 0 'typed again'
like "$err" 'already there: peers' 'it is there'
is "$(whole)" "$before" 'nothing is twice'
s plan peers --start 2026-01-15 --members 'c2 c1 c3 c4 c5 c6'
is "$rc" 1 'another order'
like "$err" 'another order of the members is kept already' 'is a fault'
s plan peers --start 2026-01-15 --members 'c1 c2 c3 c4 c5 c6 c7'
like "$err" "'peers' is planned already, with 7 sessions" 'another number too'
like "$err" 'cpm-log session add peers DATE' 'with what to do'
is "$(whole)" "$before" 'nothing has changed'

in_s 'a b\nc\nd\n' -n plan four --start 2026-01-31 --every 4w --members -
is "$rc" 0 'members by standard input, in a dry run'
like "$err" 'warning: a group of 4: it works best with 5 to 8' 'four are few'
is "$(whole)" "$before" 'which changes nothing'
s plan x --start 2026-02-30 --every 5y --members 'a b a' --minutes 10
is "$rc" 1 'all that is wrong'
like "$err" "start: no such day: '2026-02-30'" 'the day'
like "$err" "every: not a span like 1m, 4w or 30d: '5y'" 'the span'
like "$err" 'member 3 is member 1 again: each is client once' 'somebody twice'
like "$err" 'six steps take 30 to 480 minutes, not 10' 'the time'
s plan x --start 2026-01-01 --members 'a;b,"c"'
like "$err" "member 3: not a code" 'a code that is none'
s plan x --start 2026-01-01 --members a
like "$err" 'a series needs two members or more' 'one is no group'
s plan a/b --start 2026-01-01 --members 'a b'
like "$err" "not a name for a series .*'a/b'" 'a name that would be a place'
s plan
is "$rc" 2 'no name'
s plan x --members 'a b'
is "$rc" 2 'no day'
s plann x
is "$rc" 2 'a word that is none'
like "$err" "did you mean 'plan'" 'the nearest'
s plan x --replace
like "$err" "'--replace' does not go with 'session plan'" 'an option of another word'
s show a b
is "$rc" 2 'a word too many'
s client
is "$rc" 2 'a word too few'
s plan two --start 2026-01-31 --every 1m --members 'a b' --no-closing --minutes 120 --theme T
s --series two --csv
is "$(tail -n +2 "$out" | cut -d, -f2-8 | tr '\n' ' ')" 'two,1,2,2026-01-31,T,120,2026-02-28 two,2,2,2026-02-28,T,120,2026-03-31 ' 'the end of a month, no closing, a day to tell'

# --- which one, and moving it ----------------------------------------------
for v in peers-2 peers/2 Peers/2 2026-02-15 session:peers/2; do
	s show "$v"
	is "$rc $(head -1 "$out")" '0 peers, session 2 of 7' "by $v"
done
s show peers/9
is "$rc" 1 'none of that number'
like "$err" "no such session: 'peers/9'" 'said'
s show peers
is "$rc" 1 'several begin so'
like "$err" 'hint: peers-3-[a-z0-9]{4}  15 March 2026' 'named with their days'
s show --date 2026-04-20 --series peers
is "$(head -2 "$out" | tail -1)" '15 May 2026, 85 minutes' 'the next one'
s show --date 2027-04-20
is "$rc" 1 'none any more'
like "$err" 'no session is planned from today on' 'said'
s move peers/3 2026-03-22
is "$rc" 0 'moved'
like "$err" 'peers-3-.* is now on 22 March 2026' 'said'
like sessions.csv '^peers-2-.*,2026-02-15,,85,2026-03-22$' 'the one before knows'
s move peers/3 2026-03-22
like "$err" 'already so' 'twice is once'
s move peers/3 2026-04-15
is "$rc" 1 'not onto the one after'
like "$err" 'the session after it is on 15 April 2026' 'said'
s move peers/3 2026-02-01
like "$err" 'the session before it is on 15 February 2026' 'nor before the one before'
s add peers 2026-06-28 --theme 'a seventh member'
is "$rc" 0 'one more'
like sessions.csv '^peers-6-.*,2026-06-15,,85,2026-06-28$' 'the one before knows'
like sessions.csv '^peers-2026-06-28-.*,2026-06-28,a seventh member,85,2026-07-15$' 'and it the one after'
s -n add peer 2026-09-01
is "$rc" 0 'one of another series'
like "$err" 'it is the first one of a new series: peer$' 'is said: it may be a slip'
like "$err" "did you mean 'peers'" 'with the nearest'
s -n add Peers 2026-09-01
unlike "$err" 'new series' 'a capital makes no other series'
s list --series nope
is "$rc" 1 'a series that is not there'
like "$err" "no such series: 'nope'" 'is said'
like "$err" "there are: 'peers', 'two'" 'with those that are'
empty "$out" 'and no header stands for an empty list'
s --series peer --csv
like "$err" "did you mean 'peers'" 'or the nearest'
s list --series PEERS --csv
is "$rc $(wc -l <"$out")" '0 9' 'however it is spelled'
s show --series nope
is "$rc" 1 'nor shown'
like "$err" "no such series: 'nope'" 'said'
s run --series nope --pace 0
like "$err" "no such series: 'nope'" 'nor led by a clock'
env LANGUAGE=fr cpm-log session --series nope 2>"$err"
like "$err" 'cette série n’existe pas' 'in French'
before=$(whole)
s add peers 2026-06-28 --theme 'a seventh member'
unlike "$err" 'new series' 'not of a series that is there'
is "$rc" 0 'typed again'
is "$(whole)" "$before" 'once'
s add peers 2026-06-28 --theme 'another one'
like "$err" 'a session of peers is on 28 June 2026 already$' 'a second one on the same day is asked for'
is "$(whole)" "$before" 'with --again, and only so'
run cpm-check --date 2026-01-01
empty "$err" 'all of it is clean'

# --- the client --------------------------------------------------------------
in_s 'Client: c1\nQuestion: WHYQUESTION do they\n  not come?\nContrat: HELPCONTRACT ideas\n' client peers/1
is "$rc" 0 'question and contract'
like $private/session-clients.csv '^peers-1-.*,c1,WHYQUESTION do they not come\?,HELPCONTRACT ideas$' 'kept in the private folder'
unlike "$err" 'WHYQ|HELPC|c1' 'nothing of it is said'
in_s 'question: Another\n' client peers/1
is "$rc" 1 'another question'
like "$err" "'peers-1-.*' has its question already \(--replace" 'is not written over it'
in_s 'question: WHYQUESTION again\n' client peers/1 --replace
is "$rc" 0 'unless asked for'
in_s 'client: c4\n' client peers/2
is "$rc" 0 'somebody who comes later'
like "$err" 'they change places with the session of 15 April 2026' 'changes places'
is "$(tail -n +2 $private/session-clients.csv | head -6 | cut -d, -f2 | tr '\n' ' ')" 'c1 c4 c3 c2 c5 c6 ' 'with the other'
in_s 'client: c1\n' client peers/3
is "$rc" 0 'somebody again'
like "$err" 'warning: client again before everybody was' 'is a remark'
like "$err" 'whose turn it was has none now: cpm-log session add peers DATE' 'and somebody is left without a turn'
run cpm-check --date 2026-01-01
like "$err" "session-clients.csv:4: warning: column 'client': client again before everybody was" 'as in cpm-check'
in_s 'client: c3\n' client peers/3
in_s 'client: c2\n' client peers/1 --date 2026-01-16
is "$rc" 1 'a question stays with its client'
like "$err" "the question of 'peers-1-.*' belongs to another client" 'said'
in_s 'Bonjour\n' client peers/1
is "$rc" 1 'a line about nothing'
like "$err" '^cpm-log: standard input:1: lines here begin with client:, question: or contract:' 'with its number'
in_s '' client peers/1
like "$err" 'nothing was written' 'nor nothing'
in_s 'client: a;b\n' client peers/1
like "$err" 'not a code' 'nor a code that is none'
in_s 'question: LATERQUESTION\ncontract: LATERCONTRACT\n' client peers/5
in_s 'client: c5\n' client peers/4
like "$err" 'the question goes along with the one who asks it' 'somebody who has prepared a question'
like $private/session-clients.csv '^peers-4-.*,c5,LATERQUESTION,LATERCONTRACT$' 'brings it along'
like $private/session-clients.csv '^peers-5-.*,c2,,$' 'and leaves none to another'
unlike "$err" 'LATER|c5|c2' 'unsaid'
in_s 'question: Another\n' client peers/4
is "$rc" 1 'which is not written over either'
in_s 'client: c2\n' client peers/4 --date 2026-06-01
is "$rc" 1 'nor given away once the session is over'
in_s 'question: OTHERQUESTION\n' client peers/5
in_s 'client: c2\n' client peers/4 --date 2026-04-15
is "$rc" 0 'who is ill on the day changes places'
like $private/session-clients.csv '^peers-4-.*,c2,OTHERQUESTION,$' 'the other has their own question'
like $private/session-clients.csv '^peers-5-.*,c5,LATERQUESTION,LATERCONTRACT$' 'and takes along what was prepared'
unlike "$err" 'LATER|OTHER|c5|c2' 'unsaid'
in_s 'SHEETWORD\n' suggestions peers/4
in_s 'client: c5\n' client peers/4 --date 2026-04-15
is "$rc" 1 'but not when others have worked on it'
unlike "$err" 'LATER|OTHER|c5|c2' 'said without it'
rm $private/notes/peers-4-*.md
in_s 'client: c5\n' client peers/4 --date 2026-04-15
is "$rc" 0 'and back'
like $private/session-clients.csv '^peers-4-.*,c5,LATERQUESTION,LATERCONTRACT$' 'with it'
sed -i 's/LATER[A-Z]*//g; s/OTHERQUESTION//; s/LATER[A-Z]*//g; s/c5,/cX,/; s/c2,/c5,/; s/cX,/c2,/' $private/session-clients.csv
in_s 'SHEETWORD one\n\nSHEETWORD two\n' suggestions peers/1
is "$rc" 0 'the sheet of suggestions'
note=$private/notes/$(sed -n '2s/,.*//p' sessions.csv).md
is "$(cat "$note")" "$(printf 'SHEETWORD one\n\nSHEETWORD two')" 'in the private folder'
in_s 'SHEETWORD one\n\nSHEETWORD two\n' suggestions peers/1
like "$err" 'already there' 'once'
in_s 'SHEETWORD three\n' suggestions peers/1
is "$(grep -c . "$note")" 3 'added to, never written over'
in_s ' \n' suggestions peers/1
is "$rc" 1 'nothing to keep'

# --- its place stands for it in other commands too ---------------------------
run cpm-log lesson 'By its place' --ref session:peers/2 --date 2026-02-15
is "$rc" 0 'a lesson of peers/2'
like lessons.csv '^by-its-place-.*,session:peers-2-....,' 'is of that session'
run cpm-log lesson 'Of none' --ref session:peers/99
is "$rc" 1 'one that is not there'
like "$err" "no such id: 'session:peers/99'" 'said'
sed -i '/^by-its-place/d' lessons.csv

# --- actions, told ------------------------------------------------------------
s action peers/1 Talk to the chair --verification 'a day is set' --date 2026-01-15
is "$rc" 0 'an action'
like actions.csv '^talk-to-the-chair-....,session:peers-1-....,,Talk to the chair,client,,2026-02-15,,a day is set,todo,,,$' 'of the client, for the next session'
run cpm-plan action session:peers/1 'Write it down' --owner 'client and treasurer' --due 2026-02-01 --date 2026-01-15
is "$rc" 0 'by cpm-plan too'
like "$err" 'by what will one see it' 'which asks how one sees it'
like actions.csv '^write-it-down-....,session:peers-1-....,,Write it down,client and treasurer,,2026-02-01,' 'the same row'
before=$(whole)
s action peers/1 'Talk to the chair' --verification 'a day is set' --date 2026-01-15
like "$err" 'already there' 'typed again'
is "$(whole)" "$before" 'once'
s action peers/1 'Change the world' --due 2026-12-31
is "$rc" 1 'more than can be done'
like "$err" 'the next session is on 15 February 2026: what can be done by then\?' 'before the next session'
s action peers/8 'Meet again' --date 2026-07-15
is "$rc" 0 'of the last session'
like "$err" "for which day is 'meet-again-....'\?" 'a day is missing'
s told talk 'They set a day' --date 2026-02-15
is "$rc" 0 'told'
s told talk 'They set a day' --date 2026-02-15
like "$err" 'already so' 'twice is once'
s told talk ' ' --date 2026-02-15
is "$rc" 1 'no words'
like "$err" 'nothing was written$' 'are no telling'
s told talk 'and came' --date 2026-03-22
like "$err" 'it stays open; once it is over: cpm-plan done talk-to-the-chair-....' 'and how one ends it'
like actions.csv 'They set a day; and came$' 'more of it is added'
run cpm-plan done write --date 2026-02-15
like "$err" 'what came of it is told at the next session: cpm-log session told write-it-down-.... ' 'done asks for it'
run cpm-log lesson 'Ask early' --ref session:peers-1
is "$rc" 0 'a lesson'
s show peers/2
like "$out" '^The session opens with what became of:$' 'the next one opens'
like "$out" '^  - Talk to the chair: to do: They set a day; and came$' 'with what was tried'
like "$out" '^  - Write it down: done on 15 February 2026$' 'and done'
like "$out" '^  4\. consultation, minute 30 to 60: the others' 'then its steps'
s show peers/1
like "$out" '^  - Ask early$' 'what was learnt'
like "$out" '^The next session is on 15 February 2026\.$' 'and when the next one is'
s show peers/3
like "$out" '^  - Talk to the chair' 'what is not over comes again'
unlike "$out" 'Write it down' 'what is over does not'
s --csv
like "$out" '^peers-1-.*,85,2026-02-15,2,2,1$' 'counted'
s action peers/2 'Come early' --date 2026-02-15 --verification 'on time'
s move peers/3 2026-03-29 --date 2026-02-15
like "$err" "'come-early-....' is still for the old day; .*cpm-plan adjust come-early-.... --due 2026-03-29 --reason context" 'what was for the day that is moved'
s move peers/3 2026-03-08 --date 2026-02-15
like "$err" "'come-early-....' is due after the session at which it is told, on 8 March 2026" 'later or earlier'
s move peers/3 2026-03-22 --date 2026-02-15
sed -i '/^come-early/d' actions.csv
s plan long --start 2027-01-15 --members 'a b c d e' --minutes 90 --no-closing
s add long 2027-07-15
like sessions.csv '^long-2027-07-15-.*,90,$' 'one more is as long as the one before'
sed -i '/^long-/d' sessions.csv $private/session-clients.csv
cp actions.csv "$tmp/actions"
sed -i 's/,Write it down,/,"Write it\ndown",/' actions.csv
s show peers/2
like "$out" '^  - Write it down: done on 15 February 2026$' 'a cell of two lines is one line'
cp "$tmp/actions" actions.csv

# --- the clock -----------------------------------------------------------------
s run peers/2 --pace 0
is "$rc" 0 'all at once'
is "$(grep -c '^Step [1-6] of 6: ' "$out")" 6 'six steps'
like "$out" '^Opening \(10 minutes\)$' 'the opening before'
like "$out" '^  - Talk to the chair: to do: They set a day' 'with what is told'
like "$out" '^Step 4 of 6: consultation \(30 minutes\)$' 'their minutes'
like "$out" '^  Take care: no search for one common answer' 'and what may not be said'
like "$out" '^  cpm-log session action peers-2-.... ' 'what to keep'
s run peers/1 --pace 0
unlike "$out" 'Opening' 'the first has nothing to tell'
run cpm-log session --now --pace 0 --date 2026-02-01 --series peers
like "$out" '^Opening' 'now: the next one'
s run peers/2 --pace 61
is "$rc" 2 'a pace that is none'
run cpm-log session run peers/2 --pace 0 --lang fr
like "$out" '^Étape 4 sur 6.: consultation \(30 minutes\)$' 'in French'
# Led in time, the folder is free for others, and a signal ends it.
cpm-log session run two/1 --pace 1 </dev/null >"$tmp/clock" 2>"$tmp/clock.err" & pid=$!
n=0; until [ -s "$tmp/clock" ] || [ $n -ge 50 ]; do sleep 0.1; n=$((n + 1)); done
run timeout 5 cpm-log seen 'Somebody else writes' --date 2026-02-15
is "$rc" 0 'no lock is held'
sleep 1
kill -TERM $pid; wait $pid 2>/dev/null
is $? 143 'ended by the signal'
like "$tmp/clock" '^Stopped after [0-9]+ minutes?\.$' 'says so'
empty "$tmp/clock.err" 'without a fault'

if command -v script >/dev/null; then
	# Enter goes on; minutes are counted down.
	(sleep 1; for i in 1 2 3 4 5 6 7 8; do printf '\n'; sleep 0.1; done) |
	    TERM=dumb script -qec 'cpm-log session run peers/2' /dev/null >"$out" 2>&1
	is "$(grep -c '^Step [1-6] of 6: ' "$out")" 6 'at a terminal Enter goes on'
	like "$out" '10 minutes left  \(Enter: next step\)' 'the time that is left'
	printf 'c5\nASKEDQUESTION\n\n' >"$tmp/answers"
	TERM=dumb script -qec 'cpm-log session client peers/5' /dev/null <"$tmp/answers" >"$out" 2>&1
	like "$out" 'What is the question\?' 'asked'
	like $private/session-clients.csv ',c5,ASKEDQUESTION,$' 'and kept'
	printf '\n\n\n' | TERM=dumb script -qec 'cpm-log session client peers/5' /dev/null >"$out" 2>&1
	like "$out" 'as it was: peers-5-' 'nothing typed, nothing kept, said'
	printf 'c5\nLOSTQUESTION\n\n' | TERM=dumb script -qec 'cpm-log session client peers/99' /dev/null >"$out" 2>&1
	like "$out" "no such session: 'peers/99'" 'a session that is not there'
	unlike "$out" 'Who is client' 'is confided nothing'
fi

# --- what is private is nowhere else ---------------------------------------------
run cpm-log show peers-1
is "$rc" 0 'one session whole'
like "$out" 'question: WHYQUESTION again' 'shows its question to its keeper'
like "$out" 'contract: HELPCONTRACT' 'its contract'
like "$out" '^  SHEETWORD two$' 'and the sheet'
run cpm-log show peers/1
like "$out" 'question: WHYQUESTION again' 'by its place too'
run cpm-log show peers/99
is "$rc" 1 'none of that number'
for c in 'cpm-log session' 'cpm-log session show peers/1' 'cpm-log session run peers/1 --pace 0' 'cpm-log list' \
    'cpm-log list lessons' 'cpm-plan due --date 2026-02-01' 'cpm-plan list' 'cpm-plan board' 'cpm-next' \
    'cpm-report plan' 'cpm-report progress --since 2026-01-01' 'cpm-check'; do
	run $c
	cat "$out" "$err" >"$tmp/both"
	unlike "$tmp/both" 'QUESTION|HELPCONTRACT|SHEETWORD|\bc[1-6]\b' "not in $c"
done
git add -A; git grep -lE 'QUESTION|HELPCONTRACT|SHEETWORD' --cached >"$tmp/found" 2>/dev/null
empty "$tmp/found" 'nor in a file that git keeps'
git ls-files --cached | grep -c session-clients >"$tmp/found"
is "$(cat "$tmp/found")" 0 'the private table least of all'
done_testing
