// Texts in the reader's language: the page carries them as JSON in `data-messages`.

export function reader(root) {
  const texts = JSON.parse(root.closest('[data-messages]')?.dataset.messages ?? '{}');
  return (key, ...args) =>
    (texts[key] ?? key).replace(/\{(\d+)\}/g, (whole, n) => (n in args ? String(args[n]) : whole));
}

export function clockTime(instant = new Date()) {
  const at = new Date(instant);
  return isNaN(at) ? '' : new Intl.DateTimeFormat('zh-CN',
    { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

export function dateTime(instant) {
  const at = new Date(instant);
  return isNaN(at) ? String(instant ?? '') : new Intl.DateTimeFormat('sv-SE',
    { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(at);
}
