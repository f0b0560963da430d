import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

type Operation = { readonly operationId: string; readonly responses: Readonly<Record<string, unknown>> };
type Document = { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const path = new URL('../../../../docs/receipt-feed.openapi.yaml', import.meta.url);
export const openApi = parse(readFileSync(path, 'utf8')) as Document;

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(openApi, 'feed');

/** What of a value is not as the document says, in words; empty where all is. */
export function faultsOf(schema: string, value: unknown): string {
	const validate = ajv.getSchema(`feed#/components/schemas/${schema}`);
	if (!validate) throw new Error(`the document has no schema ${schema}`);
	return validate(value) ? '' : ajv.errorsText(validate.errors);
}
