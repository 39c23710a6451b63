# A report in its two languages and three forms, as it was read by people:
#
#	pages visit			cpm-report visit at $on, against
#					tests/data/report/visit.{en,fr}.{md,txt}

pages() { # VERB
	for l in en fr; do
		for f in md txt; do
			run cpm-report "$1" --date $on --lang $l -o out/r.$f
			is "$rc" 0 "$1, $l, $f"
			same out/r.$f "$top/tests/data/report/$1.$l.$f" 'says what it should'
		done
		run cpm-report "$1" --date $on --lang $l -o out/r.html
		xmllint --noout out/r.html 2>"$err"; ok $? "a page in $l is well-formed"
		like out/r.html "<html lang=\"$l\"" 'in its language'
		unlike out/r.html '<script|src=|href=|@import|url\(' 'and fetches nothing'
		[ "$(wc -c <out/r.html)" -lt 200000 ]; ok $? 'under 200 kB'
	done
}
