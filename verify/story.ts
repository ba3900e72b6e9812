// The main story, point by point: chat first, video later, a forger, a latecomer, a second go-live, the end.
import type { Actor } from './actor.js';
import type { BareOrder } from './bare-sdk.js';
import type { Person } from './credentials.js';
import type { Point } from './points.js';

/** Who is there so far, and how others come in. */
export interface Cast {
  enter(person: Exclude<Person, 'forger'>): Promise<Actor>;
  /** Somebody who is in: rejects when that failed. */
  of(person: Person): Actor;
  /** Sends these with the bare SDK, as somebody who is not the owner, and stays in the room. */
  forge(messages: NonNullable<BareOrder['say']>): Promise<void>;
  /** Waits until the service tells the forger that the room is gone. */
  forgerHearsTheEnd(): Promise<void>;
}

const OPEN = 'the host opens the room';
const FINDS = 'the viewer finds the room';
const LIVE = 'the host goes live, and the viewer’s page swaps to video';
const OFF = 'the host steps off, and everybody is back in the chat';
const AGAIN = 'the host goes live again, and the picture moves again';
const FORGED = 'an ENTER of somebody who is not the owner is dropped';
const LATE = 'somebody who comes after ENTER sees it, too';
const END = 'the host ends the show, and everybody is told';
const ENTER = 2100;

export const STORY: readonly Point<Cast>[] = [
  {
    name: 'a viewer who comes too early is told that the room is not open',
    act: async (cast) => (await cast.enter('viewer')).reaches({ view: 'connecting', phase: 'not-open' }),
  },
  {
    name: OPEN,
    act: async (cast) => {
      const host = await cast.enter('host');
      await host.does('open');
      await host.reaches({ phase: 'waiting' });
    },
  },
  {
    name: FINDS,
    needs: [OPEN],
    act: (cast) => cast.of('viewer').reaches({ view: 'chat', phase: 'waiting' }),
  },
  {
    name: 'the viewer speaks, and the host hears it',
    needs: [FINDS],
    act: async (cast) => {
      await cast.of('viewer').says('hello');
      await cast.of('host').reaches({ texts: ['hello'] });
    },
  },
  {
    name: 'the host speaks, and the viewer hears it',
    needs: [FINDS],
    act: async (cast) => {
      await cast.of('host').says('welcome');
      await cast.of('viewer').reaches({ texts: ['hello', 'welcome'] });
    },
  },
  {
    name: 'credentials that the service refuses are told of',
    act: async (cast) => {
      const refused = await cast.enter('refused');
      await refused.reaches({ error: 'credentials-rejected' });
      await refused.leave();
    },
  },
  {
    name: FORGED,
    needs: [FINDS],
    act: async (cast) => {
      const extension = JSON.stringify({ stage: 'trap', run: 7 });
      await cast.forge([{ data: JSON.stringify({ userAction: ENTER, actionParam: 'trap' }), extension }]);
      await cast.of('viewer').reaches({ dropped: 1, phase: 'waiting', view: 'chat', stage: 'empty', run: 0 });
    },
  },
  {
    name: LIVE,
    needs: [FINDS],
    act: async (cast) => {
      await cast.of('host').does('goLive');
      await cast.of('viewer').reaches({ view: 'video', phase: 'live', stage: 'playing', run: 1 });
    },
  },
  {
    name: 'the viewer sees a picture that moves',
    needs: [LIVE],
    act: (cast) => cast.of('viewer').showsMovingPicture(),
  },
  {
    name: LATE,
    needs: [LIVE],
    act: async (cast) => {
      const latecomer = await cast.enter('latecomer');
      await latecomer.reaches({ view: 'video', stage: 'playing', run: 1 });
      await latecomer.showsMovingPicture();
    },
  },
  {
    name: 'somebody who leaves lets go of everything',
    needs: [LATE],
    act: async (cast) => {
      await cast.of('latecomer').removesElement();
      await cast.of('viewer').reaches({ stage: 'playing' });
    },
  },
  {
    name: OFF,
    needs: [LIVE],
    act: async (cast) => {
      await cast.of('host').does('stepOff');
      const people = [cast.of('host'), cast.of('viewer')];
      await Promise.all(people.map((one) => one.reaches({ view: 'chat', phase: 'waiting', stage: 'empty' })));
    },
  },
  {
    name: AGAIN,
    needs: [OFF],
    act: async (cast) => {
      await cast.of('host').does('goLive');
      await cast.of('viewer').reaches({ view: 'video', stage: 'playing', run: 2 });
      await cast.of('viewer').showsMovingPicture();
    },
  },
  {
    name: END,
    needs: [OPEN],
    act: async (cast) => {
      await cast.of('host').does('end');
      const people = [cast.of('host'), cast.of('viewer')];
      await Promise.all(people.map((one) => one.reaches({ view: 'ended', link: 'offline', stage: 'empty' })));
    },
  },
  {
    name: 'somebody with another client hears that the room is gone',
    needs: [FORGED, END],
    act: (cast) => cast.forgerHearsTheEnd(),
  },
];
