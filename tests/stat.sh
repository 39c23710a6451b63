# The statistics of one statement, computed otherwise than by the toolkit:
#
#	stat 5 '0 1 4 2 0'	mean,median,sd,A,rwg,ad of a scale from 1 to 5
#
# A is taken from all triples of points, as its author defines it.

stat() { # K COUNTS...: mean median sd A rwg ad
	awk -v k="$1" -v counts="$2" '
	function layer(s, i, j, l, on, tu, tdu) {
		if (s == 1) return 1
		if (s == k) return 0
		for (i = 1; i <= k; i++) for (j = i + 1; j <= k; j++)
			for (l = j + 1; l <= k; l++) {
				on = b[i] + b[j] + b[l]
				if (on == 2 && b[j]) tu++
				if (on == 2 && !b[j]) tdu++
			}
		return ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu)) * (1 - (s - 1) / (k - 1))
	}
	BEGIN {
		split(counts, c, " ")
		for (i = 1; i <= k; i++) { n += c[i]; sum += i * c[i]; for (j = 0; j < c[i]; j++) v[++m] = i }
		mean = sum / n
		for (i = 1; i <= k; i++) { q += c[i] * (i - mean) ^ 2; e += (i - (k + 1) / 2) ^ 2 / k
			d = i - mean; ad += c[i] * (d < 0 ? -d : d) / n }
		s2 = q / (n - 1); rwg = 1 - s2 / e; if (rwg < 0) rwg = 0
		for (;;) {
			s = 0; least = 0
			for (i = 1; i <= k; i++) { b[i] = c[i] > 0
				if (b[i]) { s++; if (!least || c[i] < least) least = c[i] } }
			if (!s) break
			a += least * s / n * layer(s)
			for (i = 1; i <= k; i++) if (b[i]) c[i] -= least
		}
		printf "%.4f,%g,%.4f,%.4f,%.4f,%.4f\n", mean, (v[int((n + 1) / 2)] + v[int(n / 2) + 1]) / 2, sqrt(s2), a, rwg, ad
	}'
}
