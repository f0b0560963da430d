import type { StatementReading } from './statement.ts';

/**
 * A bank statement that a hub passed on, or one part of a long one; each part is taken in as an import of its own. What the
 * statement covers, its balance and its problems come with the last part, so that nothing is judged before all lines are there.
 */
export type FeedStatement = Pick<StatementReading, 'format' | 'coverage' | 'lines' | 'footer' | 'problems'> & {
	/** The same in every answer, for every file of this content. */
	readonly id: string;
	/** Name of the hub's source, such as `folder:bank`, and of the file there; masked. */
	readonly source: string;
	readonly file: string;
	/** This is number `part` of `parts`, from 1. */
	readonly part: number;
	readonly parts: number;
};
