import type { Tender } from '../../domain/ledger/tender.ts';
import { wordTable } from '../shared/values/words.ts';

/** What the column of payment methods says, in the languages of the report. */
const METHODS = wordTable<Tender>([
	['cash', ['Cash', 'Kontant', 'Kontanter', 'Efectivo', 'Bar', 'Barzahlung', 'Bargeld', 'Espèces', 'Käteinen', 'Contant', 'Dinheiro', 'Numerário', 'Contanti']],
	[
		'card',
		[
			...['Card', 'Card payment', 'Chip', 'Chip & PIN', 'Contactless', 'Swipe', 'Magstripe', 'Magnetic stripe', 'Keyed', 'Manual entry', 'Kontaktløs'],
			...['Kontaktløst', 'Magnetstribe', 'Kort', 'Sin contacto', 'Banda magnética', 'Tarjeta', 'Karte', 'Kartenzahlung', 'Kontaktlos', 'Magnetstreifen'],
			...['Carte', 'Carte bancaire', 'Puce', 'Sans contact', 'Bande magnétique', 'Kontaktlös', 'Kontaktlöst', 'Magnetremsa', 'Magnetstripe', 'Kortti'],
			...['Siru', 'Lähimaksu', 'Magneettijuova', 'Kaart', 'Contactloos', 'Magneetstrip', 'Cartão', 'Contactless (sem contacto)', 'Sem contacto'],
			...['Aproximação', 'Banda magnética', 'Tarja magnética', 'Carta', 'Senza contatto', 'Banda magnetica'],
		],
	],
]);

/** The tender of a payment method; any that shows a card is one by card. */
export function tenderOf(method: string, showsCard: boolean): Tender | null {
	if (method === '' && !showsCard) return null;
	return METHODS(method) ?? (showsCard ? 'card' : 'other');
}
