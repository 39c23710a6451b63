#!/bin/sh
# Private tables that somebody's editor, spreadsheet or git has broken: whoever
# is told what is wrong is told where, and never what stands there, whichever
# cell, line, header or byte it is.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"
. "$here/../marked.sh"

readers() {
	try cpm-check; for what in contacts lessons difficulties stories; do try cpm-log list $what; done
	try cpm-log -n session client peers/2; try cpm-assess -n close R2; try cpm-plan -n import x.csv
}
more_readers() {
	try cpm-check --privacy; try cpm-next; try cpm-log -n seen Other --private
	try cpm-plan due; try cpm-assess -n forget x; try cpm-log list seen
	try cpm-log rhythm; try cpm-log session; try cpm-log -n session action peers/2 Other
	try cpm-plan board --names -o board.html; try cpm-report visit; try cpm-check --fix
	try cpm-assess score --draft R2; try cpm-assess tally R2; try cpm-assess -n sheets join x
}
broken() { # FILE WHAT SED
	rm -rf $priv; cp -a "$tmp/whole/f.private" $priv
	sed -i "$3" "$priv/$1"
	{ readers; case $2 in 'a wrong cell'*) ;; *) more_readers ;; esac; } >"$tmp/printed"
	found "$1: $2"
	case $2 in 'a wrong cell'*) return ;; esac
	like "$tmp/printed" "^cpm-check: f\.private/$1(:| )" '  and its place is said'
}
fresh
for t in $(cat "$tmp/tables"); do
	cp -a "$tmp/whole/f.private/$t" $priv/$t
	cols=$(head -1 $priv/$t | tr ',' '\n' | grep -c .)
	# An identifier is shown: whoever types one chooses its words.
	n=0; case $(head -1 $priv/$t) in id,*) n=1 ;; esac
	while [ $n -lt $cols ]; do
		broken $t "a wrong cell $((n + 1))" "2s/^\(\([^,]*,\)\{$n\}\)[^,]*/\1${m}wrong/"
		n=$((n + 1))
	done
	broken $t 'a cell too many' "2s/\$/,${m}more/"
	broken $t 'a cell too few' '2s/,[^,]*$//'
	broken $t 'a line twice' '2p'
	broken $t 'a quote that is not closed' "2s/^/\"${m}open/"
	broken $t 'a quote inside' "2s/,/,${m}a\"b,/"
	broken $t 'no header' '1d'
	broken $t 'an unknown column' "1s/,/,${m}column,/"
	broken $t 'a column twice' "1s/^\([^,]*\),\([^,]*\)/\1,\1/"
	broken $t 'what a merge left' "2s/^/<<<<<<< ${m}mine\n/"
	broken $t 'no UTF-8' "2s/^/${m}\xe9\xc3\xa9/"
	broken $t 'a NUL' "2s/,/,${m}\x00/"
done

# A first line that was lost would be a line of somebody's words.
fresh
sed -i 1d $priv/session-clients.csv
run cpm-check
like "$err" 'session-clients.csv:1: column 2: no such column in this table$' 'a column that is none is counted'
like "$err" 'hint: the first line holds the names of columns; one of your own begins with x_' 'with what may be wrong'
run cpm-check --lang fr
like "$err" 'colonne 2.: cette table n’a pas de colonne de ce nom$' 'in French'
fresh
sed -i '1s/question/questoin/' $priv/session-clients.csv
run cpm-check
like "$err" "column 3: no such column in this table$" 'a slip'
like "$err" "did you mean 'question'" 'has its hint'
done_testing
