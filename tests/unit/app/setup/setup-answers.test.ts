import { expect, test } from 'vitest';
import { terminalsOf, toggleTender } from '../../../../src/app/screens/setup/setup-answers.ts';

test('a tender that is left out and chosen again comes last', () => {
	expect(toggleTender(['card', 'wechat', 'cash'], 'card')).toEqual(['wechat', 'cash']);
	expect(toggleTender(['wechat', 'cash'], 'card')).toEqual(['wechat', 'cash', 'card']);
});

test('the last tender cannot be left out', () => {
	expect(toggleTender(['cash'], 'cash')).toEqual(['cash']);
});

test('terminals without a name are called by their place', () => {
	expect(terminalsOf(['', ' 外卖窗 '], (place) => `${place}号机`)).toEqual([
		{ id: '1', name: '1号机', provider: '' },
		{ id: '2', name: '外卖窗', provider: '' },
	]);
});
