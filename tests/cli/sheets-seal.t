#!/bin/sh
# Files of sheets under the locks of gpg and age: made and opened by the
# tools themselves, and nothing is clear on the disk on the way.
. "${0%/*}/../lib.sh"

q() { "$@" -q >/dev/null 2>"$err" || sed "s/^/# /" "$err"; }
mkdir A B
cd A || exit 2
cpm-init -q --pack boost-short team 2>/dev/null; cd team || exit 2
A=$PWD; q cpm-assess open R1; git add -A; git commit -qm round
git clone -q . "$work/B/team"; B=$work/B/team
printf 'number,group,STR0,GOV0\n1,governance,3,4\n2,governance,NA,2\n' >../g.csv
q cpm-assess import --round R1 ../g.csv
q cpm-assess sheets export -o ../clear.csv

comes_back() { # FILE NAME [option...]
	f=$1 n=$2; shift 2
	rm -rf "$B.private"
	(cd "$B" && run cpm-assess sheets join "$@" "$f"; echo "$rc" >"$tmp/rc")
	is "$(cat "$tmp/rc")" 0 "$n: opened"
	diff -r "$A.private" "$B.private" >"$out"; ok $? "$n: all is there"
}

# --- tools that fail: nothing is written, nothing comes in
mkdir "$tmp/bin" "$tmp/empty"
fake() { # NAME SCRIPT
	printf '#!/bin/sh\n%s\n' "$2" >"$tmp/bin/$1"; chmod +x "$tmp/bin/$1"
}
for p in cpm-assess git; do ln -s "$(command -v $p)" "$tmp/empty/$p"; done
run env PATH="$tmp/empty" cpm-assess sheets export --encrypt -o ../x.asc
is "$rc" 2 'no gpg on the computer'
like "$err" 'gpg is not on this computer$' 'is said'
like "$err" "hint: in Debian its package is 'gnupg'$" 'with the name of its package'
[ ! -e ../x.asc ]; ok $? 'and nothing is written'
run env PATH="$tmp/empty" cpm-assess sheets export --encrypt-to age1qqq -o ../x.asc
like "$err" "hint: in Debian its package is 'age'$" 'no age either'
fake gpg 'echo "gpg: no" >&2; exit 2'
run env PATH="$tmp/bin:$PATH" cpm-assess sheets export --encrypt -o ../x.asc
is "$rc" 2 'a gpg that fails'
like "$err" '^gpg: no$' 'is heard itself'
like "$err" 'gpg did not do it \(its status is 2\); nothing was changed$' 'and said'
[ ! -e ../x.asc ]; ok $? 'nothing is written'
fake gpg 'cat >/dev/null'
run env PATH="$tmp/bin:$PATH" cpm-assess sheets export --encrypt -o ../x.asc
like "$err" 'gpg did not do it \(its status is 0\); nothing was changed$' 'one that gives nothing'
fake gpg 'kill -9 $$'
run env PATH="$tmp/bin:$PATH" cpm-assess sheets export --encrypt -o ../x.asc
like "$err" 'gpg was stopped; nothing was changed$' 'one that is stopped'
cp ../clear.csv ../x.asc
run env PATH="$tmp/bin:$PATH" cpm-assess sheets export --encrypt -o ../x.asc
same ../x.asc ../clear.csv 'an older file stays'

# What the tool is given, and that it stands in no file.
fake gpg 'echo "$@" >"$ARGS"; cat >"$GOT"; grep -rl "^answer," "$PLACE" | sort >"$SEEN"; echo sealed'
mkdir "$work/none"; rm ../x.asc
run env PATH="$tmp/bin:$PATH" ARGS="$tmp/args" GOT="$tmp/got" SEEN="$tmp/seen" \
    PLACE="$work" TMPDIR="$work/none" cpm-assess sheets export --encrypt -o ../x.asc
is "$(cat "$tmp/args")" '--quiet --no-symkey-cache --armor --symmetric' 'a passphrase'
same "$tmp/got" ../clear.csv 'it is given what is clear'
is "$(cat "$tmp/seen")" "$work/A/clear.csv" 'which stands in no other file'
is "$(cat ../x.asc) $(stat -c %a ../x.asc)" 'sealed 600' 'its answer is the file'
unlike "$err" 'whoever has it can read it' 'which nobody can read'
run env PATH="$tmp/bin:$PATH" ARGS="$tmp/args" GOT="$tmp/got" SEEN="$tmp/seen" \
    PLACE="$work" cpm-assess sheets export --encrypt-to 'a b; c' --encrypt-to -x -o ../x.asc
is "$(cat "$tmp/args")" '--quiet --no-symkey-cache --armor --encrypt -r a b; c -r -x' 'recipients, as they are'
fake age 'echo "$@" >"$ARGS"; cat >/dev/null; echo sealed'
run env PATH="$tmp/bin:$PATH" ARGS="$tmp/args" cpm-assess sheets export --encrypt-to age1q --encrypt-to 'ssh-ed25519 AAAA' -o ../x.asc
is "$(cat "$tmp/args")" '--armor -r age1q -r ssh-ed25519 AAAA' 'those of age'

# Opening: the tool is known by how the file begins.
opens() { # BYTES WANT NAME
	printf -- "$1" >"$tmp/locked"
	fake gpg 'echo "gpg $*" >"$ARGS"; exit 2'; fake age 'echo "age $*" >"$ARGS"; exit 1'
	rm -f "$tmp/args"
	run env PATH="$tmp/bin:$PATH" ARGS="$tmp/args" cpm-assess sheets join "$tmp/locked"
	is "$rc $(cat "$tmp/args" 2>/dev/null)" "$2" "$3"
}
pgp='gpg --quiet --no-symkey-cache --decrypt'
opens '-----BEGIN PGP MESSAGE-----\n' "2 $pgp" 'armour of gpg'
opens '\n -----BEGIN PGP MESSAGE-----\n' "2 $pgp" 'behind blanks'
opens '\214\015\004' "2 $pgp" 'bytes for a passphrase'
opens '\205\001\014' "2 $pgp" 'bytes for a key'
opens '\303\015\004' "2 $pgp" 'the newer form of both'
opens '\301\015\004' "2 $pgp" 'of both'
like "$err" 'gpg did not do it \(its status is 2\); nothing was changed$' 'what fails is said'
like "$err" 'locked is locked: whoever made it knows for whom, or the passphrase$' 'with a hint'
opens 'age-encryption.org/v1\n' '2 age --decrypt' 'bytes of age'
like "$err" 'locked is locked by age: --identity FILE names the file of your key$' 'with a hint of its own'
opens '-----BEGIN AGE ENCRYPTED FILE-----\n' '2 age --decrypt' 'armour of age'
opens '\357\273\277row,round' '1 ' 'what is clear is nobody else'"'"'s matter'
opens '\377\377' '1 ' 'nor what is nothing'
fake gpg 'cat >/dev/null; echo row,and,nothing,more'
printf -- '-----BEGIN PGP MESSAGE-----\n' >"$tmp/locked"
run env PATH="$tmp/bin:$PATH" cpm-assess sheets join "$tmp/locked"
is "$rc" 1 'what was locked is checked as well'
like "$err" 'locked: this copy is cut off' 'and said'

# --- gpg itself
if command -v gpg >/dev/null 2>&1; then
	GNUPGHOME=$tmp/gpg; export GNUPGHOME; mkdir -m 700 "$GNUPGHOME"
	trap 'gpgconf --kill all 2>/dev/null; chmod -R u+rwX "$tmp" 2>/dev/null; rm -rf "$tmp"' EXIT
	echo 'far apart and close' >"$tmp/phrase"
	printf '%s\n' batch 'pinentry-mode loopback' "passphrase-file $tmp/phrase" >"$GNUPGHOME/gpg.conf"
	run cpm-assess sheets export --encrypt -o ../votes.asc
	is "$rc" 0 'gpg: a passphrase'
	like ../votes.asc '^-----BEGIN PGP MESSAGE-----$' 'gpg: text'
	unlike ../votes.asc 'answer,|,R1,' 'gpg: nothing is clear'
	is "$(stat -c %a ../votes.asc)" 600 'gpg: for nobody else'
	comes_back ../../A/votes.asc 'gpg, a passphrase'
	echo 'another one' >"$tmp/phrase"; rm -r "$B.private"
	(cd "$B" && run cpm-assess sheets join ../../A/votes.asc; echo "$rc" >"$tmp/rc")
	is "$(cat "$tmp/rc")" 2 'gpg: a wrong one opens nothing'
	[ ! -e "$B.private" ]; ok $? 'gpg: and nothing is written'
	: >"$tmp/phrase"
	gpg --quiet --quick-generate-key mentor@example.org default default never 2>"$err"
	run cpm-assess sheets export --encrypt-to mentor@example.org -o ../votes.gpg
	is "$rc" 0 'gpg: a key'
	comes_back ../../A/votes.gpg 'gpg, a key'
	gpg --quiet --dearmor <../votes.gpg >../votes.bin
	comes_back ../../A/votes.bin 'gpg, bytes'
	sed '8d' ../votes.gpg >../torn.gpg
	run cpm-assess sheets join ../torn.gpg
	is "$rc" 2 'gpg: a damaged file opens nothing'
	run cpm-assess sheets export --encrypt-to nobody@example.org -o ../no.gpg
	is "$rc" 2 'gpg: a recipient that it does not know'
	[ ! -e ../no.gpg ]; ok $? 'gpg: and nothing is written'
else
	skip 'gpg is not on this computer'
fi

# --- age itself
if command -v age-keygen >/dev/null 2>&1; then
	age-keygen -o "$tmp/id" 2>/dev/null
	to=$(age-keygen -y "$tmp/id")
	run cpm-assess sheets export --encrypt-to "$to" -o ../votes.age
	is "$rc" 0 'age: a recipient'
	like ../votes.age '^-----BEGIN AGE ENCRYPTED FILE-----$' 'age: text'
	comes_back ../../A/votes.age 'age, text' --identity "$tmp/id"
	age -d -i "$tmp/id" ../votes.age | age -r "$to" >../votes.bin
	comes_back ../../A/votes.bin 'age, bytes' --identity "$tmp/id"
	age-keygen -o "$tmp/other" 2>/dev/null
	run cpm-assess sheets join --identity "$tmp/other" ../votes.age
	is "$rc" 2 'age: another key opens nothing'
else
	skip 'age is not on this computer'
fi

done_testing
