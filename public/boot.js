/* Runs in any browser, however old: says so where the app cannot run, and shows a way out where it does not start. */
(function () {
	'use strict';
	var texts = {
		old: ['浏览器太旧，打不开存根', '请更新 Chrome、Edge 或 Safari（Chromium 111、Safari 16.4 以上）。已记的账都在这台设备里，没有动。', 'This browser is too old for Counterfoil', 'Please update Chrome, Edge or Safari (Chromium 111, Safari 16.4 or newer). Everything recorded is still on this device, untouched.'],
		stuck: ['存根没有打开', '已记的账都在这台设备里，没有动。请重新打开；还不行就用下面的按钮重取程序，账不会丢。', 'Counterfoil did not start', 'Everything recorded is still on this device, untouched. Reload; if that does not help, fetch the program again below. No record is lost.'],
	};
	function show(kind, button) {
		var box = document.createElement('div');
		box.setAttribute('role', 'alert');
		box.setAttribute('id', 'boot-notice');
		for (var i = 0; i < 4; i += 1) {
			var line = document.createElement(i % 2 === 0 ? 'h1' : 'p');
			line.appendChild(document.createTextNode(texts[kind][i]));
			box.appendChild(line);
		}
		if (button) {
			var again = document.createElement('button');
			again.appendChild(document.createTextNode('重取程序 · Fetch the program again'));
			again.onclick = refetch;
			box.appendChild(again);
		}
		document.body.appendChild(box);
	}
	/* Drops the cached program only; the ledger is in a store that this never touches. */
	function refetch() {
		navigator.serviceWorker
			.getRegistrations()
			.then(function (all) {
				return Promise.all(all.map(function (one) { return one.unregister(); }));
			})
			.then(function () { return caches.keys(); })
			.then(function (keys) {
				return Promise.all(keys.filter(function (key) { return key.indexOf('workbox') >= 0; }).map(function (key) { return caches.delete(key); }));
			})
			.then(function () { location.reload(); });
	}
	function modern() {
		try {
			return 'noModule' in HTMLScriptElement.prototype && 'serviceWorker' in navigator && !!window.indexedDB && !!window.CSS && CSS.supports('selector(:has(a))') && CSS.supports('color', 'color-mix(in srgb, red, blue)') && 'at' in Array.prototype && 'locks' in navigator;
		} catch (error) {
			return false;
		}
	}
	window.addEventListener('load', function () {
		if (!modern()) {
			show('old', false);
			return;
		}
		setTimeout(function () {
			if (document.getElementById('root').childNodes.length === 0) show('stuck', true);
		}, 8000);
	});
})();
