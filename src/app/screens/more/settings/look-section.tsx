import { useMessages } from '../../../messages/messages-context.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { Choice } from './choice.tsx';

/** Language and look of this device; the books do not depend on them. */
export function LookSection() {
	const { text } = useMessages();
	const { language, theme, set } = usePreferences();
	const { look } = text.more;
	return (
		<div className="more__form">
			<Choice
				label={look.language}
				value={language}
				options={[
					{ value: 'zh-CN', name: '中文', lang: 'zh-CN' },
					{ value: 'en', name: 'English', lang: 'en' },
				]}
				onChange={(value) => set({ language: value })}
			/>
			<Choice
				label={look.theme}
				value={theme}
				options={[
					{ value: 'system', name: look.system },
					{ value: 'light', name: look.light },
					{ value: 'dark', name: look.dark },
				]}
				onChange={(value) => set({ theme: value })}
			/>
		</div>
	);
}
