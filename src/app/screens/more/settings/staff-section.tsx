import { Plus, Trash2, UserRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { SavedNote } from './saved-note.tsx';
import { useSettings } from './use-settings.ts';

/** Who can be at the till. Taking a name off the list leaves every record with it as it is. */
export function StaffSection() {
	const { text } = useMessages();
	const { shop } = useServices();
	const [name, setName] = useState('');
	const { save, busy, problem, saved } = useSettings();
	const { staff } = text.more;
	const add = async (event: FormEvent) => {
		event.preventDefault();
		const wanted = name.trim();
		if (wanted !== '' && (await save({ cashiers: [...shop.cashiers, wanted] }))) setName('');
	};
	return (
		<div className="more__form">
			<p className="cap2">{staff.hint}</p>
			{shop.cashiers.length === 0 ? (
				<p className="lead">{staff.none}</p>
			) : (
				<ul className="card">
					{shop.cashiers.map((cashier) => (
						<li className="row" key={cashier}>
							<UserRound className="i" aria-hidden="true" />
							<b className="grow">{cashier}</b>
							<button
								type="button"
								className="btn btn--quiet"
								aria-label={staff.remove(cashier)}
								disabled={busy}
								onClick={() => save({ cashiers: shop.cashiers.filter((other) => other !== cashier) })}
							>
								<Trash2 className="i i--s" aria-hidden="true" />
							</button>
						</li>
					))}
				</ul>
			)}
			<form className="more__add" onSubmit={add}>
				<div className="field grow">
					<label htmlFor="more-cashier">{staff.name}</label>
					<input
						id="more-cashier"
						className="input"
						value={name}
						placeholder={staff.placeholder}
						maxLength={40}
						autoComplete="off"
						enterKeyHint="done"
						onChange={(event) => setName(event.target.value)}
					/>
				</div>
				<button type="submit" className="btn btn--go" disabled={busy || name.trim() === ''}>
					<Plus className="i i--s" aria-hidden="true" />
					{staff.add}
				</button>
			</form>
			{problem && <ProblemNote problem={problem} />}
			<p className="cap">{staff.kept}</p>
			<SavedNote count={saved} />
		</div>
	);
}
