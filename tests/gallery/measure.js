/*
 * Read charts as a browser draws them.  `charts` holds { name, svg, numbers,
 * gaps, withheld, links }; what is wrong goes, a line each, into the page's text.
 *
 * Two texts overlap where their boxes meet by more than half a pixel across
 * and a quarter of the font's size in height: a font's box is higher than its
 * letters, so that the lines of one label always touch by a little.
 */
'use strict';

const faults = [];
let texts = 0;

function box(e) {
	const r = e.getBoundingClientRect();

	return { l: r.left, r: r.right, t: r.top, b: r.bottom };
}

function words(e) {
	let s = '';

	for (const n of e.childNodes)
		if (n.nodeType === 3)
			s += n.data;
	return s;
}

function size(e) {
	return parseFloat(getComputedStyle(e).fontSize);
}

function overlap(a, b) {
	const across = Math.min(a.box.r, b.box.r) - Math.max(a.box.l, b.box.l);
	const down = Math.min(a.box.b, b.box.b) - Math.max(a.box.t, b.box.t);

	return across > 0.5 && down > 0.3 * Math.min(a.size, b.size);
}

function check_texts(name, svg, frame) {
	const all = [...svg.querySelectorAll('text')].map(e =>
	    ({ e: e, box: box(e), size: size(e) }));

	texts += all.length;
	all.forEach((a, i) => {
		const slack = a.size * 0.1;

		if (a.box.l < frame.l || a.box.r > frame.r ||
		    a.box.t < frame.t - slack || a.box.b > frame.b + slack)
			faults.push(`${name}: '${words(a.e)}' leaves the picture`);
		for (const b of all.slice(i + 1))
			if (overlap(a, b))
				faults.push(`${name}: '${words(a.e)}' and ` +
				    `'${words(b.e)}' overlap`);
	});
}

/* Markers of the panels; the legend's stand outside of them. */
function check_marks(c, svg) {
	const count = s => svg.querySelectorAll(s).length;
	const want = [['numbers', c.numbers, 'g[transform] .p'],
	    ['gaps', c.gaps, 'g[transform] .x'],
	    ['withheld', c.withheld, 'g[transform] .w'],
	    ['links', c.links, 'g[transform] .l']];

	for (const [what, n, where] of want)
		if (count(where) !== n)
			faults.push(`${c.name}: ${count(where)} ${what}, not ${n}`);
}

function check(c) {
	const doc = new DOMParser().parseFromString(c.svg, 'image/svg+xml');
	const host = document.createElement('div');

	if (doc.querySelector('parsererror') !== null) {
		faults.push(`${c.name}: not well-formed`);
		return;
	}
	document.body.append(host);
	host.attachShadow({ mode: 'open' }).append(
	    document.adoptNode(doc.documentElement));
	const svg = host.shadowRoot.firstElementChild;

	svg.style.maxWidth = 'none';
	check_texts(c.name, svg, box(svg));
	if (c.numbers !== undefined)
		check_marks(c, svg);
	for (const bad of svg.querySelectorAll('script, foreignObject, image, use, a'))
		faults.push(`${c.name}: <${bad.tagName}>`);
	host.remove();
}

charts.forEach(check);
document.body.textContent = `${charts.length} charts, ${texts} texts\n` +
    faults.map(f => f + '\n').join('') + 'end\n';
