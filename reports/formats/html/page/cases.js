// Fills in what a scenario did when somebody opens it. Texts become text nodes and nothing else, so that none is ever markup.

/** A new element: its class or attributes, and its children, of which strings become text. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SPOKEN = { made: '', ended: ' (ended here)', 'not reached': ' (not reached)' };

const dataOfRules = new Map();

/** What the scenarios of a rule did, in the order of the report. It is unpacked once. */
function dataOfRule(index) {
  const known = dataOfRules.get(index);
  if (known !== undefined) return known;
  const packed = Uint8Array.from(atob(document.getElementById(`data-of-rule-${index}`).textContent), (letter) => letter.charCodeAt(0));
  const data = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
  dataOfRules.set(index, data);
  return data;
}

async function fill(element) {
  if (element.dataset.filled !== undefined) return;
  element.dataset.filled = '';
  try {
    const scenarios = await dataOfRule(element.dataset.rule);
    element.append(story(scenarios[Number(element.dataset.place)]));
  } catch {
    element.append(make('p', { class: 'warning' }, 'This browser cannot unpack what the scenario did; report.json has it.'));
  }
}

function story({ verdict, reason, steps, looks, calls, remarks }) {
  const parts = make('div', { class: 'story' });
  if (reason !== undefined) parts.append(make('p', { class: 'reason' }, reason));
  if (remarks.length > 0) parts.append(factList(remarks));
  if (steps !== undefined) parts.append(make('h5', {}, 'The scenario'), stepList(steps));
  if (looks.length > 0) parts.append(make('h5', {}, 'Expected and actual'), lookTable(looks));
  if (calls.some((one) => one.calls.length > 0)) parts.append(make('h5', {}, 'The calls'), callList(calls, verdict));
  return parts;
}

function stepList(steps) {
  return make('ul', { class: 'steps' }, ...steps.map((step) => make('li', stepClass(step), ...stepText(step))));
}

function stepClass({ state }) {
  return { class: state.replace(' ', '-') };
}

function stepText({ keyword, text, state }) {
  return [make('b', {}, keyword), ` ${text}`, make('span', { class: 'unseen' }, SPOKEN[state])];
}

/** With roles, since on a narrow screen it is laid out as a list, and a browser no longer takes it for a table. */
function lookTable(looks) {
  const head = ['Looked at', 'Expected', 'Actual', 'Held'].map((name) => make('th', { scope: 'col', role: 'columnheader' }, name));
  const rows = looks.map(({ what, expected, actual, held }) =>
    make(
      'tr',
      { class: held ? 'held' : 'unmet', role: 'row' },
      make('th', { scope: 'row', role: 'rowheader' }, what),
      make('td', { role: 'cell', 'data-name': 'Expected' }, ...pieces(expected)),
      make('td', { role: 'cell', 'data-name': 'Actual' }, ...pieces(actual)),
      make('td', { role: 'cell', 'data-name': 'Held' }, held ? 'yes' : 'no'),
    ),
  );
  return wide(
    make(
      'table',
      { class: 'looks', role: 'table' },
      make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...head)),
      make('tbody', { role: 'rowgroup' }, ...rows),
    ),
    'Expected and actual',
  );
}

function pieces(all) {
  return all.map(({ text, differs }) => (differs ? make('mark', {}, text) : text));
}

/** Below the step that made them. In a scenario that did not pass, the last ioctl and all after it are open, and what the last step did. */
function callList(ofSteps, verdict) {
  const all = ofSteps.flatMap(({ calls }) => calls);
  const last = verdict === 'passed' ? -1 : all.findLastIndex(({ says }) => says.startsWith('calls '));
  const ended = ofSteps.filter(({ step }) => step?.state === 'ended').flatMap(({ calls }) => calls);
  const open = new Set([...ended, ...(last === -1 ? [] : all.slice(last))]);
  const lists = ofSteps.flatMap(({ step, calls }) => [
    ...(step === undefined ? [] : [make('p', stepClass(step), ...stepText(step))]),
    ...(calls.length === 0 ? [] : [make('ol', { class: 'calls' }, ...calls.map((call) => callItem(call, open.has(call))))]),
  ]);
  return make('div', { class: 'steps by-step' }, ...lists);
}

function callItem({ who, says, outcome, changed, blocks }, isOpen) {
  const line = [make('span', { class: 'who' }, who), ' ', make('span', { class: 'says' }, says)];
  if (outcome !== undefined) line.push(' ', make('span', { class: `outcome ${outcome.kind}` }, outcome.text));
  if (changed !== undefined) line.push(' ', make('span', { class: 'changes' }, `changed ${changed}`));
  if (blocks.length === 0) return make('li', {}, make('div', { class: 'call' }, ...line));
  const details = make('details', { class: 'call' }, make('summary', {}, ...line), ...blocks.map(block));
  details.open = isOpen;
  return make('li', {}, details);
}

function block(told) {
  const inside = { fields: fieldTable, bytes: byteRows, facts: ({ facts }) => factList(facts) }[told.kind](told);
  const parts = [make('p', { class: 'title' }, told.title), inside];
  if (told.note !== undefined && told.note !== '') parts.push(make('p', { class: 'note' }, told.note));
  return make('div', { class: 'block' }, ...parts);
}

function fieldTable({ title, fields }) {
  const isChanged = fields.some(({ after }) => after !== undefined);
  const names = ['At', 'Field', 'Bytes', 'Value', ...(isChanged ? ['Afterwards'] : [])];
  const rows = fields.map(({ at, name, hex, value, after }) =>
    make(
      'tr',
      {},
      make('td', { class: 'number' }, String(at)),
      make('th', { scope: 'row' }, name),
      make('td', {}, make('code', {}, grouped(hex))),
      make('td', {}, value),
      ...(isChanged
        ? [make('td', {}, ...(after === undefined ? [] : [make('mark', {}, after.value), ' ', make('code', {}, grouped(after.hex))]))]
        : []),
    ),
  );
  const head = make('thead', {}, make('tr', {}, ...names.map((name) => make('th', { scope: 'col' }, name))));
  return wide(make('table', { class: 'fields' }, head, make('tbody', {}, ...rows)), title);
}

function grouped(hex) {
  return hex.match(/../g)?.join(' ') ?? '';
}

function byteRows({ title, rows }) {
  const lines = rows.map(({ at, hex, times, changed = [] }) =>
    make(
      'div',
      {},
      make('span', { class: 'at' }, at.toString(16).padStart(4, '0')),
      '  ',
      ...bytesOf(hex, changed),
      ...(times === undefined ? [] : [make('span', { class: 'quiet' }, `  and ${times - 1} more such ${times === 2 ? 'row' : 'rows'}`)]),
    ),
  );
  return make(
    'div',
    { class: 'bytes', role: 'group', 'aria-label': title, tabindex: '0', hidden: rows.length === 0 ? '' : undefined },
    ...lines,
  );
}

/** Neighbours that were changed alike are one piece. */
function bytesOf(hex, changed) {
  const isChanged = new Set(changed);
  const runs = [];
  for (const [index, byte] of (hex.match(/../g) ?? []).entries()) {
    const last = runs.at(-1);
    const text = `${index === 8 ? ' ' : ''}${byte} `;
    if (last?.isChanged === isChanged.has(index)) last.text += text;
    else runs.push({ isChanged: isChanged.has(index), text });
  }
  return runs.map((run) => (run.isChanged ? make('mark', {}, run.text) : run.text));
}

function factList(facts) {
  return make('dl', { class: 'facts' }, ...facts.map(({ name, value }) => make('div', {}, make('dt', {}, name), make('dd', {}, value))));
}

function wide(table, label) {
  return make('div', { class: 'wide', role: 'group', tabindex: '0', 'aria-label': label }, table);
}

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target.open && target.matches('details.case')) fill(target);
  },
  true,
);

const badCases = document.querySelectorAll('details.case:has(> summary > .failed), details.case:has(> summary > .broken)');
/** So many are open on paper without anybody having opened them. */
for (const element of [...badCases].slice(0, 50)) fill(element);

const unfold = document.querySelector('.unfold');
unfold.addEventListener('click', async () => {
  unfold.disabled = true;
  for (const element of document.querySelectorAll('details.case')) {
    await fill(element);
    element.open = true;
    element.closest('details.rule').open = true;
  }
  unfold.disabled = false;
});
