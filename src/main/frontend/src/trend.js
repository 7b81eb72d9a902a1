// The course of a figure over the last quarters, as a small picture and in words.

import { grouped } from './numbers.js';

const WIDTH = 280, HEIGHT = 64, MARGIN = 8;
const SVG = 'http://www.w3.org/2000/svg';

/** Where the values stand: [{x, y, value}] with null for a gap. */
export function points(values, width = WIDTH, height = HEIGHT, margin = MARGIN) {
  const known = values.filter(v => v !== null);
  const high = Math.max(...known), low = Math.min(...known, 0);
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  return values.map((value, i) => value === null ? null : {
    x: round(margin + i * step),
    y: round(high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - 2 * margin)),
    value,
  });
}

/** The stretches between gaps, each a list of points. */
export function stretches(all) {
  const result = [[]];
  for (const point of all) {
    if (point) result[result.length - 1].push(point);
    else if (result[result.length - 1].length) result.push([]);
  }
  return result.filter(s => s.length);
}

const round = n => Math.round(n * 10) / 10;

/**
 * The picture.
 *
 * @param periods such as 2025Q3, oldest first; `values` beside them, null where there was none
 * @param now     this quarter's figure as typed, '' if none
 */
export function trendPicture(periods, values, now, unit, t) {
  const current = now === '' ? null : Number(now);
  const all = points([...values, current]);
  const svg = shape('svg', { class: 'zb-trend', viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, role: 'img', 'aria-label': words(periods, values, now, unit, t) });
  svg.append(shape('line', { class: 'zb-trend-base', x1: MARGIN, x2: WIDTH - MARGIN, y1: HEIGHT - MARGIN, y2: HEIGHT - MARGIN }));
  for (const stretch of stretches(all)) {
    if (stretch.length > 1) svg.append(shape('polyline', { class: 'zb-trend-line', points: stretch.map(p => p.x + ',' + p.y).join(' ') }));
  }
  all.forEach((p, i) => {
    if (!p) return;
    const here = i === values.length;
    const dot = shape('circle', { class: here ? 'zb-trend-now' : 'zb-trend-dot', cx: p.x, cy: p.y, r: here ? 4 : 2.5 });
    const title = shape('title', {});
    title.textContent = (here ? t('trend.now') : quarter(periods[i], t)) + ' ' + figure(p.value, unit);
    dot.append(title);
    svg.append(dot);
  });
  return svg;
}

/** The same in words, quarter by quarter. */
export function words(periods, values, now, unit, t) {
  const each = periods.map((p, i) => quarter(p, t) + ' ' + (values[i] === null ? t('trend.none') : figure(values[i], unit)));
  if (now !== '') each.push(t('trend.now') + ' ' + figure(now, unit));
  return t('trend.title') + t('trend.colon') + each.join(t('trend.and'));
}

/** The least and the greatest of the accepted figures; '' if there are not two that differ. */
export function range(values, t) {
  const known = values.filter(v => v !== null);
  const low = Math.min(...known), high = Math.max(...known);
  return known.length > 1 && low !== high ? t('trend.range', grouped(String(low)), grouped(String(high))) : '';
}

const quarter = (code, t) => t('trend.quarter', code.slice(0, 4), code.slice(5));

const figure = (value, unit) => grouped(String(value)) + (unit ? ' ' + unit : '');

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
