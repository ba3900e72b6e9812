// The elements as the manifest describes them: what controls, tables and tests of the stories know of the kit.
import source from '../../custom-elements.json';

export interface Described {
  readonly name: string;
  readonly description?: string;
}

export interface DescribedAttribute extends Described {
  readonly inheritedFrom?: { readonly name: string };
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface DescribedMember extends DescribedAttribute {
  readonly kind: 'field' | 'method';
  readonly readonly?: boolean;
  readonly parameters?: readonly { readonly name: string; readonly type?: { readonly text: string } }[];
}

export interface ElementDescription {
  readonly tagName: string;
  readonly summary: string;
  readonly attributes: readonly DescribedAttribute[];
  readonly members: readonly DescribedMember[];
  readonly events: readonly Described[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly DescribedAttribute[];
  readonly cssStates: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Partial<ElementDescription>[] }[];
}

/** In the order in which a page meets them. */
const ORDER = ['viewer', 'host', 'room', 'chat', 'stage', 'status'].map((name) => `bigcast-${name}`);

/** Every element of the kit, without the tokens that all have: those have a page of their own (public-tokens.ts). */
export const ELEMENTS: readonly ElementDescription[] = (source as unknown as Manifest).modules
  .flatMap(({ declarations }) => declarations)
  .filter((declaration) => declaration.tagName !== undefined)
  .map(({ tagName = '', summary = '', ...declaration }): ElementDescription => ({
    attributes: [],
    members: [],
    slots: [],
    cssParts: [],
    cssStates: [],
    events: [],
    ...declaration,
    tagName,
    summary,
    cssProperties: (declaration.cssProperties ?? []).filter(({ inheritedFrom }) => !inheritedFrom),
  }))
  .sort((a, b) => ORDER.indexOf(a.tagName) - ORDER.indexOf(b.tagName));

/** The same in the form that Storybook reads. */
export const MANIFEST = {
  schemaVersion: '1.0.0',
  modules: [
    {
      kind: 'javascript-module',
      path: '',
      declarations: ELEMENTS.map((each) => ({ ...each, description: each.summary })),
      exports: [],
    },
  ],
};
