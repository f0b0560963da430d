import { useState } from 'react';
import { configureShop } from '../../../../commands/ledger/configure-shop.ts';
import type { Shop } from '../../../../domain/ledger/shop.ts';
import { useServices } from '../../../shell/services.ts';
import { useCommand } from '../../../ui/use-command.ts';

/** Records a change of the shop's settings and says when it is durable. */
export function useSettings() {
	const { ports } = useServices();
	const { run, busy, problem } = useCommand();
	const [saved, setSaved] = useState(0);
	const save = async (change: Partial<Shop>) => {
		const shop = await run(() => configureShop(ports, change));
		if (shop) setSaved((count) => count + 1);
		return shop !== null;
	};
	return { save, busy, problem, saved };
}
