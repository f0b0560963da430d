import { useEffect, useState } from 'react';
import { type ImportPreview, previewImport } from '../../../../commands/receipts/preview-import.ts';
import type { Problem } from '../../../../domain/problems.ts';
import type { BillMapping } from '../../../../domain/receipts/bill-mapping.ts';
import { mappingId } from '../../../../domain/receipts/mapping/mapping-id.ts';
import type { FileBytes } from '../../../../domain/receipts/read-options.ts';
import { useServices } from '../../../shell/services.ts';

/** What the file gives under the mapping that stands on the screen; `preview` is that of the mapping before while a new one is read. */
export type LiveReading = { readonly busy: boolean; readonly preview: ImportPreview | null; readonly problem: Problem | null };

/** Somebody who turns several knobs waits for one reading. */
const PAUSE_MS = 200;
/** How it is called makes no difference to what is read. */
const NAME = '…';

export function useLiveReading(file: FileBytes, mapping: BillMapping, readable: boolean): LiveReading {
	const { ports } = useServices();
	const [reading, setReading] = useState<LiveReading>({ busy: false, preview: null, problem: null });
	const content = JSON.stringify({ ...mapping, name: NAME, id: mappingId(NAME) });
	useEffect(() => {
		if (!readable) {
			setReading({ busy: false, preview: null, problem: null });
			return;
		}
		let stale = false;
		setReading((before) => ({ ...before, busy: true }));
		const timer = setTimeout(async () => {
			const read = await previewImport(ports, { file, mapping: JSON.parse(content) as BillMapping });
			if (!stale) setReading(read.ok ? { busy: false, preview: read.value, problem: null } : { busy: false, preview: null, problem: read.error });
		}, PAUSE_MS);
		return () => {
			stale = true;
			clearTimeout(timer);
		};
	}, [ports, file, content, readable]);
	return reading;
}
