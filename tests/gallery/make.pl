# Draw every kind of chart: modes, numbers of axes, labels, series and gaps.
#
#	perl make.pl DIR		all of them
#	perl make.pl --few DIR		about fifty, in which every pair of
#					properties stands together once
#
# Each chart is DIR/NAME.svg; DIR/list.tsv says of each what must be in it:
# name, mode, axes, labels, series, state, numbers, gaps, withheld ones, links.
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

# Who moves with whom: $density links from each.
sub links {
	my ($kind, $n, $density) = @_;
	my $out = "from,to,strength,from_label,to_label\n";
	my $count = 0;

	for my $i (0 .. $n - 1) {
		for my $k (1 .. $density) {
			my $j = ($i + $k * $k + noise($n, $i) % 3) % $n;

			next if $i == $j || $out =~ /^D$i,D$j,/m;
			$out .= join(',', "D$i", "D$j", 1 + ($i + $k) % 3,
			    quote(label($kind, $i)), quote(label($kind, $j))) .
			    "\n";
			$count++;
		}
	}
	return ($out, { number => 0, gap => 0, withheld => 0,
	    link => $count });
}

# One chart's table, and what must come of it.
sub table {
	my ($kind, $n, $series, $state) = @_;
	my $out = "round,group,series,dimension,criterion,label,n,n_max," .
	    "no_answer,mean,median,sd,low,high,agreement,reading,note," .
	    "scale_min,scale_max,scale_step\n";
	my %count = (number => 0, gap => 0, withheld => 0);
	my $low = $state eq 'zero' ? 0 : 1;

	for my $s (0 .. $series - 1) {
		my $name = $series == 1 ? '' :
		    (label($kind eq 'long' ? 'short' : $kind, $s + 1));
		for my $i (0 .. $n - 1) {
			my ($v, $note) = value($state, $i, $s, $n);

			$count{$note eq 'withheld' ? 'withheld' :
			    $v eq '' ? 'gap' : 'number'}++;
			$out .= join(',', 'R1', "g$s", quote($name), "D$i", '',
			    quote(label($kind, $i)), ('') x 3, $v, ('') x 6,
			    $note, $low, 5, 1) . "\n";
		}
	}
	return ($out, \%count);
}

sub draw {
	my ($c, @option) = @_;
	my ($mode, $n, $kind, $series, $state) = @$c;
	push @option, "--$mode" if $mode ne 'web';
	push @option, '--chosen', 'D0,D1' if $mode eq 'links';
	my $name = join '-', $mode, $n, $kind, $series, $state;
	my ($csv, $count) = $mode eq 'links' ? links($kind, $n, $series) :
	    table($kind, $n, $series, $state);

	open my $fh, '|-', 'cpm-web', '-q', '--lang', 'en', '--title',
	    "$mode, $n axes, $kind, $series, $state", @option,
	    '-o', "$dir/$name.svg" or die "cpm-web: $!\n";
	binmode $fh, ':utf8';
	print $fh $csv;
	close $fh or die "$name: cpm-web failed\n";
	$count = { number => 0, gap => 0, withheld => 0 } if $mode eq 'blank';
	return join("\t", $name, @$c, @{$count}{qw(number gap withheld)},
	    $count->{link} // 0);
}

sub all {
	my @all;

	for my $n (@axes) {
		for my $kind (@labels) {
			for my $s (@series) {
				push @all, map { ['web', $n, $kind, $s, $_] }
				    @states;
				push @all, map { ['dots', $n, $kind, $s, $_] }
				    @states;
				push @all, map { ['multiples', $n, $kind, $s,
				    $_] } @states if $s > 1 && $s < 4;
				push @all, ['links', $n, $kind, $s, 'full']
				    if $s < 4;
				push @all, ['blank', $n, $kind, $s, 'full']
				    if $s == 1;
			}
		}
	}
	return @all;
}

# Those that bring the most new pairs, until every pair was there.
sub pairwise {
	my @all = @_;
	my (%missing, @few);
	my $pairs = sub {
		my $c = shift;
		my @p;

		for my $i (0 .. $#$c) {
			push @p, "$i$c->[$i] $_$c->[$_]" for $i + 1 .. $#$c;
		}
		return @p;
	};

	$missing{$_} = 1 for map { $pairs->($_) } @all;
	while (%missing) {
		my ($best, $most) = (undef, -1);

		for my $c (@all) {
			my $new = grep { $missing{$_} } $pairs->($c);

			($best, $most) = ($c, $new) if $new > $most;
		}
		push @few, $best;
		delete $missing{$_} for $pairs->($best);
	}
	return @few;
}

my @charts = $few ? pairwise(all()) : all();
open my $list, '>:utf8', "$dir/list.tsv" or die "$dir/list.tsv: $!\n";
print $list draw($_), "\n" for @charts;
close $list or die "$dir/list.tsv: $!\n";
if ($few) {
	open my $page, '>:utf8', "$dir/index.html" or die "$dir: $!\n";
	print $page "<!DOCTYPE html><meta charset=utf-8><title>charts</title>",
	    "<style>body{margin:1em;columns:3 30em;font:12px sans-serif}",
	    "figure{margin:0 0 1em;break-inside:avoid}",
	    "img{width:100%}</style>\n";
	for (@charts) {
		my $name = join '-', @$_;

		print $page "<figure><img src=\"few/$name.svg\" ",
		    "alt=\"$name\"></figure>\n";
	}
	close $page or die "$dir: $!\n";
}
print scalar(@charts), " charts in $dir\n";
