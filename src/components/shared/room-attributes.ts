// The attributes and properties that a room is made of. What is done with the room is room-owner-element's.
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { CredentialsOption, Provider, ProviderName, RoomOptions, StageId } from '../../core/index.js';
import { RoomElement } from './room-element.js';

/**
 * @attr {string} room - Id of the chat room: 1–48 characters of printable ASCII.
 * @attr {string} stage - Id of the stage; an integer opens a numeric TRTC room. The room's id unless given.
 * @attr {string} user - User id, 1–32 characters of printable ASCII. A guest's unless given.
 * @attr {string} name - What others see; the user id unless given.
 * @attr {string} provider - Which services to use: `local` (default) or `tencent`.
 * @attr {string} credentials - URL of the page's own server that answers with credentials for the service.
 * @attr {number} sdk-app-id - The SDKAppID of the console; the credentials' own unless given.
 * @attr {string} im-proxy - Address (wss:) to reach the chat service through, instead of the service's own.
 * @attr {string} av-proxy - Address (wss:) to reach the audio/video service through, instead of the service's own.
 * @attr {number} enter-action - The number of ENTER on the wire, the same for all pages of a room: 2048–2304. 2100 unless given.
 * @attr {string} starts-at - Planned start as ISO 8601, for the countdown.
 */
export abstract class RoomAttributes extends RoomElement {
  /** A change of one of these makes another room. */
  static override properties: PropertyDeclarations = {
    room: {},
    stage: { converter: { fromAttribute: stageFromAttribute } },
    user: {},
    name: {},
    provider: {},
    credentials: {},
    sdkAppId: { attribute: 'sdk-app-id', type: Number },
    imProxy: { attribute: 'im-proxy' },
    avProxy: { attribute: 'av-proxy' },
    enterAction: { attribute: 'enter-action', type: Number },
    startsAt: { attribute: 'starts-at' },
  };

  /** Id of the chat room: 1–48 characters of printable ASCII, not beginning with `@TGS#`. */
  room = '';

  /** Id of the stage: a string, or an integer for a numeric TRTC room. The room's id unless given. */
  stage: StageId | undefined = undefined;

  /** User id: 1–32 characters of printable ASCII. A guest's unless given. */
  user: string | undefined = undefined;

  /** What others see; the user id unless given. */
  name: string | undefined = undefined;

  /**
   * Which services to use: a provider's name, or (as a property) a provider of your own.
   * @type {'local' | 'tencent' | Provider}
   */
  provider: ProviderName | Provider | (string & {}) = 'local';

  /** Where this person's credentials come from: a URL, or (as a property) a function. Never a secret. */
  credentials: CredentialsOption | undefined = undefined;

  /** The application at the service: a positive integer. The credentials' own unless given. */
  sdkAppId: number | undefined = undefined;

  /** Address (ws: or wss:) to reach the chat service through, instead of the service's own. */
  imProxy: string | undefined = undefined;

  /** Address (ws: or wss:) to reach the audio/video service through, instead of the service's own. */
  avProxy: string | undefined = undefined;

  /** The number of ENTER on the wire, the same for all pages of a room: 2048–2304. 2100 unless given. */
  enterAction: number | undefined = undefined;

  /** Planned start: ISO 8601 text, or (as a property) milliseconds since 1970. */
  startsAt: string | number | undefined = undefined;

  /** What the room is made of; an element that knows better says so here. */
  protected get roomOptions(): RoomOptions {
    const { room, provider } = this;
    // An attribute that is taken away leaves null behind.
    return {
      room,
      stage: this.stage,
      user: this.user ?? undefined,
      name: this.name ?? undefined,
      provider,
      credentials: this.credentials ?? undefined,
      sdkAppId: this.sdkAppId ?? undefined,
      imProxy: this.imProxy ?? undefined,
      avProxy: this.avProxy ?? undefined,
      enterAction: this.enterAction ?? undefined,
      startsAt: this.startsAt ?? undefined,
      mark: (milestone) => mark(milestone, room),
    };
  }

  protected makesAnotherRoom(changed: PropertyValues<this>): boolean {
    return Object.keys(RoomAttributes.properties).some((name) => changed.has(name as keyof RoomAttributes));
  }
}

function stageFromAttribute(value: string | null): StageId | undefined {
  if (value === null) return undefined;
  return /^\d+$/.test(value) ? Number(value) : value;
}

function mark(milestone: string, room: string): void {
  performance.mark(`bigcast:${milestone}`, { detail: { room } });
}
