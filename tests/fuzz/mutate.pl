# Break the sample team's files at random and see that every command says
# what is wrong and ends with 0, 1 or 2: no crash, no leak, no endless loop,
# and never a picture that is not well-formed.
#
#	perl mutate.pl DEMO [RUNS [SEED]]
#
# DEMO holds tujenge and tujenge.private, as demo.sh makes them.  The commands
# are those of PATH; built with the sanitizers they find more.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Temp qw(tempdir);

my ($demo, $runs, $seed) = @ARGV;
$runs //= 300;
$seed //= 1;
srand $seed;
my $dir = tempdir(CLEANUP => 1);
my $here = dirname(__FILE__);
my @bits = ('"', ',', ';', "\n", "\r", "\r\n", "\0", "\xff", "\xc3\xa9",
    "\xef\xbb\xbf", '=1+1', '-', '9' x 30, 'NA', 'nan', '2026-02-30',
    "<<<<<<< x\n", "\t", '../x', 'all', 'agreed', 'R1', 'x' x 3000,
    "\x1b[31m", "\xe2\x80\xae");
my @on_folder = ('cpm-check --privacy', 'cpm-check --fix', 'cpm-next',
    'cpm-plan list --csv', 'cpm-plan board',
    'cpm-plan due --within 400d --date 2026-11-21',
    'cpm-plan done un-tableau --seen a --for b --date 2026-11-01',
    'cpm-plan adjust un-tableau --due 2026-12-24 --reason other --date 2026-11-01',
    'cpm-plan adjust un-tableau --reopen --reason other --date 2026-11-01',
    'cpm-plan drop un-tableau --reason other --date 2026-11-01',
    'cpm-plan list --adjusted --table', 'cpm-plan propose --list --table',
    'cpm-plan propose --from GOV --date 2026-11-01', 'cpm-plan rank --all',
    'cpm-plan link GOV TEA --date 2026-11-01', 'cpm-plan link --table',
    'cpm-plan reach --table', 'cpm-plan indicator', 'cpm-plan measure --table',
    'cpm-plan ics --todo --date 2026-11-21', 'cpm-plan review',
    'cpm-plan cycle close --date 2026-11-01',
    'cpm-assess score R1 R2 --by criterion --groups',
    'cpm-assess compare R1 R2', 'cpm-assess talk R1',
    'cpm-assess priorities R2', 'cpm-assess form --html',
    'cpm-assess open R9 --date 2026-11-01', 'cpm-log list --json',
    'cpm-log seen x --for y --date 2026-01-01',
    'cpm-report round R2 --html', 'cpm-report plan --text',
    'cpm-report progress --since 2026-01-01', 'cpm-plan form --html',
    'cpm-plan form --grid', "cpm-plan import --date 2026-04-02 $dir/month.csv",
    "cpm-log import --date 2026-04-02 $dir/log.csv");
my @on_file = ('cpm-assess import --round R3 FILE',
    'cpm-assess import -n --round R3 FILE', 'cpm-web FILE',
    'cpm-web --wide --min 0 --max 100 FILE', 'cpm-assess tally --raw -f FILE',
    'cpm-assess score -f FILE --scale 1-5 --by criterion',
    'cpm-plan reach -f FILE');
my @on_sheet = ('cpm-plan import --date 2026-12-02 FILE',
    'cpm-plan import -n --month 2026-03 FILE',
    'cpm-log import --date 2026-12-02 FILE', 'cpm-log import -n seen FILE');

sub slurp { my $f = shift; open my $h, '<:raw', $f or die "$f: $!"; local $/; return scalar <$h> }
sub spew { my ($f, $b) = @_; open my $h, '>:raw', $f or die "$f: $!"; print $h $b; close $h }
sub mutate {
	my $b = shift;
	for (0 .. int rand 4) {
		my ($p, $r) = (int rand(length($b) + 1), rand);
		if ($r < .4) { substr($b, $p, 0) = $bits[rand @bits] }
		elsif ($r < .6) { substr($b, $p, int rand 20) = '' }
		elsif ($r < .8) { substr($b, $p, 1) = chr int rand 256 if $p < length $b }
		else {
			my @l = split /(?<=\n)/, $b;
			next unless @l;
			my ($i, $j) = (int rand @l, int rand @l);
			@l[$i, $j] = @l[$j, $i];
			push @l, $l[$i] if rand() < .3;
			$b = join '', @l;
		}
	}
	return $b;
}
my $bad = 0;
sub try {
	my ($cmd, $what) = @_;
	my $said = `cd $dir/tujenge && timeout 60 $cmd 2>&1 >$dir/out </dev/null`;
	my ($rc, $sig) = ($? >> 8, $? & 127);
	my $broken = $cmd =~ /^cpm-web/ && $rc == 0 && system("xmllint --noout $dir/out 2>/dev/null") != 0;
	return if $rc <= 2 && !$sig && !$broken && $said !~ /Sanitizer|runtime error|internal:/;
	$bad++;
	print "# seed $seed: $cmd after a change of $what: status $rc, signal $sig\n", $said =~ /(==\d+==.{0,2500}|.*runtime error.*)/s ? substr($1, 0, 2500) : substr($said, -1500), "\n";
}
sub fresh { system("rm -rf $dir/tujenge $dir/tujenge.private; cp -a $demo/tujenge $demo/tujenge.private $dir/") == 0 or die }


# A month of the team: the grid filled in, an export of the form, a log.
sub sheets {
	fresh();
	my @said = ('done,2026-03-14', 'blocked,', 'under way,20/03/26', ',');
	my ($head, @l) = split /\n/, `cd $dir/tujenge && cpm-plan form --lang en --grid --month 2026-03`;
	s/,,,,,,$/",$said[rand @said],no wall,Two count,all,secretary"/e for grep { !/,(seen|meeting|difficulty)-/ } @l;
	spew("$dir/month.csv", join "\n", $head, @l, '');
	my @id = map { (split /,/)[1] } grep { !/,(seen|meeting|difficulty)-/ } @l;
	tr/-/_/ for @id;
	spew("$dir/phone.csv", join ',', 'month', (map { "c_x/a_$_" } @id), "seen_1__what,_id,_uuid,_index\n");
	open my $h, '>>', "$dir/phone.csv" or die;
	print $h join(',', "2026-0$_-01", (map { ('done', 'blocked', 'doing', '')[rand 4] } @id), "Heard,10$_,u$_,$_\n") for 1 .. 4;
	close $h;
	spew("$dir/log.csv", "date;mode;persons;women;refs;r\xe9sum\xe9;visibility\r\n"
	    . join '', map { "1$_/03/2026;visite;6;$_;;Vu $_;" . ('', "priv\xe9")[rand 2] . "\r\n" } 3 .. 6);
}
my @tables = map { s/^\Q$demo\E\///r } glob("$demo/tujenge/*.csv"), glob("$demo/tujenge/rounds/R2/*.csv"), glob("$demo/tujenge.private/*.csv");
my @foreign = glob("$here/../../share/demo/*.csv");
sheets();
for (1 .. $runs) {
	fresh();
	my $f = $tables[rand @tables];
	spew("$dir/$f", mutate(slurp("$dir/$f")));
	try($on_folder[rand @on_folder], $f) for 1 .. 3;
}
fresh();
system("cd $dir/tujenge && cpm-assess open R3 -q --date 2026-11-01 >/dev/null 2>&1");
for (1 .. $runs) {
	my $f = $foreign[rand @foreign];
	spew("$dir/in.csv", mutate(slurp($f)));
	(my $cmd = $on_file[rand @on_file]) =~ s/FILE/$dir\/in.csv/;
	try($cmd, $f);
}
fresh();
for (1 .. $runs) {
	my $f = ('month.csv', 'phone.csv', 'log.csv')[rand 3];
	spew("$dir/in.csv", mutate(slurp("$dir/$f")));
	(my $cmd = $on_sheet[rand @on_sheet]) =~ s/FILE/$dir\/in.csv/;
	try($cmd, $f);
	fresh() if $_ % 10 == 0;
}
printf "%d folders and %d files broken: %d bad ends\n", $runs, $runs, $bad;
exit($bad != 0);
