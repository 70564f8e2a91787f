const apiNames: Readonly<Record<string, string>> = {
	'client-id': 'client_id',
	'client-secret': 'client_secret',
	'redirect-url-override': 'redirect_url_override',
	environment: 'env',
	organization: 'org',
	'organization-key': 'key',
};

/** What a field or step of the wizard is called where there is no wizard: the API's own path, such as `client_id`. */
export const apiName = (field: string): string =>
	(Object.hasOwn(apiNames, field) ? apiNames[field] : field) ?? field;
