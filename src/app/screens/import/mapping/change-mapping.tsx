import { TableProperties } from 'lucide-react';
import { nameInMappingId } from '../../../../domain/receipts/mapping/mapping-id.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import type { ImportFile } from '../session/import-session.ts';
import { askAgain } from '../session/read-files.ts';

/** What is taken for a bank statement by common words alone may be a list of payments. */
const BY_COMMON_WORDS = 'bank-csv';

/** For a file that was read by a mapping, or as a statement of some bank: the way to what its columns are. */
export function ChangeMapping({ file }: { readonly file: ImportFile }) {
	const { text } = useMessages();
	const services = useServices();
	const isMapped = file.preview?.reading.bills.some(({ format }) => nameInMappingId(format) !== null);
	const maybeBank = file.preview?.reading.statements.some(({ format }) => format === BY_COMMON_WORDS);
	if (!isMapped && !maybeBank) return null;
	return (
		<button type="button" className="btn btn--quiet" data-testid="mapping-change" onClick={() => void askAgain(services, file.key)}>
			<TableProperties className="i i--s" aria-hidden="true" />
			{isMapped ? text.mapping.change : text.mapping.notBank}
		</button>
	);
}
