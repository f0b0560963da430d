import { create } from 'zustand';

/** The switch stands in the rail, its panel on the keypad's screen. */
export const useOutageSwitch = create<{ readonly asked: boolean; readonly ask: () => void; readonly settle: () => void }>()((set) => ({
	asked: false,
	ask: () => set({ asked: true }),
	settle: () => set({ asked: false }),
}));
