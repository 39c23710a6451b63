# Read the charts of a folder in a real browser: no two texts overlap, none
# leaves the picture, every number, gap and withheld value has its mark.
#
#	perl measure.pl DIR [FONT...]
#
# With other fonts also as a reader sees them who has those.
# DIR holds the charts and list.tsv (make.pl).  Prints what is wrong, and how
# many charts and texts were read; exit status 1 if anything is.
use strict;
use warnings;
use utf8;
use Cwd 'abs_path';
use File::Temp 'tempdir';
use JSON::PP;
binmode STDOUT, ':utf8';

my $dir = abs_path(shift // die "measure.pl DIR [FONT...]\n");
my @fonts = ('', @ARGV);
my $tmp = tempdir('cpm-gallery-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my ($here) = $0 =~ m{^(.*)/} ? $1 : '.';
my $at_once = 80;

sub slurp {
	my $file = shift;

	open my $fh, '<:utf8', $file or die "$file: $!\n";
	local $/;
	return scalar <$fh>;
}

my $script = slurp("$here/measure.js");
my @charts;
for (split /\n/, slurp("$dir/list.tsv")) {
	my ($name, $want) = split /\t/;
	my %want = map { split /=/ } split / /, $want;

	$_ += 0 for grep { /^\d+$/ } values %want;
	push @charts, { name => $name, svg => slurp("$dir/$name.svg"),
	    want => \%want };
}

open my $said, '>&', STDERR or die "standard error: $!\n";
my ($bad, $charts, $texts) = (0, 0, 0);
my $json = JSON::PP->new->ascii;
for (my $i = 0; $i < @charts; $i += $at_once) {
	my $last = $i + $at_once > @charts ? $#charts : $i + $at_once - 1;
	my $data = $json->encode([@charts[$i .. $last]]);

	$data =~ s{</}{<\\/}g;
	$data =~ s{<!--}{<\\!--}g;
	open my $fh, '>:utf8', "$tmp/page.html" or die "$tmp: $!\n";
	print $fh "<!DOCTYPE html><meta charset=utf-8><body><script>",
	    "const charts = $data;\nconst fonts = ", $json->encode(\@fonts),
	    ";\n$script</script>";
	close $fh or die "$tmp: $!\n";
	# What it says of its surroundings (no bus, no screen) is no matter.
	open STDERR, '>', '/dev/null';
	open my $in, '-|:utf8', 'chromium', '--headless', '--no-sandbox',
	    '--disable-gpu', '--disable-quic', '--no-first-run',
	    '--disable-background-networking', '--disable-component-update',
	    '--disable-sync', "--user-data-dir=$tmp/profile",
	    '--virtual-time-budget=60000', '--dump-dom',
	    "file://$tmp/page.html" or die "chromium: $!\n";
	my $out = do { local $/; <$in> };

	close $in;
	open STDERR, '>&', $said or die "standard error: $!\n";
	$out = '' unless defined $out;
	$out =~ s/&lt;/</g;
	$out =~ s/&gt;/>/g;
	$out =~ s/&amp;/&/g;
	die "chromium did not end the page\n" unless $out =~ /^end$/m;
	for (split /\n/, $out) {
		if (/(\d+) charts, (\d+) texts$/) {
			$charts += $1;
			$texts += $2;
		} elsif (/: /) {
			print "$_\n";
			$bad++;
		}
	}
}
print "$charts charts in ", scalar(@fonts), " fonts, $texts texts, ",
    "$bad violations\n";
exit($bad ? 1 : 0);
