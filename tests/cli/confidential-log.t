#!/bin/sh
# What is private in the log: a marker word stands in every private thing,
# and is looked for in every committed file and in what each command prints,
# whatever goes wrong.  Only cpm-log show prints it.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-02-14 priv=../tujenge.private m=ZANZIBAR
q() { "$@" --date $on >/dev/null 2>&1 </dev/null; }
q cpm-plan cycle open --objective o --start 2026-01-31
q cpm-plan propose Cash
q cpm-plan choose cash --by t --why w
q cpm-plan level cash 1 --objective o
q cpm-plan action cash 1 'Count it' --owner w --due 2026-03-01
q cpm-log add 'An open visit' --mode visit --author mentor --agreed 'again'
q cpm-log lesson 'An open lesson' --id open
git add -A >/dev/null 2>&1; git commit -qm one

# --- a marker in each private thing
printf '%s summary\n\n%s prose\n' $m $m >"$tmp/n"
cpm-log add - --private --mode call --author $m --theme $m --agreed "$m" --id pc --date $on <"$tmp/n" >/dev/null 2>&1
q cpm-log seen "$m seen" --private --for $m --by $m --evidence $m --id ps
q cpm-log lesson "$m known" --private --happened $m --assumed $m --new-practice $m \
    --how-to $m --owner $m --check-on $on --theme $m --taken-from $m --id pl
q cpm-log difficulty "$m way" --private --by $m --assigned-to $m --due $on \
    --category money --severity 3 --id pd
q cpm-log difficulty --answer pd "$m answer"
q cpm-log story "$m told" --domain $m --actor $m --contribution $m --id pt
q cpm-log story --select pt --by $m --why $m
printf '#!/bin/sh\nsed -i "s/^summary:.*/summary: %s/; s/^minutes:.*/minutes: %s/" "$1"; echo "%s draft" >>"$1"\n' $m $m $m >"$tmp/editor"
chmod +x "$tmp/editor"
VISUAL="$tmp/editor" cpm-log new --template visit --date $on >/dev/null 2>"$tmp/typist"
printf '%s\n' "$m private note" >$priv/notes/context.md
printf '{%s' "$m" >$priv/rejects.txt
chmod 600 $priv/notes/context.md $priv/rejects.txt
for f in log small-changes lessons difficulties stories; do
	grep -q $m $priv/$f.csv || echo "$f"
done >"$tmp/found"
ls $priv/drafts >"$tmp/d"; like "$tmp/d" visit 'a draft is left'
empty "$tmp/found" 'the marker stands in every private table'
like "$tmp/typist" "minutes: .*'$m'" 'who types a slip sees it'

# --- a name, an address or a number in a row that others read is remarked
cp -R "$PWD" "$tmp/names"; cp -R $priv "$tmp/names.private"
printf 'code,name\nk1,Amina Ouédraogo\n' >"$tmp/names.private/people.csv"
chmod 600 "$tmp/names.private/people.csv"
named() { # COLUMN NAME COMMAND...: it is kept, with a remark
	col=$1 name=$2; shift 2
	run "$@" -C "$tmp/names" --date $on
	is "$rc" 0 "$name"
	like "$err" "warning: column '$col': the name of a person of the private folder" '  is remarked'
	like "$err" 'hint: every clone reads it: a role says enough' '  with the way'
	grep warning "$err" >"$tmp/warned"
	unlike "$tmp/warned" '[Oo]u[eé]draogo' '  without the name'
}
who='amina ouedraogo came'
named summary 'a contact' cpm-log add "$who" --mode call --id n1
echo "$who" >"$tmp/n"
named prose 'its prose' cpm-log add Met --mode call --note "$tmp/n"
named for_whom 'a small change' cpm-log seen 'It works' --for 'Amina Ouédraogo'
named now_know 'a lesson' cpm-log lesson "$who" --id n2
named for_whom 'who took it up' cpm-log lesson --taken-up n2 --by 'Amina Ouédraogo'
named owner 'a correction' cpm-log lesson --set n2 --owner 'Amina Ouédraogo'
named assigned_to 'a difficulty' cpm-log difficulty Far --assigned-to 'Amina Ouédraogo' --id n3
named answer 'an answer' cpm-log difficulty --answer n3 "$who"
run cpm-log story "$who" --id n4 -C "$tmp/names" --date $on
unlike "$err" 'name of a person' 'a private story may say it'
named text 'once it is shared' cpm-log story --share n4
VISUAL="sed -i 's/^summary:.*/summary: Rang/;\$a$who'" named prose 'in the editor' cpm-log new --template call
run cpm-log add 'Ring 0470 12 34 56' --mode call -C "$tmp/names" --date $on
like "$err" 'what looks like a telephone number' 'a number'
run cpm-log add "$who" --mode call --private -C "$tmp/names" --date $on
unlike "$err" 'name of a person' 'a private row may'
rm -rf "$tmp/names" "$tmp/names.private"

# --- every command
try() { echo "--- $*"; "$@" --date $on 2>&1 </dev/null; }
everything() {
	for w in contacts seen lessons difficulties stories drafts; do
		for f in --csv --table --json --md; do try cpm-log list $w $f; done
	done
	for b in mode theme author month; do try cpm-log list --count $b; done
	for t in log small-changes lessons difficulties stories; do
		case $t in
		log) w=contacts ;; small-changes) w=seen ;; *) w=$t ;;
		esac
		try cpm-log list $w -f "$priv/$t.csv"
	done
	try cpm-log rhythm
	try cpm-log new --template visit -n
	try cpm-log new --draft nothing
	try cpm-log show p
	try cpm-log show nothing
	try cpm-log show open
	for v in choose apply verify drop; do try cpm-log -n lesson --$v pl; done
	try cpm-log -n lesson --set pl --owner other
	try cpm-log -n lesson --taken-up pl --by other
	try cpm-log -n lesson --choose ope --new-practice p
	try cpm-log -n lesson 'Another' --id pl
	try cpm-log -n add Another --mode call --id pc
	try cpm-log -n seen Another --id ps
	try cpm-log -n difficulty Another --id pd
	try cpm-log -n difficulty --answer pd other
	try cpm-log -n difficulty --close pd
	try cpm-log -n difficulty --set pd --due 2026-01-01
	try cpm-log -n story Another --id pt
	try cpm-log -n story --select pt --by x --why y
	try cpm-log -n story --share pt
	try cpm-log -n story --withdraw pt
	try cpm-log -n story --set pt --why ''
	try cpm-plan due --within 12m
	try cpm-plan due --within 12m --csv
	try cpm-plan list --all
	try cpm-plan board
	try cpm-plan ics
	try cpm-plan review
	try cpm-plan -n cycle close
	try cpm-plan -n action cash 1 x --owner p
	try cpm-next
	try cpm-check
	try cpm-check --privacy
	for r in visit review plan 'progress --since 2026-01-01'; do
		for f in '' --html --text; do
			# shellcheck disable=SC2086
			try cpm-report $r $f
		done
	done
}
everything >"$out"
like "$out" 'An open visit' 'what is open is printed'
like "$out" '^pc,2026-02-14,call,' 'and that there is a private row'
unlike "$out" "$m" 'but no command prints a word of it'
for l in fr en; do LANGUAGE=$l everything; done >"$out"
unlike "$out" "$m" 'in no language'

# --- what git keeps
for f in cpm-log\ add cpm-log\ seen cpm-log\ lesson cpm-log\ difficulty; do
	case $f in *add) q $f 'Afterwards' --mode call ;; *) q $f 'Afterwards' ;; esac
done
q cpm-report plan -o report/plan.html
q cpm-report visit -o report/visit.html
git add -A >/dev/null 2>&1; git commit -qm two
git grep -q $m $(git rev-list --all); is $? 1 'no committed file has it'
is "$(grep -rl $m . 2>/dev/null | wc -l)" 0 'nor any other file of the folder'
git log --all --format='%s %b' >"$out"; unlike "$out" "$m" 'nor a message of git'
find $priv -type f ! -perm 600 >"$tmp/found"; empty "$tmp/found" 'private files are their owner’s'
find $priv -type d ! -perm 700 >"$tmp/found"; empty "$tmp/found" 'and the folders'

# --- broken private tables name the place, not the words
cp -R $priv "$tmp/whole"
broken() { # SED FILE NAME
	rm -rf $priv; cp -R "$tmp/whole" $priv
	sed -i "$1" "$priv/$2"
	everything >"$out"
	cpm-check >>"$out" 2>&1
	like "$out" "$2:2" "$3 is found"
	unlike "$out" "$m" '  and not quoted'
}
broken "2s/$on/$m/" log.csv 'a day'
broken "2s/,call,/,$m,/" log.csv 'a mode'
broken "2s/,money,/,$m,/" difficulties.csv 'a category'
broken "2s/,3,/,$m,/" difficulties.csv 'a severity'
broken "2s/,lesson,/,$m,/" lessons.csv 'a kind'
broken "2s/,private\$/,$m/" stories.csv 'a visibility'
broken '2s/$/,'$m'/' small-changes.csv 'a cell too many'
rm -rf $priv; cp -R "$tmp/whole" $priv

# --- a cut-off write, a full journal: names and digests, no words
ls -A .cpm >"$tmp/d" 2>/dev/null
is "$(grep -rl $m .cpm 2>/dev/null | wc -l)" 0 'the lock and the journal have no word of it'

# --- and its owner reads it
for i in pc ps pl pd pt; do
	run cpm-log show $i
	like "$out" "$m" "show $i prints it"
	like "$out" '^PRIVATE' '  and says that it is private'
done
run cpm-log show pc
like "$out" "$m prose" 'with its prose'
run cpm-log show pt --json
is "$(jq -r .text "$out")" "$m told" 'and for a program'
done_testing
