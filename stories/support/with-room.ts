// A room in any state, on scripted ports: what stories show and element tests start from.
import type { RoomProfile } from '../../src/core/index.js';
import { ScriptedAv, ScriptedIm, scriptedProvider } from './scripted-ports.js';
import { stagePicture } from './stage-picture.js';

export interface RoomScript {
  /** What the owner's record says; `none`: the room does not exist; `legacy`: there is no record. Default `waiting`. */
  readonly phase?: 'none' | 'legacy' | 'waiting' | 'live' | 'ended';
  readonly run?: number;
  readonly owner?: string;
  readonly ownerName?: string;
  readonly members?: number;
  /** Planned start, seconds from now. */
  readonly startsIn?: number;
}

export interface ScriptedRoom {
  readonly im: ScriptedIm;
  readonly av: ScriptedAv;
  /** Give this to an element's `provider` property. */
  readonly provider: ReturnType<typeof scriptedProvider>;
  /** The owner says something. */
  hostSays(text: string): void;
  /** A member says something. */
  say(from: string, text: string): void;
  /** The owner writes a record, and the service tells everybody. */
  declare(phase: 'waiting' | 'live' | 'ended', run?: number): void;
}

/** A room on scripted ports. The picture is a moving one, drawn here. */
export function scriptRoom(script: RoomScript = {}): ScriptedRoom {
  const { phase = 'waiting', run = 1, owner = 'star', ownerName = 'Mira Chen', members = 1204, startsIn } = script;
  const now = Math.floor(Date.now() / 1000);
  const startsAt = startsIn === undefined ? {} : { startsAt: now + startsIn };
  const record = (to: string, number: number, at: number) =>
    JSON.stringify({
      v: 1,
      phase: to,
      run: number,
      at,
      ...(to === 'live' && { stage: 'stage' }),
      ...(to === 'waiting' && startsAt),
    });
  const written = phase === 'legacy' || phase === 'none' ? '' : record(phase, phase === 'waiting' ? 0 : run, now - 60);
  const profile: RoomProfile = { owner, ownerName, record: written, members };
  const im = new ScriptedIm(phase === 'none' ? undefined : profile);
  const av = new ScriptedAv();
  av.picture = stagePicture;
  let at = now;
  return {
    im,
    av,
    provider: scriptedProvider(im, av),
    hostSays: (text) => im.hear(owner, { type: 'text', text }, { name: ownerName }),
    say: (from, text) => im.hear(from.toLowerCase(), { type: 'text', text }, { name: from }),
    declare: (to, number = run) => im.signals.emit({ type: 'profile-changed', record: record(to, number, ++at) }),
  };
}
