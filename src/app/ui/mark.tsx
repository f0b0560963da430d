/** The two halves at 40 × 24: filled is ours, drawn is theirs, dashed is absent, dotted is not due. */
export const OURS = 'M5 3H18V4.2A1.8 1.8 0 0 0 18 7.8V10.2A1.8 1.8 0 0 0 18 13.8V16.2A1.8 1.8 0 0 0 18 19.8V21H5A2 2 0 0 1 3 19V5A2 2 0 0 1 5 3Z';
export const THEIRS = 'M35 3H22V4.2A1.8 1.8 0 0 1 22 7.8V10.2A1.8 1.8 0 0 1 22 13.8V16.2A1.8 1.8 0 0 1 22 19.8V21H35A2 2 0 0 0 37 19V5A2 2 0 0 0 35 3Z';
export const THEIRS_ABSENT = 'M23 3H35A2 2 0 0 1 37 5V19A2 2 0 0 1 35 21H23';

/** The shapes that stand in the shell and on the till; the other ones are in `glyph.tsx`. */
export const MARKS = {
	joined: (
		<>
			<g transform="translate(1.6 0)">
				<path className="g-o" d={OURS} />
			</g>
			<g transform="translate(-1.6 0)">
				<path className="g-t" d={THEIRS} />
			</g>
		</>
	),

	noTerminal: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-x" d={THEIRS_ABSENT} />
		</>
	),

	wait: (
		<>
			<path className="g-o" d={OURS} />
			<path className="g-w" d="M23.5 3H31A2 2 0 0 1 33 5V19A2 2 0 0 1 31 21H23.5" />
		</>
	),
} as const;

export type MarkName = keyof typeof MARKS;

/** Decoration beside a word; it is hidden from screen readers. */
export function Mark({ name, className = '' }: { readonly name: MarkName; readonly className?: string }) {
	return (
		<svg className={`g ${className}`} viewBox="0 0 40 24" aria-hidden="true">
			{MARKS[name]}
		</svg>
	);
}
