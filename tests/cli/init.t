#!/bin/sh
# cpm-init: what it makes, what git keeps of it, and what it refuses.
. "${0%/*}/../lib.sh"

mode() { stat -c %a "$1"; }
setting() { sed -n "s/^$2,//p" "$1/cpm.csv"; }

# --- what is made
umask 022
run cpm-init garden
is "$rc" 0 'a folder is made'
empty "$out" 'and nothing is printed on standard output'
like "$err" 'made garden from the pack boost$' 'what was made is said'
like "$err" "made $work/garden.private for what is confidential" 'and where the private folder is'
like "$err" 'next: cd garden && cpm-next$' 'and what to type next'
is "$(ls -A garden | tr '\n' ' ')" \
    '.cpm .git .gitattributes .gitignore cpm.csv criteria.csv dimensions.csv groups.csv notes scale.csv ' \
    'only the tables that the pack needs'
is "$(ls -A garden/notes garden/.cpm | tr '\n' ' ')" 'garden/.cpm: lock  garden/notes: context.md ' 'a page on the context, and a lock'
is "$(mode garden) $(mode garden/cpm.csv)" '755 644' 'the folder obeys the umask'
is "$(mode garden.private) $(mode garden.private/key)" '700 600' 'the private folder is closed'
is "$(ls -A garden.private)" key 'and holds the key alone'
is "$(grep -Ec '^[0-9a-f]{64}$' garden.private/key) $(wc -c <garden.private/key)" '1 65' 'which is 32 bytes in hexadecimal'
is "$(setting garden schema) $(setting garden title) $(setting garden kind) $(setting garden lang)" \
    '1 garden organisation en' 'cpm.csv says schema, title, kind and language'
is "$(setting garden langs)" 'en fr' 'and all languages'
is "$(setting garden share) $(setting garden cycle_months) $(setting garden review_months)" 'team 6 9' 'and the pack'\''s settings'
is "$(cat garden/.gitattributes)" '*.csv -text' 'git leaves line ends alone'
same garden/criteria.csv "$top/share/packs/boost/criteria.csv" 'tables are copied as they are'
is "$(sed 1d garden/dimensions.csv | wc -l) $(sed 1d garden/criteria.csv | wc -l)" '8 30' 'eight dimensions, thirty criteria'
is "$(git -C garden rev-list --all --count) $(git -C garden status --porcelain | wc -l)" '0 8' 'a repository, and no commit'
run cpm-init g2
is "$(cmp -s garden.private/key g2.private/key; echo $?)" 1 'each folder has a key of its own'

for p in boost boost-short accompaniment; do
	cpm-init -q --pack "$p" "fresh-$p"
	run cpm-check -C "fresh-$p"
	is "$rc $(cat "$err")" '0 ' "a fresh folder of $p is clean"
done

# --- languages and packs
run cpm-init --pack boost-short --lang fr --title 'Tujenge, équipe' --kind codev tj
is "$rc" 0 'the short pack, in French'
like "$err" 'tj est créé à partir du modèle boost-short$' 'which is said in French'
is "$(setting tj title) $(setting tj lang) $(setting tj kind)" '"Tujenge, équipe" fr codev' 'title, language and kind as asked'
is "$(setting tj langs)" 'fr en' 'its own language first'
is "$(setting tj date_order) $(setting garden date_order)" 'dmy ' 'French has one order of day and month'
run cpm-plan -C tj propose 'Compter' --due 04/12/2026
is "$rc" 0 'so a day is typed as in French'
like tj/changes.csv ',2026-12-04,' 'and kept as ever'
is "$(sed 1d tj/dimensions.csv | wc -l) $(sed 1d tj/criteria.csv | wc -l)" '8 8' 'one criterion a dimension'
like tj/notes/context.md '^# Là où nous travaillons' 'the page on the context is in French'
run env LANGUAGE=fr cpm-init user
is "$(setting user lang)" fr 'without --lang a folder speaks the language of its maker'
run cpm-init --kind mentorat french-kind
is "$rc $(setting french-kind kind)" '0 mentoring' 'a French word for the kind is understood'

# --- names
run cpm-init 'le jardin de l'\''été'
is "$rc" 0 'a name with blanks, an apostrophe and accents'
like "$err" "next: cd 'le jardin de l'\\\\''été' && cpm-next" 'is quoted as a shell takes it'
(eval "$(sed -n 's/.*next: \(cd .*\) && .*/\1/p' "$err")" && [ -f cpm.csv ])
is $? 0 'so that the line works'
run cpm-init slash///
is "$rc $(ls -d slash slash.private | tr '\n' ' ')" '0 slash slash.private ' 'slashes behind are left out'
run cpm-init -- -dash
is "$rc $(ls -d ./-dash ./-dash.private | tr '\n' ' ')" '0 ./-dash ./-dash.private ' 'a name may begin with a dash'
like "$err" "next: cd ./'-dash' && cpm-next" 'and the next line too works'
mkdir empty && cd empty
run cpm-init .
cd ..
is "$rc $(setting empty title) $(ls -d empty.private)" '0 empty empty.private' 'the empty folder that one stands in'
like "$err" 'next: cpm-next$' 'needs no cd'
mkdir sub
run cpm-init -C sub inner
is "$rc $(ls -d sub/inner sub/inner.private | tr '\n' ' ')" '0 sub/inner sub/inner.private ' '-C says where'
run cpm-init "$work/abs"
is "$rc $(setting abs title)" '0 abs' 'an absolute name'
for n in 'no/such/place' '' "$(printf 'a\nb')" "$(printf 'a\033b')" x.private; do
	run cpm-init "$n"
	is "$rc" 2 "refused as a name: $(printf %s "$n" | tr '\n\033' '??')"
done
like "$err" "'x.private' is a name for a private folder" 'which says why'
run cpm-init
is "$rc" 2 'no name at all'
like "$err" 'something is missing: NAME' 'which is said'

# --- modes
(umask 000; run cpm-init open; exit $rc)
is $? 0 'with an open umask'
is "$(mode open) $(mode open.private) $(mode open.private/key)" '777 700 600' 'the private folder is closed all the same'
(umask 077; run cpm-init closed; exit $rc)
is "$(mode closed) $(mode closed/cpm.csv)" '700 600' 'a closed umask closes the folder'

# --- what git keeps
cd garden
mkdir -p rounds/R1/deep web report maps logbook drafts rejects notes/deep
keep='rounds.csv results.csv outside.csv agreed.csv findings.csv links.csv cycles.csv
changes.csv levels.csv actions.csv steps.csv small-changes.csv adjustments.csv
reviews.csv indicators.csv measures.csv log.csv lessons.csv stories.csv
sessions.csv stages.csv agreements.csv goals.csv difficulties.csv pairs.csv
cohort.csv releases.csv rounds/R1/dimensions.csv rounds/R1/criteria.csv
rounds/R1/scale.csv rounds/R1/groups.csv maps/survey.csv notes/plan.md
web/R1.svg report/2026-03.html report/2026-03.md report/2026-03.txt
report/web.svg .gitignore .gitattributes cpm.csv dimensions.csv criteria.csv
scale.csv groups.csv notes/context.md'
drop='responses.csv hands.csv forgotten.csv people.csv agenda.csv profiles.csv
pair-people.csv meetings.csv session-clients.csv key export.csv export.xlsx
kobo.csv web/votes.csv report/votes.csv rounds/R1/responses.csv
rounds/R1/deep/scale.csv rounds/scale.csv notes/names.csv notes/deep/x.md
logbook/v7.md drafts/x.md rejects/x.csv .~lock.actions.csv#
notes/.~lock.plan.md# .actions.csv.cpm-a1B2c3 notes/.plan.md.cpm-a1B2c3
rounds/R1/.scale.csv.cpm-a1B2c3 .cpm/journal .cpm/private Cpm.csv
actions.csv.bak actions.csv~ report/plan.pdf photo.jpg'
for f in $keep $drop; do [ -e "$f" ] || echo x >"$f"; done
git status --porcelain -uall | sed 's/^...//' | sort >"$tmp/kept"
printf '%s\n' $keep | sort >"$tmp/want"
same "$tmp/kept" "$tmp/want" 'git keeps the tables and texts of the folder, and nothing else'
bad=
for f in $drop; do git check-ignore -q -- "$f" || bad="$bad $f"; done
is "$bad" '' 'git ignores what is confidential or half-written'
bad=
for f in $keep; do git check-ignore -q -- "$f" && bad="$bad $f"; done
is "$bad" '' 'and none of the tables'
git add -A && git commit -qm first
is "$(git ls-files | wc -l)" "$(wc -l <"$tmp/want")" 'also when everything is added'
cd ..

# --- what is refused
snap() { find . -path ./garden -prune -o -print | sort; }
run cpm-init garden
is "$rc" 2 'a folder of ours is not made again'
like "$err" "^cpm-init: garden is a team's folder already\$" 'which is said'
mkdir full; echo x >full/x; echo y >file
before=$(snap)
run cpm-init full
is "$rc" 2 'a folder that holds something'
like "$err" 'full is not empty: name a new folder' 'is named'
run cpm-init file
is "$rc" 2 'a file of that name'
like "$err" 'file is there already, and is no folder' 'is named'
mkdir held.private; echo x >held.private/responses.csv
run cpm-init held
is "$rc" 2 'a private folder that holds votes'
like "$err" 'held.private holds something already: it may belong to another folder' 'is left alone'
run cpm-init --private garden/inside x
is "$rc" 0 'a private folder in another folder that ignores it'
run cpm-init --private y/inside y
is "$rc" 2 'a private folder whose parent is not there'
mkdir y
run cpm-init --private y/inside y
is "$rc" 2 'a private folder in the shared one'
like "$err" 'the private folder may not lie in the folder that is shared' 'is refused'
run cpm-init --private file x2
is "$rc" 2 'a private folder that is a file'
run cpm-init --kind ngo x2
is "$rc" 2 'an unknown kind'
like "$err" "no such kind: 'ngo'" 'is named'
like "$err" 'hint: one of: organisation' 'with those there are'
run cpm-init --pack bost x2
is "$rc" 2 'a misspelt pack'
like "$err" "no such pack: 'bost'" 'is named'
like "$err" "did you mean 'boost'" 'and the nearest suggested'
run cpm-init --pack nowhere x2
like "$err" 'there are: accompaniment, boost, boost-short, codev; or name a folder' 'else those there are'
run cpm-init --pakc boost x2
is "$rc" 2 'a misspelt option'
run cpm-init a b
is "$rc" 2 'two names'
[ ! -e x2 ] && [ ! -e x2.private ] && [ ! -e held ] && [ -z "$(ls -A y)" ]
is $? 0 'and nothing was made by any of them'
run cpm-init --pack bost --kind ngo full
is "$(grep -vc hint "$err")" 3 'several faults are said in one run'

# --- the private folder elsewhere
mkdir -m 755 vault
run cpm-init --private vault/ far
is "$rc $(cat far/.cpm/private) $(ls vault)" "0 $work/vault key" 'the private folder elsewhere'
is "$(mode vault)" 700 'which is closed'
run git -C far check-ignore -q .cpm/private
is "$rc" 0 'its place belongs to this copy'
key=$(cat vault/key); rm -rf far
run cpm-init --private vault far
is "$rc $(cat vault/key)" "0 $key" 'a key that is there is kept'

# --- inside a repository
git init -q repo
run cpm-init repo/team
is "$rc" 2 'a private folder that a repository would keep is refused'
like "$err" "repo/team.private would lie in a repository of git \\($work/repo\\) that does not ignore it" 'with its place'
like "$err" "write '\\*.private/' into $work/repo/.gitignore, or choose another place" 'and what helps'
[ ! -e repo/team ] && [ ! -e repo/team.private ]
is $? 0 'nothing was made'
echo '*.private/' >repo/.gitignore
run cpm-init repo/team
is "$rc $(ls -A repo/team | grep -c '^.git$')" '0 0' 'ignored there, the folder joins that repository'
is "$(git -C repo status --porcelain -uall | grep -c private)" 0 'which sees nothing private'
echo build/ >>repo/.gitignore; mkdir repo/build
run cpm-init repo/build/demo
is "$rc $(ls -d repo/build/demo/.git)" '0 repo/build/demo/.git' 'in an ignored place it gets a repository of its own'
mkdir own; git init -q own
run cpm-init own
is "$rc" 0 'a repository without a file is taken as it is'
is "$(git -C own status --porcelain | wc -l)" 8 'and keeps the folder'
git init -q hook
run env GIT_DIR="$work/hook/.git" GIT_INDEX_FILE=x cpm-init hooked
is "$rc $(ls -d hooked/.git)" '0 hooked/.git' 'a hook'\''s variables do not lead astray'
run env PATH="$build/bin" "$build/bin/cpm-init" gitless
is "$rc" 0 'without git a folder is made all the same'
like "$err" 'warning: git is not here: nothing keeps the earlier versions' 'with a warning'

mkdir fake; printf '#!/bin/sh\nexit 3\n' >fake/git; chmod +x fake/git
run env PATH="$work/fake:$PATH" cpm-init refused
is "$rc $(ls -d refused refused.private 2>/dev/null)" '2 ' 'where git fails nothing is made'
like "$err" "git could not make a repository in $work/refused" 'which is said'
like "$err" "hint: 'git init' there says why" 'with a way to know more'

# --- packs of one's own
mkdir mine
printf 'id;libellé_fr;libellé_sw\r\nA;Entraide;Msaada\r\n' >mine/dimensions.csv
printf 'id,dimension,label_en\nA1,A,We help\n' >mine/criteria.csv
printf 'value,dimension\n1,\n2,\n' >mine/scale.csv
run cpm-init --pack ./mine own2
is "$rc" 0 'a small pack without cpm.csv and groups.csv'
like "$err" "mine/dimensions.csv: .*separator ';'" 'whose habits are said'
same own2/dimensions.csv mine/dimensions.csv 'and kept'
is "$(setting own2 kind) $(setting own2 langs)" 'organisation en fr sw' 'its languages are found'
is "$(ls own2/groups.csv 2>/dev/null)" '' 'a table it has not is not made'
like own2/notes/context.md '^# Where we work' 'the page on the context is ours'
run cpm-init --pack mine own3
is "$rc" 0 'a folder needs no slash in its name'
run env LANGUAGE=fr cpm-init --pack mine own4
is "$(setting own4 lang)" fr 'the user'\''s language if the pack has it'

cp -R garden other
printf '%s\n' 'round,group,dimension,criterion,n' 'R1,all,,,9' >other/results.csv
sed -i 's/^share,.*/share,funder/; s/^title,.*/title,Other/; s/^share_agreed_on,.*/share_agreed_on,2026-01-02/' other/cpm.csv
echo 'secret of the other team' >other/notes/context.md
run cpm-init --pack ./other taken
is "$rc" 0 'another team'\''s folder as a pack'
is "$(ls taken | tr '\n' ' ')" 'cpm.csv criteria.csv dimensions.csv groups.csv notes scale.csv ' 'gives its framework and nothing else'
is "$(setting taken title) $(setting taken share) $(setting taken share_agreed_on)" 'taken team ' 'what it decided for itself is not taken over'
unlike taken/notes/context.md 'secret' 'nor its notes'
like taken/cpm.csv '^schema,1$' 'cpm.csv is there once'

# --- packs with faults
mkdir bad
printf 'id,label_en\nA,One\nA,Two\n' >bad/dimensions.csv
printf 'id,dimension,colour\nA1,B,red\n' >bad/criteria.csv
printf 'dimension,value\n,one\n' >bad/scale.csv
printf 'id,merged_into\nall,\nx,y\n' >bad/groups.csv
printf 'key,value\nmin_team,3\ncycle_month,6\n' >bad/cpm.csv
run cpm-init --pack bad fromad
is "$rc" 1 'a pack with faults'
like "$err" "bad/dimensions.csv:3: column 'id': the same as on line 2: 'A'" 'each is named: an id twice'
like "$err" "bad/criteria.csv:1: column 'colour': no such column" 'an unknown column'
like "$err" "bad/criteria.csv:2: column 'dimension': no such dimension: 'B'" 'a dimension that is not there'
like "$err" "bad/scale.csv:2: column 'value': not a number: 'one'" 'a value that is none'
like "$err" "bad/groups.csv:2: column 'id': this id is reserved: 'all'" 'a reserved id'
like "$err" "bad/groups.csv:3: column 'merged_into': no such group: 'y'" 'a group that is not there'
like "$err" "bad/cpm.csv:2: column 'value': not allowed for 'min_team': '3'" 'a threshold set too low'
like "$err" "bad/cpm.csv:3: column 'key': no such setting: 'cycle_month'" 'an unknown setting'
like "$err" "did you mean 'cycle_months'" 'with the nearest'
[ ! -e fromad ] && [ ! -e fromad.private ]
is $? 0 'and nothing is made'
run cpm-init --lang fr --pack bad fromad
like "$err" 'bad/cpm.csv:3: colonne «.key.».: réglage inconnu.: «.cycle_month.»' 'in French too'
mkdir newer; cp mine/*.csv newer; printf 'key,value\nschema,99\n' >newer/cpm.csv
run cpm-init --pack newer n1
is "$rc" 1 'a pack of a newer program'
like "$err" 'newer/cpm.csv:2: .*this pack was written for a newer program \(schema 99' 'is refused'
mkdir nothing
run cpm-init --pack nothing n1
is "$rc" 1 'an empty folder is no pack'
like "$err" 'nothing/dimensions.csv: there is no dimension' 'which says what is missing'
like "$err" 'nothing/criteria.csv: there is no criterion' 'all of it'
is "$(ls -A nothing)" '' 'a pack is only looked at'

# --- looking first, and silence
run cpm-init -n dry
is "$rc $(ls -d dry 2>/dev/null)" '0 ' 'a dry run makes nothing'
like "$err" 'would make dry from the pack boost' 'and says what it would do'
like "$err" 'would make a repository of git in dry' 'git included'
run cpm-init -n repo/second
like "$err" "the repository of git in $work/repo would keep it" 'or the repository that is there'
run cpm-init -q quiet
is "$rc $(cat "$err")" '0 ' '-q says nothing'

# --- a run that was cut off
mkdir -p cut/.cpm cut.private; echo half >cut/.criteria.csv.cpm-a1B2c3
run cpm-init cut
is "$rc $(ls -A cut | grep -c cpm-a1B2c3)" '0 0' 'after a kill the same command works'
mkdir tight; git init -q tight
(ulimit -f 1; run cpm-init tight; exit "$rc")
is $? 2 'a full disk is an error'
is "$(ls -A tight | grep -v '^.cpm$') $(ls -d tight.private 2>/dev/null)" '.git ' 'and nothing stands half made'
run cpm-init tight
is "$rc" 0 'afterwards the same command works'

mkdir -p half/.cpm/new; : >half/.cpm/lock; git init -q half
run cpm-init half
is "$rc $(ls -A half/.cpm)" '0 lock' 'killed behind the making of the repository, nothing is left'

# Killed at any instant and typed again: whole, and nothing left about.
bad='' again=0
for i in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do
	timeout -s KILL "0.0$(printf %02d $((3 * i + 1)))" cpm-init "k$i" >"$out" 2>&1
	first=$?
	# git, killed with its parent, may need a moment to be gone.
	[ $first -eq 0 ] || sleep 0.2
	run cpm-init "k$i"
	[ $first -eq 0 ] || again=$((again + 1))
	cpm_rc=$rc
	# As anywhere: the next command or cpm-check clears what is left.
	cpm-check -q -C "k$i" >/dev/null 2>&1
	rc=$cpm_rc
	[ "$rc" -eq 0 ] || [ $first -eq 0 ] || [ -f "k$i/cpm.csv" ] || bad="$bad k$i:$rc"
	[ "$(ls -A "k$i" | tr '\n' ' ')$(ls -A "k$i.private")$(ls -A "k$i/.cpm")" = \
	    '.cpm .git .gitattributes .gitignore cpm.csv criteria.csv dimensions.csv groups.csv notes scale.csv keylock' ] ||
	    bad="$bad k$i"
	[ "$(git -C "k$i" status --porcelain | wc -l)" -eq 8 ] || bad="$bad k$i:git"
done
[ -z "$bad" ] || { for k in $bad; do ls -A "${k%%:*}" "${k%%:*}/.cpm" "${k%%:*}.private"; done | sed 's/^/# /'; }
is "$bad" '' "killed at any instant, a folder is made by the next run ($again times)"

done_testing
