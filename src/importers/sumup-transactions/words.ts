import type { ReceiptKind, ReceiptStatus } from '../../domain/receipts/receipt.ts';
import { wordTable } from '../shared/values/words.ts';

/** What the type column says, in the languages of the report. */
export const kindOf = wordTable<ReceiptKind>([
	[
		'sale',
		[...['Sale', 'Payment', 'Umsatz', 'Verkauf', 'Zahlung', 'Vente', 'Venta', 'Vendita', 'Verkoop', 'Venda', 'Sprzedaż', 'Salg'], ...['Försäljning', 'Myynti']],
	],
	[
		'refund',
		[
			...['Refund', 'Rückerstattung', 'Erstattung', 'Remboursement', 'Reembolso', 'Devolución', 'Rimborso', 'Terugbetaling', 'Restitutie', 'Zwrot', 'Refusion'],
			...['Återbetalning', 'Refundering', 'Tilbagebetaling', 'Tilbakebetaling', 'Hyvitys', 'Palautus'],
		],
	],
	[
		'payout',
		[
			...['Payout', 'Auszahlung', 'Versement', 'Virement', 'Abono', 'Accredito', 'Uitbetaling', 'Wypłata', 'Utbetalning', 'Udbetaling'],
			...['Utbetaling', 'Tilitys'],
		],
	],
	[
		'chargeback',
		[
			...['Chargeback', 'Charge back', 'Rückbuchung', 'Rücklastschrift', 'Rétrofacturation', 'Contestation', 'Contracargo', 'Storno', 'Terugboeking'],
			...['Estorno', 'Obciążenie zwrotne', 'Tilbageførsel', 'Tilbakeføring'],
		],
	],
	['adjustment', ['Payout deduction', 'Auszahlungsabzug', 'Chargeback deduction', 'Refund deduction']],
]);

/** What the status column says, in the languages of the report. */
export const statusOf = wordTable<ReceiptStatus>([
	[
		'success',
		[
			...['', 'Successful', 'Paid out', 'Paid', 'Refunded', 'Partially refunded', 'Charged back', 'Chargeback', 'Erfolgreich', 'Gezahlt', 'Ausgezahlt'],
			...['Ausbezahlt', 'Erstattet', 'Rückerstattet', 'Teilweise erstattet', 'Réussi', 'Réussie', 'Effectué', 'Effectuée', 'Payé', 'Payée', 'Versé', 'Versée'],
			...['Remboursé', 'Remboursée', 'Con éxito', 'Exitosa', 'Exitoso', 'Correcta', 'Pagado', 'Pagada', 'Abonado', 'Abonada', 'Reembolsado', 'Reembolsada'],
			...['Riuscita', 'Riuscito', 'Completata', 'Completato', 'Pagata', 'Pagato', 'Accreditata', 'Accreditato', 'Rimborsata', 'Rimborsato', 'Geslaagd'],
			...['Succesvol', 'Uitbetaald', 'Terugbetaald', 'Bem-sucedida', 'Bem-sucedido', 'Concluída', 'Paga', 'Pago', 'Udana', 'Wypłacono', 'Zwrócono'],
			...['Lyckad', 'Genomförd', 'Utbetald', 'Återbetald', 'Gennemført', 'Udbetalt', 'Refunderet', 'Vellykket', 'Utbetalt', 'Refundert', 'Onnistunut'],
		],
	],
	['pending', ['Pending', 'In progress', 'Ausstehend', 'In Bearbeitung', 'En attente', 'Pendiente', 'In sospeso', 'In behandeling', 'Pendente', 'Oczekująca']],
	[
		'failed',
		[
			...['Failed', 'Cancelled', 'Canceled', 'Declined', 'Expired', 'Fehlgeschlagen', 'Abgebrochen', 'Abgelehnt', 'Storniert', 'Échoué', 'Échouée', 'Échec'],
			...['Annulé', 'Annulée', 'Refusé', 'Refusée', 'Fallida', 'Fallido', 'Cancelada', 'Cancelado', 'Anulada', 'Anulado', 'Rechazada', 'Rechazado', 'Fallita'],
			...['Fallito', 'Non riuscita', 'Annullata', 'Annullato', 'Rifiutata', 'Rifiutato', 'Mislukt', 'Geannuleerd', 'Geweigerd', 'Falhou', 'Falhada'],
			...['Recusada', 'Nieudana', 'Anulowana', 'Odrzucona', 'Misslyckad', 'Misslyckades', 'Avbruten', 'Mislykket', 'Mislykkedes', 'Annulleret', 'Avbrutt'],
			...['Epäonnistunut', 'Peruutettu'],
		],
	],
]);

/** Whether the payment method is cash, in the languages of the report. */
export const cashOf = wordTable<true>([
	[
		true,
		[
			...['Cash', 'Bar', 'Barzahlung', 'Bargeld', 'Espèces', 'Efectivo', 'Contanti', 'Contant', 'Numerário', 'Dinheiro', 'Gotówka', 'Kontant', 'Kontanter'],
			...['Käteinen'],
		],
	],
]);
