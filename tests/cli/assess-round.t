#!/bin/sh
# A round from open to agreed, and every message on the way.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"

# --- open
folder r
run cpm-assess open R1 --date 2026-03-01 --invited 'g1:4 g2:9' --note 'two half-days'
is "$rc" 0 'a round opens'
is "$(cut -d, -f1-9,11- rounds.csv)" 'id,kind,refers_to,date,method,votes,show,status,invited,policy,note
R1,baseline,,2026-03-01,individual,secret,counts,open,g1:4 g2:9,team=5 counts=9 group=3 show=counts votes=secret,two half-days' 'with its settings and thresholds'
for t in dimensions criteria scale groups; do
	same rounds/R1/$t.csv $t.csv "$t is kept with it"
done
like "$err" 'how many gave each score, where 9 or more answer; means to half a step from 5; with fewer, nothing' 'what will be shown is said'
like "$err" 'partners and beyond see means to half a step at most' 'and to whom'
like "$err" 'next: cpm-assess form R1' 'and what comes next'
empty "$out" 'talk goes to standard error'
cp rounds.csv "$tmp/rounds"
run cpm-assess open R1 --date 2026-03-02
is "$rc" 0 'typed again'
like "$err" 'already there: R1' 'it is there already'
run cpm-assess open R1 --show groups
is "$rc" 1 'another one of this name is refused'
like "$err" "there is a round 'R1' already" 'which is said'
run cpm-assess open R2 --kind monthly --method mail --votes none --show all --refers-to R9 --invited 'g1:x g9:2'
is "$rc" 1 'all that is wrong is named in one run'
like "$err" "[-]-kind: 'monthly' is none of: baseline, followup, final, retrospective" 'kind'
like "$err" "[-]-method: 'mail' is none of: individual, hands, consensus" 'method'
like "$err" "[-]-votes: 'none' is none of: secret, open" 'votes'
like "$err" "[-]-show: 'all' is none of: counts, groups" 'show'
like "$err" "no such id: 'R9'" 'refers-to'
like "$err" "not 'g1:x'" 'a number that is none'
like "$err" "there is no group 'g9'" 'a group that is none'
like "$err" 'hint: the groups are: g1 \(Board\), g2 \(Volunteers\), g3' 'with those there are'
run cpm-assess --lang fr open R2 --kind mensuel
like "$err" '[-]-kind.: «.mensuel.» n’est pas dans.: .*, suivi, ' 'in French the words are French'
run cpm-assess open R2 --method hands
is "$rc" 2 'a secret show of hands'
run cpm-assess open R2 --kind retrospective
like "$err" 'looks back at another: --refers-to ROUND' 'a retrospective round looks at another'
run cpm-assess open 'R 2'
like "$err" "'R 2' cannot name a round" 'an id with a blank'
same rounds.csv "$tmp/rounds" 'and nothing was changed'
run cpm-assess open R2 --date 12/01/2026
is "$rc" 2 'a day is written in one way'
like "$err" "[-]-date: a day is written 2026-12-31, not '12/01/2026'" 'which is said'
run cpm-assess open
is "$rc" 2 'a round has a name'
run cpm-assess open -n R2 --date 2026-04-01
is "$rc" 0 'a dry run'
same rounds.csv "$tmp/rounds" 'changes nothing'
like "$err" 'would write rounds.csv' 'and says what it would'
unlike "$err" 'R2 is open' 'not that it was done'
run cpm-assess open R2 --kind suivi --invited 'board:4' --show décomptes --date 2026-04-01
like rounds.csv '^R2,followup,.*,counts,open,g1:4,' 'French words and labels are understood'
run cpm-assess open R2 --kind followup --invited 'Bureau: 4'
like "$err" "not 'Bureau:'" 'a number stands right behind its colon'
run cpm-assess open R2 --kind suivi --invited G1:4
like "$err" 'already there: R2' 'and found again'
run cpm-assess open r1 --kind final
is "$rc" 1 'an id that differs in case alone'
like "$err" "there is a round 'R1' already" 'is the same id'
run cpm-assess open R3 -n --invited g1:1
like "$err" 'warning: 1 person is invited: fewer than 5' 'one person'
run cpm-assess agree --help
like "$out" 'ROUND THREAD SCORE, or ROUND --done$' 'the end of the talk is in the help'
run cpm-assess add --help
like "$out" 'lines criterion=score' 'and what add reads'
run cpm-assess open R3 -n --invited 'Bénévoles:9, Board:3'
is "$rc" 0 'several of them'
run cpm-assess open R2 --kind followup --invited g1:5
is "$rc" 1 'with another number it is another round'
rm -r rounds/R2 && sed -i '/^R2/d' rounds.csv
run cpm-assess open R2 --kind followup --invited g1:4 --date 2026-04-01
like "$err" 'warning: 4 people are invited: fewer than 5' 'too few to show anything: said before they vote'
run cpm-assess open RR --kind retrospective --refers-to R1 --date 2026-04-01 --show groups
like rounds.csv '^RR,retrospective,R1,' 'a retrospective round'
like "$err" 'those of groups of 3 or more by dimension; with fewer than 5 answers, nothing' 'groups: what will be shown'
run cpm-assess open RO --votes open --date 2026-04-01
like "$err" 'how many gave each score, of everybody and of each group: the votes are open' 'open votes: the same'

# --- before the close
sheets 9 g1 3 A2=5 A3=1 B1=NA >>"$answers"
sheets 2 g2 5 A2=1 >>"$answers"
run cpm-assess score R1
is "$rc" 1 'an open round has no scores'
like "$err" "round 'R1' is still open: nothing is published" 'which is said'
run cpm-assess score
like "$err" 'no round is closed yet' 'nor has any other'
run cpm-assess agree R1 A 3
is "$rc" 1 'no agreed score before the close'
like "$err" 'the team talks after cpm-assess close R1' 'which is said'
run cpm-assess agree R1 --done
is "$rc" 1 'nor the end of the talk'

# --- faults in the answers: all, with their lines, no value
cp "$answers" "$tmp/answers"
printf '%s\n' R1,2026-03-01,x1,g1,,A1,7,, R1,2026-03-01,x1,g1,,ZZ,3,, \
    R1,2026-03-01,x2,g8,,A1,3,, >>"$answers"
run cpm-assess close R1
is "$rc" 1 'a round with faults is not closed'
like "$err" "r.private/responses.csv:68: column 'score': not a point of the scale$" 'a score off the scale, without its value'
like "$err" "responses.csv:69: column 'criterion': the round has no such criterion" 'an unknown criterion'
like "$err" "responses.csv:70: column 'group': the round has no such group" 'an unknown group'
[ ! -e results.csv ]; ok $? 'and nothing is published'
cp "$tmp/answers" "$answers"
sed -i 's/Second aim/Second  aim/' rounds/R1/criteria.csv
run cpm-assess close R1
like "$err" 'rounds/R1 was changed after the round was opened' 'the kept framework must be the one that was answered'
sed -i 's/Second  aim/Second aim/' rounds/R1/criteria.csv
mv rounds/R1/groups.csv "$tmp"
run cpm-assess close R1
like "$err" 'rounds/R1 is not whole' 'and whole'
mv "$tmp/groups.csv" rounds/R1
for e in 's/,secret,counts,open,/,open,counts,open,/' 's/,secret,counts,open,/,secret,groups,open,/'; do
	cp rounds.csv "$tmp/rounds"
	sed -i "/^R1/$e" rounds.csv
	run cpm-assess close R1
	is "$rc" 1 "what was said before the vote holds ($e)"
	like "$err" "what round 'R1' shows was changed after people were told" 'which is said'
	cp "$tmp/rounds" rounds.csv
done
mv ../r.private ../away
run cpm-assess close R1
is "$rc" 1 'without the private folder nothing can be closed'
like "$err" "the votes of 'R1' are not on this computer" 'which is said'
mkdir -m 700 ../r.private
run cpm-assess close R1
is "$rc" 1 'nor with one that holds no sheet of it'
like "$err" "no sheet of 'R1' lies in .*r\.private: perhaps they are on another computer, or another round is meant" 'which is said'
like "$err" 'hint: they come by cpm-assess sheets export there and sheets join here; if nobody answered: cpm-assess close R1 --empty' 'with the way out'
run cpm-assess --lang fr close R1
like "$err" 'aucune fiche de «.R1.» n’est dans' 'in French'
run cpm-assess close R1 --empty -n
is "$rc" 0 'where nobody answered --empty closes it'
like "$err" 'would write results.csv' 'like any other'
rmdir ../r.private
run cpm-assess close R1 --empty -n
is "$rc" 0 'even where there is no private folder'
mv ../away ../r.private

# --- close
run cpm-assess close R11
is "$rc" 1 'a round that is none'
like "$err" "did you mean 'R1'" 'the nearest is suggested'
run cpm-assess close -n R1
[ ! -e results.csv ]; ok $? 'a dry run publishes nothing'
like "$err" 'would write results.csv' 'and says what it would'
run cpm-assess close R1 --date 2026-03-05
is "$rc" 0 'closed'
like "$err" '11 sheets are counted and R1 closed: see results.csv, and outside.csv for others' 'which is said'
like "$err" 'next: cpm-assess talk R1' 'and what comes next'
cp results.csv outside.csv rounds.csv "$tmp"
run cpm-assess close R1 --date 2026-03-06
is "$rc" 1 'a second close'
like "$err" "round 'R1' was closed on 2026-03-05: what it published stays" 'says when it was closed'
for t in results outside rounds; do same $t.csv "$tmp/$t.csv" "$t is as it was"; done

# --- listings
run cpm-assess talk R1
is "$(cut -d, -f3,5 "$out" | tr '\n' ' ')" 'criterion,reading A2,apart A3,apart A1,mixed B2,mixed B3,mixed ' 'by rising agreement, ties in order'
run cpm-assess talk R1 --top 1
is "$(sed 1d "$out")" 'R1,A,A2,Second aim,apart,0.2727,4.2727,' 'the first'
run cpm-assess talk R1 --top 0
is "$rc" 2 '--top takes a number'
run cpm-assess strengths R1 --top 2
is "$(cut -d, -f1,4,6,7 "$out" | sed 1d)" 'strength,A2,4.2727,votes
strength,A1,3.3636,votes' 'strengths: the highest means'
run cpm-assess priorities R1 --top 1
is "$(cut -d, -f1,4 "$out" | sed 1d)" 'strength,A2
priority,A3' 'priorities: the strengths come first'
run cpm-assess priorities R1
is "$(cut -d, -f1,4 "$out" | sed 1d | tr '\n' ' ')" 'strength,A2 strength,A1 strength,B2 priority,A3 priority,B3 ' 'none is both'
run cpm-assess tally R1
like "$out" '^R1,all,A,A1,First aim,11,0,1:0 2:0 3:9 4:0 5:2,3.3636,' 'tally: what was published'
run cpm-assess tally R1 --table
like "$out" '^series +n +no answer +counts +mean +reading +note +label' 'for people: words'
like "$out" '^all votes +11 +people$' 'how many they are'
like "$out" '^all votes +A1 +11 +0 +1:0 2:0 3:9 4:0 5:2 +3.36  .*First aim$' 'and two decimals'
run cpm-assess --lang fr tally R1 --table
like "$out" '^série +n  sans réponse  décomptes +moyenne' 'in French'
like "$out" '^tous les votes +11 +personnes$' 'too'
run cpm-assess score -f "$answers" --scale 1-5
is "$rc" 1 'answers are no tally'
is "$(wc -l <"$err")" 2 'said once'
like "$err" 'responses.csv:1: these are answers, not a raw tally$' 'in words'
like "$err" 'hint: count them first: cpm-assess tally --raw -f .*responses.csv$' 'with the way'
run cpm-assess score R1 --by rows
is "$rc" 2 '--by takes two words'
like "$err" "--by takes dimension or criterion, not 'rows'" 'which is said'
run cpm-assess score R1 --table --by criterion
like "$out" '^all votes  A2 +11 +4.27 +1 +5  apart' 'for people: words and two decimals'
like "$out" '^all votes  B1 .*not shown' 'and "not shown"'
run cpm-assess --lang fr score R1 --table --by criterion
like "$out" '^tous les votes  A2 +11 +4.27 +1 +5  avis éloignés' 'in French'
like "$out" 'Deuxième but' 'with French labels'
like "$out" '^série +n  moyenne' 'and French titles'
unlike "$out" 'Content-Type' 'and none of the catalogue'
run cpm-assess score R1 --json --by criterion
is "$(jq -r 'select(.criterion == "A2") | .mean' "$out")" 4.2727 'JSON, one object a line'

# --- agree
run cpm-assess agree R1 A 3.5 --date 2026-03-06 --evidence minutes --by 'board, volunteers'
is "$rc" 0 'half a step may be agreed'
is "$(sed 1d agreed.csv)" 'R1,A,,3.5,,minutes,no,2026-03-06,"board, volunteers"' 'with evidence and who decided'
run cpm-assess agree R1 A 3.25
is "$rc" 1 'a quarter may not'
like "$err" "'3.25' is no score: a step or half a step, from 1 to 5" 'which is said'
run cpm-assess agree R1 A 5.5
is "$rc" 1 'nor what is off the scale'
run cpm-assess agree R1 A three
is "$rc" 1 'nor a word'
run cpm-assess agree r1 a 3.5 -n
is "$rc" 0 'ids in any case'
like "$err" 'would write agreed.csv|already there: A' 'are found'
run cpm-assess agree R1 Buts 3.5
like "$err" 'already there: A$' 'a thread by its label'
run cpm-assess agree R1 'deuxieme BUT' 2 -n
is "$rc" 0 'a criterion too, in any language'
run cpm-assess agree R1 Bond 3
like "$err" "did you mean 'Bonds'" 'the nearest label is suggested'
run cpm-assess agree R1 A11 3
like "$err" "there is no dimension or criterion 'A11'" 'an unknown criterion'
like "$err" "did you mean 'A1'" 'the nearest is suggested'
run cpm-assess agree R1 A2 2 --date 2026-03-06
like "$err" 'two steps or more from the middle vote \(5\)' 'far from the votes: a remark'
run cpm-assess agree R1 A2 4 --date 2026-03-07 --dissent
like "$err" 'A2: 4 agreed \(was 2\)' 'changed while the talk goes on'
like "$err" 'a high score without evidence' 'high without evidence: a remark'
is "$(grep -c ,A2, agreed.csv)" 1 'one row a decision'
run cpm-assess agree R1 A2 4 --evidence seen
unlike "$err" 'warning' 'with evidence none'
like "$err" 'A2: 4 as before; what is written beside it has changed$' 'which is no "already there"'
run cpm-assess agree R1 A2 4 --evidence seen
like "$err" 'already there: A2$' 'but typed again it is'
like agreed.csv '^R1,A,A2,4,,seen,yes,2026-03-07,$' 'what was said before stays'
run cpm-assess agree R1 A2
is "$rc" 2 'a score is missing'
like "$err" 'agree takes ROUND THREAD SCORE' 'which is said'
run cpm-assess agree R1 A2 4 --done
is "$rc" 2 'or too much'

run cpm-assess score R1
like "$out" '^R1,agreed,agreed,A,,Aims,,,,3.5,,,,,,,,1,5,1$' 'agreed beside voted'
like "$out" '^R1,agreed,agreed,B,,Bonds,,,,,,,,,,,,1,5,1$' 'a thread without is a gap'
run cpm-assess strengths R1 --top 1
like "$out" '^strength,R1,A,A2,Second aim,4,agreed,' 'the agreed score stands for the votes'

# --- finding, done
run cpm-assess agree R1 --done
is "$rc" 1 'the talk does not end without a strength'
like "$err" "no strength is recorded for round 'R1'" 'which is asked for'
run cpm-assess finding R1 A 'We meet each week'
is "$rc" 2 'a finding has a type'
run cpm-assess finding R1 A 'We meet each week' --type nice
like "$err" "[-]-type: 'nice' is none of: strength, good_practice" 'one of these'
run cpm-assess finding R1 A '' --type need
like "$err" 'a finding is said in words' 'and words'
run cpm-assess finding R1 A 'We meet each week' --type strength
is "$rc" 0 'a strength'
like "$err" 'added: we-meet-each-week-....$' 'its id is said'
run cpm-assess finding R1 A1 'Nobody keeps the key' --type need
run cpm-assess finding R1 A 'We meet each week' --type strength
like "$err" 'already there: we-meet-each-week-' 'typed again it is found'
is "$(grep -c 'We meet' findings.csv)" 1 'and not added twice'
id=$(sed -n 's/^\(we-meet[^,]*\),.*/\1/p' findings.csv)
run cpm-assess finding R1 A 'Other words' --type strength --id "$id"
is "$rc" 1 'other words under an id that is there'
like "$err" "findings.csv:2: '$id' is the id of another finding$" 'are not lost as "already there"'
run cpm-assess finding R1 A 'We meet each week' --type strength --id "$id"
is "$rc" 0 'the same words under it are'
run cpm-assess priorities R1 --top 1
is "$(cut -d, -f1,3,5,7 "$out" | sed 1d)" 'strength,A,We meet each week,finding
strength,A,Second aim,agreed
priority,A,Nobody keeps the key,finding
priority,A,Third aim,votes' "the team's own words come first"
run cpm-assess agree R1 --done
is "$rc" 0 'the talk is over'
like "$err" 'warning: R1 ends without an agreed score for: B$' 'threads without a score are named'
like rounds.csv '^R1,.*,agreed,g1:4 g2:9,' 'which the round knows'
run cpm-assess agree R1 --done
like "$err" 'the talk about R1 is over already' 'typed again'
run cpm-assess agree R1 A 2
is "$rc" 1 'agreed scores stay'
like "$err" "the talk about round 'R1' is over: its agreed scores stay" 'which is said'

# --- compare
round=R2 sheets 9 g1 4 >>"$answers"
cpm-assess close R2 -q --date 2026-09-01
cpm-assess agree R2 A 4 -q --evidence minutes
run cpm-assess compare R1 R2
is "$(cut -d, -f3,5,8- "$out")" 'group,dimension,before,now,delta,n_before,n_now,state,note,scale_min,scale_max,scale_step
agreed,A,3.5,4,0.5,,,common,,1,5,1
agreed,B,,,,,,common,,1,5,1
all,A,3.1212,4.0000,0.8788,11,9,common,,1,5,1
all,B,3.3636,4.0000,0.6364,,,common,rounded,1,5,1' 'agreed first, then votes; like with like'
run cpm-assess compare R1 R2 --table
like "$out" '^all votes  A +3.12 +4 +\+0.88 ' 'for people'
run cpm-assess compare R1
is "$rc" 2 'two rounds are compared'
run cpm-assess score R1 R2
like "$out" '^R2,agreed,agreed \(R2\),A,' 'series of several rounds are told apart'

# --- agreed scores only
folder c
run cpm-assess open R1 --method consensus --date 2026-03-01
like "$err" 'R1 holds agreed scores only: no votes' 'a round without votes'
run cpm-assess agree R1 A 2
run cpm-assess talk R1
like "$err" 'R1 holds agreed scores only: no votes' 'too few did not answer: nobody was asked'
is "$rc" 0 'agreed at once'
run cpm-assess agree R1 B 4.5 --evidence list
run cpm-assess score R1
is "$(cut -d, -f2,4,10 "$out" | sed 1d)" 'agreed,A,2
agreed,B,4.5' 'its scores'
run cpm-assess priorities R1
is "$(cut -d, -f1,3,6 "$out" | sed 1d)" 'strength,B,4.5
priority,A,2' 'its strengths and priorities'
cpm-assess agree R1 A1 5 -q --evidence list
run cpm-assess strengths R1
is "$(cut -d, -f3,4,6 "$out" | sed 1d)" 'A,A1,5' 'a criterion that was agreed speaks for itself'
run cpm-assess priorities R1
is "$(cut -d, -f1,3,4,6 "$out" | sed 1d)" 'strength,A,A1,5
priority,B,,4.5' 'and a thread where none of its criteria was'
cpm-assess finding R1 B 'People know each other' --type strength -q
run cpm-assess agree R1 --done
is "$rc" 0 'and its end'
like rounds.csv ',agreed,' 'without a close'
folder d
cpm-assess open R1 -q --method consensus
cp "$answers" "$tmp/none"
sheets 5 g1 3 >>"$answers"
run cpm-assess close R1
is "$rc" 1 'a consensus with votes'
like "$err" "round 'R1' takes agreed scores only, and yet there are votes" 'is not closed'
cp "$tmp/none" "$answers"
run cpm-assess close R1
is "$rc" 0 'a consensus may be closed'
like "$err" 'R1 is closed: it holds agreed scores only' 'which is said'
like rounds.csv ',consensus,.*,counted,' 'and known'
[ ! -e results.csv ]; ok $? 'there is nothing to publish'
run cpm-check
is "$rc" 0 'which is no fault'
run cpm-assess agree R1 --done
is "$rc" 1 'nothing was agreed'
like "$err" "nothing was agreed in round 'R1'" 'which is said'

# --- more that is said
folder e
run cpm-assess open R1 -n --method consensus
like "$err" 'would write rounds.csv' 'a dry run of a consensus'
sed -i 1q criteria.csv
run cpm-assess open R1
is "$rc" 1 'without criteria there is nothing to vote on'
like "$err" 'there is no criterion to score' 'which is said'
folder f
printf '%s\n' AB1,A,,,x,x AB2,A,,,y,y >>criteria.csv
sed -i 's/^,5,/,9,/' scale.csv
sheets 4 g1 3 >>"$answers"
cpm-assess open R1 -q
printf '%s\n' round,group,criterion,value,count R1,g1,A1,3,7 >../f.private/hands.csv
run cpm-assess close R1
is "$rc" 1 'hands and sheets'
like "$err" "round 'R1' has hands and sheets: it takes one or the other" 'are one too many'
rm ../f.private/hands.csv
echo round,group,dimension,criterion,n,no_answer,counts,mean,agreement,reading,note >results.csv
echo R1,all,,,9,,,,,, >>results.csv
run cpm-assess close R1
like "$err" "round 'R1' is open, and yet has results" 'results of an open round'
rm results.csv
run cpm-assess close R1 --date 2026-03-05
like "$err" 'R1 is closed: fewer than 5 answered, so nothing of the votes is published' 'too few'
like "$err" 'next: cpm-assess agree R1 THREAD SCORE' 'the team talks all the same'
run cpm-assess agree R1 AB 3
is "$rc" 1 'a beginning of two'
like "$err" "'AB' begins more than one dimension or criterion" 'which is said'
run cpm-assess agree R1 AB1 3.5
is "$rc" 1 'uneven steps have no halves'
like "$err" "'3.5' is no score: one of the scale's, from 1 to 9" 'which is said'
run cpm-assess agree R1 AB1 9 --evidence seen
is "$rc" 0 'but their points'
sed -i 's/ closed=2026-03-05//' rounds.csv
run cpm-assess close R1
like "$err" "round 'R1' is closed already: what it published stays" 'closed on a day that nobody kept'
echo 'round,group,unit,criterion,n,na,dk,skipped,sum,counts
R1,g1,,A9,1,0,0,0,3,3:1
R1,g9,,A1,1,0,0,0,3,3:1' >raw.csv
run cpm-assess score -f raw.csv
is "$rc" 1 'a tally that the round does not know'
like "$err" "raw.csv: round 'R1' has no criterion 'A9'" 'by criterion'
like "$err" "raw.csv: round 'R1' has no group 'g9'" 'and by group'

# --- output
cd ../r || exit 2
run sh -c 'cpm-assess score R1 >/dev/full'
is "$rc" 2 'a full disk is an error'
like "$err" 'No space left' 'and said'
run cpm-assess score R1 -o out/x.csv
is "$rc" 0 '-o writes a file'
run cpm-assess score R1
same "$out" out/x.csv 'the same bytes'
cp results.csv "$tmp/keep"
printf 'R1,all,A,A1,9' >>results.csv
run cpm-assess score R1
is "$rc" 1 'a torn results.csv is a fault'

# --- in a French folder the groups are shown by what they are called there
cd "$work" && cpm-init --quiet --pack boost-short --lang fr fr 2>/dev/null
run cpm-assess -C fr open R1 --invited gouvernance:4
is "$rc" 1 'a group by neither id nor label'
like "$err" 'governance \([A-Z][^)]+\), .*\(Bénévoles' 'is answered with both'

done_testing
