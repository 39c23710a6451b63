#!/bin/sh
# Every sentence is there in French, says the same and is set as French is.
. "${0%/*}/../lib.sh"

none() {
	[ ! -s "$1" ]; s=$?
	ok $s "$2"
	[ $s -eq 0 ] || sed 's/^/# /' "$1" | head -60
}

# The msgids of a catalogue, its header left out.
sentences() {
	perl -00 -ne 'if (/^msgid ((?:".*"\n)+)/m) { $s = $1; $s =~ s/"\n"//g;
	    print $s if $s ne "\"\"\n" }'
}

make -s -C "$top" B="$tmp/b" pot >"$tmp/log" 2>&1
is "$?" 0 'sentences are taken from the code'
pot=$tmp/b/cpm-toolkit.pot
n=$(msgattrib --no-obsolete "$pot" | grep -c '^msgid ')
[ "$n" -gt 100 ]; ok $? "there are $n of them"
grep -i 'warning' "$tmp/log" | grep -v 'CHARSET\|msgfmt\|header field' >"$tmp/found"
none "$tmp/found" 'without a remark'

for dir in "$top"/share/locale/*/; do
	l=$(basename "$dir")
	for po in "$dir"*.po; do
		msgfmt -c -o /dev/null "$po" 2>&1 | grep -v 'header field' >"$tmp/found"
		none "$tmp/found" "$l/${po##*/} is well-formed"
		for h in 'charset=UTF-8' "Language: $l" 'Plural-Forms:'; do
			grep -q "$h" "$po" || echo "$h"
		done >"$tmp/found"
		none "$tmp/found" "$l/${po##*/} has its header"
	done
	msgcat --more-than=1 --no-wrap "$dir"*.po | sentences >"$tmp/found"
	none "$tmp/found" "$l: no sentence is in two catalogues"
	msgcat --use-first -o "$tmp/$l.po" "$dir"*.po
	msgmerge -q -N -o "$tmp/merged.po" "$tmp/$l.po" "$pot"
	msgattrib --untranslated --no-obsolete --no-wrap "$tmp/merged.po" |
	    sentences >"$tmp/found"
	none "$tmp/found" "$l: every sentence is translated"
	grep -c '^msgid' "$tmp/merged.po" | grep -Eq '[0-9]{3}'
	is $? 0 "$l: and there were sentences"
	msgattrib --only-fuzzy --no-wrap "$tmp/merged.po" |
	    sentences >"$tmp/found"
	none "$tmp/found" "$l: none is a guess"
	msgattrib --only-obsolete --no-wrap "$tmp/merged.po" |
	    sed 's/^#~ //' | sentences >"$tmp/found"
	none "$tmp/found" "$l: none is left over"
	msgfmt -c -o "$tmp/$l.mo" "$tmp/merged.po" 2>&1 |
	    grep -v 'header field' >"$tmp/found"
	none "$tmp/found" "$l: every format takes what its original takes"
done

# French typography: a no-break space before : ; ? ! and inside « ».  The
# sentences of the translation alone are looked at.
perl -ne '
	if (/^msgid/) { $in = 0 } elsif (/^msgstr/) { $in = 1 }
	next unless $in && /"(.*)"/;
	$s = $1;
	print if $s =~ /[ ][:;?!](?![-\/)(])/ || $s =~ /\xc2\xab[ ]/ ||
	    $s =~ /[ ]\xc2\xbb/ || $s =~ /\xc2\xab[^\xc2\xe2]/ ||
	    $s =~ /\w[?!]( |$|\\n)/' "$tmp/fr.po" >"$tmp/found"
none "$tmp/found" 'fr: no-break spaces where French has them'
perl -CSD -ne '
	if (/^msgid/) { $in = 0 } elsif (/^msgstr/) { $in = 1 }
	next unless $in && /"(.*)"/;
	print if $1 =~ /\p{L}\x27\p{L}/' "$tmp/fr.po" >"$tmp/found"
none "$tmp/found" 'fr: the apostrophe is a typographic one'

# Without a French locale on the machine.
for v in LANGUAGE=fr LANG=fr_FR.UTF-8 LC_ALL=fr_BE LC_MESSAGES=fr_CA.UTF-8; do
	run env -u LANG "$v" cpm-init --pack nowhere x
	like "$err" 'ce modèle n’existe pas' "French by $v"
done
run env LANGUAGE=fr cpm-init --lang en --pack nowhere x
like "$err" 'no such pack' '--lang wins'
run env LANGUAGE=de cpm-init --pack nowhere x
like "$err" 'no such pack' 'English where there is no catalogue'
run cpm-init --lang xx x
is "$rc" 2 'an unknown language is misuse'
like "$err" "no such language here: 'xx'" 'which is said'

# The packs: both languages are whole, and French is set as French.
for pack in "$top"/share/packs/*/; do
	set -- "$pack"*.csv
	[ ! -d "$pack"notes ] || set -- "$@" "$pack"notes/*.md
	perl -CSD -ne 'print "$ARGV:$.: $_" if /\p{L}\x27\p{L}/ || /[ ][:;?!]/' \
	    "$@" >"$tmp/found" 2>"$tmp/unread"
	none "$tmp/found" "pack $(basename "$pack"): typographic French"
	none "$tmp/unread" 'all of it was read'
	awk -F, 'FNR == 1 { n = NF } END { exit n < 2 }' "$1"
	is $? 0 'which was looked at'
done

done_testing
