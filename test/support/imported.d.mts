export function imported(address: string): Promise<Readonly<Record<string, unknown>>>;
