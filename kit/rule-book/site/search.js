// Shows the rules that have every word of the search in what is said of them. Without this script all of them are shown.
const form = document.querySelector('form.search');
const box = form.querySelector('input');
const count = form.querySelector('output');
const rules = [...document.querySelectorAll('[data-words]')];
const families = [...document.querySelectorAll('section.family')];

// A word is found where one begins, so that EFAULT is not found in "default".
function finder(word) {
  return new RegExp(`(?<![a-z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

function search() {
  const words = box.value.trim().toLowerCase().split(/\s+/).map(finder);
  for (const rule of rules) rule.hidden = !words.every((word) => word.test(rule.dataset.words));
  for (const family of families) family.hidden = !family.querySelector('[data-words]:not([hidden])');
  const found = rules.filter((rule) => !rule.hidden);
  count.textContent = box.value.trim() === '' ? '' : `${found.length} of ${rules.length} rules`;
  return found;
}

box.addEventListener('input', search);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  search()[0]?.querySelector('a').click();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target === box) return;
  event.preventDefault();
  box.focus();
});
box.value = new URLSearchParams(location.search).get('q') ?? box.value;
form.hidden = false;
search();
