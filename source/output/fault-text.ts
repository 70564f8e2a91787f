/** What is said of a fault of the program itself, and never the values it held. In syntax that any Node reads. */
export function faultText(fault: unknown): string {
	if (isOutOfFiles(fault))
		return 'The system lets byoo open too few files.\nRaise its limit (ulimit -n), then run it again.\n';
	return `byoo stopped because of a fault of its own (${fault instanceof Error ? fault.name : 'Error'}).\nPlease report it with what you did last.\n`;
}

function isOutOfFiles(fault: unknown): boolean {
	return fault instanceof Error && 'code' in fault && (fault.code === 'EMFILE' || fault.code === 'ENFILE');
}
