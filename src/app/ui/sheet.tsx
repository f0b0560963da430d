import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
	readonly open: boolean;
	readonly onClose: () => void;
	readonly title: string;
	readonly closeLabel: string;
	readonly className?: string;
	readonly children: ReactNode;
};

/** A panel over the screen: the native dialog, which traps focus, closes on Escape and gives focus back. */
export function Sheet({ open, onClose, title, closeLabel, className = '', children }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const element = dialog.current;
		if (!element) return;
		if (open && !element.open) element.showModal();
		if (!open && element.open) element.close();
	}, [open]);
	return (
		<dialog ref={dialog} className={`sheet panel ${className}`} aria-label={title} onClose={onClose}>
			{open && (
				<>
					<header className="panel__head">
						<h2 className="h2 grow">{title}</h2>
						<button type="button" className="btn btn--quiet" onClick={onClose}>
							{closeLabel}
						</button>
					</header>
					<div className="panel__body">{children}</div>
				</>
			)}
		</dialog>
	);
}
