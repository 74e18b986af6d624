// Makes pages that work without it swifter: swaps the view when the date changes, keeping the focus and the address.
'use strict';

const form = document.querySelector('form[data-dates]');
const status = document.getElementById('said');
let pending = null;

// The field the day stands in; a comparison has two days, and its later one moves.
const said = form => form.elements[form.dataset.dates];

const monthEnd = (first, months) => {
  const day = new Date(Date.UTC(first, months + 1, 0));
  return day.toISOString().slice(0, 10);
};

const words = day => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));

const addressOf = form => {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  return form.getAttribute('action') + (fields.length ? '?' + new URLSearchParams(fields) : '');
};

// One view at a time: a later wish ends an earlier one.
async function show(address, remember) {
  pending?.abort();
  const mine = pending = new AbortController();
  document.getElementById('view')?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' }, signal: mine.signal });
    const there = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!response.ok || !there.getElementById('view')) {
      location.assign(address);
      return;
    }
    const keep = document.activeElement?.closest('#view') ? null : document.activeElement;
    document.getElementById('view').replaceWith(document.adoptNode(there.getElementById('view')));
    refreshDates(there);
    document.title = there.title;
    if (remember === 'push') history.pushState(null, '', address);
    if (remember === 'replace') history.replaceState(null, '', address);
    if (keep?.isConnected) keep.focus({ preventScroll: true });
    const on = form && said(form).value;
    status.textContent = on ? `Showing what had been said by ${words(on)}` : 'Showing everything said so far';
    document.dispatchEvent(new Event('shown'));
  } catch (e) {
    if (e.name !== 'AbortError') location.assign(address);
  } finally {
    if (pending === mine) pending = null;
  }
}

// The control itself stays, so that a hand on the slider keeps hold of it; only what it says is renewed.
function refreshDates(there) {
  const fresh = there.querySelector('form[data-dates]');
  if (!form || !fresh) return;
  const slider = form.querySelector('.slider');
  if (document.activeElement !== slider) slider.value = fresh.querySelector('.slider').value;
  slider.setAttribute('aria-valuetext', fresh.querySelector('.slider').getAttribute('aria-valuetext'));
  for (const name of [form.dataset.dates, 'known'])
    if (document.activeElement !== form.elements[name]) form.elements[name].value = fresh.elements[name].value;
  const now = [...form.querySelectorAll('.years a')], next = [...fresh.querySelectorAll('.years a')];
  if (now.length === next.length) {
    now.forEach((a, i) => {
      a.href = next[i].getAttribute('href');
      next[i].hasAttribute('aria-current') ? a.setAttribute('aria-current', 'date') : a.removeAttribute('aria-current');
    });
  } else {
    form.querySelector('.years').replaceWith(fresh.querySelector('.years'));
  }
  const back = form.querySelector('.fields a'), freshBack = fresh.querySelector('.fields a');
  if (back && !freshBack) back.remove();
  if (!back && freshBack) form.querySelector('.fields').append(freshBack);
  if (back && freshBack) back.href = freshBack.getAttribute('href');
}

// Where the view is another page's, the slider chooses the day and the button goes there.
const swaps = form && document.getElementById('view') !== null;

if (form) {
  let timer = 0;
  const slider = form.querySelector('.slider');
  slider.addEventListener('input', () => {
    said(form).value = monthEnd(+slider.dataset.first, +slider.value);
    slider.setAttribute('aria-valuetext', words(said(form).value));
    clearTimeout(timer);
    if (swaps) timer = setTimeout(() => show(addressOf(form), 'replace'), 80);
  });
}

if (swaps) {
  form.addEventListener('submit', e => {
    e.preventDefault();
    show(addressOf(form), 'push');
  });
  document.addEventListener('click', e => {
    const link = e.target.closest('a[data-swap]');
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    e.preventDefault();
    show(link.href, 'push');
  });
  addEventListener('popstate', () => show(location.href, null));
}

document.addEventListener('click', async e => {
  const button = e.target.closest('button[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  // Only pages of secure addresses have a clipboard.
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand('copy'); }
  status.textContent = 'Copied';
  button.textContent = 'Copied';
});
