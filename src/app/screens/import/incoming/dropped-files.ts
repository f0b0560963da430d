/** Folders are looked into so far; what lies deeper, or is more than this, is no folder of bills. */
const DEPTH_MAX = 8;
const FILES_MAX = 1_000;
/** What a folder holds besides bills: notes of the system, and what is surely no bill. */
const NO_BILL = /^\.|^(thumbs\.db|desktop\.ini|__macosx)$|\.(jpe?g|png|gif|heic|webp|mp4|mov|mp3|m4a|pdf|docx?|pptx?|exe|apk|dmg)$/i;

/**
 * The files of a drop, those in dropped folders among them, in the order of their paths. What is dropped must be asked for before the
 * event ends; only reading it may take longer.
 */
export function droppedFiles({ items, files }: Pick<DataTransfer, 'items' | 'files'>): Promise<File[]> {
	const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry?.() ?? []) : []));
	const plain = [...files];
	if (!entries.some((entry) => entry.isDirectory)) return Promise.resolve(plain);
	return filesOf(entries);
}

async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
	const found: File[] = [];
	for (const entry of entries) await addFiles(found, entry, 0);
	return found;
}

async function addFiles(found: File[], entry: FileSystemEntry, depth: number): Promise<void> {
	if (found.length >= FILES_MAX || (depth > 0 && !mayBeBill(entry.name))) return;
	if (entry.isFile) found.push(await fileOf(entry as FileSystemFileEntry));
	if (!entry.isDirectory || depth >= DEPTH_MAX) return;
	const children = await childrenOf(entry as FileSystemDirectoryEntry);
	for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) await addFiles(found, child, depth + 1);
}

/** The reader gives some at a time and ends with none. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const children: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0 || children.length >= FILES_MAX) return children;
		children.push(...some);
	}
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
	return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Of the files of a chosen folder, those that may be bills. */
export function billsOfFolder(files: readonly File[]): File[] {
	const inside = ({ webkitRelativePath, name }: File) => (webkitRelativePath || name).split('/').slice(1);
	return files
		.filter((file) => mayBeBill(file.name) && inside(file).every(mayBeBill))
		.sort((a, b) => (a.webkitRelativePath < b.webkitRelativePath ? -1 : 1))
		.slice(0, FILES_MAX);
}

function mayBeBill(name: string): boolean {
	return !NO_BILL.test(name);
}
