import { numberInPlaceName } from '../../../../domain/receipts/mapping/nameless.ts';
import type { ColumnFacts } from '../../../../domain/receipts/mapping/table-description.ts';
import type { Messages } from '../../../messages/messages-context.ts';

/** What a column is called: by its name in the table, or by its place where the table has no names. */
export function columnTitle({ name, title }: Pick<ColumnFacts, 'name' | 'title'>, { text, format }: Messages): string {
	const number = numberInPlaceName(name);
	return number === null ? title : text.mapping.columnNo(format.count(number));
}
