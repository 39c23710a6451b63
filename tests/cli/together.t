#!/bin/sh
# Several people and programs at once: nothing is lost, readers see whole
# files, and what cannot be written is said and leaves everything as it was.
. "${0%/*}/../lib.sh"
export CPM_LOCK_SECONDS=120
d=--date=2026-03-01
{ cpm-init --lang en $d team && cd team && git add -A && git commit -qm x; } >log 2>&1 || exit 2

# Eight writers, a reader beside them.
n=15
for w in 1 2 3 4 5 6 7 8; do
	( i=0; while [ $i -lt $n ]; do i=$((i + 1))
	  cpm-log seen "writer $w saw change $i" --for all --by "writer $w" $d >/dev/null 2>&1 || echo "$w $i"
	  done ) >"$tmp/failed.$w" &
done
bad=0 reads=0
while [ $reads -lt 20 ]; do
	reads=$((reads + 1))
	cpm-check >/dev/null 2>"$err" || { bad=$((bad + 1)); head -2 "$err" | sed 's/^/# /'; }
done
wait
is "$(cat "$tmp"/failed.*)" '' 'no writer was turned away'
is "$(tail -n +2 small-changes.csv | wc -l)" $((8 * n)) 'every row is there'
is "$(tail -n +2 small-changes.csv | cut -d, -f1 | sort -u | wc -l)" $((8 * n)) 'each with its own id'
is "$bad" 0 'readers saw whole files'

# A plan that several fill at once: a level takes three actions, whoever comes
# first; all that was taken is there once.
{ cpm-plan cycle open --objective o $d; cpm-plan propose Cash $d; cpm-plan choose cash --by team --why w $d
  cpm-plan level cash 1 --objective counted $d; cpm-plan action cash 1 'Count it' $d; } >log 2>&1
for w in 1 2 3 4 5 6; do
	( cpm-plan action cash 1 "Action of $w" $d >/dev/null 2>"$tmp/full.$w"; echo $? >"$tmp/rc.$w"
	  for i in 1 2 3; do cpm-plan step count "Step $i of $w" $d >/dev/null 2>&1 || echo "$w $i"; done
	  cpm-plan step count 'The same step' $d >/dev/null 2>&1 || echo "$w same"
	  cpm-plan adjust count --title "Count it, says $w" --reason other $d >/dev/null 2>&1 || echo "$w adjust"
	) >"$tmp/failed.$w" &
done
wait
is "$(cat "$tmp"/failed.*)" '' 'no writer of the plan was turned away'
is "$(cat "$tmp"/rc.* | sort | tr -d '\n')" 001111 'of six actions for two places two are taken'
is "$(cat "$tmp"/full.* | grep -c 'level 1 has its 3 actions already')" 4 'the others hear why'
is "$(grep -c ',change:' actions.csv)" 3 'three are there'
is "$(tail -n +2 steps.csv | wc -l) $(tail -n +2 steps.csv | cut -d, -f1 | sort -u | wc -l)" '19 19' 'and every step once'
is "$(tail -n +2 adjustments.csv | wc -l)" 6 'each move has its row'
is "$(tail -n +2 adjustments.csv | cut -d, -f5,6,7 | sort -u | wc -l)" 6 'that says what stood there'
cpm-check >/dev/null 2>"$err"; is "$?" 0 'the folder is clean'; sed 's/^/# /' "$err"
git add -A >/dev/null 2>&1; git commit -qm plan >/dev/null 2>&1

# A lock that is held: who holds it is said, after the time limit.
flock .cpm/lock -c 'sleep 5' & holder=$!
i=0; while flock -n .cpm/lock true && [ $i -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
run env CPM_LOCK_SECONDS=0 cpm-log seen 'not now' --for all $d
is "$rc" 2 'a folder in use is trouble'
like "$err" 'is in use' 'and is said'
kill $holder 2>/dev/null; wait $holder 2>/dev/null

# A spreadsheet has the file open; git is at work.
before=$(cksum <small-changes.csv)
: >.~lock.small-changes.csv#
run cpm-log seen 'while it is open' --for all $d
is "$rc" 2 'open in a spreadsheet: not written'
like "$err" 'small-changes.csv is open in a spreadsheet' 'and said'
rm .~lock.small-changes.csv#
: >.git/index.lock
run cpm-log seen 'while git works' --for all $d
is "$rc" 2 'git at work: not written'
like "$err" 'git is at work' 'and said'
rm .git/index.lock
is "$(cksum <small-changes.csv)" "$before" 'the file is as it was'

# A full disk, a limit on files, a folder without the right to write.
run sh -c 'ulimit -f 1; cpm-log seen "a full disk" --for all '$d
is "$rc" 2 'a file that may not grow is trouble'
is "$(cksum <small-changes.csv)" "$before" 'and the old one stays'
[ -z "$(find . -name '.*.cpm-*')" ]; ok $? 'nothing half written is left'
run sh -c 'cpm-plan list --csv >/dev/full'
is "$rc" 2 'standard output on a full disk is trouble'
like "$err" 'standard output' 'and said'
run sh -c 'cpm-assess --help >&-'
is "$rc" 2 'closed standard output is trouble'
run sh -c 'cpm-log list --csv | true'
unlike "$err" '.' 'a reader that has read enough is none'
if [ "$(id -u)" != 0 ]; then
	chmod 555 .; run cpm-log seen 'no right' --for all $d; chmod 755 .
	is "$rc" 2 'a folder that may not be written is trouble'
	chmod 555 . .cpm; run cpm-log list --csv; rc2=$rc; chmod 755 . .cpm
	is "$rc2" 0 'and can be read'
else
	skip 'root may write everywhere'; skip 'root may write everywhere'
fi

# Modes, links and the private folder's closure survive any umask.
chmod 640 small-changes.csv; mv small-changes.csv ../real.csv; ln -s ../real.csv small-changes.csv
( umask 077; cpm-log seen 'through a link' --for all $d ) >/dev/null 2>&1
[ -L small-changes.csv ]; ok $? 'a link stays a link'
is "$(stat -c %a ../real.csv)" 640 'the mode of the file behind it stays'
grep -q 'through a link' ../real.csv; ok $? 'and it is the one that is written'
cpm-log add --mode call 'for all to read' $d >/dev/null 2>&1
( umask 000; echo 'quite private' | cpm-log add - --private --mode call $d ) >/dev/null 2>&1
is "$(find ../team.private -perm /077 | wc -l)" 0 'the private folder is closed under any umask'
unlike log.csv 'quite private' 'a private row is not in the shared table'
grep -rq 'quite private' ../team.private; ok $? 'but in the private folder'
run cpm-log add --mode call 'public' -n $d
is "$(grep -c . log.csv)" 2 'a dry run writes nothing'
run cpm-log list --csv -o new/list.csv $d
is "$rc" 0 'the last folder of an output is made'
run cpm-log list --csv -o no/such/list.csv $d
is "$rc" 2 'one above it is not'
like "$err" 'no: No such file' 'and that is said'
run cpm-log list --table --color always
is "$(head -c 4 "$out" | od -An -c | tr -d ' ')" '033[1m' '--color always: the head of a table is bold'
run cpm-log list --table
unlike "$out" "$(printf '\033')" 'in a pipe it is not'
done_testing
