// The running examples of the guide.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, fireEvent } from 'storybook/test';
import '../../src/components/chat/define.js';
import '../../src/components/host/define.js';
import '../../src/components/viewer/define.js';
import type { BigcastHost } from '../../src/components/host/host.js';
import { CHAT_MOMENTS } from '../support/chat-moments.js';
import { HOST_MOMENTS } from '../support/host-moments.js';
import { MOMENTS } from '../support/moments.js';
import { scripted } from '../support/scripted.js';
import { partOf, readable, sees, until } from '../support/sees.js';
import { stageStream } from '../support/stage-picture.js';
import '../support/layouts.css';

const meta: Meta = {
  title: 'Guide/Examples',
  tags: ['!autodocs', '!dev'],
  parameters: { controls: { disable: true } },
};

export default meta;
type Story = StoryObj;

/** A real room: two elements that know nothing of each other, through the provider `local`. */
export const HostAndViewer: Story = {
  render() {
    const room = `guide-${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`;
    let stream: MediaStream | undefined;
    const give = (host?: Element) => {
      stream?.getTracks().forEach((track) => track.stop());
      // A drawn picture instead of a camera: nobody wants a question for the camera while reading.
      if (host) (host as BigcastHost).mediaSource = stream = stageStream();
    };
    return html`<div class="side-by-side">
      <bigcast-host room=${room} user="mira" name="Mira Chen" ${ref(give)}></bigcast-host>
      <bigcast-viewer room=${room} user="ana" name="Ana"></bigcast-viewer>
    </div>`;
  },
  async play({ canvasElement }) {
    const host = canvasElement.querySelector('bigcast-host')!;
    await sees('Open the room', 'The room is not open yet')({ canvasElement });
    await host.open();
    await sees('Go live', 'Waiting for Mira Chen')({ canvasElement });
    await host.goLive();
    await until(() => canvasElement.querySelector('bigcast-viewer')!.view === 'video');
    await expect(canvasElement.querySelector('bigcast-viewer')).toHaveAttribute('view', 'video');
    await host.end();
    await sees('That was it')({ canvasElement });
  },
};

/** Everything the room announces, written down. */
export const EventLog: Story = {
  render() {
    const write = (line: string) => (event: Event) => {
      const list = (event.currentTarget as HTMLElement).parentElement!.querySelector('ol')!;
      list.prepend(Object.assign(document.createElement('li'), { textContent: line }));
    };
    return html`<div class="with-log">
      <bigcast-viewer
        room="premiere"
        user="robin"
        @bigcast-phase=${(event: HTMLElementEventMap['bigcast-phase']) =>
          write(`bigcast-phase: ${event.previous} → ${event.phase}`)(event)}
        @bigcast-message=${(event: HTMLElementEventMap['bigcast-message']) =>
          write(`bigcast-message: ${event.message.from.name}: ${event.message.text}`)(event)}
        @bigcast-error=${(event: HTMLElementEventMap['bigcast-error']) =>
          write(`bigcast-error: ${event.error.code}`)(event)}
        ${scripted(MOMENTS.arriving, { rate: 1 })}
      ></bigcast-viewer>
      <ol></ol>
    </div>`;
  },
  play: sees(
    'bigcast-phase: unknown → waiting',
    'bigcast-message: Ana: Hello everybody',
    'bigcast-phase: waiting → live',
  ),
};

/** A word filter: `preventDefault()` keeps the draft where it was written. */
export const WordFilter: Story = {
  render() {
    const filter = (event: HTMLElementEventMap['bigcast-intent']) => {
      const { intent } = event;
      if (intent.type !== 'send-text' || !/spoiler/i.test(intent.text)) return;
      event.preventDefault();
      (event.currentTarget as HTMLElement).parentElement!.querySelector('output')!.textContent = 'No spoilers, please.';
    };
    return html`<div class="narrow">
      <bigcast-chat
        room="premiere"
        user="robin"
        name="Robin"
        @bigcast-intent=${filter}
        ${scripted(CHAT_MOMENTS.talking)}
      ></bigcast-chat>
      <p class="line"><output>Write something with “spoiler” in it.</output></p>
    </div>`;
  },
  async play({ canvasElement }) {
    const field = (await partOf(canvasElement, 'input')) as HTMLTextAreaElement;
    await until(() => !field.disabled);
    await fireEvent.input(field, { target: { value: 'a spoiler' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await expect(field).toHaveValue('a spoiler');
    await sees('No spoilers, please.')({ canvasElement });
  },
};

/** The host without its console: four methods. */
export const Methods: Story = {
  render() {
    const call = (step: (host: BigcastHost) => Promise<void>) => async (event: Event) => {
      const frame = (event.currentTarget as HTMLElement).closest('.methods')!;
      const output = frame.querySelector('output')!;
      output.textContent = '…';
      try {
        await step(frame.querySelector('bigcast-host')!);
        output.textContent = 'done';
      } catch (error) {
        output.textContent = `rejected: ${(error as { code: string }).code}`;
      }
    };
    return html`<div class="methods">
      <p class="line">
        <button part="go" @click=${call((host) => host.goLive({ countdown: 3 }))}>goLive({ countdown: 3 })</button>
        <button @click=${call((host) => host.stepOff())}>stepOff()</button>
        <button part="twice" @click=${call((host) => host.send(''))}>send('')</button>
        <button @click=${call((host) => host.end())}>end()</button>
        <output>press one</output>
      </p>
      <bigcast-host room="premiere" user="star" name="Mira Chen" ${scripted(HOST_MOMENTS.waiting)}></bigcast-host>
    </div>`;
  },
  async play({ canvasElement }) {
    await sees('Go live')({ canvasElement });
    (await partOf(canvasElement, 'twice')).click();
    await until(() => readable(canvasElement).includes('rejected: message-empty'));
    await expect(readable(canvasElement)).toContain('rejected: message-empty');
  },
};
