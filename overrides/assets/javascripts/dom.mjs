/** Small pieces of a page, for what readers fill in. */

/**
 * Return the one element that must be there.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {{ new (): T, prototype: T }} kind
 * @returns {T}
 * @throws {Error} where it is not there, or is of another kind
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`there is no ${selector}`);
}

/**
 * Return the elements of a list, in the order of the page.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function findAll(root, selector) {
  return [...root.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
}

/**
 * Return the text input of a question, or null where there is nothing to type.
 * @param {ParentNode} fieldset
 * @returns {HTMLInputElement | null}
 */
export function inputOf(fieldset) {
  return fieldset.querySelector("input[type=text]");
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {...(string | Node)} content
 */
export function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/**
 * Let a press on what has a `data-do` do the action of that name.
 * @param {HTMLElement} section
 * @param {Record<string, (button: HTMLElement) => unknown>} actions
 */
export function onPress(section, actions) {
  section.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("[data-do]") : null;
    if (pressed instanceof HTMLElement) actions[pressed.dataset.do ?? ""]?.(pressed);
  });
}

/**
 * Show a text in its place, or nothing and no place.
 * @param {HTMLElement} place
 * @param {string} text
 */
export function put(place, text) {
  place.hidden = !text;
  if (place.textContent !== text) place.textContent = text;
}
