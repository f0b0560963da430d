/** The three taps on an iPad, drawn: the share mark, the row of the sheet, the switch. Decoration beside the words. */
export function InstallDrawing({ step }: { readonly step: number }) {
	return (
		<svg className="more__drawing" viewBox="0 0 200 120" aria-hidden="true">
			<rect className="more__device" x="14" y="8" width="172" height="104" rx="10" />
			{step === 0 && <ShareMark />}
			{step === 1 && <SheetRow />}
			{step === 2 && <WebAppSwitch />}
		</svg>
	);
}

function ShareMark() {
	return (
		<>
			<path className="more__line" d="M26 30H130" />
			<circle className="more__tap" cx="160" cy="30" r="16" />
			<path className="more__ink" d="M160 20v15m-4.5-10.5L160 20l4.5 4.5M153.5 28.500h-1.500v11h16v-11h-1.500" />
			<path className="more__faint" d="M26 56H174M26 72H140M26 88H160" />
		</>
	);
}

function SheetRow() {
	return (
		<>
			<rect className="more__sheet" x="62" y="20" width="116" height="84" rx="8" />
			<path className="more__faint" d="M72 34H150M72 92H140" />
			<rect className="more__tap" x="66" y="46" width="108" height="30" rx="6" />
			<path className="more__line" d="M76 61H136" />
			<rect className="more__ink" x="150" y="53" width="16" height="16" rx="4" />
			<path className="more__ink" d="M158 57.500v7M154.500 61h7" />
		</>
	);
}

function WebAppSwitch() {
	return (
		<>
			<rect className="more__sheet" x="34" y="20" width="132" height="84" rx="8" />
			<path className="more__line" d="M46 36H96" />
			<path className="more__ink" d="M138 36h18" />
			<rect className="more__faint" x="46" y="48" width="22" height="22" rx="5" />
			<path className="more__faint" d="M76 59H136" />
			<path className="more__line" d="M46 88H104" />
			<rect className="more__tap" x="122" y="79" width="34" height="18" rx="9" />
			<circle className="more__knob" cx="147" cy="88" r="6.500" />
		</>
	);
}
