#!/bin/sh
# An import that is cut off leaves what was; one that goes on puts bad rows by;
# what a terminal sees of it, and what becomes of the export itself.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"
kill_pl=$here/../kill.pl

answers_of() { awk -v a="$1" -v b="$2" -v s="$3" 'BEGIN { print "id,group,A1,A2,A3,B1,B2,B3"
	for (i = a; i <= b; i++) printf "k%d,g%d,%d,%d,%d,%d,%d,%d\n", i, i % 3 + 1, s, i % 5 + 1, 1, 2, 3, 4 }'; }
in1() { run cpm-assess import --round R1 "$@"; }
left() { find "$work/$1.private" "$work/$1" ! -path '*/.git/*' \( -name '.*.cpm-*' -o -name journal \); }

# --- bad rows are put by
folder a
cpm-assess open R1 -q
cat >../bad.csv <<'END'
id;group;A1;A2;B1
1;g1;3;4;5
2;g1;many;4;5
3;nobody;3;4;5
4;g2;3;9;5
5;g2;3;4;5
END
printf '\357\273\277' | cat - ../bad.csv >../bom.csv
in1 ../bom.csv
is "$rc" 1 'a bad cell refuses the file'
is "$(wc -l <"$answers")" 1 'and nothing comes in'
run cpm-assess import --round R1 --keep-going --date 2026-03-04 -n ../bom.csv
like "$err" 'would write a.private/rejects/R1-bom-2026-03-04.csv \(3 rows\)$' 'a preview says what would be put by'
[ ! -e ../a.private/rejects ]; ok $? 'and puts nothing there'
run cpm-assess import --round R1 --keep-going --date 2026-03-04 ../bom.csv
is "$rc" 1 '--keep-going: the status says that something is left'
like "$err" 'R1: 2 new, 0 changed, 0 same$' 'the good ones come in'
like "$err" "bom.csv:3: warning: column 'A1': neither a number nor a word of the scale$" 'each bad cell is named'
like "$err" "bom.csv:4: warning: column 'group': no group of the round has this name$" 'a group too'
like "$err" '3 rows with bad cells are left out: mend them in .*a.private/rejects/R1-bom-2026-03-04.csv and import that$' 'how many, and where they are'
rejects=../a.private/rejects/R1-bom-2026-03-04.csv
is "$(stat -c %a $rejects ../a.private/rejects | tr '\n' ' ')" '600 700 ' 'readable by their owner alone'
{ head -1 ../bom.csv; sed -n '3,5p' ../bom.csv; } >../want
same $rejects ../want 'the header and the rows as they were'
unlike "$err" 'many|nobody' 'no value is quoted'
sed 's/many/2/; s/nobody/g3/; s/;9;/;1;/' $rejects >../mended.csv
in1 ../mended.csv
is "$rc" 0 'mended, they come in like any file'
like "$err" 'R1: 3 new, 0 changed, 0 same$' 'as new sheets'
sed 's/many/2/; s/nobody/g3/; s/;9;/;1;/' ../bom.csv >../whole.csv
in1 ../whole.csv
like "$err" 'R1: 0 new, 0 changed, 5 same$' 'the same as if the file had been good'
run cpm-assess import --round R1 --keep-going ../whole.csv
is "$rc" 0 'nothing to put by: status 0'
run cpm-assess import --round R1 --keep-going --date 2026-03-04 ../bom.csv
[ -e ../a.private/rejects/R1-bom-2026-03-04-2.csv ]; ok $? 'a second file of rejects does not write over the first'
{ head -1 ../bad.csv; i=0; while [ $i -lt 25 ]; do i=$((i + 1)); echo "x$i;g1;9;4;5"; done; } >../many.csv
runin ../many.csv cpm-assess import --round R1 --keep-going --date 2026-03-04 -
is "$(grep -c 'not on the scale' "$err")" 20 'the first twenty are named'
like "$err" 'warning: 5 more cells like these$' 'the others counted'
is "$(wc -l <../a.private/rejects/R1-standard-input-2026-03-04.csv)" 26 'standard input has rejects too'

printf 'id;group;A1\n1;g1\n2;g1;3\n' >../short.csv
in1 --keep-going ../short.csv
is "$rc" 1 'a broken shape is refused all the same'
like "$err" 'short.csv:2: the header has 3 cells, this row 2$' 'and said'
cat >../long.csv <<'END'
id,criterion,score
r,A1,3
s,A1,3
r,A2,oops
s,A2,4
r,A3,2
,A1,3
t,A1,1
t,A1,2
END
in1 --keep-going --date 2026-03-05 ../long.csv
like "$err" 'R1: 1 new, 0 changed, 0 same$' 'one line an answer: a sheet is whole or not at all'
sed -n '1,2p;4p;6,9p' ../long.csv >../want
same ../a.private/rejects/R1-long-2026-03-05.csv ../want 'all rows of a bad sheet are put by'
printf 'id,A1,A2\nz1,3,4\nz2,3,4\nz1,3,5\n' >../twice.csv
in1 --keep-going --date 2026-03-05 ../twice.csv
is "$rc" 1 'two that differ: neither'
like "$err" 'twice.csv:4: warning: the same sheet as on line 2, with other answers' 'is said'
like "$err" 'R1: 1 new, 0 changed, 0 same$' 'the others come in'
is "$(sed 1d ../a.private/rejects/R1-twice-2026-03-05.csv | tr '\n' ' ')" 'z1,3,4 z1,3,5 ' 'both are put by'

# A person's two submissions, their rows mixed with somebody else's.
printf '%s\n' respondent,_id,criterion,score u,1,A1,3 v,9,A1,3 u,2,A1,5 u,1,A2,4 v,9,A2,3 u,1,B1,2 u,2,A2,4 >../mixed.csv
in1 --keep-going --date 2026-03-05 ../mixed.csv
like "$err" 'mixed.csv:4: warning: the same sheet as on line 2, with other answers' 'two submissions of one person'
like "$err" '5 rows with bad cells are left out' 'are put by with all their rows'
grep -v ^v ../mixed.csv >../want
same ../a.private/rejects/R1-mixed-2026-03-05.csv ../want 'wherever they stand'
awk 'BEGIN { print "_id,A1,A2"; for (s = 1; s < 3; s++) for (i = 1; i <= 25; i++) print "y" i ",3," s }' >../many.csv
in1 ../many.csv
is "$rc$(grep -c 'the same sheet as' "$err")" 120 'of many the first twenty are named'
is "$(grep -Eo 'csv:[0-9]+' "$err" | sort -c -t: -k2,2n 2>&1)" '' 'in the order of the file'
like "$err" 'many.csv: 5 more sheets like these$' 'the others counted'
in1 --keep-going --date 2026-03-05 ../many.csv
like "$err" 'many.csv: warning: 5 more sheets like these$' 'a warning where one goes on'
is "$(wc -l <../a.private/rejects/R1-many-2026-03-05.csv)" 51 'and all are put by'
run env LANGUAGE=fr cpm-assess import --round R1 ../many.csv
like "$err" 'many.csv: encore 5 fiches comme celles-ci$' 'in French'

# --- no room, and others at work
folder n
cpm-assess open R1 -q
answers_of 1 20000 3 >../large.csv
answers_of 1 3 3 >../export.csv; in1 ../export.csv
before=$(cksum <"$answers")
for blocks in 16 600 2400; do
	(ulimit -f $blocks; in1 ../large.csv; echo "$rc" >../rc)
	is "$(cat ../rc)" 2 "$blocks blocks are not enough: status 2"
	like "$err" 'n.private(/responses.csv)?: File too large$' 'which is said'
	is "$(cksum <"$answers")$(left n)" "$before" 'and nothing is changed or left'
done
# responses.csv comes from elsewhere while the import is under way.
in1 ../large.csv
cp "$answers" ../full
head -19 ../full >../start
for nap in .02 .05 .1 .2 .3; do
	cp ../start "$answers"
	cpm-assess import -q --round R1 ../large.csv 2>"$err" & pid=$!
	sleep $nap; cp ../full ../n.private/other; mv ../n.private/other "$answers"
	wait $pid
	is "$(sed 1d "$answers" | cut -d, -f3,6 | sort | uniq -d | wc -l)" 0 "after $nap s: no sheet is doubled"
done
# The export grows while it is read.
cp ../large.csv ../grows.csv; before=$(cksum <"$answers"); n=0
while [ $n -lt 5 ]; do
	n=$((n + 1))
	answers_of 90001 110000 4 >../grows.csv
	cpm-assess import --round R1 ../grows.csv 2>"$err" >/dev/null & pid=$!
	while kill -0 $pid && ! ls -l /proc/$pid/fd | grep -q grows.csv; do :; done 2>/dev/null
	echo 'kk,g1,1,1,1,1,1,1' >>../grows.csv
	wait $pid; rc=$?
	[ $rc != 0 ] && break
	cp ../full "$answers"
done
is "$rc" 2 'an export that changes meanwhile is not taken'
like "$err" 'grows.csv was changed by another program meanwhile; nothing was written: type the command again$' 'and that is said'
is "$(cksum <"$answers")$(left n)" "$before" 'nothing is'

# --- interrupted
folder b
cpm-assess open R1 -q
answers_of 1 8000 3 >../first.csv
cpm-assess import -q --round R1 ../first.csv
sed 's/,3,/,4,/' ../first.csv >../second.csv
before=$(cksum <"$answers")
for sig in INT TERM HUP; do
	n=0; : >../words
	# A busy machine is slow to begin: later ones, until one was heard.
	for ms in 1 5 20 60 120 250 500 1000 2000; do
		[ $ms -le 120 ] || [ $n -eq 0 ] || break
		perl -e 'my ($sig, $ms, @cmd) = @ARGV;
			my $pid = fork; if (!$pid) { open STDERR, ">", "../said"; exec @cmd }
			select undef, undef, undef, $ms / 1000; kill $sig, $pid; waitpid $pid, 0;
			exit(($? & 127) == 0 ? 0 : 10)' $sig $ms cpm-assess import -q --round R1 ../second.csv
		s=$?
		[ "$s" = 0 ] && break
		[ "$(cksum <"$answers")" = "$before" ] || echo "# $sig after $ms ms: another file"
		# Too early, it has nothing to say yet.
		[ -s ../said ] && n=$((n + 1)) && cat ../said >>../words
		[ -z "$(left b)" ] || { left b | sed 's/^/# left: /'; n=-100; }
	done
	[ "$(cksum <"$answers")" = "$before" ] || { cpm-assess import -q --round R1 ../first.csv 2>/dev/null; }
	is "$(cksum <"$answers")" "$before" "$sig: the file that was"
	[ $n -gt 0 ]; ok $? "$sig: said ($n times), ended by the signal, nothing left"
	is "$(sort -u ../words)" 'cpm-assess: interrupted: nothing was imported' "$sig: in one line"
done
# A pipe that is slow holds no lock.
{ head -3 ../first.csv; sleep 2; } | cpm-assess import -q --round R1 - 2>/dev/null &
sleep .5
CPM_LOCK_SECONDS=0 cpm-assess agree --help >/dev/null
CPM_LOCK_SECONDS=0 cpm-assess import -n -q --round R1 ../first.csv 2>../said
is "$?$(cat ../said)" 0 'whoever waits for a pipe keeps nobody out'
wait

# --- killed at any instant
old=$(cksum <"$answers") bad=0 torn=0 n=0
cp "$answers" ../keep; cp ../second.csv ../new.csv; answers_of 30001 33000 2 | sed 1d >>../new.csv
while [ $n -lt 12 ]; do
	n=$((n + 1))
	perl "$kill_pl" $n 200000 cpm-assess import --round R1 ../new.csv
	[ -n "$(left b)" ] && torn=$((torn + 1))
	cpm-check -q >/dev/null 2>../log || { bad=$((bad + 1)); sed 's/^/# /' ../log | head -3; }
	[ -z "$(left b)" ] || { bad=$((bad + 1)); echo "# kill $n: something is left"; }
	now=$(cksum <"$answers")
	if [ "$now" != "$old" ]; then
		[ -z "${new:-}" ] && { cp ../keep "$answers"; cpm-assess import -q --round R1 ../new.csv 2>/dev/null; new=$(cksum <"$answers"); }
		[ "$now" = "$new" ] || { bad=$((bad + 1)); echo "# kill $n: neither old nor new"; }
		cp ../keep "$answers"
	fi
done
is $bad 0 "killed $n times ($torn left traces): old or new"

# --- what a terminal sees
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	script -qec 'cpm-assess import --round R1 ../new.csv' /dev/null >"$out" </dev/null
	like "$out" 'R1: [0-9]+ (lines, [0-9]+ %|sheets|.*rows)|R1: compared' 'a terminal sees how far it is'
	like "$out" 'R1: 3000 new' 'and what came of it'
	tr '\r' '\n' <"$out" | sed 's/.*\[K//' | grep -E '^R1: ' >"$tmp/kept"
	printf '%s' "$(tr -d '\r' <"$out" | tail -1)" >"$tmp/last"
	unlike "$tmp/last" '%|lines' 'the line is gone at the end'
	script -qec 'cpm-assess import -q --round R1 ../second.csv' /dev/null >"$out" </dev/null
	unlike "$out" 'lines|rows' '-q: not a word'
	in1 ../first.csv
	unlike "$err" '%|\[K' 'nor in a pipe'
else
	for i in 1 2 3 4 5; do skip 'no terminal can be made here'; done
fi

# --- the export itself
folder c
git init -q . && printf '*\n!*.csv\n' >.gitignore
cpm-assess open R1 -q
answers_of 1 3 3 >export.csv
in1 export.csv
is "$rc" 0 'an export inside the folder comes in'
like "$err" 'export.csv: warning: this export tells who answered what, and lies where git would take it$' 'and is warned of'
like "$err" "hint: mkdir -p .*c.private/exports && mv export.csv .*c.private/exports/export.csv$" 'with what to do'
[ -e export.csv ]; ok $? 'it is left where it is'
git add export.csv; git commit -qm x
in1 export.csv
like "$err" 'export.csv: warning: git keeps this export, .*the history keeps it also when it is moved$' 'what git keeps, its history keeps'
cp export.csv export.txt
in1 export.txt
like "$err" "export.txt: warning: this export tells who answered what, and lies in the team's folder$" 'one that git leaves alone'
sh -c "$(sed -n 's/.*hint: //p' "$err")"
is "$(ls ../c.private/exports)" export.txt 'the hint does what it says'
in1 -n export.csv
unlike "$err" 'tells who' 'a preview does not speak of it'
mkfifo pipe; cat export.csv >pipe & in1 pipe
like "$err" 'R1: 0 new, 0 changed, 3 same$' 'a pipe with a name is read'
unlike "$err" 'tells who' 'and has nothing to be moved'
cp export.csv ../outside.csv
in1 ../outside.csv
unlike "$err" 'tells who' 'nor does an export elsewhere'
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	cp export.csv 'my export.txt'
	printf 'n\n' | script -qec "cpm-assess import --round R1 'my export.txt'" /dev/null >"$out" 2>&1
	like "$out" 'Move it to .*c.private/exports/my export.txt\? \[y/N\]' 'a terminal is asked'
	[ -e 'my export.txt' ]; ok $? 'no leaves it'
	printf 'y\n' | script -qec "cpm-assess import --round R1 'my export.txt'" /dev/null >"$out" 2>&1
	[ ! -e 'my export.txt' ] && [ -e '../c.private/exports/my export.txt' ]; ok $? 'yes moves it'
	is "$(stat -c %a '../c.private/exports/my export.txt')" 600 'for its owner alone'
	cp export.csv export.txt
	printf 'o\n' | LANGUAGE=fr script -qec "cpm-assess import --round R1 export.txt" /dev/null >"$out" 2>&1
	like "$out" 'Le déplacer vers .*export-2.txt.* \[o/N\]' 'in French, beside one of that name'
	[ -e ../c.private/exports/export-2.txt ]; ok $? 'a French yes'
else
	for i in 1 2 3 4 5 6; do skip 'no terminal can be made here'; done
fi
done_testing
