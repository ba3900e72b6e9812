// <show-player>: a whole show that plays by itself on two viewers, wide and on a phone, with what happens written beside it.
import { LitElement, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../../src/components/viewer/define.js';
import { POSTER } from './poster.js';
import { scripted, type Moment } from './scripted.js';
import { playerStyles } from './show-player.styles.js';
import { RATE, STARTS_IN, STEPS } from './show-script.js';
import type { ScriptedRoom } from './with-room.js';

export class ShowPlayer extends LitElement {
  static override styles = playerStyles;

  /** How much faster than in life. */
  @property({ type: Number }) speed = 1;

  /** Number of the step that was played last. */
  @state() private step = 0;
  /** Which performance this is. */
  @state() private performance = 0;

  #timers: ReturnType<typeof setTimeout>[] = [];
  #audience: Moment = { act: (room) => this.#joined(room) };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** From the beginning. */
  replay(): void {
    this.#stop();
    this.step = 0;
    this.performance++;
    // Another moment is another room.
    this.#audience = { act: (room) => this.#joined(room) };
  }

  #stop(): void {
    this.#timers.splice(0).forEach(clearTimeout);
  }

  #joined(room: ScriptedRoom): void {
    STEPS.forEach((step, index) => {
      const play = () => {
        this.step = Math.max(this.step, index);
        step.act(room, this.speed);
      };
      this.#timers.push(setTimeout(play, (step.at / this.speed) * 1000));
    });
  }

  protected override render(): TemplateResult {
    const startsIn = STARTS_IN / this.speed;
    const viewer = (user: string) =>
      html`<bigcast-viewer
        class=${user}
        room="premiere"
        user=${user}
        heading="An evening with new songs"
        ${scripted(this.#audience, { startsIn, rate: RATE })}
        ><img slot="poster" alt="" src=${POSTER}
      /></bigcast-viewer>`;
    return html`${keyed(this.performance, html`<div class="seats">${viewer('wide')}${viewer('phone')}</div>`)}
      <aside>
        <ol>
          ${STEPS.map(
            ({ title, wire }, index) =>
              html`<li aria-current=${index === this.step ? 'step' : 'false'} class=${index < this.step ? 'past' : ''}>
                ${title}<small>${wire}</small>
              </li>`,
          )}
        </ol>
        <button class="replay" @click=${() => this.replay()}>Replay</button>
      </aside>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'show-player': ShowPlayer;
  }
}
