// What a template may write on each element, whatever the framework: worked out from the classes, so that it cannot fall behind.
import type {
  BigcastChat,
  BigcastHost,
  BigcastRoom,
  BigcastStage,
  BigcastStatus,
  BigcastViewer,
} from '../components/classes.js';
import type { RoomElement } from '../components/shared/room-element.js';

/** The elements by their tags. */
export interface Elements {
  'bigcast-chat': BigcastChat;
  'bigcast-host': BigcastHost;
  'bigcast-room': BigcastRoom;
  'bigcast-stage': BigcastStage;
  'bigcast-status': BigcastStatus;
  'bigcast-viewer': BigcastViewer;
}

/** The events of all elements, by name. */
export type Events = Pick<GlobalEventHandlersEventMap, Extract<keyof GlobalEventHandlersEventMap, `bigcast-${string}`>>;

type Own<E> = Omit<E, keyof RoomElement>;

/** What a page can set: properties of the element's own that are no methods. */
export type Properties<E> = {
  [K in keyof Own<E> as Own<E>[K] extends (...args: never[]) => unknown ? never : K]?: Own<E>[K];
};

/** `sdkAppId` → `sdk-app-id`. */
type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Rest extends Uncapitalize<Rest> ? '' : '-'}${Kebab<Rest>}`
  : S;

/** Text where the property takes text; a number, also written as text, where it takes nothing but numbers. */
type InAttribute<T> = string extends T ? string : number extends T ? number | `${number}` : never;

/** The attributes whose name is not their property's: `sdk-app-id`, `starts-at` … */
export type RenamedAttributes<E> = {
  [
    K in keyof Properties<E> & string as Kebab<K> extends K
      ? never
      : InAttribute<Properties<E>[K]> extends never
        ? never
        : Kebab<K>
  ]?: InAttribute<Properties<E>[K]>;
};

export type Attributes<E> = Properties<E> & RenamedAttributes<E>;
