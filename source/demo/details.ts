import {isList, isObject} from '../domain/body/walk.ts';
import type {Json, JsonObject} from '../domain/credential.ts';
import {anyObject, type Check, listOf, nullable, object, someText, text, yesNo} from './checks.ts';

type Model = {readonly name: string; readonly check: Check};

const models: ReadonlyMap<string, Model> = new Map([
	[
		'fitbit',
		{
			name: 'FitbitTeamProviderDetails',
			check: object({
				required: {
					fitbit: object({
						required: {
							workout_verify_token: someText,
							sleep_verify_token: someText,
							body_verify_token: someText,
						},
						optional: {foods_verify_token: nullable(text), is_hr_enabled: yesNo},
					}),
				},
			}),
		},
	],
	[
		'google_fit',
		{
			name: 'GoogleFitTeamProviderDetails',
			check: object({required: {redirect_uri: someText, data_scopes: listOf(text)}}),
		},
	],
	[
		'google_health',
		{
			name: 'GoogleHealthTeamProviderDetails',
			check: object({
				required: {project_number: someText, service_account_email: someText},
				isClosed: true,
			}),
		},
	],
	['polar', {name: 'PolarTeamProviderDetails', check: object({required: {webhook_secret: someText}})}],
	[
		'my_fitness_pal_v2',
		{name: 'MyFitnessPalV2TeamProviderDetails', check: object({required: {client: someText}})},
	],
]);

/**
What `details` of this provider must be. Null is always fine, since the API description allows it.
Like pydantic in a union, an issue names the model after the field.
*/
export const detailsOf = (provider: string): Check => {
	const model = models.get(provider);
	if (!model) return nullable(anyObject);
	return nullable((value, loc) => model.check(value, [...loc, model.name]));
};

const isSecretName = /secret|token|password|key/i;

/** Details as they are kept and answered: texts whose name speaks of a secret are `****`. */
export const maskedDetails = (details: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(details).map(([name, value]) => [name, maskedAt(name, value)]));

function maskedAt(name: string, value: Json): Json {
	if (isObject(value)) return maskedDetails(value);
	if (isList(value)) return value.map(item => maskedAt(name, item));
	return typeof value === 'string' && isSecretName.test(name) ? '****' : value;
}
