#!/usr/bin/perl
# What a survey program makes of our XLSForm: an export of answers to it.
#
#	perl xlsform.pl DIR SHAPE [LANGUAGE]
#
# SHAPE is kobo (labels in LANGUAGE, "Français (fr)"), kobo-spaced (" / " between
# them), kobo-bare (no groups), kobo-names, kobo-hxl,
# odk (group-question), odk-plain, or truth: a line "group: scores" a sheet;
# cells, of one file DIR: its cells, a line a row; columns NAME…, those of it.
# Who answers what is the same in each: seven sheets, every choice of every
# question met, some left empty.
use strict;
use warnings;
use utf8;
use Encode qw(decode);
use open qw(:std :encoding(UTF-8));

sub rows {	# of a file, its header first
	my ($path) = @_;
	open(my $fh, '<:encoding(UTF-8)', $path) or die "$path: $!";
	local $/;
	my $s = <$fh>;
	my (@rows, @row);
	while ($s =~ /\G("((?:[^"]|"")*)"|([^,\n"]*))(,|\n|\z)/gc) {
		my $v = defined $2 ? $2 : $3;
		my $end = $4;
		$v =~ s/""/"/g;
		push @row, $v;
		if ($end ne ',') { push @rows, [@row]; @row = () }
		last if $end eq '' || pos($s) >= length $s;
	}
	return @rows;
}

sub csv {	# its records by the names of its columns
	my ($head, @rows) = rows($_[0]);
	return map { my %h; @h{@$head} = @$_; \%h } @rows;
}

# As pyxform cleans what it is given.
sub clean { my ($s) = @_; $s =~ tr/‘’“”/''""/; $s =~ s/ +/ /g; $s =~ s/^\s+|\s+$//g; $s }

if ($ARGV[1] eq 'cells') {	# of one file: a line a row
	print join(' | ', map { defined $_ ? clean($_) =~ s/\n/ \/ /gr : '' } @$_), "\n"
	    for rows($ARGV[0]);
	exit;
}
if ($ARGV[1] eq 'columns') {	# of one file: the named ones
	my ($file, undef, @names) = @ARGV;
	for my $r (csv($file)) {
		print join(' | ', map { $r->{$_} // '' } @names), "\n";
	}
	exit;
}
my ($dir, $shape, $lang) = map { decode('UTF-8', $_) } @ARGV;
$lang = '' if !defined $lang;
my %list;
push @{ $list{$_->{list_name}} }, $_ for csv("$dir/choices.csv");
my (@path, @labels, @q);
for my $r (csv("$dir/survey.csv")) {
	if ($r->{type} eq 'begin_group') {
		push @path, $r->{name};
		push @labels, clean($r->{"label::$lang"} // '');
	} elsif ($r->{type} eq 'end_group') {
		pop @path; pop @labels;
	} else {
		my ($l) = $r->{type} =~ /^select_one (\S+)$/;
		push @q, { type => $r->{type}, name => $r->{name}, path => [@path], list => $l,
		    label => clean($r->{"label::$lang"} // ''), labels => [@labels] };
	}
}
my @asked = grep { defined $_->{list} } @q;
sub answer {	# of sheet i to question j: a choice or undef
	my ($i, $j) = @_;
	my @c = @{ $list{$asked[$j]{list}} };
	my $k = ($i + $j * 5 + int($j / 3)) % (@c + 1);
	return $k < @c ? $c[$k] : undef;
}
my $n = 7;

if ($shape eq 'truth') {
	for my $i (0 .. $n - 1) {
		my ($group, @s) = ('');
		for my $j (0 .. $#asked) {
			my $c = answer($i, $j);
			my $v = defined $c ? $c->{name} : '';
			if ($asked[$j]{list} eq 'groups') { $v =~ s/^_//; $group = $v }
			else { push @s, $v eq '' ? '-' : $v }
		}
		print "$group: @s\n";
	}
	exit;
}

my ($sep, $eol, $all) = $shape =~ /^kobo/ ? (';', "\r\n", 1) : (',', "\n", 0);
sub line {
	print join($sep, map { my $v = $_; $v =~ s/"/""/g;
	    $all || $v =~ /[",\n]/ ? "\"$v\"" : $v } @_), $eol;
}
my $kobo = $shape =~ /^kobo/;
my $labels = $shape =~ /^kobo(-spaced|-bare)?$/;
my $text = sub { $_[0]{type} eq 'text' };
my @show = grep { defined $_->{list} || $text->($_) || !$kobo } @q;	# Kobo leaves notes out
my @head = map {
	$shape eq 'kobo' ? join('/', @{ $_->{labels} }, $_->{label}) :
	$shape eq 'kobo-spaced' ? join(' / ', @{ $_->{labels} }, $_->{label}) :
	$shape eq 'kobo-bare' ? $_->{label} :
	$kobo ? join('/', @{ $_->{path} }, $_->{name}) :
	$shape eq 'odk' ? join('-', @{ $_->{path} }, $_->{name}) : $_->{name}
} @show;
my @tail = $kobo ? qw(_id _uuid _submission_time _validation_status _notes
    _status _submitted_by __version__ _tags meta/rootUuid _index) :
    qw(KEY SubmitterID SubmitterName AttachmentsPresent AttachmentsExpected
    Status ReviewState DeviceID Edits FormVersion);
line(($kobo ? () : 'SubmissionDate'), @head, @tail);
line(map({ /\// ? '#indicator' : '' } @head), map { $_ eq '_id' ? '#meta' : '' } @tail)
    if $shape eq 'kobo-hxl';
for my $i (0 .. $n - 1) {
	my $uuid = sprintf '%08x-0000-4000-8000-%012x', 3000 + $i, $i;
	my ($j, @cells) = (0);
	for my $q (@show) {
		if (!defined $q->{list}) {
			push @cells, $text->($q) ? "Site $i" : '';
			next;
		}
		my $c = answer($i, $j++);
		push @cells, !defined $c ? '' : $labels ?
		    clean($c->{"label::$lang"}) : $c->{name};
	}
	# Central leaves out what is empty at the end of a line.
	line(($kobo ? () : '2026-03-12T09:00:00.000Z'), @cells, $kobo ?
	    (100 + $i, $uuid, '2026-03-12T09:00:00', '', '', 'submitted_via_web',
	    '', 'vX1', '', "uuid:$uuid", $i + 1) :
	    ("uuid:$uuid", 5, 'field', 0, 0));
}
