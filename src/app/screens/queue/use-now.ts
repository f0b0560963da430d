import { useEffect, useState } from 'react';
import { type Instant, MINUTE_MS } from '../../../domain/time.ts';
import type { Services } from '../../shell/services.ts';

/** The time, to the minute: what was put off wakes up, and ages grow, without anybody touching the screen. */
export function useNow({ ports }: Services): Instant {
	const [now, setNow] = useState(() => ports.clock.now().at);
	useEffect(() => {
		const timer = setInterval(() => setNow(ports.clock.now().at), MINUTE_MS);
		return () => clearInterval(timer);
	}, [ports]);
	return now;
}
