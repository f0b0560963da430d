import type { ComponentType } from 'react';
import type { ProfileField, ProfileFields } from '../../../../../domain/receipts/source-profiles/fields.ts';
import { ClosedDaysForm } from './closed-days-form.tsx';
import { DueForm } from './due-form.tsx';
import { FeesForm } from './fees-form.tsx';
import type { FormOf } from './form-of.ts';
import { MaterialsForm } from './materials-form.tsx';
import { PayoutForm } from './payout-form.tsx';
import { ContactForm, DayCutForm, DaysForm, ZoneForm } from './single-forms.tsx';

type Forms = { readonly [F in ProfileField]: ComponentType<FormOf<ProfileFields[F]>> };

const FORMS: Forms = {
	billDue: DueForm,
	dayCut: DayCutForm,
	zone: ZoneForm,
	payout: PayoutForm,
	closedDays: ClosedDaysForm,
	fees: FeesForm,
	voidDays: DaysForm,
	refundDays: DaysForm,
	inquiryDays: DaysForm,
	claimDays: DaysForm,
	replyDays: DaysForm,
	forwardDays: DaysForm,
	repairDays: DaysForm,
	hotline: ContactForm,
	portal: ContactForm,
	materials: MaterialsForm,
};

/** The inputs of any field of a profile. */
export function FieldForm<F extends ProfileField>({ field, ...props }: FormOf<ProfileFields[F]> & { readonly field: F }) {
	const Form = FORMS[field] as ComponentType<FormOf<ProfileFields[F]>>;
	return <Form {...props} />;
}
