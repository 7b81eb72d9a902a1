// The arrows among the rows of a repeatable group go where they point, as in a spreadsheet.

/** Goes before the form's own keys, which know only the order of the cells. */
export function bindKeys(sheet) {
  sheet.root.addEventListener('keydown', event => {
    const field = event.target;
    const row = field.closest('[data-row]');
    if (!row || !field.matches('.zb-input') || event.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = neighbour(sheet, row, field, event.key);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
    next.select?.();
  }, true);
}

function neighbour(sheet, row, field, key) {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[key];
  if (!step) return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    if (field.tagName === 'INPUT' && !atEdge(field, step)) return null;
    const fields = Array.from(row.querySelectorAll('.zb-input')).filter(f => !f.disabled);
    return fields[fields.indexOf(field) + step];
  }
  // up and down choose in a list
  if (field.tagName !== 'INPUT') return null;
  const rows = sheet.rowsOf(row.closest('[data-group]'));
  const column = field.closest('[data-column]').dataset.column;
  const other = rows[rows.indexOf(row) + step]?.querySelector('[data-column="' + CSS.escape(column) + '"] .zb-input');
  return other && !other.disabled ? other : null;
}

/** Whether the caret is at the end it would leave by, or the whole of the field is selected. */
function atEdge(field, step) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start === 0 && end === value.length) return true;
  return start === end && start === (step < 0 ? 0 : value.length);
}
