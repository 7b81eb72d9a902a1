// The review rules in the browser: the same texts that the server runs, so that the clerk sees at once what the server will
// say. The server decides.

import { isOrganisationCode, isSocialCreditCode } from './rules/codes.js';
import { Decimal } from './rules/decimal.js';
import { compile } from './rules/feel.js';
import { filled } from './rules/message.js';
import { referencesIn } from './rules/reference.js';
import { sha256 } from './rules/sha256.js';
import { Day } from './rules/values.js';

const NOT_APPLICABLE = 'NA';
const FEWEST_COMPARED = 10;
const LONGEST_NUMBER = 40;
const SEVERITIES = ['BLOCKING', 'EXPLAIN', 'HINT'];
const utf8 = new TextEncoder();
const LEAD = /^[^\S\u00a0\u2007\u202f\ufeff]+/, TRAIL = /[^\S\u00a0\u2007\u202f\ufeff]+$/;
const strip = text => text.replace(LEAD, '').replace(TRAIL, '');

/** What a cell of this content means; null if it is blank or not applicable. */
const meant = raw => (raw === undefined || raw === null || raw === NOT_APPLICABLE || strip(raw) === '' ? null : raw);
const numberOf = raw => (raw && raw.length <= LONGEST_NUMBER ? Decimal.parse(raw) : null);

/** The rules of one report; `payload` is the answer of `/api/v1/filings/{id}/rules`. */
export class LiveRules {
  constructor(payload) {
    this.cells = new Map(payload.cells.filter(c => !c.group).map(c => [c.code, c]));
    this.columns = new Map(payload.cells.filter(c => c.group).map(c => [c.group + '.' + c.code, c]));
    this.order = new Map(payload.cells.map((c, i) => [(c.group ? c.group + '.' : '') + c.code, i]));
    this.firstColumns = new Map(payload.cells.map((c, i) => [c.group, i]).reverse());
    this.industries = new Set(payload.industries);
    /** Rules that read what only the server knows. */
    this.serverOnly = new Set(payload.rules.filter(r => r.server).map(r => r.id));
    this.checks = payload.rules.filter(r => !r.server).flatMap(rule => this.prepared(rule));
    this.use(payload.context);
  }

  prepared(rule) {
    const checks = [];
    for (const { bind, target, fields } of rule.checks) {
      const put = text => text.replace(/\$([A-Za-z]+)/g, (whole, name) => bind[name] ?? rule.params[name]);
      const feel = put(rule.feel);
      try {
        checks.push({
          rule, target, fields, outcome: compile(feel), zh: put(rule.zh), en: put(rule.en),
          references: referencesIn(feel).sort((a, b) => (a.feel < b.feel ? -1 : 1)), found: [],
        });
      } catch (notHere) {
        this.serverOnly.add(rule.id);
        return [];
      }
    }
    return checks;
  }

  /** Takes what does not change while a person types: former figures, the unit, the quarter. */
  use(context) {
    this.context = context;
    const figures = values => this.figures(values ?? {});
    const [start, end] = [context.start, context.end];
    this.fixed = Object.assign(Object.create(null), {
      prev: figures(context.prev), year: figures(context.year), earlier: figures(context.earlier),
      annual: figures(context.annual),
      unit: Object.fromEntries(Object.entries(context.unit).map(([name, text]) => [name, meant(text)])),
      period: {
        start: new Day(start), end: new Day(end), days: Decimal.of((Date.parse(end) - Date.parse(start)) / 86400000 + 1),
      },
      kinds: context.kinds,
    });
    this.document = null;
  }

  figures(values) {
    return Object.fromEntries(Object.entries(values).map(([code, raw]) =>
      [code, this.cells.get(code)?.number ? numberOf(meant(raw)) : meant(raw)]));
  }

  /** The findings of a document; only what a changed cell touches is computed again. */
  review(document) {
    const values = document.values ?? {}, rows = document.rows ?? {};
    const changed = this.document ? this.changed(values, rows) : null;
    this.document = { values, rows };
    this.now = {
      ...this.fixed, this: this.figures(values), fact: this.facts(values),
      na: Object.fromEntries(Object.entries(values).map(([code, raw]) => [code, raw === NOT_APPLICABLE])),
      rows: Object.fromEntries(Object.entries(rows).map(([group, list]) => [group, list.map(row => this.row(group, row))])),
    };
    Object.setPrototypeOf(this.now, null);
    for (const check of this.checks) if (!changed || this.touched(check, changed)) this.run(check);
    return this.told();
  }

  changed(values, rows) {
    const was = this.document;
    const codes = [...new Set([...Object.keys(values), ...Object.keys(was.values)])].filter(c => values[c] !== was.values[c]);
    const groups = [...new Set([...Object.keys(rows), ...Object.keys(was.rows)])]
      .filter(g => JSON.stringify(rows[g]) !== JSON.stringify(was.rows[g]));
    return { codes: new Set(codes), groups: new Set(groups) };
  }

  touched(check, { codes, groups }) {
    return (codes.has('A15') && check.rule.industries.length > 0) || groups.has(check.rule.group)
      || check.references.some(({ scope, name }) => ((scope === 'this' || scope === 'na') && codes.has(name))
        || (scope === 'rows' && groups.has(name)) || (scope === 'fact' && codes.size > 0));
  }

  run(check) {
    check.found = [];
    const { group, industries } = check.rule;
    const industry = this.now.this.A15 ?? '';
    if (industries.length && !industries.some(beginning => industry.startsWith(beginning))) return;
    if (!group) this.evaluate(check, this.now, null, -1);
    else (this.document.rows[group] ?? []).forEach((row, i) => {
      const scope = Object.create(this.now);
      scope.row = this.row(group, row);
      scope.rowna = Object.fromEntries(Object.entries(row).map(([column, raw]) => [column, raw === NOT_APPLICABLE]));
      this.evaluate(check, scope, row, i);
    });
  }

  row(group, row) {
    return Object.fromEntries(Object.entries(row).map(([column, raw]) =>
      [column, this.columns.get(group + '.' + column)?.number ? numberOf(meant(raw)) : meant(raw)]));
  }

  evaluate(check, scope, row, index) {
    let parts;
    try {
      parts = check.outcome(withBlanks(scope, check.references));
    } catch (notHere) {
      this.serverOnly.add(check.rule.id);
      return;
    }
    if (!Array.isArray(parts) || parts[0] !== true) return;
    const { levels, lets } = check.rule;
    const failed = levels.findIndex((level, i) => parts[1 + i] !== true);
    if (failed < 0 || typeof parts[1 + failed] !== 'boolean') return;
    const computed = Object.fromEntries(lets.map((name, i) => [name, parts[1 + levels.length + i]]));
    check.found.push(this.finding(check, levels[failed], computed, this.look(check, scope, row, index)));
  }

  finding(check, { severity, confirm }, computed, look) {
    const { rule } = check;
    const path = column => (rule.group ? rule.group + '[' + (look.rowNumber - 1) + '].' + column : column);
    const target = rule.group ? path(check.target) : check.target;
    let print = part(rule.id + '/' + rule.version) + part(target);
    for (const reference of check.references) print += part(reference.feel) + part(look.canonical(reference));
    return {
      rule: rule.id, version: rule.version, target, severity, confirm, fields: check.fields.map(path),
      zh: filled(check.zh, 'zh', computed, look), en: filled(check.en, 'en', computed, look),
      fingerprint: sha256(utf8.encode(print)).slice(0, 32), explanation: '',
      place: this.place(rule.group, check.fields[0], look.rowNumber),
    };
  }

  /** Where it stands in the form, for sorting: rows one after the other. */
  place(group, field, row) {
    if (!group) return this.order.get(field) * 1e9;
    const first = this.firstColumns.get(group);
    return first * 1e9 + row * 1e3 + this.order.get(group + '.' + field) - first;
  }

  look(check, scope, row, index) {
    const { values, rows } = this.document;
    const raw = ({ scope: from, name }) => {
      if (from === 'this' || from === 'na') return values[name];
      if (from === 'row' || from === 'rowna') return row?.[name];
      return { prev: 1, year: 1, earlier: 1, annual: 1, unit: 1 }[from] ? this.context[from]?.[name] : undefined;
    };
    const value = ({ scope: from, name }) => scope[from]?.[name] ?? (from === 'na' || from === 'rowna' ? false : null);
    return {
      raw, value, rowNumber: index + 1,
      cell: ({ scope: from, name }) => (from === 'row' || from === 'rowna' ? this.columns.get(check.rule.group + '.' + name)
        : ['fact', 'link', 'period', 'unit', 'rows'].includes(from) ? undefined : this.cells.get(name)),
      canonical: reference => {
        if (reference.scope === 'rows') return rowsText(rows[reference.name] ?? []);
        const text = raw(reference), is = value(reference);
        if (is instanceof Decimal) return is.toString();
        return text === undefined || text === null ? String(is) : strip(text);
      },
    };
  }

  facts(values) {
    const industry = meant(values.A15);
    return {
      orgCodeValid: isOrganisationCode(meant(values.A01)), usccValid: isSocialCreditCode(meant(values.A02)),
      industryKnown: industry !== null && this.industries.has(industry), unchangedShare: this.unchangedShare(values),
    };
  }

  /** Which part of the figures that may change is exactly as in the previous quarter; null if too few can be compared. */
  unchangedShare(values) {
    let compared = 0, same = 0;
    for (const cell of this.cells.values()) {
      if (!cell.changing) continue;
      const now = numberOf(meant(values[cell.code])), before = this.fixed.prev[cell.code] ?? null;
      if (!now || !before || now.unscaled === 0n || before.unscaled === 0n) continue;
      compared++;
      if (now.compare(before) === 0) same++;
    }
    return compared < FEWEST_COMPARED ? null : Decimal.of(same).over(Decimal.of(compared)).rounded(4, 'halfUp');
  }

  /** All findings in the server's order, without those that another of the same thing outdoes. */
  told() {
    const all = this.checks.flatMap(check => check.found);
    return all.filter(finding => !outdone(finding, all)).sort((a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.place - b.place || (a.rule < b.rule ? -1 : 1));
  }
}

const base = rule => rule.slice(rule.indexOf('-') + 1);

/** A city's rule beside the province's: the one that asks for more counts. */
function outdone(finding, all) {
  const rank = f => SEVERITIES.indexOf(f.severity);
  return all.some(other => other.rule !== finding.rule && base(other.rule) === base(finding.rule)
    && other.target === finding.target
    && (rank(other) < rank(finding) || (rank(other) === rank(finding) && other.rule === base(finding.rule))));
}

/** Each part with its length in bytes before it. */
const part = text => utf8.encode(text).length + ':' + text;

/** As the server writes rows: columns by name. */
const rowsText = rows => '[' + rows.map(row =>
  '{' + Object.keys(row).sort().map(column => column + '=' + row[column]).join(', ') + '}').join(', ') + ']';

/** A cell that is not in the document is not marked as not applicable; a group that is not in it has no rows. */
function withBlanks(scope, references) {
  for (const { scope: from, name } of references) {
    if (from === 'na' || from === 'rowna') scope[from][name] ??= false;
    if (from === 'rows') scope.rows[name] ??= [];
  }
  return scope;
}
