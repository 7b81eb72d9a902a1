// Findings that the reviewer has to confirm, one by one, before the report goes on.

/** The first box that is not ticked and how many are not; null if all are. */
export function unconfirmed(root) {
  const open = Array.from(root.querySelectorAll('[data-confirm]')).filter(box => !box.checked);
  return open.length ? { first: open[0], count: open.length } : null;
}

/** What the reviewer confirms, as the API takes it. */
export function confirmations(root) {
  return Array.from(root.querySelectorAll('[data-confirm]:checked'), box => ({
    fingerprint: box.dataset.confirm,
    remark: box.closest('.zb-confirm').querySelector('[data-confirm-remark]').value.trim(),
  }));
}
