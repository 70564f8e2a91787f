/** A time past, in words: “3 days ago”. Times are ISO 8601. */
export function ago(time: string, now: Date): string {
	const minutes = minutesSince(time, now);
	if (Number.isNaN(minutes)) return 'some time ago';
	if (minutes < 2) return 'just now';
	const [count, unit] =
		minutes < 120
			? [minutes, 'minutes']
			: minutes < 2880
				? [Math.floor(minutes / 60), 'hours']
				: [Math.floor(minutes / 1440), 'days'];
	return `${count} ${unit} ago`;
}

/** A time past where room is short: `now`, `5min`, `5h`, `3d`, `2mo`, `1y`; `?` where the time is none. */
export function shortAge(time: string, now: Date): string {
	const minutes = minutesSince(time, now);
	if (Number.isNaN(minutes)) return '?';
	if (minutes < 1) return 'now';
	const days = Math.floor(minutes / 1440);
	if (minutes < 60) return `${minutes}min`;
	if (days < 1) return `${Math.floor(minutes / 60)}h`;
	if (days < 31) return `${days}d`;
	return days < 365 ? `${Math.floor(days / 30.5)}mo` : `${Math.floor(days / 365)}y`;
}

const months = 'January February March April May June July August September October November December'.split(
	' ',
);

/** When that was by the clock of this computer: “1 March 2026, 12:05”. */
export function localTime(time: string): string {
	const at = new Date(time);
	if (Number.isNaN(at.getTime())) return 'at some time';
	return `${at.getDate()} ${months[at.getMonth()]} ${at.getFullYear()}, ${clockTime(at)}`;
}

/** The time of day by the clock of this computer: “12:05”. */
export const clockTime = (at: Date): string =>
	[at.getHours(), at.getMinutes()].map(part => String(part).padStart(2, '0')).join(':');

const minutesSince = (time: string, now: Date): number =>
	Math.floor((now.getTime() - Date.parse(time)) / 60_000);
