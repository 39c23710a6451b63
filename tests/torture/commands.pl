#!/usr/bin/perl
# Made-up programmes through the commands, in two worlds: what was answered,
# by whom and in which order differs, what the policy publishes does not.
# Everything that can be read outside the private folder must then be the same
# to the byte: what each command prints, which files it touches, their sizes,
# and every object and log of git.  It must also be the same without the
# private folder.  Nothing that names a person is in it.  What the published
# tables give away is then counted by attacking them.
#
#	commands.pl TORTURE [-j JOBS] [-v] [PROGRAMMES [FIRST]]
#
# TORTURE is the program that writes programmes and attacks folders; the
# commands are those in $PATH.  What failed is kept and said; -v prints all
# that was collected.
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use Time::HiRes qw(lstat);

my $torture = shift // die "usage: commands.pl TORTURE [-j JOBS] [-v] [N [FIRST]]\n";
my ($jobs, $verbose) = (2, 0);
while (@ARGV && $ARGV[0] =~ /^-([jv])$/) {
	shift;
	if ($1 eq 'j') { $jobs = shift }
	else { $verbose = 1 }
}
my $programmes = shift // 200;
my $first = shift // 1;
my $top = tempdir('cpm-torture.XXXXXX', TMPDIR => 1);

delete @ENV{qw(CPM_PROJECT CPM_SHAREDIR CPM_LOCALEDIR SOURCE_DATE_EPOCH
    LANGUAGE LC_ALL LC_MESSAGES NO_COLOR)};
%ENV = (%ENV, LANG => 'C.UTF-8', TZ => 'UTC', GIT_CONFIG_NOSYSTEM => 1,
    map { ("GIT_${_}_NAME" => 'team', "GIT_${_}_EMAIL" => 't@example.org') }
    qw(AUTHOR COMMITTER));

# --- one world ------------------------------------------------------------

# A world is { dir, files, trace }: `files` is what lies outside the private
# folder, as last seen; `trace` all that was printed and touched, by step.

sub slurp {
	my ($path) = @_;
	open my $fh, '<:raw', $path or die "$path: $!\n";
	local $/;
	return scalar <$fh> // '';
}

sub spew {
	my ($path, @text) = @_;
	open my $fh, '>:raw', $path or die "$path: $!\n";
	print $fh @text;
	close $fh or die "$path: $!\n";
}

# All files below, but the exports, the private folder, and git's index,
# which keeps the times of files.
sub files {
	my ($dir, $into) = @_;
	opendir my $dh, $dir or die "$dir: $!\n";
	for my $name (sort readdir $dh) {
		next if $name eq '.' || $name eq '..';
		my $path = "$dir/$name";
		next if $path =~ m{^\./(in|team\.private|talk)(/|$)} ||
		    $path =~ m{\.git/index$};
		my @s = lstat $path;
		if (-d _ && !-l _) { files($path, $into) }
		# git touches an object again when it looks twice.
		elsif ($path =~ m{/objects/}) { $into->{$path} = "0 $s[2] $s[7]" }
		else { $into->{$path} = "$s[1] $s[2] $s[7] $s[9]" }
	}
	closedir $dh;
}

# What was touched since the last look: names, modes, sizes, contents.
sub touched {
	my ($w) = @_;
	my (%now, $said);
	files('.', \%now);
	$said = '';
	for my $path (sort keys %now) {
		next if ($w->{files}{$path} // '') eq $now{$path};
		my (undef, $mode, $size) = split ' ', $now{$path};
		$said .= "touched $path $mode $size " .
		    md5_hex(slurp($path)) . "\n";
	}
	for my $path (sort keys %{ $w->{files} }) {
		$said .= "removed $path\n" unless exists $now{$path};
	}
	$w->{files} = \%now;
	return $said;
}

# Run a command in the team's folder; gives what it printed.
sub run {
	my ($w, $input, @command) = @_;
	my $pid = fork // die "fork: $!\n";
	if ($pid == 0) {
		chdir 'team';
		open STDIN, '<', $input // '/dev/null' or die;
		open STDOUT, '>', '../talk/out' or die;
		open STDERR, '>', '../talk/err' or die;
		exec @command or exit 127;
	}
	waitpid $pid, 0;
	my ($rc, $out) = ($?, slurp('talk/out'));
	die "@command: ended with $rc\n" . slurp('talk/err')
	    if $rc & 127 || $rc >> 8 > 2 && $command[0] ne 'git';
	$w->{last} = $rc >> 8;
	my $said = join "\n", "\$ @command", 'status ' . ($rc >> 8), $out,
	    slurp('talk/err');
	$said =~ s{\Q$top\E/\d+/w[ab]/}{}g;	# where the world lies
	push @{ $w->{trace} }, $said;
	return $out;
}

# The same, with what it touches; a command that shows must touch nothing.
sub do_it {
	my ($w, @command) = @_;
	run($w, undef, @command);
	$w->{trace}[-1] .= touched($w);
	return $w->{last};
}

sub must {
	my ($w, @command) = @_;
	do_it($w, @command) == 0 or die "does not work: $w->{trace}[-1]";
}

# --- what is shown --------------------------------------------------------

sub draw {
	my ($w, $csv, @options) = @_;
	spew('talk/in', $csv);
	run($w, '../talk/in', 'cpm-web', @options);
}

sub show_round {
	my ($w, $r, $before, $then, @day) = @_;
	my @a = ('cpm-assess');
	run($w, undef, @a, 'tally', $r, @$_)
	    for [], ['--table', '--lang', 'fr'], ['--json'];
	for my $by (qw(dimension criterion)) {
		my $csv = run($w, undef, @a, 'score', $r, '--by', $by);
		draw($w, $csv, @$_) for [], ['--text'], ['--dots'];
		$csv = run($w, undef, @a, 'score', $r, '--by', $by, '--groups',
		    '--stats');
		draw($w, $csv, '--text', '--lang', 'fr');
		run($w, undef, @a, 'gaps', $r, '--by', $by);
	}
	run($w, undef, @a, 'score', $r, '--table', '--lang', 'fr');
	run($w, undef, @a, 'form', $r, '--second', 'fr');
	for my $verb (qw(talk strengths priorities)) {
		run($w, undef, @a, $verb, $r);
		run($w, undef, @a, $verb, $r, '--top', 3, '--table');
	}
	run($w, undef, 'cpm-report', 'round', $r, @$_, @day)
	    for [], ['--html', '--lang', 'fr'], ['--text'],
	    ['--text', '--lang', 'fr'];
	return unless defined $before;
	for my $by (qw(dimension criterion)) {
		my $csv = run($w, undef, @a, 'compare', $before, $r, '--by',
		    $by, '--groups', defined $then ? ('--then', $then) : ());
		draw($w, $csv, @$_) for ['--dots'], ['--text'];
	}
	run($w, undef, @a, 'compare', $before, $r, '--table', '--lang', 'fr');
}

sub show_all {
	my ($w, $plan, @day) = @_;
	my ($before, $then);
	for my $p (@$plan) {
		show_round($w, $p->{id}, $before, undef, @day);
		$before = $p->{id};
	}
	# A round that looks back at the first, beside the last.
	($then) = map { $_->{id} } grep { $_->{refers} eq 'R1' } @$plan;
	show_round($w, $plan->[-1]{id}, 'R1', $then, @day)
	    if defined $then && $then ne $plan->[-1]{id};
	run($w, undef, 'cpm-assess', 'score', map { $_->{id} } @$plan);
	run($w, undef, 'cpm-report', 'plan', @$_, @day)
	    for [], ['--html', '--lang', 'fr'], ['--text'];
	run($w, undef, 'cpm-report', 'progress', '--since', '2026-01-01', @$_,
	    @day) for [], ['--html', '--lang', 'fr'], ['--text'];
}

# --- a programme ----------------------------------------------------------

sub commit {
	my ($w, $day, $what) = @_;
	$ENV{GIT_AUTHOR_DATE} = $ENV{GIT_COMMITTER_DATE} = "${day}T12:00:00Z";
	must($w, qw(git add -A));
	must($w, qw(git -c gc.auto=0 commit -q --allow-empty -m), $what);
}

sub plan_read {
	my ($dir) = @_;
	my @plan;
	for (split /\n/, slurp("$dir/plan")) {
		my %p;
		@p{qw(id show votes kind refers late moved people)} = split;
		push @plan, \%p;
	}
	return \@plan;
}

# A point of the first thread's scale.
sub point_of {
	my ($text) = @_;
	return $1 if $text =~ /^T1,([\d.]+),/m;
	return $1 if $text =~ /^,([\d.]+),/m;
	die "no scale\n";
}

sub play_round {
	my ($w, $dir, $p, $before, $month) = @_;
	my $r = $p->{id};
	my $in = "../../$w->{name}/$r";
	my $day = sprintf '2026-%02d', $month;
	spew("team/$_.csv", slurp("$dir/$r/$_.csv"))
	    for qw(dimensions criteria scale groups);
	my @a = ('cpm-assess');
	must($w, @a, 'open', $r, '--show', $p->{show}, '--votes', $p->{votes},
	    '--kind', $p->{kind}, '--date', "$day-01",
	    $p->{refers} ne '-' ? ('--refers-to', $p->{refers}) : ());
	commit($w, "$day-01", "open $r");
	my @import = (@a, 'import', '--date', "$day-02");
	# A sheet that comes late is refused by the round that is closed.
	do_it($w, @import, '--round', $before, "../in/$r-late.csv")
	    if $p->{late} && defined $before;
	must($w, @import, '-n', '--round', $r, "../in/$r.csv");
	must($w, @import, '--round', $r, "../in/$r.csv");
	must($w, @import, '--round', $r, "../in/$r-late.csv") if $p->{late};
	do_it($w, @import, '--round', $r, "../in/$before.csv")
	    if defined $before;
	must($w, @import, '--round', $r, "../in/$r.csv");
	do_it($w, @a, $_, $r) for qw(tally score talk);
	# A question beside the votes is counted, a vote is not.
	do_it($w, @a, 'count', '-f', "../in/$r.csv", $_) for qw(tools K000);
	do_it($w, 'cpm-next', '--date', "$day-03");
	do_it($w, @a, 'close', '-n', $r, '--date', "$day-04");
	must($w, @a, 'close', $r, '--date', "$day-04");
	commit($w, "$day-04", "close $r");
	do_it($w, @a, 'agree', $r, 'T1', point_of(slurp("$dir/$r/scale.csv")),
	    '--date', "$day-05");
	do_it($w, @a, 'finding', $r, 'T1', '--type', 'strength',
	    "What we can do after $r", '--date', "$day-05");
	do_it($w, @a, 'agree', $r, '--done', '--date', "$day-05");
	do_it($w, 'cpm-next', '--csv', '--date', "$day-06");
	must($w, 'cpm-check', '--date', "$day-06");
	commit($w, "$day-06", "agree $r");
}

sub play {
	my ($name, $dir, $plan) = @_;
	my $w = { name => $name, files => {}, trace => [] };
	my @last = ('--date', '2026-11-30');
	make_path(map { "$dir/w$name/$_" } qw(talk home tmp));
	chdir "$dir/w$name" or die "$dir: $!\n";
	symlink "../$name", 'in' or die "in: $!\n";
	@ENV{qw(HOME TMPDIR)} = ("$dir/w$name/home", "$dir/w$name/tmp");
	system(qw(cpm-init --quiet --pack boost-short --title Team --date
	    2026-01-01 team)) == 0 or die "cpm-init\n";
	my $settings = slurp('team/cpm.csv');
	$settings =~ s/^min_(team|counts|group),.*\n//mg;
	spew('team/cpm.csv', $settings, slurp("$dir/settings"));
	my ($before, $month);
	for my $p (@$plan) {
		play_round($w, $dir, $p, $before, ++$month);
		$before = $p->{id};
	}
	my $at = @{ $w->{trace} };
	show_all($w, $plan, @last);
	my @shown = @{ $w->{trace} }[$at .. $#{ $w->{trace} }];
	$w->{trace}[-1] .= my $left = touched($w);
	die "what only shows has touched files: $left" if $left ne '';
	$w->{shown} = \@shown;
	return $w;
}

# Without the private folder all is shown alike.
sub without_private {
	my ($w, $plan) = @_;
	rename 'team.private', 'in.private' or die "team.private: $!\n";
	my $at = @{ $w->{trace} };
	show_all($w, $plan, '--date', '2026-11-30');
	my @now = splice @{ $w->{trace} }, $at;
	rename 'in.private', 'team.private' or die "team.private: $!\n";
	for my $i (0 .. $#now) {
		next if $now[$i] eq $w->{shown}[$i];
		die "shown otherwise without the private folder:\n$now[$i]\n" .
		    "instead of\n$w->{shown}[$i]\n";
	}
}

# --- what may not be there ------------------------------------------------

sub everything {
	my ($w) = @_;
	my $all = join "\n", @{ $w->{trace} };
	for my $path (keys %{ $w->{files} }) {
		$all .= "\n$path\n" . slurp($path) unless $path =~ m{/objects/};
	}
	chdir 'team' or die;
	$all .= qx(git cat-file --batch-all-objects --batch);
	$all .= qx(git log --format=%H%n%an%n%ae%n%B --all);
	chdir '..' or die;
	return $all;
}

sub no_secret {
	my ($w, $dir) = @_;
	my %secret = map { $_ => 1 } split /\n/, slurp("$dir/$w->{name}/secrets");
	my ($head, @rows) = split /\n/, slurp('team.private/responses.csv');
	$secret{ (split /,/)[2] } = 1 for @rows;
	delete $secret{''};
	my $all = everything($w);
	my $any = join '|', map { quotemeta } keys %secret;
	die "outside the private folder stands '$1'\n" if $all =~ /($any)/;
	return scalar keys %secret;
}

# What is withheld is empty, and what is rounded has no numbers of people.
sub cells_empty {
	for (split /\n/, slurp('team/results.csv')) {
		my @c = split /,/, $_, -1;
		die "a withheld row says something: $_\n"
		    if $c[-1] eq 'withheld' && join('', @c[4 .. 9]) ne '';
		die "a rounded row says too much: $_\n"
		    if $c[-1] eq 'rounded' &&
		    join('', @c[4, 5, 6, 8]) ne '';
	}
}

sub same {
	my ($a, $b) = @_;
	for my $i (0 .. $#{ $a->{trace} }) {
		next if $a->{trace}[$i] eq ($b->{trace}[$i] // '');
		die "it shows what was answered; in one world\n" .
		    "$a->{trace}[$i]\nin the other\n" .
		    ($b->{trace}[$i] // 'nothing') . "\n";
	}
	die "more steps in one world\n" if @{ $a->{trace} } != @{ $b->{trace} };
}

sub programme {
	my ($seed, $out) = @_;
	my $dir = "$top/$seed";
	my (%sum, $lines);
	make_path($dir);
	system($torture, '-w', $dir, $seed) == 0 or die "cannot be written\n";
	my $plan = plan_read($dir);
	$sum{moved} += $_->{moved} for @$plan;
	my $b = play('b', $dir, $plan);
	my $a = play('a', $dir, $plan);
	same($a, $b);
	without_private($a, $plan);
	$sum{secrets} = no_secret($a, $dir);
	cells_empty();
	$sum{steps} = @{ $a->{trace} };
	print STDERR map { "$_\n" } @{ $a->{trace} } if $verbose;
	$lines = qx('$torture' -p team $seed);
	die "what is published cannot be attacked\n" if $? != 0;
	print $out "loot $_\n" for split /\n/, $lines;
	print $out "sum $sum{steps} $sum{moved} $sum{secrets}\n";
	chdir $top;
	remove_tree($dir);
}

# --- all of them ----------------------------------------------------------

sub worker {
	my ($j) = @_;
	my $bad = 0;
	open my $out, '>', "$top/found.$j" or die "$top: $!\n";
	for (my $i = $j; $i < $programmes; $i += $jobs) {
		my $seed = $first + $i;
		next if eval { programme($seed, $out); 1 };
		my $why = $@;
		chdir $top;
		print STDERR "not ok: programme $seed ($top/$seed): $why";
		last if ++$bad == 3;
	}
	close $out or die "$top: $!\n";
	exit($bad ? 1 : 0);
}

my (%loot, %sum, %rounds);
my $failed = 0;

sub share { my ($part, $votes) = @_; return $votes ? 100 * $part / $votes : 0 }

sub collect {
	my ($style, $show, $n, @l) = @_;
	my $kind = $style eq 'realistic' || $style eq 'random' ? 'judged' :
	    'not judged';
	if (@l > 9) {
		print "not ok: @l[9 .. $#l]\n";
		$failed = 1;
	}
	$rounds{$kind}{$n}++;
	$loot{$kind}{$n}[$_] += $l[$_] for 0 .. 8;
	# Beside counts only groups of 15 say anything.
	return if $show eq 'counts';
	$loot{groups}[$_] += $l[$_] for 3 .. 8;
}

# Of the few rounds of one size shares say little: they are judged together.
sub judge {
	my ($kind) = @_;
	my @many;
	printf "\n%s\n  N  rounds  outsider insider    pair   + insider   + pair\n",
	    $kind eq 'judged' ? 'realistic and random teams (judged)' :
	    'cohesive teams, short scales (not judged, but for what groups give)';
	for my $n (sort { $a <=> $b } keys %{ $loot{$kind} }) {
		my @l = @{ $loot{$kind}{$n} };
		printf "%3d  %6d   %7.3f %7.3f %7.3f   %8.4f %8.4f\n", $n,
		    $rounds{$kind}{$n}, share(@l[1, 0]), share(@l[4, 3]),
		    share(@l[7, 6]), share(@l[5, 3]), share(@l[8, 6]);
		next if $n < 9;
		$many[$_] += $l[$_] for 0 .. 8;
	}
	return if $kind ne 'judged' || !@many;
	for (['an insider', 3], ['a pair', 6]) {
		my ($who, $i) = @$_;
		next if share($many[$i + 1] + $many[$i + 2], $many[$i]) <= 1;
		print "not ok: $who learns too much\n";
		$failed = 1;
	}
}

for my $j (0 .. $jobs - 1) {
	my $pid = fork // die "fork: $!\n";
	worker($j) if $pid == 0;
}
while (wait > 0) { $failed = 1 if $? != 0 }
for my $j (0 .. $jobs - 1) {
	for (split /\n/, slurp("$top/found.$j")) {
		my ($what, @f) = split;
		if ($what eq 'loot') { collect(@f) }
		else { $sum{n}++; $sum{$_} += shift @f for qw(steps moved secrets) }
	}
	unlink "$top/found.$j";
}
printf "%d programmes through the commands: %d steps the same in two worlds " .
    "with %d other answers;\n%d names, addresses, numbers and codes looked " .
    "for.  %% of others' votes learnt:\n", $sum{n} // 0, $sum{steps} // 0,
    $sum{moved} // 0, $sum{secrets} // 0;
judge($_) for grep { $loot{$_} } 'judged', 'not judged';
if ($loot{groups} && (share(@{ $loot{groups} }[5, 3]) > 0.005 ||
    share(@{ $loot{groups} }[8, 6]) > 0.005)) {
	print "not ok: groups give something beyond the rest\n";
	$failed = 1;
}
if (($sum{moved} // 0) < 20 * ($sum{n} // 0)) {
	print "not ok: the worlds hardly differ\n";
	$failed = 1;
}
$failed = 1 if ($sum{n} // 0) != $programmes;
print $failed ? "\nnot ok\n" : "\nok\n";
rmdir $top;
exit $failed;
