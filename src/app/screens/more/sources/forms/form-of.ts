import type { Currency } from '../../../../../domain/money.ts';

/** Inputs for one value. `value` is what they begin with; `onChange` tells what stands there now, null while it cannot be understood. */
export type FormOf<T> = { readonly label: string; readonly value: T | null; readonly currency: Currency; readonly onChange: (value: T | null) => void };
