/*
 * Read charts as a browser draws them.  `charts` holds { name, svg, want };
 * `fonts` those to read them in, "" the chart's own.  What is wrong goes, a
 * line each, into the page's text.
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

/*
 * Markers of the panels; the legend's stand outside of them.  Spreads stand
 * in a group of their series' colour; a target is an outline of long and short
 * dashes, or a thick bar.
 */
const where = {
	numbers: 'g[transform] .p',
	gaps: 'g[transform] .x',
	withheld: 'g[transform] .w',
	links: 'g[transform] .l',
	chosen: 'g[transform] .e',
	spreads: 'g[transform] > g[class^="s"][fill="none"] > path:not(.x)',
	targets: 'g[transform] > path[stroke-dasharray="6 3 1 3"], ' +
	    'g[transform] > g[stroke-width="5"] > path',
	circles: 'g[transform] g.b circle'
};

function check_marks(name, want, svg) {
	const scales = [...svg.querySelectorAll('text')].filter(e =>
	    /\((0 to 5|-10 to 10|1 to 100)\)/.test(words(e))).length;

	for (const [what, n] of Object.entries(want)) {
		const got = what === 'scales' ? scales :
		    where[what] === undefined ? n :
		    svg.querySelectorAll(where[what]).length;

		if (got !== n)
			faults.push(`${name}: ${got} ${what}, not ${n}`);
	}
}

/* Its theme, its sheet, and that no id could be another chart's. */
function check_look(name, want, svg) {
	const dark = svg.querySelector('style').textContent.includes(
	    'prefers-color-scheme:dark');
	const sheet = { A4: '210mm', A3: '297mm' }[want.paper];
	const width = svg.getAttribute('width');

	if (dark !== !!want.dark)
		faults.push(`${name}: ${dark ? 'a' : 'no'} dark side`);
	if (sheet !== undefined ? width !== sheet : width.endsWith('mm'))
		faults.push(`${name}: ${width} wide`);
	for (const e of svg.querySelectorAll('[id]'))
		if (!e.id.startsWith(svg.id + '-'))
			faults.push(`${name}: id ${e.id}`);
	for (const bad of svg.querySelectorAll('script, foreignObject, ' +
	    'image, use, a'))
		faults.push(`${name}: <${bad.tagName}>`);
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

	check_marks(c.name, c.want, svg);
	check_look(c.name, c.want, svg);
	/* A sheet's millimetres would not be the fonts' pixels. */
	svg.setAttribute('width', svg.viewBox.baseVal.width);
	svg.setAttribute('height', svg.viewBox.baseVal.height);
	svg.style.maxWidth = 'none';
	for (const font of fonts) {
		if (font !== '')
			svg.setAttribute('font-family', font);
		check_texts(c.name + (font === '' ? '' : ` in ${font}`), svg,
		    box(svg));
	}
	host.remove();
}

charts.forEach(check);
document.body.textContent = `${charts.length} charts, ${texts} texts\n` +
    faults.map(f => f + '\n').join('') + 'end\n';
