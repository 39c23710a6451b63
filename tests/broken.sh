# Rules broken by hand and found by cpm-check, for a test that says $on, the
# day, and `fine`, which makes the folder t as it should be:
#
#	silent				t has no fault
#	edit actions.csv 's/x/y/'	t with an edit by hand
#	found actions.csv:3 'WORDS' 'a rule'	its fault at its line

silent() {
	fine; run cpm-check -C t --date $on
	is "$rc" 0 'the folder as it should be'; empty "$err" 'is silent'
}
edit() { fine; sed -i "$2" "t/$1"; }
found() { # PLACE TEXT NAME
	run cpm-check -C t --date $on
	is "$rc" 1 "$3"
	like "$err" "$1: .*$2" '  at its line'
}
