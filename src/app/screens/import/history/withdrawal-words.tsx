import { useLiveQuery } from 'dexie-react-hooks';
import type { ImportId } from '../../../../domain/ids.ts';
import { type WithdrawalEffect, withdrawalEffect } from '../../../../storage/queries/withdrawal.ts';
import type { Messages } from '../../../messages/messages-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';

/** What withdrawing would change, told before anybody does it. `kept`: the file's bytes are on the tablet. */
export function WithdrawalWords({ imports, kept }: { readonly imports: readonly ImportId[]; readonly kept: boolean }) {
	const messages = useMessages();
	const { db } = useServices();
	const effect = useLiveQuery(() => withdrawalEffect(db, imports), [db, imports]);
	const words = messages.text.importFiles.history;
	if (!effect) return null;
	return (
		<p className="cap2" data-testid="withdrawal-effect">
			<b>{words.effect}</b> {effectWords(effect, messages)}
			{words.stop} {kept ? words.kept : words.notAgain}
		</p>
	);
}

export function effectWords({ goes, lines, stays, apart, clears, closedDays }: WithdrawalEffect, { text, format }: Messages): string {
	const words = text.importFiles.history;
	const parts = [
		goes > 0 ? words.goes(format.count(goes)) : '',
		lines > 0 ? words.lines(format.count(lines)) : '',
		stays > 0 ? words.stays(format.count(stays)) : '',
		apart > 0 ? words.apart(format.count(apart)) : '',
		clears > 0 ? words.clears(format.count(clears)) : '',
		closedDays.length > 0 ? words.closed(closedDays.map((day) => format.day(day)).join(words.joiner)) : '',
	].filter((part) => part !== '');
	return parts.length === 0 ? words.nothing : parts.join(words.joiner);
}
