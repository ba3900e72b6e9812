// The demo's one page: a host and two viewers side by side, and a button that starts the show.
import { html, render } from 'lit';
import '../src/components/index.js';
import { randomId } from '../src/core/index.js';
import { inviteGuests } from './guests.js';
import { servicesFor } from './services.js';
import { testStream } from './test-stream.js';
import { WORDS, type Language } from './words.js';

const COUNTDOWN = 3;
const TAG = `<script type="module" src="bigcast.js"></script>
<bigcast-viewer room="premiere"></bigcast-viewer>`;
const UNTIL_START = 10 * 60_000;

// A room of its own each time, so that nothing an earlier visit left behind is in the way.
const room = `demo-${randomId().slice(0, 8)}`;
const startsAt = Date.now() + UNTIL_START;
const provider = new URLSearchParams(location.search).get('provider');
const services = servicesFor(provider);
const isLocal = services.provider === 'local';
const test = testStream();
let language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
let isDark = matchMedia('(prefers-color-scheme: dark)').matches;
let usesCamera = false;
let isStarting = false;

const root = document.querySelector<HTMLElement>('#demo')!;
draw();
const host = root.querySelector('bigcast-host')!;
host.addEventListener('bigcast-phase', draw);
const dismissGuests = inviteGuests({ room, ...services }, () => language);
addEventListener('pagehide', dismissGuests);
// People are there before the star: the room is open, and the chat is alive, when the page is first seen.
void attempt(() => host.open());

/** What the large button does: it goes live, steps off, or begins anew. */
async function next(): Promise<void> {
  if (host.state.phase === 'ended') return location.reload();
  test.unlock();
  isStarting = host.state.phase !== 'live';
  draw();
  await attempt(async () => {
    if (host.state.phase === 'live') return host.stepOff();
    await host.open();
    await host.goLive({ countdown: COUNTDOWN });
  });
  isStarting = false;
  draw();
}

/** The console says what failed, and so does the element: the page needs no third place. */
async function attempt(step: () => Promise<void>): Promise<void> {
  await step().catch(() => undefined);
}

function draw(): void {
  const words = WORDS[language];
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  const phase = root.querySelector('bigcast-host')?.state.phase;
  const action = isStarting
    ? words.starting
    : phase === 'live'
      ? words.stepOff
      : phase === 'ended'
        ? words.again
        : words.start;
  const link = (page: string) => `${page}.html?room=${room}-tabs${isLocal ? '&provider=local' : ''}`;

  render(
    html`<header>
        <div class="claim">
          <p class="mark">bigcast</p>
          <h1>${words.claim}</h1>
          <p class="quiet">
            ${isLocal ? words.how : words.emulated}
            <a href="?${isLocal ? '' : 'provider=local'}">${isLocal ? words.toEmulator : words.toLocal}</a>
          </p>
        </div>
        <button class="start ${phase === 'live' && !isStarting ? 'calm' : ''}" ?disabled=${isStarting} @click=${next}>
          ${action}
        </button>
        <nav class="switches">
          <label><input type="checkbox" .checked=${usesCamera} @change=${useCamera} /> ${words.camera}</label>
          <button @click=${turnLights}>${isDark ? words.light : words.dark}</button>
          <button lang=${language === 'zh' ? 'en' : 'zh-CN'} @click=${changeLanguage}>${words.other}</button>
        </nav>
      </header>
      <main>
        <figure class="host">
          <figcaption><strong>${words.host}</strong> Mira Chen</figcaption>
          <bigcast-host
            room=${room}
            .provider=${services.provider}
            .credentials=${services.credentials}
            .imProxy=${services.imProxy}
            .avProxy=${services.avProxy}
            user="mira"
            name="Mira Chen"
            .startsAt=${startsAt}
            .mediaSource=${usesCamera ? null : test.stream}
          ></bigcast-host>
        </figure>
        <figure class="wide">
          <figcaption><strong>${words.viewer}</strong> Ana, ${words.wide}</figcaption>
          <bigcast-viewer
            room=${room}
            .provider=${services.provider}
            .credentials=${services.credentials}
            .imProxy=${services.imProxy}
            .avProxy=${services.avProxy}
            user="ana"
            name="Ana"
            .heading=${words.title}
          ></bigcast-viewer>
          <div class="note quiet">
            <p>${words.tag}</p>
            <pre><code>${TAG}</code></pre>
            <p>
              ${words.tabs} <a href="${link('host')}&name=Mira+Chen" target="_blank">${words.hostTab}</a>
              <a href=${link('viewer')} target="_blank">${words.viewerTab}</a>
            </p>
          </div>
        </figure>
        <figure class="phone">
          <figcaption><strong>${words.viewer}</strong> Kenji, ${words.phone}</figcaption>
          <bigcast-viewer
            room=${room}
            .provider=${services.provider}
            .credentials=${services.credentials}
            .imProxy=${services.imProxy}
            .avProxy=${services.avProxy}
            user="kenji"
            name="Kenji"
            .heading=${words.title}
          ></bigcast-viewer>
        </figure>
      </main>`,
    root,
  );
}

function useCamera(event: Event): void {
  usesCamera = (event.target as HTMLInputElement).checked;
  draw();
}

function turnLights(): void {
  isDark = !isDark;
  draw();
}

function changeLanguage(): void {
  language = language === 'en' ? 'zh' : 'en';
  draw();
}
