import {prose} from '../wrapping.ts';
import {audienceRows, forwardedProviders, placeRows} from './destinations.ts';
import {headingLines} from './heading.ts';

const heading = {
	sign: '#',
	deploy: [
		'  pip install fastapi uvicorn',
		'  uvicorn main:app --no-access-log --log-level error --host 127.0.0.1 --port 8000',
		'It speaks HTTP: put it behind what ends TLS for your domain.',
	],
	mind: [
		'Leave --no-access-log as it is: that log has whole addresses, codes included. See that what is in front of it keeps none either.',
		'A question mark that no query follows is left out, since ASGI does not tell it.',
	],
} as const;

const entries = (rows: readonly (readonly [string, string])[]): readonly string[] =>
	rows.map(([from, to]) => `    "${from}": "${to}",`);

const plainTables = [
	'PLACES = {',
	...entries(placeRows),
	'}',
	'PROVIDERS = [',
	...prose(`    ${forwardedProviders.map(slug => `"${slug}",`).join(' ')}`, 100, '    '),
	']',
	'',
	'# Every path that is forwarded, and where to. No other one is, however it is spelled.',
	'TARGETS = {',
	'    f"/{place}/{provider}": f"{junction}/connect/{provider}"',
	'    for place, junction in PLACES.items()',
	'    for provider in PROVIDERS',
	'}',
];

const sharedTables = [
	'# Your callbacks that Junction shares, each with its provider. Put in your own paths, and take out the rest.',
	'CALLBACKS = {',
	...entries(forwardedProviders.map(slug => [`/callback/${slug}`, slug])),
	'}',
	'',
	"# The audiences that Junction's link tokens name, and where each leads.",
	'AUDIENCES = {',
	...entries(audienceRows),
	'}',
];

const always = ['ALWAYS = {"cache-control": "no-store", "referrer-policy": "no-referrer"}'];

const reading = `
@app.middleware("http")
async def forward(request: Request, call_next):
    # As they came: nothing decoded, and nothing written anew.
    path = request.scope["raw_path"].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")`;

const plain = `
app = FastAPI(openapi_url=None)

${reading}
    target = TARGETS.get(path)
    if target is None:
        return Response(status_code=404, headers=ALWAYS)
    if request.method not in ("GET", "HEAD"):
        return Response(status_code=405, headers={**ALWAYS, "allow": "GET, HEAD"})
    location = f"{target}?{query}" if query else target
    return Response(status_code=307, headers={**ALWAYS, "location": location})
`;

const shared = `
# What the state names as its audience, where it has the form of a link token. It is read from a copy of the
# query, and nothing is verified: it tells whose request this seems to be. Let nothing else follow from it.
def audience_in(query):
    states = parse_qs(query, keep_blank_values=True).get("state", [])
    parts = states[0].split(".") if len(states) == 1 else []
    if len(parts) != 3 or not re.fullmatch("[A-Za-z0-9_-]+", parts[1]):
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)).decode())
    except (ValueError, RecursionError):
        return None
    audience = claims.get("aud") if isinstance(claims, dict) else None
    return audience if isinstance(audience, str) else None


app = FastAPI(openapi_url=None)

${reading}
    provider = CALLBACKS.get(path)
    junction = AUDIENCES.get(audience_in(query))
    if provider and junction and request.method in ("GET", "HEAD"):
        return Response(
            status_code=307, headers={**ALWAYS, "location": f"{junction}/connect/{provider}?{query}"}
        )
    return await call_next(request)


# YOUR OWN CODE GOES HERE: whatever is not Junction's comes to your routes, as @app.get("/callback/strava").
`;

const imports = (isShared: boolean): readonly string[] => [
	...(isShared ? ['import base64', 'import json', 'import re', 'from urllib.parse import parse_qs', ''] : []),
	'from fastapi import FastAPI, Request, Response',
];

/** `main.py`, for FastAPI. */
export function fastapiFile(isShared: boolean): string {
	const parts = [
		headingLines(heading, isShared),
		imports(isShared),
		isShared ? sharedTables : plainTables,
		always,
	];
	const code = (isShared ? shared : plain).trim();
	return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n${isShared ? '\n\n' : '\n'}${code}\n`;
}
