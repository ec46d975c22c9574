/**
 * A list of places elsewhere that can be narrowed down to one subject. Loaded on a page that has such a list.
 */

/**
 * Let a reader choose a subject, and show only the places of the list that deal with it.
 * @param {HTMLElement} list
 */
export function attach(list) {
  const items = /** @type {HTMLElement[]} */ ([...list.children]);
  const places = items.map((place) => ({ place, about: subjectsOf(place.dataset.about ?? "") }));
  const { wordLabel = "", wordAll = "", wordCount = "" } = list.dataset;
  const filter = document.createElement("div");
  filter.className = "directory-filter";
  const label = document.createElement("label");
  const select = document.createElement("select");
  const said = document.createElement("output");
  label.textContent = wordLabel;
  select.id = "directory-subject";
  label.htmlFor = said.htmlFor.value = select.id;
  const subjects = inOrder(places.map(({ about }) => about));
  select.append(new Option(wordAll, ""), ...subjects.map((subject) => new Option(subject, subject)));
  const show = () => {
    for (const { place, about } of places) place.hidden = select.value !== "" && !about.includes(select.value);
    said.textContent = wordCount.replace("{count}", String(places.filter(({ place }) => !place.hidden).length));
  };
  select.addEventListener("change", show);
  show();
  filter.append(label, select, said);
  list.before(filter);
}

/**
 * The subjects of one place, as its element names them.
 * @param {string} about
 */
export function subjectsOf(about) {
  return about.split("|");
}

/**
 * All subjects of the places, each once, by the alphabet.
 * @param {string[][]} abouts
 */
export function inOrder(abouts) {
  return [...new Set(abouts.flat())].sort((a, b) => a.localeCompare(b));
}
