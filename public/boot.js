/* Runs in any browser, however old: says so where the app cannot run, and shows a way out where it does not start. */
onload = function () {
	function show(words, link) {
		var box = document.body.appendChild(document.createElement(link ? 'a' : 'p'));
		box.id = 'boot-notice';
		box.textContent = words;
		if (link) box.href = link;
	}
	var modern = false;
	try {
		modern = 'locks' in navigator && CSS.supports('selector(:has(a))') && CSS.supports('color', 'color-mix(in srgb, red, blue)');
	} catch (error) {}
	if (!modern) return show('浏览器太旧，请更新 Chrome、Edge（111 以上）或 Safari（16.4 以上）。已记的账都在，没有动。 This browser is too old; please update Chrome, Edge (111) or Safari (16.4). Everything recorded is still here.');
	setTimeout(function () {
		if (!document.getElementById('root').firstChild) show('存根没有打开，点这里。 Counterfoil did not start: tap here.', '/rescue.html');
	}, 8000);
};
