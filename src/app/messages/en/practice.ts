export const practice = {
	tour: 'One-minute tour',
	place: (step: string, of: string) => `${step}/${of}`,
	placeSpoken: (step: string, of: string) => `Step ${step} of ${of}`,
	steps: {
		sell: { title: 'Try a sale', text: 'Enter an amount, tap a tender.', go: 'Sell' },
		bills: { title: 'Next morning, three bills arrive', text: 'WeChat, Alipay, ChinaUMS: import them all.', go: 'Import three' },
		queue: {
			title: 'Where it differs',
			text: (count: string) => (count === '1' ? '1 thing does not agree.' : `${count} things do not agree; look at them one by one.`),
			go: 'Open to-do',
		},
		late: { title: 'The late bill is here', text: 'The ¥52.00 taken offline: watch it clear itself.', go: 'Import it' },
		day: { title: 'Close the day', text: 'That one cleared itself. Last: what came in and what is missing, on one ticket.', go: 'Close the day' },
		done: { title: 'That was it', text: 'Look around and tap anything; the real books are not touched.', go: 'Start over' },
	},
	straightToBills: 'On to the bills',
	close: 'Put the tour away',
	reading: (name: string) => `Reading ${name}`,
	comparing: 'Comparing',
	open: 'Open the tour',
} as const;
