// Listens to what pages say to the two services. Playwright attaches to workers before their first line runs, so it also sees the
// chat's sockets, which are opened in a worker made of a blob.
import type { BrowserContext, Page, Request, WebSocket } from 'playwright';
import { partOf, QUIT, readFrame, scheduleFrame, type Frame } from './frames.js';

/** The scheduling service's path. */
const SCHEDULE = '/api/v1/config';
const LOGIN = 'im_open_status.wslogin';
const LOGOUT = 'im_open_status.wslogout';
const JOIN = 'group_open_http_svc.apply_join_group';
const POLL = 'group_open_long_polling_http_svc.get_msg';

export class Recording {
  readonly frames: Frame[] = [];
  /** Who was asked, each as `<scheme>://<host>`. */
  readonly hosts = new Set<string>();
  readonly #bodies: Promise<void>[] = [];

  /** Listens to all pages that `context` will have. */
  listenTo(context: BrowserContext): void {
    context.on('page', (page) => this.#listenToPage(page));
  }

  /** Resolves when answers that were still on their way are in. */
  async settled(): Promise<void> {
    await Promise.all(this.#bodies);
  }

  #listenToPage(page: Page): void {
    page.on('websocket', (socket) => this.#listenToSocket(socket));
    page.on('requestfinished', (request) => this.#note(request));
  }

  #listenToSocket(socket: WebSocket): void {
    const url = new URL(socket.url());
    const part = partOf(url);
    this.#noteHost(url);
    const isChance = chanceFilter();
    const note = (frame: Frame) => void (isChance(frame) || this.frames.push(frame));
    socket.on('framesent', ({ payload }) => note(readFrame(part, 'sent', payload)));
    socket.on('framereceived', ({ payload }) => note(readFrame(part, 'received', payload)));
  }

  #note(request: Request): void {
    const url = new URL(request.url());
    this.#noteHost(url);
    if (url.pathname !== SCHEDULE || request.method() !== 'POST') return;
    this.frames.push(scheduleFrame('sent', formIn(request.postData() ?? '')));
    this.#bodies.push(this.#noteAnswer(request));
  }

  /** A page that is closed takes its answers along. */
  async #noteAnswer(request: Request): Promise<void> {
    const answer: unknown = await request
      .response()
      .then((response) => response?.json() as unknown)
      .catch(() => undefined);
    if (answer !== undefined) this.frames.push(scheduleFrame('received', answer));
  }

  #noteHost({ protocol, host }: URL): void {
    if (/^(?:https|wss):$/.test(protocol)) this.hosts.add(`${protocol}//${host}`);
  }
}

/** For one socket: tells which frames were still under way when somebody left, as it is chance what those are. */
function chanceFilter(): (frame: Frame) => boolean {
  let loggedOut = false;
  let inRoom = true;
  return ({ direction, command }) => {
    if (direction === 'sent') {
      loggedOut = command === LOGOUT || (loggedOut && command !== LOGIN);
      inRoom = command !== QUIT && (inRoom || command === JOIN);
    }
    return (loggedOut && !command.startsWith(LOGOUT)) || (!inRoom && command.startsWith(POLL));
  };
}

/** The fields of a form as browsers send it. */
function formIn(form: string): Readonly<Record<string, string>> {
  const fields = form.matchAll(/name="([^"]+)"\r\n\r\n([^\r\n]*)\r\n/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}
