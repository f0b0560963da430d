import { MARKS, OURS, THEIRS, THEIRS_ABSENT } from './mark.tsx';

/**
 * The two halves at 40 × 24: filled is ours, drawn is theirs, dashed is absent, dotted is not due.
 * One glyph a state or kind of discrepancy; the word beside it is never left out.
 */

const SHAPES = {
	...MARKS,
	cash: (
		<>
			<rect className="g-o" x="6" y="3" width="28" height="18" rx="2" />
			<circle className="g-k" cx="20" cy="12" r="4" />
		</>
	),
	declined: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-t" d={THEIRS} />
			<circle className="g-s" cx="29.5" cy="12" r="4.6" />
			<path className="g-s" d="M26.3 15.2l6.4-6.4" />
		</>
	),
	dup: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-t" d="M36 1.5H25.5V13H36A2 2 0 0 0 38 11V3.5A2 2 0 0 0 36 1.5Z" />
			<path className="g-t" d="M32 9H21.5V11A1.7 1.7 0 0 1 21.5 14.4V17A1.7 1.7 0 0 1 21.5 20.4V22.5H32A2 2 0 0 0 34 20.5V11A2 2 0 0 0 32 9Z" />
		</>
	),
	group: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-t" d="M35 2H22V3.2A1.5 1.5 0 0 1 22 6.2V10.6H35A2 2 0 0 0 37 8.6V4A2 2 0 0 0 35 2Z" />
			<path className="g-t" d="M35 13.4H22V17.8A1.5 1.5 0 0 1 22 20.8V22H35A2 2 0 0 0 37 20V15.4A2 2 0 0 0 35 13.4Z" />
		</>
	),
	near: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-t" d={THEIRS} />
		</>
	),
	noLedger: (
		<>
			<path className="g-x" d="M17 3H5A2 2 0 0 0 3 5V19A2 2 0 0 0 5 21H17" />
			<path className="g-t" d={THEIRS} />
		</>
	),
	refund: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-x" d={THEIRS_ABSENT} />
			<path className="g-k" d="M13 9.5H9.2a2.4 2.4 0 0 0 0 4.8H13M10.6 7.2 8.2 9.5l2.4 2.3" />
		</>
	),
	short: (
		<>
			<path className="g-o" d={OURS} />
			<g transform="translate(0 4.5)">
				<path className="g-t" d="M35 3H22V4.2A1.8 1.8 0 0 1 22 7.8V10.2A1.8 1.8 0 0 1 22 13.8V16H35A2 2 0 0 0 37 14V5A2 2 0 0 0 35 3Z" />
			</g>
		</>
	),
	status: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-t" d={THEIRS} />
			<path className="g-s" d="M26 8.5l7 7m0-7l-7 7" />
		</>
	),
	tender: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-t" d={THEIRS} />
			<path className="g-s" d="M26.5 9.5h6m-2-2.2 2.2 2.2-2.2 2.2M32.5 15h-6" />
		</>
	),
	whole: (
		<>
			<rect className="g-o" x="6" y="3" width="28" height="18" rx="2" />
		</>
	),
} as const;

export type GlyphName = keyof typeof SHAPES;

/** Decoration beside a word; it is hidden from screen readers. */
export function Glyph({ name, className = '' }: { readonly name: GlyphName; readonly className?: string }) {
	return (
		<svg className={`g ${className}`} viewBox="0 0 40 24" aria-hidden="true">
			{SHAPES[name]}
		</svg>
	);
}
