// Makes one element look like another by changing only what differs; what has the focus keeps it.

/** The one element in a piece of markup; rows of tables need a table around them to be read. */
export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

export function morph(from, to) {
  if (from.nodeName !== to.nodeName) { from.replaceWith(to); return; }
  attributes(from, to);
  const old = [...from.childNodes];
  const next = [...to.childNodes];
  for (let i = 0; i < next.length; i++) {
    const a = old[i];
    const b = next[i];
    if (!a) from.append(b);
    else if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) a.replaceWith(b);
    else if (a.nodeType === Node.ELEMENT_NODE) morph(a, b);
    else if (a.nodeValue !== b.nodeValue) a.nodeValue = b.nodeValue;
  }
  for (let i = next.length; i < old.length; i++) old[i].remove();
}

function attributes(from, to) {
  for (const { name, value } of to.attributes) {
    if (name === 'aria-expanded') continue; // the reader's own doing
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name)) from.removeAttribute(name);
  }
}
