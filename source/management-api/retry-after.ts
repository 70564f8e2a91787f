const aDay = 24 * 60 * 60;

/**
The delay in seconds that `Retry-After` asks for (RFC 9110, section 10.2.3: seconds or a date), at most a day.
A date is measured against the server's own `Date`, where it sends one, since the local clock may be wrong.
*/
export function retryAfter(headers: Headers): number | undefined {
	const text = headers.get('retry-after')?.trim();
	if (!text) return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text)), aDay);
	// Date.parse takes even -5 for a date.
	const then = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(then)) return undefined;
	const serverTime = Date.parse(headers.get('date') ?? '');
	const now = Number.isNaN(serverTime) ? Date.now() : serverTime;
	return Math.min(Math.max(Math.ceil((then - now) / 1000), 0), aDay);
}
