'use strict';
/* Sorting by header and copying, for every table of class "sortable". Without this script the tables are complete. */
(() => {
  const keyOf = cell => cell.dataset.key ?? cell.textContent.trim();

  function compare(a, b, numeric, direction) {
    const x = keyOf(a);
    const y = keyOf(b);
    if (x === '' || y === '') {
      return (x === '') - (y === '');
    }
    return direction * (numeric ? Number(x) - Number(y) : x.localeCompare(y, 'en', { numeric: true }));
  }

  function sort(table, header) {
    const ascending = header.getAttribute('aria-sort') !== 'ascending';
    const column = header.cellIndex;
    const numeric = header.classList.contains('number');
    const body = table.tBodies[0];
    const rows = [...body.rows];
    rows.sort((a, b) => compare(a.cells[column], b.cells[column], numeric, ascending ? 1 : -1));
    body.append(...rows);
    for (const other of table.tHead.rows[0].cells) {
      other.setAttribute('aria-sort', 'none');
    }
    header.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
  }

  function asText(table) {
    const clean = text => text.replace(/[\r\n]+/g, ' ').trim();
    const cell = c => c.dataset.copy ?? clean(c.dataset.key ?? c.textContent);
    return [...table.rows].map(row => [...row.cells].map(cell).join('\t')).join('\n') + '\n';
  }

  async function copy(table, button) {
    try {
      await navigator.clipboard.writeText(asText(table));
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(table);
      button.textContent = 'Selected: copy with Ctrl+C';
    }
  }

  for (const table of document.querySelectorAll('table.sortable')) {
    for (const header of table.tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      button.addEventListener('click', () => sort(table, header));
      header.append(button);
      header.setAttribute('aria-sort', 'none');
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy table';
    button.addEventListener('click', () => copy(table, button));
    table.parentElement.after(button);
  }
})();
