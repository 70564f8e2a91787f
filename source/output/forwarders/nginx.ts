import {forwardedProviders, placeRows} from './destinations.ts';
import {headingLines} from './heading.ts';

const heading = {
	sign: '#',
	deploy: [
		'As /etc/nginx/conf.d/junction-callback.conf, or by an include within http. Put in your domain and its certificate, then:',
		'  nginx -t && nginx -s reload',
	],
	mind: ['Leave both logs off: they have whole addresses, codes included.'],
} as const;

const row = (pattern: string, value: string): string => `    "~${pattern}" ${value};`;

/** The file for nginx: its tables are maps, by regular expressions since nginx compares other keys in any case. */
const text = [
	...headingLines(heading, false),
	'',
	'# What is looked at is $request_uri, which is as it came: nothing decoded, no dots and slashes taken out.',
	'map $request_uri $junction_link {',
	'    default "";',
	...placeRows.map(([place, link]) => row(`^/${place}/[^/?]+(\\?|$)`, link)),
	'}',
	'map $request_uri $junction_provider {',
	'    default "";',
	...forwardedProviders.map(slug => row(`^/[^/?]+/[^/?]+/${slug}(\\?|$)`, slug)),
	'}',
	'map $request_uri $junction_query {',
	'    default "";',
	row('^[^?]*(?<as_it_came>\\?.*)$', '$as_it_came'),
	'}',
	'map $request_method $junction_allow {',
	'    default "GET, HEAD";',
	'    GET "";',
	'    HEAD "";',
	'}',
	'',
	'server {',
	'    listen 8080;',
	'    # listen 443 ssl;',
	'    # ssl_certificate /etc/ssl/YOUR-DOMAIN.pem;',
	'    # ssl_certificate_key /etc/ssl/YOUR-DOMAIN.key;',
	'    server_name YOUR-DOMAIN;',
	'    server_tokens off;',
	'    access_log off;',
	'    error_log /dev/null emerg;',
	'',
	'    add_header Cache-Control "no-store" always;',
	'    add_header Referrer-Policy "no-referrer" always;',
	'    add_header Allow $junction_allow always;',
	'',
	'    if ($junction_link = "") {',
	'        return 404;',
	'    }',
	'    if ($junction_provider = "") {',
	'        return 404;',
	'    }',
	'    if ($junction_allow) {',
	'        return 405;',
	'    }',
	'    return 307 $junction_link/connect/$junction_provider$junction_query;',
	'}',
	'',
].join('\n');

/** `nginx.conf`, to be included in nginx's own. */
export const nginxFile = (): string => text;
