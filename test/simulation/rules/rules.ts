// Watches a world: told of everything that matters by the services and the pages, it objects to what must not be.
import type { Command, ImSignal, RoomProfile, RoomState, StageId, StageRole } from '../../../src/core/index.js';
import { LIMIT } from '../../../src/core/room/scope.js';
import type { Line } from '../world/line.js';
import type { Page } from '../world/page.js';
import type { Show } from '../world/show.js';
import type { SimAv } from '../world/sim-av.js';
import { keyOf } from '../world/stage-service.js';
import type { World } from '../world/world.js';
import { Apart } from './apart.js';
import { Conversation } from './conversation.js';
import { brokenLaw } from './legal.js';
import { Truth } from './truth.js';

/** A stage is given up after this long, in milliseconds, whether it answers or not. */
const GOODBYE = LIMIT.goodbye;

/** Steps that a host takes one after the other. */
const HOST_STEPS = new Set<string>(['open', 'go-live', 'resume', 'step-off', 'end', 'leave']);

export class Rules {
  /** The first thing that must not be. */
  violation: string | undefined;
  readonly truth = new Truth();
  readonly conversation = new Conversation();
  readonly #apart = new Apart();
  #world: World | undefined;

  watch(world: World): void {
    this.#world = world;
  }

  violate(what: string): void {
    this.violation ??= what;
    this.#world?.say(() => `!!! ${what}`);
  }

  born(_page: Page): void {}

  changed(page: Page, state: RoomState, before: RoomState): void {
    const broken = brokenLaw(state);
    if (broken) this.violate(`${page.name}: not so: ${broken}`);
    const objection = this.truth.objection(page, state, before);
    if (objection) this.violate(`${page.name}: ${objection}`);
    this.#world?.say(() => changeInWords(page, state, before));
  }

  heard(page: Page, _line: Line, signal: ImSignal): void {
    this.truth.hear(page, signal);
    this.#world?.say(() => `   ${page.name} hears ${signalInWords(signal)}`);
  }

  /** What came too late was not taken any more. */
  read(
    page: Page,
    { profile, show, askedAt }: { profile: RoomProfile; show: Show | undefined; askedAt: number },
  ): void {
    const isInTime = this.#world!.time.now - askedAt < LIMIT.chat;
    if (isInTime && show === this.#world!.chat.show) this.truth.read(page, profile.record);
    this.#world?.say(() => `   ${page.name} reads ${profile.record || 'no record'}${isInTime ? '' : ' (too late)'}`);
  }

  declaring(page: Page, record: string): void {
    this.truth.declare(record);
    this.#world?.say(() => `   ${page.name} writes ${record}`);
  }

  announcing(page: Page, command: Command): void {
    this.truth.announce(command);
    this.#world?.say(() => `   ${page.name} says ${JSON.stringify(command)}`);
  }

  sending(page: Page, command: Command, id: string): void {
    this.conversation.sending(page, command, id);
  }

  said(key: string, command: Command, seq: number): void {
    this.conversation.said(key, command, seq);
  }

  opened(show: Show): void {
    this.truth.opened(show);
  }

  written(show: Show): void {
    this.truth.wasOverwritten ||= show.isOverwritten;
    this.pictureChanged();
  }

  closed(_show: Show): void {
    this.truth.hasClosed = true;
    this.pictureChanged();
  }

  entering(
    av: SimAv,
    place: { stage: StageId; role: StageRole; host: string },
    leavingSince: number | undefined,
  ): void {
    const { page } = av;
    const { now } = this.#world!.time;
    this.#world?.say(() => `   ${page.name} enters the stage ${keyOf(place.stage)} as ${place.role}`);
    if (av.place) this.violate(`${page.name}: enters a stage while at another`);
    if ([...page.ports].some((port) => 'place' in port && port !== av && port.place)) {
      this.violate(`${page.name}: enters a stage while at another by another port`);
    }
    if (leavingSince !== undefined && now - leavingSince < GOODBYE) {
      this.violate(`${page.name}: enters a stage before it has left the last`);
    }
    if (place.role !== 'audience') return;
    const objection = this.truth.objectionToEntering(page, keyOf(place.stage), place.host);
    if (objection) this.violate(`${page.name}: ${objection}`);
  }

  entered(av: SimAv): void {
    const places = this.#world!.stages.everybody.filter((other) => other.page === av.page);
    if (places.length > 1) this.violate(`${av.page.name}: is on ${places.length} stages at a time`);
  }

  /** With a countdown nobody is on air before zero. */
  published({ page }: SimAv): void {
    const steps = [...page.wants.values()].filter(({ intent }) => HOST_STEPS.has(intent.type));
    const [step] = steps;
    if (steps.length !== 1 || step?.intent.type !== 'go-live') return;
    // Coming back to a stage that was lost is another matter.
    const { phase, countdown } = page.controller.state;
    if (phase === 'live' && !countdown) return;
    const zero = step.at + (step.intent.countdown ?? 0) * 1000;
    if (this.#world!.time.now < zero) this.violate(`${page.name}: publishes before zero`);
  }

  pictureChanged(): void {
    if (this.#world) this.#look(this.#world);
  }

  /** After each step. */
  look(world: World): void {
    this.#look(world);
    for (const page of world.pages) {
      if (page.dead) continue;
      const objection = this.conversation.objection(page);
      if (objection) this.violate(`${page.name}: ${objection}`);
    }
  }

  #look(world: World): void {
    const objection = this.#apart.look(world);
    if (objection) this.violate(objection);
  }
}

function changeInWords(page: Page, state: RoomState, before: RoomState): string {
  const keys = ['link', 'phase', 'stage', 'stageId', 'run', 'owner', 'error', 'notice'] as const;
  const changes = keys
    .filter((key) => state[key] !== before[key])
    .map((key) => `${key} ${wordOf(before[key])} → ${wordOf(state[key])}`);
  return `${page.name}: ${changes.join(', ') || '…'}`;
}

function wordOf(value: RoomState[keyof RoomState]): string {
  if (value instanceof Error) return value.code;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

function signalInWords(signal: ImSignal): string {
  if (signal.type === 'command') return `${JSON.stringify(signal.command)} from ${signal.from.id}`;
  if (signal.type === 'link') return `link ${signal.link}`;
  if (signal.type === 'profile-changed') return `that the record is ${signal.record}`;
  return signal.type;
}
