// The whole form as one document: its single cells, its repeatable groups, its signatories.

import { Cell } from './cells.js';
import { h } from './dom.js';

export class Sheet {
  constructor(root, t, onChange) {
    this.root = root;
    this.t = t;
    this.onChange = onChange;
    this.explanations = {};
    /** Called when another document is shown. */
    this.loaders = [];
    this.cells = new Map();
    root.querySelectorAll('[data-cell]').forEach(e => this.adopt(e));
    root.querySelectorAll('[data-group]').forEach(g => this.renumber(g));
    this.signatories = Array.from(root.querySelectorAll('[data-signatory]'));
    this.listen();
  }

  adopt(element) {
    const cell = new Cell(element, this.t);
    this.cells.set(element, cell);
    return cell;
  }

  of(node) { return this.cells.get(node.closest('[data-cell]')); }

  // --- paths -----------------------------------------------------------------------------------------------------

  rowsOf(group) { return Array.from(group.querySelectorAll('[data-rows] > [data-row]')); }

  cellsOf(row) { return Array.from(row.querySelectorAll('[data-cell]'), e => this.cells.get(e)); }

  /** The rows that hold anything: blank rows are not part of the document. */
  filledRows(group) { return this.rowsOf(group).filter(r => this.cellsOf(r).some(c => c.typed.trim() !== '')); }

  group(code) { return this.root.querySelector('[data-group="' + CSS.escape(code) + '"]'); }

  /** The cell of a path, `A27` or `A26[0].product_output`; undefined if the form has none. */
  at(path) {
    const inRow = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path);
    if (!inRow) {
      return this.cells.get(this.root.querySelector('.zb-row [data-cell="' + CSS.escape(path) + '"]'));
    }
    const group = this.group(inRow[1]);
    const row = group && this.filledRows(group)[Number(inRow[2])];
    return row && this.cells.get(row.querySelector('[data-column="' + CSS.escape(inRow[3]) + '"] [data-cell]'));
  }

  pathOf(cell) {
    const row = cell.element.closest('[data-row]');
    if (!row) return cell.element.dataset.cell;
    const group = row.closest('[data-group]');
    return group.dataset.group + '[' + this.filledRows(group).indexOf(row) + '].' + columnOf(cell);
  }

  /** What a person calls the cell. */
  nameOf(cell) {
    const label = this.root.querySelector('#' + CSS.escape(cell.input.id + '-label'));
    const name = label?.firstElementChild?.textContent ?? '';
    const row = cell.element.closest('[data-row]');
    if (!row) return cell.element.dataset.cell + ' ' + name;
    return row.closest('[data-group]').dataset.group + ' ' + row.querySelector('[data-row-number]').textContent + ' ' + name;
  }

  // --- the document ----------------------------------------------------------------------------------------------

  get single() { return Array.from(this.cells.values()).filter(c => !c.element.closest('[data-row]')); }

  get invalid() { return Array.from(this.cells.values()).filter(c => c.problem !== null); }

  /** What can be stored: cells with a problem are left out. */
  document() {
    const values = {}, rows = {};
    for (const cell of this.single) {
      if (!cell.blank && !cell.problem) values[cell.element.dataset.cell] = cell.value;
    }
    for (const group of this.root.querySelectorAll('[data-group]')) {
      const filled = this.filledRows(group).map(row => Object.fromEntries(this.cellsOf(row)
        .filter(c => !c.blank && !c.problem).map(c => [columnOf(c), c.value])));
      if (filled.length) rows[group.dataset.group] = filled;
    }
    return {
      values, rows,
      explanations: { ...this.explanations },
      signatories: Object.fromEntries(this.signatories.map(i => [i.dataset.signatory, i.value.trim()])),
    };
  }

  /** Shows a document instead of what is there. */
  show(document) {
    for (const cell of this.single) cell.show(document.values?.[cell.element.dataset.cell] ?? '');
    for (const group of this.root.querySelectorAll('[data-group]')) this.showRows(group, document.rows?.[group.dataset.group] ?? []);
    this.explanations = { ...document.explanations };
    this.loaders.forEach(show => show());
    for (const input of this.signatories) input.value = document.signatories?.[input.dataset.signatory] ?? '';
  }

  showRows(group, rows) {
    const there = this.rowsOf(group);
    there.slice(rows.length).forEach(r => this.drop(r));
    while (this.rowsOf(group).length < rows.length) this.addRow(group);
    this.rowsOf(group).forEach((row, i) => this.cellsOf(row).forEach(c => c.show(rows[i][columnOf(c)] ?? '')));
  }

  // --- rows ------------------------------------------------------------------------------------------------------

  addRow(group) {
    const row = group.querySelector('template[data-row-template]').content.firstElementChild.cloneNode(true);
    group.querySelector('[data-rows]').append(row);
    row.querySelectorAll('[data-cell]').forEach(e => this.adopt(e));
    this.renumber(group);
    return row;
  }

  drop(row) {
    const group = row.closest('[data-group]');
    row.querySelectorAll('[data-cell]').forEach(e => this.cells.delete(e));
    row.remove();
    this.renumber(group);
  }

  /** Numbers the rows, keeps ids unique, and stops at the greatest number of rows. */
  renumber(group) {
    this.serial ??= 0;
    const rows = this.rowsOf(group);
    rows.forEach((row, i) => {
      row.querySelector('[data-row-number]').textContent = '#' + (i + 1);
      if (!row.dataset.serial) {
        row.dataset.serial = ++this.serial;
        this.cellsOf(row).forEach(c => rename(c, group.dataset.group, row.dataset.serial));
      }
    });
    const add = group.querySelector('[data-add-row]');
    const full = rows.length >= Number(group.dataset.max);
    add.disabled = full;
    add.title = full ? this.t('rows.limit', group.dataset.max) : '';
  }

  // --- events ----------------------------------------------------------------------------------------------------

  listen() {
    this.root.addEventListener('input', e => this.changed(e.target));
    this.root.addEventListener('change', e => this.changed(e.target));
    this.root.addEventListener('pointerdown', e => { this.pressedOn = e.target; });
    this.root.addEventListener('focusin', e => {
      if (e.target.matches('.zb-input')) this.of(e.target)?.edit(this.pressedOn === e.target);
      this.pressedOn = null;
    });
    this.root.addEventListener('focusout', e => { if (e.target.matches('.zb-input')) this.of(e.target)?.leave(); });
    this.root.addEventListener('click', e => this.clicked(e.target));
    this.root.addEventListener('keydown', e => this.pressed(e));
  }

  changed(target) {
    const cell = this.of(target);
    if (cell) cell.validate();
    if (cell || target.matches('[data-signatory]')) this.onChange(cell);
  }

  clicked(target) {
    const na = target.closest('[data-na]');
    if (na) {
      const cell = this.of(na);
      cell.setNotApplicable(!cell.notApplicable);
      cell.validate();
      if (!cell.notApplicable) cell.input.focus();
      this.onChange(cell);
    }
    const add = target.closest('[data-add-row]');
    if (add) {
      const row = this.addRow(add.closest('[data-group]'));
      this.cellsOf(row)[0].input.focus();
      this.onChange(null);
    }
    const remove = target.closest('[data-remove-row]');
    if (remove) {
      const group = remove.closest('[data-group]');
      this.drop(remove.closest('[data-row]'));
      group.querySelector('[data-add-row]').focus();
      this.onChange(null);
    }
  }

  /** Enter and the arrows go to the next or previous cell, as in a spreadsheet; Enter must not complete Tasklist's task. */
  pressed(event) {
    const field = event.target;
    if (!field.matches('input.zb-input') || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const fields = Array.from(this.root.querySelectorAll('input.zb-input, select.zb-input'))
      .filter(f => !f.disabled && f.offsetParent !== null);
    const next = fields[fields.indexOf(field) + step];
    next?.focus();
    next?.select?.();
  }

  /** The first blank cell after the one that has the focus, else the first of all; undefined if none is blank. */
  nextBlank() {
    const blank = this.single.filter(c => c.blank);
    const focused = document.activeElement;
    return blank.find(c => focused && focused.compareDocumentPosition(c.element) & Node.DOCUMENT_POSITION_FOLLOWING
      && !c.element.contains(focused)) ?? blank[0];
  }

  /** Marks the blank cells of a section as not applicable, where that is an answer; returns them. */
  fillNotApplicable(section) {
    const blank = this.single.filter(c => section.contains(c.element) && c.blank && c.naButton);
    blank.forEach(c => { c.setNotApplicable(true); c.validate(); });
    return blank;
  }

  /** [answered, asked] of each section. */
  progress() {
    const result = {};
    for (const section of this.root.querySelectorAll('section[data-section]')) {
      const cells = this.single.filter(c => section.contains(c.element));
      result[section.dataset.section] = [cells.filter(c => !c.blank && !c.problem).length, cells.length];
    }
    result.signatories = [this.signatories.filter(i => i.value.trim()).length, this.signatories.length];
    return result;
  }
}

const columnOf = cell => cell.element.closest('[data-column]').dataset.column;

function rename(cell, group, serial) {
  const id = 'zb-' + group + '-r' + serial + '-' + columnOf(cell);
  const label = cell.element.closest('.zb-field').querySelector('label');
  cell.input.id = id;
  label.htmlFor = id;
  label.id = id + '-label';
  cell.message.id = id + '-problem';
  if (cell.type === 'CODES') cell.input.setAttribute('aria-labelledby', label.id);
}

export const warning = (text, ...rest) => h('p', { class: 'zb-alert', role: 'status' }, text, ...rest);
