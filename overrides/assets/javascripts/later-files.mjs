/** What a form needs besides its script, and which comes with it. */

/**
 * Return what stands in a file of data.
 * @param {string} address
 */
export async function fetchData(address) {
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/**
 * Let a style come; it goes into the section, behind the style of the page.
 * @param {HTMLElement} section
 * @param {string} address
 */
export function fetchStyle(section, address) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: address });
  return new Promise((done, fail) => {
    link.addEventListener("load", done);
    link.addEventListener("error", () => fail(new Error(address)));
    section.append(link);
  });
}
