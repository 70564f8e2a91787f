/** What is said of a fault of the program itself, and never the values it held. In syntax that any Node reads. */
export function faultText(fault: unknown): string {
	return `byoo stopped because of a fault of its own (${fault instanceof Error ? fault.name : 'Error'}).\nPlease report it with what you did last.\n`;
}
