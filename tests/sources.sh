# Files in the shapes of survey programs, tests/data/sources/NAME-*.csv, made
# for these tests; all of them but the bad ones hold the same six sheets.
#
#	team NAME [RECIPE]	a folder of eight criteria with round R1 open
#	brings NAME FILE WORDS	FILE comes in whole, is said to be WORDS
#	refuses FILE <<END	FILE is refused with just these messages
#
# After brings or refuses, $err holds what was said.

files=$top/tests/data/sources

team() {
	rm -rf "$1" "$1.private"
	cpm-init --quiet --pack boost-short "$1" 2>/dev/null
	printf '%064d\n' 7 >"$1.private/key"
	cpm-assess -C "$1" open R1 --quiet
}

# No cell of the file but its header's stands in what was said.
canary() { # FILE NAME
	perl -e '
		my ($file, $said) = @ARGV;
		local $/;
		open(F, "<", $file); my $all = <F>;
		open(F, "<", $said); my $msg = <F>;
		$all =~ s/^\xef\xbb\xbf//;
		$all =~ s/^sep=.\r?\n//;
		my ($head, $q) = ("", 0);
		while ($all =~ s/^(.*?\n)//s) {
			$head .= $1;
			last if (() = $head =~ /"/g) % 2 == 0;
		}
		$msg =~ s/hint: .*//g;
		for my $t (split /[;,\t|"\r\n]+/, $all) {
			$t =~ s/^\s+|\s+$//g;
			next if length $t < 4 || index($head, $t) >= 0;
			print "$t\n" if index($msg, $t) >= 0;
		}
		print "no line\n" if $all !~ /\n/;
	' "$1" "$err" >"$tmp/canary"
	empty "$tmp/canary" "$2: no cell of it is quoted"
}

# Whatever the unit is, these are the six sheets.
tally_is() { # TEAM NAME
	cpm-assess -C "$1" tally --raw R1 2>/dev/null |
	    awk -F, -v OFS=, '{ if (NR > 1) $3 = ""; print }' >"$tmp/tally"
	same "$tmp/tally" "$files/want-tally.csv" "$2: the six sheets, NA, DK and skipped apart"
}

brings() { # TEAM FILE SAID
	b=${2##*/}
	team "$1"
	run cpm-assess -C "$1" import --round R1 "$2"
	is "$rc" 0 "$b comes in"
	like "$err" "$b: $3$" "$b: what it is, is said"
	like "$err" 'R1: 6 new, 0 changed, 0 same$' "$b: six sheets"
	canary "$2" "$b"
	tally_is "$1" "$b"
	cp "$err" "$tmp/said"
	cp "$1.private/responses.csv" "$tmp/before"
	run cpm-assess -C "$1" import --round R1 "$2"
	like "$err" 'R1: 0 new, 0 changed, 6 same$' "$b: again adds nothing"
	same "$1.private/responses.csv" "$tmp/before" "$b: and writes nothing"
	cp "$tmp/said" "$err"
}

refuses() { # FILE [option...] <messages
	f=$1; shift
	b=${f##*/}
	sort >"$tmp/want"
	team refused
	run cpm-assess -C refused import --round R1 "$@" "$f"
	is "$rc" 1 "$b is refused"
	canary "$f" "$b"
	sed -n "s|^cpm-assess: \(.*/\)\{0,1\}$b:\([0-9]*: \)|\2|p" "$err" |
	    grep -v '^[0-9]*: left out' | sort >"$tmp/got"
	same "$tmp/got" "$tmp/want" "$b: each fault, and no other"
	! grep -q '^R1,' refused.private/responses.csv 2>/dev/null
	ok $? "$b: nothing has come in"
}
