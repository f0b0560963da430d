import type { ProblemCode } from '../../../domain/problems.ts';
import type { problems } from './problems.ts';

/** What can go wrong elsewhere: what happened, and what to do. */
export const moreProblems = {
	text_missing: { what: '还没写原因。', todo: '写一句就可以。' },
	discrepancy_gone: { what: '这个差异已经不在了。', todo: '可能刚对上，看看下一件。' },
	receipt_not_found: { what: '找不到这张回执。', todo: '账单可能撤回了，再导入一次。' },
	members_differ: { what: '这几笔凑不到一起。', todo: '核对金额和币种，再选一次。' },
	query_first: { what: '还没有查过结果。', todo: '先查末笔或服务商 App，确认没收到再收。' },
	case_not_found: { what: '找不到这个案件。', todo: '可能已经撤回，回到案件列表看看。' },
	setting_invalid: { what: '有一项设置填得不对。', todo: '看看时区、币种和营业日切点。' },
	file_empty: { what: '文件是空的。', todo: '重新下载账单再导入。' },
	file_too_large: { what: '文件太大，读不了。', todo: '按天或按月分开下载。' },
	format_unknown: { what: '不认识这个文件。', todo: '请导入微信、支付宝、银联商务的账单，或标准格式的 CSV。' },
	archive_unreadable: { what: '压缩包打不开。', todo: '重新下载，或解压后再导入。' },
	archive_locked: { what: '文件有密码，打不开。', todo: '先用密码解压，再导入里面的文件。' },
	archive_too_large: { what: '压缩包解开后太大，没有继续。', todo: '解压后挑出账单文件导入。' },
	file_known: { what: '这个文件已经导入过。', todo: '不用再导入，什么都没变。' },
	nothing_readable: { what: '文件里没有看得懂的账目。', todo: '看看是不是选错了文件。' },
	mapping_invalid: { what: '这份对照用不了。', todo: '看看时间和金额是不是各有一列。' },
	import_not_found: { what: '找不到这次导入。', todo: '在导入记录里再找一找。' },
	import_withdrawn: { what: '这次导入已经撤回了。', todo: '要用就再导入一次。' },
	reading_stopped: { what: '读文件停下了。', todo: '再导入一次。' },
	engine_stopped: { what: '对账没算完。', todo: '稍后会自动再算，也可以点“再试一次”。' },
	day_closed: { what: '这一天已经封账。', todo: '之后的改动记为封账后调整。' },
	day_not_over: { what: '这一天还没结束。', todo: '打烊后再封账。' },
	count_missing: { what: '现金还没点。', todo: '先点现金，再封账。' },
	practice_unavailable: { what: '示范店的数据没有读到。', todo: '连上网络，再进一次练习。' },
	hub_unreachable: { what: '连不上收款数据服务。', todo: '网络恢复后会自动再连，记账不受影响。' },
	hub_refused: { what: '收款数据服务没让进。', todo: '检查令牌设置。' },
	hub_answer_unreadable: { what: '收款数据服务的回答看不懂。', todo: '更新应用；若还不行，联系支持。' },
} as const satisfies Record<Exclude<ProblemCode, keyof typeof problems>, { readonly what: string; readonly todo: string }>;
