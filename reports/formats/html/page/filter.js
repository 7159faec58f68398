// Shows the rules that are as the form says. Without this script all of them are shown.
const form = document.querySelector('form.filter');
const output = form.querySelector('output');
const nothing = document.querySelector('.nothing');
const families = [...document.querySelectorAll('section.family')].map((section) => ({
  section,
  rules: [...section.querySelectorAll('details.rule')].map((element) => ({ element, text: undefined })),
}));
const total = families.reduce((sum, { rules }) => sum + rules.length, 0);

/** What a rule is found by: all that is written of it. */
function textOf(rule) {
  rule.text ??= rule.element.textContent.toLowerCase();
  return rule.text;
}

function apply() {
  const values = new FormData(form);
  const words = values.get('words').trim().toLowerCase().split(/\s+/);
  const [family, level] = [values.get('family'), values.get('level')];
  const verdicts = values.getAll('verdict');
  let found = 0;
  for (const { section, rules } of families) {
    let shown = 0;
    for (const rule of rules) {
      const { dataset } = rule.element;
      const isFound =
        (family === '' || family === section.dataset.family) &&
        (level === '' || level === dataset.level) &&
        (verdicts.length === 0 || verdicts.includes(dataset.verdict)) &&
        words.every((word) => textOf(rule).includes(word));
      rule.element.hidden = !isFound;
      if (isFound) shown += 1;
    }
    section.hidden = shown === 0;
    found += shown;
  }
  nothing.hidden = found > 0;
  output.textContent = `${found} of ${total} rules`;
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
// The fields have their first values only after this event.
form.addEventListener('reset', () => setTimeout(apply));
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.matches('input, select, textarea');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  event.preventDefault();
  form.elements.words.focus();
});
form.hidden = false;
apply();
