#!/bin/sh
# A session and a page of a logbook in the editor.
. "${0%/*}/../lib.sh"

cpm-init -q --pack codev --lang en group >/dev/null 2>&1
cd group || exit 2
private=../group.private
cpm-log session plan peers --start 2026-01-15 --members 'a b c d e' -q --date 2026-01-01
# by SED [PROSE]: an editor that does this, and adds prose
by() {
	printf '%s\n' "$1" >"$tmp/script"
	printf '%s' "${2-}" >"$tmp/words"
	cat >"$tmp/editor" <<-X
		#!/bin/sh
		sed -i -f "$tmp/script" "\$1"; cat "$tmp/words" >>"\$1"
	X
	chmod +x "$tmp/editor"
	export VISUAL="$tmp/editor"
}
n() { run cpm-log new --date 2026-01-15 "$@"; }

n --template codev -n
like "$out" '^session: peers-1-' 'the session that was held last'
like "$out" '^# private: the question' 'what is private is said'
like "$out" '^# for the group: what was learnt' 'and what is not'
run cpm-log new --template codev -n --date 2026-01-01
like "$out" '^session: peers-1-' 'before the first one, the first'
run env LANGUAGE=fr cpm-log new --template codéveloppement -n --date 2026-02-20
like "$out" '^séance: peers-2-' 'in French'
like "$out" '^leçon:$' 'with French keys'

by 's/^client:.*/client: a/
s/^question:.*/question: MARKWHY/
s/^contract:.*/contract: MARKHELP/
s/^action:.*/action: Ask two people/
s/^verification:.*/verification: two answers/
s/^lesson:.*/lesson: Ask first/' 'MARKSHEET call her'
n --template codev
is "$rc" 0 'kept'
like $private/session-clients.csv '^peers-1-....,a,MARKWHY,MARKHELP$' 'client, question and contract are private'
like "$private/notes/$(sed -n '2s/,.*//p' sessions.csv).md" '^MARKSHEET call her$' 'so is the sheet'
like actions.csv ',session:peers-1-....,,Ask two people,client,,2026-02-15,,two answers,todo' 'the action is for the group'
like lessons.csv '^ask-first-....,session:peers-1-....,lesson,.*Ask first' 'and the lesson'
cat *.csv >"$tmp/all"
unlike "$tmp/all" 'MARK' 'nothing else'
is "$(ls $private/drafts | wc -l)" 0 'no draft is left'
by 's/^question:.*/question: MARKOTHER/'
n --template codev
is "$rc" 1 'another question for the same session'
like "$err" 'has its question already' 'is a fault'
unlike "$err" 'MARK' 'that quotes nothing'
is "$(ls $private/drafts | wc -l)" 1 'and the text is kept'
by 's/^session:.*/session:/' 'x'
n --template codev
like "$err" 'which session is it\?' 'which session'
by 's/^verification:.*/verification: x/'
n --template codev
like "$err" 'of which action\?' 'what would be lost is said'

by 's/^who:.*/who: k3/
s/^### Feeling/&\nMARKFELT calm/'
n --template logbook
is "$rc" 0 'a page of a logbook'
is "$(cat $private/logbook/k3.md)" "$(printf '# My logbook\n\n## 2026-01-15\n\n### Feeling\n\nMARKFELT calm')" 'what was written, and no empty heading'
unlike "$err" 'MARK' 'and not said'
by 's/^who:.*/who: k3/'
n --template logbook
is "$rc" 1 'nothing written'
by '' 'x'
n --template logbook
like "$err" 'whose logbook is it\?' 'whose'
by 's/^who:.*/who: k3/
s/^date:.*/date: 2026-02-30/' 'x'
n --template logbook
like "$err" 'no such day' 'a day that is none'
by 's/^who:.*/who: k3/' '15 May 2026'
n --template logbook
like "$err" 'logbook-.*:[0-9]+: a page is for one day' 'another day in it'
run cpm-log harvest k3
like "$out" 'MARKFELT calm' 'harvested'
git add -A; git grep -lE 'MARK' --cached >"$tmp/found" 2>/dev/null
empty "$tmp/found" 'and in no file that git keeps'
done_testing
