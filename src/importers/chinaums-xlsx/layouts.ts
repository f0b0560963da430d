import { PORTAL_SHEET, SHORT_SHEET, TERMINAL_SHEETS } from '../shared/chinaums/columns.ts';

/** The layouts that are exported as workbooks. */
export const LAYOUTS = [PORTAL_SHEET, SHORT_SHEET, ...TERMINAL_SHEETS] as const;
