/** The line of a list to take along that says what has been done, and the button beside it that puts it back. */

import { find } from "./dom.mjs";

export class Status {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.line = find(section, "[role=status]", HTMLElement);
    this.button = find(section, "[data-do=undo]", HTMLElement);
    /** @type {(() => void)[]} */
    this.undos = [];
  }

  /**
   * Say something; what could be undone before it still can.
   * @param {string} text
   */
  say(text) {
    this.line.textContent = text;
    this.button.hidden = this.undos.length === 0;
  }

  /**
   * Let something be undone, before what was done earlier.
   * @param {() => void} undo
   */
  canUndo(undo) {
    this.undos.push(undo);
  }

  /**
   * Let something be undone, and nothing that was done before it.
   * @param {() => void} undo
   */
  canOnlyUndo(undo) {
    this.undos = [undo];
  }

  /** Let the reader who presses Enter or space undo what was done. */
  leadToUndo() {
    this.button.focus({ preventScroll: true });
  }

  /** Undo what was done last. */
  undo() {
    this.undos.pop()?.();
  }

  /** Say nothing, and undo nothing any more. */
  clear() {
    this.undos = [];
    this.say("");
  }
}
