/** A WeChat Pay trade bill of one day with its footer, made up by arithmetic. */
export function wechatBill(rows) {
	const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
	const header =
		'交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
	const lines = [header];
	let total = 0;
	for (let row = 0; row < rows; row += 1) {
		const second = Math.floor((row * 86_000) / rows);
		const clock = [second / 3600, (second / 60) % 60, second % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
		const fen = 500 + ((row * 7919) % 12_000);
		total += fen;
		const yuan = (fen / 100).toFixed(2);
		const cells = [
			`${day} ${clock}`,
			'wx0000',
			'1600000000',
			'0',
			'',
			`42000${String(row).padStart(23, '0')}`,
			`B${String(row).padStart(12, '0')}`,
			'o',
			'MICROPAY',
			'SUCCESS',
			'OTHERS',
			'CNY',
			yuan,
			'0.00',
			'0',
			'0',
			'0.00',
			'0.00',
			'',
			'',
			'面',
			'',
			'0.00000',
			'0.60%',
			yuan,
			'0.00',
			'',
		];
		lines.push(cells.map((cell) => `\`${cell}`).join(','));
	}
	const sum = (total / 100).toFixed(2);
	lines.push(
		'总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
		[String(rows), sum, '0.00', '0.00', '0.00000', sum, '0.00'].map((cell) => `\`${cell}`).join(','),
	);
	return `${lines.join('\n')}\n`;
}
