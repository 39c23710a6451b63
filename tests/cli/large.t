#!/bin/sh
# Large folders cost in proportion to their size: four times the rows take
# about four times as long, not sixteen.
. "${0%/*}/../lib.sh"
d=--date=2026-01-20

rows() { # FILE HEADER FORMAT N: %d is the row's number, wherever it stands
	awk -v h="$2" -v f="$3" -v n="$4" 'BEGIN { print h; for (i = 1; i <= n; i++) { s = f; gsub(/%d/, i, s); print s } }' >"$1"
}
folder() { # NAME N
	cpm-init -q --lang en "$1" && cd "$1" && cpm-plan -q cycle open --start 2026-01-17 $d >/dev/null || exit 2
	rows changes.csv 'id,cycle,title,dimensions,state' 'c%d,C1,T %d,RES,proposed' "$2"
	rows levels.csv 'change,level,objective' 'c%d,1,x' "$2"
	rows actions.csv 'id,ref,level,title,status' 'a%d,change:c%d,1,T %d,draft' "$2"
	rows steps.csv 'id,action,title' 's%d,a%d,x' "$2"
	rows small-changes.csv 'id,date,what,ref,visibility' 'm%d,2026-01-18,w,level:c%d/1,team' "$2"
	rows log.csv 'id,date,mode,refs,summary,visibility' 'l%d,2026-01-18,call,action:a%d,w,team' "$2"
	rows adjustments.csv 'id,date,ref,field,old,new,reason' 'j%d,2026-01-18,action:a%d,due,2026-01-30,2026-02-01,context' "$2"
	cd ..
}
folder small 4000 2>log
folder large 16000 2>>log

# ratio COMMAND…: processor time in the large folder per that in the small one
ratio() {
	for f in small large; do
		(cd $f && perl -e '
			my $least;
			for (1 .. 2) {
				my ($u, $s) = (times)[2, 3];
				system(@ARGV) == 0 or exit 1;
				my $t = (times)[2] + (times)[3] - $u - $s;
				$least = $t if !defined $least || $t < $least;
			}
			printf STDERR "%.3f\n", $least' "$@" >/dev/null 2>../$f.time) ||
		    { echo "# $f: $*: $(head -3 $f.time)"; echo 99 >$f.time; }
	done
	tail -qn1 small.time large.time | paste -sd' ' | awk '{ printf "%d\n", $2 / ($1 + 0.005) }'
}
for c in 'cpm-check' "cpm-plan list --csv $d" "cpm-next $d" "cpm-plan due --within 14d $d" "cpm-report plan $d" \
    "cpm-log seen x --for all -n $d"; do
	r=$(ratio $c)
	[ "$r" -lt 9 ]; ok $? "$c: linear ($r)"
done

# What no team has is refused, soon.
cd small
n=6000
rows scale.csv 'dimension,value,label_en' ',%d,x' $n
run timeout 20 cpm-check
is "$rc" 1 'an endless scale is a fault'
like "$err" 'scale.csv: a scale of more than 1000 values' 'and said'
rows dimensions.csv 'id,order,label_en' 'd%d,%d,x' $n
rows criteria.csv 'id,dimension,order,label_en' 'k%d,d%d,%d,x' $n
rows scale.csv 'dimension,value,label_en' 'd%d,1,x' $n
run timeout 20 cpm-check
is "$rc" 1 'so are endless dimensions'
like "$err" 'dimensions.csv: more than 200 dimensions' 'which is said'
rows dimensions.csv 'id,order,label_en' 'd%d,%d,x' 9
run timeout 20 cpm-check
like "$err" 'criteria.csv: more than 5000 criteria' 'and endless criteria'
done_testing
