#!/bin/sh
# A framework as an XLSForm, and its answers back without a map: from exports
# in the shapes of KoboToolbox and ODK Central, and from a grid.
. "${0%/*}/../lib.sh"
data=$top/tests/data/xlsform
export_of() { perl "$top/tests/xlsform.pl" "$@"; }

# --- half steps, a scale of its own, names that a form cannot have
mkdir f f.private; cd f || exit 2
printf '%s\n' key,value schema,1 'title,Jardin d’Équipe' lang,fr 'langs,fr en' \
    'purpose_fr,"Voir ""ensemble"", sans juger."' share,team keep_votes_days,365 >cpm.csv
printf '%s\n' id,label_fr,label_en 'A,Cap,Aims' 'B,"Liens, appuis",Bonds' '3c,=Suite,Rest' 'D,Vide,Empty' >dimensions.csv
cat >criteria.csv <<'END'
id,dimension,reverse,label_fr,label_en,hint_fr,hint_en
A1,A,,Nous savons où nous allons.,We know where we go.,Un plan,A plan
a-2,A,yes,"Le « but » change ; “souvent”.",The aim changes often.,,
B_1,B,,"Qui aide/qui est aidé, on le sait.",Who helps/is helped is known.,,
1b,B,,Chacun compte.,Everyone counts.,,
start,3c,,On finit ce qu’on commence.,We end what we begin.,,
END
cat >scale.csv <<'END'
dimension,value,label_fr,label_en,text_fr,text_en
,1,Pas encore,Not yet,Rien,Nothing
,1.5,,,,
,2,Débuts,Starting,,
,2.5,,,,
,3,En place,In place,,
,NA,Sans objet,Not applicable,,
,DK,Ne sait pas,Do not know,,
B,-1,Recul,Back,,
B,0,Rien,Nothing,,
B,1,Avance,Ahead,"Oui, ""bien""",Yes
B,2,Avance,Far ahead,,
END
printf '%s\n' id,label_fr,label_en '2nd,Bureau,Board' 'vol,Bénévoles,Volunteers' >groups.csv
printf '%064d\n' 7 >../f.private/key
chmod 700 ../f.private; chmod 600 ../f.private/key
cpm-assess open R1 -q --date 2026-03-01 --invited '2nd:5 vol:7'
run cpm-assess form R1 --xlsform forms/x
is "$rc" 2 'the last folder alone is made'
run cpm-assess form R1 --xlsform x
is "$rc" 0 'a form for phones'
empty "$out" 'three files, and nothing else is printed'
like "$err" 'wrote survey.csv, choices.csv and settings.csv into x$' 'which is said'
like "$err" 'ssconvert -I Gnumeric_stf:stf_csvtab --merge-to=form.xlsx survey choices settings$' 'with the recipe for the workbook'
for f in survey choices settings; do same x/$f.csv "$data/out-$f.csv" "$f.csv"; done
cp -r x y
run cpm-assess form R1 --xlsform x -q
is "$rc" 0 'again'
empty "$err" 'quietly'
diff -r x y >"$tmp/found"
empty "$tmp/found" 'the same bytes'
run cpm-assess form R1 --xlsform x -n
like "$err" 'would write x/survey.csv' '-n says what it would do'
grep -E '^(start|end|today|deviceid|username|phonenumber|email|audit|geopoint)[, ]' x/survey.csv >"$tmp/found"
empty "$tmp/found" 'nothing asks who it was'
cpm-assess form R1 --xlsform en --lang en -q
is "$(sed -n 2p en/settings.csv | sed 's/,v[0-9a-f]*,/,v,/')" 'Jardin d’Équipe: how we see ourselves (R1),jardin_d_equipe_R1,v,English (en)' '--lang chooses the first language'
is "$(head -1 en/survey.csv)" 'type,name,label::English (en),label::Français (fr),hint::English (en),hint::Français (fr)' 'the others are there'
sed -i 's/^langs,.*/langs,"fr, en en fr"/' cpm.csv
cpm-assess form --xlsform twice -q
is "$(head -1 twice/choices.csv)" 'list_name,name,label::Français (fr),label::English (en)' 'a language that is named twice is one column'
sed -i 's/^langs,.*/langs,fr en/' cpm.csv
cpm-assess form --xlsform now -q
is "$(sed -n 2p now/settings.csv | cut -d, -f2)" jardin_d_equipe 'without a round, the folder as it is'

# --- what is promised is what the printed form says
cpm-assess form R1 >"$tmp/form.md"
sed -n '/^• /s/^• //p' x/survey.csv | sed 's/,,*$//; s/"$//; s/",".*//' |
while IFS= read -r l; do grep -qF -- "$l" "$tmp/form.md" || echo "$l"; done >"$tmp/found"
cpm-assess form R1 --lang en >>"$tmp/form.md"
sed -n '/^• /s/^• //p' x/survey.csv | sed 's/,,*$//; s/"$//; s/",".*//' |
while IFS= read -r l; do grep -qF -- "$l" "$tmp/form.md" || echo "$l"; done >"$tmp/found"
empty "$tmp/found" 'every sentence of it stands on the printed form too'
is "$(grep -c '^• ' x/survey.csv)" "$(grep '^ *- ' "$tmp/form.md" | grep -vc ☐)" 'and none is missing'

# --- and back, without a map
resp=../f.private/responses.csv
sheets() { awk -F, 'NR > 1 { if (!($3 in s)) o[n++] = $3; s[$3] = s[$3] (s[$3] == "" ? $4 ":" : "") " " ($7 == "" ? "-" : $7) }
	END { for (i = 0; i < n; i++) print s[o[i]] }' "$resp" | sort; }
export_of x truth | sort >"$tmp/want"
is "$(cut -d: -f1 "$tmp/want" | sort | uniq -c | tr -s ' \n' ' ')" ' 2 3 2nd 2 vol ' 'sheets with and without a group'
mkdir ../in
back() { # NAME SHAPE [LANGUAGE]
	rm -f "$resp"
	export_of x "$2" ${3+"$3"} >"../in/$2.csv"
	run cpm-assess import --round R1 "../in/$2.csv"
	is "$rc" 0 "$1 comes in without a map"
	[ -f "$resp" ] && sheets >"$tmp/got"
	same "$tmp/got" "$tmp/want" 'with the same scores'
}
back 'Kobo with French labels' kobo 'Français (fr)'
like "$err" "the group is in column 'Votre regard'$" 'the group is seen'
back 'Kobo with English labels' kobo 'English (en)'
back 'Kobo with blanks between groups' kobo-spaced 'Français (fr)'
back 'Kobo without groups' kobo-bare 'English (en)'
back 'Kobo with names' kobo-names
back 'Kobo with a row of tags' kobo-hxl
like "$err" ':2: left out, a line of #tags$' 'which is left out'
back 'ODK Central with plain names' odk-plain
back 'ODK Central with groups in names' odk
run cpm-assess import --round R1 ../in/odk-plain.csv
like "$err" 'R1: 0 new, 0 changed, 7 same$' 'the same submissions in another shape are the same'

# --- the grid, typed into a spreadsheet
rm -f "$resp"
cpm-assess form R1 --grid --sheets 7 >"$tmp/grid.csv"
{ printf '\357\273\277'; head -1 "$tmp/grid.csv" | tr , ';' | sed 's/$/\r/'
  export_of x truth | sed 's/\./,/g' | awk -F': ' '{ gsub(/ /, ";", $2); gsub(/;-;/, ";;", $2); gsub(/;-;/, ";;", $2)
	sub(/^-;/, ";", $2); sub(/;-$/, ";", $2); printf "%d;%s;;%s\r\n", NR, $1, $2 }'
} >../in/grid.csv
run cpm-assess import --round R1 ../in/grid.csv
is "$rc" 0 'the grid as a French spreadsheet saves it'
sheets >"$tmp/got"
same "$tmp/got" "$tmp/want" 'with the same scores'

# --- the workbook
if command -v ssconvert >/dev/null && command -v unzip >/dev/null; then
	(cd x && for f in survey choices settings; do cp $f.csv $f; done
	ssconvert -I Gnumeric_stf:stf_csvtab --merge-to=form.xlsx survey choices settings) >/dev/null 2>&1
	is "$(unzip -p x/form.xlsx xl/workbook.xml | sed -n 's/.*<sheet name="\([^"]*\)".*/\1/p' | tr '\n' ' ')" 'survey choices settings ' 'the recipe makes three sheets of these names'
	mkdir z
	(cd z && ssconvert -S -O 'separator=, quoting-mode=auto' -T Gnumeric_stf:stf_assistant ../x/form.xlsx %s.csv) >/dev/null 2>&1
	for f in survey choices settings; do
		export_of x/$f.csv cells >"$tmp/a"; export_of z/$f.csv cells >"$tmp/b"
		same "$tmp/b" "$tmp/a" "$f as it was"
	done
else
	skip 'gnumeric is not here'
fi

# --- nothing of anybody's is overwritten
mkdir mine; echo 'type,name' >mine/survey.csv
run cpm-assess form R1 --xlsform mine
is "$rc" 2 'another form is refused'
like "$err" 'mine/survey.csv is there already and is not of this form \(jardin_d_equipe_R1\): name another folder' 'by its name'
is "$(cat mine/survey.csv; ls mine)" "$(printf 'type,name\nsurvey.csv')" 'and left as it was'
run cpm-assess form --xlsform x
is "$rc" 2 'the form of another round too'

# --- what cannot be
sed -i 's/Everyone counts/Everyone ${A1} counts/' criteria.csv
sed -i 's/Board/Board ${x}/' groups.csv
cp cpm.csv kept.csv; sed -i 's/^purpose_fr,.*/purpose_fr,Voir ${A1}/' cpm.csv
run cpm-assess form --xlsform new
is "$rc" 1 'a label that refers to a question'
like "$err" "cpm.csv:6: column 'value': '\\\$\{' is the name of a question" 'also in what it is for'
mv kept.csv cpm.csv
like "$err" "criteria.csv:5: column 'label_en': '\\\$\{' is the name of a question to a survey program" 'is said'
like "$err" "groups.csv:2: column 'label_en'" 'both of them'
is "$(ls -d new 2>/dev/null)" '' 'nothing was made'
for o in --grid --html '--second en' '-o x.csv'; do
	run cpm-assess form R1 --xlsform new $o
	is "$rc" 2 "$o does not go with it"
	like "$err" 'do not go with --xlsform' 'and it is said'
done
run cpm-assess form R1 --xlsform ''
is "$rc" 2 'no folder is none'
like "$err" 'something is missing: DIR' 'which is said'
: >file
run cpm-assess form R1 --xlsform file
is "$rc" 2 'a file is none either'
run cpm-assess form R9 --xlsform new
is "$rc" 1 'a round that is not there'
is "$(grep -c "no such id: 'R9'" "$err")" 1 'is said once'
run cpm-assess form R1 --unit
like "$err" '\-\-unit goes with --xlsform' 'the unit is asked on a phone only'
cpm-assess form R1 --xlsform unit --unit -q
is "$(grep -c '^text,unit,Votre unité,Your unit,,$' unit/survey.csv)" 1 'a unit is asked where it is wanted'

sed -i 's/ ${A1}//' criteria.csv; sed -i 's/ ${x}//' groups.csv
for shape in kobo odk; do
	rm -f "$resp"
	export_of unit $shape 'Français (fr)' >../in/unit.csv
	run cpm-assess import --round R1 ../in/unit.csv
	is "$(sed 1d "$resp" | cut -d, -f5 | sort -u | tr '\n' ' ')" 'Site 0 Site 1 Site 2 Site 3 Site 4 Site 5 Site 6 ' "and comes back from $shape"
done

# --- a round that looks back says so on a phone too
cpm-assess open T1 -q --kind retrospective --refers-to R1 --date 2026-09-01
cpm-assess form T1 --xlsform then -q
for l in fr en; do
	cpm-assess form T1 --lang $l | sed -n '3,/^## /p' | grep -v '^#\|^\*\*\|^$\|^Voir'
done | sed 's/ score.*coche sur sa ligne\./ score./; s/ score: a tick in its line\./ score./' >"$tmp/lines"
is "$(wc -l <"$tmp/lines")" 4 'the printed form says how to answer it, in two sentences a language'
while IFS= read -r l; do grep -qF -- "$l" then/survey.csv || echo "$l"; done <"$tmp/lines" >"$tmp/found"
empty "$tmp/found" 'and so does the one for phones'
unlike then/survey.csv 'a tick in|coche' 'which has no lines to tick'
like then/settings.csv '^Jardin d’Équipe.*: comment c’était alors \(T1\),jardin_d_equipe_T1,' 'its title too'

# --- a framework without texts, groups or labels in one language
mkdir ../g ../g.private; chmod 700 ../g.private; cd ../g || exit 2
printf '%s\n' key,value schema,1 lang,es >cpm.csv
printf '%s\n' id,label_es group,Grupo >dimensions.csv
printf '%s\n' id,dimension,label_es unit,group,Uno meta,group,Dos >criteria.csv
printf '%s\n' dimension,value ,0 ,1 ,2 ,3 >scale.csv
run cpm-assess form --xlsform x --unit
is "$rc" 0 'without groups, title and labels of scores'
like x/survey.csv '^text,own_unit,' 'names that are taken are avoided'
like x/survey.csv '^select_one scale,_meta,Dos,$' 'one that is reserved too'
unlike x/survey.csv 'select_one groups|note_scale' 'what is not there is not asked'
like x/choices.csv '^scale,0,0$' 'a point without a label is its number'
is "$(sed -n 2p x/settings.csv | sed 's/,v[0-9a-f]*,/,v,/')" 'How we see ourselves,team,v,Español (es)' 'settings'
# A language that is named twice has one column in new tables too.
printf '%s\n' 'langs,"es, es"' >>cpm.csv
cpm-assess open R1 -q
is "$(head -1 rounds/R1/groups.csv)" 'id,perspective,merged_into,label_es' 'a list of languages is read as people write it'
run cpm-assess form R1 --xlsform r1
is "$rc" 0 'and the round can be read'
run cpm-check
empty "$err" 'and the folder is in order'

# --- names without Latin letters: two teams are two forms
cd "$work" || exit 2
for n in 'फूलों का बाग' 'पानी का घर' '团队 1' '小组 1'; do
	rm -rf t t.private f
	cpm-init --quiet --pack boost-short --title "$n" t 2>/dev/null
	cpm-assess -C t open R1 -q
	cpm-assess -C t form R1 --xlsform "$work/f" 2>/dev/null
	sed -n 2p f/settings.csv | grep -o ',team_[0-9a-f]*_R1,'
done >"$tmp/ids"
is "$(grep -Ec '^,team_[0-9a-f]{6}_R1,$' "$tmp/ids") $(sort -u "$tmp/ids" | wc -l)" '4 4' 'each has a form_id of its own'
done_testing
