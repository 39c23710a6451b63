#!/bin/sh
# What is valid UTF-8 and what is not: the cases of flenniken/utf8tests, with
# the byte where each goes wrong.
. "${0%/*}/../lib.sh"

cases=$survey/utf8tests/utf8tests.txt
[ -r "$cases" ] || { echo '1..0 # SKIP the cases of utf8tests are not here'; exit 0; }
{ cpm-init --lang en team && cd team; } >log 2>&1 || exit 2

# A row a case; behind it "line byte" of what must be said.  The first row
# says that the file is UTF-8.
perl -e '
	open my $want, ">", "../want" or die;
	binmode STDOUT;
	print "id,title\nfirst,\xc3\xa9t\xc3\xa9\n";
	my ($line, $n) = (2, 0);
	while (<>) {
		chomp;
		my ($num, $kind, $text, undef, $repl) = split / *: */;
		next unless defined $kind && $num =~ /^\d/;
		$text =~ s/ //g, $text = pack "H*", $text if $kind =~ /hex/;
		$n++;
		$line++;
		my $before = "c$n,\"";
		my ($cell, $bad) = ($text, -1);
		if ($kind =~ /^invalid/) {
			$repl =~ s/[ "]//g;
			$repl = $repl eq "nothing" ? "" : pack "H*", $repl;
			for ($bad = 0; $repl =~ /\G([\x00-\x7f]|[\xc0-\xff][\x80-\xbf]+)/g; $bad += length $1) {
				last if substr($text, $bad, length $1) ne $1;
			}
		}
		my $head = $bad < 0 ? "" : substr $text, 0, $bad;
		my $lines = $head =~ tr/\n//;
		my $quotes = $head =~ tr/"//;
		if ($bad >= 0) {
			my $at = $bad + $quotes + length $before;
			$at = length($head) - rindex($head, "\n") - 1 + ($head =~ s/.*\n//sr =~ tr/"//) if $lines;
			printf $want "%d:%d\n", $line + $lines, $at + 1;
		}
		$cell =~ s/"/""/g;
		print "$before$cell\"\n";
		$line += $text =~ tr/\n//;
	}
	print STDERR "$n\n";' "$cases" >actions.csv 2>../count
is "$(cat ../count)" 222 'all cases are there'
is "$(wc -l <../want)" 145 'of them invalid'
run cpm-check
sed -n 's/^cpm-check: actions.csv:\([0-9]*:[0-9]*\): not valid UTF-8$/\1/p' "$err" >../got
same ../got ../want 'those that are invalid are said, each at its byte, and no others'
done_testing
