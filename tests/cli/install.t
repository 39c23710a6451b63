#!/bin/sh
# What make install puts where, that it runs from there, and that it goes.
. "${0%/*}/../lib.sh"

root=$tmp/root
make_() { make -s -C "$top" B="$build" DESTDIR="$root" PREFIX=/usr "$@" >"$tmp/log" 2>&1; }

make_ install
is "$?" 0 'make install works'
for c in $(ls "$top"/cmd/cpm-*.c); do
	c=$(basename "$c" .c)
	[ -x "$root/usr/bin/$c" ] || echo "$c"
done >"$tmp/missing"
for p in "$top"/man/*.[157] "$build"/man/*.5; do
	f=${p##*/}
	[ -f "$root/usr/share/man/man${f##*.}/$f" ] || echo "$f"
done >>"$tmp/missing"
for f in packs/boost/criteria.csv packs/boost-short/notes/context.fr.md css demo/demo.sh; do
	[ -e "$root/usr/share/cpm-toolkit/$f" ] || echo "$f"
done >>"$tmp/missing"
for l in "$top"/share/locale/*/; do
	[ -f "$root/usr/share/locale/$(basename "$l")/LC_MESSAGES/cpm-toolkit.mo" ] || echo "$l"
done >>"$tmp/missing"
is "$(cat "$tmp/missing")" '' 'commands, pages, packs and catalogues are there'
is "$(find "$root" ! -perm -004 | head -3)" '' 'for everybody to read'
is "$(find "$root/usr/share" -type f -perm /111 ! -name '*.sh' | head -3)" '' 'and only programs are run'
is "$(grep -rlF "$top" "$root/usr/share" | head -3)" '' 'nothing names the place where it was built'

run env PATH="$root/usr/bin:/usr/bin:/bin" CPM_SHAREDIR="$root/usr/share/cpm-toolkit" \
    CPM_LOCALEDIR="$root/usr/share/locale" cpm-init --lang fr team
is "$rc" 0 'it runs from there'
like "$err" 'team est créé à partir du modèle boost' 'with its packs, in French'

make_ uninstall
is "$?" 0 'make uninstall works'
is "$(find "$root" -type f)" '' 'and leaves no file'

done_testing
