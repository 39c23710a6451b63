#!/bin/sh
# Draw every kind of chart and read each as a browser and as rsvg-convert
# draw it; DIR/index.html shows about fifty of them, to be looked at.
#
#	make gallery
set -eu
here=${0%/*} dir=$1
rm -rf "$dir"
mkdir -p "$dir"
perl "$here/make.pl" "$dir/all"
perl "$here/make.pl" --few "$dir/few"
mv "$dir/few/index.html" "$dir/index.html"

bad=0
said=$(find "$dir/all" -name '*.svg' -print0 |
    xargs -0 -n 40 -P 2 sh -c 'for f; do
	rsvg-convert -z .4 "$f" 2>&1 >/dev/null | sed "s|^|$f: |"; done' sh)
if [ -z "$said" ]; then echo 'rsvg-convert: no warning'; else echo "$said"; bad=1; fi
perl "$here/measure.pl" "$dir/all" 'DejaVu Sans' || bad=1
echo "some of them on one page: $dir/index.html"
exit $bad
