// Small changes to a piece of JavaScript, as text to put in place of a stretch of it.
import { parseSync } from 'oxc-parser';

const OPERATORS = {
	'<': ['<=', '>='],
	'<=': ['<', '>'],
	'>': ['>=', '<='],
	'>=': ['>', '<'],
	'===': ['!=='],
	'!==': ['==='],
	'+': ['-'],
	'-': ['+'],
	'*': ['/'],
	'/': ['*'],
};
const CALLS = {
	'Math.max': 'Math.min',
	'Math.min': 'Math.max',
	some: 'every',
	every: 'some',
	startsWith: 'endsWith',
	endsWith: 'startsWith',
	reverse: 'slice',
};

/** Every mutant of `source` between two places: `{ kind, start, end, text }`. */
export function mutantsOf(source, from, to) {
	const found = [];
	const text = ({ start, end }) => source.slice(start, end);
	const add = (kind, place, changed) => place.start >= from && place.end <= to && found.push({ kind, start: place.start, end: place.end, text: changed });
	walk(parseSync('bundle.mjs', source).program, null, (node, parent) => mutate(node, parent, { add, text }));
	return found;
}

function mutate(node, parent, { add, text }) {
	switch (node.type) {
		case 'BinaryExpression':
			for (const other of OPERATORS[node.operator] ?? []) add('operator', node, `(${text(node.left)} ${other} ${text(node.right)})`);
			return;
		case 'LogicalExpression':
			// What stands behind `??` is for the type checker: the place is always there.
			if (node.operator !== '??') add('logic', node, `(${text(node.left)} ${node.operator === '&&' ? '||' : '&&'} ${text(node.right)})`);
			return;
		case 'UnaryExpression':
			if (node.operator === '!') add('negation', node, text(node.argument));
			if (node.operator === '-' && node.argument.type !== 'Literal') add('sign', node, text(node.argument));
			return;
		case 'UpdateExpression':
			add('step', node, node.operator === '++' ? text(node).replace('++', '--') : text(node).replace('--', '++'));
			return;
		case 'IfStatement':
		case 'ConditionalExpression':
			for (const settled of ['true', 'false']) add('condition', node.test, settled);
			return;
		case 'AssignmentExpression':
			if (node.operator === '+=') add('sum', node, `${text(node.left)} -= ${text(node.right)}`);
			return;
		case 'Literal':
			if (typeof node.value === 'boolean') add('literal', node, String(!node.value));
			return;
		case 'CallExpression': {
			const name = node.callee.property?.name;
			if (CALLS[text(node.callee)]) add('call', node.callee, CALLS[text(node.callee)]);
			else if (CALLS[name]) add('call', node.callee.property, CALLS[name]);
			return;
		}
		case 'ExpressionStatement':
			if (parent?.type === 'BlockStatement' && node.expression.type === 'CallExpression') add('statement', node, ';');
	}
}

function walk(node, parent, look) {
	if (node === null || typeof node !== 'object') return;
	if (Array.isArray(node)) {
		for (const one of node) walk(one, parent, look);
		return;
	}
	const own = typeof node.type === 'string';
	if (own) look(node, parent);
	for (const value of Object.values(node)) if (typeof value === 'object') walk(value, own ? node : parent, look);
}
