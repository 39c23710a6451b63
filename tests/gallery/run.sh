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
for f in "$dir"/all/*.svg; do
	said=$(rsvg-convert -z .4 "$f" 2>&1 >/dev/null) || said="failed: $said"
	[ -z "$said" ] || { echo "$f: rsvg-convert: $said"; bad=1; }
done
[ $bad -ne 0 ] || echo 'rsvg-convert: no warning'
perl "$here/measure.pl" "$dir/all" || bad=1
perl "$here/measure.pl" --font 'DejaVu Sans' "$dir/all" || bad=1
echo "some of them on one page: $dir/index.html"
exit $bad
