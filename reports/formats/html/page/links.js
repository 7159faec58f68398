/** The id that the address names; none where it is written wrongly. */
function idInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Opens what the address leads to, such as #RULE or #RULE:LINE of a scenario. */
function follow() {
  const target = document.getElementById(idInAddress());
  if (target === null) return;
  const form = document.querySelector('form.filter');
  if (target.closest('[hidden]') !== null) {
    form.reset();
    for (const hidden of document.querySelectorAll('section.all [hidden]:not(.nothing)')) hidden.hidden = false;
  }
  for (let element = target; element !== null; element = element.parentElement?.closest('details') ?? null) element.open = true;
  const summary = target.querySelector(':scope > summary');
  summary?.focus({ preventScroll: true });
  // The filter may stay at the top, and covers what is behind it.
  const covered = getComputedStyle(form).position === 'sticky' ? form.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = `${covered + 8}px`;
  target.scrollIntoView();
}

addEventListener('hashchange', follow);
// The same address again is no change of it.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link !== null && link.hash === location.hash) follow();
});
// Not before: a browser that goes to a fragment itself takes the focus away.
addEventListener('load', follow);

for (const command of document.querySelectorAll('.command')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const code = command.querySelector('code');
    getSelection().selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Selected';
    }
  });
  command.append(button);
}

// On paper every rule is open, and every scenario of which is known what it did.
const opened = new Set();
addEventListener('beforeprint', () => {
  for (const element of document.querySelectorAll('details:not([open])')) {
    if (element.matches('.case:not([data-filled])')) continue;
    element.open = true;
    opened.add(element);
  }
});
addEventListener('afterprint', () => {
  for (const element of opened) element.open = false;
  opened.clear();
});
