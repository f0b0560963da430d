import type { Problem } from '../../../domain/problems.ts';
import type { Result } from '../../../domain/result.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import type { Made } from './use-decisions.ts';

/** What a form hands over: the words for the line at the bottom and the command that does it. */
export type Submit = (words: string, command: () => Promise<Result<Made, Problem>>) => void;
export type FormProps = { readonly detail: QueueDetail; readonly money: string; readonly busy: boolean; readonly submit: Submit };
