// Puts an element of the kit into a scripted room: the room stays as long as its script is the same, and begins anew when it is not.
import { noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';
import type { RoomOwnerElement } from '../../src/components/shared/room-owner-element.js';
import { keepTalking } from './crowd.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from './with-room.js';

/** Brings a room to a moment of its show. Acts as the service or a person would. */
export interface Moment {
  readonly script?: RoomScript;
  /** Before the element comes. */
  readonly prepare?: (room: ScriptedRoom) => void;
  /** Once the element is in the room; with the cue `enter`, once it is on the stage. */
  readonly act?: (room: ScriptedRoom, element: RoomOwnerElement) => void | Promise<void>;
  readonly cue?: 'join' | 'enter';
}

/** What can be changed of any moment. */
export interface Wishes {
  /** How many people are in the room. */
  readonly members?: number;
  /** How many messages come in each second. */
  readonly rate?: number;
  /** Planned start, seconds from now. */
  readonly startsIn?: number;
}

/** A room that comes to its moment as soon as `element` is in it. */
export function bringTo(
  moment: Moment,
  { members, rate = 0, startsIn }: Wishes,
  element: RoomOwnerElement,
): ScriptedRoom {
  const room = scriptRoom({
    ...moment.script,
    ...(members !== undefined && { members }),
    ...(startsIn !== undefined && { startsIn }),
  });
  moment.prepare?.(room);
  once(room.im.asked, 'joinRoom', () => keepTalking(room, rate));
  const act = () => void moment.act?.(room, element);
  if (moment.cue === 'enter') once(room.av.asked, 'enter', act);
  else once(room.im.asked, 'joinRoom', act);
  return room;
}

/** Calls `then` after the first call of `name`, when the room has taken in what came of it. */
function once(asked: ScriptedRoom['im']['asked'], name: string, then: () => void): void {
  const stop = asked.listen((call) => {
    if (call !== name) return;
    stop();
    setTimeout(then);
  });
}

class ScriptedDirective extends Directive {
  #moment: Moment | undefined;
  #wishes = '';

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('scripted() stands in a tag, beside its attributes.');
  }

  override render(_moment: Moment, _wishes: Wishes = {}): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [moment, wishes = {}]: [moment: Moment, wishes?: Wishes]): unknown {
    const { members, rate, startsIn } = wishes;
    const wanted = JSON.stringify([members, rate, startsIn]);
    if (moment === this.#moment && wanted === this.#wishes) return noChange;
    [this.#moment, this.#wishes] = [moment, wanted];
    const owner = element as RoomOwnerElement;
    owner.provider = bringTo(moment, wishes, owner).provider;
    return noChange;
  }
}

/** `<bigcast-viewer ${scripted(MOMENTS.away, { rate: 10 })}>`. */
export const scripted = directive(ScriptedDirective);
