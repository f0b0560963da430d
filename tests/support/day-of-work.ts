import { recordSale } from '../../src/commands/ledger/record-sale.ts';
import type { Ports } from '../../src/commands/ports.ts';
import { commitImport } from '../../src/commands/receipts/commit-import.ts';
import { discrepancyId } from '../../src/domain/discrepancies/discrepancy-id.ts';
import type { DiscrepancyId, ImportId, SaleId } from '../../src/domain/ids.ts';
import type { SaleInput } from '../../src/domain/ledger/sale-body.ts';
import type { FoundDiscrepancy, Outcome } from '../../src/domain/matching/outcome.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { bill, outcome } from './builders.ts';
import { DAY } from './ledger-fixture.ts';
import type { MemoryPorts } from './memory-ports.ts';
import { success } from './outcomes.ts';

/** Records a card sale of ¥28.50 and answers its id. */
export async function sell(ports: Ports, change: Partial<SaleInput> = {}): Promise<SaleId> {
	return success(await recordSale(ports, { amountMinor: 2850, tender: 'card', terminalId: '1', cashier: 'Li', ...change })).id;
}

let files = 0;
/** Takes in a bill of the terminal with these receipts. */
export async function receive(ports: Ports, ...receipts: readonly Receipt[]): Promise<readonly ImportId[]> {
	files += 1;
	const reading = { hash: `bill ${files}`, bills: [bill(receipts)], statements: [] };
	return success(await commitImport(ports, { file: { name: `bill-${files}.csv`, bytes: new Uint8Array() }, reading })).imports;
}

export function found(kind: FoundDiscrepancy['kind'], members: Partial<FoundDiscrepancy>): FoundDiscrepancy {
	return { kind, sales: [], receipts: [], count: 1, amountMinor: 2850, currency: 'CNY', hypotheses: [], cluster: null, ...members };
}

/** Makes the derived data of the day say this, as the engine would. */
export async function judge(ports: MemoryPorts, change: Partial<Outcome>, day = DAY): Promise<void> {
	await ports.derived.save([day], outcome(change), ports.memory.mark, ports.clock.now().at);
}

/** Makes the day hold this one discrepancy and answers its id. */
export async function judgeOne(ports: MemoryPorts, discrepancy: FoundDiscrepancy, change: Partial<Outcome> = {}): Promise<DiscrepancyId> {
	await judge(ports, { ...change, discrepancies: [discrepancy] });
	return discrepancyId(discrepancy);
}
