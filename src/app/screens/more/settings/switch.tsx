type Props = {
	readonly on: boolean;
	readonly onChange: (on: boolean) => void;
	readonly label?: string;
	readonly labelledBy?: string;
	readonly disabled?: boolean;
};

/** On or off, at once. The touch area is larger than the drawing. */
export function Switch({ on, onChange, label, labelledBy, disabled = false }: Props) {
	return (
		<button
			type="button"
			role="switch"
			className="more__switch"
			aria-checked={on}
			aria-label={label}
			aria-labelledby={labelledBy}
			disabled={disabled}
			onClick={() => onChange(!on)}
		>
			<span className={`switch${on ? ' is-on' : ''}`} />
		</button>
	);
}
