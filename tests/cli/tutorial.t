#!/bin/sh
# The cycle that cpm-toolkit(7) tells in commands runs as it stands there.
. "${0%/*}/../lib.sh"

# The displays of that section, but the crontab's.
sed -n '/^\.Sh A CYCLE/,/^\.Ss Every Monday/p' "$top/man/cpm-toolkit.7" |
    awk '/^\.Bd/ { on = 1; next } /^\.Ed/ { on = 0 } on' >script
lines=$(grep -c . script)
[ "$lines" -ge 25 ]; ok $? "the section has $lines commands"

# An export as the survey program would give it for the unchanged pack.
export SOURCE_DATE_EPOCH=1772841600	# 7 March 2026
sed 's/"Logistique"/"Bénévoles"/' "$top/share/demo/kobo-2026-01.csv" >kobo-export.csv
n=0 bad=0
while IFS= read -r line; do
	n=$((n + 1))
	case $line in
	*'import --round R1'*) cp "$work/kobo-export.csv" . ;;
	*'import --round R2'*) sed 's/"_\{0,1\}41\([0-9][0-9]\)"/"51\1"/; s/-\([0-9a-f]\{12\}\)"/-2\1"/g' kobo-export.csv >kobo-export-2.csv ;;
	*'cycle close') # what a team does between the second look and the end
		id=$(cpm-log lesson 'counting by two protects the one who counts' 2>/dev/null)
		cpm-log lesson --choose "$id" --new-practice 'always two' --owner treasurer --check-on 2026-12-01 >/dev/null 2>&1 ;;
	esac
	case $line in cd\ *) cd ${line#cd } || bad=$((bad + 1)); continue ;; esac
	if ! sh -c "$line" >"$out" 2>"$err" </dev/null; then
		bad=$((bad + 1)); echo "# line $n: $line"; sed 's/^/# /' "$err" | head -5
	fi
done <"$work/script"
is "$bad" 0 'each of them does what it says'
[ -s web/R1.svg ] && [ -s report/march.html ] && [ -s form.html ]; ok $? 'the web, the report and the form are there'
run cpm-check
is "$rc" 0 'and the folder is sound'
empty "$err" 'without a word'
done_testing
