export function buildApp(signal: AbortSignal): Promise<string[]>;
