import { describe, expect, test } from 'vitest';
import { billsOfFolder, droppedFiles } from '../../../../src/app/screens/import/incoming/dropped-files.ts';

type Tree = { readonly [name: string]: Tree | string };

/** A folder as a browser hands it out: some children at a time, then none. */
function folder(name: string, tree: Tree): FileSystemEntry {
	const children = Object.entries(tree).map(([child, inside]) => (typeof inside === 'string' ? single(child, inside) : folder(child, inside)));
	const createReader = () => {
		const parts = [children.slice(0, 2), children.slice(2)].filter((part) => part.length > 0);
		return { readEntries: (take: (entries: FileSystemEntry[]) => void) => take(parts.shift() ?? []) };
	};
	return { name, isDirectory: true, isFile: false, createReader } as unknown as FileSystemEntry;
}

function single(name: string, text: string): FileSystemEntry {
	return { name, isDirectory: false, isFile: true, file: (take: (file: File) => void) => take(new File([text], name)) } as unknown as FileSystemEntry;
}

function drop(entries: readonly FileSystemEntry[], files: readonly File[] = []) {
	const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
	return droppedFiles({ items, files } as unknown as Pick<DataTransfer, 'items' | 'files'>);
}

describe('what is dropped', () => {
	test('files are taken as they are', async () => {
		const file = new File(['x'], 'photo.jpg');
		expect(await drop([single('photo.jpg', 'x')], [file])).toEqual([file]);
	});

	test('folders give their files, however deep, without what is no bill', async () => {
		const tree = { 'b.csv': 'b', 'a.csv': 'a', '.DS_Store': '', 'photo.jpg': '', november: { 'c.txt': 'c', __MACOSX: { 'd.csv': 'd' } }, 'e.zip': 'e' };
		expect((await drop([folder('bills', tree)])).map(({ name }) => name)).toEqual(['a.csv', 'b.csv', 'e.zip', 'c.txt']);
	});

	test('files and folders may come together', async () => {
		expect((await drop([single('x.csv', ''), folder('bills', { 'y.csv': '' })])).map(({ name }) => name)).toEqual(['x.csv', 'y.csv']);
	});
});

test('a chosen folder gives its files in the order of their paths, without what is no bill', () => {
	const at = (path: string) => Object.defineProperty(new File([''], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path });
	const chosen = [at('bills/b.csv'), at('bills/.git/config'), at('bills/2026/a.csv'), at('bills/scan.pdf')];
	expect(billsOfFolder(chosen).map((file) => file.webkitRelativePath)).toEqual(['bills/2026/a.csv', 'bills/b.csv']);
});
