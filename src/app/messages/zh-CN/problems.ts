import type { ProblemCode } from '../../../domain/problems.ts';

/** What happened, and what to do. Whether data is safe is told by `safety` from the code's own entry. */
export const problems = {
	amount_missing: { what: '还没有金额。', todo: '先输入金额，再点付款方式。' },
	amount_too_large: { what: '金额太大了。', todo: '看看是不是多按了 0。' },
	sale_not_found: { what: '找不到这一笔。', todo: '在流水里再找一找。' },
	already_reversed: { what: '这一笔已经撤销过了。', todo: '不用再撤销。' },
	refund_exceeds_sale: { what: '退款比原来那笔还多。', todo: '改小金额再退。' },
	text_missing: { what: '还没写原因。', todo: '写一句就可以。' },
	not_allowed_now: { what: '现在不能这样做。', todo: '先看它走到了哪一步。' },
	discrepancy_gone: { what: '这个差异已经不在了。', todo: '可能刚对上，看看下一件。' },
	receipt_not_found: { what: '找不到这张回执。', todo: '账单可能撤回了，再导入一次。' },
	members_differ: { what: '这几笔凑不到一起。', todo: '核对金额和币种，再选一次。' },
	query_first: { what: '还没有查过结果。', todo: '先查末笔或服务商 App，确认没收到再收。' },
	file_empty: { what: '文件是空的。', todo: '重新下载账单再导入。' },
	file_too_large: { what: '文件太大，读不了。', todo: '按天或按月分开下载。' },
	format_unknown: { what: '不认识这个文件。', todo: '请导入微信、支付宝、银联商务的账单，或标准格式的 CSV。' },
	archive_unreadable: { what: '压缩包打不开。', todo: '重新下载，或解压后再导入。' },
	archive_too_large: { what: '压缩包解开后太大，没有继续。', todo: '解压后挑出账单文件导入。' },
	file_known: { what: '这个文件已经导入过。', todo: '不用再导入，什么都没变。' },
	nothing_readable: { what: '文件里没有看得懂的账目。', todo: '看看是不是选错了文件。' },
	import_withdrawn: { what: '这次导入已经撤回了。', todo: '要用就再导入一次。' },
	reading_stopped: { what: '读文件停下了。', todo: '再导入一次。' },
	engine_stopped: { what: '对账没算完。', todo: '稍后会自动再算，也可以点“再试一次”。' },
	not_saved: { what: '没有存下来。', todo: '再存一次；这一笔先记在纸上。' },
	outcome_unknown: { what: '不确定这一笔存上没有。', todo: '别重按。重新打开应用，看“刚才”里有没有。' },
	storage_full: { what: '平板空间满了，没有存下来。', todo: '清理照片和视频腾出空间，再存一次；先记在纸上。' },
	storage_lost: { what: '和本机数据的连接断了。', todo: '重新打开应用。' },
	database_newer: { what: '数据是更新的版本写的，现在只能看。', todo: '更新应用后再记账。' },
	database_replaced: { what: '另一个窗口已经更新。', todo: '重新打开这个窗口。' },
	chain_broken: { what: '账本的链条对不上，现在只能看。', todo: '先导出一份，不要清数据，联系支持。' },
	day_closed: { what: '这一天已经封账。', todo: '之后的改动记为封账后调整。' },
	day_not_over: { what: '这一天还没结束。', todo: '打烊后再封账。' },
	count_missing: { what: '现金还没点。', todo: '先点现金，再封账。' },
	hub_unreachable: { what: '连不上收款数据服务。', todo: '网络恢复后会自动再连，记账不受影响。' },
	hub_refused: { what: '收款数据服务没让进。', todo: '检查令牌设置。' },
	hub_answer_unreadable: { what: '收款数据服务的回答看不懂。', todo: '更新应用；若还不行，联系支持。' },
} as const satisfies Record<ProblemCode, { readonly what: string; readonly todo: string }>;

/** Whether what was recorded before is safe. */
export const safety = {
	yes: '已记的账都在，没有变。',
	not_saved: '以前记的账都在，只是这一次没存上。',
	read_only: '数据都在，没有改动。',
	unknown: '以前记的账都在，这一次请核对。',
} as const;
