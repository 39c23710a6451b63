# Random imports into random states of responses.csv, against a model of its
# own: what each sheet must hold, and how many are new, changed and same.
#
#	perl import-model.pl SEED STEPS KIND
#
# in a folder with the rounds R1 and R2, criteria A1-A3 and B1-B3 and groups
# g1-g3; KIND is uuid (wide, one number everywhere), plain (wide, a number of
# the file) or long (one line an answer, of people).  Each comment names its
# sheet, so that an answer that lands in another's is seen.
use strict;
use warnings;

my ($seed, $steps, $kind) = @ARGV;
srand($seed);
my @crit = qw(A1 A2 A3 B1 B2 B3);
my @names = map { "n$_" } 1 .. 14;
my (%have, %gone);	# {round}{name}{g, s => {crit}, c => {crit}}
my ($file, $dir) = ('../in.csv', (`pwd` =~ /([^\/\n]+)$/)[0]);
my $store = "../$dir.private/responses.csv";

sub pick { $_[rand @_] }
sub slurp { open my $f, '<:raw', $_[0] or return ''; local $/; my $t = <$f>; $t // '' }
sub spew { open my $f, '>:raw', $_[0] or die "$_[0]: $!"; print $f $_[1]; close $f }
sub shuffle { my @a = @_; for (reverse 1 .. $#a) { my $j = int rand($_ + 1); @a[$_, $j] = @a[$j, $_] } @a }
sub quote { my ($v, $sep) = @_; $v =~ /["\n\r\Q$sep\E]/ ? do { $v =~ s/"/""/g; "\"$v\"" } : $v }
sub records {	# bytes, separator
	my ($t, $sep) = @_;
	my (@r, @f);
	while ($t =~ /\G(?:"((?:[^"]|"")*)"|([^"\n\r\Q$sep\E]*))(\Q$sep\E|\r?\n|\z)/g) {
		my ($in, $v, $end) = ($1, $2, $3);
		($v = $in) =~ s/""/"/g if defined $in;
		push @f, $v;
		next if $end eq $sep;
		push @r, [@f] if @f > 1 || $f[0] ne '';
		@f = ();
		last if $end eq '';
	}
	@r;
}

# The stored file in another order and another dress; its meaning stays.
sub disturb {
	my $t = slurp($store);
	return if $t eq '';
	$t =~ s/^\xef\xbb\xbf//;
	my $sep = $t =~ /^round;/ ? ';' : ',';
	my ($head, @rows) = records($t, $sep);
	my $cp1252 = $t =~ /\xe9/ && $t !~ /\xc3\xa9/;
	if (pick(0, 1)) { @rows = shuffle(@rows) }
	elsif (pick(0, 1)) { my %c = map { $head->[$_] => $_ } 0 .. $#$head;
		@rows = sort { $a->[$c{criterion}] cmp $b->[$c{criterion}] } @rows }
	if (pick(0, 0, 1)) {	# a column that says nothing here
		my ($k) = grep { $head->[$_] eq 'date' || $head->[$_] eq 'unit' } 0 .. $#$head;
		if (defined $k) { splice @$_, $k, 1 for $head, @rows }
	}
	my ($to, $nl) = (pick(',', ';'), pick("\n", "\r\n"));
	my $out = join '', map { my $r = $_; join($to, map { quote($_, $to) } @$r) . $nl } $head, @rows;
	my $latin = !$cp1252 && pick(0, 0, 1);
	$out =~ s/\xc3\xa9/\xe9/g if $latin;
	$out =~ s/\r?\n\z// if @rows && pick(0, 0, 1);
	$out = "\xef\xbb\xbf$out" if !$latin && !$cp1252 && pick(0, 0, 1);
	spew($store, $out);
}

sub sheet {	# name, criteria of the file
	my ($name, @c) = @_;
	my %x = (g => pick('', qw(g1 g2 g3)));
	return \%x if rand() < .08;
	for my $c (@c) {
		$x{s}{$c} = pick('', 'NA', 'DK', 1 .. 5);
		$x{c}{$c} = "$name;$c, \"" . int(rand 3) . "\"\nd'\xc3\xa9t\xc3\xa9" if rand() < .4;
	}
	\%x;
}

my $last;	# sheets of the file before, to be sent again
sub write_file {
	my %x;
	my @c = pick(0, 1) ? @crit : grep { rand() < .7 } @crit;
	@c = ('A1') if !@c;
	for my $name (grep { rand() < .5 } @names) {
		my $was = $last->{x}{$name};
		$x{$name} = $was && rand() < .6 ? $was : sheet($name, @c);
	}
	my %c = map { $_ => 1 } @c;
	for my $x (values %x) { $c{$_} = 1 for keys %{ $x->{s} || {} } }
	@c = grep { $c{$_} } @crit;
	my ($sep, $nl) = (pick(',', ';'), pick("\n", "\r\n"));
	my $line = sub { join($sep, map { quote($_ // '', $sep) } @_) . $nl };
	my @rows;
	if ($kind eq 'long') {
		for my $name (shuffle(keys %x)) {
			push @rows, map { [$name, $x{$name}{g}, $_, $x{$name}{s}{$_}, $x{$name}{c}{$_}] }
			    grep { exists $x{$name}{s}{$_} } @c;
		}
		my $how = int rand 3;
		@rows = shuffle(@rows) if $how == 0;
		@rows = sort { $a->[2] cmp $b->[2] } @rows if $how == 1;
		my %there = map { $_->[2] => 1 } @rows;
		@c = grep { $there{$_} } @c;
		my %who = map { $_->[0] => 1 } @rows;
		delete $x{$_} for grep { !$who{$_} } keys %x;
		unshift @rows, [qw(respondent group criterion score comment)];
	} else {
		@rows = map { my $n = $_; [$n, $x{$n}{g}, map { ($x{$n}{s}{$_}, $x{$n}{c}{$_}) } @c] } shuffle(keys %x);
		push @rows, $rows[0] if @rows && rand() < .2;	# one line twice
		unshift @rows, [$kind eq 'uuid' ? '_uuid' : 'id', 'group', map { ($_, "c_$_") } @c];
	}
	my $out = join '', map { $line->(@$_) } @rows;
	$out =~ s/\r?\n\z// if @rows > 1 && pick(0, 1);
	$out = "\xef\xbb\xbf$out" if pick(0, 0, 1);
	spew($file, $out);
	my $map = "column,field,criterion\n$rows[0][0],id,\ngroup,group,\n" .
	    join '', map { "$_,score,$_\nc_$_,comment,$_\n" } @c;
	spew('../map.csv', $map);
	$last = { x => \%x };
	(\%x, \@c);
}

sub text { my $x = shift; join '|', $x->{g}, map { "$_=" . ($x->{s}{$_} // '-') . '/' . ($x->{c}{$_} // '') } @crit }

sub alike {	# plain numbers: the same answers in the other round
	my ($x, $was, $c) = @_;
	my $met = 0;
	for (grep { exists $was->{s}{$_} } @$c) {
		return 0 if $was->{s}{$_} ne ($x->{s}{$_} // '');
		$met = 1;
	}
	$met;
}

sub import_one {
	my $round = pick('R1', 'R1', 'R2');
	my $other = $round eq 'R1' ? 'R2' : 'R1';
	my ($x, $c) = write_file();
	my %n = (new => 0, changed => 0, same => 0, left => 0);
	for my $name (keys %$x) {
		my ($now, $was, $far) = ($x->{$name}, $have{$round}{$name}, $have{$other}{$name});
		if ($gone{$name} || ($kind eq 'uuid' && !$was && $far) ||
		    ($kind eq 'plain' && $far && alike($now, $far, $c))) { $n{left}++; next }
		my $blank = !grep { ($now->{s}{$_} // '') ne '' || ($now->{c}{$_} // '') ne '' } @$c;
		next if !$was && $blank;
		my $before = $was ? text($was) : '';
		$was //= { };
		$was->{g} = $now->{g};
		for (@$c) {
			$was->{s}{$_} = $now->{s}{$_} // '';
			$was->{c}{$_} = $now->{c}{$_} if ($now->{c}{$_} // '') ne '';
		}
		$n{$before eq '' ? 'new' : $before ne text($was) ? 'changed' : 'same'}++;
		$have{$round}{$name} = $was;
	}
	my @cmd = ('cpm-assess', 'import', '--round', $round,
	    $kind eq 'long' ? () : ('--map', '../map.csv'), $kind eq 'uuid' ? ('--from', 'kobo') : ());
	my $dry = rand() < .15;
	if ($dry) {
		my $before = slurp($store);
		system("@cmd -n $file >/dev/null 2>../dry");
		return "-n wrote" if $before ne slurp($store);
	}
	my $pipe = rand() < .2;
	system($pipe ? "@cmd - <$file >/dev/null 2>../said" : "@cmd $file >/dev/null 2>../said");
	return "status $?" if $? != 0;
	for my $said ('../said', $dry ? '../dry' : ()) {
		my ($new, $changed, $same) = slurp($said) =~ /: (\d+) new, (\d+) changed, (\d+) same/;
		next if !defined $new && $said eq '../dry';
		return "said '" . ($new // '') . " $changed $same', not '$n{new} $n{changed} $n{same}'"
		    if !defined $new || "$new $changed $same" ne "$n{new} $n{changed} $n{same}";
	}
	0;
}

sub forget_one {
	my ($name) = grep { $have{R1}{$_} || $have{R2}{$_} } shuffle(@names);
	return 0 if $kind ne 'uuid' || !defined $name;
	system("cpm-assess forget --submission $name >/dev/null 2>../said");
	return "status $?" if $? != 0;
	$gone{$name} = 1;
	delete $have{$_}{$name} for 'R1', 'R2';
	0;
}

# What is stored, by the names that stand in the comments and by code.
sub compare {
	my $t = slurp($store);
	$t =~ s/^\xef\xbb\xbf//;
	$t =~ s/\xe9/\xc3\xa9/g if $t !~ /\xc3\xa9/;
	my ($head, @rows) = records($t, $t =~ /^round;/ ? ';' : ',');
	my %c = map { $head->[$_] => $_ } 0 .. $#{ $head || [] };
	my (%got, %of);
	for my $r (@rows) {
		my %v = map { $_ => $r->[$c{$_}] // '' } keys %c;
		return 'a row of another width' if @$r != @$head;
		my $x = $got{"$v{round} $v{respondent}"} //= { g => $v{group} // '' };
		return 'a row twice' if exists $x->{s}{$v{criterion}};
		return 'two groups' if $x->{g} ne ($v{group} // '');
		$x->{s}{$v{criterion}} = $v{score};
		(my $said = $v{comment} // '') =~ s/\r\n/\n/g;
		$x->{c}{$v{criterion}} = $said if $said ne '';
		if ($said =~ /^(n\d+);(\w+),/) {
			return 'a comment at another criterion' if $2 ne $v{criterion};
			my $who = $of{"$v{round} $v{respondent}"} //= $1;
			return 'two people in one sheet' if $who ne $1;
		}
	}
	my @got = sort map { (split)[0] . text($got{$_}) } keys %got;
	my @want = sort map { my $r = $_; map { $r . text($have{$r}{$_}) } keys %{ $have{$r} } } keys %have;
	"@got" eq "@want" ? 0 : 'another content';
}

for my $step (1 .. $steps) {
	my $do = rand();
	my ($what, $bad) = ('disturb', 0);
	if ($do < .25) { disturb() }
	elsif ($do < .32) { ($what, $bad) = ('forget', forget_one()) }
	else { ($what, $bad) = ('import', import_one()) }
	$bad ||= compare();
	next if !$bad;
	print "# $kind, seed $seed, step $step, $what: $bad\n";
	print map { "# $_\n" } split /\n/, slurp('../said');
	exit 1;
}
