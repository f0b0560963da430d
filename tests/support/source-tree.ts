import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type SourceFile = {
	/** From the root, with `/`. */
	readonly path: string;
	readonly text: string;
	/** Paths from the root for own files, names for packages; `?worker`-like endings cut off. */
	readonly imports: readonly { readonly target: string; readonly typeOnly: boolean }[];
	readonly functions: readonly { readonly name: string; readonly lines: number; readonly component: boolean }[];
};

/** Every TypeScript file below the folders given. */
export function readSources(folders: readonly string[]): SourceFile[] {
	return folders.flatMap((folder) => listFiles(join(ROOT, folder))).map(readSource);
}

export function listFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
		const path = join(folder, item.name);
		if (item.isDirectory()) return item.name === 'node_modules' ? [] : listFiles(path);
		return /\.tsx?$/.test(item.name) && !item.name.endsWith('.d.ts') ? [path] : [];
	});
}

function readSource(file: string): SourceFile {
	const text = readFileSync(file, 'utf8');
	const parsed = parseSync(file, text);
	const imports: { target: string; typeOnly: boolean }[] = [];
	const functions: { name: string; lines: number; component: boolean }[] = [];
	const lineOf = lineCounter(text);
	walk(parsed.program, (node, name) => {
		const source = node.source as { readonly value?: unknown } | null | undefined;
		if (/^(Import|Export(Named|All))/.test(String(node.type)) && typeof source?.value === 'string') {
			imports.push({ target: resolveTarget(file, source.value), typeOnly: isTypeOnly(node) });
		}
		if (node.type === 'NewExpression') {
			const url = /new URL\('(\.[^']+)', import\.meta\.url\)/.exec(text.slice(Number(node.start), Number(node.end)))?.[1];
			if (url) imports.push({ target: resolveTarget(file, url), typeOnly: false });
		}
		if (
			/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(String(node.type)) &&
			(node.body as { type?: string } | null)?.type === 'BlockStatement'
		) {
			functions.push({ name, lines: lineOf(Number(node.end)) - lineOf(Number(node.start)) + 1, component: file.endsWith('.tsx') && /^[A-Z]/.test(name) });
		}
	});
	return { path: relative(ROOT, file).replaceAll('\\', '/'), text, imports, functions };
}

function isTypeOnly(node: Node): boolean {
	if (node.importKind === 'type' || node.exportKind === 'type') return true;
	const specifiers = node.specifiers as readonly { readonly importKind?: string }[] | undefined;
	return specifiers !== undefined && specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type');
}

function resolveTarget(file: string, specifier: string): string {
	const bare = specifier.split('?')[0] ?? specifier;
	return bare.startsWith('.') ? relative(ROOT, join(dirname(file), bare)).replaceAll('\\', '/') : bare;
}

type Node = Readonly<Record<string, unknown>>;

function walk(node: unknown, visit: (node: Node, name: string) => void, name = ''): void {
	if (Array.isArray(node)) {
		for (const item of node) walk(item, visit, name);
		return;
	}
	if (typeof node !== 'object' || node === null) return;
	const record = node as Node;
	const own = nameOf(record) ?? name;
	if (typeof record.type === 'string') visit(record, own);
	for (const [key, value] of Object.entries(record)) if (key !== 'type' && typeof value === 'object') walk(value, visit, own);
}

function nameOf(node: Node): string | undefined {
	const id = (node.id ?? node.key) as { readonly name?: unknown } | null | undefined;
	return typeof id?.name === 'string' ? id.name : undefined;
}

function lineCounter(text: string): (offset: number) => number {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low + 1;
	};
}
