/* The way out where the app itself does not start. It reads the ledger and drops the cached program; it never writes a record. */
(function () {
	'use strict';
	var said = document.getElementById('said');
	function say(words) {
		said.textContent = words;
	}
	document.getElementById('refetch').onclick = function () {
		navigator.serviceWorker
			.getRegistrations()
			.then(function (all) {
				return Promise.all(all.map(function (one) { return one.unregister(); }));
			})
			.then(function () { return caches.keys(); })
			.then(function (keys) {
				return Promise.all(keys.filter(function (key) { return /^workbox/.test(key); }).map(function (key) { return caches.delete(key); }));
			})
			.then(function () { location.href = '/sell'; });
	};
	document.getElementById('export').onclick = function () {
		var open = indexedDB.open('counterfoil');
		open.onupgradeneeded = function () {
			open.transaction.abort();
		};
		open.onerror = function () {
			say('读不出来，数据没有动。 The ledger cannot be read; nothing was changed.');
		};
		open.onsuccess = function () {
			var all = open.result.transaction('entries').objectStore('entries').getAll();
			all.onerror = open.onerror;
			all.onsuccess = function () {
				var lines = all.result.map(function (row) { return JSON.stringify(row) + '\n'; });
				var link = document.createElement('a');
				link.href = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }));
				link.download = 'counterfoil-rescue.ndjson';
				link.click();
				say(lines.length + ' 条 · entries');
			};
		};
	};
})();
