// Tells other windows of this browser that a draft was saved outside the form.

const CHANNEL = 'zhibao-drafts';

export function announceDraft(filing) {
  if (!('BroadcastChannel' in window)) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(filing);
  channel.close();
}

/** Calls back when the draft of this filing was saved elsewhere; until then the form finds out when it saves. */
export function onDraftElsewhere(filing, callback) {
  if (!('BroadcastChannel' in window)) return;
  new BroadcastChannel(CHANNEL).addEventListener('message', event => { if (event.data === filing) callback(); });
}
