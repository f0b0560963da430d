import { useState } from 'react';
import { writeOff } from '../../../../commands/discrepancies/write-off.ts';
import { ok } from '../../../../domain/result.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import type { FormProps } from '../form-props.ts';

/** 核销: the reason is the whole of it, so that it can be typed or tapped. */
export function WriteOffForm({ detail, money, busy, submit }: FormProps) {
	const { text } = useMessages();
	const { ports } = useServices();
	const [reason, setReason] = useState('');
	const words = text.queue.writeOff;
	return (
		<form
			className="queue-form"
			onSubmit={(event) => {
				event.preventDefault();
				submit(text.queue.did.writeOff(money), async () => {
					const written = await writeOff(ports, { discrepancy: detail.discrepancy.id, reason });
					return written.ok ? ok({ decisions: [written.value.decision] }) : written;
				});
			}}
		>
			<div className="field">
				<label htmlFor="queue-write-off">{words.ask}</label>
				<textarea className="input" id="queue-write-off" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
			</div>
			<div className="queue-suggestions">
				{words.suggestions.map((suggestion) => (
					<button key={suggestion} type="button" className="btn" onClick={() => setReason(suggestion)}>
						{suggestion}
					</button>
				))}
			</div>
			<p className="cap2">{words.hint}</p>
			<button type="submit" className="btn btn--go btn--big" disabled={reason.trim() === '' || busy}>
				{words.done(money)}
			</button>
		</form>
	);
}
