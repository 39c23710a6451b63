#!/bin/sh
# How long things take, as whole processes; medians of several runs.  Nothing
# here fails on a figure: a busy machine is no fault of the program.
#
#	make bench
#
# With the real survey file beside the project (see tests/lib.sh) the whole
# way from an empty folder to a chart is timed on 2,800 sheets; without it on
# as many made-up ones.
. "${0%/*}/../lib.sh"
set -e
tmp=$work

now() { date +%s%N; }

# RUNS COMMAND…: the median wall time in ms, two decimals
median() {
	runs=$1; shift
	i=0
	while [ $i -lt "$runs" ]; do
		a=$(now); "$@" >/dev/null 2>&1; b=$(now)
		echo $((b - a))
		i=$((i + 1))
	done | sort -n | awk '{ v[NR] = $1 } END { printf "%.2f\n", v[int((NR + 1) / 2)] / 1e6 }'
}

# N COMMAND…: the time of N runs in one go, per run, in ms
each() {
	n=$1; shift
	a=$(now); i=0
	while [ $i -lt "$n" ]; do "$@" >/dev/null; i=$((i + 1)); done
	b=$(now)
	echo $((b - a)) "$n" | awk '{ printf "%.3f\n", $1 / $2 / 1e6 }'
}

# --- from an empty folder to a chart -----------------------------------------
pack=$tmp/pack; mkdir "$pack"
{ echo key,value; echo schema,1; echo title,Bench; echo lang,en; echo langs,en; } >"$pack/cpm.csv"
{ echo id,order,kind,label_en; i=0
  for d in A C E N O; do i=$((i + 1)); echo "$d,$i,functioning,Dimension $d"; done; } >"$pack/dimensions.csv"
{ echo id,dimension,order,label_en
  for d in A C E N O; do for i in 1 2 3 4 5; do echo "$d$i,$d,$i,Statement $d$i"; done; done; } >"$pack/criteria.csv"
{ echo dimension,value,label_en; for i in 1 2 3 4 5 6; do echo ",$i,$i"; done; } >"$pack/scale.csv"
{ echo id,perspective,label_en; echo 1,self,One; echo 2,self,Two; } >"$pack/groups.csv"
bfi=$survey/surveys/bfi.csv
if [ ! -e "$bfi" ]; then
	bfi=$tmp/made.csv
	awk 'BEGIN { srand(1); printf "rownames"
	  split("A C E N O", d, " "); for (i = 1; i <= 5; i++) for (j = 1; j <= 5; j++) printf ",%s%d", d[i], j
	  print ",gender,education,age"
	  for (n = 1; n <= 2800; n++) { printf "%d", n; for (i = 0; i < 25; i++) printf ",%d", 1 + int(rand() * 6)
	    printf ",%d,,30\n", 1 + int(rand() * 2) } }' >"$bfi"
fi
{ echo column,field,criterion,reverse,scores; echo rownames,id,,,
  for d in A C E N O; do for i in 1 2 3 4 5; do echo "$d$i,score,$d$i,,"; done; done
  echo gender,group,,,; echo education,ignore,,,; echo age,ignore,,,; } >"$tmp/map.csv"
whole() {
	rm -rf garden garden.private
	cpm-init --pack "$pack" garden
	cpm-assess -C garden open R1
	cpm-assess -C garden import --round R1 --map map.csv "$bfi"
	cpm-assess -C garden close R1
	cpm-assess -C garden score R1 | cpm-web -o chart.svg
}
whole >/dev/null 2>whole.err || { cat whole.err >&2; exit 1; }
printf '%-58s %10s ms\n' "init, open, import 2,800 sheets, close, score | web" "$(median 5 whole)"

# --- start-up, one after the other -------------------------------------------
a=$(each 200 /bin/true); b=$(each 200 cpm-web --version); a2=$(each 200 /bin/true); b2=$(each 200 cpm-web --version)
awk -v a="$a" -v a2="$a2" -v b="$b" -v b2="$b2" 'BEGIN {
	printf "%-58s %10.3f ms\n", "/bin/true", (a + a2) / 2
	printf "%-58s %10.3f ms (%.2f x)\n", "cpm-web --version", (b + b2) / 2, (b + b2) / (a + a2) }'

# --- charts of 8 axes and 3 series, beside gnuplot's spiderplot -----------------
# PAIRS TIMES LABEL OURS THEIRS: both in turn, each so many times a pair, since
# asking for the time takes time; medians, and that of the pairs' ratios with
# the middle half of them.  Each pair finds empty folders.
paired() {
	pairs=$1 times=$2 label=$3 i=0
	while [ $i -lt "$pairs" ]; do
		rm -rf ours theirs; mkdir ours theirs
		a=$(now); again "$times" $4; b=$(now); again "$times" $5; c=$(now)
		echo $(((b - a) / times)) $(((c - b) / times))
		i=$((i + 1))
	done >pairs.txt
	for k in '$1' '$2' '$1 / $2'; do
		awk "{ printf \"%.6f\\n\", $k }" pairs.txt | sort -n |
		    awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)], v[int(NR / 4) + 1], v[int(NR * 3 / 4) + 1] }'
	done | awk -v l="$label" '{ m[NR] = $1; lo = $2; hi = $3 } END {
		printf "%-58s %10.2f ms, gnuplot %.2f ms: %.3f of it (%.3f to %.3f)\n", l,
		    m[1] / 1e6, m[2] / 1e6, m[3], lo, hi }'
}

again() {
	left=$1
	while [ "$left" -gt 0 ]; do $2 >/dev/null 2>&1; left=$((left - 1)); done
}

# DIR: tables and scripts for both; nothing is compared that one of them lacks:
# axes and series are named, rings numbered, and each chart is its own file.
charts() {
	{ echo axis,series,value
	  for s in one two three; do for i in 1 2 3 4 5 6 7 8; do echo "axis $i,$s,$(((i * 7 + ${#s}) % 5 + 1))"; done; done; } >"$1/chart.csv"
	awk 'BEGIN { print "team,axis,series,value"; for (t = 1; t <= 1000; t++)
		for (s = 1; s <= 3; s++) for (i = 1; i <= 8; i++)
			print "team " t ",axis " i ",series " s "," (t * i + s) % 5 + 1 }' >"$1/thousand.csv"
	cat >"$1/one.gp" <<'G'
set terminal svg
set spiderplot
set for [i=1:8] paxis i range [0:5]
set for [i=1:8] paxis i label sprintf('axis %d', i)
set paxis 1 tics 1
set grid spider
$d << EOD
one 4 2 5 3 1 4 2 5
two 2 4 3 5 4 1 3 2
three 5 3 1 4 2 5 4 3
EOD
G
	{ cat "$1/one.gp"
	  echo "do for [n=1:1000] {"
	  echo "set output sprintf('theirs/%d.svg', n)"
	  echo 'plot for [i=1:8] $d using i+1:key(1)'
	  echo '}'; } >"$1/thousand.gp"
	{ echo "set output 'g.svg'"; echo 'plot for [i=1:8] $d using i+1:key(1)'; } >>"$1/one.gp"
}
options='--axis axis --series series --value value --min 1 --max 5'
one() { cpm-web $options chart.csv >c.svg; }
one_theirs() { gnuplot one.gp; }
many() { cpm-web -q --split team $options -o 'ours/%s.svg' thousand.csv; }
many_theirs() { gnuplot thousand.gp; }
kept_theirs() { gnuplot thousand.gp && sync -f theirs; }

charts .
if one; then printf '%-58s %10s bytes\n' "a chart of 8 axes and 3 series" "$(wc -c <c.svg)"; fi
if ! command -v gnuplot >/dev/null || ! one_theirs 2>/dev/null; then
	printf '%-58s %10s ms\n' "that chart (gnuplot is not there)" "$(median 25 one)"
	printf '%-58s %10s ms\n' "1,000 of them (--split)" "$(median 5 many)"
else
	printf '%-58s %10s bytes\n' "the same by gnuplot" "$(wc -c <g.svg)"
	paired 15 20 "one chart" one one_theirs
	# We do not end before the disk has all files, gnuplot does: with both
	# the disk is waited for, in memory by none of them.
	paired 15 1 "1,000 charts, on the disk for good" many kept_theirs
	if ram=$(mktemp -d /dev/shm/cpm-bench.XXXXXX 2>/dev/null); then
		charts "$ram"
		here_is=$PWD; cd "$ram"
		paired 15 1 "1,000 charts, into memory" many many_theirs
		cd "$here_is"; rm -rf "$ram"
	fi
	paired 5 1 "1,000 charts, we wait for the disk and gnuplot does not" many many_theirs
fi

# --- imports that do not fit in memory ----------------------------------------
# The line is 8 MiB, and 24 bytes a submission that is new or there already.
perl -e 'exit 0' || exit 0
large() { # NAME SHEETS CRITERIA
	rm -rf big big.private; mkdir big big.private; chmod 700 big.private
	printf '%s\n' key,value schema,1 title,Bench lang,en langs,en >big/cpm.csv
	printf '%s\n' id,order,label_en D,1,Thread >big/dimensions.csv
	{ echo id,dimension,label_en; for i in $(seq "$3"); do echo "C$i,D,Statement $i"; done; } >big/criteria.csv
	{ echo dimension,value,label_en; for i in 1 2 3 4 5; do echo ",$i,$i"; done; } >big/scale.csv
	printf '%s\n' id,perspective,label_en g1,self,One g2,self,Two >big/groups.csv
	cpm-assess -q -C big open R1
	awk -v n="$2" -v k="$3" 'BEGIN { srand(7); printf "id,group"; for (c = 1; c <= k; c++) printf ",C%d", c; print ""
	  for (i = 1; i <= n; i++) { printf "k%d,g%d", i, i % 2 + 1; for (c = 1; c <= k; c++) printf ",%d", 1 + int(rand() * 5); print "" } }' >big.csv
	for there in 0 "$2"; do
		perl -e 'my ($label, $line, @cmd) = @ARGV; my $t = time; require Time::HiRes; $t = Time::HiRes::time();
			system("/usr/bin/env", "sh", "-c", "exec \"\$@\" 2>/dev/null", "x", @cmd) == 0 or die "import failed\n";
			my $s = Time::HiRes::time() - $t; my ($u, $y) = (times)[2, 3];
			printf "%-58s %10.1f s (%.1f of processor)\n", $label, $s, $u + $y' \
			"$1${there:+, $there there}" 0 cpm-assess -C big import --round R1 big.csv
	done
	cpm-assess -C big import --round R1 big.csv 2>/dev/null &
	pid=$!; most=0
	while [ -e /proc/$pid/status ] && hwm=$(awk '/^VmHWM/ { print $2 }' /proc/$pid/status 2>/dev/null) && [ -n "$hwm" ]; do
		[ "$hwm" -gt "$most" ] && most=$hwm; sleep .1; done
	wait $pid || :
	awk -v m="$most" -v n="$2" 'BEGIN { printf "%-58s %10.1f MiB (the line: %.1f)\n", "its memory, all sheets new and there", m / 1024, 8 + 48 * n / 1048576 }'
}
large "import, 33,334 sheets of 30 answers" 33334 30
[ -n "${CPM_BENCH_LARGE:-}" ] && large "import, 1,000,000 sheets of 5 answers" 1000000 5
:
