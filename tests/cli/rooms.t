#!/bin/sh
# The shape of the code: who may know whom, what is thin, what is banned.
. "${0%/*}/../lib.sh"
cd "$top" || exit 2

# none FILE NAME: nothing was found; what was, is shown.
none() {
	[ ! -s "$1" ]; s=$?
	ok $s "$2"
	[ $s -eq 0 ] || sed 's/^/# /' "$1" | head -30
}

# --- rooms: base < table < model < intake, view (strangers) < cmd
awk '
function room(path, p) { split(path, p, "/"); return p[1] == "lib" ? p[2] : p[1] }
BEGIN {
	may["base"] = " base "
	may["table"] = " base table "
	may["model"] = " base table model "
	may["intake"] = " base table model intake "
	may["view"] = " base table model view "
	may["cmd"] = " base table model intake view own "
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, q, "\"")
	here = room(FILENAME)
	there = index(q[2], "/") ? substr(q[2], 1, index(q[2], "/") - 1) : "own"
	if (!(here in may))
		print FILENAME ": no such room"
	else if (!index(may[here], " " there " "))
		print FILENAME ":" FNR ": may not include " q[2]
}' cmd/*.c lib/*/*.[ch] >"$tmp/found"
none "$tmp/found" 'no room includes one that it may not'

awk '/#[ \t]*include[ \t]*"/ { n++ } END { exit n < 100 }' cmd/*.c lib/*/*.[ch]
is $? 0 'and the includes were looked at'

# A program includes what the world gives through one door only.
for door in 'csv.h lib/table/reader.c' 'cmark.h lib/view/doc' \
    'nettle/ lib/base/slug.c' 'spawn.h nowhere' \
    'sys/wait.h lib/base/run.c' \
    'cmocka.h tests/'; do
	set -- $door
	grep -l "include <$1" cmd/*.c lib/*/*.[ch] | grep -v "^$2" >"$tmp/found"
	none "$tmp/found" "<$1> is included in $2 only"
done

# --- commands are thin: 600 lines, or 150 and 45 a verb; no long function
awk '
function file_done() {
	if (last > 600 && last > 150 + 45 * verbs)
		print file ": " last " lines for " verbs " verbs"
}
FNR == 1 { file_done(); file = FILENAME; verbs = 0 }
{ last = FNR }
/^[a-z_]+\(struct cmd \*c\)$/ { verbs++ }
/^[a-z_].*\(/ { name = $1 }
/^{/ { begin = FNR }
/^}$/ { if (begin && FNR - begin > 80)
	print FILENAME ":" begin ": a function of " FNR - begin " lines (" name ")"
	begin = 0 }
END { file_done() }' cmd/*.c >"$tmp/found"
none "$tmp/found" 'commands are thin'

# --- banned functions (comments are not code)
strip() { ${CC:-cc} -fpreprocessed -dD -E -w "$1" | sed '/^#/d'; }
for f in cmd/*.c lib/*/*.[ch] man/*.c; do
	strip "$f" | sed "s|^|$f: |"
done >"$tmp/code"
banned() { # NAME ERE [where it may be]
	grep -E "(^|[^A-Za-z0-9_>.])($2)[[:blank:]]*\\(" "$tmp/code" |
	    grep -Ev "^(${3:-nowhere}): " >"$tmp/found"
	none "$tmp/found" "$1"
}
grep -q 'opt_main *(' "$tmp/code"
ok $? 'the code was looked at'
banned 'no copies without a length' 'strcpy|strcat|sprintf|vsprintf|gets|stpcpy|strncat'
banned 'no strtok' 'strtok'
banned 'no numbers without a check' 'atoi|atol|atoll|atof'
banned 'numbers are read in num.c' 'strtod|strtof|strtold|strtol|strtoul|strtoll|strtoull' 'lib/base/num\.c'
banned 'days are read in date.c' 'strptime|mktime|timegm|localtime|localtime_r|strftime|ctime' 'lib/base/date\.c'
banned 'the locale is set in lang.c' 'setlocale|newlocale|uselocale' 'lib/base/lang\.c'
banned 'no shell' 'system|popen'
banned 'other programs are run in run.c' 'v?fork|clone|exec[lv]p?e?|execvpe|fexecve|posix_spawnp?' 'lib/base/run\.c'
banned 'no predictable temporary file' 'tmpnam|tempnam|mktemp'
banned 'memory comes from mem.c' 'malloc|calloc|realloc|strdup|strndup|asprintf' 'lib/base/mem\.[ch]'
banned 'the library does not end the program' 'exit' 'cmd/[^:]*|lib/base/mem\.c'

# Decimals are printed by num.c: %f asks the locale.
grep -E '"[^"]*%[-+ #0]*[0-9*]*(\.[0-9*]+)?l?[fFeEgGaA][^"]*"' "$tmp/code" >"$tmp/found"
none "$tmp/found" 'no float is printed'

# Every file says what it is for; headers have their guard.
for f in cmd/*.c lib/*/*.[ch] man/*.c tests/unit/*.c; do
	head -1 "$f" | grep -q '^/\*' || echo "$f"
done >"$tmp/found"
none "$tmp/found" 'every file begins with what it is for'
for f in lib/*/*.h; do
	grep -q "^#ifndef CPM_" "$f" && grep -q '^#endif' "$f" || echo "$f"
done >"$tmp/found"
none "$tmp/found" 'every header has its guard'
grep -nE 'typedef (struct|union|enum)' lib/*/*.h cmd/*.c lib/*/*.c >"$tmp/found"
none "$tmp/found" 'structs keep their tags'

done_testing
