import type {Field} from '../../../domain/field.ts';
import type {Entered} from '../../../domain/values/door.ts';

/** What is more than a value. */
export type Found = Exclude<Entered, {readonly kind: 'value'}>;

/** What the offer of a kind is given. */
export type Offering<Kind extends Found['kind']> = {
	readonly field: Field;
	readonly found: Extract<Found, {readonly kind: Kind}>;
	/** Told what is offered next; nothing where the value is typed instead. */
	readonly onFound: (found?: Found) => void;
	/** Present where the document may itself be the value of the field. */
	readonly onKept?: (() => void) | undefined;
};
