// Goes to any pool or service by a few letters of its name.
const MOST = 40;

export function startPalette(dialog, text, list) {
  let places = null;
  let shown = [];
  let at = 0;

  async function open() {
    if (dialog.open) return;
    dialog.showModal();
    text.value = '';
    text.focus();
    if (!places) {
      draw([], 'loading…');
      try {
        const answer = await fetch('/places', { headers: { accept: 'application/json' } });
        if (!answer.ok) throw new Error(String(answer.status));
        places = await answer.json();
      } catch {
        draw([], 'The list could not be read; are you still signed in?');
        return;
      }
    }
    find();
  }

  function find() {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fitting = [];
    for (const place of places || []) {
      const name = `${place.label} ${place.kind}`.toLowerCase();
      if (words.every((word) => name.includes(word))) fitting.push(place);
      if (fitting.length === MOST) break;
    }
    at = 0;
    draw(fitting, 'Nothing is called that.');
  }

  function draw(fitting, nothing) {
    shown = fitting;
    list.replaceChildren(...fitting.map(item));
    if (fitting.length === 0) {
      const it = document.createElement('li');
      it.className = 'nothing';
      it.setAttribute('role', 'option');
      it.setAttribute('aria-disabled', 'true');
      it.textContent = nothing;
      list.append(it);
    }
    mark();
  }

  function item(place, index) {
    const it = document.createElement('li');
    it.id = `place-${index}`;
    it.setAttribute('role', 'option');
    const kind = document.createElement('span');
    kind.className = 'kind';
    kind.textContent = place.kind;
    const label = document.createElement('span');
    label.textContent = place.label;
    it.append(kind, label);
    it.addEventListener('click', () => go(index));
    return it;
  }

  function mark() {
    [...list.children].forEach((it, index) => it.setAttribute('aria-selected', String(index === at && shown.length > 0)));
    if (shown.length > 0) {
      text.setAttribute('aria-activedescendant', `place-${at}`);
      list.children[at].scrollIntoView({ block: 'nearest' });
    } else text.removeAttribute('aria-activedescendant');
  }

  function go(index) {
    const place = shown[index];
    if (!place) return;
    dialog.close();
    location.assign(place.path);
  }

  text.addEventListener('input', find);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') at = Math.min(shown.length - 1, at + 1);
    else if (event.key === 'ArrowUp') at = Math.max(0, at - 1);
    else if (event.key === 'Enter') { event.preventDefault(); go(at); return; } else return;
    event.preventDefault();
    mark();
  });
  return open;
}
