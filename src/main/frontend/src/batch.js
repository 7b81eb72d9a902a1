// Changes to many cells at once, which can be taken back together.

export class Batch {
  constructor(sheet) {
    this.sheet = sheet;
    this.changes = [];
    this.rows = [];
  }

  /** Shows a value in a cell; if the cell does not take it, leaves it as it was and returns why. */
  set(cell, value) {
    const before = cell.typed;
    cell.show(value);
    const problem = cell.problem;
    if (problem) cell.show(before);
    else this.changes.push({ cell, before, after: cell.typed });
    return problem;
  }

  addRow(group) {
    const row = this.sheet.addRow(group);
    this.rows.push(row);
    return row;
  }

  get filled() { return this.changes.length; }

  /** Puts back what was there, except where the person has typed since. */
  undo() {
    for (const { cell, before, after } of [...this.changes].reverse()) {
      if (cell.element.isConnected && cell.typed === after) cell.show(before);
    }
    for (const row of this.rows) {
      if (row.isConnected && this.sheet.cellsOf(row).every(c => c.typed.trim() === '')) this.sheet.drop(row);
    }
    this.sheet.onChange(null);
  }
}
