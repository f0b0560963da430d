/** Branded ids. They are minted by the `Ids` port (UUIDv7) or taken from stored data; never built elsewhere. */
declare const brand: unique symbol;
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One installation's ledger. A copy that is restored gets a new one, so that two tablets never continue one chain. */
export type DeviceId = Branded<'DeviceId'>;
/** A log entry; also the id of the sale, refund, case … that the entry creates. */
export type EntryId = Branded<'EntryId'>;
/** The entry that recorded the sale or refund. */
export type SaleId = EntryId;
/** The entry that recorded the import. */
export type ImportId = EntryId;
/** The entry that opened the case. */
export type CaseId = EntryId;
/** A receipt, the same in every file that carries it. */
export type ReceiptId = Branded<'ReceiptId'>;
/** A discrepancy: follows from its kind and members, so that it survives recomputation. */
export type DiscrepancyId = Branded<'DiscrepancyId'>;

export const asDeviceId = (text: string): DeviceId => text as DeviceId;
export const asEntryId = (text: string): EntryId => text as EntryId;
export const asReceiptId = (text: string): ReceiptId => text as ReceiptId;
export const asDiscrepancyId = (text: string): DiscrepancyId => text as DiscrepancyId;
