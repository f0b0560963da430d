import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { TENDERS } from '../../../../../domain/ledger/tender.ts';
import { type Currency, formatMajor } from '../../../../../domain/money.ts';
import { CARD_KINDS } from '../../../../../domain/receipts/receipt.ts';
import { FEE_ROUNDED_PER, FEE_ROUNDINGS, type FeeModel, type FeeRate } from '../../../../../domain/receipts/source-profiles/fields.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import { typedMoney } from '../../../../ui/typed/typed-money.ts';
import { percentText, typedPercent } from '../../../../ui/typed/typed-percent.ts';
import type { FormOf } from './form-of.ts';
import { SelectInput, TextInput } from './inputs.tsx';

type Whose = Pick<Required<FeeRate>, 'tender' | 'cardKind'>;
type TypedRate = Whose & { readonly key: number; readonly percent: string; readonly fixed: string; readonly least: string; readonly cap: string };
type Typed = { readonly rates: readonly TypedRate[]; readonly rounding: FeeModel['rounding']; readonly per: 'payment' | 'batch'; readonly nextKey: number };

/** Whose rate it may be: a tender's, a kind of card's, or that of all others. */
const WHOSE: readonly Whose[] = [
	{ tender: null, cardKind: null },
	...TENDERS.filter((tender) => tender !== 'cash').map((tender) => ({ tender, cardKind: null })),
	...CARD_KINDS.map((cardKind) => ({ tender: 'card' as const, cardKind })),
];

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
	const free = [...WHOSE.slice(1), ...WHOSE.slice(0, 1)].find((whose) => !typed.rates.some((rate) => nameOf(rate) === nameOf(whose)));
	const labelOf = ({ tender, cardKind }: Whose) =>
		cardKind !== null ? text.sources.value.cardKind[cardKind] : tender === null ? text.sources.value.allTenders : text.common.tender[tender];
	return (
		<div className="source-rates">
			{typed.rates.map((rate, index) => {
				const place = String(index + 1);
				const label = (name: string) => (typed.rates.length === 1 ? name : form.ratePlace(name, place));
				return (
					<div className="source-rate" key={rate.key}>
						<SelectInput
							label={label(form.tender)}
							value={nameOf(rate)}
							onChange={(name) => change(rate.key, WHOSE.find((whose) => nameOf(whose) === name) ?? {})}
						>
							{WHOSE.map((whose) => (
								<option key={nameOf(whose)} value={nameOf(whose)}>
									{labelOf(whose)}
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
						<TextInput label={label(form.least)} value={rate.least} inputMode="decimal" maxLength={10} onChange={(least) => change(rate.key, { least })} />
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
					onClick={() => tell({ rates: [...typed.rates, { ...EMPTY, key: typed.nextKey, ...free }], nextKey: typed.nextKey + 1 })}
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
				<SelectInput label={form.per} value={typed.per} onChange={(per) => tell({ per: FEE_ROUNDED_PER.find((one) => one === per) ?? typed.per })}>
					{FEE_ROUNDED_PER.map((per) => (
						<option key={per} value={per}>
							{form.pers[per]}
						</option>
					))}
				</SelectInput>
			</div>
		</div>
	);
}

const EMPTY: Omit<TypedRate, 'key'> = { tender: null, cardKind: null, percent: '', fixed: '', least: '', cap: '' };

function nameOf({ tender, cardKind }: Whose): string {
	return `${tender ?? ''}${cardKind === null ? '' : `:${cardKind}`}`;
}

function begin(value: FeeModel | null, currency: Currency): Typed {
	const sum = (minor: number | null) => (minor === null ? '' : formatMajor(minor, currency));
	const rates = (value?.rates ?? []).map(({ tender, cardKind = null, millionths, fixedMinor, minMinor = null, capMinor }, key) => ({
		...{ key, tender, cardKind, percent: percentText(millionths) },
		...{ fixed: fixedMinor === 0 ? '' : sum(fixedMinor), least: sum(minMinor), cap: sum(capMinor) },
	}));
	const shown = rates.length === 0 ? [{ ...EMPTY, key: 0 }] : rates;
	return { rates: shown, rounding: value?.rounding ?? 'either', per: value?.per ?? 'payment', nextKey: shown.length };
}

/** Null while any line of it is unclear, or two speak about one tender. */
function understood({ rates, rounding, per }: Typed, currency: Currency): FeeModel | null {
	const read = rates.map(({ tender, cardKind, percent, fixed, least, cap }): FeeRate | null => {
		const [fixedMinor, minMinor, capMinor] = [fixed, least, cap].map((typed) => typedMoney(typed, currency));
		// A fee may be a sum alone, as long as something stands there.
		const millionths = percent.trim() === '' && typeof fixedMinor === 'number' ? 0 : typedPercent(percent);
		if (millionths === null || fixedMinor === 'unclear' || minMinor === 'unclear' || capMinor === 'unclear') return null;
		if (typeof minMinor === 'number' && typeof capMinor === 'number' && minMinor > capMinor) return null;
		return { tender, cardKind, millionths, fixedMinor: fixedMinor ?? 0, minMinor: minMinor ?? null, capMinor: capMinor ?? null };
	});
	const clear = read.filter((rate) => rate !== null);
	const single = new Set(rates.map(nameOf)).size === rates.length;
	return clear.length === rates.length && single ? { rates: clear, rounding, per, currency } : null;
}
