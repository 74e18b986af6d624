// What is new: the service tells that something changed, and the parts that show it are asked for anew. Only they are replaced, so that
// whoever reads, chooses or types beside them is left in peace.
'use strict';

{
  const view = () => document.getElementById('view');
  const line = text => { const there = document.getElementById('line'); if (there) there.textContent = text; };
  const fresh = new Set();
  let source = null, seen = null, timer = 0, last = 0;

  // At once for the first of many, then every other second.
  const later = (wait = Math.max(300, last + 2000 - Date.now())) => { timer ||= setTimeout(renew, wait); };

  async function renew() {
    timer = 0;
    // Somebody who has gone to another time must not be brought back, nor his own wish be crossed.
    if (!view().dataset.live) return;
    if (pending) return later(300);
    last = Date.now();
    const address = location.href;
    const text = await fetch(address, { headers: { Accept: 'text/html' } }).then(x => x.ok ? x.text() : null, () => null);
    if (location.href !== address || !view().dataset.live) return;
    const there = text && new DOMParser().parseFromString(text, 'text/html').getElementById('view');
    if (!there || pending) return later(2000);
    replace(there);
    // What is told of may reach the tables a moment later.
    if (Number(new URL(there.dataset.live, address).searchParams.get('after')) < Math.trunc(seen)) later(400);
  }

  function replace(there) {
    const before = new Map([...document.querySelectorAll('[data-key]')].map(x => [x.dataset.key, x.textContent]));
    for (const part of view().querySelectorAll('[data-part]')) {
      const next = document.adoptNode(there.querySelector(`[data-part="${part.dataset.part}"]`));
      const held = part.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
      const across = part.querySelector('.scroll')?.scrollLeft;
      part.replaceWith(next);
      if (across) next.querySelector('.scroll')?.scrollTo(across, 0);
      if (held) [...next.querySelectorAll('a')].find(x => x.getAttribute('href') === held)?.focus({ preventScroll: true });
    }
    let count = 0;
    for (const x of document.querySelectorAll('[data-key]')) {
      if (before.get(x.dataset.key) !== x.textContent) {
        x.classList.add('fresh');
        fresh.add(x.dataset.key);
        count++;
      } else if (fresh.has(x.dataset.key)) {
        x.classList.add('fresh', 'still');
      }
    }
    if (count) status.textContent = count === 1 ? 'One new position' : `${count} new positions`;
  }

  function listen() {
    if (source || !view()?.dataset.live) return;
    const from = new URL(view().dataset.live, location);
    if (seen) from.searchParams.set('after', seen);
    source = new EventSource(from);
    source.addEventListener('open', () => line('New changes appear here by themselves.'));
    source.addEventListener('answer_changed', e => {
      seen = e.lastEventId;
      later();
    });
    source.addEventListener('error', () => {
      line('The line to the service is broken; what is missed meanwhile appears when it is back.');
      // A browser takes a broken line up again by itself, but gives up on an answer that is no stream, such as a service's that is starting.
      if (source.readyState !== EventSource.CLOSED) return;
      source = null;
      setTimeout(listen, 3000);
    });
  }

  listen();
  // The page may have been opened at another time, and come to now.
  document.addEventListener('shown', listen);
}
