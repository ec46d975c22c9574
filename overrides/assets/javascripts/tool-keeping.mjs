/** A list to take along on the reader's device: kept there when the reader asks for it, and only as long. */

import { readFromDevice } from "./on-device.mjs";
import { keptText, readKept } from "./tool-state.mjs";

export class Keeping {
  /** @param {import("./tool-list.mjs").ListOnPage} list */
  constructor(list) {
    this.list = list;
    this.name = list.section.dataset.kept ?? "";
    this.box = list.option("keep");
  }

  /** Tell whether the reader asks for it. */
  isOn() {
    return this.box?.checked ?? false;
  }

  /** @param {boolean} isOn */
  set(isOn) {
    if (this.box) this.box.checked = isOn;
  }

  /** Tell whether something is kept, also where it cannot be read. */
  hasKept() {
    return readFromDevice(this.name) !== null;
  }

  /** Return what is kept. */
  read() {
    return readList(this.name);
  }

  /** Keep what stands on the page, or nothing any more, as the reader asks, and tell whether that worked. */
  write() {
    const isDone = writeToDevice(this.name, this.isOn() ? keptText(this.list.read()) : null);
    if (!isDone) this.set(false);
    return isDone;
  }

  /** Keep no list of this site any more, and tell the others on this page. */
  wipe() {
    for (const name of namesOnDevice(this.name.slice(0, -this.list.tool.length))) {
      writeToDevice(name, null);
      window.dispatchEvent(new StorageEvent("storage", { key: name })); // which the browser tells other windows only
    }
  }
}

/**
 * Return what is kept of a list; null where that is nothing, or cannot be read.
 * @param {string} name
 */
export function readList(name) {
  return readKept(readFromDevice(name));
}

/**
 * Keep a text on the device, or with null nothing any more, and tell whether that worked.
 * @param {string} name
 * @param {string | null} text
 */
function writeToDevice(name, text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Return the names under which something is kept on the device that begin alike, which are those of one site.
 * @param {string} beginning
 */
function namesOnDevice(beginning) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
}
