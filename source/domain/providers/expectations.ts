import type {Expectation} from '../field.ts';

/**
Shapes that several providers hand out. The soft ones rest on few examples and say so to the person.
Each pattern is backed by a provider's own samples or by the rules of public secret scanners.
*/
export const aUuid: Expectation = {
	pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
	usually: 'a UUID',
};

/** So many hexadecimal digits, in lower case. */
export const hexadecimal = (length: number): Expectation => ({
	pattern: new RegExp(`^[0-9a-f]{${length}}$`),
	usually: `${length} hexadecimal digits in lower case`,
});

/** So many letters and digits, in any case. */
export const lettersAndDigits = (length: number): Expectation => ({
	pattern: new RegExp(`^[0-9A-Za-z]{${length}}$`),
	usually: `${length} letters and digits`,
});

/** The same shape, said as something that is only known from a few examples. */
export const softly = ({pattern, usually}: Expectation): Expectation => ({
	pattern,
	usually: `${usually}, as far as is known`,
});

export const googleClientId: Expectation = {
	pattern: /^[\w-]+\.apps\.googleusercontent\.com$/,
	usually: 'one name that ends in .apps.googleusercontent.com',
};

/** Google's secrets have begun with `GOCSPX-` for some years; older clients keep their 24 characters. */
export const googleClientSecret: Expectation = {
	pattern: /^(?:GOCSPX-[\w-]{28}|[\w-]{24})$/,
	usually: 'GOCSPX- and 28 more characters, or 24 characters for an older client',
};
