#!/bin/sh
# cpm-check names every fault of a folder, with file, line and column, in one
# run; it changes nothing, and says nothing where nothing is wrong.
. "${0%/*}/../lib.sh"

folder() { # a small folder by hand, so that nothing but cpm-check is tried
	rm -rf garden garden.private; mkdir garden; cd garden || exit 2
	cat >cpm.csv <<-'X'
	key,value
	schema,1
	title,Garden
	lang,en
	langs,en fr
	X
	printf 'id,order,label_en\nSTR,1,Identity\nGOV,2,Governance\nRES,3,Means\n' >dimensions.csv
	printf 'id,dimension,order,label_en\nSTR1,STR,1,We know why\nGOV1,GOV,1,We meet\nRES1,RES,1,We count\n' >criteria.csv
	printf 'dimension,value,label_en\n,1,Not yet\n,2,Starting\n,3,In place\n,4,Steady\n,5,Shared\n,NA,not applicable\n,DK,do not know\n' >scale.csv
	printf 'id,perspective,label_en\nboard,self,Board\n' >groups.csv
	printf 'id,start,review_due,objective,status\nc1,2026-01-05,2026-08-01,,do\n' >cycles.csv
	printf 'id,cycle,title,dimensions,state,decided_on,decided_by,note\ncash,c1,Count the cash,RES,chosen,2026-01-05,all,it pulls\n' >changes.csv
	printf 'change,level,objective\ncash,1,Count\n' >levels.csv
	printf 'id,ref,level,title,owner,start,due,means,verification,status\ncount,change:cash,1,Count every Friday,treasurer,2026-01-12,2026-02-27,a form,the signed form,todo\n' >actions.csv
	cd ..
}
digests() { (cd garden && find . -type f ! -path './.cpm/*' -exec sha256sum {} + | sort); }
check() { run cpm-check -C garden "$@"; }
fault() { # FILE CONTENT ERE NAME
	folder; printf "$2" >"garden/$1"
	digests >before; check; digests >after
	if [ "$rc" = 1 ] && grep -Eq -- "$3" "$err" && cmp -s before after; then ok 0 "$4"
	else ok 1 "$4"; echo "# rc $rc"; sed 's/^/# /' "$err"; fi
}

folder; check
is "$rc" 0 'a good folder: status 0'
empty "$out" 'nothing on standard output'
empty "$err" 'and not a word'

fault actions.csv 'id,titel\na,x\n' "garden/actions.csv:1: column 'titel': no such column" 'an unknown column'
like "$err" "hint: did you mean 'title'\?" 'the nearest is suggested'
folder; sed -i '1s/$/,x_mine/; 2s/$/,7/' garden/actions.csv; check
is "$rc" 0 'a column of one'"'"'s own begins with x_'
fault actions.csv 'id,due\na,2026-02-30\n' "actions.csv:2: column 'due': no such day.*'2026-02-30'" 'a day that does not exist'
fault actions.csv 'id,due\na,31/12/2025\n' "actions.csv:2: column 'due': not written as a day is \(YYYY-MM-DD\): '31/12/2025'" 'a day the French way'
like "$err" 'hint: .*date_order' 'and how to have it read'
fault actions.csv 'id,level\na,one\n' "actions.csv:2: column 'level': not a whole number" 'a word for a number'
fault actions.csv 'id,status\na,finished\n' "actions.csv:2: column 'status': not one of the allowed words: 'finished'" 'a word that is not allowed'
like "$err" 'hint: one of: draft, todo, doing, done' 'those that are, are listed'
fault actions.csv 'id,title\na,x\na,y\n' "actions.csv:3: column 'id': the same as on line 2: 'a'" 'a duplicate id'
fault actions.csv 'id,title\nab,x\nAB,y\n' "actions.csv:3: column 'id': the same as on line 2" 'ids that differ by case only'
fault actions.csv 'id,title\n../x,x\n' "actions.csv:2: column 'id': not an identifier" 'an id that is a path'
fault actions.csv 'id,ref\na,change:nothing\n' "actions.csv:2: column 'ref': refers to nothing that is there: 'change:nothing'" 'a dangling reference'
fault levels.csv 'change,level\nnothing,1\n' "levels.csv:2: column 'change': refers to nothing" 'a dangling reference in a key'
fault criteria.csv 'id,dimension\nSTR1,XXX\n' "criteria.csv:2: column 'dimension'" 'a criterion without dimension'
fault criteria.csv 'id,dimension\nSTR,STR\n' "criteria.csv:2: column 'id': a dimension has this id already" 'one name space'
fault groups.csv 'id,merged_into\na,b\nb,a\n' "groups.csv:2: column 'merged_into': groups merged in a ring" 'a ring of groups'
fault groups.csv 'id,merged_into\nall,\n' "groups.csv:2: column 'id': this id is reserved" 'a reserved group'
fault groups.csv 'id,merged_into\na,zz\n' "groups.csv:2: column 'merged_into'" 'a group merged into nothing'
fault criteria.csv 'id,dimension,weight\nSTR1,STR,0\n' "criteria.csv:2: column 'weight'" 'a weight of 0'
fault dimensions.csv 'id,order\n' 'dimensions.csv: there is no dimension' 'no dimension at all'
fault dimensions.csv 'id,order\nSTR,1\nGOV,2\nRES,3\nRES,4\nSTR,5\n' "dimensions.csv:5: column 'id': the same as on line 4: 'RES'" 'a dimension twice, with its criteria'
fault scale.csv 'dimension,value\n' 'scale.csv: there is no scale' 'no scale at all'
fault scale.csv 'dimension,value\n,one\n' "scale.csv:2: column 'value': not a number" 'a scale of words'
fault actions.csv 'id,title\na\n' 'actions.csv:2: the header has 2 cells, this row 1' 'a ragged row'
fault actions.csv 'id,title\na,"x\nb,y\n' 'actions.csv:2: an opened quote is never closed' 'an unclosed quote'
fault actions.csv 'id,title\na,x"y\n' 'actions.csv:2:4: a quote where none may stand' 'a stray quote'
fault actions.csv 'id,title\na,"x\ny"z\n' 'actions.csv:2: a quoted cell begins here and does not end well on line 3' 'a quote that ends badly'
fault actions.csv 'id,title\na,x\000y\n' 'actions.csv:2:4: a NUL byte' 'a NUL byte'
fault actions.csv 'id,title\na,\377\nb,\303\251\n' 'actions.csv:2:3: not valid UTF-8' 'invalid UTF-8'
fault actions.csv 'id,title\na,x\ry\n' 'actions.csv:2: a carriage return stands alone' 'a carriage return alone'
fault actions.csv 'id,title\n<<<<<<< ours\na,x\n=======\na,y\n>>>>>>> theirs\n' 'actions.csv:2: a mark of an unfinished git merge' 'conflict markers'
like "$err" 'actions.csv:6: a mark' 'each one is named'
fault actions.csv 'id,title\na,x' 'actions.csv: the last line has no line end' 'a torn last line'
fault actions.csv 'id,title\na' 'actions.csv:2: the last line is cut off' 'a last line that is cut off'
fault actions.csv '' 'actions.csv: empty: not even a header' 'an empty file'
fault actions.csv 'title\nx\n' "actions.csv:1: column 'id': this column is missing" 'a key that is missing'
fault actions.csv 'id,title,title\na,x,y\n' "actions.csv:1: column 'title': this column stands twice" 'a column twice'
fault actions.csv 'PK\003\004xx' 'actions.csv: this is a spreadsheet file' 'a spreadsheet by the name of CSV'
fault actions.csv '\377\376i\000' 'actions.csv: this is UTF-16' 'UTF-16'
fault dimensions.csv 'i\000d\000,\000o\000' 'dimensions.csv: this is UTF-16' 'what others refer to'
unlike "$err" 'refers to nothing that is there|no such dimension' 'is not missed in each row that does'
fault actions.csv '\320\317\021\340\241\261' 'actions.csv: this is a spreadsheet file, not CSV: open it and save it as CSV' 'an old spreadsheet'
fault actions.csv '\037\213\010' 'actions.csv: this is compressed: unpack it with gunzip, and take the CSV that is in it' 'a compressed file'
fault actions.csv '%%PDF-1.4\n' 'actions.csv: this is a PDF, not CSV: take the table that it was made from' 'a PDF'
fault actions.csv '<!doctype html>\n' 'actions.csv: this is a web page, not CSV: was it downloaded without signing in\?' 'a page in the place of a table'
fault actions.csv '<?xml version="1.0"?>\n' 'actions.csv: this is XML, not CSV' 'XML'
fault actions.csv '[{"id":"a"}]\n' 'actions.csv: this is JSON, not CSV' 'JSON'
fault actions.csv 'i\000d\000,\000t\000' 'actions.csv: this is UTF-16' 'UTF-16 without its mark'
fault actions.csv 'id,title\ra,x\r' 'actions.csv: its lines end with a carriage return alone, as on an old Macintosh' 'lines of an old Macintosh'
fault actions.csv 'id,ref\na,what:x\n' "actions.csv:2: column 'ref': not a reference like action:ID" 'no reference'
fault cpm.csv 'key,value\nschema,1\nlnag,fr\n' "cpm.csv:3: column 'key': no such setting: 'lnag'" 'a setting that is none'
like "$err" "hint: did you mean 'lang'" 'the nearest is suggested'
fault cpm.csv 'key,value\nschema,1\nmin_team,2\n' "cpm.csv:3: column 'value'.*min_team" 'a threshold below its least'
fault cpm.csv 'key,value\ntitle,x\n' 'cpm.csv: the number of the schema is missing' 'no number of the schema'
fault small-changes.csv 'id,date,seen_by,what,visibility\ns1,2026-01-01,me,x,private\n' "small-changes.csv:2: column 'visibility': a private row in a table that is shared" 'a private row in a shared table'
fault responses.csv 'round,date\n' 'responses.csv: a private table in the shared folder' 'votes in the shared folder'
fault measures.csv 'indicator,date,source,value\nx,2026-01-01,s,2.12345\n' "measures.csv:2: column 'value': not a number" 'five decimals'
fault log.csv 'id,date,mode,persons\nl1,2026-01-01,visit,-1\n' "log.csv:2: column 'persons'" 'a number out of range'

fault actions.csv 'id,title\na,x\n' "actions.csv:1: column 'status': this column is missing" 'a column that must be there'
fault actions.csv 'id,title,status,ref,due\na,x,todo,change:nothing,2026-02-30\n' "column 'ref': refers to nothing that is there: 'change:nothing'" 'a dangling reference in a row with another fault'
like "$err" "column 'due': no such day" 'both are named'

# All of them in one run.
folder
printf 'id,due\na,2026-02-30\nb,2026-13-01\n' >garden/actions.csv
printf 'id,start\nx,y\n' >garden/cycles.csv
check
is "$(grep -c -e "no such day" -e "as a day is" "$err")" 3 'three faults in two files are three lines'

# A folder of a newer program is read, and said; it is not written.
folder; sed -i 's/schema,1/schema,9/' garden/cpm.csv
check
like "$err" 'warning: .*this folder was written by a newer program \(schema 9' 'a newer schema'

# Private values are never quoted.
folder; mkdir -m 700 garden.private
printf 'code,name,consent_on\nc1,Aline Secret,notaday\n' >garden.private/people.csv; chmod 600 garden.private/people.csv
check
like "$err" "garden.private/people.csv:2: column 'consent_on': not written as a day is" 'a fault in the private folder'
unlike "$err" 'notaday|Secret' 'without the value'
rm garden.private/people.csv

# Modes of the private folder.
printf 'code,name\nc1,Aline Secret\n' >garden.private/people.csv; chmod 644 garden.private/people.csv
check
is "$rc" 1 'an open private file is a fault'
like "$err" 'people.csv: others on this machine may read it' 'and is named'
run cpm-check -C garden --fix
is "$rc" 0 '--fix closes it'
is "$(stat -c %a garden.private/people.csv)" 600 'to 600'

# --privacy
folder; mkdir -m 700 garden.private garden/notes
printf 'code,name\nc1,Aline Niyonzima\nc2,Anne\nc3,Jo\n' >garden.private/people.csv; chmod 600 garden.private/people.csv
printf 'id,date,mode,summary\nl1,2026-01-12,visit,Seen with aline niyonzima\nl2,2026-01-13,call,write to a.b@example.org\nl3,2026-01-14,call,on +243 99 123 45 67\nl4,2026-01-15,visit,met on 2026-01-15 at ten\nl5,2026-01-16,visit,from 2026-01-15 at ten to 2026-02-15 at 12 or 13\nl6,2026-01-17,visit,Anne counted\nl7,2026-01-18,visit,the jolly box\n' >garden/log.csv
printf 'first line\nAline NIYONZIMA said so\n' >garden/notes/a.md
check; is "$rc" 0 'without --privacy nothing is said'
check --privacy
is "$rc" 1 'with --privacy it is'
like "$err" "log.csv:2: column 'summary': the name of a person" 'a name'
like "$err" 'log.csv:3: .*an e-mail address' 'an e-mail address'
like "$err" 'log.csv:4: .*telephone number' 'a telephone number'
unlike "$err" 'log.csv:5' 'a date is no telephone number'
like "$err" 'log.csv:7: .*the name of a person' 'a name of four letters'
unlike "$err" 'log.csv:8' 'one of two stands in too many words'
unlike "$err" 'log.csv:6' 'nor are several, with hours between them'
like "$err" 'notes/a.md:2: the name of a person' 'a name in a note'
unlike "$err" '[Nn]iyonzima' 'and never the name itself'

# --fix ends a last line.
folder; printf 'id,title,status\na,x,todo' >garden/actions.csv
run cpm-check -C garden --fix
is "$rc" 0 '--fix ends a last line'
is "$(tail -c 1 garden/actions.csv | od -An -c | tr -d ' ')" '\n' 'with a line end'

# Other habits are read, and said once.
folder; printf '\357\273\277id;titre;statut\r\na;x;fait\r\n' >garden/actions.csv; check
like "$err" 'actions.csv: read with its own habits: byte-order mark, separator .;., line ends CR LF' 'habits are said'
like "$err" 'actions.csv: read with its own names of columns' 'French names are read'
folder; printf 'id\ttitle\na\tcaf\351\n' >garden/actions.csv; check
like "$err" 'encoding CP1252, separator TAB' 'CP1252 and TAB'

# Where there is no folder.
run cpm-check -C /
is "$rc" 2 'no folder is misuse'
like "$err" 'is not in a team.s folder' 'and says so'
run cpm-check -C nowhere
is "$rc" 2 'a folder that is not there'
folder; mkdir garden/sub; cd garden/sub; run cpm-check; is "$rc" 0 'the folder is found upwards'; cd ../..
run env CPM_PROJECT=garden cpm-check; is "$rc" 0 'or by CPM_PROJECT'
run cpm-check --fxi; is "$rc" 2 'an unknown option'
like "$err" "did you mean '--fix'" 'with the nearest one'
run cpm-check one; is "$rc" 2 'a word too many'

# In French.
folder; printf 'id,due\na,2026-02-30\n' >garden/actions.csv
run cpm-check -C garden --lang fr
like "$err" 'colonne «.+due.+».*: ce jour n.existe pas' 'faults are said in French'
run env LANG=fr_BE.UTF-8 cpm-check -C garden
like "$err" 'ce jour n.existe pas' 'even where no French locale is installed'
done_testing
