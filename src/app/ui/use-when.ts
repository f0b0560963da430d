import { businessDayOf, type Instant, type OffsetMinutes } from '../../domain/time.ts';
import { dayDistance } from '../messages/formats.ts';
import { type Messages, useMessages } from '../messages/messages-context.ts';
import { useServices } from '../shell/services.ts';

/** Writes a moment near to now as people say it: "明天 10:00"; any other with its date. */
export function useWhen(offset: OffsetMinutes): (at: Instant) => string {
	const messages = useMessages();
	const { ports } = useServices();
	const now = ports.clock.now().at;
	return (at) => whenWords(at, now, offset, messages);
}

/** The same for a `now` that is given. */
export function whenWords(at: Instant, now: Instant, offset: OffsetMinutes, { text, format }: Pick<Messages, 'text' | 'format'>): string {
	const [day, today] = [at, now].map((moment) => businessDayOf({ at: moment, offset }, 0));
	const near = day && today ? dayDistance(day, today) : null;
	return near === null ? format.moment(at, offset) : text.day.when[near](format.minute(at, offset));
}
