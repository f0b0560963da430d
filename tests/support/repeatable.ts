import fc from 'fast-check';

/**
 * Properties are tried on the same cases whenever nothing else is asked for, so that a failure is about the change at hand.
 * New cases, by the thousand, are the work of `npm run proof:properties`.
 */
fc.configureGlobal({ seed: Number(process.env.COUNTERFOIL_SEED ?? 20_261_121) });
