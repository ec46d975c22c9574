/** The types of `cost-form.mjs`, as long as it is not checked itself. */
export function attach(section: HTMLElement): void;
