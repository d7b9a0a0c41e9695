export function findChromium(): Promise<string>;
export function chromiumFlags(): string[];
