// Draws the product's mark (the two halves of a ticket, and the seal across their seam) and writes every icon of the app:
// public/favicon.svg and the PNGs of public/icons. Run it after a change of the mark: node scripts/make-icons.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const COUNTER = '#e8e6e0';
const INK = '#191712';
const SLIP = '#e9f0f8';
/** Heights of the holes of the seam. */
const HOLES = [160, 224, 288, 352];
const SEAL = '#b8301f';
const ON_SEAL = '#fff8f2';

const icons = [
	{ name: 'icon-192', size: 192, svg: tile(mark({ scale: 1 })) },
	{ name: 'icon-512', size: 512, svg: tile(mark({ scale: 1 })) },
	// The platform cuts up to a fifth off each side, so the mark keeps to the middle and the counter fills the rest.
	{ name: 'maskable-512', size: 512, svg: bleed(mark({ scale: 0.84 })) },
	{ name: 'apple-touch-180', size: 180, svg: bleed(mark({ scale: 0.96 })) },
	{ name: 'mono-512', size: 512, svg: sheet(monochrome()) },
	{ name: 'sell-96', size: 96, svg: tile(stub() + plus()) },
	{ name: 'queue-96', size: 96, svg: tile(stub() + absent()) },
	{ name: 'day-96', size: 96, svg: tile(mark({ scale: 1, sealScale: 1.5 })) },
];

mkdirSync(`${root}public/icons`, { recursive: true });
writeFileSync(`${root}public/favicon.svg`, `${tile(mark({ scale: 1.16, seal: false }))}\n`);
const executablePath = chromiumPath();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
for (const { name, size, svg } of icons) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
	await page.screenshot({ path: `${root}public/icons/${name}.png`, omitBackground: true });
	await page.close();
}
await browser.close();

/** 512 × 512 without a ground. */
function sheet(content) {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${content}</svg>`;
}

/** On a piece of the counter with round corners. */
function tile(content) {
	return sheet(`<rect width="512" height="512" rx="112" fill="${COUNTER}"/>${content}`);
}

/** On the counter up to every edge. */
function bleed(content) {
	return sheet(`<rect width="512" height="512" fill="${COUNTER}"/>${content}`);
}

/** Ours filled, theirs drawn, joined by whole round holes; the seal lies across the seam. */
function mark({ scale, seal = true, sealScale = 1 }) {
	return `<g transform="translate(256 256) scale(${scale}) translate(-256 -256)">${ours()}${theirs()}${holes()}${seal ? sealOnSeam(sealScale) : ''}</g>`;
}

function ours() {
	return `<path fill="${INK}" d="M262 116H92a24 24 0 0 0-24 24v232a24 24 0 0 0 24 24h170z"/>`;
}

function theirs() {
	return `<path fill="${SLIP}" stroke="${INK}" stroke-width="20" stroke-linejoin="round" d="M254 126h168a12 12 0 0 1 12 12v236a12 12 0 0 1-12 12H254z"/>`;
}

function holes() {
	return HOLES.map((y) => `<circle cx="256" cy="${y}" r="19" fill="${COUNTER}" stroke="${INK}" stroke-width="5"/>`).join('');
}

/** The product's seal, 存根之印, from its outline in the app. */
function sealOnSeam(scale) {
	const size = 1.55 * scale;
	return `<g transform="translate(${306 - 50 * (scale - 1)} ${318 - 120 * (scale - 1)}) rotate(-5) scale(${size}) translate(-50 -50)">${sealPaths()}</g>`;
}

function sealPaths() {
	const source = readFileSync(`${root}src/app/ui/glyphs/seal-mark.tsx`, 'utf8');
	return [...source.matchAll(/<path\s+([^>]*?)\/>/g)]
		.map(([, attributes]) => {
			const value = (name) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
			const fill = value('className') === 'seal-face' ? SEAL : ON_SEAL;
			const transform = value('transform');
			return `<path fill="${fill}"${value('fillRule') ? ' fill-rule="evenodd"' : ''}${transform ? ` transform="${transform}"` : ''} d="${value('d')}"/>`;
		})
		.join('');
}

/** One ink, for launchers that tint it: ours solid, theirs in outline. */
function monochrome() {
	const bites = HOLES.map((y) => `<circle cx="256" cy="${y}" r="19" fill="#000"/>`).join('');
	const mask = `<mask id="m"><rect width="512" height="512" fill="#fff"/>${bites}</mask>`;
	return `${mask}<g mask="url(#m)" transform="translate(256 256) scale(0.86) translate(-256 -256)"><path d="M262 116H92a24 24 0 0 0-24 24v232a24 24 0 0 0 24 24h170z"/><path fill="none" stroke="#000" stroke-width="22" stroke-linejoin="round" d="M254 127h167a13 13 0 0 1 13 13v232a13 13 0 0 1-13 13H254z"/></g>`;
}

/** Our half alone, torn on its right. */
function stub() {
	return `<path fill="${INK}" d="M250 124H92a28 28 0 0 0-28 28v208a28 28 0 0 0 28 28h158v-28a20 20 0 0 1 0-40v-44a20 20 0 0 1 0-40v-44a20 20 0 0 1 0-40z"/>`;
}

/** A sale is about to be written. */
function plus() {
	return `<path fill="none" stroke="${INK}" stroke-width="40" stroke-linecap="round" d="M368 186v140M298 256h140"/>`;
}

/** Their half is missing. */
function absent() {
	return `<path fill="none" stroke="${INK}" stroke-width="26" stroke-dasharray="44 30" stroke-linejoin="round" d="M292 138h124a20 20 0 0 1 20 20v196a20 20 0 0 1-20 20H292"/>`;
}
