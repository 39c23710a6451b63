#!/bin/sh
# Each system call of a command that writes several tables fails once: then
# the folder is old or new, all of it, once cpm-check has been there; what
# failed is said, and no failure counts as done.
. "${0%/*}/../lib.sh"

strace -o "$tmp/tr" -e trace=fsync -e inject=fsync:error=EIO:when=1 true 2>/dev/null ||
    { echo '1..0 # SKIP strace cannot trace here'; exit 0; }

d=--date=2026-01-17
state() { (cd "$1" && find . -type f ! -path '*/.git/*' ! -path '*/.cpm/*' -exec sha256sum {} + | LC_ALL=C sort | sha256sum); }

{
	mkdir base && cd base && git init -q --bare elsewhere.git &&
	cpm-init --lang en $d team && cd team && rm -rf .git ../elsewhere.git &&
	cpm-plan cycle open --start 2026-01-17 $d &&
	change=$(cpm-plan propose 'Count the cash' --dimensions RES $d) &&
	cpm-plan choose "$change" --by team --why urgent $d &&
	cpm-plan level "$change" 1 --objective count $d &&
	action=$(cpm-plan action "$change" 1 'Count every Friday' --owner treasurer --due 2026-02-27 --means book --verification sheet $d) &&
	cpm-plan start "$action" $d && cd ../..
} >setup.log 2>&1 || { echo '1..1'; echo 'not ok 1 - the folder is made'; tail -5 setup.log | sed 's/^/# /'; exit 1; }
echo 'Said in confidence, at some length' >prose

# sweep NAME CALLS COMMAND…
sweep() {
	name=$1 calls=$2; shift 2
	rm -rf one; cp -a base one; old=$(state one)
	(cd one/team && "$@" <../../prose) >/dev/null 2>&1; new=$(state one)
	[ "$old" != "$new" ]; ok $? "$name: writes when it is left alone"
	bad=0 n=0
	for call in $calls; do
		err1=${call#*:} k=0; call=${call%:*}
		while k=$((k + 1)); do
			rm -rf one; cp -a base one
			(cd one/team && strace -qq -o "$tmp/tr" -e "trace=$call" -e "inject=$call:error=$err1:when=$k" \
			    "$@" <../../prose >/dev/null 2>../said); rc=$?
			grep -q INJECTED "$tmp/tr" || break
			# Before main() it is the loader's business.
			[ $rc = 127 ] && continue
			n=$((n + 1)) was=
			[ $rc -eq 0 ] || [ -s one/said ] || was='nothing said'
			[ $rc -le 2 ] || was="status $rc"
			rm -f one/said
			(cd one/team && cpm-check -q >../check 2>&1) || was="cpm-check: $(head -1 one/check)"
			rm -f one/check
			s=$(state one)
			[ "$s" = "$new" ] || { [ "$s" = "$old" ] && [ $rc -ne 0 ]; } || was="${was:+$was, }status $rc, and the folder is not as it should be"
			[ -z "$was" ] || { bad=$((bad + 1)); echo "# $call $err1 $k: $was"; grep INJECTED "$tmp/tr" | sed 's/^/#   /'; }
		done
	done
	is "$bad" 0 "$name: $n failures, each old or new"
}

calls='fsync:EIO write:ENOSPC pwrite64:EIO rename:EIO close:EIO unlink:EACCES fchmod:EPERM ftruncate:EIO mkdir:ENOSPC flock:ENOLCK openat:EMFILE openat:EACCES read:EIO newfstatat:EIO access:EIO'
sweep 'two tables' "$calls" cpm-plan done "$action" --seen 'read aloud' --for all --date=2026-02-27
sweep 'private, with its text' 'fsync:EIO write:EDQUOT rename:EACCES openat:EIO read:EIO newfstatat:EACCES' cpm-log add - --private --mode call --date=2026-02-27
done_testing
