import type { ProblemCode } from '../../../domain/problems.ts';

/** What can go wrong while selling: what happened, and what to do. Whether data is safe is told by `safety` from the code's own entry. */
export const problems = {
	amount_missing: { what: '还没有金额。', todo: '先输入金额，再点付款方式。' },
	amount_too_large: { what: '金额太大了。', todo: '看看是不是多按了 0。' },
	tip_too_large: { what: '小费比总额还多。', todo: '总额里已经含小费，再看一眼。' },
	sale_not_found: { what: '找不到这一笔。', todo: '在流水里再找一找。' },
	already_reversed: { what: '这一笔已经撤销过了。', todo: '不用再撤销。' },
	refund_exceeds_sale: { what: '退款比原来那笔还多。', todo: '改小金额再退。' },
	not_allowed_now: { what: '现在不能这样做。', todo: '先看它走到了哪一步。' },
	not_saved: { what: '没有存下来。', todo: '再存一次；这一笔先记在纸上。' },
	outcome_unknown: { what: '不确定这一笔存上没有。', todo: '别重按。重新打开应用，看“刚才”里有没有。' },
	storage_full: { what: '平板空间满了，没有存下来。', todo: '清理照片和视频腾出空间，再存一次；先记在纸上。' },
	storage_lost: { what: '和本机数据的连接断了。', todo: '重新打开应用。' },
	database_newer: { what: '数据是更新的版本写的，现在只能看。', todo: '更新应用后再记账。' },
	database_replaced: { what: '另一个窗口已经更新。', todo: '重新打开这个窗口。' },
	chain_broken: { what: '账本的链条对不上，现在只能看。', todo: '先导出一份，不要清数据，联系支持。' },
} as const satisfies Partial<Record<ProblemCode, { readonly what: string; readonly todo: string }>>;

/** Whether what was recorded before is safe. */
export const safety = {
	yes: '已记的账都在，没有变。',
	not_saved: '以前记的账都在，只是这一次没存上。',
	read_only: '数据都在，没有改动。',
	unknown: '以前记的账都在，这一次请核对。',
} as const;
