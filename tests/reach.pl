# How far sets of threads reach, by brute force: every simple path, every set.
# Nothing is shared with the program but the formula of cpm-plan(1).
#
#	reach.pl make SEED N LINKS	a table of links: so many from each thread
#					(a fraction too), on N threads
#	reach.pl check FILE K <OUT	what `reach -f FILE --json` said of all
#					sets of K: silent where it is right
use strict;
use warnings;
use JSON::PP;

# A line of it.  JSON::PP takes ten times as long as all the rest: it reads
# the first line, and whatever is not of this plain shape.
sub row {
	my ($line, $first) = @_;
	return decode_json($line) if $first ||
	    $line !~ /^\{(?:"\w+":(?:[\d.]+|"[^"\\]*")(?:,(?=")|\}$))+$/;
	return { map { /^"/ ? substr($_, 1, -1) : $_ }
	    $line =~ /"(\w+)":([\d.]+|"[^"]*")/g };
}

sub make {
	my ($seed, $n, $per) = @_;
	srand($seed);
	print "from,to,strength\n";
	for my $i (1 .. $n) {
		my $k = int($per) + (rand() < $per - int($per) ? 1 : 0);
		$k = $n - 1 if $k > $n - 1;
		my %to;
		while (keys %to < $k) {
			my $j = 1 + int(rand($n));
			$to{$j} = 1 if $j != $i;
		}
		print "T$i,T$_,", 1 + int(rand(3)), "\n"
		    for sort { $a <=> $b } keys %to;
	}
}

my (@id, %at, @to, @r);

# All simple paths from $s: the best product to each thread.
sub walk {
	my ($s, $here, $p, $seen) = @_;
	$r[$s][$here] = $p if $p > ($r[$s][$here] // 0);
	$seen->[$here] = 1;
	for my $l (@{$to[$here]}) {
		walk($s, $l->[0], $p * $l->[1] / 3 * 0.5, $seen)
		    unless $seen->[$l->[0]];
	}
	$seen->[$here] = 0;
}

sub four { my $v = shift; sprintf('%d', int($v * 10000 + 0.5 + 1e-7)) }

sub check {
	my ($file, $k) = @_;
	open my $fh, '<', $file or die;
	<$fh>;
	while (<$fh>) {
		chomp;
		my ($f, $t, $s) = split /,/;
		for my $x ($f, $t) {
			next if exists $at{$x};
			$at{$x} = @id;
			push @id, $x;
		}
		push @{$to[$at{$f}]}, [ $at{$t}, $s ];
	}
	my $n = @id;
	walk($_, $_, 1, []) for 0 .. $n - 1;

	# Every set, as a mask, in the order of its members.
	my %want;
	my @set = (0 .. $k - 1);
	my $count = 0;
	while (1) {
		my $sum = 0;
		for my $j (0 .. $n - 1) {
			my $not = 1;
			$not *= 1 - ($r[$_][$j] // 0) for @set;
			$sum += 1 - $not;
		}
		$want{join ',', map { $id[$_] } @set} = [ four($sum), $count++ ];
		my $i = $k - 1;
		$i-- while $i >= 0 && $set[$i] == $n - $k + $i;
		last if $i < 0;
		$set[$i]++;
		$set[$_] = $set[$_ - 1] + 1 for $i + 1 .. $k - 1;
	}
	my @order = sort { $want{$b}[0] <=> $want{$a}[0] ||
	    $want{$a}[1] <=> $want{$b}[1] } keys %want;
	my %first;
	my %times;
	for my $i (0 .. $#order) {
		my $v = $want{$order[$i]}[0];
		$first{$v} //= $i + 1;
		$times{$v}++;
	}
	my $i = 0;
	while (my $line = <STDIN>) {
		my $o = row($line, $i == 0);
		my $name = $order[$i++] // 'none';
		my $v = $want{$name}[0] // -1;
		print "place $i: $o->{dimensions}, should be $name\n"
		    if $o->{dimensions} ne $name;
		print "$name: reach $o->{reach}, should be $v\n"
		    if four($o->{reach}) != $v;
		print "$name: rank $o->{rank}, should be $first{$v}\n"
		    if $o->{rank} != $first{$v};
		print "$name: tied or not\n"
		    if ($o->{note} eq 'tied') != ($times{$v} > 1);
		print "$name: of $o->{of}, not $n\n" if $o->{of} != $n;
		why($o, $name);
	}
	print "$i sets of $count\n" if $i != $count;
}

# Every path that is named exists, and is worth the best.
sub why {
	my ($o, $name) = @_;
	my %in = map { $at{$_} => 1 } split /,/, $name;
	my $named = 0;
	for my $part (split /; /, $o->{why}) {
		my ($path, $v) = $part =~ /^(.*) ([\d.]+)$/ or die $part;
		my @p = map { $at{$_} } split / > /, $path;
		my $p = 1;
		for my $i (1 .. $#p) {
			my ($l) = grep { $_->[0] == $p[$i] }
			    @{$to[$p[$i - 1]]};
			$p *= defined $l ? $l->[1] / 3 * 0.5 : 0;
		}
		print "$name: $part: no best path\n"
		    if abs($p - $r[$p[0]][$p[-1]]) > 1e-12 ||
		    four($p) != four($v) || !$in{$p[0]} || $in{$p[-1]};
		$named++;
	}
	my $want = 0;
	for my $s (keys %in) {
		$want += grep { !$in{$_} && ($r[$s][$_] // 0) > 0 } 0 .. $#id;
	}
	print "$name: $named paths named, not $want\n" if $named != $want;
}

my $verb = shift;
$verb eq 'make' ? make(@ARGV) : check(@ARGV);
