// The vocabulary of faults. Rules wait for something to happen and spoil it; actions happen at once.

export type PartName = 'chat' | 'stage';

/** What all rules have in common. Every condition that is left out matches everything. */
interface Rule {
  /** Default: both. */
  readonly part?: PartName;
  /** How often the rule strikes before it is used up; default once. */
  readonly times?: number | 'always';
}

interface Frames extends Rule {
  /** The command without its service, such as `send_group_msg`; default any. */
  readonly command?: string;
  /** Whose frames. */
  readonly user?: string;
}

/** Strikes before the service has seen the request. The stage's scheduling over HTTP is the command `schedule`. */
export type RequestFault = Frames & { readonly on: 'request' } &
  /** duplicate: carried out and answered twice. freeze: from this request on, the socket is frozen. */
  (
    | { readonly do: 'drop' | 'duplicate' | 'kill' | 'freeze' }
    | { readonly do: 'delay'; readonly ms: number }
    | { readonly do: 'error'; readonly code: number; readonly info?: string }
  );

/** Strikes after the service has done what was asked: the client cannot know. */
export type ResponseFault = Frames & { readonly on: 'response' } &
  /** reorder: goes out after the next frame on its socket, whatever that is. */
  ({ readonly do: 'drop' | 'duplicate' | 'reorder' | 'kill' } | { readonly do: 'delay'; readonly ms: number });

/**
 * Strikes what the service pushes unasked: on the stage everything that others do, in the chat bans and kicks only. A
 * group's messages are not pushed but delivered.
 */
export type PushFault = Frames & { readonly on: 'push' } & (
    { readonly do: 'drop' | 'duplicate' | 'reorder' | 'kill' } | { readonly do: 'delay'; readonly ms: number }
  );

export type DeliveryKind = 'message' | 'tip' | 'profile' | 'attributes' | 'counter' | 'dismissed';

/** Strikes what a group delivers to its members; the sender hears of success all the same. */
export type DeliveryFault = Rule & {
  readonly on: 'delivery';
  readonly item?: DeliveryKind;
  readonly group?: string;
  readonly from?: string;
  /** Only the delivery to this member is struck; default to everybody. */
  readonly to?: string;
  /** Only items in whose JSON, as the sender wrote it, this text occurs; write quotes as they are in `data`. */
  readonly contains?: string;
} & (
    | { readonly do: 'drop' | 'duplicate' }
    /** Waits until something else has been delivered in the group, and comes after it. */
    | { readonly do: 'reorder' }
    | { readonly do: 'delay'; readonly ms: number }
  );

export type Fault = RequestFault | ResponseFault | PushFault | DeliveryFault;

export type KickReason = 'multipleAccount' | 'multipleDevice' | 'restApi';

/** A bad network for media. Signalling has faults of its own. */
export interface Impairment {
  /** Whose media; default everybody's. */
  readonly user?: string;
  /** From the user or to the user; default both. */
  readonly direction?: 'up' | 'down';
  /** Share of packets that are lost, 0–1; 1 = nothing gets through. */
  readonly loss?: number;
  readonly delayMs?: number;
  /** What passes each way; what does not fit waits, up to a second, and then is lost. */
  readonly bitsPerSecond?: number;
}

export interface SocketAction {
  /**
   * kill-socket: closes the sockets of `user` (default: all); the SDKs come back by themselves.
   * cut-off: the same, and refuses new ones until `mend`. black-hole: sockets are taken, but no request is answered any
   * more until `mend`. freeze: the sockets stay open but nothing passes until `thaw`, and then everything does; a new
   * socket is not frozen.
   */
  readonly action: 'kill-socket' | 'cut-off' | 'black-hole' | 'mend' | 'freeze' | 'thaw';
  readonly user?: string;
}

/** What concerns a room by its name is meant for the chat, unless `part` says `stage`: the two have one name. */
export type FaultAction = { readonly part?: PartName } & (
  | SocketAction
  | { readonly action: 'expire-signature'; readonly user: string }
  | { readonly action: 'kick'; readonly user: string; readonly reason?: KickReason }
  /** Out of the chat's `group`, or off the stage, and not let in again; `seconds` for the chat, default a day. */
  | { readonly action: 'ban'; readonly user: string; readonly group?: string; readonly seconds?: number }
  | { readonly action: 'dismiss'; readonly group: string }
  /** Spoils media, until `repair` for the same user or for everybody. */
  | ({ readonly action: 'impair' } & Impairment)
  | { readonly action: 'repair'; readonly user?: string }
);
