import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { PRACTICE_SOURCE } from '../../src/domain/receipts/practice-source.ts';
import { SIMULATOR_SOURCE } from '../../src/feeds/protocol.ts';
import type { Journal } from '../journal/journal.ts';
import { type BillReader, readerInThread } from '../reading/reader.ts';
import type { SourceSpec } from '../settings.ts';
import { createFolderSource } from './folder/folder.ts';
import { createPracticeSource } from './practice/practice.ts';
import { openSimulator, type SimulatorControl } from './simulator/simulator.ts';
import type { Source, SourceContext } from './source.ts';
import { createUpstreamSource } from './upstream/upstream.ts';

export type OpenSources = { readonly sources: readonly Source[]; readonly simulator: SimulatorControl | null };
type Options = { readonly specs: readonly SourceSpec[]; readonly dataFolder: string; readonly version: string; readonly reader: BillReader };

/** Makes the sources that the settings name; without any the practice shop. */
export async function openSources({ specs, dataFolder, version, reader }: Options, journal: Journal, context: SourceContext): Promise<OpenSources> {
	const sources: Source[] = specs.length === 0 ? [createPracticeSource(readerInThread(), journal)] : [];
	let simulator: SimulatorControl | null = null;
	for (const spec of specs) {
		if (spec.kind === 'folder') sources.push(createFolderSource({ name: nameOf(spec, specs), folder: spec.folder, reader, version }, journal, context));
		if (spec.kind === 'upstream') sources.push(createUpstreamSource({ ...spec, name: nameOf(spec, specs) }, journal, context));
		if (spec.kind === 'simulator') {
			const opened = await openSimulator({ ...spec, dataFolder }, journal, context);
			sources.push(opened.source);
			simulator = opened.control;
		}
	}
	await retireInvented(journal, sources);
	return { sources, simulator };
}

/**
 * Tells sources apart without telling where they lie: `folder:bills`, `upstream:hub.example`. The kind stands in front, so
 * that no folder can be called like the practice shop.
 */
function nameOf(spec: Exclude<SourceSpec, { kind: 'simulator' }>, specs: readonly SourceSpec[]): string {
	const name = shortName(spec);
	const namesakes = specs.filter((other) => other.kind !== 'simulator' && shortName(other) === name);
	return namesakes.length > 1 ? `${name}-${createHash('sha256').update(placeOf(spec)).digest('hex').slice(0, 6)}` : name;
}

function shortName(spec: Exclude<SourceSpec, { kind: 'simulator' }>): string {
	return spec.kind === 'folder' ? `folder:${basename(spec.folder)}` : `upstream:${new URL(spec.url).host}`;
}

function placeOf(spec: Exclude<SourceSpec, { kind: 'simulator' }>): string {
	return spec.kind === 'folder' ? spec.folder : spec.url;
}

/** What a source that is no longer named has said stays said, unless it was invented. */
async function retireInvented(journal: Journal, sources: readonly Source[]): Promise<void> {
	const named = new Set(sources.map(({ name }) => name));
	for (const { source, part } of journal.parts()) {
		const invented = source === PRACTICE_SOURCE || source === SIMULATOR_SOURCE;
		if (invented && !named.has(source)) await journal.change({ source, part, gone: true });
	}
}
