export const root: string;
export function bundle(entry: string, folders: readonly string[]): Promise<string>;
