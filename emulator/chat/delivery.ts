// From a draft to the group's log: where faults strike what a group delivers.
import type { Clock } from '../../src/core/support/clock.js';
import type { DeliveryFault } from '../support/fault-types.js';
import type { Faults } from '../support/faults.js';
import type { Group } from './group.js';
import type { Draft } from './items.js';

export class Delivery {
  readonly #faults: Faults;
  readonly #clock: Clock;
  /** What waits until something else has been delivered in its group. */
  readonly #overtaken = new Map<Group, readonly Draft[]>();

  constructor(faults: Faults, clock: Clock) {
    this.#faults = faults;
    this.#clock = clock;
  }

  /** Delivers a draft to the group's members. Returns the number and time its sender is told. */
  deliver(group: Group, draft: Draft): { readonly MsgSeq: number; readonly MsgTimeStamp: number } {
    const stamped = group.stamp(draft);
    // While everybody is muted, no tips. Whether that includes the one that says so is not known.
    if (isTip(draft) && group.profile.muteAll) return stamped.wire;
    const fault = this.#faults.takeDelivery({
      part: 'chat',
      item: draft.kind,
      group: group.id,
      from: draft.from,
      text: JSON.stringify(stamped.wire).replaceAll('\\"', '"'),
    });
    if (fault) this.#spoil(group, stamped, fault);
    else this.#append(group, stamped);
    return stamped.wire;
  }

  #spoil(group: Group, draft: Draft, fault: DeliveryFault): void {
    const { to } = fault;
    if (to !== undefined) this.#append(group, { ...draft, except: to });
    const struck = to === undefined ? draft : { ...draft, only: to };
    if (fault.do === 'duplicate') {
      this.#append(group, struck);
      this.#append(group, struck);
    } else if (fault.do === 'delay') {
      this.#clock.after(fault.ms, () => this.#append(group, group.stamp(struck)));
    } else if (fault.do === 'reorder') {
      this.#overtaken.set(group, [...(this.#overtaken.get(group) ?? []), struck]);
    }
  }

  #append(group: Group, draft: Draft): void {
    group.log.append(draft);
    const overtaken = this.#overtaken.get(group) ?? [];
    this.#overtaken.delete(group);
    // Stamped again: the SDK sorts what comes in one answer by number.
    for (const late of overtaken) group.log.append(group.stamp(late));
  }
}

function isTip({ kind }: Draft): boolean {
  return kind === 'tip' || kind === 'profile';
}
