import { Component, type ReactNode } from 'react';
import { useMessages } from '../messages/messages-context.ts';

type Props = { readonly resetKey: string; readonly children: ReactNode };

/** Keeps a failing screen from taking the keypad with it. */
export class ErrorBoundary extends Component<Props, { readonly failed: string | null }> {
	override state = { failed: null as string | null };

	static getDerivedStateFromError() {
		return { failed: 'render' };
	}

	override componentDidUpdate(before: Props) {
		if (before.resetKey !== this.props.resetKey && this.state.failed !== null) this.setState({ failed: null });
	}

	override render() {
		return this.state.failed === null ? this.props.children : <Crashed />;
	}
}

function Crashed() {
	const { text } = useMessages();
	return (
		<div className="notice" role="alert">
			<h2 className="h1">{text.shell.crashed}</h2>
			<p className="lead">{text.shell.crashedText}</p>
			<p className="notice__acts">
				<a className="btn btn--go btn--big" href="/sell">
					{text.shell.nav.sell}
				</a>
				<button type="button" className="btn btn--big" onClick={() => location.reload()}>
					{text.shell.reopen}
				</button>
			</p>
		</div>
	);
}
