import { TableProperties } from 'lucide-react';
import { nameInMappingId } from '../../../../domain/receipts/mapping/mapping-id.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { askAgain, type ImportFile } from '../import-session.ts';

/** For a file that was read by a mapping: the way back to what its columns are. */
export function ChangeMapping({ file, index }: { readonly file: ImportFile; readonly index: number }) {
	const { text } = useMessages();
	const services = useServices();
	const isMapped = file.preview?.reading.bills.some(({ format }) => nameInMappingId(format) !== null);
	if (!isMapped) return null;
	return (
		<button type="button" className="btn btn--quiet" data-testid="mapping-change" onClick={() => void askAgain(services, index)}>
			<TableProperties className="i i--s" aria-hidden="true" />
			{text.mapping.change}
		</button>
	);
}
