// The elements where they will live: a landing page, a sidebar, a phone, a dialog.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, render, type TemplateResult } from 'lit';
import '../src/components/viewer/define.js';
import { roomControls, type RoomArgs } from './support/controls.js';
import { MOMENTS } from './support/moments.js';
import { POSTER } from './support/poster.js';
import { scripted } from './support/scripted.js';
import { partOf, sees } from './support/sees.js';
import './support/wild.css';

type Args = RoomArgs<keyof typeof MOMENTS>;

const HEADING = 'An evening with new songs';

/** The one tag; all else here is the page's. */
function viewer({ moment, ...wishes }: Args, heading: string | typeof nothing = HEADING): TemplateResult {
  return html`<bigcast-viewer
    room="premiere"
    user="robin"
    name="Robin"
    heading=${heading}
    ${scripted(MOMENTS[moment], wishes)}
    ><img slot="poster" alt="" src=${POSTER}
  /></bigcast-viewer>`;
}

const masthead = html`<header class="masthead">
  <span class="brand">Northlight Records</span>
  <a href="#artists">Artists</a><a href="#releases">Releases</a><a href="#tour">Tour</a>
</header>`;

const meta: Meta<Args> = {
  title: 'The show/In the wild',
  tags: ['!autodocs'],
  argTypes: roomControls(MOMENTS),
  args: { moment: 'countdown' },
};

export default meta;
type Story = StoryObj<Args>;

const landingPage: Story['render'] = (args) =>
  html`<div class="page">
    ${masthead}
    <main class="hero">
      <p class="when">Tonight, 20:00 · free for everybody</p>
      <h1>Mira Chen plays her new record, first take to last, and answers you in between.</h1>
      ${viewer(args)}
      <div class="columns">
        <div>
          <h2>Before</h2>
          <p>The chat is open now. Say where you are listening from.</p>
        </div>
        <div>
          <h2>At eight</h2>
          <p>The page turns into the concert by itself. Stay where you are.</p>
        </div>
        <div>
          <h2>After</h2>
          <p>The conversation stays readable.</p>
        </div>
      </div>
    </main>
  </div>`;

export const LandingPageHero: Story = { render: landingPage, play: sees('Starts in', 'Northlight Records') };

export const LandingPageHeroLive: Story = {
  args: { moment: 'live' },
  render: landingPage,
  play: sees('Live', 'Can you hear me?'),
};

const article: Story['render'] = (args) =>
  html`<div class="page">
    ${masthead}
    <main class="article">
      <article class="text">
        <p class="by">Interview · by Ada Lindqvist</p>
        <h1>“I wanted a record that sounds like a room with the windows open”</h1>
        <p>
          Mira Chen recorded her third album in nine days, in a house by the sea, with the musicians who happened to be
          visiting. Tonight she plays all of it, once, in the order in which it was written.
        </p>
        <p>
          “You can hear the kettle in the second song,” she says, and does not apologise. “We tried a take without it.
          It was better in every way, and nobody wanted it.”
        </p>
        <p>
          What she looks forward to is the part between the songs: questions from the chat, read as they come. “Somebody
          always asks what I never asked myself.”
        </p>
      </article>
      <aside aria-label="Live event">${viewer(args)}</aside>
    </main>
  </div>`;

/** 360 pixels beside a text: the element goes by its own width, not by the window's. */
export const Sidebar: Story = { args: { moment: 'waiting' }, render: article, play: sees('Waiting for Mira Chen') };

export const SidebarLive: Story = { args: { moment: 'live' }, render: article, play: sees('Live', 'Can you hear me?') };

export const FullScreenPhone: Story = {
  args: { moment: 'live' },
  render: (args) => html`<main class="phone-page">${viewer(args, nothing)}</main>`,
  play: sees('Live', 'Can you hear me?'),
};

/** The room is entered when the dialog opens, and left when it closes. */
export const InsideDialog: Story = {
  args: { moment: 'live' },
  render(args) {
    const open = ({ target }: Event) => {
      const dialog = (target as HTMLElement).closest('.page')!.querySelector('dialog')!;
      const close = () => dialog.close();
      dialog.onclose = () => render(nothing, dialog);
      render(
        html`<header>
            <h2 id="dialog-title">Mira Chen, live from the shop</h2>
            <button @click=${close}>Close</button>
          </header>
          ${viewer(args, nothing)}`,
        dialog,
      );
      dialog.showModal();
    };
    return html`<div class="page">
      ${masthead}
      <main class="shop">
        <h1>Room with the windows open</h1>
        <p>Her third album, on vinyl. She is in our shop right now and plays three of the songs.</p>
        <button part="open-dialog" @click=${open}>Watch live</button>
      </main>
      <dialog class="shop-dialog" aria-labelledby="dialog-title"></dialog>
    </div>`;
  },
  async play({ canvasElement }) {
    (await partOf(canvasElement, 'open-dialog')).click();
    await sees('Mira Chen, live from the shop', 'Can you hear me?')({ canvasElement });
  },
};
