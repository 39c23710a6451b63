#!/bin/sh
# Co-development: a session opens with what became of the actions of the one
# before, which are due by then; the client rotates.  By hand edit.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short group >/dev/null 2>&1
cd group || exit 2
private=../group.private
check() { run cpm-check --date "$1"; }
actions() { # ROW...
	echo 'id,ref,level,title,owner,start,due,means,verification,status,done_on,obstacle,result'
	printf '%s\n' "$@"
}
cat >sessions.csv <<-END
	id,series,date,theme,minutes,next_date
	s1,peers,2026-01-15,,85,2026-02-15
	s2,peers,2026-02-15,,85,2026-03-15
	s3,peers,2026-03-15,,85,
END
actions 'talk,session:s1,,Talk to the chair,client,2026-01-15,2026-02-15,,a date is set,doing,,,' >actions.csv
check 2026-02-15
is "$rc" 0 'a session of which something is due'
empty "$err" 'on its day nothing is late'
check 2026-02-16
is "$rc" 0 'the day after it is a remark'
like "$err" "actions.csv:2: warning: column 'result': the session of 15 February 2026 opened, and nobody said what became of 'talk'" 'where it was not told'
run cpm-check --date 2026-02-16 --lang fr
like "$err" 'la séance du 15 février 2026 s’est ouverte, et personne n’a dit' 'in French'
for told in 'doing,,,We met twice' 'done,2026-02-10,,' 'dropped,,,' 'blocked,,he is ill,not yet: he is ill'; do
	actions "talk,session:s1,,Talk to the chair,client,2026-01-15,2026-02-15,,a date is set,$told" >actions.csv
	check 2026-02-16
	empty "$err" "told: $told"
done

actions 'talk,session:s1,,Talk to the chair,client,2026-01-15,2026-03-01,,a date is set,doing,,,' >actions.csv
check 2026-01-20
is "$rc" 0 'due after the next session'
like "$err" "actions.csv:2: warning: column 'due': 'talk' is due after the session at which it is told, on 15 February 2026" 'is a remark'
printf 'id,date,ref,field,old,new,reason\nx,2026-02-15,action:talk,due,2026-02-15,2026-03-01,context\n' >adjustments.csv
check 2026-01-20
empty "$err" 'not where it was moved for a reason'
rm adjustments.csv

# What is out of order is a fault, as for the actions of a change.
actions 'talk,session:s1,,Talk,client,2026-01-15,2026-02-15,,,doing,,,' >actions.csv
check 2026-01-20
is "$rc" 1 'under way without a means of verification'
like "$err" "'Talk' runs without owner, due date or means of verification" 'is a fault'
actions 'talk,session:s9,,Talk,client,2026-01-15,2026-02-15,,,draft,,,' >actions.csv
check 2026-01-20
like "$err" "refers to nothing that is there: 'session:s9'" 'of no session'
rm actions.csv
sed -i '2s/2026-02-15$/2026-01-14/' sessions.csv
check 2026-01-20
is "$rc" 1 'a next session before this one'
like "$err" "sessions.csv:2: column 'next_date': the next session would not come after this one" 'is a fault'
sed -i '2s/2026-01-14$/2026-02-20/' sessions.csv
check 2026-01-20
is "$rc" 0 'another day than the next row has'
like "$err" "sessions.csv:2: warning: column 'next_date': the next session of the series is on 15 February 2026" 'is a remark'
sed -i '2s/2026-02-20$/2026-02-15/' sessions.csv

# The client rotates; nobody is named.
clients() { { echo session,client,question,contract; printf '%s\n' "$@"; } >$private/session-clients.csv; chmod 600 $private/*.csv; }
clients s1,zoe,, s2,yann,, s3,xena,,
check 2026-01-20
empty "$err" 'each is client once'
clients s1,zoe,why-question, s2,zoe,, s3,xena,,
check 2026-01-20
is "$rc" 0 'twice before everybody was'
like "$err" "session-clients.csv:3: warning: column 'client': client again before everybody was" 'is a remark with its line'
unlike "$err" 'zoe|xena|question' 'that names nobody'
clients s1,zoe,, s2,xena,, s3,zoe,,
check 2026-01-20
empty "$err" 'a second round of turns is none'

# Due, with what belongs to a change, and without the client.
actions 'talk,session:s1,,Talk to the chair,client,2026-01-15,2026-02-15,,a date is set,doing,,,' >actions.csv
run cpm-plan due --within 14d --date 2026-02-10 --csv
like "$out" '^2026-02-15,5,action,talk,Talk to the chair,client,session of 15 January 2026$' 'due with its session'
run cpm-plan due --date 2026-02-10
like "$out" 'Talk to the chair' 'in words'
unlike "$out" 'zoe|xena' 'the client is nowhere'
run cpm-plan due --date 2026-02-10 --lang fr --csv
like "$out" 'séance du 15 janvier 2026' 'in French'
printf 'id,action,title,owner,due,done_on\ncall,talk,Call her,client,2026-02-12,\n' >steps.csv
run cpm-plan due --date 2026-02-10 --csv
like "$out" '^2026-02-12,2,step,call,Call her,client,Talk to the chair$' 'its steps too'
sed -i 's/doing,,,$/done,2026-02-15,,We have a date/' actions.csv
run cpm-plan due --date 2026-02-10
empty "$out" 'what is done is not due'

# The same by command: the client rotates, and the next session opens with
# what is due.
cd .. && cpm-init -q --pack codev --lang en peers >/dev/null 2>&1
cd peers || exit 2
run cpm-log session plan peers --start 2026-01-15 --members 'zoe yann zoe xena will' --date 2026-01-01
is "$rc" 1 'a plan that has somebody twice'
like "$err" 'member 3 is member 1 again: each is client once' 'is refused'
unlike "$err" 'zoe' 'without naming anybody'
cpm-log session plan peers --start 2026-01-15 --members 'zoe yann xena will vera' -q --date 2026-01-01
cpm-log session action peers/1 'Talk to the chair' --verification 'a day is set' -q --date 2026-01-15 >/dev/null
run cpm-log session action peers/1 'Too much' --due 2026-03-01 --date 2026-01-15
is "$rc" 1 'what is due after the next session'
like "$err" 'the next session is on 15 February 2026: what can be done by then\?' 'is refused'
run cpm-log session show peers/2 --date 2026-02-15
like "$out" '^  - Talk to the chair: to do$' 'the next one opens with it'
run cpm-check --date 2026-02-16
like "$err" "nobody said what became of 'talk-to-the-chair-" 'not told, it is remarked'
cpm-log session told talk 'We met' -q --date 2026-02-16 >/dev/null
run cpm-check --date 2026-02-16
empty "$err" 'told, it is not'
echo 'client: zoe' >"$tmp/in"
runin "$tmp/in" cpm-log session client peers/3 --date 2026-03-15
like "$err" 'warning: client again before everybody was' 'somebody again is remarked'
run cpm-check --date 2026-02-16
like "$err" "session-clients.csv:4: warning: column 'client': client again" 'and found again'
done_testing
