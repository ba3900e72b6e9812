// <bigcast-stage>: the theatre box. A poster while people wait, the countdown, the reveal, the picture and its controls.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.js';
import { addStyles, Part } from '../shared/part.js';
import { RoomElement } from '../shared/room-element.js';
import { RoomSelector } from '../shared/room-selector.js';
import { controls } from '../shared/styles/controls.js';
import { tokens } from '../shared/styles/tokens.js';
import { Ticker } from '../shared/ticker.js';
import { SCENE_VIEWS } from './scene-views.js';
import { sliceOf, type Scene } from './scene.js';
import { stageStyles } from './stage.styles.js';
import { StageSurface } from './surface.js';
import { untilNextSecond } from './time.js';

/**
 * @summary The stage of the surrounding room: poster and countdown while waiting, the host's picture once it comes.
 *
 * @slot poster - What shows while there is no picture: an image fills the stage.
 * @slot waiting - More under the title while waiting.
 * @slot ended - More on the card when the show is over.
 * @slot controls - More controls beside the volume.
 * @event {BigcastIntentEvent} bigcast-intent - Somebody wants sound, or the video tried again. Cancelable.
 * @csspart stage - The whole box.
 * @csspart poster - What shows while there is no picture.
 * @csspart caption - Title and countdown over the poster.
 * @csspart title - What the stage says in large letters.
 * @csspart subtitle - The line under the title.
 * @csspart countdown - The time until the start.
 * @csspart numeral - The 3, 2, 1 before the picture.
 * @csspart banner - The slim line while the host arrives.
 * @csspart audience - How many wait or watch.
 * @csspart on-air - The pill that says that this is live.
 * @csspart video - Where the picture stands.
 * @csspart still - The last picture, while the host is away.
 * @csspart card - What stands in the middle.
 * @csspart away - The card while the host is away.
 * @csspart failed - The card when the video could not be opened.
 * @csspart ended - The card when the show is over.
 * @csspart facts - How long the show was and how many came.
 * @csspart retry - The button that tries the video again.
 * @csspart details - The error for support, folded away.
 * @csspart allow-sound - The button that lets the sound in.
 * @csspart controls - Sound and volume.
 * @csspart mute - The button that turns the sound off and on.
 * @csspart volume - The slider beside it.
 * @cssproperty [--bigcast-stage-aspect-ratio=16/9] - Width to height, where the page gives no height.
 * @cssproperty [--bigcast-stage-fit=contain] - Whether the picture fits the stage (`contain`) or covers it (`cover`).
 * @cssproperty --bigcast-stage-poster - Background while there is no poster: a soft spotlight unless given.
 * @cssstate connecting - Coming into the room.
 * @cssstate not-open - The room does not exist yet.
 * @cssstate waiting - The host has not come yet.
 * @cssstate countdown - The seconds before the picture.
 * @cssstate opening - The host is live, the picture is on its way.
 * @cssstate failed - The video could not be opened.
 * @cssstate playing - The picture shows.
 * @cssstate away - The host is live without a picture.
 * @cssstate hosting - This person is the one who is live.
 * @cssstate ended - The show is over.
 * @cssstate blocked - This page is not in the room (any more).
 */
export class BigcastStage extends RoomElement {
  static override properties: PropertyDeclarations = {
    heading: {},
  };

  static override styles = [tokens, controls, stageStyles];

  readonly #room = new RoomSelector(this, sliceOf);
  readonly #onAir = new Part(this, async () => {
    const { OnAir, onAirStyles } = await import('./on-air.js');
    addStyles(this, onAirStyles);
    return new OnAir(this, (intent) => this.ask(intent));
  });
  readonly #internals = this.attachInternals();
  #scene: Scene | undefined;
  #hasPoster = false;
  /** Whether the picture, or what is left of it, is to be seen. */
  #revealed = false;

  /** What the show is called. The host's name stands in its place unless given. */
  heading = '';

  constructor() {
    super();
    new StageSurface(this);
    new Ticker(this, () => this.#untilNextTick());
  }

  protected override willUpdate(): void {
    const slice = this.#room.value;
    if (slice.scene === 'away' && this.#scene === 'playing') this.#revealed = this.#onAir.value?.keepStill() ?? false;
    else this.#revealed = slice.scene === 'playing' || (slice.scene === 'away' && this.#revealed);
    this.#onAir.value?.see(slice);
  }

  protected override updated(): void {
    const { scene } = this.#room.value;
    const isNew = scene !== this.#scene;
    if (isNew && this.#scene) this.#internals.states.delete(this.#scene);
    this.#internals.states.add(scene);
    this.#scene = scene;
    if (isNew && scene === 'playing') this.#onAir.value?.applyVolume();
  }

  #untilNextTick(): number | undefined {
    const { scene, startsAt, zeroAt } = this.#room.value;
    const isCounting = scene === 'waiting' || scene === 'not-open';
    const target = scene === 'countdown' ? zeroAt : isCounting ? startsAt : undefined;
    return target === undefined ? undefined : untilNextSecond(target);
  }

  #posterChanged(event: Event): void {
    this.#hasPoster = (event.target as HTMLSlotElement).assignedElements({ flatten: true }).length > 0;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { words: strings, heading } = this;
    const slice = this.#room.value;
    const onAir = this.#onAir.value;
    const classes = [
      slice.scene,
      this.#revealed && 'revealed',
      onAir?.activity.isActive && 'active',
      this.#hasPoster && 'with-poster',
    ];
    const { stir, rest } = onAir?.activity ?? {};
    return html`<section
      part="stage"
      class="stage ${classes.filter(Boolean).join(' ')}"
      aria-label=${strings.stage}
      @pointermove=${stir}
      @pointerdown=${stir}
      @pointerleave=${rest}
      @focusin=${stir}
      @keydown=${stir}
    >
      <div part="poster" class="poster"><slot name="poster" @slotchange=${this.#posterChanged}></slot></div>
      <div class="iris">
        <div class="iris"><div part="video" class="video"></div></div>
      </div>
      ${onAir?.renderStill()}
      <div class="front">${SCENE_VIEWS[slice.scene]({ slice, strings, heading, onAir })}</div>
      ${onAir?.renderBanner(slice, strings)} ${this.#renderTop()}
      ${this.#isWatching ? onAir?.renderControls(strings) : nothing}
    </section>`;
  }

  get #isWatching(): boolean {
    const { scene } = this.#room.value;
    return scene === 'playing' || scene === 'away';
  }

  #renderTop(): TemplateResult {
    const strings = this.words;
    const onAir = this.#onAir.value;
    const { scene, audience, soundBlocked } = this.#room.value;
    const isOnAir = scene === 'playing' || scene === 'hosting' || scene === 'away';
    const count = COUNTED.has(scene) && audience > 0 ? (isOnAir ? strings.watching : strings.waiting)(audience) : '';
    return html`<div class="top">
      ${isOnAir ? onAir?.renderPill(strings) : nothing}
      ${count ? html`<span part="audience" class="pill">${icon('people')}<bdi>${count}</bdi></span>` : nothing}
      ${soundBlocked && this.#isWatching ? onAir?.renderAllowSound(strings) : nothing}
    </div>`;
  }
}

/** Scenes that say how many are there. */
const COUNTED: ReadonlySet<Scene> = new Set<Scene>(['waiting', 'countdown', 'opening', 'failed', 'playing', 'hosting']);

declare global {
  interface HTMLElementTagNameMap {
    'bigcast-stage': BigcastStage;
  }
}
