#!/bin/sh
# A blind reading: from the lines of text, and from the description inside the
# picture, every number of the table is found again.
. "${0%/*}/../lib.sh"
command -v perl >/dev/null || { echo '1..0 # SKIP no perl'; exit 0; }

# make.pl N SEED: a table of N axes, up to four series, with all there can be
cat >make.pl <<'P'
my ($n, $seed) = @ARGV;
srand $seed;
my @who = ('All', 'Board', 'The team', 'R1 (then)')[0 .. int rand 4];
print "axis,who,v,lo,hi,n,note,scale_min,scale_max\n";
for my $s (@who) {
	for my $i (1 .. $n) {
		my $r = int rand 8;
		my $v = sprintf '%.4g', 1 + rand 4;
		my ($lo, $hi, $note) = ('', '', '');
		if ($i > 1 && $r == 0) { $v = '' }
		elsif ($i > 1 && $r == 1) { $v = ''; $note = 'withheld' }
		elsif ($r == 2) { $note = 'rounded' }
		elsif ($r == 3) { $lo = sprintf '%.4g', 1 + ($v - 1) / 2;
			$hi = sprintf '%.4g', $v + (5 - $v) / 2 }
		print "Axis $i,$s,$v,$lo,$hi,7,$note,1,5\n";
	}
}
P
# want.pl <table: one line a fact: axis|series|what
cat >want.pl <<'P'
my (undef, @l) = <STDIN>;
my %t = map { chomp; my @f = split /,/; ("$f[0]|$f[1]", \@f) } @l;
for (sort keys %t) {
	my (undef, undef, $v, $lo, $hi, undef, $note) = @{$t{$_}};
	my $say = $v ne '' ? ($note eq 'rounded' ? "about $v" : $v) .
	    ($lo ne '' ? " (from $lo to $hi)" : '') :
	    $note eq 'withheld' ? 'withheld' : 'missing';
	print "$_|$say\n";
}
P
# read.pl: the same facts out of sentences "Axis 1: All 3; Board (no value)."
cat >read.pl <<'P'
local $/;
my $all = <STDIN>;
my @who = split /\|/, shift;
$all =~ s/&quot;/"/g;
my @fact;
while ($all =~ /(?:^|\n|\. )\s*(Axis \d+)(?::|  +\S+)\s*((?:(?!\. Axis |\n).)*)/g) {
	my ($axis, $rest) = ($1, $2);
	for my $s (@who) {
		$rest =~ /(?:^|[,;] | )\Q$s\E (\((?:no value|not shown)[^)]*\)|(?:about )?[-0-9.]+[0-9](?: \(from [0-9.]+ to [0-9.]+\))?|(?:about )?\d(?: \(from [0-9.]+ to [0-9.]+\))?)/
		    or next;
		my $say = $1;
		$say = $say =~ /^\(no/ ? $say =~ /not/ ? 'withheld' : 'missing' : $say;
		push @fact, "$axis|$s|$say\n";
	}
}
print sort @fact;
P
# lines.pl: and out of lines of text; many series stand in blocks of their own
cat >lines.pl <<'P'
my @who = split /\|/, shift;
my ($one) = @who == 1 ? @who : ();
my $value = qr/(?:about )?-?[0-9.]+(?: \(from [0-9.]+ to [0-9.]+\))?/;
my @fact;
while (<STDIN>) {
	chomp;
	for my $s (@who) { $one = $s if @who > 3 && /^\Q$s\E(?:, \d+ people)?$/ }
	next unless /^(Axis \d+)  +\S+  (.*)$/;
	my ($axis, $rest) = ($1, $2);
	for my $s (defined $one ? $one : @who) {
		my $say = defined $one ? $rest : $rest =~
		    /(?:^|, )\Q$s\E (\([^)]*\)|$value)/ ? $1 : next;
		$say =~ s/^\Q$s\E // if defined $one;
		$say = $say =~ /not shown/ ? 'withheld' : $say =~ /no value/ ?
		    'missing' : $say;
		push @fact, "$axis|$s|$say\n";
	}
}
print sort @fact;
P
chart() { cpm-web -q --lang en --axis axis --series who --value v --low lo --high hi --people n "$@"; }
bad='' facts=0
for n in 3 4 7 8 12 18 24; do
	for seed in 1 2 3 4 5 6; do
		perl make.pl $n $seed >t.csv
		perl want.pl <t.csv | LC_ALL=C sort >want
		who=$(sed 1d t.csv | cut -d, -f2 | awk '!s[$0]++' | tr '\n' '|')
		chart t.csv >t.svg || bad="$bad $n/$seed:svg"
		sed -n 's/.*<desc[^>]*>\(.*\)<\/desc>.*/\1/p' t.svg | perl read.pl "$who" | LC_ALL=C sort >got
		cmp -s want got || bad="$bad $n/$seed:desc"
		chart --dots t.csv | sed -n 's/.*<desc[^>]*>\(.*\)<\/desc>.*/\1/p' | perl read.pl "$who" | LC_ALL=C sort >got
		cmp -s want got || bad="$bad $n/$seed:dots"
		chart --text t.csv | perl lines.pl "$who" | LC_ALL=C sort >got
		cmp -s want got || bad="$bad $n/$seed:text"
		facts=$((facts + $(wc -l <want)))
	done
done
is "$bad" '' "every number is found again"
[ "$facts" -gt 500 ]; ok $? "$facts of them"
done_testing
