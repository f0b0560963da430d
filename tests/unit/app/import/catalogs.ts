import { importing } from '../../../../src/app/messages/en/import.ts';
import { importFiles } from '../../../../src/app/messages/en/importing/files.ts';

/** The English words of the import screen. */
export const en = { importing, importFiles };
