/** What bills and statements come as. */
const BILL_FILES = {
	'text/csv': ['.csv'],
	'text/plain': ['.txt', '.sta', '.mt940'],
	'text/tab-separated-values': ['.tsv'],
	'application/zip': ['.zip'],
	'application/vnd.ms-excel': ['.xls'],
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
	'application/xml': ['.xml'],
	'application/x-ofx': ['.ofx', '.qfx'],
	'application/qif': ['.qif'],
};

/** The web app manifest. The icons stand in `public/icons`. */
export const MANIFEST = {
	id: '/',
	name: '存根 · 收银对账助手',
	short_name: '存根',
	description: '终端旁的存根账本：断网也能两秒记一笔，账单一到就逐笔核对，漏单有凭有据。',
	lang: 'zh-CN',
	start_url: '/sell?src=pwa',
	scope: '/',
	display: 'standalone' as const,
	orientation: 'any' as const,
	theme_color: '#e8e6e0',
	background_color: '#e8e6e0',
	categories: ['business', 'finance'],
	launch_handler: { client_mode: 'navigate-existing' as const },
	icons: [
		{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
		{ src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
		{ src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
		{ src: '/icons/mono-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' as const },
	],
	shortcuts: [
		{ name: '记一笔', url: '/sell', icons: [{ src: '/icons/sell-96.png', sizes: '96x96', type: 'image/png' }] },
		{ name: '待处理', url: '/queue', icons: [{ src: '/icons/queue-96.png', sizes: '96x96', type: 'image/png' }] },
		{ name: '日结', url: '/day', icons: [{ src: '/icons/day-96.png', sizes: '96x96', type: 'image/png' }] },
	],
	screenshots: [
		{ src: '/screenshots/sell-wide.png', sizes: '1280x800', type: 'image/png', form_factor: 'wide' as const, label: '记账' },
		{ src: '/screenshots/sell-narrow.png', sizes: '780x1688', type: 'image/png', form_factor: 'narrow' as const, label: '记账' },
	],
	share_target: {
		action: '/share-target',
		method: 'POST' as const,
		enctype: 'multipart/form-data' as const,
		params: { title: 'title', text: 'text', files: [{ name: 'files', accept: Object.entries(BILL_FILES).flatMap(([type, endings]) => [type, ...endings]) }] },
	},
	file_handlers: [{ action: '/import', accept: BILL_FILES }],
};
