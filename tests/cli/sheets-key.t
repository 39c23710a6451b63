#!/bin/sh
# Two keys, another team, a file that is not what it was: what joining
# sheets does, and what it refuses.
. "${0%/*}/../lib.sh"

q() { "$@" -q >/dev/null 2>"$err" || sed "s/^/# /" "$err"; }
grid() { # FROM TO [SCORE of GOV0]
	echo number,group,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0
	i=$1
	while [ "$i" -le "$2" ]; do
		echo "$i,governance,$((i % 5 + 1)),${3:-2},3,$((i % 4 + 1)),1,2,3,$((i * i % 5 + 1))"
		i=$((i + 1))
	done
}
kobo() { # uuids, with other words each
	echo '_id,_uuid,meta/rootUuid,group,STR0,GOV0,RES0,TEA0,PRO0,BEN0,PAR0,LEA0'
	for u; do echo "$((5000 + u)),u$u,uuid:r$u,members,$((u % 5 + 1)),4,3,2,1,2,$((u / 5 + 1)),5"; done
}
join() { run cpm-assess sheets join "$@"; }
sheets_of() { sed 1d "$1.private/responses.csv" | cut -d, -f1,3 | sort -u | wc -l; }

mkdir A B
cd A || exit 2
cpm-init -q --pack boost-short team 2>/dev/null; cd team || exit 2
A=$PWD; q cpm-assess open R1; git add -A; git commit -qm round
git clone -q . "$work/B/team"; B=$work/B/team

# --- both began alone: each has a key
grid 1 5 >../g.csv; q cpm-assess import --round R1 ../g.csv
kobo 1 2 >../k.csv; q cpm-assess import --round R1 ../k.csv
cd "$B" || exit 2
grid 5 9 >../g.csv
run cpm-assess import --round R1 ../g.csv
like "$err" 'this computer has no private folder for the team yet: a new one is made, ' 'a second place is said'
like "$err" 'if the votes are kept on another computer, first bring its key \(cpm-assess sheets export --key there, cpm-assess sheets join here\)' 'with what to do'
kobo 2 3 >../k.csv; q cpm-assess import --round R1 ../k.csv
q cpm-assess forget --round R1 --form 7
q cpm-assess sheets export -o ../back.csv
cd "$A" || exit 2
cp "$A.private/key" "$tmp/key"
join "$B/../back.csv"
is "$rc" 0 'sheets under another key'
like "$err" 'R1: 5 new, 0 changed, 1 same$' 'paper is known by its number, forms 5 and 7'
like "$err" 'warning: the two computers had different keys; both are kept: a paper form is known by its number, but a survey.s submission that was imported on both is two sheets and counts twice$' 'what is not known is said'
like "$err" 'hint: import a survey on one computer only$' 'and what to do'
like "$err" 'back.csv:[0-9]*: warning: sheet [0-9a-z]{12} has the same answers as [0-9a-z]{12}, which is here \(team.private/responses.csv:[0-9]+\): if it is the same person.s, forget one of them$' 'the same answers are a help'
is "$(grep -c 'has the same answers' "$err")" 1 'of the one that was on both'
same "$A.private/key" "$tmp/key" 'the own key stays'
same "$A.private/keys" "$B.private/key" 'the other is kept'
is "$(stat -c %a "$A.private/keys")" 600 'for nobody else to read'
join "$B/../back.csv"
like "$err" 'R1: 0 new, 0 changed, 6 same$' 'again: nothing'
unlike "$err" 'warning' 'and no second warning'
is "$(sheets_of "$A")" 12 'twelve'
one=$(sed -n 's/.*warning: sheet \([0-9a-z]*\) has.*/\1/p' "$tmp/first" 2>/dev/null)
cp "$A.private/responses.csv" "$tmp/before"

# Codes of either key are known from now on, by every way in.
grid 1 9 >../g.csv; run cpm-assess import --round R1 ../g.csv
like "$err" 'R1: 0 new, 0 changed, 8 same$' 'paper of both'
like "$err" 'left out: 1 sheet that was forgotten on request$' 'a mark under the other key holds'
kobo 1 2 3 >../k.csv; run cpm-assess import --round R1 ../k.csv
like "$err" 'R1: 0 new, 0 changed, 3 same$' 'submissions of both'
printf 'STR0=1\n' >less
runin less cpm-assess add R1 --form 8
like "$err" "form '8' of R1 is stored already, with other answers$" 'add knows a sheet of the other'
runin less cpm-assess add R1 --form 7
like "$err" 'left out: 1 sheet that was forgotten on request$' 'and its marks'
same "$A.private/responses.csv" "$tmp/before" 'not a byte has changed'

# The same submission under two codes is forgotten whole.
run cpm-assess forget --submission uuid:r2
is "$rc" 0 'a submission that is there twice'
like "$err" '^cpm-assess: 2 sheets deleted from the private folder$' 'goes twice'
run cpm-assess import --round R1 ../k.csv
like "$err" 'R1: 0 new, 0 changed, 2 same$' 'and stays away'
like "$err" 'left out: 1 sheet that was forgotten on request$' 'under both keys'
q cpm-assess forget --round R1 --form 2
is "$(grep -c . "$A.private/forgotten.csv")" 10 'a name marks what it is under each key'
q cpm-assess sheets export -o ../all.csv

# What was marked under either key is gone on the other side.
cd "$B" || exit 2
join "$A/../all.csv"
like "$err" 'R1: 1 sheet was deleted here: it was forgotten on the other computer$' 'forgotten there'
is "$(sheets_of "$B") $(sheets_of "$A")" '9 9' 'both have the same number'
grid 1 9 >../g.csv; run cpm-assess import --round R1 ../g.csv
like "$err" 'R1: 0 new, 0 changed, 7 same$' 'paper of both'
like "$err" 'left out: 2 sheets that were forgotten on request$' 'and marks of both'
kobo 1 2 3 >../k.csv; run cpm-assess import --round R1 ../k.csv
like "$err" 'R1: 0 new, 0 changed, 2 same$' 'and submissions'
run cpm-check
is "$rc" 0 'nothing to say for cpm-check'

# A key alone is meant to be used: sheets that are there keep theirs.
rm -r "$B.private"
grid 1 3 >../g.csv; q cpm-assess import --round R1 ../g.csv
cp "$B.private/key" "$tmp/own"
q cpm-assess -C "$A" sheets export --key -o "$work/stick.csv"
join "$work/stick.csv"
is "$rc" 0 'a key comes where sheets are'
same "$B.private/key" "$tmp/key" 'it is used from now on'
like "$B.private/keys" "$(cat "$tmp/own")" 'the old one is kept'
like "$err" 'the two computers had different keys' 'and what it means is said'
like "$err" 'R1: 1 sheet was deleted here' 'marks hold on what is there'
run cpm-assess import --round R1 ../g.csv
like "$err" 'R1: 0 new, 0 changed, 2 same$' 'sheets of the old key are known'

# --- another team
mkdir "$work/C"; cd "$work/C" || exit 2
cpm-init -q --pack boost-short others 2>/dev/null; cd others || exit 2
q cpm-assess open R1; grid 1 3 >../g.csv; q cpm-assess import --round R1 ../g.csv
q cpm-assess sheets export -o ../others.csv
cd "$A" || exit 2
join "$work/C/others.csv"
is "$rc" 1 'the sheets of another team'
like "$err" "others.csv: this file is from another team's folder: 'others', and here is 'team'$" 'are refused'
like "$err" 'hint: if it is the same team, give both folders the same title in cpm.csv, and make the file again$' 'with a way out'
rm -r "$B.private"; cd "$B" || exit 2
join "$work/C/others.csv"
like "$err" "from another team's folder" 'where nothing is too'
sed -i 's/^title,.*/title,team/' "$work/C/others/cpm.csv"
sed -i '2s/STR0/STR1/' "$work/C/others/rounds/R1/criteria.csv" "$work/C/others/criteria.csv"
run cpm-assess -C "$work/C/others" sheets export -o "$work/C/others.csv"
is "$rc" 1 'an answer that the round does not have'
like "$err" "others.private/responses.csv:[0-9]+: column 'criterion': no criterion of the round has this name$" 'is named where it is made'
sed -i 's/STR0/STR1/' "$work/C/others.private/responses.csv"
q cpm-assess -C "$work/C/others" sheets export -o "$work/C/others.csv"
join "$work/C/others.csv"
is "$rc" 1 'another framework'
like "$err" "others.csv:4: the sheets of round 'R1' were answered with another framework than rounds/R1 has here$" 'is refused'
mv rounds/R1/scale.csv "$tmp/"; join "$A/../all.csv"
like "$err" 'rounds/R1 is not whole' 'a framework that is not whole'
mv "$tmp/scale.csv" rounds/R1/
sed -i '/^R1,/d' rounds.csv; join "$A/../all.csv"
like "$err" "all.csv:[0-9]+: column 'round': this folder has no such round: bring it up to date first \(git pull\)$" 'a round that is not here yet'
git checkout -q rounds.csv

# --- a file that is not what it was
again() { # SED-SCRIPT: all.csv changed, with a digest that is right
	sed '$d' "$A/../all.csv" | sed "$1" >"$tmp/x"
	printf 'end,,,,,,,,,%s,%s\n' "$(sha256sum <"$tmp/x" | cut -d' ' -f1)" 1 >>"$tmp/x"
	join "$tmp/x"
}
bad() { # MESSAGE NAME
	is "$rc" 1 "$2"
	like "$err" "$1" 'is said'
	sed "s|$tmp||g" "$err" >"$tmp/said" # its name may hold any letters
	unlike "$tmp/said" 'zz' 'without a value'
	[ ! -e "$B.private" ]; ok $? 'and nothing is written'
}
again ''; is "$rc" 0 'the copy that these begin from'; rm -r "$B.private"
first=$(grep -n '^answer,' "$A/../all.csv" | head -1 | cut -d: -f1)
again "${first}s/,[A-Z]*0,/,zz,/"
bad "x:$first: column 'criterion': no criterion of the round has this name$" 'a criterion'
again "${first}s/,governance,\|,members,/,zz,/"
bad "x:$first: column 'group': no group of the round has this name$" 'a group'
again "${first}s/0,[0-9],/0,zz,/"
bad "x:$first: column 'score': neither a number nor a word of the scale$" 'a word for a score'
again "${first}s/0,[0-9],/0,9,/"
bad "x:$first: column 'score': a number that is not on the scale$" 'a score'
again "${first}s/^answer,R1,[^,]*/answer,R1,zz/"
bad "x:$first: column 'date': no such day$" 'a day'
again "${first}s/^\\(answer,R1,[^,]*\\),[^,]*/\\1,/"
bad "x:$first: column 'respondent': an answer of nobody: this cell is empty$" 'nobody'
again "${first}p"
bad "x:$((first + 1)): column 'criterion': this sheet has an answer to this criterion already$" 'an answer twice'
again "$((first + 1))s/,governance,\|,members,/,partners,/"
bad "x:$((first + 1)): column 'group': (another group than this sheet had further up|no group of the round has this name)$" 'two groups'
again '2s/,1$/,2/'
bad 'x:2: this file was written by a newer program: join it with that one$' 'a newer version'
again "${first}s/^answer/zz/"
bad "x:$first: this file was written by a newer program: join it with that one$" 'an unknown row'
again '/^round/d'
bad "x:$((first - 1)): column 'round': this is no file of 'cpm-assess sheets export'$" 'answers of a round that it does not have'
again '/^round/d; s/^answer/hands/'
bad "x:$((first - 1)): column 'round': this is no file of 'cpm-assess sheets export'$" 'and hands'
again '3s/,[0-9a-f]*,,,/,zz,,,/'
bad "x:3: column 'respondent': this is no file of 'cpm-assess sheets export'$" 'a key that is none'
again '3s/[^,]\{64\}/zzzzzzzzzzzz zzzzzzzzzzzz/'
bad "x:3: column 'respondent': this is no file of 'cpm-assess sheets export'$" 'two of them in one'
again '$a\
forgotten,R1,2026-13-01,,,,,,,,'
bad "x:[0-9]*: column 'date': no such day$" 'a mark of no day'
like "$err" "x:[0-9]*: column 'respondent': this is no file of 'cpm-assess sheets export'$" 'and of nothing'
again '/^answer/s/^answer,R1,[^,]*,[^,]*,\(.*\),[^,]*,$/hands,R1,,,\1,,zz/'
bad "x:$first: column 'count': not a whole number in its range$" 'hands that are no number'
again '1s/round/zz/'
bad "x:1: this is no file of 'cpm-assess sheets export'$" 'other columns'
sed '$d' "$A/../all.csv" >"$tmp/x"; join "$tmp/x"
bad 'x: this copy is cut off or was saved by another program: make it again, and carry it as it is$' 'no last line'
head -c 300 "$A/../all.csv" >"$tmp/x"; join "$tmp/x"
bad 'x: this copy is cut off' 'a torn one'
sed "${first}s/0,[0-9],/0,1,/; $((first + 1))s/0,[0-9],/0,1,/; $((first + 2))s/0,[0-9],/0,1,/" "$A/../all.csv" >"$tmp/x"; join "$tmp/x"
bad 'x: this copy is not as it was made \(changed, or damaged on the way\): make it again, and carry it as it is$' 'a changed one'
tr , ';' <"$A/../all.csv" >"$tmp/x"; join "$tmp/x"
bad 'x: this copy is cut off or was saved by another program' 'one that a spreadsheet saved'
cp "$A/criteria.csv" "$tmp/x"; join "$tmp/x"
bad "x: this is no file of 'cpm-assess sheets export'$" 'any other CSV'
: >"$tmp/x"; join "$tmp/x"
bad "x: this is no file of 'cpm-assess sheets export'$" 'an empty one'
join "$tmp/none"; is "$rc" 2 'one that is not there'
printf 'short\n' >"$A.private/keys"
cd "$A" || exit 2; run cpm-assess import --round R1 ../g.csv
like "$err" 'keys: the private key is too short' 'a damaged key'
rm "$A.private/keys"

# --- a submission has several names; those of both sides are kept
mkdir "$work/D"; cd "$work/D" || exit 2
cpm-init -q --pack boost-short team 2>/dev/null; cd team || exit 2
q cpm-assess open R1; q cpm-assess open R2
rows='round,date,respondent,group,unit,criterion,score,comment,source'
D=$PWD votes=$PWD.private/responses.csv
give() { printf '%s\n' "$rows" "$@" >"$votes"; }
give R1,,aaaaaaaaaaaa,members,,STR0,4,,kobo:bbbbbbbbbbbb R1,,cccccccccccc,members,,STR0,5,,'kobo:dddddddddddd eeeeeeeeeeee'
q cpm-assess sheets export -o ../names.csv
give R1,,bbbbbbbbbbbb,members,,STR0,4,,kobo R2,,ffffffffffff,members,,STR0,5,,kobo:eeeeeeeeeeee
join ../names.csv
is "$rc" 0 'the same submission under another of its names'
like "$err" 'R1: 0 new, 1 changed, 0 same$' 'is the same sheet'
like "$votes" '^R1,,bbbbbbbbbbbb,members,,STR0,4,,kobo:aaaaaaaaaaaa$' 'and has both names'
like "$err" 'left out: 1 sheet that another round counted already$' 'in another round it is left out'
join ../names.csv
like "$err" 'R1: 0 new, 0 changed, 1 same$' 'again: nothing'
q cpm-assess forget --round R2
join ../names.csv
like "$err" 'left out: 1 sheet that was forgotten on request$' 'a name that was forgotten in another round stays away'
# All names of a sheet are forgotten with it, whichever of them is said.
give R1,,cccccccccccc,members,,STR0,5,,'kobo:dddddddddddd eeeeeeeeeeee' R1,,aaaaaaaaaaaa,members,,STR0,4,,kobo
run cpm-assess forget eeeeeeeeeeee
is "$rc" 0 'the last name of a sheet'
is "$(sed 1d "$votes" | cut -d, -f3)" aaaaaaaaaaaa 'forgets it'
is "$(sed 1d "$PWD.private/forgotten.csv" | grep '^[cde].*,R1,' | cut -d, -f1 | sort | tr '\n' ' ')" 'cccccccccccc dddddddddddd eeeeeeeeeeee ' 'under every name'
# Two sheets of the file that are one here.
give R1,,aaaaaaaaaaaa,members,,STR0,4,,kobo R1,,bbbbbbbbbbbb,members,,STR0,4,,kobo
rm "$PWD.private/forgotten.csv"
q cpm-assess sheets export -o ../twice.csv
give R1,,aaaaaaaaaaaa,members,,GOV0,4,,kobo:bbbbbbbbbbbb
join ../twice.csv
like "$err" 'R1: 0 new, 1 changed, 1 same$' 'two sheets of one submission'
is "$(sed 1d "$votes" | tr '\n' ' ')" 'R1,,aaaaaaaaaaaa,members,,GOV0,4,,kobo:bbbbbbbbbbbb R1,,aaaaaaaaaaaa,members,,STR0,4,,kobo ' 'are one'
give R1,,aaaaaaaaaaaa,members,,STR0,4,,kobo R1,,bbbbbbbbbbbb,members,,STR0,3,,kobo
q cpm-assess sheets export -o ../twice.csv
give R1,,aaaaaaaaaaaa,members,,GOV0,4,,kobo:bbbbbbbbbbbb
join --theirs ../twice.csv
is "$rc" 1 'with two answers'
like "$err" 'twice.csv:6: the same sheet as on line 5, with other answers$' 'they are a fault'

# Under two keys: twenty are named, and no form among them.
give $(seq -f 'R1,,aaaaaaaaaa%02g,members,,STR0,4,,kobo' 30)
echo 0123456789012345 >"$PWD.private/key"
q cpm-assess sheets export -o ../alike.csv
printf 'number,group,STR0\n1,members,4\n' >../g.csv
give R1,,bbbbbbbbbbbb,members,,STR0,4,,kobo
echo 0123456789abcdef >"$PWD.private/key"
q cpm-assess import --round R1 ../g.csv
join ../alike.csv
is "$(grep -c 'has the same answers as bbbbbbbbbbbb' "$err")" 20 'twenty that may be the same are named'
like "$err" ' 10 more sheets like these$' 'and the others counted'
printf 'number,group,STR0\n2,members,4\n' >../g.csv; rm "$votes" "$PWD.private/keys"
echo 0123456789012345 >"$PWD.private/key"
q cpm-assess import --round R1 ../g.csv
q cpm-assess sheets export -o ../alike.csv
give R1,,bbbbbbbbbbbb,members,,STR0,4,,kobo
echo 0123456789abcdef >"$PWD.private/key"
join ../alike.csv
like "$err" 'R1: 1 new' 'a form comes in'
unlike "$err" 'has the same answers' 'and is no submission'

# --- where it may be written
cd "$A" || exit 2
run cpm-assess sheets export -o sheets.csv
is "$rc" 0 'in the folder git ignores all that it does not know'
run cpm-assess sheets export -o results.csv
is "$rc" 2 'a file that git keeps'
like "$err" 'results.csv lies in a work tree of git \(.*\) that does not ignore it: what is private would be committed$' 'is refused'
like "$err" 'hint: write it beside the folder, or onto a stick$' 'with a hint'
rm sheets.csv; mkdir "$work/tree"; git -C "$work/tree" init -q
for f in x.csv new/x.csv "$work/tree/x.csv" ./x.csv ../tree/x.csv; do
	(cd "$work/tree" && run cpm-assess -C "$A" sheets export -o "$f"; echo "$rc" >"$tmp/rc")
	is "$(cat "$tmp/rc")" 2 "any work tree: $f"
done
(cd "$work/tree" && cpm-assess -C "$A" sheets export >x.csv 2>"$err")
is $? 2 'by redirection too'
empty "$work/tree/x.csv" 'and nothing is in it'
cpm-assess sheets export >"$work/out.csv" 2>"$err"
is "$? $(stat -c %a "$work/out.csv")" '0 600' 'beside it a redirection is closed to others'
like "$err" 'standard output holds [0-9]+ sheets' 'said'
cpm-assess sheets export 2>/dev/null | cat >"$work/piped.csv"
cmp -s "$work/piped.csv" "$work/out.csv"; ok $? 'a pipe takes the same'
chmod 644 "$work/out.csv"
run cpm-assess sheets export -o "$work/out.csv"
is "$(stat -c %a "$work/out.csv")" 600 'one that others could read is closed'
cd "$B" || exit 2; runin "$work/out.csv" cpm-assess sheets join -
is "$rc" 0 'and it comes in by standard input'
cd "$A" || exit 2
script -qec "cpm-assess sheets export" /dev/null >"$out" 2>&1 </dev/null
like "$out" 'what each person answered does not go to a terminal: -o FILE' 'never to a terminal'
unlike "$out" 'answer,' 'not a row'
script -qec "cpm-assess sheets export -o /dev/tty" /dev/null >"$out" 2>&1 </dev/null
like "$out" 'does not go to a terminal: -o FILE' 'nor to one that has a name'
unlike "$out" 'answer,' 'either'
run cpm-assess -n sheets export -o "$work/dry.csv"
[ ! -e "$work/dry.csv" ]; ok $? 'a preview writes nothing'
like "$err" 'would write .*dry.csv$' 'and says what it would'

# --- words that do not go together
misuse() { # MESSAGE ARGUMENT...
	m=$1; shift
	run cpm-assess sheets "$@"
	is "$rc" 2 "sheets $*"
	like "$err" "$m" 'is said'
}
misuse "sheets are exported or joined, not 'send'" send
misuse 'something is missing: export \[ROUND...\], or join FILE'
misuse 'something is missing: FILE' join
misuse "one word too many: 'b'" join a b
misuse "'--key' does not go with 'sheets join'" join --key a
misuse "'--encrypt' does not go with 'sheets join'" join --encrypt a
misuse "'--ours' does not go with 'sheets export'" export --ours
misuse "'--identity' does not go with 'sheets export'" export --identity f
misuse '\-\-ours or --theirs, not both' join --ours --theirs a
misuse '\-\-key writes the key without any sheet: no round goes with it' export --key R1
misuse 'a passphrase or recipients: --encrypt or --encrypt-to' export --encrypt --encrypt-to x
misuse 'one file has one lock: recipients of age \(age1..., ssh-...\) or of gpg, not both' export --encrypt-to age1x --encrypt-to a@example.org
rm -r "$A.private"
run cpm-assess sheets export -o "$work/none.csv"
is "$rc" 1 'nothing is here'
like "$err" 'no sheet is on this computer: there is no vote in .*team.private$' 'is said'
[ ! -e "$work/none.csv" ]; ok $? 'and no file is made'
q cpm-assess sheets export --key -o "$work/key.csv"
cut -d, -f4 "$work/key.csv" | sed -n 3p >"$tmp/k"
same "$A.private/key" "$tmp/k" 'a key is made where there is none, and kept'

done_testing
