/**
 * What makes a finished page a little easier. Every page is complete without it; nothing is stored, nothing is sent.
 *
 * The build joins the modules that are imported here, and theirs, into this one file: a first view is one request.
 * What a reader may need later is fetched then.
 */

import { costEstimate } from "./cost-loader.mjs";
import { directory } from "./directory-loader.mjs";
import { start } from "./errors.mjs";
import { languageLink } from "./language-link.mjs";
import { menu } from "./menu.mjs";
import { sayWhenPassed } from "./passed.mjs";
import { popovers } from "./popovers.mjs";
import { unfoldForPrint } from "./print.mjs";
import { search } from "./search-loader.mjs";
import { openTargets } from "./targets.mjs";
import { tool } from "./tool-loader.mjs";

/** @type {Record<string, (element: any) => void>} */
const modules = {
  "cost-estimate": costEstimate,
  directory,
  "language-link": languageLink,
  menu,
  passed: sayWhenPassed,
  search,
  tool,
};

for (const part of [openTargets, unfoldForPrint, popovers]) start(part);
/** @type {NodeListOf<HTMLElement>} */
const elements = document.querySelectorAll("[data-module]");
for (const element of elements) start(modules[element.dataset.module ?? ""], element);
