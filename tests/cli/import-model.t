#!/bin/sh
# Random imports, edits, other rounds, sheets forgotten and a responses.csv
# that others sorted and saved anew: after each step it holds what an
# independent model says, and what is said of it is true.
. "${0%/*}/../lib.sh"
. "$here/../assess.sh"
model=$here/../import-model.pl

for kind in uuid plain long; do
	bad=0
	for seed in ${CPM_SEEDS:-1 2 3 4 5 6}; do
		folder $kind$seed
		cpm-assess open R1 -q; cpm-assess open R2 -q
		perl "$model" "$seed" 14 $kind || bad=$((bad + 1))
	done
	is $bad 0 "$kind: each file is what the model says"
done
done_testing
