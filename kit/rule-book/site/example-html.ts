import { type Html, html, withColumns } from '../../../reports/formats/html/html.js';
import { countOf, type Example, type Step, type Table } from '../book.js';

export function exampleHtml(example: Example): Html {
  const columns = example.tables[0]?.columns ?? [];
  const count = countOf(example);
  return html`<section class="example">
<h3>${withColumns(example.name, columns)}${example.tables.length === 0 ? '' : html` <small>${count} ${count === 1 ? 'example' : 'examples'}</small>`}</h3>
${stepsHtml(example.steps, columns)}
${example.tables.map(tableHtml)}</section>
`;
}

export function stepsHtml(steps: readonly Step[], columns: readonly string[] = []): Html {
  return html`<ul class="steps">${steps.map(({ keyword, text }) => html`<li><b>${keyword}</b> ${withColumns(text, columns)}</li>\n`)}</ul>`;
}

/** A single column is shown as a list of values, since it may be a hundred commands long. */
function tableHtml(table: Table): Html {
  const title = table.title === '' ? '' : html`<h4>${table.title}</h4>\n`;
  return table.columns.length === 1
    ? html`${title}<ul class="values" aria-label="${table.columns[0] ?? ''}">${table.rows.map(([value = '']) => html`<li>${value}</li>`)}</ul>\n`
    : html`${title}<div class="wide" tabindex="0" role="group" aria-label="${table.title || 'Examples'}"><table>
<thead><tr>${table.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${table.rows.map((row) => html`<tr>${row.map((value) => html`<td>${value}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;
}
