import { create } from 'zustand';

/** A new version that waits. `apply` is given by the service worker's registration; null while there is none. */
export const useAppUpdate = create<{ readonly apply: (() => void) | null }>()(() => ({ apply: null }));
