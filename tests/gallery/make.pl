# Draw every kind of chart: modes, numbers of axes, labels, series, gaps, what
# more an axis has (its dress), and looks.
#
#	perl make.pl DIR		all of them
#	perl make.pl --few DIR		about fifty, in which every pair of
#					properties stands together once
#
# Each chart is DIR/NAME.svg; DIR/list.tsv says of each what must be in it: its
# name, a TAB, and "what=how many" for numbers, gaps, withheld ones, spreads,
# targets, scales of axes, links, chosen ones and circles to tick; and its look.
use strict;
use warnings;
use utf8;
binmode STDOUT, ':utf8';
binmode STDERR, ':utf8';

my $few = @ARGV && $ARGV[0] eq '--few' && shift;
my $dir = shift // die "make.pl [--few] DIR\n";
mkdir $dir;

my @axes = (3, 5, 8, 12, 18, 24);
my @series = (1, 2, 3, 10);
my @states = qw(full gaps withheld equal zero);
# Beside the values: where they are spread, what is aimed at, a scale for each
# axis, or all of it and people; links are chosen unless they are bare.
my @dresses = qw(plain spread target own rich bare);
my @looks = qw(screen print high-contrast A4 A3);
my %words = (
	short => [qw(Aims Rules Money Team Work People Partners Learning Care
	    Voice Youth Tools)],
	french => ['Cap et identité', 'Gouvernance', 'Argent et moyens',
	    'Équipe', 'Projets et quotidien', 'Effets pour les personnes',
	    'Partenaires et parole', 'Apprentissage et changement',
	    "Accueil de l'autre", 'Sécurité', 'Égalité', 'Santé'],
	arabic => ['الاتجاه والهوية', 'الحوكمة', 'المال والوسائل', 'الفريق',
	    'المشاريع والعمل اليومي', 'النتائج للناس', 'الشركاء والصوت',
	    'التعلم والتغيير', 'الرعاية', 'الأمان', 'المساواة', 'الصحة'],
	chinese => ['方向与身份', '治理', '资金与手段', '团队与人员',
	    '项目与日常工作', '对服务对象的成果', '伙伴与发声', '学习与变化',
	    '关怀', '安全', '平等', '健康'],
	emoji => ['🎯 Aims', '👩🏽‍⚖️ Rules', '💶 Money', '👨‍👩‍👧‍👦 Team', '🛠️ Work',
	    '🫂 People', '🤝🏿 Partners', '🧠 Learning', '🇧🇮 Country', '❤️',
	    '🚸🚸🚸🚸', '☎️ Calls'],
	long => ['National Society has its own strategic plan approved by its governing bodies',
	    'Communications, information management and reporting to others in the team',
	    'Coordination with authorities, external agencies and non-governmental bodies',
	    'Analysis and planning of risks, multi-hazard early warning and early actions',
	    'Finance and administration policies, procedures for emergencies are in place',
	    'Quality and accountability of the work, its monitoring and its evaluations',
	    'Women, young people and minorities weigh upon the decisions that are made',
	    'Supportive supervision of volunteers everywhere, insurance and protection']
);
my @labels = qw(short long french arabic chinese emoji);

# A number from a name: the same picture on every machine.
sub noise {
	my $h = 7;

	$h = ($h * 31 + ord $_) % 1000003 for split //, join ' ', @_;
	return $h;
}

sub label {
	my ($kind, $i) = @_;
	my $w = $words{$kind};
	my $round = int($i / @$w);

	return $w->[$i % @$w] . ($round ? ' ' . (1 + $round) : '');
}

sub value {
	my ($state, $i, $s, $n) = @_;
	my $r = noise($state, $i, $s, $n);

	return (3, '') if $state eq 'equal';
	return (0, '') if $state eq 'zero';
	return ('', '') if $state eq 'gaps' && $r % 4 == 0;
	return ('', 'withheld') if $state eq 'withheld' && $r % 4 == 0;
	return (($r % 41) / 10 + 1, $r % 5 == 0 ? 'rounded' : '');
}

sub quote {
	my $s = shift;

	$s =~ s/"/""/g;
	return qq("$s");
}

# Who moves with whom: $density links from each; D0 and D1 are chosen.
sub links {
	my ($c) = @_;
	my $n = $c->{axes};
	my $out = "from,to,strength,from_label,to_label\n";
	my %count = (links => 0, chosen => 0);

	for my $i (0 .. $n - 1) {
		for my $k (1 .. $c->{series}) {
			my $j = ($i + $k * $k + noise($n, $i) % 3) % $n;

			next if $i == $j || $out =~ /^D$i,D$j,/m;
			$out .= join(',', "D$i", "D$j", 1 + ($i + $k) % 3,
			    quote(label($c->{labels}, $i)),
			    quote(label($c->{labels}, $j))) . "\n";
			$count{links}++;
			$count{chosen}++ if $i < 2 && $c->{dress} ne 'bare';
		}
	}
	return ($out, \%count);
}

# The scale of an axis: that of all, or its own.
sub scale {
	my ($c, $i) = @_;
	my @own = ([0, 5], [-10, 10], [1, 100]);

	return @{$own[$i % 3]} if $c->{own};
	return ($c->{state} eq 'zero' ? 0 : 1, 5);
}

# A value between 1 and 5 (of zeros: 0 and 5) on that scale.
sub on_scale {
	my ($c, $i, $v) = @_;
	my ($min, $max) = scale($c, $i);
	my $low = $c->{state} eq 'zero' ? 0 : 1;

	return $v if $v eq '' || !$c->{own};
	return sprintf '%.2f', $min + ($v - $low) / (5 - $low) * ($max - $min);
}

# How many small pictures there are, and in how many rows of dot plots.
sub panels {
	my ($c) = @_;
	my $n = $c->{mode} eq 'multiples' || $c->{series} > 3 ?
	    $c->{series} : 1;

	return ($n, int(($n + 2) / 3));
}

# What stands beside a value: the fields people, low, high and aim.
sub beside {
	my ($c, $i, $s, $v, $count) = @_;
	my ($people, $low, $high, $aim) = ('') x 4;

	$people = 5 + noise($i, $s) % 9 if $c->{people};
	if ($c->{spread} && $v ne '' && ($i + $s) % 4 != 3) {
		$low = $v - ($v - ($c->{state} eq 'zero' ? 0 : 1)) / 2;
		$high = $v + (5 - $v) / 3;
		$count->{spreads}++;
	}
	if ($c->{target} && $i % 5 != 4) {
		$aim = 2 + $i % 4;
		$count->{targets}++ if $s == 0;
	}
	return ($people, map { sprintf '%s', on_scale($c, $i, $_) }
	    map { $_ eq '' ? '' : sprintf '%.2f', $_ } $low, $high, $aim);
}

# One chart's table, and what must come of it.
sub table {
	my ($c) = @_;
	my $out = "round,group,series,dimension,criterion,label,n,n_max," .
	    "no_answer,mean,median,sd,low,high,agreement,reading,note," .
	    "scale_min,scale_max,scale_step,aim,part\n";
	my %count = map { $_ => 0 } qw(numbers gaps withheld spreads targets);
	my ($panels, $rows) = panels($c);
	my $n = $c->{axes};

	for my $s (0 .. $c->{series} - 1) {
		my $name = $c->{series} == 1 ? '' : (label($c->{labels} eq
		    'long' ? 'short' : $c->{labels}, $s + 1));
		for my $i (0 .. $n - 1) {
			my ($v, $note) = value($c->{state}, $i, $s, $n);
			my ($people, $low, $high, $aim) =
			    beside($c, $i, $s, $v, \%count);
			my ($min, $max) = scale($c, $i);

			$count{$note eq 'withheld' ? 'withheld' :
			    $v eq '' ? 'gaps' : 'numbers'}++;
			$out .= join(',', 'R1', "g$s", quote($name), "D$i", '',
			    quote(label($c->{labels}, $i)), $people, '', '',
			    on_scale($c, $i, $v), '', '', $low, $high, '', '',
			    $note, $min, $max, $c->{own} ? '' : 1, $aim,
			    $c->{name}) . "\n";
		}
	}
	# An outline for each web, or a bar for each of a dot plot.
	$count{targets} = $c->{mode} eq 'dots' ? $count{targets} * $panels :
	    $panels if $c->{target};
	$count{scales} = $c->{own} ? $n * ($c->{mode} eq 'dots' ? $rows :
	    $panels) : 0;
	return (\%count, $out);
}

# Nothing but axes, and a circle at each point of the scale.
sub blank {
	my ($c) = @_;
	my ($count, $out) = table($c);

	return ({ numbers => 0, gaps => 0, withheld => 0,
	    scales => $count->{scales}, circles => 5 * $c->{axes} }, $out);
}

sub options {
	my ($c) = @_;
	my @o = ('-q', '--lang', 'en');

	push @o, "--$c->{mode}" unless $c->{mode} =~ /web|split/;
	push @o, '--chosen', 'D0,D1' if $c->{mode} eq 'links' &&
	    $c->{dress} ne 'bare';
	push @o, '--low', 'low', '--high', 'high' if $c->{spread};
	push @o, '--target', 'aim' if $c->{target};
	push @o, $c->{look} =~ /^A/ ? '--paper' : '--theme', $c->{look}
	    if $c->{look} ne 'screen';
	return @o;
}

# Two charts of one run, which differ in their names.
sub split_in_two {
	my ($c, $csv) = @_;
	my $second = $csv;

	$second =~ s/^.*\n//;
	$second =~ s/\Q$c->{name}\E$/$c->{name}-b/mg;
	return $csv . $second;
}

sub draw {
	my ($c) = @_;
	my @put = ('--title', join(', ', @$c{qw(mode axes labels series state
	    dress look)}), '-o', "$dir/$c->{name}.svg");
	my ($count, $csv);

	$c->{$_} = $c->{dress} =~ /^(?:$_|rich)$/ for qw(spread target own);
	$c->{people} = $c->{dress} eq 'rich';
	($csv, $count) = links($c) if $c->{mode} eq 'links';
	($count, $csv) = blank($c) if $c->{mode} eq 'blank';
	($count, $csv) = table($c) unless defined $csv;
	if ($c->{mode} eq 'split') {
		$csv = split_in_two($c, $csv);
		@put = ('--split', 'part', '-o', "$dir/%s.svg");
	}
	open my $fh, '|-', 'cpm-web', options($c), @put
	    or die "cpm-web: $!\n";
	binmode $fh, ':utf8';
	print $fh $csv;
	close $fh or die "$c->{name}: cpm-web failed\n";
	my $want = join ' ', map { "$_=$count->{$_}" } sort keys %$count;
	my $paper = $c->{look} =~ /^A/ ? $c->{look} :
	    $c->{mode} eq 'blank' ? 'A4' : 'none';
	my $dark = $c->{look} =~ /print|contrast/ ? 0 : 1;

	return map { "$_\t$want dark=$dark paper=$paper\n" }
	    $c->{name}, $c->{mode} eq 'split' ? "$c->{name}-b" : ();
}

my @properties = qw(mode axes labels series state dress look);

# A chart of these properties, or undef where there is none.
sub chart {
	my %c;

	@c{@properties} = @_;
	my $drawn = $c{mode} !~ /links|blank/;
	return undef if $c{mode} eq 'links' && ($c{series} > 3 ||
	    $c{state} ne 'full' || $c{dress} !~ /plain|bare/);
	return undef if $c{mode} eq 'blank' && ($c{series} > 1 ||
	    $c{state} ne 'full' || $c{dress} !~ /plain|own/);
	return undef if $c{mode} eq 'multiples' && $c{series} !~ /^[23]$/;
	return undef if $drawn && $c{dress} eq 'bare';
	$c{name} = lc join '-', @_;
	return \%c;
}

# All plain ones, and each dress and look on some of them.
sub all {
	my (@all, $k);

	for my $n (@axes) {
		for my $kind (@labels) {
			for my $mode (qw(web dots multiples links blank)) {
				for my $s (@series) {
					push @all, map { chart($mode, $n, $kind,
					    $s, $_, 'plain', 'screen') }
					    @states;
				}
			}
			for my $mode (qw(web dots multiples links blank
			    split)) {
				for my $dress (@dresses) {
					next if $dress eq 'plain' &&
					    $mode ne 'split';
					push @all, any($mode, $n, $kind,
					    undef, undef, $dress, undef);
				}
			}
		}
	}
	return grep { defined } @all;
}

# One value of each property, where it is left open any; or undef.
my $seed = 1;
sub any {
	my @want = @_;
	my @from = ([qw(web dots multiples links blank split)], \@axes,
	    \@labels, \@series, \@states, \@dresses, \@looks);

	for (1 .. 60) {
		my @p = map {
			$seed = ($seed * 1103515245 + 12345) % 2147483648;
			$want[$_] // $from[$_][($seed >> 12) % @{$from[$_]}]
		} 0 .. $#want;
		my $c = chart(@p);

		return $c if defined $c;
	}
	return undef;
}

# Every pair of properties that can stand together: the first that is missing
# is put into the chart that brings the most others.
sub pairwise {
	my @from = ([qw(web dots multiples links blank split)], \@axes,
	    \@labels, \@series, \@states, \@dresses, \@looks);
	my (@pairs, %missing, @few);
	my $of = sub {
		my @p = @{$_[0]}{@properties};
		my @k;

		for my $i (0 .. $#p) {
			push @k, "$i $p[$i] $_ $p[$_]" for $i + 1 .. $#p;
		}
		return @k;
	};

	for my $i (0 .. $#from) {
		for my $j ($i + 1 .. $#from) {
			for my $x (@{$from[$i]}) {
				push @pairs, map { [$i, $x, $j, $_] }
				    @{$from[$j]};
			}
		}
	}
	# Those first that many properties have.
	@pairs = sort { @{$from[$b->[0]]} * @{$from[$b->[2]]} <=>
	    @{$from[$a->[0]]} * @{$from[$a->[2]]} } @pairs;
	$missing{"@$_"} = 1 for @pairs;
	for my $pair (@pairs) {
		my ($i, $x, $j, $y) = @$pair;
		my ($best, $most) = (undef, 0);

		next unless $missing{"@$pair"};
		for (1 .. 200) {
			my @want = (undef) x @from;

			@want[$i, $j] = ($x, $y);
			my $c = any(@want) // last;
			my $new = grep { $missing{$_} } $of->($c);

			($best, $most) = ($c, $new) if $new > $most;
		}
		next unless defined $best;
		push @few, $best;
		delete $missing{$_} for $of->($best);
	}
	return @few;
}

my @charts = $few ? pairwise() : all();
my @lines = map { draw($_) } @charts;
open my $list, '>:utf8', "$dir/list.tsv" or die "$dir/list.tsv: $!\n";
print $list @lines;
close $list or die "$dir/list.tsv: $!\n";
if ($few) {
	open my $page, '>:utf8', "$dir/index.html" or die "$dir: $!\n";
	print $page "<!DOCTYPE html><meta charset=utf-8><title>charts</title>",
	    "<style>body{margin:1em;columns:3 30em;font:12px sans-serif}",
	    "figure{margin:0 0 1em;break-inside:avoid;text-align:center}",
	    "img{max-width:100%;max-height:60em}</style>\n";
	print $page "<figure><img src=\"few/$_->{name}.svg\" ",
	    "alt=\"$_->{name}\"></figure>\n" for @charts;
	close $page or die "$dir: $!\n";
}
print scalar(@lines), " charts in $dir\n";
