import { PORTAL_TEXT, SFTP_TEXT } from '../shared/chinaums/columns.ts';

/** The layouts that are exported as text. */
export const LAYOUTS = [PORTAL_TEXT, SFTP_TEXT] as const;
