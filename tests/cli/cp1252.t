#!/bin/sh
# A text in CP1252, as an older editor or clipboard gives it: taken over and
# remarked wherever a text is read; what may be something else is refused.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-02-14
old() { # TEXT COMMAND…
	printf "$1" >"$tmp/text"; shift
	run1="$*"; "$@" --date $on >"$out" 2>"$err" <"$tmp/text"; rc=$?
}
taken() { # FILE WORDS
	is "$rc" 0 "$run1"
	like "$err" 'standard input: warning: read as CP1252: it is not UTF-8$' '  it is said'
	like "$1" "$2" '  and its letters are there'
	iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1
	is "$?" 0 '  the file is UTF-8'
}
old 'R\351union au march\351\n' cpm-log add - --mode visit
taken log.csv 'Réunion au marché'
id=$(cut -d, -f1 "$out")
old 'On a dit \253 oui \273 \205 \200 5\n' cpm-log add Vu --mode visit --note -
taken "notes/$(cat "$out").md" 'On a dit « oui » … € 5'
old 'Une caisse ferm\351e\n' cpm-log seen -
taken small-changes.csv 'Une caisse fermée'
old 'Compter \340 deux\n' cpm-log lesson -
taken lessons.csv 'Compter à deux'
old 'La route est coup\351e\n' cpm-log difficulty -
taken difficulties.csv 'La route est coupée'
old 'On nous \351coute\n' cpm-log story - --consent oui
taken stories.csv 'On nous écoute'
old 'Feeling: J\222ai \351cout\351.\n' cpm-log logbook c1 -
taken ../tujenge.private/logbook/c1.md 'J’ai écouté'
printf 'Relire \340 voix haute\n' >note.txt
run cpm-log add Lu --mode visit --note note.txt --date $on
like "$err" 'note.txt: warning: read as CP1252' 'a file too'
run cpm-log add Lu2 --mode visit --note note.txt --date $on -q
empty "$err" 'but not with -q'
old 'R\351union\n' cpm-log add - --mode call --lang fr
like "$err" 'entrée standard: attention.: lu comme du CP1252.: ce n’est pas de l’UTF-8' 'in French'

# Notes that somebody wrote in the folder by hand.
cp notes/context.md context
printf '# Chez nous\n\n## Saison\n\nLa saison est s\350che.\n' >notes/context.md
run cpm-report visit --date $on
like "$err" '^cpm-report: notes/context.md: warning: read as CP1252: it is not UTF-8$' 'the page on the context'
like "$out" 'La saison est sèche' 'is in the report'
run cpm-report visit --date $on -q
empty "$err" 'without a remark, where none was wanted'
printf '## Saison\n\nS\350che d\303\251j\303\240.\n' >notes/context.md
run cpm-report visit --date $on
is "$rc" 0 'two encodings stop no visit'
like "$err" 'notes/context.md: warning: neither UTF-8 nor CP1252: save the file as UTF-8$' 'and are said'
mv context notes/context.md
n=$(ls notes | grep visit | head -1)
printf 'Une pr\351sence\n' >notes/$n
run cpm-log list --text présence --csv --date $on
like "$out" "^${n%.md}," 'the prose of a visit is searched'
run cpm-log show "${n%.md}"
like "$out" '^Une présence$' 'and shown'
cpm-log session plan peers --members a,b,c --start 2026-03-01 --date $on >/dev/null 2>&1
echo First | cpm-log session suggestions peers/1 >/dev/null 2>&1
sheet=$(ls ../tujenge.private/notes/peers-1-*)
printf 'Appeler la pr\351sidente\n' >>"$sheet"
old 'Écouter\n' cpm-log session suggestions peers/1
is "$rc" 0 "a client's sheet that was written on by hand"
like "$sheet" '^Appeler la présidente$' 'is of one encoding'
like "$sheet" '^Écouter$' 'with what was added'

# Two encodings in one text, a byte that CP1252 has not, no text at all.
cp log.csv before; cp ../tujenge.private/logbook/c1.md book
for text in 'R\351union d\303\251j\303\240\n' 'R\216union \235\n'; do
	old "$text" cpm-log add - --mode visit
	is "$rc" 1 'what may be something else'
	like "$err" 'standard input: neither UTF-8 nor CP1252: save the file as UTF-8$' '  is refused'
	old "$text" cpm-log logbook c1 -
	is "$rc" 1 '  by the logbook too'
done
old 'a\000b\n' cpm-log add - --mode visit
is "$rc" 1 'a NUL'
like "$err" 'standard input: this is no text' '  is no text'
same log.csv before 'and nothing was written'
same ../tujenge.private/logbook/c1.md book 'nor in the logbook'
done_testing
