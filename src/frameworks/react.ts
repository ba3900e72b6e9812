// Types for React 19: the tags in JSX, with their properties and events. `import type {} from 'bigcast/react';` once in a project.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Attributes, Elements, Events } from './elements.js';

/** React listens to `bigcast-phase` for the prop `onbigcast-phase`. */
type Handlers = { [K in keyof Events as `on${K}`]?: (event: Events[K]) => void };

type Props<E> = Attributes<E> & Handlers & Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, keyof Attributes<E>>;

type Tags = { [Tag in keyof Elements]: Props<Elements[Tag]> };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where the library looks
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- how an interface takes in a computed type
    interface IntrinsicElements extends Tags {}
  }
}
