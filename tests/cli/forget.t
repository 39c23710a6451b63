#!/bin/sh
# What is forgotten stays so by every way in, what the command cannot reach
# is said, and votes that have served are remembered.
. "${0%/*}/../lib.sh"

q() { "$@" -q >/dev/null 2>"$err" || sed "s/^/# /" "$err"; }
import() { run cpm-assess import --round "$@"; }
left='left out: [0-9]+ sheets? that (was|were) forgotten on request$'
cpm-init -q --pack boost-short team --date 2026-01-05 2>/dev/null; cd team || exit 2
votes=$PWD.private/responses.csv marks=$PWD.private/forgotten.csv
q cpm-assess open R1 --date 2026-01-05; q cpm-assess open R2 --date 2026-01-06

# --- the first votes: from now on there is something to lose
printf 'number,group,STR0,GOV0\n1,governance,3,4\n2,governance,NA,2\n' >grid.csv
run cpm-assess -n import --round R1 grid.csv
unlike "$err" 'nowhere else' 'a preview keeps nothing'
import R1 grid.csv
like "$err" 'the votes lie in .*team.private and nowhere else; cpm-assess sheets export --encrypt -o FILE makes another copy$' 'the first votes'
import R1 grid.csv
unlike "$err" 'nowhere else' 'it is said once'
rm "$votes"; printf 'STR0=3\n' >one; runin one cpm-assess add R1 --form 1
like "$err" 'nowhere else' 'or where they are typed in'
rm "$votes"; import R1 grid.csv

# --- a whole round, and its file into another one
kobo='_id,_uuid,meta/rootUuid,STR0,GOV0\n501,u1,uuid:r1,3,4\n502,u2,uuid:r2,2,5\n'
printf "$kobo" >kobo.csv
printf 'who,criterion,score,_uuid\n%s\n' 'Ama,STR0,3,s1
Ama,GOV0,4,s1
Kofi,STR0,2,s2
Kofi,GOV0,5,s2' >long.csv
printf "column,field\nwho,respondent\ncriterion,criterion\nscore,score\n_uuid,id\n" >map.csv
printf 'id,STR0,GOV0\n1,3,4\n2,2,5\n' >plain.csv
q cpm-assess import --round R1 kobo.csv
q cpm-assess import --round R1 --map map.csv long.csv
q cpm-assess import --round R1 plain.csv
run cpm-assess forget --round R1
like "$err" '8 sheets deleted from the private folder$' 'a whole round'
for f in grid kobo plain; do
	import R1 $f.csv; like "$err" "$left" "$f: stays away"
done
import R1 --map map.csv long.csv; like "$err" "$left" 'long: stays away'
printf 'STR0=5\n' >one; runin one cpm-assess add R1 --form 2
like "$err" "$left" 'typed: stays away'
is "$(grep -c . "$votes")" 1 'nobody is back'
import R2 kobo.csv
like "$err" 'R2: 0 new, 0 changed, 0 same$' 'a submission comes into no other round'
import R2 --map map.csv long.csv
like "$err" 'R2: 0 new, 0 changed, 0 same$' 'nor does a submission of a person'
sed -i 's/,s1$/,s3/; s/,s2$/,s4/' long.csv
import R2 --map map.csv long.csv
like "$err" 'R2: 2 new, 0 changed, 0 same$' 'in another one the person may answer again'
import R2 grid.csv
like "$err" 'R2: 2 new, 0 changed, 0 same$' 'the form of another round is another form'
import R2 plain.csv
like "$err" 'R2: 2 new, 0 changed, 0 same$' 'a plain number says too little'
like "$err" 'warning: new sheets have plain numbers that were forgotten in another round: if this is that file again, forget them here too$' 'which is said'
like "$err" 'hint: cpm-assess forget --round R2 --submission NUMBER$' 'with the way'
q cpm-assess forget --round R2 --submission 1
import R2 plain.csv
like "$err" 'R2: 0 new, 0 changed, 1 same$' 'which works'

# --- what the command cannot reach
run cpm-assess forget --round R2 --form 1
like "$err" "copies elsewhere \(the survey server, its export, a file of 'sheets export', a backup\) are yours to delete$" 'copies elsewhere'
unlike "$err" 'may hold it too' 'here is none'
mkdir -p ../team.private/rejects ../team.private/exports
chmod 700 ../team.private/rejects ../team.private/exports; umask 077; : >../team.private/rejects/2026-01-05.csv; : >../team.private/exports/kobo.csv; : >../team.private/exports/.hidden
run cpm-assess forget --round R2 --form 2
like "$err" 'team.private/rejects/2026-01-05.csv may hold it too: yours to delete$' 'rejected lines'
like "$err" 'team.private/exports/kobo.csv may hold it too: yours to delete$' 'exports that were moved there'
is "$(grep -c 'may hold it' "$err")" 2 'and nothing else'

# --- words of French hands in the table itself
cat >"$votes" <<-'END'
tour;date;répondant;regard;critère;score
R2;05/01/2026;moi;governance;STR0;SO
R2;05/01/2026;moi;governance;GOV0;nsp
R2;05/01/2026;moi;governance;RES0;4,0
R2;05/01/2026;moi;governance;TEA0;
END
run cpm-assess tally --raw R2
is "$rc" 1 'a day that cannot be told'
sed -i 's|05/01/2026|2026-01-05|' "$votes"
run cpm-assess tally --raw R2
is "$rc" 0 'French headers and words are read'
is "$(grep -c . "$out") $(grep ',STR0,' "$out" | cut -d, -f5-8) $(grep ',GOV0,' "$out" | cut -d, -f5-8) $(grep ',RES0,' "$out" | cut -d, -f5-9)" '9 0,1,0,0 0,0,1,0 1,0,0,0,4' 'SO is NA, NSP is DK'
run cpm-assess sheets export -o ../words.csv
is "$(grep '^answer' ../words.csv | cut -d, -f7-8 | tr '\n' ' ')" 'STR0,NA GOV0,DK RES0,4 TEA0, ' 'and they travel as what they are'
rm "$votes"; q cpm-assess sheets join ../words.csv
is "$(sed 1d "$votes" | cut -d, -f3,6,7 | tr '\n' ' ')" 'moi,STR0,NA moi,GOV0,DK moi,RES0,4 moi,TEA0, ' 'to another computer'

# --- votes that have served
cpm-check --privacy >"$out" 2>"$err"
like "$err" 'team.private is one copy: cpm-assess sheets export --encrypt -o FILE makes another of key and votes$' 'it is one copy'
unlike "$err" 'have served' 'an open round has not served'
q cpm-assess close R2 --date 2026-02-01
run cpm-next --date 2027-01-31
unlike "$out" 'forget' 'kept for a year'
run cpm-next --date 2027-02-01
like "$out" '^  cpm-assess forget --round R2$' 'then cpm-next remembers'
like "$out" 'its votes have served \(they are kept 365 days\): delete them for good$' 'and says why'
run cpm-next --date 2027-02-01 --csv
like "$out" 'cpm-assess forget --round R2' 'in a pipe too'
run cpm-check --privacy --date 2027-02-01
is "$rc" 0 'cpm-check too'
like "$err" "rounds.csv:3: warning: the votes of 'R2' have served: they are kept 365 days \(keep_votes_days\)$" 'by line'
like "$err" 'hint: cpm-assess forget --round R2 deletes them; what was published stays$' 'with the way'
run cpm-check --date 2027-02-01
empty "$err" 'without --privacy nothing'
sed -i 's/^keep_votes_days,.*/keep_votes_days,30/' cpm.csv
run cpm-next --date 2026-03-03
like "$out" 'they are kept 30 days' 'as the folder says'
q cpm-assess forget --round R2
run cpm-next --date 2027-02-01
unlike "$out" 'forget' 'and not again'
run cpm-check --privacy
unlike "$err" 'one copy|served' 'nothing is left to say'

done_testing
