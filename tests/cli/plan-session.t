#!/bin/sh
# What a session agreed are actions like others, without a change or a level:
# started, done, blocked, adjusted, dropped and due, and counted nowhere.
. "${0%/*}/../lib.sh"

cpm-init -q --pack boost-short peers >/dev/null 2>&1
cd peers || exit 2
cat >sessions.csv <<'X'
id,series,date,theme,minutes,next_date
s1,circle,2026-02-03,,120,2026-03-03
X
cat >actions.csv <<'X'
id,ref,level,title,owner,start,due,means,verification,status,done_on,obstacle,result
speak-k3x9,session:s1,,Speak with the board,client,2026-02-03,2026-03-03,,told at the next session,doing,,,
write-m2p4,session:s1,,Write the two questions down,,,2026-02-20,,,draft,,,
lost-q7r1,session:gone,,Of no session,,,2026-02-20,,,draft,,,
X
p() { v=$1; shift; run cpm-plan "$v" --date 2026-02-10 "$@"; }
row() { grep "^$1" actions.csv; }

run cpm-plan due --date 2026-02-10 --within 14d --csv
like "$out" '^2026-02-20,10,action,write-m2p4,Write the two questions down,,session of 3 February 2026$' 'due as others are'
unlike "$out" 'lost-q7r1' 'what belongs to nothing is left out'
run cpm-plan due --date 2026-03-05 --within 1d
like "$out" '3 March 2026 \(2 days ago\): Speak with the board · client$' 'past its day'
run cpm-plan list --date 2026-02-10
like "$out" '^action,speak-k3x9,,,Speak with the board,doing,,,client,2026-02-03,2026-03-03,$' 'listed, of no change and no level'
run cpm-plan done --date 2026-02-10
like "$err" '^      cpm-plan done speak$' 'and among what could be meant'

p start write
is "$rc" 1 'who, and how one sees it, are asked of it too'
like "$err" "to start, 'Write the two questions down' needs --owner" 'said'
p start write --owner client --verification 'read aloud'
is "$rc" 0 'started'
like actions.csv '^write-m2p4,session:s1,,.*,client,2026-02-10,2026-02-20,,read aloud,doing' 'written'
p step write 'Find the words' --due 2026-02-15
is "$rc" 0 'cut into steps'
run cpm-plan due --date 2026-02-10 --within 14d --csv
like "$out" '^2026-02-15,5,step,find-the-words-.*,Find the words,,Write the two questions down$' 'which are due'
p block write --obstacle 'no time'
is "$rc" 0 'blocked'
p adjust write --due 2026-02-27 --reason means
is "$rc" 0 'moved'
like adjustments.csv ',action:write-m2p4,due,2026-02-20,2026-02-27,means' 'with its reason'
p done find
is "$rc" 0 'a step done'
like "$err" 'that was its last step; if the whole action is done: cpm-plan done write-m2p4' 'and what may follow'
p done speak --result 'they listened' --seen 'The board asked back' --for 'the circle'
is "$rc" 0 'done, with its result'
is "$(row speak)" 'speak-k3x9,session:s1,,Speak with the board,client,2026-02-03,2026-03-03,,told at the next session,done,2026-02-10,,they listened' 'written'
like small-changes.csv ',client,The board asked back,the circle,action:speak-k3x9,' 'and what was seen'
p drop write --reason context
is "$rc" 0 'dropped'
run cpm-plan due --date 2026-03-05
empty "$out" 'nothing is due any more'
run cpm-plan list --date 2026-02-10
unlike "$out" 'speak' 'what is over is not listed'
run cpm-plan list --all --date 2026-02-10
like "$out" '^action,speak-k3x9,,,.*,done,' 'but with --all'

# What hand edits break is found as in any action.
sed -i '/^lost/d; s/^\(speak.*,done,\)2026-02-10/\1/' actions.csv
run cpm-check --date 2026-02-10
like "$err" "actions.csv:2: .*'Speak with the board' is done, without its day" 'a broken one is found'
done_testing
