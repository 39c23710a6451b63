# Kill -9 a command at random instants, and see what a folder is like then.
#
#	perl kills.pl BASE KILLS RETRY COMMAND…
#
# Each time the command runs in BASE/team of a fresh copy (the folder `one`
# of the working directory), is killed, and `cpm-check` runs; then every file
# is as before the command or as after it, all together, and nothing is left
# beside them.  The command runs again: it ends with RETRY where it had done
# its work and with 0 where it had not, and the end is that of a run that
# nobody disturbed.
#
# One line for each thing that is not so ("# kill 7: …"), and a last line:
# whether the undisturbed run changes anything, how many things were not so,
# how many kills struck, how many left traces of a write.
#
# All but the commands themselves is done here, in one process.
use strict;
use warnings;
use Digest::SHA;
use Time::HiRes qw(time usleep);

my ($base, $kills, $retry, @cmd) = @ARGV;

sub names {
	my $dir = shift;
	opendir my $d, $dir or return;
	return sort grep { $_ ne '.' && $_ ne '..' } readdir $d;
}

sub copy {
	my ($from, $to) = @_;
	my @st = lstat $from or die "$from: $!";
	if (-d _) {
		mkdir $to or die "$to: $!";
		copy("$from/$_", "$to/$_") for names($from);
	} elsif (-l _) {
		symlink readlink($from), $to or die "$to: $!";
		return;
	} else {
		open my $in, '<:raw', $from or die "$from: $!";
		open my $out, '>:raw', $to or die "$to: $!";
		local $/;
		my $bytes = <$in>;
		print $out $bytes if defined $bytes;
		close $out or die "$to: $!";
	}
	chmod $st[2] & 07777, $to;
	utime $st[8], $st[9], $to;
}

sub drop {
	my $path = shift;
	if (-d $path && !-l $path) {
		chmod 0700, $path;
		drop("$path/$_") for names($path);
		rmdir $path or die "$path: $!";
	} else {
		unlink $path or die "$path: $!";
	}
}

sub fresh {
	drop('one') if -e 'one';
	copy($base, 'one');
}

# The files of the two folders with their bytes, but git's and our own.
sub state_of {
	my ($dir, $sum) = @_;
	my $top = !defined $sum;
	$sum //= Digest::SHA->new(256);
	for my $n (names($dir)) {
		my $path = "$dir/$n";
		if (-d $path && !-l $path) {
			state_of($path, $sum) if $n ne '.git' && $n ne '.cpm';
		} else {
			$sum->add($path, "\0", -s $path // 0, "\0");
			$sum->addfile($path, 'b');
		}
	}
	return $top ? $sum->hexdigest : undef;
}

# Temporaries and journals.
sub stray {
	my $dir = shift;
	my @found;
	for my $n (names($dir)) {
		my $path = "$dir/$n";
		if (-d $path && !-l $path) {
			push @found, stray($path);
		} elsif ($n =~ /^\..*\.cpm-.{6}\z/s ||
		    ($n eq 'journal' && $dir =~ m{/\.cpm(/|\z)})) {
			push @found, $path;
		}
	}
	return @found;
}

# Begin a program in the folder, its words to `log`.
sub begin {
	my ($log, @args) = @_;
	my $pid = fork // die "fork: $!";
	return $pid if $pid;
	open STDIN, '<', '/dev/null';
	open STDOUT, '>', $log;
	open STDERR, '>&', \*STDOUT;
	chdir 'one/team' or die "one/team: $!";
	exec @args or die "$args[0]: $!";
}

sub run {
	waitpid begin(@_), 0;
	return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

my $bad = 0;
my $kill = 0;
sub wrong {
	print "# kill $kill: @_\n";
	$bad++;
}

fresh();
my $old = state_of('one');
my $start = time;
my $rc = run('/dev/null', @cmd);
my $most = time - $start;
my $new = state_of('one');
my $changes = $rc == 0 && $old ne $new ? 'changes' : 'nothing';

my ($struck, $torn) = (0, 0);
while ($kill++ < $kills) {
	srand($kill);
	fresh();
	my $pid = begin('/dev/null', @cmd);
	usleep(rand($most) * 1e6);
	kill 'KILL', $pid;
	waitpid $pid, 0;
	$struck++ if ($? & 127) == 9;
	$torn++ if stray('one');
	if (run('check.log', 'cpm-check', '-q') != 0) {
		open my $fh, '<', 'check.log';
		wrong('cpm-check:', scalar <$fh>);
	}
	my $now = state_of('one');
	wrong('neither old nor new') if $now ne $old && $now ne $new;
	wrong("something is left: $_") for stray('one');
	my $want = $now eq $new ? $retry : 0;
	$rc = run('/dev/null', @cmd);
	wrong("again: status $rc, not $want") if $rc != $want;
	wrong('again: not the same end') if state_of('one') ne $new;
}
print "$changes $bad $struck $torn\n";
