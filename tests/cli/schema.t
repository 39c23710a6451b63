#!/bin/sh
# A folder of schema 1 is read for ever, and a newer one is not written.
. "${0%/*}/../lib.sh"

cp -R "$top/tests/data/schema-1" team
cp -R "$top/tests/data/schema-1.private" team.private
chmod -R go-rwx team.private

run cpm-check -C team
is "$rc" 0 'a folder of schema 1 with every table is clean'
empty "$err" 'and silent'
run cpm-plan -C team list --csv
is "$rc" 0 'its plan is read'
run cpm-log -C team list --csv
is "$rc" 0 'its log too'
run cpm-assess -C team score R1 --csv
is "$rc" 0 'and its results'
(cd team && find . -name '*.csv' | sort | xargs cat | cksum) >"$tmp/before"

# French settings mean what they say.
sed -i 's/^share,.*/share,bailleur/; s/^actions_scope,.*/actions_scope,changement/' team/cpm.csv
run cpm-check -C team
is "$rc $(cat "$err")" '0 ' 'settings may be French'

# A newer folder.
sed -i 's/^schema,1$/schema,2/' team/cpm.csv
run cpm-plan -C team list --csv
is "$rc" 0 'a newer folder is read'
like "$err" 'team/cpm.csv:2: warning: .*written by a newer program \(schema 2, this one knows 1\)' 'which is said'
run cpm-plan -C team step count-8a 'Appeler la banque'
is "$rc" 1 'and not written'
like "$err" 'it can be read here, not changed' 'which is said'
sed -i 's/^schema,2$/schema,1/; s/^share,.*/share,partner/; s/^actions_scope,.*/actions_scope,plan/' team/cpm.csv
(cd team && find . -name '*.csv' | sort | xargs cat | cksum) >"$tmp/after"
same "$tmp/after" "$tmp/before" 'no table has changed'

for v in '' 0 -1 x; do
	sed -i "2s/.*/schema,$v/" team/cpm.csv
	run cpm-check -C team
	is "$rc" 1 "'$v' is no number of a schema"
done

done_testing
