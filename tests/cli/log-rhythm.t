#!/bin/sh
# Who has been without contact longer than agreed: for cron, silent where
# nobody has.
. "${0%/*}/../lib.sh"

mk() { # NAME
	cpm-init -q --pack boost-short "$1" >/dev/null 2>&1
	sed -i "s/^title,.*/title,$1/" "$1/cpm.csv"
}
# Long sentences are broken for a mail; here they are one line again.
joined() { sed -e ':a' -e '$!N;s/\n    / /;ta' -e 'P;D' "$out" >"$tmp/j"; mv "$tmp/j" "$out"; }
r() { on=$1; shift; run cpm-log rhythm --date "$on" "$@"; cp "$out" "$tmp/raw"; joined; }
mk Tujenge
cd Tujenge || exit 2
r 2026-06-01
is "$rc" 0 'a team without a cycle and without a contact'
empty "$out" 'waits for nobody'; empty "$err" 'in silence'
cpm-plan cycle open --objective o --start 2026-01-31 --date 2026-01-31 >/dev/null 2>&1
r 2026-02-14
empty "$out" 'fourteen days after the cycle began: nothing'
r 2026-02-15
is "$rc" 0 'the day after'
like "$out" '^Tujenge: no meeting of the focal team yet, 15 days after the cycle began on 31 January 2026 \(agreed: every 14 days\)\.$' 'the focal team should have met'
is "$(wc -l <"$out")" 1 'and nothing else'
cpm-log add Met --mode team_meeting --date 2026-02-15 >/dev/null 2>&1
r 2026-03-01
empty "$out" 'they met'
r 2026-03-02
like "$out" '^Tujenge: no contact yet, 30 days|^Tujenge: the focal team has not met for 15 days, since 15 February 2026 \(agreed: every 14 days\)\.$' 'and again'
unlike "$out" 'no contact' 'thirty days without the mentor are agreed'
r 2026-03-03
like "$out" '^Tujenge: no contact yet, 31 days after the cycle began on 31 January 2026 \(agreed: every 30 days\)\.$' 'thirty-one are not'
cpm-log add Call --mode call --date 2026-03-01 >/dev/null 2>&1
r 2026-03-31
unlike "$out" 'contact' 'a call is a contact'
r 2026-04-01
like "$out" '^Tujenge: no contact for 31 days, since 1 March 2026 \(agreed: every 30 days\)\.$' 'until the day after thirty'
unlike "$out" 'no contact.*one and a half' 'plainly'
r 2026-04-15
unlike "$out" 'no contact.*one and a half' 'forty-five days are one and a half times as long'
r 2026-04-16
like "$out" 'no contact for 46 days.* That is more than one and a half times as long\.$' 'forty-six are more'
cpm-log add Hush --mode call --private --theme SEKRET --date 2026-04-10 >/dev/null 2>&1
r 2026-04-16
unlike "$out" 'no contact' 'a private call is a contact too'
unlike "$out" SEKRET 'of which nothing is said'
cpm-log add Planned --mode visit --date 2026-12-01 >/dev/null 2>&1
r 2026-05-11
like "$out" 'no contact for 31 days, since 10 April 2026' 'one to come is none'
cpm-log add Exchange --mode peer_exchange --date 2026-05-11 >/dev/null 2>&1
r 2026-05-12
unlike "$out" 'no contact' 'an exchange is one'

is "$(awk 'length > 72' "$tmp/raw")" '' 'no line is longer than a mail shows'
r 2026-07-01
is "$(awk 'length > 72' "$tmp/raw")" '' 'not even where it is long ago'
like "$tmp/raw" '^    [^ ]' 'what goes on stands in'
r 2026-07-01 --table
like "$out" '^team +what +last time +days since +agreed +where it stands$' 'a table has words'
like "$out" '^Tujenge +contact +2026-05-11 +51 +30 +very late$' 'for people'
like "$out" '^Tujenge +meeting of the focal team +2026-02-15 +136 +14 +very late$' 'throughout'
r 2026-07-01 --table --lang fr
like "$out" '^équipe +quoi +dernière fois +jours depuis +convenu +où cela en est$' 'in French'
like "$out" '^Tujenge +réunion de l’équipe focale .* très en retard$' 'too'

# --- for programs
r 2026-07-01 --exit-code
is "$rc" 1 'a status for cron'
is "$(wc -l <"$out")" 2 'two lines'
r 2026-07-01 --csv
is "$(head -1 "$out")" team,what,last,days,agreed,state 'as CSV'
like "$out" '^Tujenge,contact,2026-05-11,51,30,long$' 'the contact'
like "$out" '^Tujenge,team_meeting,2026-02-15,136,14,long$' 'the meeting'
r 2026-02-28 --csv --exit-code
is "$rc" 0 'nothing to say'
empty "$out" 'not even a header'
r 2026-07-01 --json
is "$(jq -r 'select(.what == "contact") | .days' "$out")" 51 'as JSON'
r 2026-07-01 -o "$tmp/late"
like "$tmp/late" 'no contact for 51 days' 'into a file'
env -i PATH="$PATH" HOME="$HOME" LANG=C.UTF-8 cpm-log rhythm -C "$PWD" --lang fr --date 2026-07-01 >"$out" 2>"$err" </dev/null
is $? 0 'from cron, with an empty environment'
joined
like "$out" "^Tujenge.: aucun contact depuis 51 jours, le dernier le 11 mai 2026 \(convenu.: tous les 30 jours\)\. C’est plus d’une fois et demie" 'in French'
empty "$err" 'without talk'

# --- what was agreed
sed -i '/^team_rhythm_days/d' cpm.csv
r 2026-07-01
like "$out" 'focal team has not met' 'a team that met once has a rhythm'
sed -i '/team_meeting/d' log.csv
r 2026-07-01
unlike "$out" 'focal team' 'one that never did and agreed on nothing has none'
sed -i 's/^rhythm_days,.*/rhythm_days,60/' cpm.csv
r 2026-07-01
empty "$out" 'every sixty days'
sed -i 's/,plan$/,closed/;s/,do$/,closed/' cycles.csv
r 2026-12-31
empty "$out" 'a team whose cycles are closed waits for nobody'

# --- several teams
cd ..
mk Amani
(cd Amani && cpm-plan cycle open --objective o --start 2026-01-31 --date 2026-01-31) >/dev/null 2>&1
r 2026-03-03 Tujenge Amani
like "$out" '^Amani: no contact yet, 31 days' 'each by its name'
unlike "$out" Tujenge 'those alone that wait'
r 2026-03-03 --csv Amani Tujenge Amani
is "$(grep -c '^team,' "$out")" 1 'one header for all'
mkdir -p Amani.private
r 2026-03-03 ./*/
is "$rc" 0 'all that lie there, private folders beside them'
is "$(grep -c Amani "$out")" 2 'as a pattern of the shell names them'
line=$(sed -n 's/^\.Dl 0 7 \* \* 1 *\(cpm-log.*\)$/\1/p' "$top/man/cpm-log.1")
mkdir "$tmp/home"; cp -R . "$tmp/home/teams"
env -i PATH="$PATH" HOME="$tmp/home" SOURCE_DATE_EPOCH=1772539200 sh -c "$line" >"$out" 2>"$err" </dev/null
is $? 0 "the manual's line for cron runs as it is written"
joined
like "$out" '^Amani.: pas encore de contact, 31 jours' 'in French'
empty "$err" 'and says nothing else'
r 2026-03-03 Amani nowhere
is "$rc" 2 'a folder that is not there'
like "$out" Amani 'hides no other'
r 2026-03-03 -C Amani Tujenge
is "$rc" 2 'one way of naming folders'
sed -i 's/2026-01-31/2026-13-31/' Amani/cycles.csv
r 2026-03-03 Amani
is "$rc" 1 'a broken table is said'
done_testing
