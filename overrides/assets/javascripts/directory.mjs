/**
 * A list of places elsewhere that can be narrowed down to one subject. Loaded on a page that has such a list.
 */

/** Let a reader choose a subject, and show only the places of the list that deal with it. */
export function attach(list) {
  const places = [...list.children].map((place) => ({ place, about: place.dataset.about.split("|") }));
  const subjects = [...new Set(places.flatMap(({ about }) => about))].sort((a, b) => a.localeCompare(b));
  const { wordLabel, wordAll, wordCount } = list.dataset;
  const filter = document.createElement("div");
  filter.className = "directory-filter";
  const [label, select, said] = ["label", "select", "output"].map((name) => document.createElement(name));
  label.textContent = wordLabel;
  select.id = "directory-subject";
  label.htmlFor = said.htmlFor.value = select.id;
  select.append(new Option(wordAll, ""), ...subjects.map((subject) => new Option(subject, subject)));
  const show = () => {
    for (const { place, about } of places) place.hidden = select.value !== "" && !about.includes(select.value);
    said.textContent = wordCount.replace("{count}", places.filter(({ place }) => !place.hidden).length);
  };
  select.addEventListener("change", show);
  show();
  filter.append(label, select, said);
  list.before(filter);
}
