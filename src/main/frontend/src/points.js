// The points of a return: each beside its cell, to be answered there unless the figure is corrected.

import { h, jumpTo } from './dom.js';
import { judge, verdict } from './explaining.js';
import { plainNumber } from './numbers.js';

export class Points {
  /** @param onChange called when an answer changes */
  constructor(root, sheet, t, onChange, files) {
    this.sheet = sheet;
    this.t = t;
    this.onChange = onChange;
    this.files = files;
    const holder = root.querySelector('[data-zb-points]');
    this.base = JSON.parse(holder?.dataset.base ?? '{}');
    this.list = Array.from(holder?.querySelectorAll('[data-point]') ?? [], item => this.point(item));
    this.list.forEach(p => this.place(p));
    sheet.loaders.push(() => this.list.forEach(p => { p.area.value = this.answer(p); }));
    this.render();
  }

  point(item) {
    const { point: key, fields, whole } = item.dataset;
    return { item, key, fields: fields.split(' '), whole: whole === 'true', text: item.querySelector('[data-point-text]').textContent.trim() };
  }

  answer(point) { return (this.sheet.explanations[point.key] ?? '').trim(); }

  place(point) {
    const { t } = this;
    const id = 'zb-' + point.key.replace('/', '-');
    point.area = h('textarea', { class: 'zb-input', rows: '2', maxlength: '1000', id, 'data-point-answer': point.key, value: this.answer(point) });
    point.verdict = verdict(point.area, id + '-count', t, () => this.fault(point));
    point.area.addEventListener('input', () => {
      const text = point.area.value.trim();
      if (text) this.sheet.explanations[point.key] = text;
      else delete this.sheet.explanations[point.key];
      this.render();
      this.onChange();
    });
    point.note = h('div', { class: 'zb-note zb-note--point', tabindex: '-1' },
      h('p', { class: 'zb-note-message' }, h('span', { class: 'zb-tag zb-tag--returned' }, t('point.title')), ' ', point.text),
      h('div', { class: 'zb-explain' }, h('label', { for: id }, t('point.label')), point.area, point.verdict.line, this.files(point.key)));
    const cell = point.fields.map(f => this.sheet.at(f)).find(Boolean);
    const row = cell?.element.closest('.zb-row');
    if (row) row.after(h('tr', { class: 'zb-note-row zb-note-row--point' }, h('td', { colspan: row.children.length }, point.note)));
    else if (cell) cell.element.closest('[data-row]').after(point.note);
    else point.item.append(point.note);
    point.item.querySelector('[data-point-go]')?.addEventListener('click', () => this.goTo(point));
  }

  /** What is wrong with the answer; null if it counts. */
  fault(point) { return judge(this.answer(point), point.text); }

  /** Whether a figure that the point is about differs from the revision that was returned. */
  corrected(point) {
    const now = paths(this.sheet.document());
    const about = path => point.fields.some(f => path === f || path.startsWith(f + '['));
    return [...new Set([...Object.keys(this.base), ...Object.keys(now)])].filter(about)
      .some(path => !same(this.base[path], now[path]));
  }

  /** The points that hold a submission up; a cell that was only marked is answered by the answer to the return, too. */
  open(returnAnswered) {
    return this.list.filter(p => !this.corrected(p) && this.fault(p) && !(p.whole && returnAnswered));
  }

  goTo(point) { jumpTo(point.area); }

  render() {
    for (const point of this.list) {
      const corrected = this.corrected(point), answered = !this.fault(point);
      const state = point.item.querySelector('[data-point-state]');
      state.textContent = this.t(corrected ? 'point.corrected' : answered ? 'point.answered' : 'point.open');
      state.classList.toggle('zb-tag--done', corrected || answered);
      point.verdict.line.hidden = corrected && !this.answer(point);
      point.verdict.update();
    }
  }
}

/** What each cell of a document holds, by its path. */
function paths(document) {
  const cells = { ...document.values };
  for (const [group, rows] of Object.entries(document.rows)) {
    rows.forEach((row, i) => Object.entries(row).forEach(([column, value]) => { cells[group + '[' + i + '].' + column] = value; }));
  }
  return cells;
}

/** 1.0 and 1.00 are the same figure. */
function same(a, b) {
  if (!a || !b) return !a && !b;
  return a === b || canonical(a) === canonical(b);
}

function canonical(value) {
  const plain = plainNumber(value);
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain.replace(/^(-?)0+(?=\d)/, '$1').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : value;
}
