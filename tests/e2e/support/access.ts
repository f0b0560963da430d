import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Size } from './till.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const SIZES: readonly Size[] = ['landscape', 'portrait', 'phone'];
/** Each language in one of the two colour schemes: colours do not depend on the language, nor sizes on the colours. */
export const LOOKS = [
	{ colorScheme: 'light', language: 'zh-CN' },
	{ colorScheme: 'dark', language: 'en' },
] as const;

/** What axe finds on the page; `where` names it in the answer. */
export async function axeFaults(page: Page, route: string) {
	const { violations } = await new AxeBuilder({ page: page as never }).withTags(TAGS).analyze();
	return violations.map(({ id, nodes }) => ({
		route,
		id,
		nodes: nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary?.slice(0, 200)}`),
	}));
}

/** Nothing sticks out sideways, no amount is cut, and all that can be touched is 48 px large. */
export function layoutFaults(page: Page, route: string, size: Size) {
	return page.evaluate(
		([path, name]) => {
			const faults: string[] = [];
			if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`${path} ${name}: wider than the window`);
			const main = document.getElementById('main');
			if (main && main.scrollWidth > main.clientWidth + 1) faults.push(`${path} ${name}: the page scrolls sideways`);
			for (const amount of document.querySelectorAll<HTMLElement>('.amt')) {
				const box = amount.getBoundingClientRect();
				if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) faults.push(`${path} ${name}: amount cut: ${amount.textContent}`);
			}
			for (const control of document.querySelectorAll<HTMLElement>('button, a[href], input:not([type=file]):not([type=hidden]), select, textarea, summary')) {
				const box = control.getBoundingClientRect();
				const hidden =
					box.width === 0 ||
					getComputedStyle(control).visibility === 'hidden' ||
					control.closest('.sr, .skip, [inert]') !== null ||
					control.matches('.skip, .sr');
				const inText = control.tagName === 'A' && getComputedStyle(control).display === 'inline';
				if (!hidden && !inText && (box.width < 47.5 || box.height < 47.5))
					faults.push(
						`${path} ${name}: ${control.tagName} "${(control.textContent ?? control.getAttribute('aria-label') ?? '').trim().slice(0, 30)}" is ${Math.round(box.width)}×${Math.round(box.height)}`,
					);
			}
			return [...new Set(faults)];
		},
		[route, size] as const,
	);
}
