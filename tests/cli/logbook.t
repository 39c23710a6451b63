#!/bin/sh
# A participant's own logbook: written by command or by hand, harvested by its
# writer, read by nothing else.
. "${0%/*}/../lib.sh"

cpm-init -q --pack codev --lang en group >/dev/null 2>&1
cd group || exit 2
private=../group.private
book=$private/logbook/k3.md
in_log() { printf "$1" >"$tmp/in"; shift; runin "$tmp/in" cpm-log "$@"; }

# --- written by command ------------------------------------------------------
in_log 'teaching: ask before advising\nfeeling: MARKFELT heard\nprogress: called her\n' logbook k3 --date 2026-02-15
is "$rc" 0 'a page by standard input'
empty "$out" 'nothing on standard output'
like "$err" 'kept in your logbook: logbook/k3.md of the private folder' 'where it is'
unlike "$err" 'MARKFELT' 'not what'
is "$(stat -c %a $book) $(stat -c %a $private/logbook)" '600 700' 'for nobody else'
is "$(cat $book)" "$(printf '# My logbook\n\n## 2026-02-15\n\n### Teaching\n\nask before advising\n\n### Feeling\n\nMARKFELT heard\n\n### Progress\n\ncalled her')" 'as anybody can read it'
before=$(cksum <$book)
in_log 'teaching: ask before advising\n' logbook k3 --date 2026-02-15
is "$rc" 0 'typed again'
like "$err" 'it stands in your logbook already' 'it is there'
is "$(cksum <$book)" "$before" 'once'
in_log 'just a thought\n' logbook k3 - --date 2026-03-15
is "$rc" 0 'without a label'
like $book '^### Other notes$' 'kept beside the three'
in_log 'x\n' logbook k3 'My secret'
is "$rc" 2 'no text by operand'
like "$err" 'comes by standard input' 'said'
in_log ' \n' logbook k3
is "$rc" 1 'nothing to keep'
in_log 'teaching: x\n\n## 2026-03-01\nMARKDAY\n' logbook k3 --date 2026-03-15
is "$rc" 1 'a page that holds another day'
like "$err" '^cpm-log: standard input:3: a page is for one day, that of --date or date:; here is another$' 'is none: its date would be lost'
unlike "$err" 'MARKDAY' 'unsaid'
in_log 'x\n' logbook ../k3
is "$rc" 1 'a name that leads elsewhere'
like "$err" 'not a code for a logbook' 'is none'
in_log 'enseignement : se taire\n' logbook m7 --lang fr --date 2026-02-15
like $private/logbook/m7.md '^# Mon carnet$' 'in French'
like $private/logbook/m7.md '^### Enseignements$' 'with French headings'
in_log 'x\n' logbook p2 -n
is "$rc" 0 'a dry run'
is "$(ls $private/logbook)" "$(printf 'k3.md\nm7.md')" 'writes nothing'
if command -v script >/dev/null; then
	printf 'speak last\n\nmoved on\n' >"$tmp/answers"
	TERM=dumb script -qec 'cpm-log logbook r9 --date 2026-02-15' /dev/null <"$tmp/answers" >"$out" 2>&1
	like "$out" 'What did it teach you\?' 'asked at a terminal'
	like $private/logbook/r9.md '^speak last$' 'and kept'
	unlike $private/logbook/r9.md 'Feeling' 'nothing to say is nothing'
fi

# --- harvested -------------------------------------------------------------------
cat >>$book <<-X

	15 April 2026
	Progress : MARKSTEP went to the meeting
	- and spoke

	## Session of 15/05/2026
	**Feelings**: MARKCALM
X
run cpm-log harvest k3
is "$rc" 0 'the threads'
cat >"$tmp/want" <<'X'
Teaching
  15 February 2026
    1  ask before advising

Feeling
  15 February 2026
    2  MARKFELT heard
  15 May 2026
    3  MARKCALM

Progress
  15 February 2026
    4  called her
  15 April 2026
    5  MARKSTEP went to the meeting
    6  and spoke

Other notes
  15 March 2026
    7  just a thought
X
same "$out" "$tmp/want" 'by day, numbered, hand-written pages too'
run cpm-log harvest k3 --part feeling --since 2026-03-01
is "$(cat "$out")" "$(printf 'Feeling\n  15 May 2026\n    3  MARKCALM')" 'one thread, from a day on'
run cpm-log harvest k3 --part ressenti --until 2026-03-01 --csv
is "$(cat "$out")" "$(printf 'number,date,part,text\n2,2026-02-15,feeling,MARKFELT heard')" 'for pipes'
run cpm-log harvest k3 --lang fr
like "$out" '^Ressentis$' 'in French'
like "$out" '^  15 mai 2026$' 'with French days'
run cpm-log harvest k3 --part x
is "$rc" 2 'no such part'
run cpm-log harvest nobody
is "$rc" 1 'no such logbook'
like "$err" 'there is no logbook/nobody.md in the private folder' 'said'
run cpm-log harvest
is "$rc" 2 'whose?'
run cpm-log harvest k3 -f x
is "$rc" 2 'one of the two'
# Outside any project, as Windows wrote it.
mkdir "$tmp/out"; printf '15/02/2026\r\nProgr\350s : MARKWIN\r\n' >"$tmp/out/mine.md"
(cd "$tmp/out" && cpm-log harvest -f mine.md --csv) >"$out" 2>"$err"
like "$out" '^1,2026-02-15,progress,MARKWIN$' 'outside any project'
(cd "$tmp/out" && cpm-log harvest -f - --csv <mine.md) >"$out" 2>"$err"
like "$out" '^1,2026-02-15,progress,MARKWIN$' 'from standard input'
printf '# 2026-02-30\nMARKDAY\n' >"$tmp/out/bad.md"
run cpm-log harvest -f "$tmp/out/bad.md"
is "$rc" 1 'a day that is none'
like "$err" 'bad.md:1: no such day \(write it as 2026-12-31\)$' 'is a fault at its line'
unlike "$err" 'MARKDAY|02-30' 'that quotes nothing'
like "$out" 'MARKDAY' 'the rest is shown'
printf 'MARKEARLY\n' >"$tmp/out/early.md"
run cpm-log harvest -f "$tmp/out/early.md"
like "$err" 'early.md:1: warning: text before the first day' 'text before a day is a remark'
like "$out" '^  without a day$' 'and shown'
# People leave the year out, and head a part with a question.
cat >"$tmp/out/bare.md" <<'X'
14 avril
Progrès : MARKBARE
## 20 décembre 2026
Ce que j’ai appris : se taire
3 janvier
Ce que j'ai ressenti : fatiguée
24/01
Progression : un pas
## Jeudi 28 janvier, au marché
What I learnt: ask first
Session 2/7 went well
## Session 2/7
Feeling: calm
X
run cpm-log harvest -f "$tmp/out/bare.md" --csv
is "$rc" 1 'a day without a year, and none above'
like "$err" 'bare.md:1: a day of which year\? \(write it as 2026-12-31\)$' 'is asked for'
unlike "$err" 'MARKBARE|avril' 'and quotes nothing'
cat >"$tmp/want" <<'X'
number,date,part,text
1,2026-12-20,teaching,se taire
2,2027-01-28,teaching,ask first Session 2/7 went well
3,2027-01-03,feeling,fatiguée
4,2027-01-28,feeling,calm
5,,progress,MARKBARE
6,2027-01-24,progress,un pas
X
same "$out" "$tmp/want" 'else it is of the nearest year'
run cpm-log harvest -f "$tmp/out/bare.md" --lang fr
like "$err" 'un jour de quelle année' 'in French'
in_log 'teaching: x\n\n1 March\ny\n' logbook q1 --date 2026-03-15
is "$rc" 1 'nor does a page hold another day without its year'
printf 'a\0b' >"$tmp/out/nul.md"
run cpm-log harvest -f "$tmp/out/nul.md"
is "$rc" 1 'no text at all'
run cpm-log harvest -f "$tmp/out/none.md"
is "$rc" 2 'a file that is not there'

# --- one line of it becomes a lesson, by its writer only ----------------------------
run cpm-log harvest k3 --to-lesson --line 1
is "$rc" 1 'not without a word'
like "$err" '^    ask before advising$' 'what would be shared is shown'
like "$err" 'nothing is shared yet: --yes shares it' 'and how'
[ ! -e lessons.csv ]; ok $? 'nothing is written'
run cpm-log harvest k3 --to-lesson
is "$rc" 2 'which line?'
run cpm-log harvest k3 --to-lesson --line 99 --yes
is "$rc" 2 'no such line'
run cpm-log harvest k3 --line 1
is "$rc" 2 'a line is for a lesson'
run cpm-log harvest k3 --to-lesson --part other --line 1
is "$rc" 2 'a thread is not'
run cpm-log harvest k3 --to-lesson --line 1 --yes --kind practice
is "$rc" 0 'shared'
like lessons.csv '^ask-before-advising-....,,practice,,,ask before advising,.*,noted,.*,team$' 'that line alone'
unlike lessons.csv 'MARK|k3' 'without its writer'
before=$(cksum <lessons.csv)
run cpm-log harvest k3 --to-lesson --line 1 --yes --kind practice
is "$rc $(cksum <lessons.csv)" "0 $before" 'once'
(cd "$tmp/out" && cpm-log harvest -f mine.md --to-lesson --line 1 --yes) >"$out" 2>"$err"
is $? 2 'outside a project there is no team to share it with'
if command -v script >/dev/null; then
	printf '2\nto be heard helps\nyes\n' >"$tmp/answers"
	TERM=dumb script -qec 'cpm-log harvest k3 --to-lesson' /dev/null <"$tmp/answers" >"$out" 2>&1
	like "$out" 'Which line\?' 'asked at a terminal'
	like "$out" 'In which words\?' 'in which words'
	like "$out" 'Share it\?' 'and whether'
	like lessons.csv ',to be heard helps,' 'shared as it was reworded'
	unlike lessons.csv 'MARKFELT' 'not as it stood'
	printf '3\n\nno\n' >"$tmp/answers"
	TERM=dumb script -qec 'cpm-log harvest k3 --to-lesson' /dev/null <"$tmp/answers" >"$out" 2>&1
	like "$out" 'nothing is shared' 'no is no'
	unlike lessons.csv 'MARKCALM' 'nothing is written'
fi
if [ "$(id -u)" = 0 ]; then
	chown 12345 "$tmp/out/mine.md"
	run cpm-log harvest -f "$tmp/out/mine.md"
	is "$rc" 1 'a file of somebody else'
	like "$err" "this logbook is another person's" 'is not opened'
fi

# --- nobody else reads it --------------------------------------------------------------
cpm-log session plan peers --start 2026-02-15 --members 'k3 m7 p2 r9 t4' -q --date 2026-02-01
for c in 'cpm-log list' 'cpm-log list lessons' 'cpm-log list seen' 'cpm-log list drafts' 'cpm-log show k3' 'cpm-log show logbook' \
    'cpm-log session' 'cpm-log session show' 'cpm-plan list --all' 'cpm-plan board' 'cpm-plan due' 'cpm-plan review' 'cpm-next' \
    'cpm-check' 'cpm-check --fix' 'cpm-report plan' 'cpm-report visit' 'cpm-report progress --since 2026-01-01' \
    'cpm-report session peers/2 --html' 'cpm-assess tally R1'; do
	run $c --date 2026-03-01
	cat "$out" "$err" >"$tmp/both"
	unlike "$tmp/both" 'MARK[A-Z]' "not in $c"
done
git add -A; git grep -lE 'MARK(FELT|STEP|CALM|WIN|DAY)' --cached >"$tmp/found" 2>/dev/null
empty "$tmp/found" 'in no file that git keeps'
# Not even opened.
chmod 000 $private/logbook/*.md
if [ "$(id -u)" != 0 ]; then
	run cpm-check; is "$rc" 0 'not even opened'
fi
if command -v strace >/dev/null; then
	strace -f -e trace=openat,open cpm-report visit >/dev/null 2>"$tmp/trace"
	unlike "$tmp/trace" 'logbook/' 'by a report'
	strace -f -e trace=openat,open cpm-check >/dev/null 2>"$tmp/trace"
	unlike "$tmp/trace" 'logbook/' 'or by cpm-check'
fi
done_testing
