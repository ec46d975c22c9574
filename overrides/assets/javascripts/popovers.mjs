/**
 * What opens over a page: the menu, and the explanation of a term.
 */

/** Close what opened over the page when the focus goes past it, which it would cover; its own button may be pressed. */
export function popovers() {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("focusin", (event) => {
    const target = /** @type {HTMLButtonElement} */ (event.target);
    /** @type {NodeListOf<HTMLElement>} */
    const opened = document.querySelectorAll(":popover-open");
    for (const open of opened) {
      const isPressed = target.popoverTargetElement === open && !target.matches(":focus-visible");
      if (!isPressed && !open.contains(target)) open.hidePopover();
    }
  });
}
