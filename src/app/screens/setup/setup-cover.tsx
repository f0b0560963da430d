import { Lock, Zap } from 'lucide-react';
import { LANGUAGES, type Language } from '../../messages/catalog.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { usePreferences } from '../../state/preferences.ts';
import { Glyph } from '../../ui/glyph.tsx';

const LANGUAGE_NAMES = { 'zh-CN': '中文', en: 'English' } as const satisfies Record<Language, string>;

/** Our half of the first ticket: what the product is, in one line and one picture. */
export function SetupCover() {
	const { text, language } = useMessages();
	const set = usePreferences((preferences) => preferences.set);
	const [fast, compares, shows, safe] = text.setup.points;
	return (
		<section className="half half--ours setup__cover" aria-label={text.common.product}>
			<div className="setup__brand">
				<Glyph name="joined" />
				<div>
					<b>{text.common.product}</b>
					<small lang={language === 'en' ? 'zh-CN' : 'en'}>{text.setup.otherName}</small>
				</div>
			</div>
			<p className="setup__motto">{text.setup.motto}</p>
			<CoverArt />
			<ul className="setup__points">
				<li>
					<Zap className="i" aria-hidden="true" />
					{fast}
				</li>
				<li>
					<Glyph name="joined" />
					{compares}
				</li>
				<li>
					<Glyph name="noTerminal" />
					{shows}
				</li>
				<li>
					<Lock className="i" aria-hidden="true" />
					{safe}
				</li>
			</ul>
			<fieldset className="setup__lang">
				<legend className="sr">{text.setup.language}</legend>
				{LANGUAGES.map((each) => (
					<button key={each} type="button" className="btn" lang={each} aria-pressed={each === language} onClick={() => set({ language: each })}>
						{LANGUAGE_NAMES[each]}
					</button>
				))}
			</fieldset>
		</section>
	);
}

function CoverArt() {
	return (
		<div className="setup__art" aria-hidden="true">
			<div className="pair is-joined">
				<div className="half half--ours">
					<span className="amt">
						<i className="cur">¥</i>64.00
					</span>
				</div>
				<div className="half half--theirs">
					<span className="amt">
						<i className="cur">¥</i>64.00
					</span>
				</div>
			</div>
			<div className="pair">
				<div className="half half--ours">
					<span className="amt">
						<i className="cur">¥</i>28.50
					</span>
				</div>
				<div className="slot" />
			</div>
		</div>
	);
}
