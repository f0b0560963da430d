/**
 * What the engine believes before it has seen a shop's rows. Everything here is data: bits are thousandths of a bit,
 * times are seconds, shares are fractions. Each day corrects the shares by what it shows itself.
 */
export const WEIGHTS = {
	/** A sale has no receipt, a receipt has no sale: first guess, the weight of that guess in rows, and its bounds. */
	missingShare: { guess: 0.02, rows: 60, least: 0.004, most: 0.3 },
	/** What it is worth to explain a row that need not be paired at all. */
	standingPrior: {
		sale: { cash: -1_500, reversed: 500, not_paid: 500 },
		receipt: { pending: 4_000, failed: -500, undone: 0 },
		/** A receipt that repeats one on the same card or order minutes before may well be the extra charge. */
		twin: -1_000,
	},
	/** Both sides say that the payment came to nothing. */
	agreedUndone: 3_000,
	/** Receipt time − sale time after clock correction: a sharp core, a broad shoulder (logged in a rush), a flat rest. */
	time: {
		spread: 25,
		spreadLeast: 8,
		spreadMost: 150,
		broadShare: 0.06,
		broad: 300,
		flatShare: 0.008,
		unknownClockSpread: 90,
		unknownClockBroadShare: 0.15,
		blockShare: 0.7,
	},
	amountEqual: 0.97,
	/** Shares of payments whose amounts differ, by cause. */
	/** `likeTheLast`: charged the amount of the payment before it; `other`: any amount, likelier where a round sum is missing. */
	amountDiffers: { other: 0.002, likeTheLast: 0.001, roundOff: 2, farOff: 0.2, wildOff: 0.08 },
	/**
	 * Of payments that state no tip, how many hold one: first guess where a day states tips and where it does not, the weight of
	 * that guess in rows, and the bounds. A tip is a whole percentage, brings the total to a round one, or is any amount.
	 */
	tips: {
		share: { stated: 0.5, rowsStated: 8, rowsUnstated: 25, least: 0.002, most: 0.95 },
		percent: 0.7,
		round: 0.17,
		usual: { 5: 2, 8: 1, 10: 12, 12: 5, 15: 18, 18: 18, 20: 20, 22: 6, 25: 6, 30: 2 },
		otherPercent: 0.35,
		/** The weight of the usual percentages in rows, against those that the day states. */
		rows: 12,
	},
	/** Second and further keys that agree count for less: a cashier copies all of them from one slip. */
	furtherKeyShare: 0.25,
	/** A slip of a payment minutes away may have been the wrong one, so its keys prove no more than this many bits. */
	neighbourKeys: { seconds: 900, most: 8_500 },
	refundLinkAgrees: 8_000,
	refundLinkDiffers: -8_000,
	/** How many plausible parts an amount has that is paid in several. */
	grouped: { parts: 50 },
} as const;

/** How far the search goes. Each bound keeps the work near-linear; none is a judgement. */
export const REACH = {
	coreSeconds: 45 * 60,
	cashSeconds: 12 * 60,
	differSeconds: 5 * 60,
	differNearest: 5,
	tipSeconds: 20 * 60,
	tipNearest: 8,
	differLooked: 90,
	nearest: 12,
	nearestQuick: 5,
	lateNearest: 3,
	keyHitsMost: 12,
	/** A terminal may still show the amount of a payment so long ago. */
	lastSeconds: 10 * 60,
	groupSeconds: 7 * 60,
	groupMembersMost: 14,
	/** A pair below this many thousandths of a bit may be given up for a better explanation. */
	weak: 11_000,
	/** The same for a group that would claim one half of it. */
	groupWeak: 14_000,
	localSeconds: 90 * 60,
	clockSeconds: 14 * 3_600,
	duplicateSeconds: 10 * 60,
	interchangeableSeconds: 120,
} as const;

/** From which probability (millionths) and margin (thousandths of a bit) a match needs how much of a person. */
export const BANDS = { auto: 995_000, autoMargin: 6_000, suggested: 550_000, alone: 100_000, oneOfFew: 300_000, alikeBits: 2_500 } as const;
