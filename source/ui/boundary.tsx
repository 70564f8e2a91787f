import {Component, type ReactNode} from 'react';

/** Keeps a fault in a screen from being drawn as a page of source code: it is handed on, and nothing is drawn. */
export class Boundary extends Component<
	{readonly children: ReactNode; readonly onFault: (fault: unknown) => void},
	{readonly isBroken: boolean}
> {
	override state = {isBroken: false};

	static getDerivedStateFromError() {
		return {isBroken: true};
	}

	override componentDidCatch(fault: unknown) {
		this.props.onFault(fault);
	}

	override render() {
		return this.state.isBroken ? null : this.props.children;
	}
}
