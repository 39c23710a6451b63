#!/bin/sh
# Nothing that is printed or written depends on what people answered, while a
# round is open, where too few answered, and once it is closed: the same
# commands are run over two sets of answers that differ in nothing but scores.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"
today=--date=2026-03-05

try() { # COMMAND...
	echo "--- $*"
	"$@" $today 2>&1 </dev/null
	echo "status $?"
}
everything() {
	for by in dimension criterion; do
		try cpm-assess score R1 --by $by --groups --stats
		try cpm-assess compare R1 R1 --by $by --groups
	done
	for verb in tally gaps talk strengths priorities; do
		try cpm-assess $verb R1
		try cpm-assess $verb R1 --table
	done
	try cpm-assess score --draft R1
	try cpm-assess form R1
	try cpm-assess form R1 --grid
	try cpm-assess -n agree R1 A 3 --evidence seen
	try cpm-assess -n agree R1 A2 1
	try cpm-assess -n agree R1 --done
	try cpm-assess -n finding R1 A 'We meet' --type strength
	try cpm-assess -n open R2
	try cpm-assess -n close R1
	try cpm-assess -n import "$tmp/late.csv" --round R1 --group g1
	try cpm-assess -n forget p1
	try cpm-next
	try cpm-check
	try cpm-report round R1
	try cpm-report round R1 --html
	try cpm-report plan
	try cpm-report progress --since 2026-01-01
	for t in *.csv rounds/R1/*; do echo "--- $t"; cat "$t"; done
}
# Two sets of answers of the same people, who leave out the same.
answer() { # few|many one|other
	sheet=0
	head -1 "$answers" >"$tmp/new"
	case $1,$2 in
	few,one)	sheets 3 g1 1 A2=NA; sheets 1 g2 5 B1= ;;
	few,other)	sheets 3 g1 4 A2=NA A3=2; sheets 1 g2 3 B1= ;;
	many,one)	sheets 6 g1 1 A2=NA; sheets 5 g2 5 B1= ;;
	many,other)	sheets 6 g1 4 A2=NA A3=2; sheets 5 g2 3 B1= ;;
	esac >>"$tmp/new"
	cat "$tmp/new" >"$answers"
}
cat >"$tmp/late.csv" <<-END
	form,A1,A2,A3,B1,B2,B3
	77,1,2,3,4,5,5
END

for show in counts groups; do
	folder $show
	cpm-assess open R1 --show $show --invited 'g1:6 g2:6' -q $today
	for people in few many; do
		answer $people one; everything >"$tmp/a"
		answer $people other; everything >"$tmp/b"
		same "$tmp/b" "$tmp/a" "an open round of $people that will show $show"
		unlike "$tmp/a" 'status 1[0-9]' 'with nothing that breaks'
	done
	like "$tmp/a" "round 'R1' is still open" 'nothing of it is shown'

	# Few: the close and all that follows.
	cp -a . "$tmp/$show"
	for votes in one other; do
		rm -rf "$work/few$show" "$work/few$show.private"
		cp -a "$tmp/$show" "$work/few$show"
		cp -a "$work/$show.private" "$work/few$show.private"
		answers=$work/few$show.private/responses.csv
		cd "$work/few$show" || exit 2
		answer few $votes
		{ try cpm-assess close R1; everything; } >"$tmp/$votes"
	done
	same "$tmp/other" "$tmp/one" "a round of four that was to show $show"
	like "$tmp/one" 'fewer than 5 answered' 'which is said'

	# Many: what was published stays, whatever becomes of the answers.
	cd "$work/$show" || exit 2
	answers=$work/$show.private/responses.csv
	answer many one
	try cpm-assess close R1 >"$tmp/close"
	like "$tmp/close" '11 sheets are counted' 'eleven are closed'
	everything >"$tmp/a"
	answer many other; everything >"$tmp/b"
	same "$tmp/b" "$tmp/a" "a closed round that shows $show"
	like "$tmp/a" '^R1,all,all votes,A,A1' 'of which there is something to see'
done

done_testing
