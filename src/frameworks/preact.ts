// Types for Preact: the tags in JSX, with their properties and events. `import type {} from 'bigcast/preact';` once in a project.
import type { HTMLAttributes } from 'preact';
import type { Attributes, Elements, Events } from './elements.js';

/** Preact listens to `bigcast-phase` for the prop `onbigcast-phase`. */
type Handlers = { [K in keyof Events as `on${K}`]?: (event: Events[K]) => void };

type Props<E extends EventTarget> = Attributes<E> & Handlers & Omit<HTMLAttributes<E>, keyof Attributes<E>>;

type Tags = { [Tag in keyof Elements]: Props<Elements[Tag]> };

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where the library looks
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- how an interface takes in a computed type
    interface IntrinsicElements extends Tags {}
  }
}
