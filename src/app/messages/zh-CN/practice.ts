export const practice = {
	tour: '一分钟导览',
	place: (step: string, of: string) => `${step}/${of}`,
	placeSpoken: (step: string, of: string) => `第 ${step} 步，共 ${of} 步`,
	steps: {
		sell: { title: '记一笔试试', text: '输入金额，点付款方式。', go: '去记账' },
		bills: { title: '第二天早上，三张账单到了', text: '微信、支付宝、银联商务，一起导入。', go: '导入三张' },
		queue: { title: '差在哪', text: (count: string) => `${count} 处对不上，一件一件看。`, go: '看待处理' },
		late: { title: '晚到的账单来了', text: '断网那笔 ¥52.00，看它自己消掉。', go: '导入晚到的' },
		day: { title: '日结', text: '那笔自己消了。最后，这一天收了多少、差多少，一张票看完。', go: '去日结' },
		done: { title: '走完了', text: '随便看，随便点，不会动真账。', go: '从头再来' },
	},
	straightToBills: '直接看账单',
	close: '收起导览',
	reading: (name: string) => `正在读 ${name}`,
	comparing: '正在核对',
	open: '打开导览',
} as const;
