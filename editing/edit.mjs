/** The page on which editors change texts without Git: the CMS, with files that keep their bytes. */

import CMS from "./cms/sveltia-cms.mjs";
import { fieldsOf, fileOf } from "./kept.mjs";
import * as yaml from "./yaml/index.js";

const answer = await fetch("config.json");
const { config, formats } = await answer.json();
for (const kind of formats)
  CMS.registerCustomFormat(kind.name, kind.isPage ? "md" : "yml", {
    fromFile: (/** @type {string} */ text) => fieldsOf(text, kind, yaml),
    toFile: (/** @type {import("./kept.mjs").Values} */ given) => fileOf(given, kind, yaml),
  });
CMS.init({ config });
