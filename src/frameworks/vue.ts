// Types for Vue's templates: the tags with their properties and events. `import type {} from 'bigcast/vue';` once in a project.
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { Attributes, Elements, Events } from './elements.js';

/** `@bigcast-phase` in a template. */
type Handlers = { [K in keyof Events as `on${Capitalize<K>}`]?: (event: Events[K]) => void };

type Tags = {
  [Tag in keyof Elements]: DefineComponent<
    Attributes<Elements[Tag]> & Handlers & Omit<HTMLAttributes, keyof Attributes<Elements[Tag]>>
  >;
};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- how an interface takes in a computed type
  interface GlobalComponents extends Tags {}
}
