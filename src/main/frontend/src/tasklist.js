// Where the form lives: inside Tasklist, or on a page of the portal.

export const inTasklist = () => location.pathname.includes('/camunda/app/tasklist/');

/** Leaves the task that is done: Tasklist listens for this, and loads its list again. */
export function toTaskList() {
  document.dispatchEvent(new CustomEvent('zhibao:task-done'));
}

/** Tasklist must not complete the task with its own button or the Enter key: our own buttons do, through the API. */
export function holdBack(camForm) {
  camForm?.on?.('submit', () => { camForm.submitPrevented = true; });
}

/** The form's root: inside Tasklist the one of the task's form, on a page the one marked so. */
export function rootOf(camForm, kind) {
  const host = camForm?.formElement?.[0] ?? document;
  return host.querySelector('[data-zb-form="' + kind + '"]');
}
