import { useLiveQuery } from 'dexie-react-hooks';
import { Link, useSearch } from 'wouter';
import { sourceProfiles } from '../../../../storage/queries/source-profiles.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { SourceEditor } from './source-editor.tsx';
import { SourceList } from './source-list.tsx';
import './sources.css';

/** 来源与时限: what is known of the sources, and the editor of one (`&source=`). */
export default function SourcesSection() {
	const { text } = useMessages();
	const { db } = useServices();
	const asked = new URLSearchParams(useSearch()).get('source');
	const found = useLiveQuery(() => sourceProfiles(db), [db]);
	if (!found) return <p className="cap2">{text.common.loading}</p>;
	if (asked === null) return <SourceList {...found} />;
	const profile = [...found.own, ...found.others].find(({ id }) => id === asked);
	if (profile) return <SourceEditor key={profile.id} profile={profile} edits={found.edits} />;
	return (
		<div className="more__form">
			<p className="lead">{text.sources.notFound}</p>
			<p>
				<Link className="btn" href="/more?section=sources">
					{text.sources.backToList}
				</Link>
			</p>
		</div>
	);
}
