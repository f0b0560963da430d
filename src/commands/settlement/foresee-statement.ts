import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { shopDay } from '../../domain/ledger/shop-day.ts';
import type { Problem } from '../../domain/problems.ts';
import { standingLines } from '../../domain/receipts/standing-lines.ts';
import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { Result } from '../../domain/result.ts';
import { statementCoverage } from '../../domain/settlement/judging/coverage.ts';
import type { Settlement } from '../../domain/settlement/outcome.ts';
import { shopSettlementRules } from '../../domain/settlement/shop-rules.ts';
import type { Ports } from '../ports.ts';

/**
 * What the comparison with the bank would say if these statements were taken in. Nothing is stored.
 * Problems: `engine_stopped`, and those of the storage.
 */
export async function foreseeStatements(
	ports: Ports,
	{ statements }: { readonly statements: readonly StatementReading[] },
): Promise<Result<Settlement, Problem>> {
	const facts = await ports.derived.allPayoutFacts();
	const shop = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
	const now = ports.clock.now().at;
	const rules = shopSettlementRules(await ports.receipts.sourceEdits(), shopDay(shop, now));
	const carried = [facts.bank.lines, ...statements.map(({ lines }) => lines)].map((lines, seq) => ({ seq, lines }));
	const bank = {
		lines: standingLines(carried),
		covered: [...facts.bank.covered, ...statements.flatMap(({ coverage, lines }) => statementCoverage(coverage, lines))],
	};
	return ports.engine.settle({ ...facts, bank, rules, cutoverMinutes: shop.cutoverMinutes, now });
}
