/** The little of MiniSearch that the search uses. */
export default class MiniSearch {
  constructor(options: {
    fields: string[];
    tokenize: (text: string) => string[];
    processTerm: (term: string) => string;
    searchOptions: { boost: Record<string, number>; tokenize: (text: string) => string[] };
  });
  addAll(documents: readonly { id: number }[]): void;
  search(term: string, options?: { prefix?: boolean }): { id: number; score: number; terms: string[] }[];
}
