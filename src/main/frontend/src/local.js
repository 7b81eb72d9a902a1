// What could not be saved yet is kept on this device, so that a closed window or a lost connection costs nothing.

const key = filing => 'zhibao-draft-' + filing;

/** Keeps {version, at, document, raw}; `raw` maps paths of cells to text that is no value yet. */
export function keep(filing, record) {
  try {
    localStorage.setItem(key(filing), JSON.stringify({ ...record, at: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function kept(filing) {
  try {
    return JSON.parse(localStorage.getItem(key(filing)));
  } catch {
    return null;
  }
}

export function forget(filing) {
  try {
    localStorage.removeItem(key(filing));
  } catch {
    // nothing was kept either
  }
}
