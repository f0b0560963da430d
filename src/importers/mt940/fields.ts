/** One field of a message with the lines that go on under it; `line` is where it begins. */
export type Field = { readonly tag: string; readonly lines: readonly string[]; readonly line: number };

const TAG = /^:(\d{2}[A-Z]?):(.*)$/;
/** What banks put around a message: SWIFT blocks, its end, their own name and the kind of message. */
const AROUND = /^(?:-(?:\}.*)?|\{.*|:940:.*)$/;

/** The fields of all messages in a file. Lines before the first field, and between messages, belong to none. */
export function fieldsOf(lines: readonly string[]): Field[] {
	const fields: { tag: string; lines: string[]; line: number }[] = [];
	let open: string[] | null = null;
	lines.forEach((written, i) => {
		const line = written.replace(/^\{.*\{4:(?=:)/, '').trimEnd();
		const parts = TAG.exec(line);
		if (parts) {
			open = [parts[2] ?? ''];
			fields.push({ tag: parts[1] ?? '', lines: open, line: i + 1 });
		} else if (AROUND.test(line)) {
			open = null;
		} else if (line !== '') {
			open?.push(line);
		}
	});
	return fields;
}
