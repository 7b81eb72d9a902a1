// Draws every process as a picture and writes down what each of its elements does, from the models themselves:
// `npm run pictures` after a change of a model. A test says when that was forgotten.
import { BpmnModdle } from 'bpmn-moddle';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');
const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const CHINESE = 'text/zh-CN';
const WIDE = 12, LINE = 15, MARGIN = 20;

const escaped = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const is = (element, ...types) => types.some(type => element.$type === 'bpmn:' + type || element.$instanceOf('bpmn:' + type));
const defines = (event, type) => (event.eventDefinitions ?? []).some(d => d.$type === 'bpmn:' + type);

/** Breaks a name into lines no wider than this; a Latin letter is about half as wide as a Chinese one. */
export function lines(text, width) {
  const found = [''];
  let used = 0;
  for (const c of text) {
    const w = c.charCodeAt(0) < 256 ? WIDE * 0.58 : WIDE;
    if (used + w > width && found.at(-1)) { found.push(''); used = 0; }
    found[found.length - 1] += c;
    used += w;
  }
  return found.map(line => line.trim()).filter(Boolean);
}

function text(name, x, top, width) {
  return lines(name, width).map((line, i) =>
    `<text x="${x}" y="${top + WIDE + i * LINE}" text-anchor="middle">${escaped(line)}</text>`).join('');
}

function glyph(event, cx, cy) {
  if (defines(event, 'MessageEventDefinition')) {
    const filled = is(event, 'EndEvent', 'IntermediateThrowEvent');
    const [fill, fold] = filled ? ['#333', '#fff'] : ['#fff', '#333'];
    return `<path d="M${cx - 8} ${cy - 5}h16v11h-16z" fill="${fill}" stroke="#333"/><path d="M${cx - 8} ${cy - 5}l8 6 8-6" fill="none" stroke="${fold}"/>`;
  }
  if (defines(event, 'TimerEventDefinition')) {
    return `<circle cx="${cx}" cy="${cy}" r="9" fill="none" stroke="#333"/><path d="M${cx} ${cy - 6}v6l4 3" fill="none" stroke="#333"/>`;
  }
  return '';
}

function event(element, { x, y, width, height }) {
  const cx = x + width / 2, cy = y + height / 2, r = width / 2;
  const dashed = element.cancelActivity === false || element.isInterrupting === false ? ' stroke-dasharray="4 2.5"' : '';
  const inner = is(element, 'BoundaryEvent', 'IntermediateCatchEvent', 'IntermediateThrowEvent')
    ? `<circle cx="${cx}" cy="${cy}" r="${r - 3.5}" fill="none" stroke="#333"${dashed}/>` : '';
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="#fff" stroke="#333" stroke-width="${is(element, 'EndEvent') ? 3.5 : 1.5}"${dashed}/>`
    + inner + glyph(element, cx, cy);
}

function activity(element, { x, y, width, height }) {
  const marker = is(element, 'UserTask')
    ? `<circle cx="${x + 13}" cy="${y + 11}" r="4" fill="none" stroke="#333"/><path d="M${x + 6} ${y + 23}c0-9 14-9 14 0z" fill="none" stroke="#333"/>`
    : is(element, 'ServiceTask') ? `<circle cx="${x + 14}" cy="${y + 14}" r="6" fill="none" stroke="#333" stroke-width="3" stroke-dasharray="3 1.7"/><circle cx="${x + 14}" cy="${y + 14}" r="2" fill="none" stroke="#333"/>` : '';
  const fill = is(element, 'UserTask') ? '#eaf3f6' : '#fff';
  const name = lines(element.name ?? '', width - 12);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="${fill}" stroke="#333" stroke-width="1.5"/>${marker}`
    + text(element.name ?? '', x + width / 2, y + (height - name.length * LINE) / 2 + 1, width - 12);
}

function container(element, { x, y, width, height }) {
  const dotted = element.triggeredByEvent ? ' stroke-dasharray="1.5 4" stroke-linecap="round"' : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="#fff" stroke="#333" stroke-width="1.5"${dotted}/>`
    + text(element.name ?? '', x + width / 2, y + 6, width - 12);
}

function gateway(element, { x, y, width, height }) {
  const cx = x + width / 2, cy = y + height / 2;
  const sign = is(element, 'EventBasedGateway')
    ? `<circle cx="${cx}" cy="${cy}" r="11" fill="none" stroke="#333"/><path d="M${cx} ${cy - 7}l7 5-3 8h-8l-3-8z" fill="none" stroke="#333"/>`
    : is(element, 'ParallelGateway') ? `<path d="M${cx - 9} ${cy}h18M${cx} ${cy - 9}v18" stroke="#333" stroke-width="3"/>`
      : `<path d="M${cx - 7} ${cy - 8}l14 16M${cx + 7} ${cy - 8}l-14 16" stroke="#333" stroke-width="3"/>`;
  return `<path d="M${cx} ${y}L${x + width} ${cy} ${cx} ${y + height} ${x} ${cy}z" fill="#fff" stroke="#333" stroke-width="1.5"/>${sign}`;
}

function shape(di) {
  const element = di.bpmnElement, b = di.bounds;
  if (is(element, 'SubProcess')) return container(element, b);
  if (is(element, 'Activity')) return activity(element, b);
  const label = di.label?.bounds ?? { x: b.x + b.width / 2 - 45, y: b.y + b.height + 4, width: 90 };
  const name = element.name ? text(element.name, label.x + label.width / 2, label.y, Math.max(label.width + WIDE, 80)) : '';
  return (is(element, 'Gateway') ? gateway(element, b) : is(element, 'Event') ? event(element, b) : '') + name;
}

function edge(di) {
  const points = di.waypoint.map(p => `${p.x} ${p.y}`).join('L');
  const [a, b] = di.waypoint;
  const flow = di.bpmnElement;
  const unless = flow.sourceRef?.default === flow ? (() => {
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [x, y] = [a.x + (b.x - a.x) / length * 12, a.y + (b.y - a.y) / length * 12];
    return `<path d="M${x - 4} ${y + 5}l8-10" stroke="#333" stroke-width="1.5"/>`;
  })() : '';
  return `<path d="M${points}" fill="none" stroke="#333" stroke-width="1.5" stroke-linejoin="round" marker-end="url(#arrow)"/>${unless}`;
}

/** The name of a flow, before everything else. */
function edgeName(di) {
  const [a, b] = di.waypoint, { name } = di.bpmnElement;
  const label = di.label?.bounds ?? { x: (a.x + b.x) / 2 - 30, y: (a.y + b.y) / 2 - 18, width: 60 };
  return name ? text(name, label.x + label.width / 2, label.y, Math.max(label.width, 60)) : '';
}

/** The picture of a process, as SVG. */
function picture(definitions, title) {
  const elements = definitions.diagrams[0].plane.planeElement;
  const shapes = elements.filter(e => e.bounds), edges = elements.filter(e => e.waypoint);
  const xs = [...shapes.flatMap(s => [s.bounds.x, s.bounds.x + s.bounds.width]), ...edges.flatMap(e => e.waypoint.map(p => p.x))];
  const ys = [...shapes.flatMap(s => [s.bounds.y, s.bounds.y + s.bounds.height]), ...edges.flatMap(e => e.waypoint.map(p => p.y))];
  const [left, top] = [Math.min(...xs) - 2 * MARGIN, Math.min(...ys) - 1.5 * MARGIN];
  const [width, height] = [Math.max(...xs) + 2 * MARGIN - left, Math.max(...ys) + 2 * MARGIN - top];
  const order = s => (is(s.bpmnElement, 'SubProcess') ? 0 : is(s.bpmnElement, 'BoundaryEvent') ? 2 : 1);
  const behind = shapes.filter(s => order(s) === 0), before = shapes.filter(s => order(s) > 0).sort((a, b) => order(a) - order(b));
  return [`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif" font-size="${WIDE}" fill="#222">`,
    `<title>${escaped(title)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 1L10 5 0 9z" fill="#333"/></marker></defs>',
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#fff"/>`,
    ...behind.map(shape), ...edges.map(edge), ...before.map(shape), ...edges.map(edgeName), '</svg>', ''].filter((line, i, all) => line || i === all.length - 1).join('\n');
}

const documented = (element, chinese) => (element.documentation ?? [])
  .filter(d => (d.textFormat === CHINESE) === chinese).map(d => d.text.trim()).join(' ');

/** Everything in a process that says what it does, in the order of the file. */
function explained(scope) {
  return (scope.flowElements ?? []).flatMap(e => [e, ...explained(e)]).filter(e => documented(e, true) || documented(e, false));
}

function page(processes) {
  const rows = process => explained(process).map(e =>
    `| ${e.name ?? ''} | \`${e.id}\` | ${documented(e, true)} | ${documented(e, false)} |`);
  return ['# Processes', '',
    'What each element of each process does, 流程各步骤说明. Written from the models by `npm run pictures` in `src/main/frontend`; change the models, not this page.', '',
    ...processes.flatMap(({ name, process }) => [`## ${process.name} (\`${process.id}\`)`, '', `![${process.name}](../pictures/${name}.svg)`, '',
      documented(process, true), '', documented(process, false), '',
      '| 名称 | id | 说明 | explanation |', '|---|---|---|---|', ...rows(process), ''])].join('\n');
}

/** Every file that is made from the models: its path below the project, and what it has to hold. */
export async function files() {
  const folder = path.join(home, 'processes');
  const made = new Map(), processes = [];
  for (const file of (await readdir(folder)).filter(f => f.endsWith('.bpmn')).sort()) {
    const { rootElement } = await new BpmnModdle({ camunda }).fromXML(await readFile(path.join(folder, file), 'utf8'));
    const process = rootElement.rootElements.find(e => e.$type === 'bpmn:Process');
    const name = path.basename(file, '.bpmn');
    made.set(`docs/pictures/${name}.svg`, picture(rootElement, process.name));
    processes.push({ name, process });
  }
  return made.set('docs/reference/processes.md', page(processes));
}

/** Where a file of the project lies. */
export const at = file => path.join(home, file);

/** Everything documented in both languages or in none, by id: those that are not. */
export async function oneLanguageOnly() {
  const found = [];
  for (const file of (await readdir(path.join(home, 'processes'))).filter(f => f.endsWith('.bpmn'))) {
    const { rootElement } = await new BpmnModdle({ camunda }).fromXML(await readFile(path.join(home, 'processes', file), 'utf8'));
    rootElement.rootElements.filter(e => e.$type === 'bpmn:Process').flatMap(p => [p, ...explained(p)])
      .filter(e => !documented(e, true) !== !documented(e, false)).forEach(e => found.push(file + ' ' + e.id));
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of await files()) await writeFile(at(file), content);
}
