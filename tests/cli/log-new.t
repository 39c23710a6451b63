#!/bin/sh
# A text in the editor: checked on leaving, and never lost.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short tujenge >/dev/null 2>&1
cd tujenge || exit 2
on=2026-02-14 drafts=../tujenge.private/drafts
p() { cpm-plan "$@" >/dev/null 2>&1; }
p cycle open --objective o --start 2026-01-31 --date 2026-01-31
p propose Cash --date 2026-01-31
p choose cash --by t --why w --date 2026-01-31
p level cash 1 --objective o --date 2026-01-31
p action cash 1 'Count it' --date 2026-01-31
p action cash 1 'Only a draft' --date 2026-01-31
p start count --owner w --due 2026-03-01 --verification v --date 2026-02-01
cpm-log add 'A call' --mode call --author mentor --agreed 'count on Friday' \
    --date 2026-02-01 >/dev/null 2>&1
cpm-log add 'hidden' --mode call --private --author hidden --agreed 'hidden words' \
    --date 2026-02-02 >/dev/null 2>&1
unset VISUAL EDITOR

# by SED [PROSE]: an editor that does this, and adds prose
by() {
	printf '%s\n' "$1" >"$tmp/script"
	printf '%s' "${2-}" >"$tmp/words"
	cat >"$tmp/editor" <<-X
		#!/bin/sh
		cp "\$1" "$tmp/given"; stat -c %a "\$1" >"$tmp/mode"
		echo "\$1" >"$tmp/path"
		sed -i -f "$tmp/script" "\$1"; cat "$tmp/words" >>"\$1"
	X
	chmod +x "$tmp/editor"
	export VISUAL="$tmp/editor"
}
n() { run cpm-log new --date $on "$@"; }
none_left() { is "$(ls $drafts 2>/dev/null | wc -l)" 0 "$1"; }

# --- what stands in it
run cpm-log new --template visit --date $on -n
is "$rc" 0 'a dry run'
like "$out" '^template: visit$' 'shows the text'
like "$out" "^date: $on\$" 'with the day'
like "$out" '^mode: visit$' 'the kind of contact'
like "$out" '^author: mentor$' 'who wrote last'
like "$out" '^# agreed last time \(1 February 2026\): count on Friday' 'what was agreed'
like "$out" '^#     action:count  Count it' 'what runs'
unlike "$out" 'Only a draft' 'no drafts of the plan'
unlike "$out" 'hidden' 'and nothing of what is private'
none_left 'and writes nothing'
run env LANGUAGE=fr cpm-log new --template visite --date $on -n
like "$out" '^modèle: visite$' 'in French'
like "$out" '^résumé:$' 'with French keys'
like "$out" '^visibilité: équipe$' 'and values'
unlike "$out" '^# (A visit|the day|what it was)' 'and comments'
for k in visit call review workshop training exchange; do
	run cpm-log new --template $k --date $on -n
	like "$out" "^template: $k\$" "a $k"
done
n --template stroll -n
is "$rc" 2 'no such template'
like "$err" "'stroll' is none of: visit, call, review, workshop, training, exchange, codev, logbook" 'and those there are'
n
is "$rc" 2 'none at all'
like "$err" "option '--template' is needed" 'is misuse'
n --template visit --draft x
is "$rc" 2 'a new one and an old one'

# --- kept
by 's/^summary:.*/summary: Counted together: twice/
s/^minutes:.*/minutes: 90/
s/^refs:.*/refs: count/
s/^author:.*/author :  the mentor\
   of the region/' 'The cash was there.

# A heading of the prose
'
n --template visit
is "$rc" 0 'a visit'
id=$(cat "$out")
like "$out" '^2026-02-14-visit-[0-9a-z]{4}$' 'its id is printed'
like log.csv "^$id,$on,the mentor of the region,visit,,90,,,action:count-it-[^,]*,Counted together: twice,,team\$" 'its facts are in the table'
printf 'The cash was there.\n\n# A heading of the prose\n' >"$tmp/want"
same "notes/$id.md" "$tmp/want" 'its prose in a file'
none_left 'no draft is left'
is "$(cat "$tmp/mode")" 600 'while it was written nobody else could read it'
like "$tmp/path" '^\.\./tujenge\.private/drafts/2026-02-14-visit-1\.md$|^/.*/tujenge\.private/drafts/2026-02-14-visit-1\.md$' 'in the private folder'
unlike "$out" 'noted' 'talk goes to standard error'

by 's/^résumé:.*/résumé : Vu ensemble/;s/^Résumé:.*/&/
s/^date:.*/date: 2026-02-10/'
LANGUAGE=fr n --template relecture
is "$rc" 0 'in French'
like log.csv '^2026-02-10-document-review-....,2026-02-10,.*,document_review,.*,Vu ensemble,,team$' 'canonical in the table, of the day that was written'

by 's/^summary:.*/summary: too soon/;s/^date:.*/date: 2062-02-14/'
n --template call
is "$rc" 0 'a day to come'
like "$err" 'warning: this day is still to come: 2062-02-14' 'is remarked'

by 's/^summary:.*/summary: marker-fact/
s/^visibility:.*/visibility: private/' 'marker-prose
'
n --template call
is "$rc" 0 'a private one'
unlike log.csv marker 'is not in the shared table'
is "$(grep -rl marker . | wc -l)" 0 'nor anywhere in the folder'
is "$(grep -rl marker-prose ../tujenge.private | wc -l)" 1 'its prose is in the private folder, once'
is "$(stat -c %a ../tujenge.private/notes/*)" 600 'for its writer alone'

# Words of a heredoc from a spreadsheet's world.
by 's/^summary:.*/summary: crlf/;s/$/\r/' 
n --template call
is "$rc" 0 'line ends of another system'
like log.csv ',crlf,,team$' 'are no part of it'
by '1s/^/\xef\xbb\xbf/;s/^summary:.*/summary: marked/;s/^---$/---  /;s/$/\r/' "$(printf 'One.\r\n\r\n---\r\nTwo.\r\n')"
n --template call
is "$rc" 0 'with its mark, and blanks behind the lines'
printf 'One.\n\n---\nTwo.\n' >"$tmp/want"
same "notes/$(cat "$out").md" "$tmp/want" 'nor of the prose'
by 's/^summary:.*/summary: several\n  #2 the receipts\n\n   and: more/'
n --template call
is "$rc" 0 'a value over several lines'
like log.csv ',several #2 the receipts and: more,,team$' 'a number sign in it is no comment'

# --- nothing is written
cp log.csv before
for e in true ': >' ; do
	case $e in true) VISUAL=true ;; *) by d ;; esac
	export VISUAL
	n --template visit
	is "$rc" 1 'left alone, or emptied'
	like "$err" 'nothing was written in the editor: nothing is kept' 'it is said'
done
VISUAL=cpm-no-such-editor n --template visit
is "$rc" 2 'an editor that is not there'
like "$err" 'the editor is not there: cpm-no-such-editor' 'is named'
like "$err" 'hint: .VISUAL, .EDITOR or' 'and where it is said'
VISUAL=false n --template visit
is "$rc" 2 'an editor that fails'
like "$err" 'the editor failed \(false, status 1\)' 'is named'
same log.csv before 'nothing was written'
none_left 'and nothing is left'
VISUAL=true n --template visit
like "$err" "hint: an editor that comes back at once is told to wait: VISUAL='code --wait'" 'one that does not wait is told so'
by d
n --template visit
unlike "$err" 'is told to wait' 'not who empties the text'
VISUAL=rm n --template visit
is "$rc" 1 'an editor that takes the file away'
like "$err" 'nothing was written in the editor' 'wrote nothing'
unlike "$err" 'is kept:' 'of which nothing is said to be there'

# --- nothing is lost
by 's/^summary:.*/summary: precious/' 'Precious prose.
'
for how in 'exit 3' 'kill -9 $$'; do
	by 's/^summary:.*/summary: precious/' 'Precious prose.
'
	echo "$how" >>"$tmp/editor"
	n --template visit
	is "$rc" 2 "an editor that wrote and then: $how"
	like "$err" 'the editor failed' 'is said'
	like "$err" 'what was written is kept: .*2026-02-14-visit-1.md' 'and where the text is'
	like "$err" 'cpm-log new --draft 2026-02-14-visit-1 goes on with it' 'and how to go on'
	like $drafts/2026-02-14-visit-1.md 'Precious prose' 'which is there'
	by ''
	n --draft 2026-02-14-visit-1
	is "$rc" 0 'going on keeps it'
	grep -v precious log.csv >x; mv x log.csv; rm notes/*
	none_left 'and the draft has served'
done
same log.csv before 'nothing but that'

# An editor that fails may have the words in a file of its own.
d=../tujenge.private/drafts/
own() { # LEFT SED: it leaves a file so called, and dies
	printf '#!/bin/sh\nd=${1%%/*} f=${1##*/}\necho Precious >"$d/%s"\n%s\nkill -9 $$\n' "$1" "$2" >"$tmp/editor"
	export VISUAL="$tmp/editor"
	n --template visit
	is "$rc" 2 "an editor that dies and leaves: $1"
	like "$err" "note: the editor left .*/$3: words that it had not saved may be there|the editor left .*/$3: words that it had not saved may be there" '  it is named'
	unlike "$err" 'nothing is kept' '  it is not the end of them'
	like "$d$3" Precious '  and there'
}
own '.$f.swp' : '.2026-02-14-visit-1.md.swp'
like "$err" 'cpm-log new --draft 2026-02-14-visit-1 goes on with it' '  so is the way on'
by 's/^summary:.*/summary: saved/'
n --draft 2026-02-14-visit-1
is "$rc" 0 '  which'
like "$err" 'the editor left .*\.swp' '  names it again'
is "$(ls -A $drafts | wc -l)" 0 '  until the text is kept'
cp before log.csv
own '$f~' ': >"$1"' '2026-02-14-visit-1.md~'
rm -f $drafts/*
own '$f~' 'rm "$1"' '2026-02-14-visit-1.md~'
unlike "$err" 'is kept:' '  a text that is gone is not said to be kept'
rm -f $drafts/*
own '$f.save' : '2026-02-14-visit-1.md.save'
rm -f $drafts/*

# The program is killed while the person writes: the text is where it was.
cat >"$tmp/editor" <<X
#!/bin/sh
kill -9 \$PPID; sleep 0.2
sed -i 's/^summary:.*/summary: precious/' "\$1"; echo 'Precious prose.' >>"\$1"
touch "$tmp/edited"
X
export VISUAL="$tmp/editor"
n --template visit 2>/dev/null
for i in 1 2 3 4 5 6 7 8 9 10; do [ -e "$tmp/edited" ] || sleep 0.2; done
like $drafts/2026-02-14-visit-1.md 'Precious prose' 'the editor outlives the program'
by ''
n --draft 2026-02-14-visit-1
is "$rc" 0 'and one goes on'
like log.csv ',precious,,team$' 'as if nothing had been'
cp before log.csv; rm -f notes/*

# Each slip is named with its line, and the text stays.
slip() { # SED TEXT NAME
	by "s/^summary:.*/summary: precious/
$1" 'Precious prose.
'
	n --template visit
	is "$rc" 1 "$3"
	like "$err" "$2" '  is named'
	like "$err" 'what was written is kept: ' '  kept'
	like $drafts/2026-02-14-visit-1.md 'Precious prose' '  and there'
	same log.csv before '  nothing is in the log'
	rm -f $drafts/*
}
slip 's/^minutes:.*/minutes: 9x/' "minutes: not a whole number .*'9x'" 'minutes that are none'
slip 's/^date:.*/date: 2026-02-30/' "date: no such day: '2026-02-30'" 'a day that does not exist'
slip 's/^refs:.*/refs: action:cuont/' "did you mean 'count-it-" 'an id that is not there'
slip 's/^mode:.*/mode: stroll/' "mode: 'stroll' is none of" 'a mode that is none'
slip 's/^summary:.*/summary:/' 'summary: must not be empty' 'no summary'
slip '/^summary/d' 'summary: must not be empty' 'nor the key'
slip 's/^minutes:/minuets:/' "visit-1.md:[0-9]+: no such key: 'minuets'" 'a key that is none'
like "$err" "did you mean 'minutes'" '  the nearest is'
slip 's/^minutes:.*/minutes: 1\nminutes: 2/' "md:[0-9]+: 'minutes' is said twice" 'a key twice'
slip 's/^theme:.*/just words/' "md:[0-9]+: neither 'key: value' nor a comment" 'words among the facts'
like "$err" 'hint: a line that goes on with the one above it begins with a blank' '  what was meant, perhaps'
slip '1d' "md:[0-9]*:? ?.*the first line is not '---'" 'a lost first line'
slip '2,$s/^---$//' "the second line '---' is missing" 'a lost second one'
slip 's/^template:.*/template: stroll/' "no such template: 'stroll'" 'a template that is none'
slip 's/^persons:.*/persons: 2/;s/^women:.*/women: 3/' 'more women \(3\) than persons \(2\)' 'more women than persons'
slip 's/^theme:.*/theme: caf\x8d/' 'neither UTF-8 nor CP1252' 'bytes that are no text'
slip 's/^date:.*/   lost/;s/^template:.*//' "text before the first 'key: value'" 'a value of nothing'

# --- going on
by 's/^summary:.*/summary: precious/;s/^minutes:.*/minutes: 9x/' 'Precious prose.
'
n --template visit; n --template call
run cpm-log list drafts
is "$(tail -n +2 "$out" | cut -d, -f1 | tr '\n' ' ')" '2026-02-14-call-1 2026-02-14-visit-1 ' 'what was left is listed'
unlike "$out" '[Pp]recious' 'by name, without a word of it'
n --draft 2026-02-14-vist-1
is "$rc" 1 'a draft that is not there'
like "$err" "did you mean '2026-02-14-visit-1'" 'the nearest one'
by ''
n --draft $drafts/2026-02-14-visit-1.md
is "$rc" 1 'a path does too; the fault is still there'
like "$err" 'what was written is kept' 'and so is the text'
run cpm-log new --draft 2026-02-14-v -n --date $on
unlike "$err" 'no such draft' 'the beginning of its name is enough'
run cpm-log new --draft 2026-02-14-visit-1 -n --date $on
is "$rc" 1 'a dry run looks at it'
by 's/9x/9/'
n --draft 2026-02-14-visit-1 -n
by 's/9x/9/'
n --draft 2026-02-14-visit-1
is "$rc" 0 'put right it is kept'
like log.csv ',9,.*,precious,,team$' 'with its facts'
by d
n --draft 2026-02-14-call-1
is "$rc" 1 'emptied it goes'
none_left 'for good'
run cpm-log list drafts
is "$(wc -l <"$out")" 1 'none is listed'

# A row that is there already, and another prose: the prose stays.
by 's/^summary:.*/summary: precious/;s/^minutes:.*/minutes: 9/' 'Another prose.
'
n --template visit
is "$rc" 1 'the same facts with another prose'
like "$err" 'the prose is not taken over: the row was there already' 'are said'
like $drafts/2026-02-14-visit-1.md 'Another prose' 'and kept'
by ''
n --draft 2026-02-14-visit-1 --again
is "$rc" 0 'a genuine second one'
is "$(grep -c ',precious,' log.csv)" 2 'is a second row'

# --- two people, and the folder is free while one writes
cat >"$tmp/editor" <<X
#!/bin/sh
CPM_PROJECT=$PWD; export CPM_PROJECT
sed -i 's/^summary:.*/summary: outer/' "\$1"
VISUAL="sed -i s/^summary:.*/summary:inner/" cpm-log new --template visit --date $on
cpm-log add beside --mode call --date $on
X
export VISUAL="$tmp/editor"
n --template visit
is "$rc" 0 'two in the editor at once'
for w in outer inner beside; do
	like log.csv ",$w,,team\$" "$w is there"
done
none_left 'nothing is left'
cat >"$tmp/editor" <<X
#!/bin/sh
sed -i 's/^summary:.*/summary: racing/' "\$1"
X
for i in 1 2 3 4; do
	cpm-log new --template visit --date $on --id race$i >/dev/null 2>&1 </dev/null &
done
wait
is "$(grep -c '^race.*,racing,' log.csv)" 4 'four at once are four rows'
none_left 'and no draft'

# --- which editor
ed="sed -i s/^summary:.*/summary:which/"
VISUAL=' ' EDITOR="$ed" n --template call
is "$rc" 0 '$EDITOR where $VISUAL is empty'
unset VISUAL EDITOR
mkdir "$tmp/of mine"
printf '#!/bin/sh\nsed -i "s/^summary:.*/summary: blanks/" "$1"\n' >"$tmp/of mine/ed"
chmod +x "$tmp/of mine/ed"
VISUAL="$tmp/of mine/ed" n --template call
is "$rc" 0 'a path with blanks, as it is'
printf '#!/bin/sh\nsed -i "s/^summary:.*/summary: $1/" "$2"\n' >"$tmp/of mine/ed"
VISUAL="'$tmp/of mine/ed' 'two words'" n --template call
is "$rc" 0 'or with quotes, and options behind it'
like log.csv ',two words,,team$' 'which are its own'
git config core.editor "sed -i 's/^summary:.*/summary: of git/'"
n --template call
is "$rc" 0 "git's own, with its quotes"
like log.csv ',of git,,team$' 'was run'
git config --unset core.editor
mkdir "$tmp/bin"; printf '#!/bin/sh\nsed -i "s/^summary:.*/summary: usual/" "$1"\n' >"$tmp/bin/editor"
chmod +x "$tmp/bin/editor"
PATH=$tmp/bin:$PATH n --template call
is "$rc" 0 'else the usual one'

# --- at a terminal
if command -v script >/dev/null; then
	cat >"$tmp/editor" <<-X
		#!/bin/sh
		test -t 0 && test -t 1 || exit 9
		if grep -q 'minutes: 9x' "\$1"; then sed -i 's/9x/9/' "\$1"
		else sed -i 's/^minutes:.*/minutes: 9x/;s/^summary:.*/summary: talked/' "\$1"; fi
	X
	printf 'yes\n' >"$tmp/answers"
	TERM=dumb VISUAL="$tmp/editor" script -qec "cpm-log new --template call --date $on" /dev/null <"$tmp/answers" >"$out" 2>&1
	is $? 0 'a person is asked whether to go back'
	like "$out" 'Back to the editor\?' 'so'
	like log.csv ',9,,,,talked,,team' 'and put it right'
	printf 'no\n' >"$tmp/answers"
	TERM=dumb VISUAL="$tmp/editor" script -qec "cpm-log new --template workshop --date $on" /dev/null <"$tmp/answers" >"$out" 2>&1
	is $? 1 'or not'
	is "$(grep -o 'written is kept\|Back to' "$out" | tr '\n' ,)" 'written is kept,Back to,' 'where it waits is said once, and before the question'
	rm -f $drafts/*
	# A terminal that is gone answers nothing: nobody asks it for ever.
	cat >"$tmp/editor" <<-X
		#!/bin/sh
		echo x >>"$tmp/turns"; test \$(wc -l <"$tmp/turns") -lt 9 || exit 9
		sed -i 's/^minutes:.*/minutes: 9x/;s/^summary:.*/summary: gone/' "\$1"
	X
	TERM=dumb VISUAL="$tmp/editor" script -qec "cpm-log new --template call --date $on" /dev/null </dev/null >"$out" 2>&1
	is "$? $(wc -l <"$tmp/turns")" '1 1' 'no answer is no'
	like "$out" 'what was written is kept' 'and the text waits'
	rm -f $drafts/*
	printf '#!/bin/sh\nkill -INT $PPID; sleep 0.1; sed -i "s/^summary:.*/summary: interrupted/" "$1"\n' >"$tmp/editor"
	TERM=dumb VISUAL="$tmp/editor" script -qec "cpm-log new --template call --date $on" /dev/null </dev/null >"$out" 2>&1
	like log.csv ',interrupted,,team' "control-C in an editor is the editor's"
	TERM=dumb VISUAL="sed -i s/^summary:.*/summary:piped/" script -qec "cpm-log new --template call --date $on | cat >$tmp/id" /dev/null </dev/null >"$out" 2>&1
	like "$tmp/id" '^2026-02-14-call-....$' 'the id goes into a pipe'
fi

run cpm-check
is "$rc" 0 'the folder is in order'
done_testing
