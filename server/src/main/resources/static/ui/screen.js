// What every page can do: theme, local times, keyboard, palette, and staying up to date.
import { morph, parse } from './morph.js';
import { startPalette } from './palette.js';

const $ = (id) => document.getElementById(id);
const store = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* kept for this page only */ } },
};

// --- theme -----------------------------------------------------------------------------------------------------
const THEMES = ['auto', 'light', 'dark'];
function theme() { return document.documentElement.dataset.theme || 'auto'; }
function nextTheme() {
  const next = THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length];
  if (next === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  store.set('poolwright-theme', next);
  sayTheme();
  document.dispatchEvent(new CustomEvent('poolwright:theme'));
}
function sayTheme() { $('theme').textContent = `Theme: ${theme()}`; }
$('theme').hidden = false;
$('theme').addEventListener('click', nextTheme);
sayTheme();

// --- times: UTC is written by the server, the reader's own time is put beside it --------------------------------
const HOUR = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });
function localTimes(root) {
  for (const it of root.querySelectorAll('time[datetime]')) {
    const at = new Date(it.dateTime);
    if (!Number.isNaN(at.getTime())) it.title = `${HOUR.format(at)} local · ${FULL.format(at)}`;
  }
}
function localClock(at) {
  $('local-clock').textContent = `(${HOUR.format(at)} local)`;
}
localTimes(document);
localClock(new Date(document.body.dataset.now));

// --- keeping up to date ----------------------------------------------------------------------------------------
const feed = document.body.dataset.feed;
const pill = $('live');
let source = null;
let paused = false;
let unfolded = false;
let verdict = $('headline')?.querySelector('.verdict')?.textContent;

function show(state, label) {
  pill.className = `pill ${state}`;
  pill.querySelector('.label').textContent = label;
  pill.setAttribute('aria-pressed', String(paused));
  pill.title = paused ? 'Go on (Space)' : 'Pause (Space)';
}
function apply(patch) {
  const fresh = new Map();
  for (const [id, html] of Object.entries(patch.parts)) {
    const now = $(id);
    const next = parse(html);
    if (!next) continue;
    localTimes(next);
    if (now) morph(now, next); else fresh.set(id, next);
  }
  for (const [id, children] of Object.entries(patch.order)) arrange(id, children, fresh);
  $('clock').textContent = patch.clock;
  localClock(new Date());
  tellVerdict();
}
function arrange(id, children, fresh) {
  let parent = $(id);
  if (!parent) return;
  let place = id === 'pools' ? parent.tHead.nextElementSibling : parent.firstElementChild;
  const wanted = new Set(children);
  for (const child of children) {
    let it = $(child) || fresh.get(child);
    if (!it && id === 'pools') {
      it = document.createElement('tbody');
      it.id = child;
      if (child.endsWith('-quiet')) { it.className = 'folded'; it.hidden = true; }
    }
    if (!it) continue;
    if (it === place) place = place.nextElementSibling;
    else parent.insertBefore(it, place);
  }
  while (place) {
    const next = place.nextElementSibling;
    if (!wanted.has(place.id) && place.id) place.remove();
    place = next;
  }
}
function tellVerdict() {
  const now = $('headline')?.querySelector('.verdict')?.textContent.replace(/\s+/g, ' ').replace(/\([^)]*\)/, '');
  if (now && now !== verdict) { $('news').textContent = now; verdict = now; }
}
function open() {
  source = new EventSource(unfolded ? `${feed}?unfolded=true` : feed);
  source.addEventListener('open', () => show('', 'live'));
  source.addEventListener('patch', (event) => {
    apply(JSON.parse(event.data));
    document.documentElement.dataset.patches = String(1 + Number(document.documentElement.dataset.patches || 0));
  });
  source.addEventListener('point', (event) => document.dispatchEvent(new CustomEvent('poolwright:point', { detail: JSON.parse(event.data) })));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) show('lost', 'lost: reload');
    else show('lost', 'reconnecting');
  });
}
function pause() {
  if (!feed) return;
  if (pill.classList.contains('lost') && source?.readyState === EventSource.CLOSED) { location.reload(); return; }
  paused = !paused;
  if (paused) { source.close(); show('paused', 'paused'); } else { show('', 'live'); open(); }
}
if (feed && pill) {
  pill.hidden = false;
  pill.addEventListener('click', pause);
  show('', 'live');
  open();
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => { if (event.persisted && !paused) open(); });
}

// --- folding ---------------------------------------------------------------------------------------------------
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('.unfold');
  if (!button) return;
  const quiet = $(button.getAttribute('aria-controls'));
  quiet.hidden = !quiet.hidden;
  button.setAttribute('aria-expanded', String(!quiet.hidden));
  if (!unfolded) {
    unfolded = true;
    if (feed && !paused) { source.close(); open(); }
  }
});

// --- keyboard --------------------------------------------------------------------------------------------------
const palette = startPalette($('palette'), $('palette-text'), $('palette-list'));
$('open-palette').hidden = false;
$('open-palette').addEventListener('click', palette);
$('open-help').hidden = false;
$('open-help').addEventListener('click', () => $('help').showModal());
const single = $('single-keys');
single.checked = store.get('poolwright-single-keys') !== 'off';
single.addEventListener('change', () => store.set('poolwright-single-keys', single.checked ? 'on' : 'off'));

function lines() {
  return [...document.querySelectorAll('.pool .what a, .instances a, .row-link')].filter((it) => it.offsetParent !== null);
}
function step(by) {
  const all = lines();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const to = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  to.focus();
  to.scrollIntoView({ block: 'nearest' });
}
function typing(target) {
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); palette(); return; }
  if (!single.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || document.querySelector('dialog[open]')) return;
  if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === 't') nextTheme();
  else if (event.key === '?') $('help').showModal();
  else if (event.key === ' ' && feed && !event.target.closest('button, summary, [role="region"]')) { event.preventDefault(); pause(); }
});
document.documentElement.dataset.ready = 'true';
