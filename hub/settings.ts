import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../src/domain/result.ts';
import { isScenario, SCENARIO_NAMES, type ScenarioName } from './sources/simulator/scenarios.ts';
import { isLoopback } from './web/access.ts';

export type SourceSpec =
	| { readonly kind: 'folder'; readonly folder: string }
	| { readonly kind: 'upstream'; readonly url: string; readonly token: string | null }
	| { readonly kind: 'simulator'; readonly scenario: ScenarioName; readonly seed: string };

export type Settings = {
	readonly port: number;
	readonly host: string;
	readonly dataFolder: string;
	/** Empty: the practice shop. */
	readonly sources: readonly SourceSpec[];
	readonly token: string | null;
	/** A built app to serve as it is; null: the one of this checkout, built if need be. */
	readonly appFolder: string | null;
};

export const USAGE = `npm start -- [--port 4173] [--host 127.0.0.1] [--data .data] [--source SPEC]… [--token TOKEN] [--app FOLDER]
  SPEC     folder:DIR | upstream:URL | simulator:SCENARIO[:SEED]   (scenarios: ${SCENARIO_NAMES.join(', ')})
           A folder holds bills, bank statements, and mappings saved from the app (*.mapping.json), which explain tables in no known format.
  --app    serve a built app from FOLDER instead of building this checkout's
The variables COUNTERFOIL_PORT, _HOST, _DATA, _SOURCES (comma-separated), _TOKEN and _APP say the same; flags win.
COUNTERFOIL_UPSTREAM_TOKEN is sent to upstreams.`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from flags and environment; the error is a sentence for the operator. `root` is where relative defaults start. */
export function readSettings(argv: readonly string[], env: Environment, root: string): Result<Settings, string> {
	const flags = readFlags(argv);
	if (!flags.ok) return flags;
	const { port: portText = env.COUNTERFOIL_PORT ?? '4173', host = env.COUNTERFOIL_HOST ?? '127.0.0.1' } = flags.value;
	const token = (flags.value.token ?? env.COUNTERFOIL_TOKEN ?? '') || null;
	const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
	if (!(port <= 65_535)) return fail(`--port must be a number from 0 to 65535, not "${portText}".`);
	if (!isLoopback(host) && token === null) return fail(`Listening on ${host} needs a --token, because other machines can reach it there.`);
	if (token !== null && !/^[\x21-\x7e]{8,512}$/.test(token)) return fail('--token must be 8 to 512 printable ASCII characters without blanks.');
	const sources = readSpecs(flags.value.source ?? splitList(env.COUNTERFOIL_SOURCES), env.COUNTERFOIL_UPSTREAM_TOKEN || null, root);
	if (!sources.ok) return sources;
	const dataFolder = resolve(root, flags.value.data ?? (env.COUNTERFOIL_DATA || '.data'));
	const app = flags.value.app ?? (env.COUNTERFOIL_APP || null);
	return ok({ port, host, dataFolder, sources: sources.value, token, appFolder: app === null ? null : resolve(root, app) });
}

type Flags = {
	readonly port?: string;
	readonly host?: string;
	readonly data?: string;
	readonly source?: string[];
	readonly token?: string;
	readonly app?: string;
};

function readFlags(argv: readonly string[]): Result<Flags, string> {
	const text = { type: 'string' } as const;
	try {
		const options = { port: text, host: text, data: text, source: { type: 'string', multiple: true }, token: text, app: text } as const;
		return ok(parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values);
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

function splitList(text: string | undefined): string[] {
	return (text ?? '').split(',').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}

function readSpecs(texts: readonly string[], upstreamToken: string | null, root: string): Result<readonly SourceSpec[], string> {
	const specs: SourceSpec[] = [];
	for (const text of texts) {
		const spec = readSpec(text, upstreamToken, root);
		if (!spec.ok) return spec;
		specs.push(spec.value);
	}
	if (specs.filter(({ kind }) => kind === 'simulator').length > 1) return fail('Only one terminal can be simulated.');
	return ok(specs);
}

function readSpec(text: string, upstreamToken: string | null, root: string): Result<SourceSpec, string> {
	const [, kind, rest = ''] = /^([a-z]+):(.+)$/s.exec(text) ?? [];
	if (kind === 'folder') return ok({ kind, folder: resolve(root, rest) });
	if (kind === 'upstream') return isHttp(rest) ? ok({ kind, url: rest, token: upstreamToken }) : fail(`"${rest}" is no http or https address of an upstream.`);
	if (kind === 'simulator') return readScenario(rest);
	return fail(`"${text}" is no source. There are folder:DIR, upstream:URL and simulator:SCENARIO[:SEED].`);
}

function readScenario(text: string): Result<SourceSpec, string> {
	const [scenario = '', seed = '1', ...more] = text.split(':');
	if (!isScenario(scenario)) return fail(`"${scenario}" is no scenario of the simulator. There are ${SCENARIO_NAMES.join(', ')}.`);
	if (more.length > 0 || !/^[\w.-]{1,40}$/.test(seed)) return fail(`"${text}": a seed is 1 to 40 letters, digits, dots or dashes.`);
	return ok({ kind: 'simulator', scenario, seed });
}

function isHttp(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
