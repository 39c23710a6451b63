#!/bin/sh
# What a crash, or somebody else, left in .cpm: it is finished, undone or
# shown to a person, and it never reaches outside of the folder.
. "${0%/*}/../lib.sh"
d=--date=2026-03-01
digest() { sha256sum "$1" | cut -d' ' -f1; }
journal() { { echo 'cpm-journal 1'; cat; } >.cpm/journal; }

{ cpm-init --lang en $d team && cd team && cpm-log seen first --for all $d && cpm-log add --mode call 'a call' $d; } >log 2>&1 || exit 2
cp -a . ../keep
fresh() { cd "$work" && rm -rf team && cp -a keep team && cd team; }
# Both tables are half written: the one has its name already.
half() {
	fresh
	{ cat log.csv; echo '2026-02-01-call-0000,2026-02-01,,call,,,,,,more,,team' | sed '1q'; } >.log.csv.cpm-aaaaaa
	a=$(digest log.csv) b=$(digest .log.csv.cpm-aaaaaa)
	c=$(digest small-changes.csv)
	journal <<-X
	replace small-changes.csv .small-changes.csv.cpm-bbbbbb $(printf %064d 1) $c
	replace log.csv .log.csv.cpm-aaaaaa $a $b
	end
	X
}

half
run cpm-log list --csv
is "$rc" 2 'a reader stops at a journal'
like "$err" 'run cpm-check, which finishes or undoes it' 'and says what to do'
run cpm-check -n
is "$rc" 2 'a dry run mends nothing'
[ -e .cpm/journal ] && [ -e .log.csv.cpm-aaaaaa ]; ok $? 'and leaves what is there'
run cpm-log seen second --for all $d -n
is "$rc" 2 'nor does a writing command that is a dry run'
[ -e .cpm/journal ] && [ -e .log.csv.cpm-aaaaaa ]; ok $? 'and it leaves what is there too'
run cpm-check -q
is "$(digest log.csv)" "$b" 'cpm-check finishes it'
[ ! -e .cpm/journal ] && [ ! -e .log.csv.cpm-aaaaaa ]; ok $? 'and nothing is left'

# A journal that cannot be read is not an empty one.
if [ "$(id -u)" != 0 ]; then
	half; chmod 000 .cpm/journal; run cpm-check
	is "$rc" 2 'a journal that cannot be read is trouble'
	[ -e .log.csv.cpm-aaaaaa ]; ok $? 'and nothing is undone'
else
	half; rm .cpm/journal; mkdir .cpm/journal; run cpm-check
	is "$rc" 2 'a journal that cannot be read is trouble'
	[ -e .log.csv.cpm-aaaaaa ]; ok $? 'and nothing is undone'
fi
half; sed -i '1s/1/2/' .cpm/journal; run cpm-check
is "$rc" 2 'a journal of another program is left alone'
like "$err" 'journal does not fit the files that are here' 'and said'
[ -e .log.csv.cpm-aaaaaa ]; ok $? 'with what it names'

# Torn: no rename was begun, what was half written goes.
half; sed -i '/^end/d' .cpm/journal; run cpm-check
like "$err" 'undid what a command that was cut off had begun' 'a torn journal is undone'
is "$(digest log.csv)" "$a" 'the file is the old one'
half; sed -i '/^end/d; $s/ [0-9a-f]*$//' .cpm/journal; truncate -s -1 .cpm/journal; run cpm-check
is "$(digest log.csv)" "$a" 'torn inside a line, too'

# Somebody changed the one file, the other is new already.
half; printf '2026-02-03-call-1111,2026-02-03,,call\n' >>log.csv; run cpm-check
is "$rc" 2 'a file changed since is shown to a person'
like "$err" 'log.csv was changed after a command that was cut off' 'with its name'
[ -e .log.csv.cpm-aaaaaa ] && [ -e .cpm/journal ]; ok $? 'and nothing is lost'

# A folder that came by git may hold a journal: it writes and deletes nothing
# but temporaries beside their file.
fresh; echo theirs >../precious; echo evil >notes/evil; rm -f ../absent
journal <<X
replace ../absent notes/evil - $(digest notes/evil)
end
X
run cpm-check
is "$rc" 2 'a journal of others is refused'
[ ! -e ../absent ] && [ -e notes/evil ]; ok $? 'it puts no file elsewhere'
journal <<X
replace notes/x ../precious - -
X
run cpm-check
is "$(cat ../precious)" theirs 'and deletes none'

# Nor does the lock lead elsewhere.
fresh; rm -f .cpm/lock; ln -s ../../precious .cpm/lock
run cpm-log seen third --for all $d
is "$rc" 2 'a lock that is a link is refused'
is "$(cat ../precious)" theirs 'and nothing is written where it leads'
run cpm-log list --csv
is "$rc" 0 'reading goes on'

# What a command is writing at this moment is not swept away.
fresh; : >.x.csv.cpm-aaaaaa; : >.y.csv.cpm-aaaaaa; mkdir -p -m 700 ../team.private/logbook; : >../team.private/logbook/.a.md.cpm-aaaaaa
flock .x.csv.cpm-aaaaaa sh -c 'cpm-check -q' >/dev/null 2>&1
[ -e .x.csv.cpm-aaaaaa ]; ok $? 'a temporary at work stays'
[ ! -e .y.csv.cpm-aaaaaa ] && [ ! -e ../team.private/logbook/.a.md.cpm-aaaaaa ]; ok $? 'those that a crash left go'

# Closed streams: what is said must not land in a file.
fresh
run sh -c 'cpm-log seen "with all closed" --for all '$d' <&- >&- 2>&-'
[ ! -s .cpm/lock ] && cpm-check -q; ok $? 'closed streams are not files'
run sh -c 'cpm-log seen "with one closed" --for all '$d' 2>&-'
cpm-check -q && [ "$(grep -c closed small-changes.csv)" = 2 ]; ok $? 'and the rows are there'

# Where the private folder is cannot be read: nothing goes elsewhere.
fresh; rm -rf ../team.private ../away; mkdir -m 700 ../away; mkdir .cpm/private
run sh -c 'echo secret | cpm-log add - --private --mode call '$d
is "$rc" 2 'an unreadable .cpm/private is trouble'
[ ! -e ../team.private ]; ok $? 'and nothing goes elsewhere'
rmdir .cpm/private; echo ../away/ >.cpm/private
run sh -c 'echo secret | cpm-log add - --private --mode call '$d
is "$rc" 0 'a slash behind its name is no matter'
[ -s ../away/log.csv ] && [ ! -e ../team.private ]; ok $? 'it is written there'

: >../file; echo ../file >.cpm/private
run cpm-check
is "$rc" 1 'a file in the place of the private folder is a fault'
like "$err" '/file: this is no folder, and should be the private one' 'and said'

# --fix: mends, says what it would mend, and every fault once.
fresh; chmod 755 ../away; truncate -s -1 log.csv; sed -i '2s/^[^,]*,/bad id,/' small-changes.csv; echo ../away >.cpm/private
cp -a . ../was
run cpm-check --fix -n
is "$(stat -c %a ../away)" 755 'a dry run closes nothing'
like "$err" 'would close to others: .*away' 'but says it would'
is "$(diff -r . ../was)" '' 'and changes nothing'
run cpm-check --fix
is "$rc" 1 'what needs a person is still said'
is "$(grep -c 'not an identifier' "$err")" 1 'once'
is "$(stat -c %a ../away)" 700 'the private folder is closed'
[ -z "$(tail -c1 log.csv)" ]; ok $? 'a line end is put where it was missing'
done_testing
