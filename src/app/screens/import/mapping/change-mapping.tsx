import { TableProperties } from 'lucide-react';
import { nameInMappingId } from '../../../../domain/receipts/mapping/mapping-id.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import type { ImportFile } from '../session/import-session.ts';
import { askAgain } from '../session/read-files.ts';

/** For a file that was read by a mapping: the way back to what its columns are. */
export function ChangeMapping({ file }: { readonly file: ImportFile }) {
	const { text } = useMessages();
	const services = useServices();
	const isMapped = file.preview?.reading.bills.some(({ format }) => nameInMappingId(format) !== null);
	if (!isMapped) return null;
	return (
		<button type="button" className="btn btn--quiet" data-testid="mapping-change" onClick={() => void askAgain(services, file.key)}>
			<TableProperties className="i i--s" aria-hidden="true" />
			{text.mapping.change}
		</button>
	);
}
