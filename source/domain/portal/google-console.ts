/** A page of the Google Cloud console for one project: `auth/branding`. */
export const consolePage = (path: string): string =>
	`https://console.cloud.google.com/${path}?project={project}`;
