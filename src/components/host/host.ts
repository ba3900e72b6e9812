// <bigcast-host>: what a page sees of it. The console itself comes when there is a host, so that viewers need not load it.
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { RoomError, type RoomOptions } from '../../core/index.js';
import { addStyles, Part } from '../shared/part.js';
import { RoomOwnerElement } from '../shared/room-owner-element.js';
import { controls } from '../shared/styles/controls.js';
import { tokens } from '../shared/styles/tokens.js';
import { guestIdFor, newGuestId } from './guest-id.js';
import { shellStyles } from './host.styles.js';

/**
 * @summary The host's console: preview, going live and stepping off, devices, and the conversation.
 *
 * @event {BigcastIntentEvent} bigcast-intent - The host wants something of the room. Cancelable.
 * @event {BigcastPhaseEvent} bigcast-phase - The room went from one phase to another.
 * @event {BigcastMessageEvent} bigcast-message - Somebody else said something.
 * @event {BigcastErrorEvent} bigcast-error - Something failed; the same error stands in `state.error`.
 * @csspart loading - Shown until the console has come.
 * @csspart base - Console and chat.
 * @csspart console - Everything but the chat.
 * @csspart preview - What the camera gives, in its tally frame.
 * @csspart tally - Off air, stand by, or live, in words.
 * @csspart numeral - The seconds left of the countdown.
 * @csspart check - The button that starts the preview.
 * @csspart audience - How many wait or watch.
 * @csspart seen - What viewers see.
 * @csspart media - The switches and menus of the devices.
 * @csspart toggle - The switch of a device.
 * @csspart camera-toggle - The switch of the camera.
 * @csspart microphone-toggle - The switch of the microphone.
 * @csspart device-menu - The menu of a device.
 * @csspart camera-menu - The menu of the cameras.
 * @csspart microphone-menu - The menu of the microphones.
 * @csspart media-error - What is wrong with a device.
 * @csspart media-retry - Tries the devices again.
 * @csspart actions - The buttons of the show.
 * @csspart next - The large button: the next step.
 * @csspart step-off - The button that steps off instead of coming back.
 * @csspart hint - What the next step does.
 * @csspart end - The button that asks whether to end.
 * @csspart question - The question whether to end.
 * @csspart end-confirm - Ends the show.
 * @csspart end-cancel - Keeps going.
 * @csspart ended - Says that the show is over.
 * @csspart taken - Says that the room is somebody else's.
 * @csspart chat - The `bigcast-chat`.
 * @csspart chat-list - Of the chat: the scrolling list.
 * @csspart chat-row - Of the chat: one message.
 * @csspart chat-composer - Of the chat: the field, its button and its note.
 * @csspart status - The `bigcast-status`.
 * @csspart status-action - Of the status: the one thing to do.
 * @cssproperty [--bigcast-host-ratio=16 / 9] - Shape of the preview.
 * @cssproperty [--bigcast-host-tally=4px] - Width of the tally frame.
 * @cssproperty [--bigcast-host-chat-size=320px] - Least height of the chat below the console.
 * @cssstate counting - The countdown runs.
 * @cssstate on-air - Viewers see this host.
 */
export class BigcastHost extends RoomOwnerElement {
  static override properties: PropertyDeclarations = {
    countdown: { type: Number },
    mediaSource: { attribute: false },
  };

  static override readonly styles = [tokens, controls, shellStyles];

  readonly #fallbackGuest = newGuestId();
  readonly #console = new Part(this, async () => {
    const { HostConsole, consoleStyles } = await import('./console.js').catch((cause: unknown) => {
      throw consoleMissing(cause);
    });
    const desk = new HostConsole(this, { ask: (intent) => this.ask(intent), strings: () => this.words });
    await desk.ready;
    addStyles(this, consoleStyles);
    return desk;
  });

  /** Seconds the button counts down before the picture starts: 0–60. */
  countdown = 3;

  /** The page's own media instead of devices. May be set, replaced and taken away at any time. */
  mediaSource: MediaStream | null | undefined = undefined;

  override async goLive(options?: { countdown?: number }): Promise<void> {
    await this.updateComplete;
    // It is the console that passes on the page's own media; without it, the camera would be shown instead.
    if (this.mediaSource && !this.#console.value) throw consoleMissing();
    await super.goLive(options);
  }

  protected override get roomOptions(): RoomOptions {
    const options: RoomOptions = { ...super.roomOptions, role: 'host' };
    const isNamed = options.user !== undefined || options.credentials !== undefined;
    return isNamed ? options : { ...options, user: guestIdFor(options.room, this.#fallbackGuest) };
  }

  /** The element is complete with its console, or when it is known that there is none for now. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#console.coming;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { connecting, connectionFailed } = this.words;
    const words = this.#console.hasFailed ? connectionFailed : connecting;
    return this.#console.value?.view() ?? html`<p part="loading" class="loading" role="status">${words}</p>`;
  }
}

function consoleMissing(cause?: unknown): RoomError {
  return new RoomError('network', 'A part of the kit could not be loaded: try again.', cause);
}

declare global {
  interface HTMLElementTagNameMap {
    'bigcast-host': BigcastHost;
  }
}
