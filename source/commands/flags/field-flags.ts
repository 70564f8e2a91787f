import type {Field, FieldId} from '../../domain/field.ts';
import {
	type FieldAnswer,
	type FieldAnswers,
	type FieldReading,
	parseField,
	problemWith,
} from '../../domain/field-values.ts';
import {detailName, fieldsOf, flagFields, isDetail} from '../../domain/fields.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import {findProvider, unknownProvider} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {askedOf} from '../../domain/values/asked.ts';
import {type Taken, take} from '../../domain/values/take.ts';
import {exactFields} from './exact-flags.ts';
import type {Values} from './flags.ts';

/** What a value is read with. */
type How = {readonly provider: Provider; readonly isExact: boolean};

function howFor(field: Field, values: Values, named: Provider | undefined): How {
	const provider = named ?? unknownProvider('');
	return {provider, isExact: exactFields(values, provider).includes(field.id)};
}

type Answer = readonly [FieldId, FieldAnswer];

/** The fields that flags answer: those of the provider, or of any provider where none was named. */
export function fieldsFrom(
	values: Values,
	provider: Provider | undefined,
	problems: FieldProblem[],
): FieldAnswers {
	const fields = fieldsOf(provider ?? unknownProvider(''));
	const own = flagFields.flatMap(({id}): readonly Answer[] => {
		const text = values[id];
		const field = fields.find(candidate => candidate.id === id);
		if (text === undefined) return [];
		if (field)
			return answered(field, read(field, [text], howFor(field, values, provider)), `--${id}`, problems);
		const message = `--${id} does not apply: ${provider?.name} takes a practice ID and nothing else.`;
		problems.push({field: id, message});
		return [];
	});
	return Object.fromEntries([...own, ...detailsFrom(values, provider, problems)]);
}

/**
The same where nobody looks at it before it is sent: an empty value is refused, because it is more likely a variable
that was never set than the wish to clear what is stored.
*/
export function filledFieldsFrom(
	values: Values,
	provider: Provider | undefined,
	problems: FieldProblem[],
): FieldAnswers {
	const answers = fieldsFrom(values, provider, problems);
	for (const field of fieldsOf(provider ?? unknownProvider(''))) {
		if (answers[field.id]?.kind !== 'empty') continue;
		const flag = isDetail(field) ? `--detail ${detailName(field)}` : `--${field.id}`;
		const message = `${flag} is empty. Leave it out to keep what is stored; byoo set --clear ${field.path.join('.')} clears it.`;
		problems.push({field: field.id, message});
	}
	return answers;
}

/** Each `--detail PATH=VALUE`. A value is never repeated, for it may be a secret in the wrong place. */
function detailsFrom(
	values: Values,
	provider: Provider | undefined,
	problems: FieldProblem[],
): readonly Answer[] {
	const {detail = [], provider: named} = values;
	if (detail.length === 0) return [];
	if (!provider) {
		const message = '--detail needs --provider, which says what details there are.';
		if (named === undefined) problems.push({field: 'details', message});
		return [];
	}
	const texts = new Map<Field, readonly string[]>();
	for (const given of detail) {
		const end = given.indexOf('=');
		const field = provider.details.find(
			candidate => detailName(candidate) === given.slice(0, Math.max(0, end)),
		);
		const refusal = refusalOf(field, given, provider);
		if (refusal !== undefined) problems.push(refusal);
		else if (field) texts.set(field, [...(texts.get(field) ?? []), given.slice(end + 1)]);
	}
	return [...texts].flatMap(([field, given]) =>
		answered(
			field,
			read(field, given, howFor(field, values, provider)),
			`--detail ${detailName(field)}`,
			problems,
		),
	);
}

/** Why a detail cannot be taken, whatever its value. */
function refusalOf(field: Field | undefined, given: string, provider: Provider): FieldProblem | undefined {
	const secret = provider.details.find(
		candidate => candidate.kind === 'secret' && given.split('=')[0] === detailName(candidate),
	);
	if (secret) {
		const how = 'The wizard asks for it, masked; byoo set takes it by --details-file.';
		const message = `--detail cannot take ${detailName(secret)}: it is a secret. ${how}`;
		return {field: secret.id, message};
	}
	if (field) return undefined;
	const paths = provider.details
		.filter(candidate => candidate.kind !== 'secret')
		.map(candidate => `${detailName(candidate)}=…`);
	// The name of a provider that the catalogue lacks is what was typed.
	const name = findProvider(provider.slug)?.name ?? 'this provider';
	const message =
		paths.length === 0
			? `--detail does not apply: ${name} has no details that a flag could take.`
			: `--detail takes one of these for ${name}: ${paths.join(', ')}.`;
	return {field: 'details', message};
}

/** The texts given for one field. Only a list takes several; what is optional may be left empty. */
function read(field: Field, texts: readonly string[], how: How): FieldReading {
	const [text = ''] = texts;
	if (field.kind === 'list') return readList(field, texts, how);
	if (texts.length > 1) return {ok: false, message: 'It is given more than once.'};
	if (field.kind !== 'yes-no' || (text === '' && !field.isRequired)) return readGiven(field, text, how);
	if (text !== 'true' && text !== 'false') return {ok: false, message: 'It takes true or false.'};
	return checked(field, text === 'true');
}

function readGiven(field: Field, text: string, how: How): FieldReading {
	if (text.trim() === '') return parseField(field, text);
	const taken = takenText(field, text, how);
	if (!taken.ok) return taken;
	const note = taken.notes.find(({code}) => code === 'final-line-break-removed')?.message;
	const value = taken.value.reveal();
	const answer: FieldAnswer = {kind: 'given', value, ...(note !== undefined && {note})};
	const message = how.isExact ? undefined : problemWith(field, answer);
	return message === undefined ? {ok: true, answer} : {ok: false, message};
}

/** Nobody can be asked about a flag: whatever is doubted is refused. */
const takenText = (field: Field, text: string, {provider, isExact}: How): Taken =>
	take(text, askedOf(field, provider, {isExact}), `--exact ${field.id}`);

function readList(field: Field, texts: readonly string[], how: How): FieldReading {
	const entries = texts.flatMap(entriesOf).map(text => takenText(field, text, how));
	const messages = entries.flatMap(taken => (taken.ok ? [] : [taken.message]));
	if (messages.length > 0) return {ok: false, message: [...new Set(messages)].join(' ')};
	const values = entries.flatMap(taken => (taken.ok ? [taken.value.reveal()] : []));
	return how.isExact && values.length > 0
		? {ok: true, answer: {kind: 'given', value: values}}
		: checked(field, values);
}

const entriesOf = (text: string): readonly string[] =>
	text
		.split(',')
		.map(entry => entry.trim())
		.filter(entry => entry !== '');

function checked(field: Field, value: boolean | readonly string[]): FieldReading {
	const answer: FieldAnswer = {kind: 'given', value};
	const message = problemWith(field, answer);
	return message === undefined ? {ok: true, answer} : {ok: false, message};
}

function answered(
	field: Field,
	reading: FieldReading,
	flag: string,
	problems: FieldProblem[],
): readonly Answer[] {
	if (reading.ok) return [[field.id, reading.answer]];
	problems.push({field: field.id, message: `${flag}: ${reading.message}`});
	return [];
}
