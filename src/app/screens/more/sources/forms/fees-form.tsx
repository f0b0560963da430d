import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { isTender, TENDERS, type Tender } from '../../../../../domain/ledger/tender.ts';
import { type Currency, formatMajor } from '../../../../../domain/money.ts';
import { FEE_ROUNDINGS, type FeeModel, type FeeRate } from '../../../../../domain/receipts/source-profiles/fields.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import { typedMoney } from '../../../../ui/typed/typed-money.ts';
import { percentText, typedPercent } from '../../../../ui/typed/typed-percent.ts';
import type { FormOf } from './form-of.ts';
import { SelectInput, TextInput } from './inputs.tsx';

type TypedRate = { readonly key: number; readonly tender: Tender | null; readonly percent: string; readonly fixed: string; readonly cap: string };
type Typed = { readonly rates: readonly TypedRate[]; readonly rounding: FeeModel['rounding']; readonly nextKey: number };

/** A rate for each tender, as the contract says. */
export function FeesForm({ value, currency, onChange }: FormOf<FeeModel>) {
	const { text } = useMessages();
	const { form } = text.sources;
	const [typed, setTyped] = useState<Typed>(() => begin(value, currency));
	const tell = (part: Partial<Typed>) => {
		const next = { ...typed, ...part };
		setTyped(next);
		onChange(understood(next, currency));
	};
	const change = (key: number, part: Partial<TypedRate>) => tell({ rates: typed.rates.map((rate) => (rate.key === key ? { ...rate, ...part } : rate)) });
	const free = [...TENDERS, null].find((tender) => tender !== 'cash' && !typed.rates.some((rate) => rate.tender === tender));
	return (
		<div className="source-rates">
			{typed.rates.map((rate, index) => {
				const place = String(index + 1);
				const label = (name: string) => (typed.rates.length === 1 ? name : form.ratePlace(name, place));
				return (
					<div className="source-rate" key={rate.key}>
						<SelectInput
							label={label(form.tender)}
							value={rate.tender ?? ''}
							onChange={(tender) => change(rate.key, { tender: isTender(tender) ? tender : null })}
						>
							<option value="">{text.sources.value.allTenders}</option>
							{TENDERS.filter((tender) => tender !== 'cash').map((tender) => (
								<option key={tender} value={tender}>
									{text.common.tender[tender]}
								</option>
							))}
						</SelectInput>
						<TextInput
							label={label(form.percent)}
							value={rate.percent}
							inputMode="decimal"
							maxLength={8}
							onChange={(percent) => change(rate.key, { percent })}
						/>
						<TextInput label={label(form.fixed)} value={rate.fixed} inputMode="decimal" maxLength={10} onChange={(fixed) => change(rate.key, { fixed })} />
						<TextInput label={label(form.cap)} value={rate.cap} inputMode="decimal" maxLength={10} onChange={(cap) => change(rate.key, { cap })} />
						{typed.rates.length > 1 && (
							<button
								type="button"
								className="btn btn--quiet"
								aria-label={form.removeRate(place)}
								onClick={() => tell({ rates: typed.rates.filter(({ key }) => key !== rate.key) })}
							>
								<Trash2 className="i i--s" aria-hidden="true" />
							</button>
						)}
					</div>
				);
			})}
			<div className="source-inputs">
				<button
					type="button"
					className="btn"
					disabled={free === undefined}
					onClick={() => tell({ rates: [...typed.rates, { ...EMPTY, key: typed.nextKey, tender: free ?? null }], nextKey: typed.nextKey + 1 })}
				>
					<Plus className="i i--s" aria-hidden="true" />
					{form.addRate}
				</button>
				<SelectInput
					label={form.rounding}
					value={typed.rounding}
					onChange={(rounding) => tell({ rounding: FEE_ROUNDINGS.find((one) => one === rounding) ?? typed.rounding })}
				>
					{FEE_ROUNDINGS.map((rounding) => (
						<option key={rounding} value={rounding}>
							{form.roundings[rounding]}
						</option>
					))}
				</SelectInput>
			</div>
		</div>
	);
}

const EMPTY: Omit<TypedRate, 'key'> = { tender: null, percent: '', fixed: '', cap: '' };

function begin(value: FeeModel | null, currency: Currency): Typed {
	const rates = (value?.rates ?? []).map(({ tender, millionths, fixedMinor, capMinor }, key) => ({
		key,
		tender,
		percent: percentText(millionths),
		fixed: fixedMinor === 0 ? '' : formatMajor(fixedMinor, currency),
		cap: capMinor === null ? '' : formatMajor(capMinor, currency),
	}));
	const shown = rates.length === 0 ? [{ ...EMPTY, key: 0 }] : rates;
	return { rates: shown, rounding: value?.rounding ?? 'half_up', nextKey: shown.length };
}

/** Null while any line of it is unclear, or two speak about one tender. */
function understood({ rates, rounding }: Typed, currency: Currency): FeeModel | null {
	const read = rates.map(({ tender, percent, fixed, cap }): FeeRate | null => {
		const [millionths, fixedMinor, capMinor] = [typedPercent(percent), typedMoney(fixed, currency), typedMoney(cap, currency)];
		if (millionths === null || fixedMinor === 'unclear' || capMinor === 'unclear') return null;
		return { tender, millionths, fixedMinor: fixedMinor ?? 0, capMinor };
	});
	const clear = read.filter((rate) => rate !== null);
	const single = new Set(clear.map(({ tender }) => tender)).size === clear.length;
	return clear.length === rates.length && single ? { rates: clear, rounding } : null;
}
