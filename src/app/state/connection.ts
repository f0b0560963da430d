import { create } from 'zustand';
import type { Problem } from '../../domain/problems.ts';
import type { Instant } from '../../domain/time.ts';

/** As found by a real request to the hub, never by `navigator.onLine` alone. */
export type NetworkState = 'online' | 'unstable' | 'offline' | 'no_hub';
export type Connection = { readonly network: NetworkState; readonly since: Instant | null; readonly comparing: boolean; readonly problem: Problem | null };

export const useConnection = create<Connection>()(() => ({ network: 'no_hub', since: null, comparing: false, problem: null }));
