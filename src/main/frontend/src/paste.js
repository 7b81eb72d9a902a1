// A block copied from a spreadsheet, pasted into the form: downwards into the cells of a section, by their codes if the
// block has them, or across the columns and rows of a repeatable group.

import { Batch } from './batch.js';
import { chosen, cleanMonth, cleanNumber, meansNotApplicable, parseBlock, stripped } from './clean.js';

const CODE = /^[A-Z]\d{2,3}[A-Z]?$/;
/** Where the value stands in a block whose first column holds codes, by its width: as in our workbook, or the last. */
const valueColumn = width => (width >= 4 ? 3 : width - 1);

export class Paste {
  /** @param report called with {filled, refused: [{name, text, why}], undo} */
  constructor(sheet, t, report) {
    this.sheet = sheet;
    this.t = t;
    this.report = report;
    sheet.root.addEventListener('paste', e => this.pasted(e));
    sheet.root.addEventListener('input', () => { this.last = null; });
    sheet.root.addEventListener('keydown', e => this.pressed(e));
  }

  pasted(event) {
    const cell = this.sheet.of(event.target);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!cell || !event.target.matches('.zb-input') || stripped(text) === '') return;
    const block = parseBlock(text);
    const single = block.length === 1 && block[0].length === 1;
    // one figure that replaces what the cell holds is cleaned as well; part of a text is the browser's business
    if (single && (cell.type !== 'NUMBER' || !whollySelected(event.target))) return;
    event.preventDefault();
    this.fill(cell, block);
  }

  fill(cell, block) {
    const batch = new Batch(this.sheet);
    const refused = [];
    const put = (target, text) => this.put(batch, target, text, refused);
    if (cell.element.closest('[data-row]')) this.intoRows(cell, block, put, batch, refused);
    else if (coded(block).length) this.byCode(coded(block), put, refused);
    else if (block.some(line => line.length > 1)) refused.push({ name: '', text: '', why: this.t('paste.oneColumn') });
    else this.downwards(cell, block, put, refused);
    this.sheet.onChange(null);
    this.last = batch.filled || batch.rows.length ? batch : null;
    this.report({ filled: batch.filled, refused, undo: this.last && (() => this.undo(batch)) });
  }

  downwards(cell, block, put, refused) {
    const section = cell.element.closest('[data-section]');
    const cells = this.sheet.single.filter(c => section.contains(c.element));
    const from = cells.indexOf(cell);
    block.forEach(([text], i) => {
      if (from + i < cells.length) put(cells[from + i], text);
      else if (stripped(text)) refused.push({ name: this.t('paste.line', i + 1), text, why: this.t('paste.sectionEnds') });
    });
  }

  byCode(block, put, refused) {
    for (const line of block) {
      const code = stripped(line[0]);
      const cell = this.sheet.at(code);
      const text = line[valueColumn(line.length)];
      if (cell) put(cell, text);
      else refused.push({ name: code, text, why: this.t('paste.noSuchCode') });
    }
  }

  intoRows(cell, block, put, batch, refused) {
    const row = cell.element.closest('[data-row]');
    const group = row.closest('[data-group]');
    const from = this.sheet.rowsOf(group).indexOf(row);
    const column = this.sheet.cellsOf(row).indexOf(cell);
    block.forEach((line, i) => {
      const rows = this.sheet.rowsOf(group);
      if (from + i >= Number(group.dataset.max)) {
        refused.push({ name: this.t('paste.line', i + 1), text: line.join(' '), why: this.t('rows.limit', group.dataset.max) });
        return;
      }
      const cells = this.sheet.cellsOf(rows[from + i] ?? batch.addRow(group));
      line.forEach((text, j) => {
        if (column + j < cells.length) put(cells[column + j], text);
        else if (stripped(text)) refused.push({ name: this.t('paste.line', i + 1), text, why: this.t('paste.columnsEnd') });
      });
    });
  }

  /** Blank cells of a block leave ours alone. */
  put(batch, cell, text, refused) {
    if (stripped(text) === '') return;
    const { value, problem } = this.meaning(cell, text);
    const why = problem ?? batch.set(cell, value);
    if (why) refused.push({ name: this.sheet.nameOf(cell), text: stripped(text), why: why[0] === '' ? why[1] : this.t(...why) });
  }

  meaning(cell, text) {
    if (meansNotApplicable(text)) return cell.naButton ? { value: 'NA' } : { problem: ['paste.required'] };
    if (cell.type === 'NUMBER') return cleanNumber(text, [cell.element.dataset.unit, cell.element.dataset.unitOther]);
    if (cell.type === 'MONTH') return { value: cleanMonth(text) };
    if (cell.type === 'TEXT') return { value: stripped(text) };
    const codes = stripped(text).split(cell.type === 'CODES' ? /[,;、，；\n]/ : /\n/).map(t => chosen(t, optionsOf(cell)));
    return codes.includes(undefined) ? { problem: ['paste.noSuchOption'] } : { value: codes.join(',') };
  }

  /** Ctrl+Z right after a paste takes back all of it. */
  pressed(event) {
    if (!this.last || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.undo(this.last);
  }

  undo(batch) {
    this.last = null;
    batch.undo();
    this.report({ undone: true });
  }
}

/** The lines that begin with a code, without a heading above them; none if others are among them. */
export function coded(block) {
  const isCoded = line => line.length > 1 && CODE.test(stripped(line[0]));
  const lines = block.slice(Math.max(block.findIndex(isCoded), 0)).filter(line => line.some(text => stripped(text)));
  return lines.every(isCoded) ? lines : [];
}

const whollySelected = input => input.selectionStart === 0 && input.selectionEnd === input.value.length;

/** [{code, label}] of a cell for codes. */
function optionsOf(cell) {
  return cell.type === 'CODE'
    ? Array.from(cell.input.options).filter(o => o.value).map(o => ({ code: o.value, label: o.textContent }))
    : Array.from(cell.input.querySelectorAll('input'), i => ({ code: i.value, label: i.value + i.parentElement.textContent }));
}
