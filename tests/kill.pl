# Run a command and kill -9 it at a random instant.
#
#	perl kill.pl SEED MICROSECONDS COMMAND…
#
# Exit status: 0 if it ended by itself with 0, 1 with anything else, 9 if it was killed.
use strict;
use warnings;
use Time::HiRes qw(usleep);

my ($seed, $most, @cmd) = @ARGV;
srand($seed);
my $pid = fork // die "fork: $!";
if ($pid == 0) {
	open STDIN, '<', '/dev/null';
	open STDOUT, '>', '/dev/null';
	open STDERR, '>', '/dev/null';
	exec @cmd or die "$cmd[0]: $!";
}
usleep(int(rand($most)));
kill 'KILL', $pid;
waitpid $pid, 0;
exit(($? & 127) == 9 ? 9 : $? == 0 ? 0 : 1);
