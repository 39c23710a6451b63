# A folder f in whose every private thing stands a word of its own, all of
# which begin with $m; for tests that look for them everywhere:
#
#	fresh				the folder as it was made, and go there
#	try COMMAND... >>"$tmp/printed"	in one language and the other by turns
#	found 'NAME'			no marker among what was printed
#
# $priv is its private folder, $tmp/tables names the private tables.

date=2026-03-05
today=--date=$date
m=ZANZ
q() { "$@" $today >/dev/null 2>&1 </dev/null; }
by_in() { printf "$1" >"$tmp/in"; shift; "$@" $today >/dev/null 2>&1 <"$tmp/in"; }

# --- a folder with something in every room ---------------------------------
folder f
priv=$work/f.private
git init -q .; printf '/report/\n' >.gitignore
sheets 6 g1 3 >>"$answers"; sheets 6 g2 4 >>"$answers"; publish
round=R2 && sheets 4 g1 2 >>"$answers" && q cpm-assess open R2
awk -F, -v OFS=, -v m=$m 'NR > 1 { $3 = m "code" ++n; $5 = m "unit"
    $8 = m "comment"; $9 = m "source" } 1' "$answers" >"$tmp/a" && cat "$tmp/a" >"$answers"
q cpm-assess agree R1 A 3 --evidence seen
q cpm-plan cycle open --objective o --start 2026-02-01
q cpm-plan propose Cash --dimensions A
q cpm-plan choose cash --by t --why w
q cpm-plan level cash 1 --objective o
q cpm-plan action cash 1 'Count it' --owner treasurer --due 2026-03-01 --verification v --id count
q cpm-plan start count
q cpm-plan indicator 'Days of cash' --unit days --baseline 1 --target 5 --id days
q cpm-log add 'An open visit' --mode visit --author mentor --id open
q cpm-log lesson 'An open lesson' --id learnt
q cpm-log seen 'An open change' --id seen
by_in 'a b c d e\n' cpm-log session plan peers --start 2026-02-15 --members -
q cpm-log session action peers/1 'Ask them' --verification v --id ask
git add -A >/dev/null; git commit -qm one

by_in "${m}summary\n\n${m}prose\n" cpm-log add - --private --mode call \
    --author ${m}author --theme ${m}theme --agreed ${m}agreed --id pc
q cpm-log seen ${m}what --private --for ${m}for --by ${m}by --evidence ${m}evidence --id ps
q cpm-log lesson ${m}know --private --happened ${m}happened --assumed ${m}assumed \
    --new-practice ${m}practice --how-to ${m}how --owner ${m}owner --check-on $date \
    --theme ${m}theme --taken-from ${m}from --applies-when ${m}when --id pl
q cpm-log difficulty ${m}way --private --by ${m}by --assigned-to ${m}to --due $date \
    --category money --severity 3 --id pd
q cpm-log difficulty --answer pd ${m}answer
q cpm-log story ${m}told --domain ${m}domain --actor ${m}actor \
    --contribution ${m}help --id pt
q cpm-log story --select pt --by ${m}by --why ${m}why
by_in "client: ${m}client\nquestion: ${m}question\ncontract: ${m}contract\n" cpm-log session client peers/1
by_in "${m}sheet\n" cpm-log session suggestions peers/1
by_in "teaching: ${m}teaching\nfeeling: ${m}feeling\nprogress: ${m}progress\n" cpm-log logbook zoe
printf '#!/bin/sh\necho "%sdraft" >>"$1"; exit 1\n' $m >"$tmp/editor"; chmod +x "$tmp/editor"
VISUAL="$tmp/editor" q cpm-log new --template visit
cat >$priv/people.csv <<-END
	code,name,contact,organisation,role,consent_on
	${m}person,${m}name,${m}contact,${m}organisation,treasurer,
END
printf 'id,date,what,where\nmeet,2026-03-08,%sagenda,%splace\n' $m $m >$priv/agenda.csv
printf 'round,group,criterion,value,count\nR2,g1,A1,3,4\n' >$priv/hands.csv
printf 'code,round,on\n%sforgotten,R1,2026-03-01\n' $m >$priv/forgotten.csv
printf 'sheet,line,month,said,on\n%staken,count,2026-02,%ssaid,2026-03-01\n' $m $m >$priv/taken.csv
mkdir -p $priv/notes $priv/rejects
echo "${m}context" >$priv/notes/context.md
echo "${m}reject,1" >$priv/rejects/R2-x.csv
chmod 700 $priv/*/; find $priv -type f -exec chmod 600 {} +

# The words are there, in each private table that cpm-files(5) knows.
man=$top/build/man/cpm-files.5; [ -f "$man" ] || man=$build/man/cpm-files.5
{ sed -n '/^\.Sh THE PRIVATE FOLDER/,$s/^\.Ss \([a-z-]*\.csv\)$/\1/p' "$man"
  sed -n '/^\.Ss /h; /visibility/{g;s/^\.Ss //p;}' "$man"; } | sort -u >"$tmp/tables"
for t in $(cat "$tmp/tables"); do
	[ $t = hands.csv ] || grep -q $m $priv/$t 2>/dev/null || echo $t
done >"$tmp/missing"
empty "$tmp/missing" 'the word stands in every private table'
[ "$(wc -l <"$tmp/tables")" -ge 11 ]; ok $? 'of which the manual describes eleven or more'
for f in drafts notes logbook rejects; do
	grep -rlq $m $priv/$f || echo $f
done >"$tmp/missing"
empty "$tmp/missing" 'and in every private folder'
secret=$(cat $priv/key 2>/dev/null)
[ ${#secret} -ge 64 ] || secret=$m

cp -a "$work" "$tmp/whole"
# What was printed: no marker, and nothing that broke; else which command.
found() { # NAME
	awk -v m="$m|$secret|^BROKE|AddressSanitizer|runtime error:" '/^=== / { cmd = $0; next }
	    $0 ~ m { print cmd; print }' "$tmp/printed" >"$tmp/found"
	empty "$tmp/found" "$1"
}
other=fr
try() { # in one language and the other by turns
	case $other in en) other=fr ;; *) other=en ;; esac
	echo "=== $*"
	LANGUAGE=$other timeout 20 "$@" $today 2>&1 </dev/null
	[ $? -le 2 ] || echo "BROKE $*"
}
fresh() {
	cd "$tmp" && rm -rf "$work" && cp -a "$tmp/whole" "$work" && cd "$work/f" || exit 2
}
