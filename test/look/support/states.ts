// Every main state of the elements, by the story that shows it, and the poses in which its picture is taken.

export interface State {
  /** Also the name of its files. */
  readonly name: string;
  /** Title and export of the story. */
  readonly story: readonly [title: string, name: string];
  /** Height in pixels at each width; none: the element's own. */
  readonly block?: readonly [number, number, number];
}

export interface Pose {
  readonly inline: number;
  readonly block?: number | undefined;
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

const WIDTHS = [320, 768, 1440] as const;

function states(element: string, block: State['block'], stories: Readonly<Record<string, string>>): State[] {
  return Object.entries(stories).map(([state, story]) => ({
    name: `${element.toLowerCase()}-${state}`,
    story: [`Elements/${element}`, story],
    ...(block && { block }),
  }));
}

export const STATES: readonly State[] = [
  ...states('Viewer', [560, 640, 640], {
    connecting: 'Connecting',
    'not-open': 'NotOpen',
    silent: 'Silent',
    waiting: 'Waiting',
    countdown: 'Countdown',
    arriving: 'Arriving',
    live: 'LiveWide',
    away: 'Away',
    ended: 'Ended',
    'stage-failed': 'StageFailed',
    kicked: 'KickedByAnotherTab',
    blocked: 'SignInRequired',
  }),
  ...states('Host', [860, 1040, 700], {
    closed: 'NotOpen',
    ready: 'Ready',
    counting: 'CountingDown',
    live: 'OnAir',
    ended: 'Ended',
    denied: 'DevicesDenied',
  }),
  ...states('Chat', [480, 480, 480], {
    talking: 'Talking',
    own: 'OwnMessages',
    failed: 'Failed',
    'too-long': 'TooLong',
    overlay: 'Overlay',
  }),
  ...states('Status', undefined, { well: 'Live', busy: 'NetworkLost', trouble: 'SignInRequired' }),
];

/** In the order in which they stand on a sheet: rows by light and direction, columns by width. */
export function posesOf({ block }: State): Pose[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    (['ltr', 'rtl'] as const).flatMap((dir) =>
      WIDTHS.map((inline, column) => ({ inline, block: block?.[column], scheme, dir })),
    ),
  );
}
