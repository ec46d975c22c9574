/** The page on which editors change texts without Git: the CMS, with files that keep their bytes. */

import { fieldsOf, fileOf } from "./kept.mjs";
import { keepLanguage } from "./language.mjs";
import * as yaml from "./yaml/index.js";

keepLanguage(); // before the CMS, which reads what is kept as it comes
const { default: CMS } = await import("./cms/sveltia-cms.mjs");

const answer = await fetch("config.json");
const { config, formats } = await answer.json();
for (const kind of formats)
  CMS.registerCustomFormat(kind.name, kind.isPage ? "md" : "yml", {
    fromFile: (/** @type {string} */ text) => fieldsOf(text, kind, yaml),
    toFile: (/** @type {import("./kept.mjs").Values} */ given) => {
      try {
        return fileOf(given, kind, yaml);
      } catch (cause) {
        throw new Error("saving_failed", { cause }); // by this name the CMS says why
      }
    },
  });
CMS.init({ config });
