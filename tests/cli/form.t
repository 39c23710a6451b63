#!/bin/sh
# The questionnaire: what it says will be shown follows size and policy; it
# asks for no name; in one language or two; in Markdown and HTML.
. "${0%/*}/../lib.sh"
data=$top/tests/data/intake

cpm-init --quiet --pack boost-short --title Tujenge team 2>/dev/null
cd team || exit 2
cpm-assess open R1 --quiet --date 2026-03-12 --invited 'governance:4 executive:5 programme:5 volunteers:4'

# --- whole, in Markdown
run cpm-assess form R1
is "$rc" 0 'a form in Markdown'
empty "$err" 'without a word'
# How wide a column is drawn is a matter of doc.t.
narrow() { sed 's/   *|/ |/g; s/---*/---/g' "$1"; }
narrow "$out" >"$tmp/got"
same "$tmp/got" "$data/form-en.md" 'in English'
run cpm-assess form R1 --lang fr --second en
narrow "$out" >"$tmp/got"
same "$tmp/got" "$data/form-fr-en.md" 'in French with English below'
is "$(cpm-assess form R1 --second en | cksum)" "$(cpm-assess form R1 | cksum)" 'a language twice is one'
cpm-assess form R1 --lang fr >"$tmp/fr.md"
perl -CSD -ne 'print if /[^\x{a0}-][:;?!](\s|$)|\p{L}\x27\p{L}/' "$tmp/fr.md" >"$tmp/found"
empty "$tmp/found" 'typographic French'

# --- HTML
run cpm-assess form R1 --second fr -o forms/f.html
is "$rc" 0 'a form in HTML'
xmllint --html --noout forms/f.html 2>"$tmp/found"
grep -v 'Tag [a-z]* invalid' "$tmp/found" >"$tmp/errors"
unlike "$tmp/errors" 'error' 'which is well-formed'
like forms/f.html '<html lang="en"' 'in English'
like forms/f.html 'lang="fr"' 'with parts in French'
unlike forms/f.html '<script|(src|href)=|url\(|@import' 'no script, nothing fetched'
cpm-assess form R1 --second fr -o forms/q.html --only questions
is "$(grep -o 'class="write"' forms/q.html | wc -l)" 56 'seven boxes for each of eight statements'
run cpm-assess form R1 --html
is "$(head -c 15 "$out")" '<!DOCTYPE html>' '--html'

# --- what will be shown, by size and choice
shown() { cpm-assess form "$1" >"$out"; }
round() { # ID INVITED [options]
	cpm-assess open "$1" --quiet --invited "$2" ${3+$3 $4} 2>/dev/null
	shown "$1"
}
round S4 'members:4'
like "$out" '4 people are asked' 'four people'
like "$out" 'fewer than 5 people answer: nothing of the answers' 'see nothing of votes'
unlike "$out" 'From [0-9]+ people on: for each' 'whatever they answer'
round S8 'members:8'
like "$out" 'From 5 people on: for each statement that as many answer, their mean' 'eight see means'
unlike "$out" 'From [0-9]+ people on: .*how many gave each score' 'and no counts'
like "$out" 'Nothing is shown by group' 'nor groups'
like "$out" 'Should more than 8 people answer, more may be shown: means from 5 people on, how many gave each score from 9, groups of 15 from 30' 'unless more come than were asked'
round S9 'members:9'
like "$out" 'From 9 people on: .*how many gave each score' 'nine may see counts'
round S30 'members:15 partners:15'
like "$out" 'A group is shown by itself only if it has 15' 'thirty may see groups of 15'
round G7 'members:7' --show groups
like "$out" 'Nothing is shown by group' 'seven see no groups'
like "$out" 'Should more than 7 people answer, more may be shown: means from 5 people on, and those of groups of 3 or more from 8' 'unless more come'
round G5 'members:5' --show groups
unlike "$out" 'close, mixed or far apart' 'five do not see how far they agree'
round G8 'members:8' --show groups
like "$out" 'From 8 people on: for each group of 3 or more' 'eight see groups by dimension'
like "$out" 'Not how many gave which score' 'and no counts'
like "$out" 'With 6 or 7 people: also whether views are close, mixed' 'how far they agree if fewer come'
round OP 'members:4' --votes open
like "$out" 'Votes are open in this round, as we agreed' 'open votes are said'
unlike "$out" 'guessed|keeps the sheets' 'and nobody need guess'
round CO 'members:4' --method consensus
like "$out" "Nobody's scores are collected" 'a consensus collects none'
unlike "$out" 'guessed|keeps the sheets|mean of each' 'so that there is nothing to guess'
for want in 'nearly all of us give the same score' 'tell each other their scores' \
    'joins or leaves before the next round' 'Whoever keeps the sheets sees every answer' \
    'delete the answers after 365 days' 'Outside the team: nothing'; do
	shown R1
	like "$out" "$want" "it says: $want"
done
sed -i 's/^min_team,.*/min_team,7/; s/^min_group,.*/min_group,4/' cpm.csv
round T7 'members:12'
like "$out" 'If fewer than 7 people answer' 'a higher threshold'
like "$out" 'From 7 people on: .* half a step, and whether views' 'which says so once'
shown R1
like "$out" 'If fewer than 5 people answer' 'holds for rounds opened since'
for s in partner:'with its partners, and' funder:'partners and funders, and' public:'with everybody, and'; do
	sed -i "s/^share,.*/share,${s%%:*}/" cpm.csv
	shown R1
	like "$out" "shares this .*${s#*:} no more: from 5 people on, the mean of each dimension" "shared with ${s%%:*}"
done

# --- before a round
run cpm-assess form
is "$rc" 0 'the folder as it is'
unlike "$out" 'people are asked' 'of a size that is not known'
like "$out" 'From 9 people on' 'says all that may be'
run cpm-assess form R9
is "$rc" 1 'an unknown round'
run cpm-assess form R1 --second ar
is "$rc" 0 'a language without labels or sentences'
is "$(grep -c 'What will be shown' "$out")" 1 'adds nothing'
cp scale.csv "$tmp/scale.csv"
sed -i '/^[A-Z]*,[45],/d' scale.csv
run cpm-assess form
like "$out" 'If fewer than 10 people answer' 'three points need ten people'
unlike "$out" 'three scores or fewer' 'which is all there is to say'
cp "$tmp/scale.csv" scale.csv
printf 'LEA,%s,,,,\n' 6 7 8 >own; grep -v '^LEA,' "$tmp/scale.csv" | cat - own >scale.csv
run cpm-assess form
like "$out" 'If fewer than 7 people answer' 'one thread on three points is a case of its own'
like "$out" 'Where there are three scores or fewer to choose from: nothing of fewer than ten answers\.' 'which is said'
run cpm-assess form --lang fr
like "$out" 'Là où il n’y a que trois scores ou moins.: rien si moins de dix personnes ont répondu\.' 'in French'
for d in STR GOV RES TEA PRO BEN PAR LEA; do printf "$d,%s,,,,\n" 6 7 8 9; done | cat own - >more
{ sed -n '1p; /^,[ND]/p' "$tmp/scale.csv"; grep -v '^LEA,[678]' more; printf 'LEA,%s,,,,\n' 6 7 8; } >scale.csv
run cpm-assess form
like "$out" 'If fewer than 7 people answer' 'no general scale is no short one'
cp "$tmp/scale.csv" scale.csv; rm own more
sed -i 1q criteria.csv
run cpm-assess form
is "$rc" 1 'no criteria'
like "$err" 'no criterion yet: a form would be empty$' 'is said'
empty "$out" 'and nothing is printed'

done_testing
