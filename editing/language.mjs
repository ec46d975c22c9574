/**
 * The language of the CMS: that of this page, as its forms are, whatever the language of the browser is.
 *
 * It has no option for this, and reads what an editor chose from what the browser keeps; so this goes before it. Who
 * chooses another language in its settings keeps that.
 */

const KEPT = "sveltia-cms.prefs";

/** Return what is kept with a language, where none was chosen. @param {string | null} kept @param {string} language */
export function inLanguage(kept, language) {
  return JSON.stringify({ locale: language, ...JSON.parse(kept ?? "{}") });
}

/** Keep the language of this page as that of the CMS, where the editor chose no other. */
export function keepLanguage() {
  localStorage.setItem(KEPT, inLanguage(localStorage.getItem(KEPT), document.documentElement.lang));
}
