// Documents as consoles, password managers and people print them. Every value in them is made up.

/** What an application is printed with. `owner` is the word that names carry, in capitals: `STRAVA`. */
export type Printed = {readonly id: string; readonly secret: string; readonly owner: string};

type Print = (printed: Printed) => string;

const inDoubleQuotes = (value: string): string => `"${value.replace(/[\\"$`]/g, sign => `\\${sign}`)}"`;
const inCsv = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const json = (value: unknown): string => JSON.stringify(value, undefined, 2);
const lower = ({owner}: Printed): string => owner.toLowerCase();
const field = (id: string, label: string, value: string, type = 'STRING') => ({id, type, label, value});

/** Whom a document is for where not for anybody: Google's file is of its own providers. */
export const onlyFor: Readonly<Record<string, readonly string[]>> = {
	"Google's file": ['google_fit', 'google_health'],
};

/** Those that give any clean value back. */
export const exactDocuments: Readonly<Record<string, Print>> = {
	"Google's file": ({id, secret}) =>
		json({
			web: {
				client_id: id,
				project_id: 'my-project-42',
				auth_uri: 'https://accounts.google.com/o/oauth2/auth',
				token_uri: 'https://oauth2.googleapis.com/token',
				client_secret: secret,
				redirect_uris: ['https://connect.example.com/callback'],
			},
		}),
	'a .env file': ({id, secret, owner}) =>
		`# made by hand\nPORT=3000\n${owner}_CLIENT_ID=${id}\n${owner}_CLIENT_SECRET=${secret}\nSESSION_SECRET=no\n`,
	'a .env file of Windows': ({id, secret, owner}) =>
		`\ufeff${owner}_CLIENT_ID=${id}\r\n${owner}_CLIENT_SECRET=${secret}\r\n`,
	'a .env file in the other order': ({id, secret}) => `CLIENT_SECRET=${secret}\nCLIENT_ID=${id}`,
	'lines of a shell': ({id, secret, owner}) =>
		`export ${owner}_CLIENT_ID=${inDoubleQuotes(id)}\nexport ${owner}_CLIENT_SECRET=${inDoubleQuotes(secret)}`,
	'spaces around equals signs': ({id, secret}) => `CLIENT_ID = ${id}\nCLIENT_SECRET = ${secret}`,
	'comments behind values': ({id, secret}) =>
		`CLIENT_ID=${id} # ours\nCLIENT_SECRET=${inDoubleQuotes(secret)} # new`,
	'lines of cmd': ({id, secret, owner}) =>
		`set ${owner}_CLIENT_ID=${id}\r\nset "${owner}_CLIENT_SECRET=${secret}"`,
	'names of halves': ({id, secret, owner}) => `${owner}_ID=${id}\n${owner}_SECRET=${secret}`,
	'names of consumers': ({id, secret, owner}) =>
		`${owner}_CONSUMER_KEY=${id}\n${owner}_CONSUMER_SECRET=${secret}`,
	YAML: ({id, secret}) => `client_id: ${id}\nclient_secret: ${secret}`,
	'YAML below a name': printed =>
		`${lower(printed)}:\n  client_id: ${printed.id}\n  client_secret: ${printed.secret}\nport: 3000`,
	TOML: printed =>
		`[${lower(printed)}]\nclient_id = ${inDoubleQuotes(printed.id)}\nclient_secret = ${inDoubleQuotes(printed.secret)}`,
	JSON: ({id, secret}) =>
		json({client_id: id, client_secret: secret, redirect_uri: 'https://example.com/cb'}),
	'JSON of camels': ({id, secret}) => JSON.stringify({clientId: id, clientSecret: secret}),
	'JSON below a name': printed =>
		json({[lower(printed)]: {client_id: printed.id, client_secret: printed.secret}}),
	'a piece of JSON': ({id, secret}) =>
		`"client_id": ${inDoubleQuotes(id)},\n"client_secret": ${inDoubleQuotes(secret)},`,
	'a text of labelled lines': ({id, secret}) => `Client ID: ${id}\nClient Secret: ${secret}`,
	'labels with tabs': ({id, secret}) => `Client ID\t${id}\nClient secret\t${secret}`,
	'labels of another portal': ({id, secret}) => `Application ID: ${id}\nSecret Key: ${secret}`,
	'a message': ({id, secret}) =>
		`Hi, here they are:\n\n- Client ID: ${id}\n- Client secret: ${secret}\n\nBest, Kim`,
	CSV: ({id, secret}) => `client id,client secret\n${inCsv(id)},${inCsv(secret)}`,
	'a 1Password item': ({id, secret, owner}) =>
		json({
			id: 'abcdefghijklmnopqrstuvwxyz',
			title: `${owner} application`,
			version: 1,
			vault: {id: 'v', name: 'Team'},
			category: 'API_CREDENTIAL',
			fields: [
				field('username', 'username', id),
				field('credential', 'credential', secret, 'CONCEALED'),
				{id: 'notesPlain', type: 'STRING', purpose: 'NOTES', label: 'notesPlain'},
			],
			urls: [{primary: true, href: 'https://example.com'}],
		}),
	'a 1Password item of labels': ({id, secret}) =>
		json({
			title: 'Applications',
			fields: [
				field('username', 'username', 'kim@example.com'),
				field('password', 'password', 'no', 'CONCEALED'),
				field('a1', 'client id', id),
				field('a2', 'client secret', secret, 'CONCEALED'),
			],
		}),
	'fields of a 1Password item': ({id, secret}) =>
		JSON.stringify([field('a1', 'client_id', id), field('a2', 'client_secret', secret, 'CONCEALED')]),
	'a Doppler download': ({id, secret, owner}) =>
		JSON.stringify({
			[`${owner}_CLIENT_ID`]: id,
			[`${owner}_CLIENT_SECRET`]: secret,
			DOPPLER_PROJECT: 'api',
			DOPPLER_CONFIG: 'dev',
			DOPPLER_ENVIRONMENT: 'dev',
		}),
	'secrets of Doppler': ({id, secret, owner}) =>
		json({
			[`${owner}_CLIENT_ID`]: {computed: id, computedVisibility: 'masked', note: ''},
			[`${owner}_CLIENT_SECRET`]: {computed: secret, computedVisibility: 'masked', note: ''},
		}),
	'a Vault secret': ({id, secret}) =>
		json({
			request_id: 'r',
			lease_id: '',
			renewable: false,
			data: {data: {client_id: id, client_secret: secret}, metadata: {version: 1, custom_metadata: null}},
			warnings: null,
		}),
	'a Vault secret of the first version': ({id, secret}) =>
		JSON.stringify({request_id: 'r', lease_id: '', data: {client_id: id, client_secret: secret}}),
	'an AWS secret': ({id, secret}) =>
		json({ARN: 'arn:aws:x', Name: 'n', SecretString: JSON.stringify({client_id: id, client_secret: secret})}),
};

/** Those in which some signs mean something, so that only plain values come back. */
export const plainDocuments: Readonly<Record<string, Print>> = {
	'lines of PowerShell': ({id, secret, owner}) =>
		`$env:${owner}_CLIENT_ID = "${id}"\n$env:${owner}_CLIENT_SECRET='${secret}'`,
	'single quotes': ({id, secret}) => `CLIENT_ID='${id}'\nCLIENT_SECRET='${secret}'`,
	'labels with the values below': ({id, secret}) => `Client ID:\n${id}\n\nClient Secret:\n${secret}`,
	'a page with the values below': ({id, secret}) => `Client ID\n${id}\nClient Secret\n${secret}\n`,
	'bold labels with the values below': ({id, secret}) =>
		`**Client ID**\n\n${id}\n\n**Client secret**\n\n${secret}`,
	'headings with the values below': ({id, secret}) => `### Client ID\n${id}\n### Client secret\n${secret}`,
	'labels and spaces': ({id, secret}) => `Client ID ${id}\nClient secret ${secret}`,
	'labels and dashes': ({id, secret}) => `- Client ID – ${id}\n- Client secret – ${secret}`,
	'bold labels': ({id, secret}) => `**Client ID:** \`${id}\`\n**Client secret:** \`${secret}\``,
	'a table of labels': ({id, secret}) => `| Client ID | ${id} |\n| Client Secret | ${secret} |`,
	'a table of columns': ({id, secret}) =>
		`| Client ID | Client Secret |\n| --- | --- |\n| ${id} | ${secret} |`,
	'cells of a sheet': ({id, secret}) => `Client Secret\tClient ID\n${secret}\t${id}`,
};
