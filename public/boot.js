/* Runs in any browser, however old: says so where the app cannot run, and shows a way out where it does not start. */
(function () {
	'use strict';
	var safe = ['已记的账都在这台设备里，没有动。', 'Everything recorded is still on this device, untouched.'];
	function show(words, act) {
		var box = document.createElement('div');
		box.id = 'boot-notice';
		box.setAttribute('role', 'alert');
		words.concat(safe).forEach(function (word) {
			box.appendChild(document.createElement('p')).textContent = word;
		});
		if (act) {
			var button = box.appendChild(document.createElement('button'));
			button.textContent = '重取程序 · Fetch the program again';
			button.onclick = act;
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
				return Promise.all(keys.filter(function (key) { return /^workbox/.test(key); }).map(function (key) { return caches.delete(key); }));
			})
			.then(function () { location.reload(); });
	}
	function modern() {
		try {
			return 'locks' in navigator && 'serviceWorker' in navigator && CSS.supports('selector(:has(a))') && CSS.supports('color', 'color-mix(in srgb, red, blue)');
		} catch (error) {
			return false;
		}
	}
	window.onload = function () {
		if (!modern()) return show(['浏览器太旧。请更新 Chrome、Edge（111 以上）或 Safari（16.4 以上）。', 'This browser is too old. Please update Chrome or Edge (111 or newer) or Safari (16.4 or newer).']);
		setTimeout(function () {
			if (!document.getElementById('root').firstChild) show(['存根没有打开。请重新打开，或重取程序。', 'Counterfoil did not start. Reload, or fetch the program again.'], refetch);
		}, 8000);
	};
})();
