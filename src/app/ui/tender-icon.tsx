import { Banknote, CircleEllipsis, CreditCard, MessagesSquare, QrCode, Wallet } from 'lucide-react';
import type { Tender } from '../../domain/ledger/tender.ts';

const ICONS = { card: CreditCard, wechat: MessagesSquare, alipay: Wallet, unionpay_qr: QrCode, cash: Banknote, other: CircleEllipsis } as const;

/** Stands beside the tender's word, never alone. */
export function TenderIcon({ tender, className = 'i' }: { readonly tender: Tender; readonly className?: string }) {
	const Icon = ICONS[tender];
	return <Icon className={className} aria-hidden="true" />;
}
