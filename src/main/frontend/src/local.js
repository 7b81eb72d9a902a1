// What could not be saved yet is kept on this device, so that a closed window or a lost connection costs nothing.

const PREFIX = 'zhibao-draft-';
const key = filing => PREFIX + filing;

/** Where offline pages of a person are put aside. */
export const asideOf = user => 'zhibao-offline/' + user;

/**
 * Keeps {user, version, at, base, document, raw, clean}; `raw` maps paths of cells to text that is no value yet, `clean` says
 * that the server has all of it.
 */
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

/**
 * This person uses the browser now, or nobody does: copies of what the server has, put aside for work without a network, are
 * for the one who was signed in only. What was never sent stays; it would be lost.
 */
export async function claim(user) {
  try {
    for (const name of Object.keys(localStorage).filter(k => k.startsWith(PREFIX))) {
      const record = JSON.parse(localStorage.getItem(name));
      if (record?.clean && record.user !== user) localStorage.removeItem(name);
    }
    if (!('caches' in window)) return;
    const others = (await caches.keys()).filter(name => name.startsWith(asideOf('')) && name !== asideOf(user));
    await Promise.all(others.map(name => caches.delete(name)));
  } catch {
    // a browser that keeps nothing has nothing to clear
  }
}
