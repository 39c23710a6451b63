# Made folders for the tests of rounds:
#
#	folder f			two threads of three criteria, scale 1-5
#	sheets 4 g1 3 >>"$answers"	four sheets of g1 that answer 3 throughout
#	publish				cpm-assess open R1 and close R1
#
# after which the working directory is in the folder and $answers is its
# private responses.csv.

folder() { # NAME
	mkdir -p "$work/$1" "$work/$1.private"
	cd "$work/$1" || exit 2
	answers=$work/$1.private/responses.csv
	sheet=0
	printf '%s\n' key,value schema,1 title,Garden lang,en 'langs,en fr' >cpm.csv
	printf '%s\n' id,label_en,label_fr A,Aims,Buts B,Bonds,Liens >dimensions.csv
	cat >criteria.csv <<-END
	id,dimension,weight,reverse,label_en,label_fr
	A1,A,,,First aim,Premier but
	A2,A,,,Second aim,Deuxième but
	A3,A,,,Third aim,Troisième but
	B1,B,,,First bond,Premier lien
	B2,B,,,Second bond,Deuxième lien
	B3,B,,,Third bond,Troisième lien
	END
	cat >scale.csv <<-END
	dimension,value,label_en
	,1,Not yet
	,2,Starting
	,3,In place
	,4,Steady
	,5,Shared
	,NA,Not applicable
	,DK,Do not know
	END
	cat >groups.csv <<-END
	id,perspective,merged_into,label_en,label_fr
	g1,self,,Board,Bureau
	g2,self,,Volunteers,Bénévoles
	g3,other,,Partners,Partenaires
	END
	echo round,date,respondent,group,unit,criterion,score,comment,source >"$answers"
	chmod 700 "$work/$1.private"; chmod 600 "$answers"
}

# N sheets of GROUP; SCORE for all criteria, or ID=SCORE for some of them.
sheets() { # N GROUP SCORE [ID=SCORE...]
	n=$1 group=$2 score=$3; shift 3
	i=0
	while [ $i -lt "$n" ]; do
		i=$((i + 1)) sheet=$((sheet + 1))
		for c in A1 A2 A3 B1 B2 B3; do
			s=$score
			for o; do [ "${o%%=*}" = $c ] && s=${o#*=}; done
			echo "${round:-R1},2026-03-01,p$sheet,$group,,$c,$s,,"
		done
	done
}

publish() { # [open's options]
	cpm-assess open R1 -q --date 2026-03-01 "$@" &&
	    cpm-assess close R1 -q --date 2026-03-05
}

# The row of results.csv behind the round's name: row all,A,A1
row() { grep -F "R1,$1," "${2:-results.csv}" | sed -n "s/^R1,$1,//p"; }
