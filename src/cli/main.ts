import { createReadStream } from 'node:fs';
import { FILE_BYTES_MAX } from '../importers/read-file.ts';
import { EXIT_DONE, EXIT_UNREADABLE, EXIT_WRONG_CALL } from './exit-codes.ts';
import type { Io } from './io.ts';
import { READ_USAGE, readCommand } from './read.ts';
import { RECONCILE_USAGE, reconcileCommand } from './reconcile.ts';

type Command = { readonly usage: string; readonly run: (args: readonly string[], io: Io) => Promise<number> };

const COMMANDS: Readonly<Record<string, Command>> = {
	read: { usage: READ_USAGE, run: readCommand },
	reconcile: { usage: RECONCILE_USAGE, run: reconcileCommand },
};

const ABOUT_MAPPINGS = 'MAPPING.json: what somebody said in the app about the columns of a table that no format knows, exported there.\n';

/** The `counterfoil` command: runs the command that the first word names and returns the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
	const io = processIo();
	const [name = '', ...args] = argv;
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (command && args.includes('--help')) {
		io.out(`Usage:\n  ${command.usage}\n${ABOUT_MAPPINGS}`);
		return EXIT_DONE;
	}
	if (command) return runSafely(command, args, io);
	const usage = `Usage:\n${Object.values(COMMANDS)
		.map((known) => `  ${known.usage}\n`)
		.join('')}${ABOUT_MAPPINGS}`;
	if (name === '--help' || name === 'help') {
		io.out(usage);
		return EXIT_DONE;
	}
	io.err(usage);
	return EXIT_WRONG_CALL;
}

/** A defect of the program ends in a sentence, not in a trace. */
async function runSafely(command: Command, args: readonly string[], io: Io): Promise<number> {
	try {
		return await command.run(args, io);
	} catch (error) {
		io.err(`The program failed, nothing was changed: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown error'}\n`);
		return EXIT_UNREADABLE;
	}
}

function processIo(): Io {
	// A reader that closes early (`| head`) is no error.
	process.stdout.on('error', () => {});
	return {
		out: (text) => process.stdout.write(text),
		err: (text) => process.stderr.write(text),
		readFile: readAtMost,
		now: () => Date.now(),
	};
}

/** A file, or of a larger one so much that it is known to be too large. */
async function readAtMost(path: string): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of createReadStream(path, { end: FILE_BYTES_MAX, highWaterMark: 1 << 20 })) chunks.push(chunk);
	return Buffer.concat(chunks);
}
