import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { droppedFiles } from './dropped-files.ts';
import { takeSharedFiles } from './shared-files.ts';

/** Files opened with the installed app on a desktop (file handlers); not in the DOM library because it is Chromium's own. */
type LaunchParams = { readonly files?: readonly { readonly getFile: () => Promise<File> }[] };
type LaunchQueue = { readonly setConsumer: (consumer: (params: LaunchParams) => void) => void };

/** Every way by which a file comes here without the picker. Answers whether one is being dragged over the window. */
export function useIncomingFiles(onFiles: (files: readonly File[]) => void, pastedName: string): boolean {
	const [dragging, setDragging] = useState(false);
	const take = useRef(onFiles);
	useEffect(() => {
		take.current = onFiles;
	});
	useSharedFiles(take);
	useLaunchedFiles(take);
	useEffect(() => {
		const over = (event: DragEvent) => {
			if (!event.dataTransfer?.types.includes('Files')) return;
			event.preventDefault();
			setDragging(true);
		};
		const leave = (event: DragEvent) => {
			if (event.relatedTarget === null) setDragging(false);
		};
		const drop = (event: DragEvent) => {
			if (!event.dataTransfer?.types.includes('Files')) return;
			event.preventDefault();
			setDragging(false);
			void droppedFiles(event.dataTransfer).then((files) => take.current(files));
		};
		const paste = (event: ClipboardEvent) => {
			if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
			const files = [...(event.clipboardData?.files ?? [])];
			const text = event.clipboardData?.getData('text/plain') ?? '';
			if (files.length > 0) take.current(files);
			else if (text.trim() !== '') take.current([textFile(text, pastedName)]);
		};
		window.addEventListener('dragover', over);
		window.addEventListener('dragleave', leave);
		window.addEventListener('drop', drop);
		window.addEventListener('paste', paste);
		return () => {
			window.removeEventListener('dragover', over);
			window.removeEventListener('dragleave', leave);
			window.removeEventListener('drop', drop);
			window.removeEventListener('paste', paste);
		};
	}, [pastedName]);
	return dragging;
}

/** Pasted text as a file, so that it is read like any other. */
export function textFile(text: string, name: string): File {
	return new File([text], name, { type: 'text/plain' });
}

type Take = { readonly current: (files: readonly File[]) => void };

/** Shared from another app: the service worker has put the files aside. */
function useSharedFiles(take: Take): void {
	const shared = new URLSearchParams(useSearch()).get('shared') !== null;
	const [, navigate] = useLocation();
	useEffect(() => {
		if (!shared || !('caches' in window)) return;
		void takeSharedFiles(caches).then((files) => {
			if (files.length > 0) take.current(files);
			navigate('/import', { replace: true });
		});
	}, [shared, navigate, take]);
}

function useLaunchedFiles(take: Take): void {
	useEffect(() => {
		if (!('launchQueue' in window)) return;
		(window.launchQueue as LaunchQueue).setConsumer(({ files = [] }) => {
			void Promise.all(files.map((handle) => handle.getFile())).then((opened) => {
				if (opened.length > 0) take.current(opened);
			});
		});
	}, [take]);
}
