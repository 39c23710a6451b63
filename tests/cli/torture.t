#!/bin/sh
# A few made-up programmes through the commands, in two worlds that differ in
# what is not published: "make torture" has many more.
. "${0%/*}/../lib.sh"
export TMPDIR="$tmp"		# what fails is kept there

# Among their rounds are counts and groups, secret and open ones, late sheets,
# a look back, ten people and nineteen.
for seed in 6 12; do
	run perl "$top/tests/torture/commands.pl" "$build/torture" -j 1 1 $seed
	is "$rc" 0 "what can be read does not depend on what is not published ($seed)"
	[ "$rc" -eq 0 ] || head -c 3000 "$err" | sed 's/^/# /'
	like "$out" '^1 programmes through the commands: [0-9]{3} steps' 'in all that was printed and touched'
done

# An export names people; here a command that repeats it is found out.
mkdir "$tmp/bin"
cat >"$tmp/bin/cpm-next" <<END
#!/bin/sh
tail -1 ../in/R1.csv
exec "$build/bin/cpm-next" "\$@"
END
chmod +x "$tmp/bin/cpm-next"
PATH=$tmp/bin:$PATH
run perl "$top/tests/torture/commands.pl" "$build/torture" -j 1 1 6
is "$rc" 1 'a name that is printed is found'
like "$err" 'it shows what was answered' 'as one that differs'

# The policy itself, in one process.
run "$build/torture" -j 1 40
is "$rc" 0 'forty programmes against the policy'
like "$out" '^realistic teams, --show counts \(judged\)$' 'by style'
run "$build/torture" -s 7
is "$rc" 0 'one again'
like "$out" '^1 programmes, ' 'alone'

done_testing
