// <bigcast-room>: brings a room to whatever stands inside it, and looks like nothing.
import { css, html, type TemplateResult } from 'lit';
import { RoomOwnerElement } from '../shared/room-owner-element.js';

/**
 * @summary A room for the elements inside it: chat, stage, status, and elements of your own.
 *
 * @slot - Whatever shares the room, at any depth.
 * @event {BigcastIntentEvent} bigcast-intent - Somebody inside wants something. Cancelable: a veto keeps what was written.
 * @event {BigcastPhaseEvent} bigcast-phase - The room went from one phase to another.
 * @event {BigcastMessageEvent} bigcast-message - Somebody else said something.
 * @event {BigcastErrorEvent} bigcast-error - Something failed; the same error stands in `state.error`.
 */
export class BigcastRoom extends RoomOwnerElement {
  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bigcast-room': BigcastRoom;
  }
}
