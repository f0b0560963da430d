import { CHINA_HOLIDAYS } from '../../../../domain/settlement/calendar/china-holidays.ts';
import type { BusinessDay } from '../../../../domain/time.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { currentDay, useServices } from '../../../shell/services.ts';

/** The public holidays by which working days are counted, with the notice that says so; other years and countries are said to be unknown. */
export function HolidayTable() {
	const { text, format, language } = useMessages();
	const words = text.sources.holidays;
	const joiner = language === 'en' ? ', ' : '、';
	const thisYear = Number(currentDay(useServices()).slice(0, 4));
	const known = CHINA_HOLIDAYS.map(({ year }) => year);
	const range = ([from, to]: readonly [BusinessDay, BusinessDay]) => (from === to ? format.day(from) : words.range(format.day(from), format.day(to)));
	return (
		<details className="source-others" data-testid="holidays">
			<summary>
				<span>
					<b>{words.title}</b> <span className="cap2">{words.hint(known.join(joiner))}</span>
				</span>
			</summary>
			<div className="more__form source-holidays">
				{!known.includes(thisYear) && <p className="say">{words.unknown(String(thisYear))}</p>}
				{[...CHINA_HOLIDAYS].reverse().map(({ year, announcedOn, notice, free, worked }) => (
					<section key={year} aria-labelledby={`holidays-${year}`}>
						<h4 className="h3" id={`holidays-${year}`}>
							{words.year(String(year))}
						</h4>
						<p>{words.free}</p>
						<ul>
							{free.map((days) => (
								<li key={days[0]}>{range(days)}</li>
							))}
						</ul>
						<p>{words.worked(worked.map((day) => format.day(day)).join(joiner))}</p>
						<p className="cap">{words.source(notice[language], announcedOn)}</p>
					</section>
				))}
				<p className="cap2">{words.elsewhere}</p>
			</div>
		</details>
	);
}
