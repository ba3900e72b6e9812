// The faults of one emulator: rules that both halves consult, and actions that both halves carry out.
import type { DeliveryFault, Fault, FaultAction, PartName } from './fault-types.js';

/** A rule in force. */
export interface Planted {
  readonly id: number;
  /** How often it has struck. */
  readonly strikes: number;
  remove(): void;
}

/** What happened, for rules to be held against. */
export interface FrameFacts {
  readonly part: PartName;
  readonly command: string;
  readonly user: string | undefined;
}

export interface DeliveryFacts {
  readonly part: PartName;
  readonly item: DeliveryFault['item'];
  readonly group: string;
  readonly from: string | undefined;
  /** JSON of the item, with the quotes of embedded JSON unescaped. */
  readonly text: string;
}

type On = Fault['on'];
type FaultOn<O extends On> = Extract<Fault, { on: O }>;

/** Carries an action out; returns on how many things it had an effect. */
type Performer = (action: FaultAction) => number;

interface Rule {
  readonly id: number;
  readonly fault: Fault;
  strikes: number;
}

export class Faults {
  #rules: readonly Rule[] = [];
  readonly #performers = new Map<PartName, Performer>();
  #lastId = 0;

  /** Plants a rule. The oldest rule that matches strikes; each event is struck by one rule at most. */
  add(fault: Fault): Planted {
    const rule: Rule = { id: ++this.#lastId, fault, strikes: 0 };
    this.#rules = [...this.#rules, rule];
    return {
      id: rule.id,
      get strikes() {
        return rule.strikes;
      },
      remove: () => this.#remove(rule),
    };
  }

  /** Until removed, no tips (joined, left, profile changed) reach anybody in `group` (default: any group). */
  withholdTips(group?: string): Planted {
    const rule = { on: 'delivery', do: 'drop', times: 'always', ...(group !== undefined && { group }) } as const;
    const planted = [this.add({ ...rule, item: 'tip' }), this.add({ ...rule, item: 'profile' })] as const;
    return {
      id: planted[0].id,
      get strikes() {
        return planted[0].strikes + planted[1].strikes;
      },
      remove: () => planted.forEach((one) => one.remove()),
    };
  }

  /** Removes all rules. What an action did stays done. */
  clear(): void {
    this.#rules = [];
  }

  /** Does something now; returns on how many sockets, sessions or groups it had an effect. */
  perform(action: FaultAction): number {
    const parts = action.part ? [action.part] : [...this.#performers.keys()];
    return parts.reduce((sum, part) => sum + (this.#performers.get(part)?.(action) ?? 0), 0);
  }

  /** For the halves: announces who carries out actions. */
  carriedOutBy(part: PartName, performer: Performer): void {
    this.#performers.set(part, performer);
  }

  /** For the halves: the rule that strikes this frame, which counts as a strike. */
  takeFrame<O extends Exclude<On, 'delivery'>>(on: O, facts: FrameFacts): FaultOn<O> | undefined {
    return this.#take(on, (fault) => {
      const { part, command, user } = fault as Exclude<Fault, DeliveryFault>;
      return matches(part, facts.part) && matches(command, facts.command) && matches(user, facts.user);
    });
  }

  /** For the halves: the rule that strikes this delivery, which counts as a strike. */
  takeDelivery(facts: DeliveryFacts): DeliveryFault | undefined {
    return this.#take(
      'delivery',
      (fault) =>
        matches(fault.part, facts.part) &&
        matches(fault.item, facts.item) &&
        matches(fault.group, facts.group) &&
        matches(fault.from, facts.from) &&
        (fault.contains === undefined || facts.text.includes(fault.contains)),
    );
  }

  #take<O extends On>(on: O, applies: (fault: FaultOn<O>) => boolean): FaultOn<O> | undefined {
    const rule = this.#rules.find(({ fault }) => fault.on === on && applies(fault as FaultOn<O>));
    if (!rule) return undefined;
    rule.strikes += 1;
    const { times = 1 } = rule.fault;
    if (times !== 'always' && rule.strikes >= times) this.#remove(rule);
    return rule.fault as FaultOn<O>;
  }

  #remove(rule: Rule): void {
    this.#rules = this.#rules.filter((other) => other !== rule);
  }
}

function matches<T>(wanted: T | undefined, given: T | undefined): boolean {
  return wanted === undefined || wanted === given;
}
