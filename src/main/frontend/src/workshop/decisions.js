// What differs between two versions of decision tables, row by row.

const cells = row => [...(row.inputEntry ?? []), ...(row.outputEntry ?? [])].map(e => e.text ?? '').join(' | ');
const rows = decision => new Map((decision.decisionLogic?.rule ?? []).map(rule => [rule.id, rule]));

/**
 * The differences.
 *
 * @param before, after results of reading the two files
 * @returns {id, name, kind, values: [{name, before, now}]} for each row or decision
 */
export function decisionChanges(before, after) {
  const decisions = read => new Map((read.rootElement.drgElement ?? []).map(d => [d.id, d]));
  const old = decisions(before), now = decisions(after);
  const changes = [];
  for (const [id, d] of now) if (!old.has(id)) changes.push({ id, name: d.name, kind: 'added', values: [] });
  for (const [id, d] of old) if (!now.has(id)) changes.push({ id, name: d.name, kind: 'removed', values: [] });
  for (const [id, d] of now) {
    if (!old.has(id)) continue;
    const [was, is] = [rows(old.get(id)), rows(d)];
    const about = rule => ({ id: rule.id, name: d.name + ' · ' + (rule.description ?? rule.id) });
    for (const [key, rule] of is) {
      const text = cells(rule), former = was.has(key) ? cells(was.get(key)) : null;
      if (former === null) changes.push({ ...about(rule), kind: 'added', values: [{ name: '', before: '', now: text }] });
      else if (former !== text) changes.push({ ...about(rule), kind: 'changed', values: [{ name: '', before: former, now: text }] });
    }
    for (const [key, rule] of was) {
      if (!is.has(key)) changes.push({ ...about(rule), kind: 'removed', values: [{ name: '', before: '', now: cells(rule) }] });
    }
    const head = decision => JSON.stringify([decision.name, decision.decisionLogic?.hitPolicy,
      (decision.decisionLogic?.input ?? []).map(i => i.inputExpression?.text), (decision.decisionLogic?.output ?? []).map(o => o.name)]);
    if (head(old.get(id)) !== head(d)) changes.push({ id, name: d.name, kind: 'changed', values: [] });
  }
  return changes;
}
