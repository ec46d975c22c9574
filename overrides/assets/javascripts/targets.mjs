/**
 * The place of the text that the address points to, also where it is folded, or is answered elsewhere now.
 */

/** The element of the text that the address points to; a "%" that begins no code stands for itself, as in browsers. */
export function pointedTo() {
  let id = window.location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {}
  return id ? document.querySelector(`main [id="${CSS.escape(id)}"]`) : null;
}

/** Open what is folded around the place that the address points to, now and whenever it points elsewhere. */
export function openTargets() {
  window.addEventListener("hashchange", openTarget);
  openTarget();
}

/** Open what is folded around, or is, the place that the address points to; of one that moved, go where it is now. */
function openTarget() {
  const target = pointedTo();
  /** @type {HTMLAnchorElement | null | undefined} */
  const way = target?.querySelector(":scope > [data-moved]");
  if (way) return window.location.replace(way.href);
  let opened = false;
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    opened ||= !fold.open;
    fold.open = true;
  }
  if (opened) target?.scrollIntoView();
}
