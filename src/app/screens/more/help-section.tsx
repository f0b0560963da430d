import { useMessages } from '../../messages/messages-context.ts';

/** Short cards for what happens at a counter. They open offline like everything else. */
export function HelpSection() {
	const { text } = useMessages();
	const { help } = text.more;
	return (
		<div className="more__form">
			<p className="cap2">{help.lead}</p>
			{help.cards.map((card, index) => (
				<details className="card more__help" key={card.title} open={index === 0}>
					<summary>
						<h3 className="h3">{card.title}</h3>
					</summary>
					<ol>
						{card.lines.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ol>
				</details>
			))}
		</div>
	);
}
